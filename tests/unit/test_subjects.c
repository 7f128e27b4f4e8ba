/* SPDX-License-Identifier: MIT */
/* What a degree is in: the same subject, a related one, another. */
#include "support/handles.h"

#include <stdio.h>

static const struct {
  const char *line, *degree;
  int32_t status;
} cases[] = {
    {"Bachelor's degree in nursing", "BSN, 2015", JM_MET},
    {"Bachelor's degree in nursing", "Bachelor of Science, Nursing", JM_MET},
    {"Bachelor's degree in nursing", "BSc Physics", JM_PARTLY},
    {"Degree in civil engineering", "B.Tech in Mechanical Engineering", JM_PARTLY},
    {"Degree in civil engineering or related field", "B.Tech in Mechanical Engineering", JM_MET},
    {"Degree in engineering", "B.Tech in Mechanical Engineering", JM_MET},
    {"Degree in business", "BBA, Finance", JM_MET},
    {"Bachelor's degree in marketing", "BA Business Administration", JM_PARTLY},
    {"Bachelor's degree in marketing or a related field", "BA Business Administration", JM_MET},
    {"Bachelor's degree in marketing or a related field", "Bachelor of Arts, History", JM_PARTLY},
    {"Degree in accounting or related field", "Bachelor of Science in Finance", JM_MET},
    {"Degree in computer science or related field", "BSc Mathematics", JM_MET},
    {"Degree in computer science or related field", "Bachelor of Fine Arts in Painting", JM_PARTLY},
    {"Degree in hospitality or related", "Bachelor of Arts in Tourism", JM_MET},
    {"Degree in education or related field", "B.Ed", JM_MET},
    {"Degree in supply chain management, business or related discipline",
     "BSc Business Administration and Logistics", JM_MET},
    {"Bachelor's degree", "Bachelor of Arts, History", JM_MET},
    {"Master's degree in law", "LL.M.", JM_MET},
};

START_TEST(degrees_have_subjects)
{
  char posting_text[200], profile_text[200];
  jm_scorer *scorer = new_scorer();
  snprintf(posting_text, sizeof posting_text, "requirements: [\"%s\"]", cases[_i].line);
  snprintf(profile_text, sizeof profile_text, "text: |\n  EDUCATION\n  %s\n", cases[_i].degree);
  jm_posting *posting = load_posting(scorer, posting_text);
  jm_profile *profile = load_profile(scorer, profile_text);
  jm_result *result = score(scorer, posting, profile);
  ck_assert_msg(jm_result_requirement_standing(result, 0) == cases[_i].status, "%s, by %s: got %d",
                cases[_i].line, cases[_i].degree, (int)jm_result_requirement_standing(result, 0));
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("subjects");
  TCase *tc = tcase_create("subjects");
  tcase_add_loop_test(tc, degrees_have_subjects, 0, COUNT(cases));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
