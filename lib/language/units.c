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

#define RARITY_STEP  300 /* thousandths that a word gains with each factor of sqrt(2) in rarity */
#define RARITY_LEAST 300

/* What a word may weigh at most that stands in the names of `uses` of `count` concepts. */
static int32_t rarity(uint64_t count, uint64_t uses)
{
  int32_t weight = 0;
  for (uint64_t ratio = count * count / (uses * uses); ratio > 1; ratio /= 2)
    weight += RARITY_STEP;
  return weight > RARITY_LEAST ? weight : RARITY_LEAST;
}

int32_t jmi_word_weight(const jmi_lexicon *lexicon, jmi_word_class class, uint32_t word)
{
  int32_t weight = word_weight[class];
  uint32_t uses = word == JMI_NONE ? 0 : lexicon->words[word].uses;
  if (uses == 0 || weight == 0)
    return weight;
  int32_t most = rarity(lexicon->concept_count, uses);
  return weight < most ? weight : most;
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

/* "COPC certification", not "MUST HAVE A LICENCE": an acronym names a thing, whatever it is. */
static bool is_acronym(const jmi_line *line, const jmi_token *token)
{
  if (token->kind != JMI_TOKEN_WORD || (token->flags & JMI_TOKEN_UPPER) == 0 || token->norm.len < 2)
    return false;
  for (uint32_t i = 0; i < line->tokens.count; i++) {
    const jmi_token *other = &line->tokens.items[i];
    if (other->kind == JMI_TOKEN_WORD && (other->flags & JMI_TOKEN_UPPER) == 0)
      return true;
  }
  return false;
}

static jmi_unit word_unit(jmi_line *line, const jmi_token *token)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  jmi_word_class class = jmi_lexicon_token_class(lexicon, token);
  uint32_t word = line->hits.words[token - line->tokens.items];
  int32_t weight = token->kind == JMI_TOKEN_WORD ? jmi_word_weight(lexicon, class, word) : 0;
  if (token->norm.len == 1 && (token->flags & JMI_TOKEN_NAME) == 0)
    weight = 0;
  return (jmi_unit){.concept = JMI_NONE,
                    .norm = token->norm,
                    .stem = token->stem,
                    .hash = token->hash,
                    .word = word,
                    .weight = weight,
                    .specific = class == JMI_WORD_PLAIN && is_acronym(line, token)};
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
  int32_t word = word_weight[jmi_lexicon_token_class(lexicon, &line->tokens.items[hit->first])];
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
                   .word = JMI_NONE,
                   .weight = weight_of(line, hit),
                   .specific = is_specific(lexicon, hit->concept),
                   .phrase = hit->count > 1};
  add_concept_words(line, &unit, hit);
  return unit;
}

/* Of a phrase whose first words were cut ("[degree in] accounting") the rest may be one too. */
static bool hit_behind(jmi_line *line, jmi_hit *hit, uint32_t token)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  jmi_hits rest = {0};
  if (jmi_lexicon_scan(&rest, &line->scribe->scratch, lexicon, &line->tokens, token,
                       hit->first + hit->count)
          != JM_OK
      || rest.count == 0 || rest.items[0].first != token)
    return false;
  *hit = rest.items[0];
  return true;
}

/* The unit that begins at a token, and how many tokens it takes; weight 0 when it tells nothing. */
static jmi_unit unit_at(jmi_line *line, uint32_t token, uint32_t end, uint32_t *taken)
{
  uint32_t hit = line->marks[token].hit;
  *taken = 1;
  if (hit == JMI_NONE)
    return word_unit(line, &line->tokens.items[token]);
  jmi_hit whole = line->hits.items[hit];
  if (whole.first < token && !hit_behind(line, &whole, token))
    return word_unit(line, &line->tokens.items[token]);
  if (token + whole.count > end)
    return word_unit(line, &line->tokens.items[token]);
  *taken = whole.count;
  return concept_unit(line, &whole);
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

static bool push_unit(jmi_line *line, jmi_unit *unit)
{
  jmi_unit *place = JMI_PUSH(&line->units, &line->scribe->scratch, jmi_unit);
  if (place == NULL)
    return false;
  keep_texts(line, unit);
  *place = *unit;
  last_part(line)->unit_count++;
  return true;
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
    if (!push_unit(line, &unit))
      return total;
    total += unit.weight;
  }
  return total;
}

int64_t jmi_units_add_concept(jmi_line *line, uint32_t concept, uint32_t first, uint32_t end)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  const jmi_token *tokens = line->tokens.items;
  jmi_unit unit = {.concept = concept,
                   .norm = jmi_str_cut(line->tokens.text, tokens[first].start, tokens[end - 1].end),
                   .stem = JMI_STR(""),
                   .weight = concept_weight[lexicon->concepts[concept].kind],
                   .specific = is_specific(lexicon, concept)};
  return push_unit(line, &unit) ? unit.weight : 0;
}

void jmi_units_add_named(jmi_line *line, const char *name)
{
  jmi_tokens tokens;
  jmi_hits hits = {0};
  jmi_scribe *scribe = line->scribe;
  const jmi_lexicon *lexicon = jmi_language_lexicon(scribe->language);
  jm_status status = jmi_tokens_read(&tokens, &scribe->scratch,
                                     jmi_language_stems(scribe->language), jmi_str_of(name));
  if (status == JM_OK)
    status = jmi_lexicon_scan(&hits, &scribe->scratch, lexicon, &tokens, 0, tokens.count);
  if (status != JM_OK || hits.count == 0)
    return;
  jmi_unit unit = {.concept = hits.items[0].concept, .norm = jmi_str_of(name), .stem = JMI_STR("")};
  unit.weight = concept_weight[lexicon->concepts[unit.concept].kind];
  unit.specific = is_specific(lexicon, unit.concept);
  if (!repeats(line, last_part(line), &unit))
    push_unit(line, &unit);
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
