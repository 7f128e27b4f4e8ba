# SPDX-License-Identifier: MIT
# Flags of our own build, on a target that nobody outside links.
include(CheckCCompilerFlag)
include(CheckLinkerFlag)

add_library(jobmatch_flags INTERFACE)
target_compile_options(jobmatch_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes
  -Wwrite-strings -Wcast-qual -Wformat=2 -Wundef -Wvla)
# What clang alone says of formats handed on to vsnprintf, and of enumerations kept as int32_t.
if(CMAKE_C_COMPILER_ID MATCHES "Clang")
  target_compile_options(jobmatch_flags INTERFACE -Wno-format-nonliteral -Wno-sign-conversion)
endif()
if(JOBMATCH_WERROR)
  target_compile_options(jobmatch_flags INTERFACE -Werror)
endif()

# Hardening is off under sanitizers, which it disturbs; _FORTIFY_SOURCE needs an optimised build.
if(JOBMATCH_HARDEN AND NOT JOBMATCH_SANITIZE)
  foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
    string(MAKE_C_IDENTIFIER "JOBMATCH_HAS${flag}" probe)
    check_c_compiler_flag(${flag} ${probe})
    if(${probe})
      target_compile_options(jobmatch_flags INTERFACE ${flag})
    endif()
  endforeach()
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(jobmatch_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
  endif()
  foreach(flag -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
    string(MAKE_C_IDENTIFIER "JOBMATCH_HAS${flag}" probe)
    check_linker_flag(C ${flag} ${probe})
    if(${probe})
      target_link_options(jobmatch_flags INTERFACE ${flag})
    endif()
  endforeach()
endif()

# What libFuzzer watches; its own main() is linked to the fuzz targets only.
if(JOBMATCH_BUILD_FUZZ)
  target_compile_options(jobmatch_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(jobmatch_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
