/* SPDX-License-Identifier: MIT */
/* How requirement lines of several parts are read, as employers of all trades write them: what the
 * parts of a list share, what asks for nothing, what can be got later (support/reading.h). */
#include "support/reading.h"

static const struct {
  const char *name, *line, *reading;
} cases[] = {
    {"verbs share their object", "Assess, plan, implement and evaluate patient care",
     "required/can: skill{Assess, plan, implement and evaluate patient care}"},
    {"a verb shares what a phrase of the lexicon holds",
     "Build and maintain a pipeline of qualified leads",
     "required/can: skill{Build and maintain a pipeline of qualified leads}"},
    {"verbs that nobody listed share too", "Prospect, qualify and close new business",
     "required/can: skill{Prospect, qualify and close new business}"},
    {"a plain verb among verbs", "Supervise, train and schedule kitchen staff",
     "required/can: skill{Supervise, train and schedule kitchen staff}"},
    {"verbs with \"or\" share as well", "Design or build wooden furniture",
     "required/can: skill{Design or build wooden furniture}"},
    {"verbs that have their own objects stay apart", "Prioritize tasks and manage time effectively",
     "required/can: skill{Prioritize tasks} & trait{manage time effectively}"},
    {"two things done stay two", "Analyze data and present results",
     "required/can: skill{Analyze data} & skill{present results}"},
    {"four verbs and one machine", "Inspect, clean, lubricate and adjust machinery",
     "required/can: skill{Inspect, clean, lubricate and adjust machinery}"},
    {"modifiers share their noun", "Strong oral, written, and presentation skills",
     "required/can: skill{oral, written, and presentation skills L4}"},
    {"adjectives at the end of an item share",
     "Prepare monthly, quarterly and annual financial reports",
     "required/can: skill{Prepare monthly, quarterly and annual financial reports}"},
    {"a modifier behind a verb", "Growing leafy and root vegetables",
     "required/can: skill{Growing leafy and root vegetables}"},
    {"a modifier at the end of a phrase", "Experience pitching to national and trade media",
     "required/can: skill{pitching to national and trade media}"},
    {"a noun before a compound shares", "Experience with drip and sprinkler irrigation",
     "required/can: skill{drip and sprinkler irrigation}"},
    {"a plural is no modifier", "Draft and review contracts, leases, and non-disclosure agreements",
     "required/can: skill{Draft and review contracts} & skill{leases} & skill{non-disclosure "
     "agreements}"},
    {"a comma keeps plain nouns apart", "Anatomy, physiology and exercise science",
     "required/can: skill{Anatomy} & skill{physiology} & skill{exercise science}"},
    {"nouns of doing share what is done to", "Installation, maintenance and repair of HVAC systems",
     "required/can: skill{Installation, maintenance and repair of HVAC systems}"},
    {"design and development of",
     "Experience with the design, development and delivery of training programs",
     "required/can: skill{design, development and delivery of training programs}"},
    {"a bare activity behind another is an afterthought", "Conduit bending and installation",
     "required/can: skill{Conduit bending and installation}"},
    {"maintenance and repair", "Experience with aircraft maintenance and repair",
     "required/can: skill{aircraft maintenance and repair}"},
    {"an afterthought behind two nouns", "Hardware and software installation and troubleshooting",
     "required/can: skill{Hardware} & skill{software installation and troubleshooting}"},
    {"a skill of its own is no afterthought", "Loan origination and underwriting experience",
     "required/can: skill{Loan origination} & skill{underwriting experience}"},
    {"adverbs join what they describe", "Ability to demonstrate exercises safely and correctly",
     "required/can: skill{demonstrate exercises safely and correctly}"},
    {"alternatives share a noun that the lexicon knows",
     "Experience in Italian and/or French cuisine",
     "required/can: skill{Italian} | skill{French cuisine}"},
    {"the head before a preposition is asked too", "Statistical analysis in R, SAS or Python",
     "required/can: skill{Statistical analysis} & skill{R} | skill{SAS} | skill{Python}"},
    {"years go to head and alternatives",
     "5+ years of B2B sales experience in software, SaaS, or technology",
     "required/can: skill{B2B sales experience 60m} & skill{software 60m} | skill{SaaS 60m} | "
     "skill{technology 60m}"},
    {"a trait before alternatives of language",
     "Excellent communication skills in English or Spanish",
     "required/can: trait{Excellent communication skills} & language{English} | language{Spanish}"},
    {"a bare lead-in is no head", "Experience in nursing or social work",
     "required/can: skill{nursing} | skill{social work}"},
    {"with whom is context of a trait",
     "Strong interpersonal skills with students, parents, and colleagues",
     "required/fit: trait{interpersonal skills with students, parents, and colleagues L4}"},
    {"with whom, behind a comma",
     "Able to communicate effectively, both orally and in writing, with clients and colleagues",
     "required/fit: trait{communicate effectively, both orally and in writing, with clients and "
     "colleagues L3}"},
    {"with whom is asked where no trait stands before", "Experience with students and parents",
     "required/can: skill{students and parents}"},
    {"context behind a comma is a tail",
     "Experience supervising others, in a fast-paced, high-growth environment",
     "required/can: skill{supervising others, in a fast-paced, high-growth environment}"},
    {"purpose behind a head is a tail",
     "Understanding of accounting in order to support the finance team",
     "required/can: skill{accounting in order to support the finance team L3}"},
    {"purpose at the start is asked", "Ability to support customers and resolve complaints",
     "required/can: skill{support customers} & trait{resolve complaints}"},
    {"an abbreviation in brackets is no second part",
     "Experience using an Applicant Tracking System (ATS) such as Greenhouse or Lever",
     "required/can: skill{Applicant Tracking System (ATS) such as Greenhouse or Lever}"},
    {"two abbreviations",
     "Experience with finite element analysis (FEA) and computational fluid dynamics (CFD)",
     "required/can: skill{finite element analysis (FEA)} & skill{computational fluid dynamics "
     "(CFD)}"},
    {"including but not limited to",
     "Knowledge of employment law, including but not limited to FMLA and FLSA",
     "required/can: skill{employment law, including but not limited to FMLA and FLSA}"},
    {"examples in brackets with etc.",
     "Working knowledge of ERP systems (SAP, Oracle, NetSuite, etc.)",
     "required/can: skill{ERP systems (SAP, Oracle, NetSuite, etc.) L3}"},
    {"or similar in brackets", "Proficiency with HRIS systems (Workday, ADP, or similar)",
     "required/can: skill{HRIS systems (Workday, ADP, or similar) L4}"},
    {"or similar tools is no alternative of its own",
     "Knowledge of Photoshop, InDesign, or equivalent tools",
     "required/can: skill{Photoshop} | skill{InDesign}"},
    {"a similar thing that is named", "Experience with Salesforce or a similar CRM",
     "required/can: skill{Salesforce} | skill{CRM}"},
    {"or similar environment",
     "Experience in a warehouse, distribution center or similar environment",
     "required/can: skill{warehouse} | skill{distribution center}"},
    {"levels in brackets are of one item", "Languages: English (fluent), French (basic)",
     "required/can: language{English L5} & language{French L2}"},
    {"both in brackets speaks of all", "Spanish and French (both fluent)",
     "required/can: language{Spanish L5} & language{French (both fluent) L5}"},
    {"years in brackets are of one item", "Java (5 years), SQL (3 years), Kubernetes (basic)",
     "required/can: skill{Java 60m} & skill{SQL 36m} & skill{Kubernetes L2}"},
    {"a level of the common framework is of its own item", "English C1, German B2 or better",
     "required/can: language{English L5} & language{German L4}"},
    {"a level that closes a clause ends with it", "French fluently; German",
     "required/can: language{French L5} & language{German}"},
    {"years of which", "5 years in a high-volume kitchen, 2 of which as a sous chef",
     "required/can: skill{high-volume kitchen 60m} & skill{sous chef 24m}"},
    {"years of two things", "3 years of Python and 1 year of Django",
     "required/can: skill{Python 36m} & skill{Django 12m}"},
    {"two of the following", "At least two of the following: Java, Python, Go",
     "required/can: 2of skill{Java} | skill{Python} | skill{Go}"},
    {"two or more of", "Experience with two or more of: Tableau, Power BI and Looker",
     "required/can: 2of skill{Tableau} | skill{Power BI} | skill{Looker}"},
    {"areas that are counted",
     "Experience in at least two of the following areas: recruiting, payroll, or employee "
     "relations",
     "required/can: 2of skill{recruiting} | skill{payroll} | skill{employee relations}"},
    {"one of the following languages",
     "Knowledge of one of the following languages is an asset: Spanish, Mandarin, Arabic",
     "preferred/can: language{Spanish} | language{Mandarin} | language{Arabic}"},
    {"one of a kind leaves the rest as it is",
     "Experience with at least one modern framework and SQL",
     "required/can: skill{framework} & skill{SQL}"},
    {"one or more programming languages",
     "Proficiency in one or more programming languages (Python, Java, C++)",
     "required/can: skill{programming languages (Python, Java, C++) L4}"},
    {"a count opens a group of its own", "Ability to play piano and at least one other instrument",
     "required/can: skill{play piano} & skill{instrument}"},
    {"experience in human resources",
     "3+ years of experience in human resources, recruiting, and/or talent management",
     "required/can: skill{human resources 36m} | skill{recruiting 36m} | skill{talent management "
     "36m}"},
    {"progressively responsible",
     "Five (5) years' progressively responsible experience in procurement",
     "required/can: skill{procurement 60m}"},
    {"hands-on is a level", "Hands-on experience with HPLC and/or NMR",
     "required/can: skill{HPLC L3} | skill{NMR L3}"},
    {"an MBA is of business", "MBA required", "must-have/can: education{MBA =master}"},
    {"an MBA beside another advanced degree asks for no field", "MBA or other advanced degree",
     "required/can: education{MBA or other advanced degree =master}"},
    {"an MBA beside a master's of a field", "MBA or Master's degree in Economics",
     "required/can: education{MBA or Master's degree in Economics =master}"},
    {"a wish for an MBA asks for nothing", "Bachelor's degree required, MBA a plus",
     "must-have/can: education{Bachelor's degree required, MBA =bachelor}"},
    {"law degrees", "JD or LLM from an accredited institution",
     "required/can: education{JD or LLM =master}"},
    {"a degree in brackets of experience",
     "Bachelor's degree (or 4 additional years of experience)",
     "required/can: education{Bachelor's degree (or 4 additional years of experience =bachelor} | "
     "years{or 4 additional years of experience 48m}"},
    {"a degree in something similar", "Degree in computer science, engineering, or similar",
     "required/can: education{Degree in computer science, engineering, or similar =bachelor ~}"},
    {"a master of fine arts", "MFA or equivalent professional experience",
     "required/can: education{MFA or equivalent professional experience =master} | years{or "
     "equivalent professional experience 72m}"},
    {"a certificate that can be got later",
     "ASE certification or ability to obtain within one year",
     "required/can: licence{ASE certification}"},
    {"working toward", "CPA or working toward", "required/can: licence{CPA}"},
    {"pursuing", "Certified Public Accountant (CPA) designation or actively pursuing",
     "required/can: licence{Certified Public Accountant (CPA) designation}"},
    {"a licence that can be got later",
     "Pesticide applicator's licence or ability to obtain within 6 months",
     "required/can: licence{Pesticide applicator's licence}"},
    {"eligible", "Must be a licensed physical therapist or license-eligible",
     "must-have/can: licence{licensed physical therapist}"},
    {"good standing", "Admitted to the bar in the State of New York and in good standing",
     "required/can: licence{Admitted to the bar in the State of New York}"},
    {"citizenship with full stops", "U.S. citizenship required",
     "must-have/willing: authorization{U.S. citizenship required}"},
    {"an age is never read", "Must be at least 21 years of age", "aside: waiver.age"},
    {"an age beside a skill", "Must be 18 years or older and able to drive forklifts",
     "must-have/can: skill{drive forklifts}"},
    {"no convictions", "No felony convictions",
     "required/willing: clearance{No felony convictions}"},
    {"other duties", "Other duties as assigned", "aside: line.asks-nothing"},
    {"other duties behind a skill", "Operate forklifts and perform other duties as assigned",
     "required/can: skill{Operate forklifts}"},
    {"meet or exceed", "Meet or exceed sales quotas", "required/can: skill{exceed sales quotas}"},
    {"a label that names a kind of requirement", "Technical skills: Excel, PowerPoint, SAP",
     "required/can: skill{Excel} & skill{PowerPoint} & skill{SAP}"},
    {"a label of education", "Education: Bachelor's degree in Marketing",
     "required/can: education{Bachelor's degree in Marketing =bachelor}"},
    {"a label with a demand", "Physical requirements: must be able to lift 30 pounds",
     "must-have/fit: trait{lift 30 pounds}"},
    {"a label that is a topic stays", "Databases: MySQL or Oracle",
     "required/can: skill{Databases} & skill{MySQL} | skill{Oracle}"},
    {"knowledge, skills, abilities", "Knowledge, Skills, and Abilities", "aside: heading.list"},
    {"a heading with \"the following\"",
     "Essential duties include, but are not limited to, the following:", "aside: heading.list"},
    {"working conditions", "Working conditions", "aside: heading.list"},
    {"why join", "Why join us?", "aside: heading.list"},
    {"a salary", "Salary range: $85,000 to $110,000 DOE", "aside: heading.fact"},
    {"hourly pay", "Pay: $15.00 - $17.00 per hour", "aside: heading.fact"},
    {"a place of work", "Location: Chicago, IL", "aside: heading.fact"},
    {"a place that is asked", "Location: must live within 30 miles of Denver",
     "must-have/willing: location{Location: must live within 30 miles of Denver}"},
    {"a deadline", "Application deadline: 30 June", "aside: heading.fact"},
    {"a sentence behind a label is read", "Salary administration and payroll experience",
     "required/can: skill{Salary administration} & skill{payroll experience}"},
    {"an application step", "To apply, please send your resume and cover letter",
     "aside: heading.apply"},
    {"whom they contact", "Only shortlisted candidates will be contacted", "aside: heading.apply"},
    {"the company of itself", "Acme Corp is a leading provider of logistics solutions",
     "aside: heading.company"},
    {"our team", "Our team is growing", "aside: heading.company"},
    {"perks", "Free parking and gym membership", "aside: heading.benefit"},
    {"a discount", "Employee discount", "aside: heading.benefit"},
    {"a bonus", "Sign-on bonus of $5,000", "aside: heading.benefit"},
    {"commission", "Competitive base salary plus uncapped commission", "aside: heading.benefit"},
    {"benefits include", "Benefits include health, dental and vision insurance",
     "aside: heading.benefit"},
    {"benefits as work", "Administer payroll and benefits",
     "required/can: skill{Administer payroll} & skill{benefits}"},
    {"EOE", "EOE", "aside: heading.equal-opportunity"},
    {"an inclusive workplace", "We are committed to creating a diverse and inclusive workplace",
     "aside: heading.equal-opportunity"},
    {"a wish behind a comma changes no list", "Java and SQL, preferably Scala or Kotlin",
     "required/can: skill{Java} & skill{SQL}"},
    {"a degree and its alternative", "MBA or CPA required",
     "must-have/can: education{MBA =master} | certificate{CPA}"},
    {"a degree and its alternatives", "MBA, CPA or CFA",
     "required/can: education{MBA =master} | certificate{CPA} | certificate{CFA}"},
    {"a degree and what is asked beside it", "MBA and 5 years of consulting experience",
     "required/can: education{MBA =master} & skill{consulting experience 60m}"},
    {"levels behind what they speak of", "You speak German at C1 level and English at B2 level",
     "required/can: language{speak German L5} & language{English L4}"},
    {"or similar certification", "PMP, CSM or similar certification",
     "required/can: certificate{PMP} | certificate{CSM}"},
};

START_TEST(line_is_read)
{
  check_reading(cases[_i].name, cases[_i].line, cases[_i].reading);
}
END_TEST

static jmi_reading *read_bounded(jmi_scribe *scribe, const jm_posting *posting, uint32_t matches)
{
  static jmi_reading reading;
  jmi_pattern_run_bound(scribe->run, matches);
  ck_assert_int_eq(jmi_line_read(&reading, scribe, posting->lines[0].given), JM_OK);
  return &reading;
}

/* A line of which a rule could not tell is undecided: never set aside, never missing. */
START_TEST(a_limit_leaves_its_line_undecided)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, "[\"5 years of welding or brazing required\"]");
  jm_profile *profile = load_profile(scorer, "{skills: [accounting]}");
  jmi_scribe scribe;
  ck_assert_int_eq(jmi_scribe_init(&scribe, scorer->language, &posting->arena, 64), JM_OK);
  ck_assert_ptr_null(posting->lines[0].reading.limit_rule);
  posting->lines[0].reading = *read_bounded(&scribe, posting, 1);
  ck_assert_ptr_nonnull(posting->lines[0].reading.limit_rule);
  ck_assert_ptr_null(posting->lines[0].reading.set_aside_rule);
  ck_assert_uint_gt(posting->lines[0].reading.part_count, 0);
  jm_result *result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_requirement_standing(result, 0), JM_UNDECIDED);
  jm_result_free(result);
  posting->lines[0].reading = *read_bounded(&scribe, posting, 1000000);
  result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_requirement_standing(result, 0), JM_MISSING);
  jm_result_free(result);
  jmi_scribe_dispose(&scribe);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

/* What could not be read of a profile is no evidence; and nothing is missing for lack of it. */
START_TEST(a_limit_in_a_profile_leaves_what_is_missing_undecided)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, "[Welding, Accounting]");
  jm_profile *profile = load_profile(scorer, "{skills: [no welding, accounting]}");
  jmi_arena arena;
  jmi_scribe scribe;
  jmi_statements statements;
  jmi_arena_init(&arena, &scorer->allocator);
  ck_assert_int_eq(jmi_scribe_init(&scribe, scorer->language, &arena, 64), JM_OK);
  jmi_pattern_run_bound(scribe.run, 1);
  ck_assert_int_eq(jmi_profile_statements(&statements, &scribe, &profile->given, 100), JM_OK);
  ck_assert_uint_eq(statements.limited, 1);
  ck_assert_uint_eq(statements.items[0].count, 0);
  ck_assert_ptr_nonnull(statements.items[0].limit_rule);
  ck_assert_ptr_null(statements.items[1].limit_rule);
  profile->statements.limited = statements.limited;
  jm_result *result = score(scorer, posting, profile);
  ck_assert_int_eq(jm_result_requirement_standing(result, 0), JM_UNDECIDED);
  ck_assert_int_eq(jm_result_requirement_standing(result, 1), JM_MET);
  jm_result_free(result);
  jmi_scribe_dispose(&scribe);
  jmi_arena_dispose(&arena);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("line_lists");
  TCase *tc = tcase_create("line_lists");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, line_is_read, 0, COUNT(cases));
  tcase_add_test(tc, a_limit_leaves_its_line_undecided);
  tcase_add_test(tc, a_limit_in_a_profile_leaves_what_is_missing_undecided);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
