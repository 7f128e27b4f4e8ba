/* SPDX-License-Identifier: MIT */
/* Stems: the same answer from Snowball, from the cache, and from any thread. */
#include "support/suite.h"

#include <pthread.h>
#include <stdio.h>

#include "support/failing.h"
#include "text/stems.h"

static const struct {
  const char *name, *word, *stem;
} rows[] = {
    {"a plural loses its s", "forklifts", "forklift"},
    {"a gerund loses its ending", "marketing", "market"},
    {"a stem may differ from the word's beginning", "happy", "happi"},
    {"a word may be its own stem", "data", "data"},
    {"integration keeps Snowball's stem", "integration", "integr"},
    {"integrity is no integration", "integrity", "integrity"},
    {"an author keeps Snowball's stem", "authors", "author"},
    {"an authority is no author", "authorities", "authority"},
    {"an organisation is no organ", "organisations", "organize"},
    {"the end of a row is read", "valuations", "valuation"},
    {"half a word of a row is none", "organization's", "organ"},
    {"an owner loses its s", "driver's", "driver"},
    {"an apostrophe alone is its own stem", "'", "'"},
    {"a word of forty bytes is stemmed", "abcdefghijklmnopqrstuvwxyzabcdefgtesting",
     "abcdefghijklmnopqrstuvwxyzabcdefgtest"},
    {"a longer word is its own stem", "abcdefghijklmnopqrstuvwxyzabcdefghtesting",
     "abcdefghijklmnopqrstuvwxyzabcdefghtesting"},
};

START_TEST(stem)
{
  jmi_stems *stems;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(jmi_stems_new(&stems, NULL), JM_OK);
  jmi_stemmer stemmer = {stems, &arena, NULL};
  for (int round = 0; round < 3; round++) {
    jmi_str got;
    uint64_t hash;
    jm_status status = jmi_stemmer_stem(&stemmer, jmi_str_of(rows[_i].word),
                                        jmi_str_hash(jmi_str_of(rows[_i].word)), &got, &hash);
    ck_assert_int_eq(status, JM_OK);
    ck_assert_msg(jmi_str_is(got, rows[_i].stem), "%s: '%.*s'", rows[_i].name, (int)got.len,
                  got.at);
    ck_assert(hash == jmi_str_hash(got));
  }
  jmi_stemmer_dispose(&stemmer);
  jmi_arena_dispose(&arena);
  jmi_stems_free(stems);
}
END_TEST

/* The n-th of many words that no dictionary has; enough of them fill every slot of the cache. */
static jmi_str word_of(char *room, uint32_t n)
{
  static const char *const endings[] = {"ing", "s", "ed", "y", "ation", "ies", "'s"};
  char letters[8];
  for (size_t i = 0; i < sizeof letters - 1; i++, n /= 13)
    letters[i] = "bcdaefghilmop"[n % 13];
  letters[sizeof letters - 1] = '\0';
  snprintf(room, 32, "%s%s", letters, endings[(unsigned)letters[0] % COUNT(endings)]);
  return jmi_str_of(room);
}

enum { THREADS = 4, WORDS = 60000 };

typedef struct worker {
  const jmi_stems *stems;
  uint32_t first; /* where it starts: the threads meet at different words */
  uint64_t sum;   /* of all stems, whatever their order */
  uint64_t failed;
} worker;

static void *work(void *data)
{
  worker *w = data;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_stemmer stemmer = {w->stems, &arena, NULL};
  for (uint32_t i = 0; i < WORDS; i++) {
    char room[32];
    uint32_t n = (w->first + i) % WORDS;
    jmi_str word = word_of(room, n), got;
    uint64_t hash = 0;
    w->failed += jmi_stemmer_stem(&stemmer, word, jmi_str_hash(word), &got, &hash) != JM_OK;
    w->failed += hash != jmi_str_hash(got);
    w->sum += hash * (2 * (uint64_t)n + 1);
  }
  jmi_stemmer_dispose(&stemmer);
  jmi_arena_dispose(&arena);
  return NULL;
}

START_TEST(threads_agree)
{
  jmi_stems *alone, *shared;
  ck_assert_int_eq(jmi_stems_new(&alone, NULL), JM_OK);
  ck_assert_int_eq(jmi_stems_new(&shared, NULL), JM_OK);
  worker one = {.stems = alone}, many[THREADS];
  pthread_t threads[THREADS];
  work(&one);
  for (uint32_t i = 0; i < THREADS; i++) {
    many[i] = (worker){.stems = shared, .first = i % 2 * (WORDS / 3)};
    ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &many[i]), 0);
  }
  for (uint32_t i = 0; i < THREADS; i++)
    ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
  for (uint32_t i = 0; i < THREADS; i++) {
    ck_assert_uint_eq(many[i].failed, 0);
    ck_assert(many[i].sum == one.sum);
  }
  jmi_stems_free(shared);
  jmi_stems_free(alone);
}
END_TEST

START_TEST(cache_is_bounded) /* more words than slots: memory stops growing, answers stay */
{
  failing memory = {.left = SIZE_MAX};
  jm_allocator allocator = failing_allocator(&memory);
  jmi_stems *stems;
  ck_assert_int_eq(jmi_stems_new(&stems, &allocator), JM_OK);
  worker w = {.stems = stems};
  work(&w);
  ck_assert_uint_le(memory.live, (1u << 15) * (sizeof(void *) + 64) + 64);
  ck_assert_uint_gt(memory.live, (1u << 15) * 24); /* most slots are taken */
  uint64_t sum = w.sum;
  w.sum = 0;
  work(&w);
  ck_assert(w.sum == sum);
  ck_assert_uint_eq(w.failed, 0);
  jmi_stems_free(stems);
  ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(out_of_memory) /* without room for the cache's entries the answers are the same */
{
  jm_status made = JM_ERR_MEMORY;
  for (size_t n = 0; n < 6; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_stems *stems = NULL;
    made = jmi_stems_new(&stems, &allocator);
    ck_assert((stems != NULL) == (made == JM_OK));
    jmi_arena arena;
    jmi_arena_init(&arena, NULL);
    jmi_stemmer stemmer = {stems, &arena, NULL};
    for (size_t i = 0; made == JM_OK && i < COUNT(rows); i++) {
      jmi_str got;
      uint64_t hash;
      jm_status status = jmi_stemmer_stem(&stemmer, jmi_str_of(rows[i].word),
                                          jmi_str_hash(jmi_str_of(rows[i].word)), &got, &hash);
      ck_assert_int_eq(status, JM_OK);
      ck_assert(jmi_str_is(got, rows[i].stem));
    }
    jmi_stemmer_dispose(&stemmer);
    jmi_arena_dispose(&arena);
    jmi_stems_free(stems);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(made, JM_OK);
  jmi_stems_free(NULL);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("stems");
  TCase *tc = tcase_create("stems");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, stem, 0, COUNT(rows));
  tcase_add_test(tc, threads_agree);
  tcase_add_test(tc, cache_is_bounded);
  tcase_add_test(tc, out_of_memory);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
