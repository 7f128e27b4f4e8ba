/* SPDX-License-Identifier: MIT */
/* Marks: what the rules say of a line's tokens, for splitting.
 *
 * In:  a line's tokens and matches. Out: which tokens begin examples, counts, tails, say a level or
 * stand in brackets. */
#include "language/line.h"

void jmi_line_mark_brackets(jmi_line *line)
{
  uint32_t depth = 0;
  for (uint32_t t = 0; t < line->tokens.count; t++) {
    if (jmi_line_is_sign(line, t, ')') && depth > 0)
      depth--;
    line->marks[t].bracketed = depth > 0;
    if (jmi_line_is_sign(line, t, '('))
      depth++;
  }
}

/* Words that say a level make no unit, but for those in a phrase ("basic [knowledge of Excel]"). */
static void mark_level(jmi_line *line, uint32_t first, uint32_t end)
{
  for (uint32_t t = first; t < end; t++) {
    uint32_t hit = line->marks[t].hit;
    const jmi_hit *phrase = hit == JMI_NONE ? NULL : &line->hits.items[hit];
    if (phrase == NULL || (phrase->first >= first && phrase->first + phrase->count <= end))
      line->marks[t].role = JMI_ROLE_LEVEL;
  }
}

/* "Fluent German" is one phrase of the lexicon, and says a level all the same. */
static bool names_language(const jmi_line *line, uint32_t hit)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  return lexicon->concepts[line->hits.items[hit].concept].kind == JMI_CONCEPT_LANGUAGE;
}

static bool years_begin_at(const jmi_line *line, uint32_t byte)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject == JMI_RULE_YEARS && match->start >= byte && match->start <= byte + 1)
      return true;
  }
  return false;
}

void jmi_line_mark_structure(jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    uint32_t first = jmi_line_token_at(line, match->start);
    uint32_t end = jmi_line_token_at(line, match->end);
    if (first >= line->tokens.count || end == first)
      continue;
    jmi_mark_at *mark = &line->marks[first];
    switch (match->rule->subject) {
    case JMI_RULE_EXAMPLES:
      /* "including 2 years of team leadership" asks for them beside the rest. */
      if (years_begin_at(line, match->end))
        line->marks[end - 1].breaks = true;
      else
        line->marks[end - 1].examples = true;
      jmi_line_mark(line, match->start, match->end, JMI_ROLE_CUT);
      break;
    case JMI_RULE_COUNT: {
      int32_t n = match->rule->says > 0
                      ? match->rule->says
                      : jmi_number_of(jmi_str_cut(line->tokens.text, match->n_start, match->n_end));
      if (match->rule->says >= 0)
        mark->need = (uint8_t)(n < 1 ? 1 : n > 9 ? 9 : n);
      jmi_line_mark(line, match->start, match->end, JMI_ROLE_CUT);
      break;
    }
    case JMI_RULE_TAIL:
      if (mark->hit != JMI_NONE)
        break;
      mark->tail = match->rule->says < 2;
      mark->soft_tail = match->rule->says == 2;
      mark->company = match->rule->says == 3;
      break;
    case JMI_RULE_LEVEL:
      if (mark->role != JMI_ROLE_KEEP)
        break;
      mark_level(line, first, end);
      if (mark->hit == JMI_NONE || names_language(line, mark->hit))
        mark->level = (uint8_t)match->rule->says;
      break;
    default:
      break;
    }
  }
}
