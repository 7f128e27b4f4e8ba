/* SPDX-License-Identifier: MIT */
/* Labels: a named skill that stands, whole, in what a part asks.
 *
 * A part of prose asks for more than it names: "taking care of cloud costs across our teams". How
 * much of the part a profile's entry covers tells little there; how much of the entry stands in the
 * part tells more. So a short entry that is a name is also read the other way round, and a phrase
 * of it under all its aliases, their words in any order (README, "Scoring", rule 5).
 *
 *   entry "cloud cost management"    cloud 3500, cost management 4000
 *   the part names cloud             3500 / 7500 of the entry                                   */
#include "match/match.h"

#define ALIAS_SHARE    900 /* of 1000: a phrase of the entry, under other words */
#define DISCOUNT       300 /* of 1000, when nothing of the entry stands in the part */
#define LABEL_MENTIONS 12  /* more is a sentence, not a name */

/* What is asked. */
typedef struct asked {
  const jmi_lexicon *lexicon;
  const jmi_reading *reading;
  const jmi_part *part;
} asked;

static bool is_name(const jmi_statement *statement)
{
  uint8_t kind = statement->entry.kind;
  return statement->count > 0 && statement->count <= LABEL_MENTIONS
         && (kind == JMI_ENTRY_SKILL || kind == JMI_ENTRY_TRAIT || kind == JMI_ENTRY_CERTIFICATE);
}

/* A word that is told as part of a phrase is no thing of its own. */
static bool is_inside(const jmi_statement *statement, const jmi_mention *word)
{
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *mention = &statement->mentions[m];
    if (mention->concept != JMI_NONE && word->token >= mention->token
        && word->token < mention->token + mention->token_count)
      return true;
  }
  return false;
}

/* ---- words ------------------------------------------------------------------------------ */

static bool is_kin(const jmi_lexicon *lexicon, uint32_t a, uint32_t b)
{
  const jmi_word *x = &lexicon->words[a], *y = &lexicon->words[b];
  for (uint32_t i = 0; i < x->kin_count; i++)
    for (uint32_t k = 0; k < y->kin_count; k++)
      if (lexicon->kin[x->kin + i] == lexicon->kin[y->kin + k])
        return true;
  return false;
}

/* How far a word stands among units, of 1000: itself, or one of its family. */
static int32_t word_among(const asked *a, const jmi_unit *units, uint32_t count,
                          const jmi_unit *word)
{
  int32_t best = 0;
  for (uint32_t u = 0; u < count; u++) {
    if (units[u].concept != JMI_NONE || units[u].weight == 0)
      continue;
    if (jmi_word_key(units[u].word, units[u].hash) == jmi_word_key(word->word, word->hash)
        && (word->word != JMI_NONE || jmi_str_equal(units[u].stem, word->stem)))
      return 1000;
    if (word->word != JMI_NONE && units[u].word != JMI_NONE
        && is_kin(a->lexicon, units[u].word, word->word))
      best = JMI_CREDIT_KIN;
  }
  return best;
}

static int32_t larger(int32_t a, int32_t b)
{
  return a > b ? a : b;
}

/* How far a word stands in the part: on its own, in a phrase, in an example. */
static int32_t word_in_part(const asked *a, const jmi_unit *word)
{
  const jmi_reading *reading = a->reading;
  const jmi_unit *units = reading->units + a->part->first_unit;
  int32_t best = word_among(a, units, a->part->unit_count, word);
  for (uint32_t u = 0; u < a->part->unit_count && best < 1000; u++) {
    const jmi_unit *words = reading->words + units[u].first_word;
    const jmi_unit *examples = reading->examples + units[u].first_example;
    best = larger(best, word_among(a, words, units[u].word_count, word));
    best = larger(best, word_among(a, examples, units[u].example_count, word));
  }
  return best;
}

/* ---- phrases ---------------------------------------------------------------------------- */

/* A kind of what is asked stands for it. */
static bool is_kind_of(const jmi_lexicon *lexicon, uint32_t concept, uint32_t broader)
{
  const jmi_concept *c = &lexicon->concepts[concept];
  for (uint32_t i = 0; i < c->broader_count; i++)
    if (lexicon->links[c->first_link + i] == broader)
      return true;
  return concept == broader;
}

/* How much of an alias stands in the part, in whatever order; a name stands there whole or not. */
static int32_t alias_in_part(const asked *a, const jmi_alias *alias)
{
  int64_t whole = 0, found = 0;
  if (alias->flags != 0)
    return 0;
  for (uint32_t i = 0; i < alias->bag_count; i++) {
    jmi_bagged bagged = a->lexicon->bags[alias->bag + i];
    jmi_unit word = {.concept = JMI_NONE, .word = bagged.word};
    int32_t weight = jmi_word_weight(a->lexicon, (jmi_word_class)bagged.class, bagged.word);
    whole += weight;
    found += (int64_t)weight * word_in_part(a, &word);
  }
  return whole == 0 ? 0 : (int32_t)(found / whole);
}

/* How far a phrase stands in the part: itself, a kind of what is asked, or the words of the alias
 * of which most stands there. */
static int32_t phrase_in_part(const asked *a, uint32_t concept)
{
  const jmi_concept *c = &a->lexicon->concepts[concept];
  int32_t best = 0;
  for (uint32_t u = a->part->first_unit; u < a->part->first_unit + a->part->unit_count; u++) {
    const jmi_unit *unit = &a->reading->units[u];
    if (unit->concept != JMI_NONE && is_kind_of(a->lexicon, concept, unit->concept))
      return 1000;
  }
  for (uint32_t i = c->first_alias; i < c->first_alias + c->alias_count; i++)
    best = larger(best, alias_in_part(a, &a->lexicon->aliases[i]));
  return best * ALIAS_SHARE / 1000;
}

/* ---- entries ---------------------------------------------------------------------------- */

/* How much of the entry stands in the part, of 1000. */
static int32_t coverage(const asked *a, const jmi_statement *statement)
{
  int64_t whole = 0, found = 0;
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *mention = &statement->mentions[m];
    int32_t weight, share;
    if (mention->concept != JMI_NONE) {
      weight = jmi_concept_weight(a->lexicon, mention->concept);
      share = phrase_in_part(a, mention->concept);
    } else {
      if (is_inside(statement, mention))
        continue;
      jmi_unit word = {
          .concept = JMI_NONE, .word = mention->word, .hash = mention->hash, .stem = mention->stem};
      weight = jmi_word_weight(a->lexicon, jmi_lexicon_word_class(a->lexicon, mention->norm),
                               mention->word);
      share = word_in_part(a, &word);
    }
    whole += weight;
    found += (int64_t)weight * share;
  }
  return whole == 0 ? 0 : (int32_t)(found / whole);
}

jmi_named jmi_label_read(const jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part, uint32_t s)
{
  const jmi_statement *statement = &matcher->profile->statements.items[s];
  asked a = {matcher->scorer->lexicon, reading, part};
  if (!is_name(statement))
    return (jmi_named){0, 1000};
  int32_t covered = coverage(&a, statement);
  return (jmi_named){covered * covered / 1000, 1000 - DISCOUNT + DISCOUNT * covered / 1000};
}
