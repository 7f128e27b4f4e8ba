/* SPDX-License-Identifier: MIT */
/* The report for programs: jobmatch-result, version 1, as schema/result.schema.json describes it.
 *
 * In:  a result. Out: one JSON object on one line.
 * Lists of requirements are lists of their ids; each requirement is told once. Numbers are written
 * from whole numbers: percentages with at most two decimals, rounded down; credits, weights and
 * thresholds with at most three; strengths in thousandths. */
#include "report/report.h"

#include "report/safe.h"

void jmi_write_share(jmi_writer *w, const char *key, jmi_share share)
{
  jmi_write_open(w, key, '{');
  jmi_write_int(w, "earned", share.earned);
  jmi_write_int(w, "possible", share.possible);
  jmi_write_close(w, '}');
}

static void write_ids(jmi_writer *w, const char *key, const jm_result *result, const uint32_t *rows,
                      uint32_t count)
{
  jmi_write_open(w, key, '[');
  for (uint32_t i = 0; i < count; i++)
    jmi_write_text(w, NULL, result->rows[rows[i]].line->given->id);
  jmi_write_close(w, ']');
}

/* ---- counts and shares ------------------------------------------------------------------ */

static void write_counts(jmi_writer *w, const jm_result *result)
{
  jmi_write_open(w, "counts", '{');
  jmi_write_int(w, "requirements", result->row_count);
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    jmi_write_int(w, jm_standing_word(s), result->standings[s]);
  jmi_write_close(w, '}');
}

/* The rows of one tier or component: how they stand, and their plain share. */
static void write_slice(jmi_writer *w, const char *key, const uint32_t counts[5], jmi_share share)
{
  uint32_t all = 0;
  jmi_write_open(w, key, '{');
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    all += counts[s];
  jmi_write_int(w, "requirements", all);
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    jmi_write_int(w, jm_standing_word(s), counts[s]);
  jmi_write_int(w, "earned", share.earned);
  jmi_write_int(w, "possible", share.possible);
  if (share.possible > 0)
    jmi_write_decimal(w, "percent", jmi_share_hundredths(share), 2);
  else
    jmi_write_null(w, "percent");
  jmi_write_close(w, '}');
}

static void write_shares(jmi_writer *w, const jm_result *result)
{
  uint32_t tiers[3][5] = {{0}}, components[3][5] = {{0}};
  for (uint32_t i = 0; i < result->row_count; i++) {
    const jmi_row *row = &result->rows[i];
    tiers[row->line->reading.tier][row->standing]++;
    components[row->line->reading.component][row->standing]++;
  }
  jmi_write_open(w, "shares", '{');
  jmi_write_open(w, "tier", '{');
  for (int32_t t = 0; t < 3; t++)
    write_slice(w, jm_tier_word(t), tiers[t], result->by_tier[t]);
  jmi_write_close(w, '}');
  jmi_write_open(w, "component", '{');
  for (int32_t c = 0; c < 3; c++)
    write_slice(w, jm_component_word(c), components[c], result->by_component[c]);
  jmi_write_close(w, '}');
  jmi_write_close(w, '}');
}

/* ---- requirements ----------------------------------------------------------------------- */

static void write_entry(jmi_writer *w, const jmi_entry *entry)
{
  jmi_write_text(w, "path", entry->path);
  jmi_write_int(w, "line", entry->mark.line);
  jmi_write_text(w, "text", entry->text);
}

void jmi_write_evidence(jmi_writer *w, const char *key, const jm_result *result,
                        const jmi_outcome *outcome)
{
  const jmi_entry *first = jmi_outcome_entry(result, outcome, 0);
  if (first == NULL) {
    jmi_write_null(w, key);
    return;
  }
  jmi_write_open(w, key, '{');
  write_entry(w, first);
  jmi_write_open(w, "more", '[');
  for (uint32_t i = 1; i < outcome->evidence_count; i++) {
    jmi_write_open(w, NULL, '{');
    write_entry(w, jmi_outcome_entry(result, outcome, i));
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
  jmi_write_close(w, '}');
}

static void write_part(jmi_writer *w, const jm_result *result, const jmi_row *row, uint32_t index,
                       uint32_t group)
{
  const jmi_part *part = &row->line->reading.parts[index];
  const jmi_outcome *outcome = &row->parts[index];
  jmi_write_open(w, NULL, '{');
  jmi_write_text(w, "text", jmi_part_words(row->line->given, part));
  jmi_write_word(w, "criterion", jmi_criteria[part->criterion].word);
  jmi_write_int(w, "group", group);
  jmi_write_word(w, "status", jm_standing_word(outcome->standing));
  jmi_write_int(w, "strength", outcome->strength);
  jmi_write_word(w, "how", jmi_how_words[outcome->how]);
  jmi_write_word(w, "rule", outcome->rule);
  jmi_write_word(w, "reading_rule", part->rule);
  jmi_write_evidence(w, "evidence", result, outcome);
  jmi_write_text(w, "shortfall", outcome->shortfall);
  jmi_write_close(w, '}');
}

static void write_parts(jmi_writer *w, const jm_result *result, const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  jmi_write_open(w, "groups", '[');
  for (uint32_t g = 0; g < reading->group_count; g++) {
    jmi_write_open(w, NULL, '{');
    jmi_write_int(w, "need", reading->groups[g].need);
    jmi_write_int(w, "parts", reading->groups[g].part_count);
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
  jmi_write_open(w, "parts", '[');
  for (uint32_t g = 0; g < reading->group_count; g++) {
    const jmi_group *group = &reading->groups[g];
    for (uint32_t p = group->first_part; p < group->first_part + group->part_count; p++)
      write_part(w, result, row, p, g);
  }
  jmi_write_close(w, ']');
}

static void write_row(jmi_writer *w, const jm_result *result, const jmi_row *row, bool brief)
{
  const jmi_reading *reading = &row->line->reading;
  const jmi_requirement *given = row->line->given;
  jmi_write_open(w, NULL, '{');
  jmi_write_text(w, "id", given->id);
  jmi_write_text(w, "text", given->text);
  jmi_write_int(w, "line", given->mark.line);
  jmi_write_word(w, "tier", jm_tier_word(reading->tier));
  jmi_write_word(w, "tier_source", jmi_tier_source_words[reading->tier_source]);
  jmi_write_word(w, "tier_rule", reading->tier_rule);
  jmi_write_word(w, "component", jm_component_word(reading->component));
  jmi_write_decimal(w, "weight", row->weight, 3);
  jmi_write_word(w, "status", jm_standing_word(row->standing));
  jmi_write_decimal(w, "credit", row->credit, 3);
  jmi_write_int(w, "strength", row->strength);
  jmi_write_text(w, "shortfall", row->shortfall);
  if (!brief)
    write_parts(w, result, row);
  jmi_write_close(w, '}');
}

static void write_aside(jmi_writer *w, const jm_posting *posting)
{
  jmi_write_open(w, "set_aside", '[');
  for (uint32_t i = 0; i < posting->aside_count; i++) {
    const jmi_line_plan *line = &posting->aside[i];
    jmi_write_open(w, NULL, '{');
    jmi_write_text(w, "id", line->given->id);
    jmi_write_text(w, "text", line->given->text);
    jmi_write_int(w, "line", line->given->mark.line);
    jmi_write_word(w, "rule", line->reading.set_aside_rule);
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
}

/* ---- what makes it repeatable ----------------------------------------------------------- */

void jmi_write_versions(jmi_writer *w, const jm_scorer *scorer)
{
  jmi_write_open(w, "versions", '{');
  jmi_write_word(w, "library", jm_version_string());
  jmi_write_word(w, "rules", jm_rules_version());
  jmi_write_word(w, "lexicon", scorer->lexicon->version);
  jmi_write_close(w, '}');
}

static void write_policy(jmi_writer *w, const jm_scorer *scorer)
{
  const jmi_policy *policy = &scorer->policy;
  jmi_write_open(w, "policy", '{');
  jmi_write_text(w, "name", policy->name);
  if (scorer->policy_hash != 0)
    jmi_write_hash(w, "hash", scorer->policy_hash);
  else
    jmi_write_null(w, "hash");
  jmi_write_open(w, "thresholds", '{');
  jmi_write_decimal(w, "met", policy->met_from, 3);
  jmi_write_decimal(w, "partly", policy->partly_from, 3);
  jmi_write_close(w, '}');
  jmi_write_decimal(w, "partly", policy->partly_milli, 3);
  jmi_write_decimal(w, "spread", policy->spread_milli, 3);
  jmi_write_decimal(w, "best_part", policy->best_part_milli, 3);
  jmi_write_word(w, "preferred", jmi_preferred_words[policy->preferred]);
  jmi_write_open(w, "weights", '{');
  for (int32_t t = 0; t < 3; t++)
    jmi_write_decimal(w, jm_tier_word(t), policy->tier_weight[t], 3);
  jmi_write_close(w, '}');
  jmi_write_open(w, "bands", '[');
  for (uint32_t b = 0; b < policy->band_count; b++) {
    jmi_write_open(w, NULL, '{');
    jmi_write_text(w, "name", policy->bands[b].name);
    jmi_write_decimal(w, "from", policy->bands[b].from_milli, 1);
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
  jmi_write_close(w, '}');
}

static void write_origin(jmi_writer *w, const jm_result *result)
{
  char as_of[16];
  jmi_as_of_digits(as_of, result->scorer, result->profile);
  jmi_write_word(w, "as_of", as_of[0] == '\0' ? NULL : as_of);
  jmi_write_versions(w, result->scorer);
  write_policy(w, result->scorer);
  jmi_write_open(w, "hashes", '{');
  jmi_write_hash(w, "posting", result->posting->hash);
  jmi_write_hash(w, "profile", result->profile->hash);
  if (result->scorer->lexicon_hash != 0)
    jmi_write_hash(w, "lexicon", result->scorer->lexicon_hash);
  else
    jmi_write_null(w, "lexicon");
  jmi_write_close(w, '}');
}

/* ---- all of it -------------------------------------------------------------------------- */

static void write_head(jmi_writer *w, const jm_result *result)
{
  jmi_write_word(w, "format", "jobmatch-result");
  jmi_write_int(w, "version", 1);
  jmi_write_text(w, "title",
                 result->posting->given.title.len > 0 ? result->posting->given.title : JMI_STR(""));
  jmi_write_decimal(w, "percent", jmi_share_hundredths(result->share), 2);
  jmi_write_share(w, "share", result->share);
  jmi_write_text(w, "band", result->band->name);
  write_ids(w, "blocked_by", result, result->blockers, result->blocker_count);
  jmi_write_decimal(w, "percent_if_confirmed", jmi_share_hundredths(result->confirmed), 2);
  write_counts(w, result);
  write_shares(w, result);
}

void jmi_result_json(jmi_writer *w, const char *key, const jm_result *result, int32_t flags)
{
  bool brief = (flags & JM_REPORT_BRIEF) != 0;
  jmi_write_open(w, key, '{');
  write_head(w, result);
  jmi_write_open(w, "requirements", '[');
  for (uint32_t i = 0; i < result->row_count; i++)
    write_row(w, result, &result->rows[i], brief);
  jmi_write_close(w, ']');
  if (!brief) {
    write_aside(w, result->posting);
    write_ids(w, "right", result, result->right, result->right_count);
    write_ids(w, "wrong", result, result->wrong, result->wrong_count);
    jmi_result_json_improve(w, result);
  }
  write_origin(w, result);
  jmi_write_close(w, '}');
}
