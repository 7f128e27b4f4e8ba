#!/bin/sh
# SPDX-License-Identifier: MIT
# house.sh SOURCE: the rules of the house that a machine can check. Prints every breach; exits 1 if
# there is one.
set -u
cd "${1:?usage: house.sh SOURCE}" || exit 2
bad=0

breach()
{
  echo "$1"
  bad=1
}

# What belongs to the project: what git would take, or all files where there is no git.
if command -v git >/dev/null 2>&1 && [ "$(git rev-parse --show-prefix 2>/dev/null)" = "" ] \
    && git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  files=$(git -c core.quotePath=off ls-files --cached --others --exclude-standard)
else
  files=$(find . -type f ! -path './.*/*' ! -path './build/*' | sed 's,^\./,,')
fi

for entry in $(printf '%s\n' "$files" | cut -d/ -f1 | sort -u); do
  case $entry in
    lib | include | examples | tests | CMakeLists.txt | README.md) ;;
    LICENSE | CHANGELOG.md | CMakePresets.json | .*) ;;
    *) breach "$entry: not one of the agreed entries of the top level" ;;
  esac
done

while IFS= read -r file; do
  [ -f "$file" ] || continue # deleted, not yet committed
  case $file in
    tests/cases/* | tests/fuzz/corpus/* | examples/data/*) continue ;; # data, hostile on purpose
    *.c | *.h | *.cpp | *.sh | *.py | *.lua | *.cmake | *.map | *.in | */CMakeLists.txt \
      | CMakeLists.txt | .ci/run | lib/*.yaml)
      head -n 3 "$file" | grep -q 'SPDX-License-Identifier: MIT' || breach "$file:1: no SPDX line" ;;
  esac
  case $file in
    lib/*.c | lib/*.h | include/*.h)
      lines=$(wc -l < "$file")
      [ "$lines" -lt 500 ] || breach "$file: $lines lines; under 500 are allowed" ;;
  esac
  case $file in
    *.png | *.gz) ;;
    *) if grep -qI "$(printf '\r')\$" "$file"; then breach "$file: lines end in CR LF"; fi ;;
  esac
done <<EOF
$files
EOF
exit $bad
