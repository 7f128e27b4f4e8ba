/* SPDX-License-Identifier: MIT */
/* Matching one part, whatever it asks: a row for each criterion.
 *
 * In:  a part and a profile. Out: an outcome. A matter that only the candidate can tell is
 * unknown, never missing, where the profile is silent. */
#include "match/match.h"

#include <stdarg.h>
#include <stdio.h>

uint8_t jmi_standing_of(const jmi_policy *policy, int32_t strength)
{
  if (strength >= policy->met_from)
    return JM_MET;
  return strength >= policy->partly_from ? JM_PARTLY : JM_MISSING;
}

jmi_str jmi_phrase(jmi_arena *arena, const char *format, ...)
{
  char text[200];
  va_list args;
  va_start(args, format);
  int len = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  if (len < 0)
    return JMI_STR("");
  if (len >= (int)sizeof text) { /* cut where a character begins */
    len = (int)sizeof text - 1;
    while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
      len--;
  }
  const char *copy = jmi_arena_copy(arena, text, (size_t)len);
  return copy == NULL ? JMI_STR("") : (jmi_str){copy, (uint32_t)len};
}

jmi_str jmi_months_words(jmi_arena *arena, int32_t months)
{
  if (months % 12 == 0 || months > 36) {
    int32_t years = months / 12, tenths = months % 12 * 10 / 12;
    if (tenths == 0)
      return jmi_phrase(arena, "%d year%s", years, years == 1 ? "" : "s");
    return jmi_phrase(arena, "%d.%d years", years, tenths);
  }
  return jmi_phrase(arena, "%d month%s", months, months == 1 ? "" : "s");
}

void jmi_match_years(jmi_outcome *out, jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_policy *policy = &matcher->scorer->policy;
  int32_t have = matcher->profile->total_months, need = part->min_months;
  *out = (jmi_outcome){.how = JMI_HOW_DATES, .rule = "match.dates", .shortfall = JMI_STR("")};
  if (have >= need && (need > 0 || have > 0)) {
    out->strength = 1000;
  } else if (have > 0) {
    jmi_str asked = jmi_months_words(matcher->arena, need);
    jmi_str shown = jmi_months_words(matcher->arena, have);
    int32_t span = policy->met_from - policy->partly_from;
    out->strength = have * 2 >= need
                        ? policy->partly_from + (int32_t)((int64_t)(span - 1) * have / need)
                        : (int32_t)((int64_t)policy->partly_from * have / need);
    out->shortfall = jmi_phrase(matcher->arena, "asks %s, shows %s", asked.at, shown.at);
  } else {
    out->shortfall = jmi_phrase(matcher->arena, "no dated work is shown");
    out->how = JMI_HOW_NONE;
  }
  for (uint32_t s = 0; out->strength > 0 && s < matcher->profile->statements.count; s++) {
    jmi_interval span;
    if (jmi_statement_interval(matcher->profile, s, &span)) {
      out->evidence[out->evidence_count++] = s;
      break;
    }
  }
  out->standing = jmi_standing_of(policy, out->strength);
}

/* ---- education -------------------------------------------------------------------------- */

/* How near a degree's field is to what is asked, best last. */
typedef enum nearness { FIELD_OTHER, FIELD_RELATED, FIELD_SAME } nearness;

static void judge_degree(jmi_outcome *out, jmi_matcher *matcher, const jmi_part *part, uint32_t s,
                         nearness field)
{
  const jmi_policy *policy = &matcher->scorer->policy;
  const jmi_statement *statement = &matcher->profile->statements.items[s];
  int32_t partly = (policy->partly_from + policy->met_from) / 2, strength = 1000;
  const char *rule = "match.degree";
  jmi_str shortfall = JMI_STR("");
  if (statement->degree < part->degree || statement->entry.study == JMI_STUDY_ABANDONED)
    return;
  if (statement->entry.study == JMI_STUDY_IN_PROGRESS && statement->degree == part->degree) {
    strength = partly;
    rule = "match.degree-in-progress";
    shortfall = jmi_phrase(matcher->arena, "the degree is in progress");
  } else if (part->unit_count > 0 && field < (part->any_field ? FIELD_RELATED : FIELD_SAME)) {
    strength = partly;
    rule = "match.field";
    shortfall =
        jmi_phrase(matcher->arena, field == FIELD_RELATED ? "the degree is in a related field"
                                                          : "the degree is in another field");
  }
  if (strength <= out->strength)
    return;
  *out = (jmi_outcome){.strength = strength,
                       .how = JMI_HOW_STATED,
                       .evidence = {s},
                       .evidence_count = 1,
                       .rule = rule,
                       .shortfall = shortfall};
}

/* A degree's field may stand in its own statement or in the line beside it. */
static bool speaks_for(const jmi_matcher *matcher, uint32_t at, uint32_t s)
{
  uint8_t kind = matcher->profile->statements.items[at].entry.kind;
  return at == s || ((at + 1 == s || at == s + 1) && kind == JMI_ENTRY_EDUCATION);
}

static bool shows_near(const jmi_matcher *matcher, uint64_t key, uint32_t s, uint16_t least)
{
  uint32_t count;
  const jmi_shown *shown = jmi_index_find(matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++)
    if (shown[i].credit >= least && speaks_for(matcher, shown[i].statement, s))
      return true;
  return false;
}

static nearness by_subjects(const jmi_matcher *matcher, const jmi_part *part, uint32_t s)
{
  const jmi_statements *all = &matcher->profile->statements;
  jmi_subjects in = {0, 0};
  for (uint32_t at = s > 0 ? s - 1 : 0; at <= s + 1 && at < all->count; at++)
    if (speaks_for(matcher, at, s)) {
      in.subjects |= all->items[at].in.subjects;
      in.fields |= all->items[at].in.fields;
    }
  bool related = (in.fields & part->in.fields) != 0;
  bool same = part->in.subjects == 0 ? related : (in.subjects & part->in.subjects) != 0;
  return same ? FIELD_SAME : related ? FIELD_RELATED : FIELD_OTHER;
}

static nearness field_of(const jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part, uint32_t s)
{
  nearness best = by_subjects(matcher, part, s);
  for (uint32_t u = part->first_unit; u < part->first_unit + part->unit_count; u++) {
    const jmi_unit *unit = &reading->units[u];
    bool concept = unit->concept != JMI_NONE;
    uint64_t key = concept ? unit->concept : jmi_word_key(unit->word, unit->hash);
    if ((concept || unit->weight >= 2000) && shows_near(matcher, key, s, 1000))
      return FIELD_SAME;
    if (concept && best < FIELD_RELATED && shows_near(matcher, key, s, 500))
      best = FIELD_RELATED;
  }
  return best;
}

#define FIELD_WITHOUT_DEGREE 200 /* of 1000: the subject is known, but no degree is shown */

static bool knows_field(const jmi_matcher *matcher, const jmi_reading *reading,
                        const jmi_part *part)
{
  for (uint32_t u = part->first_unit; u < part->first_unit + part->unit_count; u++) {
    const jmi_unit *unit = &reading->units[u];
    uint32_t count = 0;
    if (unit->concept != JMI_NONE)
      jmi_index_find(matcher->profile, unit->concept, &count);
    if (count > 0)
      return true;
  }
  return false;
}

jm_status jmi_match_education(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                              const jmi_part *part)
{
  const jmi_statements *statements = &matcher->profile->statements;
  uint8_t highest = JMI_DEGREE_NONE;
  *out = (jmi_outcome){.rule = "match.degree", .shortfall = JMI_STR("")};
  for (uint32_t s = 0; s < statements->count; s++) {
    uint8_t degree = statements->items[s].degree;
    highest = degree > highest ? degree : highest;
    if (degree != JMI_DEGREE_NONE)
      judge_degree(out, matcher, part, s, field_of(matcher, reading, part, s));
  }
  if (out->strength == 0 && highest == JMI_DEGREE_NONE && knows_field(matcher, reading, part))
    out->strength = FIELD_WITHOUT_DEGREE;
  if (out->strength <= FIELD_WITHOUT_DEGREE)
    out->shortfall = highest == JMI_DEGREE_NONE
                         ? jmi_phrase(matcher->arena, "no degree is shown")
                         : jmi_phrase(matcher->arena, "asks %s, shows %s",
                                      jmi_degree_words[part->degree], jmi_degree_words[highest]);
  out->standing = jmi_standing_of(&matcher->scorer->policy, out->strength);
  return matcher->arena->failed ? JM_ERR_MEMORY : JM_OK;
}

/* ---- the author's own patterns ---------------------------------------------------------- */

static jmi_found run_pattern(jmi_matcher *matcher, const jmi_pattern *pattern, uint32_t s)
{
  jmi_str text = matcher->profile->statements.items[s].entry.text;
  jmi_found found = jmi_pattern_find(pattern, matcher->run, text, 0);
  matcher->steps_left -= jmi_pattern_steps(matcher->run);
  return found;
}

jm_status jmi_match_pattern(jmi_outcome *out, jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_pattern *pattern = matcher->posting->patterns[part->pattern];
  *out = (jmi_outcome){.standing = JM_UNDECIDED,
                       .rule = "match.pattern-not-allowed",
                       .shortfall = JMI_STR("the pattern was not run: patterns are not allowed")};
  if (!matcher->scorer->allow_patterns)
    return JM_OK;
  if (matcher->run == NULL
      && jmi_pattern_run_new(&matcher->run, &matcher->scorer->allocator) != JM_OK)
    return JM_ERR_MEMORY;
  *out = (jmi_outcome){.standing = JM_MISSING, .rule = "match.pattern", .shortfall = JMI_STR("")};
  for (uint32_t s = 0; s < matcher->profile->statements.count; s++) {
    jmi_found found = matcher->steps_left > 0 ? run_pattern(matcher, pattern, s) : JMI_FOUND_LIMIT;
    if (found == JMI_FOUND_MEMORY)
      return JM_ERR_MEMORY;
    if (found == JMI_FOUND_YES) {
      *out = (jmi_outcome){.standing = JM_MET,
                           .how = JMI_HOW_PATTERN,
                           .strength = 1000,
                           .evidence = {s},
                           .evidence_count = 1,
                           .rule = "match.pattern",
                           .shortfall = JMI_STR("")};
      return JM_OK;
    }
    if (found == JMI_FOUND_LIMIT) {
      out->standing = JM_UNDECIDED;
      out->rule = "match.pattern-limit";
      out->shortfall = JMI_STR("the pattern took more steps than the limit allows");
      if (matcher->steps_left <= 0)
        return JM_OK;
    }
  }
  return JM_OK;
}

/* ---- which of them ---------------------------------------------------------------------- */

jm_status jmi_part_match(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part)
{
  jmi_arena_reset(&matcher->scratch);
  switch (part->criterion) {
  case JMI_CRITERION_YEARS:
    jmi_match_years(out, matcher, part);
    return matcher->arena->failed ? JM_ERR_MEMORY : JM_OK;
  case JMI_CRITERION_EDUCATION:
    return jmi_match_education(out, matcher, reading, part);
  case JMI_CRITERION_PATTERN:
    return jmi_match_pattern(out, matcher, part);
  case JMI_CRITERION_SKILL:
  case JMI_CRITERION_TRAIT:
  case JMI_CRITERION_CERTIFICATE:
  case JMI_CRITERION_LANGUAGE:
    return jmi_match_skill(out, matcher, reading, part);
  default:
    return jmi_match_matter(out, matcher, reading, part);
  }
}
