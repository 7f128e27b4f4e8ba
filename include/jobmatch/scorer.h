/* SPDX-License-Identifier: MIT */
/** @file
 *  The scorer: lexicon, policy, limits and memory, made once and shared by any number of threads. */
#ifndef JOBMATCH_SCORER_H
#define JOBMATCH_SCORER_H

#include "jobmatch/lexicon.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a scorer is made of. Start from JM_OPTIONS_INIT; 0 and NULL mean the default. */
typedef struct jm_options {
  size_t size;             /**< sizeof(jm_options) as the caller knows it. */
  jm_allocator allocator;  /**< Memory; the C library's when its function is NULL. */
  jm_limits limits;        /**< Limits on input. */
  const char *policy;      /**< A policy document (YAML or JSON); NULL for the default policy. */
  size_t policy_len;       /**< Its length in bytes. */
  const char *lexicon;     /**< Lexicon documents (YAML, one or more `---`), added to the built-in one; NULL: none. */
  size_t lexicon_len;      /**< Its length in bytes. */
  int32_t as_of;           /**< The day that "present" means, as yyyymmdd; 0: the latest month that the profile names. */
  int32_t allow_patterns;  /**< 1: a posting's `match:` expressions are run; 0: they leave their line undecided. */
  int32_t undecided_is_error; /**< 1: jm_score fails with JM_ERR_UNDECIDED when any line is undecided. */
  const jm_lexicon *extra; /**< Lexicons added to the built-in one; read while the scorer is made, then no more. NULL: none. */
} jm_options;

#define JM_OPTIONS_INIT {sizeof(jm_options), {NULL, NULL}, {0}, NULL, 0, NULL, 0, 0, 0, 0, NULL}

/** Makes a scorer. `options` may be NULL. The texts in it are copied.
 *  Returns JM_OK and a scorer the caller frees with jm_scorer_free(), or
 *  - JM_ERR_SYNTAX, JM_ERR_FIELD, JM_ERR_ENCODING, JM_ERR_LIMIT  the policy or the lexicon is not as its format asks;
 *    `err->path` begins with "policy" or "lexicon";
 *  - JM_ERR_ARGUMENT  `size` is unknown, a limit is negative or over its maximum, as_of is no day;
 *  - JM_ERR_MEMORY.
 *  `err` may be NULL. Since 0.1. */
JM_API jm_status jm_scorer_new(jm_scorer **out, const jm_options *options, jm_error *err) JM_MUST_USE;
/** Frees a scorer. Postings, profiles and results made with it must be freed before it. Since 0.1. */
JM_API void jm_scorer_free(jm_scorer *scorer);

/** The version of the lexicon in use, e.g. "en-1". Since 0.1. */
JM_API const char *jm_scorer_lexicon_version(const jm_scorer *scorer);
/** The number of concepts in use. Since 0.1. */
JM_API int64_t jm_scorer_concept_count(const jm_scorer *scorer);

#ifdef __cplusplus
}
#endif
#endif
