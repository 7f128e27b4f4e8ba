#!/bin/sh
# SPDX-License-Identifier: MIT
# --output: a file that appears when it is whole, and nothing else.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"
awk 'BEGIN { for (i = 0; i < 300; i++) print "- Knowledge of Docker and Python, " i }' > long

shows "the file holds what standard output would"
for command in "score posting.yaml" "score --format json posting.yaml" \
    "score --format html posting.yaml" "score --format csv posting.yaml" read "read -f json"; do
  # shellcheck disable=SC2086 # words
  try $command --as-of 2026-01-01 profile.yaml
  cp out whole
  # shellcheck disable=SC2086 # words
  try $command --as-of 2026-01-01 -o report profile.yaml
  status_is 0
  out_is ""
  same report whole
  # shellcheck disable=SC2086 # words
  try $command --as-of 2026-01-01 --output=report profile.yaml
  same report whole
done
rm -f whole report

shows "a new file is its owner's alone"
try score -o report posting.yaml profile.yaml
case $(ls -l report) in -rw-------*) ;; *) fails "$(ls -l report)" ;; esac

shows "a file that was there keeps its mode"
chmod 644 report
try score -o report posting.yaml profile.yaml
case $(ls -l report) in -rw-r--r--*) ;; *) fails "$(ls -l report)" ;; esac

shows "a report below the bar is written"
rm report
try score --at-least 51 -o report posting.yaml profile.yaml
status_is 1
file_has report "50 %"

shows "a failure leaves what was there"
echo "yesterday's" > report
try score -o report posting.yaml not-there.yaml
status_is 4
file_is report "yesterday's"
folder_is "long report"

# limited ARGUMENTS...: no file may grow over 512 bytes (or 1024, as shells differ).
limited()
{
  (trap '' XFSZ && ulimit -f 1 && exec "$jobmatch" "$@") > out 2> err
  status=$?
}

# A file that cannot be written to its end leaves what was there.
for command in "score long" "score --format json long" "read long" "read -f json long"; do
  shows "no half file, and what was there: $command"
  # shellcheck disable=SC2086 # words
  limited $command profile.yaml -o report
  status_is 4
  file_is report "yesterday's"
  err_has "jobmatch: report: "
  folder_is "long report"
done

shows "a stream that can't be written to its end is no different"
awk 'BEGIN { for (i = 0; i < 500; i++) print "{\"profile\":{\"skills\":[\"SQL\"]}}" }' > lines
limited stream --posting posting.yaml -o report < lines
status_is 4
file_is report "yesterday's"
err_is "jobmatch: report: File too large"
folder_is "lines long report"
limited stream --line-buffered --posting posting.yaml -o report < lines
status_is 4
file_is report "yesterday's"
err_is "jobmatch: report: File too large"
rm report lines

shows "a place that isn't there"
try score -o nowhere/report posting.yaml profile.yaml
status_is 4
err_is "jobmatch: nowhere/report: No such file or directory"
folder_is "long"

shows "what is no ordinary file is written to directly"
try score -o /dev/null posting.yaml profile.yaml
status_is 0
[ -c /dev/null ] || fails "/dev/null is gone"

shows "a symbolic link stays one, and its target is written"
mkdir folder
ln -s folder/first link
ln -s second folder/first
for _ in 1 2; do # the first time there is no such file yet
  try score -o link posting.yaml profile.yaml
  status_is 0
  for name in link folder/first; do
    [ -L $name ] || fails "$name is no link any more"
  done
  file_has folder/second "50 %"
done
[ "$(ls folder)" = "$(printf 'first\nsecond')" ] || fails "the folder holds: $(ls folder)"
shows "a failure leaves what a link led to"
echo "yesterday's" > folder/second
limited score long profile.yaml -o link
status_is 4
err_has "jobmatch: link: "
file_is folder/second "yesterday's"
shows "links that lead round in a circle"
ln -s ring ring
try score -o ring posting.yaml profile.yaml
status_is 4
err_is "jobmatch: ring: Too many levels of symbolic links"
rm -r link ring folder

shows "- is standard output"
try score -o - posting.yaml profile.yaml
status_is 0
out_has "50 %"
folder_is "long"

if [ -c /dev/full ]; then
  for command in "score long" "score posting.yaml" "read long" "read" "read -f json"; do
    shows "a full disk: $command"
    # shellcheck disable=SC2086 # words
    try $command profile.yaml -o /dev/full
    status_is 4
    err_is "jobmatch: /dev/full: No space left on device"
  done
  shows "a full disk: a stream, in whichever way its lines are sent"
  printf '{"profile":{"skills":["SQL"]}}\n' > line
  for option in "" --line-buffered; do
    # shellcheck disable=SC2086 # words
    try stream $option --posting posting.yaml -o /dev/full < line
    status_is 4
    err_is "jobmatch: /dev/full: No space left on device"
  done
fi
finish
