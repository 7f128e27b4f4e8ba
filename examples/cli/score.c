/* SPDX-License-Identifier: MIT */
/* jobmatch score: one posting, one profile, one report. */
#include "cli.h"

#include <string.h>

static int write_report(const cli_settings *settings, const jm_result *result)
{
  jm_error err = JM_ERROR_INIT;
  char *report = NULL;
  size_t len = 0;
  cli_sink out;
  int32_t flags = settings->brief ? JM_REPORT_BRIEF : 0;
  if (settings->format == JM_FORMAT_TEXT && wants_color(settings))
    flags |= JM_REPORT_COLOR;
  int status = status_exit(jm_report_write(&report, &len, result, settings->format, flags, &err));
  if (status != 0) {
    tell_error("jobmatch", &err);
    return status;
  }
  status = sink_open(&out, settings->output);
  if (status == 0) {
    status = sink_put(&out, report, len);
    if (status == 0 && len > 0 && report[len - 1] != '\n')
      status = sink_put(&out, "\n", 1);
    status = worse(status, sink_close(&out, status == 0));
  }
  jm_text_free(report);
  return status;
}

static int score_pair(const cli_settings *settings, const jm_scorer *scorer,
                      const jm_posting *posting, const jm_profile *profile)
{
  jm_error err = JM_ERROR_INIT;
  jm_result *result = NULL;
  int status = status_exit(jm_score(&result, scorer, posting, profile, &err));
  if (status != 0) {
    tell_error("jobmatch", &err);
    return status;
  }
  if (wants_report(settings))
    status = write_report(settings, result);
  if (status == 0 && settings->at_least >= 0
      && !share_reaches(share_of(result), settings->at_least))
    status = EXIT_BELOW;
  jm_result_free(result);
  return status;
}

int run_score(const cli_settings *settings)
{
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  const char *posting_path = settings->operands[0], *profile_path = settings->operands[1];

  if (strcmp(posting_path, "-") == 0 && strcmp(profile_path, "-") == 0)
    return tell_usage(settings->command, "only one of the two can be standard input");
  int status = scorer_open(&scorer, settings);
  if (status == 0)
    status = posting_open(&posting, scorer, posting_path);
  if (status == 0)
    status = profile_open(&profile, scorer, profile_path);
  if (status == 0)
    status = score_pair(settings, scorer, posting, profile);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  return status;
}
