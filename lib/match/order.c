/* SPDX-License-Identifier: MIT */
/* The order of the index: what a profile shows, by key, then statement, the best first, no repeats.
 *
 * In:  it comes as the statements say it. Out: an array of the profile's.
 * The numbers of concepts, of families and of words, and a stem's hash from its top, rise with the
 * key, so each tells a bucket: one pass counts the buckets, one fills them. What is left to sort
 * are the few that share a bucket, and they are nearly in order, since statements came in theirs.
 *
 *   concepts 0 …              | families 0 …  | words 0 …       | stems by their top bits
 *   [3 3] [7] [] [12 12 12] … | [4] [] [9] …  | [] [51 51] [] … | [0x8a…] [] [0x91… 0x91…] …  */
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

/* Buckets of numbers, few in each since what is related has near ones, then 2^bits of stems. */
typedef struct buckets {
  uint32_t families, words; /* the number that the first of them counts as, behind the concepts */
  uint32_t numbered, shift, bits, count;
  uint32_t *next; /* by bucket: how many there are; then, where the next one goes */
} buckets;

static uint32_t bucket_of(const buckets *b, uint64_t key)
{
  if (key >= JMI_KEY_HASH)
    return (uint32_t)((key & ~JMI_KEY_HASH) >> (63 - b->bits)) + b->numbered;
  uint32_t first = key >= JMI_KEY_WORD ? b->words : key >= JMI_KEY_FAMILY ? b->families : 0;
  return (first + (uint32_t)key) >> b->shift;
}

static bool open_buckets(buckets *b, jmi_arena *scratch, uint32_t count, const jmi_lexicon *lexicon)
{
  uint32_t families = lexicon->concept_count, words = families + lexicon->family_count;
  uint32_t numbers = words + lexicon->word_count;
  *b = (buckets){.families = families, .words = words, .bits = 6};
  while (b->bits < 20 && (uint32_t)2 << b->bits < count)
    b->bits++;
  while (numbers >> b->shift >= (uint32_t)16 << b->bits)
    b->shift++;
  b->numbered = (numbers >> b->shift) + 1;
  b->count = b->numbered + ((uint32_t)1 << b->bits);
  b->next = JMI_NEW_ARRAY(scratch, b->count, uint32_t);
  return b->next != NULL;
}

jm_status jmi_shown_order(jm_profile *profile, jmi_arena *scratch, const jmi_shown *shown,
                          uint32_t count)
{
  buckets b;
  jmi_shown *items = JMI_NEW_ARRAY(&profile->arena, count, jmi_shown);
  if (items == NULL || !open_buckets(&b, scratch, count, profile->scorer->lexicon))
    return JM_ERR_MEMORY;
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++)
    b.next[bucket_of(&b, shown[i].key)]++;
  for (uint32_t i = 0, size; i < b.count; i++, at += size) {
    size = b.next[i];
    b.next[i] = at;
  }
  for (uint32_t i = 0; i < count; i++)
    items[b.next[bucket_of(&b, shown[i].key)]++] = shown[i];
  sort(items, count);
  profile->shown = items;
  profile->shown_count = drop_repeats(items, count);
  return JM_OK;
}
