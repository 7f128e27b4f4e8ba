#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh SECONDS: builds the fuzz targets with clang and runs each for so long, from the corpus of the
# tree and from what earlier runs found (.build/fuzz/found, never committed). Exits 1 when a target
# finds something; the input is then in .build/fuzz and its path is printed.
set -eu
seconds=${1:?usage: run.sh SECONDS}
cd "$(dirname "$0")/../.."
if ! command -v clang >/dev/null 2>&1; then
  echo "tests/fuzz/run.sh: clang is not installed: nothing is run" >&2
  exit 2
fi
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --parallel 2 --target fuzz_document fuzz_extract fuzz_posting fuzz_score

failed=0
for target in document extract posting score; do
  found=.build/fuzz/found/$target
  mkdir -p "$found"
  echo "fuzz_$target, $seconds s"
  if ! ".build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=5 \
      -rss_limit_mb=512 -max_len=4096 -dict=tests/fuzz/yaml.dict -print_final_stats=1 -verbosity=1 \
      -artifact_prefix=".build/fuzz/$target-" "$found" "tests/fuzz/corpus/$target" \
      > ".build/fuzz/$target.log" 2>&1; then
    tail -n 40 ".build/fuzz/$target.log"
    failed=1
  fi
  grep -E 'stat::(number_of_executed_units|slowest_unit_time_sec|peak_rss_mb)' ".build/fuzz/$target.log" || :
done
exit $failed
