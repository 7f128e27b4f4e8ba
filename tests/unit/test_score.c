/* SPDX-License-Identifier: MIT */
/* Shares, bands and routes: the arithmetic of the percentage, apart from how lines are judged. */
#include "score/score.h"
#include "support/handles.h"

/* ---- shares, as policies count them ----------------------------------------------------- */

/* A line that is met, partly met (two of three things named) or missing, whatever the lexicon. */
#define MET     "Python"
#define PARTLY  "{text: x, all_of: [Python, Fortran]}"
#define MISSING "Fortran"

static const struct {
  const char *name, *policy, *posting;
  int64_t earned, possible;
  const char *band;
} shares[] = {
    {"all met is the whole", "", "requirements: [" MET "]", 1000000, 1000000, "strong"},
    {"none met is nothing", "", "requirements: [" MISSING "]", 0, 1000000, "reach"},
    {"partly is half", "", "requirements: [" PARTLY "]", 500000, 1000000, "reach"},
    {"exactly three quarters is the band apply", "",
     "requirements: [" MET ", {text: Python, id: b}, {text: Python, id: c}, " MISSING "]", 3000000,
     4000000, "apply"},
    {"exactly four fifths is the band strong", "",
     "requirements: [{text: Python, weight: 4}, " MISSING "]", 4000000, 5000000, "strong"},
    {"weights count", "", "requirements: [{text: Python, weight: 3}, " MISSING "]", 3000000,
     4000000, "apply"},
    {"a line of weight 0 does not count", "", "requirements: [Python, {text: Fortran, weight: 0}]",
     1000000, 1000000, "strong"},
    {"lacking a preferred line costs nothing", "",
     "requirements: [" MET ", " MISSING "]\npreferred: [{text: Fortran, id: z}]", 1000000, 2000000,
     "reach"},
    {"meeting a preferred line is a plus", "",
     "requirements: [" MET ", " MISSING "]\npreferred: [{text: Python, id: z}]", 2000000, 3000000,
     "reach"},
    {"a preferred line partly met adds its half above and below", "",
     "requirements: [" MET ", " MISSING "]\npreferred: [" PARTLY "]", 1500000, 2500000, "reach"},
    {"policy can count preferred lines", "preferred: count",
     "requirements: [" MET "]\npreferred: [{text: Fortran, id: z}]", 1000000, 2000000, "reach"},
    {"policy can ignore preferred lines", "preferred: ignore",
     "requirements: [" MET "]\npreferred: [{text: Fortran, id: z}]", 1000000, 1000000, "strong"},
    {"only preferred lines are counted", "", "preferred: [" MET ", " MISSING "]", 1000000, 2000000,
     "reach"},
    {"policy can change the half", "partly: 0.25", "requirements: [" PARTLY "]", 250000, 1000000,
     "reach"},
    {"policy can weigh must-haves", "weights: {must-have: 3}",
     "requirements: [{text: Python, tier: must-have}, " MISSING "]", 3000000, 4000000, "apply"},
    {"policy can name bands", "bands: [{name: yes, from: 50}, {name: no, from: 0}]",
     "requirements: [" MET ", " MISSING "]", 1000000, 2000000, "yes"},
    {"lines that ask nothing do not count", "", "requirements: [" MET ", No experience required]",
     1000000, 1000000, "strong"},
};

static jm_scorer *scorer_with(const char *policy)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  options.policy = policy[0] == '\0' ? NULL : policy;
  options.policy_len = strlen(policy);
  ck_assert_msg(jm_scorer_new(&scorer, &options, &err) == JM_OK, "%s: %s", err.path, err.message);
  return scorer;
}

START_TEST(shares_are_exact)
{
  jm_scorer *scorer = scorer_with(shares[_i].policy);
  jm_posting *posting = load_posting(scorer, shares[_i].posting);
  jm_profile *profile = load_profile(scorer, "skills: [Python]");
  jm_result *result = score(scorer, posting, profile);
  ck_assert_msg(jm_result_earned(result) == shares[_i].earned
                    && jm_result_possible(result) == shares[_i].possible,
                "%s: got %lld / %lld", shares[_i].name, (long long)jm_result_earned(result),
                (long long)jm_result_possible(result));
  ck_assert_msg(strcmp(jm_result_band(result), shares[_i].band) == 0, "%s: got band %s",
                shares[_i].name, jm_result_band(result));
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

START_TEST(an_empty_profile_meets_nothing)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, "requirements: [Python, SQL]");
  jm_profile *profile = load_profile(scorer, "{}");
  jm_result *result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_earned(result), 0);
  ck_assert_int_eq(jm_result_count(result, JM_MISSING), 2);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

START_TEST(knock_outs_stand_beside_the_percentage)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(
      scorer,
      "requirements: [Python, {text: Python, id: b}, {text: Python, id: c}, Must have Fortran]");
  jm_profile *profile = load_profile(scorer, "skills: [Python]");
  jm_result *result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_blocker_count(result), 1);
  ck_assert_str_eq(jm_result_band(result), "apply");
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

START_TEST(unknown_counts_only_if_confirmed)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, "requirements: [Python, US citizenship]");
  jm_profile *profile = load_profile(scorer, "skills: [Python]");
  jm_result *result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_count(result, JM_UNKNOWN), 1);
  ck_assert_double_eq(jm_result_percent(result), 50.0);
  ck_assert_double_eq(jm_result_percent_if_confirmed(result), 100.0);
  ck_assert_uint_eq(result->wrong_count, 0);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

/* ---- routes against brute force --------------------------------------------------------- */

#define ROWS 9

/* A generator of our own: the same numbers everywhere. */
static uint32_t next_number(uint32_t *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 16;
}

typedef struct fixture {
  jm_result result;
  jm_scorer scorer;
  jmi_line_plan lines[ROWS];
  jmi_row rows[ROWS];
} fixture;

static void make_fixture(fixture *f, uint32_t seed)
{
  uint32_t state = seed * 2654435761u + 1;
  memset(f, 0, sizeof *f);
  jmi_policy_default(&f->scorer.policy);
  f->scorer.policy.preferred = (uint8_t)(next_number(&state) % 3);
  f->result.scorer = &f->scorer;
  f->result.allocator = jmi_allocator_or_default(NULL);
  jmi_arena_init(&f->result.arena, NULL);
  f->result.rows = f->rows;
  f->result.row_count = 1 + next_number(&state) % ROWS;
  for (uint32_t i = 0; i < f->result.row_count; i++) {
    static const uint8_t standings[] = {JM_MET,     JM_MET,     JM_PARTLY,
                                        JM_MISSING, JM_UNKNOWN, JM_UNDECIDED};
    jmi_row *row = &f->rows[i];
    row->line = &f->lines[i];
    f->lines[i].reading.tier = (uint8_t)(next_number(&state) % 3);
    row->standing = standings[next_number(&state) % COUNT(standings)];
    row->credit = row->standing == JM_MET ? 1000 : row->standing == JM_PARTLY ? 500 : 0;
    row->weight = 500 * (int64_t)(next_number(&state) % 5);
  }
}

/* The fewest rows of all 2^n choices that reach the bound when mended; 99 when none does. */
static uint32_t fewest(fixture *f, int32_t bound)
{
  uint32_t best = 99, count = f->result.row_count;
  for (uint32_t choice = 0; choice < 1u << count; choice++) {
    fixture mended = *f;
    uint32_t size = 0;
    bool allowed = true;
    mended.result.rows = mended.rows;
    mended.result.scorer = &mended.scorer;
    memset(&mended.result.share, 0, sizeof mended.result.share);
    for (uint32_t i = 0; i < count; i++) {
      mended.rows[i].line = &mended.lines[i];
      if ((choice >> i & 1) == 0)
        continue;
      allowed = allowed && mended.rows[i].credit < 1000 && mended.rows[i].standing != JM_UNDECIDED;
      mended.rows[i].credit = 1000;
      size++;
    }
    if (!allowed || size >= best)
      continue;
    jmi_result_add_up(&mended.result);
    if (jmi_share_reaches(mended.result.share, bound))
      best = size;
  }
  return best;
}

START_TEST(routes_are_the_smallest)
{
  fixture f;
  make_fixture(&f, (uint32_t)_i);
  jmi_result_add_up(&f.result);
  ck_assert_int_eq(jmi_result_advise(&f.result), JM_OK);
  ck_assert_uint_eq(f.result.route_count, !jmi_share_reaches(f.result.share, 750)
                                              + !jmi_share_reaches(f.result.share, 800));
  for (uint32_t r = 0; r < f.result.route_count; r++) {
    const jmi_route *route = &f.result.routes[r];
    uint32_t want = fewest(&f, route->band->from_milli);
    ck_assert_msg(route->possible == (want != 99), "seed %d, band %s: possible %d", _i,
                  route->band->name.at, route->possible);
    ck_assert_msg(!route->possible || route->count == want, "seed %d, band %s: %u steps, best %u",
                  _i, route->band->name.at, (unsigned)route->count, (unsigned)want);
    ck_assert(!route->possible || jmi_share_reaches(route->after, route->band->from_milli));
  }
  jmi_arena_dispose(&f.result.arena);
}
END_TEST

START_TEST(a_share_is_compared_before_any_rounding)
{
  jmi_share just_below = {7999999, 10000000}, at = {8, 10};
  ck_assert(!jmi_share_reaches(just_below, 800));
  ck_assert(jmi_share_reaches(at, 800));
  ck_assert_int_eq(jmi_share_tenths(just_below), 799);
  ck_assert(jmi_share_reaches((jmi_share){0, 0}, 800));
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("score");
  TCase *tc = tcase_create("score");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, shares_are_exact, 0, COUNT(shares));
  tcase_add_test(tc, an_empty_profile_meets_nothing);
  tcase_add_test(tc, knock_outs_stand_beside_the_percentage);
  tcase_add_test(tc, unknown_counts_only_if_confirmed);
  tcase_add_loop_test(tc, routes_are_the_smallest, 0, 400);
  tcase_add_test(tc, a_share_is_compared_before_any_rounding);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
