/* SPDX-License-Identifier: MIT */
/* The plan: a posting's lines read, its authors' patterns compiled, all frozen.
 *
 * In:  text. Out: a posting that any number of threads may score. Where a foreign posting holds
 * nothing but a description, its lines are found in that.
 * Refuses: what document/ and model/ refuse, patterns that PCRE2 or our limits reject
 * (JM_ERR_FIELD with their place), and more parts or patterns than the limits allow.
 *
 *   line 0  "C or C++, 3 years"        any of [ C, 36 months ] [ C++, 36 months ]
 *   line 1  match: '(?i)\baws\b'       [ pattern 0 ]
 *   aside   "No degree required"                                                       */
#include "jobmatch/posting.h"

#include "language/extract.h"
#include "match/match.h"

static jm_status compile_pattern(jm_posting *posting, jmi_line_plan *line, jm_error *err)
{
  const jm_limits *limits = &posting->scorer->limits;
  if ((int64_t)posting->pattern_count >= limits->max_patterns)
    return jmi_fail_at(err, JM_ERR_LIMIT, line->given->match_mark,
                       "the posting has more than %lld patterns (max_patterns)",
                       (long long)limits->max_patterns);
  jmi_pattern_limits bounds = {(uint32_t)limits->max_pattern_bytes, limits->max_match_steps};
  jm_error inner = JM_ERROR_INIT;
  jm_status status =
      jmi_pattern_new(&posting->patterns[posting->pattern_count], &posting->scorer->allocator,
                      line->given->match, false, &bounds, &inner);
  if (status != JM_OK) {
    jmi_str path = jmi_phrase(&posting->arena, "%s.match", line->given->path.at);
    jmi_fail_at(err, status, line->given->match_mark, "%s", inner.message);
    jmi_error_hint(err, "%s", inner.hint);
    jmi_error_path(err, path.at);
    return status;
  }
  line->reading.parts[0].pattern = (int32_t)posting->pattern_count++;
  return JM_OK;
}

static jm_status limit_failure(const jm_posting *posting, const jmi_requirement *given,
                               jm_status status, jm_error *err)
{
  if (status == JM_ERR_LIMIT)
    jmi_fail_at(err, status, given->mark, "the requirement has more than %lld parts (max_parts)",
                (long long)posting->scorer->limits.max_parts);
  if (err != NULL && err->path[0] == '\0' && given->path.len < sizeof err->path)
    jmi_error_path(err, given->path.at);
  return status;
}

static jm_status read_line(jm_posting *posting, jmi_scribe *scribe, const jmi_requirement *given,
                           jm_error *err)
{
  jmi_line_plan line = {.given = given};
  jm_status status = jmi_line_read(&line.reading, scribe, given);
  if (status == JM_OK && given->match.len > 0)
    status = compile_pattern(posting, &line, err);
  if (status != JM_OK)
    return limit_failure(posting, given, status, err);
  if (line.reading.set_aside_rule != NULL)
    posting->aside[posting->aside_count++] = line;
  else
    posting->lines[posting->line_count++] = line;
  return JM_OK;
}

static jm_status read_lines(jm_posting *posting, jm_error *err)
{
  uint32_t count = posting->given.count;
  posting->lines = JMI_NEW_ARRAY(&posting->arena, count, jmi_line_plan);
  posting->aside = JMI_NEW_ARRAY(&posting->arena, count, jmi_line_plan);
  posting->patterns = JMI_NEW_ARRAY(&posting->arena, count, jmi_pattern *);
  if (posting->arena.failed)
    return JM_ERR_MEMORY;
  jmi_scribe scribe;
  jm_status status = jmi_scribe_init(&scribe, posting->scorer->language, &posting->arena,
                                     (uint32_t)posting->scorer->limits.max_parts);
  for (uint32_t i = 0; i < count && status == JM_OK; i++)
    status = read_line(posting, &scribe, &posting->given.requirements[i], err);
  jmi_scribe_dispose(&scribe);
  return status;
}

/* ---- prose ------------------------------------------------------------------------------ */

static jm_status prose_failure(const jmi_node *node, jm_error *err)
{
  jmi_fail_at(err, JM_ERR_FIELD, node->mark, "the description asks for nothing");
  jmi_error_hint(err, "write what is asked, one line each, as `qualifications`");
  jmi_error_path(err, "description");
  return JM_ERR_FIELD;
}

/* Lines that are asked for; where there are none, what is done in the job stands for them. */
static bool is_asked(const jmi_extracted *found, const jmi_extracted_line *line)
{
  bool asks = found->counts[JMI_EXTRACT_REQUIRED] + found->counts[JMI_EXTRACT_PREFERRED] > 0;
  return asks == (line->list != JMI_EXTRACT_DUTY);
}

static void add_found(jm_posting *posting, const jmi_node *node, const jmi_extracted_line *found)
{
  jmi_posting *given = &posting->given;
  given->requirements[given->count] =
      (jmi_requirement){.text = found->text,
                        .id = jmi_phrase(&posting->arena, "r%u", (unsigned)given->count + 1),
                        .path = JMI_STR("description"),
                        .mark = node->mark,
                        .weight_milli = 1000,
                        .tier = JMI_TIER_NONE,
                        .preferred_list = found->list == JMI_EXTRACT_PREFERRED,
                        .match = JMI_STR("")};
  given->count++;
}

/* A foreign posting that holds only prose: its lines are found in it. */
static jm_status read_prose(jm_posting *posting, jm_error *err)
{
  const jmi_node *node = posting->given.description;
  const jm_scorer *scorer = posting->scorer;
  jmi_extracted found;
  jm_status status = jmi_extract(&found, &posting->arena, scorer->language, node->text,
                                 (uint32_t)scorer->limits.max_parts);
  if (status != JM_OK || found.count == 0)
    return status != JM_OK ? status : prose_failure(node, err);
  if ((int64_t)found.count > scorer->limits.max_requirements)
    return jmi_fail_at(err, JM_ERR_LIMIT, node->mark,
                       "the posting has more than %lld requirements (max_requirements)",
                       (long long)scorer->limits.max_requirements);
  posting->given.requirements = JMI_NEW_ARRAY(&posting->arena, found.count, jmi_requirement);
  for (uint32_t i = 0; posting->given.requirements != NULL && i < found.count; i++)
    if (is_asked(&found, &found.lines[i]))
      add_found(posting, node, &found.lines[i]);
  return posting->arena.failed ? JM_ERR_MEMORY : JM_OK;
}

static jm_status fill(jm_posting *posting, const char *text, size_t len, jm_error *err)
{
  const jm_scorer *scorer = posting->scorer;
  jmi_document_limits limits = jmi_limits_document(&scorer->limits);
  const jmi_node *root;
  jm_status status = jmi_document_read(&root, &posting->arena, text, len, &limits, err);
  if (status == JM_OK)
    status = jmi_posting_read(&posting->given, &posting->arena, root, &scorer->limits, err);
  if (status == JM_OK && posting->given.description != NULL)
    status = read_prose(posting, err);
  if (status == JM_OK)
    status = read_lines(posting, err);
  return status;
}

jm_status jm_posting_load(jm_posting **out, const jm_scorer *scorer, const char *text, size_t len,
                          jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL || (text == NULL && len > 0))
    return jmi_fail(err, JM_ERR_ARGUMENT, "out, scorer or text is NULL");
  jm_posting *posting = jmi_alloc_array(&scorer->allocator, 1, sizeof *posting);
  if (posting == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *posting = (jm_posting){.scorer = scorer, .hash = jmi_text_hash(text, len)};
  jmi_arena_init(&posting->arena, &scorer->allocator);
  jm_status status = fill(posting, text == NULL ? "" : text, len, err);
  if (status == JM_OK) {
    *out = posting;
    return JM_OK;
  }
  jm_posting_free(posting);
  return jmi_fail(err, status, "%s", jm_status_string(status));
}

void jm_posting_free(jm_posting *posting)
{
  if (posting == NULL)
    return;
  for (uint32_t i = 0; i < posting->pattern_count; i++)
    jmi_pattern_free(posting->patterns[i]);
  jm_allocator allocator = posting->scorer->allocator;
  jmi_arena_dispose(&posting->arena);
  jmi_free_array(&allocator, posting, 1, sizeof *posting);
}

const char *jm_posting_title(const jm_posting *posting)
{
  return posting == NULL || posting->given.title.len == 0 ? "" : posting->given.title.at;
}

int64_t jm_posting_requirement_count(const jm_posting *posting)
{
  return posting == NULL ? 0 : posting->line_count;
}
