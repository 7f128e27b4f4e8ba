/* SPDX-License-Identifier: MIT */
/* jobmatch lexicon: files checked, concepts listed, foreign tables made a file. */
#include "cli.h"

#include <string.h>

static int put_report(const cli_settings *settings, const char *text, size_t len)
{
  cli_sink out;
  int status = sink_open(&out, settings->output);
  if (status != 0)
    return status;
  status = sink_put(&out, text, len);
  if (status == 0 && len > 0 && text[len - 1] != '\n')
    status = sink_put(&out, "\n", 1);
  return worse(status, sink_close(&out, status == 0));
}

/* ---- check ------------------------------------------------------------------------------- */

/* Complaints go where errors go, one a line, with what steers a terminal taken out. */
static void tell_complaints(const char *text)
{
  while (*text != '\0') {
    size_t len = strcspn(text, "\n");
    put_safe(stderr, text, len);
    fputc('\n', stderr);
    text += len + (text[len] == '\n');
  }
}

static int check_all(jm_lexicon *lexicon, const cli_settings *settings)
{
  jm_error err = JM_ERROR_INIT;
  char *text = NULL;
  int64_t count = 0;
  int status = 0;
  for (int i = 1; i < settings->operand_count; i++)
    status = worse(status, table_add(lexicon, JM_LEXICON_OWN, settings->operands[i]));
  if (status != 0) /* links into a broken file would mislead */
    return status;
  status = status_exit(jm_lexicon_check(&text, NULL, &count, lexicon, &err));
  if (status != 0) {
    tell_error("jobmatch", &err);
    return status;
  }
  tell_complaints(text);
  jm_text_free(text);
  return count > 0 ? EXIT_INPUT : 0;
}

static int run_check(const cli_settings *settings)
{
  jm_lexicon *lexicon = NULL;
  if (settings->operand_count < 2)
    return tell_usage(settings->command, "'lexicon check' takes FILE...");
  if (settings->esco != NULL || settings->onet != NULL || settings->lexicon_count > 0)
    return tell_usage(settings->command, "'lexicon check' takes files, not lexicon options");
  if (jm_lexicon_new(&lexicon, NULL) != JM_OK) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  int status = check_all(lexicon, settings);
  jm_lexicon_free(lexicon);
  return status;
}

/* ---- list and import --------------------------------------------------------------------- */

static int list(const cli_settings *settings, const char *word, int32_t format, int32_t flags)
{
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  char *text = NULL;
  size_t len = 0;
  int status = scorer_open(&scorer, settings);
  if (status != 0)
    return status;
  status = status_exit(jm_lexicon_list(&text, &len, scorer, word, format, flags, &err));
  if (status != 0)
    tell_error("jobmatch", &err);
  else if (wants_report(settings))
    status = put_report(settings, text, len);
  jm_text_free(text);
  jm_scorer_free(scorer);
  return status;
}

static int run_list(const cli_settings *settings)
{
  if (settings->operand_count > 2)
    return tell_usage(settings->command, "'lexicon list' takes one WORD; put several in quotes");
  const char *word = settings->operand_count == 2 ? settings->operands[1] : NULL;
  return list(settings, word, settings->format, 0);
}

static int run_import(const cli_settings *settings)
{
  if (settings->operand_count > 1)
    return tell_usage(settings->command, "'lexicon import' takes --esco or --onet, not files");
  if (settings->esco == NULL && settings->onet == NULL)
    return tell_usage(settings->command, "'lexicon import' needs --esco DIR or --onet DIR");
  if (settings->format != JM_FORMAT_TEXT)
    return tell_usage(settings->command, "'lexicon import' writes a lexicon file: no --format");
  return list(settings, NULL, JM_FORMAT_TEXT, JM_LEXICON_ADDED);
}

static const struct {
  const char *name;
  int (*run)(const cli_settings *settings);
} verbs[] = {{"check", run_check}, {"list", run_list}, {"import", run_import}};
#define VERBS (sizeof verbs / sizeof *verbs)

int run_lexicon(const cli_settings *settings)
{
  const char *word = settings->operands[0], *names[VERBS];
  for (size_t i = 0; i < VERBS; i++) {
    names[i] = verbs[i].name;
    if (strcmp(word, verbs[i].name) == 0)
      return verbs[i].run(settings);
  }
  const char *meant = nearest(word, names, VERBS);
  if (meant != NULL)
    return tell_usage(settings->command, "'lexicon' has no '%s'; did you mean '%s'?", word, meant);
  return tell_usage(settings->command, "'lexicon' takes check, list or import, not '%s'", word);
}
