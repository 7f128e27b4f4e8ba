/* SPDX-License-Identifier: MIT */
/* Years: whose they are. "5+ years of Python or Go" asks for five of either; "10 years of
 * experience overall" is a part of its own. */
#include "language/line.h"

/* A line asks for work in total once: the most that it names. */
static jm_status add_total_years(jmi_line *line, const jmi_match *match)
{
  int32_t months = jmi_match_months(match, line->tokens.text);
  for (uint32_t p = 0; p < line->parts.count; p++) {
    jmi_part *asked = JMI_AT(&line->parts, jmi_part, p);
    if (asked->criterion != JMI_CRITERION_YEARS || strncmp(asked->rule, "years.", 6) != 0)
      continue;
    asked->min_months = months > asked->min_months ? months : asked->min_months;
    return JM_OK;
  }
  if (jmi_line_group(line) == NULL)
    return JM_ERR_MEMORY;
  jmi_part *part =
      jmi_line_part(line, jmi_line_token_at(line, match->start),
                    jmi_line_token_at(line, match->end), JMI_CRITERION_YEARS, match->rule->id);
  if (part == NULL)
    return jmi_line_failure(line);
  part->min_months = months;
  return JM_OK;
}

static bool takes_years(const jmi_part *part)
{
  return part->criterion == JMI_CRITERION_SKILL || part->criterion == JMI_CRITERION_CERTIFICATE;
}

/* "Java (5 years), SQL (3 years)": alone in brackets, years belong to what these stand behind. */
static jmi_part *owner_of_brackets(jmi_line *line, const jmi_match *match)
{
  uint32_t from = jmi_line_token_at(line, match->start), end = jmi_line_token_at(line, match->end);
  jmi_part *owner = NULL;
  if (from == 0 || !jmi_line_is_sign(line, from - 1, '(') || !jmi_line_is_sign(line, end, ')'))
    return NULL;
  for (uint32_t p = 0; p < line->parts.count; p++) {
    jmi_part *part = JMI_AT(&line->parts, jmi_part, p);
    if (JMI_AT(&line->part_places, jmi_place, p)->first < from && takes_years(part))
      owner = part;
  }
  return owner;
}

/* Years belong to what they stand with: the parts behind them in the sentence, up to the next
 * years or a new level; or, when none follows, the part before. */
static bool give_years(jmi_line *line, const jmi_match *match)
{
  uint32_t from = jmi_line_token_at(line, match->start), given = 0;
  uint32_t end = jmi_line_sentence_end(line, from);
  jmi_part *before = NULL, *owner = owner_of_brackets(line, match);
  if (owner != NULL) {
    owner->min_months = jmi_match_months(match, line->tokens.text);
    return true;
  }
  for (uint32_t t = jmi_line_token_at(line, match->end); t < end; t++)
    if (line->marks[t].level != JMI_LEVEL_NONE && t > from + 2)
      end = t;
  for (uint32_t i = 0; i < line->matches.count; i++) {
    uint32_t other = jmi_line_token_at(line, line->matches.items[i].start);
    if (line->matches.items[i].rule->subject == JMI_RULE_YEARS && other > from && other < end)
      end = other;
  }
  for (uint32_t p = 0; p < line->parts.count; p++) {
    jmi_part *part = JMI_AT(&line->parts, jmi_part, p);
    jmi_place place = *JMI_AT(&line->part_places, jmi_place, p);
    bool behind = place.first >= from && place.first <= jmi_line_token_at(line, match->end) + 1;
    if (part->min_months > 0
        || !(takes_years(part) || (behind && part->criterion == JMI_CRITERION_TRAIT)))
      continue;
    if (place.end > from && place.first < end) {
      part->min_months = jmi_match_months(match, line->tokens.text);
      given++;
    } else if (place.end <= from) {
      before = part;
    }
  }
  if (given == 0 && before != NULL) {
    before->min_months = jmi_match_months(match, line->tokens.text);
    given++;
  }
  return given > 0;
}

jm_status jmi_line_settle_years(jmi_line *line)
{
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < line->matches.count && status == JM_OK; i++) {
    const jmi_match *match = &line->matches.items[i];
    uint32_t token = jmi_line_token_at(line, match->start);
    if (match->rule->subject != JMI_RULE_YEARS || match->n_end == match->n_start
        || (token < line->tokens.count && line->marks[token].role != JMI_ROLE_LEVEL))
      continue;
    if (match->rule->says == 1 || !give_years(line, match))
      status = add_total_years(line, match);
  }
  return status;
}

/* Years that still count are kept apart from what was cut: their tokens say no unit, like levels'.
 */
void jmi_line_cut_years(jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject == JMI_RULE_YEARS && !jmi_line_is_cut(line, match))
      jmi_line_mark(line, match->start, match->end, JMI_ROLE_LEVEL);
  }
}
