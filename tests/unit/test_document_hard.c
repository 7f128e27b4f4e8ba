/* SPDX-License-Identifier: MIT */
/* Hostile and huge documents: deep, wide, full of directives or aliases. Each must end in the right
 * status; Check's time limit is what catches one that takes more than linear time. */
#include "base/buffer.h"
#include "document/document.h"
#include "support/outline.h"
#include "support/suite.h"

enum { MILLION = 1000000 };

/* What a case writes: a head, a piece `times` over, a foot. `numbered` pieces hold one "%d". */
static const struct {
  const char *name, *head, *piece, *foot;
  int times;
  bool numbered, roomy; /* roomy: with limits that let a million in */
  jm_status status;
} cases[] = {
    {"a million opening brackets", "", "[", "", MILLION, false, false, JM_ERR_LIMIT},
    {"a million opening brackets, roomy", "", "[", "", MILLION, false, true, JM_ERR_LIMIT},
    {"a million mappings in mappings", "", "{a: ", "", MILLION, false, true, JM_ERR_LIMIT},
    {"a million mappings in a list of YAML", "- ", "{a: ", "", MILLION, false, true, JM_ERR_LIMIT},
    {"a million dashes", "", "- ", "x\n", MILLION, false, true, JM_ERR_LIMIT},
    {"a million question marks", "", "? ", "x\n", MILLION, false, true, JM_ERR_SYNTAX},
    {"a million closing brackets", "", "]", "", MILLION, false, true, JM_ERR_SYNTAX},
    {"a mebibyte of %TAG lines", "", "%%TAG !%d! tag:x,2000:\n", "---\na\n", 45000, true, false,
     JM_ERR_LIMIT},
    {"%TAG lines ended by CR", "", "%%TAG !%d! tag:x,2000:\r", "---\na\n", 45000, true, false,
     JM_ERR_LIMIT},
    {"%TAG lines ended by NEL", "", "%%TAG !%d! tag:x,2000:\xC2\x85", "---\na\n", 40000, true,
     false, JM_ERR_LIMIT},
    {"%TAG lines ended by LS", "", "%%TAG !%d! tag:x,2000:\xE2\x80\xA8", "---\na\n", 40000, true,
     false, JM_ERR_LIMIT},
    {"%TAG lines ended by PS", "", "%%TAG !%d! tag:x,2000:\xE2\x80\xA9", "---\na\n", 40000, true,
     false, JM_ERR_LIMIT},
    {"a tower of aliases", "a: &a [x, x]\n", "b%d: &b%d [*a, *a]\n", "", 1000, false, false,
     JM_ERR_SYNTAX},
    {"an alias of itself", "&a [*a]\n", "", "", 0, false, false, JM_ERR_SYNTAX},
    {"merge keys", "", "- <<: {a: b}\n", "", 1000, false, false, JM_ERR_SYNTAX},
    {"a million items are too many", "", "- x\n", "", MILLION, false, false, JM_ERR_LIMIT},
    {"a million items with the limit raised", "", "- x\n", "", MILLION, false, true, JM_OK},
    {"a million items of JSON", "[0", ",\"x\"", "]", MILLION, false, true, JM_OK},
    {"a million keys", "", "k%d: v\n", "", MILLION, true, true, JM_OK},
    {"a million keys of JSON", "{\"k\":0", ",\"k%d\":0", "}", MILLION, true, true, JM_OK},
    {"a million equal keys", "", "k: v\n", "", MILLION, false, true, JM_ERR_SYNTAX},
    {"a million documents", "", "--- x\n", "", MILLION, false, true, JM_ERR_SYNTAX},
    {"a value of a million bytes", "a: ", "x", "\n", MILLION, false, false, JM_ERR_LIMIT},
    {"a string of a million bytes", "[\"", "x", "\"]", MILLION, false, false, JM_ERR_LIMIT},
    {"a string of a million escapes", "[\"", "\\u00e9", "\"]", MILLION, false, true, JM_OK},
    {"a key of a million bytes", "", "x", ": a\n", MILLION, false, true, JM_ERR_SYNTAX},
    {"a million blank lines and a slip", "a: b\n", "\n", "c\n", MILLION, false, true,
     JM_ERR_SYNTAX},
    {"a million blank lines of two bytes", "a: b\r\n", "\r\n", "c\r\n", MILLION, false, true,
     JM_ERR_SYNTAX},
    {"a million comments", "", "#\n", "a: b\n", MILLION, false, true, JM_OK},
    {"a million percent signs", "a: '", "%", "'\n", MILLION, false, true, JM_OK},
    {"lines of dashes and percent signs", "a:\n", "  -%-%-\n", "", 200000, false, true, JM_OK},
    {"a million continued lines", "a: b\n", " c\n", "", MILLION, false, true, JM_OK},
    {"a million colons", "a: b", ": ", "\n", MILLION, false, true, JM_ERR_SYNTAX},
    {"a million open quotes", "- ", "\"x\n- ", "\n", MILLION, false, true, JM_ERR_SYNTAX},
};

static const jmi_document_limits roomy_limits = {
    .max_bytes = (size_t)1 << 28,
    .max_depth = 1000,
    .max_nodes = 100000000,
    .max_scalar_bytes = 1 << 24,
    .max_key_bytes = 1024,
    .allow_duplicate_keys = false,
};

/* The usual limits, but with bytes for what the case is about. */
static jmi_document_limits limits_of(int row)
{
  jmi_document_limits limits = cases[row].roomy ? roomy_limits : usual_limits;
  if (!cases[row].roomy)
    limits.max_bytes *= 8;
  return limits;
}

static void write_piece(jmi_buffer *text, const char *piece, bool numbered, int number)
{
  if (!numbered) {
    jmi_buffer_adds(text, piece);
    return;
  }
  for (; *piece != '\0'; piece++) {
    if (*piece != '%') {
      jmi_buffer_addc(text, *piece);
    } else if (*++piece == 'd') {
      jmi_buffer_addi(text, number);
    } else {
      jmi_buffer_addc(text, *piece);
    }
  }
}

START_TEST(ends_in_the_right_status)
{
  jmi_buffer text;
  jmi_buffer_init(&text, NULL, 0);
  jmi_buffer_adds(&text, cases[_i].head);
  for (int i = 0; i < cases[_i].times; i++)
    write_piece(&text, cases[_i].piece, cases[_i].numbered, i);
  jmi_buffer_adds(&text, cases[_i].foot);
  ck_assert(!text.failed);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_document_limits limits = limits_of(_i);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status got = jmi_document_read(&root, &arena, text.at, text.len, &limits, &err);
  ck_assert_msg(got == cases[_i].status, "%s: %s %s", cases[_i].name, jm_status_name((int32_t)got),
                err.message);
  ck_assert((root != NULL) == (got == JM_OK));
  jmi_arena_dispose(&arena);
  jmi_buffer_dispose(&text);
}
END_TEST

/* Keys whose hashes fall into one slot of any table of that size must not cost more than others. */
START_TEST(keys_that_collide_are_sorted_all_the_same)
{
  jmi_buffer text;
  jmi_buffer_init(&text, NULL, 0);
  jmi_buffer_adds(&text, "{\"-\":0");
  for (int i = 0, found = 0; found < 2000; i++) {
    char key[16];
    int len = snprintf(key, sizeof key, "%d", i);
    if ((jmi_str_hash((jmi_str){key, (uint32_t)len}) & 0xFF) != 0)
      continue;
    jmi_buffer_adds(&text, ",\"");
    jmi_buffer_add(&text, key, (size_t)len);
    jmi_buffer_adds(&text, "\":1");
    found++;
  }
  jmi_buffer_adds(&text, "}");
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  ck_assert_int_eq(jmi_json_read(&root, &arena, text.at, text.len, &usual_limits, NULL), JM_OK);
  ck_assert_uint_eq(root->count, 2001);
  jmi_arena_dispose(&arena);
  jmi_buffer_dispose(&text);
}
END_TEST

START_TEST(a_stream_of_a_million_documents)
{
  jmi_buffer text;
  jmi_buffer_init(&text, NULL, 0);
  for (int i = 0; i < MILLION; i++)
    jmi_buffer_adds(&text, "---\n");
  jmi_arena arena, each;
  jmi_arena_init(&arena, NULL);
  jmi_arena_init(&each, NULL);
  jmi_document_stream *stream = NULL;
  const jmi_node *root = NULL;
  int count = 0;
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, text.at, text.len, &usual_limits, NULL), JM_OK);
  do {
    jmi_arena_reset(&each);
    ck_assert_int_eq(jmi_yaml_next(stream, &root, &each, NULL), JM_OK);
    count += root != NULL;
  } while (root != NULL);
  ck_assert_int_eq(count, MILLION);
  jmi_yaml_close(stream);
  jmi_arena_dispose(&each);
  jmi_arena_dispose(&arena);
  jmi_buffer_dispose(&text);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("hard documents");
  TCase *tests = tcase_create("hard documents");
  tcase_set_timeout(tests, 30);
  tcase_add_loop_test(tests, ends_in_the_right_status, 0, COUNT(cases));
  tcase_add_test(tests, keys_that_collide_are_sorted_all_the_same);
  tcase_add_test(tests, a_stream_of_a_million_documents);
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
