#!/bin/sh
# SPDX-License-Identifier: MIT
# run_case.sh COMMAND FOLDER: runs one case of tests/cases through the command, as it is written and
# then with CR LF line ends, with a byte order mark, and without the last line's end. The answer is
# the same each time.
#
# A folder holds posting.yaml, profile.yaml and expected.txt. A document in another format than
# jobmatch's own is called posting.json, profile.json or profile.foreign.yaml: the schemas are not of
# it; the command sees it under its usual name all the same. A folder may also hold args (words for the
# command; --as-of 2026-01-31 if they name none), status (the exit status; 0), variants (which of crlf, bom and cut make sense; all).
# Each line of expected.txt is a fact that facts.py tells of the JSON result; # begins a comment.
#
# Under cases/invalid one of posting.yaml, profile.yaml, policy.yaml or lexicon.yaml is bad; what is
# not there is taken from cases/invalid/good. expected.txt holds line:column: path: message, as they
# stand behind the file's name on standard error, and a line that begins with a blank holds the hint.
set -u
LC_ALL=C # documents are bytes here
export LC_ALL
command=${1:?usage: run_case.sh COMMAND FOLDER}
folder=${2:?usage: run_case.sh COMMAND FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
good=$here/cases/invalid/good
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

case $folder in
  */invalid/*) kind=invalid status=3 ;;
  *) kind=scored status=0 ;;
esac
[ -f "$folder/status" ] && status=$(cat "$folder/status")
variants="crlf bom cut"
[ -f "$folder/variants" ] && variants=$(cat "$folder/variants")

complain()
{
  echo "$(basename "$folder"), $variant: $1"
  failed=1
}

# rewrite VARIANT IN OUT
rewrite()
{
  case $1 in
    plain) cat "$2" ;;
    crlf) sed 's/$/\r/' "$2" ;;
    bom) printf '\357\273\277' && cat "$2" ;;
    cut) head -c "$(($(wc -c < "$2") - 1))" "$2" ;;
  esac > "$3"
}

# Puts the documents, rewritten, beside each other: posting.yaml and so on.
prepare()
{
  rm -rf "$work/in" && mkdir "$work/in" || exit 2
  for name in posting profile policy lexicon; do
    for file in "$folder/$name.yaml" "$folder/$name.json" "$folder/$name.foreign.yaml"; do
      [ -f "$file" ] && rewrite "$variant" "$file" "$work/in/$name.yaml"
    done
    if [ ! -f "$work/in/$name.yaml" ] && [ -f "$good/$name.yaml" ]; then
      cp "$good/$name.yaml" "$work/in/$name.yaml"
    fi
  done
}

run()
{
  args=
  [ -f "$folder/args" ] && args=$(cat "$folder/args")
  case $args in
    *--as-of*) ;;
    *) args="--as-of 2026-01-31 $args" ;; # no case depends on the day it is run
  esac
  [ "$kind" = invalid ] && [ -f "$folder/policy.yaml" ] && args="$args --policy policy.yaml"
  [ "$kind" = invalid ] && [ -f "$folder/lexicon.yaml" ] && args="$args --lexicon lexicon.yaml"
  # shellcheck disable=SC2086 # args are words
  (cd "$work/in" && "$command" score --format json $args posting.yaml profile.yaml) \
    > "$work/out" 2> "$work/err"
  got=$?
  [ $got -eq "$status" ] || complain "exit status $got, expected $status"
}

check_facts()
{
  python3 "$here/facts.py" < "$work/out" > "$work/facts" || { complain "no result"; return; }
  sed 's/ *#.*//; /^$/d' "$folder/expected.txt" > "$work/expected"
  [ -s "$work/expected" ] || complain "expected.txt expects nothing"
  while IFS= read -r fact; do
    grep -qxF -e "$fact" "$work/facts" || complain "not so: $fact"
  done < "$work/expected"
}

check_complaint()
{
  for bad in posting profile policy lexicon; do
    for file in "$folder/$bad.yaml" "$folder/$bad.json" "$folder/$bad.foreign.yaml"; do
      [ -f "$file" ] && name=$bad.yaml
    done
  done
  [ -s "$work/out" ] && complain "something stands on standard output"
  # The status behind the message may stand in expected.txt, or be left out.
  (cat "$work/err" && sed 's/ \[JM_ERR_[A-Z]*\]$//' "$work/err") > "$work/told"
  while IFS= read -r line; do
    case $line in
      " "*) grep -qF -e "${line# }" "$work/told" || complain "not told:$line" ;;
      *) grep -qxF -e "$name:$line" "$work/told" || complain "not told: $line" ;;
    esac
  done < "$folder/expected.txt"
}

for variant in plain $variants; do
  prepare
  run
  if [ $kind = scored ]; then
    check_facts
  else
    check_complaint
  fi
  if [ $failed -ne 0 ]; then
    cat "$work/err"
    [ $kind = scored ] && cat "$work/facts"
    exit 1
  fi
done
