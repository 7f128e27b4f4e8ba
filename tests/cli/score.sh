#!/bin/sh
# SPDX-License-Identifier: MIT
# jobmatch score: each way in which a line can stand, be asked for and be shown, in text and JSON.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

cat > all.yaml <<'END'
title: All sorts
requirements:
  - Willingness to travel 25 %
  - 5 years of Python
  - 3 years of work experience
  - PostgreSQL
  - Coordinating press conferences
  - Relational databases
  - MySQL
  - Restoring antique wooden furniture
  - Product launch planning
  - {text: Cloud, match: '(?i)aws'}
  - Kubernetes must be known
  - {text: Patience, tier: must-have}
  - {text: A word of nothing, any_of: [the, of]}
  - Bachelor's degree in History
  - PMP certificate
  - German B2
  - Driving licence B
  - Work authorization in the US
  - Security clearance
  - Weekend shifts
  - Must be located in Berlin
  - German C1
preferred:
  - Welding
END
cat > dana.yaml <<'END'
skills: [PostgreSQL]
languages: [{name: German, level: A2}]
experience:
  - title: Developer
    from: 2019-01
    to: 2020-12
    highlights:
      - Scripts in Python
      - Coordinated a press conference
      - Restored a wooden table
      - Planned the launch of two oven ranges
      - Ran AWS
  - title: Assistant
    highlights: [Kept an antique clock]
summary: A friend of furniture.
willing: {travel: 30%}
END

shows "text: where each line stands, what asks for it, what shows it"
try score --allow-patterns --as-of 2026-01-01 all.yaml dana.yaml
status_is 0
err_is ""
while IFS= read -r piece; do
  out_has "$piece"
done <<'END'
+ met       r1: Willingness to travel 25 %
~ partly    r2: 5 years of Python
- missing   r11: Kubernetes must be known
? unknown   r17: Driving licence B
matched: the profile states it (match.stated)
matched: counted from the dates (match.dates)
matched: the posting's own expression matches (match.pattern)
matched: the same thing is named (match.alias)
matched: the same words in another form (match.inflected)
matched: a kind of what is asked (match.narrower)
matched: some of its words stand in one entry (match.words)
matched: its words are spread over several entries (match.spread)
matched: a related, transferable skill (match.related)
must-have, by its own words (tier.must.must)
must-have, by its tier field
preferred, by the list it stands in
short: asks 5 years, shows 2 years (match.years)
(match.level)
the profile does not say (match.silent)
What went right
What went wrong
What can be improved
as of 2026-01-01
END

shows "text: a sentence stands beside its own rule"
if grep -o 'matched: .*' out | sort -u | sed 's/.*(//' | sort | uniq -d | grep .; then
  fails "two sentences have this one"
fi
if grep -E 'matched: .*match\.(years|level|anchor)' out; then
  fails "what caps is no way to match"
fi

shows "text: the way to each band above, and where it leads"
while IFS= read -r band; do
  grep -A 3 "To reach $band: " out | tr '\n' ' ' | grep -q ', which makes [0-9.]* %\.' \
    || fails "no way to $band"
done <<'END'
75 % (apply)
80 % (strong)
END

shows "text: no line is wider than 80 columns"
awk 'length($0) > 80 { wide = 1 } END { exit wide }' out || fails "one is"

shows "text: what was not allowed to run is undecided"
try score all.yaml dana.yaml
out_has "! undecided r10: Cloud"

shows "JSON: the words for the same"
try score --format json --allow-patterns --as-of 2026-01-01 all.yaml dana.yaml
status_is 0
[ "$(wc -l < out)" -eq 1 ] || fails "not one line"
while IFS= read -r piece; do
  out_has "$piece"
done <<'END'
"status":"met"
"status":"partly"
"status":"missing"
"status":"unknown"
"tier":"must-have","tier_source":"words"
"tier":"must-have","tier_source":"field"
"tier":"required","tier_source":"default"
"tier":"preferred","tier_source":"list"
"component":"can"
"component":"willing"
"component":"fit"
"criterion":"skill"
"criterion":"years"
"criterion":"education"
"criterion":"certificate"
"criterion":"language"
"criterion":"travel"
"criterion":"licence"
"criterion":"authorization"
"criterion":"clearance"
"criterion":"availability"
"criterion":"location"
"criterion":"trait"
"criterion":"pattern"
"how":"none","rule":"match.none"
"how":"stated","rule":"match.stated"
"how":"dates","rule":"match.dates"
"how":"pattern","rule":"match.pattern"
"how":"alias","rule":"match.alias"
"how":"inflected","rule":"match.inflected"
"how":"narrower","rule":"match.narrower"
"how":"words","rule":"match.words"
"how":"spread","rule":"match.spread"
"how":"related","rule":"match.related"
END

shows "JSON: what shows nothing is shown in no way"
if grep -oE '"strength":[0-9]+,"how":"[a-z]+","rule":"[^"]*","reading_rule":"[^"]*","evidence":null' out \
    | grep -v '"how":"\(none\|stated\)"' > nothing; then
  fails "$(head -n 1 nothing)"
fi
finish
