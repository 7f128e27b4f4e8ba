#!/bin/sh
# SPDX-License-Identifier: MIT
# headers.sh SOURCE CC: every public header compiles alone, as strict C99 and as C++.
set -u
source=${1:?usage: headers.sh SOURCE CC}
cc=${2:?usage: headers.sh SOURCE CC}
bad=0

# alone HEADER LANGUAGE FLAGS...
alone()
{
  header=$1
  language=$2
  shift 2
  if ! "$cc" -x "$language" "$@" -pedantic -Wall -Wextra -Werror -fsyntax-only \
      -I"$source/include" -DJM_HEADER="<jobmatch/$header>" "$source/tests/headers.c"; then
    echo "$header does not stand alone as $*"
    bad=1
  fi
}

languages=c
if echo 'int main() { return 0; }' | "$cc" -x c++ -fsyntax-only - 2>/dev/null; then
  languages="c c++"
else
  echo "$cc knows no C++ here: only C99 is tried"
fi
for path in "$source"/include/jobmatch/*.h; do
  for language in $languages; do
    case $language in
      c) alone "${path##*/}" c -std=c99 -Wstrict-prototypes ;;
      c++) alone "${path##*/}" c++ -std=c++11 ;;
    esac
  done
done
exit $bad
