/* SPDX-License-Identifier: MIT */
/* How requirement lines are read: tier, component, groups of parts (support/reading.h). */
#include "support/reading.h"

static const struct {
  const char *name, *line, *reading;
} cases[] = {
    {"a skill alone", "Python", "required/can: skill{Python}"},
    {"a plain line is required and can", "Experience in bookkeeping",
     "required/can: skill{bookkeeping}"},
    {"a must makes a must-have", "Must have a forklift licence",
     "must-have/can: licence{Must have a forklift licence}"},
    {"a must of the candidate", "Candidates must know Excel", "must-have/can: skill{Excel}"},
    {"a must-have in words", "SQL is a must-have", "must-have/can: skill{SQL}"},
    {"essential at the end", "Spanish is essential", "must-have/can: language{Spanish}"},
    {"essential inside is no tier", "Knowledge of essential oils", "required/can: skill{oils}"},
    {"required at the end", "Food hygiene certificate required",
     "must-have/can: certificate{Food hygiene certificate}"},
    {"as required is no tier", "Clean equipment as required",
     "required/can: skill{Clean equipment as required}"},
    {"mandatory", "A clean driving record is mandatory",
     "must-have/can: skill{clean driving record}"},
    {"preferred at the end", "Master's degree in Marketing preferred",
     "preferred/can: education{Master's degree in Marketing =master}"},
    {"a plus", "Knowledge of Kubernetes is a plus", "preferred/can: skill{Kubernetes}"},
    {"a strong plus with a waiver", "Docker is a plus, but not required",
     "preferred/can: skill{Docker}"},
    {"nice to have", "Nice to have: Terraform", "preferred/can: skill{Terraform}"},
    {"desirable", "Experience with SAP desirable", "preferred/can: skill{SAP}"},
    {"ideally at the start", "Ideally you have worked in retail",
     "preferred/can: skill{worked in retail}"},
    {"bonus points", "Bonus points for open source contributions",
     "preferred/can: skill{open source contributions}"},
    {"a wish beside a demand", "Bachelor's degree required, Master's preferred",
     "must-have/can: education{Bachelor's degree required, Master's =bachelor}"},
    {"a wish in its own clause", "SQL and Python; Spark a plus",
     "required/can: skill{SQL} & skill{Python}"},
    {"preferably is only welcome", "5+ years of Python or Go, preferably in fintech",
     "required/can: skill{Python 60m} | skill{Go 60m}"},
    {"no experience required", "No experience required", "aside: waiver.no-experience"},
    {"no degree required", "No degree required", "aside: waiver.no-experience"},
    {"not required", "Prior experience is not required", "aside: waiver.not-required"},
    {"a waiver ends with its sentence", "No experience required. Python is required.",
     "must-have/can: skill{Python}"},
    {"training is provided", "Full training will be provided", "aside: waiver.training"},
    {"a heading", "Minimum qualifications:", "aside: heading.list"},
    {"equal opportunity", "We are an equal opportunity employer",
     "aside: heading.equal-opportunity"},
    {"a benefit", "Competitive salary and benefits package", "aside: heading.benefit"},
    {"and makes groups", "Java, SQL and Git",
     "required/can: skill{Java} & skill{SQL} & skill{Git}"},
    {"or makes alternatives", "Java, Scala or Kotlin",
     "required/can: skill{Java} | skill{Scala} | skill{Kotlin}"},
    {"a slash makes alternatives", "Photoshop/Illustrator",
     "required/can: skill{Photoshop} | skill{Illustrator}"},
    {"and/or makes alternatives", "Experience in audit and/or tax",
     "required/can: skill{audit} | skill{tax}"},
    {"at least two of", "At least two of Java, C++, C# or R",
     "required/can: 2of skill{Java} | skill{C++} | skill{C#} | skill{R}"},
    {"one or more of", "One or more of Python, Ruby and Perl",
     "required/can: skill{Python} | skill{Ruby} | skill{Perl}"},
    {"such as gives examples",
     "Proficiency with at least one programming language, such as Ruby, Python or Go",
     "required/can: skill{programming language, such as Ruby, Python or Go L4}"},
    {"e.g. gives examples", "Experience with CRM tools (e.g. Salesforce, HubSpot)",
     "required/can: skill{CRM tools (e.g. Salesforce, HubSpot)}"},
    {"including gives examples", "Office software, including Word and Excel",
     "required/can: skill{Office software, including Word and Excel}"},
    {"brackets give examples", "Relational databases (PostgreSQL, MySQL)",
     "required/can: skill{Relational databases (PostgreSQL, MySQL)}"},
    {"years with plus", "5+ years of Python", "required/can: skill{Python 60m}"},
    {"years in words and digits", "At least five (5) years of nursing experience",
     "required/can: skill{nursing experience 60m}"},
    {"a range binds by its lower bound", "3-5 years of experience in sales",
     "required/can: skill{sales 36m}"},
    {"months", "18 months of forklift driving", "required/can: skill{forklift driving 18m}"},
    {"years with an apostrophe", "Two years' experience as a cashier",
     "required/can: skill{cashier 24m}"},
    {"years behind", "Java (3+ years)", "required/can: skill{Java 36m}"},
    {"years of all alternatives", "2 years of React or Angular",
     "required/can: skill{React 24m} | skill{Angular 24m}"},
    {"years in total", "10+ years of professional experience",
     "required/can: years{10+ years of professional experience 120m}"},
    {"years overall", "10 years of experience overall",
     "required/can: years{10 years of experience overall 120m}"},
    {"years and a trait", "3 years of C++, strong communication skills",
     "required/can: skill{C++ 36m} & trait{strong communication skills}"},
    {"degree with fields", "BA/BS degree in Computer Science, Mathematics or a related field",
     "required/can: education{BA/BS degree in Computer Science, Mathematics or a related field "
     "=bachelor ~}"},
    {"degree or experience", "Bachelor's degree in Finance or equivalent practical experience",
     "required/can: education{Bachelor's degree in Finance or equivalent practical experience "
     "=bachelor} | years{or equivalent practical experience 48m}"},
    {"degree or years", "Bachelor's degree or 4 years of work experience",
     "required/can: education{Bachelor's degree or 4 years of work experience =bachelor} | "
     "years{or 4 years of work experience 48m}"},
    {"the lesser of two degrees", "Bachelor's or Master's degree in Biology",
     "required/can: education{Bachelor's or Master's degree in Biology =bachelor}"},
    {"a doctorate", "PhD in Chemistry", "required/can: education{PhD in Chemistry =doctorate}"},
    {"secondary school", "High school diploma or GED",
     "required/can: education{High school diploma or GED =secondary}"},
    {"an associate degree", "Associate's degree in Nursing",
     "required/can: education{Associate's degree in Nursing =associate}"},
    {"an apprenticeship", "Completed apprenticeship as an electrician",
     "required/can: education{Completed apprenticeship =vocational} & skill{electrician}"},
    {"a field before its degree", "Computer science degree",
     "required/can: education{Computer science degree =bachelor}"},
    {"degree of is no degree", "A high degree of autonomy",
     "required/fit: trait{degree of autonomy}"},
    {"a language with level", "Fluent German", "required/can: language{Fluent German L5}"},
    {"two languages with a closing level", "Able to speak and write in English and German fluently",
     "required/can: skill{speak and write in English L5} & language{German L5}"},
    {"native language", "Native English speaker",
     "required/can: language{Native English speaker L6}"},
    {"travel with percent", "Willingness to travel 25 %",
     "required/willing: travel{Willingness to travel 25 % 25%}"},
    {"travel up to", "Travel up to 50% of the time",
     "required/willing: travel{Travel up to 50% of the time 50%}"},
    {"travel agency is no travel", "Travel agency experience",
     "required/can: skill{Travel agency experience}"},
    {"driving licence", "Valid driver's license", "required/can: licence{Valid driver's license}"},
    {"commercial licence", "CDL class A", "required/can: licence{CDL class A}"},
    {"citizenship", "US citizenship", "required/willing: authorization{US citizenship}"},
    {"work authorization", "Must be authorized to work in the United States",
     "must-have/willing: authorization{Must be authorized to work in the United States}"},
    {"clearance", "Active Secret clearance",
     "required/willing: clearance{Active Secret clearance}"},
    {"shifts", "Willing to work nights and weekends",
     "required/willing: availability{Willing to work nights and weekends}"},
    {"relocation", "Willing to relocate to Berlin",
     "required/willing: location{Willing to relocate to Berlin}"},
    {"on site", "Able to work on site in London",
     "required/willing: location{Able to work on site in London}"},
    {"start", "Available to start immediately",
     "required/willing: availability{Available to start immediately}"},
    {"a certificate", "PMP certification", "required/can: certificate{PMP certification}"},
    {"a trait", "Team player", "required/fit: trait{Team player}"},
    {"two traits", "Self-starter with a positive attitude",
     "required/fit: trait{Self-starter with a positive attitude}"},
    {"a level that is low", "Basic knowledge of Excel",
     "required/can: skill{knowledge of Excel L2}"},
    {"familiarity is low", "Familiarity with data storage software",
     "required/can: skill{data storage software L2}"},
    {"a purpose is a tail", "Write unit tests to ensure quality",
     "required/can: skill{Write unit tests to ensure quality}"},
    {"a context is a tail", "Experience managing budgets within large organisations",
     "required/can: skill{managing budgets within large organisations}"},
    {"a label", "Databases: MySQL, Oracle 11g",
     "required/can: skill{Databases} & skill{MySQL} & skill{Oracle 11g}"},
    {"bare verbs join", "Design and develop websites",
     "required/can: skill{Design and develop websites}"},
    {"names keep their signs", "C, C++, C# and .NET",
     "required/can: skill{C} & skill{C++} & skill{C#} & skill{.NET}"},
    {"go is not a plain verb", "Go to market strategy",
     "required/can: skill{Go to market strategy}"},
    {"a line with nothing in it", "Experience", "aside: line.asks-nothing"},
};

START_TEST(line_is_read)
{
  check_reading(cases[_i].name, cases[_i].line, cases[_i].reading);
}
END_TEST

/* Every rule of the tables is one that some line needs, and no two share an id. */
START_TEST(rules_have_their_own_ids_and_compile)
{
  const jmi_rule *rule = jmi_rule_at((uint32_t)_i);
  jmi_pattern *pattern = NULL;
  jm_allocator allocator = jmi_allocator_or_default(NULL);
  jm_error err = JM_ERROR_INIT;
  for (uint32_t i = 0; i < (uint32_t)_i; i++)
    ck_assert_msg(strcmp(jmi_rule_at(i)->id, rule->id) != 0, "%s stands twice", rule->id);
  ck_assert_msg(rule->words[0] != '\0', "%s has no trigger", rule->id);
  ck_assert_msg(jmi_pattern_new(&pattern, &allocator, jmi_str_of(rule->pattern), true, NULL, &err)
                    == JM_OK,
                "%s: %s", rule->id, err.message);
  jmi_pattern_free(pattern);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("line");
  TCase *tc = tcase_create("line");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, line_is_read, 0, COUNT(cases));
  tcase_add_loop_test(tc, rules_have_their_own_ids_and_compile, 0, (int)jmi_rule_count());
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
