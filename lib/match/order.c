/* SPDX-License-Identifier: MIT */
/* The order of the index: what a profile shows, by key, then statement, the best first, no repeats.
 *
 * In:  it comes as the statements say it. Out: an array of the profile's.
 * A key becomes a number, which is sorted by counting, digit by digit: concepts first, then
 * families, words, and the top bits of the hashes of words that no lexicon has.
 *
 *   concepts 0 …   | families 0 …   | words 0 …        | hashes by their top bits
 *   3 3 7 12 12 …  | 4 9 9 …        | 51 51 880 …      | 0x8a… 0x91… 0x91… …
 *
 * What is left to sort are the few of one number, and they are nearly in order, since statements
 * came in theirs. */
#include "match/match.h"

#include <stdlib.h>

/* The best first, so that what is dropped as a repeat tells no more than what stays. */
static int compare_shown(const void *a, const void *b)
{
  const jmi_shown *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->statement != y->statement)
    return x->statement < y->statement ? -1 : 1;
  if (x->credit != y->credit)
    return x->credit > y->credit ? -1 : 1;
  if (x->how != y->how)
    return x->how < y->how ? -1 : 1;
  if (x->level != y->level)
    return x->level > y->level ? -1 : 1;
  if (x->months != y->months)
    return x->months > y->months ? -1 : 1;
  return jmi_str_compare(x->mention->norm, y->mention->norm);
}

/* The same thing said twice in a statement is no more evidence than once. */
static uint32_t drop_repeats(jmi_shown *items, uint32_t count)
{
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    bool again = kept > 0 && items[kept - 1].key == items[i].key
                 && items[kept - 1].statement == items[i].statement
                 && (items[i].key < JMI_KEY_WORD
                     || jmi_str_equal(items[kept - 1].mention->norm, items[i].mention->norm));
    if (!again)
      items[kept++] = items[i];
  }
  return kept;
}

#define MOVES_EACH 8 /* as many moves for each item are no sorting of what is nearly in order */

/* Puts one after the other into its place: most stand there already. */
static void sort(jmi_shown *items, uint32_t count)
{
  uint64_t moves = 0;
  for (uint32_t i = 1; i < count && moves <= (uint64_t)count * MOVES_EACH; i++) {
    jmi_shown item = items[i];
    uint32_t at = i;
    for (; at > 0 && compare_shown(&items[at - 1], &item) > 0; at--, moves++)
      items[at] = items[at - 1];
    items[at] = item;
  }
  if (moves > (uint64_t)count * MOVES_EACH)
    qsort(items, count, sizeof *items, compare_shown);
}

/* What stands for a key: it rises with the key, and is nearly as telling. */
typedef struct place {
  uint32_t number, item;
} place;

enum { HASH_BITS = 12, DIGIT_BITS = 9, DIGITS = 1 << DIGIT_BITS };

static uint32_t number_of(const jmi_lexicon *lexicon, uint64_t key)
{
  uint32_t families = lexicon->concept_count, words = families + lexicon->family_count;
  if (key >= JMI_KEY_HASH)
    return words + lexicon->word_count + (uint32_t)((key & ~JMI_KEY_HASH) >> (63 - HASH_BITS));
  return (uint32_t)key + (key >= JMI_KEY_WORD ? words : key >= JMI_KEY_FAMILY ? families : 0);
}

/* One pass of sorting by counting: by one digit of the numbers, those of one digit as they come. */
static void sort_by_digit(place *to, const place *from, uint32_t count, uint32_t shift)
{
  uint32_t next[DIGITS] = {0}, at = 0;
  for (uint32_t i = 0; i < count; i++)
    next[from[i].number >> shift & (DIGITS - 1)]++;
  for (uint32_t d = 0, size; d < DIGITS; d++, at += size) {
    size = next[d];
    next[d] = at;
  }
  for (uint32_t i = 0; i < count; i++)
    to[next[from[i].number >> shift & (DIGITS - 1)]++] = from[i];
}

jm_status jmi_shown_order(jm_profile *profile, jmi_arena *scratch, const jmi_shown *shown,
                          uint32_t count)
{
  const jmi_lexicon *lexicon = profile->scorer->lexicon;
  jmi_shown *items = JMI_NEW_ARRAY(&profile->arena, count, jmi_shown);
  place *places = JMI_NEW_ARRAY(scratch, count, place);
  place *sorted = JMI_NEW_ARRAY(scratch, count, place);
  if (items == NULL || places == NULL || sorted == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    places[i] = (place){number_of(lexicon, shown[i].key), i};
  uint32_t most = number_of(lexicon, UINT64_MAX);
  for (uint32_t shift = 0; shift < 32 && most >> shift > 0; shift += DIGIT_BITS) {
    sort_by_digit(sorted, places, count, shift);
    place *last = places;
    places = sorted;
    sorted = last;
  }
  for (uint32_t i = 0; i < count; i++)
    items[i] = shown[places[i].item];
  sort(items, count);
  profile->shown = items;
  profile->shown_count = drop_repeats(items, count);
  return JM_OK;
}
