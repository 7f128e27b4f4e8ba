/* SPDX-License-Identifier: MIT */
/* Postings extracted: headings, shapes of sentences, texts of all kinds, the YAML that is written.
 */
#include <stdio.h>

#include "document/document.h"
#include "language/extract.h"
#include "language/heads.h"
#include "match/match.h"
#include "support/handles.h"
#include "support/suite.h"

/* ---- headings --------------------------------------------------------------------------- */

static const struct {
  const char *text;
  jmi_head head;
} heads[] = {
    {"Requirements", JMI_HEAD_REQUIRED},
    {"What you'll bring", JMI_HEAD_REQUIRED},
    {"Minimum qualifications:", JMI_HEAD_REQUIRED},
    {"Basic Qualifications", JMI_HEAD_REQUIRED},
    {"About you", JMI_HEAD_REQUIRED},
    {"Who you are", JMI_HEAD_REQUIRED},
    {"Skills and experience", JMI_HEAD_REQUIRED},
    {"You have", JMI_HEAD_REQUIRED},
    {"MUST-HAVES", JMI_HEAD_REQUIRED},
    {"What we're looking for", JMI_HEAD_REQUIRED},
    {"Education and Experience", JMI_HEAD_REQUIRED},
    {"Key skills", JMI_HEAD_REQUIRED},
    {"Your profile", JMI_HEAD_REQUIRED},
    {"Person specification", JMI_HEAD_REQUIRED},
    {"The ideal candidate will have", JMI_HEAD_REQUIRED},
    {"You'll love this role if you", JMI_HEAD_REQUIRED},
    {"Essential and desirable criteria", JMI_HEAD_REQUIRED},
    {"Preferred qualifications", JMI_HEAD_PREFERRED},
    {"Nice to have", JMI_HEAD_PREFERRED},
    {"Nice-to-haves", JMI_HEAD_PREFERRED},
    {"Bonus points if you", JMI_HEAD_PREFERRED},
    {"Desired", JMI_HEAD_PREFERRED},
    {"Desirable skills", JMI_HEAD_PREFERRED},
    {"Not required, but a plus", JMI_HEAD_PREFERRED},
    {"It would be great if you also have these preferred skills", JMI_HEAD_PREFERRED},
    {"Responsibilities", JMI_HEAD_DUTIES},
    {"Duties and responsibilities", JMI_HEAD_DUTIES},
    {"What you'll do", JMI_HEAD_DUTIES},
    {"In this role you will", JMI_HEAD_DUTIES},
    {"The successful candidate will be responsible for", JMI_HEAD_DUTIES},
    {"Essential functions", JMI_HEAD_DUTIES},
    {"You will be required to", JMI_HEAD_DUTIES},
    {"About the role", JMI_HEAD_OPEN},
    {"Job summary", JMI_HEAD_OPEN},
    {"Benefits", JMI_HEAD_ASIDE},
    {"What we offer", JMI_HEAD_ASIDE},
    {"What's in it for you?", JMI_HEAD_ASIDE},
    {"Skills you'll learn", JMI_HEAD_ASIDE},
    {"About us", JMI_HEAD_ASIDE},
    {"Who we are", JMI_HEAD_ASIDE},
    {"How to apply", JMI_HEAD_ASIDE},
    {"Equal opportunity employer", JMI_HEAD_ASIDE},
    {"Salary range", JMI_HEAD_ASIDE},
    {"Our kitchen", JMI_HEAD_NONE},
    {"", JMI_HEAD_NONE},
};

START_TEST(head)
{
  jmi_head_found got = jmi_head_of(jmi_str_of(heads[_i].text));
  ck_assert_msg(got.head == heads[_i].head, "%s: got %d", heads[_i].text, got.head);
}
END_TEST

/* A row whose words are not as headings are reduced to would never be found. */
START_TEST(rows)
{
  const char *phrase;
  for (uint32_t i = 0; (phrase = jmi_head_phrase(i)) != NULL; i++) {
    jmi_head_found got = jmi_head_of(jmi_str_of(phrase));
    ck_assert_msg(got.head != JMI_HEAD_NONE && got.whole, "%s", phrase);
  }
}
END_TEST

/* ---- shapes ----------------------------------------------------------------------------- */

static const struct {
  const char *text;
  jmi_shape shape;
} shapes[] = {
    {"3 years in a bakery", JMI_SHAPE_WANT},
    {"Experience with ovens", JMI_SHAPE_WANT},
    {"You have a head for figures.", JMI_SHAPE_WANT},
    {"You'll need a van.", JMI_SHAPE_WANT},
    {"Applicants must live nearby.", JMI_SHAPE_WANT},
    {"We are looking for a cook who can bake.", JMI_SHAPE_WANT},
    {"A degree in physics", JMI_SHAPE_WANT},
    {"Latte art is a plus.", JMI_SHAPE_WANT},
    {"We are looking for a cook to join our team.", JMI_SHAPE_NOTICE},
    {"We have 20 years of experience in ovens.", JMI_SHAPE_NOTICE},
    {"Our shop has stood here for 80 years.", JMI_SHAPE_NOTICE},
    {"Rye & Sons has baked here for 80 years.", JMI_SHAPE_NONE},
    {"Please send a letter.", JMI_SHAPE_NOTICE},
    {"We are an equal opportunity employer.", JMI_SHAPE_NOTICE},
    {"You will bake bread.", JMI_SHAPE_DUTY},
    {"The cook is responsible for the menu.", JMI_SHAPE_DUTY},
    {"Bake bread until the desired colour shows", JMI_SHAPE_NONE},
    {"Do you like bread?", JMI_SHAPE_NONE},
};

START_TEST(shape)
{
  jm_scorer *scorer = new_scorer();
  jmi_arena arena;
  jmi_scribe scribe;
  jmi_shape got;
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(jmi_scribe_init(&scribe, scorer->language, &arena, 64), JM_OK);
  ck_assert_int_eq(jmi_shape_of(&got, &scribe, jmi_str_of(shapes[_i].text)), JM_OK);
  ck_assert_msg(got == shapes[_i].shape, "%s: got %d", shapes[_i].text, got);
  jmi_scribe_dispose(&scribe);
  jmi_arena_dispose(&arena);
  jm_scorer_free(scorer);
}
END_TEST

/* ---- texts ------------------------------------------------------------------------------ */

/* The title, then each line: its number, R, P or D, and its text. */
static const struct {
  const char *name, *text, *want;
} texts[] = {
    {"headings of Markdown", "# Cook\n\n## Requirements\n- SQL\n\n## Nice to have\n- Go\n",
     "Cook|4R SQL|7P Go"},
    {"underlined headings", "Cook\n====\n\nRequirements\n---\n* SQL\n", "Cook|6R SQL"},
    {"bold lines are headings", "Cook\n\n**Requirements:**\n\n- SQL\n\n__Benefits__\n- pay\n",
     "Cook|5R SQL"},
    {"capitals are headings", "COOK\nREQUIREMENTS\n- SQL\nPAY\n- lots\n", "COOK|3R SQL"},
    {"lines without bullets", "Cook\nRequirements:\nKnife skills\nA van\nBenefits:\nMeals\n",
     "Cook|3R Knife skills|4R A van"},
    {"a heading that is not known changes nothing below another",
     "## Requirements\n### Our kitchen\n- SQL\n## The town\n- hills\n", "|3R SQL"},
    {"numbers and bullets of all kinds",
     "Requirements\n1. SQL\n2) Go\n\xe2\x80\xa2 Rust\n\xe2\x9c\x93 Perl\n-Java\n",
     "|2R SQL|3R Go|4R Rust|5R Perl|6R Java"},
    {"items below an item stand behind its colon",
     "Requirements\n- Experience with:\n  - SQL\n  - Go\n", "|2R Experience with: SQL, Go"},
    {"alternatives below an item are joined by or",
     "Requirements\n- At least one of:\n  - SQL\n  - Go\n", "|2R At least one of: SQL or Go"},
    {"long items below an item are lines of their own",
     "Requirements\n- These skills:\n"
     "  - Writing documents that other people will want to read in ten years\n  - SQL\n",
     "|3R Writing documents that other people will want to read in ten years|4R SQL"},
    {"lines broken at a margin are one",
     "Requirements\n- three years of experience in a bakery, or two\n  years and a diploma\n",
     "|2R three years of experience in a bakery, or two years and a diploma"},
    {"a lead line holds for its items",
     "Cook\n\nYou will have:\n- SQL\n- Go\n\nWe bake. You will also:\n- sweep\n",
     "Cook|4R SQL|5R Go|8D sweep"},
    {"labels", "Cook\n\nQualifications: A van. A degree in physics.\nPay: $20\n",
     "Cook|3R A van.|3R A degree in physics."},
    {"sentences where nothing heads them",
     "We bake. You must have a van. Spanish is a plus. You will bake.\n",
     "|1R You must have a van.|1P Spanish is a plus."},
    {"a list that mostly asks asks throughout",
     "We bake.\n\n- 3 years in a bakery\n- Knife skills\n",
     "|3R 3 years in a bakery|4R Knife skills"},
    {"a table of Markdown", "Requirements\n\n| Area | Need |\n|---|---|\n| Degree | physics |\n",
     "|5R Degree: physics"},
    {"links, stresses and escapes go",
     "Requirements\n- **SQL** and [Go](http://x) and *C\\++* and snake_case\n",
     "|2R SQL and Go and C++ and snake_case"},
    {"what is set aside in reading is left out", "Requirements\n- SQL\n- No experience required\n",
     "|2R SQL"},
    {"a row that could be a heading", "Cook\nYou need\nDriving licence\nA van\n",
     "Cook|3R Driving licence|4R A van"},
    {"a lead line that asks for years is a line as well",
     "Cook\n\nYou must have 3 years of experience in kitchens, among others:\n"
     "- Running the grill on a Saturday night when all the tables are taken twice over\n- SQL\n",
     "Cook|3R You must have 3 years of experience in kitchens, among others|"
     "4R Running the grill on a Saturday night when all the tables are taken twice over|5R SQL"},
    {"what is said twice is asked for once", "Requirements\n- SQL\n- Go\n- SQL\n", "|2R SQL|3R Go"},
    {"what is told of the company is left out", "Requirements\n- SQL\n- We bake at night\n",
     "|2R SQL"},
    {"HTML", "<h1>Cook</h1>\n<h2>You have</h2>\n<ul>\n<li>SQL</li>\n<li>Go</ul><h2>Pay</h2><p>$1",
     "Cook|4R SQL|5R Go"},
    {"HTML in capitals, nothing closed", "<H2>Must have<UL><LI>SQL<LI>Go<P>", "|1R SQL|1R Go"},
    {"bold alone is a heading", "<p><b>You have:</b></p><p>- SQL<br>- Go</p>", "|1R SQL|1R Go"},
    {"nested lists", "<h2>You have</h2><ul><li>Experience with:<ul><li>SQL</li><li>Go</ul></ul>",
     "|1R Experience with: SQL, Go"},
    {"a table", "<table><tr><th>Title</th><td>Cook</td></tr><tr><td>Skills</td><td>SQL</td></tr>",
     "Cook|1R Skills: SQL"},
    {"menus and feet are passed over",
     "<nav><li>You must log in</nav><h2>You have</h2><li>SQL<footer>Must have cookies</footer>",
     "|1R SQL"},
    {"a menu that nobody closed ends", "<nav><li>Home<h2>You have</h2><li>SQL", "|1R SQL"},
    {"a page's name is the title", "<title>Cook | Rye</title><h2>You have</h2><li>SQL",
     "Cook|1R SQL"},
    {"the heading goes before the page's name",
     "<title>Jobs</title><h1>Cook</h1><h2>Skills</h2><li>SQL", "Cook|1R SQL"},
    {"lines of preformatted text", "<p><pre>Requirements\n- SQL\n- Go</pre>", "|2R SQL|3R Go"},
    {"HTML written as entities", "&lt;h2&gt;You have&lt;/h2&gt;&lt;li&gt;SQL &amp;amp; Go",
     "|1R SQL & Go"},
    {"a label is the title", "Location: Ulm\nJob title: Cook\n\nRequirements\n- SQL\n",
     "Cook|5R SQL"},
    {"nothing", "", ""},
    {"nothing to be asked for", "We sell chairs.\n", ""},
};

static void show(char *out, size_t size, const jmi_extracted *got)
{
  int used = snprintf(out, size, "%.*s", (int)got->title.len, got->title.at);
  for (uint32_t i = 0; i < got->count; i++) {
    const jmi_extracted_line *line = &got->lines[i];
    used += snprintf(out + used, size - (size_t)used, "|%u%c %.*s", (unsigned)line->line,
                     "RPD"[line->list], (int)line -> text.len, line->text.at);
  }
}

START_TEST(text)
{
  char got[2048];
  jm_scorer *scorer = new_scorer();
  jmi_arena arena;
  jmi_extracted lines;
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(jmi_extract(&lines, &arena, scorer->language, jmi_str_of(texts[_i].text), 64),
                   JM_OK);
  show(got, sizeof got, &lines);
  ck_assert_msg(strcmp(got, texts[_i].want) == 0, "%s\n  got:  %s\n  want: %s", texts[_i].name, got,
                texts[_i].want);
  jmi_arena_dispose(&arena);
  jm_scorer_free(scorer);
}
END_TEST

/* ---- YAML ------------------------------------------------------------------------------- */

/* Lines that YAML would take for something else. */
static const char *const odd[] = {
    "SQL: joins",
    "C #dev",
    "C# and F#",
    "it's a \"must\"",
    "&more things",
    "!important",
    "*bold",
    "@home",
    "%50 remote",
    "[a, b]",
    "{a: b}",
    "`x`",
    "'quoted'",
    "\"quoted\"",
    "? why SQL",
    "3.10",
    "2020-01-01",
    "null island",
    "Ends with a colon: SQL:",
    "a -- b",
    "| pipe",
    "> folded",
    "\xf0\x9f\x92\xbb laptops \xf0\x9f\x98\x80",
    "caf\xc3\xa9",
    "\xc3\xa9t\xc3\xa9",
    "a\\nb \\ c",
    "--- SQL",
    "... SQL",
    "<<: SQL",
    "~ 3 years",
    "0x1F SQL",
    "SQL:Go",
    "http://x.org: SQL",
};

START_TEST(whole_way)
{
  char page[256];
  char *yaml = NULL;
  size_t len = 0;
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = NULL;
  jmi_arena arena;
  jmi_extracted lines;
  snprintf(page, sizeof page, "<h1>%s</h1><h2>You have</h2><ul><li>%s<li>SQL</ul>", odd[_i],
           odd[_i]);
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(jmi_extract(&lines, &arena, scorer->language, jmi_str_of(page), 64), JM_OK);
  ck_assert_int_eq(jm_posting_extract(&yaml, &len, scorer, page, strlen(page), 0, NULL), JM_OK);
  ck_assert_msg(jm_posting_load(&posting, scorer, yaml, len, NULL) == JM_OK, "%s", yaml);
  ck_assert_uint_eq(posting->given.count, lines.count);
  for (uint32_t i = 0; i < lines.count; i++)
    ck_assert_msg(jmi_str_equal(posting->given.requirements[i].text, lines.lines[i].text), "%s",
                  yaml);
  ck_assert_msg(jmi_str_equal(posting->given.title, lines.title), "%s", yaml);
  jm_posting_free(posting);
  jm_text_free(yaml);
  jmi_arena_dispose(&arena);
  jm_scorer_free(scorer);
}
END_TEST

/* ---- limits and statuses ---------------------------------------------------------------- */

/* A line of more parts than a line may have becomes several that can be read. */
START_TEST(many_parts)
{
  char page[4096] = "Requirements\n- ";
  char *yaml = NULL;
  size_t len = 0;
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = NULL;
  for (int i = 0; i < 100; i++)
    snprintf(page + strlen(page), sizeof page - strlen(page), "ovens%d, ", i);
  ck_assert_int_eq(jm_posting_extract(&yaml, &len, scorer, page, strlen(page), 0, NULL), JM_OK);
  ck_assert_int_eq(jm_posting_load(&posting, scorer, yaml, len, NULL), JM_OK);
  ck_assert_int_gt(jm_posting_requirement_count(posting), 1);
  jm_posting_free(posting);
  jm_text_free(yaml);
  jm_scorer_free(scorer);
}
END_TEST

/* A word of 100,000 letters is nobody's requirement: what is written can still be read. */
START_TEST(long_word)
{
  static char page[100032] = "Requirements\n- SQL\n- ";
  char *yaml = NULL;
  jm_scorer *scorer = new_scorer();
  memset(page + strlen(page), 'a', 100000);
  ck_assert_int_eq(jm_posting_extract(&yaml, NULL, scorer, page, strlen(page), 0, NULL), JM_OK);
  ck_assert_str_eq(yaml, "requirements:\n  - SQL\n");
  jm_text_free(yaml);
  jm_scorer_free(scorer);
}
END_TEST

START_TEST(statuses)
{
  char *out = NULL;
  size_t len = 0;
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = new_scorer();
  static const char sql[] = "Requirements\n- SQL\n";
  ck_assert_int_eq(jm_posting_extract(NULL, &len, scorer, sql, 19, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_posting_extract(&out, &len, NULL, sql, 19, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_posting_extract(&out, &len, scorer, NULL, 19, 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_posting_extract(&out, &len, scorer, sql, 19, 2, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_posting_extract(&out, &len, scorer, "", 0, 0, &err), JM_ERR_FIELD);
  ck_assert_int_eq(jm_posting_extract(&out, &len, scorer, "a\xff", 2, 0, &err), JM_ERR_ENCODING);
  ck_assert_ptr_null(out);
  ck_assert_int_eq(jm_posting_extract(&out, NULL, scorer, sql, 19, 0, &err), JM_OK);
  ck_assert_str_eq(out, "requirements:\n  - SQL\n");
  jm_text_free(out);
  jm_scorer_free(scorer);
}
END_TEST

/* Pages that would cost more than linear time where anything were looked at again and again: a
 * few seconds at most, by the test's time limit. */
static const struct {
  const char *name, *head, *piece;
} hard[] = {
    {"tags that nothing closes", "<ul>", "<li><a href=\"<!--"},
    {"open tags", "", "<p "},
    {"quotes", "<p>", "<a b=\"c' d='"},
    {"nested lists", "", "<ul><li>a:"},
    {"brackets of links", "Requirements\n- ", "[a]( "},
    {"stars", "Requirements\n- ", "**a _b "},
    {"one long line", "Requirements\n- ", "a, "},
    {"one long word", "Requirements\n- ", "a"},
    {"headings", "", "# You will have what you need to bring skills\n"},
    {"leads", "", "You have:\n- a:\n  - b:\n"},
    {"entities", "<p>", "&amp;lt;&#"},
    {"scripts", "<p>", "<script>"},
    {"bullets", "Requirements\n", "- - - -\n"},
};

START_TEST(hard_page)
{
  enum { BYTES = 1 << 18 };
  static char page[BYTES + 1];
  char *yaml = NULL;
  jm_scorer *scorer = new_scorer();
  size_t len = strlen(hard[_i].head), piece = strlen(hard[_i].piece);
  memcpy(page, hard[_i].head, len);
  for (; len + piece <= BYTES; len += piece)
    memcpy(page + len, hard[_i].piece, piece);
  jm_status status = jm_posting_extract(&yaml, NULL, scorer, page, len, 0, NULL);
  ck_assert_msg(status == JM_OK || status == JM_ERR_FIELD || status == JM_ERR_LIMIT, "%s: %s",
                hard[_i].name, jm_status_name(status));
  jm_text_free(yaml);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("extract");
  TCase *tc = tcase_create("extract");
  tcase_set_timeout(tc, 20);
  tcase_add_loop_test(tc, head, 0, COUNT(heads));
  tcase_add_test(tc, rows);
  tcase_add_loop_test(tc, shape, 0, COUNT(shapes));
  tcase_add_loop_test(tc, text, 0, COUNT(texts));
  tcase_add_loop_test(tc, whole_way, 0, COUNT(odd));
  tcase_add_test(tc, many_parts);
  tcase_add_test(tc, long_word);
  tcase_add_test(tc, statuses);
  tcase_add_loop_test(tc, hard_page, 0, COUNT(hard));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
