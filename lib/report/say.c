/* SPDX-License-Identifier: MIT */
/* The sentences of reports for people: see say.h.
 *
 * In:  a result, or a piece of one. Out: words in a pen's buffer. Nothing here fails.
 * The band's words inform and never advise against applying: the number is coverage. */
#include "report/say.h"

#include <assert.h>

void jmi_say(const jmi_pen *pen, const char *words)
{
  jmi_buffer_adds(pen->out, words);
}

void jmi_say_text(const jmi_pen *pen, jmi_str text)
{
  jmi_say(pen, pen->dialect->text[0]);
  jmi_safe_add(pen->out, text, &pen->dialect->escape);
  jmi_say(pen, pen->dialect->text[1]);
}

void jmi_say_number(const jmi_pen *pen, int64_t number)
{
  jmi_buffer_addi(pen->out, number);
}

void jmi_say_bound(const jmi_pen *pen, int32_t milli)
{
  jmi_decimal_add(pen->out, milli, 1);
  jmi_say(pen, pen->dialect->percent);
}

void jmi_say_percent(const jmi_pen *pen, jmi_share share)
{
  jmi_decimal_add(pen->out, jmi_share_hundredths(share) / 10, 1);
  jmi_say(pen, pen->dialect->percent);
}

static void say_name(const jmi_pen *pen, jmi_str id)
{
  jmi_say(pen, pen->dialect->name[0]);
  jmi_safe_add(pen->out, id, &pen->dialect->escape);
  jmi_say(pen, pen->dialect->name[1]);
}

static void say_faint(const jmi_pen *pen, const char *words)
{
  jmi_say(pen, pen->dialect->faint[0]);
  jmi_say(pen, words);
  jmi_say(pen, pen->dialect->faint[1]);
}

/* ---- the head --------------------------------------------------------------------------- */

static void say_rest(const jmi_pen *pen, const jmi_tally *tally)
{
  static const struct {
    uint8_t standing;
    const char *words;
  } rest[] = {{JM_PARTLY, " partly"}, {JM_UNKNOWN, " to confirm"}, {JM_UNDECIDED, " undecided"}};
  for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
    if (tally->by[rest[i].standing] == 0)
      continue;
    jmi_say(pen, ", ");
    jmi_say_number(pen, tally->by[rest[i].standing]);
    jmi_say(pen, rest[i].words);
  }
}

static void say_met(const jmi_pen *pen, const jmi_tally *tally, const char *words)
{
  jmi_say_number(pen, tally->by[JM_MET]);
  jmi_say(pen, " of ");
  jmi_say_number(pen, tally->all);
  jmi_say(pen, words);
  say_rest(pen, tally);
}

void jmi_say_counts(const jmi_pen *pen, const jm_result *result)
{
  jmi_tally required = jmi_tally_of(result, false), preferred = jmi_tally_of(result, true);
  bool only_preferred = required.all == 0;
  const jmi_tally *first = only_preferred ? &preferred : &required;
  if (result->row_count == 0) {
    jmi_say(pen, "The posting asks for nothing that can be scored.");
    return;
  }
  say_met(pen, first, first->all == 1 ? " requirement met" : " requirements met");
  jmi_say(pen, ": ");
  jmi_say_text(pen, result->band->name);
  jmi_say(pen, ".");
  if (!only_preferred && preferred.all > 0) {
    jmi_say(pen, " Preferred: ");
    say_met(pen, &preferred, " met");
    jmi_say(pen, ".");
  }
}

static const struct {
  const char *name, *words;
} bands[] = {
    {"strong", "as much as employers hope to find."},
    {"apply", "enough to apply: other qualities are seen too."},
    {"reach", "the report says what is missing, and what would raise it."},
};

bool jmi_has_band(const jm_result *result)
{
  return result->scorer->policy.band_count > 1;
}

void jmi_say_band(const jmi_pen *pen, const jm_result *result)
{
  const jmi_policy *policy = &result->scorer->policy;
  const char *words = NULL;
  for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
    if (jmi_str_is(result->band->name, bands[i].name))
      words = bands[i].words;
  bool lowest = result->band == &policy->bands[policy->band_count - 1];
  jmi_say_text(pen, result->band->name);
  jmi_say(pen, lowest ? ", under " : ", from ");
  jmi_say_bound(pen, lowest ? result->band[-1].from_milli : result->band->from_milli);
  jmi_say(pen, words == NULL ? "." : ": ");
  jmi_say(pen, words == NULL ? "" : words);
}

void jmi_say_confirm(const jmi_pen *pen, const jm_result *result, const char *rest)
{
  jmi_say(pen, "Up to ");
  jmi_say_percent(pen, result->confirmed);
  jmi_say(pen, rest);
}

/* ---- rows, parts and evidence ----------------------------------------------------------- */

void jmi_say_requirement(const jmi_pen *pen, const jmi_requirement *given)
{
  say_name(pen, given->id);
  jmi_say(pen, ": ");
  jmi_say_text(pen, given->text);
}

void jmi_say_rule(const jmi_pen *pen, const char *rule)
{
  jmi_say(pen, " (");
  say_faint(pen, rule);
  jmi_say(pen, ")");
}

static const char *const tier_sources[] = {
    [JMI_TIER_BY_DEFAULT] = "by default",
    [JMI_TIER_BY_LIST] = "by the list it stands in",
    [JMI_TIER_BY_WORDS] = "by its own words",
    [JMI_TIER_BY_FIELD] = "by its tier field",
};

bool jmi_has_tier(const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  return reading->tier != JMI_TIER_REQUIRED || reading->tier_source != JMI_TIER_BY_DEFAULT
         || row->weight != 1000;
}

void jmi_say_tier(const jmi_pen *pen, const jmi_row *row)
{
  const jmi_reading *reading = &row->line->reading;
  jmi_say(pen, jm_tier_word(reading->tier));
  if (reading->tier != JMI_TIER_REQUIRED || reading->tier_source != JMI_TIER_BY_DEFAULT) {
    jmi_say(pen, ", ");
    jmi_say(pen, tier_sources[reading->tier_source]);
  }
  if (reading->tier_rule != NULL && reading->tier_source == JMI_TIER_BY_WORDS)
    jmi_say_rule(pen, reading->tier_rule);
  if (row->weight != 1000) {
    jmi_say(pen, "; weight ");
    jmi_decimal_add(pen->out, row->weight, 3);
    jmi_say(pen, row->weight == 0 ? ": shown, not counted" : "");
  }
}

void jmi_say_entry(const jmi_pen *pen, const jmi_entry *entry)
{
  jmi_say(pen, "from ");
  jmi_say(pen, pen->dialect->faint[0]);
  jmi_safe_add(pen->out, entry->path, &pen->dialect->escape);
  if (entry->mark.line > 0) {
    jmi_say(pen, ", line ");
    jmi_say_number(pen, entry->mark.line);
  }
  jmi_say(pen, pen->dialect->faint[1]);
  jmi_say(pen, ": ");
  jmi_say_text(pen, entry->text);
}

bool jmi_has_evidence(const jmi_outcome *outcome)
{
  return outcome->standing != JM_MISSING || outcome->how == JMI_HOW_RELATED;
}

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

/* The rule of an outcome's how. Another rule may have decided: one of years, levels, anchors. */
static const char how_prefix[] = "match.";

static bool is_decided_by_how(const jmi_outcome *outcome)
{
  size_t len = sizeof how_prefix - 1;
  return strncmp(outcome->rule, how_prefix, len) == 0
         && strcmp(outcome->rule + len, jmi_how_words[outcome->how]) == 0;
}

bool jmi_is_short(uint8_t standing, jmi_str shortfall)
{
  return standing != JM_MET && shortfall.len > 0;
}

bool jmi_has_how(const jmi_outcome *outcome)
{
  return jmi_has_evidence(outcome) && outcome->how != JMI_HOW_NONE && outcome->strength != 0;
}

/* The rule that decided stands beside the shortfall; where nothing is short, here. */
void jmi_say_how(const jmi_pen *pen, const jmi_outcome *outcome)
{
  jmi_say(pen, "matched: ");
  jmi_say(pen, how_sentences[outcome->how]);
  jmi_say(pen, " (");
  jmi_say(pen, pen->dialect->faint[0]);
  jmi_say(pen, how_prefix);
  jmi_say(pen, jmi_how_words[outcome->how]);
  if (!is_decided_by_how(outcome) && !jmi_is_short(outcome->standing, outcome->shortfall)) {
    jmi_say(pen, ", ");
    jmi_say(pen, outcome->rule);
  }
  jmi_say(pen, pen->dialect->faint[1]);
  jmi_say(pen, ")");
}

/* Where nothing was found, no rule decided. */
void jmi_say_shortfall(const jmi_pen *pen, uint8_t standing, jmi_str shortfall,
                       const jmi_outcome *outcome)
{
  if (standing == JM_PARTLY || standing == JM_MISSING)
    jmi_say(pen, "short: ");
  jmi_say_text(pen, shortfall);
  bool nothing = outcome == NULL || (standing == JM_MISSING && outcome->strength == 0);
  if (!nothing && !is_decided_by_how(outcome))
    jmi_say_rule(pen, outcome->rule);
}

void jmi_say_group(const jmi_pen *pen, const jmi_group *group)
{
  if (group->need <= 1) {
    jmi_say(pen, "any of:");
    return;
  }
  jmi_say(pen, "at least ");
  jmi_say_number(pen, group->need);
  jmi_say(pen, " of:");
}

void jmi_say_standing(const jmi_pen *pen, const jmi_row *row)
{
  jmi_say(pen, row->line->reading.tier == JMI_TIER_MUST ? "(must-have, " : "(");
  jmi_say(pen, jm_standing_word(row->standing));
  jmi_say(pen, ")");
}

static void say_steps(const jmi_pen *pen, const jm_result *result, const jmi_route *route)
{
  for (uint32_t i = 0; i < route->count; i++) {
    const jmi_row *row = &result->rows[route->steps[i].row];
    jmi_say(pen, i == 0 ? "" : i + 1 < route->count ? ", " : " and ");
    jmi_say(pen, route->steps[i].confirm ? "confirm " : "show ");
    say_name(pen, row->line->given->id);
  }
}

void jmi_say_route(const jmi_pen *pen, const jm_result *result, const jmi_route *route)
{
  jmi_say(pen, "To reach ");
  jmi_say_bound(pen, route->band->from_milli);
  jmi_say(pen, " (");
  jmi_say_text(pen, route->band->name);
  jmi_say(pen, "): ");
  if (!route->possible) {
    jmi_say(pen, "the lines that are decided do not suffice.");
    return;
  }
  say_steps(pen, result, route);
  jmi_say(pen, ", which makes ");
  jmi_say_percent(pen, route->after);
  jmi_say(pen, ".");
}

/* ---- the foot --------------------------------------------------------------------------- */

static void say_hash(const jmi_pen *pen, uint64_t hash)
{
  char digits[17] = "";
  jmi_hash_digits(digits, hash);
  say_faint(pen, digits);
}

static void say_milli(const jmi_pen *pen, const char *words, int64_t number)
{
  jmi_say(pen, words);
  jmi_decimal_add(pen->out, number, 3);
}

void jmi_say_versions(const jmi_pen *pen, const jm_scorer *scorer)
{
  jmi_say(pen, "jobmatch ");
  jmi_say(pen, jm_version_string());
  jmi_say(pen, ", rules ");
  jmi_say(pen, jm_rules_version());
  jmi_say(pen, ", lexicon ");
  jmi_say_text(pen, jmi_str_of(scorer->lexicon->version));
  if (scorer->lexicon_hash != 0) {
    jmi_say(pen, " ");
    say_hash(pen, scorer->lexicon_hash);
  }
}

void jmi_say_policy(const jmi_pen *pen, const jm_scorer *scorer)
{
  const jmi_policy *policy = &scorer->policy;
  jmi_say(pen, "policy ");
  jmi_say_text(pen, policy->name);
  if (scorer->policy_hash != 0) {
    jmi_say(pen, " ");
    say_hash(pen, scorer->policy_hash);
  }
  say_milli(pen, ": met from ", policy->met_from);
  say_milli(pen, ", partly from ", policy->partly_from);
  say_milli(pen, " (counts ", policy->partly_milli);
  jmi_say(pen, "); preferred: ");
  jmi_say(pen, jmi_preferred_words[policy->preferred]);
  jmi_say(pen, "; bands:");
  for (uint32_t b = 0; b < policy->band_count; b++) {
    jmi_say(pen, b == 0 ? " " : ", ");
    jmi_say_text(pen, policy->bands[b].name);
    jmi_say(pen, " from ");
    jmi_decimal_add(pen->out, policy->bands[b].from_milli, 1);
  }
}

void jmi_say_inputs(const jmi_pen *pen, const jm_result *result)
{
  char as_of[16];
  jmi_as_of_digits(as_of, result->scorer, result->profile);
  jmi_say(pen, as_of[0] == '\0' ? "nothing is dated" : "as of ");
  jmi_say(pen, as_of);
  jmi_say(pen, "; posting ");
  say_hash(pen, result->posting->hash);
  jmi_say(pen, ", profile ");
  say_hash(pen, result->profile->hash);
}
