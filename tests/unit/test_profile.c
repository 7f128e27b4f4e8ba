/* SPDX-License-Identifier: MIT */
/* Profiles: entries as they are gathered, what is dropped, what a candidate is willing to do. */
#include "support/entries.h"
#include "support/misread.h"

#include <inttypes.h>

static jm_status read_profile(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_profile profile;
  return jmi_profile_read(&profile, arena, root, limits, err);
}

/* ---- Good profiles ----------------------------------------------------------------------------
 */

static const struct {
  const char *name, *text, *entries;
} good[] = {
    {"an empty profile is one", "{}", ""},
    {"who a candidate is is dropped",
     "name: Dana\nheadline: Baker\ncontact: {a: b}\nemail: a@b\nphone: 1\naddress: [x]\nurl:\n"
     "photo: x.png\nbirth_date: 1990-01-01\ngender: f\nnationality: XX\n",
     ""},
    {"skills are texts or mappings", "skills:\n  - SQL\n  - {name: C#, level: B2, years: 3}\n",
     "1 skill skills[0] 'SQL'\n1 skill skills[1].name 'C#' good 36m\n"},
    {"one skill needs no list", "skills: SQL\n", "1 skill skills 'SQL'\n"},
    {"no skills are none", "skills: []\n", ""},
    {"years are rounded to months", "skills: [{name: SQL, years: 2.55}]\n",
     "1 skill skills[0].name 'SQL' 31m\n"},
    {"a skill that goes on is open", "skills: [{name: SQL, from: 2019-03}]\n",
     "1 skill skills[0].name 'SQL' 2019-03..open\n"},
    {"a skill has years of its own", "skills: [{name: SQL, from: 2017, to: 2019}]\n",
     "1 skill skills[0].name 'SQL' 2017-01..2019-01\n"},
    {"a job's entries share its dates and number",
     "experience:\n  - title: Baker\n    employer: Crumb\n    location: [Rye]\n    from: 2019-03\n"
     "    to: 2020-02\n    summary: Baked.\n    highlights: [bread, rolls]\n    skills: [oven]\n",
     "1 title experience[0].title 'Baker' 2019-03..2020-02\n"
     "1 highlight experience[0].summary 'Baked.' 2019-03..2020-02\n"
     "1 highlight experience[0].highlights[0] 'bread' 2019-03..2020-02\n"
     "1 highlight experience[0].highlights[1] 'rolls' 2019-03..2020-02\n"
     "1 skill experience[0].skills[0] 'oven' 2019-03..2020-02\n"},
    {"dates may stand last",
     "experience:\n  - highlights: [bread]\n    title: Baker\n    from: 2019\n",
     "1 highlight experience[0].highlights[0] 'bread' 2019-01..open\n"
     "1 title experience[0].title 'Baker' 2019-01..open\n"},
    {"a job without dates has none", "experience: [{title: Baker}, {title: Cook, to: 2019}]\n",
     "1 title experience[0].title 'Baker'\n2 title experience[1].title 'Cook' ..2019-01\n"},
    {"a job's skill may have dates of its own",
     "experience: [{from: 2019, to: 2021, skills: [{name: oven, level: expert, to: 2020}]}]\n",
     "1 skill experience[0].skills[0].name 'oven' expert ..2020-01\n"},
    {"a job may be one text", "experience: [\"Baker, Crumb, 2019 to 2021\"]\n",
     "1 prose experience[0] 'Baker, Crumb, 2019 to 2021'\n"},
    {"a project has a name and a role",
     "projects:\n  - name: Oven book\n    role: Author\n    from: 05/2019\n    to: 6/2019\n"
     "    summary: A book.\n    highlights: [printed]\n    skills: [writing]\n",
     "1 project projects[0].name 'Oven book' 2019-05..2019-06\n"
     "1 title projects[0].role 'Author' 2019-05..2019-06\n"
     "1 project projects[0].summary 'A book.' 2019-05..2019-06\n"
     "1 project projects[0].highlights[0] 'printed' 2019-05..2019-06\n"
     "1 skill projects[0].skills[0] 'writing' 2019-05..2019-06\n"},
    {"degree and field are one entry",
     "education:\n  - {degree: Bachelor, field: Communication, school: Weldon, to: 2016}\n",
     "1 education education[0] 'Bachelor, Communication' bachelor ..2016-01\n"},
    {"two fields are one entry", "education: [{degree: MA, field: [Law, History]}]\n",
     "1 education education[0] 'MA, Law, History' master\n"},
    {"a field alone is an entry", "education: [{field: BSc Physics}]\n",
     "1 education education[0] 'BSc Physics' bachelor\n"},
    {"courses are entries of the same study",
     "education:\n  - degree: BA\n    courses: [Statistics, Ethics]\n  - GED\n",
     "1 education education[0] 'BA' bachelor\n1 education education[0].courses[0] 'Statistics'\n"
     "1 education education[0].courses[1] 'Ethics'\n2 education education[1] 'GED' secondary\n"},
    {"a study says how far it has come",
     "education:\n  - {degree: BA, status: completed}\n  - {degree: BA, status: in progress}\n"
     "  - {degree: BA, status: abandoned}\n",
     "1 education education[0] 'BA' bachelor\n2 education education[1] 'BA' bachelor in progress\n"
     "3 education education[2] 'BA' bachelor abandoned\n"},
    {"a study that goes on is in progress", "education: [{degree: BA, from: 2022, to: present}]\n",
     "1 education education[0] 'BA' bachelor in progress 2022-01..open\n"},
    {"a study in progress is open", "education: [{degree: BA, from: 2022, status: in progress}]\n",
     "1 education education[0] 'BA' bachelor in progress 2022-01..open\n"},
    {"a study without an end is over", "education: [{degree: BA, from: 2012}]\n",
     "1 education education[0] 'BA' bachelor 2012-01..\n"},
    {"a study's words say how far it has come",
     "education: ['PhD candidate, physics', {degree: BSc (expected 2027)}, 'Law, dropped out']\n",
     "1 education education[0] 'PhD candidate, physics' doctorate in progress\n"
     "2 education education[1] 'BSc (expected 2027)' bachelor in progress\n"
     "3 education education[2] 'Law, dropped out' abandoned\n"},
    {"a certificate's date is its end",
     "certificates: [CKA, {name: PMP, issuer: PMI, date: 2019-05-31}]\n",
     "1 certificate certificates[0] 'CKA'\n1 certificate certificates[1].name 'PMP' ..2019-05\n"},
    {"languages have levels", "languages: [English, {name: German, level: fluent}]\n",
     "1 language languages[0] 'English'\n1 language languages[1].name 'German' advanced\n"},
    {"traits, licences, summary and text are entries",
     "summary: I bake.\nlicences: [B, C1]\ntraits: [calm]\ntext: |\n  One. Two.\n",
     "1 summary summary 'I bake.'\n2 licence licences[0] 'B'\n2 licence licences[1] 'C1'\n"
     "3 trait traits[0] 'calm'\n4 prose text 'One. Two.\n'\n"},
    {"entries stand in the document's order", "traits: [calm]\nskills: [SQL]\n",
     "1 trait traits[0] 'calm'\n2 skill skills[0] 'SQL'\n"},
    {"text stays text", "skills: [no, 3.10, 1_000]\n",
     "1 skill skills[0] 'no'\n1 skill skills[1] '3.10'\n1 skill skills[2] '1_000'\n"},
};

START_TEST(gathers_entries)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_profile profile;
  jm_error err = JM_ERROR_INIT;
  jm_status status =
      jmi_profile_read(&profile, &arena, tree_of(&arena, good[_i].text), &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", good[_i].name, err.message);
  lines got = {.len = 0};
  for (uint32_t i = 0; i < profile.count; i++)
    say_entry(&got, &profile.entries[i]);
  ck_assert_msg(strcmp(got.text, good[_i].entries) == 0, "%s: got\n%s", good[_i].name, got.text);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- What only the candidate can tell ---------------------------------------------------------
 */

static const struct {
  const char *travel;
  int32_t percent;
} travels[] = {{"30%", 30}, {"30 %", 30},  {"30", 30},    {"'30%'", 30},
               {"0", 0},    {"100%", 100}, {"true", 100}, {"false", 0}};

START_TEST(reads_shares_of_travel)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  char text[64];
  snprintf(text, sizeof text, "willing: {travel: %s}\n", travels[_i].travel);
  jmi_profile profile;
  ck_assert_int_eq(jmi_profile_read(&profile, &arena, tree_of(&arena, text), &limits, NULL), JM_OK);
  ck_assert_msg(profile.willing.travel_percent == travels[_i].percent, "%s: %d", travels[_i].travel,
                profile.willing.travel_percent);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(reads_what_the_candidate_is_willing_to_do)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  const jmi_node *root =
      tree_of(&arena, "willing:\n  relocate: false\n  remote: true\n  overtime: true\n"
                      "  shifts: [night, weekend]\n  start: in two weeks\n");
  jmi_profile profile;
  ck_assert_int_eq(jmi_profile_read(&profile, &arena, root, &limits, NULL), JM_OK);
  ck_assert_int_eq(profile.willing.relocate, 0);
  ck_assert_int_eq(profile.willing.remote, 1);
  ck_assert_int_eq(profile.willing.overtime, 1);
  ck_assert_int_eq(profile.willing.on_site, -1);
  ck_assert_int_eq(profile.willing.travel_percent, -1);
  ck_assert_uint_eq(profile.willing.shifts.count, 2);
  ck_assert_str_eq(profile.willing.start.at, "in two weeks");
  ck_assert_uint_eq(profile.willing.mark.line, 2);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(silence_is_kept_apart_from_none)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_profile silent, none;
  ck_assert_int_eq(jmi_profile_read(&silent, &arena, tree_of(&arena, "{}"), &limits, NULL), JM_OK);
  const jmi_node *root = tree_of(&arena, "licences: []\nlanguages: []\nauthorization: [US]\n"
                                         "clearance: []\nlocations: Berlin\n");
  ck_assert_int_eq(jmi_profile_read(&none, &arena, root, &limits, NULL), JM_OK);
  ck_assert(!silent.licences_given && !silent.languages_given && !silent.authorization_given
            && !silent.clearance_given && !silent.locations_given);
  ck_assert(none.licences_given && none.languages_given && none.authorization_given
            && none.clearance_given && none.locations_given);
  ck_assert_int_eq(silent.willing.relocate, -1);
  ck_assert_str_eq(silent.willing.start.at, "");
  ck_assert_str_eq(none.authorization.items[0].at, "US");
  ck_assert_str_eq(none.locations.items[0].at, "Berlin");
  ck_assert_uint_eq(none.clearance.count, 0);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(survives_every_failing_allocation)
{
  char *text = text_repeated(
      "willing: {shifts: [night]}\nlocations: [a]\nskills: [{name: a, level: good}]\neducation:\n",
      "  - {degree: BA, field: [a, b], courses: [c]}\n", 200);
  sweep_reader(text, read_profile);
  free(text);
  text = text_repeated("experience:\n",
                       "  - {title: a, from: 2019, highlights: [b], skills: [c]}\n", 200);
  sweep_reader(text, read_profile);
  free(text);
  sweep_block("skills: [a, {name: b}]\neducation: [BA, {degree: BA, field: a, courses: [b]}, "
              "{field: c}]\nexperience: [a, {title: b, highlights: [c], skills: [d]}]\n"
              "willing: {shifts: a}\ntraits: [a]\n",
              read_profile);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("profile");
  TCase *tc = tcase_create("profile");
  tcase_add_loop_test(tc, gathers_entries, 0, COUNT(good));
  tcase_add_loop_test(tc, reads_shares_of_travel, 0, COUNT(travels));
  tcase_add_test(tc, reads_what_the_candidate_is_willing_to_do);
  tcase_add_test(tc, silence_is_kept_apart_from_none);
  tcase_add_test(tc, survives_every_failing_allocation);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
