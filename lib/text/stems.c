/* SPDX-License-Identifier: MIT */
/* Stems: Snowball's English stemmer, but for words that it joins to others, behind a cache that all
 * threads share.
 *
 * In: lower-case ASCII words. Out: stems and their hashes. Refuses nothing; words of more than
 * JMI_STEM_MAX bytes are their own stem.
 *
 * The cache is an open-addressing table of pointers that go from NULL to an entry once and never
 * change again: a reader needs no lock, a writer one compare-and-swap. It never grows past its
 * slots; a word that finds its eight slots taken, or no memory, is stemmed each time. Entries hold
 * nothing but what the stemmer would say again, so answers do not depend on what is cached. */
#include "text/stems.h"

#include <libstemmer.h>
#include <stdatomic.h>

#define SLOTS  (1u << 15)
#define PROBES 8u

typedef struct entry {
  uint64_t word_hash, stem_hash;
  uint8_t word_len, stem_len;
  bool prefix;  /* the stem is the beginning of the word, and is not kept apart */
  char bytes[]; /* the word, then the stem */
} entry;

typedef _Atomic(entry *) slot;

struct jmi_stems {
  jm_allocator allocator;
  slot *slots; /* owns SLOTS of them, and every entry */
};

static size_t entry_size(size_t word_len, size_t stem_len, bool prefix)
{
  return sizeof(entry) + word_len + (prefix ? 0 : stem_len);
}

static void free_entry(const jmi_stems *stems, entry *e)
{
  if (e != NULL)
    jmi_free_array(&stems->allocator, e, entry_size(e->word_len, e->stem_len, e->prefix), 1);
}

jm_status jmi_stems_new(jmi_stems **out, const jm_allocator *allocator)
{
  jm_allocator memory = jmi_allocator_or_default(allocator);
  *out = NULL;
  jmi_stems *stems = jmi_alloc_array(&memory, 1, sizeof *stems);
  if (stems == NULL)
    return JM_ERR_MEMORY;
  *stems = (jmi_stems){memory, jmi_alloc_array(&memory, SLOTS, sizeof(slot))};
  if (stems->slots == NULL) {
    jmi_free_array(&memory, stems, 1, sizeof *stems);
    return JM_ERR_MEMORY;
  }
  for (uint32_t i = 0; i < SLOTS; i++)
    atomic_init(&stems->slots[i], NULL);
  *out = stems;
  return JM_OK;
}

void jmi_stems_free(jmi_stems *stems)
{
  if (stems == NULL)
    return;
  jm_allocator memory = stems->allocator;
  for (uint32_t i = 0; i < SLOTS; i++)
    free_entry(stems, atomic_load_explicit(&stems->slots[i], memory_order_relaxed));
  jmi_free_array(&memory, stems->slots, SLOTS, sizeof(slot));
  jmi_free_array(&memory, stems, 1, sizeof *stems);
}

static bool is_of(const entry *e, jmi_str word, uint64_t hash)
{
  return e->word_hash == hash && e->word_len == word.len
         && memcmp(e->bytes, word.at, word.len) == 0;
}

/* The entry of a word; NULL when it has none. *room is the first free slot on its way, or NULL. */
static const entry *find(const jmi_stems *stems, jmi_str word, uint64_t hash, uint32_t *room)
{
  for (uint32_t i = 0; i < PROBES; i++) {
    uint32_t at = ((uint32_t)hash + i) & (SLOTS - 1);
    const entry *e = atomic_load_explicit(&stems->slots[at], memory_order_acquire);
    if (e == NULL) {
      *room = i;
      return NULL;
    }
    if (is_of(e, word, hash))
      return e;
  }
  *room = PROBES;
  return NULL;
}

/* Keeps an entry in the first slot that is free, from probe `from` on; frees it when there is
 * none, or when another thread kept the same word meanwhile. */
static void keep(const jmi_stems *stems, entry *e, uint32_t from)
{
  jmi_str word = {e->bytes, e->word_len};
  for (uint32_t i = from; i < PROBES; i++) {
    entry *there = NULL;
    slot *place = &stems->slots[((uint32_t)e->word_hash + i) & (SLOTS - 1)];
    if (atomic_compare_exchange_strong_explicit(place, &there, e, memory_order_release,
                                                memory_order_acquire))
      return;
    if (is_of(there, word, e->word_hash))
      break;
  }
  free_entry(stems, e);
}

static void remember(const jmi_stems *stems, jmi_str word, uint64_t word_hash, jmi_str stem,
                     uint64_t stem_hash, uint32_t from)
{
  bool prefix = stem.len <= word.len && memcmp(stem.at, word.at, stem.len) == 0;
  if (from == PROBES || stem.len > JMI_STEM_MAX)
    return;
  entry *e = jmi_alloc_array(&stems->allocator, entry_size(word.len, stem.len, prefix), 1);
  if (e == NULL)
    return; /* a cache may do without */
  *e = (entry){word_hash, stem_hash, (uint8_t)word.len, (uint8_t)stem.len, prefix};
  memcpy(e->bytes, word.at, word.len);
  if (!prefix)
    memcpy(e->bytes + word.len, stem.at, stem.len);
  keep(stems, e, from);
}

/* Hands out a stem: as a part of its word, or copied to the arena, as no stem outlives neither. */
static jm_status lend(jmi_arena *arena, jmi_str word, const char *bytes, size_t len, bool prefix,
                      jmi_str *stem)
{
  *stem = (jmi_str){word.at, (uint32_t)len};
  if (prefix)
    return JM_OK;
  stem->at = jmi_arena_copy(arena, bytes, len);
  return stem->at == NULL ? JM_ERR_MEMORY : JM_OK;
}

/* Words that Snowball gives the stem of others that mean something else: integrity is no
 * integration, an authority no author. A row's words keep together, under the first of them, which
 * is nothing else's stem. */
static const char *const apart[] = {
    "accountable accountability",
    "alternator alternators",
    "animal animals",
    "audition auditions",
    "authority authorities",
    ("authorize authorizes authorized authorizing authorization authorizations "
     "authorise authorises authorised authorising authorisation authorisations"),
    "busy busier busily",
    "celebrity celebrities",
    "compete competes competed competing competition competitions competitive competitively",
    "consumable consumables",
    "conversion conversions",
    "customer customers",
    "deposition depositions",
    "designate designates designated designation designations",
    "detective detectives",
    "edition editions",
    "educator educators",
    "emergency emergencies",
    "engine engines",
    "excellent excellently excellence",
    "executive executives",
    "fabricate fabricates fabricated fabricating fabrication fabrications fabricator fabricators",
    "formation formations",
    "formative",
    "hospitality",
    "humanities",
    "important importance importantly",
    "initiative initiatives",
    "integrity",
    "internal internally",
    "international internationally",
    "liquidity",
    "medication medications",
    "mineral minerals",
    "objective objectives",
    "officer officers",
    "organic organically organics",
    ("organize organizes organized organizing organization organizations organizational "
     "organizationally organizer organizers organise organises organised organising organisation "
     "organisations organisational organisationally organiser organisers"),
    "physics",
    "polite politely politeness",
    "positive positively positivity",
    "production productions",
    "productive productively productivity",
    "publication publications",
    "publicity",
    "receivable receivables",
    "securities",
    "suite suites",
    "terminal terminals",
    "universal universally",
    "utility utilities",
    "valuation valuations",
};

/* The stem of a word that stands in a row of `apart`; NULL for any other. */
static const char *stem_apart(jmi_str word, size_t *len)
{
  for (size_t r = 0; r < sizeof apart / sizeof *apart; r++) {
    if (word.len == 0 || apart[r][0] != word.at[0])
      continue;
    size_t own = strcspn(apart[r], " ");
    for (const char *at = apart[r]; *at != '\0'; at += strspn(at, " ")) {
      size_t here = strcspn(at, " ");
      if (here == word.len && memcmp(at, word.at, here) == 0) {
        *len = own;
        return apart[r];
      }
      at += here;
    }
  }
  return NULL;
}

/* Asks the rows above, then Snowball; the answer lives until the next question. An empty stem is
 * the word itself. */
static jm_status ask(jmi_stemmer *stemmer, jmi_str word, jmi_str *stem)
{
  size_t own;
  const char *kept = stem_apart(word, &own);
  if (kept != NULL) {
    *stem = (jmi_str){kept, (uint32_t)own};
    return JM_OK;
  }
  if (stemmer->snowball == NULL)
    stemmer->snowball = sb_stemmer_new("english", "UTF_8");
  if (stemmer->snowball == NULL)
    return JM_ERR_MEMORY;
  const sb_symbol *answer =
      sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)word.at, (int)word.len);
  if (answer == NULL)
    return JM_ERR_MEMORY;
  int len = sb_stemmer_length(stemmer->snowball);
  *stem = len > 0 ? (jmi_str){(const char *)answer, (uint32_t)len} : word;
  return JM_OK;
}

void jmi_stemmer_dispose(jmi_stemmer *stemmer)
{
  if (stemmer->snowball != NULL)
    sb_stemmer_delete(stemmer->snowball);
  stemmer->snowball = NULL;
}

jm_status jmi_stemmer_stem(jmi_stemmer *stemmer, jmi_str word, uint64_t word_hash, jmi_str *stem,
                           uint64_t *hash)
{
  if (word.len > JMI_STEM_MAX) {
    *stem = word;
    *hash = word_hash;
    return JM_OK;
  }
  uint32_t room = PROBES;
  const entry *e = find(stemmer->stems, word, word_hash, &room);
  if (e != NULL) {
    *hash = e->stem_hash;
    return lend(stemmer->arena, word, e->bytes + e->word_len, e->stem_len, e->prefix, stem);
  }
  jmi_str answer;
  jm_status status = ask(stemmer, word, &answer);
  if (status != JM_OK)
    return status;
  *hash = jmi_str_hash(answer);
  remember(stemmer->stems, word, word_hash, answer, *hash, room);
  bool prefix = answer.len <= word.len && memcmp(answer.at, word.at, answer.len) == 0;
  return lend(stemmer->arena, word, answer.at, answer.len, prefix, stem);
}
