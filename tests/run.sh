#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [PRESET [CTEST ARGUMENTS...]]: installs what is missing, builds a preset (dev unless told) in
# .build and runs its tests. Prints ctest's closing lines, and all of what a failed test said; exits 1
# when anything fails. Needs no network when everything is installed.
#
# Where clang is installed, a plain run also fuzzes each target for JOBMATCH_FUZZ_SECONDS (5; 0 for
# not at all): enough to find what a change has broken outright.
set -eu
cd "$(dirname "$0")/.."
. examples/setup.sh
fuzz_seconds=${JOBMATCH_FUZZ_SECONDS:-5}
preset=${1:-dev}
if [ $# -gt 0 ]; then
  shift
  fuzz_seconds=${JOBMATCH_FUZZ_SECONDS:-0}
fi

need_build
need g++ g++ # the headers are tried as C++ too
need python3 python3
need_library check check
install_needed
# What the schemas and Markdown are tried with; without it those tests say what they pass over.
need_python jsonschema,yaml "python3-jsonschema python3-yaml"
need cmark-gfm cmark-gfm
install_needed || missing=

echo "Building in .build/$preset"
quietly cmake --preset "$preset"
quietly cmake --build --preset "$preset" --parallel 2

if [ "$fuzz_seconds" -gt 0 ] && command -v clang >/dev/null 2>&1; then
  echo "Fuzzing"
  quietly sh tests/fuzz/run.sh "$fuzz_seconds"
fi

echo "Testing"
log=.build/$preset/tests.log
if ctest --preset "$preset" -j2 "$@" >"$log" 2>&1; then
  sed -n '/tests passed/,$p' "$log"
else
  grep -v ' Passed  *[0-9.]* sec$' "$log" | grep -vE '^ *Start +[0-9]+:' || :
  echo "tests/run.sh: tests failed; everything they said is in $log" >&2
  exit 1
fi
