#!/bin/sh
# SPDX-License-Identifier: MIT
# Policy, lexicon, day and patterns: for each of the commands.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

# percent NUMBER: of the JSON that was written.
percent()
{
  out_has "\"percent\":$1,"
}

printf 'requirements: [SQL]\npreferred: [Kubernetes]\n' > wish.yaml
printf '{"posting":{"requirements":["SQL"],"preferred":["Kubernetes"]},"profile":{"skills":["SQL"]}}\n' \
  > wish.json

shows "--policy: score and stream count by it"
echo "{name: strict, preferred: count}" > policy.yaml
try score -f json wish.yaml profile.yaml
percent 100
try score -f json --policy policy.yaml wish.yaml profile.yaml
percent 50
out_has '"name":"strict"'
try stream --policy policy.yaml < wish.json
percent 50
try read --policy policy.yaml wish.yaml
status_is 0

shows "--lexicon: names of one's own"
printf 'field: house\nconcepts:\n  - {name: Frobnicator, kind: name, also: [Frob 9000]}\n' > one.yaml
printf -- '---\nfield: home\nconcepts:\n  - {name: Widgetron, kind: name, also: [Widget Two]}\n' > two.yaml
printf -- '- Frobnicator\n- Widgetron\n' > machines.yaml
printf 'skills: [Frob 9000, Widget Two]\n' > maker.yaml
try score -f json machines.yaml maker.yaml
percent 0
try score -f json --lexicon one.yaml machines.yaml maker.yaml
percent 50
shows "--lexicon: more than once, in any order"
try score -f json --lexicon one.yaml --lexicon two.yaml machines.yaml maker.yaml
percent 100
try score -f json --lexicon two.yaml --lexicon one.yaml machines.yaml maker.yaml
percent 100
try read --lexicon one.yaml --lexicon two.yaml maker.yaml
out_has "Frobnicator"
out_has "Widgetron"
try stream --lexicon one.yaml --lexicon two.yaml --posting machines.yaml <<'END'
{"profile":{"skills":["Frob 9000","Widget Two"]}}
END
percent 100

shows "--lexicon: a concept of each kind"
for kind in name term broad activity trait role certificate licence language; do
  printf 'field: house\nconcepts:\n  - {name: Frobnicator, kind: %s, also: [Frob 9000]}\n' $kind > kind.yaml
  printf 'skills: [Frob 9000]\n' > maker.yaml
  try read --lexicon kind.yaml maker.yaml
  status_is 0
  out_has "Frobnicator"
done
printf 'skills: [Frob 9000, Widget Two]\n' > maker.yaml

shows "--lexicon: a mistake is told by its own file and line"
printf 'field: home\nconcepts:\n  - {name: Widgetron, kindd: name}\n' > bad.yaml
for others in "--lexicon one.yaml --lexicon bad.yaml" "--lexicon bad.yaml --lexicon two.yaml" \
    "--lexicon one.yaml --lexicon two.yaml --lexicon bad.yaml"; do
  # shellcheck disable=SC2086 # words
  try score $others machines.yaml maker.yaml
  status_is 3
  err_has "bad.yaml:3:23: "
done

shows "--as-of: what present means"
printf -- '- 5 years of SQL\n' > years.yaml
printf 'experience:\n  - {title: Clerk, from: 2020-01, to: present, skills: [SQL]}\n' > clerk.yaml
try score -f json --as-of 2022-01-01 years.yaml clerk.yaml
percent 50
out_has '"as_of":"2022-01-01"'
try score -f json --as-of 2026-01-01 years.yaml clerk.yaml
percent 100
try read --as-of 2022-01-01 clerk.yaml
out_has "as of 2022-01-01"
printf '{"profile":{"experience":[{"title":"Clerk","from":"2020-01","to":"present","skills":["SQL"]}]}}\n' \
  > clerk.json
try stream --as-of 2022-01-01 --posting years.yaml < clerk.json
percent 50
shows "--as-of: today, where it is not given"
day=$(date +%Y-%m-%d)
try score -f json years.yaml clerk.yaml
if [ "$day" = "$(date +%Y-%m-%d)" ]; then # not at midnight
  out_has "\"as_of\":\"$day\""
fi

shows "--allow-patterns: without it, a posting's own expression is undecided"
printf -- '- {text: Cloud, match: "(?i)aws"}\n' > cloud.yaml
printf 'skills: [AWS]\n' > engineer.yaml
try score -f json cloud.yaml engineer.yaml
percent 0
out_has '"status":"undecided"'
try score -f json --allow-patterns cloud.yaml engineer.yaml
percent 100
out_has '"how":"pattern"'
try read --allow-patterns cloud.yaml
status_is 0
printf '{"posting":[{"text":"Cloud","match":"(?i)aws"}],"profile":{"skills":["AWS"]}}\n' > cloud.json
try stream < cloud.json
out_has '"status":"undecided"'
try stream --allow-patterns < cloud.json
percent 100

shows "the same input gives the same bytes, in every locale and place"
try score --as-of 2026-01-01 wish.yaml profile.yaml
cp out whole
LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo try score --as-of 2026-01-01 wish.yaml profile.yaml
same out whole
finish
