/* SPDX-License-Identifier: MIT */
/* Reports in Markdown, HTML and CSV: how each writes a document's words, and what each holds. */
#include "report/report.h"
#include "support/handles.h"

#include <stdio.h>

#include "jobmatch/jobmatch.h"

/* ---- words ------------------------------------------------------------------------------ */

/* A title, as JSON writes it; and what Markdown and HTML make of it. */
static const struct {
  const char *name, *title, *markdown, *html;
} titles[] = {
    {"plain words stand", "Baker, C++ (m/f)", "Baker, C++ (m/f)", "Baker, C++ (m/f)"},
    {"brackets of tags are escaped", "<b>&\\\"'", "\\<b\\>\\&\"'", "&lt;b&gt;&amp;&quot;&#39;"},
    {"an entity is five characters", "&lt;", "\\&lt;", "&amp;lt;"},
    {"Markdown's own signs are escaped", "*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~",
     "*a* _b_ `c` ~d~"},
    {"a backslash is one", "a\\\\*", "a\\\\\\*", "a\\*"},
    {"a link is none", "[a](b)", "\\[a\\](b)", "[a](b)"},
    {"a cell does not end", "a|b", "a\\|b", "a|b"},
    {"an address becomes no link", "a@b.c http://x www.y", "a`@`b.c http\\://x www\\.y",
     "a@b.c http://x www.y"},
    {"an at sign alone stands", "5 @ 6", "5 @ 6", "5 @ 6"},
    {"a time stands", "10:30 e.g.", "10:30 e.g.", "10:30 e.g."},
    {"a list does not begin", "1. a", "1\\. a", "1. a"},
    {"nor one in the other ways", "- a", "\\- a", "- a"},
    {"a heading does not begin nor end", "# a #", "\\# a \\#", "# a #"},
    {"a number in the middle stands", "a 1. b-c", "a 1. b-c", "a 1. b-c"},
    {"lines become one", "a\\n\\n\\t b", "a b", "a b"},
    {"a control is shown", "a\\u001bb", "a\\\\u001bb", "a\\u001bb"},
    {"a bidirectional override is shown", "\\u202ea", "\\\\u202ea", "\\u202ea"},
    {"a tag character is shown", "\\udb40\\udc41a", "\\\\U000e0041a", "\\U000e0041a"},
    {"letters beyond ASCII stand", "r\xC3\xA9sum\xC3\xA9 \xE5\xB8\x82",
     "r\xC3\xA9sum\xC3\xA9 \xE5\xB8\x82", "r\xC3\xA9sum\xC3\xA9 \xE5\xB8\x82"},
};

static char *report_of(const char *posting_text, const char *profile_text, int32_t format,
                       int32_t flags)
{
  jm_scorer *scorer = new_scorer();
  jm_posting *posting = load_posting(scorer, posting_text);
  jm_profile *profile = load_profile(scorer, profile_text);
  jm_result *result = score(scorer, posting, profile);
  char *out = NULL;
  size_t len = 0;
  ck_assert_int_eq(jm_report_write(&out, &len, result, format, flags, NULL), JM_OK);
  ck_assert_uint_eq(strlen(out), len);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  return out;
}

static void check_title(int32_t format, const char *name, const char *title, const char *before,
                        const char *expected, const char *after)
{
  char posting[256], line[256];
  snprintf(posting, sizeof posting, "{\"title\": \"%s\", \"requirements\": [\"SQL\"]}", title);
  snprintf(line, sizeof line, "%s%s%s", before, expected, after);
  char *out = report_of(posting, "skills: [SQL]\n", format, 0);
  ck_assert_msg(strstr(out, line) != NULL, "%s: no %s in:\n%.2000s", name, line,
                format == JM_FORMAT_HTML ? strstr(out, "<header>") : out);
  jm_text_free(out);
}

START_TEST(title)
{
  check_title(JM_FORMAT_MARKDOWN, titles[_i].name, titles[_i].title, "# ", titles[_i].markdown,
              "\n");
  check_title(JM_FORMAT_HTML, titles[_i].name, titles[_i].title, "<h1><bdi>", titles[_i].html,
              "</bdi></h1>\n");
}
END_TEST

/* A line that asks for SQL, and the field that CSV makes of its text. */
static const struct {
  const char *name, *text, *csv;
} fields[] = {
    {"a field stands in quotes", "SQL, a", "\"SQL, a\""},
    {"quotes are doubled", "SQL \\\"x\\\"", "\"SQL \"\"x\"\"\""},
    {"lines become one", "SQL\\r\\nx", "\"SQL x\""},
    {"an equals sign begins no formula", "=SQL", "\"'=SQL\""},
    {"nor does a plus", "+SQL", "\"'+SQL\""},
    {"nor an at sign", "@SQL", "\"'@SQL\""},
    {"nor one behind white space", "\\t =SQL", "\"'=SQL\""},
    {"nor a wide one", "\xEF\xBC\x9DSQL", "\"'\xEF\xBC\x9DSQL\""},
    {"nor one behind a semicolon", "SQL;=1", "\"SQL;'=1\""},
    {"a sign elsewhere stands", "SQL; a=1 -b", "\"SQL; a=1 -b\""},
    {"a control is shown", "SQL \\u001b x", "\"SQL \\u001b x\""},
};

START_TEST(field)
{
  char posting[256], cell[256];
  snprintf(posting, sizeof posting, "[\"%s\"]", fields[_i].text);
  snprintf(cell, sizeof cell, "\r\n\"r1\",1,%s,required,can,1,met,1,", fields[_i].csv);
  char *out = report_of(posting, "skills: [SQL]\n", JM_FORMAT_CSV, 0);
  ck_assert_msg(strstr(out, cell) != NULL, "%s: no %s in:\n%s", fields[_i].name, cell, out);
  jm_text_free(out);
}
END_TEST

/* ---- whole reports ---------------------------------------------------------------------- */

static const char posting[] = "title: Baker\n"
                              "requirements:\n"
                              "  - SQL\n"
                              "  - Welding must be known\n"
                              "  - {text: Tools, any_of: [Git, Excel]}\n"
                              "  - Willingness to travel 25 %\n"
                              "  - No experience required\n"
                              "preferred: [Kubernetes]\n";
static const char profile[] = "skills: [SQL, Git]\n";

static const struct {
  const char *name;
  int32_t format, flags;
  const char *pieces[8], *lacks;
} wholes[] = {
    {"Markdown holds every section",
     JM_FORMAT_MARKDOWN,
     0,
     {"`[##########----------]` **50 %**\n",
      "## Blocked by a must-have that is missing\n\n- **r2**: ",
      "| required: what is asked | 2 of 4 |", "\nUp to 75 % if you confirm:\n\n- **r4**: ",
      "| + met | **r1**: SQL | from skills\\[0\\], line 1: SQL<br>matched: ",
      "|  | - any of: | |\n| + met | &emsp;- Git | from ", "## Set aside", "\n---\n\njobmatch "},
     "<b>"},
    {"brief Markdown holds what went wrong",
     JM_FORMAT_MARKDOWN,
     JM_REPORT_BRIEF,
     {"# Baker\n", "## What went wrong\n\n- **r2**: ", "  - short: shows nothing of "},
     "## What went right"},
    {"HTML holds every section",
     JM_FORMAT_HTML,
     0,
     {"<html lang=\"en\">", "<title>50&nbsp;% of Baker</title>", "<section id=\"blocked\"",
      "with marks at 75 and 80\"",
      "<rect class=\"more\" y=\"8\" height=\"16\" rx=\"4\" width=\"75%\"/>",
      "<li class=\"met\"><span class=\"sign\"><svg aria-hidden=\"true\"><use "
      "href=\"#met\"/></svg>met</span>",
      "<p class=\"choice\">any of:</p>\n<ul class=\"parts\">", "</footer>\n</body>\n</html>\n"},
     "script"},
    {"brief HTML holds what went wrong",
     JM_FORMAT_HTML,
     JM_REPORT_BRIEF,
     {"<h1><bdi>Baker</bdi></h1>", "What went wrong</h2>", "</html>\n"},
     "What went right"},
    {"CSV holds a record for each requirement",
     JM_FORMAT_CSV,
     0,
     {"id,line,text,tier,component,weight,status,credit,strength,how,rule,evidence_path,"
      "evidence_line,evidence,shortfall\r\n\"r1\",3,\"SQL\",required,can,1,met,1,1000,alias,match."
      "alias,"
      "\"skills[0]\",1,\"SQL\",\"\"\r\n",
      "\r\n\"r2\",4,\"Welding must be known\",must-have,can,1,missing,0,0,,",
      "\r\n\"r4\",6,\"Willingness to travel 25 %\",required,willing,1,unknown,0,",
      "\r\n\"r6\",8,\"Kubernetes\",preferred,can,1,missing,0,0,,"},
     "No experience"},
};

START_TEST(whole)
{
  char *out = report_of(posting, profile, wholes[_i].format, wholes[_i].flags);
  for (size_t i = 0; i < COUNT(wholes[_i].pieces) && wholes[_i].pieces[i] != NULL; i++)
    ck_assert_msg(strstr(out, wholes[_i].pieces[i]) != NULL, "%s: no %s in:\n%s", wholes[_i].name,
                  wholes[_i].pieces[i], out);
  ck_assert_msg(strstr(out, wholes[_i].lacks) == NULL, "%s: %s in:\n%s", wholes[_i].name,
                wholes[_i].lacks, out);
  jm_text_free(out);
}
END_TEST

/* A posting without a title, or without anything that is asked, is told all the same. */
START_TEST(little)
{
  char *out = report_of("[No experience required]\n", profile, JM_FORMAT_MARKDOWN, 0);
  ck_assert_ptr_nonnull(strstr(out, "# Job posting\n\n`[####################]` **100 %**\n"));
  ck_assert_ptr_null(strstr(out, "## Shares"));
  jm_text_free(out);
  out = report_of("[No experience required]\n", profile, JM_FORMAT_HTML, 0);
  ck_assert_ptr_nonnull(strstr(out, "<h1>Job posting</h1>"));
  ck_assert_ptr_null(strstr(out, "<table>"));
  jm_text_free(out);
  out = report_of("[No experience required]\n", profile, JM_FORMAT_CSV, 0);
  ck_assert_ptr_eq(strstr(out, "\r\n"), out + strlen(out) - 2);
  jm_text_free(out);
}
END_TEST

/* ---- words of formats -------------------------------------------------------------------- */

static const struct {
  int32_t format;
  const char *word;
} words[] = {{JM_FORMAT_TEXT, "text"},
             {JM_FORMAT_JSON, "json"},
             {JM_FORMAT_MARKDOWN, "markdown"},
             {JM_FORMAT_HTML, "html"},
             {JM_FORMAT_CSV, "csv"},
             {JM_FORMAT_CSV + 1, "?"},
             {-1, "?"},
             {INT32_MAX, "?"},
             {INT32_MIN, "?"}};

START_TEST(word)
{
  ck_assert_str_eq(jm_format_word(words[_i].format), words[_i].word);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("formats");
  TCase *tc = tcase_create("formats");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, title, 0, COUNT(titles));
  tcase_add_loop_test(tc, field, 0, COUNT(fields));
  tcase_add_loop_test(tc, whole, 0, COUNT(wholes));
  tcase_add_test(tc, little);
  tcase_add_loop_test(tc, word, 0, COUNT(words));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
