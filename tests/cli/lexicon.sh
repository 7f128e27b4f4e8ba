#!/bin/sh
# SPDX-License-Identifier: MIT
# Lexicons: files checked, concepts listed, folders of tables that are not as they should be.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

printf 'field: ovens\nconcepts:\n  - {name: oven fitting, also: [fitting of ovens]}\n' > good.yaml
printf 'field: ovens\nconcepts:\n  - {name: range fitting, also: [fitting of ovens]}\n' > clash.yaml
printf 'field: ovens\nconcepts:\n  - {name: stoves, broader: [hot things of all kinds]}\n' > astray.yaml
printf 'field: ovens\nconcepts:\n  - {also: [stoves]}\n' > bad.yaml

shows "a good file is passed over in silence"
try lexicon check good.yaml
status_is 0
out_is ""
err_is ""

shows "a name that two concepts claim is told with both places, across files"
try lexicon check good.yaml clash.yaml
status_is 3
out_is ""
err_is "clash.yaml:3: alias 'fitting of ovens' of 'range fitting' is one of 'oven fitting' already (line 3 of good.yaml)"

shows "a link to no concept is told"
try lexicon check astray.yaml
status_is 3
err_is "astray.yaml:3: 'broader: hot things of all kinds' of 'stoves' names no concept"

shows "an error is told with its place, in each file"
cp bad.yaml worse.yaml
try lexicon check bad.yaml good.yaml worse.yaml
status_is 3
err_has "bad.yaml:3:5: concepts[0]: "
err_has "worse.yaml:3:5: concepts[0]: "

shows "a file that is not there is a matter of the system"
try lexicon check nowhere.yaml
status_is 4
err_is "jobmatch: nowhere.yaml: No such file or directory"

shows "concepts are listed by a word of any of their names, as a file that can be read"
try lexicon list --lexicon good.yaml "FITTING of ovens"
status_is 0
out_has "  - {name: \"oven fitting\", kind: term, also: [\"fitting of ovens\"]}"
out_lacks "PostgreSQL"
cp out listed.yaml
try lexicon check listed.yaml
status_is 0

shows "and as JSON, with where they come from"
try lexicon list --format json --lexicon good.yaml "oven fitting"
status_is 0
out_has "{\"name\":\"oven fitting\",\"kind\":\"term\",\"source\":\"own\",\"also\":[\"fitting of ovens\"]}"

try lexicon list --format json PostgreSQL
out_has '{"name":"PostgreSQL","kind":"name","source":"built-in",'

try lexicon list -f json postgresql
out_has '{"name":"PostgreSQL","kind":"name","source":"built-in",'

shows "a word that nothing has gives an empty list, which is a lexicon still"
try lexicon list zzyzzx
status_is 0
out_has "concepts: []"

shows "no report when none is wanted"
try lexicon list -q postgresql
status_is 0
out_is ""

shows "a list goes to a file"
try lexicon list -o listed.yaml postgresql
status_is 0
out_is ""
grep -q PostgreSQL listed.yaml || fails "the file lacks it"

shows "a folder must hold the first of its tables"
mkdir tables
for option in esco onet; do
  try score --$option tables posting.yaml profile.yaml
  status_is 4
  out_is ""
done
err_is "jobmatch: tables: there is no file 'Software Skills.txt' here"

shows "a table that lacks a column is told, with the column"
printf 'conceptUri,skillType\nu1,knowledge\n' > tables/skills_en.csv
for command in "score --esco tables posting.yaml profile.yaml" "read --esco tables posting.yaml" \
    "stream --esco tables" "lexicon import --esco tables"; do
  # shellcheck disable=SC2086 # words
  try $command < posting.yaml
  status_is 3
  out_is ""
  err_is "tables/skills_en.csv:1:1: preferredLabel: a table of ESCO skills has no column 'preferredLabel' [JM_ERR_FIELD]"
done

# refused MESSAGE ARGUMENTS...
refused()
{
  message=$1
  shift
  shows "refused: lexicon $*"
  try lexicon "$@"
  status_is 2
  out_is ""
  [ "$(sed -n 1p err)" = "jobmatch: $message" ] || fails "says: $(cat err)"
}
refused "'lexicon' takes check FILE... | list [WORD] | import"
refused "'lexicon' has no 'chekc'; did you mean 'check'?" chekc
refused "'lexicon' takes check, list or import, not 'teach'" teach
refused "'lexicon check' takes FILE..." check
refused "'lexicon check' takes files, not lexicon options" check --esco tables good.yaml
refused "'lexicon list' takes one WORD; put several in quotes" list a b
refused "'lexicon import' needs --esco DIR or --onet DIR" import
refused "'lexicon import' takes --esco or --onet, not files" import good.yaml
refused "'lexicon import' writes a lexicon file: no --format" import --esco tables -f json
finish
