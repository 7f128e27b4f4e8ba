/* SPDX-License-Identifier: MIT */
/* Scorers, postings and profiles from files, with errors told as the files' own. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

int status_exit(int32_t status)
{
  if (status == JM_OK)
    return EXIT_SCORED;
  return status == JM_ERR_MEMORY || status == JM_ERR_ARGUMENT ? EXIT_SYSTEM : EXIT_INPUT;
}

/* ---- lexicons: many files, one text ----------------------------------------------------- */

typedef struct cli_joined {
  cli_text all;
  uint32_t *first_lines; /* owns: where each file begins in the text */
} cli_joined;

static uint32_t lines_in(const char *at, size_t len)
{
  uint32_t lines = 0;
  for (size_t i = 0; i < len; i++)
    lines += at[i] == '\n';
  return lines;
}

/* A file that opens its document itself needs no `---` before it. */
static bool opens_document(const cli_text *file)
{
  const char *at = file->at;
  while (*at == '#' || *at == '\n' || *at == '\r' || *at == ' ') {
    at += strcspn(at, "\n");
    at += *at == '\n';
  }
  return *at == '%' || strncmp(at, "---", 3) == 0;
}

static int append(cli_joined *out, int index, const cli_text *file)
{
  const char *before = index == 0 ? "" : opens_document(file) ? "\n...\n" : "\n---\n";
  size_t more = strlen(before), skip = strncmp(file->at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  char *at = realloc(out->all.at, out->all.len + more + file->len + 1);
  if (at == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  out->all.at = at;
  memcpy(at + out->all.len, before, more);
  out->all.len += more;
  out->first_lines[index] = lines_in(at, out->all.len);
  memcpy(at + out->all.len, file->at + skip, file->len - skip + 1);
  out->all.len += file->len - skip;
  return 0;
}

static void joined_dispose(cli_joined *joined)
{
  text_dispose(&joined->all);
  free(joined->first_lines);
}

static int join(cli_joined *out, const cli_settings *settings)
{
  *out = (cli_joined){{NULL, 0}, calloc((size_t)settings->lexicon_count + 1, sizeof(uint32_t))};
  if (out->first_lines == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  for (int i = 0; i < settings->lexicon_count; i++) {
    cli_text file;
    int status = text_read(&file, settings->lexicons[i]);
    if (status == 0)
      status = append(out, i, &file);
    text_dispose(&file);
    if (status != 0)
      return status;
  }
  return 0;
}

/* ---- the scorer ------------------------------------------------------------------------- */

static bool drop_prefix(jm_error *err, const char *word)
{
  size_t len = strlen(word);
  if (strncmp(err->path, word, len) != 0)
    return false;
  len += err->path[len] == '.';
  memmove(err->path, err->path + len, strlen(err->path + len) + 1);
  return true;
}

/* The library says whose error it is; here it becomes that file's. */
static void tell_scorer_error(const cli_settings *settings, const cli_joined *lexicons,
                              jm_error *err)
{
  if (settings->policy != NULL && drop_prefix(err, "policy")) {
    tell_error(name_of(settings->policy), err);
    return;
  }
  if (lexicons->first_lines == NULL || !drop_prefix(err, "lexicon")) {
    tell_error("jobmatch", err);
    return;
  }
  int file = settings->lexicon_count - 1;
  while (file > 0 && lexicons->first_lines[file] >= err->line)
    file--;
  if (err->line > 0)
    err->line -= lexicons->first_lines[file];
  tell_error(name_of(settings->lexicons[file]), err);
}

int scorer_open(jm_scorer **out, const cli_settings *settings)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_error err = JM_ERROR_INIT;
  cli_joined lexicons = {{NULL, 0}, NULL};
  cli_text policy = {NULL, 0};
  jm_lexicon *extra = NULL;
  int status = 0;

  *out = NULL;
  if (settings->policy != NULL && (status = text_read(&policy, settings->policy)) != 0)
    goto done;
  if (settings->lexicon_count > 0 && (status = join(&lexicons, settings)) != 0)
    goto done;
  if ((status = extra_open(&extra, settings)) != 0)
    goto done;
  options.extra = extra;
  options.policy = policy.at;
  options.policy_len = policy.len;
  options.lexicon = lexicons.all.at;
  options.lexicon_len = lexicons.all.len;
  options.as_of = settings->as_of;
  options.allow_patterns = settings->allow_patterns;
  status = status_exit(jm_scorer_new(out, &options, &err));
  if (status != 0)
    tell_scorer_error(settings, &lexicons, &err);
done:
  jm_lexicon_free(extra);
  text_dispose(&policy);
  joined_dispose(&lexicons);
  return status;
}

/* ---- documents -------------------------------------------------------------------------- */

int posting_open(jm_posting **out, const jm_scorer *scorer, const char *path)
{
  jm_error err = JM_ERROR_INIT;
  cli_text file;
  *out = NULL;
  int status = text_read(&file, path);
  if (status != 0)
    return status;
  status = status_exit(jm_posting_load(out, scorer, file.at, file.len, &err));
  if (status != 0)
    tell_error(name_of(path), &err);
  text_dispose(&file);
  return status;
}

int profile_open(jm_profile **out, const jm_scorer *scorer, const char *path)
{
  jm_error err = JM_ERROR_INIT;
  cli_text file;
  *out = NULL;
  int status = text_read(&file, path);
  if (status != 0)
    return status;
  status = status_exit(jm_profile_load(out, scorer, file.at, file.len, &err));
  if (status != 0)
    tell_error(name_of(path), &err);
  text_dispose(&file);
  return status;
}
