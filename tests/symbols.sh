#!/bin/sh
# SPDX-License-Identifier: MIT
# symbols.sh SOURCE LIBRARY: the functions that the public headers declare, those that the map lists
# and those that the built library exports are the same. A static library exports nothing, but every
# name in it that a user's linker could meet begins with jm_ or jmi_.
set -u
source=${1:?usage: symbols.sh SOURCE LIBRARY}
library=${2:?usage: symbols.sh SOURCE LIBRARY}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
bad=0

# Declarations may span lines: comments out, one statement a line, then the name before the bracket.
cat "$source"/include/jobmatch/*.h | tr '\n' ' ' | sed 's,/\*,\n/*,g; s,\*/,*/\n,g' | grep -v '^/\*' \
  | tr ';\n' '\n ' | grep 'JM_API  *[a-z]' | sed -n 's/.*JM_API [^(]*[ *]\(jm_[a-z0-9_]*\)(.*/\1/p' \
  | sort -u > "$work/headers"
sed -n 's/^ *\(jm_[a-z0-9_]*\);.*/\1/p' "$source/lib/jobmatch.map" | sort > "$work/map"

same()
{
  if ! diff "$work/$1" "$work/$2" > "$work/diff"; then
    echo "$1 (<) and $2 (>) differ:"
    cat "$work/diff"
    bad=1
  fi
}
[ -s "$work/headers" ] || { echo "no declaration found in the headers"; exit 1; }
same headers map
case $library in
  *.a)
    nm -g --defined-only "$library" 2>/dev/null | awk 'NF == 3 {print $3}' | sort -u > "$work/names"
    if grep -vE '^(jm|jmi)_|^__(asan|odr_asan|sancov|start|stop|llvm|gcov)|^(asan|ubsan)\.' "$work/names"; then
      echo "the names above could clash with a user's"
      bad=1
    fi
    grep -E '^jm_' "$work/names" > "$work/library" ;;
  *)
    nm -D --defined-only "$library" | awk '{print $NF}' | sed 's/@.*//' \
      | grep -vE '^(JOBMATCH_0|__(asan|odr_asan|gcov|llvm|start|stop).*)$' | sort -u > "$work/library" ;;
esac
same map library
exit $bad
