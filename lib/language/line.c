/* SPDX-License-Identifier: MIT */
/* Reading a requirement line.
 *
 * In:  a line as its author wrote it. Out: a reading. Refuses: more parts than the limit.
 * The way: plain text, tokens and concepts; headings and waivers set aside; tier words, matters
 * for the candidate, degrees and years taken out one after the other; what is left is split. */
#include "language/line.h"

uint32_t jmi_line_token_at(const jmi_line *line, uint32_t byte)
{
  uint32_t low = 0, high = line->tokens.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (line->tokens.items[middle].start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void jmi_line_mark(jmi_line *line, uint32_t start, uint32_t end, jmi_role role)
{
  for (uint32_t t = jmi_line_token_at(line, start);
       t < line->tokens.count && line->tokens.items[t].start < end; t++)
    line->marks[t].role = (uint8_t)role;
}

bool jmi_line_is(const jmi_line *line, uint32_t token, const char *norm)
{
  return token < line->tokens.count && line->marks[token].hit == JMI_NONE
         && jmi_str_is(line->tokens.items[token].norm, norm);
}

bool jmi_line_is_sign(const jmi_line *line, uint32_t token, char sign)
{
  if (token >= line->tokens.count || line->marks[token].hit != JMI_NONE)
    return false;
  const jmi_token *t = &line->tokens.items[token];
  return t->kind == JMI_TOKEN_SIGN && t->norm.len == 1 && t->norm.at[0] == sign;
}

uint32_t jmi_line_sentence_end(const jmi_line *line, uint32_t token)
{
  uint32_t end = token + 1;
  while (end < line->tokens.count && (line->tokens.items[end].flags & JMI_TOKEN_FIRST) == 0)
    end++;
  return end < line->tokens.count ? end : line->tokens.count;
}

jmi_group *jmi_line_group(jmi_line *line)
{
  jmi_group *group = JMI_PUSH(&line->groups, &line->scribe->scratch, jmi_group);
  if (group != NULL)
    *group = (jmi_group){.first_part = line->parts.count, .need = 1, .weight = 1000};
  return group;
}

/* What a part's text leaves out at its start: signs, and words that only lead in. */
static bool leads_in(const jmi_line *line, uint32_t token)
{
  const jmi_token *t = &line->tokens.items[token];
  if (line->marks[token].role == JMI_ROLE_CUT || t->kind == JMI_TOKEN_SIGN)
    return true;
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  return t->kind == JMI_TOKEN_WORD && line->marks[token].hit == JMI_NONE
         && line->marks[token].role == JMI_ROLE_KEEP
         && jmi_lexicon_token_class(lexicon, t) == JMI_WORD_STOP;
}

static bool leads_out(const jmi_line *line, uint32_t token)
{
  const jmi_token *t = &line->tokens.items[token];
  bool closes = t->norm.len > 0 && (t->norm.at[0] == ')' || t->norm.at[0] == '%');
  return line->marks[token].role == JMI_ROLE_CUT || (t->kind == JMI_TOKEN_SIGN && !closes);
}

/* The text of tokens but for the signs around it. */
static jmi_str whole_text(const jmi_line *line, uint32_t first, uint32_t end)
{
  const jmi_token *tokens = line->tokens.items;
  while (first < end && tokens[first].kind == JMI_TOKEN_SIGN)
    first++;
  while (end > first && tokens[end - 1].kind == JMI_TOKEN_SIGN && tokens[end - 1].norm.at[0] != ')'
         && tokens[end - 1].norm.at[0] != '%')
    end--;
  return first < end ? jmi_str_cut(line->tokens.text, tokens[first].start, tokens[end - 1].end)
                     : JMI_STR("");
}

/* The byte behind a token; behind the brackets that it stands in, when only what was cut follows.
 */
static uint32_t closed_end(const jmi_line *line, uint32_t end)
{
  uint32_t close = end;
  while (close < line->tokens.count && line->marks[close].bracketed
         && line->marks[close].role != JMI_ROLE_KEEP)
    close++;
  bool closes = line->marks[end - 1].bracketed && jmi_line_is_sign(line, close, ')');
  return line->tokens.items[closes ? close : end - 1].end;
}

/* A word that a hyphen joins to what follows is no word of its own ("in-house", "as-built"). */
static bool holds_next(const jmi_line *line, uint32_t token, uint32_t end)
{
  return line->marks[token].role == JMI_ROLE_KEEP && token + 1 < end
         && (line->tokens.items[token + 1].flags & JMI_TOKEN_JOINED) != 0;
}

/* The text of tokens, from the first that says something to the last that is no stray sign. */
static jmi_str trimmed(const jmi_line *line, uint32_t first, uint32_t end)
{
  const jmi_token *tokens = line->tokens.items;
  uint32_t from = first, whole = end;
  while (from < end && leads_in(line, from) && !holds_next(line, from, end))
    from++;
  while (end > from && leads_out(line, end - 1))
    end--;
  if (from >= end)
    return whole_text(line, first, whole);
  return jmi_str_cut(line->tokens.text, tokens[from].start, closed_end(line, end));
}

jmi_part *jmi_line_part(jmi_line *line, uint32_t first, uint32_t end, jmi_criterion criterion,
                        const char *rule)
{
  if (line->parts.count >= line->scribe->max_parts)
    return NULL;
  if (end > line->tokens.count)
    end = line->tokens.count;
  jmi_part *part = JMI_PUSH(&line->parts, &line->scribe->scratch, jmi_part);
  jmi_place *place = JMI_PUSH(&line->part_places, &line->scribe->scratch, jmi_place);
  if (part == NULL || place == NULL)
    return NULL;
  *place = (jmi_place){first, end};
  bool skill = criterion == JMI_CRITERION_SKILL;
  *part = (jmi_part){.text = skill ? trimmed(line, first, end) : whole_text(line, first, end),
                     .criterion = (uint8_t)criterion,
                     .rule = rule,
                     .percent = -1,
                     .pattern = -1,
                     .first_unit = line->units.count};
  JMI_AT(&line->groups, jmi_group, line->groups.count - 1)->part_count++;
  return part;
}

jm_status jmi_line_failure(const jmi_line *line)
{
  bool memory = line->scribe->scratch.failed || line->scribe->arena->failed;
  return memory ? JM_ERR_MEMORY : JM_ERR_LIMIT;
}

/* ---- opening ---------------------------------------------------------------------------- */

static const uint32_t line_subjects =
    JMI_SUBJECT(JMI_RULE_WAIVER) | JMI_SUBJECT(JMI_RULE_TIER) | JMI_SUBJECT(JMI_RULE_OPTIONAL)
    | JMI_SUBJECT(JMI_RULE_LEVEL) | JMI_SUBJECT(JMI_RULE_YEARS) | JMI_SUBJECT(JMI_RULE_DEGREE)
    | JMI_SUBJECT(JMI_RULE_EQUIVALENT) | JMI_SUBJECT(JMI_RULE_MATTER)
    | JMI_SUBJECT(JMI_RULE_CREDENTIAL) | JMI_SUBJECT(JMI_RULE_EXAMPLES)
    | JMI_SUBJECT(JMI_RULE_COUNT) | JMI_SUBJECT(JMI_RULE_TAIL) | JMI_SUBJECT(JMI_RULE_HEADING)
    | JMI_SUBJECT(JMI_RULE_FILLER);

static jm_status open_line(jmi_line *line, jmi_str plain)
{
  jmi_scribe *scribe = line->scribe;
  const jmi_lexicon *lexicon = jmi_language_lexicon(scribe->language);
  jm_status status =
      jmi_tokens_read(&line->tokens, &scribe->scratch, jmi_language_stems(scribe->language), plain);
  if (status == JM_OK)
    status = jmi_lexicon_scan(&line->hits, &scribe->scratch, lexicon, &line->tokens, 0,
                              line->tokens.count);
  if (status == JM_OK)
    status = jmi_rules_find(&line->matches, scribe, &line->tokens, line_subjects);
  line->marks = JMI_NEW_ARRAY(&scribe->scratch, line->tokens.count, jmi_mark_at);
  if (status == JM_OK && line->marks == NULL)
    status = JM_ERR_MEMORY;
  if (status != JM_OK)
    return status;
  for (uint32_t t = 0; t < line->tokens.count; t++)
    line->marks[t].hit = JMI_NONE;
  for (uint32_t h = 0; h < line->hits.count; h++)
    for (uint32_t t = 0; t < line->hits.items[h].count; t++)
      line->marks[line->hits.items[h].first + t].hit = h;
  jmi_line_mark_brackets(line);
  return JM_OK;
}

bool jmi_line_is_cut(const jmi_line *line, const jmi_match *match)
{
  for (uint32_t t = jmi_line_token_at(line, match->start);
       t < line->tokens.count && line->tokens.items[t].start < match->end; t++)
    if (line->marks[t].role == JMI_ROLE_KEEP)
      return false;
  return true;
}

/* ---- matters ---------------------------------------------------------------------------- */

static int32_t percent_in(const jmi_line *line, uint32_t first, uint32_t end)
{
  for (uint32_t t = first; t + 1 < end && t + 1 < line->tokens.count; t++)
    if (line->tokens.items[t].kind == JMI_TOKEN_NUMBER && jmi_line_is_sign(line, t + 1, '%')) {
      int32_t percent = jmi_number_of(line->tokens.items[t].norm);
      return percent > 100 ? 100 : percent;
    }
  return -1;
}

static jm_status add_matters(jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject != JMI_RULE_MATTER || jmi_line_is_cut(line, match))
      continue;
    uint32_t first = jmi_line_token_at(line, match->start);
    uint32_t end = jmi_line_token_at(line, match->end);
    if (jmi_line_group(line) == NULL)
      return JM_ERR_MEMORY;
    jmi_part *part =
        jmi_line_part(line, first, end, (jmi_criterion)match->rule->says, match->rule->id);
    if (part == NULL)
      return jmi_line_failure(line);
    part->percent = percent_in(line, first, end);
    jmi_units_add(line, first, end, 0);
    jmi_line_mark(line, match->start, match->end, JMI_ROLE_CUT);
  }
  return JM_OK;
}

/* ---- what the author gave in fields ----------------------------------------------------- */

static jm_status add_given(jmi_line *line, const jmi_texts *texts, bool any)
{
  jmi_tokens whole = line->tokens;
  jmi_hits hits = line->hits;
  jmi_mark_at *marks = line->marks;
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < texts->count && status == JM_OK; i++) {
    jmi_str plain;
    status = jmi_text_plain(&plain, line->scribe->arena, texts->items[i]);
    if (status == JM_OK)
      status = open_line(line, plain);
    if (status != JM_OK)
      break;
    if ((i == 0 || !any) && jmi_line_group(line) == NULL)
      return JM_ERR_MEMORY;
    jmi_part *part = jmi_line_part(line, 0, line->tokens.count, JMI_CRITERION_SKILL, "part.given");
    if (part == NULL)
      return jmi_line_failure(line);
    jmi_units_add(line, 0, line->tokens.count, JMI_UNITS_ANY_ROLE);
    jmi_units_finish(line, part);
    *JMI_AT(&line->part_places, jmi_place, line->part_places.count - 1) =
        (jmi_place){whole.count, whole.count};
  }
  line->tokens = whole;
  line->hits = hits;
  line->marks = marks;
  return status;
}

static jm_status add_pattern(jmi_line *line)
{
  if (jmi_line_group(line) == NULL)
    return JM_ERR_MEMORY;
  jmi_part *part =
      jmi_line_part(line, 0, line->tokens.count, JMI_CRITERION_PATTERN, "part.pattern");
  if (part == NULL)
    return jmi_line_failure(line);
  part->pattern = 0; /* the plan numbers them */
  return JM_OK;
}

static jm_status add_parts(jmi_line *line)
{
  const jmi_requirement *given = line->given;
  if (given->match.len > 0)
    return add_pattern(line);
  if (given->any_of.count > 0)
    return add_given(line, &given->any_of, true);
  if (given->all_of.count > 0)
    return add_given(line, &given->all_of, false);
  return jmi_line_split(line);
}

/* ---- closing ---------------------------------------------------------------------------- */

/* "CPA or ability to obtain": whether it can be got only the candidate can tell, as of a licence.
 */
static void settle_obtainable(jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    jmi_part *before = NULL;
    if (match->rule->subject != JMI_RULE_FILLER || match->rule->says != 1)
      continue;
    for (uint32_t p = 0; p < line->parts.count; p++)
      if (JMI_AT(&line->part_places, jmi_place, p)->first < jmi_line_token_at(line, match->start))
        before = JMI_AT(&line->parts, jmi_part, p);
    if (before != NULL && before->criterion == JMI_CRITERION_CERTIFICATE) {
      before->criterion = JMI_CRITERION_LICENCE;
      before->rule = match->rule->id;
    }
  }
}

/* A certificate is asked where the words say so and the part behind or before them names it. */
static void settle_credentials(jmi_line *line)
{
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject != JMI_RULE_CREDENTIAL)
      continue;
    uint32_t token = jmi_line_token_at(line, match->start);
    for (uint32_t p = 0; p < line->parts.count; p++) {
      jmi_part *part = JMI_AT(&line->parts, jmi_part, p);
      jmi_place place = *JMI_AT(&line->part_places, jmi_place, p);
      if (part->criterion == JMI_CRITERION_SKILL && token >= place.first && token <= place.end) {
        part->criterion = (uint8_t)match->rule->says;
        part->rule = match->rule->id;
      }
    }
  }
}

static uint8_t component_of(const jmi_reading *reading)
{
  bool all_willing = reading->part_count > 0, all_fit = reading->part_count > 0;
  for (uint32_t p = 0; p < reading->part_count; p++) {
    uint8_t component = jmi_criteria[reading->parts[p].criterion].component;
    all_willing = all_willing && component == JMI_WILLING;
    all_fit = all_fit && component == JMI_FIT;
  }
  return all_willing ? JMI_WILLING : all_fit ? JMI_FIT : JMI_CAN;
}

/* A list of things: three or more groups of no more than two units a part, or two of one unit each.
 */
static bool is_list(const jmi_reading *reading)
{
  uint32_t most = reading->group_count > 2 ? 2 : 1;
  if (reading->group_count < 2)
    return false;
  for (uint32_t p = 0; p < reading->part_count; p++)
    if (reading->parts[p].unit_count > most || reading->parts[p].criterion != JMI_CRITERION_SKILL)
      return false;
  return true;
}

/* What a list asks for counts alike. */
static void settle_list(jmi_reading *out)
{
  if (!is_list(out))
    return;
  for (uint32_t g = 0; g < out->group_count; g++)
    out->groups[g].weight = 1000;
  out->named_list = true;
}

static void *kept_list(const jmi_line *line, const jmi_list *list, size_t size)
{
  void *copy = jmi_arena_array(line->scribe->arena, list->count, size);
  if (copy != NULL && list->count > 0)
    memcpy(copy, list->items, list->count * size);
  return copy;
}

static jm_status close_line(jmi_line *line, jmi_reading *out)
{
  out->groups = kept_list(line, &line->groups, sizeof(jmi_group));
  out->parts = kept_list(line, &line->parts, sizeof(jmi_part));
  out->units = kept_list(line, &line->units, sizeof(jmi_unit));
  out->words = kept_list(line, &line->words, sizeof(jmi_unit));
  out->examples = kept_list(line, &line->examples, sizeof(jmi_unit));
  if (line->scribe->arena->failed || line->scribe->scratch.failed)
    return JM_ERR_MEMORY;
  out->group_count = line->groups.count;
  out->part_count = line->parts.count;
  out->unit_count = line->units.count;
  out->word_count = line->words.count;
  out->example_count = line->examples.count;
  if (out->group_count == 0 && out->set_aside_rule == NULL)
    out->set_aside_rule = "line.asks-nothing";
  else if (out->group_count > 0)
    out->set_aside_rule = NULL;
  out->component = component_of(out);
  settle_list(out);
  return JM_OK;
}

static jm_status take_line(jmi_line *line, jmi_reading *out)
{
  jmi_line_cut_waivers(line, out);
  jmi_line_settle_tier(line, out);
  jmi_line_cut_fillers(line);
  bool structured =
      line->given->match.len > 0 || line->given->any_of.count > 0 || line->given->all_of.count > 0;
  jm_status status = structured ? JM_OK : add_matters(line);
  if (status == JM_OK && !structured)
    status = jmi_line_study(line);
  if (status != JM_OK)
    return status;
  jmi_line_cut_years(line);
  jmi_line_mark_structure(line);
  if ((status = add_parts(line)) == JM_OK)
    status = jmi_line_settle_years(line);
  if (status == JM_OK)
    settle_credentials(line);
  if (status == JM_OK)
    settle_obtainable(line);
  return status;
}

/* A line of which a rule could not tell is undecided: it stays, if only as one part. */
static jm_status settle_limit(jmi_line *line, jmi_reading *out)
{
  out->limit_rule = jmi_scribe_take_limit(line->scribe);
  if (out->limit_rule == NULL || line->groups.count > 0)
    return JM_OK;
  if (jmi_line_group(line) == NULL)
    return JM_ERR_MEMORY;
  jmi_part *part = jmi_line_part(line, 0, line->tokens.count, JMI_CRITERION_SKILL, out->limit_rule);
  return part == NULL ? jmi_line_failure(line) : JM_OK;
}

jm_status jmi_line_read(jmi_reading *out, jmi_scribe *scribe, const jmi_requirement *given)
{
  jmi_line line = {.scribe = scribe, .given = given};
  *out = (jmi_reading){0};
  jmi_arena_reset(&scribe->scratch);
  jmi_scribe_take_limit(scribe); /* of a line before, that failed */
  jm_status status = jmi_text_plain(&out->text, scribe->arena, given->text);
  if (status == JM_OK)
    status = open_line(&line, out->text);
  if (status != JM_OK)
    return status;
  bool structured = given->match.len > 0 || given->any_of.count > 0 || given->all_of.count > 0;
  const char *heading = structured ? NULL : jmi_line_heading(&line);
  if (heading != NULL) {
    line.tokens.count = 0;
    out->tier = JMI_TIER_REQUIRED;
    out->set_aside_rule = heading;
    return close_line(&line, out);
  }
  if ((status = take_line(&line, out)) == JM_OK)
    status = settle_limit(&line, out);
  return status == JM_OK ? close_line(&line, out) : status;
}
