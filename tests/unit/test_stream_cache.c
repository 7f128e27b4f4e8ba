/* SPDX-License-Identifier: MIT */
/* What a stream keeps: the documents used last, known by their bytes, within the bounds of number,
 * text and memory. */
#include <stdio.h>

#include "report/stream_cache.h"
#include "support/pipeline.h"
#include "support/suite.h"

static jm_scorer *scorer; /* each test runs in a process of its own */
static jmi_cache cache;

static void set_up(void)
{
  jm_options options = pipeline_options();
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, NULL), JM_OK);
}

static void tear_down(void)
{
  jm_scorer_free(scorer);
}

static const jmi_kept *lend(jmi_kept_kind kind, const char *text)
{
  const jmi_kept *kept = NULL;
  ck_assert_int_eq(jmi_cache_lend(&kept, &cache, kind, jmi_str_of(text), NULL), JM_OK);
  ck_assert_ptr_eq(kept, &cache.shelves[kind].kept[0]);
  ck_assert(jmi_str_is((jmi_str){kept->text, kept->len}, text));
  ck_assert((kept->posting != NULL) == (kind == JMI_KEPT_POSTING));
  ck_assert((kept->profile != NULL) == (kind == JMI_KEPT_PROFILE));
  return kept;
}

/* Sums are those of what stands there, and within the bounds. */
static void check_shelf(jmi_kept_kind kind, uint32_t count)
{
  const jmi_shelf *shelf = &cache.shelves[kind];
  size_t text = 0, memory = 0;
  ck_assert_uint_eq(shelf->count, count);
  ck_assert_uint_le(count, JMI_SHELF_DOCUMENTS);
  for (uint32_t i = 0; i < shelf->count; i++) {
    text += shelf->kept[i].len;
    memory += shelf->kept[i].memory;
  }
  ck_assert_uint_eq(shelf->text, text);
  ck_assert_uint_eq(shelf->memory, memory);
  ck_assert_uint_le(text, JMI_SHELF_TEXT);
  ck_assert_uint_le(memory, JMI_SHELF_MEMORY);
}

enum { LAST = JMI_SHELF_DOCUMENTS - 1 };

static void lend_numbered(unsigned number)
{
  char text[32];
  snprintf(text, sizeof text, "skills: [a%u]", number);
  lend(JMI_KEPT_PROFILE, text);
  jmi_cache_settle(&cache);
}

/* All but the last place are taken by the numbers below `end`, the highest first. */
static void check_numbers(unsigned end)
{
  for (unsigned i = 0; i < LAST; i++) {
    char text[32];
    snprintf(text, sizeof text, "skills: [a%u]", end - 1 - i);
    ck_assert_str_eq(cache.shelves[JMI_KEPT_PROFILE].kept[i].text, text);
  }
}

START_TEST(the_last_ones_used_are_kept)
{
  jmi_cache_init(&cache, scorer);
  const jm_posting *posting = lend(JMI_KEPT_POSTING, "[SQL]")->posting;
  const jm_profile *profile = lend(JMI_KEPT_PROFILE, "skills: [SQL]")->profile;
  for (unsigned end = LAST; end <= 3 * LAST; end += LAST) {
    for (unsigned i = end - LAST; i < end; i++)
      lend_numbered(i);
    check_shelf(JMI_KEPT_PROFILE, JMI_SHELF_DOCUMENTS);
    check_numbers(end);
    ck_assert_ptr_eq(cache.shelves[JMI_KEPT_PROFILE].kept[LAST].profile, profile);
    ck_assert_ptr_eq(lend(JMI_KEPT_PROFILE, "skills: [SQL]")->profile, profile);
  }
  ck_assert_ptr_eq(lend(JMI_KEPT_POSTING, "[SQL]")->posting, posting);
  check_shelf(JMI_KEPT_POSTING, 1);
  jmi_cache_dispose(&cache);
}
END_TEST

START_TEST(what_does_not_load_is_not_kept)
{
  const jmi_kept *kept = NULL;
  jm_error err = JM_ERROR_INIT;
  jmi_cache_init(&cache, scorer);
  ck_assert_int_eq(jmi_cache_lend(&kept, &cache, JMI_KEPT_POSTING, JMI_STR("title: a"), &err),
                   JM_ERR_FIELD);
  ck_assert_ptr_null(kept);
  check_shelf(JMI_KEPT_POSTING, 0);
  jmi_cache_dispose(&cache);
}
END_TEST

/* Texts whose hashes are the same are told apart by their bytes. */
START_TEST(a_hash_is_not_enough)
{
  jmi_cache_init(&cache, scorer);
  const jm_posting *posting = lend(JMI_KEPT_POSTING, "[SQL]")->posting;
  cache.shelves[JMI_KEPT_POSTING].kept[0].hash = jmi_str_hash(JMI_STR("[Git]"));
  ck_assert_ptr_ne(lend(JMI_KEPT_POSTING, "[Git]")->posting, posting);
  check_shelf(JMI_KEPT_POSTING, 2);
  jmi_cache_dispose(&cache);
}
END_TEST

/* A profile of so many bytes, that are nearly all a comment, which takes no memory to speak of; the
 * caller frees it. */
static char *padded(char letter, size_t bytes)
{
  char *text = malloc(bytes + 1);
  ck_assert_ptr_nonnull(text);
  memset(text, letter, bytes);
  memcpy(text, "skills: [SQL]\n#", 15);
  text[bytes] = '\0';
  return text;
}

START_TEST(text_is_bounded)
{
  jm_options options = pipeline_options();
  jm_scorer *wide = NULL;
  options.limits.max_document_bytes = 16 << 20;
  ck_assert_int_eq(jm_scorer_new(&wide, &options, NULL), JM_OK);
  jmi_cache_init(&cache, wide);
  lend_numbered(1);
  for (char letter = 'a'; letter < 'k'; letter++) {
    char *text = padded(letter, 900000);
    lend(JMI_KEPT_PROFILE, text);
    jmi_cache_settle(&cache);
    free(text);
    uint32_t count = (uint32_t)(letter - 'a') + 2;
    check_shelf(JMI_KEPT_PROFILE, count < 6 ? count : 4);
  }
  char *text = padded('x', JMI_SHELF_TEXT + 1);
  lend(JMI_KEPT_PROFILE, text);
  jmi_cache_settle(&cache);
  free(text);
  check_shelf(JMI_KEPT_PROFILE, 4); /* the one too long is gone, the others stay */
  ck_assert_int_eq(cache.shelves[JMI_KEPT_PROFILE].kept[0].text[900], 'j');
  jmi_cache_dispose(&cache);
  jm_scorer_free(wide);
}
END_TEST

/* A profile of so many skills; the caller frees it. */
static char *skilled(char letter, size_t skills)
{
  size_t len = 0;
  char *text = malloc(16 + 12 * skills);
  ck_assert_ptr_nonnull(text);
  len += (size_t)sprintf(text, "skills: [SQL");
  for (size_t i = 0; i < skills; i++)
    len += (size_t)sprintf(text + len, ",%c%zu", letter, i);
  memcpy(text + len, "]", 2);
  return text;
}

START_TEST(memory_is_bounded)
{
  jm_options options = pipeline_options();
  jm_scorer *wide = NULL;
  options.limits.max_entries = 100000;
  ck_assert_int_eq(jm_scorer_new(&wide, &options, NULL), JM_OK);
  jmi_cache_init(&cache, wide);
  lend_numbered(1);
  for (char letter = 'a'; letter < 'f'; letter++) {
    char *text = skilled(letter, 14000);
    lend(JMI_KEPT_PROFILE, text);
    jmi_cache_settle(&cache);
    free(text);
    ck_assert_uint_le(cache.shelves[JMI_KEPT_PROFILE].memory, JMI_SHELF_MEMORY);
  }
  uint32_t count = cache.shelves[JMI_KEPT_PROFILE].count;
  ck_assert_uint_lt(count, 5);
  char *text = skilled('x', 90000);
  ck_assert_uint_gt(lend(JMI_KEPT_PROFILE, text)->memory, JMI_SHELF_MEMORY);
  jmi_cache_settle(&cache);
  free(text);
  check_shelf(JMI_KEPT_PROFILE, count);
  jmi_cache_dispose(&cache);
  jm_scorer_free(wide);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("stream_cache");
  TCase *tc = tcase_create("stream_cache");
  tcase_set_timeout(tc, 60);
  tcase_add_checked_fixture(tc, set_up, tear_down);
  tcase_add_test(tc, the_last_ones_used_are_kept);
  tcase_add_test(tc, what_does_not_load_is_not_kept);
  tcase_add_test(tc, a_hash_is_not_enough);
  tcase_add_test(tc, text_is_bounded);
  tcase_add_test(tc, memory_is_bounded);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
