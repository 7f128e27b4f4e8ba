/* SPDX-License-Identifier: MIT */
/* HTML cut into tags and text, as people and editors leave it; entities. */
#include <stdio.h>

#include "support/suite.h"
#include "text/html.h"
#include "text/text.h"

/* Tokens as one text: <p> </p> and text in brackets, with the line before it where it is not 1. */
static const struct {
  const char *name, *html, *want;
} cuts[] = {
    {"text alone is text", "a cook", "[a cook]"},
    {"nothing is nothing", "", ""},
    {"tags are told in small letters", "<P>a</P>", "<p>[a]</p>"},
    {"attributes are passed over", "<a href=x title=\"1 > 0\" b='<'>x</A>", "<a>[x]</a>"},
    {"a quote that nothing closes is a letter", "<a title=\"x>y</a>", "<a>[y]</a>"},
    {"a quote that begins no value is a letter", "<p it's>y</p>z'", "<p>[y]</p>[z']"},
    {"what is empty closes itself", "a<br/>b<BR />c", "[a]<br>[b]<br>[c]"},
    {"comments are passed over", "a<!-- <p>b --c-->d", "[a][d]"},
    {"a comment without an end hides the rest", "a<!-- b", "[a]"},
    {"declarations are passed over", "<!DOCTYPE html><?xml v?>a", "[a]"},
    {"scripts and styles are no text", "a<script>if (a<b) '</p>'</script>b<style>p{}</style >c",
     "[a]<script>[b]<style>[c]"},
    {"a script without an end hides the rest", "a<script>b", "[a]<script>"},
    {"a sign is no tag", "a < b <3 c <- d", "[a < b <3 c <- d]"},
    {"a tag without an end is one", "a<p", "[a]<p>"},
    {"a name of two words is no other tag", "<p-x>a<pre>b", "<p-x>[a]<pre>[b]"},
    {"a long name is cut", "<abcdefghijklmnopqrst>a", "<abcdefghijklmno>[a]"},
    {"lines are counted", "<p>a\n</p>\r\n<b>c", "<p>[a\n]2</p>2[\r\n]3<b>3[c]"},
};

static void show(char *out, size_t size, const char *text)
{
  jmi_html html;
  size_t used = 0;
  out[0] = '\0';
  jmi_html_open(&html, jmi_str_of(text));
  while (jmi_html_next(&html)) {
    if (html.line > 1)
      used += (size_t)snprintf(out + used, size - used, "%u", (unsigned)html.line);
    if (html.kind == JMI_HTML_TEXT)
      used += (size_t)snprintf(out + used, size - used, "[%.*s]", (int)html.raw.len, html.raw.at);
    else
      used += (size_t)snprintf(out + used, size - used, "<%s%s>",
                               html.kind == JMI_HTML_CLOSE ? "/" : "", html.name);
  }
}

START_TEST(cut)
{
  char got[1024];
  show(got, sizeof got, cuts[_i].html);
  ck_assert_msg(strcmp(got, cuts[_i].want) == 0, "%s: got %s", cuts[_i].name, got);
}
END_TEST

static const struct {
  const char *name, *text, *want;
} entities[] = {
    {"named", "R&eacute;sum&eacute; &amp; more", "R\xc3\xa9sum\xc3\xa9 & more"},
    {"by number", "&#8217;&#x2019;&#X41;",
     "\xe2\x80\x99\xe2\x80\x99"
     "A"},
    {"old ones without a semicolon", "a&nbsp b&amp", "a\xc2\xa0 b&"},
    {"newer ones need it", "&hellip&hellip;", "&hellip\xe2\x80\xa6"},
    {"what is none stays", "AT&T; R&D &; &#; &#x; &nosuch; &", "AT&T; R&D &; &#; &#x; &nosuch; &"},
    {"numbers that Windows means otherwise", "&#150;&#146;", "\xe2\x80\x93\xe2\x80\x99"},
    {"numbers that are no character", "&#0;&#xD800;&#99999999;",
     "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
    {"an entity of an entity is read once", "&amp;lt;", "&lt;"},
};

START_TEST(entity)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str got = jmi_entities_read(&arena, jmi_str_of(entities[_i].text));
  ck_assert_msg(jmi_str_is(got, entities[_i].want), "%s: got %.*s", entities[_i].name, (int)got.len,
                got.at);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  bool html, escaped;
} kinds[] = {
    {"a page", "<!doctype html>x", true, false},
    {"a list", "<ul><li>a", true, false},
    {"breaks", "a<br>b", true, false},
    {"text", "a < b and b > c", false, false},
    {"Markdown with a break", "a\n\nb<br>\n\nc\n\nd\n\n", false, false},
    {"a generic type", "List<String> and <email>", false, false},
    {"escaped", "&lt;p&gt;a&lt;/p&gt;", false, true},
};

START_TEST(kind)
{
  ck_assert_msg(jmi_is_html(jmi_str_of(kinds[_i].text)) == kinds[_i].html, "%s", kinds[_i].name);
  ck_assert_msg(jmi_is_escaped_html(jmi_str_of(kinds[_i].text)) == kinds[_i].escaped, "%s",
                kinds[_i].name);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("html");
  TCase *tc = tcase_create("html");
  tcase_add_loop_test(tc, cut, 0, COUNT(cuts));
  tcase_add_loop_test(tc, entity, 0, COUNT(entities));
  tcase_add_loop_test(tc, kind, 0, COUNT(kinds));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
