#!/bin/sh
# SPDX-License-Identifier: MIT
# Help, versions, and what is said of command lines that are wrong.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

# refused MESSAGE ARGUMENTS...: a usage mistake, told in one line, with where help is.
refused()
{
  message=$1
  shift
  shows "refused: $*"
  try "$@"
  status_is 2
  out_is ""
  [ "$(sed -n 1p err)" = "jobmatch: $message" ] || fails "says: $(cat err)"
  case $(sed -n 2p err) in
    "  try: jobmatch --help" | "  try: jobmatch "*" --help") ;;
    *) fails "does not say where help is" ;;
  esac
}

shows "without a word the overview stands on standard error"
try
status_is 2
out_is ""
err_has "usage: jobmatch COMMAND"

shows "help that was asked for stands on standard output"
for words in --help -h help; do
  try "$words"
  status_is 0
  err_is ""
  out_has "usage: jobmatch COMMAND"
done

shows "each command has help, in three ways"
for command in score rank find read extract stream lexicon; do
  try $command --help
  status_is 0
  out_has "usage: jobmatch $command [OPTION...]"
  cp out whole
  try $command -h
  same out whole
  try help $command
  same out whole
done

shows "versions are one line"
for word in --version -V; do
  try $word
  status_is 0
  [ "$(wc -l < out)" -eq 1 ] || fails "not one line"
  grep -qE '^jobmatch [0-9]+\.[0-9]+\.[0-9]+ \(rules [^ ]+, lexicon .+\)$' out || fails "$(cat out)"
done

refused "there is no command 'scor'; did you mean 'score'?" scor posting profile
refused "there is no command 'banana'" banana
refused "there is no command 'raed'; did you mean 'read'?" help raed
refused "'score' takes POSTING PROFILE" score
refused "'score' takes POSTING PROFILE" score posting.yaml
refused "'score' takes POSTING PROFILE" score posting.yaml profile.yaml profile.yaml
refused "'rank' takes POSTING PROFILE..." rank posting.yaml
refused "'find' takes PROFILE POSTING..." find profile.yaml
refused "'read' takes FILE..." read
refused "'stream' takes no files: it reads standard input" stream posting.yaml
refused "'score' has no option '--formt'; did you mean '--format'?" score --formt json a b
refused "'score' has no option '--strict'" score --strict posting.yaml profile.yaml
refused "'read' has no option '--color'" read --color never posting.yaml
refused "'stream' has no option '--format'" stream --format json
refused "'stream' has no option '-q'" stream -q
refused "'score' has no option '-z'" score -z posting.yaml profile.yaml
refused "'score' has no option '-z'" score -zq posting.yaml profile.yaml
refused "'score' has no option '-z'" score -qz posting.yaml profile.yaml
refused "--format is text, json, markdown, html or csv, not 'xml'" score --format xml posting.yaml profile.yaml
refused "--format is text, json, markdown, html or csv, not '?'" score -f '?' posting.yaml profile.yaml
refused "--format is text or json, not 'html'" read -f html posting.yaml
refused "--format is text or json, not 'csv'" lexicon list --format csv
refused "--format is text, json or csv, not 'html'" rank -f html posting.yaml profile.yaml
refused "'rank' has no option '--brief'" rank --brief posting.yaml profile.yaml
refused "'score' has no option '--top'" score --top 1 posting.yaml profile.yaml
for number in 0 -1 x "" 1.5 99999999999999999999; do
  refused "--top is a number from 1, not '$number'" rank "--top=$number" posting.yaml profile.yaml
done
for number in 0 257 many; do
  refused "--threads is a number from 1 to 256, not '$number'" \
    find "--threads=$number" profile.yaml posting.yaml
done
refused "--band is one of strong, apply, reach, not 'aply'" rank --band aply posting.yaml profile.yaml
refused "only one of the files can be standard input" rank - -
refused "only one of the files can be standard input" find profile.yaml - posting.yaml -
refused "--color is auto, always or never, not 'yes'" score --color yes posting.yaml profile.yaml
refused "--format needs a value" score posting.yaml profile.yaml --format
refused "-o needs a value" read posting.yaml -o
refused "--brief takes no value" score --brief=1 posting.yaml profile.yaml
refused "--quiet takes no value" score --quiet=1 posting.yaml profile.yaml
refused "-o needs a value" score posting.yaml profile.yaml -qo
refused "'score' has no option '-z'" score --brief -zq posting.yaml profile.yaml
refused "'score' has no option '--bri'; did you mean '--brief'?" score --bri posting.yaml profile.yaml
refused "'score' has no option '--form'; did you mean '--format'?" score --form json a b
refused "'score' has no option '--form'; did you mean '--format'?" score --form=json a b
refused "'score' has no option '--form'; did you mean '--format'?" score a b --form
refused "'stream' has no option '--po'" stream --po posting.yaml
for number in 100.001 101 -1 75% x "" 0.0001 1e1 . 7.; do
  refused "--at-least is a number from 0 to 100, not '$number'" \
    score "--at-least=$number" posting.yaml profile.yaml
done
for day in 2026-02-29 2026-13-01 2026-1-1 1899-12-31 today "" 2026-01-01x; do
  refused "--as-of is a day as in 2026-03-01, not '$day'" \
    score "--as-of=$day" posting.yaml profile.yaml
done

shows "days and numbers that are right are taken"
for number in 0 00 50 100 100.000 49.999 .5; do
  try score -q "--at-least=$number" posting.yaml profile.yaml
  [ "$status" -le 1 ] || fails "--at-least $number"
done
for day in 1900-01-01 2024-02-29 9999-12-31; do
  try score -q --as-of $day posting.yaml profile.yaml
  status_is 0
done

shows "what steers a terminal is not repeated"
try "$(printf 'a\033[31mb')"
status_is 2
err_has "'a?[31mb'"
finish
