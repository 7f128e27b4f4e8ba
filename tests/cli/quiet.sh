#!/bin/sh
# SPDX-License-Identifier: MIT
# --quiet and --brief: less, or nothing, on standard output.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

shows "quiet: the exit status tells"
for word in -q --quiet; do
  try score $word --at-least 50 posting.yaml profile.yaml
  status_is 0
  out_is ""
  err_is ""
  try score $word --at-least 51 posting.yaml profile.yaml
  status_is 1
  out_is ""
  err_is ""
done

shows "quiet: errors are told all the same"
try score -q posting.yaml not-there.yaml
status_is 4
err_has "not-there.yaml"

shows "quiet: a report that is to go into a file goes there"
try score -q -o report posting.yaml profile.yaml
status_is 0
out_is ""
file_has report "50 %"

shows "quiet: read says whether files can be read"
try read -q posting.yaml profile.yaml
status_is 0
out_is ""
try read -q -o report posting.yaml
status_is 0
out_is ""
file_has report "posting.yaml: a posting"
try read --quiet posting.yaml /dev/null
status_is 3
out_is ""
err_has "/dev/null:1:1: the text is empty"

shows "brief: the percentage and what went wrong"
try score --brief posting.yaml profile.yaml
status_is 0
out_has "50 %"
out_has "What went wrong"
out_lacks "The ledger"
out_lacks "What can be improved"

shows "brief: JSON without parts, evidence and advice"
try score --brief -f json posting.yaml profile.yaml
status_is 0
out_has '"percent":50'
out_lacks '"parts"'
out_lacks '"improve"'
[ "$(wc -l < out)" -eq 1 ] || fails "JSON is not one line"
finish
