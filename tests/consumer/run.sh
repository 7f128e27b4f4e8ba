#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh MODE SOURCE BUILD WORK CC [CFLAGS]: a stranger's project builds against jobmatch and runs.
#
#   install           installs BUILD into WORK, then moves it: no installed file may name its place
#   find_package      by CMake's package      (after install)
#   pkg_config        by pkg-config           (after install)
#   add_subdirectory  with the library's sources as a part of the project
set -eu
mode=$1
source=$2
build=$3
work=$4
CC=$5
CFLAGS=${6-}
export CC CFLAGS
here=$source/tests/consumer
moved=$work/moved

# What a consumer's loader needs, and what it would have found on its own in /usr.
libdir=$(dirname "$(find "$moved" -path '*/pkgconfig/jobmatch.pc' 2>/dev/null | head -n 1)")/..
LD_LIBRARY_PATH=$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export LD_LIBRARY_PATH

expect()
{
  case $1 in
    *'"percent"'*) ;;
    *) echo "no percentage in the answer: $1"; exit 1 ;;
  esac
}

# with_cmake ARGUMENTS...: configures, builds and runs the consumer afresh.
with_cmake()
{
  rm -rf "${work:?}/$mode"
  cmake -S "$here" -B "$work/$mode" -DCMAKE_BUILD_TYPE=Debug "$@"
  cmake --build "$work/$mode" --parallel 2
  expect "$("$work/$mode/consumer")"
}

case $mode in
  install)
    rm -rf "$work"
    mkdir -p "$work"
    cmake --install "$build" --prefix "$work/placed"
    mv "$work/placed" "$moved"
    if grep -rIl -e "$work" -e "$build" -e "$source" "$moved" | grep -v '/jobmatch_cli\.'; then
      echo "the installed files above name the place where they were built or put"
      exit 1
    fi
    if [ -x "$moved/bin/jobmatch" ]; then
      (unset LD_LIBRARY_PATH; "$moved/bin/jobmatch" --version)
    fi
    find "$moved" -type f | sort | sed "s,^$moved/,," ;;
  find_package)
    with_cmake "-DCMAKE_PREFIX_PATH=$moved" ;;
  add_subdirectory)
    with_cmake "-DJOBMATCH_SOURCE=$source" ;;
  pkg_config)
    PKG_CONFIG_PATH=$libdir/pkgconfig
    export PKG_CONFIG_PATH
    static=
    [ -e "$libdir/libjobmatch.a" ] && static=--static
    # shellcheck disable=SC2046,SC2086 # flags are words
    "$CC" $CFLAGS -o "$work/$mode" "$here/consumer.c" $(pkg-config $static --cflags --libs jobmatch)
    expect "$("$work/$mode")" ;;
  *)
    echo "unknown mode: $mode"
    exit 2 ;;
esac
