/* SPDX-License-Identifier: MIT */
/* The hundredth reading is the first: rules that are run often are run by machine code, and say the
 * same of the same text. */
#include "support/pipeline.h"
#include "support/suite.h"

static const struct {
  const char *name, *posting, *profile;
} rows[] = {
    {"a pair of every part", pipeline_posting, pipeline_profile},
    {"years, levels and dates",
     "requirements: [At least five (5) years of Java or Go, Fluent German (C1), "
     "'3-5 years of na\xc3\xafve caf\xc3\xa9 service preferred']\n",
     "text: |\n  Cook, The Blue Door   Jan 2015 - Mar '19\n  - 6 years of Java, basic German\n"
     "  - since 2019 caf\xc3\xa9 service; strong knowledge of Go\n"},
    {"denials and matters",
     "requirements: [\"Driver's licence or permanent residency\", Must be based in Oslo, "
     "Willingness to work weekends, No experience required, \"Master's degree or equivalent "
     "experience\"]\n",
     "text: |\n  No experience with weekends. Licensed to drive, willing to work night shifts, "
     "but\n"
     "  never used a forklift. BSc, 2011-15. Able to commute to the office.\n"},
};

START_TEST(reads_the_same)
{
  jm_options options = pipeline_options();
  jm_scorer *scorer = NULL;
  char *first = NULL, *again = NULL;
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, NULL), JM_OK);
  ck_assert_int_eq(pipeline_score(&first, scorer, rows[_i].posting, rows[_i].profile, NULL), JM_OK);
  for (int i = 0; i < 100; i++) {
    ck_assert_int_eq(pipeline_score(&again, scorer, rows[_i].posting, rows[_i].profile, NULL),
                     JM_OK);
    ck_assert_msg(strcmp(first, again) == 0, "%s: reading %d differs:\n%s\n%s", rows[_i].name, i,
                  first, again);
    jm_text_free(again);
  }
  jm_text_free(first);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("often");
  TCase *tc = tcase_create("often");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, reads_the_same, 0, COUNT(rows));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
