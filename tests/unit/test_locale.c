/* SPDX-License-Identifier: MIT */
/* The program's locale changes nothing: neither the decimal comma of German nor the dotless i of
 * Turkish, as far as this machine has them. */
#include <locale.h>
#include <stdio.h>

#include "support/pipeline.h"
#include "support/suite.h"

static const char *const locales[] = {"de_DE.UTF-8", "tr_TR.UTF-8", "tr_TR.ISO-8859-9",
                                      "ja_JP.UTF-8", "C.UTF-8"};

/* Words with an i, decimals, letters outside ASCII: what a locale could touch. */
static const char posting[] = "requirements:\n"
                              "  - {text: INFORMATION DESIGN and LIGHTING, weight: 1.5}\n"
                              "  - 2.5 years of Kubernetes administration\n"
                              "  - \xc4\xb0stanbul \xc3\x96lpr\xc3\xbc"
                              "fung\n";
static const char profile[] =
    "skills: [information design, lighting, {name: kubernetes administration, "
    "years: 1.5}, \xc3\xb6lpr\xc3\xbc"
    "fung]\n";

static char *report(void)
{
  char *text = NULL;
  jm_options options = pipeline_options();
  options.policy = pipeline_policy;
  options.policy_len = strlen(pipeline_policy);
  ck_assert_int_eq(pipeline_run(&text, &options, posting, profile, NULL), JM_OK);
  return text;
}

START_TEST(same_bytes)
{
  char *expected = report();
  if (setlocale(LC_ALL, locales[_i]) == NULL) {
    printf("%s: not on this machine, not tried\n", locales[_i]);
  } else {
    char *text = report();
    ck_assert_msg(strcmp(text, expected) == 0, "%s: other bytes", locales[_i]);
    jm_text_free(text);
    setlocale(LC_ALL, "C");
  }
  jm_text_free(expected);
}
END_TEST

/* The environment is not read: a name of a locale that exists nowhere does no harm either. */
START_TEST(environment)
{
  char *expected = report();
  static const char *const names[] = {"LC_ALL", "LANG", "LC_NUMERIC", "LANGUAGE"};
  for (size_t i = 0; i < COUNT(names); i++)
    ck_assert_int_eq(setenv(names[i], locales[_i], 1), 0);
  setlocale(LC_ALL, "");
  char *text = report();
  ck_assert_msg(strcmp(text, expected) == 0, "%s in the environment: other bytes", locales[_i]);
  jm_text_free(text);
  jm_text_free(expected);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("locale");
  TCase *tc = tcase_create("locale");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, same_bytes, 0, COUNT(locales));
  tcase_add_loop_test(tc, environment, 0, COUNT(locales));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
