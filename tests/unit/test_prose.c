/* SPDX-License-Identifier: MIT */
/* Prose: dates as résumés write them, and résumés cut into statements with sections and jobs. */
#include <stdio.h>

#include "language/statement.h"
#include "match/match.h"
#include "support/handles.h"

#define OPEN (-2) /* the present */
#define NONE 0

/* Months from 1. A date that stands alone is no span. */
static const struct {
  const char *text;
  int from_year, from_month, to_year, to_month;
  bool span;
} spans[] = {
    {"June 2011 to Present", 2011, 6, OPEN, 0, true},
    {"2019 - now", 2019, 1, OPEN, 0, true},
    {"2019 \xE2\x80\x93 now", 2019, 1, OPEN, 0, true},
    {"03/2015-06/2018", 2015, 3, 2018, 6, true},
    {"Jan 2019 - Mar 2022", 2019, 1, 2022, 3, true},
    {"Sept. 2020 - Dec. 2021", 2020, 9, 2021, 12, true},
    {"Sept. 2012\xE2\x80\x94today", 2012, 9, OPEN, 0, true},
    {"2015-18", 2015, 1, 2018, 1, true},
    {"2010-12", 2010, 1, 2012, 1, true},
    {"2015/16", 2015, 1, 2016, 1, true},
    {"1999/2000", 1999, 1, 2000, 1, true},
    {"Jan '19 - Mar '22", 2019, 1, 2022, 3, true},
    {"Jan\xE2\x80\x99"
     "19 \xE2\x80\x93 Mar\xE2\x80\x99"
     "22",
     2019, 1, 2022, 3, true},
    {"Mar-12 to Apr-15", 2012, 3, 2015, 4, true},
    {"Jan 09 - Mar 12", 2009, 1, 2012, 3, true},
    {"Aug'2012 till date", 2012, 8, OPEN, 0, true},
    {"2017 - 2019", 2017, 1, 2019, 1, true},
    {"2019 - 2019", 2019, 1, 2019, 1, true},
    {"1998 to 2004", 1998, 1, 2004, 1, true},
    {"between 2001 and 2004", 2001, 1, 2004, 1, true},
    {"May 2019 - 2019", 2019, 5, 2019, 5, true},
    {"2019-03 - 2020-01", 2019, 3, 2020, 1, true},
    {"2015/03 - 2016/01", 2015, 3, 2016, 1, true},
    {"2015-03-01 to 2016-01-31", 2015, 3, 2016, 1, true},
    {"05.2012 \xE2\x80\x93 08.2015", 2012, 5, 2015, 8, true},
    {"01.04.2012 - 31.03.2015", 2012, 4, 2015, 3, true},
    {"1st June 2015 to 31st May 2018", 2015, 6, 2018, 5, true},
    {"June 1, 2015 - May 31, 2018", 2015, 6, 2018, 5, true},
    {"06/09 - 08/12", 2009, 6, 2012, 8, true},
    {"since May 2020", 2020, 5, OPEN, 0, true},
    {"since 2018", 2018, 1, OPEN, 0, true},
    {"2018 onwards", 2018, 1, OPEN, 0, true},
    {"2018 -", 2018, 1, OPEN, 0, true},
    {"Apr. 2021 Aug. 2021", 2021, 4, 2021, 8, true}, /* it lost its dash */
    {"2014 2016", 2014, 1, 2014, 1, false},
    {"from May 2010 till date", 2010, 5, OPEN, 0, true},
    {"01/2014 to Current", 2014, 1, OPEN, 0, true},
    {"Dec 2013   to   Current", 2013, 12, OPEN, 0, true},
    {"12/1998 - 01/2002", 1998, 12, 2002, 1, true},
    {"march 2003 until april 2004", 2003, 3, 2004, 4, true},
    {"June - August 2016", 2016, 6, 2016, 8, true},
    {"Nov - Feb 2016", 2015, 11, 2016, 2, true},
    {"Summer 2016", 2016, 6, 2016, 8, true},
    {"Fall 2014 - Spring 2016", 2014, 9, 2016, 5, true},
    {"Winter 2019", 2019, 1, 2019, 3, true},
    {"Q3 2017", 2017, 7, 2017, 9, true},
    {"Q1 2017 - Q2 2018", 2017, 1, 2018, 6, true},
    {"2020 - 2015", 2020, 1, 2020, 1, true}, /* never backwards */
    {"Graduated May 2014", 2014, 5, 2014, 5, false},
    {"Boston, 2014", 2014, 1, 2014, 1, false},
    {"Class of 2014, the present", 2014, 1, 2014, 1, false},
    {"Call 555-2015-2018", NONE, 0, 0, 0, false},
    {"Saved $2000 a year", NONE, 0, 0, 0, false},
    {"Budgets of \xC2\xA3"
     "2000",
     NONE, 0, 0, 0, false},
    {"You may march in 24/7", NONE, 0, 0, 0, false},
    {"12 units, 3000 parts", NONE, 0, 0, 0, false},
    {"ISO 9001 and 2015% more", NONE, 0, 0, 0, false},
};

START_TEST(span_is_read)
{
  jmi_dates got = {0};
  bool found = jmi_dates_next(&got, jmi_str_of(spans[_i].text), 0);
  int from = spans[_i].from_year * 12 + spans[_i].from_month - 1;
  int to =
      spans[_i].to_year == OPEN ? JMI_MONTH_OPEN : spans[_i].to_year * 12 + spans[_i].to_month - 1;
  ck_assert_msg(found == (spans[_i].from_year != NONE), "%s: found %d", spans[_i].text, found);
  if (!found)
    return;
  ck_assert_msg(got.from == from && got.to == to, "%s: got %d-%02d to %d-%02d", spans[_i].text,
                got.from / 12, got.from % 12 + 1, got.to / 12, got.to % 12 + 1);
  ck_assert_msg(got.span == spans[_i].span, "%s: span is %d", spans[_i].text, got.span);
}
END_TEST

static const char resume[] =
    "text: |\n"                                                      /* line 1 */
    "  Rosa Lind\n"                                                  /* 2 */
    "  rosa@example.com\n"                                           /* 3 */
    "  SUMMARY\n"                                                    /* 4 */
    "  Cook with 8 years of experience. No experience with sushi.\n" /* 5 */
    "  EXPERIENCE\n"                                                 /* 6 */
    "  Cook, The Blue Door   2019 - 2022\n"                          /* 7 */
    "  - Ran the grill for 120 covers and trained\n"                 /* 8 */
    "  two helpers.\n"                                               /* 9 */
    "  - Limited experience with pastry\n"                           /* 10 */
    "  Kitchen porter, Old Mill   03/2016-06/2018\n"                 /* 11 */
    "  SKILLS\n"                                                     /* 12 */
    "  Python (6 years), baking\n"                                   /* 13 */
    "  REFERENCES\n"                                                 /* 14 */
    "  Chef Moran, who taught me sushi\n";                           /* 15 */

static const struct {
  const char *begins;
  unsigned line;
  jmi_entry_kind kind;
  int from_year; /* of its job; 0: none */
} statements[] = {
    {"Cook with 8 years", 5, JMI_ENTRY_SUMMARY, 0},
    {"No experience with sushi", 5, JMI_ENTRY_SUMMARY, 0},
    {"Cook, The Blue Door", 7, JMI_ENTRY_TITLE, 2019},
    {"Ran the grill for 120 covers and trained two helpers.", 8, JMI_ENTRY_HIGHLIGHT, 2019},
    {"Limited experience", 10, JMI_ENTRY_HIGHLIGHT, 2019},
    {"Kitchen porter", 11, JMI_ENTRY_HIGHLIGHT, 2016},
    {"Python (6 years)", 13, JMI_ENTRY_SKILL, 0},
    {"baking", 13, JMI_ENTRY_SKILL, 0},
};

typedef struct fixture {
  jm_scorer *scorer;
  jm_profile *profile;
} fixture;

static fixture open_fixture(const char *text)
{
  fixture f = {new_scorer(), NULL};
  f.profile = load_profile(f.scorer, text);
  return f;
}

static void close_fixture(fixture f)
{
  jm_profile_free(f.profile);
  jm_scorer_free(f.scorer);
}

START_TEST(resume_is_cut_into_statements)
{
  fixture f = open_fixture(resume);
  ck_assert_uint_eq(f.profile->statements.count, COUNT(statements));
  for (uint32_t i = 0; i < COUNT(statements); i++) {
    const jmi_entry *entry = &f.profile->statements.items[i].entry;
    int year = entry->from == JMI_MONTH_NONE ? 0 : entry->from / 12;
    ck_assert_msg(strncmp(entry->text.at, statements[i].begins, strlen(statements[i].begins)) == 0,
                  "%u: got '%s'", (unsigned)i, entry->text.at);
    ck_assert_msg(entry->mark.line == statements[i].line && entry->kind == statements[i].kind
                      && year == statements[i].from_year,
                  "%s: got line %u, kind %s, from %d", statements[i].begins,
                  (unsigned)entry->mark.line, jmi_entry_kind_words[entry->kind], year);
  }
  close_fixture(f);
}
END_TEST

/* Python 6 years, though jobs alone make five and a half: 2019-01 to 2022-01 and 2016-03 to
 * 2018-06 are 37 + 28 months, and the summary claims 96. */
START_TEST(work_in_total_is_a_union_or_a_claim)
{
  fixture f = open_fixture(resume);
  ck_assert_int_eq(f.profile->total_months, 96);
  close_fixture(f);
  f = open_fixture("experience:\n"
                   "  - {title: Cook, from: 2019-01, to: 2020-12}\n"
                   "  - {title: Baker, from: 2020-07, to: 2021-06}\n");
  ck_assert_int_eq(f.profile->total_months, 30); /* 24 and 12, six of them at once */
  close_fixture(f);
}
END_TEST

/* What a statement mentions of a word: its level, or -1 when it does not mention it. */
static int level_of(const jm_profile *profile, const char *norm)
{
  for (uint32_t s = 0; s < profile->statements.count; s++)
    for (uint32_t m = 0; m < profile->statements.items[s].count; m++) {
      const jmi_mention *mention = &profile->statements.items[s].mentions[m];
      if (mention->concept == JMI_NONE && jmi_str_is(mention->norm, norm))
        return mention->level;
    }
  return -1;
}

static const struct {
  const char *name, *text, *word;
  int level;
} levels[] = {
    {"a level before", "limited experience with pastry", "pastry", JMI_LEVEL_LEARNING},
    {"a level in brackets", "Hebrew (basic)", "hebrew", JMI_LEVEL_BASIC},
    {"no level", "Baked pastry", "pastry", JMI_LEVEL_NONE},
    {"a company is not limited", "Worked for Moran Limited on pastry", "pastry", JMI_LEVEL_NONE},
    {"what is denied is not mentioned", "No experience with pastry", "pastry", -1},
    {"a denial ends with its sentence", "Never late. Pastry since 2012", "pastry", JMI_LEVEL_NONE},
    {"a denial ends at but", "No bread but pastry", "pastry", JMI_LEVEL_NONE},
    {"not only denies nothing", "Not only bread, also pastry", "pastry", JMI_LEVEL_NONE},
};

START_TEST(level_is_read)
{
  char text[256];
  snprintf(text, sizeof text, "skills: ['%s']", levels[_i].text);
  fixture f = open_fixture(text);
  int got = level_of(f.profile, levels[_i].word);
  ck_assert_msg(got == levels[_i].level, "%s: got %d", levels[_i].name, got);
  close_fixture(f);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("prose");
  TCase *tc = tcase_create("prose");
  tcase_add_loop_test(tc, span_is_read, 0, COUNT(spans));
  tcase_add_test(tc, resume_is_cut_into_statements);
  tcase_add_test(tc, work_in_total_is_a_union_or_a_claim);
  tcase_add_loop_test(tc, level_is_read, 0, COUNT(levels));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
