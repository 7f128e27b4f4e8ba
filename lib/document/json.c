/* SPDX-License-Identifier: MIT */
/* JSON (RFC 8259), strictly. In: one value as text. Out: the same tree that YAML gives.
 * Refuses: all that is not JSON, text that is not UTF-8, halves of surrogate pairs, equal keys.
 *
 * One pass, no recursion. The text is copied once into the arena; scalars then lie in that copy,
 * where each is ended by a NUL in the place of its closing quote or of what follows it. The
 * original is what is read, so those NULs disturb nobody:
 *
 *   text  { " a " : " x \ n y " , 1 2 }
 *   copy  . . a 0 . . x LF y 0 . . 1 2 0          key "a", scalars "x\ny" and "12"
 *
 * Line breaks stand only in white space, so lines are counted there and columns cost nothing. */
#include "document/json.h"
#include "document/build.h"
#include "document/read.h"
#include "text/text.h"

typedef enum state { STATE_VALUE, STATE_MEMBER, STATE_AFTER, STATE_DONE } state;

typedef struct reader {
  jmi_source source;
  char *copy;        /* of the source's text, with NULs written into it */
  size_t at;         /* the next byte */
  size_t line_start; /* where its line begins */
  size_t tails;      /* bytes so far on its line that continue a character */
  uint32_t line;
  bool first; /* nothing of the innermost list or mapping was read yet */
  jmi_builder build;
} reader;

static jmi_mark mark_here(const reader *r)
{
  return (jmi_mark){r->line, (uint32_t)(r->at - r->line_start - r->tails) + 1,
                    (uint32_t)r->at + r->source.skipped};
}

/* The next byte; 0 at the end. A NUL in the text is met as an unexpected character. */
static char peek(const reader *r)
{
  return r->at < r->source.len ? r->source.text[r->at] : '\0';
}

static void skip_space(reader *r)
{
  const char *text = r->source.text;
  size_t len = r->source.len;
  for (; r->at < len; r->at++) {
    char c = text[r->at];
    if (c == ' ' || c == '\t')
      continue;
    if (c != '\n' && c != '\r')
      return;
    if (c == '\r' && r->at + 1 < len && text[r->at + 1] == '\n')
      r->at++;
    r->line++;
    r->line_start = r->at + 1;
    r->tails = 0;
  }
}

static jm_status fail(const reader *r, size_t at, jmi_json_problem problem)
{
  return jmi_json_fail(r->build.err, &r->source, at, problem);
}

/* Something stands where it may not: says what was expected, or what it looks like. */
static jm_status fail_here(const reader *r, jmi_json_problem expected)
{
  const jmi_open *open = jmi_build_open(&r->build);
  jm_status status = jmi_json_unexpected(r->build.err, &r->source, r->at, expected);
  if (r->at >= r->source.len && open != NULL)
    jmi_error_other(r->build.err, open->node->mark);
  return status;
}

#define ONES      UINT64_C(0x0101010101010101)
#define HIGHS     UINT64_C(0x8080808080808080)
#define SPREAD(c) ((uint64_t)(unsigned char)(c)*ONES)

/* Bytes from here that stand for themselves in a string: ASCII, no control, quote or backslash.
 * Eight at a time; each term leaves the high bit of a byte that stops the run. A borrow may set
 * further bits, but only behind a true one. */
static size_t plain_run(const char *at, size_t left)
{
  size_t run = 0;
  for (; left - run >= 8; run += 8) {
    uint64_t word;
    memcpy(&word, at + run, sizeof word);
    uint64_t quote = word ^ SPREAD('"'), escape = word ^ SPREAD('\\');
    uint64_t stop = ((quote - ONES) & ~quote) | ((escape - ONES) & ~escape)
                    | ((word - SPREAD(0x20)) & ~word) | word;
    if ((stop & HIGHS) != 0)
      break;
  }
  for (; run < left; run++) {
    unsigned char c = (unsigned char)at[run];
    if (c == '"' || c == '\\' || c < 0x20 || c >= 0x80)
      break;
  }
  return run;
}

/* Characters beyond ASCII from here on, checked; their bytes go to *run. */
static jm_status read_wide(reader *r, size_t at, size_t *run)
{
  const char *text = r->source.text;
  size_t end = at;
  while (end < r->source.len && (unsigned char)text[end] >= 0x80) {
    r->tails += ((unsigned char)text[end] & 0xC0) == 0x80;
    end++;
  }
  size_t good = jmi_utf8_check(text + at, end - at);
  if (good < end - at)
    return jmi_source_refuse(&r->source, at + good, r->build.err);
  *run = end - at;
  return JM_OK;
}

static bool read_hex4(const reader *r, size_t at, uint32_t *code)
{
  if (r->source.len - at < 4)
    return false;
  *code = 0;
  for (size_t i = 0; i < 4; i++) {
    char c = jmi_lower(r->source.text[at + i]);
    if (!jmi_is_digit(c) && (c < 'a' || c > 'f'))
      return false;
    *code = *code << 4 | (uint32_t)(jmi_is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return true;
}

/* \uXXXX, or two of them for a character past U+FFFF. `at` is that of the backslash. */
static jm_status read_unicode(const reader *r, size_t at, size_t *used, uint32_t *code)
{
  uint32_t low = 0;
  if (!read_hex4(r, at + 2, code))
    return fail(r, at, JMI_JSON_BAD_UNICODE);
  *used = 6;
  if (*code < 0xD800 || *code > 0xDFFF)
    return JM_OK;
  bool pair = *code < 0xDC00 && r->source.len - at >= 12 && r->source.text[at + 6] == '\\'
              && r->source.text[at + 7] == 'u' && read_hex4(r, at + 8, &low) && low >= 0xDC00
              && low <= 0xDFFF;
  if (!pair)
    return fail(r, at, JMI_JSON_LONE_SURROGATE);
  *used = 12;
  *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
  return JM_OK;
}

/* The escape at `at`: how many bytes it takes, and what it stands for. */
static jm_status read_escape(const reader *r, size_t at, size_t *used, uint32_t *code)
{
  static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  char c = at + 1 < r->source.len ? r->source.text[at + 1] : '\0';
  if (c == 'u')
    return read_unicode(r, at, used, code);
  const char *letter = c == '\0' ? NULL : strchr(letters, c);
  if (letter == NULL)
    return fail(r, at, JMI_JSON_BAD_ESCAPE);
  *used = 2;
  *code = (unsigned char)meant[letter - letters];
  return JM_OK;
}

/* The rest of a string from its first escape or character beyond ASCII on. What an escape stands
 * for is never longer than the escape, so the copy is written behind the place that is read. */
static jm_status read_rest(reader *r, size_t start, size_t at, jmi_str *out)
{
  const char *text = r->source.text;
  size_t to = at, len = r->source.len;
  while (at < len && text[at] != '"') {
    jm_status status = JM_OK;
    size_t run = 0;
    uint32_t code = 0;
    unsigned char c = (unsigned char)text[at];
    if (c == '\\') {
      if ((status = read_escape(r, at, &run, &code)) != JM_OK)
        return status;
      to += jmi_source_encode(code, r->copy + to);
      at += run;
      continue;
    }
    if (c < 0x20)
      return fail(r, at, c == '\n' || c == '\r' ? JMI_JSON_BREAK_IN_STRING : JMI_JSON_CONTROL);
    if (c < 0x80)
      run = plain_run(text + at, len - at);
    else if ((status = read_wide(r, at, &run)) != JM_OK)
      return status;
    memcpy(r->copy + to, text + at, run);
    to += run;
    at += run;
  }
  if (at >= len)
    return fail(r, start - 1, JMI_JSON_OPEN_STRING);
  r->copy[to] = '\0';
  *out = (jmi_str){r->copy + start, (uint32_t)(to - start)};
  r->at = at + 1;
  return JM_OK;
}

/* The string whose opening quote is next. */
static jm_status read_string(reader *r, jmi_str *out)
{
  const char *text = r->source.text;
  size_t start = r->at + 1, at = start + plain_run(text + start, r->source.len - start);
  if (at >= r->source.len || text[at] != '"')
    return read_rest(r, start, at, out);
  r->copy[at] = '\0';
  *out = (jmi_str){r->copy + start, (uint32_t)(at - start)};
  r->at = at + 1;
  return JM_OK;
}

static size_t digits(const reader *r, size_t at)
{
  while (at < r->source.len && jmi_is_digit(r->source.text[at]))
    at++;
  return at;
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?  Sets *end after it. */
static jmi_json_problem scan_number(const reader *r, size_t *end)
{
  const char *text = r->source.text;
  size_t len = r->source.len, at = r->at + (text[r->at] == '-'), start = at;
  at = digits(r, at);
  if (at == start)
    return JMI_JSON_BAD_NUMBER;
  if (text[start] == '0' && at > start + 1)
    return JMI_JSON_LEADING_ZERO;
  if (at < len && text[at] == '.') {
    start = at + 1;
    if ((at = digits(r, start)) == start)
      return JMI_JSON_BAD_NUMBER;
  }
  if (at < len && (text[at] == 'e' || text[at] == 'E')) {
    start = at + 1;
    start += start < len && (text[start] == '-' || text[start] == '+');
    if ((at = digits(r, start)) == start)
      return JMI_JSON_BAD_NUMBER;
  }
  *end = at;
  return JMI_JSON_FINE;
}

/* A number, true, false or null: the scalar from here to `end`. */
static jm_status take_plain(reader *r, size_t end)
{
  jmi_str text = {r->copy + r->at, (uint32_t)(end - r->at)};
  jmi_mark mark = mark_here(r);
  r->copy[end] = '\0';
  r->at = end;
  return jmi_build_scalar(&r->build, text, JMI_STYLE_PLAIN, mark);
}

static jm_status read_number(reader *r)
{
  size_t end = r->at;
  jmi_json_problem problem = scan_number(r, &end);
  return problem == JMI_JSON_FINE ? take_plain(r, end) : fail(r, r->at, problem);
}

static jm_status read_word(reader *r, const char *word, size_t len)
{
  bool is = r->source.len - r->at >= len && memcmp(r->source.text + r->at, word, len) == 0;
  return is ? take_plain(r, r->at + len) : fail_here(r, JMI_JSON_WANTS_VALUE);
}

static jm_status begin(reader *r, jmi_node_kind kind)
{
  jm_status status = jmi_build_begin(&r->build, kind, mark_here(r));
  r->at++;
  r->first = true;
  return status;
}

static jm_status end(reader *r)
{
  r->at++;
  r->first = false;
  return jmi_build_end(&r->build);
}

static jm_status step_value(reader *r, state *next)
{
  skip_space(r);
  char c = peek(r);
  const jmi_open *open = jmi_build_open(&r->build);
  *next = STATE_AFTER;
  if (c == '"') {
    jmi_mark mark = mark_here(r);
    jmi_str text = {NULL, 0};
    jm_status status = read_string(r, &text);
    return status != JM_OK ? status : jmi_build_scalar(&r->build, text, JMI_STYLE_QUOTED, mark);
  }
  if (c == '{' || c == '[') {
    *next = c == '{' ? STATE_MEMBER : STATE_VALUE;
    return begin(r, c == '{' ? JMI_NODE_MAP : JMI_NODE_LIST);
  }
  if (c == '-' || jmi_is_digit(c))
    return read_number(r);
  if (c == 't')
    return read_word(r, "true", 4);
  if (c == 'f')
    return read_word(r, "false", 5);
  if (c == 'n')
    return read_word(r, "null", 4);
  if (c != ']' || open == NULL || open->node->kind != JMI_NODE_LIST)
    return fail_here(r, JMI_JSON_WANTS_VALUE);
  return r->first ? end(r) : fail(r, r->at, JMI_JSON_LAST_COMMA);
}

/* A key and its colon, or the end of an empty mapping. */
static jm_status step_member(reader *r, state *next)
{
  skip_space(r);
  if (peek(r) == '}') {
    *next = STATE_AFTER;
    return r->first ? end(r) : fail(r, r->at, JMI_JSON_LAST_COMMA);
  }
  if (peek(r) != '"')
    return fail_here(r, JMI_JSON_WANTS_KEY);
  jmi_mark mark = mark_here(r);
  jmi_str key = {NULL, 0};
  jm_status status = read_string(r, &key);
  if (status != JM_OK || (status = jmi_build_key(&r->build, key, mark)) != JM_OK)
    return status;
  skip_space(r);
  if (peek(r) != ':')
    return fail_here(r, JMI_JSON_WANTS_COLON);
  r->at++;
  r->first = false;
  *next = STATE_VALUE;
  return JM_OK;
}

static jm_status step_after(reader *r, state *next)
{
  skip_space(r);
  const jmi_open *open = jmi_build_open(&r->build);
  if (open == NULL) {
    *next = STATE_DONE;
    return r->at == r->source.len ? JM_OK : fail_here(r, JMI_JSON_WANTS_END);
  }
  bool map = open->node->kind == JMI_NODE_MAP;
  char c = peek(r);
  if (c == (map ? '}' : ']'))
    return end(r);
  if (c != ',')
    return fail_here(r, map ? JMI_JSON_WANTS_COMMA_OR_BRACE : JMI_JSON_WANTS_COMMA_OR_BRACKET);
  r->at++;
  r->first = false;
  *next = map ? STATE_MEMBER : STATE_VALUE;
  return JM_OK;
}

jm_status jmi_json_read_source(const jmi_node **out, jmi_arena *arena, const jmi_source *source,
                               const jmi_document_limits *limits, jm_error *err)
{
  reader r = {.source = *source, .line = 1};
  jmi_build_init(&r.build, arena, limits, err);
  r.copy = jmi_arena_copy(arena, source->text, source->len);
  if (r.copy == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  jm_status status = JM_OK;
  for (state now = STATE_VALUE; status == JM_OK && now != STATE_DONE;) {
    if (now == STATE_VALUE)
      status = step_value(&r, &now);
    else if (now == STATE_MEMBER)
      status = step_member(&r, &now);
    else
      status = step_after(&r, &now);
  }
  if (status == JM_OK)
    *out = r.build.root;
  return status;
}

jm_status jmi_json_read(const jmi_node **out, jmi_arena *arena, const char *text, size_t len,
                        const jmi_document_limits *limits, jm_error *err)
{
  *out = NULL;
  jmi_source source;
  jm_status status = jmi_source_open_raw(&source, text, len, err);
  if (status != JM_OK)
    return status;
  if (len > limits->max_bytes)
    return jmi_fail(err, JM_ERR_LIMIT, "the document has %zu bytes; max_document_bytes is %zu", len,
                    limits->max_bytes);
  return jmi_json_read_source(out, arena, &source, limits, err);
}
