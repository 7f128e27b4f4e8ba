/* SPDX-License-Identifier: MIT */
/* From texts to handles in one call, for tests that ask what comes out. */
#ifndef JMT_HANDLES_H
#define JMT_HANDLES_H

#include "jobmatch/jobmatch.h"

#include "support/suite.h"

/* A scorer of the built-in lexicon, "present" being the first of January 2026. */
static inline jm_scorer *new_scorer(void)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  options.as_of = 20260101;
  ck_assert_msg(jm_scorer_new(&scorer, &options, &err) == JM_OK, "scorer: %s", err.message);
  return scorer;
}

static inline jm_posting *load_posting(const jm_scorer *scorer, const char *text)
{
  jm_error err = JM_ERROR_INIT;
  jm_posting *posting = NULL;
  ck_assert_msg(jm_posting_load(&posting, scorer, text, strlen(text), &err) == JM_OK,
                "posting: %u:%u: %s: %s", err.line, err.column, err.path, err.message);
  return posting;
}

static inline jm_profile *load_profile(const jm_scorer *scorer, const char *text)
{
  jm_error err = JM_ERROR_INIT;
  jm_profile *profile = NULL;
  ck_assert_msg(jm_profile_load(&profile, scorer, text, strlen(text), &err) == JM_OK,
                "profile: %u:%u: %s: %s", err.line, err.column, err.path, err.message);
  return profile;
}

static inline jm_result *score(const jm_scorer *scorer, const jm_posting *posting,
                               const jm_profile *profile)
{
  jm_error err = JM_ERROR_INIT;
  jm_result *result = NULL;
  ck_assert_msg(jm_score(&result, scorer, posting, profile, &err) == JM_OK, "score: %s",
                err.message);
  return result;
}

#endif
