/* SPDX-License-Identifier: MIT */
/* Small helpers of all writers: characters that can be trusted, and numbers without a locale. */
#ifndef JMI_REPORT_SAFE_H
#define JMI_REPORT_SAFE_H

#include "base/buffer.h"

#define JMI_NOT_UTF8 UINT32_MAX

/* The character at `at`, whatever the bytes are; JMI_NOT_UTF8, of one byte, when there is none. */
uint32_t jmi_safe_decode(jmi_str text, uint32_t at, uint32_t *size);
/* How a format writes a document's text. */
typedef struct jmi_escape {
  /* Writes the character at `at`, which is ASCII and can be seen, in another way, and is true;
   * false when it stands for itself. NULL: all of them do. */
  bool (*write)(jmi_buffer *out, jmi_str text, uint32_t at);
  const char *backslash; /* what a character begins with that is written by its number */
} jmi_escape;

/* Adds a document's text so that it is one line, whatever it holds: white space becomes one blank,
 * at its ends none; what steers or hides text becomes \u202e or \U000e0041. */
void jmi_safe_add(jmi_buffer *out, jmi_str text, const jmi_escape *escape);
/* Adds number / 10^decimals without needless zeros. Not negative. */
void jmi_decimal_add(jmi_buffer *out, int64_t number, uint32_t decimals);
/* Sixteen hexadecimal digits; no NUL. */
void jmi_hash_digits(char out[16], uint64_t hash);
/* A day given as yyyymmdd, as "2026-03-01"; a month number of model.h as "2026-03". With a NUL. */
void jmi_day_digits(char out[16], int32_t day);
void jmi_month_digits(char out[16], int32_t month);

#endif
