/* SPDX-License-Identifier: MIT */
/* Tier: what a line's own words say of how much is asked, and what they waive.
 *
 *   "SQL is a must"                              must-have, stated
 *   "Spark a plus"                               preferred, stated
 *   "Bachelor's required, Master's preferred"    must-have; the wish asks for nothing
 *   "Python; no experience with Java needed"     the waiver's clause asks for nothing           */
#include "language/line.h"

const char *jmi_line_heading(const jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++)
    if (line->matches.items[i].rule->subject == JMI_RULE_HEADING)
      return line->matches.items[i].rule->id;
  return NULL;
}

void jmi_line_cut_waivers(jmi_line *line, jmi_reading *out)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject != JMI_RULE_WAIVER)
      continue;
    jmi_line_mark(line, match->start, match->end, JMI_ROLE_CUT);
    out->set_aside_rule = match->rule->id;
  }
}

static void cut_subject(jmi_line *line, jmi_subject subject, jmi_role role)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject == subject)
      jmi_line_mark(line, match->start, match->end, role);
  }
}

void jmi_line_cut_fillers(jmi_line *line)
{
  cut_subject(line, JMI_RULE_FILLER, JMI_ROLE_CUT);
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject == JMI_RULE_FILLER && match->rule->says == 2)
      jmi_line_mark(line, match->start, match->end, JMI_ROLE_OPTIONAL);
  }
}

/* The bytes of the comma-bounded phrase, or else the clause, that a tier word stands in. */
static jmi_place tier_scope(const jmi_line *line, const jmi_match *match)
{
  uint32_t token = jmi_line_token_at(line, match->start), first = token, end = token;
  while (first > 0 && !jmi_line_is_sign(line, first - 1, ';')
         && (line->tokens.items[first].flags & JMI_TOKEN_FIRST) == 0)
    first--;
  while (end < line->tokens.count && !jmi_line_is_sign(line, end, ';')
         && (end == first || (line->tokens.items[end].flags & JMI_TOKEN_FIRST) == 0))
    end++;
  return (jmi_place){first, end};
}

static bool has_words_outside(const jmi_line *line, jmi_place scope)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  for (uint32_t t = 0; t < line->tokens.count; t++) {
    const jmi_token *token = &line->tokens.items[t];
    if ((t < scope.first || t >= scope.end) && line->marks[t].role == JMI_ROLE_KEEP
        && token->kind == JMI_TOKEN_WORD
        && jmi_lexicon_token_class(lexicon, token) != JMI_WORD_STOP)
      return true;
  }
  return false;
}

static const jmi_match *tier_match(const jmi_line *line, int16_t says)
{
  for (uint32_t i = 0; i < line->matches.count; i++)
    if (line->matches.items[i].rule->subject == JMI_RULE_TIER
        && line->matches.items[i].rule->says == says
        && !jmi_line_is_cut(line, &line->matches.items[i]))
      return &line->matches.items[i];
  return NULL;
}

/* "Bachelor's required, Master's preferred": the scope of the wish ends where the demand does. */
static void bound_by(const jmi_line *line, jmi_place *scope, const jmi_match *other)
{
  uint32_t token = jmi_line_token_at(line, other->start);
  if (token < scope->first || token >= scope->end)
    return;
  for (uint32_t t = token; t < scope->end; t++)
    if (jmi_line_is_sign(line, t, ',') || jmi_line_is(line, t, "and")
        || jmi_line_is(line, t, "but")) {
      scope->first = t;
      return;
    }
}

/* A wish beside a demand, or beside other asked things, makes only its own clause a wish. */
static void settle_words(jmi_line *line, jmi_reading *out)
{
  const jmi_match *must = tier_match(line, JMI_TIER_MUST);
  const jmi_match *wish = tier_match(line, JMI_TIER_PREFERRED);
  out->tier = JMI_TIER_NONE;
  if (wish != NULL) {
    jmi_place scope = tier_scope(line, wish);
    if (must != NULL)
      bound_by(line, &scope, must);
    if (must != NULL || has_words_outside(line, scope)) {
      for (uint32_t t = scope.first; t < scope.end; t++)
        if (line->marks[t].role == JMI_ROLE_KEEP)
          line->marks[t].role = JMI_ROLE_OPTIONAL;
    } else {
      out->tier = JMI_TIER_PREFERRED;
      out->tier_rule = wish->rule->id;
    }
  }
  if (must != NULL) {
    out->tier = JMI_TIER_MUST;
    out->tier_rule = must->rule->id;
  }
}

/* What is only welcome asks for nothing, unless it is all that the line says: then the line is a
 * wish. */
static void settle_optional(jmi_line *line, jmi_reading *out)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject != JMI_RULE_OPTIONAL)
      continue;
    jmi_place scope = {jmi_line_token_at(line, match->start), jmi_line_token_at(line, match->end)};
    if (has_words_outside(line, scope)) {
      jmi_line_mark(line, match->start, match->end, JMI_ROLE_OPTIONAL);
    } else if (out->tier == JMI_TIER_NONE) {
      out->tier = JMI_TIER_PREFERRED;
      out->tier_rule = match->rule->id;
    }
  }
}

static void settle_source(const jmi_requirement *given, jmi_reading *out)
{
  out->tier_source = out->tier == JMI_TIER_NONE ? JMI_TIER_BY_DEFAULT : JMI_TIER_BY_WORDS;
  if (out->tier == JMI_TIER_NONE)
    out->tier = JMI_TIER_REQUIRED;
  if (out->tier_source == JMI_TIER_BY_DEFAULT && given->preferred_list) {
    out->tier = JMI_TIER_PREFERRED;
    out->tier_source = JMI_TIER_BY_LIST;
  }
  if (given->tier != JMI_TIER_NONE) {
    out->tier = given->tier;
    out->tier_source = JMI_TIER_BY_FIELD;
    out->tier_rule = NULL;
  }
}

void jmi_line_settle_tier(jmi_line *line, jmi_reading *out)
{
  settle_words(line, out);
  cut_subject(line, JMI_RULE_TIER, JMI_ROLE_CUT);
  settle_optional(line, out);
  settle_source(line->given, out);
}
