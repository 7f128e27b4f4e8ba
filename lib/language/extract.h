/* SPDX-License-Identifier: MIT */
/* Extracting: a posting as it is advertised, made requirement lines (extract.c).
 *
 * In:  valid UTF-8: HTML, Markdown, or text without any markup. Also a field of another format
 *      that holds such a text, as JobPosting's `description` does.
 * Out: the title, and the lines that ask for something, each with the line it begins on. What the
 *      company is and offers, what the law has it say, and how to apply is left out. */
#ifndef JMI_LANGUAGE_EXTRACT_H
#define JMI_LANGUAGE_EXTRACT_H

#include "language/language.h"

typedef enum jmi_extract_list {
  JMI_EXTRACT_REQUIRED,
  JMI_EXTRACT_PREFERRED,
  JMI_EXTRACT_DUTY /* what is done in the job: asked for by nobody's words */
} jmi_extract_list;

typedef struct jmi_extracted_line {
  jmi_str text;  /* plain, one line */
  uint32_t line; /* where it begins in the text, from 1 */
  uint8_t list;  /* a jmi_extract_list */
} jmi_extracted_line;

typedef struct jmi_extracted {
  jmi_str title; /* len 0: none was found */
  jmi_extracted_line *lines;
  uint32_t count;
  uint32_t counts[3]; /* by jmi_extract_list */
} jmi_extracted;

/* Lines live in the arena, or in the text. Every line can be read by jmi_line_read() with
 * max_parts, and asks for something. JM_OK though nothing be found; JM_ERR_MEMORY. */
jm_status jmi_extract(jmi_extracted *out, jmi_arena *arena, const jmi_language *language,
                      jmi_str text, uint32_t max_parts) JM_MUST_USE;

#endif
