/* SPDX-License-Identifier: MIT */
/** @file
 *  A profile: what a candidate has done, knows and is willing to do. */
#ifndef JOBMATCH_PROFILE_H
#define JOBMATCH_PROFILE_H

#include "jobmatch/scorer.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A profile, read and indexed. Immutable. Names, addresses and other personal data in it are
 *  never read for scoring. */
typedef struct jm_profile jm_profile;

/** Reads one profile from YAML or JSON. Its format is told by its content: jobmatch's own, JSON
 *  Resume, or RenderCV; see the README. Statuses, ownership and lifetimes are those of
 *  jm_posting_load(). Since 0.1. */
JM_API jm_status jm_profile_load(jm_profile **out, const jm_scorer *scorer, const char *text,
                                 size_t len, jm_error *err) JM_MUST_USE;
/** Frees a profile. Results that were made with it must be freed before it. Since 0.1. */
JM_API void jm_profile_free(jm_profile *profile);

/** How many entries (single statements) the profile holds. Since 0.1. */
JM_API int64_t jm_profile_entry_count(const jm_profile *profile);

/** How the profile was understood, as JSON: entries with their concepts, dates and levels, and
 *  what looks wrong. Ownership and statuses as jm_posting_explain(). Since 0.1. */
JM_API jm_status jm_profile_explain(char **out, size_t *len, const jm_profile *profile,
                                    jm_error *err) JM_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
