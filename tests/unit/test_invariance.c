/* SPDX-License-Identifier: MIT */
/* Who somebody is changes nothing: two profiles that differ in name, contact, birth date, gender,
 * nationality, photo, employer and school give the same report, but for the profile's hash. */
#include <ctype.h>
#include <stdio.h>

#include "support/pipeline.h"
#include "support/suite.h"

static const char posting[] = "requirements:\n"
                              "  - 3 years of bread baking\n"
                              "  - Python\n"
                              "  - Bachelor's degree in Food Science\n"
                              "  - Fluent Spanish\n"
                              "  - Marketing\n"
                              "  - Based in Oslo\n"
                              "  - Willingness to travel 25 %\n";

/* A profile with one field's value left open. */
static const char before[] = "skills: [bread baking, Python]\n"
                             "experience: [{title: Baker, from: 2019, to: 2021}]\n"
                             "education: [{degree: Bachelor, field: Food Science}]\n";

static const struct {
  const char *name, *format, *one, *other;
} rows[] = {
    {"the name", "name: %s\n", "Dana Whitlock", "Python Marketing Spanish"},
    {"the e-mail address", "email: %s\n", "dana@example.com", "spanish@marketing.example"},
    {"the telephone", "phone: '%s'\n", "+1 555 0100", "+47 3 years"},
    {"the address", "address: %s\n", "1 Elm Street, Springfield", "Oslo, Spanish Marketing Road"},
    {"the web page", "url: %s\n", "https://example.com", "https://marketing.example/spanish"},
    {"the photo", "photo: %s\n", "dana.png", "spanish-marketing.png"},
    {"the birth date", "birth_date: %s\n", "1961-04-01", "2004-11-30"},
    {"the gender", "gender: %s\n", "female", "male"},
    {"the nationality", "nationality: %s\n", "Spanish", "Norwegian"},
    {"an employer",
     "projects: [{name: a, role: b, summary: c}]\nexperience: [{title: Baker, from: 2019, "
     "to: 2021, employer: %s}]\n",
     "Hearth & Ladle", "Spanish Marketing"},
    {"a school", "education: [{degree: Bachelor, field: Food Science, school: %s}]\n",
     "Weldon State", "Spanish School of Marketing"},
    {"an issuer", "certificates: [{name: Food hygiene, issuer: %s}]\n", "City of Weldon",
     "Spanish Marketing Board"},
};

/* The same in foreign formats: whole profiles with one value left open. */
static const struct {
  const char *name, *format;
} foreign[] = {
    {"the name of a resume", "basics: {name: %s}\nskills: [{name: Python}]\n"},
    {"its image", "basics: {image: %s}\nskills: [{name: Python}]\n"},
    {"its e-mail address", "basics: {email: %s}\nskills: [{name: Python}]\n"},
    {"its telephone", "basics: {phone: %s}\nskills: [{name: Python}]\n"},
    {"its web page", "basics: {url: %s}\nskills: [{name: Python}]\n"},
    {"its address", "basics: {location: {city: %s}}\nskills: [{name: Python}]\n"},
    {"its networks", "basics: {profiles: [{network: %s}]}\nskills: [{name: Python}]\n"},
    {"its referees", "references: [{name: a, reference: %s}]\nskills: [{name: Python}]\n"},
    {"its interests", "interests: [{name: %s}]\nskills: [{name: Python}]\n"},
    {"its employer", "work: [{position: Baker, startDate: 2019, endDate: 2021, name: %s}]\n"},
    {"the place of its work", "work: [{position: Baker, startDate: 2019, location: %s}]\n"},
    {"what its employer does", "work: [{position: Baker, description: %s}]\n"},
    {"its school", "basics: {}\neducation: [{studyType: Bachelor, institution: %s}]\n"},
    {"its issuer", "basics: {}\ncertificates: [{name: Food hygiene, issuer: %s}]\n"},
    {"the name of a cv", "cv:\n  name: %s\n  sections: {skills: [Python]}\n"},
    {"its place", "cv:\n  location: %s\n  sections: {skills: [Python]}\n"},
    {"its photo", "cv:\n  photo: %s\n  sections: {skills: [Python]}\n"},
    {"its e-mail", "cv:\n  email: %s\n  sections: {skills: [Python]}\n"},
    {"its networks in a cv",
     "cv:\n  social_networks: [{network: %s}]\n  sections: {skills: [Python]}\n"},
    {"its company", "cv: {sections: {work: [{position: Baker, company: %s}]}}\n"},
    {"its institution", "cv: {sections: {a: [{area: Food Science, institution: %s}]}}\n"},
    {"its authors", "cv: {sections: {a: [{title: On bread, authors: [%s]}]}}\n"},
    {"its referees in a cv", "cv: {sections: {References: [{bullet: %s}], skills: [Python]}}\n"},
};

/* The fields that `before` holds too stand in for it. */
static char *profile_with(const char *format, const char *value)
{
  static char text[2048];
  char field[1024];
  snprintf(field, sizeof field, format, value);
  if (strstr(format, "experience:") != NULL)
    snprintf(text, sizeof text, "skills: [bread baking, Python]\n%s", field);
  else if (strstr(format, "education:") != NULL)
    snprintf(text, sizeof text, "skills: [bread baking, Python]\n%s", field);
  else
    snprintf(text, sizeof text, "%s%s", field, before);
  return text;
}

/* Overwrites the hash of the profile: the string behind the last "profile" of the report. */
static void mask_hash(char *report)
{
  char *at = NULL;
  for (char *next = report; (next = strstr(next, "\"profile\"")) != NULL; next++)
    at = next;
  ck_assert_msg(at != NULL, "the report names no hash of the profile");
  for (at += strlen("\"profile\""); *at == ' ' || *at == ':' || *at == '"'; at++)
    continue;
  ck_assert_msg(isxdigit((unsigned char)*at), "the profile's hash is no hash: %.40s", at);
  for (; isxdigit((unsigned char)*at); at++)
    *at = '#';
}

static char *report(const char *profile)
{
  char *text = NULL;
  jm_options options = pipeline_options();
  jm_error err = JM_ERROR_INIT;
  jm_status status = pipeline_run(&text, &options, posting, profile, &err);
  ck_assert_msg(status == JM_OK, "%s: %s", err.path, err.message);
  mask_hash(text);
  return text;
}

/* `one` and `other` are reports; takes them. The value of the other is in neither. */
static void compare(const char *name, char *one, char *other, const char *value)
{
  ck_assert_msg(strcmp(one, other) == 0, "%s changes the report:\n%s\n%s", name, one, other);
  ck_assert_msg(strstr(other, value) == NULL, "%s is in the report", name);
  jm_text_free(one);
  jm_text_free(other);
}

START_TEST(same_bytes)
{
  char *one = report(profile_with(rows[_i].format, rows[_i].one));
  char *other = report(profile_with(rows[_i].format, rows[_i].other));
  compare(rows[_i].name, one, other, rows[_i].other);
}
END_TEST

START_TEST(same_bytes_in_foreign_formats)
{
  static const char value[] = "Spanish Marketing Oslo";
  char text[1024];
  snprintf(text, sizeof text, foreign[_i].format, "x");
  char *one = report(text);
  snprintf(text, sizeof text, foreign[_i].format, value);
  compare(foreign[_i].name, one, report(text), value);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("invariance");
  TCase *tc = tcase_create("invariance");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, same_bytes, 0, COUNT(rows));
  tcase_add_loop_test(tc, same_bytes_in_foreign_formats, 0, COUNT(foreign));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
