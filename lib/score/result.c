/* SPDX-License-Identifier: MIT */
/* The result: every line judged, added up, advised on; and the getters that ask it.
 *
 * In:  a posting and a profile of one scorer. Out: a ledger that borrows from both. */
#include "jobmatch/result.h"

#include "score/score.h"

static jm_status judge_rows(jm_result *result)
{
  const jm_posting *posting = result->posting;
  jmi_matcher matcher = {.scorer = result->scorer,
                         .posting = posting,
                         .profile = result->profile,
                         .arena = &result->arena,
                         .steps_left = result->scorer->limits.max_pair_steps};
  jm_status status = JM_OK;
  jmi_arena_init(&matcher.scratch, &result->allocator);
  result->rows = JMI_NEW_ARRAY(&result->arena, posting->line_count, jmi_row);
  if (result->rows == NULL)
    status = JM_ERR_MEMORY;
  for (uint32_t i = 0; i < posting->line_count && status == JM_OK; i++)
    status = jmi_row_judge(&result->rows[result->row_count++], &matcher, &posting->lines[i]);
  jmi_pattern_run_free(matcher.run);
  jmi_arena_dispose(&matcher.scratch);
  return status;
}

static jm_status fill(jm_result *result, jm_error *err)
{
  jm_status status = judge_rows(result);
  if (status != JM_OK)
    return status;
  jmi_result_add_up(result);
  if (result->scorer->undecided_is_error && result->standings[JM_UNDECIDED] > 0)
    return jmi_fail(err, JM_ERR_UNDECIDED, "%u requirement%s undecided",
                    (unsigned)result->standings[JM_UNDECIDED],
                    result->standings[JM_UNDECIDED] == 1 ? " is" : "s are");
  return jmi_result_advise(result);
}

jm_status jm_score(jm_result **out, const jm_scorer *scorer, const jm_posting *posting,
                   const jm_profile *profile, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL || posting == NULL || profile == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out, scorer, posting or profile is NULL");
  if (posting->scorer != scorer || profile->scorer != scorer)
    return jmi_fail(err, JM_ERR_ARGUMENT, "posting or profile was made with another scorer");
  jm_result *result = jmi_alloc_array(&scorer->allocator, 1, sizeof *result);
  if (result == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *result = (jm_result){
      .allocator = scorer->allocator, .scorer = scorer, .posting = posting, .profile = profile};
  jmi_arena_init(&result->arena, &scorer->allocator);
  jm_status status = fill(result, err);
  if (status == JM_OK) {
    *out = result;
    return JM_OK;
  }
  jm_result_free(result);
  return jmi_fail(err, status, "%s", jm_status_string(status));
}

void jm_result_free(jm_result *result)
{
  if (result == NULL)
    return;
  jm_allocator allocator = result->allocator;
  jmi_arena_dispose(&result->arena);
  jmi_free_array(&allocator, result, 1, sizeof *result);
}

/* ---- getters ---------------------------------------------------------------------------- */

double jm_result_percent(const jm_result *result)
{
  return result == NULL ? 0 : jmi_share_percent(result->share);
}

int64_t jm_result_earned(const jm_result *result)
{
  return result == NULL ? 0 : result->share.earned;
}

int64_t jm_result_possible(const jm_result *result)
{
  return result == NULL ? 0 : result->share.possible;
}

double jm_result_percent_if_confirmed(const jm_result *result)
{
  return result == NULL ? 0 : jmi_share_percent(result->confirmed);
}

const char *jm_result_band(const jm_result *result)
{
  return result == NULL ? "" : result->band->name.at;
}

int64_t jm_result_count(const jm_result *result, int32_t standing)
{
  return result == NULL || standing < 0 || standing > JM_UNDECIDED ? 0
                                                                   : result->standings[standing];
}

int64_t jm_result_requirement_count(const jm_result *result)
{
  return result == NULL ? 0 : result->row_count;
}

int64_t jm_result_blocker_count(const jm_result *result)
{
  return result == NULL ? 0 : result->blocker_count;
}

static const jmi_row *row_at(const jm_result *result, int64_t index)
{
  if (result == NULL || index < 0 || index >= (int64_t)result->row_count)
    return NULL;
  return &result->rows[index];
}

const char *jm_result_requirement_id(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? NULL : row->line->given->id.at;
}

const char *jm_result_requirement_text(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? NULL : row->line->given->text.at;
}

int32_t jm_result_requirement_tier(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? -1 : row->line->reading.tier;
}

int32_t jm_result_requirement_component(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? -1 : row->line->reading.component;
}

int32_t jm_result_requirement_standing(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? -1 : row->standing;
}

int32_t jm_result_requirement_credit(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? -1 : row->credit;
}

static const jmi_entry *evidence_at(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  uint32_t statement = row == NULL ? JMI_NONE : jmi_row_evidence(row);
  return statement == JMI_NONE ? NULL : &result->profile->statements.items[statement].entry;
}

const char *jm_result_requirement_evidence(const jm_result *result, int64_t index)
{
  const jmi_entry *entry = evidence_at(result, index);
  return entry == NULL ? NULL : entry->text.at;
}

int32_t jm_result_requirement_evidence_line(const jm_result *result, int64_t index)
{
  const jmi_entry *entry = evidence_at(result, index);
  return entry == NULL ? 0 : (int32_t)entry->mark.line;
}

const char *jm_result_requirement_shortfall(const jm_result *result, int64_t index)
{
  const jmi_row *row = row_at(result, index);
  return row == NULL ? NULL : row->shortfall.at;
}

/* ---- words ------------------------------------------------------------------------------ */

static const char *const standing_words[] = {"met", "partly", "missing", "unknown", "undecided"};
static const char *const tier_words[] = {"must-have", "required", "preferred"};
static const char *const component_words[] = {"can", "willing", "fit"};

#define WORD_OF(words, number)                                                                     \
  ((number) >= 0 && (size_t)(number) < sizeof(words) / sizeof *(words) ? (words)[number] : "?")

const char *jm_standing_word(int32_t standing)
{
  return WORD_OF(standing_words, standing);
}

const char *jm_tier_word(int32_t tier)
{
  return WORD_OF(tier_words, tier);
}

const char *jm_component_word(int32_t component)
{
  return WORD_OF(component_words, component);
}
