#!/bin/sh
# SPDX-License-Identifier: MIT
# readme.sh [--write] [COMMAND]: what README.md and the manual page say of the command is true.
#
# The example is exactly what the command prints; --write puts that there. Every document that README
# shows is read without error. Every option of README is one of --help's, and the manual page has the
# same options as --help. Without COMMAND, the one that was built last in .build is asked.
set -u
cd "$(dirname "$0")/.." || exit 2
write=
if [ "${1:-}" = --write ]; then
  write=yes
  shift
fi
# shellcheck disable=SC2012 # names are ours
command=${1:-$(ls -t .build/*/examples/cli/jobmatch 2>/dev/null | head -n 1)}
[ -x "$command" ] || { echo "usage: readme.sh [--write] COMMAND" >&2; exit 2; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failures=0

fails()
{
  echo "$1"
  failures=$((failures + 1))
}

# ---- the example

# The lines between the fences behind the marker, or README with other ones there.
shown()
{
  awk '/^<!-- example: kept equal/ { marked = 1 }
    marked && inside && /^```$/ { exit }
    inside { print }
    marked && /^```text$/ { inside = 1 }' README.md
}

rewritten()
{
  awk -v example="$work/example" '/^<!-- example: kept equal/ { marked = 1 }
    inside && /^```$/ { inside = 0; marked = 0 }
    !inside { print }
    marked && !inside && /^```text$/ {
      while ((getline line < example) > 0)
        print line
      inside = 1
    }' README.md
}

"$command" score examples/data/posting.yaml examples/data/profile.yaml --as-of 2026-01-01 \
  > "$work/example" || fails "the example is not scored"
if [ -n "$write" ] && [ "$failures" -eq 0 ]; then
  rewritten > "$work/README.md" && cat "$work/README.md" > README.md
fi
[ "$(grep -c '^<!-- example: kept equal' README.md)" -eq 1 ] || fails "README.md: no example is marked"
shown > "$work/shown"
diff "$work/shown" "$work/example" > "$work/diff" || {
  fails "README.md: the example is not what the command prints; tests/readme.sh --write mends it:"
  cat "$work/diff"
}

# ---- documents: each block of YAML, told apart by what they hold

awk -v folder="$work" '/^```yaml$/ { file = sprintf("%s/block%02d.yaml", folder, ++count); next }
  /^```$/ { file = "" }
  file != "" { print > file }' README.md
blocks=0
for block in "$work"/block*.yaml; do
  blocks=$((blocks + 1))
  if grep -q '^concepts:' "$block"; then
    set -- --lexicon "$block" examples/data/posting.yaml
  elif grep -q '^bands:' "$block"; then
    set -- --policy "$block" examples/data/posting.yaml
  else
    set -- "$block"
  fi
  "$command" read --quiet "$@" 2> "$work/err" || fails "README.md: not read: $(cat "$work/err" "$block")"
done
[ "$blocks" -ge 5 ] || fails "README.md: only $blocks blocks of YAML were found"

# ---- options

options()
{
  grep -oE -e '--[a-z][a-z-]+' | sort -u
}

for name in score rank find read extract stream; do
  "$command" $name --help
done | sed -n '/^options:/,$p' | grep -oE -e '^ +(-[a-zA-Z], )?--[a-z-]+' > "$work/rows"
{ options < "$work/rows" && echo --version; } | sort -u > "$work/help"
# What stands in blocks of shell is cmake's; what README says of other programs has its own line here.
# shellcheck disable=SC2016 # backticks are text
sed '/^```sh$/,/^```$/d' README.md | options > "$work/readme"
sed -n '/^\.Sh OPTIONS/,/^\.Sh ENVIRONMENT/p' examples/cli/jobmatch.1 \
  | grep '^\.It' | grep -oE 'Fl -[a-z][a-z-]+' | sed 's/Fl -/--/' | sort -u > "$work/manual"

[ "$(wc -l < "$work/help")" -ge 10 ] || fails "--help: options were not found"
[ -s "$work/readme" ] || fails "README.md: options were not found"
{
  comm -23 "$work/readme" "$work/help" | sed 's/^/README.md: no option of the command: /'
  comm -23 "$work/help" "$work/manual" | sed 's/^/jobmatch.1: is silent about /'
  comm -13 "$work/help" "$work/manual" | sed 's/^/jobmatch.1: no option of the command: /'
} > "$work/diff"

# Letters too: "-o, --output" is "Fl o , Fl -output".
grep -oE -e '-[a-zA-Z], --[a-z-]+' "$work/rows" | sort -u | while IFS= read -r pair; do
  letter=${pair%%,*}
  grep -q "^\.It Fl ${letter#-} , Fl -${pair##*, --}\( \|\$\)" examples/cli/jobmatch.1 \
    || echo "jobmatch.1: is silent about $pair"
done >> "$work/diff"
[ -s "$work/diff" ] && fails "$(cat "$work/diff")"

[ "$failures" -eq 0 ]
