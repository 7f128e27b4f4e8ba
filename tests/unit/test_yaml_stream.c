/* SPDX-License-Identifier: MIT */
/* YAML as a stream of documents: their places and limits, and what happens when memory runs out. */
#include "document/document.h"
#include "document/source.h"
#include "support/failing.h"
#include "support/outline.h"
#include "support/suite.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

START_TEST(marks_name_bytes_and_characters)
{
  static const char text[] =
      "\xEF\xBB\xBF# \xC2\x85\xE2\x80\xA8\r\nd\xC3\xA9j\xC3\xA0: \"vu\"\rlist:\n  - x\n";
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_status got = jmi_document_read(&root, &arena, text, sizeof text - 1, &usual_limits, NULL);
  ck_assert_int_eq(got, JM_OK);
  const jmi_node *vu = root->first, *x = vu->next->first;
  ck_assert_uint_eq(vu->key_mark.line, 2);
  ck_assert_uint_eq(vu->key_mark.column, 1);
  ck_assert_uint_eq(vu->key_mark.offset, 12);
  ck_assert_uint_eq(vu->mark.column, 7);
  ck_assert_uint_eq(vu->mark.offset, 20);
  ck_assert_uint_eq(vu->next->key_mark.line, 3);
  ck_assert_uint_eq(x->mark.line, 4);
  ck_assert_uint_eq(x->mark.column, 5);
  ck_assert_uint_eq(x->mark.offset, 35);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(a_stream_gives_its_documents_one_after_the_other)
{
  static const char text[] = "a: 1\n---\n- b\n---\n@c\n---\nd\n";
  static const char good[] = "%YAML 1.1\n---\na: 1\n---\n- b\n...\n%YAML 1.2\n---\nc\n...\n";
  static const char *const outlines[] = {"{a=1}", "[b]", "c"};
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_document_stream *stream = NULL;
  const jmi_node *root = NULL;
  outline seen;
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, good, sizeof good - 1, &usual_limits, NULL),
                   JM_OK);
  for (size_t i = 0; i < COUNT(outlines); i++) {
    ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
    outline_of(&seen, root);
    ck_assert_str_eq(seen.text, outlines[i]);
  }
  for (int again = 0; again < 2; again++) {
    ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
    ck_assert_ptr_null(root);
  }
  jmi_yaml_close(stream);
  /* An error ends the stream. */
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, text, sizeof text - 1, &usual_limits, NULL),
                   JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_ERR_SYNTAX);
  ck_assert_ptr_null(root);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
  ck_assert_ptr_null(root);
  jmi_yaml_close(stream);
  jmi_yaml_close(NULL);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(limits_of_a_stream_hold_for_each_document)
{
  static const char text[] = "a: 1\n---\nb: 2\n---\nlong: document\n";
  jmi_document_limits limits = usual_limits;
  limits.max_bytes = 10;
  limits.max_nodes = 2;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_document_stream *stream = NULL;
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, text, sizeof text - 1, &limits, &err), JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, &err), JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, &err), JM_OK);
  ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, &err), JM_ERR_LIMIT);
  ck_assert_ptr_nonnull(strstr(err.message, "max_document_bytes"));
  jmi_yaml_close(stream);
  jmi_arena_dispose(&arena);
}
END_TEST

/* What libyaml before 0.2.5 is given: lowered where directives stand, never in a text. */
START_TEST(version_is_lowered_between_documents_only)
{
  static const char text[] = "# a\n\n%YAML 1.2\n--- |\n%YAML 1.2\n...\n%YAML 1.2\n---\nb\n",
                    told[] = "# a\n\n%YAML 1.1\n--- |\n%YAML 1.2\n...\n%YAML 1.1\n---\nb\n";
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_source source = {text, sizeof text - 1, 0}, plain = {"a: 1\n", 5, 0};
  ck_assert_int_eq(jmi_source_lower_version(&source, &arena), JM_OK);
  ck_assert_uint_eq(source.len, sizeof told - 1);
  ck_assert_mem_eq(source.text, told, sizeof told - 1);
  const char *borrowed = plain.text;
  ck_assert_int_eq(jmi_source_lower_version(&plain, &arena), JM_OK);
  ck_assert_ptr_eq(plain.text, borrowed);
  jmi_arena_dispose(&arena);
}
END_TEST

/* Eight % lines are allowed to each document, not to the whole text. */
START_TEST(directives_are_counted_by_document)
{
  static const char piece[] = "%YAML 1.2\n---\na: 1\n...\n";
  char text[20 * sizeof piece] = "";
  size_t len = 0;
  for (int i = 0; i < 20; i++, len += sizeof piece - 1)
    memcpy(text + len, piece, sizeof piece - 1);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jmi_document_stream *stream = NULL;
  const jmi_node *root = NULL;
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, text, len, &usual_limits, NULL), JM_OK);
  for (int i = 0; i < 20; i++) {
    ck_assert_int_eq(jmi_yaml_next(stream, &root, &arena, NULL), JM_OK);
    ck_assert_ptr_nonnull(root);
  }
  jmi_yaml_close(stream);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  jmi_document_limits limits;
  const char *limit;
} limited[] = {
    {"bytes", "a: 1\n", {5, 9, 9, 9, 9, false}, "max_document_bytes"},
    {"depth", "a:\n- 1\n", {99, 2, 9, 9, 9, false}, "max_depth"},
    {"nodes", "- 1\n- a: 2\n", {99, 9, 4, 9, 9, false}, "max_nodes"},
    {"bytes of a value", "- abcd\n", {99, 9, 9, 4, 9, false}, "max_scalar_bytes"},
    {"bytes of a key", "abcd: 1\n", {99, 9, 9, 9, 4, false}, "max_key_bytes"},
};

START_TEST(limits_hold)
{
  const char *text = limited[_i].text;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jmi_document_limits less = limited[_i].limits;
  ck_assert_int_eq(jmi_document_read(&root, &arena, text, strlen(text), &less, NULL), JM_OK);
  less.max_bytes -= _i == 0;
  less.max_depth -= _i == 1;
  less.max_nodes -= _i == 2;
  less.max_scalar_bytes -= _i == 3;
  less.max_key_bytes -= _i == 4;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_document_read(&root, &arena, text, strlen(text), &less, &err), JM_ERR_LIMIT);
  ck_assert_msg(strstr(err.message, limited[_i].limit) != NULL, "%s: %s", limited[_i].name,
                err.message);
  jmi_arena_dispose(&arena);
}
END_TEST

/* One with many keys, for the sort; one in UTF-16, for the transcoder. */
static const struct {
  const char *text;
  size_t len;
} swept[] = {
    {TEXT("{a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, n: 1,\n"
          " o: 1, p: 1, q: [[x, y], z]}\n")},
    {TEXT("\xFF\xFE"
          "a\0:\0 \0b\0\n\0")},
};

START_TEST(memory_may_run_out_anywhere)
{
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    const jmi_node *root = NULL;
    jm_error err = JM_ERROR_INIT;
    status = jmi_document_read(&root, &arena, swept[_i].text, swept[_i].len, &usual_limits, &err);
    ck_assert((root != NULL) == (status == JM_OK));
    ck_assert_int_eq(err.status, status);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

/* The first block of the arena is all there is: wherever it ends, that is said. */
START_TEST(memory_may_end_anywhere)
{
  static const char text[] = "[[[[[[[[[[[{a: b, c: [d, e]}, [], {}]]]]]]]]]]]\n";
  for (size_t pad = 0; pad < 8192; pad += 16) {
    failing memory = {.left = 1};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    ck_assert_ptr_nonnull(jmi_arena_alloc(&arena, pad));
    const jmi_node *root = NULL;
    jmi_document_stream *stream = NULL;
    jm_status status = jmi_yaml_open(&stream, &arena, text, sizeof text - 1, &usual_limits, NULL);
    ck_assert_int_eq(stream != NULL, status == JM_OK);
    if (status == JM_OK)
      status = jmi_yaml_next(stream, &root, &arena, NULL);
    ck_assert_int_eq(status, root != NULL ? JM_OK : JM_ERR_MEMORY);
    jmi_yaml_close(stream);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("yaml stream");
  TCase *tests = tcase_create("yaml stream");
  tcase_add_test(tests, marks_name_bytes_and_characters);
  tcase_add_test(tests, a_stream_gives_its_documents_one_after_the_other);
  tcase_add_test(tests, limits_of_a_stream_hold_for_each_document);
  tcase_add_test(tests, directives_are_counted_by_document);
  tcase_add_test(tests, version_is_lowered_between_documents_only);
  tcase_add_loop_test(tests, limits_hold, 0, COUNT(limited));
  tcase_add_loop_test(tests, memory_may_run_out_anywhere, 0, COUNT(swept));
  tcase_add_test(tests, memory_may_end_anywhere);
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
