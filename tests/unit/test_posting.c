/* SPDX-License-Identifier: MIT */
/* Postings: what is read as written, what is refused and how, limits, memory. */
#include "support/misread.h"

#include <stdio.h>

static jm_status read_posting(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                              jm_error *err)
{
  jmi_posting posting;
  return jmi_posting_read(&posting, arena, root, limits, err);
}

/* ---- Good postings ----------------------------------------------------------------------------
 */

/* A line in short: id, path, place, text, and what is not as usual. */
static void outline_line(char *out, size_t size, const jmi_requirement *line)
{
  static const char *const tiers[] = {" must", " required", " preferred", ""};
  size_t len = (size_t)snprintf(out, size, "%s %s %u:%u '%s'%s%s", line->id.at, line->path.at,
                                line->mark.line, line->mark.column, line->text.at,
                                tiers[line->tier], line->preferred_list ? " in preferred" : "");
  if (line->weight_milli != 1000)
    len += (size_t)snprintf(out + len, size - len, " *%d", line->weight_milli);
  for (uint32_t i = 0; i < line->any_of.count; i++)
    len += (size_t)snprintf(out + len, size - len, " |%s", line->any_of.items[i].at);
  for (uint32_t i = 0; i < line->all_of.count; i++)
    len += (size_t)snprintf(out + len, size - len, " &%s", line->all_of.items[i].at);
  if (line->match.len > 0)
    snprintf(out + len, size - len, " ~%s at %u:%u", line->match.at, line->match_mark.line,
             line->match_mark.column);
}

static const struct {
  const char *name, *text, *title;
  uint32_t count, index; /* of the line that is looked at */
  const char *line;
} good[] = {
    {"a bare list is a posting", "- oven\n- dough\n", "", 2, 1, "r2 [1] 2:3 'dough'"},
    {"a title and a list are one", "title: Baker\nrequirements: [oven]\n", "Baker", 1, 0,
     "r1 requirements[0] 2:16 'oven'"},
    {"JSON is read alike", "{\"title\": \"Baker\", \"requirements\": [\"oven\"]}", "Baker", 1, 0,
     "r1 requirements[0] 1:37 'oven'"},
    {"what stands beside a posting is passed over",
     "id: 7\ncompany: {name: Crumb}\nlocation: [a, b]\nurl:\ndescription: |\n  bread\n"
     "requirements: [oven]\n",
     "", 1, 0, "r1 requirements[0] 7:16 'oven'"},
    {"ids are counted over both lists", "requirements: [oven, dough]\npreferred: [yeast]\n", "", 3,
     2, "r3 preferred[0] 2:13 'yeast' in preferred"},
    {"the lists keep the document's order", "preferred: [yeast]\nrequirements: [oven]\n", "", 2, 0,
     "r1 preferred[0] 1:13 'yeast' in preferred"},
    {"a posting may have preferred lines only", "preferred: [yeast]\nrequirements: []\n", "", 1, 0,
     "r1 preferred[0] 1:13 'yeast' in preferred"},
    {"a mapping with a text is a line", "requirements:\n  - text: oven\n", "", 1, 0,
     "r1 requirements[0] 2:11 'oven'"},
    {"everything that may be said of a line is kept",
     "requirements:\n  - id: heat\n    weight: 2.5\n    tier: must-have\n    text: oven\n"
     "    any_of: [gas, wood]\n    all_of: hot\n    match: '(?i)oven'\n",
     "", 1, 0, "heat requirements[0] 5:11 'oven' must *2500 |gas |wood &hot ~(?i)oven at 8:12"},
    {"a weight of nothing is one", "- {text: oven, weight: 0}\n", "", 1, 0,
     "r1 [0] 1:10 'oven' *0"},
    {"a weight of a thousand is one", "- {text: oven, weight: 1000}\n", "", 1, 0,
     "r1 [0] 1:10 'oven' *1000000"},
    {"a tier may be required", "- {text: oven, tier: required}\n", "", 1, 0,
     "r1 [0] 1:10 'oven' required"},
    {"a tier may contradict its list", "preferred: [{text: oven, tier: must-have}]\n", "", 1, 0,
     "r1 preferred[0] 1:20 'oven' must in preferred"},
    {"text stays text", "- no\n- 3.10\n- 1_000\n- C#\n", "", 4, 1, "r2 [1] 2:3 '3.10'"},
    {"a line over several lines is one", "- oven\n  and dough\n", "", 1, 0,
     "r1 [0] 1:3 'oven and dough'"},
    {"ids may look like made ones elsewhere", "- {text: oven, id: r9}\n- dough\n", "", 2, 1,
     "r2 [1] 2:3 'dough'"},
    {"an id may be the one that would be made", "- {text: oven, id: r1}\n- dough\n", "", 2, 0,
     "r1 [0] 1:10 'oven'"},
};

START_TEST(reads_what_is_written)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jmi_posting posting;
  jm_error err = JM_ERROR_INIT;
  jm_status status =
      jmi_posting_read(&posting, &arena, tree_of(&arena, good[_i].text), &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: '%s'", good[_i].name, err.message);
  ck_assert_msg(jmi_str_is(posting.title, good[_i].title), "%s: title", good[_i].name);
  ck_assert_msg(posting.count == good[_i].count, "%s: %u lines", good[_i].name, posting.count);
  char line[256];
  outline_line(line, sizeof line, &posting.requirements[good[_i].index]);
  ck_assert_msg(strcmp(line, good[_i].line) == 0, "%s: got %s", good[_i].name, line);
  jmi_arena_dispose(&arena);
}
END_TEST

/* A posting inside a line of a stream has the paths that it would have alone. */
START_TEST(paths_begin_at_the_posting)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  const jmi_node *root =
      tree_of(&arena, "{\"id\": 1, \"posting\": {\"requirements\": [\"oven\"]}}");
  jmi_posting posting;
  ck_assert_int_eq(jmi_posting_read(&posting, &arena, jmi_node_get(root, "posting"), &limits, NULL),
                   JM_OK);
  ck_assert_str_eq(posting.requirements[0].path.at, "requirements[0]");
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Bad postings -----------------------------------------------------------------------------
 */

static const misread bad[] = {
    {"a text is no posting", "Baker wanted\n", 1, 1, "",
     "the document must be a mapping or a list of lines, not one text",
     "write `requirements:`, and below it each line behind `- `", 0, 0},
    {"a key without its blank is told so", "title:Baker\n", 1, 1, "", "a posting must be a mapping",
     "write `key: value`, with a blank after the `:`", 0, 0},
    {"an empty mapping asks for nothing", "{}\n", 1, 1, "", "the document has no requirement",
     "give `requirements` a list of lines", 0, 0},
    {"an empty list asks for nothing", "[]\n", 1, 1, "", "the document has no requirement",
     "give `requirements` a list of lines", 0, 0},
    {"a title alone asks for nothing", "title: Baker\n", 1, 1, "",
     "the document has no requirement", "give `requirements` a list of lines", 0, 0},
    {"two empty lists ask for nothing", "requirements: []\npreferred: []\n", 1, 1, "",
     "the document has no requirement", "give `requirements` a list of lines", 0, 0},
    {"a misspelt list is named", "title: Baker\nrequirments: [oven]\n", 2, 1, "requirments",
     "unknown field 'requirments'; did you mean 'requirements'?", "write `requirements`", 0, 0},
    {"an unknown field is told the fields", "title: Baker\nsalary: 20\n", 2, 1, "salary",
     "unknown field 'salary' in a posting", "the fields are: title, requirements, preferred", 0, 0},
    {"a title is a text", "title: [Baker]\nrequirements: [oven]\n", 1, 8, "title",
     "title must be a text, not a list",
     "give one text; one that begins with `[` must stand in quotes", 0, 0},
    {"a title is not empty", "title:\nrequirements: [oven]\n", 1, 7, "title",
     "title must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes", 0, 0},
    {"requirements are not one text", "requirements: oven, dough\n", 1, 15, "requirements",
     "requirements must be a list of lines, not one text", "begin each line with `- `", 0, 0},
    {"requirements are not a mapping", "requirements:\n  oven: yes\n", 2, 3, "requirements",
     "requirements must be a list of lines, not a mapping", "begin each with `- `", 0, 0},
    {"requirements are not empty", "title: Baker\nrequirements:\n", 2, 14, "requirements",
     "requirements must be a list of lines, and is empty",
     "write [] for an empty list, or remove it", 0, 0},
    {"preferred lines are a list too", "requirements: [oven]\npreferred: dough\n", 2, 12,
     "preferred", "preferred must be a list of lines, not one text", "begin each line with `- `", 0,
     0},
    {"an empty line is refused", "requirements:\n  - oven\n  -\n", 3, 4, "requirements[1]",
     "requirements[1] must be a text, and is empty",
     "give it a value, or remove it; a text such as null must stand in quotes", 0, 0},
    {"a blank line is refused", "requirements: [' ']\n", 1, 16, "requirements[0]",
     "requirements[0] must be a text, and is blank", "give it a value, or remove it", 0, 0},
    {"a list in a list is refused", "requirements:\n  - [oven, dough]\n", 2, 5, "requirements[0]",
     "requirements[0] must be a text or a mapping, not a list",
     "a text that begins with `[` must stand in quotes", 0, 0},
    {"a line with a colon is told about quotes",
     "requirements:\n  - oven\n  - Languages: English and French\n", 3, 5, "requirements[1]",
     "requirements[1] is read as a mapping, and has none of the fields of a requirement",
     "a text with `: ` in it must stand in quotes; the fields of a mapping are: text, id, weight, "
     "tier, any_of, all_of, match",
     0, 0},
    {"a line with a colon in a bare list", "- Must have: a car\n", 1, 3, "[0]",
     "[0] is read as a mapping, and has none of the fields of a requirement",
     "a text with `: ` in it must stand in quotes; the fields of a mapping are: text, id, weight, "
     "tier, any_of, all_of, match",
     0, 0},
    {"a mapping needs its text", "requirements:\n  - weight: 2\n", 2, 5, "requirements[0]",
     "the field 'text' is missing in a requirement", "", 0, 0},
    {"a misspelt field of a line is named", "requirements:\n  - text: oven\n    wieght: 2\n", 3, 5,
     "requirements[0].wieght", "unknown field 'wieght'; did you mean 'weight'?", "write `weight`",
     0, 0},
    {"an unknown field of a line", "requirements:\n  - {text: oven, colour: red}\n", 2, 18,
     "requirements[0].colour", "unknown field 'colour' in a requirement",
     "the fields are: text, id, weight, tier, any_of, all_of, match", 0, 0},
    {"a weight is a number", "requirements:\n  - {text: oven, weight: high}\n", 2, 26,
     "requirements[0].weight", "requirements[0].weight must be a number of 0 or more",
     "write digits, as in 3 or 2.5", 0, 0},
    {"a weight is not negative", "requirements:\n  - {text: oven, weight: -1}\n", 2, 26,
     "requirements[0].weight", "requirements[0].weight must be a number of 0 or more",
     "write a number of 0 or more", 0, 0},
    {"a weight is not over a thousand",
     "requirements:\n  - oven\n  - dough\n  - {text: yeast, weight: 1000.5}\n", 4, 27,
     "requirements[2].weight", "requirements[2].weight is over 1000",
     "write how often the line counts, as in 2 or 0.5", 0, 0},
    {"a weight is not in quotes", "requirements:\n  - text: oven\n    weight: '2'\n", 3, 13,
     "requirements[0].weight", "requirements[0].weight must be a number of 0 or more",
     "write the number without quotes", 0, 0},
    {"a tier is a word of three", "requirements:\n  - {text: oven, tier: urgent}\n", 2, 24,
     "requirements[0].tier",
     "requirements[0].tier must be one of 'must-have', 'required', 'preferred'", "", 0, 0},
    {"a tier is spelt with its hyphen", "requirements:\n  - {text: oven, tier: must have}\n", 2, 24,
     "requirements[0].tier",
     "requirements[0].tier is no word of this field; did you mean 'must-have'?",
     "write `must-have`", 0, 0},
    {"a tier is no list", "requirements:\n  - {text: oven, tier: [required]}\n", 2, 24,
     "requirements[0].tier",
     "requirements[0].tier must be one of 'must-have', 'required', 'preferred', not a list", "", 0,
     0},
    {"alternatives are texts", "requirements:\n  - text: oven\n    any_of: {a: b}\n", 3, 13,
     "requirements[0].any_of", "requirements[0].any_of must be a list of texts, not a mapping",
     "begin each with `- `; a text with `: ` in it must stand in quotes", 0, 0},
    {"alternatives are not an empty list", "requirements:\n  - text: oven\n    any_of: []\n", 3, 13,
     "requirements[0].any_of", "requirements[0].any_of is an empty list",
     "give at least one text, or remove it", 0, 0},
    {"parts are not an empty list", "preferred:\n  - text: oven\n    all_of: []\n", 3, 13,
     "preferred[0].all_of", "preferred[0].all_of is an empty list",
     "give at least one text, or remove it", 0, 0},
    {"an empty alternative is refused", "requirements:\n  - text: oven\n    any_of: [gas, '']\n", 3,
     19, "requirements[0].any_of[1]", "requirements[0].any_of[1] must be a text, and is blank",
     "give it a value, or remove it", 0, 0},
    {"a pattern is a text", "requirements:\n  - text: oven\n    match: [a]\n", 3, 12,
     "requirements[0].match", "requirements[0].match must be a text, not a list",
     "give one text; one that begins with `[` must stand in quotes", 0, 0},
    {"a pattern is not blank", "requirements:\n  - {text: oven, match: ''}\n", 2, 25,
     "requirements[0].match", "requirements[0].match must be a text, and is blank",
     "give it a value, or remove it", 0, 0},
    {"two equal ids are shown both",
     "requirements:\n  - {text: oven, id: a}\n  - {text: dough, id: b}\npreferred:\n  - {text: "
     "yeast, id: a}\n",
     5, 23, "preferred[0].id", "preferred[0].id is the id of another requirement as well",
     "give each requirement an id of its own", 2, 22},
    {"an id is not one that is made", "requirements:\n  - {text: oven, id: r2}\n  - dough\n", 2, 22,
     "requirements[0].id", "requirements[0].id is the id of another requirement as well",
     "lines without an id are called r1, r2, r3 and so on; choose another", 3, 5},
    {"an id is not one that was made before", "- oven\n- {text: dough, id: r1}\n", 2, 21, "[1].id",
     "[1].id is the id of another requirement as well",
     "lines without an id are called r1, r2, r3 and so on; choose another", 1, 3},
    {"an id is not empty", "requirements:\n  - {text: oven, id: ''}\n", 2, 22, "requirements[0].id",
     "requirements[0].id must be a text, and is blank", "give it a value, or remove it", 0, 0},
    {"columns count characters",
     "requirements: [{text: B\xC3\xA4"
     "cker, tier: no}]\n",
     1, 37, "requirements[0].tier",
     "requirements[0].tier must be one of 'must-have', 'required', 'preferred'", "", 0, 0},
};

START_TEST(refuses_with_place_and_hint)
{
  jm_limits limits = limits_usual();
  misread_check(&bad[_i], read_posting, &limits, JM_ERR_FIELD);
}
END_TEST

static const misread over_limits[] = {
    {"a third requirement of two", "requirements: [a, b]\npreferred: [c]\n", 2, 13, "preferred[0]",
     "preferred[0] is one requirement more than max_requirements (2) allows", "", 0, 0},
    {"a third alternative of two", "- text: a\n  any_of: [a, b, c]\n", 2, 18, "[0].any_of[2]",
     "[0].any_of[2] is one part more than max_parts (2) allows", "", 0, 0},
    {"a third part of two", "- text: a\n  all_of: [a, b, c]\n", 2, 18, "[0].all_of[2]",
     "[0].all_of[2] is one part more than max_parts (2) allows", "", 0, 0},
    {"a pattern of five bytes", "- {text: a, match: abcde}\n", 1, 20, "[0].match",
     "[0].match is longer than max_pattern_bytes (4) allows", "", 0, 0},
    {"a second pattern of one", "- {text: a, match: abcd}\n- {text: b, match: b}\n", 2, 20,
     "[1].match", "[1].match is one pattern more than max_patterns (1) allows", "", 0, 0},
};

START_TEST(refuses_what_passes_a_limit)
{
  const jm_limits few = {
      .max_requirements = 2, .max_parts = 2, .max_patterns = 1, .max_pattern_bytes = 4};
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &few, NULL), JM_OK);
  misread_check(&over_limits[_i], read_posting, &limits, JM_ERR_LIMIT);
}
END_TEST

START_TEST(takes_what_reaches_a_limit)
{
  const jm_limits few = {
      .max_requirements = 2, .max_parts = 2, .max_patterns = 1, .max_pattern_bytes = 4};
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &few, NULL), JM_OK);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = tree_of(&arena, "- {text: a, any_of: [a, b], match: abcd}\n- b\n");
  ck_assert_int_eq(read_posting(&arena, root, &limits, NULL), JM_OK);
  jmi_arena_dispose(&arena);
}
END_TEST

/* ---- Many ids, no memory ----------------------------------------------------------------------
 */

START_TEST(finds_equal_ids_among_many)
{
  char *text = malloc(100000), *at = text;
  ck_assert_ptr_nonnull(text);
  for (int i = 0; i < 1000; i++)
    at += snprintf(at, 64, "- {text: a, id: x%d}\n", i * 7919 % 1000);
  snprintf(at, 64, "- {text: a, id: x500}\n");
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(read_posting(&arena, tree_of(&arena, text), &limits, &err), JM_ERR_FIELD);
  ck_assert_uint_eq(err.line, 1001);
  ck_assert_uint_eq(err.other_line, 501);
  *at = '\0';
  ck_assert_int_eq(read_posting(&arena, tree_of(&arena, text), &limits, NULL), JM_OK);
  jmi_arena_dispose(&arena);
  free(text);
}
END_TEST

START_TEST(an_error_that_stands_is_kept)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  jm_limits limits = limits_usual();
  jm_error err = JM_ERROR_INIT;
  jmi_fail(&err, JM_ERR_ARGUMENT, "the first");
  ck_assert_int_eq(read_posting(&arena, tree_of(&arena, "- {a: b}\n"), &limits, &err),
                   JM_ERR_FIELD);
  const jmi_node *root = tree_of(&arena, "- {text: a, id: b}\n- {text: c, id: b}\n");
  ck_assert_int_eq(read_posting(&arena, root, &limits, &err), JM_ERR_FIELD);
  ck_assert_str_eq(err.message, "the first");
  ck_assert_str_eq(err.path, "");
  ck_assert_str_eq(err.hint, "");
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(survives_every_failing_allocation)
{
  char *text = text_repeated("requirements:\n", "  - {text: oven, any_of: [gas, wood]}\n", 300);
  sweep_reader(text, read_posting);
  free(text);
  sweep_block("requirements: [a, {text: b, any_of: [c, d]}]\npreferred: [e]\n", read_posting);
}
END_TEST

/* ---- Limits -----------------------------------------------------------------------------------
 */

/* As include/jobmatch/base.h documents them. */
#define LIMIT(field, usual, most)                                                                  \
  {                                                                                                \
#    field, offsetof(jm_limits, field), (usual), (most)                                            \
  }
static const struct {
  const char *name;
  size_t offset;
  int64_t usual, most;
} limit_rows[] = {
    LIMIT(max_document_bytes, 1048576, 268435456),
    LIMIT(max_depth, 64, 1000),
    LIMIT(max_nodes, 200000, 100000000),
    LIMIT(max_scalar_bytes, 65536, 16777216),
    LIMIT(max_key_bytes, 256, 1024),
    LIMIT(max_requirements, 10000, 10000000),
    LIMIT(max_parts, 64, 1000),
    LIMIT(max_entries, 20000, 10000000),
    LIMIT(max_patterns, 64, 1000),
    LIMIT(max_pattern_bytes, 512, 8192),
    LIMIT(max_match_steps, 1000000, 1000000000),
    LIMIT(max_pair_steps, 10000000, 10000000000),
};

static int64_t limit_of(const jm_limits *limits, size_t offset)
{
  int64_t value;
  memcpy(&value, (const char *)limits + offset, sizeof value);
  return value;
}

START_TEST(limits_have_defaults_and_maxima)
{
  const char *name = limit_rows[_i].name;
  size_t offset = limit_rows[_i].offset;
  jm_limits given = {0}, limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &given, NULL), JM_OK);
  ck_assert_msg(limit_of(&limits, offset) == limit_rows[_i].usual, "%s: default", name);
  int64_t value = limit_rows[_i].most;
  memcpy((char *)&given + offset, &value, sizeof value);
  ck_assert_int_eq(jmi_limits_resolve(&limits, &given, NULL), JM_OK);
  ck_assert_msg(limit_of(&limits, offset) == value, "%s: maximum", name);
  value++;
  memcpy((char *)&given + offset, &value, sizeof value);
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &given, &err), JM_ERR_ARGUMENT);
  ck_assert_msg(strstr(err.message, name) != NULL, "%s: '%s'", name, err.message);
  ck_assert_msg(limit_of(&limits, offset) == limit_rows[_i].most, "%s: touched", name);
  value = -1;
  memcpy((char *)&given + offset, &value, sizeof value);
  err = (jm_error)JM_ERROR_INIT;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &given, &err), JM_ERR_ARGUMENT);
  ck_assert_msg(strstr(err.message, name) != NULL, "%s: '%s'", name, err.message);
}
END_TEST

START_TEST(a_limit_over_its_maximum_says_both)
{
  jm_limits limits;
  const jm_limits deep = {.max_depth = 1001};
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_limits_resolve(&limits, &deep, &err), JM_ERR_ARGUMENT);
  ck_assert_str_eq(err.message, "the limit max_depth is 1001, more than its maximum of 1000");
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("posting");
  TCase *tc = tcase_create("posting");
  tcase_add_loop_test(tc, reads_what_is_written, 0, COUNT(good));
  tcase_add_loop_test(tc, refuses_with_place_and_hint, 0, COUNT(bad));
  tcase_add_loop_test(tc, refuses_what_passes_a_limit, 0, COUNT(over_limits));
  tcase_add_test(tc, takes_what_reaches_a_limit);
  tcase_add_test(tc, paths_begin_at_the_posting);
  tcase_add_test(tc, finds_equal_ids_among_many);
  tcase_add_test(tc, an_error_that_stands_is_kept);
  tcase_add_test(tc, survives_every_failing_allocation);
  tcase_add_loop_test(tc, limits_have_defaults_and_maxima, 0, COUNT(limit_rows));
  tcase_add_test(tc, a_limit_over_its_maximum_says_both);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
