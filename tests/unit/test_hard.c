/* SPDX-License-Identifier: MIT */
/* Hostile and huge documents through the public calls: each ends in the right status, within
 * Check's time, and within 64 MiB (libyaml's own memory is not counted; test_document_hard.c
 * watches it). */
#include <stdio.h>

#include "support/counting.h"
#include "support/pipeline.h"
#include "support/suite.h"

enum { MILLION = 1000000 };

static const size_t bound = (size_t)64 << 20;

/* head, piece `times` over, foot; a numbered piece holds one %d. */
typedef struct written {
  const char *head, *piece, *foot;
  int times;
} written;

static char *write_out(const written *d, size_t *len)
{
  size_t piece = strlen(d->piece) + 8, room = strlen(d->head) + strlen(d->foot) + 1;
  size_t at = strlen(d->head);
  char *text = malloc(room + piece * (size_t)d->times);
  ck_assert_ptr_nonnull(text);
  memcpy(text, d->head, at);
  for (int i = 0; i < d->times; i++)
    at += (size_t)snprintf(text + at, piece, d->piece, i);
  memcpy(text + at, d->foot, strlen(d->foot) + 1);
  *len = at + strlen(d->foot);
  return text;
}

static jm_scorer *scorer_with(counting *memory, jm_options options)
{
  jm_scorer *scorer = NULL;
  jm_error err = JM_ERROR_INIT;
  options.allocator = counting_allocator(memory);
  jm_status status = jm_scorer_new(&scorer, &options, &err);
  ck_assert_msg(status == JM_OK, "the scorer: %s", err.message);
  return scorer;
}

/* ---- documents that are refused, or are only large ------------------------------------------ */

typedef enum reads { POSTING, PROFILE } reads;
#define ANY_STATUS ((jm_status)-1) /* read, or refused for its many parts */

static const struct {
  const char *name;
  reads as;
  written text;
  jm_status status;
  const char *says; /* a piece of the message; NULL: any */
} documents[] = {
    {"a million opening brackets", POSTING, {"", "[", "", MILLION}, JM_ERR_LIMIT, NULL},
    {"a million opening brackets of JSON",
     PROFILE,
     {"{\"skills\":", "[", "", MILLION},
     JM_ERR_LIMIT,
     NULL},
    {"a mebibyte of %TAG",
     POSTING,
     {"", "%%TAG !%d! tag:x,2000:\n", "---\na\n", 45000},
     JM_ERR_LIMIT,
     NULL},
    {"a tower of aliases",
     POSTING,
     {"a: &a [x, x]\n", "b: &b [*a, *a]\n", "", 100},
     JM_ERR_SYNTAX,
     NULL},
    {"an alias of itself", PROFILE, {"skills: &a [*a]\n", "", "", 0}, JM_ERR_SYNTAX, NULL},
    {"more requirements than the limit",
     POSTING,
     {"requirements:\n", "- r%d\n", "", 10001},
     JM_ERR_LIMIT,
     "max_requirements"},
    {"as many requirements as the limit",
     POSTING,
     {"requirements:\n", "- r%d\n", "", 10000},
     JM_OK,
     NULL},
    {"a million requirements",
     POSTING,
     {"requirements: [a", ",a", "]", MILLION / 2},
     JM_ERR_LIMIT,
     NULL},
    {"more entries than the limit",
     PROFILE,
     {"skills:\n", "- s%d\n", "", 20001},
     JM_ERR_LIMIT,
     "max_entries"},
    {"as many entries as the limit", PROFILE, {"skills:\n", "- s%d\n", "", 20000}, JM_OK, NULL},
    {"a million sentences", PROFILE, {"text: '", "A. ", "'\n", MILLION / 50}, JM_OK, NULL},
    {"more sentences than a value holds",
     PROFILE,
     {"text: '", "A. ", "'\n", MILLION / 3},
     JM_ERR_LIMIT,
     "max_scalar_bytes"},
    {"too many parts in a line",
     POSTING,
     {"requirements: [{text: a, any_of: [a", ",b%d", "]}]", 64},
     JM_ERR_LIMIT,
     "max_parts"},
    {"too many patterns",
     POSTING,
     {"requirements:\n", "- {text: r%d, match: a}\n", "", 65},
     JM_ERR_LIMIT,
     "max_patterns"},
    {"a pattern that is too long",
     POSTING,
     {"requirements: [{text: a, match: '", "a", "'}]", 513},
     JM_ERR_LIMIT,
     "max_pattern_bytes"},
    {"a line of one word without end", POSTING, {"requirements: [", "a", "]", 60000}, JM_OK, NULL},
    {"a line of commas", POSTING, {"requirements: ['a", ", ", "b']", 30000}, JM_OK, NULL},
    {"a line of combining marks",
     POSTING,
     {"requirements: ['a", "\xcc\x81", "']", 30000},
     JM_OK,
     NULL},
    {"a line of numbers of years",
     POSTING,
     {"requirements: ['", "5 years of ", "x']", 5000},
     JM_OK,
     NULL},
    {"a line of brackets", POSTING, {"requirements: ['a ", "(", "b']", 50000}, ANY_STATUS, NULL},
    {"a line of alternatives",
     POSTING,
     {"requirements: ['a ", "or ", "b']", 20000},
     ANY_STATUS,
     NULL},
    {"a line of counts",
     POSTING,
     {"requirements: ['a ", "2 of the following: ", "b']", 3000},
     ANY_STATUS,
     NULL},
    {"a line of verbs",
     POSTING,
     {"requirements: ['a ", "manage and ", "b']", 5000},
     ANY_STATUS,
     NULL},
    {"a line of modifiers",
     POSTING,
     {"requirements: ['a ", "written and ", "b']", 5000},
     ANY_STATUS,
     NULL},
    {"a line of years of which",
     POSTING,
     {"requirements: ['a ", "2 of which ", "b']", 5000},
     ANY_STATUS,
     NULL},
    {"a line of other duties",
     POSTING,
     {"requirements: ['a ", "other duties ", "b']", 4000},
     ANY_STATUS,
     NULL},
    {"a line of companies",
     POSTING,
     {"requirements: ['a ", "is a leading ", "b']", 4000},
     ANY_STATUS,
     NULL},
    {"a line of levels in brackets",
     POSTING,
     {"requirements: ['a ", "(fluent) ", "b']", 6000},
     ANY_STATUS,
     NULL},
    {"a line of what is similar",
     POSTING,
     {"requirements: ['a ", "or similar ", "b']", 5000},
     ANY_STATUS,
     NULL},
    {"a line of company kept",
     POSTING,
     {"requirements: ['a ", "with all clients ", "b']", 3000},
     ANY_STATUS,
     NULL},
    {"a line of what can be got",
     POSTING,
     {"requirements: ['a ", "or ability to obtain ", "b']", 2500},
     ANY_STATUS,
     NULL},
    {"a line of negations",
     PROFILE,
     {"text: 'I have ", "no not never without ", "SQL'", 3000},
     JM_OK,
     NULL},
    {"dates that mean nothing",
     PROFILE,
     {"experience: [{title: a, from: ", "9", "}]", 5000},
     JM_ERR_FIELD,
     NULL},
};

START_TEST(document)
{
  counting memory = {.bound = bound};
  size_t len;
  char *text = write_out(&documents[_i].text, &len);
  jm_scorer *scorer = scorer_with(&memory, pipeline_options());
  jm_error err = JM_ERROR_INIT;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_status status = documents[_i].as == POSTING
                         ? jm_posting_load(&posting, scorer, text, len, &err)
                         : jm_profile_load(&profile, scorer, text, len, &err);
  int either = documents[_i].status == ANY_STATUS && (status == JM_OK || status == JM_ERR_LIMIT);
  ck_assert_msg(either || status == documents[_i].status, "%s: got %s (%s)", documents[_i].name,
                jm_status_name(status), err.message);
  if (documents[_i].says != NULL)
    ck_assert_msg(strstr(err.message, documents[_i].says) != NULL, "%s: '%s'", documents[_i].name,
                  err.message);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  free(text);
  ck_assert_msg(memory.held == 0, "%s: %zu bytes stayed", documents[_i].name, memory.held);
}
END_TEST

/* ---- pairs that are large by the caller's leave ---------------------------------------------- */

static const struct {
  const char *name;
  written posting, profile;
} pairs[] = {
    {"a hundred thousand requirements",
     {"requirements:\n", "- skill number %d\n", "", 100000},
     {"skills: [skill number 7]\n", "", "", 0}},
    {"a hundred thousand entries",
     {"requirements: [skill number 7, bread, planning of %d]\n", "", "", 0},
     {"skills:\n", "- skill number %d\n", "", 100000}},
    {"equal lines against equal entries",
     {"requirements:\n", "- Coordinate trade shows with vendors\n", "", 1000},
     {"skills:\n", "- Coordinated shows and vendors\n", "", 1000}},
};

START_TEST(pair)
{
  counting memory = {.bound = (size_t)1 << 30};
  size_t posting_len, profile_len;
  char *posting_text = write_out(&pairs[_i].posting, &posting_len);
  char *profile_text = write_out(&pairs[_i].profile, &profile_len);
  jm_options options = pipeline_options();
  options.limits.max_document_bytes = INT64_C(64) << 20;
  options.limits.max_nodes = 10 * MILLION;
  options.limits.max_requirements = MILLION;
  options.limits.max_entries = MILLION;
  jm_scorer *scorer = scorer_with(&memory, options);
  jm_error err = JM_ERROR_INIT;
  char *report = NULL;
  jm_status status = jm_score_text(&report, NULL, scorer, posting_text, posting_len, profile_text,
                                   profile_len, &err);
  ck_assert_msg(status == JM_OK, "%s: got %s (%s)", pairs[_i].name, jm_status_name(status),
                err.message);
  jm_text_free(report);
  jm_scorer_free(scorer);
  free(posting_text);
  free(profile_text);
  ck_assert_msg(memory.held == 0, "%s: %zu bytes stayed", pairs[_i].name, memory.held);
}
END_TEST

/* ---- a stranger's expressions ------------------------------------------------------------------
 */

#define A50 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const struct {
  const char *name, *pattern;
  jm_status status; /* of loading */
  int standing;     /* with patterns allowed */
} patterns[] = {
    {"nested repetition", "(a+)+$", JM_OK, JM_UNDECIDED},
    {"alternatives that overlap", "(a|a)*$", JM_OK, JM_UNDECIDED},
    {"alternatives that overlap, three of them", "(a|aa|aaa)+$", JM_OK, JM_UNDECIDED},
    {"repetitions side by side", "a*a*a*a*a*a*a*a*[cd]", JM_OK, JM_UNDECIDED},
    {"a reference back", "(.*)(.*)(.*)(.*)(.*)\\5\\4\\3\\2\\1[cd]", JM_OK, JM_UNDECIDED},
    {"lookahead in a repetition", "((?=(a+))a*)*[cd]", JM_OK, JM_UNDECIDED},
    {"an innocent one", "(?i)\\bAAA+B?\\b", JM_OK, JM_MET},
    {"an innocent one that does not match", "^sql$", JM_OK, JM_MISSING},
    {"brackets that stay open", "((((", JM_ERR_FIELD, 0},
    {"a repetition of nothing", "*", JM_ERR_FIELD, 0},
    {"brackets upon brackets",
     "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((a"
     "))))))))))))))))))))))))))))))))))))))))))))))))))))))))))",
     JM_ERR_FIELD, 0},
    {"repetitions of repetitions", "((a{1000}){1000}){1000}", JM_ERR_FIELD, 0},
    {"recursion", "(a(?1)?b)", JM_ERR_FIELD, 0},
    {"a callout", "a(?C1)b", JM_ERR_FIELD, 0},
    {"half a character", "\\C", JM_ERR_FIELD, 0},
};

/* What the one line of a posting with this pattern stands at. */
static int standing(const char *pattern, int allowed, jm_status *status)
{
  counting memory = {.bound = bound};
  char posting_text[512], profile_text[1024];
  jm_options options = pipeline_options();
  options.allow_patterns = allowed;
  jm_scorer *scorer = scorer_with(&memory, options);
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  jm_error err = JM_ERROR_INIT;
  int got = -1;
  snprintf(posting_text, sizeof posting_text, "requirements: [{text: x, match: '%s'}]", pattern);
  snprintf(profile_text, sizeof profile_text, "skills: [%s]", A50 A50 A50 A50 "b");
  *status = jm_posting_load(&posting, scorer, posting_text, strlen(posting_text), &err);
  if (*status == JM_OK) {
    ck_assert_int_eq(jm_profile_load(&profile, scorer, profile_text, strlen(profile_text), NULL),
                     JM_OK);
    ck_assert_int_eq(jm_score(&result, scorer, posting, profile, NULL), JM_OK);
    got = jm_result_requirement_standing(result, 0);
  } else {
    ck_assert_msg(strcmp(err.path, "requirements[0].match") == 0, "%s: placed at '%s'", pattern,
                  err.path);
  }
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  ck_assert_uint_eq(memory.held, 0);
  return got;
}

START_TEST(pattern)
{
  jm_status status;
  int allowed = standing(patterns[_i].pattern, 1, &status);
  ck_assert_msg(status == patterns[_i].status, "%s: got %s", patterns[_i].name,
                jm_status_name(status));
  if (status != JM_OK)
    return;
  ck_assert_msg(allowed == patterns[_i].standing, "%s: %s", patterns[_i].name,
                jm_standing_word(allowed));
  int forbidden = standing(patterns[_i].pattern, 0, &status);
  ck_assert_msg(status == JM_OK && forbidden == JM_UNDECIDED, "%s, not allowed: %s, %s",
                patterns[_i].name, jm_status_name(status), jm_standing_word(forbidden));
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("hard");
  TCase *tc = tcase_create("hard");
  tcase_set_timeout(tc, 30);
  tcase_add_loop_test(tc, document, 0, COUNT(documents));
  tcase_add_loop_test(tc, pair, 0, COUNT(pairs));
  tcase_add_loop_test(tc, pattern, 0, COUNT(patterns));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
