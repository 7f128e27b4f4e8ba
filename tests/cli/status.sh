#!/bin/sh
# SPDX-License-Identifier: MIT
# Exit statuses: 0 scored, 1 below --at-least, 2 usage, 3 bad input, 4 system.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

shows "a scored pair is 0, however low the percentage"
try score posting.yaml profile.yaml
status_is 0
err_is ""

shows "the bar is met at exactly its number"
try score --at-least 50 posting.yaml profile.yaml
status_is 0
try score --at-least 50.0 posting.yaml profile.yaml
status_is 0

shows "a thousandth of a per cent below the bar is 1, and the report stands"
try score --at-least 50.001 posting.yaml profile.yaml
status_is 1
out_has "50 %"
err_is ""

shows "the word score may be left out, options before files too"
try --at-least 60 posting.yaml profile.yaml
status_is 1
try posting.yaml profile.yaml --at-least=50
status_is 0

shows "a wrong command line is 2, and nothing is read"
try score --at-least 50 not-there.yaml
status_is 2
out_is ""

shows "a bad posting is 3"
echo "requirements: 3" > bad.yaml
try score bad.yaml profile.yaml
status_is 3
out_is ""
# shellcheck disable=SC2016 # backticks are text
err_is 'bad.yaml:1:15: requirements: must be a list of lines, not one text [JM_ERR_FIELD]
  hint: begin each line with `- `'

shows "a bad profile is 3"
printf '\377' > bad.yaml
try score posting.yaml bad.yaml
status_is 3
err_has "bad.yaml:1:1: "
err_has "[JM_ERR_ENCODING]"

shows "a document over a limit is 3"
awk 'BEGIN { for (i = 0; i < 40000; i++) print "- knowledge of Python and SQL" }' > bad.yaml
try score bad.yaml profile.yaml
status_is 3
err_has "[JM_ERR_LIMIT]"

shows "a bad policy is 3, with its place"
printf 'name: x\npartly: 2\n' > bad.yaml
try score --policy bad.yaml posting.yaml profile.yaml
status_is 3
err_has "bad.yaml:2:9: partly: is over 1 [JM_ERR_FIELD]"

shows "a bad lexicon is 3, with its place"
printf 'field: x\nconcept: []\n' > bad.yaml
try score --lexicon bad.yaml posting.yaml profile.yaml
status_is 3
err_has "bad.yaml:2:1: concept: "

shows "a file that is not there is 4"
try score posting.yaml not-there.yaml
status_is 4
err_is "jobmatch: not-there.yaml: No such file or directory"
try score --policy not-there.yaml posting.yaml profile.yaml
status_is 4
try score --lexicon not-there.yaml posting.yaml profile.yaml
status_is 4

shows "a folder is 4"
try score . profile.yaml
status_is 4
err_is "jobmatch: .: Is a directory"
finish
