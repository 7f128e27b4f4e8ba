#!/bin/sh
# SPDX-License-Identifier: MIT
# jobmatch stream: what a line is. Its ends, its length, and when it is answered.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"
good='{"id":1,"profile":{"skills":["SQL"]}}'
try stream --as-of 2026-01-01 --posting posting.yaml <<END
$good
END
cp out whole
cat whole whole > twice

shows "lines end with LF or CRLF, the last one perhaps with nothing"
printf '%s\r\n%s' "$good" "$good" > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
status_is 0
same out twice
printf '%s\n%s\r' "$good" "$good" > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
same out twice

shows "a blank line is answered with an error"
printf '\n%s\n \t\r\n\r\n' "$good" > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
status_is 0
[ "$(wc -l < out)" -eq 4 ] || fails "$(wc -l < out) answers, not 4"
for number in 1 3 4; do
  case $(sed -n ${number}p out) in
    '{"id":null,"error":{"status":"JM_ERR_SYNTAX","message":"the line is blank; it must be a JSON object",'*) ;;
    *) fails "$(sed -n ${number}p out)" ;;
  esac
done
sed -n 2p out > second
same second whole

# padded LENGTH: the good line with blanks behind it, LENGTH bytes in all.
padded()
{
  printf '%s' "$good"
  head -c $(($1 - ${#good})) /dev/zero | tr '\0' ' '
}

shows "a line of 1 MiB is answered, whatever ends it"
limit=1048576
{ padded $limit && printf '\n' && padded $limit && printf '\r\n'; } > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
status_is 0
same out twice
padded $limit > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
same out whole

shows "a longer one is skipped, told, and the next one is found"
long='{"id":null,"error":{"status":"JM_ERR_LIMIT","message":"the line has more than 1048576 bytes","hint":"","document":"line","line":0,"column":0,"path":""}}'
for length in $((limit + 1)) $((limit + 2)) $((limit + 70000)) 5000000; do
  { padded $length && printf '\n%s\n' "$good"; } > lines
  try stream --as-of 2026-01-01 --posting posting.yaml < lines
  status_is 0
  { echo "$long" && cat whole; } > expected
  same out expected
done
try stream --strict --posting posting.yaml < lines
status_is 3

shows "a longer one at the end, without an end of its own"
{ printf '%s\n' "$good" && padded $((limit + 1)); } > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
{ cat whole && echo "$long"; } > expected
same out expected

shows "a NUL is no end of a line"
printf '{"id":1}\0\n%s\n' "$good" > lines
try stream --as-of 2026-01-01 --posting posting.yaml < lines
[ "$(wc -l < out)" -eq 2 ] || fails "$(wc -l < out) answers, not 2"
sed -n 2p out > second
same second whole

shows "--line-buffered answers a line before the next one is sent"
mkfifo questions answers
"$jobmatch" stream --line-buffered --as-of 2026-01-01 --posting posting.yaml \
  < questions > answers 2> err &
exec 5> questions 6< answers
for _ in 1 2 3; do
  printf '%s\n' "$good" >&5
  IFS= read -r line <&6
  printf '%s\n' "$line" > out
  same out whole
done
exec 5>&-
wait $!
status=$?
status_is 0
exec 6<&-
finish
