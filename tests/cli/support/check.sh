# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Sourced by the tests of the command, each `sh SUBJECT.sh COMMAND`: a folder of its own to work in,
# two documents in it, and plain comparisons. A test shows a sentence, runs the command, compares,
# and ends with `finish`.
#
#   shows SENTENCE          names what the comparisons below it are about
#   try ARGUMENTS...        runs the command: $status, and the files out and err
#   status_is NUMBER        the exit status
#   out_is TEXT             all of standard output, without the last line's end; err_is likewise
#   out_has TEXT            a piece of one line of it; err_has likewise, out_lacks the contrary
#   file_is FILE TEXT       all of a file
#   same FILE FILE          two files, byte for byte
#   fails SENTENCE          what went wrong, for comparisons made by hand
set -u
jobmatch=${1:?usage: sh SUBJECT.sh COMMAND}
jobmatch=$(cd "$(dirname "$jobmatch")" && pwd)/$(basename "$jobmatch")
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
unset NO_COLOR TERM POSIXLY_CORRECT
what=
status=0
failures=0

# Half of this posting is met by this profile; neither names a date.
printf -- '- SQL\n- Kubernetes\n' > posting.yaml
printf 'skills: [SQL]\n' > profile.yaml

shows()
{
  what=$1
}

try()
{
  "$jobmatch" "$@" > out 2> err
  status=$?
}

fails()
{
  echo "not so: $what: $1"
  failures=$((failures + 1))
}

status_is()
{
  [ "$status" -eq "$1" ] && return
  fails "exit status $status, not $1"
  sed 's/^/  | /' err
}

file_is()
{
  [ "$(cat "$1")" = "$2" ] && return
  fails "$1 holds what stands below, not: $2"
  cut -c1-300 "$1" | sed 's/^/  | /'
}

file_has()
{
  grep -qF -e "$2" "$1" && return
  fails "$1 holds what stands below, without: $2"
  cut -c1-300 "$1" | sed 's/^/  | /'
}

file_lacks()
{
  if grep -qF -e "$2" "$1"; then
    fails "$1 holds: $2"
  fi
}

out_is() { file_is out "$1"; }
err_is() { file_is err "$1"; }
out_has() { file_has out "$1"; }
err_has() { file_has err "$1"; }
out_lacks() { file_lacks out "$1"; }

same()
{
  cmp "$1" "$2" || fails "$1 and $2 differ"
}

# Nothing but the files that are named stands in the folder.
folder_is()
{
  here=$(for name in *; do
    case $name in posting.yaml | profile.yaml | out | err) ;; *) printf '%s ' "$name" ;; esac
  done)
  [ "${here% }" = "$1" ] || fails "the folder holds: $here, not: $1"
}

finish()
{
  [ "$failures" -eq 0 ]
  exit
}
