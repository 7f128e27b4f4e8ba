/* SPDX-License-Identifier: MIT */
/* Versions that stand in every result. Raise the rules' with any change that moves a percentage. */
#ifndef JMI_BASE_VERSION_H
#define JMI_BASE_VERSION_H

#include "jobmatch/base.h"

#define JMI_RULES_VERSION "en-1"

#endif
