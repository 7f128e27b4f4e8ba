/* SPDX-License-Identifier: MIT */
/* Texts that hold several: their lines, plain and HTML, and the pieces between their commas. */
#include "model/foreign.h"
#include "support/suite.h"

#include <stdio.h>
#include <stdlib.h>

static const struct {
  const char *name, *text, *lines; /* each with the line breaks before it */
} cuts[] = {
    {"nothing is no line", "", ""},
    {"white space is none", " \n\t\r\n ", ""},
    {"a line is one", "SQL", "0 SQL|"},
    {"lines are parted by breaks of any kind", "a\nb\r\nc\rd", "0 a|1 b|2 c|2 d|"},
    {"empty lines are none", "\n\na\n\nb\n", "2 a|4 b|"},
    {"bullets go", "- a\n* b\n\xE2\x80\xA2 c\n\xE2\x80\xA2\td\n\xC2\xB7 e\n+ f\n-\n",
     "0 a|1 b|2 c|3 d|4 e|5 f|"},
    {"numbers go", "1. a\n2) b\n10. c", "0 a|1 b|2 c|"},
    {"what is no bullet stays", "-5 degrees\n+1 year\n3 years\n2.5 years\n100. x\n1.",
     "0 -5 degrees|1 +1 year|2 3 years|3 2.5 years|4 100. x|5 1.|"},
    {"tags part lines", "<p>a</p><ul><li>b</li><LI class='x'>c</LI></ul>d<br/>e",
     "0 a|0 b|0 c|0 d|0 e|"},
    {"breaks in HTML are blanks", "<p>a\n\t b</p>\n<p>c</p>", "0 a b|2 c|"},
    {"tags inside lines go", "<b>a</b> <a href='x'>b</a>\n<i>c</i>", "0 a b|1 c|"},
    {"comments go", "<p>a<!-- b --></p>", "0 a|"},
    {"escaped HTML is HTML", "&lt;p&gt;a &amp;amp; b&lt;/p&gt;&lt;p&gt;c&lt;/p&gt;",
     "0 a & b|0 c|"},
    {"entities are characters",
     "a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#x27; &apos;f&apos;&nbsp;g",
     "0 a & b <c> \"d\" 'e' 'f' g|"},
    {"what is no entity stays", "R&D; AT&T &bogus; &#0; &#xD800; &#x110000; &#; &#x; & &amp",
     "0 R&D; AT&T &bogus; &#0; &#xD800; &#x110000; &#; &#x; & &amp|"},
    {"an entity may be a character of any size", "&#xE4;&#8226;&#x1F600;",
     "0 \xC3\xA4\xE2\x80\xA2\xF0\x9F\x98\x80|"},
    {"what is no tag stays", "a < b\n<3 years\nx<y\n<a\n<", "0 a < b|1 <3 years|2 x<y|3 <a|4 <|"},
    {"only tags are no line", "<p></p><li> </li>", ""},
};

START_TEST(cuts_lines)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  char got[512] = "";
  size_t len = 0;
  jmi_cutting cutting;
  jmi_str line;
  jmi_lines_open(&cutting, &arena, jmi_str_of(cuts[_i].text));
  while (jmi_lines_next(&cutting, &arena, &line)) {
    ck_assert_uint_eq(strlen(line.at), line.len);
    len += (size_t)snprintf(got + len, sizeof got - len, "%u %s|", cutting.breaks, line.at);
  }
  ck_assert_msg(strcmp(got, cuts[_i].lines) == 0, "%s: got %s", cuts[_i].name, got);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text, *pieces;
  bool list;
} lists[] = {
    {"nothing has no piece", "", "", true},
    {"one piece is one", " SQL ", "SQL|", true},
    {"commas part pieces", "SQL, Git,,R,", "SQL|Git|R|", true},
    {"commas in brackets do not", "A (b, c [d, e]), F", "A (b, c [d, e])|F|", true},
    {"a bracket left open holds the rest", "A (b, c", "A (b, c|", true},
    {"a bracket closed twice is none", "A), B), C", "A)|B)|C|", true},
    {"a number has commas of its own", "1,000 rolls, bread", "1,000 rolls|bread|", true},
    {"a piece with `and` makes a sentence", "SQL, Git and R", "SQL|Git and R|", false},
    {"so does one with `or`", "SQL, or Git", "SQL|or Git|", false},
    {"a word may begin so", "android, orders", "android|orders|", true},
    {"long pieces are sentences", "Knows all that bread is made of, and more",
     "Knows all that bread is made of|and more|", false},
};

START_TEST(cuts_pieces)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  char got[512] = "";
  size_t len = 0;
  jmi_str piece, rest = jmi_str_of(lists[_i].text);
  ck_assert_msg(jmi_is_comma_list(rest) == lists[_i].list, "%s", lists[_i].name);
  while (jmi_pieces_next(&rest, &arena, &piece)) {
    ck_assert_uint_eq(strlen(piece.at), piece.len);
    len += (size_t)snprintf(got + len, sizeof got - len, "%s|", piece.at);
  }
  ck_assert_msg(strcmp(got, lists[_i].pieces) == 0, "%s: got %s", lists[_i].name, got);
  jmi_arena_dispose(&arena);
}
END_TEST

/* Texts that would be slow if anything were read more often than its length: each is cut in time.
 */
START_TEST(hostile_texts_are_cut_in_time)
{
  static const char *const bits[] = {"<",     "<a",   "&",   "&#",        "&amp;", "(",
                                     "(,",    ",",    "\n",  "<li>",      "- ",    "1. ",
                                     "&lt;p", "<p>a", "x, ", "<p><p<p>,", "and "};
  const char *bit = bits[_i];
  size_t count = 60000 / strlen(bit), len = strlen(bit) * count;
  char *text = malloc(len + 1);
  ck_assert_ptr_nonnull(text);
  for (size_t i = 0; i < count; i++)
    memcpy(text + i * strlen(bit), bit, strlen(bit) + 1);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_cutting cutting;
  jmi_str rest = {text, (uint32_t)len}, piece;
  jmi_lines_open(&cutting, &arena, rest);
  while (jmi_lines_next(&cutting, &arena, &piece))
    ck_assert_uint_gt(piece.len, 0);
  (void)jmi_is_comma_list(rest);
  while (jmi_pieces_next(&rest, &arena, &piece))
    ck_assert_uint_gt(piece.len, 0);
  jmi_arena_dispose(&arena);
  free(text);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("lines");
  TCase *tc = tcase_create("lines");
  tcase_add_loop_test(tc, cuts_lines, 0, COUNT(cuts));
  tcase_add_loop_test(tc, cuts_pieces, 0, COUNT(lists));
  tcase_add_loop_test(tc, hostile_texts_are_cut_in_time, 0, 17);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
