/* SPDX-License-Identifier: MIT */
/* What a degree is in (subjects.c). */
#ifndef JMI_LANGUAGE_SUBJECTS_H
#define JMI_LANGUAGE_SUBJECTS_H

#include "language/language.h"

/* Adds what tokens [first, end) speak of, but for those that are silent (NULL: none is). */
void jmi_subjects_read(jmi_subjects *out, const jmi_tokens *tokens, const bool *silent,
                       uint32_t first, uint32_t end);
/* Adds what folded words, parted by blanks, speak of. */
void jmi_subjects_name(jmi_subjects *out, const char *words);

#endif
