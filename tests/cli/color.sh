#!/bin/sh
# SPDX-License-Identifier: MIT
# Colours: only on a terminal that has them, unless told; never in what is not text.
# shellcheck source=tests/cli/support/check.sh
. "$(dirname "$0")/support/check.sh"
escape=$(printf '\033')

colored()
{
  grep -qF "${escape}[" out || fails "no colour"
}

plain()
{
  if grep -qF "$escape" out; then
    fails "colour"
  fi
}

shows "a file gets none"
TERM=xterm try score posting.yaml profile.yaml
plain
cp out whole
shows "a file gets them with --color always, whatever NO_COLOR and TERM say"
NO_COLOR=1 TERM=dumb try score --color always posting.yaml profile.yaml
colored
shows "each meaning has its own"
printf -- '- SQL\n- 9 years of SQL\n- Welding\n- Driving licence B\n- {text: Cloud, match: aws}\n' > many.yaml
cp out one
try score --color always many.yaml profile.yaml
for code in '\033[1m' '\033[32m' '\033[33m' '\033[31m' '\033[36m' '\033[35m'; do
  # shellcheck disable=SC2059 # the code is a format
  out_has "$(printf "$code")"
done
mv one out
shows "without its colours the report is the same"
sed "s/$escape\[[0-9;]*m//g" out > bare
same bare whole
shows "no other format gets any"
for format in json markdown html csv; do
  try score --color always --format $format posting.yaml profile.yaml
  plain
done
shows "never is never, and auto is what stands without it"
try score --color never posting.yaml profile.yaml
same out whole
try score --color auto posting.yaml profile.yaml
same out whole

# on_terminal VARIABLES... -- ARGUMENTS...: standard output is a terminal.
if ! command -v script >/dev/null 2>&1; then
  echo "script is not installed: terminals are not tried"
  finish
fi
on_terminal()
{
  settings=
  while [ "$1" != -- ]; do
    settings="$settings $1"
    shift
  done
  shift
  script -qec "env -u TERM -u NO_COLOR $settings '$jobmatch' $*" typescript < /dev/null > out 2> err
}

shows "a terminal gets them"
on_terminal TERM=xterm -- score posting.yaml profile.yaml
colored
out_has "50 %"
shows "a terminal gets them though NO_COLOR is empty"
on_terminal TERM=xterm NO_COLOR= -- score posting.yaml profile.yaml
colored
shows "not with NO_COLOR"
on_terminal TERM=xterm NO_COLOR=1 -- score posting.yaml profile.yaml
plain
out_has "50 %"
shows "NO_COLOR gives way to --color always"
on_terminal TERM=xterm NO_COLOR=1 -- score --color always posting.yaml profile.yaml
colored
shows "not on a dumb terminal, nor on one without a name"
on_terminal TERM=dumb -- score posting.yaml profile.yaml
plain
on_terminal -- score posting.yaml profile.yaml
plain
shows "not with --color never"
on_terminal TERM=xterm -- score --color never posting.yaml profile.yaml
plain
shows "a report that goes into a file gets none, terminal or not"
on_terminal TERM=xterm -- score -o report posting.yaml profile.yaml
same report whole
finish
