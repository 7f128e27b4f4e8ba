#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing, builds jobmatch in .build/release, and scores the example profile against
# the example posting. The first run takes about a minute; the next ones a second or two.
set -eu
cd "$(dirname "$0")/.."
. examples/setup.sh

need_build
install_needed

echo "Building in .build/release"
quietly cmake --preset release -DJOBMATCH_BUILD_TESTS=OFF -DJOBMATCH_WERROR=OFF
quietly cmake --build --preset release --parallel "$(getconf _NPROCESSORS_ONLN)"

echo "jobmatch score examples/data/posting.yaml examples/data/profile.yaml --as-of 2026-01-01"
echo
exec .build/release/examples/cli/jobmatch score examples/data/posting.yaml \
  examples/data/profile.yaml --as-of 2026-01-01
