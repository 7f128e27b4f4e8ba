/* SPDX-License-Identifier: MIT */
/* Units: the tokens of one item of a line made into concepts and words, each with its weight.
 *
 * Weights are in thousandths (README, "Scoring", rule 4): a specific concept tells more than a
 * generic one, that more than a rare word, that more than a common one; the words of the trade of
 * writing job ads tell nothing and make no unit. */
#include "language/line.h"

static const int32_t concept_weight[JMI_CONCEPT_KIND_COUNT] = {
    [JMI_CONCEPT_TERM] = 4000,        [JMI_CONCEPT_NAME] = 4000,    [JMI_CONCEPT_BROAD] = 2000,
    [JMI_CONCEPT_ACTIVITY] = 2000,    [JMI_CONCEPT_TRAIT] = 4000,   [JMI_CONCEPT_ROLE] = 4000,
    [JMI_CONCEPT_CERTIFICATE] = 4000, [JMI_CONCEPT_LICENCE] = 4000, [JMI_CONCEPT_LANGUAGE] = 4000,
};

static const int32_t word_weight[JMI_WORD_CLASS_COUNT] = {
    [JMI_WORD_PLAIN] = 3500,
    [JMI_WORD_STOP] = 0,
    [JMI_WORD_LOW] = 500,
    [JMI_WORD_COMMON] = 2000,
};

int32_t jmi_concept_weight(const jmi_lexicon *lexicon, uint32_t concept)
{
  return concept_weight[lexicon->concepts[concept].kind];
}

int32_t jmi_word_weight(const jmi_lexicon *lexicon, jmi_str norm)
{
  return word_weight[jmi_lexicon_word_class(lexicon, norm)];
}

#define TAIL_SHARE 4 /* a tail's unit weighs a quarter of its own */

static bool is_specific(const jmi_lexicon *lexicon, uint32_t concept)
{
  uint8_t kind = lexicon->concepts[concept].kind;
  return kind != JMI_CONCEPT_BROAD && kind != JMI_CONCEPT_ACTIVITY;
}

static jmi_str kept(jmi_line *line, jmi_str text)
{
  const char *copy = jmi_arena_copy(line->scribe->arena, text.at, text.len);
  return copy == NULL ? JMI_STR("") : (jmi_str){copy, text.len};
}

static jmi_unit word_unit(jmi_line *line, const jmi_token *token)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  jmi_word_class class = jmi_lexicon_token_class(lexicon, token);
  int32_t weight = token->kind == JMI_TOKEN_WORD ? word_weight[class] : 0;
  if (token->norm.len == 1 && (token->flags & JMI_TOKEN_NAME) == 0)
    weight = 0;
  return (jmi_unit){.concept = JMI_NONE,
                    .norm = token->norm,
                    .stem = token->stem,
                    .hash = token->hash,
                    .weight = weight};
}

static void keep_texts(jmi_line *line, jmi_unit *unit)
{
  bool same = unit->norm.at == unit->stem.at && unit->norm.len == unit->stem.len;
  unit->norm = kept(line, unit->norm);
  unit->stem = same ? unit->norm : kept(line, unit->stem);
}

static void add_concept_words(jmi_line *line, jmi_unit *unit, const jmi_hit *hit)
{
  unit->first_word = line->words.count;
  for (uint32_t t = hit->first; t < hit->first + hit->count; t++) {
    jmi_unit word = word_unit(line, &line->tokens.items[t]);
    if (word.weight == 0)
      continue;
    jmi_unit *place = JMI_PUSH(&line->words, &line->scribe->scratch, jmi_unit);
    if (place == NULL)
      return;
    keep_texts(line, &word);
    *place = word;
  }
  unit->word_count = line->words.count - unit->first_word;
}

/* A generic concept that a single word of little meaning names tells no more than the word. */
static int32_t weight_of(const jmi_line *line, const jmi_hit *hit)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  int32_t weight = concept_weight[lexicon->concepts[hit->concept].kind];
  if (is_specific(lexicon, hit->concept) || hit->count > 1)
    return weight;
  jmi_str norm = line->tokens.items[hit->first].norm;
  int32_t word = word_weight[jmi_lexicon_word_class(lexicon, norm)];
  return word < weight ? word : weight;
}

static jmi_unit concept_unit(jmi_line *line, const jmi_hit *hit)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  const jmi_token *first = &line->tokens.items[hit->first];
  const jmi_token *last = &line->tokens.items[hit->first + hit->count - 1];
  jmi_unit unit = {.concept = hit->concept,
                   .norm = jmi_str_cut(line->tokens.text, first->start, last->end),
                   .stem = JMI_STR(""),
                   .weight = weight_of(line, hit),
                   .specific = is_specific(lexicon, hit->concept)};
  add_concept_words(line, &unit, hit);
  return unit;
}

/* The unit that begins at a token, and how many tokens it takes; weight 0 when it tells nothing. */
static jmi_unit unit_at(jmi_line *line, uint32_t token, uint32_t end, uint32_t *taken)
{
  uint32_t hit = line->marks[token].hit;
  *taken = 1;
  if (hit != JMI_NONE && line->hits.items[hit].first == token
      && token + line->hits.items[hit].count <= end) {
    *taken = line->hits.items[hit].count;
    return concept_unit(line, &line->hits.items[hit]);
  }
  return word_unit(line, &line->tokens.items[token]);
}

static bool repeats(const jmi_line *line, const jmi_part *part, const jmi_unit *unit)
{
  for (uint32_t i = part->first_unit; i < part->first_unit + part->unit_count; i++) {
    const jmi_unit *other = JMI_AT(&line->units, jmi_unit, i);
    if (other->concept == unit->concept
        && (unit->concept != JMI_NONE || jmi_str_equal(other->stem, unit->stem)))
      return true;
  }
  return false;
}

static jmi_part *last_part(jmi_line *line)
{
  return JMI_AT(&line->parts, jmi_part, line->parts.count - 1);
}

int64_t jmi_units_add(jmi_line *line, uint32_t first, uint32_t end, unsigned flags)
{
  int64_t total = 0;
  jmi_part *part = last_part(line);
  for (uint32_t t = first, taken; t < end; t += taken) {
    taken = 1;
    if (line->marks[t].role != JMI_ROLE_KEEP && (flags & JMI_UNITS_ANY_ROLE) == 0)
      continue;
    jmi_unit unit = unit_at(line, t, end, &taken);
    if (unit.weight == 0 || repeats(line, part, &unit))
      continue;
    unit.tail = (flags & JMI_UNITS_TAIL) != 0;
    if (unit.tail)
      unit.weight /= TAIL_SHARE;
    jmi_unit *place = JMI_PUSH(&line->units, &line->scribe->scratch, jmi_unit);
    if (place == NULL)
      return total;
    keep_texts(line, &unit);
    *place = unit;
    part->unit_count++;
    total += unit.weight;
  }
  return total;
}

/* Examples follow their unit in one run: they are added before the next unit is. */
void jmi_units_add_examples(jmi_line *line, uint32_t first, uint32_t end)
{
  jmi_part *part = last_part(line);
  if (part->unit_count == 0)
    return;
  jmi_unit *head = JMI_AT(&line->units, jmi_unit, part->first_unit + part->unit_count - 1);
  if (head->example_count == 0)
    head->first_example = line->examples.count;
  for (uint32_t t = first, taken; t < end; t += taken) {
    taken = 1;
    if (line->marks[t].role != JMI_ROLE_KEEP)
      continue;
    jmi_unit unit = unit_at(line, t, end, &taken);
    bool telling = unit.specific || unit.weight >= word_weight[JMI_WORD_PLAIN];
    if (!telling)
      continue;
    jmi_unit *place = JMI_PUSH(&line->examples, &line->scribe->scratch, jmi_unit);
    if (place == NULL)
      return;
    keep_texts(line, &unit);
    *place = unit;
    head->example_count++;
  }
}

static jmi_criterion criterion_of(const jmi_lexicon *lexicon, const jmi_unit *unit)
{
  if (unit->concept == JMI_NONE)
    return JMI_CRITERION_SKILL;
  switch (lexicon->concepts[unit->concept].kind) {
  case JMI_CONCEPT_TRAIT:
    return JMI_CRITERION_TRAIT;
  case JMI_CONCEPT_CERTIFICATE:
    return JMI_CRITERION_CERTIFICATE;
  case JMI_CONCEPT_LICENCE:
    return JMI_CRITERION_LICENCE;
  case JMI_CONCEPT_LANGUAGE:
    return JMI_CRITERION_LANGUAGE;
  default:
    return JMI_CRITERION_SKILL;
  }
}

/* A part is of a special criterion when its first specific concept is, and no other kind follows.
 */
static void settle_criterion(jmi_line *line, jmi_part *part)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  jmi_criterion found = JMI_CRITERION_COUNT;
  for (uint32_t i = part->first_unit; i < part->first_unit + part->unit_count; i++) {
    const jmi_unit *unit = JMI_AT(&line->units, jmi_unit, i);
    if (!unit->specific || unit->tail)
      continue;
    jmi_criterion criterion = criterion_of(lexicon, unit);
    if (found != JMI_CRITERION_COUNT && criterion != found)
      return;
    found = criterion;
  }
  if (found != JMI_CRITERION_COUNT && part->criterion == JMI_CRITERION_SKILL)
    part->criterion = (uint8_t)found;
}

void jmi_units_finish(jmi_line *line, jmi_part *part)
{
  bool has_concept = false;
  for (uint32_t i = part->first_unit; i < part->first_unit + part->unit_count; i++)
  has_concept = has_concept || JMI_AT(&line->units, jmi_unit, i)->concept != JMI_NONE;
  for (uint32_t i = part->first_unit; has_concept && i < part->first_unit + part->unit_count; i++) {
    jmi_unit *unit = JMI_AT(&line->units, jmi_unit, i);
    if (unit->concept == JMI_NONE)
      unit->weight /= 2;
  }
  settle_criterion(line, part);
}
