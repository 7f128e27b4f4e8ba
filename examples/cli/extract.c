/* SPDX-License-Identifier: MIT */
/* jobmatch extract: an advertisement in, a posting out. */
#include "cli.h"

static int put_yaml(const cli_settings *settings, const char *yaml, size_t len)
{
  cli_sink out;
  int status = sink_open(&out, settings->output);
  if (status != 0)
    return status;
  status = sink_put(&out, yaml, len);
  return worse(status, sink_close(&out, status == 0));
}

int run_extract(const cli_settings *settings)
{
  const char *path = settings->operands[0];
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  char *yaml = NULL;
  size_t len = 0;
  cli_text file;
  int status = text_read(&file, path);
  if (status != 0)
    return status;
  status = scorer_open(&scorer, settings);
  if (status == 0) {
    status = status_exit(jm_posting_extract(&yaml, &len, scorer, file.at, file.len,
                                            settings->duties ? JM_EXTRACT_DUTIES : 0, &err));
    if (status != 0)
      tell_error(name_of(path), &err);
    else if (wants_report(settings))
      status = put_yaml(settings, yaml, len);
  }
  jm_text_free(yaml);
  jm_scorer_free(scorer);
  text_dispose(&file);
  return status;
}
