/* SPDX-License-Identifier: MIT */
/* jobmatch rank and jobmatch find: many documents against one, the best first. */
#include "rank.h"

#include "value.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- the one document, and what it tells ------------------------------------------------- */

/* Stands in for what is not given, so that there is a result to ask. */
static const char no_profile[] = "skills: []\n", no_posting[] = "- SQL\n";

static int open_given(cli_ranking *r)
{
  jm_error err = JM_ERROR_INIT;
  jm_status status;
  int told = r->finds ? profile_open(&r->profile, r->scorer, r->given)
                      : posting_open(&r->posting, r->scorer, r->given);
  if (told != 0)
    return told;
  status = r->finds ? jm_posting_load(&r->posting, r->scorer, no_posting, strlen(no_posting), &err)
                    : jm_profile_load(&r->profile, r->scorer, no_profile, strlen(no_profile), &err);
  if (status == JM_OK)
    status = jm_score(&r->probe, r->scorer, r->posting, r->profile, &err);
  if (status != JM_OK)
    tell_error("jobmatch", &err);
  return status_exit(status);
}

/* The lines' ids are those of the probe, which lives as long as the ranking. */
static bool keep_ids(cli_ranking *r)
{
  size_t lines = (size_t)jm_result_requirement_count(r->probe);
  r->ids = calloc(lines + 1, sizeof *r->ids);
  if (r->ids == NULL)
    return false;
  for (size_t i = 0; i < lines; i++) {
    const char *id = jm_result_requirement_id(r->probe, (int64_t)i);
    memcpy(&r->ids[i], &id, sizeof id);
  }
  return true;
}

/* Refuses a band that the policy does not have, and says which it has. */
static int check_band(const cli_ranking *r, const cli_tree *tree)
{
  char known[256] = "";
  const char *band = r->settings->band;
  const cli_value *policy = value_get(tree, &tree->items[0], "policy");
  const cli_value *row = value_first(tree, value_get(tree, policy, "bands"));
  for (; band != NULL && row != NULL; row = value_next(tree, row)) {
    const cli_value *name = value_get(tree, row, "name");
    size_t len = strlen(known);
    if (value_is(name, band))
      return 0;
    snprintf(known + len, sizeof known - len, "%s%.*s", len == 0 ? "" : ", ", (int)name->len,
             name->at);
  }
  if (band == NULL)
    return 0;
  return tell_usage(r->settings->command, "--band is one of %s, not '%s'", known, band);
}

/* The policy's name and hash are copied as the library wrote them. */
static bool keep_policy(cli_ranking *r, const cli_tree *tree)
{
  const cli_value *policy = value_get(tree, &tree->items[0], "policy");
  const cli_value *name = value_get(tree, policy, "name"), *hash = value_get(tree, policy, "hash");
  const char *quote = hash->kind == '"' ? "\"" : "";
  size_t size = name->len + hash->len + 32;
  r->policy = malloc(size);
  if (r->policy != NULL)
    snprintf(r->policy, size, "{\"name\":\"%.*s\",\"hash\":%s%.*s%s}", (int)name->len, name->at,
             quote, (int)hash->len, hash->at, quote);
  return r->policy != NULL;
}

static int read_probe(cli_ranking *r)
{
  char *json = NULL;
  size_t len = 0;
  cli_tree tree = {NULL, 0, 0};
  jm_error err = JM_ERROR_INIT;
  int status = EXIT_SYSTEM;
  if (jm_report_write(&json, &len, r->probe, JM_FORMAT_JSON, JM_REPORT_BRIEF, &err) == JM_OK
      && tree_open(&tree, json, len) && keep_ids(r) && keep_policy(r, &tree))
    status = check_band(r, &tree);
  else
    tell("out of memory");
  tree_close(&tree);
  jm_text_free(json);
  return status;
}

/* ---- the report -------------------------------------------------------------------------- */

/* Room for two marks for each line of the longest posting that is shown. */
static unsigned char *marks_room(const cli_ranking *r)
{
  int64_t most = 0;
  for (size_t i = 0; i < r->list.count; i++)
    most = r->list.at[i]->line_count > most ? r->list.at[i]->line_count : most;
  return calloc(2 * (size_t)most + 1, 1);
}

static int write_report(const cli_ranking *r)
{
  cli_sink out;
  unsigned char *room = marks_room(r);
  if (room == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  int status = sink_open(&out, r->settings->output);
  if (status == 0) {
    errno = 0;
    if (r->settings->format == JM_FORMAT_JSON)
      rank_put_json(out.file, r, room);
    else if (r->settings->format == JM_FORMAT_CSV)
      rank_put_csv(out.file, r);
    else
      rank_put_text(out.file, r, room);
    status = sink_check(&out);
    status = worse(status, sink_close(&out, status == 0));
  }
  free(room);
  return status;
}

/* ---- the commands ------------------------------------------------------------------------ */

/* Only one of all the names can be standard input. */
static bool reads_input_twice(const cli_settings *settings)
{
  int times = 0;
  for (int i = 0; i < settings->operand_count; i++)
    times += strcmp(settings->operands[i], "-") == 0;
  return times > 1;
}

static bool is_filtered(const cli_settings *settings)
{
  return settings->at_least >= 0 || settings->band != NULL || settings->must_haves_met;
}

static int rank(cli_ranking *r)
{
  const cli_settings *settings = r->settings;
  int status = scorer_open(&r->scorer, settings);
  if (status == 0)
    status = open_given(r);
  if (status == 0)
    status = read_probe(r);
  if (status != 0)
    return status;
  documents_open(&r->documents, settings->operands + 1, settings->operand_count - 1);
  status = rank_all(r);
  if (status == 0 && wants_report(settings))
    status = write_report(r);
  if (status == 0 && r->passed == 0 && is_filtered(settings))
    status = EXIT_BELOW;
  return worse(status, r->status);
}

static int run(const cli_settings *settings, bool finds)
{
  cli_ranking r = {.settings = settings,
                   .finds = finds,
                   .given = settings->operands[0],
                   .documents.reader.fd = -1,
                   .list.top = (size_t)settings->top};
  if (reads_input_twice(settings))
    return tell_usage(settings->command, "only one of the files can be standard input");
  int status = rank(&r);
  list_dispose(&r.list);
  documents_close(&r.documents);
  free(r.policy);
  free(r.ids);
  jm_result_free(r.probe);
  jm_profile_free(r.profile);
  jm_posting_free(r.posting);
  jm_scorer_free(r.scorer);
  return status;
}

int run_rank(const cli_settings *settings)
{
  return run(settings, false);
}

int run_find(const cli_settings *settings)
{
  return run(settings, true);
}
