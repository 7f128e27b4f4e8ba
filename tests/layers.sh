#!/bin/sh
# SPDX-License-Identifier: MIT
# layers.sh SOURCE: rooms know only themselves and those before them, and each foreign library is
# known where it belongs. Prints every breach; exits 1 if there is one.
set -u
cd "${1:?usage: layers.sh SOURCE}/lib" || exit 2
bad=0

later=$(grep -n '^# *include "' ./*/*.[ch] | sed 's,^\./,,' | awk -F'[/:"]' '
  BEGIN {
    n = split("base text document lexicon model language match score corpus report", room, " ")
    for (i = 1; i <= n; i++) rank[room[i]] = i
  }
  !($1 in rank) { print $0 ": this room has no rank"; next }
  $5 == "jobmatch" { next }
  $6 == "" { next } # a file of the same room
  !($5 in rank) || rank[$5] > rank[$1]')
if [ -n "$later" ]; then
  printf 'includes of a later room, or of none:\n%s\n' "$later"
  bad=1
fi

# known_in HEADER ALLOWED...: HEADER is included by these files only.
known_in()
{
  header=$1
  shift
  users=$(grep -lE "^# *include <$header>" ./*/*.[ch] ../include/*/*.h ../examples/*/*.c 2>/dev/null)
  for file in $users; do
    allowed=no
    for pattern in "$@"; do
      # shellcheck disable=SC2254 # the words are patterns
      case $file in $pattern) allowed=yes ;; esac
    done
    if [ $allowed = no ]; then
      echo "$file includes <$header>, which is for $* only"
      bad=1
    fi
  done
}
known_in 'yaml\.h' ./document/yaml.c
known_in 'pcre2\.h' ./text/pattern.c
known_in 'libstemmer\.h' './text/*'
known_in 'utf8proc\.h' './text/*'
exit $bad
