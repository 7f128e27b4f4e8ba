/* SPDX-License-Identifier: MIT */
/* Streams: what is answered to which line, that what a stream keeps changes no answer, and memory
 * that runs out. */
#include <stdio.h>

#include "report/stream_cache.h"
#include "support/failing.h"
#include "support/pipeline.h"
#include "support/suite.h"

/* ---- answers ---------------------------------------------------------------------------- */

static const struct {
  const char *name, *line, *begins;
} lines[] = {
    {"a blank line is answered", "  ", "{\"id\":null,\"error\":{\"status\":\"JM_ERR_SYNTAX\""},
    {"what is no JSON is answered", "{\"id\":1,",
     "{\"id\":null,\"error\":{\"status\":\"JM_ERR_SYNTAX\""},
    {"a list is no line", "[1]", "{\"id\":null,\"error\":{\"status\":\"JM_ERR_FIELD\""},
    {"objects are documents",
     "{\"id\":1,\"posting\":{\"requirements\":[\"Java\"]},\"profile\":{\"skills\":[\"Java\"]}}",
     "{\"id\":1,\"result\":{\"format\":\"jobmatch-result\",\"version\":1,\"title\":\"\","
     "\"percent\":100,"},
    {"texts are documents",
     "{\"id\":\"x\",\"posting\":\"requirements:\\n- Java\",\"profile\":\"skills: [Java]\"}",
     "{\"id\":\"x\",\"result\":{\"format\":\"jobmatch-result\",\"version\":1,\"title\":\"\","
     "\"percent\":100,"},
    {"brackets in strings end nothing",
     "{\"posting\":[\"Java\"],\"profile\":{\"skills\":[\"Java\",\"]}\\\"}\"]},\"id\":[{\"a\":\"]\"}"
     ",2]}",
     "{\"id\":[{\"a\":\"]\"},2],\"result\":"},
    {"an error echoes an id that comes last", "{\"posting\":5,\"profile\":{},\"id\":7}",
     "{\"id\":7,\"error\":{\"status\":\"JM_ERR_FIELD\""},
    {"an unknown field is refused", "{\"id\":1,\"posting\":[\"a\"],\"profile\":{},\"x\":1}",
     "{\"id\":1,\"error\":{\"status\":\"JM_ERR_FIELD\",\"message\":\"the line has a field"},
    {"a missing document is named", "{\"id\":1,\"posting\":[\"a\"]}",
     "{\"id\":1,\"error\":{\"status\":\"JM_ERR_FIELD\",\"message\":\"the line has no profile\""},
    {"a number keeps its writing", "{\"id\":1.50e3,\"posting\":0,\"profile\":{}}",
     "{\"id\":1.50e3,\"error\":"},
    {"a line break in an id becomes a blank", "{\"id\":[1,\n2],\"posting\":0,\"profile\":{}}",
     "{\"id\":[1, 2],\"error\":"},
};

static jm_scorer *scorer; /* each test runs in a process of its own */

static void set_up(void)
{
  jm_options options = pipeline_options();
  ck_assert_int_eq(jm_scorer_new(&scorer, &options, NULL), JM_OK);
}

static void tear_down(void)
{
  jm_scorer_free(scorer);
}

static jm_stream *new_stream(void)
{
  jm_stream *stream = NULL;
  ck_assert_int_eq(jm_stream_new(&stream, scorer, NULL, NULL, NULL), JM_OK);
  return stream;
}

/* The answer to a line, which the caller frees. */
static char *answer_of(jm_stream *stream, const char *line, int32_t *failed)
{
  char *out = NULL;
  size_t len = 0;
  ck_assert_int_eq(jm_stream_answer(&out, &len, failed, stream, line, strlen(line), NULL), JM_OK);
  ck_assert_uint_eq(strlen(out), len);
  ck_assert_ptr_null(strchr(out, '\n'));
  return out;
}

/* The same by a stream that never answered before. */
static char *fresh_answer_of(const char *line)
{
  jm_stream *stream = new_stream();
  char *out = answer_of(stream, line, NULL);
  jm_stream_free(stream);
  return out;
}

START_TEST(line_by_line)
{
  jm_stream *stream = new_stream();
  for (int round = 0; round < 2; round++) {
    int32_t failed = -1;
    char *out = answer_of(stream, lines[_i].line, &failed);
    ck_assert_msg(strncmp(out, lines[_i].begins, strlen(lines[_i].begins)) == 0, "%s: %.200s",
                  lines[_i].name, out);
    ck_assert_int_eq(failed, strstr(lines[_i].begins, "error") != NULL);
    jm_text_free(out);
  }
  jm_stream_free(stream);
}
END_TEST

/* Error places count in the line, whose object begins in column 12. */
START_TEST(places_count_in_the_line)
{
  char *out = fresh_answer_of("{\"posting\": {\"requirments\":[]},\"profile\":{}}");
  ck_assert_ptr_nonnull(strstr(out, "\"document\":\"posting\",\"line\":1,\"column\":14,"));
  jm_text_free(out);
}
END_TEST

START_TEST(one_document_for_all_lines)
{
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_stream *stream = NULL;
  ck_assert_int_eq(jm_posting_load(&posting, scorer, "[Java]", 6, NULL), JM_OK);
  ck_assert_int_eq(jm_profile_load(&profile, scorer, "skills: [Java]", 14, NULL), JM_OK);
  const struct {
    const jm_posting *posting;
    const jm_profile *profile;
    const char *line, *refused;
  } ways[] = {
      {posting, NULL, "{\"profile\":\"skills: [Java]\"}", "{\"posting\":[\"Java\"]}"},
      {NULL, profile, "{\"posting\":\"[Java]\"}", "{\"profile\":\"skills: [Java]\"}"},
      {posting, profile, "{}", "{\"profile\":\"skills: [Java]\"}"},
  };
  for (size_t i = 0; i < COUNT(ways); i++) {
    int32_t failed = -1;
    ck_assert_int_eq(jm_stream_new(&stream, scorer, ways[i].posting, ways[i].profile, NULL), JM_OK);
    char *out = answer_of(stream, ways[i].line, &failed);
    ck_assert_int_eq(failed, 0);
    ck_assert_ptr_nonnull(strstr(out, "\"percent\":100,"));
    jm_text_free(out);
    jm_text_free(answer_of(stream, ways[i].refused, &failed));
    ck_assert_int_eq(failed, 1);
    jm_stream_free(stream);
  }
  jm_profile_free(profile);
  jm_posting_free(posting);
}
END_TEST

START_TEST(bad_arguments)
{
  jm_scorer *other = NULL;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  char none[] = "", *out = none;
  jm_error err = JM_ERROR_INIT;
  jm_stream *stream = new_stream(), *made = stream;
  ck_assert_int_eq(jm_scorer_new(&other, NULL, NULL), JM_OK);
  ck_assert_int_eq(jm_posting_load(&posting, other, "[Java]", 6, NULL), JM_OK);
  ck_assert_int_eq(jm_profile_load(&profile, other, "{}", 2, NULL), JM_OK);
  ck_assert_int_eq(jm_stream_new(NULL, scorer, NULL, NULL, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_stream_new(&made, NULL, NULL, NULL, &err), JM_ERR_ARGUMENT);
  ck_assert_ptr_null(made);
  ck_assert_int_eq(jm_stream_new(&made, scorer, posting, NULL, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_stream_new(&made, scorer, NULL, profile, NULL), JM_ERR_ARGUMENT);
  ck_assert_int_eq(err.status, JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_stream_answer(NULL, NULL, NULL, stream, "", 0, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_stream_answer(&out, NULL, NULL, NULL, "", 0, &err), JM_ERR_ARGUMENT);
  ck_assert_ptr_null(out);
  ck_assert_int_eq(jm_stream_answer(&out, NULL, NULL, stream, NULL, 1, &err), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_stream_answer(&out, NULL, NULL, stream, "", SIZE_MAX, &err), JM_ERR_ARGUMENT);
  ck_assert_ptr_null(out);
  ck_assert_int_eq(jm_stream_answer(&out, NULL, NULL, stream, NULL, 0, &err), JM_OK);
  ck_assert_ptr_nonnull(strstr(out, "the line is blank"));
  jm_text_free(out);
  jm_stream_free(NULL);
  jm_stream_free(stream);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(other);
}
END_TEST

/* ---- what is kept changes no answer ----------------------------------------------------- */

enum { MANY = 3 * JMI_SHELF_DOCUMENTS };

/* A line of posting p and profile q; some of them do not load. */
static void write_line(char line[256], unsigned p, unsigned q)
{
  static const char *const skills[] = {"SQL", "Java", "Welding", "customer service"};
  char posting[96], profile[96];
  snprintf(posting, sizeof posting,
           p % 7 == 3 ? "{\"requirments\":[\"%s\"]}" : "[\"%s\",\"%u years of Python\"]",
           skills[p % 4], p);
  snprintf(profile, sizeof profile,
           q % 11 == 5 ? "\"skills: [%s, %u\"" : "\"skills: [%s, {name: Python, years: %u}]\"",
           skills[q % 4], q);
  snprintf(line, 256, "{\"id\":\"%u-%u\",\"posting\":%s,\"profile\":%s}", p, q, posting, profile);
}

/* By turns few documents that are kept all the time, and so many that none is. */
START_TEST(the_same_bytes_whatever_is_kept)
{
  jm_stream *stream = new_stream();
  uint32_t random = 1;
  for (unsigned i = 0; i < 1500; i++) {
    char line[256];
    unsigned range = i / 250 % 2 == 0 ? 10 : MANY;
    random = random * 1664525u + 1013904223u;
    write_line(line, (random >> 8) % range, (random >> 20) % range);
    char *out = answer_of(stream, line, NULL), *expected = fresh_answer_of(line);
    ck_assert_str_eq(out, expected);
    jm_text_free(expected);
    jm_text_free(out);
  }
  jm_stream_free(stream);
}
END_TEST

START_TEST(the_same_bytes_after_eviction)
{
  char line[256];
  jm_stream *stream = new_stream();
  write_line(line, 1, 1);
  char *first = answer_of(stream, line, NULL), *again = answer_of(stream, line, NULL);
  ck_assert_str_eq(again, first);
  jm_text_free(again);
  for (unsigned i = 2; i < MANY; i++) {
    write_line(line, i, i);
    jm_text_free(answer_of(stream, line, NULL));
  }
  write_line(line, 1, 1);
  again = answer_of(stream, line, NULL);
  ck_assert_str_eq(again, first);
  jm_text_free(again);
  jm_text_free(first);
  jm_stream_free(stream);
}
END_TEST

/* The same bytes as posting and as profile; written as a text and as an object. */
START_TEST(kinds_and_writings_do_not_mix)
{
  static const char *const mixed[] = {
      "{\"posting\":{\"title\":\"a\",\"requirements\":[\"SQL\"]},\"profile\":{\"skills\":[\"SQL\"]}"
      "}",
      "{\"posting\":{\"skills\":[\"SQL\"]},\"profile\":{\"skills\":[\"SQL\"]}}",
      "{\"posting\":[\"SQL\"],\"profile\":{\"title\":\"a\",\"requirements\":[\"SQL\"]}}",
      "{\"posting\":[\"SQL\"],\"profile\":\"{\\\"skills\\\":[\\\"SQL\\\"]}\"}",
      "{\"posting\":[\"SQL\"], \"profile\":{\"skills\":[\"SQL\" ]}}",
      "{\"posting\":[\"SQL\"], \"profile\":\"\"}",
  };
  jm_stream *stream = new_stream();
  for (size_t i = 0; i < 2 * COUNT(mixed); i++) {
    const char *line = mixed[i % COUNT(mixed)];
    char *out = answer_of(stream, line, NULL), *expected = fresh_answer_of(line);
    ck_assert_str_eq(out, expected);
    jm_text_free(expected);
    jm_text_free(out);
  }
  jm_stream_free(stream);
}
END_TEST

/* ---- memory that runs out --------------------------------------------------------------- */

/* One stream answers on after each failure, with the bytes that it would have given without. */
START_TEST(a_stream_survives_what_it_cannot_answer)
{
  failing memory = {.left = SIZE_MAX};
  jm_options options = pipeline_options();
  options.allocator = failing_allocator(&memory);
  jm_scorer *made = NULL;
  jm_stream *stream = NULL;
  ck_assert_int_eq(jm_scorer_new(&made, &options, NULL), JM_OK);
  ck_assert_int_eq(jm_stream_new(&stream, made, NULL, NULL, NULL), JM_OK);
  for (unsigned i = 0; i < 2 * JMI_SHELF_DOCUMENTS + 9; i++) {
    char line[256], *out = NULL;
    write_line(line, i, i);
    jm_status status = JM_ERR_MEMORY;
    for (size_t n = i % 5; status == JM_ERR_MEMORY; n += i < 3 ? 1 : 19) {
      memory.left = n;
      status = jm_stream_answer(&out, NULL, NULL, stream, line, strlen(line), NULL);
      ck_assert((out != NULL) == (status == JM_OK));
    }
    ck_assert_int_eq(status, JM_OK);
    char *expected = fresh_answer_of(line);
    ck_assert_str_eq(out, expected);
    jm_text_free(expected);
    jm_text_free(out);
  }
  jm_stream_free(stream);
  jm_scorer_free(made);
  ck_assert_uint_eq(memory.live, 0);
}
END_TEST

START_TEST(an_answer_outlives_its_stream)
{
  char *out = fresh_answer_of("{\"posting\":[\"SQL\"],\"profile\":{}}");
  jm_scorer_free(scorer);
  scorer = NULL;
  ck_assert_int_eq(out[0], '{');
  jm_text_free(out);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("stream");
  TCase *tc = tcase_create("stream");
  tcase_set_timeout(tc, 60);
  tcase_add_checked_fixture(tc, set_up, tear_down);
  tcase_add_loop_test(tc, line_by_line, 0, COUNT(lines));
  tcase_add_test(tc, places_count_in_the_line);
  tcase_add_test(tc, one_document_for_all_lines);
  tcase_add_test(tc, bad_arguments);
  tcase_add_test(tc, the_same_bytes_whatever_is_kept);
  tcase_add_test(tc, the_same_bytes_after_eviction);
  tcase_add_test(tc, kinds_and_writings_do_not_mix);
  tcase_add_test(tc, a_stream_survives_what_it_cannot_answer);
  tcase_add_test(tc, an_answer_outlives_its_stream);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
