/* SPDX-License-Identifier: MIT */
/** @file
 *  Reports of a result, and the one call for scripts: two texts in, one JSON text out. */
#ifndef JOBMATCH_REPORT_H
#define JOBMATCH_REPORT_H

#include "jobmatch/result.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum jm_format {
  JM_FORMAT_TEXT = 0,     /**< For people at a terminal, 80 columns. */
  JM_FORMAT_JSON = 1,     /**< For programs; result.schema.json describes it. */
  JM_FORMAT_MARKDOWN = 2, /**< For people, in GitHub's flavour. */
  JM_FORMAT_HTML = 3,     /**< For people: one page that needs no other file, no script and no network. */
  JM_FORMAT_CSV = 4       /**< For spreadsheets: the ledger, a record for each requirement (RFC 4180). */
} jm_format;

/** The word of a format ("markdown"), counted from 0; "?" for no such number, so that a caller can
 *  list them. Since 0.1. */
JM_API const char *jm_format_word(int32_t format);

enum {
  JM_REPORT_COLOR = 1, /**< Text: terminal colours. */
  JM_REPORT_BRIEF = 2  /**< The percentage and what went wrong; JSON: without explanations; CSV: no matter. */
};

/** Writes a report of a result. `flags` are JM_REPORT_*. `*out` is the caller's, NUL-terminated UTF-8, to be
 *  freed with jm_text_free(); `*len` (which may be NULL) is its length in bytes. Texts of the documents
 *  stay texts: control and bidirectional characters are escaped, and so is what is markup to the
 *  format; a CSV field that a spreadsheet would take for a formula begins with an apostrophe.
 *  Returns JM_OK, JM_ERR_MEMORY, or JM_ERR_ARGUMENT. Since 0.1. */
JM_API jm_status jm_report_write(char **out, size_t *len, const jm_result *result, int32_t format,
                                 int32_t flags, jm_error *err) JM_MUST_USE;

/** Scores two texts and writes the JSON report. The same as jm_posting_load, jm_profile_load,
 *  jm_score and jm_report_write in turn; returns what the first of them to fail returns, and then
 *  `err->path` begins with "posting" or "profile". Since 0.1. */
JM_API jm_status jm_score_text(char **out, size_t *len, const jm_scorer *scorer, const char *posting,
                               size_t posting_len, const char *profile, size_t profile_len,
                               jm_error *err) JM_MUST_USE;

/** Frees a text that the library gave. Takes NULL. The scorer it was made with (through a
 *  posting, profile, result or stream) need not live any more. Since 0.1. */
JM_API void jm_text_free(char *text);

#ifdef __cplusplus
}
#endif
#endif
