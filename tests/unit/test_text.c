/* SPDX-License-Identifier: MIT */
/* Characters, plain text, folding and suggestions. */
#include "support/suite.h"

#include "support/failing.h"
#include "text/text.h"

static const struct {
  const char *name, *text;
  size_t len, good;
} utf8[] = {
    {"an empty text is UTF-8", "", 0, 0},
    {"ASCII is UTF-8", "plain words, all of them", 24, 24},
    {"two, three and four bytes are UTF-8", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9, 9},
    {"the last code point is UTF-8", "\xF4\x8F\xBF\xBF", 4, 4},
    {"a NUL ends what is good", "abc\0def", 7, 3},
    {"a NUL far along is found", "0123456789abcdef\0", 17, 16},
    {"a NUL behind letters above ASCII is found", "01234567\xC3\xA9\0", 11, 10},
    {"a lone continuation byte is refused", "ab\x80", 3, 2},
    {"an overlong slash is refused", "\xC0\xAF", 2, 0},
    {"an overlong three-byte form is refused", "\xE0\x80\xAF", 3, 0},
    {"an overlong four-byte form is refused", "\xF0\x80\x80\xAF", 4, 0},
    {"the last overlong three-byte form is refused", "\xE0\x9F\xBF", 3, 0},
    {"a surrogate is refused", "x\xED\xA0\x80", 4, 1},
    {"what lies past the last code point is refused", "\xF4\x90\x80\x80", 4, 0},
    {"bytes that no sequence has are refused", "\xFE", 1, 0},
    {"a cut sequence is refused", "good \xE2\x82", 7, 5},
    {"a sequence that breaks off is refused", "\xE2\x82 x", 4, 0},
    {"Latin-1 is refused where it starts", "caf\xE9 au lait", 12, 3},
};

START_TEST(check_utf8)
{
  size_t got = jmi_utf8_check(utf8[_i].text, utf8[_i].len);
  ck_assert_msg(got == utf8[_i].good, "%s: %zu", utf8[_i].name, got);
}
END_TEST

START_TEST(check_every_code_point) /* what is encoded by hand is checked and decoded back */
{
  for (uint32_t code = 1; code <= 0x110000; code += code < 0x3000 || code > 0x10FF00 ? 1 : 13) {
    char text[4];
    uint32_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, size = 0;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (uint32_t i = len - 1, rest = code; i < len; i--, rest >>= 6)
      text[i] = (char)(i > 0 ? 0x80 | (rest & 0x3F) : lead[len] | rest);
    bool valid = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    ck_assert_uint_eq(jmi_utf8_check(text, len), valid ? len : 0);
    if (valid) {
      ck_assert_uint_eq(jmi_utf8_decode(text, len, &size), code);
      ck_assert_uint_eq(size, len);
    }
  }
}
END_TEST

static const struct {
  const char *name;
  uint32_t code;
  bool letter, digit, unsafe;
} codes[] = {
    {"a is a letter", 'a', true, false, false},
    {"7 is a digit", '7', false, true, false},
    {"a tab is unsafe", '\t', false, false, true},
    {"delete is unsafe", 0x7F, false, false, true},
    {"a C1 control is unsafe", 0x9B, false, false, true},
    {"a blank is safe", ' ', false, false, false},
    {"é is a letter", 0xE9, true, false, false},
    {"a combining acute counts as a letter", 0x301, true, false, false},
    {"an Arabic-Indic digit is a digit", 0x663, false, true, false},
    {"a Chinese character is a letter", 0x7CBE, true, false, false},
    {"a soft hyphen is unsafe", 0xAD, false, false, true},
    {"a zero-width space is unsafe", 0x200B, false, false, true},
    {"a right-to-left override is unsafe", 0x202E, false, false, true},
    {"a line separator is unsafe", 0x2028, false, false, true},
    {"an isolate is unsafe", 0x2066, false, false, true},
    {"a byte order mark is unsafe", 0xFEFF, false, false, true},
    {"a tag character is unsafe", 0xE0041, false, false, true},
    {"an emoji is safe", 0x1F600, false, false, false},
    {"an em dash is safe", 0x2014, false, false, false},
};

START_TEST(kinds_of_codes)
{
  uint32_t code = codes[_i].code;
  ck_assert_msg(jmi_is_letter(code) == codes[_i].letter, "%s: letter", codes[_i].name);
  ck_assert_msg(jmi_is_digit_code(code) == codes[_i].digit, "%s: digit", codes[_i].name);
  ck_assert_msg(jmi_is_unsafe(code) == codes[_i].unsafe, "%s: unsafe", codes[_i].name);
}
END_TEST

static const struct {
  const char *name, *text;
  uint32_t width;
} widths[] = {
    {"an empty text has no width", "", 0},
    {"ASCII takes a column for each byte", "Node.js", 7},
    {"an accent takes none of its own", "re\xCC\x81sume\xCC\x81", 6},
    {"Chinese takes two columns a character", "精通", 4},
    {"an emoji takes two columns", "\xF0\x9F\x98\x80", 2},
    {"what is unsafe takes none",
     "a\x1B\xE2\x80\x8B"
     "b",
     2},
};

START_TEST(width)
{
  uint32_t got = jmi_text_width(jmi_str_of(widths[_i].text));
  ck_assert_msg(got == widths[_i].width, "%s: %u", widths[_i].name, (unsigned)got);
}
END_TEST

static const struct {
  const char *name, *text, *plain;
} plains[] = {
    {"an empty text is plain", "", ""},
    {"blanks alone are nothing", " \t\n ", ""},
    {"plain text stays", "5+ years of C++", "5+ years of C++"},
    {"ends are trimmed", "  SQL \n", "SQL"},
    {"runs of white space are one blank", "a \t b\r\n\r\nc", "a b c"},
    {"typographic quotes are made ASCII", "‘a’ “b” bachelor’s «c»", "'a' \"b\" bachelor's \"c\""},
    {"hyphens of all kinds are made ASCII", "front‑end e‐mail −5", "front-end e-mail -5"},
    {"an en dash between numbers is a hyphen", "3–5 years", "3-5 years"},
    {"an en dash with a blank before is spaced", "2019 –2023", "2019 - 2023"},
    {"an en dash with a blank behind is spaced", "2019– 2023", "2019 - 2023"},
    {"an en dash with a wide blank behind is spaced", "a–\xC2\xA0z", "a - z"},
    {"an em dash is always spaced", "skills—all—of them", "skills - all - of them"},
    {"a dash at either end has no blank outside", "— a —", "- a -"},
    {"spaces of all kinds are blanks", "a\xC2\xA0z\xE2\x80\x89z\xE3\x80\x80z", "a z z z"},
    {"line separators are blanks", "a\xE2\x80\xA8z\xE2\x80\xA9z\xC2\x85z", "a z z z"},
    {"a bullet at the start is dropped", "• Java", "Java"},
    {"every kind of bullet is dropped there", "‣▪●◦·Java", "Java"},
    {"Word's own bullet is dropped", "\xEF\x82\xB7\tJava", "Java"},
    {"bullets inside part items", "• Java • SQL·Git ▪ C", "Java; SQL·Git; C"},
    {"a middle dot with blanks parts items", "Java · SQL", "Java; SQL"},
    {"bullets at line starts part items", "• Java\n• SQL\n", "Java; SQL"},
    {"after a sign that parts them a bullet adds none", "Skills: • Java, • SQL. • C",
     "Skills: Java, SQL. C"},
    {"a bullet at the end is dropped", "Java •", "Java"},
    {"zero-width characters are dropped", "Py\xE2\x80\x8Bthon\xEF\xBB\xBF", "Python"},
    {"soft hyphens are dropped", "manage\xC2\xADment", "management"},
    {"direction marks are dropped", "\xE2\x80\xAEtxt\xE2\x80\xAC", "txt"},
    {"controls are dropped", "a\x07z\x1B[31m\x7F", "az[31m"},
    {"an ellipsis is three dots", "and more…", "and more..."},
    {"ligatures are taken apart", "eﬃcient ﬁling", "efficient filing"},
    {"wide ASCII is made narrow", "Ｃ＋＋，Ｊａｖａ", "C++,Java"},
    {"a sharp sign is a number sign", "C♯", "C#"},
    {"letters of other scripts stay", "naïve 精通 привет", "naïve 精通 привет"},
    {"an emoji stays", "great \xF0\x9F\x98\x80 team", "great \xF0\x9F\x98\x80 team"},
};

START_TEST(plain)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str out, again, text = jmi_str_of(plains[_i].text);
  ck_assert_int_eq(jmi_text_plain(&out, &arena, text), JM_OK);
  ck_assert_msg(jmi_str_is(out, plains[_i].plain), "%s: '%.*s'", plains[_i].name, (int)out.len,
                out.at);
  ck_assert_msg(out.len <= text.len, "%s: it grew", plains[_i].name);
  ck_assert_int_eq(jmi_text_plain(&again, &arena, out), JM_OK);
  ck_assert_msg(jmi_str_equal(out, again), "%s: what is plain changed", plains[_i].name);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(plain_lends)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str out, text = JMI_STR("  one two  ");
  ck_assert_int_eq(jmi_text_plain(&out, &arena, text), JM_OK);
  ck_assert_ptr_eq(out.at, text.at + 2);
  ck_assert_uint_eq(arena.used, 0);
}
END_TEST

START_TEST(plain_never_grows) /* every character alone, doubled, and between others */
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  for (uint32_t code = 0x80; code < 0x10000; code++) {
    if (code >= 0xD800 && code < 0xE000)
      continue;
    char one[4], text[16];
    uint32_t len = 0;
    if (code >= 0x800)
      one[len++] = (char)(0xE0 | code >> 12);
    one[len] = (char)(code >= 0x800 ? 0x80 | (code >> 6 & 0x3F) : 0xC0 | code >> 6);
    one[++len] = (char)(0x80 | (code & 0x3F));
    len++;
    memcpy(text, one, len);
    memcpy(text + len, one, len);
    text[2 * len] = 'x';
    memcpy(text + 2 * len + 1, one, len);
    jmi_str out;
    jmi_arena_reset(&arena);
    ck_assert_int_eq(jmi_text_plain(&out, &arena, (jmi_str){text, 3 * len + 1}), JM_OK);
    ck_assert_msg(out.len <= 3 * len + 1, "U+%04X grew", (unsigned)code);
    ck_assert_uint_eq(jmi_utf8_check(out.at, out.len), out.len);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *word, *folded;
} folds[] = {
    {"an empty word folds to itself", "", ""},
    {"capitals are made small", "JavaScript", "javascript"},
    {"marks come off Latin letters", "Résumé", "resume"},
    {"loose marks come off Latin letters", "re\xCC\x81sume\xCC\x81", "resume"},
    {"strokes come off Latin letters", "Łódź", "lodz"},
    {"joined letters part", "Ærø œuvre", "aero oeuvre"},
    {"a sharp s is two", "Straße", "strasse"},
    {"a dotless and a dotted i are i", "ıİ", "ii"},
    {"wide letters are narrow", "Ｊａｖａ", "java"},
    {"ligatures part", "ﬁle", "file"},
    {"superscripts are digits", "m²", "m2"},
    {"a Roman numeral is letters", "Ⅷ", "viii"},
    {"a typographic apostrophe is ASCII", "driver’s", "driver's"},
    {"soft hyphens and zero-width characters go", "a\xC2\xADz\xE2\x80\x8Bz", "azz"},
    {"Greek folds its last sigma", "ΟΔΟΣ", "οδοσ"},
    {"Cyrillic keeps its marks", "Йод", "йод"},
    {"loose marks of Cyrillic are put together", "и\xCC\x86од", "йод"},
    {"Hindi keeps its vowels", "हिन्दी", "हिन्दी"},
    {"half-width Katakana is full", "ｶﾞ", "ガ"},
    {"Hangul parts are put together", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},
};

START_TEST(fold)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str out, again;
  ck_assert_int_eq(jmi_text_fold(&out, &arena, jmi_str_of(folds[_i].word)), JM_OK);
  ck_assert_msg(jmi_str_is(out, folds[_i].folded), "%s: '%.*s'", folds[_i].name, (int)out.len,
                out.at);
  ck_assert_int_eq(jmi_text_fold(&again, &arena, out), JM_OK);
  ck_assert_msg(jmi_str_equal(out, again), "%s: what is folded changed", folds[_i].name);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(fold_orders_marks) /* two orders of the same marks are one word */
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str one, two;
  ck_assert_int_eq(jmi_text_fold(&one, &arena, JMI_STR("ж\xCC\xA3\xCC\x81")), JM_OK);
  ck_assert_int_eq(jmi_text_fold(&two, &arena, JMI_STR("ж\xCC\x81\xCC\xA3")), JM_OK);
  ck_assert(jmi_str_equal(one, two));
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(fold_bounds_marks) /* a tower of marks in the worst order is cut, not sorted */
{
  enum { MARKS = 20000 };
  static char tower[2 + 4 * MARKS];
  memcpy(tower, "ж", 2);
  for (size_t i = 0; i < MARKS; i++)
    memcpy(tower + 2 + 4 * i, "\xCC\x81\xCC\xA3", 4);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_str out;
  ck_assert_int_eq(jmi_text_fold(&out, &arena, (jmi_str){tower, sizeof tower}), JM_OK);
  ck_assert_uint_le(out.len, 2 + 2 * 30);
  jmi_arena_dispose(&arena);
}
END_TEST

static const char *const keys[] = {"title", "requirements", "preferred", "text", "next", "id"};

static const struct {
  const char *name, *word, *nearest;
} suggestions[] = {
    {"the word itself is nearest", "title", "title"},
    {"capitals do not count", "TITLE", "title"},
    {"a letter too few is near", "requirments", "requirements"},
    {"a letter too many is near", "tittle", "title"},
    {"two letters swapped are one slip", "tilte", "title"},
    {"two slips are near", "requirmants", "requirements"},
    {"three slips are not", "rquirmants", NULL},
    {"one slip is near in a short word", "tet", "text"},
    {"two slips are not near in a short word", "taxi", NULL},
    {"the first wins a tie", "tnext", "text"},
    {"the first of equals wins", "jext", "text"},
    {"an empty word is near to nothing long", "", NULL},
    {"a word longer than any key is near to nothing",
     "requirementsrequirementsrequirementsrequirementsrequirementsrequirements", NULL},
};

START_TEST(suggest)
{
  const char *got = jmi_suggest(jmi_str_of(suggestions[_i].word), keys, COUNT(keys));
  const char *want = suggestions[_i].nearest;
  ck_assert_msg((got == NULL) == (want == NULL) && (got == NULL || strcmp(got, want) == 0),
                "%s: %s", suggestions[_i].name, got == NULL ? "nothing" : got);
}
END_TEST

START_TEST(out_of_memory)
{
  jm_status plain_status = JM_ERR_MEMORY, fold_status = JM_ERR_MEMORY;
  char wide[512];
  for (size_t i = 0; i < sizeof wide; i += 2)
    memcpy(wide + i, "é", 2);
  for (size_t n = 0; plain_status != JM_OK || fold_status != JM_OK; n++) {
    ck_assert_uint_lt(n, 100);
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_str out;
    jmi_arena_init(&arena, &allocator);
    plain_status = jmi_text_plain(&out, &arena, JMI_STR("“Quoted”"));
    fold_status = jmi_text_fold(&out, &arena, (jmi_str){wide, sizeof wide});
    ck_assert(plain_status == JM_OK || plain_status == JM_ERR_MEMORY);
    ck_assert(fold_status == JM_OK || fold_status == JM_ERR_MEMORY);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("text");
  TCase *tc = tcase_create("text");
  tcase_add_loop_test(tc, check_utf8, 0, COUNT(utf8));
  tcase_add_test(tc, check_every_code_point);
  tcase_add_loop_test(tc, kinds_of_codes, 0, COUNT(codes));
  tcase_add_loop_test(tc, width, 0, COUNT(widths));
  tcase_add_loop_test(tc, plain, 0, COUNT(plains));
  tcase_add_test(tc, plain_lends);
  tcase_add_test(tc, plain_never_grows);
  tcase_add_loop_test(tc, fold, 0, COUNT(folds));
  tcase_add_test(tc, fold_orders_marks);
  tcase_add_test(tc, fold_bounds_marks);
  tcase_add_loop_test(tc, suggest, 0, COUNT(suggestions));
  tcase_add_test(tc, out_of_memory);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
