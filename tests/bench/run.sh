#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [SECONDS]: builds the release preset with its bench, measures for so long (10 unless told) and
# prints a table: times, goals, and ratios to naive peers in the same run. Compare ratios, or two runs
# that took turns: the same program differs by a fifth from one minute to the next on many machines.
set -eu
seconds=${1:-10}
cd "$(dirname "$0")/../.."
cmake --preset release -DJOBMATCH_BUILD_BENCH=ON >/dev/null
cmake --build --preset release --parallel 2 --target bench >/dev/null
exec .build/release/tests/bench/bench "$seconds"
