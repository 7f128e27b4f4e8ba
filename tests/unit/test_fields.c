/* SPDX-License-Identifier: MIT */
/* Field tables: each kind of value, what it refuses, and what the message and the hint say. */
#include "document/fields.h"
#include "support/failing.h"
#include "support/outline.h"
#include "support/suite.h"

static const char *const tiers[] = {"must-have", "required", "preferred"};

static jm_status read_tier(jmi_reader *reader, const jmi_node *value, void *place)
{
  return jmi_read_word(reader, value, tiers, COUNT(tiers), place);
}

typedef struct record {
  jmi_str title;
  jmi_texts requirements;
  bool remote;
  int32_t weight;
  uint8_t tier;
} record;

static const jmi_field fields[] = {
    {"title", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(record, title), NULL},
    {"requirements", JMI_FIELD_TEXTS, 0, offsetof(record, requirements), NULL},
    {"remote", JMI_FIELD_FLAG, 0, offsetof(record, remote), NULL},
    {"weight", JMI_FIELD_MILLI, 0, offsetof(record, weight), NULL},
    {"tier", JMI_FIELD_CUSTOM, 0, offsetof(record, tier), read_tier},
    {"meta", JMI_FIELD_IGNORE, 0, 0, NULL},
};

static jm_status read_record(record *out, jmi_arena *arena, const char *text, jm_error *err)
{
  const jmi_node *root = NULL;
  jm_status status = jmi_document_read(&root, arena, text, strlen(text), &usual_limits, err);
  if (status != JM_OK)
    return status;
  jmi_reader reader = {arena, err, NULL};
  *out = (record){.weight = 1000};
  return jmi_fields_read(&reader, root, "a posting", fields, COUNT(fields), out);
}

START_TEST(a_record_is_filled)
{
  static const char text[] = "meta: {any: thing}\n"
                             "title: 3.10\n"
                             "requirements:\n  - no\n  - 'C++'\n"
                             "remote: true\nweight: 2.5\ntier: preferred\n";
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  jm_error err = JM_ERROR_INIT;
  ck_assert_msg(read_record(&got, &arena, text, &err) == JM_OK, "%s", err.message);
  ck_assert_str_eq(got.title.at, "3.10");
  ck_assert_uint_eq(got.requirements.count, 2);
  ck_assert_str_eq(got.requirements.items[0].at, "no");
  ck_assert_str_eq(got.requirements.items[1].at, "C++");
  ck_assert_uint_eq(got.requirements.nodes[1]->mark.line, 5);
  ck_assert(got.remote);
  ck_assert_int_eq(got.weight, 2500);
  ck_assert_uint_eq(got.tier, 2);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  uint32_t count;
} lists[] = {
    {"a list of two", "{title: a, requirements: [x, y]}", 2},
    {"one text is a list of one", "{title: a, requirements: x}", 1},
    {"an empty list", "{title: a, requirements: []}", 0},
    {"no list at all", "{title: a}", 0},
};

START_TEST(lists_of_texts)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  jm_error err = JM_ERROR_INIT;
  ck_assert_msg(read_record(&got, &arena, lists[_i].text, &err) == JM_OK, "%s: %s", lists[_i].name,
                err.message);
  ck_assert_msg(got.requirements.count == lists[_i].count, "%s", lists[_i].name);
  jmi_arena_dispose(&arena);
}
END_TEST

/* Numbers as JSON and YAML write them, in thousandths. */
static const struct {
  const char *text;
  int32_t milli;
} numbers[] = {
    {"0", 0},
    {"2", 2000},
    {"0.5", 500},
    {".5", 500},
    {"5.", 5000},
    {"+3", 3000},
    {"017", 17000},
    {"1.250", 1250},
    {"0.001", 1},
    {"1.0000000", 1000},
    {"1e3", 1000000},
    {"1E+2", 100000},
    {"25e-1", 2500},
    {"2147483.647", 2147483647},
    {"0e999999999", 0},
    {"0.0", 0},
    {"0.00000000000000000000000000000000000", 0},
    {"1.00000000000000000000000000000000000", 1000},
};

START_TEST(numbers_are_thousandths)
{
  char text[96];
  snprintf(text, sizeof text, "{title: a, weight: %s}", numbers[_i].text);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  jm_error err = JM_ERROR_INIT;
  ck_assert_msg(read_record(&got, &arena, text, &err) == JM_OK, "%s: %s", numbers[_i].text,
                err.message);
  ck_assert_msg(got.weight == numbers[_i].milli, "%s: %d", numbers[_i].text, got.weight);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text;
  uint32_t line, column;
  const char *path, *message, *hint;
} refused[] = {
    {"a list is not a posting", "- oven\n", 1, 1, "", "a posting must be a mapping",
     "write `key: value` lines"},
    {"a text is not a posting", "Baker\n", 1, 1, "", "a posting must be a mapping",
     "write `key: value` lines"},
    {"a colon with no blank makes a text", "title:Baker\n", 1, 1, "", "a posting must be a mapping",
     "write `key: value`, with a blank after the `:`"},
    {"a no-break space makes a text",
     "title:\xC2\xA0"
     "Baker\n",
     1, 1, "", "a posting must be a mapping",
     "a no-break space stands in the text; write `key: value` with a plain blank"},
    {"a misspelt field is named", "title: Baker\nrequirments: []\n", 2, 1, "requirments",
     "unknown field 'requirments'; did you mean 'requirements'?", "write `requirements`"},
    {"an unknown field lists the known ones", "title: Baker\nsalary: 3\n", 2, 1, "salary",
     "unknown field 'salary' in a posting",
     "the fields are: title, requirements, remote, weight, tier"},
    {"an invisible character in a field is named", "title: Baker\n\xE2\x80\x8Bremote: true\n", 2, 1,
     "[\"\xE2\x80\x8Bremote\"]", "unknown field '\xE2\x80\x8Bremote' in a posting",
     "a zero-width space stands in the name; retype it"},
    {"a missing field is named", "remote: true\n", 1, 1, "",
     "the field 'title' is missing in a posting", ""},
    {"a text that is empty", "title:\n", 1, 7, "title", "title must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes"},
    {"a text that is null", "{\"title\": null}", 1, 11, "title",
     "title must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes"},
    {"a text that is blank", "title: '  '\n", 1, 8, "title", "title must be a text, and is blank",
     "give it a value, or remove it"},
    {"a text with a NUL", "title: \"a\\0b\"\n", 1, 8, "title", "title holds a NUL character",
     "remove it"},
    {"a list for a text", "title: [Baker]\n", 1, 8, "title", "title must be a text, not a list",
     "give one text; one that begins with `[` must stand in quotes"},
    {"a mapping for a text", "title: {n}\n", 1, 8, "title", "title must be a text, not a mapping",
     "a text with `: ` in it, or one that begins with `{`, must stand in quotes"},
    {"an item with a colon", "title: a\nrequirements:\n  - Python: 3 years\n", 3, 5,
     "requirements[0]", "requirements[0] must be a text, not a mapping",
     "a text with `: ` in it, or one that begins with `{`, must stand in quotes"},
    {"an item that is empty", "title: a\nrequirements:\n  - x\n  -\n", 4, 4, "requirements[1]",
     "requirements[1] must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes"},
    {"a mapping for a list", "title: a\nrequirements: {x: y}\n", 2, 15, "requirements",
     "requirements must be a list of texts, not a mapping",
     "begin each with `- `; a text with `: ` in it must stand in quotes"},
    {"a list that is empty by mistake", "title: a\nrequirements:\n", 2, 14, "requirements",
     "requirements must be a list of texts, and is empty",
     "write [] for an empty list, or remove it"},
    {"yes", "title: a\nremote: yes\n", 2, 9, "remote", "remote must be true or false",
     "write `true`"},
    {"On", "title: a\nremote: On\n", 2, 9, "remote", "remote must be true or false",
     "write `true`"},
    {"no", "title: a\nremote: no\n", 2, 9, "remote", "remote must be true or false",
     "write `false`"},
    {"OFF", "title: a\nremote: OFF\n", 2, 9, "remote", "remote must be true or false",
     "write `false`"},
    {"tRUE", "title: a\nremote: tRUE\n", 2, 9, "remote", "remote must be true or false",
     "write `true`"},
    {"true in quotes", "title: a\nremote: 'true'\n", 2, 9, "remote", "remote must be true or false",
     "write `true` without quotes"},
    {"a word for a flag", "title: a\nremote: partly\n", 2, 9, "remote",
     "remote must be true or false", "write `true` or `false`"},
    {"a list for a flag", "title: a\nremote: [true]\n", 2, 9, "remote",
     "remote must be true or false, not a list", ""},
    {"a number with an underscore", "title: a\nweight: 1_000\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write the digits without `_`: 1000"},
    {"a decimal comma", "title: a\nweight: 2,5\n", 2, 9, "weight",
     "weight must be a number of 0 or more",
     "write a decimal point, and nothing between thousands: 2.5, 1000"},
    {"a number below 0", "title: a\nweight: -1\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write a number of 0 or more"},
    {"a number with a unit", "title: a\nweight: 3 years\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write the number alone, as in 3 or 2.5"},
    {"a number in words", "title: a\nweight: three\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write digits, as in 3 or 2.5"},
    {"a number in quotes", "title: a\nweight: \"3\"\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write the number without quotes"},
    {"no number", "title: a\nweight:\n", 2, 8, "weight", "weight must be a number of 0 or more",
     "give it a value, or remove it"},
    {"a hexadecimal number", "title: a\nweight: 0x10\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write the number alone, as in 3 or 2.5"},
    {"an exponent with no digits", "title: a\nweight: 1e\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write the number alone, as in 3 or 2.5"},
    {"a point alone", "title: a\nweight: .\n", 2, 9, "weight",
     "weight must be a number of 0 or more", "write digits, as in 3 or 2.5"},
    {"a list for a number", "title: a\nweight: [1]\n", 2, 9, "weight",
     "weight must be a number of 0 or more, not a list", ""},
    {"four decimals", "title: a\nweight: 0.3333\n", 2, 9, "weight",
     "weight has more than three decimals", "round it: 0.333"},
    {"a decimal far behind", "title: a\nweight: 0.1000000000000000000000000001\n", 2, 9, "weight",
     "weight has more than three decimals", "round it: 0.333"},
    {"a number that is too small", "title: a\nweight: 1e-999999999\n", 2, 9, "weight",
     "weight has more than three decimals", "round it: 0.333"},
    {"a number one too large", "title: a\nweight: 2147483.648\n", 2, 9, "weight",
     "weight is too large a number", "2147483.647 is the largest"},
    {"a number with thirty digits", "title: a\nweight: 123456789012345678901234567890\n", 2, 9,
     "weight", "weight is too large a number", "2147483.647 is the largest"},
    {"a number with an enormous exponent", "title: a\nweight: 1e999999999\n", 2, 9, "weight",
     "weight is too large a number", "2147483.647 is the largest"},
    {"a misspelt word is corrected", "title: a\ntier: prefered\n", 2, 7, "tier",
     "tier is no word of this field; did you mean 'preferred'?", "write `preferred`"},
    {"another word lists the words", "title: a\ntier: someday\n", 2, 7, "tier",
     "tier must be one of 'must-have', 'required', 'preferred'", ""},
    {"a list for a word", "title: a\ntier: [required]\n", 2, 7, "tier",
     "tier must be one of 'must-have', 'required', 'preferred', not a list", ""},
};

START_TEST(refuses)
{
  const char *name = refused[_i].name;
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  jm_error err = JM_ERROR_INIT;
  jm_status status = read_record(&got, &arena, refused[_i].text, &err);
  ck_assert_msg(status == JM_ERR_FIELD && err.status == JM_ERR_FIELD, "%s: %s %s", name,
                jm_status_name((int32_t)status), err.message);
  ck_assert_msg(err.line == refused[_i].line && err.column == refused[_i].column, "%s: %u:%u", name,
                err.line, err.column);
  ck_assert_msg(strcmp(err.path, refused[_i].path) == 0, "%s: path %s", name, err.path);
  ck_assert_msg(strcmp(err.message, refused[_i].message) == 0, "%s: %s", name, err.message);
  ck_assert_msg(strcmp(err.hint, refused[_i].hint) == 0, "%s: hint %s", name, err.hint);
  ck_assert_int_eq(read_record(&got, &arena, refused[_i].text, NULL), JM_ERR_FIELD);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(long_keys_are_cut_at_characters)
{
  char text[256] = "title: a\n";
  text[9] = 'x';
  for (int i = 0; i < 40; i++)
    memcpy(text + 10 + 2 * (size_t)i, "\xC3\xA9", 2);
  memcpy(text + 90, ": 1\n", 5);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(read_record(&got, &arena, text, &err), JM_ERR_FIELD);
  ck_assert_ptr_nonnull(strstr(err.message, "\xC3\xA9' in a posting"));
  ck_assert_uint_eq(strlen(err.message), strlen("unknown field '' in a posting") + 59);
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(long_lists_of_fields_are_cut)
{
  static const jmi_field many[] = {
      {"a field with a long name 1", JMI_FIELD_TEXT, 0, 0, NULL},
      {"a field with a long name 2", JMI_FIELD_TEXT, 0, 0, NULL},
      {"a field with a long name 3", JMI_FIELD_TEXT, 0, 0, NULL},
      {"a field with a long name 4", JMI_FIELD_TEXT, 0, 0, NULL},
      {"a field with a long name 5", JMI_FIELD_TEXT, 0, 0, NULL},
      {"a field with a long name 6", JMI_FIELD_TEXT, 0, 0, NULL},
  };
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_document_read(&root, &arena, "x: 1", 4, &usual_limits, &err), JM_OK);
  jmi_reader reader = {&arena, &err, NULL};
  jmi_str place;
  ck_assert_int_eq(jmi_fields_read(&reader, root, "a test", many, COUNT(many), &place),
                   JM_ERR_FIELD);
  ck_assert_str_eq(err.hint + strlen(err.hint) - 7, " 4, ...");
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(the_first_error_stands)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  record got;
  for (size_t i = 0; i < COUNT(refused); i++) {
    jm_error err = JM_ERROR_INIT;
    jmi_fail(&err, JM_ERR_LIMIT, "earlier");
    ck_assert_int_eq(read_record(&got, &arena, refused[i].text, &err), JM_ERR_FIELD);
    ck_assert_str_eq(err.message, "earlier");
    ck_assert_str_eq(err.path, "");
    ck_assert_str_eq(err.hint, "");
  }
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(memory_may_run_out_anywhere)
{
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    record got;
    status = read_record(&got, &arena, "{title: a, requirements: [x, y, z]}", NULL);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

/* The arena that values go to may be another than the tree's. */
START_TEST(memory_for_values_may_run_out)
{
  failing memory = {.left = 0};
  jm_allocator allocator = failing_allocator(&memory);
  jmi_arena tree, values;
  jmi_arena_init(&tree, NULL);
  jmi_arena_init(&values, &allocator);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_document_read(&root, &tree, "[x]", 3, &usual_limits, NULL), JM_OK);
  jmi_reader reader = {&values, &err, NULL};
  jmi_texts texts = {0};
  ck_assert_int_eq(jmi_read_texts(&reader, root, &texts), JM_ERR_MEMORY);
  ck_assert_int_eq(err.status, JM_ERR_MEMORY);
  ck_assert_uint_eq(texts.count, 0);
  jmi_arena_dispose(&values);
  jmi_arena_dispose(&tree);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("fields");
  TCase *tests = tcase_create("fields");
  tcase_add_test(tests, a_record_is_filled);
  tcase_add_loop_test(tests, lists_of_texts, 0, COUNT(lists));
  tcase_add_loop_test(tests, numbers_are_thousandths, 0, COUNT(numbers));
  tcase_add_loop_test(tests, refuses, 0, COUNT(refused));
  tcase_add_test(tests, long_keys_are_cut_at_characters);
  tcase_add_test(tests, long_lists_of_fields_are_cut);
  tcase_add_test(tests, the_first_error_stands);
  tcase_add_test(tests, memory_may_run_out_anywhere);
  tcase_add_test(tests, memory_for_values_may_run_out);
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
