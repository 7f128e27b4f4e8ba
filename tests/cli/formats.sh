#!/bin/sh
# SPDX-License-Identifier: MIT
# --format: each format of a report, by its first line and what only it holds.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

# begins TEXT: the first line of standard output.
begins()
{
  [ "$(head -n 1 out)" = "$1" ] || fails "begins: $(head -n 1 out)"
}

shows "text, which needs not be asked for"
try score posting.yaml profile.yaml
status_is 0
begins "[##########----------] 50 %"
cp out whole
try score -f text posting.yaml profile.yaml
same out whole
shows "Markdown"
try score -f markdown posting.yaml profile.yaml
status_is 0
begins "# Job posting"
# shellcheck disable=SC2016 # backticks are text
out_has '`[##########----------]` **50 %**'
out_has "| - missing | **r2**: Kubernetes | short: "
shows "HTML: a page with its sections, and its own style alone"
try score --format html posting.yaml profile.yaml
status_is 0
begins "<!DOCTYPE html>"
for section in shares right wrong improve required; do
  out_has "<section id=\"$section\" aria-labelledby=\"about-$section\""
done
out_has "default-src 'none'; style-src 'sha256-"
out_lacks "://"
[ "$(tail -n 1 out)" = "</html>" ] || fails "it does not end"
shows "CSV: two requirements, two records"
try score --format=csv posting.yaml profile.yaml
status_is 0
[ "$(wc -l < out)" -eq 3 ] || fails "not three lines"
[ "$(grep -c "$(printf '\r')\$" out)" -eq 3 ] || fails "not all lines end with CR LF"
out_has '"r2",2,"Kubernetes",required,can,1,missing,0,'
shows "brief reports hold what went wrong, and CSV stays as it is"
cp out whole
try score --brief --format csv posting.yaml profile.yaml
same out whole
for format in markdown html; do
  try score --brief --format $format posting.yaml profile.yaml
  out_has "What went wrong"
  out_lacks "What went right"
done
shows "the bar is held in each of them"
for format in markdown html csv; do
  try score --at-least 51 --format $format posting.yaml profile.yaml
  status_is 1
done
finish
