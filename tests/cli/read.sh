#!/bin/sh
# SPDX-License-Identifier: MIT
# jobmatch read: which document a file is, how it is understood, what looks wrong.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

shows "a posting as text"
printf 'title: Cook\nrequirements:\n  - 3 years of SQL\npreferred: [Kubernetes]\n' > cook.yaml
try read cook.yaml
status_is 0
err_is ""
[ "$(sed -n 1p out)" = "cook.yaml: a posting: Cook" ] || fails "$(sed -n 1p out)"
out_has "r1  3 years of SQL"
out_has "line 3: required by default"
out_has "r2  Kubernetes"
out_has "line 4: preferred by"

shows "a posting as JSON, one line"
try read --format json cook.yaml
status_is 0
[ "$(wc -l < out)" -eq 1 ] || fails "not one line"
out_has '{"format":"jobmatch-posting","version":1,"title":"Cook","requirements":[{"id":"r1"'
out_has '"tier":"preferred"'

shows "a profile as text"
printf 'skills:\n  - {name: SQL, years: 3, level: basic}\nwilling: {travel: 30%%}\n' > dana.yaml
try read --as-of 2026-01-01 dana.yaml
status_is 0
case $(sed -n 1p out) in "dana.yaml: a profile, "*", as of 2026-01-01") ;; *) fails "$(sed -n 1p out)" ;; esac
out_has "skills[0].name, line 2: SQL"
out_has "skill, level basic, 3 years"

shows "a profile as JSON, one line"
try read -f json --as-of 2026-01-01 dana.yaml
status_is 0
[ "$(wc -l < out)" -eq 1 ] || fails "not one line"
out_has '{"format":"jobmatch-profile","version":1,"as_of":"2026-01-01"'
out_has '"level":"basic"'

shows "an entry of each kind"
cat > all.yaml <<'END'
summary: I cook.
skills: [SQL]
experience:
  - {title: Cook, from: 2019-01, to: 2020-12, highlights: [Baked bread], skills: [Baking]}
projects: [{name: A cook book, role: Author}]
education: [{degree: Bachelor, field: History, status: in progress}]
certificates: [PMP]
languages: [{name: German, level: B2}]
licences: [B]
traits: [patient]
text: I bred bees for a living.
END
try read -f json all.yaml
status_is 0
for kind in summary skill title highlight project education certificate language licence trait; do
  out_has "\"kind\":\"$kind\""
done
out_has '"degree":"bachelor","study":"in progress"'

shows "findings tell place and advice"
try read profile.yaml
out_has "What looks wrong, or could be said:"
out_has "[nothing-dated]"

# kind WHAT TEXT: what a file with this text is.
kind()
{
  printf '%b' "$2" > document
  try read document
  case $(sed -n 1p out) in
    "document: a $1"*) ;;
    *) fails "no $1: $2" ;;
  esac
}

shows "what a file holds is told by its keys"
kind posting '- SQL\n'
kind posting '# a list\n\n- SQL\n'
kind posting 'requirements: [SQL]\n'
kind posting 'title: Cook\npreferred: [SQL]\n'
kind posting '"requirements": [SQL]\n'
kind posting "'requirements': [SQL]\n"
kind posting '\0357\0273\0277- SQL\n'
kind posting 'company: A\r\nrequirements:\r\n- SQL\r\n'
kind posting '["SQL"]'
kind posting '{"requirements": ["SQL"]}'
kind posting ' \n {"title": "skills", "requirements": ["SQL"]}\n'
kind profile 'skills: [SQL]\n'
kind profile 'text: I know SQL.\n'
kind profile 'name: Dana\n'
kind profile '{"skills": ["SQL"]}'
kind profile '{"text": "a \\"requirements\\": no", "skills": ["SQL"]}'

shows "foreign formats are told by their content, and named"
kind 'profile (JSON Resume), ' '{"basics": {"name": "Dana"}, "skills": [{"name": "SQL"}]}'
kind 'profile (JSON Resume), ' 'work: [{position: Cook}]\n'
kind 'profile (RenderCV), ' 'cv:\n  sections:\n    skills: [SQL]\n'
kind 'posting (JSON Resume)' '{"title": "Cook", "skills": [{"name": "SQL"}]}'
kind 'posting (JSON Resume)' 'qualifications: [SQL]\n'
kind 'posting (schema.org JobPosting): Cook' '{"@type": "JobPosting", "title": "Cook", "skills": "SQL"}'
kind 'posting (schema.org JobPosting)' '{"@graph": [{"@type": "JobPosting", "skills": "SQL"}]}'
kind 'posting (schema.org JobPosting)' '[{"@type": "JobPosting", "skills": "SQL"}]'
kind 'posting (schema.org JobPosting)' '"@type": JobPosting\nskills: SQL\n'
kind 'posting (schema.org JobPosting)' 'jobLocation: {address: x}\nskills: SQL\n'
try read -f json document
out_has '"read_as":"schema.org JobPosting"'
try read -f json dana.yaml
out_has '"read_as":"jobmatch"'

shows "what stands in a foreign format where it can't be read is told"
printf '{"work": [{"position": {"a": 1}, "startDate": "soon"}],\n "skills": ["SQL"], "text": "x",\n "basics": {}}\n' > odd.json
try read odd.json
status_is 0
out_has "skills[0], line 2: SQL"
out_has "odd.json:1:24: work[0].position: a mapping stands where it can't be read [not-read]"
out_has "odd.json:1:47: work[0].startDate: the date is none that is known here, and is not read [not-read]"
out_has "odd.json:2:29: text: a field of jobmatch's own format is not read in a foreign one [not-read]"
awk 'BEGIN { print "work:"; for (i = 0; i < 101; i++) print "  - [x]" }' > odd.yaml
try read odd.yaml
out_has "odd.yaml: 1 more values are not read [not-read]"
printf 'title: [x]\nqualifications: [SQL]\n' > odd.yaml
try read odd.yaml
out_has "odd.yaml:1:8: title: a list stands where it can't be read [not-read]"

shows "the keys of neither"
echo "colour: red" > document
try read document
status_is 3
out_is ""
err_is "jobmatch: document: neither a posting nor a profile: it has the keys of neither"

shows "what can't be read at all is told so"
for text in '' '\0377\n' 'a: [\n'; do
  printf '%b' "$text" > document
  try read document
  status_is 3
  out_is ""
  err_has "document:"
  err_has " [JM_ERR_"
done

shows "a bad file costs only itself"
echo "requirements: 3" > bad.yaml
try read cook.yaml bad.yaml dana.yaml
status_is 3
out_has "cook.yaml: a posting"
out_has "dana.yaml: a profile"
err_has "bad.yaml:1:15: requirements: "
try read bad.yaml not-there.yaml cook.yaml
status_is 4
out_has "cook.yaml: a posting"
err_has "not-there.yaml: No such file"

shows "an empty line stands between two, and nowhere else"
try read bad.yaml cook.yaml
[ "$(sed -n 1p out)" = "cook.yaml: a posting: Cook" ] || fails "the first line is: $(sed -n 1p out)"

shows "white space is one blank, and none at the end of a line"
printf 'title: >\n  Cook\n  and  baker\nrequirements:\n  - >\n    3 years\n    of SQL\n' > folded.yaml
printf 'summary: >\n  I cook\n  and bake.\n' > folded
try read folded.yaml folded
status_is 0
[ "$(sed -n 1p out)" = "folded.yaml: a posting: Cook and baker" ] || fails "$(sed -n 1p out)"
out_has "r1  3 years of SQL"
if grep ' $' out; then
  fails "a line ends with a blank"
fi

shows "no part is empty, or begins with the comma that it was cut at"
printf -- "- Bachelor's degree, or 5 years of experience\n- Rust, Go, or 3 years, SQL\n" > commas.yaml
try read -f json commas.yaml
status_is 0
if grep -o '{"text":"[ ,]*[,"],"criterion' out; then
  fails "one is"
fi

shows "as JSON each file is a line"
try read --format json cook.yaml bad.yaml dana.yaml
status_is 3
[ "$(wc -l < out)" -eq 2 ] || fails "not two lines"

shows "what steers a terminal is escaped"
printf 'requirements: ["SQL \\u202E and \\e[31m"]\n' > document
try read document
status_is 0
if LC_ALL=C grep -q "$(printf '\033\|\342\200\256')" out; then
  fails "it is not"
fi

shows "words that shut people out are told, whole words only"
printf 'requirements:\n  - Young salesman, a JavaScript ninja\n  - Salesmanship\n  - Youngstown area\n' > ad.yaml
try read ad.yaml
status_is 0
out_has 'ad.yaml:2:5: requirements[0]: the line says "young" [age-coded]'
out_has '[gendered]'
out_has '[slang]'
out_lacks 'ad.yaml:3:5: requirements[1]: the line says'
out_lacks 'ad.yaml:4:5: requirements[2]: the line says'
finish
