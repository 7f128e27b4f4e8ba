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
    {"Kitchen porter", 11, JMI_ENTRY_TITLE, 2016},
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

/* ---- résumés as people write them ------------------------------------------------------- */

/* Each statement is told as "line kind [from-to] [degree]: text". */
static const struct {
  const char *name, *text, *told;
} resumes[] = {
    {"headings in all writings",
     "== SUMMARY ==\nCalm nurse\nWork experience\nNurse, 2019 - 2020\n1. Education\nBSc Biology\n"
     "*** Core Qualifications ***\nTriage\nS K I L L S\nDosage\n\xF0\x9F\x8C\x8D "
     "Languages\nDutch\n",
     "2 summary: Calm nurse\n4 title 2019-01 2020-01: Nurse, 2019 - 2020\n"
     "6 education bachelor: BSc Biology\n8 skill: Triage\n10 skill: Dosage\n12 language: Dutch\n"},
    {"headings in the row of their content",
     "Skills Microsoft Office, Excel\nEDUCATION: B.S. in Biology\nLanguages: German (fluent)\n",
     "1 skill: Microsoft Office\n1 skill: Excel\n2 education bachelor: B.S. in Biology\n"
     "3 language: German (fluent)\n"},
    {"a title that begins like a heading is none",
     "EXPERIENCE\nEducation Manager, 2010 - 2012\nSoftware Engineer, 2012 - 2013\n",
     "2 title 2010-01 2012-01: Education Manager, 2010 - 2012\n"
     "3 title 2012-01 2013-01: Software Engineer, 2012 - 2013\n"},
    {"a skill in a list is no heading", "SKILLS\n- Excel\n- Training\n- Payroll\n",
     "2 skill: Excel\n3 skill: Training\n4 skill: Payroll\n"},
    {"all in one line with wide gaps",
     "COOK       Summary     Calm cook with a steady hand and a clean kitchen, known for soups.    "
     "   Highlights       Soups   Sauces      Experience      Head Cook     Dec 2013   to   "
     "Current "
     "     Company Name   City  ,   State     Ran the grill. Trained two.        Education      "
     "High School Diploma   2009",
     "1 highlight: COOK\n1 summary: Calm cook with a steady hand and a clean kitchen, known for "
     "soups.\n1 skill: Soups\n1 skill: Sauces\n"
     "1 title 2013-12 present: Head Cook     Dec 2013   to   Current\n"
     "1 highlight 2013-12 present: Ran the grill.\n1 highlight 2013-12 present: Trained two.\n"
     "1 education 2009-01 2009-01 secondary: High School Diploma   2009\n"},
    {"all in one line with single blanks",
     "CLERK Summary Detail oriented clerk with a steady hand. Experience 01/2014 to 02/2016 Senior "
     "Clerk Company Name City, State Prepares closings. 03/2010 to 12/2013 Clerk Company Name "
     "City, "
     "State Filed tax returns. Education 2010 BBA Accounting City, State Skills filing, payroll",
     "1 highlight: CLERK\n1 summary: Detail oriented clerk with a steady hand.\n"
     "1 highlight 2014-01 2016-02: 01/2014 to 02/2016 Senior Clerk Company Name City, State "
     "Prepares closings.\n1 highlight 2010-03 2013-12: 03/2010 to 12/2013 Clerk Company Name City, "
     "State Filed tax returns.\n1 education 2010-01 2010-01 bachelor: 2010 BBA Accounting City, "
     "State\n1 skill: filing\n1 skill: payroll\n"},
    {"titles and names stand before their dates",
     "EXPERIENCE\nThe Blue Door\nHead Cook\nMarch 2019 - May 2020\n- Ran the grill\n\nPorter\n"
     "2016 - 2018\n- Carried crates\n",
     "3 title 2019-03 2020-05: Head Cook\n4 title 2019-03 2020-05: March 2019 - May 2020\n"
     "5 highlight 2019-03 2020-05: Ran the grill\n7 title 2016-01 2018-01: Porter\n"
     "8 title 2016-01 2018-01: 2016 - 2018\n9 highlight 2016-01 2018-01: Carried crates\n"},
    {"dates of what was done open no job",
     "EXPERIENCE\nCook, 2010 - 2018\n- Cut waste in 2014-2015 by a fifth\nRan the grill.\n",
     "2 title 2010-01 2018-01: Cook, 2010 - 2018\n"
     "3 highlight 2010-01 2018-01: Cut waste in 2014-2015 by a fifth\n"
     "4 highlight 2010-01 2018-01: Ran the grill.\n"},
    {"a word of years is no job among skills", "SKILLS\nSystems: Windows Server 2012/2016, Linux\n",
     "2 skill: Systems\n2 skill: Windows Server 2012/2016\n2 skill: Linux\n"},
    {"tools under a job tell of that job",
     "EXPERIENCE\nFitter, 2010 - 2012\nTools: lathe, mill\nKey Achievements:\nCut scrap\n"
     "SKILLS: welding, filing\n",
     "2 title 2010-01 2012-01: Fitter, 2010 - 2012\n3 skill 2010-01 2012-01: lathe\n"
     "3 skill 2010-01 2012-01: mill\n5 highlight 2010-01 2012-01: Cut scrap\n6 skill: welding\n"
     "6 skill: filing\n"},
    {"rows that go on are joined",
     "EXPERIENCE\n\xE2\x80\xA2 Planned lessons, prepared mate-\nrials for customer-\nfacing staff "
     "and\nGreek pupils\no Graded papers\n",
     "2 highlight: Planned lessons, prepared materials for customer-facing staff and Greek "
     "pupils\n6 highlight: Graded papers\n"},
    {"one skill to a row stays one", "skills\nexcel\nsage\nbank reconciliation\n",
     "2 skill: excel\n3 skill: sage\n4 skill: bank reconciliation\n"},
    {"a list is cut, its brackets are not",
     "SKILLS\nDatabases: MySQL, Oracle 11g (PL/SQL, tuning) | Redis\nFiling \xE2\x80\xA2 MySQL and "
     "Redis\nAble to plan the week for forty people in three shops, and to pay them\n",
     "2 skill: Databases\n2 skill: MySQL\n2 skill: Oracle 11g (PL/SQL, tuning)\n2 skill: Redis\n"
     "3 skill: Filing\n3 skill: MySQL\n3 skill: Redis\n"
     "4 skill: Able to plan the week for forty people in three shops, and to pay them\n"},
    {"items know their lines", "SKILLS\nExcel, customer\nservice, Word,\npayroll\n",
     "2 skill: Excel\n2 skill: customer\n3 skill: service\n3 skill: Word\n4 skill: payroll\n"},
    {"a study that goes on or was left",
     "EDUCATION\nPh.D. candidate in Physics, expected June 2028\n\nM.A. History\n2022 - present\n\n"
     "LL.B\n(abandoned)\n\nBSc Botany, 2015\n",
     "2 education 2028-06 2028-06 doctorate in progress: Ph.D. candidate in Physics, expected June "
     "2028\n4 education 2022-01 present master in progress: M.A. History\n"
     "5 education 2022-01 present in progress: 2022 - present\n7 education bachelor abandoned: "
     "LL.B\n8 education abandoned: (abandoned)\n"
     "10 education 2015-01 2015-01 bachelor: BSc Botany, 2015\n"},
    {"who somebody is, and how to reach them",
     "Tilda Vexhall, RN\n12 Mill Road, Oldtown\ntilda@example.com | 555 010 2234\nFather's Name : "
     "Otto\nDate of Birth: 12-05-1994\nMarital status\t: Single\nNationality: German\nHobbies: "
     "Python, chess\nClient: Oracle\nLanguages known: Tamil, Hindi\nREFERENCES\nChef Moran, SQL\n",
     "1 highlight: RN\n10 language: Tamil\n10 language: Hindi\n"},
    {"a title at the top is no name", "Senior Accountant\nOslo\n",
     "1 highlight: Senior Accountant\n2 highlight: Oslo\n"},
    {"columns over a table tell nothing", "EDUCATION\nDegree\tInstitute\tYear\nMBA\tNMIMS\t2014\n",
     "3 education 2014-01 2014-01 master: MBA NMIMS 2014\n"},
    {"a place is no degree",
     "EXPERIENCE\nCook, The Mill, Lowell, MA, 2010 - 2012\nEDUCATION\n"
     "M.I.T., Cambridge, MA\n",
     "2 title 2010-01 2012-01: Cook, The Mill, Lowell, MA, 2010 - 2012\n"
     "4 education: M.I.T., Cambridge, MA\n"},
    {"short forms end no sentence",
     "SUMMARY\nSr. clerk at Bluefern Pvt. Ltd. Holds a B.Tech. Degree. Paid by 5%. Knows SAP MM. "
     "Led ten.\n",
     "2 summary bachelor: Sr. clerk at Bluefern Pvt. Ltd. Holds a B.Tech. Degree.\n"
     "2 summary: Paid by 5%.\n2 summary: Knows SAP MM.\n2 summary: Led ten.\n"},
    {"two columns side by side",
     "EXPERIENCE                    SKILLS\nManager, Hemma Shop           Merchandising\n"
     "2017 - 2023                   Inventory\n- Led a team of twelve and    Displays\n"
     "  planned the weekly rota     LANGUAGES\nSeller, Kul\xC3\xB6r Ltd             Dutch\n"
     "2013 - 2017\n- Sold lamps\n",
     "2 title 2017-01 2023-01: Manager, Hemma Shop\n3 title 2017-01 2023-01: 2017 - 2023\n"
     "4 highlight 2017-01 2023-01: Led a team of twelve and planned the weekly rota\n"
     "6 title 2013-01 2017-01: Seller, Kul\xC3\xB6r Ltd\n7 title 2013-01 2017-01: 2013 - 2017\n"
     "8 highlight 2013-01 2017-01: Sold lamps\n2 skill: Merchandising\n3 skill: Inventory\n"
     "4 skill: Displays\n6 language: Dutch\n"},
    {"dates at the right are no column",
     "EXPERIENCE                    SKILLS\nCook, Mill      2010 - 2012\n"
     "Baker, Mill     2012 - 2013\nPorter, Mill    2013 - 2014\nSeller, Mill    2014 - 2015\n",
     "2 title 2010-01 2012-01: Cook, Mill      2010 - 2012\n"
     "3 title 2012-01 2013-01: Baker, Mill     2012 - 2013\n"
     "4 title 2013-01 2014-01: Porter, Mill    2013 - 2014\n"
     "5 title 2014-01 2015-01: Seller, Mill    2014 - 2015\n"},
    {"a licence under its own heading", "Driving licence: B\n", "1 licence: Driving licence: B\n"},
};

static size_t put_month(char *out, size_t size, jmi_month month)
{
  if (month == JMI_MONTH_OPEN)
    return (size_t)snprintf(out, size, " present");
  return (size_t)snprintf(out, size, " %d-%02d", month / 12, month % 12 + 1);
}

static void tell(const jm_profile *profile, char *out, size_t size)
{
  static const char *const studies[] = {"", " in progress", " abandoned"};
  size_t at = 0;
  out[0] = '\0';
  for (uint32_t s = 0; s < profile->statements.count && at + 400 < size; s++) {
    const jmi_statement *statement = &profile->statements.items[s];
    const jmi_entry *entry = &statement->entry;
    at += (size_t)snprintf(out + at, size - at, "%u %s", (unsigned)entry->mark.line - 1,
                           jmi_entry_kind_words[entry->kind]);
    if (entry->from != JMI_MONTH_NONE) {
      at += put_month(out + at, size - at, entry->from);
      at += put_month(out + at, size - at, entry->to);
    }
    if (statement->degree != JMI_DEGREE_NONE)
      at += (size_t)snprintf(out + at, size - at, " %s", jmi_degree_words[statement->degree]);
    at += (size_t)snprintf(out + at, size - at, "%s: %.300s\n", studies[entry->study],
                           entry->text.at);
  }
}

static fixture open_resume(const char *text)
{
  char yaml[4096] = "text: |2\n";
  size_t at = strlen(yaml);
  for (bool fresh = true; *text != '\0' && at + 4 < sizeof yaml; text++) {
    if (fresh && *text != '\n') {
      yaml[at++] = ' ';
      yaml[at++] = ' ';
    }
    fresh = *text == '\n';
    yaml[at++] = *text;
  }
  yaml[at] = '\0';
  return open_fixture(yaml);
}

START_TEST(resume_is_told)
{
  static char told[16384];
  fixture f = open_resume(resumes[_i].text);
  tell(f.profile, told, sizeof told);
  ck_assert_msg(strcmp(told, resumes[_i].told) == 0, "%s: got\n%s\nwanted\n%s", resumes[_i].name,
                told, resumes[_i].told);
  close_fixture(f);
}
END_TEST

/* A concept that a résumé shows, and the level said of it; -1: it does not show it. */
static const struct {
  const char *name, *text, *concept;
  int level;
} shows[] = {
    {"a level behind its language", "Languages: English C1, German B2\n", "German", JMI_LEVEL_GOOD},
    {"and not the next one's", "Languages: English C1, German B2\n", "English", JMI_LEVEL_ADVANCED},
    {"bars part languages", "LANGUAGES\nGerman: native | English: A2\n", "German",
     JMI_LEVEL_EXPERT},
    {"a dash before the level", "Languages: Spanish \xE2\x80\x93 native, French\n", "French",
     JMI_LEVEL_NONE},
    {"a language known not at all", "Languages: English, Spanish: none\n", "Spanish", -1},
    {"nor with a dash", "LANGUAGES\nGerman - none\n", "German", -1},
    {"nor in brackets", "LANGUAGES\nGerman (none), Dutch\n", "German", -1},
    {"the others are known", "LANGUAGES\nGerman (none), Dutch\n", "Dutch", JMI_LEVEL_NONE},
    {"a level reaches over its list", "SKILLS\nFamiliar with: Perl, Rust\n", "Rust programming",
     JMI_LEVEL_BASIC},
    {"a level with each name", "SKILLS\nExcel: advanced, Perl: basic\n", "Microsoft Excel",
     JMI_LEVEL_ADVANCED},
    {"an employer with its form", "EXPERIENCE\nClerk, Northgate Accounting Ltd, 2010 - 2012\n",
     "accounting", -1},
    {"an employer behind a title",
     "EXPERIENCE\nnetwork engineer at Salesforce, 2002 - 2007\n"
     "Network Engineer at Salesforce (2008 - 2014)\n",
     "Salesforce", -1},
    {"a field of work beside a title", "EXPERIENCE\nTeacher, Mathematics, 2010 - 2012\n",
     "mathematics", JMI_LEVEL_NONE},
    {"an employer on a row of its own",
     "EXPERIENCE\nSalesforce\nNetwork Engineer\n2010 - 2012\n- Pulled cables\n", "Salesforce", -1},
    {"a school", "EDUCATION\nB.A. History, London School of Economics, 2010\n", "economics", -1},
    {"its field", "EDUCATION\nB.A. Economics, London School of Music, 2010\n", "economics",
     JMI_LEVEL_NONE},
    {"a first name's letter", "EXPERIENCE\nHon. R. Castile, District Court, 2010 - 2011\n",
     "R programming", -1},
    {"a grade", "EDUCATION\nGCSEs: Maths (C), Science (B)\n", "C programming", -1},
    {"letters set apart", "A D A   C O R R E\n", "C programming", -1},
    {"a month is no word", "SKILLS\nWord, Excel\nEXPERIENCE\nClerk, March 2010 - May 2012\n",
     "Microsoft Excel", JMI_LEVEL_NONE},
    {"a product keeps its year", "SKILLS\nWindows Server 2012/2016, Linux\n", "Windows Server",
     JMI_LEVEL_NONE},
    {"interests", "INTERESTS\nPython, chess\n", "Python", -1},
    {"a hobby in one row ends with it", "Additional Information\nInterests: Perl\nPython scripts\n",
     "Python", JMI_LEVEL_NONE},
};

START_TEST(resume_shows)
{
  fixture f = open_resume(shows[_i].text);
  const jmi_lexicon *lexicon = f.profile->scorer->lexicon;
  uint32_t concept = jmi_lexicon_find(lexicon, shows[_i].concept);
  int got = -1;
  ck_assert_msg(concept != JMI_NONE, "%s: no concept '%s'", shows[_i].name, shows[_i].concept);
  for (uint32_t s = 0; s < f.profile->statements.count; s++)
    for (uint32_t m = 0; m < f.profile->statements.items[s].count; m++)
      if (f.profile->statements.items[s].mentions[m].concept == concept)
        got = f.profile->statements.items[s].mentions[m].level;
  ck_assert_msg(got == shows[_i].level, "%s: got %d", shows[_i].name, got);
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
  tcase_add_loop_test(tc, resume_is_told, 0, COUNT(resumes));
  tcase_add_loop_test(tc, resume_shows, 0, COUNT(shows));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
