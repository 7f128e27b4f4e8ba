/* SPDX-License-Identifier: MIT */
/* clang-format off */
/* The founding case: the posting of a marketing specialist, and four candidates for it.
 *
 * The project began with a candidate who was turned down and asked what went wrong. The expected
 * percentages are worked out by hand; credit is 1 for met, 1/2 for partly, 0 for missing. Nine lines
 * are required; the Master's degree is preferred and adds its credit above and below the line.
 *
 *                              (a) everything  (b) candidate   (c) three-quarters  (d) enthusiastic
 *  r1  data storage software   S3, Dropbox 1   Dropbox       1  Google Drive   1    Canva only     0
 *  r2  write copy              all copy      1  letters, news 1  mailings, news 1    nothing        0
 *  r3  relations, departments  in close touch1  go-between   1  three of them  1    nothing        0
 *  r4  outside vendors         leads them    1  none         0  runs them      1    none           0
 *  r5  media, partners,        all three     1  media only     media, partners,     customers
 *      customers                                limited      ½  customers      1    only           ½
 *  r6  competitors' websites,  both          1  both         1  nothing        0    nothing        0
 *      reporting
 *  r7  trade shows             nine a year   1  seven        1  three          1    none           0
 *  r8  photo shoots or         all           1  no webinars  ½  no webinars    ½    nothing        0
 *      animation, webinars, launches
 *  r9  travel 25 %             40 %          1  30 %         1  10 %           ½    30 %           1
 *  r10 Master's, preferred     Marketing     1  Bachelor     0  in progress    ½    no degree      0
 *
 *  (a) (9 + 1) / (9 + 1)   = 100 %             (b) 7 / 9      = 77.8 %
 *  (c) (7 + ½) / (9 + ½)   =  78.9 %           (d) 1½ / 9     = 16.7 %                           */
/* clang-format on */
#include <stdio.h>

#include "score/score.h"
#include "support/handles.h"

#define M JM_MET
#define P JM_PARTLY
#define X JM_MISSING

static const struct {
  const char *folder;
  int standings[10];
  int64_t earned_halves, possible_halves; /* in halves of a line */
  const char *band;
  const char *wrong[10]; /* ids under "What went wrong", in any order */
} candidates[] = {
    {"everything", {M, M, M, M, M, M, M, M, M, M}, 20, 20, "strong", {NULL}},
    {"candidate", {M, M, M, X, P, M, M, P, M, X}, 14, 18, "apply", {"r4", "r5", "r8", NULL}},
    {"three-quarters", {M, M, M, M, M, X, M, P, P, P}, 15, 19, "apply", {"r6", "r8", "r9", NULL}},
    {"enthusiastic",
     {X, X, X, X, P, X, X, X, M, X},
     3,
     18,
     "reach",
     {"r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", NULL}},
};

static char *read_file(const char *path)
{
  char name[512], *text = calloc(1, 65536);
  const char *source = getenv("SOURCE_DIR");
  snprintf(name, sizeof name, "%s/%s", source == NULL ? "." : source, path);
  FILE *file = fopen(name, "rb");
  ck_assert_msg(file != NULL && text != NULL, "%s can't be read", name);
  size_t len = fread(text, 1, 65535, file);
  fclose(file);
  text[len] = '\0';
  return text;
}

static bool among(const char *id, const char *const *ids)
{
  while (*ids != NULL && strcmp(*ids, id) != 0)
    ids++;
  return *ids != NULL;
}

START_TEST(candidate_is_read_as_by_hand)
{
  char path[128];
  snprintf(path, sizeof path, "tests/cases/founding/%s/profile.yaml", candidates[_i].folder);
  char *posting_text = read_file("examples/data/posting.yaml"), *profile_text = read_file(path);
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, posting_text);
  jm_profile *profile = load_profile(scorer, profile_text);
  jm_result *result = score(scorer, posting, profile);
  uint32_t wrong = 0;
  for (int64_t i = 0; i < 10; i++)
    ck_assert_msg(jm_result_requirement_standing(result, i) == candidates[_i].standings[i],
                  "%s, %s: got %s (%s)", candidates[_i].folder, jm_result_requirement_id(result, i),
                  jm_standing_word(jm_result_requirement_standing(result, i)),
                  jm_result_requirement_shortfall(result, i));
  ck_assert_int_eq(jm_result_earned(result), candidates[_i].earned_halves * 500000);
  ck_assert_int_eq(jm_result_possible(result), candidates[_i].possible_halves * 500000);
  ck_assert_str_eq(jm_result_band(result), candidates[_i].band);
  while (candidates[_i].wrong[wrong] != NULL)
    wrong++;
  ck_assert_uint_eq(result->wrong_count, wrong);
  for (uint32_t w = 0; w < result->wrong_count; w++)
    ck_assert(among(jm_result_requirement_id(result, result->wrong[w]), candidates[_i].wrong));
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  free(posting_text);
  free(profile_text);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("founding");
  TCase *tc = tcase_create("founding");
  tcase_add_loop_test(tc, candidate_is_read_as_by_hand, 0, COUNT(candidates));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
