#!/bin/sh
# SPDX-License-Identifier: MIT
# Standard output that is full, closed, or that nobody reads any more.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"
awk 'BEGIN { for (i = 0; i < 300; i++) print "- Knowledge of Docker and Python, " i }' > long
awk 'BEGIN { for (i = 0; i < 2000; i++) print "{\"profile\":{\"skills\":[\"SQL\"]}}" }' > lines

if [ -c /dev/full ]; then
  for command in "score posting.yaml profile.yaml" "score --brief long profile.yaml" \
      "score -f json long profile.yaml" "read profile.yaml" "read long" "read -f json long" \
      "rank posting.yaml profile.yaml" "rank -f json long profile.yaml" "find -f csv profile.yaml long" \
      "stream --posting posting.yaml" "stream --line-buffered --posting posting.yaml" \
      "--help" "--version" "read --help"; do
    shows "a full disk is told, and is 4: $command"
    # shellcheck disable=SC2086 # words
    "$jobmatch" $command < lines > /dev/full 2> err
    status=$?
    status_is 4
    err_is "jobmatch: standard output: No space left on device"
  done
fi

shows "a closed one is told, and is 4"
"$jobmatch" score posting.yaml profile.yaml >&- 2> err
status=$?
status_is 4
err_has "jobmatch: standard output: "

# A pipe whose reader has gone: opened by both, then left by one.
mkfifo pipe
: < pipe &
exec 5> pipe
wait

shows "who reads no more is told nothing, and the command ends by the signal"
for command in "score posting.yaml profile.yaml" "read posting.yaml" "read long" \
    "rank posting.yaml profile.yaml" \
    "stream --posting posting.yaml"; do
  # shellcheck disable=SC2086 # words
  "$jobmatch" $command < lines >&5 2> err
  status=$?
  # 128 + SIGPIPE; where whoever runs this ignores the signal, a shell can't bring it back.
  [ "$status" -eq 141 ] || status_is 4
  err_is ""
done

shows "where the signal is ignored, the status is 4"
for command in "score posting.yaml profile.yaml" "read posting.yaml" "read long" \
    "rank posting.yaml profile.yaml" \
    "stream --posting posting.yaml"; do
  # shellcheck disable=SC2086 # words
  (trap '' PIPE && exec "$jobmatch" $command < lines >&5 2> err)
  status=$?
  status_is 4
  err_is ""
done
exec 5>&-

shows "a reader that wants one line gets it"
line=$("$jobmatch" stream --posting posting.yaml < lines 2> err | head -n 1)
case $line in '{"id":null,"result":{'*) ;; *) fails "$line" ;; esac
err_is ""
finish
