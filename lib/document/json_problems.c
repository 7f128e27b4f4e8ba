/* SPDX-License-Identifier: MIT */
/* Problems of JSON in words. In: a place and what was expected there. Out: a message that says so,
 * and a hint drawn from the look of what stands there. */
#include <assert.h>

#include "document/json.h"
#include "text/text.h"

static const struct {
  const char *message, *hint;
} problems[] = {
    [JMI_JSON_FINE] = {"", ""},
    [JMI_JSON_WANTS_VALUE] = {"a value is expected here", ""},
    [JMI_JSON_WANTS_KEY] = {"a key in double quotes is expected here", ""},
    [JMI_JSON_WANTS_COLON] = {"`:` is expected after the key", ""},
    [JMI_JSON_WANTS_COMMA_OR_BRACKET] = {"`,` or `]` is expected here", ""},
    [JMI_JSON_WANTS_COMMA_OR_BRACE] = {"`,` or `}` is expected here", ""},
    [JMI_JSON_WANTS_END] = {"there is more text after the JSON value", ""},
    [JMI_JSON_LAST_COMMA] = {"a comma stands before the closing bracket",
                             "remove the comma after the last member"},
    [JMI_JSON_BAD_NUMBER] = {"this is not a JSON number",
                             "write digits before and after the point, as in 0.5"},
    [JMI_JSON_LEADING_ZERO] =
        {"a JSON number can't begin with a zero and further digits",
         "remove the zero, or put the number in double quotes if it is a text"},
    [JMI_JSON_BAD_ESCAPE] = {"a backslash in a JSON string must be followed by one of \"\\/bfnrtu",
                             "write a backslash itself as `\\\\`"},
    [JMI_JSON_BAD_UNICODE] = {"`\\u` must be followed by four hexadecimal digits",
                              "write a backslash itself as `\\\\`"},
    [JMI_JSON_LONE_SURROGATE] =
        {"`\\u` names half of a surrogate pair",
         "write both halves, as in \\ud83d\\ude00, or the character itself"},
    [JMI_JSON_BREAK_IN_STRING] = {"a line ends inside a string",
                                  "close the string, or write the line break as `\\n`"},
    [JMI_JSON_CONTROL] = {"a control character stands inside a string",
                          "write a tab as `\\t`, other control characters as `\\u00XX`"},
    [JMI_JSON_OPEN_STRING] = {"the string that begins here is not closed", "add the closing `\"`"},
};
static_assert(sizeof problems / sizeof *problems == JMI_JSON_PROBLEM_COUNT,
              "a row for every problem");

/* What stands there, and what people mean by it. `after` narrows a row to what was expected. */
static const struct {
  const char *look;
  int expected; /* a jmi_json_problem, or 0 for any */
  const char *hint;
} looks[] = {
    {"//", 0, "JSON has no comments; remove it, or write YAML"},
    {"/*", 0, "JSON has no comments; remove it, or write YAML"},
    {"#", 0, "JSON has no comments; remove it, or write YAML"},
    {"'", 0, "JSON strings stand in double quotes"},
    {"\xE2\x80\x9C", 0, "this is a typographic quote; write `\"`"},
    {"\xE2\x80\x9D", 0, "this is a typographic quote; write `\"`"},
    {"\xEF\xBB\xBF", 0, "an invisible byte order mark stands here; delete it"},
    {"\xC2\xA0", 0, "an invisible no-break space stands here; replace it by a blank"},
    {"{", JMI_JSON_WANTS_END,
     "one JSON value on each line is NDJSON; give it as a stream, or make it one list"},
    {"[", JMI_JSON_WANTS_END,
     "one JSON value on each line is NDJSON; give it as a stream, or make it one list"},
    {"]", JMI_JSON_WANTS_END, "this bracket closes nothing; remove it"},
    {"}", JMI_JSON_WANTS_END, "this brace closes nothing; remove it"},
    {",", JMI_JSON_WANTS_END, "put the values into one list: [ ... ]"},
    {",", 0, "a comma stands too many here, or a value is missing"},
    {"True", JMI_JSON_WANTS_VALUE, "write `true`"},
    {"TRUE", JMI_JSON_WANTS_VALUE, "write `true`"},
    {"False", JMI_JSON_WANTS_VALUE, "write `false`"},
    {"FALSE", JMI_JSON_WANTS_VALUE, "write `false`"},
    {"None", JMI_JSON_WANTS_VALUE, "write `null`"},
    {"nil", JMI_JSON_WANTS_VALUE, "write `null`"},
    {"NULL", JMI_JSON_WANTS_VALUE, "write `null`"},
    {"Null", JMI_JSON_WANTS_VALUE, "write `null`"},
    {"undefined", JMI_JSON_WANTS_VALUE, "write `null`"},
    {"NaN", JMI_JSON_WANTS_VALUE, "JSON has no NaN; write `null`"},
    {"nan", JMI_JSON_WANTS_VALUE, "JSON has no NaN; write `null`"},
    {"Inf", JMI_JSON_WANTS_VALUE, "JSON has no infinity; write `null`"},
    {"inf", JMI_JSON_WANTS_VALUE, "JSON has no infinity; write `null`"},
    {"+", JMI_JSON_WANTS_VALUE, "write the number without `+`"},
    {".", JMI_JSON_WANTS_VALUE, "write a digit before the point, as in 0.5"},
    {"_", JMI_JSON_WANTS_COMMA_OR_BRACKET, "write the digits without `_`"},
    {"_", JMI_JSON_WANTS_COMMA_OR_BRACE, "write the digits without `_`"},
    {"=", JMI_JSON_WANTS_COLON, "write `:` between key and value"},
    {"\"", JMI_JSON_WANTS_COMMA_OR_BRACKET, "a comma is missing before this"},
    {"{", JMI_JSON_WANTS_COMMA_OR_BRACKET, "a comma is missing before this"},
    {"[", JMI_JSON_WANTS_COMMA_OR_BRACKET, "a comma is missing before this"},
    {"\"", JMI_JSON_WANTS_COMMA_OR_BRACE, "a comma is missing before this"},
    {"}", JMI_JSON_WANTS_COMMA_OR_BRACKET, "a `[` was opened before and is not closed"},
    {"]", JMI_JSON_WANTS_COMMA_OR_BRACE, "a `{` was opened before and is not closed"},
};

jm_status jmi_json_fail(jm_error *err, const jmi_source *source, size_t at,
                        jmi_json_problem problem)
{
  jmi_fail_at(err, JM_ERR_SYNTAX, jmi_source_mark(source, at), "%s", problems[problem].message);
  if (problems[problem].hint[0] != '\0')
    jmi_error_hint(err, "%s", problems[problem].hint);
  return JM_ERR_SYNTAX;
}

static const char *hint_for(const jmi_source *source, size_t at, jmi_json_problem expected)
{
  const char *text = source->text + at;
  size_t left = source->len - at;
  for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
    size_t len = strlen(looks[i].look);
    if ((looks[i].expected == 0 || looks[i].expected == (int)expected) && left >= len
        && memcmp(text, looks[i].look, len) == 0)
      return looks[i].hint;
  }
  if (jmi_is_alpha(text[0]) || text[0] == '_')
    return expected == JMI_JSON_WANTS_KEY     ? "put the key in double quotes"
           : expected == JMI_JSON_WANTS_VALUE ? "put a text in double quotes"
                                              : NULL;
  return NULL;
}

/* The text ends too early: nothing was there at all, or something is still open. */
static jm_status fail_at_end(jm_error *err, const jmi_source *source, jmi_json_problem expected)
{
  jmi_mark mark = jmi_source_mark(source, source->len);
  bool blank = true;
  for (size_t i = 0; i < source->len && blank; i++)
    blank = jmi_is_space(source->text[i]);
  if (blank) {
    jmi_fail_at(err, JM_ERR_SYNTAX, mark, "the text is empty");
    return JM_ERR_SYNTAX;
  }
  jmi_fail_at(err, JM_ERR_SYNTAX, mark, "the text ends too early: %s", problems[expected].message);
  jmi_error_hint(err, "close every `[` and `{`; is the file cut off?");
  return JM_ERR_SYNTAX;
}

jm_status jmi_json_unexpected(jm_error *err, const jmi_source *source, size_t at,
                              jmi_json_problem expected)
{
  if (at >= source->len)
    return fail_at_end(err, source, expected);
  /* Four bytes hold any character; more of them could be cut inside the next. */
  size_t left = source->len - at, size = 1;
  while (size < left && size < 4 && ((unsigned char)source->text[at + size] & 0xC0) == 0x80)
    size++;
  if (jmi_utf8_check(source->text + at, size) < size)
    return jmi_source_refuse(source, at, err);
  const char *hint = hint_for(source, at, expected);
  jmi_fail_at(err, JM_ERR_SYNTAX, jmi_source_mark(source, at), "%s", problems[expected].message);
  if (hint != NULL)
    jmi_error_hint(err, "%s", hint);
  return JM_ERR_SYNTAX;
}
