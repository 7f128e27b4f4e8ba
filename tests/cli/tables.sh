#!/bin/sh
# SPDX-License-Identifier: MIT
# ESCO and O*NET in the command: what their tables say counts, and can be made a file.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

mkdir esco onet
{
  printf 'conceptUri,skillType,preferredLabel,altLabels\n'
  printf 'u1,skill/competence,fit bread ovens,"install bread ovens\nkindle brick hearths"\n'
  printf 'u2,knowledge,energy,power for stoves\n'
} > esco/skills_en.csv
printf 'conceptUri,broaderUri\nu1,u2\n' > esco/broaderRelationsSkillPillar_en.csv
printf 'Example\tCommodity Title\nHearth OvenPlan\tBrick kilns\n' > "onet/Technology Skills.txt"
printf 'Alternate Title\tShort Title\nDough Hand\tn/a\n' > "onet/Alternate Titles.txt"
printf -- '- Kindle brick hearths\n' > asked.yaml
printf 'skills: [Fit bread ovens]\n' > has.yaml

shows "without ESCO two names of one skill are two"
try score --at-least 100 asked.yaml has.yaml
status_is 1

shows "with ESCO they are one, in each command"
try score --esco esco --at-least 100 asked.yaml has.yaml
status_is 0
out_has "ESCO"
printf '{"profile":{"skills":["Fit bread ovens"]}}\n' > lines
"$jobmatch" stream --esco esco --posting asked.yaml < lines > out 2> err
out_has '"percent":100'
try read --esco esco -f json asked.yaml
out_has "fit bread ovens"

shows "O*NET stands beside it"
try lexicon list --esco esco --onet onet "hearth ovenplan"
out_has '{name: "Hearth OvenPlan", kind: name, broader: ["Brick kilns"]}'
try lexicon list --onet onet "dough hand"
out_has '{name: "Dough Hand", kind: role}'

shows "what they add can be made a file, which counts as they did"
try lexicon import --esco esco -o added.yaml
status_is 0
out_is ""
grep -q 'name: "fit bread ovens", kind: term, also: \["install bread ovens", "kindle brick hearths"\]' added.yaml \
  || fails "the file lacks it"
grep -q 'name: "energy (ESCO)"' added.yaml || fails "an everyday word became a name"
try lexicon check added.yaml
status_is 0
try score --lexicon added.yaml --at-least 100 asked.yaml has.yaml
status_is 0

shows "the newer of two editions is taken"
printf 'Workplace Example\tElement Name\nStovetop Pro\tStove software\n' > "onet/Software Skills.txt"
try lexicon import --onet onet
out_has "Stovetop Pro"
out_lacks "OvenPlan"
finish
