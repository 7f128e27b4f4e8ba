/* SPDX-License-Identifier: MIT */
/* Errors: one record, owned by the caller, filled once. The first error stands. */
#ifndef JMI_BASE_ERROR_H
#define JMI_BASE_ERROR_H

#include "base/str.h"
#include "jobmatch/base.h"

/* A place in a text: 1-based line and column (in characters), and bytes from its start. */
typedef struct jmi_mark {
  uint32_t line, column, offset;
} jmi_mark;

#if defined(__GNUC__)
#  define JMI_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#  define JMI_PRINTF(text, first)
#endif

/* Fills err (which may be NULL, or hold an earlier error that stands) and returns the status. */
jm_status jmi_fail(jm_error *err, jm_status status, const char *format, ...) JMI_PRINTF(3, 4);
/* The same, with a place. */
jm_status jmi_fail_at(jm_error *err, jm_status status, jmi_mark mark, const char *format, ...)
    JMI_PRINTF(4, 5);
/* Adds to an error what to write instead, the field, or a second place; no effect on NULL. */
void jmi_error_hint(jm_error *err, const char *format, ...) JMI_PRINTF(2, 3);
void jmi_error_path(jm_error *err, const char *path);
void jmi_error_other(jm_error *err, jmi_mark mark);
/* Makes an error ready for use: what a caller reuses, or did not initialise but for its size. */
void jmi_error_clear(jm_error *err);

#endif
