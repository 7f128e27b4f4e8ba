/* SPDX-License-Identifier: MIT */
/* The scorer: options checked, policy and lexicon read, tables made ready; then never changed. */
#include "jobmatch/scorer.h"

#include "lexicon/foreign.h"
#include "match/match.h"

static jm_status read_policy(jm_scorer *scorer, const jm_options *options, jm_error *err)
{
  jmi_policy_default(&scorer->policy);
  if (options->policy == NULL)
    return JM_OK;
  jmi_document_limits limits = jmi_limits_document(&scorer->limits);
  const jmi_node *root;
  scorer->policy_hash = jmi_str_hash((jmi_str){options->policy, (uint32_t)options->policy_len});
  jm_status status =
      jmi_document_read(&root, &scorer->arena, options->policy, options->policy_len, &limits, err);
  if (status == JM_OK)
    status = jmi_policy_read(&scorer->policy, &scorer->arena, root, err);
  return status;
}

static jm_status add_texts(jmi_lexicon_builder *builder, jmi_arena *arena, const jm_scorer *scorer,
                           const jm_options *options, jm_error *err)
{
  jmi_document_limits limits = jmi_limits_document(&scorer->limits);
  limits.max_bytes = (size_t)256 << 20;
  limits.max_nodes = 100000000;
  jmi_document_stream *stream = NULL;
  jm_status status =
      jmi_yaml_open(&stream, arena, options->lexicon, options->lexicon_len, &limits, err);
  for (const jmi_node *root = NULL; status == JM_OK;) {
    if ((status = jmi_yaml_next(stream, &root, arena, err)) != JM_OK || root == NULL)
      break;
    status = jmi_lexicon_add_tree(builder, root, 1, err);
  }
  jmi_yaml_close(stream);
  return status;
}

/* A caller's own words for a thing stand before ours, and ours before those of public tables. */
static jm_status merge_lexicon(jm_scorer *scorer, const jm_options *options, jm_error *err)
{
  jmi_lexicon_builder *builder = NULL;
  jmi_lexicon_complaints complaints = {0};
  jmi_arena arena;
  jmi_arena_init(&arena, &scorer->allocator);
  jm_status status = jmi_lexicon_builder_new(&builder, &scorer->allocator, scorer->stems);
  if (status == JM_OK && options->lexicon != NULL)
    status = add_texts(builder, &arena, scorer, options, err);
  if (status == JM_OK && options->extra != NULL)
    status = jmi_extra_add_own(builder, options->extra, err);
  if (status == JM_OK)
    status = jmi_lexicon_add_compiled(builder, &jmi_lexicon_builtin, err);
  if (status == JM_OK && options->extra != NULL)
    status = jmi_extra_add_foreign(builder, options->extra, err);
  if (status == JM_OK)
    status = jmi_lexicon_build(&scorer->merged, &scorer->arena, builder, &complaints, err);
  if (status == JM_OK)
    scorer->lexicon = &scorer->merged;
  jmi_lexicon_builder_free(builder);
  jmi_arena_dispose(&arena);
  return status;
}

static jm_status read_lexicon(jm_scorer *scorer, const jm_options *options, jm_error *err)
{
  scorer->lexicon = &jmi_lexicon_builtin;
  if (options->lexicon == NULL && options->extra == NULL)
    return JM_OK;
  if (options->lexicon != NULL)
    scorer->lexicon_hash = jmi_text_hash(options->lexicon, options->lexicon_len);
  if (options->extra != NULL)
    scorer->lexicon_hash ^= options->extra->hash;
  return merge_lexicon(scorer, options, err);
}

static jm_status read_as_of(jm_scorer *scorer, int32_t day, jm_error *err)
{
  scorer->as_of = JMI_MONTH_NONE;
  scorer->as_of_day = day;
  if (day == 0)
    return JM_OK;
  int32_t month = day / 100 % 100, year = day / 10000, of_month = day % 100;
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || of_month < 1 || of_month > 31)
    return jmi_fail(err, JM_ERR_ARGUMENT, "as_of is no day; it is written as yyyymmdd");
  scorer->as_of = year * 12 + month - 1;
  return JM_OK;
}

/* Errors of a policy or lexicon say whose they are. */
static void prefix_path(jm_error *err, const char *what)
{
  if (err == NULL || err->status == JM_OK)
    return;
  char path[sizeof err->path];
  memcpy(path, err->path, sizeof path);
  err->path[0] = '\0';
  jm_error joined = JM_ERROR_INIT;
  jmi_error_path(&joined, what);
  size_t used = strlen(joined.path), left = sizeof joined.path - used - 2;
  if (path[0] != '\0') {
    if (path[0] != '[')
      joined.path[used++] = '.';
    size_t len = strlen(path) < left ? strlen(path) : left;
    memcpy(joined.path + used, path, len);
    joined.path[used + len] = '\0';
  }
  memcpy(err->path, joined.path, sizeof err->path);
}

static jm_status fill(jm_scorer *scorer, const jm_options *options, jm_error *err)
{
  jm_status status = jmi_limits_resolve(&scorer->limits, &options->limits, err);
  if (status == JM_OK)
    status = read_as_of(scorer, options->as_of, err);
  if (status == JM_OK)
    status = jmi_stems_new(&scorer->stems, &scorer->allocator);
  if (status != JM_OK)
    return status;
  if ((status = read_policy(scorer, options, err)) != JM_OK) {
    prefix_path(err, "policy");
    return status;
  }
  if ((status = read_lexicon(scorer, options, err)) != JM_OK) {
    prefix_path(err, "lexicon");
    return status;
  }
  scorer->allow_patterns = options->allow_patterns != 0;
  scorer->undecided_is_error = options->undecided_is_error != 0;
  return jmi_language_new(&scorer->language, &scorer->allocator, scorer->lexicon, scorer->stems);
}

jm_status jm_scorer_new(jm_scorer **out, const jm_options *options, jm_error *err)
{
  static const jm_options defaults = JM_OPTIONS_INIT;
  jmi_error_clear(err);
  if (out == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out is NULL");
  *out = NULL;
  if (options == NULL)
    options = &defaults;
  if (options->size != sizeof *options)
    return jmi_fail(err, JM_ERR_ARGUMENT, "jm_options.size is not that of this version");
  if (options->policy_len > UINT32_MAX || options->lexicon_len > UINT32_MAX)
    return jmi_fail(err, JM_ERR_LIMIT, "the policy or the lexicon is longer than 4 GiB");
  jm_allocator allocator = jmi_allocator_or_default(&options->allocator);
  jm_scorer *scorer = jmi_alloc_array(&allocator, 1, sizeof *scorer);
  if (scorer == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *scorer = (jm_scorer){.allocator = allocator};
  jmi_arena_init(&scorer->arena, &allocator);
  jm_status status = fill(scorer, options, err);
  if (status == JM_OK) {
    *out = scorer;
    return JM_OK;
  }
  jm_scorer_free(scorer);
  return jmi_fail(err, status, "%s", jm_status_string(status));
}

void jm_scorer_free(jm_scorer *scorer)
{
  if (scorer == NULL)
    return;
  jmi_language_free(scorer->language);
  jmi_stems_free(scorer->stems);
  jmi_arena_dispose(&scorer->arena);
  jm_allocator allocator = scorer->allocator;
  jmi_free_array(&allocator, scorer, 1, sizeof *scorer);
}

const char *jm_scorer_lexicon_version(const jm_scorer *scorer)
{
  return scorer == NULL ? "" : scorer->lexicon->version;
}

int64_t jm_scorer_concept_count(const jm_scorer *scorer)
{
  return scorer == NULL ? 0 : scorer->lexicon->concept_count;
}
