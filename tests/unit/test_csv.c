/* SPDX-License-Identifier: MIT */
/* Tables: what cells a text holds, where its rows stand, what is refused.
 *
 * Tables are written as "a|b/c|d": cells parted by bars, rows by slashes. */
#include "support/suite.h"

#include <stdio.h>

#include "base/buffer.h"
#include "lexicon/csv.h"
#include "support/failing.h"

static const struct {
  const char *name, *text, *want;
  char separator;
} reads[] = {
    {"cells are parted by commas", "a,b\n1,2\n", "a|b/1|2", ','},
    {"the last row needs no line end", "a,b\n1,2", "a|b/1|2", ','},
    {"lines may end with CR LF", "a,b\r\n1,2\r\n", "a|b/1|2", ','},
    {"a CR at the very end is a line end", "a,b\n1,2\r", "a|b/1|2", ','},
    {"a CR inside a line is text", "a,b\n1\r3,2\n", "a|b/1\r3|2", ','},
    {"a byte order mark is skipped",
     "\xEF\xBB\xBF"
     "a,b\n1,2\n",
     "a|b/1|2", ','},
    {"a quoted cell may hold commas", "a,b\n\"1,5\",2\n", "a|b/1,5|2", ','},
    {"a quoted cell may hold line ends", "a,b\n\"oven\nrange\",2\n", "a|b/oven\nrange|2", ','},
    {"a quote written twice is one quote", "a,b\n\"so \"\"fit\"\"\",2\n", "a|b/so \"fit\"|2", ','},
    {"a cell of two quotes is empty", "a,b\n\"\",2\n", "a|b/|2", ','},
    {"a quote inside a bare cell is text", "a,b\n3\" pan,2\n", "a|b/3\" pan|2", ','},
    {"cells are trimmed", "a , b\n 1,2 \n", "a|b/1|2", ','},
    {"empty cells count", "a,b,c\n,,3\n1,,\n", "a|b|c/||3/1||", ','},
    {"blank rows are skipped", "\na,b\n\n1,2\n,\n\n", "a|b/1|2", ','},
    {"tabs part cells where they are asked for", "a\tb\n1,5\t2\n", "a|b/1,5|2", '\t'},
    {"between tabs a quote is text", "a\tb\n\"1\t2\"\n", "a|b/\"1|2\"", '\t'},
};

static void join_row(jmi_buffer *out, const jmi_csv *csv)
{
  for (uint32_t i = 0; i < csv->cells.count; i++) {
    jmi_buffer_adds(out, i == 0 ? "" : "|");
    jmi_buffer_addstr(out, jmi_csv_cell(csv, i));
  }
}

static jm_status read_all(jmi_buffer *out, jmi_arena *arena, const char *text, size_t len,
                          char separator, jm_error *err)
{
  jmi_csv csv;
  bool more = true;
  jm_status status = jmi_csv_open(&csv, arena, (jmi_str){text, (uint32_t)len}, separator, err);
  while (status == JM_OK && more) {
    join_row(out, &csv);
    if ((status = jmi_csv_next(&csv, &more, err)) == JM_OK && more)
      jmi_buffer_addc(out, '/');
  }
  return status;
}

START_TEST(test_reads)
{
  jmi_arena arena;
  jmi_buffer got;
  jm_error err = JM_ERROR_INIT;
  jmi_arena_init(&arena, NULL);
  jmi_buffer_init(&got, NULL, 0);
  const char *text = reads[_i].text;
  ck_assert_msg(read_all(&got, &arena, text, strlen(text), reads[_i].separator, &err) == JM_OK,
                "%s: %s", reads[_i].name, err.message);
  ck_assert_msg(strcmp(got.at, reads[_i].want) == 0, "%s: got '%s'", reads[_i].name, got.at);
  jmi_buffer_dispose(&got);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  jm_status status;
  uint32_t line, column;
} refusals[] = {
    {"a text without a row has no columns", "\n\n", JM_ERR_SYNTAX, 0, 0},
    {"a quoted cell must end", "a,b\n1,\"2\n3,4\n", JM_ERR_SYNTAX, 2, 3},
    {"nothing may follow a closing quote", "a,b\n\"1\"x,2\n", JM_ERR_SYNTAX, 2, 4},
    {"a row may not have too few cells", "a,b\n1,2\n3\n", JM_ERR_SYNTAX, 3, 1},
    {"a row may not have too many cells", "a,b\n1,2,3\n", JM_ERR_SYNTAX, 2, 1},
    {"lines inside quotes count", "a,b\n\"1\n\n\",2\n3\n", JM_ERR_SYNTAX, 5, 1},
    {"columns count characters", "a,b\n\xC3\xA9\xC3\xA9,\"2\n", JM_ERR_SYNTAX, 2, 4},
    {"a text must be UTF-8", "a,b\n\xE9,2\n", JM_ERR_ENCODING, 2, 1},
};

START_TEST(test_refusals)
{
  jmi_arena arena;
  jmi_buffer got;
  jm_error err = JM_ERROR_INIT;
  jmi_arena_init(&arena, NULL);
  jmi_buffer_init(&got, NULL, 0);
  const char *text = refusals[_i].text;
  jm_status status = read_all(&got, &arena, text, strlen(text), ',', &err);
  ck_assert_msg(status == refusals[_i].status, "%s: %s", refusals[_i].name, jm_status_name(status));
  ck_assert_msg(err.line == refusals[_i].line && err.column == refusals[_i].column, "%s: at %u:%u",
                refusals[_i].name, (unsigned)err.line, (unsigned)err.column);
  ck_assert_msg(err.message[0] != '\0', "%s: no message", refusals[_i].name);
  jmi_buffer_dispose(&got);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(test_columns)
{
  jmi_arena arena;
  jmi_csv csv;
  bool more;
  jmi_arena_init(&arena, NULL);
  ck_assert_int_eq(jmi_csv_open(&csv, &arena, JMI_STR("name, also\nx,y\n"), ',', NULL), JM_OK);
  ck_assert_uint_eq(jmi_csv_column(&csv, "also"), 1);
  ck_assert_uint_eq(jmi_csv_column(&csv, "Also"), JMI_CSV_NONE);
  ck_assert_int_eq(jmi_csv_next(&csv, &more, NULL), JM_OK);
  ck_assert(more && jmi_str_is(jmi_csv_cell(&csv, 1), "y"));
  ck_assert_uint_eq(jmi_csv_cell(&csv, JMI_CSV_NONE).len, 0);
  ck_assert(csv.mark.line == 2 && csv.mark.column == 1);
  jmi_arena_dispose(&arena);
}
END_TEST

/* A million quotes on one line take no longer than a million other characters. */
START_TEST(test_a_long_line_of_quoted_cells)
{
  enum { CELLS = 300000 };
  char *text = malloc((size_t)CELLS * 3 + 1);
  ck_assert_ptr_nonnull(text);
  for (size_t i = 0; i < CELLS; i++)
    memcpy(text + i * 3, "\"\",", 3);
  memcpy(text + (size_t)CELLS * 3 - 1, "\n", 1);
  text[0] = 'a', text[1] = 'b';
  jmi_arena arena;
  jmi_csv csv;
  jmi_arena_init(&arena, NULL);
  jmi_str whole = {text, CELLS * 3};
  ck_assert_int_eq(jmi_csv_open(&csv, &arena, whole, ',', NULL), JM_OK);
  ck_assert_uint_eq(csv.column_count, CELLS);
  jmi_arena_dispose(&arena);
  free(text);
}
END_TEST

START_TEST(test_sweep)
{
  static const char text[] = "a,b\n\"1 \"\"2\"\"\",3\n\"4 \"\"5\"\"\",6\n";
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_buffer got;
    jmi_arena_init(&arena, &allocator);
    jmi_buffer_init(&got, NULL, 0);
    status = read_all(&got, &arena, text, strlen(text), ',', NULL);
    ck_assert(status == JM_OK || status == JM_ERR_MEMORY);
    jmi_buffer_dispose(&got);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
    ck_assert_uint_lt(n, 100);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("csv");
  TCase *t = tcase_create("csv");
  tcase_add_loop_test(t, test_reads, 0, COUNT(reads));
  tcase_add_loop_test(t, test_refusals, 0, COUNT(refusals));
  tcase_add_test(t, test_columns);
  tcase_add_test(t, test_a_long_line_of_quoted_cells);
  tcase_add_test(t, test_sweep);
  suite_add_tcase(s, t);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
