/* SPDX-License-Identifier: MIT */
/* Postings in foreign formats: the job of JSON Resume and schema.org's JobPosting, each field once;
 * values of the wrong kind; documents that could be of two formats. */
#include "support/entries.h"
#include "support/misread.h"

static jm_status read_posting(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_posting posting;
  return jmi_posting_read(&posting, arena, root, limits, err);
}

typedef struct row {
  const char *name, *text, *title, *requirements; /* and notes, behind them */
} row;

static void check(const row *r, jmi_format format)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_posting posting;
  jm_error err = JM_ERROR_INIT;
  jm_status status = jmi_posting_read(&posting, &arena, tree_of(&arena, r->text), &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", r->name, err.message);
  ck_assert_msg(posting.format == format, "%s: read as %s", r->name,
                jmi_format_words[posting.format]);
  ck_assert_msg(jmi_str_is(posting.title, r->title), "%s: title '%s'", r->name, posting.title.at);
  lines got = {.len = 0};
  for (uint32_t i = 0; i < posting.count; i++) {
    say_requirement(&got, &posting.requirements[i]);
    ck_assert_uint_eq(posting.requirements[i].text.len, strlen(posting.requirements[i].text.at));
  }
  say_notes(&got, &posting.notes);
  ck_assert_msg(strcmp(got.text, r->requirements) == 0, "%s: got\n%s", r->name, got.text);
  jmi_arena_dispose(&arena);
}

/* ---- JSON Resume, job -------------------------------------------------------------------------
 */

static const row jobs[] = {
    {"all that a job has",
     "title: Baker\ncompany: Java\ntype: Full-time\ndate: 2026-01\ndescription: Go\n"
     "location: {address: x, postalCode: 1, city: Rye, countryCode: XX, region: y}\n"
     "remote: Full\nsalary: '20'\nexperience: Senior or Junior\nresponsibilities: [Bake]\n"
     "qualifications: [SQL]\nskills: [{name: Git}]\nmeta: {version: v1}\n",
     "Baker",
     "r1 responsibilities[0] 10:20 'Bake'\nr2 qualifications[0] 11:18 'SQL'\n"
     "r3 skills[0].name 12:17 'Git'\n"},
    {"a skill is one line, its keywords stand in brackets",
     "skills:\n  - {name: Web, level: Master, keywords: [HTML, CSS]}\n"
     "  - {name: Go, level: Intermediate}\n  - {keywords: [Oven]}\n  - Dough\ntitle: x\n",
     "x",
     "r1 skills[0].name 2:12 'expert knowledge of Web (HTML, CSS)'\n"
     "r2 skills[1].name 3:12 'working knowledge of Go'\nr3 skills[2].keywords 4:16 'Oven'\n"
     "r4 skills[3] 5:5 'Dough'\n"},
    {"experience asks when it says a number",
     "experience: 5+ years of baking\nqualifications: [SQL]\n", "",
     "r1 experience 1:13 '5+ years of baking'\nr2 qualifications[0] 2:18 'SQL'\n"},
    {"a text is its lines",
     "qualifications: |\n  - SQL\n\n  - Git\nresponsibilities: \"Bake\\n* Clean\"\n", "",
     "r1 qualifications 2:1 'SQL'\nr2 qualifications 4:1 'Git'\nr3 responsibilities 5:19 'Bake'\n"
     "r4 responsibilities 5:19 'Clean'\n"},
    {"values of the wrong kind are told, and the rest is read",
     "title: [x]\nqualifications: [{a: b}, SQL, null, '']\nskills: [[x], {name: {a: b}, keywords: "
     "[[x], Go]}, {level: [x], name: C}, {level: odd, name: D}, {}, {level: x}]\n"
     "responsibilities: {a: b}\nexperience: [x]\n",
     "",
     "r1 qualifications[1] 2:26 'SQL'\nr2 skills[1].keywords 3:40 'Go'\n"
     "r3 skills[2].name 3:71 'C'\nr4 skills[3].name 3:94 'D'\n"
     "! title 1:8 a list stands where it can't be read\n"
     "! qualifications[0] 2:18 a mapping stands where it can't be read\n"
     "! skills[0] 3:10 a list stands where it can't be read\n"
     "! skills[1].keywords[0] 3:41 a list stands where it can't be read\n"
     "! skills[1].name 3:22 a mapping stands where it can't be read\n"
     "! skills[2].level 3:60 a list stands where it can't be read\n"
     "! skills[3].level 3:83 the level is none that is known here, and is not read\n"
     "! responsibilities 4:19 a mapping stands where it can't be read\n"},
    {"fields of the native format are told",
     "$schema: 'http://example.com/job-schema.json'\nrequirements: [Go]\nqualifications: [SQL]\n",
     "",
     "r1 qualifications[0] 3:18 'SQL'\n"
     "! requirements 2:15 a field of jobmatch's own format is not read in a foreign one\n"},
};

START_TEST(reads_json_resume_jobs)
{
  check(&jobs[_i], JMI_FORMAT_JSON_RESUME);
}
END_TEST

/* ---- schema.org -------------------------------------------------------------------------------
 */

#define JOB "'@type': JobPosting\n"

static const row postings[] = {
    {"what asks for nothing is not read",
     JOB
     "title: Baker\ndescription: Go\nhiringOrganization: {name: Java}\njobLocation: {address: x}\n"
     "baseSalary: 20\ndatePosted: x\nemploymentType: FULL_TIME\nindustry: Go\nbenefits: Go\n"
     "applicantLocationRequirements: {name: XX}\nskills: SQL\n",
     "Baker", "r1 skills 12:9 'SQL'\n"},
    {"each field of requirements as a text",
     JOB "skills: SQL\nqualifications: Calm\nresponsibilities: Bake\n"
         "educationRequirements: bachelor degree\nexperienceRequirements: 2 years of baking\n"
         "eligibilityToWorkRequirement: US work permit\nsecurityClearanceRequirement: Secret\n"
         "physicalRequirement: Lift 20 kg\nsensoryRequirement: See\n",
     "",
     "r1 skills 2:9 'SQL'\nr2 qualifications 3:17 'Calm'\nr3 responsibilities 4:19 'Bake'\n"
     "r4 educationRequirements 5:24 'bachelor degree'\n"
     "r5 experienceRequirements 6:25 '2 years of baking'\n"
     "r6 eligibilityToWorkRequirement 7:31 'US work permit'\n"
     "r7 securityClearanceRequirement 8:31 'Secret clearance'\n"
     "r8 physicalRequirement 9:22 'Lift 20 kg'\nr9 sensoryRequirement 10:21 'See'\n"},
    {"as lists and as objects",
     JOB "skills: [{'@type': DefinedTerm, name: SQL, termCode: x, inDefinedTermSet: y}, Git]\n"
         "qualifications: {name: Calm}\nresponsibilities: {'@value': Bake, '@language': en}\n"
         "securityClearanceRequirement: [Top Secret clearance]\n",
     "",
     "r1 skills[0].name 2:39 'SQL'\nr2 skills[1] 2:79 'Git'\nr3 qualifications.name 3:24 'Calm'\n"
     "r4 responsibilities[\"@value\"] 4:30 'Bake'\n"
     "r5 securityClearanceRequirement[0] 5:32 'Top Secret clearance'\n"},
    {"skills stand between commas, sentences do not",
     JOB
     "skills: [\"SQL, Git (GitHub, GitLab), R\", \"Java, Spring and SQL\", \"Knows how to bake a "
     "very large roll, and eats it\"]\n",
     "",
     "r1 skills[0] 2:10 'SQL'\nr2 skills[0] 2:10 'Git (GitHub, GitLab)'\nr3 skills[0] 2:10 'R'\n"
     "r4 skills[1] 2:42 'Java, Spring and SQL'\n"
     "r5 skills[2] 2:66 'Knows how to bake a very large roll, and eats it'\n"},
    {"HTML is its lines",
     JOB "qualifications: '<p>You <b>must</b>:</p><ul><li>SQL &amp; Git</li><li>R</li></ul>'\n"
         "responsibilities: '&lt;li&gt;Bake&lt;/li&gt;&lt;li&gt;Clean&lt;/li&gt;'\n",
     "",
     "r1 qualifications 2:17 'You must:'\nr2 qualifications 2:17 'SQL & Git'\n"
     "r3 qualifications 2:17 'R'\nr4 responsibilities 3:19 'Bake'\nr5 responsibilities 3:19 "
     "'Clean'\n"},
    {"months are a number or a text",
     JOB "experienceRequirements: [{monthsOfExperience: 60}, {monthsOfExperience: '18'},\n"
         "  {monthsOfExperience: 12.0}, {monthsOfExperience: 1}, {monthsOfExperience: 0}]\n",
     "",
     "r1 experienceRequirements[0].monthsOfExperience 2:47 '5 years of experience'\n"
     "r2 experienceRequirements[1].monthsOfExperience 2:73 '18 months of experience'\n"
     "r3 experienceRequirements[2].monthsOfExperience 3:24 '1 year of experience'\n"
     "r4 experienceRequirements[3].monthsOfExperience 3:52 '1 month of experience'\n"},
    {"months that are none are told",
     JOB
     "skills: SQL\nexperienceRequirements: [{monthsOfExperience: many}, {monthsOfExperience: "
     "[60]},\n"
     "  {monthsOfExperience: 99999999999}, {monthsOfExperience: 1x}, {monthsOfExperience: -1}]\n",
     "",
     "r1 skills 2:9 'SQL'\n"
     "! experienceRequirements[0].monthsOfExperience 3:47 no number of months stands here, and it "
     "is "
     "not read\n"
     "! experienceRequirements[1].monthsOfExperience 3:75 no number of months stands here, and it "
     "is "
     "not read\n"
     "! experienceRequirements[2].monthsOfExperience 4:24 no number of months stands here, and it "
     "is "
     "not read\n"
     "! experienceRequirements[3].monthsOfExperience 4:59 no number of months stands here, and it "
     "is "
     "not read\n"
     "! experienceRequirements[4].monthsOfExperience 4:85 no number of months stands here, and it "
     "is "
     "not read\n"},
    {"a credential has a category or a level",
     JOB "educationRequirements: [{credentialCategory: high school}, {educationalLevel: {name: "
         "Bachelor}},\n  {credentialCategory: 'https://example.com/x'}]\n",
     "",
     "r1 educationRequirements[0].credentialCategory 2:46 'high school diploma'\n"
     "r2 educationRequirements[1].educationalLevel.name 2:86 'Bachelor'\n"
     "! educationRequirements[2].credentialCategory 3:24 an address names nothing that a profile "
     "could show\n"},
    {"experience in place of education makes one line",
     JOB "experienceInPlaceOfEducation: true\nexperienceRequirements: {monthsOfExperience: '60'}\n"
         "skills: SQL\neducationRequirements: {credentialCategory: bachelor degree}\n",
     "",
     "r1 educationRequirements.credentialCategory 5:45 'bachelor degree or 5 years of experience'\n"
     "r2 skills 4:9 'SQL'\n"},
    {"without experience named, it is equivalent",
     JOB "experienceInPlaceOfEducation: 'true'\neducationRequirements: [bachelor degree, MBA]\n",
     "",
     "r1 educationRequirements[0] 3:25 'bachelor degree or equivalent experience'\n"
     "r2 educationRequirements[1] 3:42 'MBA or equivalent experience'\n"},
    {"without education it stands alone",
     JOB "experienceInPlaceOfEducation: true\nexperienceRequirements: 2 years\n", "",
     "r1 experienceRequirements 3:25 '2 years'\n"},
    {"not in its place both are asked",
     JOB
     "experienceInPlaceOfEducation: false\neducationRequirements: MBA\nexperienceRequirements: 2 "
     "years\n",
     "", "r1 educationRequirements 3:24 'MBA'\nr2 experienceRequirements 4:25 '2 years'\n"},
    {"it may stand in a graph",
     "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebPage\"},\n"
     " {\"@type\": [\"Thing\", \"JobPosting\"], \"title\": \"Baker\", \"skills\": [\"SQL\"]}, {}]}",
     "Baker", "r1 [\"@graph\"][1].skills[0] 2:66 'SQL'\n"},
    {"in a list",
     "[{\"@type\": \"Organization\"}, {\"@type\": \"JobPosting\", \"skills\": \"SQL\"}]", "",
     "r1 [1].skills 1:63 'SQL'\n"},
    {"in a page",
     "{\"@type\": \"WebPage\", \"mainEntity\": {\"@type\": \"schema:JobPosting\", \"skills\": "
     "\"SQL\"}}",
     "", "r1 mainEntity.skills 1:77 'SQL'\n"},
    {"its type may be an address",
     "{\"@type\": \"http://schema.org/JobPosting\", \"skills\": \"SQL\"}", "",
     "r1 skills 1:53 'SQL'\n"},
    {"its type may be left out", "{\"@context\": \"https://schema.org\", \"skills\": \"SQL\"}", "",
     "r1 skills 1:46 'SQL'\n"},
    {"and its context", "{\"hiringOrganization\": {}, \"skills\": \"SQL\", \"title\": \"Baker\"}",
     "Baker", "r1 skills 1:38 'SQL'\n"},
    {"values of the wrong kind are told, and the rest is read",
     JOB "title: {a: b}\nskills: [[SQL], {x: y}, Git, null, {name: [a]}]\nqualifications: {}\n"
         "physicalRequirement: 'https://example.com/lift'\nexperienceRequirements: {x: y}\n",
     "",
     "r1 skills[2] 3:25 'Git'\n! title 2:8 a mapping stands where it can't be read\n"
     "! skills[0] 3:10 a list stands where it can't be read\n"
     "! skills[1] 3:17 a mapping stands where it can't be read\n"
     "! skills[4] 3:36 a mapping stands where it can't be read\n"
     "! physicalRequirement 5:22 an address names nothing that a profile could show\n"
     "! experienceRequirements 6:25 a mapping stands where it can't be read\n"},
    {"fields of the native format are told", JOB "preferred: [Go]\nskills: SQL\n", "",
     "r1 skills 3:9 'SQL'\n"
     "! preferred 2:12 a field of jobmatch's own format is not read in a foreign one\n"},
};

START_TEST(reads_schema_org)
{
  check(&postings[_i], JMI_FORMAT_SCHEMA_ORG);
}
END_TEST

/* ---- Which format -----------------------------------------------------------------------------
 */

static const struct {
  const char *name, *text;
  jmi_format format;
} formats[] = {
    {"a list of lines is native", "[SQL, {text: Git}]", JMI_FORMAT_NATIVE},
    {"so is nothing", "{}", JMI_FORMAT_NATIVE},
    {"and what says only who", "{title: x, company: y, location: z, description: d}",
     JMI_FORMAT_NATIVE},
    {"a type decides", "{'@type': JobPosting, requirements: [SQL]}", JMI_FORMAT_SCHEMA_ORG},
    {"a type of another sort too", "{'@type': Person}", JMI_FORMAT_SCHEMA_ORG},
    {"a list with a type too", "[x, {'@type': Thing}]", JMI_FORMAT_SCHEMA_ORG},
    {"a key of schema.org decides", "{datePosted: x, qualifications: [SQL]}",
     JMI_FORMAT_SCHEMA_ORG},
    {"beside native keys it does not", "{datePosted: x, requirements: [SQL]}", JMI_FORMAT_NATIVE},
    {"qualifications are a job's", "{qualifications: [SQL]}", JMI_FORMAT_JSON_RESUME},
    {"responsibilities are too", "{responsibilities: [SQL]}", JMI_FORMAT_JSON_RESUME},
    {"and skills beside a title", "{title: x, skills: [SQL]}", JMI_FORMAT_JSON_RESUME},
    {"skills without one are a profile's", "{name: x, skills: [SQL]}", JMI_FORMAT_NATIVE},
    {"beside native keys they are none", "{title: x, skills: [SQL], preferred: []}",
     JMI_FORMAT_NATIVE},
    {"a schema decides", "{$schema: 'x/job-schema.json', requirements: []}",
     JMI_FORMAT_JSON_RESUME},
    {"nobody writes postings in RenderCV", "{cv: {}}", JMI_FORMAT_NATIVE},
};

START_TEST(tells_the_format)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_format got = jmi_format_of_posting(tree_of(&arena, formats[_i].text));
  ck_assert_msg(got == formats[_i].format, "%s: %s", formats[_i].name, jmi_format_words[got]);
  ck_assert_int_ne(got, JMI_FORMAT_RENDERCV);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Refusals, limits, no memory --------------------------------------------------------------
 */

static const misread bad[] = {
    {"a page without a posting", "{\"@type\": \"Person\"}", 1, 1, "",
     "the document holds no JobPosting",
     "its `@type` says what it is; here a JobPosting is expected", 0, 0},
    {"a graph without a posting", "{\"@graph\": [{\"@type\": \"NotAJobPosting\"}]}", 1, 1, "",
     "the document holds no JobPosting",
     "its `@type` says what it is; here a JobPosting is expected", 0, 0},
    {"two postings", "[{\"@type\": \"JobPosting\"},\n {\"@type\": \"JobPosting\"}]", 2, 2, "[1]",
     "[1] is a second JobPosting, and one is expected", "give each posting a file of its own", 1,
     2},
    {"a posting of nothing", JOB "url: there\n", 1, 1, "", "the document has no requirement",
     "give it `qualifications`, `skills`, `responsibilities` or a `description`", 0, 0},
    {"a posting of nothing in a graph",
     "{\"@graph\": [\n{\"@type\": \"JobPosting\", \"description\": \"\"}]}", 2, 1,
     "[\"@graph\"][0]", "[\"@graph\"][0] has no requirement",
     "give it `qualifications`, `skills`, `responsibilities` or a `description`", 0, 0},
    {"a job of nothing", "title: Baker\nskills: []\nresponsibilities: []\n", 1, 1, "",
     "the document has no requirement", "give `qualifications` a list of lines, or a `description`",
     0, 0},
};

START_TEST(refuses_with_place_and_hint)
{
  jm_limits limits = limits_usual();
  misread_check(&bad[_i], read_posting, &limits, JM_ERR_FIELD);
}
END_TEST

static const misread over_limits[] = {
    {"a third line of two", "qualifications: \"a\\nb\\nc\"\n", 1, 17, "qualifications",
     "qualifications is one requirement more than max_requirements (2) allows", "", 0, 0},
    {"a third skill of two", "title: x\nskills: [{name: a}, b, {name: c}]\n", 2, 31,
     "skills[2].name", "skills[2].name is one requirement more than max_requirements (2) allows",
     "", 0, 0},
    {"a third piece of two", JOB "skills: 'a, b, c'\n", 2, 9, "skills",
     "skills is one requirement more than max_requirements (2) allows", "", 0, 0},
    {"a third study of two", JOB "educationRequirements: [BSc, MBA, PhD]\n", 2, 35,
     "educationRequirements[2]",
     "educationRequirements[2] is one requirement more than max_requirements (2) allows", "", 0, 0},
};

START_TEST(refuses_what_passes_a_limit)
{
  const jm_limits few = {.max_requirements = 2};
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &few, NULL), JM_OK);
  misread_check(&over_limits[_i], read_posting, &limits, JM_ERR_LIMIT);
}
END_TEST

START_TEST(survives_every_failing_allocation)
{
  static const char job[] =
      "title: [x]\nqualifications: |\n  - SQL &amp; R\n  - Git\n"
      "skills: [{name: Web, level: Master, keywords: [a, b]}, {keywords: [c]}]\n";
  static const char posting[] =
      JOB "skills: 'a, b'\nqualifications: '<li>a</li><li>b</li>'\nexperienceInPlaceOfEducation: "
          "true\neducationRequirements: [BSc, high school]\nexperienceRequirements: "
          "{monthsOfExperience: 60}\nsecurityClearanceRequirement: Secret\ntitle: {}\n"
          "sensoryRequirement: {a: b}\n";
  static const char either[] =
      JOB "experienceInPlaceOfEducation: true\neducationRequirements: [BSc, MBA]\n";
  char *many = text_repeated("qualifications:\n", "  - A &amp; B\n", 300);
  sweep_reader(many, read_posting);
  free(many);
  sweep_block(job, read_posting);
  sweep_block(posting, read_posting);
  sweep_block(either, read_posting);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("foreign posting");
  TCase *tc = tcase_create("foreign posting");
  tcase_add_loop_test(tc, reads_json_resume_jobs, 0, COUNT(jobs));
  tcase_add_loop_test(tc, reads_schema_org, 0, COUNT(postings));
  tcase_add_loop_test(tc, tells_the_format, 0, COUNT(formats));
  tcase_add_loop_test(tc, refuses_with_place_and_hint, 0, COUNT(bad));
  tcase_add_loop_test(tc, refuses_what_passes_a_limit, 0, COUNT(over_limits));
  tcase_add_test(tc, survives_every_failing_allocation);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
