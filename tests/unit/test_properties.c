/* SPDX-License-Identifier: MIT */
/* What must hold of any pair, tried on generated ones: more evidence never lowers the share;
 * neither the order of requirements, nor evidence said twice, nor a common factor of all weights
 * changes it. The generator starts from a fixed number, so a failure comes again. */
#include <stdio.h>

#include "support/pipeline.h"
#include "support/suite.h"

enum { PAIRS = 24, LINES_MAX = 12, ENTRIES_MAX = 12 };

static const char *const lines[] = {
    "Familiarity with data storage software",
    "Coordinate trade shows",
    "Python or Go",
    "Java, SQL and Git",
    "Speaking with media, partners, and customers",
    "3+ years of project management",
    "Bachelor's degree in Marketing",
    "Fluent Spanish",
    "Willingness to travel 25 %",
    "Team player",
    "Forklift licence",
    "Kubernetes preferred",
    "A relational database such as PostgreSQL or MySQL",
    "Write copy for direct mail, including web content",
    "Experience with Excel is a plus",
    "Must have: first aid certificate",
};

static const char *const entries[] = {
    "Python",
    "SQL",
    "Git for version control",
    "PostgreSQL",
    "Organised seven trade shows a year",
    "Talked to the press and to customers",
    "Managed projects with outside vendors",
    "Dropbox and Google Drive",
    "Wrote direct mail campaigns",
    "Excel pivot tables",
    "Docker and Kubernetes",
    "A good team player",
    "Forklift driving",
    "First aid certificate",
};

/* A pair as lists of numbers into the tables above. */
typedef struct drawn {
  int line[LINES_MAX], weight[LINES_MAX], line_count;
  int entry[ENTRIES_MAX], entry_count;
} drawn;

static uint32_t next(uint32_t *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 16;
}

/* Numbers below `of`, all different, in any order. */
static void draw(int *out, int count, size_t of, uint32_t *state)
{
  int all[32];
  for (int i = 0; i < (int)of; i++)
    all[i] = i;
  for (int i = 0; i < count; i++) {
    int other = i + (int)(next(state) % (uint32_t)((int)of - i));
    int kept = all[other];
    all[other] = all[i];
    out[i] = all[i] = kept;
  }
}

static drawn draw_pair(int seed)
{
  drawn d;
  uint32_t state = 20260101u + (uint32_t)seed * 7919u;
  d.line_count = 1 + (int)(next(&state) % LINES_MAX);
  d.entry_count = 1 + (int)(next(&state) % ENTRIES_MAX);
  draw(d.line, d.line_count, COUNT(lines), &state);
  draw(d.entry, d.entry_count, COUNT(entries), &state);
  for (int i = 0; i < d.line_count; i++)
    d.weight[i] = 1 + (int)(next(&state) % 4);
  return d;
}

typedef struct share {
  int64_t earned, possible;
  double if_confirmed;
  int standing[COUNT(lines)]; /* by line's number; -1 when it is not asked */
} share;

static jm_scorer *scorer;

static void make_scorer(void)
{
  jm_options options = pipeline_options();
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, NULL), JM_OK);
}

static void free_scorer(void)
{
  jm_scorer_free(scorer);
}

static void write_posting(char *out, size_t room, const drawn *d, int factor)
{
  size_t at = (size_t)snprintf(out, room, "requirements:\n");
  for (int i = 0; i < d->line_count; i++)
    at += (size_t)snprintf(out + at, room - at, "- {text: \"%s\", id: l%d, weight: %d}\n",
                           lines[d->line[i]], d->line[i], d->weight[i] * factor);
}

static void write_profile(char *out, size_t room, const drawn *d, int times)
{
  size_t at = (size_t)snprintf(out, room, "skills:\n");
  for (int i = 0; i < d->entry_count * times; i++)
    at +=
        (size_t)snprintf(out + at, room - at, "- \"%s\"\n", entries[d->entry[i % d->entry_count]]);
}

/* Scores a pair with all weights times `factor` and every entry `times` over. */
static share shown(const drawn *d, int factor, int times)
{
  char posting_text[4096], profile_text[8192];
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  jm_error err = JM_ERROR_INIT;
  write_posting(posting_text, sizeof posting_text, d, factor);
  write_profile(profile_text, sizeof profile_text, d, times);
  jm_status status = jm_posting_load(&posting, scorer, posting_text, strlen(posting_text), &err);
  if (status == JM_OK)
    status = jm_profile_load(&profile, scorer, profile_text, strlen(profile_text), &err);
  if (status == JM_OK)
    status = jm_score(&result, scorer, posting, profile, &err);
  ck_assert_msg(status == JM_OK, "%s: %s", err.path, err.message);
  share s = {jm_result_earned(result),
             jm_result_possible(result),
             jm_result_percent_if_confirmed(result),
             {0}};
  for (size_t i = 0; i < COUNT(lines); i++)
    s.standing[i] = -1;
  for (int64_t i = 0; i < jm_result_requirement_count(result); i++)
    s.standing[atoi(jm_result_requirement_id(result, i) + 1)] =
        jm_result_requirement_standing(result, i);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  return s;
}

/* Less than 0, 0 or more as the share of x is less than, as or more than that of y. Shares of a few
 * lines: their products fit. */
static int compare(const share *x, const share *y)
{
  if (x->possible == 0 || y->possible == 0) /* nothing is asked: all of it is met */
    return (x->possible == 0) - (y->possible == 0);
  int64_t left = x->earned * (y->possible / 1000), right = y->earned * (x->possible / 1000);
  return (left > right) - (left < right);
}

START_TEST(more_evidence)
{
  drawn d = draw_pair(_i);
  drawn fewer = d;
  share all = shown(&d, 1, 1);
  for (; fewer.entry_count > 1;) {
    fewer.entry_count--;
    share less = shown(&fewer, 1, 1);
    ck_assert_msg(compare(&less, &all) <= 0, "pair %d: '%s' lowers the share from %.2f to %.2f", _i,
                  entries[d.entry[fewer.entry_count]],
                  100.0 * (double)less.earned / (double)less.possible,
                  100.0 * (double)all.earned / (double)all.possible);
    all = less;
  }
}
END_TEST

static void check_same(const share *x, const share *y, int pair, const char *what)
{
  ck_assert_msg(compare(x, y) == 0, "pair %d: %s changes the share", pair, what);
  ck_assert_msg(x->if_confirmed == y->if_confirmed, "pair %d: %s changes what could be", pair,
                what);
  for (size_t i = 0; i < COUNT(lines); i++)
    ck_assert_msg(x->standing[i] == y->standing[i], "pair %d: %s changes '%s' from %s to %s", pair,
                  what, lines[i], jm_standing_word(x->standing[i]),
                  jm_standing_word(y->standing[i]));
}

START_TEST(order)
{
  drawn d = draw_pair(_i), turned = d;
  for (int i = 0; i < d.line_count; i++) {
    turned.line[i] = d.line[d.line_count - 1 - i];
    turned.weight[i] = d.weight[d.line_count - 1 - i];
  }
  share x = shown(&d, 1, 1), y = shown(&turned, 1, 1);
  check_same(&x, &y, _i, "the order of requirements");
}
END_TEST

START_TEST(said_twice)
{
  drawn d = draw_pair(_i);
  share x = shown(&d, 1, 1), y = shown(&d, 1, 3);
  check_same(&x, &y, _i, "evidence said again");
}
END_TEST

START_TEST(weights)
{
  drawn d = draw_pair(_i);
  share x = shown(&d, 1, 1), y = shown(&d, 7, 1);
  check_same(&x, &y, _i, "a common factor of all weights");
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("properties");
  TCase *tc = tcase_create("properties");
  tcase_set_timeout(tc, 60);
  tcase_add_checked_fixture(tc, make_scorer, free_scorer);
  tcase_add_loop_test(tc, more_evidence, 0, PAIRS);
  tcase_add_loop_test(tc, order, 0, PAIRS);
  tcase_add_loop_test(tc, said_twice, 0, PAIRS);
  tcase_add_loop_test(tc, weights, 0, PAIRS);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
