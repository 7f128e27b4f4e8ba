/* SPDX-License-Identifier: MIT */
/* Filling the grid: for each unit of a part, what each statement shows of it and how.
 *
 * In:  a part and a profile's index. Out: cells. A unit is shown by itself, by what is related or
 * broader, by the words it is made of, or by any of its examples; the best counts. */
#include "match/grid.h"

#define LEAST_WORD     1000 /* words that tell less show no concept */
#define WORDS_SHARE    700  /* a concept's own words, all in one statement, but not the phrase */
#define BROADER_CREDIT 250  /* only what is broader is named */

/* Knowing less than what is asked; a level that is not stated is taken to suffice. */
static bool too_low(const jmi_grid *g, uint8_t level)
{
  return level != JMI_LEVEL_NONE && level < g->level;
}

static void take(const jmi_grid *g, jmi_cell *at, uint16_t credit, uint8_t how, uint8_t level,
                 int32_t months)
{
  bool low = too_low(g, level);
  uint16_t worth = low && credit > JMI_LEVEL_CAP ? JMI_LEVEL_CAP : credit;
  if (worth > at->credit || (worth == at->credit && how < at->how))
    *at = (jmi_cell){worth, how, low ? level : (uint8_t)JMI_LEVEL_NONE, at->months};
  if (months > at->months)
    at->months = months;
}

static void take_key(const jmi_grid *g, jmi_cell *cells, uint64_t key, uint16_t share,
                     uint8_t least_how)
{
  uint32_t count;
  const jmi_shown *shown = jmi_index_find(g->matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++) {
    uint16_t credit = (uint16_t)((uint32_t)shown[i].credit * share / 1000);
    uint8_t how = shown[i].how > least_how ? shown[i].how : least_how;
    take(g, &cells[shown[i].statement], credit, how, shown[i].level, shown[i].months);
  }
}

/* A word, in its own family or in its very form. */
static void take_word(const jmi_grid *g, jmi_cell *cells, const jmi_unit *unit)
{
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  uint64_t key = jmi_word_key(unit->word, unit->hash);
  uint32_t count;
  const jmi_shown *shown = jmi_index_find(g->matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++) {
    if (unit->word == JMI_NONE && !jmi_str_equal(shown[i].mention->stem, unit->stem))
      continue;
    bool same = jmi_str_equal(shown[i].mention->norm, unit->norm);
    take(g, &cells[shown[i].statement], shown[i].credit,
         same ? (uint8_t)JMI_HOW_ALIAS : (uint8_t)JMI_HOW_INFLECTED, shown[i].level,
         shown[i].months);
  }
  for (uint32_t k = 0; unit->word != JMI_NONE && k < lexicon->words[unit->word].kin_count; k++)
    take_key(g, cells, lexicon->kin[lexicon->words[unit->word].kin + k] | JMI_KEY_FAMILY, 1000,
             JMI_HOW_WORDS);
}

/* Whoever names only what is broader ("cloud computing" for "private cloud") may well have it. */
static void take_broader(const jmi_grid *g, jmi_cell *cells, const jmi_unit *unit)
{
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  const jmi_concept *concept = &lexicon->concepts[unit->concept];
  for (uint32_t i = 0; i < concept->broader_count; i++) {
    uint32_t broader = lexicon->links[concept->first_link + i], count;
    uint8_t kind = lexicon->concepts[broader].kind;
    const jmi_shown *shown = jmi_index_find(g->matcher->profile, broader, &count);
    if (kind == JMI_CONCEPT_BROAD || kind == JMI_CONCEPT_ACTIVITY)
      continue;
    for (uint32_t k = 0; k < count; k++)
      if (shown[k].how <= JMI_HOW_INFLECTED)
        take(g, &cells[shown[k].statement], BROADER_CREDIT, JMI_HOW_RELATED, shown[k].level, -1);
  }
}

/* One word of several shows nothing of a phrase. Where one is all there is, its family does; but a
 * name has none. */
static bool has_words(const jmi_grid *g, const jmi_unit *unit)
{
  uint8_t kind = g->matcher->scorer->lexicon->concepts[unit->concept].kind;
  return unit->word_count > 1
         || (unit->word_count == 1 && !unit->phrase && kind != JMI_CONCEPT_NAME);
}

/* A concept that nobody names may still be shown by its words: the share of their weight. */
static jm_status take_concept_words(const jmi_grid *g, jmi_cell *cells, const jmi_unit *unit)
{
  if (!has_words(g, unit))
    return JM_OK;
  jmi_cell *words = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, jmi_cell);
  int32_t *found = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, int32_t);
  if (words == NULL || found == NULL)
    return JM_ERR_MEMORY;
  int32_t whole = 0;
  for (uint32_t w = 0; w < unit->word_count; w++) {
    const jmi_unit *word = &g->reading->words[unit->first_word + w];
    if (word->weight < LEAST_WORD)
      continue;
    memset(words, 0, g->statements * sizeof *words);
    take_word(g, words, word);
    whole += word->weight;
    for (uint32_t s = 0; s < g->statements; s++)
      found[s] += word->weight * words[s].credit / 1000;
  }
  for (uint32_t s = 0; s < g->statements; s++)
    if (whole > 0 && found[s] * 2 >= whole)
      take(g, &cells[s], (uint16_t)((int64_t)found[s] * WORDS_SHARE / whole), JMI_HOW_WORDS,
           JMI_LEVEL_NONE, -1);
  return JM_OK;
}

static jm_status take_unit(const jmi_grid *g, jmi_cell *cells, const jmi_unit *unit)
{
  if (unit->concept == JMI_NONE) {
    take_word(g, cells, unit);
    return JM_OK;
  }
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  const jmi_concept *concept = &lexicon->concepts[unit->concept];
  const uint32_t *related =
      lexicon->links + concept->first_link + concept->broader_count + concept->implied_count;
  take_key(g, cells, unit->concept, 1000, JMI_HOW_NONE);
  for (uint32_t i = 0; i < concept->related_count; i++)
    take_key(g, cells, related[i], 500, JMI_HOW_RELATED);
  take_broader(g, cells, unit);
  return take_concept_words(g, cells, unit);
}

static jm_status fill_row(const jmi_grid *g, uint32_t index)
{
  const jmi_unit *unit = jmi_grid_unit(g, index);
  jmi_cell *cells = jmi_grid_row(g, index);
  for (uint32_t s = 0; s < g->statements; s++)
    cells[s] = (jmi_cell){0, JMI_HOW_COUNT, JMI_LEVEL_NONE, -1};
  jm_status status = take_unit(g, cells, unit);
  for (uint32_t e = 0; e < unit->example_count && status == JM_OK; e++)
    status = take_unit(g, cells, &g->reading->examples[unit->first_example + e]);
  return status;
}

jm_status jmi_grid_fill(jmi_grid *g)
{
  g->cells = JMI_NEW_ARRAY(&g->matcher->scratch, (size_t)g->units * g->statements, jmi_cell);
  if (g->cells == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t u = 0; u < g->units; u++)
    if (fill_row(g, u) != JM_OK)
      return JM_ERR_MEMORY;
  return JM_OK;
}
