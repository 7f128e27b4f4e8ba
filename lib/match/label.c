/* SPDX-License-Identifier: MIT */
/* Labels: a named skill that stands, whole, in what a part asks.
 *
 * A part of prose asks for more than it names: "taking care of cloud costs across our teams". How
 * much of the part a profile's entry covers tells little there; how much of the entry stands in the
 * part tells more. So a short entry that is a name is also read the other way round (README,
 * "Scoring", rule 5).
 *
 *   entry "cloud cost management"    cloud 3500, cost management 4000
 *   the part names cloud             3500 / 7500 of the entry                                   */
#include "match/match.h"

#define LABEL_SHARE    900 /* of 1000: an entry that stands whole in the part */
#define DISCOUNT       200 /* of 1000, when nothing of the entry stands in the part */
#define LABEL_MENTIONS 12  /* more is a sentence, not a name */

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

/* A kind of what is asked stands for it. */
static bool is_kind_of(const jmi_lexicon *lexicon, uint32_t concept, uint32_t asked)
{
  const jmi_concept *c = &lexicon->concepts[concept];
  for (uint32_t i = 0; i < c->broader_count; i++)
    if (lexicon->links[c->first_link + i] == asked)
      return true;
  return concept == asked;
}

static bool same_thing(const jmi_lexicon *lexicon, const jmi_unit *unit, const jmi_mention *mention)
{
  if (mention->concept != JMI_NONE)
  return unit->concept != JMI_NONE && is_kind_of(lexicon, mention->concept, unit->concept);
  return unit->concept == JMI_NONE && unit->hash == mention->hash
         && jmi_str_equal(unit->stem, mention->stem);
}

static bool has_word(const jmi_lexicon *lexicon, const jmi_reading *reading, const jmi_unit *unit,
                     const jmi_mention *mention)
{
  for (uint32_t w = unit->first_word; w < unit->first_word + unit->word_count; w++)
    if (same_thing(lexicon, &reading->words[w], mention))
      return true;
  return false;
}

static bool stands_in(const jmi_lexicon *lexicon, const jmi_reading *reading, const jmi_part *part,
                      const jmi_mention *mention)
{
  for (uint32_t u = part->first_unit; u < part->first_unit + part->unit_count; u++) {
    const jmi_unit *unit = &reading->units[u];
    if (same_thing(lexicon, unit, mention)
        || (mention->concept == JMI_NONE && has_word(lexicon, reading, unit, mention)))
      return true;
  }
  return false;
}

/* The share of a phrase's words that stand in the part: a phrase under other words. */
static int32_t words_of(const jmi_lexicon *lexicon, const jmi_reading *reading,
                        const jmi_part *part, const jmi_statement *statement,
                        const jmi_mention *phrase)
{
  uint32_t words = 0, found = 0;
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *word = &statement->mentions[m];
    if (word->concept != JMI_NONE || word->token < phrase->token
        || word->token >= phrase->token + phrase->token_count)
      continue;
    words++;
    found += stands_in(lexicon, reading, part, word);
  }
  return words == 0 ? 0 : (int32_t)(found * 700 / words);
}

/* How much of the entry stands in the part, of 1000; *telling when something of it that does is
 * more than a common word. */
static int32_t coverage(const jmi_matcher *matcher, const jmi_reading *reading,
                        const jmi_part *part, const jmi_statement *statement, bool *telling)
{
  const jmi_lexicon *lexicon = matcher->scorer->lexicon;
  int64_t whole = 0, found = 0;
  *telling = false;
  for (uint32_t m = 0; m < statement->count; m++) {
    const jmi_mention *mention = &statement->mentions[m];
    bool phrase = mention->concept != JMI_NONE;
    if (!phrase && is_inside(statement, mention))
      continue;
    int32_t weight = phrase ? jmi_concept_weight(lexicon, mention->concept)
                            : jmi_word_weight(lexicon, mention->norm);
    int32_t share = stands_in(lexicon, reading, part, mention) ? 1000
                    : phrase ? words_of(lexicon, reading, part, statement, mention)
                             : 0;
    *telling = *telling || (share >= 500 && weight >= 3500);
    whole += weight;
    found += (int64_t)weight * share;
  }
  return whole == 0 ? 0 : (int32_t)(found / whole);
}

int32_t jmi_label_strength(const jmi_matcher *matcher, const jmi_reading *reading,
                           const jmi_part *part, uint32_t s)
{
  const jmi_statement *statement = &matcher->profile->statements.items[s];
  bool telling = false;
  if (!is_name(statement))
    return 0;
  int32_t covered = coverage(matcher, reading, part, statement, &telling);
  return telling ? covered * covered / 1000 * LABEL_SHARE / 1000 : 0;
}

int32_t jmi_label_discount(const jmi_matcher *matcher, const jmi_reading *reading,
                           const jmi_part *part, uint32_t s, int32_t strength)
{
  const jmi_statement *statement = &matcher->profile->statements.items[s];
  bool telling = false;
  if (strength == 0 || !is_name(statement))
    return strength;
  int32_t covered = coverage(matcher, reading, part, statement, &telling);
  return strength * (1000 - DISCOUNT + DISCOUNT * covered / 1000) / 1000;
}
