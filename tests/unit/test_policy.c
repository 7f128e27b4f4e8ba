/* SPDX-License-Identifier: MIT */
/* Policies: the default, what a file changes of it, and what is refused. */
#include "support/misread.h"

#include <stdio.h>

static jm_status read_policy(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                             jm_error *err)
{
  (void)limits;
  jmi_policy policy;
  return jmi_policy_read(&policy, arena, root, err);
}

/* All of a policy in one line. */
static void outline_policy(char *out, size_t size, const jmi_policy *policy)
{
  static const char *const modes[] = {"plus", "count", "ignore"};
  size_t len =
      (size_t)snprintf(out, size, "%s partly %d met %d from %d spread %d best %d %s %d/%d/%d",
                       policy->name.at, policy->partly_milli, policy->met_from, policy->partly_from,
                       policy->spread_milli, policy->best_part_milli, modes[policy->preferred],
                       policy->tier_weight[0], policy->tier_weight[1], policy->tier_weight[2]);
  for (uint32_t i = 0; i < policy->band_count; i++)
    len += (size_t)snprintf(out + len, size - len, " %s %d", policy->bands[i].name.at,
                            policy->bands[i].from_milli);
}

#define BANDS " strong 800 apply 750 reach 0"
static const struct {
  const char *name, *text, *policy;
} good[] = {
    {"an empty file is the default", "{}",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 1000/1000/1000" BANDS},
    {"a name is a name", "name: strict\n",
     "strict partly 500 met 700 from 300 spread 850 best 350 plus 1000/1000/1000" BANDS},
    {"credit, spread and best part are shares", "partly: 0.25\nspread: 1\nbest_part: 0\n",
     "default partly 250 met 700 from 300 spread 1000 best 0 plus 1000/1000/1000" BANDS},
    {"thresholds move one by one", "thresholds: {met: 0.6}\n",
     "default partly 500 met 600 from 300 spread 850 best 350 plus 1000/1000/1000" BANDS},
    {"thresholds may be equal", "thresholds: {met: 0.5, partly: 0.5}\n",
     "default partly 500 met 500 from 500 spread 850 best 350 plus 1000/1000/1000" BANDS},
    {"preferred lines may count", "preferred: count\n",
     "default partly 500 met 700 from 300 spread 850 best 350 count 1000/1000/1000" BANDS},
    {"preferred lines may be ignored", "preferred: ignore\n",
     "default partly 500 met 700 from 300 spread 850 best 350 ignore 1000/1000/1000" BANDS},
    {"preferred lines may be a plus", "preferred: plus\n",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 1000/1000/1000" BANDS},
    {"tiers have weights", "weights: {must-have: 3, preferred: 0}\n",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 3000/1000/0" BANDS},
    {"a tier may weigh a hundred", "weights: {required: 100}\n",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 1000/100000/1000" BANDS},
    {"bands take the place of the usual ones",
     "bands:\n  - {name: yes, from: 72.5}\n  - {from: 0, name: no}\n",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 1000/1000/1000 yes 725 no 0"},
    {"one band is enough", "bands: [{name: any, from: 0}]\n",
     "default partly 500 met 700 from 300 spread 850 best 350 plus 1000/1000/1000 any 0"},
};

START_TEST(reads_what_is_written)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_policy policy;
  jm_error err = JM_ERROR_INIT;
  jm_status status = jmi_policy_read(&policy, &arena, tree_of(&arena, good[_i].text), &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", good[_i].name, err.message);
  char got[256];
  outline_policy(got, sizeof got, &policy);
  ck_assert_msg(strcmp(got, good[_i].policy) == 0, "%s: got %s", good[_i].name, got);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(sixteen_bands_are_not_too_many)
{
  char text[1024] = "bands:\n";
  for (int i = 0; i < JMI_BANDS_MAX; i++)
    snprintf(text + strlen(text), sizeof text - strlen(text), "- {name: b%d, from: %d}\n", i,
             JMI_BANDS_MAX - 1 - i);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(read_policy(&arena, tree_of(&arena, text), NULL, NULL), JM_OK);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(a_refused_policy_changes_nothing)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_policy policy = {.partly_milli = 7};
  ck_assert_int_eq(
      jmi_policy_read(&policy, &arena, tree_of(&arena, "partly: 0.1\nspread: 9\n"), NULL),
      JM_ERR_FIELD);
  ck_assert_int_eq(policy.partly_milli, 7);
  jmi_arena_dispose(&arena);
}
END_TEST

static const misread bad[] = {
    {"a list is no policy", "- partly\n", 1, 1, "", "a policy must be a mapping",
     "write `key: value` lines", 0, 0},
    {"a misspelt field of a policy is named", "party: 0.5\n", 1, 1, "party",
     "unknown field 'party'; did you mean 'partly'?", "write `partly`", 0, 0},
    {"an unknown field of a policy", "rounding: up\n", 1, 1, "rounding",
     "unknown field 'rounding' in a policy",
     "the fields are: name, partly, thresholds, spread, best_part, preferred, weights, bands", 0,
     0},
    {"a credit is not over one", "partly: 1.5\n", 1, 9, "partly", "partly is over 1",
     "write a share, as in 0.5", 0, 0},
    {"a credit is a number", "partly: half\n", 1, 9, "partly",
     "partly must be a number of 0 or more", "write digits, as in 3 or 2.5", 0, 0},
    {"a credit is no per cent", "partly: 50%\n", 1, 9, "partly",
     "partly must be a number of 0 or more", "write the number alone, as in 3 or 2.5", 0, 0},
    {"a credit has three decimals at most", "partly: 0.33333\n", 1, 9, "partly",
     "partly has more than three decimals", "round it: 0.333", 0, 0},
    {"thresholds are a mapping", "thresholds: 0.7\n", 1, 13, "thresholds",
     "the thresholds must be a mapping", "write `key: value` lines", 0, 0},
    {"a threshold is not over one", "thresholds: {met: 70}\n", 1, 19, "thresholds.met",
     "thresholds.met is over 1", "write a share, as in 0.5", 0, 0},
    {"partly does not begin over met", "thresholds: {met: 0.5, partly: 0.6}\n", 1, 13, "thresholds",
     "thresholds has a `partly` over its `met`", "`met` is 0.7 and `partly` is 0.3 when not given",
     0, 0},
    {"met does not fall below the usual partly", "thresholds: {met: 0.2}\n", 1, 13, "thresholds",
     "thresholds has a `partly` over its `met`", "`met` is 0.7 and `partly` is 0.3 when not given",
     0, 0},
    {"with partly at 0 nothing is missing", "thresholds: {partly: 0}\n", 1, 22, "thresholds.partly",
     "thresholds.partly is 0", "with 0 nothing would be missing; write 0.001 at least", 0, 0},
    {"preferred lines are treated in one of three ways", "preferred: bonus\n", 1, 12, "preferred",
     "preferred must be one of 'plus', 'count', 'ignore'", "", 0, 0},
    {"a way is spelt as it is", "preferred: Plus\n", 1, 12, "preferred",
     "preferred is no word of this field; did you mean 'plus'?", "write `plus`", 0, 0},
    {"a tier's weight is a number", "weights: {required: much}\n", 1, 21, "weights.required",
     "weights.required must be a number of 0 or more", "write digits, as in 3 or 2.5", 0, 0},
    {"a tier's weight is not over a hundred", "weights: {must-have: 101}\n", 1, 22,
     "weights.must-have", "weights.must-have is over 100",
     "write how often a line counts, as in 2 or 0.5", 0, 0},
    {"a tier is called as it is", "weights: {must_have: 2}\n", 1, 11, "weights.must_have",
     "unknown field 'must_have'; did you mean 'must-have'?", "write `must-have`", 0, 0},
    {"some tier weighs something", "weights: {must-have: 0, required: 0, preferred: 0}\n", 1, 10,
     "weights", "weights leaves no line any weight", "give one tier a weight over 0", 0, 0},
    {"a band needs its name", "bands: [{from: 80}]\n", 1, 9, "bands[0]",
     "the field 'name' is missing in a band", "", 0, 0},
    {"a band needs its beginning", "bands: [{name: strong}]\n", 1, 9, "bands[0]",
     "the field 'from' is missing in a band", "", 0, 0},
    {"a band does not begin over all", "bands: [{name: strong, from: 101}]\n", 1, 30,
     "bands[0].from", "bands[0].from is over 100", "write per cent, as in 80", 0, 0},
    {"a band's beginning has one decimal at most", "bands: [{name: strong, from: 72.25}]\n", 1, 30,
     "bands[0].from", "bands[0].from has more than one decimal", "write per cent, as in 80 or 72.5",
     0, 0},
    {"bands go down", "bands:\n  - {name: apply, from: 75}\n  - {name: strong, from: 80}\n", 3, 26,
     "bands[1].from", "bands[1].from is not below the `from` of the band before it",
     "write the highest band first", 0, 0},
    {"bands are not equal", "bands:\n  - {name: a, from: 75}\n  - {name: b, from: 75}\n", 3, 21,
     "bands[1].from", "bands[1].from is not below the `from` of the band before it",
     "write the highest band first", 0, 0},
    {"two bands have two names", "bands:\n  - {name: a, from: 75}\n  - {name: a, from: 0}\n", 3, 12,
     "bands[1].name", "bands[1].name is the name of another band as well",
     "give each band a name of its own", 0, 0},
    {"the last band begins at 0", "bands:\n  - {name: a, from: 75}\n  - {name: b, from: 10}\n", 2,
     3, "bands", "bands leaves low percentages without a band",
     "end it with a band that has `from: 0`", 0, 0},
    {"there is a band", "bands: []\n", 1, 8, "bands", "bands leaves low percentages without a band",
     "end it with a band that has `from: 0`", 0, 0},
    {"bands are a list", "bands: {strong: 80}\n", 1, 8, "bands",
     "bands must be a list of bands, not a mapping", "begin each with `- `", 0, 0},
    {"there are not too many bands",
     "bands: [{name: b0, from: 90}, {name: b1, from: 89}, {name: b2, from: 88}, {name: b3, from: "
     "87}, {name: b4, from: 86}, {name: b5, from: 85}, {name: b6, from: 84}, {name: b7, from: 83}, "
     "{name: b8, from: 82}, {name: b9, from: 81}, {name: b10, from: 80}, {name: b11, from: 79}, "
     "{name: b12, from: 78}, {name: b13, from: 77}, {name: b14, from: 76}, {name: b15, from: 75}, "
     "{name: b16, from: 74}]\n",
     1, 367, "bands[16]", "bands[16] is one band more than the 16 that a policy may have",
     "remove bands that nobody needs", 0, 0},
    {"a spread is a share", "spread: 2\n", 1, 9, "spread", "spread is over 1",
     "write a share, as in 0.5", 0, 0},
    {"a best part is a share", "best_part: -0.1\n", 1, 12, "best_part",
     "best_part must be a number of 0 or more", "write a number of 0 or more", 0, 0},
    {"a policy's name is a text", "name: {a: b}\n", 1, 7, "name",
     "name must be a text, not a mapping",
     "a text with `: ` in it, or one that begins with `{`, must stand in quotes", 0, 0},
};

START_TEST(refuses_with_place_and_hint)
{
  misread_check(&bad[_i], read_policy, NULL, JM_ERR_FIELD);
}
END_TEST

START_TEST(survives_every_failing_allocation)
{
  sweep_reader("name: strict\nbands: [{name: a, from: 0}]\n", read_policy);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("policy");
  TCase *tc = tcase_create("policy");
  tcase_add_loop_test(tc, reads_what_is_written, 0, COUNT(good));
  tcase_add_test(tc, sixteen_bands_are_not_too_many);
  tcase_add_test(tc, a_refused_policy_changes_nothing);
  tcase_add_loop_test(tc, refuses_with_place_and_hint, 0, COUNT(bad));
  tcase_add_test(tc, survives_every_failing_allocation);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
