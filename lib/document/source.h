/* SPDX-License-Identifier: MIT */
/* A text made ready for a reader: UTF-8 without a byte order mark, and places in it. */
#ifndef JMI_DOCUMENT_SOURCE_H
#define JMI_DOCUMENT_SOURCE_H

#include "base/error.h"
#include "base/memory.h"

typedef struct jmi_source {
  const char *text; /* borrows the caller's text, or is a transcoded copy in the arena */
  size_t len;
  uint32_t skipped; /* bytes of byte order mark before the text */
} jmi_source;

/* Skips a byte order mark and checks no more; for readers that check as they go. JM_ERR_LIMIT
 * for a text whose offsets would not fit a mark. */
jm_status jmi_source_open_raw(jmi_source *out, const char *text, size_t len,
                              jm_error *err) JM_MUST_USE;
/* The same, but UTF-16 is transcoded and the whole checked: JM_ERR_ENCODING, JM_ERR_MEMORY. */
jm_status jmi_source_open(jmi_source *out, jmi_arena *arena, const char *text, size_t len,
                          jm_error *err) JM_MUST_USE;

/* Refuses what would cost libyaml more than linear time or mislead it: more directive lines than
 * a document can use (JM_ERR_LIMIT), a byte order mark inside the text (JM_ERR_SYNTAX). */
jm_status jmi_source_check_lines(const jmi_source *source, jm_error *err) JM_MUST_USE;

/* For libyaml before 0.2.5, which refuses "%YAML 1.2" though it reads both versions alike: makes it
 * "%YAML 1.1", in a copy, where directives stand: never in a document. JM_ERR_MEMORY. */
jm_status jmi_source_lower_version(jmi_source *source, jmi_arena *arena) JM_MUST_USE;

/* Reports that the byte at `at` is not UTF-8 (or is a NUL), with a guess at what it is. */
jm_status jmi_source_refuse(const jmi_source *source, size_t at, jm_error *err);

/* Writes a code point as UTF-8, at most 4 bytes; returns how many. */
size_t jmi_source_encode(uint32_t code, char *out);

/* The place of a byte as an editor counts: lines end at LF, CRLF or CR. Linear in `at`. */
jmi_mark jmi_source_mark(const jmi_source *source, size_t at);

#endif
