/* SPDX-License-Identifier: MIT */
/** @file
 *  A result: the ledger of one profile against one posting, and what follows from it.
 *
 *  The percentage is only the sum of the ledger: earned over possible, each an exact number of
 *  thousandths. Compare those, or bands; the `double` is for showing. */
#ifndef JOBMATCH_RESULT_H
#define JOBMATCH_RESULT_H

#include "jobmatch/posting.h"
#include "jobmatch/profile.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The ledger of one pair. */
typedef struct jm_result jm_result;

/** How a requirement, or a part of one, stands. */
typedef enum jm_standing {
  JM_MET = 0,
  JM_PARTLY = 1,
  JM_MISSING = 2,
  JM_UNKNOWN = 3,  /**< The profile is silent on a matter that only the candidate can tell. */
  JM_UNDECIDED = 4 /**< A limit was hit, or a pattern was not allowed to run. Never missing. */
} jm_standing;

/** Of a requirement. */
typedef enum jm_tier { JM_MUST_HAVE = 0, JM_REQUIRED = 1, JM_PREFERRED = 2 } jm_tier;
/** What is looked for in a candidate. */
typedef enum jm_component { JM_CAN = 0, JM_WILLING = 1, JM_FIT = 2 } jm_component;

/** Scores one profile against one posting.
 *  Returns JM_OK and a result the caller frees with jm_result_free(), or JM_ERR_UNDECIDED (only when
 *  jm_options asked for it), JM_ERR_MEMORY, JM_ERR_ARGUMENT (NULL, or handles of another scorer).
 *  The result lends texts of posting and profile: free it before them. Since 0.1. */
JM_API jm_status jm_score(jm_result **out, const jm_scorer *scorer, const jm_posting *posting,
                          const jm_profile *profile, jm_error *err) JM_MUST_USE;
JM_API void jm_result_free(jm_result *result);

/** Requirements met, in per cent, 0 to 100. Since 0.1. */
JM_API double jm_result_percent(const jm_result *result);
/** The exact fraction behind it: credit times weight in millionths. `possible` is 0 only for a
 *  posting that asks for nothing; the percentage is then 100. Since 0.1. */
JM_API int64_t jm_result_earned(const jm_result *result);
JM_API int64_t jm_result_possible(const jm_result *result);
/** The percentage if every unknown line were confirmed. Since 0.1. */
JM_API double jm_result_percent_if_confirmed(const jm_result *result);
/** The name of the band, by default "strong", "apply" or "reach". Since 0.1. */
JM_API const char *jm_result_band(const jm_result *result);
/** How many requirements have this standing; 0 for a number that is no jm_standing. Since 0.1. */
JM_API int64_t jm_result_count(const jm_result *result, int32_t standing);
/** How many requirements there are, and how many must-haves among them are missing. Since 0.1. */
JM_API int64_t jm_result_requirement_count(const jm_result *result);
JM_API int64_t jm_result_blocker_count(const jm_result *result);

/** Of requirement `index`, in the posting's order; NULL or -1 when there is no such requirement. Since 0.1. */
JM_API const char *jm_result_requirement_id(const jm_result *result, int64_t index);
JM_API const char *jm_result_requirement_text(const jm_result *result, int64_t index);
JM_API int32_t jm_result_requirement_tier(const jm_result *result, int64_t index);
JM_API int32_t jm_result_requirement_component(const jm_result *result, int64_t index);
JM_API int32_t jm_result_requirement_standing(const jm_result *result, int64_t index);
/** Credit in thousandths: met 1000, partly 500 by default, else 0. Since 0.1. */
JM_API int32_t jm_result_requirement_credit(const jm_result *result, int64_t index);
/** The most telling evidence, as it stands in the profile, and its line there (0: no line); NULL
 *  and 0 when there is none. Since 0.1. */
JM_API const char *jm_result_requirement_evidence(const jm_result *result, int64_t index);
JM_API int32_t jm_result_requirement_evidence_line(const jm_result *result, int64_t index);
/** What is short, in words ("asks 5 years, shows 3"); "" when nothing is. Since 0.1. */
JM_API const char *jm_result_requirement_shortfall(const jm_result *result, int64_t index);

/** The word of a standing ("met"), tier ("must-have") or component ("can"); "?" for no such number. Since 0.1. */
JM_API const char *jm_standing_word(int32_t standing);
JM_API const char *jm_tier_word(int32_t tier);
JM_API const char *jm_component_word(int32_t component);

#ifdef __cplusplus
}
#endif
#endif
