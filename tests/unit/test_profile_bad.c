/* SPDX-License-Identifier: MIT */
/* Profiles that are refused: where, with which words, and never repeating a value. */
#include "support/misread.h"

static jm_status read_profile(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_profile profile;
  return jmi_profile_read(&profile, arena, root, limits, err);
}

static const misread bad[] = {
    {"a text is no profile", "Dana Whitlock\n", 1, 1, "",
     "the document must be a mapping, not one text",
     "write `text: |`, and below it the text, each line indented", 0, 0},
    {"a key of a profile without its blank", "skills:SQL\n", 1, 1, "",
     "a profile must be a mapping", "write `key: value`, with a blank after the `:`", 0, 0},
    {"a list is no profile", "- SQL\n", 1, 1, "", "a profile must be a mapping",
     "write `key: value` lines", 0, 0},
    {"a misspelt section is named", "skils: [SQL]\n", 1, 1, "skils",
     "unknown field 'skils'; did you mean 'skills'?", "write `skills`", 0, 0},
    {"licenses are licences", "licenses: [B]\n", 1, 1, "licenses",
     "unknown field 'licenses'; did you mean 'licences'?", "write `licences`", 0, 0},
    {"an unknown section is told the sections", "hobbies: [chess]\n", 1, 1, "hobbies",
     "unknown field 'hobbies' in a profile",
     "the fields are: summary, skills, experience, projects, education, certificates, languages, "
     "willing, licences, authorization, clearance, locations, ...",
     0, 0},
    {"skills are not a mapping", "skills:\n  Tools: [Excel]\n", 2, 3, "skills",
     "skills must be a list of texts or mappings, not a mapping", "begin each with `- `", 0, 0},
    {"skills are not empty", "skills:\n", 1, 8, "skills",
     "skills must be a list of texts or mappings, and is empty",
     "write [] for an empty list, or remove it", 0, 0},
    {"a skill is no list", "skills: [[SQL]]\n", 1, 10, "skills[0]",
     "skills[0] must be a text or a mapping, not a list",
     "a text that begins with `[` must stand in quotes", 0, 0},
    {"a skill with a colon is told about quotes", "skills:\n  - 'Excel'\n  - Languages: Python\n",
     3, 5, "skills[1]", "skills[1] is read as a mapping, and has none of the fields of a skill",
     "a text with `: ` in it must stand in quotes; the fields of a mapping are: name, level, "
     "years, from, to",
     0, 0},
    {"a skill needs its name", "skills:\n  - {level: good}\n", 2, 5, "skills[0]",
     "the field 'name' is missing in a skill", "", 0, 0},
    {"a level is a word of the ladder", "skills:\n  - {name: SQL, level: so so}\n", 2, 24,
     "skills[0].level", "skills[0].level is no level that is known here",
     "write learning, basic, working, good, advanced, expert, or A1 to C2", 0, 0},
    {"a level is no number", "skills:\n  - {name: SQL, level: 7/10}\n", 2, 24, "skills[0].level",
     "skills[0].level is no level that is known here",
     "write learning, basic, working, good, advanced, expert, or A1 to C2", 0, 0},
    {"a level is not empty", "languages:\n  - name: German\n    level:\n", 3, 11,
     "languages[0].level", "languages[0].level must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes", 0, 0},
    {"years are a number", "skills:\n  - {name: SQL, years: three}\n", 2, 24, "skills[0].years",
     "skills[0].years must be a number of 0 or more", "write digits, as in 3 or 2.5", 0, 0},
    {"years stand alone", "skills:\n  - {name: SQL, years: 3 years}\n", 2, 24, "skills[0].years",
     "skills[0].years must be a number of 0 or more", "write the number alone, as in 3 or 2.5", 0,
     0},
    {"years are not a date", "skills:\n  - {name: SQL, years: 2019}\n", 2, 24, "skills[0].years",
     "skills[0].years is over 80", "write how many years, as in 3; a date belongs to `from`", 0, 0},
    {"years are not negative", "skills: [{name: SQL, years: -3}]\n", 1, 29, "skills[0].years",
     "skills[0].years must be a number of 0 or more", "write a number of 0 or more", 0, 0},
    {"a misspelt field of a skill is named", "skills: [{name: SQL, yaers: 3}]\n", 1, 22,
     "skills[0].yaers", "unknown field 'yaers'; did you mean 'years'?", "write `years`", 0, 0},
    {"a skill does not end before it begins", "skills:\n  - {name: SQL, from: 2020, to: 2019}\n", 2,
     33, "skills[0].to", "skills[0].to is a date before the one in `from`",
     "exchange the two, or correct one of them", 2, 23},
    {"a job does not end before it begins",
     "experience:\n  - title: Baker\n    from: 2020-05\n    to: 2020-04\n", 4, 9,
     "experience[0].to", "experience[0].to is a date before the one in `from`",
     "exchange the two, or correct one of them", 3, 11},
    {"a project does not end before it begins",
     "projects:\n  - to: 2018\n    name: Oven\n    from: March 2019\n", 2, 9, "projects[0].to",
     "projects[0].to is a date before the one in `from`",
     "exchange the two, or correct one of them", 4, 11},
    {"a study does not end before it begins",
     "education:\n  - {degree: BA, from: 2016, to: 2012}\n", 2, 34, "education[0].to",
     "education[0].to is a date before the one in `from`",
     "exchange the two, or correct one of them", 2, 24},
    {"a date is no word", "experience: [{title: Baker, from: soon}]\n", 1, 35, "experience[0].from",
     "experience[0].from must be a date", "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019",
     0, 0},
    {"a beginning is not open", "experience: [{title: Baker, from: present}]\n", 1, 35,
     "experience[0].from", "experience[0].from must be a date; only `to` may be `present`",
     "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019", 0, 0},
    {"a season is no date", "experience: [{title: Baker, from: Spring 2019}]\n", 1, 35,
     "experience[0].from", "experience[0].from must be a date with a month, not a season",
     "write 2019-03, or the year alone", 0, 0},
    {"two dates are not one", "experience: [{title: Baker, from: 2019 - 2021}]\n", 1, 35,
     "experience[0].from", "experience[0].from must be one date, not two",
     "give the first date to `from`, and the second to `to`", 0, 0},
    {"a span to the present is not one date",
     "experience: [{title: Baker, from: 2019 - present}]\n", 1, 35, "experience[0].from",
     "experience[0].from must be one date, not two",
     "give the first date to `from`, and the second to `to`", 0, 0},
    {"a year has four digits", "experience: [{title: Baker, from: 03/19}]\n", 1, 35,
     "experience[0].from", "experience[0].from must be a date with a year of four digits",
     "write 2019-03 or 03/2019", 0, 0},
    {"day and month must be told apart", "experience: [{title: Baker, from: 03/04/2019}]\n", 1, 35,
     "experience[0].from", "experience[0].from is a date whose day and month can't be told apart",
     "write year, month and day: 2019-03-01", 0, 0},
    {"a year has twelve months", "experience: [{title: Baker, to: 2019-13}]\n", 1, 33,
     "experience[0].to", "experience[0].to is a date without a month from 1 to 12",
     "write year and month: 2019-03", 0, 0},
    {"a month has its days", "experience: [{title: Baker, to: 2019-02-29}]\n", 1, 33,
     "experience[0].to", "experience[0].to is a date with a day that its month has not",
     "write year, month and day: 2019-03-01, or leave the day out", 0, 0},
    {"a year lies in our time", "experience: [{title: Baker, to: 0219}]\n", 1, 33,
     "experience[0].to", "experience[0].to is a date without a year from 1900 to 2199",
     "write 2019-03 or 03/2019", 0, 0},
    {"a date is not empty", "experience:\n  - title: Baker\n    to:\n", 3, 8, "experience[0].to",
     "experience[0].to must be a date, and is empty", "give it a value, or remove it", 0, 0},
    {"a date is no list", "experience:\n  - title: Baker\n    to: [2019]\n", 3, 9,
     "experience[0].to", "experience[0].to must be a date",
     "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019", 0, 0},
    {"a date does not end in a dash", "experience:\n  - title: Baker\n    from: 2019-\n", 3, 11,
     "experience[0].from", "experience[0].from must be a date",
     "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019", 0, 0},
    {"a job is no list", "experience: [[Baker]]\n", 1, 14, "experience[0]",
     "experience[0] must be a text or a mapping, not a list",
     "a text that begins with `[` must stand in quotes", 0, 0},
    {"jobs are not a mapping", "experience:\n  title: Baker\n", 2, 3, "experience",
     "experience must be a list of jobs, not a mapping", "begin each with `- `", 0, 0},
    {"a job with a colon is told about quotes", "experience:\n  - Baker at the corner: 2019\n", 2,
     5, "experience[0]", "experience[0] is read as a mapping, and has none of the fields of a job",
     "a text with `: ` in it must stand in quotes; the fields of a mapping are: title, from, to, "
     "summary, highlights, skills",
     0, 0},
    {"a misspelt field of a job is named",
     "experience:\n  - title: Baker\n    higlights: [bread]\n", 3, 5, "experience[0].higlights",
     "unknown field 'higlights'; did you mean 'highlights'?", "write `highlights`", 0, 0},
    {"a job's title is one text", "experience:\n  - title: [Baker, Cook]\n", 2, 12,
     "experience[0].title", "experience[0].title must be a text, not a list",
     "give one text; one that begins with `[` must stand in quotes", 0, 0},
    {"a highlight is a text",
     "experience:\n  - title: Baker\n    highlights:\n      - Bread: rye\n", 4, 9,
     "experience[0].highlights[0]", "experience[0].highlights[0] must be a text, not a mapping",
     "a text with `: ` in it, or one that begins with `{`, must stand in quotes", 0, 0},
    {"highlights are not empty", "experience:\n  - title: Baker\n    highlights:\n", 3, 16,
     "experience[0].highlights", "experience[0].highlights must be a list of texts, and is empty",
     "write [] for an empty list, or remove it", 0, 0},
    {"a project's skill is checked like any", "projects:\n  - skills: [{name: C, level: nice}]\n",
     2, 31, "projects[0].skills[0].level",
     "projects[0].skills[0].level is no level that is known here",
     "write learning, basic, working, good, advanced, expert, or A1 to C2", 0, 0},
    {"a study has something studied", "education:\n  - {school: Weldon, to: 2016}\n", 2, 5,
     "education[0]", "education[0] has neither `degree`, `field` nor `courses`",
     "give it one of them, or remove it", 0, 0},
    {"a study's status is a word of three", "education:\n  - {degree: BA, status: nearly}\n", 2, 26,
     "education[0].status",
     "education[0].status must be one of 'completed', 'in progress', 'abandoned'", "", 0, 0},
    {"a study's status is spelt out", "education:\n  - {degree: BA, status: in-progress}\n", 2, 26,
     "education[0].status",
     "education[0].status is no word of this field; did you mean 'in progress'?",
     "write `in progress`", 0, 0},
    {"a certificate needs its name", "certificates: [{issuer: CNCF}]\n", 1, 16, "certificates[0]",
     "the field 'name' is missing in a certificate", "", 0, 0},
    {"a certificate's date is not open", "certificates: [{name: CKA, date: present}]\n", 1, 34,
     "certificates[0].date", "certificates[0].date must be a date; only `to` may be `present`",
     "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019", 0, 0},
    {"a language with a colon is told about quotes", "languages:\n  - German: B2\n", 2, 5,
     "languages[0]", "languages[0] is read as a mapping, and has none of the fields of a language",
     "a text with `: ` in it must stand in quotes; the fields of a mapping are: name, level", 0, 0},
    {"travel is a share", "willing: {travel: sometimes}\n", 1, 19, "willing.travel",
     "willing.travel must be a share of travel",
     "write per cent of the working time, as in 30%, or true or false", 0, 0},
    {"travel is not over all of the time", "willing: {travel: 130%}\n", 1, 19, "willing.travel",
     "willing.travel is over 100 %",
     "write per cent of the working time, as in 30%, or true or false", 0, 0},
    {"yes is not true", "willing: {travel: yes}\n", 1, 19, "willing.travel",
     "willing.travel must be true or false", "write `true`", 0, 0},
    {"no is not false", "willing:\n  relocate: no\n", 2, 13, "willing.relocate",
     "willing.relocate must be true or false", "write `false`", 0, 0},
    {"travel is no list", "willing: {travel: [30]}\n", 1, 19, "willing.travel",
     "willing.travel must be a share of travel",
     "write per cent of the working time, as in 30%, or true or false", 0, 0},
    {"travel is not empty", "willing:\n  travel:\n", 2, 10, "willing.travel",
     "willing.travel must be a share of travel",
     "write per cent of the working time, as in 30%, or true or false", 0, 0},
    {"a willing mapping is one", "willing: true\n", 1, 10, "willing", "`willing` must be a mapping",
     "write `key: value` lines", 0, 0},
    {"a misspelt matter is named", "willing: {relocation: true}\n", 1, 11, "willing.relocation",
     "unknown field 'relocation' in `willing`",
     "the fields are: travel, relocate, remote, on_site, overtime, shifts, start", 0, 0},
    {"an unknown matter", "willing: {salary: 10}\n", 1, 11, "willing.salary",
     "unknown field 'salary' in `willing`",
     "the fields are: travel, relocate, remote, on_site, overtime, shifts, start", 0, 0},
    {"shifts are texts", "willing: {shifts: [{night: true}]}\n", 1, 20, "willing.shifts[0]",
     "willing.shifts[0] must be a text, not a mapping",
     "a text with `: ` in it, or one that begins with `{`, must stand in quotes", 0, 0},
    {"authorization is a list", "authorization: {US: true}\n", 1, 16, "authorization",
     "authorization must be a list of texts, not a mapping",
     "begin each with `- `; a text with `: ` in it must stand in quotes", 0, 0},
    {"traits are texts", "traits: [[calm]]\n", 1, 10, "traits[0]",
     "traits[0] must be a text, not a list",
     "give one text; one that begins with `[` must stand in quotes", 0, 0},
    {"a summary is not empty", "summary: ''\n", 1, 10, "summary",
     "summary must be a text, and is blank", "give it a value, or remove it", 0, 0},
};

START_TEST(refuses_with_place_and_hint)
{
  jm_limits limits = limits_usual();
  misread_check(&bad[_i], read_profile, &limits, JM_ERR_FIELD);
}
END_TEST

static const misread over_limits[] = {
    {"a third skill of two", "skills: [a, b, c]\n", 1, 16, "skills[2]",
     "skills[2] is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third study of two", "skills: [a, b]\neducation: [BA]\n", 2, 13, "education[0]",
     "education[0] is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third degree of two", "skills: [a, b]\neducation: [{degree: BA}]\n", 2, 13, "education[0]",
     "education[0] is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third skill of two that is a mapping", "skills: [a, b, {name: c}]\n", 1, 23,
     "skills[2].name", "skills[2].name is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third course of two", "education: [{degree: BA, courses: [a, b]}]\n", 1, 39,
     "education[0].courses[1]",
     "education[0].courses[1] is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third statement of two", "experience: [{title: a, highlights: [b, c]}]\n", 1, 41,
     "experience[0].highlights[1]",
     "experience[0].highlights[1] is one entry more than max_entries (2) allows", "", 0, 0},
};

START_TEST(refuses_what_passes_a_limit)
{
  const jm_limits few = {.max_entries = 2};
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &few, NULL), JM_OK);
  misread_check(&over_limits[_i], read_profile, &limits, JM_ERR_LIMIT);
}
END_TEST

/* A value of a profile is nobody's business in a log. */
START_TEST(errors_never_repeat_a_value)
{
  jm_limits limits = limits_usual();
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  static const char *const texts[] = {
      "skills: [{name: a, level: canary}]\n", "skills: [{name: a, years: canary}]\n",
      "experience: [{from: canary}]\n",       "willing: {travel: canary}\n",
      "willing: {remote: canary}\n",          "education: [{degree: a, status: canary}]\n",
      "experience: canary\nskills: [[]]\n",   "canary\n",
  };
  for (size_t i = 0; i < COUNT(texts); i++) {
    jm_error err = JM_ERROR_INIT;
    ck_assert_int_eq(read_profile(&arena, tree_of(&arena, texts[i]), &limits, &err), JM_ERR_FIELD);
    ck_assert_msg(strstr(err.message, "canary") == NULL, "%s", err.message);
    ck_assert_msg(strstr(err.hint, "canary") == NULL, "%s", err.hint);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("profile_bad");
  TCase *tc = tcase_create("profile_bad");
  tcase_add_loop_test(tc, refuses_with_place_and_hint, 0, COUNT(bad));
  tcase_add_loop_test(tc, refuses_what_passes_a_limit, 0, COUNT(over_limits));
  tcase_add_test(tc, errors_never_repeat_a_value);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
