/* SPDX-License-Identifier: MIT */
/* One scorer, one posting and one profile, read by sixty-four threads at once, each of which also
 * loads its own: every thread must write the bytes that one thread alone writes. */
#include <pthread.h>

#include "support/pipeline.h"
#include "support/suite.h"

enum { THREADS = 64, ROUNDS = 4 };

typedef struct shared {
  const jm_scorer *scorer;
  const jm_posting *posting;
  const jm_profile *profile;
  const char *expected;
} shared;

static int same_report(const shared *s)
{
  jm_result *result = NULL;
  char *text = NULL;
  int same = jm_score(&result, s->scorer, s->posting, s->profile, NULL) == JM_OK
             && jm_report_write(&text, NULL, result, JM_FORMAT_JSON, 0, NULL) == JM_OK
             && strcmp(text, s->expected) == 0;
  jm_text_free(text);
  jm_result_free(result);
  return same;
}

static int same_from_texts(const shared *s)
{
  char *text = NULL;
  int same = pipeline_score(&text, s->scorer, pipeline_posting, pipeline_profile, NULL) == JM_OK
             && strcmp(text, s->expected) == 0;
  jm_text_free(text);
  return same;
}

/* Returns NULL when all was well: Check's assertions belong to the main thread. */
static void *work(void *arg)
{
  static char shared_pair[] = "a shared pair was scored otherwise";
  static char own_pair[] = "a pair of its own was scored otherwise";
  const shared *s = arg;
  for (int i = 0; i < ROUNDS; i++) {
    if (!same_report(s))
      return shared_pair;
    if (i == 0 && !same_from_texts(s))
      return own_pair;
  }
  return NULL;
}

START_TEST(same_bytes)
{
  jm_options options = pipeline_options();
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  char *expected = NULL;
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, NULL), JM_OK);
  ck_assert_int_eq(pipeline_score(&expected, scorer, pipeline_posting, pipeline_profile, NULL),
                   JM_OK);
  ck_assert_int_eq(
      jm_posting_load(&posting, scorer, pipeline_posting, strlen(pipeline_posting), NULL), JM_OK);
  ck_assert_int_eq(
      jm_profile_load(&profile, scorer, pipeline_profile, strlen(pipeline_profile), NULL), JM_OK);
  shared s = {scorer, posting, profile, expected};
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++)
    ck_assert_int_eq(pthread_create(&threads[i], NULL, work, &s), 0);
  for (int i = 0; i < THREADS; i++) {
    void *complaint = NULL;
    ck_assert_int_eq(pthread_join(threads[i], &complaint), 0);
    ck_assert_msg(complaint == NULL, "thread %d: %s", i, (const char *)complaint);
  }
  jm_text_free(expected);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("threads");
  TCase *tc = tcase_create("threads");
  tcase_set_timeout(tc, 120);
  tcase_add_test(tc, same_bytes);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
