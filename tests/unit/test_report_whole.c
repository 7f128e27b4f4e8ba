/* SPDX-License-Identifier: MIT */
/* Whole reports: text and JSON of hostile documents, arguments that break the contract, and memory
 * that runs out. */
#include "document/document.h"
#include "report/report.h"
#include "support/failing.h"
#include "support/suite.h"
#include "text/text.h"

#include "jobmatch/jobmatch.h"

static jm_scorer *new_scorer(const jm_allocator *allocator)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_scorer *scorer = NULL;
  if (allocator != NULL)
    options.allocator = *allocator;
  options.as_of = 20260301;
  jm_status status = jm_scorer_new(&scorer, &options, NULL);
  ck_assert(status == JM_OK || status == JM_ERR_MEMORY);
  return scorer;
}

/* ---- whole reports ---------------------------------------------------------------------- */

static const char posting_text[] =
    "title: \"Evil\\u202e \\u001b[2J\"\n"
    "requirements:\n"
    "  - {text: 5+ years of Java or Excel \xE2\x80\xAE, tier: must-have, weight: 2}\n"
    "  - Java, Excel and customer service\n"
    "  - Willingness to travel 25%\n"
    "  - No experience required\n"
    "  - {text: clouds, match: aws}\n"
    "preferred: [event planning]\n";
static const char profile_text[] =
    "skills: [Java, {name: Excel, level: basic}, \"\\u001b]0;x\\u0007 Java\"]\n"
    "experience:\n"
    "  - {title: Clerk, from: 2019-03, to: 2023-06, highlights: [Served customers every day]}\n";

typedef struct pair {
  jm_scorer *scorer;
  jm_posting *posting;
  jm_profile *profile;
  jm_result *result;
} pair;

static jm_status open_pair(pair *p, const jm_allocator *allocator)
{
  jm_status status = JM_ERR_MEMORY;
  *p = (pair){.scorer = new_scorer(allocator)};
  if (p->scorer != NULL)
    status = jm_posting_load(&p->posting, p->scorer, posting_text, sizeof posting_text - 1, NULL);
  if (status == JM_OK)
    status = jm_profile_load(&p->profile, p->scorer, profile_text, sizeof profile_text - 1, NULL);
  if (status == JM_OK)
    status = jm_score(&p->result, p->scorer, p->posting, p->profile, NULL);
  return status;
}

static void close_pair(pair *p)
{
  jm_result_free(p->result);
  jm_profile_free(p->profile);
  jm_posting_free(p->posting);
  jm_scorer_free(p->scorer);
}

/* No line is wider than a page, and no byte of it steers a terminal. */
static void check_page(const char *text)
{
  ck_assert_uint_eq(jmi_utf8_check(text, strlen(text)), strlen(text));
  while (*text != '\0') {
    jmi_str line = {text, (uint32_t)strcspn(text, "\n")};
    ck_assert_msg(jmi_text_width(line) <= 80, "too wide: %.*s", (int)line.len, line.at);
    ck_assert(!jmi_hides_characters(line));
    text += line.len + 1;
  }
}

START_TEST(text_report)
{
  pair p;
  char *out = NULL;
  ck_assert_int_eq(open_pair(&p, NULL), JM_OK);
  ck_assert_int_eq(jm_report_write(&out, NULL, p.result, JM_FORMAT_TEXT, 0, NULL), JM_OK);
  check_page(out);
  ck_assert_ptr_nonnull(strstr(out, "What went right\n"));
  ck_assert_ptr_nonnull(strstr(out, "What went wrong\n"));
  ck_assert_ptr_nonnull(strstr(out, "What can be improved\n"));
  ck_assert_ptr_nonnull(strstr(out, "not a hiring decision.\n"));
  jm_text_free(out);
  ck_assert_int_eq(jm_report_write(&out, NULL, p.result, JM_FORMAT_TEXT, JM_REPORT_COLOR, NULL),
                   JM_OK);
  ck_assert_ptr_nonnull(strstr(out, "\033[1mThe ledger\033[0m\n"));
  jm_text_free(out);
  close_pair(&p);
}
END_TEST

/* JSON that our own strict reader takes back, whatever the documents hold. */
static void check_json(const char *text, size_t len)
{
  static const jmi_document_limits wide = {(size_t)1 << 28, 64, 1000000, 1000000, 256, false};
  const jmi_node *root = NULL;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  ck_assert_uint_eq(strlen(text), len);
  ck_assert_int_eq(jmi_json_read(&root, &arena, text, len, &wide, NULL), JM_OK);
  ck_assert(!jmi_hides_characters((jmi_str){text, (uint32_t)len}));
  jmi_arena_dispose(&arena);
}

START_TEST(json_reports)
{
  pair p;
  char *out = NULL;
  size_t len = 0;
  ck_assert_int_eq(open_pair(&p, NULL), JM_OK);
  for (int32_t flags = 0; flags <= JM_REPORT_BRIEF; flags += JM_REPORT_BRIEF) {
    ck_assert_int_eq(jm_report_write(&out, &len, p.result, JM_FORMAT_JSON, flags, NULL), JM_OK);
    check_json(out, len);
    jm_text_free(out);
  }
  ck_assert_int_eq(jm_posting_explain(&out, &len, p.posting, NULL), JM_OK);
  check_json(out, len);
  ck_assert_ptr_nonnull(strstr(out, "\"code\":\"hidden-characters\""));
  ck_assert_ptr_nonnull(strstr(out, "\"code\":\"asks-nothing\""));
  ck_assert_ptr_nonnull(strstr(out, "\"code\":\"pattern-not-run\""));
  jm_text_free(out);
  ck_assert_int_eq(jm_profile_explain(&out, &len, p.profile, NULL), JM_OK);
  check_json(out, len);
  ck_assert_ptr_nonnull(strstr(out, "\"code\":\"silent\""));
  jm_text_free(out);
  close_pair(&p);
}
END_TEST

START_TEST(bad_arguments)
{
  pair p;
  char *out = NULL;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(open_pair(&p, NULL), JM_OK);
  ck_assert_int_eq(jm_report_write(NULL, NULL, p.result, 0, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_report_write(&out, NULL, NULL, 0, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_report_write(&out, NULL, p.result, 7, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_report_write(&out, NULL, p.result, 0, 64, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_posting_explain(&out, NULL, NULL, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_profile_explain(&out, NULL, NULL, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_score_text(&out, NULL, p.scorer, "x: 1", 4, "", 0, &err), JM_ERR_FIELD);
  ck_assert_str_eq(err.path, "posting.x");
  ck_assert_ptr_null(out);
  jm_text_free(NULL);
  close_pair(&p);
}
END_TEST

/* ---- memory ----------------------------------------------------------------------------- */

typedef jm_status write_fn(char **out, const pair *p);

static jm_status write_text(char **out, const pair *p)
{
  return jm_report_write(out, NULL, p->result, JM_FORMAT_TEXT, 0, NULL);
}

static jm_status write_json(char **out, const pair *p)
{
  return jm_report_write(out, NULL, p->result, JM_FORMAT_JSON, 0, NULL);
}

static jm_status explain_posting(char **out, const pair *p)
{
  return jm_posting_explain(out, NULL, p->posting, NULL);
}

static jm_status explain_profile(char **out, const pair *p)
{
  return jm_profile_explain(out, NULL, p->profile, NULL);
}

static jm_status score_texts(char **out, const pair *p)
{
  return jm_score_text(out, NULL, p->scorer, posting_text, sizeof posting_text - 1, profile_text,
                       sizeof profile_text - 1, NULL);
}

static write_fn *const writers[] = {write_text, write_json, explain_posting, explain_profile,
                                    score_texts};

START_TEST(memory_runs_out)
{
  failing memory = {.left = SIZE_MAX};
  jm_allocator allocator = failing_allocator(&memory);
  pair p;
  jm_status status = JM_ERR_MEMORY;
  ck_assert_int_eq(open_pair(&p, &allocator), JM_OK);
  size_t before = memory.live;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    char *out = NULL;
    memory.left = n;
    status = writers[_i](&out, &p);
    ck_assert((out != NULL) == (status == JM_OK));
    ck_assert(status == JM_OK || status == JM_ERR_MEMORY);
    jm_text_free(out);
    /* Rules are compiled at their first use and kept: the sweep may leave those behind. */
    ck_assert_uint_ge(memory.live, before);
  }
  memory.left = SIZE_MAX;
  close_pair(&p);
  ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(a_text_outlives_its_scorer)
{
  failing memory = {.left = SIZE_MAX};
  jm_allocator allocator = failing_allocator(&memory);
  pair p;
  char *out = NULL;
  ck_assert_int_eq(open_pair(&p, &allocator), JM_OK);
  ck_assert_int_eq(write_text(&out, &p), JM_OK);
  close_pair(&p);
  ck_assert_uint_gt(strlen(out), 0);
  jm_text_free(out);
  ck_assert_uint_eq(memory.live, 0);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("report_whole");
  TCase *tc = tcase_create("report_whole");
  tcase_set_timeout(tc, 60);
  tcase_add_test(tc, text_report);
  tcase_add_test(tc, json_reports);
  tcase_add_test(tc, bad_arguments);
  tcase_add_loop_test(tc, memory_runs_out, 0, COUNT(writers));
  tcase_add_test(tc, a_text_outlives_its_scorer);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
