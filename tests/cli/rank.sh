#!/bin/sh
# SPDX-License-Identifier: MIT
# Many at once: profiles for a posting, postings for a profile. That the figures are those of `score`
# is what ranking.py tells.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"
printf 'title: Clerk\nrequirements:\n  - Must have SQL\n  - Welding\n  - Willingness to travel 25%%\n  - Bookkeeping\n' > ad.yaml
printf 'name: Ida Canary\nskills: [SQL, Welding, Bookkeeping]\n' > ida.yaml
printf 'skills: [Welding]\nwilling: {travel: 50%%}\n' > olaf.yaml
printf 'skills: [SQL]\n---\nskills: [Bookkeeping, SQL]\n' > two.yaml

shows "a table, best first, then line by line, then what somebody above has"
try rank --as-of 2026-01-01 ad.yaml two.yaml olaf.yaml ida.yaml
status_is 0
err_is ""
sed -i 's/^jobmatch .*, as of/jobmatch, as of/' out
out_is "Clerk: 4 profiles

rank  met                   band   blocked by  profile
   1  [#######---]    75 %  apply              ida.yaml
   2  [#####-----]    50 %  reach              two.yaml#2
   3  [#####-----]    50 %  reach  r1          olaf.yaml
   4  [##--------]    25 %  reach              two.yaml#1

Line by line
      1  2  3  4
r1 M  +  +  -  +  Must have SQL
r2    +  -  +  -  Welding
r3    ?  ?  +  ?  Willingness to travel 25%
r4    +  +  -  -  Bookkeeping
+ met, ~ partly, - missing, ? unknown, ! undecided; M must-have, p preferred

What somebody above has and they don't
   2  r2
   3  r1, r4
   4  r2, r3, r4

jobmatch, as of 2026-01-01
The percentage is coverage of the posting's lines, not a hiring decision."
shows "nobody is called by name, and nothing is wider than 80 columns"
out_lacks Canary
[ "$(awk 'length > 80' out)" = "" ] || fails "a line is too long"

shows "find: postings for a profile, with their titles"
printf 'title: Welder\nrequirements: [Welding]\n---\ntitle: Baker\nrequirements: [Baking]\n' > ads.yaml
try find ida.yaml ads.yaml ad.yaml
status_is 0
out_has "ida.yaml: 3 postings"
out_has "   1  [##########]   100 %  strong  ads.yaml#1  Welder"
out_has "   2  [#######---]    75 %  apply   ad.yaml     Clerk"
out_has "   3  [----------]     0 %  reach   ads.yaml#2  Baker"
out_lacks "Line by line"

# order IDS...: the ids of the records, in order.
order()
{
  got=$(tr -d '\r"' < out | awk -F, 'NR > 1 { printf "%s ", $2 }')
  [ "${got% }" = "$*" ] || fails "the order is: $got, not: $*"
}

shows "ties: by percentage as an exact fraction, then by required lines met, then as given"
printf -- '- SQL\n- Go\n- Welding\n' > lines.yaml
printf 'skills: [SQL]\n' > one.yaml
cp one.yaml same.yaml
printf -- '- {text: SQL, weight: 2}\n- Go\n- Welding\n' > weights.yaml
printf 'skills: [Go, Welding]\n' > light.yaml
try rank -f csv weights.yaml one.yaml same.yaml light.yaml
order light.yaml one.yaml same.yaml
try rank -f csv weights.yaml same.yaml one.yaml light.yaml
order light.yaml same.yaml one.yaml

shows "filters and --top"
try rank -f csv --at-least 50 ad.yaml two.yaml olaf.yaml ida.yaml
status_is 0
order ida.yaml "two.yaml#2" olaf.yaml
try rank -f csv --at-least 50 --must-haves-met ad.yaml two.yaml olaf.yaml ida.yaml
order ida.yaml "two.yaml#2"
try rank -f csv --band reach ad.yaml two.yaml olaf.yaml ida.yaml
order "two.yaml#2" olaf.yaml "two.yaml#1"
try rank -f csv --band reach --top 1 ad.yaml two.yaml olaf.yaml ida.yaml
order "two.yaml#2"
try rank --band reach --top 1 ad.yaml two.yaml olaf.yaml ida.yaml
out_has "Clerk: 4 profiles, 3 as asked for, the best 1 shown"
shows "the bar is exact"
try rank -f csv --at-least 75 ad.yaml two.yaml ida.yaml
status_is 0
order ida.yaml
try rank -f csv --at-least 75.001 ad.yaml two.yaml ida.yaml
status_is 1
order
shows "nobody as asked for is 1"
for filter in "--at-least 80" "--band strong"; do
  # shellcheck disable=SC2086 # words
  try rank $filter ad.yaml two.yaml ida.yaml
  status_is 1
  out_has "3 profiles, 0 as asked for"
done
try rank -q --must-haves-met ad.yaml olaf.yaml
status_is 1
out_is ""
shows "--quiet: the status tells"
try rank --quiet --at-least 75 ad.yaml ida.yaml
status_is 0
out_is ""
err_is ""
shows "bands are those of the policy"
printf 'bands: [{name: good, from: 50}, {name: rest, from: 0}]\n' > bands.yaml
try rank -f csv --policy bands.yaml --band good ad.yaml two.yaml ida.yaml
order ida.yaml "two.yaml#2"
try rank --policy bands.yaml --band strong ad.yaml two.yaml
status_is 2
err_has "--band is one of good, rest, not 'strong'"

shows "a folder is its documents, in the order of their names"
mkdir folder folder/below.d empty
cp one.yaml folder/b.yml
cp one.yaml folder/a.yaml
cp one.yaml folder/notes.txt
cp one.yaml folder/.hidden.yaml
cp one.yaml folder/below.d/c.yaml
echo '{"skills":["SQL"]}' > folder/C.json
echo '{"skills":["SQL"]}' | tee folder/d.jsonl > folder/d.ndjson
try rank -f csv lines.yaml folder
status_is 0
order folder/C.json folder/a.yaml folder/b.yml "folder/d.jsonl#1" "folder/d.ndjson#1"
shows "a slash behind it changes nothing"
cp out whole
try rank -f csv lines.yaml folder/
same out whole
shows "a folder without documents is told"
try rank -f json lines.yaml empty one.yaml
status_is 3
err_is "jobmatch: empty: there is no *.yaml, *.yml, *.json, *.jsonl or *.ndjson in this folder"
out_has '"scored":1,"passed":1,"failed":1,'

shows "documents of YAML: between markers, with or without one before the first, empty ones passed over"
cat > many.yaml <<'END'
# profiles
%YAML 1.1
---
skills: [SQL]
---
# nothing here
---
text: |
  A --- is no marker here.
  --- nor here
...
# after the end
---
{skills: [Go]}
--- {skills: [Go]}
---
END
try rank -f csv lines.yaml many.yaml
status_is 0
err_is ""
order "many.yaml#1" "many.yaml#3" "many.yaml#4" "many.yaml#2"
shows "with CRLF too"
sed 's/$/\r/' many.yaml > crlf.yaml
try rank -f csv lines.yaml crlf.yaml
status_is 0
order "crlf.yaml#1" "crlf.yaml#3" "crlf.yaml#4" "crlf.yaml#2"
shows "with a byte order mark too"
{ printf '\357\273\277' && cat many.yaml; } > mark.yaml
try rank -f csv lines.yaml mark.yaml
status_is 0
order "mark.yaml#1" "mark.yaml#3" "mark.yaml#4" "mark.yaml#2"
shows "one that stands alone has no number"
printf -- '---\nskills: [SQL]\n---\n' > alone.yaml
try rank -f csv lines.yaml alone.yaml
order alone.yaml

shows "what stands behind the marker of an end is not lost: it is wrong"
printf -- '---\n... skills\nskills: [SQL]\n' > odd.yaml
try rank lines.yaml odd.yaml
status_is 3

shows "JSON lines are known by the name of the file, or by their first two"
printf '\n{"skills":["SQL"]}\n\n  {"skills":["Go","SQL"]}\r\n' > profiles.ndjson
try rank -f csv lines.yaml profiles.ndjson
status_is 0
order "profiles.ndjson#2" "profiles.ndjson#1"
cp profiles.ndjson profiles.txt
try rank -f csv lines.yaml profiles.txt
order "profiles.txt#2" "profiles.txt#1"
shows "standard input"
"$jobmatch" rank -f csv lines.yaml one.yaml - < profiles.ndjson > out 2> err
order "'-#2" one.yaml "'-#1"
"$jobmatch" rank -f json - one.yaml < lines.yaml > out 2> err
out_has '"posting":{"file":"-",'
shows "JSON over many lines is one document"
printf '{\n"skills": ["SQL"]\n}\n' > wide.json
try rank -f csv lines.yaml wide.json
status_is 0
order wide.json
shows "no lines, no results"
: > none.jsonl
try rank lines.yaml none.jsonl
status_is 0
out_has "lines.yaml: 0 profiles"
shows "an empty file is told"
: > none.yaml
try rank lines.yaml none.yaml
status_is 3
err_is "none.yaml:1:1: the text is empty [JM_ERR_SYNTAX]"

shows "a bad document costs only itself: told with file, document, line and column, counted, status 3"
printf 'skills: [SQL]\n---\nname: Canary\nskils: [Go]\n---\nskills: [Go\n---\nskills: [SQL, Go]\n' > bad.yaml
try rank -f csv lines.yaml bad.yaml one.yaml
status_is 3
order "bad.yaml#4" "bad.yaml#1" one.yaml
err_has "bad.yaml:4:1: document 2: skils: unknown field 'skils'; did you mean 'skills'? [JM_ERR_FIELD]"
err_has "bad.yaml:6:"
err_has ": document 3: "
if grep -q Canary err; then
  fails "a name is told"
fi
try rank lines.yaml bad.yaml one.yaml
out_has "lines.yaml: 3 profiles, 2 could not be read"
shows "so does a bad line, a long one too"
{
  echo '{"skills":["SQL"]}'
  echo '{"skills":'
  awk 'BEGIN { printf "{\"skills\":[\""; for (i = 0; i < 1100000; i++) printf "x"; print "\"]}" }'
  echo '{"skills":["Go","SQL"]}'
} > bad.ndjson
try rank -f csv lines.yaml bad.ndjson
status_is 3
order "bad.ndjson#4" "bad.ndjson#1"
err_has "bad.ndjson:2:11: document 2: "
err_has "bad.ndjson:3:1: document 3: the line has more than 1048576 bytes [JM_ERR_LIMIT]"
shows "so does a file that is not there: 4"
try rank -f csv lines.yaml not-there.yaml one.yaml not-there.jsonl
status_is 4
order one.yaml
err_is "jobmatch: not-there.yaml: No such file or directory
jobmatch: not-there.jsonl: No such file or directory"
shows "bad input and nobody as asked for is 3"
try rank --at-least 100 lines.yaml bad.yaml
status_is 3
shows "a bad posting is the end"
try rank bad.yaml one.yaml
status_is 3
out_is ""

shows "threads change no byte, of output and of messages"
awk 'BEGIN { for (i = 0; i < 1500; i++) {
  if (i % 97 == 5) print "{\"skils\":[]}"
  else if (i % 89 == 7) print "{\"skills\":["
  else print "{\"skills\":[\"SQL\"" (i % 3 ? ",\"Go\"" : "") (i % 7 ? "" : ",\"Java\"") "]}" } }' > crowd.jsonl
try rank -f json lines.yaml crowd.jsonl
status_is 3
cp out whole
cp err told
for threads in 1 2 4 16; do
  try rank -f json --threads $threads lines.yaml crowd.jsonl
  status_is 3
  same out whole
  same err told
done
shows "the best of many are the head of all"
try rank -f csv lines.yaml crowd.jsonl
head -n 11 out > whole
try rank -f csv --top 10 --threads 2 lines.yaml crowd.jsonl
same out whole

shows "names of files are made harmless in each format"
odd=$(printf 'a"b\033[31m\377.yaml')
if cp one.yaml "$odd" 2> /dev/null; then
  try rank -f json lines.yaml "$odd"
  out_has '"file":"a\"b\u001b[31m\ufffd.yaml"'
  try rank lines.yaml "$odd"
  out_has 'a"b?[31m'
  try rank -f csv lines.yaml "$odd"
  out_has '1,"a""b?[31m'
  rm -f "$odd"
fi
printf 'title: =1+1\nrequirements: [SQL]\n' > sum.yaml
try find -f csv one.yaml sum.yaml
out_has "\"'=1+1\""

shows "a report that goes into a file"
try rank -o report lines.yaml one.yaml
status_is 0
out_is ""
file_has report "lines.yaml: 1 profile"

shows "policy, lexicon, day and patterns are those of score"
printf 'field: house\nconcepts:\n  - {name: Frobnicator, kind: name, also: [Frob 9000]}\n' > lexicon.yaml
printf -- '- Frobnicator\n- {text: Cloud, match: "(?i)aws"}\n' > machines.yaml
printf 'skills: [Frob 9000, AWS]\n' > maker.yaml
try rank -f json machines.yaml maker.yaml
out_has '"percent":0,'
try rank -f json --lexicon lexicon.yaml machines.yaml maker.yaml
out_has '"percent":50,'
out_has '"undecided":1'
try find -f json --allow-patterns --lexicon lexicon.yaml maker.yaml machines.yaml
out_has '"percent":100,'
try find -f json --as-of 2022-01-01 maker.yaml machines.yaml
out_has '"as_of":"2022-01-01"'

shows "no progress where standard error is no terminal"
mkfifo slow.jsonl
feed()
{
  { sleep 2.3 && cat crowd.jsonl; } > slow.jsonl &
}
feed
try rank lines.yaml slow.jsonl
if grep -q "a second" err; then
  fails "progress"
fi
cp out whole
shows "progress on a terminal after two seconds, taken off at the end; none with --quiet"
if command -v script > /dev/null 2>&1; then
  feed
  script -qec "'$jobmatch' rank lines.yaml slow.jsonl > out" typescript < /dev/null > err 2>&1
  same out whole
  err_has "a second"
  feed
  script -qec "'$jobmatch' rank -q lines.yaml slow.jsonl" typescript < /dev/null > err 2>&1
  if grep -q "a second" err; then
    fails "progress"
  fi
fi
wait
finish
