/* SPDX-License-Identifier: MIT */
/* Versions: of the library, and of the rules that a percentage depends on. */
#include "base/version.h"

const char *jm_version_string(void)
{
  return JM_VERSION_STRING;
}

int32_t jm_version_number(void)
{
  return JM_VERSION_MAJOR * 10000 + JM_VERSION_MINOR * 100 + JM_VERSION_PATCH;
}

const char *jm_rules_version(void)
{
  return JMI_RULES_VERSION;
}
