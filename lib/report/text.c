/* SPDX-License-Identifier: MIT */
/* The report for people: the percentage, what blocks, and the ledger.
 *
 * In:  a result. Out: lines of 80 columns in UTF-8; our own words are ASCII.
 * The band's words inform and never advise against applying: the number is coverage. */
#include "report/report.h"

#include "report/safe.h"

#include <assert.h>

static const struct {
  const char *lead;
  jmi_ink ink;
} standings[] = {
    [JM_MET] = {"+ met      ", JMI_INK_GREEN},
    [JM_PARTLY] = {"~ partly   ", JMI_INK_YELLOW},
    [JM_MISSING] = {"- missing  ", JMI_INK_RED},
    [JM_UNKNOWN] = {"? unknown  ", JMI_INK_CYAN},
    [JM_UNDECIDED] = {"! undecided", JMI_INK_MAGENTA},
};

static const char *const how_sentences[] = {
    [JMI_HOW_NONE] = "",
    [JMI_HOW_STATED] = "the profile states it",
    [JMI_HOW_DATES] = "counted from the dates",
    [JMI_HOW_PATTERN] = "the posting's own expression matches",
    [JMI_HOW_ALIAS] = "the same thing is named",
    [JMI_HOW_INFLECTED] = "the same words in another form",
    [JMI_HOW_NARROWER] = "a kind of what is asked",
    [JMI_HOW_WORDS] = "some of its words stand in one entry",
    [JMI_HOW_SPREAD] = "its words are spread over several entries",
    [JMI_HOW_RELATED] = "a related, transferable skill",
};
static_assert(sizeof how_sentences / sizeof *how_sentences == JMI_HOW_COUNT, "one for each way");

/* What a tier other than plain "required" is, and how that is known. */
static const char *const tier_sources[] = {
    [JMI_TIER_BY_DEFAULT] = "by default",
    [JMI_TIER_BY_LIST] = "by the list it stands in",
    [JMI_TIER_BY_WORDS] = "by its own words",
    [JMI_TIER_BY_FIELD] = "by its tier field",
};

static const struct {
  const char *name, *words;
} bands[] = {
    {"strong", "as much as employers hope to find."},
    {"apply", "enough to apply: other qualities are seen too."},
    {"reach", "the report says what is missing, and what would raise it."},
};

void jmi_page_standing(jmi_page *page, uint8_t standing)
{
  jmi_page_lead(page, standings[standing].ink, standings[standing].lead);
}

void jmi_page_row_name(jmi_page *page, const jmi_row *row)
{
  jmi_page_adds(page, row->line->given->id);
  jmi_page_add(page, ": ");
  jmi_page_adds(page, row->line->given->text);
}

void jmi_page_entry(jmi_page *page, const jmi_entry *entry)
{
  jmi_page_add(page, "from ");
  jmi_page_adds(page, entry->path);
  if (entry->mark.line > 0) {
    jmi_page_add(page, ", line ");
    jmi_page_addi(page, entry->mark.line);
  }
  jmi_page_add(page, ": ");
  jmi_page_adds(page, entry->text);
}

void jmi_page_percent(jmi_page *page, jmi_share share)
{
  jmi_decimal_add(&page->paragraph, jmi_share_hundredths(share) / 10, 1);
  jmi_page_add(page, " %");
}

/* ---- the head --------------------------------------------------------------------------- */

static const jmi_ink band_inks[] = {JMI_INK_GREEN, JMI_INK_YELLOW};

/* The highest band is green, the lowest plain, whatever is between them yellow. */
static jmi_ink ink_of(const jm_result *result)
{
  const jmi_policy *policy = &result->scorer->policy;
  if (result->band == &policy->bands[policy->band_count - 1])
    return JMI_INK_NONE;
  return band_inks[result->band == policy->bands ? 0 : 1];
}

static void write_bar(jmi_page *page, const jm_result *result)
{
  char bar[24] = "[--------------------]";
  int32_t cells = jmi_share_hundredths(result->share) / 500;
  memset(bar + 1, '#', (size_t)cells);
  jmi_page_open(page, 0);
  jmi_page_lead(page, ink_of(result), bar);
  jmi_page_percent(page, result->share);
  jmi_page_close(page);
}

static void add_counts(jmi_page *page, const jmi_tally *tally)
{
  static const struct {
    uint8_t standing;
    const char *words;
  } rest[] = {{JM_PARTLY, " partly"}, {JM_UNKNOWN, " to confirm"}, {JM_UNDECIDED, " undecided"}};
  for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
    if (tally->by[rest[i].standing] == 0)
      continue;
    jmi_page_add(page, ", ");
    jmi_page_addi(page, tally->by[rest[i].standing]);
    jmi_page_add(page, rest[i].words);
  }
}

static void write_sentence(jmi_page *page, const jm_result *result)
{
  jmi_tally required = jmi_tally_of(result, false), preferred = jmi_tally_of(result, true);
  bool only_preferred = required.all == 0;
  const jmi_tally *first = only_preferred ? &preferred : &required;
  if (result->row_count == 0) {
    jmi_page_line(page, JMI_INK_NONE, "The posting asks for nothing that can be scored.");
    return;
  }
  jmi_page_open(page, 0);
  jmi_page_addi(page, first->by[JM_MET]);
  jmi_page_add(page, " of ");
  jmi_page_addi(page, first->all);
  jmi_page_add(page, first->all == 1 ? " requirement met" : " requirements met");
  add_counts(page, first);
  jmi_page_add(page, ": ");
  jmi_page_adds(page, result->band->name);
  jmi_page_add(page, ".");
  if (!only_preferred && preferred.all > 0) {
    jmi_page_add(page, " Preferred: ");
    jmi_page_addi(page, preferred.by[JM_MET]);
    jmi_page_add(page, " of ");
    jmi_page_addi(page, preferred.all);
    jmi_page_add(page, " met");
    add_counts(page, &preferred);
    jmi_page_add(page, ".");
  }
  jmi_page_close(page);
}

/* "strong, from 80 %: as much as employers hope to find." */
static void write_band(jmi_page *page, const jm_result *result)
{
  const jmi_policy *policy = &result->scorer->policy;
  const char *words = NULL;
  for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
    if (jmi_str_is(result->band->name, bands[i].name))
      words = bands[i].words;
  bool lowest = result->band == &policy->bands[policy->band_count - 1];
  if (lowest && policy->band_count == 1)
    return;
  jmi_page_open(page, 0);
  jmi_page_adds(page, result->band->name);
  jmi_page_add(page, lowest ? ", under " : ", from ");
  jmi_decimal_add(&page->paragraph, lowest ? result->band[-1].from_milli : result->band->from_milli,
                  1);
  jmi_page_add(page, " %");
  jmi_page_add(page, words == NULL ? "." : ": ");
  jmi_page_add(page, words == NULL ? "" : words);
  jmi_page_close(page);
}

static void write_blockers(jmi_page *page, const jm_result *result)
{
  if (result->blocker_count == 0)
    return;
  jmi_page_line(page, JMI_INK_NONE, "");
  jmi_page_line(page, JMI_INK_RED,
                result->blocker_count == 1 ? "Blocked by a must-have that is missing"
                                           : "Blocked by must-haves that are missing");
  for (uint32_t i = 0; i < result->blocker_count; i++) {
    jmi_page_open(page, 2);
    jmi_page_row_name(page, &result->rows[result->blockers[i]]);
    jmi_page_close(page);
  }
}

static void write_head(jmi_page *page, const jm_result *result)
{
  jmi_str title = result->posting->given.title;
  if (title.len > 0) {
    jmi_page_open(page, 0);
    jmi_page_adds(page, title);
    jmi_page_close(page);
  }
  write_bar(page, result);
  write_sentence(page, result);
  write_band(page, result);
  if (result->standings[JM_UNKNOWN] > 0) {
    jmi_page_open(page, 0);
    jmi_page_add(page, "Up to ");
    jmi_page_percent(page, result->confirmed);
    jmi_page_add(page, " if you confirm what the profile does not say.");
    jmi_page_close(page);
  }
  if (result->standings[JM_UNDECIDED] > 0) {
    jmi_page_open(page, 0);
    jmi_page_add(page, "Undecided lines earn nothing and are not missing: a limit was hit, or the "
                       "posting's own pattern was not allowed to run.");
    jmi_page_close(page);
  }
  write_blockers(page, result);
}

/* ---- the ledger ------------------------------------------------------------------------- */

enum { DETAIL = 4 };

static void add_rule(jmi_page *page, const char *rule)
{
  jmi_page_add(page, " (");
  jmi_page_add(page, rule);
  jmi_page_add(page, ")");
}

static void write_tier(jmi_page *page, const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  if (reading->tier == JMI_TIER_REQUIRED && reading->tier_source == JMI_TIER_BY_DEFAULT
      && row->weight == 1000)
    return;
  jmi_page_open(page, DETAIL);
  jmi_page_add(page, jm_tier_word(reading->tier));
  if (reading->tier != JMI_TIER_REQUIRED || reading->tier_source != JMI_TIER_BY_DEFAULT) {
    jmi_page_add(page, ", ");
    jmi_page_add(page, tier_sources[reading->tier_source]);
  }
  if (reading->tier_rule != NULL && reading->tier_source == JMI_TIER_BY_WORDS)
    add_rule(page, reading->tier_rule);
  if (row->weight != 1000) {
    jmi_page_add(page, "; weight ");
    jmi_decimal_add(&page->paragraph, row->weight, 3);
    jmi_page_add(page, row->weight == 0 ? ": shown, not counted" : "");
  }
  jmi_page_close(page);
}

/* The rule of an outcome's how. Another rule may have decided: one of years, levels, anchors. */
static const char how_prefix[] = "match.";

static bool is_decided_by_how(const jmi_outcome *outcome)
{
  size_t len = sizeof how_prefix - 1;
  return strncmp(outcome->rule, how_prefix, len) == 0
         && strcmp(outcome->rule + len, jmi_how_words[outcome->how]) == 0;
}

static bool is_short(uint8_t standing, jmi_str shortfall)
{
  return standing != JM_MET && shortfall.len > 0;
}

/* The rule that decided stands beside the shortfall; where nothing is short, here. */
static void write_how(jmi_page *page, uint32_t indent, const jmi_outcome *outcome)
{
  if (outcome->how == JMI_HOW_NONE || outcome->strength == 0)
    return;
  jmi_page_open(page, indent);
  jmi_page_add(page, "matched: ");
  jmi_page_add(page, how_sentences[outcome->how]);
  jmi_page_add(page, " (");
  jmi_page_add(page, how_prefix);
  jmi_page_add(page, jmi_how_words[outcome->how]);
  if (!is_decided_by_how(outcome) && !is_short(outcome->standing, outcome->shortfall)) {
    jmi_page_add(page, ", ");
    jmi_page_add(page, outcome->rule);
  }
  jmi_page_add(page, ")");
  jmi_page_close(page);
}

/* What comes nearest to a missing part is no evidence of it, but for a transferable skill. */
static void write_evidence(jmi_page *page, const jm_result *result, const jmi_outcome *outcome,
                           uint32_t indent)
{
  if (outcome->standing == JM_MISSING && outcome->how != JMI_HOW_RELATED)
    return;
  for (uint32_t i = 0; i < outcome->evidence_count; i++) {
    jmi_page_open(page, indent);
    jmi_page_hang(page, 2);
    jmi_page_entry(page, jmi_outcome_entry(result, outcome, i));
    jmi_page_close(page);
  }
  write_how(page, indent, outcome);
}

/* `outcome` is whose shortfall it is; NULL when that is not known. Where nothing was found, no rule
 * decided. */
static void write_shortfall(jmi_page *page, uint32_t indent, uint8_t standing, jmi_str shortfall,
                            const jmi_outcome *outcome)
{
  if (!is_short(standing, shortfall))
    return;
  jmi_page_open(page, indent);
  if (standing == JM_PARTLY || standing == JM_MISSING)
    jmi_page_add(page, "short: ");
  jmi_page_adds(page, shortfall);
  bool nothing = outcome == NULL || (standing == JM_MISSING && outcome->strength == 0);
  if (!nothing && !is_decided_by_how(outcome))
    add_rule(page, outcome->rule);
  jmi_page_close(page);
}

static void write_part(jmi_page *page, const jm_result *result, const jmi_row *row, uint32_t index,
                       uint32_t indent)
{
  const jmi_outcome *outcome = &row->parts[index];
  jmi_page_open(page, indent);
  jmi_page_standing(page, outcome->standing);
  jmi_page_adds(page, jmi_part_words(row->line->given, &row->line->reading.parts[index]));
  jmi_page_close(page);
  write_evidence(page, result, outcome, indent + 12);
  write_shortfall(page, indent + 12, outcome->standing, outcome->shortfall, outcome);
}

static void write_group(jmi_page *page, const jm_result *result, const jmi_row *row,
                        const jmi_group *group)
{
  uint32_t indent = DETAIL;
  if (group->part_count > 1) {
    jmi_page_open(page, indent);
    if (group->need > 1) {
      jmi_page_add(page, "at least ");
      jmi_page_addi(page, group->need);
      jmi_page_add(page, " of:");
    } else {
      jmi_page_add(page, "any of:");
    }
    jmi_page_close(page);
    indent += 2;
  }
  for (uint32_t p = group->first_part; p < group->first_part + group->part_count; p++)
    write_part(page, result, row, p, indent);
}

static void write_row(jmi_page *page, const jm_result *result, const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  jmi_page_open(page, 0);
  jmi_page_standing(page, row->standing);
  jmi_page_row_name(page, row);
  jmi_page_close(page);
  write_tier(page, row);
  if (reading->part_count > 1) {
    for (uint32_t g = 0; g < reading->group_count; g++)
      write_group(page, result, row, &reading->groups[g]);
    return;
  }
  const jmi_outcome *only = reading->part_count == 1 ? &row->parts[0] : NULL;
  if (only != NULL)
    write_evidence(page, result, only, DETAIL);
  write_shortfall(page, DETAIL, row->standing, row->shortfall, only);
}

static void write_ledger(jmi_page *page, const jm_result *result)
{
  jmi_page_line(page, JMI_INK_NONE, "");
  jmi_page_line(page, JMI_INK_TITLE, "The ledger");
  for (uint32_t i = 0; i < result->row_count; i++)
    write_row(page, result, &result->rows[i]);
}

void jmi_result_text(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  bool brief = (flags & JM_REPORT_BRIEF) != 0;
  jmi_page page;
  jmi_page_init(&page, out, &result->allocator, (flags & JM_REPORT_COLOR) != 0);
  write_head(&page, result);
  if (!brief)
    write_ledger(&page, result);
  jmi_result_text_questions(&page, result, brief);
  jmi_result_text_foot(&page, result, brief);
  jmi_page_dispose(&page);
}
