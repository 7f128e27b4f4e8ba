/* SPDX-License-Identifier: MIT */
/* Writing reports: what JSON and text do with hostile words, how lines wrap, numbers without a
 * locale, paths of errors. */
#include "report/page.h"
#include "report/report.h"
#include "report/safe.h"
#include "support/suite.h"
#include "text/text.h"

/* ---- JSON texts ------------------------------------------------------------------------- */

static const struct {
  const char *name;
  jmi_str text;
  const char *json;
} texts[] = {
    {"an empty text is two quotes", {"", 0}, "\"\""},
    {"plain words stand as they are", JMI_STR("C++ & <b>"), "\"C++ & <b>\""},
    {"quotes and backslashes are escaped", JMI_STR("a\"b\\c"), "\"a\\\"b\\\\c\""},
    {"usual controls have letters", JMI_STR("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\""},
    {"other controls have numbers", JMI_STR("\x01\x1b\x7f"), "\"\\u0001\\u001b\\u007f\""},
    {"a NUL is a character", JMI_STR("a\0b"), "\"a\\u0000b\""},
    {"letters beyond ASCII stand", JMI_STR("r\xC3\xA9sum\xC3\xA9 \xE5\xB8\x82"),
     "\"r\xC3\xA9sum\xC3\xA9 \xE5\xB8\x82\""},
    {"a character past U+FFFF stands", JMI_STR("\xF0\x9F\x98\x80"), "\"\xF0\x9F\x98\x80\""},
    {"a bidirectional override is escaped", JMI_STR("\xE2\x80\xAE"), "\"\\u202e\""},
    {"a C1 control is escaped", JMI_STR("\xC2\x9B"), "\"\\u009b\""},
    {"a tag character is a pair", JMI_STR("\xF3\xA0\x81\x81"), "\"\\udb40\\udc41\""},
    {"a byte that is no UTF-8 is replaced", JMI_STR("a\xFF\xC3"), "\"a\\ufffd\\ufffd\""},
    {"a half of a surrogate pair is replaced", JMI_STR("\xED\xA0\x80"),
     "\"\\ufffd\\ufffd\\ufffd\""},
};

START_TEST(json_text)
{
  jmi_buffer out;
  jmi_writer w = {.out = &out};
  jmi_buffer_init(&out, NULL, 0);
  jmi_write_text(&w, NULL, texts[_i].text);
  ck_assert_msg(strcmp(out.at, texts[_i].json) == 0, "%s: %s", texts[_i].name, out.at);
  jmi_buffer_dispose(&out);
}
END_TEST

START_TEST(json_structure)
{
  jmi_buffer out;
  jmi_writer w = {.out = &out};
  jmi_buffer_init(&out, NULL, 0);
  jmi_write_open(&w, NULL, '{');
  jmi_write_open(&w, "list", '[');
  jmi_write_int(&w, NULL, -5);
  jmi_write_null(&w, NULL);
  jmi_write_close(&w, ']');
  jmi_write_open(&w, "none", '[');
  jmi_write_close(&w, ']');
  jmi_write_flag(&w, "flag", true);
  jmi_write_word(&w, "word", NULL);
  jmi_write_hash(&w, "hash", UINT64_C(0x0123456789abcdef));
  jmi_write_json(&w, "raw", JMI_STR("{\"a\":\n\"\xE2\x80\xAE\"}"));
  jmi_write_close(&w, '}');
  ck_assert_str_eq(out.at, "{\"list\":[-5,null],\"none\":[],\"flag\":true,\"word\":null,"
                           "\"hash\":\"0123456789abcdef\",\"raw\":{\"a\": \"\\u202e\"}}");
  jmi_buffer_dispose(&out);
}
END_TEST

/* ---- numbers ---------------------------------------------------------------------------- */

static const struct {
  const char *name;
  int64_t number;
  uint32_t decimals;
  const char *text;
} decimals[] = {
    {"nought is 0", 0, 2, "0"},
    {"whole numbers have no point", 8000, 2, "80"},
    {"a last nought is left out", 8250, 2, "82.5"},
    {"a first nought is kept", 8205, 2, "82.05"},
    {"less than one begins with 0", 5, 3, "0.005"},
    {"no decimals are asked", 42, 0, "42"},
};

START_TEST(decimal)
{
  jmi_buffer out;
  jmi_buffer_init(&out, NULL, 0);
  jmi_decimal_add(&out, decimals[_i].number, decimals[_i].decimals);
  ck_assert_msg(strcmp(out.at, decimals[_i].text) == 0, "%s: %s", decimals[_i].name, out.at);
  jmi_buffer_dispose(&out);
}
END_TEST

static const struct {
  const char *name;
  jmi_share share;
  int32_t hundredths;
} shares[] = {
    {"nothing asked is all met", {0, 0}, 10000},
    {"nothing met is 0", {0, 7}, 0},
    {"all met is 100", {7, 7}, 10000},
    {"two thirds are rounded down", {2, 3}, 6666},
    {"just under a bound stays under it", {79999, 100000}, 7999},
    {"products do not overflow", {INT64_C(700000000000000000), INT64_C(900000000000000000)}, 7777},
};

START_TEST(hundredths)
{
  int32_t got = jmi_share_hundredths(shares[_i].share);
  ck_assert_msg(got == shares[_i].hundredths, "%s: %d", shares[_i].name, (int)got);
}
END_TEST

START_TEST(dates)
{
  char day[16], month[16];
  jmi_day_digits(day, 20260301);
  jmi_month_digits(month, 2023 * 12 + 5);
  ck_assert_str_eq(day, "2026-03-01");
  ck_assert_str_eq(month, "2023-06");
}
END_TEST

/* ---- the page --------------------------------------------------------------------------- */

#define TEN     "aaaaaaaaaa"
#define SEVENTY TEN TEN TEN TEN TEN TEN TEN
#define WIDE    "\xE5\xB8\x82\xE5\xB8\x82\xE5\xB8\x82\xE5\xB8\x82\xE5\xB8\x82" /* ten columns */

static const struct {
  const char *name;
  jmi_str text;
  const char *page;
} pages[] = {
    {"a short text is one line", JMI_STR("a b"), "  + a b\n"},
    {"an empty text is the lead alone", {"", 0}, "  + \n"},
    {"white space is one blank, at the ends none", JMI_STR(" a \n\t b "), "  + a b\n"},
    {"76 columns fit beside a lead", JMI_STR(SEVENTY " aaaaa"), "  + " SEVENTY " aaaaa\n"},
    {"the next word hangs behind the lead", JMI_STR(SEVENTY " aaaaaa"),
     "  + " SEVENTY "\n    aaaaaa\n"},
    {"a word too long for a line is broken", JMI_STR(SEVENTY TEN),
     "  + " SEVENTY "aaaaaa\n    aaaa\n"},
    {"wide characters take two columns", JMI_STR(WIDE WIDE WIDE WIDE WIDE WIDE WIDE " " WIDE),
     "  + " WIDE WIDE WIDE WIDE WIDE WIDE WIDE "\n    " WIDE "\n"},
    {"an escape sequence is shown, not sent", JMI_STR("\x1b[31mred"), "  + \\u001b[31mred\n"},
    {"a NUL is shown", JMI_STR("a\0b"), "  + a\\u0000b\n"},
    {"a bidirectional override is shown", JMI_STR("\xE2\x80\xAEx"), "  + \\u202ex\n"},
    {"a tag character is shown", JMI_STR("\xF3\xA0\x81\x81"), "  + \\U000e0041\n"},
    {"a C1 control is shown", JMI_STR("\xC2\x9B"), "  + \\u009b\n"},
    {"a byte that is no UTF-8 is replaced", JMI_STR("\xFFz"), "  + \\ufffdz\n"},
};

START_TEST(page)
{
  jmi_buffer out;
  jmi_page p;
  jmi_buffer_init(&out, NULL, 0);
  jmi_page_init(&p, &out, NULL, false);
  jmi_page_open(&p, 2);
  jmi_page_lead(&p, JMI_INK_GREEN, "+");
  jmi_safe_add(&p.paragraph, pages[_i].text, &(jmi_escape){NULL, "\\"});
  jmi_page_close(&p);
  ck_assert_msg(strcmp(out.at, pages[_i].page) == 0, "%s:\n%s", pages[_i].name, out.at);
  jmi_page_dispose(&p);
  jmi_buffer_dispose(&out);
}
END_TEST

/* ---- errors ----------------------------------------------------------------------------- */

static const struct {
  const char *name, *path, *joined;
} paths[] = {
    {"an error of the whole gets the name", "", "posting"},
    {"a field gets a dot", "requirements[2]", "posting.requirements[2]"},
    {"an item gets none", "[2].id", "posting[2].id"},
};

START_TEST(under)
{
  jm_error err = JM_ERROR_INIT;
  err.status = JM_ERR_FIELD;
  strcpy(err.path, paths[_i].path);
  jmi_error_under(&err, "posting");
  ck_assert_msg(strcmp(err.path, paths[_i].joined) == 0, "%s: %s", paths[_i].name, err.path);
}
END_TEST

START_TEST(under_long)
{
  jm_error err = JM_ERROR_INIT;
  err.status = JM_ERR_FIELD;
  memset(err.path, 'x', 119);
  memcpy(err.path + 119, "\xC3\xA9\xC3\xA9", 5);
  jmi_error_under(&err, "posting");
  ck_assert_uint_lt(strlen(err.path), sizeof err.path);
  ck_assert_uint_eq(jmi_utf8_check(err.path, strlen(err.path)), strlen(err.path));
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("report");
  TCase *tc = tcase_create("report");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, json_text, 0, COUNT(texts));
  tcase_add_test(tc, json_structure);
  tcase_add_loop_test(tc, decimal, 0, COUNT(decimals));
  tcase_add_loop_test(tc, hundredths, 0, COUNT(shares));
  tcase_add_test(tc, dates);
  tcase_add_loop_test(tc, page, 0, COUNT(pages));
  tcase_add_loop_test(tc, under, 0, COUNT(paths));
  tcase_add_test(tc, under_long);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
