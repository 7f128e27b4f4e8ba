#!/bin/sh
# SPDX-License-Identifier: MIT
# jobmatch stream: good and bad lines, each answered by one.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"

# answer NUMBER: a line of standard output.
answer()
{
  sed -n "$1p" out
}

# answer_begins NUMBER TEXT
answer_begins()
{
  case $(answer "$1") in
    "$2"*) ;;
    *) fails "answer $1 is $(answer "$1" | cut -c1-200)" ;;
  esac
}

count_is()
{
  [ "$(wc -l < out)" -eq "$1" ] || fails "$(wc -l < out) answers, not $1"
}

scored='"result":{"format":"jobmatch-result","version":1,'

shows "documents of foreign formats, without a flag"
cat > lines <<'END'
{"id": 1, "posting": {"@type": "JobPosting", "skills": "SQL, Kubernetes"}, "profile": {"basics": {"name": "Dana"}, "skills": [{"name": "SQL"}]}}
{"id": 2, "posting": {"qualifications": ["SQL"]}, "profile": "cv: {sections: {skills: [SQL]}}"}
{"id": 3, "posting": {"@graph": [{"@type": "Person"}]}, "profile": {}}
END
try stream < lines
status_is 0
count_is 3
answer_begins 1 "{\"id\":1,$scored\"title\":\"\",\"percent\":50,"
answer_begins 2 "{\"id\":2,$scored\"title\":\"\",\"percent\":100,"
answer_begins 3 '{"id":3,"error":{"status":"JM_ERR_FIELD","message":"the document holds no JobPosting"'

shows "documents, or strings that hold one"
cat > lines <<'END'
{"id": 1, "posting": ["SQL", "Kubernetes"], "profile": {"skills": ["SQL"]}}
{"id": 2, "posting": {"requirements": ["SQL"]}, "profile": "skills: [SQL]"}
{"id": 3, "posting": "- SQL\n- Go\n", "profile": {"skills": ["SQL"]}}
END
try stream < lines
status_is 0
err_is ""
count_is 3
answer_begins 1 "{\"id\":1,$scored\"title\":\"\",\"percent\":50,"
answer_begins 2 "{\"id\":2,$scored\"title\":\"\",\"percent\":100,"
answer_begins 3 "{\"id\":3,$scored\"title\":\"\",\"percent\":50,"

shows "a line's result is what score says"
try score --format json --as-of 2026-01-01 posting.yaml profile.yaml
{ printf '{"id":null,"result":' && tr -d '\n' < out && echo "}"; } > whole
printf '{"posting":"- SQL\\n- Kubernetes\\n","profile":"skills: [SQL]\\n"}\n' > lines
try stream --as-of 2026-01-01 < lines
same out whole

shows "any id comes back as it was"
cat > lines <<'END'
{"id": "a\"b\u00e9", "profile": {"skills": ["SQL"]}}
{"profile": {"skills": ["SQL"]}, "id": {"a": [1, 2.50]}}
{"id": null, "profile": {"skills": ["SQL"]}}
{"profile": {"skills": ["SQL"]}}
END
try stream --posting posting.yaml < lines
status_is 0
answer_begins 1 '{"id":"a\"b\u00e9",'
answer_begins 2 '{"id":{"a": [1, 2.50]},'
answer_begins 3 '{"id":null,'
answer_begins 4 '{"id":null,'

shows "one posting for all lines, or one profile"
printf '{"id":7,"profile":{"skills":["SQL"]}}\n' > lines
try stream --posting posting.yaml < lines
status_is 0
answer_begins 1 "{\"id\":7,$scored\"title\":\"\",\"percent\":50,"
printf '{"id":8,"posting":["SQL"]}\n' > lines
try stream --profile profile.yaml < lines
status_is 0
answer_begins 1 "{\"id\":8,$scored\"title\":\"\",\"percent\":100,"

shows "a bad line is answered with an error, and stops nothing"
cat > lines <<'END'
{"id": 1, "profile": {"skills": ["SQL"]}}
nonsense
[1]
{"id": 4}
{"id": 5, "profile": {"skils": ["SQL"]}}
{"id": 6, "profile": "skills: [SQL"}
{"id": 7, "profile": {"skills": ["SQL"]}, "posting": ["SQL"]}
{"id": 8, "profile": {"skills": ["SQL"]}, "more": 1}
{"id": 9, "profile": 3}
{"id": 10, "profile": {"skills": ["SQL"]}
{"id": 11, "profile": {"skills": ["SQL"]}}
END
try stream --posting posting.yaml < lines
status_is 0
err_is ""
count_is 11
answer_begins 1 "{\"id\":1,$scored"
answer_begins 2 '{"id":null,"error":{"status":"JM_ERR_SYNTAX","message":"'
answer_begins 3 '{"id":null,"error":{"status":"JM_ERR_FIELD","message":"the line must be a JSON object",'
answer_begins 4 '{"id":4,"error":{"status":"JM_ERR_FIELD","message":"the line has no profile","hint":"","document":"line","line":1,"column":1,"path":""}}'
answer_begins 5 '{"id":5,"error":{"status":"JM_ERR_FIELD","message":"unknown field'
answer_begins 6 '{"id":6,"error":{"status":"JM_ERR_SYNTAX","message":"'
answer_begins 7 '{"id":7,"error":{"status":"JM_ERR_FIELD","message":"the line has a posting, but one is given for all lines",'
answer_begins 8 '{"id":8,"error":{"status":"JM_ERR_FIELD","message":"the line has a field that a stream does not know",'
answer_begins 9 '{"id":9,"error":{"status":"JM_ERR_FIELD","message":"'
answer_begins 10 '{"id":null,"error":{"status":"JM_ERR_SYNTAX","message":"'
answer_begins 11 "{\"id\":11,$scored"

shows "a place counts in the line, or in the string that holds the document"
case $(answer 5) in *'"document":"profile","line":1,"column":23,"path":"skils"}}') ;; *) fails "$(answer 5)" ;; esac
case $(answer 6) in *'"document":"profile","line":1,"column":9,'*) ;; *) fails "$(answer 6)" ;; esac
case $(answer 9) in *'"document":"profile","line":1,"column":22,'*) ;; *) fails "$(answer 9)" ;; esac

shows "--strict: 3 when a line was answered with an error, and all are answered"
cp out whole
try stream --strict --posting posting.yaml < lines
status_is 3
same out whole
head -n 1 lines > good
try stream --strict --posting posting.yaml < good
status_is 0

shows "no lines, no answers"
try stream < /dev/null
status_is 0
out_is ""

shows "the documents for all lines are read before any line"
try stream --posting not-there.yaml < lines
status_is 4
out_is ""
echo "requirements: 3" > bad.yaml
try stream --posting bad.yaml < lines
status_is 3
out_is ""
err_has "bad.yaml:1:15: requirements: "
try stream --profile bad.yaml < lines
status_is 3

shows "not both, and not from standard input"
try stream --posting posting.yaml --profile profile.yaml < lines
status_is 2
err_has "give --posting or --profile: the lines hold the other"
try stream --posting - < lines
status_is 2
err_has "standard input holds the lines, so no document"
try stream --profile - < lines
status_is 2
finish
