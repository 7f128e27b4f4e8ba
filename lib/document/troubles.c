/* SPDX-License-Identifier: MIT */
/* libyaml's complaints in the author's terms. In: its problem text and the look of the lines around
 * the place. Out: what is wrong, where it truly is, and what to write instead.
 *
 * libyaml often notices late: `title:Baker` is reported in the next line that has a colon. So a
 * row of the table may look at the line above, or at the place where libyaml began. */
#include "document/hints.h"

/* ---- Looking at lines ---- */

static bool is_break(char c)
{
  return c == '\n' || c == '\r';
}

/* The line that holds a byte, without its break. */
static jmi_str line_at(const jmi_trouble *t, size_t at)
{
  const char *text = t->source->text;
  size_t start = at < t->source->len ? at : t->source->len, end = start;
  while (start > 0 && !is_break(text[start - 1]))
    start--;
  while (end < t->source->len && !is_break(text[end]))
    end++;
  return (jmi_str){text + start, (uint32_t)(end - start)};
}

/* The nearest line above that is neither blank nor a comment; empty when there is none. */
static jmi_str line_above(const jmi_trouble *t, size_t at)
{
  jmi_str line = line_at(t, at);
  while (line.at > t->source->text) {
    line = line_at(t, (size_t)(line.at - t->source->text) - 1);
    jmi_str text = jmi_str_trim(line);
    if (text.len > 0 && text.at[0] != '#')
      return line;
  }
  return (jmi_str){t->source->text, 0};
}

/* A line from its first byte that is neither indentation nor the `- ` of an item. */
static jmi_str ink(jmi_str line)
{
  uint32_t at = 0;
  while (at < line.len
         && (line.at[at] == ' ' || line.at[at] == '\t'
             || (line.at[at] == '-' && at + 1 < line.len && line.at[at + 1] == ' ')))
    at++;
  return jmi_str_cut(line, at, line.len);
}

/* Where `: ` (or a last `:`) stands in a text; its length when nowhere. */
static uint32_t find_colon(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++)
    if (text.at[i] == ':' && (i + 1 == text.len || jmi_is_space(text.at[i + 1])))
      return i;
  return text.len;
}

static bool has_colon(jmi_str line)
{
  return find_colon(line) < line.len;
}

/* `key:value`: a colon with no blank behind it, and no other colon that would do. */
static bool has_glued_colon(jmi_str line)
{
  jmi_str text = ink(line);
  const char *colon = text.len == 0 ? NULL : memchr(text.at, ':', text.len);
  if (colon == NULL || colon == text.at || has_colon(text))
    return false;
  size_t left = text.len - (size_t)(colon - text.at);
  return left < 3 || memcmp(colon, "://", 3) != 0;
}

static bool has_equals(jmi_str line)
{
  return line.len > 0 && memchr(line.at, '=', line.len) != NULL && !has_colon(line);
}

/* Where the ink of a line begins, in bytes from the start of the text. */
static size_t offset_of(const jmi_trouble *t, jmi_str line)
{
  return (size_t)(ink(line).at - t->source->text);
}

static char char_at(const jmi_trouble *t, size_t at)
{
  return at < t->source->len ? t->source->text[at] : '\0';
}

/* The last byte before the problem, on its line, that is no blank; 0 when there is none. */
static char ink_before(const jmi_trouble *t)
{
  for (size_t at = t->at; at > 0 && !is_break(t->source->text[at - 1]); at--)
    if (!jmi_is_space(t->source->text[at - 1]))
      return t->source->text[at - 1];
  return '\0';
}

static size_t column_of(const jmi_trouble *t, size_t at)
{
  return at - (size_t)(line_at(t, at).at - t->source->text);
}

/* ---- Looks: what a row of the table asks of the place ---- */

typedef bool look_fn(const jmi_trouble *t);

static bool second_colon(const jmi_trouble *t)
{
  jmi_str line = line_at(t, t->at), text = ink(line);
  return text.at + find_colon(text) < t->source->text + t->at;
}

/* libyaml looks for the colon of a key no further than 1024 characters. */
static bool long_key(const jmi_trouble *t)
{
  return find_colon(ink(line_at(t, t->at))) > 1024;
}

static bool above_invisible(const jmi_trouble *t)
{
  return jmi_hint_invisible(line_above(t, t->at)) != NULL;
}

static bool above_glued(const jmi_trouble *t)
{
  return has_glued_colon(line_above(t, t->at));
}

static bool above_equals(const jmi_trouble *t)
{
  return has_equals(line_above(t, t->at));
}

static bool above_colon(const jmi_trouble *t)
{
  return has_colon(line_above(t, t->at));
}

static bool context_invisible(const jmi_trouble *t)
{
  return jmi_hint_invisible(line_at(t, t->context_at)) != NULL;
}

static bool context_long(const jmi_trouble *t)
{
  return find_colon(ink(line_at(t, t->context_at))) > 1024;
}

static bool context_glued(const jmi_trouble *t)
{
  return has_glued_colon(line_at(t, t->context_at));
}

static bool context_equals(const jmi_trouble *t)
{
  return has_equals(line_at(t, t->context_at));
}

static bool context_slashes(const jmi_trouble *t)
{
  return char_at(t, t->context_at) == '/'
         && (char_at(t, t->context_at + 1) == '/' || char_at(t, t->context_at + 1) == '*');
}

/* The line above ends with the `|` or `>` of a block of lines. */
static bool context_under_block(const jmi_trouble *t)
{
  jmi_str above = jmi_str_trim(line_above(t, t->context_at));
  return above.len > 0 && (above.at[above.len - 1] == '|' || above.at[above.len - 1] == '>');
}

static bool at_tab(const jmi_trouble *t)
{
  return char_at(t, t->at) == '\t';
}

static bool after_quote(const jmi_trouble *t)
{
  return t->quote_end > t->quote_from && t->quote_end <= t->at
         && (ink_before(t) == '"' || ink_before(t) == '\'');
}

static bool after_quoted_lines(const jmi_trouble *t)
{
  return after_quote(t) && line_at(t, t->quote_from).at != line_at(t, t->quote_end - 1).at;
}

static bool after_apostrophe(const jmi_trouble *t)
{
  return after_quote(t) && t->at > 0 && t->source->text[t->at - 1] == '\''
         && jmi_is_alpha(char_at(t, t->at));
}

static bool after_bracket(const jmi_trouble *t)
{
  return ink_before(t) == ']' || ink_before(t) == '}';
}

static bool at_context_column(const jmi_trouble *t)
{
  return column_of(t, t->at) == column_of(t, t->context_at);
}

static bool at_colon(const jmi_trouble *t)
{
  return char_at(t, t->at) == ':' && t->at == offset_of(t, line_at(t, t->at));
}

static bool at_any_colon(const jmi_trouble *t)
{
  return char_at(t, t->at) == ':';
}

static bool at_opening(const jmi_trouble *t)
{
  char c = char_at(t, t->at);
  return c == '"' || c == '\'' || c == '{' || c == '[';
}

/* The whole text is a list or mapping in brackets, and another follows. */
static bool more_json(const jmi_trouble *t)
{
  return after_bracket(t)
         || (at_opening(t) && jmi_is_space(t->source->text[t->at > 0 ? t->at - 1 : 0]));
}

static bool at_end(const jmi_trouble *t)
{
  return t->at >= t->source->len;
}

static bool behind_dashes(const jmi_trouble *t)
{
  jmi_str line = line_at(t, t->at);
  return line.len >= 3 && memcmp(line.at, "---", 3) == 0;
}

static bool under_directive(const jmi_trouble *t)
{
  jmi_str above = line_above(t, t->at);
  return above.len > 0 && above.at[0] == '%';
}

static bool under_dots(const jmi_trouble *t)
{
  jmi_str above = line_above(t, t->at);
  return above.len >= 3 && memcmp(above.at, "...", 3) == 0;
}

/* ---- The table ---- */

typedef enum place { AT_PROBLEM, AT_CONTEXT, AT_LINE, AT_LINE_ABOVE, AT_QUOTE } place;

#define NOT_HERE       "mapping values are not allowed"
#define NO_COLON       "could not find expected ':'"
#define NO_KEY         "did not find expected key"
#define NO_DASH        "did not find expected '-'"
#define NO_START       "did not find expected <document start>"
#define NO_SQUARE      "did not find expected ',' or ']'"
#define NO_CURLY       "did not find expected ',' or '}'"
#define NO_KEY_VALUE   "this line is no `key: value`"
#define HINT_TABS      "indent with blanks, never with tabs"
#define HINT_BACKSLASH "in single quotes a backslash is an ordinary character: '\\d+'"
#define HINT_INVISIBLE "retype the blanks and colons of this line"
#define HINT_ALIKE     "indent it exactly like the lines it belongs to"

/* Messages that are made from the place: what a text can't begin with, and what nobody sees. */
#define BEGINS NULL
#define UNSEEN ""

/* The first row whose problem, context and look all fit is used. */
static const struct {
  const char *problem, *context; /* parts of libyaml's texts; "" fits all */
  look_fn *look;                 /* NULL fits all */
  place place, other;            /* other AT_PROBLEM: none */
  const char *message, *hint;
} rows[] = {
    {NOT_HERE, "", second_colon, AT_PROBLEM, AT_PROBLEM,
     "a value with `: ` in it must stand in quotes",
     "put quotes around the whole value: 'one: two'"},
    {NOT_HERE, "", long_key, AT_LINE, AT_PROBLEM, "a key has more than 1024 characters",
     "a text with `: ` in it must stand in quotes"},
    {NOT_HERE, "", behind_dashes, AT_PROBLEM, AT_PROBLEM, "a mapping can't begin behind `---`",
     "begin it on the next line"},
    {NOT_HERE, "", above_invisible, AT_LINE_ABOVE, AT_PROBLEM, UNSEEN, HINT_INVISIBLE},
    {NOT_HERE, "", above_glued, AT_LINE_ABOVE, AT_PROBLEM, "a blank is missing after `:`",
     "write `key: value`"},
    {NOT_HERE, "", above_equals, AT_LINE_ABOVE, AT_PROBLEM, NO_KEY_VALUE,
     "write `:` in place of `=`"},
    {NOT_HERE, "", above_colon, AT_LINE, AT_PROBLEM,
     "this line is indented deeper than the line above, which already has its value", HINT_ALIKE},
    {NOT_HERE, "", NULL, AT_LINE_ABOVE, AT_PROBLEM, NO_KEY_VALUE,
     "write `key: value`, or put the text under a key"},
    {NO_COLON, "", context_invisible, AT_CONTEXT, AT_PROBLEM, UNSEEN, HINT_INVISIBLE},
    {NO_COLON, "", context_long, AT_CONTEXT, AT_PROBLEM, "a key has more than 1024 characters",
     "a text with `: ` in it must stand in quotes"},
    {NO_COLON, "", context_glued, AT_CONTEXT, AT_PROBLEM, "a blank is missing after `:`",
     "write `key: value`"},
    {NO_COLON, "", context_slashes, AT_CONTEXT, AT_PROBLEM, NO_KEY_VALUE,
     "comments begin with `#`"},
    {NO_COLON, "", context_under_block, AT_CONTEXT, AT_PROBLEM,
     "the lines after `|` or `>` must be indented deeper than its key",
     "indent them by two blanks more"},
    {NO_COLON, "", context_equals, AT_CONTEXT, AT_PROBLEM, NO_KEY_VALUE,
     "write `:` in place of `=`"},
    {NO_COLON, "", NULL, AT_CONTEXT, AT_PROBLEM, NO_KEY_VALUE,
     "write `key: value`, or indent the line to continue the text above"},
    {"", "scanning an alias", NULL, AT_CONTEXT, AT_PROBLEM, BEGINS,
     "put the whole text in quotes: '*...'"},
    {"", "scanning an anchor", NULL, AT_CONTEXT, AT_PROBLEM, BEGINS,
     "put the whole text in quotes: '&...'"},
    {"", "a tag", NULL, AT_CONTEXT, AT_PROBLEM, BEGINS, "put the whole text in quotes: '!...'"},
    {"undefined tag handle", "", NULL, AT_PROBLEM, AT_PROBLEM, BEGINS,
     "put the whole text in quotes: '!...'"},
    {"cannot start any token", "", at_tab, AT_PROBLEM, AT_PROBLEM,
     "a tab stands where blanks are expected", HINT_TABS},
    {"cannot start any token", "", NULL, AT_PROBLEM, AT_PROBLEM, BEGINS,
     "put the whole text in quotes"},
    {"found a tab character", "", NULL, AT_PROBLEM, AT_PROBLEM,
     "a tab stands where blanks are expected", HINT_TABS},
    {"", "directive", NULL, AT_CONTEXT, AT_PROBLEM, BEGINS, "put the whole text in quotes: '%...'"},
    {"found incompatible YAML", "", NULL, AT_PROBLEM, AT_PROBLEM, "only YAML 1.1 and 1.2 are read",
     "remove the %YAML line"},
    {"", "scanning a block scalar", NULL, AT_CONTEXT, AT_PROBLEM, BEGINS,
     "put the whole text in quotes; only a `|` or `>` alone begins a block of lines"},
    {"", "parsing a quoted scalar", NULL, AT_PROBLEM, AT_PROBLEM,
     "a backslash in double quotes must begin an escape such as \\n", HINT_BACKSLASH},
    {"", "scanning a quoted scalar", NULL, AT_CONTEXT, AT_PROBLEM,
     "the quote that opens here is not closed",
     "close it, or put a text with a quote in it in quotes of the other kind"},
    {NO_KEY, "", at_colon, AT_PROBLEM, AT_PROBLEM, "a key is missing before `:`",
     "a text that begins with `:` must stand in quotes"},
    {NO_KEY, "", after_quoted_lines, AT_PROBLEM, AT_QUOTE, "text follows a closing quote",
     "the quote was opened some lines above; close it there"},
    {NO_DASH, "", after_quoted_lines, AT_PROBLEM, AT_QUOTE, "text follows a closing quote",
     "the quote was opened some lines above; close it there"},
    {NO_KEY, "", after_apostrophe, AT_PROBLEM, AT_PROBLEM, "text follows a closing quote",
     "in single quotes write an apostrophe twice: 'it''s'"},
    {NO_DASH, "", after_apostrophe, AT_PROBLEM, AT_PROBLEM, "text follows a closing quote",
     "in single quotes write an apostrophe twice: 'it''s'"},
    {NO_KEY, "", after_quote, AT_PROBLEM, AT_PROBLEM, "text follows a closing quote",
     "put quotes of the other kind around the whole value: '\"a\" and \"b\"'"},
    {NO_DASH, "", after_quote, AT_PROBLEM, AT_PROBLEM, "text follows a closing quote",
     "put quotes of the other kind around the whole value: '\"a\" and \"b\"'"},
    {NO_KEY, "", after_bracket, AT_PROBLEM, AT_PROBLEM, "text follows a closing bracket",
     "put the whole value in quotes: '[a] b'"},
    {NO_DASH, "", after_bracket, AT_PROBLEM, AT_PROBLEM, "text follows a closing bracket",
     "put the whole value in quotes: '[a] b'"},
    {NO_KEY, "", at_context_column, AT_PROBLEM, AT_PROBLEM,
     "a list item stands where a key is expected",
     "the key above already has a value; put the item under a key that has none"},
    {NO_DASH, "", at_context_column, AT_PROBLEM, AT_PROBLEM,
     "a list goes on with a line that does not begin with `- `",
     "begin the line with `- `, or put list and line under keys of their own"},
    {NO_KEY, "", NULL, AT_PROBLEM, AT_PROBLEM, "the indentation of this line fits no line above",
     HINT_ALIKE},
    {NO_DASH, "", NULL, AT_PROBLEM, AT_PROBLEM, "the indentation of this line fits no line above",
     HINT_ALIKE},
    {NO_START, "", under_directive, AT_PROBLEM, AT_PROBLEM,
     "a line with `---` must follow the % lines", "add the line `---`, or remove the % lines"},
    {NO_START, "", under_dots, AT_PROBLEM, AT_PROBLEM,
     "a document after `...` must begin with `---`", "write `---` in place of `...`"},
    {NO_START, "", more_json, AT_PROBLEM, AT_PROBLEM, "there is more text after the first value",
     "one JSON value on each line is NDJSON; give it as a stream, or make it one list"},
    {NO_START, "", after_quote, AT_PROBLEM, AT_PROBLEM, "text follows a closing quote",
     "put quotes of the other kind around the whole value: '\"a\" and \"b\"'"},
    {NO_START, "", NULL, AT_PROBLEM, AT_PROBLEM, "this line is indented less than the first line",
     "indent all lines of the outermost level alike"},
    {"node content", "flow node", at_any_colon, AT_PROBLEM, AT_PROBLEM,
     "a key is missing before `:`", "a text that begins with `:` must stand in quotes"},
    {"node content", "flow node", at_end, AT_PROBLEM, AT_PROBLEM, "the text ends inside brackets",
     "close every `[` and `{`; is the file cut off?"},
    {"unexpected ':'", "", NULL, AT_PROBLEM, AT_PROBLEM, "a `:` ends a text inside brackets",
     "put the text in quotes, or write a blank and a value behind the `:`"},
    {"node content", "flow node", NULL, AT_PROBLEM, AT_PROBLEM, "a value is missing here",
     "remove the comma before it; a text with a comma in it must stand in quotes"},
    {"node content", "", NULL, AT_PROBLEM, AT_PROBLEM, BEGINS, "put the whole text in quotes"},
    {NO_SQUARE, "", at_opening, AT_PROBLEM, AT_PROBLEM, "a comma is missing before this",
     "separate the members of a list by commas"},
    {NO_CURLY, "", at_opening, AT_PROBLEM, AT_PROBLEM, "a comma is missing before this",
     "separate the members of a mapping by commas"},
    {NO_SQUARE, "", NULL, AT_CONTEXT, AT_PROBLEM, "the `[` that opens here is not closed",
     "add the `]`; a text that begins with `[` must stand in quotes"},
    {NO_CURLY, "", NULL, AT_CONTEXT, AT_PROBLEM, "the `{` that opens here is not closed",
     "add the `}`; a text that begins with `{` must stand in quotes"},
    {"block sequence entries", "", NULL, AT_PROBLEM, AT_PROBLEM,
     "a list can't begin behind its key",
     "begin it on the next line; a text that begins with `- ` must stand in quotes"},
    {"mapping keys are not", "", NULL, AT_PROBLEM, AT_PROBLEM, BEGINS,
     "put the whole text in quotes"},
};

static size_t place_of(const jmi_trouble *t, place where)
{
  switch (where) {
  case AT_CONTEXT:
    return t->context_at;
  case AT_LINE:
    return offset_of(t, line_at(t, t->at));
  case AT_LINE_ABOVE:
    return offset_of(t, line_above(t, t->at));
  case AT_QUOTE:
    return t->quote_from;
  case AT_PROBLEM:
    break;
  }
  return t->at;
}

static void say(jm_error *err, const jmi_trouble *t, size_t at, const char *message)
{
  jmi_mark mark = jmi_source_mark(t->source, at);
  if (message != BEGINS && message[0] != '\0')
    jmi_fail_at(err, JM_ERR_SYNTAX, mark, "%s", message);
  else if (message != BEGINS)
    jmi_fail_at(err, JM_ERR_SYNTAX, mark, "%s stands in this line",
                jmi_hint_invisible(line_at(t, at)));
  else if (char_at(t, at) == '`')
    jmi_fail_at(err, JM_ERR_SYNTAX, mark,
                "a text that begins with a backtick must stand in quotes");
  else
    jmi_fail_at(err, JM_ERR_SYNTAX, mark, "a text that begins with `%c` must stand in quotes",
                char_at(t, at));
}

jm_status jmi_hint_trouble(jm_error *err, const jmi_trouble *t)
{
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (strstr(t->problem, rows[i].problem) == NULL || strstr(t->context, rows[i].context) == NULL
        || (rows[i].look != NULL && !rows[i].look(t)))
      continue;
    size_t at = place_of(t, rows[i].place);
    say(err, t, at, rows[i].message);
    jmi_error_hint(err, "%s", rows[i].hint);
    if (rows[i].other != AT_PROBLEM)
      jmi_error_other(err, jmi_source_mark(t->source, place_of(t, rows[i].other)));
    return JM_ERR_SYNTAX;
  }
  return jmi_fail_at(err, JM_ERR_SYNTAX, jmi_source_mark(t->source, t->at), "this is not YAML: %s",
                     t->problem);
}
