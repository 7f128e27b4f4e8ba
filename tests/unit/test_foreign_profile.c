/* SPDX-License-Identifier: MIT */
/* Profiles in foreign formats: JSON Resume and RenderCV, each field once; values of the wrong kind;
 * documents that could be of two formats. */
#include "support/entries.h"
#include "support/misread.h"

static jm_status read_profile(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_profile profile;
  return jmi_profile_read(&profile, arena, root, limits, err);
}

typedef struct row {
  const char *name, *text, *entries; /* and notes, behind them */
} row;

static void check(const row *r, jmi_format format)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_profile profile;
  jm_error err = JM_ERROR_INIT;
  jm_status status = jmi_profile_read(&profile, &arena, tree_of(&arena, r->text), &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", r->name, err.message);
  ck_assert_msg(profile.format == format, "%s: read as %s", r->name,
                jmi_format_words[profile.format]);
  lines got = {.len = 0};
  for (uint32_t i = 0; i < profile.count; i++)
    say_entry(&got, &profile.entries[i]);
  say_notes(&got, &profile.notes);
  ck_assert_msg(strcmp(got.text, r->entries) == 0, "%s: got\n%s", r->name, got.text);
  jmi_arena_dispose(&arena);
}

/* ---- JSON Resume ------------------------------------------------------------------------------
 */

#define BASICS "basics: {}\n"

static const row resumes[] = {
    {"who a candidate is is not read",
     "basics:\n  name: Dana\n  image: x.png\n  email: a@b\n  phone: 1\n  url: http://x\n"
     "  location: {address: x, postalCode: 1, city: Rye, countryCode: XX, region: y}\n"
     "  profiles: [{network: Go, username: Java, url: x}]\nreferences: [{name: Go, reference: "
     "Java}]\n"
     "interests: [{name: Go, keywords: [Java]}]\nmeta: {canonical: x, version: v1, lastModified: "
     "y}\n",
     ""},
    {"label and summary are", "basics: {label: Baker, summary: I bake.}\n",
     "1 summary basics.label 'Baker'\n1 summary basics.summary 'I bake.'\n"},
    {"a job's entries share its dates and number",
     "work:\n  - name: Crumb\n    location: Rye\n    description: A shop\n    position: Baker\n"
     "    url: http://x\n    startDate: '2019-03-31'\n    endDate: 2020-02\n    summary: Baked.\n"
     "    highlights: [bread, rolls]\n    keywords: [oven]\n",
     "1 title work[0].position 'Baker' 2019-03..2020-02\n"
     "1 highlight work[0].summary 'Baked.' 2019-03..2020-02\n"
     "1 highlight work[0].highlights[0] 'bread' 2019-03..2020-02\n"
     "1 highlight work[0].highlights[1] 'rolls' 2019-03..2020-02\n"
     "1 skill work[0].keywords[0] 'oven' 2019-03..2020-02\n"},
    {"JSON is read alike",
     "{\"work\": [{\"position\": \"Baker\", \"startDate\": \"2019\", \"endDate\": \"2020\",\n"
     "\"location\": {\"city\": \"Rye\"}}]}",
     "1 title work[0].position 'Baker' 2019-01..2020-01\n"},
    {"no end is an open end",
     "work: [{position: Baker, startDate: 2019}, {position: Cook, startDate: 2018, endDate: ''},\n"
     "  {position: Chef, startDate: 2017, endDate: null},\n"
     "  {position: Host, startDate: 2016, endDate: Present}]\n",
     "1 title work[0].position 'Baker' 2019-01..open\n2 title work[1].position 'Cook' "
     "2018-01..open\n"
     "3 title work[2].position 'Chef' 2017-01..open\n4 title work[3].position 'Host' "
     "2016-01..open\n"},
    {"what was done for nothing is no work",
     BASICS "volunteer:\n  - organization: Java\n    position: Driver\n    url: x\n"
            "    startDate: 2019-01\n    endDate: 2019-02\n    summary: Drove.\n    highlights: "
            "[a van]\n",
     "1 project volunteer[0].position 'Driver' 2019-01..2019-02\n"
     "1 project volunteer[0].summary 'Drove.' 2019-01..2019-02\n"
     "1 project volunteer[0].highlights[0] 'a van' 2019-01..2019-02\n"},
    {"a study is one entry, and one for each course",
     BASICS "education:\n  - institution: Java\n    url: x\n    area: Physics\n    studyType: BSc\n"
            "    startDate: 2010\n    endDate: 2013\n    score: '4.0'\n    courses: [Optics]\n",
     "1 education education[0] 'BSc, Physics' bachelor 2010-01..2013-01\n"
     "1 education education[0].courses[0] 'Optics' 2010-01..2013-01\n"},
    {"a study without an end goes on",
     BASICS "education: [{studyType: Master, startDate: 2024}, {area: Law}, Bachelor of Arts]\n",
     "1 education education[0] 'Master' master in progress 2024-01..open\n"
     "2 education education[1] 'Law'\n3 education education[2] 'Bachelor of Arts' bachelor\n"},
    {"awards, certificates and publications have their dates",
     BASICS "awards: [{title: Best roll, date: 2019-05, awarder: Java, summary: For rolls}]\n"
            "certificates: [{name: PMP, date: 2020-01-31, url: x, issuer: Java}]\n"
            "publications: [{name: On rolls, publisher: Java, releaseDate: 2021, url: x,\n"
            "  summary: All of it}]\n",
     "1 project awards[0].title 'Best roll' ..2019-05\n1 project awards[0].summary 'For rolls' "
     "..2019-05\n"
     "2 certificate certificates[0].name 'PMP' ..2020-01\n"
     "3 project publications[0].name 'On rolls' ..2021-01\n"
     "3 project publications[0].summary 'All of it' ..2021-01\n"},
    {"a skill's keywords are as well known as it is",
     BASICS "skills: [{name: Web, level: Master, keywords: [HTML, CSS]}, {name: Baking}]\n",
     "1 skill skills[0].name 'Web' expert\n1 skill skills[0].keywords[0] 'HTML' expert\n"
     "1 skill skills[0].keywords[1] 'CSS' expert\n1 skill skills[1].name 'Baking'\n"},
    {"a heading is no skill", BASICS "skills: [{name: Tools, keywords: [Git]}]\n",
     "1 skill skills[0].keywords[0] 'Git'\n"},
    {"skills may be texts, and keywords one text",
     BASICS "skills: [SQL, {name: Web, keywords: 'HTML, CSS (Sass, Less)'}]\n",
     "1 skill skills[0] 'SQL'\n1 skill skills[1].name 'Web'\n1 skill skills[1].keywords 'HTML'\n"
     "1 skill skills[1].keywords 'CSS (Sass, Less)'\n"},
    {"languages have their fluency",
     BASICS "languages: [{language: German, fluency: Native speaker}, {language: French}]\n",
     "1 language languages[0].language 'German' expert\n1 language languages[1].language "
     "'French'\n"},
    {"a project is told by what was done in it",
     BASICS "projects:\n  - name: Oven book\n    description: A book\n    highlights: [printed]\n"
            "    keywords: [writing]\n    startDate: 2019-01\n    endDate: 2019-02\n    url: x\n"
            "    roles: [Author]\n    entity: Java\n    type: talk\n",
     "1 project projects[0].name 'Oven book' 2019-01..2019-02\n"
     "1 project projects[0].description 'A book' 2019-01..2019-02\n"
     "1 project projects[0].highlights[0] 'printed' 2019-01..2019-02\n"
     "1 skill projects[0].keywords[0] 'writing' 2019-01..2019-02\n"
     "1 title projects[0].roles[0] 'Author' 2019-01..2019-02\n"},
    {"one item needs no list", "work: {position: Baker}\n", "1 title work.position 'Baker'\n"},
    {"a job may be one text", "work: ['Baker, 2019 to 2021']\n",
     "1 prose work[0] 'Baker, 2019 to 2021'\n"},
    {"what is empty is not there",
     "work:\nvolunteer: []\nskills: [null, '', {}, {name: , keywords: []}]\nlanguages: ''\n"
     "education: [{studyType: ' ', area: null, courses: [null]}]\n",
     ""},
    {"unknown fields are passed over", BASICS "x: 1\nwork: [{position: Baker, company: Java}]\n",
     "1 title work[0].position 'Baker'\n"},
    {"values of the wrong kind are told, and the rest is read",
     BASICS "work:\n  - position: [Baker]\n  - position: {a: b}\n  - [x]\n  - highlights: [[x], "
            "bread]\n"
            "skills: [{name: SQL, level: [x]}, {name: Go, level: 80 %}]\n",
     "1 title work[0].position[0] 'Baker'\n4 highlight work[3].highlights[1] 'bread'\n"
     "5 skill skills[0].name 'SQL'\n5 skill skills[1].name 'Go'\n"
     "! work[1].position 4:15 a mapping stands where it can't be read\n"
     "! work[2] 5:5 a list stands where it can't be read\n"
     "! work[3].highlights[0] 6:18 a list stands where it can't be read\n"
     "! skills[0].level 7:29 a list stands where it can't be read\n"
     "! skills[1].level 7:53 the level is none that is known here, and is not read\n"},
    {"a date that can't be read leaves none",
     "work: [{position: Baker, startDate: 2019, endDate: soon},\n"
     "  {position: Cook, startDate: Present, endDate: 2019},\n"
     "  {position: Chef, startDate: 2020-05, endDate: 2019-04},\n"
     "  {position: Host, startDate: 2019-02-31, endDate: 2019}]\n",
     "1 title work[0].position 'Baker'\n2 title work[1].position 'Cook'\n"
     "3 title work[2].position 'Chef'\n4 title work[3].position 'Host' 2019-02..2019-02\n"
     "! work[0].endDate 1:52 the date is none that is known here, and is not read\n"
     "! work[1].startDate 2:31 the date is none that is known here, and is not read\n"
     "! work[2].endDate 3:49 the end lies before the beginning, and neither is read\n"},
    {"a NUL is told", "{\"work\": [{\"position\": \"a\\u0000b\"}]}",
     "! work[0].position 1:24 a text holds a NUL character, and is not read\n"},
    {"fields of the native format are told",
     BASICS "willing: {travel: 30%}\nexperience: [{title: Baker}]\nname: Dana\n",
     "! experience 3:13 a field of jobmatch's own format is not read in a foreign one\n"
     "! willing 2:10 a field of jobmatch's own format is not read in a foreign one\n"},
};

START_TEST(reads_json_resume)
{
  check(&resumes[_i], JMI_FORMAT_JSON_RESUME);
}
END_TEST

/* ---- RenderCV ---------------------------------------------------------------------------------
 */

static const row cvs[] = {
    {"who a candidate is is not read",
     "cv:\n  name: Dana\n  location: Rye\n  email: a@b\n  photo: x\n  phone: 1\n  website: x\n"
     "  social_networks: [{network: Go, username: Java}]\n"
     "  custom_connections: [{fontawesome_icon: x, placeholder: Java, url: x}]\n"
     "  sections:\n    References: [{bullet: Java}]\n    hobbies: [Go]\n    Contact details: "
     "[Go]\n    skills: [{label: Interests, details: Go}]\n"
     "design: {theme: classic}\nlocale: {language: german}\n",
     ""},
    {"a headline is", "cv: {headline: Baker}\n", "1 summary cv.headline 'Baker'\n"},
    {"a job is told by company and position",
     "cv:\n  sections:\n    Work:\n      - company: Java\n        position: Baker\n"
     "        location: Rye\n        start_date: 2019-03\n        end_date: present\n"
     "        summary: Baked.\n        highlights: [bread]\n        keywords: oven, gas\n"
     "        skills: [wood]\n",
     "1 title cv.sections.Work[0].position 'Baker' 2019-03..open\n"
     "1 highlight cv.sections.Work[0].summary 'Baked.' 2019-03..open\n"
     "1 highlight cv.sections.Work[0].highlights[0] 'bread' 2019-03..open\n"
     "1 skill cv.sections.Work[0].keywords 'oven' 2019-03..open\n"
     "1 skill cv.sections.Work[0].keywords 'gas' 2019-03..open\n"
     "1 skill cv.sections.Work[0].skills[0] 'wood' 2019-03..open\n"},
    {"a study by institution and area",
     "cv:\n  sections:\n    education:\n      - institution: Java\n        area: Physics\n"
     "        degree: PhD\n        location: Rye\n        start_date: 2010\n        end_date: "
     "2013-05\n"
     "        summary: Of light\n        highlights: [Optics]\n",
     "1 education cv.sections.education[0] 'PhD, Physics' doctorate 2010-01..2013-05\n"
     "1 education cv.sections.education[0].summary 'Of light' 2010-01..2013-05\n"
     "1 education cv.sections.education[0].highlights[0] 'Optics' 2010-01..2013-05\n"},
    {"a study without an end goes on",
     "cv: {sections: {education: [{area: Law, start_date: 2024-10}]}}\n",
     "1 education cv.sections.education[0] 'Law' in progress 2024-10..open\n"},
    {"a publication by its authors",
     "cv:\n  sections:\n    papers:\n      - title: On rolls\n        authors: [Java, Go]\n"
     "        journal: Go\n        doi: 10/x\n        url: x\n        date: 2021-07\n"
     "        summary: All of it\n",
     "1 project cv.sections.papers[0].title 'On rolls' ..2021-07\n"
     "1 project cv.sections.papers[0].summary 'All of it' ..2021-07\n"},
    {"a line by its label",
     "cv:\n  sections:\n    skills:\n      - label: Languages\n        details: Python (NumPy, "
     "SciPy), C++, \"CUDA\"\n      - label: Welding\n        details: gas\n",
     "1 skill cv.sections.skills[0].details 'Python (NumPy, SciPy)'\n"
     "1 skill cv.sections.skills[0].details 'C++'\n"
     "1 skill cv.sections.skills[0].details '\"CUDA\"'\n"
     "1 skill cv.sections.skills[1].label 'Welding'\n1 skill cv.sections.skills[1].details "
     "'gas'\n"},
    {"a section is passed over by its title alone",
     "cv: {sections: {Contact centre work: [{position: Agent}]}}\n",
     "1 title cv.sections[\"Contact centre work\"][0].position 'Agent'\n"},
    {"details may say how well",
     "cv: {sections: {Languages: [{label: German, details: native}], Skills: [{label: SQL, "
     "details: advanced}]}}\n",
     "1 language cv.sections.Languages[0].label 'German' expert\n"
     "2 skill cv.sections.Skills[0].label 'SQL' advanced\n"},
    {"bullets and numbers are what their section is",
     "cv:\n  sections:\n    certificates: [{bullet: PMP}]\n    patents: [{number: A roll}]\n"
     "    talks: [{reversed_number: On rolls}]\n",
     "1 certificate cv.sections.certificates[0].bullet 'PMP'\n"
     "2 project cv.sections.patents[0].number 'A roll'\n"
     "3 project cv.sections.talks[0].reversed_number 'On rolls'\n"},
    {"so are texts",
     "cv:\n  sections:\n    summary: [I bake.]\n    Technical skills: ['SQL, Git', Knows the oven, "
     "and "
     "its doors]\n    education: [BSc Physics]\n    work experience: [Ran the oven]\n    odd: One "
     "text\n",
     "1 summary cv.sections.summary[0] 'I bake.'\n"
     "2 skill cv.sections[\"Technical skills\"][0] 'SQL'\n"
     "2 skill cv.sections[\"Technical skills\"][0] 'Git'\n"
     "2 skill cv.sections[\"Technical skills\"][1] 'Knows the oven'\n"
     "2 skill cv.sections[\"Technical skills\"][2] 'and its doors'\n"
     "3 education cv.sections.education[0] 'BSc Physics'\n"
     "4 highlight cv.sections[\"work experience\"][0] 'Ran the oven'\n"
     "5 project cv.sections.odd 'One text'\n"},
    {"all else by its name",
     "cv:\n  sections:\n    projects:\n      - {name: Oven book, date: Fall 2023, location: Rye,\n"
     "         summary: A book, highlights: [printed]}\n",
     "1 project cv.sections.projects[0].name 'Oven book' ..2023-09\n"
     "1 project cv.sections.projects[0].summary 'A book' ..2023-09\n"
     "1 project cv.sections.projects[0].highlights[0] 'printed' ..2023-09\n"},
    {"a date may be a span",
     "cv: {sections: {projects: [{name: A, date: 2019 to 2021}, {name: B, date: 2019\xE2\x80\x93"
     "2021}]}}\n",
     "1 project cv.sections.projects[0].name 'A' 2019-01..2021-01\n"
     "2 project cv.sections.projects[1].name 'B' 2019-01..2021-01\n"},
    {"work for nothing is no job",
     "cv: {sections: {volunteering: [{company: Java, position: Driver, start_date: 2019, end_date: "
     "2020}]}}\n",
     "1 project cv.sections.volunteering[0].position 'Driver' 2019-01..2020-01\n"},
    {"what is of no type is told, and the rest is read",
     "cv:\n  sections:\n    a: [{x: 1}, [y], {}, null, {name: B}]\n    b: {c: d}\n    e:\n",
     "1 project cv.sections.a[4].name 'B'\n"
     "! cv.sections.a[0] 3:9 the entry has the fields of no type of entry, and is not read\n"
     "! cv.sections.a[1] 3:17 the entry has the fields of no type of entry, and is not read\n"
     "! cv.sections.b 4:8 a mapping stands where it can't be read\n"},
    {"sections are a mapping", "cv: {sections: [a]}\n",
     "! cv.sections 1:16 a list stands where it can't be read\n"},
    {"no sections are none", "cv: {sections: }\n", ""},
    {"fields of the native format are told", "cv: {}\nskills: [SQL]\n",
     "! skills 2:9 a field of jobmatch's own format is not read in a foreign one\n"},
};

START_TEST(reads_rendercv)
{
  check(&cvs[_i], JMI_FORMAT_RENDERCV);
}
END_TEST

/* ---- Which format -----------------------------------------------------------------------------
 */

static const struct {
  const char *name, *text;
  jmi_format format;
} formats[] = {
    {"nothing is native", "{}", JMI_FORMAT_NATIVE},
    {"what both have is native", "{skills: [SQL], education: [], projects: []}", JMI_FORMAT_NATIVE},
    {"`basics` decides", "{basics: {}, experience: [], name: x}", JMI_FORMAT_JSON_RESUME},
    {"`basics` is a mapping", "{basics: x}", JMI_FORMAT_NATIVE},
    {"a schema decides",
     "{$schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json', "
     "text: x}",
     JMI_FORMAT_JSON_RESUME},
    {"another schema does not", "{$schema: 'https://example.com/profile.json', skills: []}",
     JMI_FORMAT_NATIVE},
    {"`work` decides where nothing is native", "{work: [], skills: []}", JMI_FORMAT_JSON_RESUME},
    {"`work` beside a native key does not", "{name: Dana, work: []}", JMI_FORMAT_NATIVE},
    {"`cv` decides", "{cv: {}, name: x}", JMI_FORMAT_RENDERCV},
    {"`cv` goes before `basics`", "{basics: {}, cv: {}}", JMI_FORMAT_RENDERCV},
    {"`cv` is a mapping", "{cv: x}", JMI_FORMAT_NATIVE},
    {"a list is native", "[{cv: {}}]", JMI_FORMAT_NATIVE},
};

START_TEST(tells_the_format)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_format got = jmi_format_of_profile(tree_of(&arena, formats[_i].text));
  ck_assert_msg(got == formats[_i].format, "%s: %s", formats[_i].name, jmi_format_words[got]);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Limits, many, no memory ------------------------------------------------------------------
 */

static const misread over_limits[] = {
    {"a third entry of two", "work: [{position: a, highlights: [b, c]}]\n", 1, 38,
     "work[0].highlights[1]", "work[0].highlights[1] is one entry more than max_entries (2) allows",
     "", 0, 0},
    {"a third piece of two", "basics: {}\nskills: [{keywords: 'a, b, c'}]\n", 2, 21,
     "skills[0].keywords", "skills[0].keywords is one entry more than max_entries (2) allows", "",
     0, 0},
    {"a third study of two", "basics: {}\neducation: [a, b, c]\n", 2, 19, "education[2]",
     "education[2] is one entry more than max_entries (2) allows", "", 0, 0},
    {"a third line of two", "cv: {sections: {skills: [a, b, {label: c}]}}\n", 1, 40,
     "cv.sections.skills[2].label",
     "cv.sections.skills[2].label is one entry more than max_entries (2) allows", "", 0, 0},
};

START_TEST(refuses_what_passes_a_limit)
{
  const jm_limits few = {.max_entries = 2};
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &few, NULL), JM_OK);
  misread_check(&over_limits[_i], read_profile, &limits, JM_ERR_LIMIT);
}
END_TEST

START_TEST(keeps_a_hundred_notes)
{
  char *text = text_repeated("work:\n", "  - position: {a: b}\n", 1000);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_profile profile;
  ck_assert_int_eq(jmi_profile_read(&profile, &arena, tree_of(&arena, text), &limits, NULL), JM_OK);
  ck_assert_uint_eq(profile.count, 0);
  ck_assert_uint_eq(profile.notes.count, 100);
  ck_assert_uint_eq(profile.notes.more, 900);
  jmi_arena_dispose(&arena);
  free(text);
}
END_TEST

START_TEST(survives_every_failing_allocation)
{
  static const char resume[] =
      "basics: {label: Baker}\nwork: [{position: [x, {a: b}], startDate: 2019, keywords: 'a, b'}]\n"
      "education: [{studyType: BSc, area: [Law, History], courses: [Ethics]}, MA]\n"
      "skills: [{name: SQL, level: odd}]\ntext: x\n";
  static const char cv[] =
      "cv: {headline: x, sections: {a: [{x: 1}, {name: b, date: 2019 to 2020}, text],\n"
      "  skills: ['a, b', {label: c, details: 'd, e'}], education: [{area: Law}]}}\n";
  char *many = text_repeated("work:\n",
                             "  - {position: Baker, highlights: [bread], keywords: 'a, b'}\n", 200);
  sweep_reader(many, read_profile);
  free(many);
  sweep_block(resume, read_profile);
  sweep_block(cv, read_profile);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("foreign profile");
  TCase *tc = tcase_create("foreign profile");
  tcase_add_loop_test(tc, reads_json_resume, 0, COUNT(resumes));
  tcase_add_loop_test(tc, reads_rendercv, 0, COUNT(cvs));
  tcase_add_loop_test(tc, tells_the_format, 0, COUNT(formats));
  tcase_add_loop_test(tc, refuses_what_passes_a_limit, 0, COUNT(over_limits));
  tcase_add_test(tc, keeps_a_hundred_notes);
  tcase_add_test(tc, survives_every_failing_allocation);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
