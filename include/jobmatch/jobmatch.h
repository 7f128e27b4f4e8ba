/* SPDX-License-Identifier: MIT */
/** @file
 *  jobmatch tells how many of a job posting's requirements a candidate's profile meets, which
 *  ones, on what evidence, and what would raise the number.
 *
 *      jm_scorer *scorer;    jm_scorer_new(&scorer, NULL, &err);
 *      jm_posting *posting;  jm_posting_load(&posting, scorer, text, len, &err);
 *      jm_profile *profile;  jm_profile_load(&profile, scorer, text, len, &err);
 *      jm_result *result;    jm_score(&result, scorer, posting, profile, &err);
 *      printf("%.1f %% %s\n", jm_result_percent(result), jm_result_band(result));
 *
 *  The law of the calls and of threads stands in base.h. */
#ifndef JOBMATCH_H
#define JOBMATCH_H

#include "jobmatch/base.h"
#include "jobmatch/lexicon.h"
#include "jobmatch/posting.h"
#include "jobmatch/profile.h"
#include "jobmatch/report.h"
#include "jobmatch/result.h"
#include "jobmatch/scorer.h"
#include "jobmatch/stream.h"

#endif
