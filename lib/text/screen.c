/* SPDX-License-Identifier: MIT */
/* The screen: what a stranger's pattern may not ask of PCRE2.
 *
 * In: a pattern. Out: nothing, or a reason and a byte. Refuses verbs `(*`, callouts `(?C`, calls of
 * groups `(?R` `(?1` `(?&` `(?P>` `\g<`, the escapes \C and \K, the layout options x and xx, \Q
 * inside a class, parentheses deeper than 32 and repeats of more than 100.
 *
 * The walk keeps to PCRE2's own rules of what a class, an escape and a comment is, else a pattern
 * could show it a class where PCRE2 sees a verb; this is also why x and \Q in classes are refused.
 * Behind the screen stand PCRE2's limits on size, depth and memory, and the count of steps. */
#include "text/screen.h"

typedef struct walk {
  jmi_str text;
  uint32_t at;
  uint32_t depth;
  bool class;
} walk;

static char byte_at(const walk *w, uint32_t at)
{
  return at < w->text.len ? w->text.at[at] : '\0';
}

static bool starts(const walk *w, uint32_t at, const char *word)
{
  while (*word != '\0' && byte_at(w, at) == *word) {
    at++;
    word++;
  }
  return *word == '\0';
}

/* The place behind the next `end`, or the end of the pattern. */
static uint32_t past(const walk *w, uint32_t at, const char *end)
{
  while (at < w->text.len && !starts(w, at, end))
    at++;
  return at < w->text.len ? at + (uint32_t)strlen(end) : at;
}

/* Steps over an escape, its argument in braces included. */
static const char *walk_escape(walk *w)
{
  char c = byte_at(w, w->at + 1);
  if (c == 'C')
    return "\\C (a single byte) is not allowed";
  if (c == 'K')
    return "\\K (a moved start) is not allowed";
  if (c == 'Q') {
    if (w->class)
      return "\\Q inside a character class is not allowed";
    w->at = past(w, w->at + 2, "\\E");
    return NULL;
  }
  if (c == 'g' && (byte_at(w, w->at + 2) == '<' || byte_at(w, w->at + 2) == '\''))
    return "a call of a group (\\g<) is not allowed";
  w->at += c == 'c' ? 3 : 2; /* \c takes the next character, whatever it is */
  if (c != '\0' && strchr("xopPNgk", c) != NULL && byte_at(w, w->at) == '{')
    w->at = past(w, w->at, "}");
  return NULL;
}

/* The end of "[:alpha:]", "[.a.]" or "[=a=]" inside a class, as PCRE2 finds it; else 0. */
static uint32_t posix_end(const walk *w)
{
  char sign = byte_at(w, w->at + 1);
  if (sign != ':' && sign != '.' && sign != '=')
    return 0;
  for (uint32_t at = w->at + 2; at + 1 < w->text.len; at++) {
    char c = byte_at(w, at), next = byte_at(w, at + 1);
    if (c == '\\' && (next == ']' || next == '\\'))
      at++;
    else if ((c == '[' && next == sign) || c == ']')
      return 0;
    else if (c == sign && next == ']')
      return at + 2;
  }
  return 0;
}

static const char *walk_class(walk *w)
{
  char c = byte_at(w, w->at);
  uint32_t end = c == '[' ? posix_end(w) : 0;
  if (c == '\\')
    return walk_escape(w);
  if (c == ']')
    w->class = false;
  w->at = end > 0 ? end : w->at + 1;
  return NULL;
}

/* Steps into a class: a ] that comes first, or first after ^, is a member. */
static void enter_class(walk *w)
{
  w->class = true;
  w->at++;
  while (starts(w, w->at, "\\E"))
    w->at += 2;
  if (byte_at(w, w->at) == '^')
    w->at++;
  while (starts(w, w->at, "\\E"))
    w->at += 2;
  if (byte_at(w, w->at) == ']')
    w->at++;
}

static const struct {
  const char *start, *reason;
} openings[] = {
    {"(*", "a verb (*) is not allowed"},
    {"(?C", "a callout (?C) is not allowed"},
    {"(?R", "recursion (?R) is not allowed"},
    {"(?&", "a call of a group (?&) is not allowed"},
    {"(?P>", "a call of a group (?P>) is not allowed"},
};

/* "(?1", "(?+1", "(?-1" call a group; "(?x", "(?im-x" set the layout. */
static const char *check_options(const walk *w)
{
  uint32_t at = w->at + 2;
  char sign = byte_at(w, at);
  bool number = jmi_is_digit(byte_at(w, at + (sign == '+' || sign == '-')));
  if (number)
    return "a call of a group (?1) is not allowed";
  for (; byte_at(w, at) != '\0' && strchr("^-aimnsxDJPSTW", byte_at(w, at)) != NULL; at++) {
    if (byte_at(w, at) == 'x')
      return "the option x (free layout) is not allowed";
    if (byte_at(w, at) == 'P')
      break; /* "(?P<name>" */
  }
  return NULL;
}

static const char *walk_group(walk *w)
{
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
    if (starts(w, w->at, openings[i].start))
      return openings[i].reason;
  if (starts(w, w->at, "(?#")) {
    w->at = past(w, w->at, ")");
    return NULL;
  }
  const char *reason = starts(w, w->at, "(?") ? check_options(w) : NULL;
  if (reason == NULL && ++w->depth > JMI_PATTERN_DEPTH)
    reason = "parentheses stand more than 32 deep";
  w->at++;
  return reason;
}

/* A number of a repeat; saturates. */
static uint32_t read_count(const walk *w, uint32_t *at)
{
  uint32_t count = 0;
  for (; jmi_is_digit(byte_at(w, *at)); ++*at)
    if (count <= JMI_PATTERN_REPEAT)
      count = count * 10 + (uint32_t)(byte_at(w, *at) - '0');
  return count;
}

static void skip_blanks(const walk *w, uint32_t *at)
{
  while (byte_at(w, *at) == ' ' || byte_at(w, *at) == '\t')
    ++*at;
}

/* "{3}", "{3,}", "{3,5}", and "{,5}" and blanks as later versions of PCRE2 read them. */
static const char *walk_repeat(walk *w)
{
  uint32_t at = w->at + 1, least, most = 0;
  skip_blanks(w, &at);
  least = read_count(w, &at);
  skip_blanks(w, &at);
  if (byte_at(w, at) == ',') {
    at++;
    skip_blanks(w, &at);
    most = read_count(w, &at);
    skip_blanks(w, &at);
  }
  w->at++;
  if (byte_at(w, at) == '}' && (least > JMI_PATTERN_REPEAT || most > JMI_PATTERN_REPEAT))
    return "a repeat counts to more than 100";
  return NULL;
}

static const char *walk_outside(walk *w)
{
  switch (byte_at(w, w->at)) {
  case '\\':
    return walk_escape(w);
  case '[':
    enter_class(w);
    return NULL;
  case '(':
    return walk_group(w);
  case '{':
    return walk_repeat(w);
  case ')':
    w->depth -= w->depth > 0;
    w->at++;
    return NULL;
  default:
    w->at++;
    return NULL;
  }
}

const char *jmi_pattern_screen(jmi_str expression, uint32_t *offset)
{
  walk w = {.text = expression};
  const char *reason = NULL;
  *offset = 0;
  while (reason == NULL && w.at < expression.len) {
    *offset = w.at;
    reason = w.class ? walk_class(&w) : walk_outside(&w);
  }
  return reason;
}
