/* SPDX-License-Identifier: MIT */
/* The walk over a result that the reports for people share: see walk.h.
 *
 * In:  a result, and how a format looks. Out: its sections, through the format. Nothing is decided
 * here: all that is said stands in jm_result. */
#include "report/walk.h"

#include <assert.h>

static void open(jmi_teller *t, jmi_piece piece)
{
  t->looks->open(t, piece);
}

static void close(jmi_teller *t, jmi_piece piece)
{
  t->looks->close(t, piece);
}

static void tell_words(jmi_teller *t, jmi_piece piece, const char *words)
{
  open(t, piece);
  jmi_say(&t->pen, words);
  close(t, piece);
}

/* Opens an item and says its requirement's name. */
static void open_item(jmi_teller *t, uint8_t sign, const jmi_requirement *given)
{
  t->sign = sign;
  open(t, JMI_PIECE_ITEM);
  open(t, JMI_PIECE_NAME);
  jmi_say_requirement(&t->pen, given);
}

static void tell_item(jmi_teller *t, uint8_t sign, const jmi_requirement *given)
{
  open_item(t, sign, given);
  close(t, JMI_PIECE_NAME);
  close(t, JMI_PIECE_ITEM);
}

static void tell_entry(jmi_teller *t, const jmi_entry *entry)
{
  open(t, JMI_PIECE_EVIDENCE);
  jmi_say_entry(&t->pen, entry);
  close(t, JMI_PIECE_EVIDENCE);
}

/* ---- the head --------------------------------------------------------------------------- */

uint32_t jmi_band_rank(const jm_result *result)
{
  const jmi_policy *policy = &result->scorer->policy;
  if (result->band == &policy->bands[policy->band_count - 1])
    return 2;
  return result->band == policy->bands ? 0 : 1;
}

static void tell_head(jmi_teller *t)
{
  const jm_result *result = t->result;
  if (result->posting->given.title.len > 0) {
    open(t, JMI_PIECE_TITLE);
    jmi_say_text(&t->pen, result->posting->given.title);
    close(t, JMI_PIECE_TITLE);
  }
  t->looks->bar(t);
  open(t, JMI_PIECE_SUMMARY);
  jmi_say_counts(&t->pen, result);
  close(t, JMI_PIECE_SUMMARY);
  if (jmi_has_band(result)) {
    open(t, JMI_PIECE_NOTE);
    jmi_say_band(&t->pen, result);
    close(t, JMI_PIECE_NOTE);
  }
  if (result->standings[JM_UNKNOWN] > 0) {
    open(t, JMI_PIECE_NOTE);
    jmi_say_confirm(&t->pen, result, " if you confirm what the profile does not say.");
    close(t, JMI_PIECE_NOTE);
  }
  if (result->standings[JM_UNDECIDED] > 0)
    tell_words(t, JMI_PIECE_NOTE,
               "Undecided lines earn nothing and are not missing: a limit was hit, or the "
               "posting's own pattern was not allowed to run.");
}

static bool has_blocked(const jm_result *result)
{
  return result->blocker_count > 0;
}

static void tell_blocked(jmi_teller *t)
{
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < t->result->blocker_count; i++)
    tell_item(t, JMI_SIGN_NONE, t->result->rows[t->result->blockers[i]].line->given);
  close(t, JMI_PIECE_LIST);
}

static bool has_rows(const jm_result *result)
{
  return result->row_count > 0;
}

/* ---- shares ----------------------------------------------------------------------------- */

static bool is_preferred(const jmi_row *row)
{
  return row->line->reading.tier == JMI_TIER_PREFERRED;
}

static void tell_slice(jmi_teller *t, jmi_slice *slice)
{
  if (slice->all > 0)
    t->looks->slice(t, slice);
}

static void tell_tiers(jmi_teller *t)
{
  const jm_result *result = t->result;
  jmi_tally required = jmi_tally_of(result, false), preferred = jmi_tally_of(result, true);
  const jmi_share *must = &result->by_tier[JM_MUST_HAVE], *rest = &result->by_tier[JM_REQUIRED];
  tell_slice(t, &(jmi_slice){"required",
                             "what is asked",
                             required.by[JM_MET],
                             required.all,
                             {must->earned + rest->earned, must->possible + rest->possible}});
  tell_slice(t, &(jmi_slice){"preferred", "what would be a plus", preferred.by[JM_MET],
                             preferred.all, result->by_tier[JM_PREFERRED]});
}

static void tell_shares(jmi_teller *t)
{
  static const char *const meanings[] = {"able to do the job", "ready to do it",
                                         "suited to the place"};
  jmi_slice slices[3] = {{0}};
  tell_tiers(t);
  for (uint32_t i = 0; i < t->result->row_count; i++) {
    const jmi_row *row = &t->result->rows[i];
    slices[row->line->reading.component].all++;
    slices[row->line->reading.component].met += row->standing == JM_MET;
  }
  for (int32_t c = JM_CAN; c <= JM_FIT; c++) {
    slices[c].name = jm_component_word(c);
    slices[c].meaning = meanings[c];
    slices[c].share = t->result->by_component[c];
    tell_slice(t, &slices[c]);
  }
}

/* ---- the ledger ------------------------------------------------------------------------- */

static void tell_evidence(jmi_teller *t, const jmi_outcome *outcome)
{
  for (uint32_t i = 0; jmi_has_evidence(outcome) && i < outcome->evidence_count; i++)
    tell_entry(t, jmi_outcome_entry(t->result, outcome, i));
  if (!jmi_has_how(outcome))
    return;
  open(t, JMI_PIECE_HOW);
  jmi_say_how(&t->pen, outcome);
  close(t, JMI_PIECE_HOW);
}

static void tell_shortfall(jmi_teller *t, uint8_t standing, jmi_str shortfall,
                           const jmi_outcome *outcome)
{
  if (!jmi_is_short(standing, shortfall))
    return;
  open(t, JMI_PIECE_SHORT);
  jmi_say_shortfall(&t->pen, standing, shortfall, outcome);
  close(t, JMI_PIECE_SHORT);
}

static void tell_part(jmi_teller *t, const jmi_row *row, uint32_t index)
{
  const jmi_outcome *outcome = &row->parts[index];
  t->sign = outcome->standing;
  open(t, JMI_PIECE_PART);
  open(t, JMI_PIECE_NAME);
  jmi_say_text(&t->pen, jmi_part_words(row->line->given, &row->line->reading.parts[index]));
  close(t, JMI_PIECE_NAME);
  tell_evidence(t, outcome);
  tell_shortfall(t, outcome->standing, outcome->shortfall, outcome);
  close(t, JMI_PIECE_PART);
}

static void tell_group(jmi_teller *t, const jmi_row *row, const jmi_group *group)
{
  bool many = group->part_count > 1;
  if (many) {
    open(t, JMI_PIECE_GROUP);
    open(t, JMI_PIECE_CHOICE);
    jmi_say_group(&t->pen, group);
    close(t, JMI_PIECE_CHOICE);
  }
  for (uint32_t p = group->first_part; p < group->first_part + group->part_count; p++)
    tell_part(t, row, p);
  if (many)
    close(t, JMI_PIECE_GROUP);
}

static void tell_parts(jmi_teller *t, const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  if (reading->part_count > 1) {
    open(t, JMI_PIECE_PARTS);
    for (uint32_t g = 0; g < reading->group_count; g++)
      tell_group(t, row, &reading->groups[g]);
    close(t, JMI_PIECE_PARTS);
    return;
  }
  const jmi_outcome *only = reading->part_count == 1 ? &row->parts[0] : NULL;
  if (only != NULL)
    tell_evidence(t, only);
  tell_shortfall(t, row->standing, row->shortfall, only);
}

static void tell_row(jmi_teller *t, const jmi_row *row)
{
  open_item(t, row->standing, row->line->given);
  close(t, JMI_PIECE_NAME);
  if (jmi_has_tier(row)) {
    open(t, JMI_PIECE_TIER);
    jmi_say_tier(&t->pen, row);
    close(t, JMI_PIECE_TIER);
  }
  tell_parts(t, row);
  t->sign = row->standing;
  close(t, JMI_PIECE_ITEM);
}

static bool has_required(const jm_result *result)
{
  return jmi_tally_of(result, false).all > 0;
}

static bool has_preferred(const jm_result *result)
{
  return jmi_tally_of(result, true).all > 0;
}

static void tell_ledger(jmi_teller *t)
{
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < t->result->row_count; i++) {
    const jmi_row *row = &t->result->rows[i];
    if (t->section == JMI_SECTION_LEDGER
        || is_preferred(row) == (t->section == JMI_SECTION_PREFERRED))
      tell_row(t, row);
  }
  close(t, JMI_PIECE_LIST);
}

/* ---- right and wrong -------------------------------------------------------------------- */

static void tell_right(jmi_teller *t)
{
  const jm_result *result = t->result;
  if (result->right_count == 0) {
    tell_words(t, JMI_PIECE_NOTE, "No line is met in full yet.");
    return;
  }
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < result->right_count; i++) {
    const jmi_row *row = &result->rows[result->right[i]];
    uint32_t evidence = jmi_row_evidence(row);
    open_item(t, JM_MET, row->line->given);
    close(t, JMI_PIECE_NAME);
    if (evidence != JMI_NONE)
      tell_entry(t, &result->profile->statements.items[evidence].entry);
    close(t, JMI_PIECE_ITEM);
  }
  close(t, JMI_PIECE_LIST);
}

static void tell_wrong(jmi_teller *t)
{
  const jm_result *result = t->result;
  if (result->wrong_count == 0) {
    tell_words(t, JMI_PIECE_NOTE, "Nothing that is asked is missing.");
    return;
  }
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < result->wrong_count; i++) {
    const jmi_row *row = &result->rows[result->wrong[i]];
    open_item(t, row->standing, row->line->given);
    jmi_say(&t->pen, " ");
    jmi_say_standing(&t->pen, row);
    close(t, JMI_PIECE_NAME);
    if (row->shortfall.len > 0) {
      open(t, JMI_PIECE_SHORT);
      jmi_say_text(&t->pen, row->shortfall);
      close(t, JMI_PIECE_SHORT);
    }
    close(t, JMI_PIECE_ITEM);
  }
  close(t, JMI_PIECE_LIST);
}

/* ---- what can be improved --------------------------------------------------------------- */

/* A heading before the first item that a list holds. */
static void begin_list(jmi_teller *t, bool *begun, const char *words)
{
  if (*begun)
    return;
  tell_words(t, JMI_PIECE_HEADING, words);
  open(t, JMI_PIECE_LIST);
  *begun = true;
}

static bool end_list(jmi_teller *t, bool begun)
{
  if (begun)
    close(t, JMI_PIECE_LIST);
  return begun;
}

static bool tell_confirm(jmi_teller *t)
{
  if (t->result->standings[JM_UNKNOWN] == 0)
    return false;
  open(t, JMI_PIECE_HEADING);
  jmi_say_confirm(&t->pen, t->result, " if you confirm:");
  close(t, JMI_PIECE_HEADING);
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < t->result->row_count; i++)
    if (t->result->rows[i].standing == JM_UNKNOWN)
      tell_item(t, JM_UNKNOWN, t->result->rows[i].line->given);
  return end_list(t, true);
}

static void tell_chance(jmi_teller *t, const jmi_row *row, uint32_t part)
{
  const jmi_requirement *given = row->line->given;
  const jmi_requirement words = {.id = given->id,
                                 .text = jmi_part_words(given, &row->line->reading.parts[part])};
  open_item(t, JM_PARTLY, &words);
  close(t, JMI_PIECE_NAME);
  tell_entry(t, jmi_outcome_entry(t->result, &row->parts[part], 0));
  close(t, JMI_PIECE_ITEM);
}

static bool tell_chances(jmi_teller *t, jmi_chance chance)
{
  bool begun = false;
  for (uint32_t i = 0; i < t->result->row_count; i++) {
    const jmi_row *row = &t->result->rows[i];
    for (uint32_t p = 0; p < row->line->reading.part_count; p++) {
      if (!jmi_is_chance(row, &row->parts[p], chance))
        continue;
      begin_list(t, &begun,
                 chance == JMI_CHANCE_TRANSFERABLE
                     ? "Transferable skills worth naming for what they are:"
                     : "Shown, but in words that only half match:");
      tell_chance(t, row, p);
    }
  }
  return end_list(t, begun);
}

static bool tell_plus(jmi_teller *t)
{
  bool begun = false;
  for (uint32_t i = 0; i < t->result->row_count; i++) {
    if (!jmi_is_plus(&t->result->rows[i]))
      continue;
    begin_list(t, &begun, "Would be a plus:");
    tell_item(t, JMI_SIGN_WISH, t->result->rows[i].line->given);
  }
  return end_list(t, begun);
}

static void tell_improve(jmi_teller *t)
{
  const jm_result *result = t->result;
  bool said = result->route_count > 0;
  for (uint32_t i = 0; i < result->route_count; i++) {
    open(t, JMI_PIECE_ROUTE);
    jmi_say_route(&t->pen, result, &result->routes[i]);
    close(t, JMI_PIECE_ROUTE);
  }
  said |= tell_confirm(t);
  said |= tell_chances(t, JMI_CHANCE_TRANSFERABLE);
  said |= tell_chances(t, JMI_CHANCE_REWORD);
  said |= tell_plus(t);
  if (!said)
    tell_words(t, JMI_PIECE_NOTE, "Nothing that the posting asks for.");
}

/* ---- the end ---------------------------------------------------------------------------- */

static bool has_aside(const jm_result *result)
{
  return result->posting->aside_count > 0;
}

static void tell_aside(jmi_teller *t)
{
  const jm_posting *posting = t->result->posting;
  open(t, JMI_PIECE_LIST);
  for (uint32_t i = 0; i < posting->aside_count; i++) {
    open_item(t, JMI_SIGN_NONE, posting->aside[i].given);
    jmi_say_rule(&t->pen, posting->aside[i].reading.set_aside_rule);
    close(t, JMI_PIECE_NAME);
    close(t, JMI_PIECE_ITEM);
  }
  close(t, JMI_PIECE_LIST);
}

static void tell_foot(jmi_teller *t)
{
  if (!t->brief) {
    open(t, JMI_PIECE_NOTE);
    jmi_say_versions(&t->pen, t->result->scorer);
    close(t, JMI_PIECE_NOTE);
    open(t, JMI_PIECE_NOTE);
    jmi_say_policy(&t->pen, t->result->scorer);
    close(t, JMI_PIECE_NOTE);
    open(t, JMI_PIECE_NOTE);
    jmi_say_inputs(&t->pen, t->result);
    close(t, JMI_PIECE_NOTE);
  }
  tell_words(t, JMI_PIECE_NOTE,
             "The percentage is coverage of the posting's lines, not a hiring decision.");
}

/* ---- sections --------------------------------------------------------------------------- */

static const struct {
  const char *title;
  bool (*has)(const jm_result *result); /* NULL: always */
  void (*tell)(jmi_teller *t);
} sections[] = {
    [JMI_SECTION_HEAD] = {"Result", NULL, tell_head},
    [JMI_SECTION_BLOCKED] = {"Blocked by must-haves that are missing", has_blocked, tell_blocked},
    [JMI_SECTION_SHARES] = {"Shares", has_rows, tell_shares},
    [JMI_SECTION_LEDGER] = {"The ledger", NULL, tell_ledger},
    [JMI_SECTION_REQUIRED] = {"The ledger: required", has_required, tell_ledger},
    [JMI_SECTION_PREFERRED] = {"The ledger: preferred", has_preferred, tell_ledger},
    [JMI_SECTION_RIGHT] = {"What went right", NULL, tell_right},
    [JMI_SECTION_WRONG] = {"What went wrong", NULL, tell_wrong},
    [JMI_SECTION_IMPROVE] = {"What can be improved", NULL, tell_improve},
    [JMI_SECTION_ASIDE] = {"Set aside: these lines ask for nothing", has_aside, tell_aside},
    [JMI_SECTION_FOOT] = {"How this was made", NULL, tell_foot},
};
static_assert(sizeof sections / sizeof *sections == JMI_SECTION_COUNT, "one for each section");

static const char *title_of(const jm_result *result, jmi_section section)
{
  if (section == JMI_SECTION_BLOCKED && result->blocker_count == 1)
    return "Blocked by a must-have that is missing";
  return sections[section].title;
}

static void tell_section(jmi_teller *t, jmi_section section)
{
  if (sections[section].has != NULL && !sections[section].has(t->result))
    return;
  t->section = section;
  t->looks->open_section(t, section, title_of(t->result, section));
  sections[section].tell(t);
  t->looks->close_section(t, section);
}

const jmi_section jmi_document_order[] = {
    JMI_SECTION_HEAD,  JMI_SECTION_BLOCKED, JMI_SECTION_SHARES,   JMI_SECTION_RIGHT,
    JMI_SECTION_WRONG, JMI_SECTION_IMPROVE, JMI_SECTION_REQUIRED, JMI_SECTION_PREFERRED,
    JMI_SECTION_ASIDE, JMI_SECTION_FOOT,    JMI_SECTION_COUNT};

void jmi_walk(jmi_teller *t, jmi_buffer *out, const jmi_section *order, int32_t flags)
{
  static const jmi_section brief[] = {JMI_SECTION_HEAD, JMI_SECTION_BLOCKED, JMI_SECTION_WRONG,
                                      JMI_SECTION_FOOT, JMI_SECTION_COUNT};
  t->pen = (jmi_pen){out, &t->looks->dialect};
  t->brief = (flags & JM_REPORT_BRIEF) != 0;
  if (t->brief)
    order = brief;
  for (; *order != JMI_SECTION_COUNT; order++)
    tell_section(t, *order);
}
