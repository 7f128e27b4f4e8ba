/* SPDX-License-Identifier: MIT */
/* Paragraphs: rows of prose that belong together, made statements (paragraph.c). */
#ifndef JMI_LANGUAGE_PARAGRAPH_H
#define JMI_LANGUAGE_PARAGRAPH_H

#include "language/prose.h"

typedef struct jmi_paragraph {
  const jmi_row *rows;
  uint32_t count;  /* at least one */
  jmi_entry entry; /* what its statements share; its line is that of the whole text */
  bool list;       /* named things, parted by commas, bars, wide gaps */
} jmi_paragraph;

/* Where the sentence that begins at `at` ends: behind a stop, before blanks and then no small
 * letter. The byte there is no part of any sentence. */
uint32_t jmi_sentence_end(jmi_str text, uint32_t at);

jm_status jmi_paragraph_add(jmi_teller *teller, const jmi_paragraph *paragraph) JM_MUST_USE;

#endif
