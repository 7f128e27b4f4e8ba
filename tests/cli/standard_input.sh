#!/bin/sh
# SPDX-License-Identifier: MIT
# "-" is standard input, for each file that is read.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

try score --as-of 2026-01-01 posting.yaml profile.yaml
cp out whole

shows "a posting from standard input"
try score --as-of 2026-01-01 - profile.yaml < posting.yaml
status_is 0
same out whole

shows "a profile from standard input, through a pipe"
printf 'skills: [SQL]\n' | "$jobmatch" --as-of 2026-01-01 posting.yaml - > out
same out whole

shows "standard input is only one of the two"
try score - - < posting.yaml
status_is 2
err_has "only one of the two can be standard input"

shows "errors call it by its name"
echo "requirements: 3" | try score - profile.yaml # in a subshell: only its files are left
err_has "standard input:1:15: requirements: "

shows "an empty one is an empty text"
try score - profile.yaml < /dev/null
status_is 3
err_is "standard input:1:1: the text is empty [JM_ERR_SYNTAX]"

shows "a closed one is an error of the system"
try score - profile.yaml <&-
status_is 4
err_has "jobmatch: standard input: "

shows "a stream without one is no stream without lines"
try stream --posting posting.yaml <&-
status_is 4
err_is "jobmatch: standard input: Bad file descriptor"
try stream --posting posting.yaml -o report <&-
status_is 4
err_is "jobmatch: standard input: Bad file descriptor"
folder_is "whole"

shows "with every standard stream closed, a file is still no standard stream"
"$jobmatch" score --as-of 2026-01-01 -o report posting.yaml profile.yaml <&- >&- 2>&-
status=$?
status_is 0
same report whole
"$jobmatch" stream --posting posting.yaml -o report <&- >&- 2>&-
status=$?
status_is 4
same report whole
rm report

shows "a file whose name begins with - stands behind --"
cp posting.yaml ./-posting.yaml
try score --as-of 2026-01-01 -- -posting.yaml profile.yaml
same out whole
rm ./-posting.yaml

shows "read takes it among others"
try read posting.yaml - < profile.yaml
status_is 0
out_has "posting.yaml: a posting"
out_has "standard input: a profile"

shows "policy and lexicon may come from it"
echo "name: loose" > policy.yaml
try score --policy - posting.yaml profile.yaml < policy.yaml
status_is 0
out_has "policy loose"
printf 'field: x\nconcepts:\n  - {name: Frobnicator, kind: name}\n' > lexicon.yaml
try score --lexicon - posting.yaml profile.yaml < lexicon.yaml
status_is 0
finish
