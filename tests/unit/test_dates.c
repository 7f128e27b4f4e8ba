/* SPDX-License-Identifier: MIT */
/* Dates: how people write them, what is none, and which month of a profile is the latest. */
#include "model/dates.h"
#include "support/misread.h"

#include <stdio.h>

static jm_status read_profile(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_profile profile;
  return jmi_profile_read(&profile, arena, root, limits, err);
}

static const struct {
  const char *date;
  int32_t year, month;
} dates[] = {
    {"2019", 2019, 1},           {"'2019'", 2019, 1},
    {"2019-03", 2019, 3},        {"2019-3", 2019, 3},
    {"2019/03", 2019, 3},        {"2019.03", 2019, 3},
    {"2019-03-31", 2019, 3},     {"2020-02-29", 2020, 2},
    {"2000-02-29", 2000, 2},     {"2019-03-01T00:00:00Z", 2019, 3},
    {"03/2019", 2019, 3},        {"3/2019", 2019, 3},
    {"03-2019", 2019, 3},        {"03.2019", 2019, 3},
    {"March 2019", 2019, 3},     {"march 2019", 2019, 3},
    {"MARCH 2019", 2019, 3},     {"Mar 2019", 2019, 3},
    {"Mar. 2019", 2019, 3},      {"\"March, 2019\"", 2019, 3},
    {"Sept 2019", 2019, 9},      {"2019 March", 2019, 3},
    {"5 March 2019", 2019, 3},   {"\"March 5, 2019\"", 2019, 3},
    {"January 2001", 2001, 1},   {"February 2001", 2001, 2},
    {"April 2001", 2001, 4},     {"May 2001", 2001, 5},
    {"June 2001", 2001, 6},      {"July 2001", 2001, 7},
    {"August 2001", 2001, 8},    {"September 2001", 2001, 9},
    {"October 2001", 2001, 10},  {"November 2001", 2001, 11},
    {"December 2001", 2001, 12}, {"1900", 1900, 1},
    {"2199-12", 2199, 12},
};

START_TEST(reads_dates_as_people_write_them)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  char text[96];
  snprintf(text, sizeof text, "experience: [{title: Baker, to: %s}]\n", dates[_i].date);
  jmi_profile profile;
  jm_error err = JM_ERROR_INIT;
  ck_assert_msg(jmi_profile_read(&profile, &arena, tree_of(&arena, text), &limits, &err) == JM_OK,
                "%s: '%s'", dates[_i].date, err.message);
  jmi_month month = dates[_i].year * 12 + dates[_i].month - 1;
  ck_assert_msg(profile.entries[0].to == month, "%s: %d", dates[_i].date, profile.entries[0].to);
  ck_assert_int_eq(profile.latest, month);
  jmi_arena_dispose(&arena);
}
END_TEST

static const char *const open_ends[] = {"present", "Present",   "now",       "current", "Today",
                                        "ongoing", "currently", "until now", "to date", "' now '"};

START_TEST(reads_open_ends)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  char text[96];
  snprintf(text, sizeof text, "experience: [{title: Baker, to: %s}]\n", open_ends[_i]);
  jmi_profile profile;
  ck_assert_int_eq(jmi_profile_read(&profile, &arena, tree_of(&arena, text), &limits, NULL), JM_OK);
  ck_assert_int_eq(profile.entries[0].to, JMI_MONTH_OPEN);
  ck_assert_int_eq(profile.latest, JMI_MONTH_NONE);
  jmi_arena_dispose(&arena);
}
END_TEST

static const char *const no_dates[] = {"soon",        "19",           "2019-00",       "2019-1-0",
                                       "201",         "20190301",     "2019-03-32",    "03/25/2019",
                                       "Marchy 2019", "Ma 2019",      "2200",          "1899",
                                       "1900-02-29",  "5 Mar 2019 x", "2019~",         "-2019",
                                       "March",       "1 2 3 4 5",    "2019 2020 2021"};

START_TEST(refuses_what_is_no_date)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  char text[96];
  snprintf(text, sizeof text, "experience: [{title: Baker, to: %s}]\n", no_dates[_i]);
  ck_assert_msg(read_profile(&arena, tree_of(&arena, text), &limits, NULL) == JM_ERR_FIELD, "%s",
                no_dates[_i]);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  int32_t year, month; /* 0: none */
} latest[] = {
    {"no month is the latest of none", "skills: [SQL]\n", 0, 0},
    {"the latest month of all sections counts",
     "experience: [{from: 2010, to: 2012}]\ncertificates: [{name: PMP, date: 2015-07}]\n"
     "skills: [{name: C, to: 2013}]\n",
     2015, 7},
    {"a job that says nothing else names its months", "experience: [{from: 2010, to: 2012-05}]\n",
     2012, 5},
    {"the beginning of an open job counts", "experience: [{title: Baker, from: 2020-06}]\n", 2020,
     6},
    {"a degree's end counts", "education: [{degree: BA, to: 2016-06}]\n", 2016, 6},
    {"the end of a study in progress lies ahead",
     "education: [{degree: BA, from: 2022-09, to: 2027-06, status: in progress}]\n", 2022, 9},
    {"an end in the year of the beginning is not before it",
     "experience: [{title: Baker, from: 2019-03, to: 2019}]\n", 2019, 3},
};

START_TEST(finds_the_latest_month)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_profile profile;
  jm_error err = JM_ERROR_INIT;
  jm_status status =
      jmi_profile_read(&profile, &arena, tree_of(&arena, latest[_i].text), &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", latest[_i].name, err.message);
  jmi_month month =
      latest[_i].year == 0 ? JMI_MONTH_NONE : latest[_i].year * 12 + latest[_i].month - 1;
  ck_assert_msg(profile.latest == month, "%s: %d", latest[_i].name, profile.latest);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Foreign formats refuse nothing -----------------------------------------------------------
 */

/* What a text is as a date alone and as a span; "-" for what is none. */
static const struct {
  const char *text, *date, *span;
} loose[] = {
    {"2019-03-31", "2019-03", "..2019-03"},
    {" 2019 ", "2019-01", "..2019-01"},
    {"Fall 2023", "2023-09", "..2023-09"},
    {"2023 autumn", "2023-09", "..2023-09"},
    {"Spring 2023", "2023-03", "..2023-03"},
    {"summer 2023", "2023-06", "..2023-06"},
    {"Winter 2023", "2023-01", "..2023-01"},
    {"Fall 1023", "-", "-"},
    {"2019-02-31", "2019-02", "..2019-02"},
    {"2019-02-00", "2019-02", "..2019-02"},
    {"2019-13", "-", "-"},
    {"Present", "open", "..open"},
    {"2019 - 2021", "-", "2019-01..2021-01"},
    {"2019-2021", "-", "2019-01..2021-01"},
    {"2019-03 - 2021-04", "-", "2019-03..2021-04"},
    {"Jan 2020 to present", "-", "2020-01..open"},
    {"Jan 2020 \xE2\x80\x93 Fall 2021", "-", "2020-01..2021-09"},
    {"2020\xE2\x80\x94"
     "2021",
     "-", "2020-01..2021-01"},
    {"March 2019 until April 2020", "-", "2019-03..2020-04"},
    {"2019 through 2020", "-", "2019-01..2020-01"},
    {"present - 2020", "-", "-"},
    {"2019 to", "-", "-"},
    {"-", "-", "-"},
    {"", "-", "-"},
    {"soon to be told", "-", "-"},
    {"2019                                                             - 2021", "-", "-"},
};

static void put_loose(char *out, size_t size, jmi_month month)
{
  if (month == JMI_MONTH_OPEN)
    snprintf(out, size, "open");
  else if (month == JMI_MONTH_NONE)
    out[0] = '\0';
  else
    snprintf(out, size, "%d-%02d", month / 12, month % 12 + 1);
}

START_TEST(takes_what_it_can_of_foreign_dates)
{
  char from[32] = "-", to[32] = "", got[80] = "-";
  jmi_date date;
  jmi_span span;
  if (jmi_date_of(&date, jmi_str_of(loose[_i].text)))
    put_loose(from, sizeof from, date.month);
  ck_assert_str_eq(from, loose[_i].date);
  if (jmi_span_of(&span, jmi_str_of(loose[_i].text))) {
    put_loose(from, sizeof from, span.from.month);
    put_loose(to, sizeof to, span.to.month);
    snprintf(got, sizeof got, "%s..%s", from, to);
  }
  ck_assert_str_eq(got, loose[_i].span);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("dates");
  TCase *tc = tcase_create("dates");
  tcase_add_loop_test(tc, reads_dates_as_people_write_them, 0, COUNT(dates));
  tcase_add_loop_test(tc, reads_open_ends, 0, COUNT(open_ends));
  tcase_add_loop_test(tc, refuses_what_is_no_date, 0, COUNT(no_dates));
  tcase_add_loop_test(tc, finds_the_latest_month, 0, COUNT(latest));
  tcase_add_loop_test(tc, takes_what_it_can_of_foreign_dates, 0, COUNT(loose));
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
