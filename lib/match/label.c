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
#define LONE_WORD      600 /* of 1000: "safety" is little of "enforce the site-specific safety plan" */
#define LABEL_MENTIONS 12 /* more is a sentence, not a name */

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

/* How far something stands in the part, of 1000, and by which of the part's words: bit i is the
 * i-th word of it, phrases and examples included; words behind the 64th have no bit. */
typedef struct standing {
  int32_t share;
  uint64_t by;
} standing;

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

/* A word against one of the part: itself, or one of its family. */
static int32_t compare_words(const asked *a, const jmi_unit *there, const jmi_unit *word)
{
  if (there->concept != JMI_NONE || there->weight == 0)
    return 0;
  if (jmi_word_key(there->word, there->hash) == jmi_word_key(word->word, word->hash)
      && (word->word != JMI_NONE || jmi_str_equal(there->stem, word->stem)))
    return 1000;
  bool known = word->word != JMI_NONE && there->word != JMI_NONE;
  return known && is_kin(a->lexicon, there->word, word->word) ? JMI_CREDIT_KIN : 0;
}

static uint64_t bit(uint32_t index)
{
  return index < 64 ? (uint64_t)1 << index : 0;
}

/* Looks for a word among units, the first of which is the part's word of this index. */
static void look(standing *best, const asked *a, const jmi_unit *units, uint32_t count,
                 uint32_t index, const jmi_unit *word)
{
  for (uint32_t u = 0; u < count; u++) {
    int32_t share = compare_words(a, &units[u], word);
    if (share > best->share)
      *best = (standing){share, bit(index + u)};
    else if (share > 0 && share == best->share)
      best->by |= bit(index + u);
  }
}

/* How far a word stands in the part: on its own, in a phrase, in an example. */
static standing word_in_part(const asked *a, const jmi_unit *word)
{
  standing best = {0, 0};
  uint32_t index = 0;
  for (uint32_t u = a->part->first_unit; u < a->part->first_unit + a->part->unit_count; u++) {
    const jmi_unit *unit = &a->reading->units[u];
    look(&best, a, unit, 1, index++, word);
    look(&best, a, a->reading->words + unit->first_word, unit->word_count, index, word);
    index += unit->word_count;
    look(&best, a, a->reading->examples + unit->first_example, unit->example_count, index, word);
    index += unit->example_count;
  }
  return best;
}

/* ---- phrases ---------------------------------------------------------------------------- */

/* How much of an alias stands in the part, in whatever order; a name stands there whole or not. */
static standing alias_in_part(const asked *a, const jmi_alias *alias)
{
  int64_t whole = 0, found = 0;
  standing all = {0, 0};
  bool itself = false; /* a word stands there itself, not only one of its family */
  if (alias->flags != 0)
    return all;
  for (uint32_t i = 0; i < alias->bag_count; i++) {
    jmi_bagged bagged = a->lexicon->bags[alias->bag + i];
    jmi_unit word = {.concept = JMI_NONE, .word = bagged.word};
    int32_t weight = jmi_word_weight(a->lexicon, (jmi_word_class)bagged.class, bagged.word);
    standing here = word_in_part(a, &word);
    whole += weight;
    found += (int64_t)weight * here.share;
    all.by |= here.by;
    itself = itself || here.share == 1000;
  }
  return itself ? (standing){(int32_t)(found / whole * ALIAS_SHARE / 1000), all.by}
                : (standing){0, 0};
}

/* The bits of a part's unit and of the words it is made of. */
static uint64_t bits_of(const jmi_unit *unit, uint32_t index)
{
  uint64_t bits = 0;
  for (uint32_t i = 0; i <= unit->word_count; i++)
    bits |= bit(index + i);
  return bits;
}

/* How far a phrase stands in the part: itself, or by the words of the alias of which most stands
 * there. */
static standing phrase_in_part(const asked *a, uint32_t concept)
{
  const jmi_concept *c = &a->lexicon->concepts[concept];
  standing best = {0, 0};
  uint32_t index = 0;
  for (uint32_t u = a->part->first_unit; u < a->part->first_unit + a->part->unit_count; u++) {
    const jmi_unit *unit = &a->reading->units[u];
    if (unit->concept == concept)
      return (standing){1000, bits_of(unit, index)};
    index += 1 + unit->word_count + unit->example_count;
  }
  for (uint32_t i = c->first_alias; i < c->first_alias + c->alias_count; i++) {
    standing here = alias_in_part(a, &a->lexicon->aliases[i]);
    if (here.share > best.share)
      best = here;
  }
  return best;
}

/* ---- entries ---------------------------------------------------------------------------- */

static standing mention_in_part(const asked *a, const jmi_mention *mention, int32_t *weight)
{
  if (mention->concept != JMI_NONE) {
    *weight = jmi_concept_weight(a->lexicon, mention->concept);
    return phrase_in_part(a, mention->concept);
  }
  jmi_unit word = {
      .concept = JMI_NONE, .word = mention->word, .hash = mention->hash, .stem = mention->stem};
  jmi_word_class class = jmi_lexicon_word_class(a->lexicon, mention->norm);
  *weight = jmi_word_weight(a->lexicon, class, mention->word);
  return word_in_part(a, &word);
}

/* Dropbox says nothing else than "data storage software" asks, though it does not stand there. */
static bool is_kind_of_asked(const asked *a, const jmi_mention *mention)
{
  if (mention->concept == JMI_NONE)
    return false;
  const jmi_concept *c = &a->lexicon->concepts[mention->concept];
  for (uint32_t u = a->part->first_unit; u < a->part->first_unit + a->part->unit_count; u++)
    for (uint32_t i = 0; i < c->broader_count; i++)
      if (a->lexicon->links[c->first_link + i] == a->reading->units[u].concept)
        return true;
  return false;
}

/* How much of the entry stands in the part; *meant: how much of it the part asks for. */
static standing coverage(const asked *a, const jmi_statement *statement, int32_t *meant)
{
  int64_t whole = 0, found = 0, asked_for = 0;
  standing all = {0, 0};
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *mention = &statement->mentions[m];
    int32_t weight;
    if (mention->concept == JMI_NONE && is_inside(statement, mention))
      continue;
    standing here = mention_in_part(a, mention, &weight);
    whole += weight;
    found += (int64_t)weight * here.share;
    asked_for += (int64_t)weight * (is_kind_of_asked(a, mention) ? 1000 : here.share);
    all.by |= here.by;
  }
  all.share = whole == 0 ? 0 : (int32_t)(found / whole);
  *meant = whole == 0 ? 0 : (int32_t)(asked_for / whole);
  return all;
}

/* How much of the part's phrases the entry has, of those that it has any word of: "cash" is half of
 * "cash handling". */
static int32_t share_of_phrases(const asked *a, uint64_t by)
{
  int64_t whole = 0, found = 0;
  uint32_t index = 0;
  for (uint32_t u = a->part->first_unit; u < a->part->first_unit + a->part->unit_count; u++) {
    const jmi_unit *unit = &a->reading->units[u];
    bool touched = unit->concept != JMI_NONE && (bits_of(unit, index) & by) != 0;
    for (uint32_t w = 0; touched && w < unit->word_count; w++) {
      int32_t weight = a->reading->words[unit->first_word + w].weight;
      whole += weight;
      found += (bit(index + 1 + w) & by) != 0 ? weight : 0;
    }
    index += 1 + unit->word_count + unit->example_count;
  }
  return whole == 0 ? 1000 : (int32_t)(found * 1000 / whole);
}

/* An entry of one word that names no skill, trait or tool, whatever it stands in. */
static bool is_lone_word(const asked *a, const jmi_statement *statement)
{
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *mention = &statement->mentions[m];
    uint8_t kind = mention->concept == JMI_NONE ? JMI_CONCEPT_BROAD
                                                : a->lexicon->concepts[mention->concept].kind;
    bool names = kind != JMI_CONCEPT_BROAD && kind != JMI_CONCEPT_ACTIVITY;
    if (names || mention->token != statement->mentions[0].token || mention->token_count > 1)
      return false;
  }
  return true;
}

jmi_named jmi_label_read(const jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part, uint32_t s)
{
  const jmi_statement *statement = &matcher->profile->statements.items[s];
  asked a = {matcher->scorer->lexicon, reading, part};
  if (!is_name(statement))
    return (jmi_named){0, 1000};
  int32_t meant;
  standing all = coverage(&a, statement, &meant);
  int32_t covered = all.share, named = is_lone_word(&a, statement) ? LONE_WORD : 1000;
  int32_t share = share_of_phrases(&a, all.by) * named / 1000;
  return (jmi_named){covered * covered / 1000 * share / 1000,
                     1000 - DISCOUNT + DISCOUNT * meant / 1000};
}
