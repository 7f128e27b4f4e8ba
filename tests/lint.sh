#!/bin/sh
# SPDX-License-Identifier: MIT
# lint.sh [FILES...]: what gcc's analyser, clang-tidy, cppcheck, shellcheck and clang-format find in
# the sources of the library and the command, or in the files given; a tool that is not installed is
# said to be missing and passed over. Exits 1 when anything is found.
set -u
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
found=0

if [ $# -gt 0 ]; then
  sources=$*
else
  sources=$(find lib examples -name '*.c' | sort)
fi
# shellcheck disable=SC2046 # flags are words
set -- -std=c11 -D_POSIX_C_SOURCE=200809L -Iinclude -Ilib \
  $(pkg-config --cflags yaml-0.1 libpcre2-8 libutf8proc)

# tool NAME: is it there? Says so when not.
tool()
{
  if command -v "$1" >/dev/null 2>&1; then
    echo "$1"
    return 0
  fi
  echo "$1 is not installed: passed over"
  return 1
}

# verdict NAME: prints what a tool wrote into its log, if it is anything.
verdict()
{
  [ -s "$work/$1" ] || return 0
  cat "$work/$1"
  found=1
}

if tool gcc; then
  for file in $sources; do
    gcc "$@" -O2 -fanalyzer -Wno-analyzer-too-complex -c -o "$work/object" "$file" 2>>"$work/gcc" \
      || echo "$file: gcc failed" >>"$work/gcc"
  done
  verdict gcc
fi
if tool clang-tidy; then
  # shellcheck disable=SC2016,SC2086 # files are words; the inner shell expands
  printf '%s\n' $sources | xargs -P 2 -n 1 sh -c '
    log=$1; flags=$2; shift 2
    clang-tidy --quiet "$@" -- $flags >>"$log.$$" 2>/dev/null' lint "$work/tidy" "$*"
  cat "$work"/tidy.* >"$work/clang-tidy" 2>/dev/null
  verdict clang-tidy
fi
if tool cppcheck; then
  # shellcheck disable=SC2086 # files are words
  cppcheck -j2 --quiet --std=c11 --inline-suppr --enable=warning,portability,performance \
    --suppress=missingIncludeSystem --suppress=unmatchedSuppression -D_POSIX_C_SOURCE=200809L \
    -Iinclude -Ilib $sources 2>"$work/cppcheck"
  verdict cppcheck
fi
if tool shellcheck; then
  find .ci/run examples tests \( -name '*.sh' -o -path .ci/run \) -exec shellcheck -x {} + \
    >"$work/shellcheck"
  verdict shellcheck
fi
if tool clang-format; then
  # Not the public headers: their columns of comments are set by hand.
  find lib examples tests -name '*.[ch]' -exec clang-format --dry-run {} + 2>&1 \
    | grep 'warning:' | cut -d: -f1 | sort | uniq -c >"$work/clang-format"
  verdict clang-format
fi
exit $found
