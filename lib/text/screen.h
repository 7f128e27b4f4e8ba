/* SPDX-License-Identifier: MIT */
/* The screen that a stranger's pattern passes before it is compiled; for this room only. */
#ifndef JMI_TEXT_SCREEN_H
#define JMI_TEXT_SCREEN_H

#include "base/str.h"

enum { JMI_PATTERN_DEPTH = 32, JMI_PATTERN_REPEAT = 100 };

/* NULL when the pattern may be compiled; else why not, in one sentence, and the byte where. */
const char *jmi_pattern_screen(jmi_str expression, uint32_t *offset);

#endif
