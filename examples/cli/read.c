/* SPDX-License-Identifier: MIT */
/* jobmatch read: how files are understood, and what looks wrong. A file that can't be read costs
 * only itself. */
#include "read.h"

#include <errno.h>

/* Explains a text as what it is. Returns 0, or an exit status when told. */
static int explain(char **out, size_t *len, const jm_scorer *scorer, const cli_text *file,
                   cli_kind kind, const char *name)
{
  jm_error err = JM_ERROR_INIT;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_status status;
  if (kind == KIND_POSTING) {
    status = jm_posting_load(&posting, scorer, file->at, file->len, &err);
    if (status == JM_OK)
      status = jm_posting_explain(out, len, posting, &err);
  } else {
    status = jm_profile_load(&profile, scorer, file->at, file->len, &err);
    if (status == JM_OK)
      status = jm_profile_explain(out, len, profile, &err);
  }
  if (status != JM_OK)
    tell_error(name, &err);
  jm_profile_free(profile);
  jm_posting_free(posting);
  return status_exit(status);
}

/* What has the keys of neither may be broken: then that is what to tell. */
static int refuse(const jm_scorer *scorer, const cli_text *file, const char *name)
{
  jm_error err = JM_ERROR_INIT;
  jm_posting *posting = NULL;
  jm_status status = jm_posting_load(&posting, scorer, file->at, file->len, &err);
  jm_posting_free(posting);
  if (status != JM_OK && status != JM_ERR_FIELD) {
    tell_error(name, &err);
    return status_exit(status);
  }
  tell("%s: neither a posting nor a profile: it has the keys of neither", name);
  return EXIT_INPUT;
}

/* An empty line stands between two explanations. */
static int put_text(cli_sink *out, const char *name, cli_kind kind, const char *json, size_t len,
                    bool first)
{
  cli_tree tree;
  if (!tree_open(&tree, json, len)) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  errno = 0;
  if (!first)
    putc('\n', out->file);
  if (kind == KIND_POSTING)
    put_posting(out->file, name, &tree);
  else
    put_profile(out->file, name, &tree);
  put_findings(out->file, name, &tree);
  int status = sink_check(out);
  tree_close(&tree);
  return status;
}

static int put_json(cli_sink *out, const char *json, size_t len)
{
  int status = sink_put(out, json, len);
  return status != 0 ? status : sink_put(out, "\n", 1);
}

/* `first` becomes false when something was written. */
static int read_one(const cli_settings *settings, const jm_scorer *scorer, const char *path,
                    cli_sink *out, bool *first)
{
  cli_text file;
  char *json = NULL;
  size_t len = 0;
  int status = text_read(&file, path);
  if (status != 0)
    return status;
  cli_kind kind = kind_of(&file);
  status = kind == KIND_UNKNOWN ? refuse(scorer, &file, name_of(path))
                                : explain(&json, &len, scorer, &file, kind, name_of(path));
  if (status == 0 && wants_report(settings)) {
    status = settings->format == JM_FORMAT_JSON
                 ? put_json(out, json, len)
                 : put_text(out, name_of(path), kind, json, len, *first);
    *first = false;
  }
  jm_text_free(json);
  text_dispose(&file);
  return status;
}

int run_read(const cli_settings *settings)
{
  jm_scorer *scorer = NULL;
  cli_sink out;
  int status = scorer_open(&scorer, settings);
  if (status == 0)
    status = sink_open(&out, settings->output);
  if (status != 0) {
    jm_scorer_free(scorer);
    return status;
  }
  bool first = true;
  for (int i = 0; i < settings->operand_count && !ferror(out.file); i++)
    status = worse(status, read_one(settings, scorer, settings->operands[i], &out, &first));
  status = worse(status, sink_close(&out, !ferror(out.file)));
  jm_scorer_free(scorer);
  return status;
}
