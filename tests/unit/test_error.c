/* SPDX-License-Identifier: MIT */
/* Errors and statuses: each status has a name and a sentence; an error is filled once, never beyond
 * its fields, and with characters left whole. */
#include "base/error.h"
#include "jobmatch/jobmatch.h"
#include "support/suite.h"

static const struct {
  jm_status status;
  const char *name;
} statuses[] = {
    {JM_OK, "JM_OK"},
    {JM_ERR_MEMORY, "JM_ERR_MEMORY"},
    {JM_ERR_SYNTAX, "JM_ERR_SYNTAX"},
    {JM_ERR_FIELD, "JM_ERR_FIELD"},
    {JM_ERR_ARGUMENT, "JM_ERR_ARGUMENT"},
    {JM_ERR_LIMIT, "JM_ERR_LIMIT"},
    {JM_ERR_ENCODING, "JM_ERR_ENCODING"},
    {JM_ERR_UNDECIDED, "JM_ERR_UNDECIDED"},
};

START_TEST(a_status_has_a_name_and_a_sentence)
{
  const char *sentence = jm_status_string(statuses[_i].status);
  size_t len = strlen(sentence);
  ck_assert_int_eq(statuses[_i].status, _i); /* numbers are never reused */
  ck_assert_str_eq(jm_status_name(statuses[_i].status), statuses[_i].name);
  ck_assert_msg(len > 5 && sentence[len - 1] != '.', "%s: %s", statuses[_i].name, sentence);
}
END_TEST

START_TEST(other_numbers_are_no_status)
{
  static const int32_t others[] = {-1, INT32_MIN, INT32_MAX, JM_ERR_UNDECIDED + 1};
  ck_assert_str_eq(jm_status_name(others[_i]), "JM_ERR_?");
  ck_assert_str_eq(jm_status_string(others[_i]), "no status of this library");
}
END_TEST

START_TEST(the_first_error_stands)
{
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_fail_at(&err, JM_ERR_FIELD, (jmi_mark){2, 3, 9}, "first"), JM_ERR_FIELD);
  jmi_error_path(&err, "a");
  jmi_error_hint(&err, "do %d", 1);
  ck_assert_int_eq(jmi_fail(&err, JM_ERR_LIMIT, "second"), JM_ERR_LIMIT);
  jmi_error_path(&err, "b");
  jmi_error_hint(&err, "do %d", 2);
  ck_assert_int_eq(err.status, JM_ERR_FIELD);
  ck_assert_str_eq(err.message, "first");
  ck_assert_str_eq(err.path, "a");
  ck_assert_str_eq(err.hint, "do 1");
  ck_assert_uint_eq(err.line, 2);
  ck_assert_uint_eq(err.column, 3);
  ck_assert_int_eq(err.offset, 9);
  jmi_error_clear(&err);
  ck_assert_int_eq(err.status, JM_OK);
  ck_assert_str_eq(err.message, "");
  ck_assert_int_eq(err.offset, -1);
}
END_TEST

START_TEST(nowhere_to_write_is_no_failure)
{
  jm_error small = {.size = sizeof small - 1};
  jm_error *places[] = {NULL, &small};
  ck_assert_int_eq(jmi_fail(places[_i], JM_ERR_FIELD, "x"), JM_ERR_FIELD);
  ck_assert_int_eq(jmi_fail_at(places[_i], JM_ERR_FIELD, (jmi_mark){1, 1, 0}, "x"), JM_ERR_FIELD);
  jmi_error_path(places[_i], "x");
  jmi_error_hint(places[_i], "x");
  jmi_error_other(places[_i], (jmi_mark){1, 1, 0});
  jmi_error_clear(places[_i]);
  ck_assert_int_eq(small.status, JM_OK);
  ck_assert_str_eq(small.message, "");
}
END_TEST

/* Texts that are too long, so that the cut falls on each byte of a character. */
static const struct {
  const char *name, *piece;
} pieces[] = {
    {"one byte each", "a"},
    {"two bytes each", "\xC3\xA9"},
    {"three bytes each", "\xE2\x82\xAC"},
    {"four bytes each", "\xF0\x9F\x98\x80"},
};

START_TEST(a_cut_leaves_characters_whole)
{
  const char *piece = pieces[_i].piece;
  size_t size = strlen(piece);
  for (size_t lead = 0; lead < 4; lead++) {
    char text[400] = "....";
    size_t len = lead;
    for (; len + size < sizeof text; len += size)
      memcpy(text + len, piece, size);
    text[len] = '\0';
    jm_error err = JM_ERROR_INIT;
    jmi_fail(&err, JM_ERR_FIELD, "%s", text);
    jmi_error_path(&err, text);
    jmi_error_hint(&err, "%s", text);
    const struct {
      const char *at;
      size_t room;
    } fields[] = {{err.message, sizeof err.message},
                  {err.path, sizeof err.path},
                  {err.hint, sizeof err.hint}};
    for (size_t f = 0; f < COUNT(fields); f++) {
      size_t whole = lead + (fields[f].room - 1 - lead) / size * size;
      ck_assert_msg(strlen(fields[f].at) == whole, "%s: field %zu has %zu bytes, not %zu",
                    pieces[_i].name, f, strlen(fields[f].at), whole);
      ck_assert_int_eq(memcmp(fields[f].at, text, whole), 0);
    }
  }
}
END_TEST

/* The one status that a caller asks for. */
static const struct {
  const char *name, *posting;
  int32_t undecided_is_error;
  jm_status status;
  const char *message;
} scored[] = {
    {"undecided is a standing", "[{text: a, match: b}]", 0, JM_OK, ""},
    {"undecided is an error when asked for", "[{text: a, match: b}]", 1, JM_ERR_UNDECIDED,
     "1 requirement is undecided"},
    {"more than one", "[{text: a, match: b}, {text: c, match: d}, e]", 1, JM_ERR_UNDECIDED,
     "2 requirements are undecided"},
    {"what is decided is no error", "[a]", 1, JM_OK, ""},
};

START_TEST(undecided)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  options.undecided_is_error = scored[_i].undecided_is_error;
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, &err), JM_OK);
  ck_assert_int_eq(
      jm_posting_load(&posting, scorer, scored[_i].posting, strlen(scored[_i].posting), &err),
      JM_OK);
  ck_assert_int_eq(jm_profile_load(&profile, scorer, "skills: [a]", 11, &err), JM_OK);
  jm_status got = jm_score(&result, scorer, posting, profile, &err);
  ck_assert_msg(got == scored[_i].status, "%s: got %s", scored[_i].name, jm_status_name(got));
  ck_assert_msg((result != NULL) == (got == JM_OK), "%s: result and status disagree",
                scored[_i].name);
  ck_assert_str_eq(err.message, scored[_i].message);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("error");
  TCase *tc = tcase_create("error");
  tcase_add_loop_test(tc, a_status_has_a_name_and_a_sentence, 0, COUNT(statuses));
  tcase_add_loop_test(tc, other_numbers_are_no_status, 0, 4);
  tcase_add_test(tc, the_first_error_stands);
  tcase_add_loop_test(tc, nowhere_to_write_is_no_failure, 0, 2);
  tcase_add_loop_test(tc, a_cut_leaves_characters_whole, 0, COUNT(pieces));
  tcase_add_loop_test(tc, undecided, 0, COUNT(scored));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
