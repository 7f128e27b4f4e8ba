# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Sourced by examples/quickstart.sh and tests/run.sh: what the build needs, on Debian and Ubuntu.
#
#   need PROGRAM PACKAGE            a program
#   need_library MODULE PACKAGE     a library that pkg-config knows
#   need_header FILE PACKAGE        one that it does not know
#   need_python MODULE PACKAGE      a module that python3, or the system's own, can import
#   install_needed                  installs what is missing, with sudo when not root
#
# When nothing is missing nothing is asked of the network, nor of sudo.
missing=

need()
{
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

need_library()
{
  pkg-config --exists "$1" 2>/dev/null || missing="$missing $2"
}

need_header()
{
  echo "#include <$1>" | cc -E -x c - >/dev/null 2>&1 || missing="$missing $2"
}

need_python()
{
  python3 -c "import $1" 2>/dev/null || /usr/bin/python3 -c "import $1" 2>/dev/null \
    || missing="$missing $2"
}

need_build()
{
  need cc gcc
  need make make
  need cmake cmake
  need pkg-config pkg-config
  need_header stdio.h libc6-dev
  need_library libpcre2-8 libpcre2-dev
  need_library yaml-0.1 libyaml-dev
  need_library libutf8proc libutf8proc-dev
  need_header libstemmer.h libstemmer-dev
}

install_needed()
{
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "$0: missing, and there is no apt-get to install it:$missing" >&2
    return 1
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "$0: missing, and neither root nor sudo to install it:$missing" >&2
      return 1
    fi
    as_root=sudo
  fi
  echo "Installing:$missing"
  setup_log=$(mktemp)
  # shellcheck disable=SC2086 # words are packages
  if $as_root apt-get -qq update >"$setup_log" 2>&1 \
      && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends $missing >>"$setup_log" 2>&1; then
    rm -f "$setup_log"
    missing=
    return 0
  fi
  cat "$setup_log" >&2
  rm -f "$setup_log"
  echo "$0: could not install:$missing" >&2
  return 1
}

# quietly COMMAND...: its output only when it fails.
quietly()
{
  quiet_log=$(mktemp)
  if "$@" >"$quiet_log" 2>&1; then
    rm -f "$quiet_log"
    return 0
  fi
  cat "$quiet_log" >&2
  rm -f "$quiet_log"
  echo "$0: failed: $*" >&2
  return 1
}
