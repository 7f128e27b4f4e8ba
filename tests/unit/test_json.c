/* SPDX-License-Identifier: MIT */
/* JSON: what is read, what is refused, where, and with which hint. */
#include "document/document.h"
#include "support/failing.h"
#include "support/outline.h"
#include "support/suite.h"

#define TEXT(literal) (literal), sizeof(literal) - 1

static const struct {
  const char *name, *text;
  size_t len;
  const char *outline;
} accepted[] = {
    {"an empty list", TEXT("[]"), "[]"},
    {"an empty mapping", TEXT("{}"), "{}"},
    {"a string alone is a document", TEXT("\"a\""), "\"a\""},
    {"a number alone is a document", TEXT("42"), "42"},
    {"a number may end the text", TEXT(" -0.5e+3"), "-0.5e+3"},
    {"the three words are plain scalars", TEXT("[true,false,null]"), "[true,false,null]"},
    {"numbers stay as written", TEXT("[0,-0,1.10,1E5,1e-2,10]"), "[0,-0,1.10,1E5,1e-2,10]"},
    {"members keep their order", TEXT("{\"b\":1,\"a\":[2,{}]}"), "{b=1,a=[2,{}]}"},
    {"white space of four kinds", TEXT(" [ 1 ,\t2\r\n,\n3 ] \n"), "[1,2,3]"},
    {"an empty key", TEXT("{\"\":1}"), "{=1}"},
    {"an empty string", TEXT("[\"\"]"), "[\"\"]"},
    {"simple escapes", TEXT("\"a\\\"\\\\\\/\\n\""), "\"a\"\\/\\n\""},
    {"an escape after eight plain bytes", TEXT("\"12345678\\n12345678\""),
     "\"12345678\\n12345678\""},
    {"an escaped letter", TEXT("\"\\u00e9\\u20AC\""), "\"\xC3\xA9\xE2\x82\xAC\""},
    {"a surrogate pair is one character", TEXT("\"\\ud83d\\ude00\""), "\"\xF0\x9F\x98\x80\""},
    {"characters beyond ASCII", TEXT("\"caf\xC3\xA9 \xF0\x9F\x98\x80\""),
     "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
    {"DEL is an ordinary character", TEXT("\"\x7F\""), "\"\x7F\""},
    {"an escaped NUL is a character", TEXT("\"x\\u0000y\""), "\"x\\0y\""},
    {"a key with an escape", TEXT("{\"a\\tb\":1}"), "{a\tb=1}"},
    {"a byte order mark is skipped", TEXT("\xEF\xBB\xBF[1]"), "[1]"},
    {"nesting", TEXT("[[[{\"a\":[[]]}]]]"), "[[[{a=[[]]}]]]"},
    {"equal keys in different mappings", TEXT("[{\"a\":1},{\"a\":2}]"), "[{a=1},{a=2}]"},
    {"seventeen keys, all different",
     TEXT(
         "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,"
         "\"l\":1,\"m\":1,\"n\":1,\"o\":1,\"p\":1,\"q\":1}"),
     "{a=1,b=1,c=1,d=1,e=1,f=1,g=1,h=1,i=1,j=1,k=1,l=1,m=1,n=1,o=1,p=1,q=1}"},
};

START_TEST(accepts)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status got =
      jmi_json_read(&root, &arena, accepted[_i].text, accepted[_i].len, &usual_limits, &err);
  ck_assert_msg(got == JM_OK, "%s: %s", accepted[_i].name, err.message);
  outline seen;
  outline_of(&seen, root);
  ck_assert_msg(strcmp(seen.text, accepted[_i].outline) == 0, "%s: %s", accepted[_i].name,
                seen.text);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  size_t len;
  jm_status status;
  uint32_t line, column, other_line, other_column;
  const char *message, *hint; /* parts of them */
} refused[] = {
    {"no text", TEXT(""), JM_ERR_SYNTAX, 1, 1, 0, 0, "empty", ""},
    {"blanks only", TEXT(" \n "), JM_ERR_SYNTAX, 2, 2, 0, 0, "empty", ""},
    {"a comma before the bracket", TEXT("[1,\n]"), JM_ERR_SYNTAX, 2, 1, 0, 0, "comma", "remove"},
    {"a comma before the brace", TEXT("{\"a\":1,}"), JM_ERR_SYNTAX, 1, 8, 0, 0, "comma", "remove"},
    {"a comma alone", TEXT("[,]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "comma"},
    {"two commas", TEXT("[1,,2]"), JM_ERR_SYNTAX, 1, 4, 0, 0, "value", "comma"},
    {"no comma between members", TEXT("{\"a\":1\n \"b\":2}"), JM_ERR_SYNTAX, 2, 2, 0, 0,
     "`,` or `}`", "comma is missing"},
    {"no comma between items", TEXT("[\"a\" \"b\"]"), JM_ERR_SYNTAX, 1, 6, 0, 0, "`,` or `]`",
     "comma is missing"},
    {"no colon", TEXT("{\"a\" 1}"), JM_ERR_SYNTAX, 1, 6, 0, 0, "`:`", ""},
    {"an equals sign", TEXT("{\"a\"=1}"), JM_ERR_SYNTAX, 1, 5, 0, 0, "`:`", "`:`"},
    {"an unclosed list names where it opened", TEXT("{\"a\":\n [1"), JM_ERR_SYNTAX, 2, 4, 2, 2,
     "too early", "close"},
    {"an unclosed mapping", TEXT("{\"a\":1"), JM_ERR_SYNTAX, 1, 7, 1, 1, "too early", "close"},
    {"brackets that do not fit", TEXT("[1}"), JM_ERR_SYNTAX, 1, 3, 0, 0, "`,` or `]`", "`[`"},
    {"a bracket too many", TEXT("[1]]"), JM_ERR_SYNTAX, 1, 4, 0, 0, "more text", "closes nothing"},
    {"two values", TEXT("{\"a\":1}\n{\"a\":2}\n"), JM_ERR_SYNTAX, 2, 1, 0, 0, "more text",
     "NDJSON"},
    {"a comment", TEXT("[1, // one\n2]"), JM_ERR_SYNTAX, 1, 5, 0, 0, "value", "comments"},
    {"single quotes", TEXT("['a']"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "double quotes"},
    {"a bare word", TEXT("[baker]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "double quotes"},
    {"a bare key", TEXT("{a:1}"), JM_ERR_SYNTAX, 1, 2, 0, 0, "key", "double quotes"},
    {"a number as key", TEXT("{1:1}"), JM_ERR_SYNTAX, 1, 2, 0, 0, "key", ""},
    {"typographic quotes", TEXT("[\xE2\x80\x9Cx\xE2\x80\x9D]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value",
     "typographic"},
    {"a no-break space",
     TEXT("[\xC2\xA0"
          "1]"),
     JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "no-break"},
    {"Python's True", TEXT("[True]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "`true`"},
    {"Python's None", TEXT("[None]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "`null`"},
    {"NaN", TEXT("[NaN]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "NaN"},
    {"a word that goes on", TEXT("[nullable]"), JM_ERR_SYNTAX, 1, 6, 0, 0, "`,` or `]`", ""},
    {"a word cut off", TEXT("tru"), JM_ERR_SYNTAX, 1, 1, 0, 0, "value", ""},
    {"a leading zero", TEXT("[007]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "zero", "zero"},
    {"a plus sign", TEXT("[+1]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "`+`"},
    {"no digit before the point", TEXT("[.5]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "value", "0.5"},
    {"no digit after the point", TEXT("[5.]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "number", "0.5"},
    {"a minus alone", TEXT("[-]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "number", ""},
    {"no digit in the exponent", TEXT("[1e+]"), JM_ERR_SYNTAX, 1, 2, 0, 0, "number", ""},
    {"an underscore in a number", TEXT("[1_000]"), JM_ERR_SYNTAX, 1, 3, 0, 0, "`,` or `]`", "`_`"},
    {"a string that is not closed", TEXT("[\"abc"), JM_ERR_SYNTAX, 1, 2, 0, 0, "not closed",
     "`\"`"},
    {"a line break in a string", TEXT("[\"a\nb\"]"), JM_ERR_SYNTAX, 1, 4, 0, 0, "line ends",
     "`\\n`"},
    {"a tab in a string", TEXT("[\"a\tb\"]"), JM_ERR_SYNTAX, 1, 4, 0, 0, "control", "`\\t`"},
    {"an unknown escape", TEXT("[\"\\d\"]"), JM_ERR_SYNTAX, 1, 3, 0, 0, "backslash", "`\\\\`"},
    {"half an escape", TEXT("[\"\\u12\"]"), JM_ERR_SYNTAX, 1, 3, 0, 0, "four", ""},
    {"an escape cut off", TEXT("\"\\u1"), JM_ERR_SYNTAX, 1, 2, 0, 0, "four", ""},
    {"a lone high surrogate", TEXT("\"\\ud83d\""), JM_ERR_SYNTAX, 1, 2, 0, 0, "surrogate",
     "halves"},
    {"a lone low surrogate", TEXT("\"\\ude00\""), JM_ERR_SYNTAX, 1, 2, 0, 0, "surrogate", "halves"},
    {"surrogates in the wrong order", TEXT("\"\\ude00\\ud83d\""), JM_ERR_SYNTAX, 1, 2, 0, 0,
     "surrogate", "halves"},
    {"Latin-1 in a string", TEXT("[\"caf\xE9\"]"), JM_ERR_ENCODING, 1, 6, 0, 0, "UTF-8", "Latin-1"},
    {"an overlong form", TEXT("[\"\xC0\xAF\"]"), JM_ERR_ENCODING, 1, 3, 0, 0, "UTF-8", ""},
    {"a bad byte outside strings", TEXT("[\xFF]"), JM_ERR_ENCODING, 1, 2, 0, 0, "UTF-8", ""},
    {"a NUL in a string", TEXT("[\"a\0b\"]"), JM_ERR_SYNTAX, 1, 4, 0, 0, "control", ""},
    {"a NUL outside strings", TEXT("[1\0]"), JM_ERR_ENCODING, 1, 3, 0, 0, "NUL", ""},
    {"equal keys, with both places", TEXT("{\"a\":1,\n \"b\":2, \"a\":3}"), JM_ERR_SYNTAX, 2, 9, 1,
     2, "'a' stands twice", "keep one"},
    {"keys that are equal once unescaped", TEXT("{\"a\":1,\"\\u0061\":3}"), JM_ERR_SYNTAX, 1, 8, 1,
     2, "stands twice", "keep one"},
    {"columns count characters", TEXT("{\"\xC3\xA9\":\"\xF0\x9F\x98\x80\",1}"), JM_ERR_SYNTAX, 1,
     10, 0, 0, "key", ""},
    {"CR and CRLF end lines", TEXT("[\r1,\r\n2,\n,]"), JM_ERR_SYNTAX, 4, 1, 0, 0, "value", "comma"},
};

START_TEST(refuses)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status got =
      jmi_json_read(&root, &arena, refused[_i].text, refused[_i].len, &usual_limits, &err);
  const char *name = refused[_i].name;
  ck_assert_msg(got == refused[_i].status && err.status == (int32_t)got, "%s: got %s", name,
                jm_status_name((int32_t)got));
  ck_assert_msg(root == NULL, "%s: a tree was made", name);
  ck_assert_msg(err.line == refused[_i].line && err.column == refused[_i].column, "%s: %u:%u", name,
                err.line, err.column);
  ck_assert_msg(err.other_line == refused[_i].other_line
                    && err.other_column == refused[_i].other_column,
                "%s: other %u:%u", name, err.other_line, err.other_column);
  ck_assert_msg(strstr(err.message, refused[_i].message) != NULL, "%s: %s", name, err.message);
  ck_assert_msg(strstr(err.hint, refused[_i].hint) != NULL, "%s: hint %s", name, err.hint);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(marks_name_bytes_and_characters)
{
  static const char text[] = "\xEF\xBB\xBF{\"\xC3\xA9\": [1,\r\n  \"x\"]}";
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  ck_assert_int_eq(jmi_json_read(&root, &arena, text, sizeof text - 1, &usual_limits, NULL), JM_OK);
  ck_assert_uint_eq(root->mark.offset, 3);
  ck_assert_uint_eq(root->mark.column, 1);
  const jmi_node *list = root->first;
  ck_assert_uint_eq(list->key_mark.offset, 4);
  ck_assert_uint_eq(list->key_mark.column, 2);
  ck_assert_uint_eq(list->mark.offset, 10);
  ck_assert_uint_eq(list->mark.column, 7);
  const jmi_node *x = list->first->next;
  ck_assert_uint_eq(x->mark.line, 2);
  ck_assert_uint_eq(x->mark.column, 3);
  ck_assert_uint_eq(x->mark.offset, 17);
  jmi_arena_dispose(&arena);
}
END_TEST

/* Both ways of comparing keys: pair by pair, and sorted from seventeen keys on. */
static const struct {
  const char *name, *text, *outline;
} repeated[] = {
    {"the last of two wins", "{\"a\":1,\"b\":2,\"a\":3}", "{b=2,a=3}"},
    {"the last of three wins", "{\"a\":1,\"a\":2,\"a\":3}", "{a=3}"},
    {"in large mappings too",
     "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"k\":1,"
     "\"l\":1,\"m\":1,\"n\":1,\"b\":2,\"o\":1,\"a\":2,\"b\":3}",
     "{c=1,d=1,e=1,f=1,g=1,h=1,i=1,j=1,k=1,l=1,m=1,n=1,o=1,a=2,b=3}"},
};

START_TEST(equal_keys_may_be_allowed)
{
  jmi_document_limits limits = usual_limits;
  limits.allow_duplicate_keys = true;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  const char *text = repeated[_i].text;
  ck_assert_int_eq(jmi_json_read(&root, &arena, text, strlen(text), &limits, NULL), JM_OK);
  outline seen;
  outline_of(&seen, root);
  ck_assert_msg(strcmp(seen.text, repeated[_i].outline) == 0, "%s: %s", repeated[_i].name,
                seen.text);
  uint32_t index = 0;
  for (const jmi_node *node = root->first; node != NULL; node = node->next)
    ck_assert_uint_eq(node->index, index++);
  ck_assert_uint_eq(root->count, index);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(large_mappings_name_the_first_repetition)
{
  const char *text = repeated[2].text;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status got = jmi_json_read(&root, &arena, text, strlen(text), &usual_limits, &err);
  ck_assert_int_eq(got, JM_ERR_SYNTAX);
  ck_assert_str_eq(err.message, "the key 'b' stands twice, first in line 1");
  ck_assert_str_eq(err.path, "b");
  ck_assert_uint_eq(err.other_column, 8);
  jmi_arena_dispose(&arena);
}
END_TEST

/* Every limit: at it all is well, one past it is refused. */
static const struct {
  const char *name, *text;
  jmi_document_limits limits;
  const char *limit;
} limited[] = {
    {"bytes", "[1]", {3, 9, 9, 9, 9, false}, "max_document_bytes"},
    {"depth", "[[1]]", {99, 2, 9, 9, 9, false}, "max_depth"},
    {"nodes", "[1,{\"a\":2}]", {99, 9, 4, 9, 9, false}, "max_nodes"},
    {"bytes of a value", "[\"abcd\"]", {99, 9, 9, 4, 9, false}, "max_scalar_bytes"},
    {"bytes of a key", "{\"abcd\":1}", {99, 9, 9, 9, 4, false}, "max_key_bytes"},
};

START_TEST(limits_hold)
{
  const char *text = limited[_i].text;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jmi_document_limits less = limited[_i].limits;
  ck_assert_int_eq(jmi_json_read(&root, &arena, text, strlen(text), &less, NULL), JM_OK);
  less.max_bytes -= _i == 0;
  less.max_depth -= _i == 1;
  less.max_nodes -= _i == 2;
  less.max_scalar_bytes -= _i == 3;
  less.max_key_bytes -= _i == 4;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_json_read(&root, &arena, text, strlen(text), &less, &err), JM_ERR_LIMIT);
  ck_assert_msg(strstr(err.message, limited[_i].limit) != NULL, "%s: %s", limited[_i].name,
                err.message);
  ck_assert_ptr_null(root);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
  const char *text = repeated[2].text;
  jmi_document_limits limits = usual_limits;
  limits.allow_duplicate_keys = true;
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    const jmi_node *root = NULL;
    status = jmi_json_read(&root, &arena, text, strlen(text), &limits, NULL);
    ck_assert((root != NULL) == (status == JM_OK));
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

START_TEST(memory_may_end_anywhere)
{
  static const char text[] = "[[[[[[[[[[[{\"a\":[1,\"b\"]},[],{}]]]]]]]]]]]";
  for (size_t pad = 0; pad < 8192; pad += 16) {
    failing memory = {.left = 1};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    ck_assert_ptr_nonnull(jmi_arena_alloc(&arena, pad));
    const jmi_node *root = NULL;
    jm_status status = jmi_json_read(&root, &arena, text, sizeof text - 1, &usual_limits, NULL);
    ck_assert_int_eq(status, root != NULL ? JM_OK : JM_ERR_MEMORY);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
}
END_TEST

START_TEST(four_gibibytes_are_too_many)
{
  jmi_document_limits limits = usual_limits;
  limits.max_bytes = SIZE_MAX;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jmi_document_stream *stream = NULL;
  ck_assert_int_eq(jmi_json_read(&root, &arena, "1", SIZE_MAX, &limits, NULL), JM_ERR_LIMIT);
  ck_assert_int_eq(jmi_document_read(&root, &arena, "1", SIZE_MAX, &limits, NULL), JM_ERR_LIMIT);
  ck_assert_int_eq(jmi_yaml_open(&stream, &arena, "1", SIZE_MAX, &limits, NULL), JM_ERR_LIMIT);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(errors_need_not_be_asked_for)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  for (size_t i = 0; i < COUNT(refused); i++) {
    const jmi_node *root = NULL;
    jm_status got =
        jmi_json_read(&root, &arena, refused[i].text, refused[i].len, &usual_limits, NULL);
    ck_assert_msg(got == refused[i].status, "%s", refused[i].name);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("json");
  TCase *tests = tcase_create("json");
  tcase_add_loop_test(tests, accepts, 0, COUNT(accepted));
  tcase_add_loop_test(tests, refuses, 0, COUNT(refused));
  tcase_add_test(tests, marks_name_bytes_and_characters);
  tcase_add_loop_test(tests, equal_keys_may_be_allowed, 0, COUNT(repeated));
  tcase_add_test(tests, large_mappings_name_the_first_repetition);
  tcase_add_loop_test(tests, limits_hold, 0, COUNT(limited));
  tcase_add_test(tests, memory_may_run_out_anywhere);
  tcase_add_test(tests, memory_may_end_anywhere);
  tcase_add_test(tests, four_gibibytes_are_too_many);
  tcase_add_test(tests, errors_need_not_be_asked_for);
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
