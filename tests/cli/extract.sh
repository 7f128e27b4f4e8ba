#!/bin/sh
# SPDX-License-Identifier: MIT
# jobmatch extract: advertisements of several kinds made postings, and what cannot be made one.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

cat > baker.html <<'END'
<html><head><title>Baker | Rye &amp; Sons</title></head><body>
<h1>Baker</h1><p>We have baked for 40 years.</p>
<h2>What you'll do</h2><ul><li>Bake bread<li>Train apprentices</ul>
<h2>What you'll bring</h2><ul><li>3 years&rsquo; experience in a bakery
<li>Hours: from 3 in the morning<li>Trade: "baker" #1</ul>
<h2>Nice to have</h2><ul><li>A driving licence</ul>
<h2>Benefits</h2><ul><li>Free bread</ul></body></html>
END
cat > baker.yaml <<'END'
title: Baker
requirements:
  - 3 years' experience in a bakery
  - 'Hours: from 3 in the morning'
  - 'Trade: "baker" #1'
preferred:
  - A driving licence
END

shows "a page becomes a posting"
try extract baker.html
status_is 0
err_is ""
same out baker.yaml

shows "the posting can be read and scored"
cp out made.yaml
try read --quiet made.yaml
status_is 0
try score --quiet made.yaml profile.yaml
status_is 0

shows "duties are given when they are asked for"
try extract --duties baker.html
status_is 0
out_has "  - Bake bread"
out_has "  - Train apprentices"

shows "duties are given when there is nothing else, and that is said"
printf 'Baker\n\nDuties\n- Bake bread\n- Sweep the floor\n' > duties.txt
try extract duties.txt
status_is 0
out_is "title: Baker
# The text asks for nothing else than to do these.
requirements:
  - Bake bread
  - Sweep the floor"

shows "Markdown, on standard input"
printf '# Cook\n\n## Requirements\n\n- **SQL**\n- 2 years of\n  cooking\n' | "$jobmatch" extract - > out 2> err
status=$?
status_is 0
out_is "title: Cook
requirements:
  - SQL
  - 2 years of cooking"

shows "pasted lines, with a byte order mark and CR LF"
printf '\357\273\277Cook\r\n\r\nRequirements\r\nKnife skills\r\nFood hygiene certificate\r\n\r\nBenefits\r\nMeals\r\n' > cook.txt
try extract cook.txt
status_is 0
out_is "title: Cook
requirements:
  - Knife skills
  - Food hygiene certificate"

shows "UTF-16 with a mark is read, other bytes are told"
printf '\377\376R\000e\000q\000u\000i\000r\000e\000m\000e\000n\000t\000s\000:\000\n\000-\000 \000S\000Q\000L\000\n\000' > wide.txt
try extract wide.txt
status_is 0
out_has "  - SQL"
printf 'Requirements\n- Caf\351 work\n' > western.txt
try extract western.txt
status_is 3
out_is ""
err_has "western.txt:2:"
err_has "[JM_ERR_ENCODING]"

shows "nothing found is told with what was looked for"
printf 'We sell chairs.\n' > chairs.txt
try extract chairs.txt
status_is 3
out_is ""
err_has "chairs.txt: the text asks for nothing that could be found [JM_ERR_FIELD]"
err_has "Requirements"

shows "to a file, and in silence"
try extract -o made.yaml baker.html
status_is 0
out_is ""
same made.yaml baker.yaml
try extract --quiet baker.html
status_is 0
out_is ""

shows "one file, and only what concerns it"
try extract
status_is 2
try extract baker.html duties.txt
status_is 2
try extract --policy p.yaml baker.html
status_is 2
finish
