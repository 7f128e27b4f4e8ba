/* SPDX-License-Identifier: MIT */
/** @file
 *  A posting: a job's title and its requirements, read and compiled once, scored many times. */
#ifndef JOBMATCH_POSTING_H
#define JOBMATCH_POSTING_H

#include "jobmatch/scorer.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A posting, compiled for matching. Immutable. */
typedef struct jm_posting jm_posting;

/** Reads one posting from YAML or JSON and compiles it. Its format is told by its content:
 *  jobmatch's own, JSON Resume's job, or a schema.org JobPosting (also inside JSON-LD). What can't
 *  be read in a foreign format is passed over, and told by jm_posting_explain().
 *  Returns JM_OK and a posting the caller frees with jm_posting_free(), or
 *  - JM_ERR_SYNTAX   the text is not one YAML or JSON document;
 *  - JM_ERR_ENCODING the text is not UTF-8;
 *  - JM_ERR_FIELD    a field is not as the format requires; `err->path` names it;
 *  - JM_ERR_LIMIT    a limit of the scorer was passed; `err->message` names it;
 *  - JM_ERR_MEMORY, JM_ERR_ARGUMENT.
 *  `err` may be NULL. The text is copied; the scorer must outlive the posting. Since 0.1. */
JM_API jm_status jm_posting_load(jm_posting **out, const jm_scorer *scorer, const char *text,
                                 size_t len, jm_error *err) JM_MUST_USE;
/** Frees a posting. Results that were made with it must be freed before it. Since 0.1. */
JM_API void jm_posting_free(jm_posting *posting);

/** The title; "" when the posting has none. Since 0.1. */
JM_API const char *jm_posting_title(const jm_posting *posting);
/** How many requirements are scored. Lines that ask for nothing ("no experience required",
 *  headings) are set aside and not among them. Since 0.1. */
JM_API int64_t jm_posting_requirement_count(const jm_posting *posting);

/** How the posting was understood, as JSON: for each line its tier and where that came from,
 *  component, parts, criteria and rules; and what looks wrong (lint), with place and advice.
 *  `*out` is the caller's, NUL-terminated, to be freed with jm_text_free(); `*len` may be NULL.
 *  Returns JM_OK, JM_ERR_MEMORY or JM_ERR_ARGUMENT. Since 0.1. */
JM_API jm_status jm_posting_explain(char **out, size_t *len, const jm_posting *posting,
                                    jm_error *err) JM_MUST_USE;

enum {
  JM_EXTRACT_DUTIES = 1 /**< What is done in the job is given as requirements too. */
};

/** Makes a posting of an advertisement: HTML, Markdown, or text without any markup in, a document
 *  (YAML) out, as a person would have written it: `title`, `requirements` and `preferred`. Lines are
 *  found by their headings in the usual words, or, where none says it, by the shape of sentences.
 *  Duties, benefits, pay, the company, legal notices and how to apply are left out; duties are
 *  given when nothing else is, with a comment that says so. `flags` are JM_EXTRACT_DUTIES or 0.
 *  `*out` is the caller's, to be freed with jm_text_free(), and jm_posting_load() reads it;
 *  `*out_len` may be NULL. Returns JM_OK, or
 *  - JM_ERR_FIELD    the text asks for nothing; the hint says what was looked for;
 *  - JM_ERR_ENCODING the text is not UTF-8, nor UTF-16 with a byte order mark;
 *  - JM_ERR_LIMIT    a limit of the scorer was passed; `err->message` names it;
 *  - JM_ERR_MEMORY, JM_ERR_ARGUMENT.
 *  Since 0.1. */
JM_API jm_status jm_posting_extract(char **out, size_t *out_len, const jm_scorer *scorer, const char *text,
                                    size_t len, int32_t flags, jm_error *err) JM_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
