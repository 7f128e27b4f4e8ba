/* SPDX-License-Identifier: MIT */
/* Every public call with an allocator that fails at request 0, 1, 2 ... until the call succeeds:
 * each failure must be JM_ERR_MEMORY, leave its output NULL and give back every byte. */
#include "support/failing.h"
#include "support/pipeline.h"
#include "support/suite.h"

/* What the calls under test start from, made with memory enough. */
typedef struct made {
  jm_scorer *scorer;
  jm_posting *posting;
  jm_profile *profile;
  jm_result *result;
} made;

static void give_back(made *m)
{
  jm_result_free(m->result);
  jm_profile_free(m->profile);
  jm_posting_free(m->posting);
  jm_scorer_free(m->scorer);
}

static jm_status load_posting(made *m)
{
  return jm_posting_load(&m->posting, m->scorer, pipeline_posting, strlen(pipeline_posting), NULL);
}

static jm_status load_profile(made *m)
{
  return jm_profile_load(&m->profile, m->scorer, pipeline_profile, strlen(pipeline_profile), NULL);
}

static jm_status score(made *m)
{
  return jm_score(&m->result, m->scorer, m->posting, m->profile, NULL);
}

/* A call that gives a text: NULL with every failure. */
static jm_status text_given(jm_status status, char *text)
{
  ck_assert_msg((text != NULL) == (status == JM_OK), "text and status disagree");
  jm_text_free(text);
  return status;
}

static jm_status report(made *m, int32_t format, int32_t flags)
{
  char *text = NULL;
  jm_status status = jm_report_write(&text, NULL, m->result, format, flags, NULL);
  return text_given(status, text);
}

static jm_status report_json(made *m)
{
  return report(m, JM_FORMAT_JSON, 0);
}

static jm_status report_text(made *m)
{
  return report(m, JM_FORMAT_TEXT, JM_REPORT_COLOR);
}

static jm_status report_markdown(made *m)
{
  return report(m, JM_FORMAT_MARKDOWN, 0);
}

static jm_status report_html(made *m)
{
  return report(m, JM_FORMAT_HTML, 0);
}

static jm_status report_csv(made *m)
{
  return report(m, JM_FORMAT_CSV, 0);
}

static jm_status explain_posting(made *m)
{
  char *text = NULL;
  jm_status status = jm_posting_explain(&text, NULL, m->posting, NULL);
  return text_given(status, text);
}

static jm_status explain_profile(made *m)
{
  char *text = NULL;
  jm_status status = jm_profile_explain(&text, NULL, m->profile, NULL);
  return text_given(status, text);
}

static jm_status extract_posting(made *m)
{
  static const char page[] =
      "<h1>Caf&eacute; <b>cook</b></h1><p>We seek a cook with <i>a van</i>. You must drive.</p>"
      "<h2>You have</h2><ul><li>Experience with:<ul><li>SQL<li>Python</ul><li>3 years</ul>"
      "<table><tr><td>Languages</td><td>German</td></tr></table>";
  static const char text[] = "# Cook\n\n## Requirements\n\n- **3 years** of\n  [SQL](x)\n";
  char *yaml = NULL;
  jm_status status = jm_posting_extract(&yaml, NULL, m->scorer, page, strlen(page), 0, NULL);
  if (text_given(status, yaml) != JM_OK)
    return status;
  status = jm_posting_extract(&yaml, NULL, m->scorer, text, strlen(text), 0, NULL);
  return text_given(status, yaml);
}

static jm_status score_text(made *m)
{
  char *text = NULL;
  jm_status status =
      jm_score_text(&text, NULL, m->scorer, pipeline_posting, strlen(pipeline_posting),
                    pipeline_profile, strlen(pipeline_profile), NULL);
  return text_given(status, text);
}

/* The second time with documents that are kept. A stream that failed is fit for another line. */
static jm_status answer(made *m)
{
  static const char line[] =
      "{\"id\":[1,{\"a\":\"\\u00e9\"}],\"posting\":{\"requirements\":[\"SQL\"]},"
      "\"profile\":\"skills: [SQL]\"}";
  jm_stream *stream = NULL;
  jm_status status = jm_stream_new(&stream, m->scorer, NULL, NULL, NULL);
  ck_assert_msg((stream != NULL) == (status == JM_OK), "stream and status disagree");
  for (int i = 0; i < 2 && stream != NULL; i++) {
    char *text = NULL;
    int32_t failed = -1;
    status = jm_stream_answer(&text, NULL, &failed, stream, line, strlen(line), NULL);
    ck_assert_msg(status != JM_OK || failed == 0, "a good line is told as a bad one");
    text_given(status, text);
  }
  jm_stream_free(stream);
  return status;
}

/* How far the way is gone with memory enough, before the call that is swept. */
enum { FROM_SCORER, FROM_POSTING, FROM_PROFILE, FROM_RESULT };

static const struct {
  const char *name;
  int from;
  jm_status (*call)(made *m);
} calls[] = {
    {"a posting is loaded", FROM_SCORER, load_posting},
    {"a profile is loaded", FROM_POSTING, load_profile},
    {"a pair is scored", FROM_PROFILE, score},
    {"a JSON report is written", FROM_RESULT, report_json},
    {"a text report is written", FROM_RESULT, report_text},
    {"a Markdown report is written", FROM_RESULT, report_markdown},
    {"an HTML report is written", FROM_RESULT, report_html},
    {"a CSV report is written", FROM_RESULT, report_csv},
    {"a posting is explained", FROM_POSTING, explain_posting},
    {"a profile is explained", FROM_PROFILE, explain_profile},
    {"a posting is extracted", FROM_SCORER, extract_posting},
    {"two texts are scored", FROM_SCORER, score_text},
    {"a line of a stream is answered, twice", FROM_SCORER, answer},
};

/* First runs of everything fill the scorer's caches of stems and rules, which are kept and are no
 * leak; so many that rules which are run often are ready too. */
static void make(made *m, failing *memory, int from)
{
  jm_options options = pipeline_options();
  memory->left = SIZE_MAX;
  options.allocator = failing_allocator(memory);
  *m = (made){0};
  ck_assert_int_eq(jm_scorer_new(&m->scorer, &options, NULL), JM_OK);
  for (int i = 0; i < 100; i++)
    ck_assert_int_eq(score_text(m), JM_OK);
  ck_assert_int_eq(answer(m), JM_OK);
  ck_assert_int_eq(extract_posting(m), JM_OK);
  if (from >= FROM_POSTING)
    ck_assert_int_eq(load_posting(m), JM_OK);
  if (from >= FROM_PROFILE)
    ck_assert_int_eq(load_profile(m), JM_OK);
  if (from >= FROM_RESULT)
    ck_assert_int_eq(score(m), JM_OK);
}

/* One scorer serves all failures of a call: a failed call must leave it fit for the next. */
START_TEST(call_by_call)
{
  failing memory = {0};
  made m;
  make(&m, &memory, calls[_i].from);
  size_t before = memory.live;
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    memory.left = n;
    status = calls[_i].call(&m);
    if (status != JM_OK)
      ck_assert_msg(memory.live == before, "%s: request %zu failed and %zd bytes stayed",
                    calls[_i].name, n, (ssize_t)(memory.live - before));
  }
  ck_assert_msg(status == JM_OK, "%s: got %s", calls[_i].name, jm_status_name(status));
  give_back(&m);
  ck_assert_msg(memory.live == 0, "%s: %zu bytes stayed", calls[_i].name, memory.live);
}
END_TEST

static const struct {
  const char *name, *policy, *lexicon;
  size_t stride; /* a merged lexicon takes too many requests to fail each of them every time */
} scorers[] = {
    {"a scorer of defaults", NULL, NULL, 1},
    {"a scorer with a policy", pipeline_policy, NULL, 1},
    {"a scorer with a lexicon", NULL, pipeline_lexicon, 7},
};

START_TEST(scorer_by_scorer)
{
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n += n < 40 ? 1 : scorers[_i].stride) {
    failing memory = {.left = n};
    jm_options options = pipeline_options();
    options.allocator = failing_allocator(&memory);
    options.policy = scorers[_i].policy;
    options.policy_len = options.policy == NULL ? 0 : strlen(options.policy);
    options.lexicon = scorers[_i].lexicon;
    options.lexicon_len = options.lexicon == NULL ? 0 : strlen(options.lexicon);
    jm_error err = JM_ERROR_INIT;
    jm_scorer *scorer = NULL;
    status = jm_scorer_new(&scorer, &options, &err);
    ck_assert_msg((scorer != NULL) == (status == JM_OK), "%s: scorer and status disagree at %zu",
                  scorers[_i].name, n);
    ck_assert_msg(err.status == (int32_t)status, "%s: error and status disagree at %zu",
                  scorers[_i].name, n);
    jm_scorer_free(scorer);
    ck_assert_msg(memory.live == 0, "%s: %zu bytes stayed at %zu", scorers[_i].name, memory.live,
                  n);
  }
  ck_assert_msg(status == JM_OK, "%s: got %s", scorers[_i].name, jm_status_name(status));
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("sweep");
  TCase *tc = tcase_create("sweep");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, call_by_call, 0, COUNT(calls));
  tcase_add_loop_test(tc, scorer_by_scorer, 0, COUNT(scorers));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
