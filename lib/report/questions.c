/* SPDX-License-Identifier: MIT */
/* The report's three questions (what went right, what went wrong, what can be improved), the lines
 * set aside, and the foot: what a reader needs to get the same report again. */
#include "report/report.h"

#include "report/safe.h"

static void write_title(jmi_page *page, const char *title)
{
  jmi_page_line(page, JMI_INK_NONE, "");
  jmi_page_line(page, JMI_INK_TITLE, title);
}

static void write_words(jmi_page *page, const char *words)
{
  jmi_page_open(page, 2);
  jmi_page_add(page, words);
  jmi_page_close(page);
}

/* ---- right and wrong -------------------------------------------------------------------- */

static void write_right(jmi_page *page, const jm_result *result)
{
  write_title(page, "What went right");
  if (result->right_count == 0)
    write_words(page, "No line is met in full yet.");
  for (uint32_t i = 0; i < result->right_count; i++) {
    const jmi_row *row = &result->rows[result->right[i]];
    uint32_t evidence = jmi_row_evidence(row);
    jmi_page_open(page, 2);
    jmi_page_lead(page, JMI_INK_GREEN, "+");
    jmi_page_row_name(page, row);
    jmi_page_close(page);
    if (evidence == JMI_NONE)
      continue;
    jmi_page_open(page, 6);
    jmi_page_entry(page, &result->profile->statements.items[evidence].entry);
    jmi_page_close(page);
  }
}

static void write_wrong_row(jmi_page *page, const jmi_row *row)
{
  bool missing = row->standing == JM_MISSING;
  jmi_page_open(page, 2);
  jmi_page_lead(page, missing ? JMI_INK_RED : JMI_INK_YELLOW, missing ? "-" : "~");
  jmi_page_row_name(page, row);
  jmi_page_add(page, row->line->reading.tier == JMI_TIER_MUST ? " (must-have, " : " (");
  jmi_page_add(page, jm_standing_word(row->standing));
  jmi_page_add(page, ")");
  jmi_page_close(page);
  if (row->shortfall.len == 0)
    return;
  jmi_page_open(page, 6);
  jmi_page_adds(page, row->shortfall);
  jmi_page_close(page);
}

static void write_wrong(jmi_page *page, const jm_result *result)
{
  write_title(page, "What went wrong");
  if (result->wrong_count == 0)
    write_words(page, "Nothing that is asked is missing.");
  for (uint32_t i = 0; i < result->wrong_count; i++)
    write_wrong_row(page, &result->rows[result->wrong[i]]);
}

/* ---- what can be improved --------------------------------------------------------------- */

static void add_steps(jmi_page *page, const jm_result *result, const jmi_route *route)
{
  for (uint32_t i = 0; i < route->count; i++) {
    const jmi_row *row = &result->rows[route->steps[i].row];
    jmi_page_add(page, i == 0 ? "" : i + 1 < route->count ? ", " : " and ");
    jmi_page_add(page, route->steps[i].confirm ? "confirm " : "show ");
    jmi_page_adds(page, row->line->given->id);
  }
}

static void write_route(jmi_page *page, const jm_result *result, const jmi_route *route)
{
  jmi_page_open(page, 2);
  jmi_page_hang(page, 2);
  jmi_page_add(page, "To reach ");
  jmi_decimal_add(&page->paragraph, route->band->from_milli, 1);
  jmi_page_add(page, " % (");
  jmi_page_adds(page, route->band->name);
  jmi_page_add(page, "): ");
  if (route->possible) {
    add_steps(page, result, route);
    jmi_page_add(page, ", which makes ");
    jmi_page_percent(page, route->after);
    jmi_page_add(page, ".");
  } else {
    jmi_page_add(page, "the lines that are decided do not suffice.");
  }
  jmi_page_close(page);
}

/* A heading before the first row that a list holds. */
static void write_heading(jmi_page *page, bool *begun, const char *words)
{
  if (!*begun)
    write_words(page, words);
  *begun = true;
}

static bool write_confirm(jmi_page *page, const jm_result *result)
{
  bool begun = false;
  for (uint32_t i = 0; i < result->row_count; i++) {
    if (result->rows[i].standing != JM_UNKNOWN)
      continue;
    if (!begun) {
      jmi_page_open(page, 2);
      jmi_page_add(page, "Up to ");
      jmi_page_percent(page, result->confirmed);
      jmi_page_add(page, " if you confirm:");
      jmi_page_close(page);
      begun = true;
    }
    jmi_page_open(page, 4);
    jmi_page_lead(page, JMI_INK_CYAN, "?");
    jmi_page_row_name(page, &result->rows[i]);
    jmi_page_close(page);
  }
  return begun;
}

static bool write_chances(jmi_page *page, const jm_result *result, jmi_chance chance)
{
  bool begun = false;
  for (uint32_t i = 0; i < result->row_count; i++) {
    const jmi_row *row = &result->rows[i];
    for (uint32_t p = 0; p < row->line->reading.part_count; p++) {
      const jmi_part *part = &row->line->reading.parts[p];
      if (!jmi_is_chance(row, &row->parts[p], chance))
        continue;
      write_heading(page, &begun,
                    chance == JMI_CHANCE_TRANSFERABLE
                        ? "Transferable skills worth naming for what they are:"
                        : "Shown, but in words that only half match:");
      jmi_page_open(page, 4);
      jmi_page_lead(page, JMI_INK_YELLOW, "~");
      jmi_page_adds(page, row->line->given->id);
      jmi_page_add(page, ": ");
      jmi_page_adds(page, jmi_part_words(row->line->given, part));
      jmi_page_close(page);
      jmi_page_open(page, 8);
      jmi_page_entry(page, jmi_outcome_entry(result, &row->parts[p], 0));
      jmi_page_close(page);
    }
  }
  return begun;
}

static bool write_plus(jmi_page *page, const jm_result *result)
{
  bool begun = false;
  for (uint32_t i = 0; i < result->row_count; i++) {
    if (!jmi_is_plus(&result->rows[i]))
      continue;
    write_heading(page, &begun, "Would be a plus:");
    jmi_page_open(page, 4);
    jmi_page_lead(page, JMI_INK_NONE, "*");
    jmi_page_row_name(page, &result->rows[i]);
    jmi_page_close(page);
  }
  return begun;
}

static void write_improve(jmi_page *page, const jm_result *result)
{
  write_title(page, "What can be improved");
  bool said = result->route_count > 0;
  for (uint32_t i = 0; i < result->route_count; i++)
    write_route(page, result, &result->routes[i]);
  said |= write_confirm(page, result);
  said |= write_chances(page, result, JMI_CHANCE_TRANSFERABLE);
  said |= write_chances(page, result, JMI_CHANCE_REWORD);
  said |= write_plus(page, result);
  if (!said)
    write_words(page, "Nothing that the posting asks for.");
}

static void write_aside(jmi_page *page, const jm_posting *posting)
{
  if (posting->aside_count == 0)
    return;
  write_title(page, "Set aside: these lines ask for nothing");
  for (uint32_t i = 0; i < posting->aside_count; i++) {
    const jmi_line_plan *line = &posting->aside[i];
    jmi_page_open(page, 2);
    jmi_page_adds(page, line->given->id);
    jmi_page_add(page, ": ");
    jmi_page_adds(page, line->given->text);
    jmi_page_add(page, " (");
    jmi_page_add(page, line->reading.set_aside_rule);
    jmi_page_add(page, ")");
    jmi_page_close(page);
  }
}

void jmi_result_text_questions(jmi_page *page, const jm_result *result, bool brief)
{
  if (!brief)
    write_right(page, result);
  write_wrong(page, result);
  if (brief)
    return;
  write_improve(page, result);
  write_aside(page, result->posting);
}

/* ---- the foot --------------------------------------------------------------------------- */

static void add_hash(jmi_page *page, uint64_t hash)
{
  char digits[17] = "";
  jmi_hash_digits(digits, hash);
  jmi_page_add(page, digits);
}

static void add_milli(jmi_page *page, const char *words, int64_t number)
{
  jmi_page_add(page, words);
  jmi_decimal_add(&page->paragraph, number, 3);
}

static void write_policy(jmi_page *page, const jm_scorer *scorer)
{
  const jmi_policy *policy = &scorer->policy;
  jmi_page_open(page, 0);
  jmi_page_add(page, "policy ");
  jmi_page_adds(page, policy->name);
  if (scorer->policy_hash != 0) {
    jmi_page_add(page, " ");
    add_hash(page, scorer->policy_hash);
  }
  add_milli(page, ": met from ", policy->met_from);
  add_milli(page, ", partly from ", policy->partly_from);
  add_milli(page, " (counts ", policy->partly_milli);
  jmi_page_add(page, "); preferred: ");
  jmi_page_add(page, jmi_preferred_words[policy->preferred]);
  jmi_page_add(page, "; bands:");
  for (uint32_t b = 0; b < policy->band_count; b++) {
    jmi_page_add(page, b == 0 ? " " : ", ");
    jmi_page_adds(page, policy->bands[b].name);
    jmi_page_add(page, " from ");
    jmi_decimal_add(&page->paragraph, policy->bands[b].from_milli, 1);
  }
  jmi_page_close(page);
}

static void write_versions(jmi_page *page, const jm_scorer *scorer)
{
  jmi_page_open(page, 0);
  jmi_page_add(page, "jobmatch ");
  jmi_page_add(page, jm_version_string());
  jmi_page_add(page, ", rules ");
  jmi_page_add(page, jm_rules_version());
  jmi_page_add(page, ", lexicon ");
  jmi_page_adds(page, jmi_str_of(scorer->lexicon->version));
  if (scorer->lexicon_hash != 0) {
    jmi_page_add(page, " ");
    add_hash(page, scorer->lexicon_hash);
  }
  jmi_page_close(page);
}

static void write_inputs(jmi_page *page, const jm_result *result)
{
  char as_of[16];
  jmi_as_of_digits(as_of, result->scorer, result->profile);
  jmi_page_open(page, 0);
  jmi_page_add(page, as_of[0] == '\0' ? "nothing is dated" : "as of ");
  jmi_page_add(page, as_of);
  jmi_page_add(page, "; posting ");
  add_hash(page, result->posting->hash);
  jmi_page_add(page, ", profile ");
  add_hash(page, result->profile->hash);
  jmi_page_close(page);
}

void jmi_result_text_foot(jmi_page *page, const jm_result *result, bool brief)
{
  jmi_page_line(page, JMI_INK_NONE, "");
  if (!brief) {
    write_versions(page, result->scorer);
    write_policy(page, result->scorer);
    write_inputs(page, result);
  }
  jmi_page_line(page, JMI_INK_NONE,
                "The percentage is coverage of the posting's lines, not a hiring decision.");
}
