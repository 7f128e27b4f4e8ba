/* SPDX-License-Identifier: MIT */
/* The whole way in a thread of 128 KiB of stack, as small as a host's threads get: ordinary
 * documents, and those that would make a recursive reader fall. */
#include <pthread.h>

#include "support/pipeline.h"
#include "support/suite.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#  define STACK_KIB 1024 /* a sanitizer's frames are many times as large */
#else
#  define STACK_KIB 128
#endif

enum { MANY = 20000 };

/* A document: head, a piece `times` over, foot. */
typedef struct deep {
  const char *head, *piece, *foot;
  int times;
} deep;

static const struct {
  const char *name;
  deep posting, profile;
  jm_status status;
} cases[] = {
    {"an ordinary pair", {pipeline_posting, "", "", 0}, {pipeline_profile, "", "", 0}, JM_OK},
    {"lists in lists", {"", "[", "", MANY}, {"", "", "", 0}, JM_ERR_LIMIT},
    {"mappings in mappings", {"", "{a: ", "", MANY}, {"", "", "", 0}, JM_ERR_LIMIT},
    {"brackets in a pattern",
     {"requirements: [{text: a, match: '", "(", "'}]", 500},
     {"skills: [a]", "", "", 0},
     JM_ERR_FIELD},
    {"a pattern that backtracks",
     {"requirements: [{text: a, match: '(a+)+$'}]", "", "", 0},
     {"text: |\n  ", "a", "b\n", MANY},
     JM_OK},
    {"brackets in a line",
     {"requirements: ['a ", "(b, ", "']", MANY / 4},
     {"skills: [a]", "", "", 0},
     JM_OK},
    {"a line of many alternatives",
     {"requirements: ['a", " or b, c and", " d']", MANY / 8},
     {"skills: [a]", "", "", 0},
     JM_OK},
    {"prose of many clauses",
     {"requirements: [a]", "", "", 0},
     {"text: |\n  I", " know that she said (", "\n", MANY / 8},
     JM_OK},
};

static char *written(const deep *d)
{
  size_t piece = strlen(d->piece), head = strlen(d->head);
  char *text = malloc(head + piece * (size_t)d->times + strlen(d->foot) + 1);
  if (text == NULL)
    return NULL;
  strcpy(text, d->head);
  for (int i = 0; i < d->times; i++)
    memcpy(text + head + piece * (size_t)i, d->piece, piece);
  strcpy(text + head + piece * (size_t)d->times, d->foot);
  return text;
}

typedef struct errand {
  const char *posting, *profile;
  jm_status status;
} errand;

static void *run(void *arg)
{
  errand *e = arg;
  char *report = NULL;
  jm_options options = pipeline_options();
  e->status = pipeline_run(&report, &options, e->posting, e->profile, NULL);
  jm_text_free(report);
  return NULL;
}

START_TEST(small_stack)
{
  char *posting = written(&cases[_i].posting), *profile = written(&cases[_i].profile);
  ck_assert(posting != NULL && profile != NULL);
  errand e = {posting, profile, JM_ERR_ARGUMENT};
  pthread_attr_t attributes;
  pthread_t thread;
  ck_assert_int_eq(pthread_attr_init(&attributes), 0);
  ck_assert_int_eq(pthread_attr_setstacksize(&attributes, (size_t)STACK_KIB * 1024), 0);
  ck_assert_int_eq(pthread_create(&thread, &attributes, run, &e), 0);
  ck_assert_int_eq(pthread_join(thread, NULL), 0);
  pthread_attr_destroy(&attributes);
  ck_assert_msg(e.status == cases[_i].status, "%s: got %s", cases[_i].name,
                jm_status_name(e.status));
  free(posting);
  free(profile);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("stack");
  TCase *tc = tcase_create("stack");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, small_stack, 0, COUNT(cases));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
