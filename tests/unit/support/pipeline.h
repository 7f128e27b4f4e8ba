/* SPDX-License-Identifier: MIT */
/* The whole way from texts to a report, through the public API only, and a pair of documents that
 * uses every part of the formats: what the sweeps, the threads and the small stack run. */
#ifndef JMT_PIPELINE_H
#define JMT_PIPELINE_H

#include <string.h>

#include "jobmatch/jobmatch.h"

static const char pipeline_posting[] =
    "title: Backend Engineer\n"
    "company: Hearth & Ladle\n"
    "requirements:\n"
    "  - text: 5+ years of Python or Go\n"
    "    id: backend\n"
    "    weight: 2\n"
    "    tier: must-have\n"
    "  - text: A relational database\n"
    "    any_of: [PostgreSQL, MySQL, Oracle]\n"
    "  - text: Cloud deployment\n"
    "    match: '(?i)\\b(aws|gcp|azure)\\b'\n"
    "  - Speaking with media, partners, and customers\n"
    "  - Bachelor's degree in Computer Science or equivalent experience\n"
    "  - Fluent German (C1)\n"
    "  - Willingness to travel 25 %\n"
    "  - Na\xc3\xafve R\xc3\xa9sum\xc3\xa9 parsing with C++ and Node.js\n"
    "preferred:\n"
    "  - Kubernetes, Docker, and CI/CD\n"
    "  - Plus a Master's degree in Marketing preferred\n";

static const char pipeline_profile[] =
    "name: Dana Whitlock\n"
    "headline: Backend developer\n"
    "email: dana@example.com\n"
    "summary: >\n"
    "  Six years of building web services. I have no experience with Java.\n"
    "skills:\n"
    "  - Python\n"
    "  - {name: Postgres, years: 3}\n"
    "  - {name: Talking to journalists, level: limited}\n"
    "  - C++\n"
    "experience:\n"
    "  - title: Developer\n"
    "    employer: Hearth & Ladle\n"
    "    from: 2019-03\n"
    "    to: 2023-06\n"
    "    highlights:\n"
    "      - Wrote services in Python and deployed them on AWS\n"
    "      - Presented new ranges to partners and answered customers\n"
    "  - title: Junior developer\n"
    "    from: 2016-09\n"
    "    to: 2019-02\n"
    "    highlights: [Ran the nightly builds with Docker]\n"
    "education:\n"
    "  - {degree: Bachelor of Science, field: Computer Science, to: 2016}\n"
    "certificates: [AWS Certified Developer]\n"
    "languages: [{name: German, level: B2}]\n"
    "willing: {travel: 30%, relocate: false, shifts: [weekend]}\n"
    "licences: [B]\n"
    "authorization: [US]\n"
    "traits: [team player]\n"
    "text: |\n"
    "  Parsed r\xc3\xa9sum\xc3\xa9s with Node.js. Fond of na\xc3\xafve algorithms.\n";

static const char pipeline_policy[] = "name: strict\n"
                                      "partly: 0.4\n"
                                      "preferred: count\n"
                                      "bands: [{name: yes, from: 90}, {name: no, from: 0}]\n";

static const char pipeline_lexicon[] = "field: kitchens\n"
                                       "concepts:\n"
                                       "  - {name: oven fitting, also: [fitting of ovens]}\n"
                                       "  - {name: range fitting, broader: [oven fitting]}\n";

/* The options that the whole pipeline is run with: patterns allowed, today fixed. */
static inline jm_options pipeline_options(void)
{
  jm_options options = JM_OPTIONS_INIT;
  options.as_of = 20260101;
  options.allow_patterns = 1;
  return options;
}

/* Writes a result in every format but JSON, and throws that away. */
static inline jm_status pipeline_report(const jm_result *result, jm_error *err)
{
  jm_status status = JM_OK;
  for (int32_t f = 0; status == JM_OK && strcmp(jm_format_word(f), "?") != 0; f++) {
    char *text = NULL;
    if (f != JM_FORMAT_JSON)
      status = jm_report_write(&text, NULL, result, f, 0, err);
    jm_text_free(text);
  }
  return status;
}

/* Scores two texts with a scorer and writes the reports, each step by its own call. `*out` is the
 * JSON one, freed with jm_text_free(). */
static inline jm_status pipeline_score(char **out, const jm_scorer *scorer,
                                       const char *posting_text, const char *profile_text,
                                       jm_error *err)
{
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  *out = NULL;
  jm_status status = jm_posting_load(&posting, scorer, posting_text, strlen(posting_text), err);
  if (status == JM_OK)
    status = jm_profile_load(&profile, scorer, profile_text, strlen(profile_text), err);
  if (status == JM_OK)
    status = jm_score(&result, scorer, posting, profile, err);
  if (status == JM_OK)
    status = pipeline_report(result, err);
  if (status == JM_OK)
    status = jm_report_write(out, NULL, result, JM_FORMAT_JSON, 0, err);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  return status;
}

/* The same with a scorer made and freed. */
static inline jm_status pipeline_run(char **out, const jm_options *options, const char *posting,
                                     const char *profile, jm_error *err)
{
  jm_scorer *scorer = NULL;
  *out = NULL;
  jm_status status = jm_scorer_new(&scorer, options, err);
  if (status == JM_OK)
    status = pipeline_score(out, scorer, posting, profile, err);
  jm_scorer_free(scorer);
  return status;
}

#endif
