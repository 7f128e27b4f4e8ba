/* SPDX-License-Identifier: MIT */
/* Trees: which language a text is taken for, encodings, members, paths and null. */
#include "document/document.h"
#include "support/outline.h"
#include "support/suite.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

/* ---- JSON or YAML ---- */

static const struct {
  const char *name, *text;
  size_t len;
  const char *outline; /* NULL when refused; then: */
  jm_status status;
  uint32_t line, column;
  const char *message, *hint; /* parts of them */
} texts[] = {
    {"JSON is read as JSON", TEXT(" {\"a\": \"\\ud83d\\ude00\"}\n"), "{a=\"\xF0\x9F\x98\x80\"}",
     JM_OK, 0, 0, "", ""},
    {"JSON behind a byte order mark", TEXT("\xEF\xBB\xBF[1]"), "[1]", JM_OK, 0, 0, "", ""},
    {"brackets of YAML are YAML", TEXT("{title: Baker, needs: [oven, dough,]}"),
     "{title=Baker,needs=[oven,dough]}", JM_OK, 0, 0, "", ""},
    {"quoted keys and bare values are YAML", TEXT("{\"title\": Baker}"), "{title=Baker}", JM_OK, 0,
     0, "", ""},
    {"a comma too many is YAML", TEXT("[\"oven\",]"), "[\"oven\"]", JM_OK, 0, 0, "", ""},
    {"JSON with a comment of YAML", TEXT("{\"a\": 1} # one\n"), "{a=1}", JM_OK, 0, 0, "", ""},
    {"a bracketed document and its end mark", TEXT("[a]\n...\n"), "[a]", JM_OK, 0, 0, "", ""},
    {"a word of JSON is YAML all the same", TEXT("true"), "true", JM_OK, 0, 0, "", ""},
    {"broken JSON is told about JSON", TEXT("{\"a\": 1,\n \"b\" 2}"), NULL, JM_ERR_SYNTAX, 2, 6,
     "`:`", ""},
    {"JSON that lacks a comma is no YAML", TEXT("{\"a\": 1\n \"b\": 2}"), NULL, JM_ERR_SYNTAX, 2, 2,
     "`,` or `}`", "comma is missing"},
    {"JSON that lacks a comma in its line is no YAML", TEXT("{\"a\":1 \"b\":2}"), NULL,
     JM_ERR_SYNTAX, 1, 8, "`,` or `}`", "comma is missing"},
    {"a list of JSON that is not closed", TEXT("[{\"a\": 1}"), NULL, JM_ERR_SYNTAX, 1, 10,
     "too early", "close"},
    {"broken brackets of YAML are told about YAML", TEXT("{a: [b}"), NULL, JM_ERR_SYNTAX, 1, 5,
     "`[`", "`]`"},
    {"JSON lines are no document", TEXT("{\"a\": 1}\n{\"a\": 2}\n"), NULL, JM_ERR_SYNTAX, 2, 1,
     "more text", "NDJSON"},
    {"equal keys of JSON", TEXT("{\"a\": 1, \"a\": 2}"), NULL, JM_ERR_SYNTAX, 1, 10, "twice",
     "keep"},
    {"deep JSON is refused once",
     TEXT("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["), NULL, JM_ERR_LIMIT,
     1, 65, "max_depth", ""},
    {"JSON in Latin-1", TEXT("{\"a\": \"caf\xE9\"}"), NULL, JM_ERR_ENCODING, 1, 11, "0xE9",
     "Latin-1"},
    {"UTF-16, little end first",
     TEXT("\xFF\xFE"
          "a\0:\0 \0\xE9\0\n\0"),
     "{a=\xC3\xA9}", JM_OK, 0, 0, "", ""},
    {"UTF-16, big end first", TEXT("\xFE\xFF\0[\0\"\xD8\x3D\xDE\x00\0\"\0]"),
     "[\"\xF0\x9F\x98\x80\"]", JM_OK, 0, 0, "", ""},
    {"UTF-16 cut in a unit",
     TEXT("\xFF\xFE"
          "a\0b"),
     NULL, JM_ERR_ENCODING, 1, 2, "offset 4", "UTF-8"},
    {"UTF-16 with half a pair", TEXT("\xFE\xFF\0a\xD8\x3D\0b"), NULL, JM_ERR_ENCODING, 1, 2,
     "offset 4", "UTF-8"},
    {"UTF-16 that ends in half a pair", TEXT("\xFE\xFF\xD8\x3D"), NULL, JM_ERR_ENCODING, 1, 1,
     "offset 2", "UTF-8"},
    {"UTF-16 with a low half first", TEXT("\xFE\xFF\xDE\x00\xD8\x3D"), NULL, JM_ERR_ENCODING, 1, 1,
     "offset 2", "UTF-8"},
    {"UTF-16 with a NUL", TEXT("\xFE\xFF\0a\0\0"), NULL, JM_ERR_ENCODING, 1, 2, "NUL", "UTF-8"},
    {"UTF-16 without a mark", TEXT("a\0:\0 \0b\0"), NULL, JM_ERR_ENCODING, 1, 2, "NUL", "UTF-16"},
    {"UTF-32", TEXT("\xFF\xFE\0\0a\0\0\0"), NULL, JM_ERR_ENCODING, 1, 1, "0xFF", "UTF-32"},
    {"a NUL", TEXT("title: Ba\0ker\n"), NULL, JM_ERR_ENCODING, 1, 10, "NUL", "remove"},
    {"a PDF file", TEXT("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"), NULL, JM_ERR_ENCODING, 2, 2, "UTF-8",
     "PDF"},
    {"a Word file", TEXT("PK\x03\x04\x14\0\0\0"), NULL, JM_ERR_ENCODING, 1, 6, "NUL", "Word"},
    {"a text cut inside a character", TEXT("a: caf\xC3"), NULL, JM_ERR_ENCODING, 1, 7, "0xC3",
     "cut off"},
    {"an overlong form", TEXT("a: \xC0\xAF\n"), NULL, JM_ERR_ENCODING, 1, 4, "0xC0", ""},
};

START_TEST(languages_and_encodings)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  const char *name = texts[_i].name;
  jm_status got =
      jmi_document_read(&root, &arena, texts[_i].text, texts[_i].len, &usual_limits, &err);
  ck_assert_msg(got == texts[_i].status, "%s: %s %s", name, jm_status_name((int32_t)got),
                err.message);
  ck_assert_msg(err.line == texts[_i].line && err.column == texts[_i].column, "%s: %u:%u", name,
                err.line, err.column);
  ck_assert_msg(strstr(err.message, texts[_i].message) != NULL, "%s: %s", name, err.message);
  ck_assert_msg(strstr(err.hint, texts[_i].hint) != NULL, "%s: hint %s", name, err.hint);
  ck_assert_msg((root == NULL) == (texts[_i].outline == NULL), "%s: tree and status disagree",
                name);
  if (root != NULL) {
    outline seen;
    outline_of(&seen, root);
    ck_assert_msg(strcmp(seen.text, texts[_i].outline) == 0, "%s: %s", name, seen.text);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(the_first_error_stands)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jmi_fail(&err, JM_ERR_FIELD, "earlier");
  ck_assert_int_eq(jmi_document_read(&root, &arena, "[1", 2, &usual_limits, &err), JM_ERR_SYNTAX);
  ck_assert_str_eq(err.message, "earlier");
  ck_assert_int_eq(jmi_document_read(&root, &arena, "[1", 2, &usual_limits, NULL), JM_ERR_SYNTAX);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Members, null, paths ---- */

static const jmi_node *read_sample(jmi_arena *arena)
{
  static const char text[] =
      "plain: [a, {b: 1, two words: 2}]\n"
      "\"quo\\\"te\\\\\": {\"\": x, 9: y, caf\xC3\xA9: z, \"t\\tb\": w, a-b_c: v}\n"
      "nulls: [~, null, Null, NULL, nUll, 'null', '', [], {}]\n"
      "empty:\n";
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status got = jmi_document_read(&root, arena, text, sizeof text - 1, &usual_limits, &err);
  ck_assert_msg(got == JM_OK, "%s", err.message);
  return root;
}

START_TEST(members_are_found_by_key)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = read_sample(&arena);
  const jmi_node *plain = jmi_node_get(root, "plain");
  ck_assert_ptr_eq(plain, root->first);
  ck_assert_uint_eq(plain->count, 2);
  ck_assert_ptr_null(jmi_node_get(root, "plai"));
  ck_assert_ptr_null(jmi_node_get(root, ""));
  ck_assert_ptr_null(jmi_node_get(plain, "a"));
  ck_assert_ptr_null(jmi_node_get(NULL, "a"));
  ck_assert_ptr_nonnull(jmi_node_get(jmi_node_get(root, "quo\"te\\"), ""));
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(null_is_a_plain_word)
{
  static const bool expected[] = {true, true, true, true, false, false, false, false, false};
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = read_sample(&arena), *nulls = jmi_node_get(root, "nulls");
  ck_assert_uint_eq(nulls->count, COUNT(expected));
  for (const jmi_node *node = nulls->first; node != NULL; node = node->next)
    ck_assert_msg(jmi_node_is_null(node) == expected[node->index], "nulls[%u]", node->index);
  ck_assert(jmi_node_is_null(jmi_node_get(root, "empty")));
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(paths_name_nodes)
{
  static const char *const paths[] = {"[\"quo\\\"te\\\\\"][\"\"]", "[\"quo\\\"te\\\\\"][\"9\"]",
                                      "[\"quo\\\"te\\\\\"][\"caf\xC3\xA9\"]",
                                      "[\"quo\\\"te\\\\\"][\"t\\u0009b\"]",
                                      "[\"quo\\\"te\\\\\"].a-b_c"};
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = read_sample(&arena);
  char path[64];
  jmi_node_path(root, path, sizeof path);
  ck_assert_str_eq(path, "");
  jmi_node_path(root->first->first->next->first->next, path, sizeof path);
  ck_assert_str_eq(path, "plain[1][\"two words\"]");
  jmi_node_path(root->first->first->next->first, path, sizeof path);
  ck_assert_str_eq(path, "plain[1].b");
  for (const jmi_node *node = root->first->next->first; node != NULL; node = node->next) {
    jmi_node_path(node, path, sizeof path);
    ck_assert_str_eq(path, paths[node->index]);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

/* Whatever the size, a path ends with a NUL, inside it, and at a character's edge. */
START_TEST(paths_are_cut_at_characters)
{
  static const char whole[] = "[\"quo\\\"te\\\\\"][\"caf\xC3\xA9\"]";
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *node = read_sample(&arena)->first->next->first->next->next;
  for (size_t size = 1; size <= sizeof whole; size++) {
    char *path = malloc(size);
    ck_assert_ptr_nonnull(path);
    jmi_node_path(node, path, size);
    size_t len = strlen(path);
    ck_assert(len < size);
    ck_assert(strncmp(path, whole, len) == 0);
    ck_assert(len == 0 || (unsigned char)path[len - 1] != 0xC3);
    free(path);
  }
  jmi_node_path(node, NULL, 0);
  jmi_arena_dispose(&arena);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("tree");
  TCase *tests = tcase_create("tree");
  tcase_add_loop_test(tests, languages_and_encodings, 0, COUNT(texts));
  tcase_add_test(tests, the_first_error_stands);
  tcase_add_test(tests, members_are_found_by_key);
  tcase_add_test(tests, null_is_a_plain_word);
  tcase_add_test(tests, paths_name_nodes);
  tcase_add_test(tests, paths_are_cut_at_characters);
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
