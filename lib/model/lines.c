/* SPDX-License-Identifier: MIT */
/* Texts that hold several: lines, HTML, lists between commas.
 *
 * In:  one text of a foreign document.
 * Out: its lines without bullets, tags and entities, or its pieces; each NUL-terminated.
 * Refuses nothing: a `<` that begins no tag and a `&` that begins no entity are characters.
 *
 *   "<ul><li>SQL &amp; Git</li><li>Go</li></ul>"    SQL & Git | Go
 *   "- SQL\n- Go"                                   SQL | Go
 *   "Python (NumPy, SciPy), C++"                    Python (NumPy, SciPy) | C++ */
#include "model/foreign.h"

#include "document/source.h"
#include "model/read.h"

/* ---- Tags and entities ------------------------------------------------------------------------
 */

enum { LONGEST_TAG = 500, LONGEST_ENTITY = 10 };

/* The length of the tag at a byte; 0 when none stands there. */
static uint32_t tag_at(jmi_str text, uint32_t at)
{
  uint32_t name = at + 1;
  if (text.at[at] != '<' || name >= text.len)
    return 0;
  if (text.at[name] == '/' || text.at[name] == '!')
    name++;
  if (name >= text.len || (!jmi_is_alpha(text.at[name]) && text.at[name] != '-'))
    return 0;
  for (uint32_t end = name; end < text.len && end - at < LONGEST_TAG; end++) {
    if (text.at[end] == '<')
      return 0;
    if (text.at[end] == '>')
      return end + 1 - at;
  }
  return 0;
}

/* True for a tag that ends a line. */
static bool is_block(jmi_str text, uint32_t at)
{
  static const char *const names[] = {"br", "li", "p",  "div", "ul", "ol", "h1", "h2",     "h3",
                                      "h4", "h5", "h6", "tr",  "td", "dt", "dd", "section"};
  uint32_t begin = at + 1 + (text.at[at + 1] == '/'), len = 0;
  while (begin + len < text.len
         && (jmi_is_alpha(text.at[begin + len]) || jmi_is_digit(text.at[begin + len])))
    len++;
  for (size_t i = 0; i < JMI_ROWS(names); i++) {
    uint32_t same = 0;
    while (same < len && jmi_lower(text.at[begin + same]) == names[i][same])
      same++;
    if (same == len && names[i][len] == '\0')
      return true;
  }
  return false;
}

/* &#38; and &#x26;: the code; 0 for what is none. */
static uint32_t code_of(jmi_str digits)
{
  bool hex = digits.len > 0 && (digits.at[0] == 'x' || digits.at[0] == 'X');
  uint32_t code = 0, at = hex ? 1 : 0;
  if (at >= digits.len)
    return 0;
  for (; at < digits.len && code <= 0x10FFFF; at++) {
    char c = jmi_lower(digits.at[at]);
    bool letter = hex && c >= 'a' && c <= 'f';
    if (!jmi_is_digit(c) && !letter)
      return 0;
    code = code * (hex ? 16 : 10) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
  }
  return code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : code;
}

static uint32_t named_code(jmi_str name)
{
  static const struct {
    const char *name;
    uint32_t code;
  } names[] = {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
               {"apos", '\''},    {"nbsp", ' '},     {"bull", 0x2022},  {"middot", 0xB7},
               {"ndash", 0x2013}, {"mdash", 0x2014}, {"rsquo", 0x2019}, {"lsquo", 0x2018},
               {"rdquo", 0x201D}, {"ldquo", 0x201C}};
  for (size_t i = 0; i < JMI_ROWS(names); i++) {
    if (jmi_str_is(name, names[i].name))
      return names[i].code;
  }
  return 0;
}

/* The length of the entity at a byte, and what it stands for; 0 when none stands there. */
static uint32_t entity_at(jmi_str text, uint32_t at, uint32_t *code)
{
  uint32_t end = at + 1;
  if (text.at[at] != '&')
    return 0;
  while (end < text.len && end - at < LONGEST_ENTITY && text.at[end] != ';')
    end++;
  if (end >= text.len || text.at[end] != ';')
    return 0;
  jmi_str name = jmi_str_cut(text, at + 1, end);
  bool number = name.len > 0 && name.at[0] == '#';
  *code = number ? code_of(jmi_str_cut(name, 1, name.len)) : named_code(name);
  return *code == 0 ? 0 : end + 1 - at;
}

static bool holds_block(jmi_str text)
{
  for (uint32_t at = 0; at < text.len; at++) {
    if (tag_at(text, at) > 0 && is_block(text, at))
      return true;
  }
  return false;
}

/* What a text is when its entities are read; never longer. An empty text when out of memory. */
static jmi_str decoded(jmi_arena *arena, jmi_str text)
{
  char *out = jmi_arena_alloc(arena, (size_t)text.len + 1);
  uint32_t len = 0, code = 0;
  if (out == NULL)
    return JMI_STR("");
  for (uint32_t at = 0; at < text.len;) {
    uint32_t entity = entity_at(text, at, &code);
    if (entity > 0)
      len += (uint32_t)jmi_source_encode(code, out + len);
    else
      out[len++] = text.at[at];
    at += entity > 0 ? entity : 1;
  }
  return (jmi_str){out, len};
}

/* White space in HTML is one blank. */
static jmi_str without_tags(jmi_arena *arena, jmi_str text)
{
  char *out = jmi_arena_alloc(arena, (size_t)text.len + 1);
  uint32_t len = 0;
  if (out == NULL)
    return JMI_STR("");
  for (uint32_t at = 0; at < text.len;) {
    uint32_t tag = tag_at(text, at);
    char c = jmi_is_space(text.at[at]) ? ' ' : text.at[at];
    if (tag == 0 && (c != ' ' || len == 0 || out[len - 1] != ' '))
      out[len++] = c;
    at += tag > 0 ? tag : 1;
  }
  return (jmi_str){out, len};
}

/* ---- Lines ------------------------------------------------------------------------------------
 */

void jmi_lines_open(jmi_cutting *cutting, jmi_arena *arena, jmi_str text)
{
  /* Feeds escape their HTML: "&lt;li&gt;SQL&lt;/li&gt;". */
  if (memchr(text.at, '<', text.len) == NULL) {
    jmi_str plain = decoded(arena, text);
    text = holds_block(plain) ? plain : text;
  }
  *cutting = (jmi_cutting){.rest = text, .html = holds_block(text)};
}

/* The length of a bullet or a number at the start of a line, with the blanks behind it. */
static uint32_t bullet_length(jmi_str line)
{
  static const char *const bullets[] = {"-",
                                        "*",
                                        "+",
                                        "\xE2\x80\xA2",
                                        "\xC2\xB7",
                                        "\xE2\x80\x93",
                                        "\xE2\x80\x94",
                                        "\xE2\x97\x8F",
                                        "\xE2\x96\xAA",
                                        "\xE2\x97\xA6",
                                        "\xE2\x80\xA3",
                                        "\xE2\x9C\x93"};
  uint32_t len = 0;
  for (size_t i = 0; i < JMI_ROWS(bullets) && len == 0; i++) {
    uint32_t size = (uint32_t)strlen(bullets[i]);
    bool here = line.len >= size && memcmp(line.at, bullets[i], size) == 0;
    if (here && (size > 1 || line.len == 1 || line.at[1] == ' '))
      len = size;
  }
  while (len == 0 && line.len > 2 && jmi_is_digit(line.at[0])) {
    uint32_t digits = jmi_is_digit(line.at[1]) ? 2 : 1;
    bool number = digits + 1 < line.len && strchr(".)", line.at[digits]) != NULL;
    if (!number || line.at[digits + 1] != ' ')
      return 0;
    len = digits + 1;
  }
  while (len > 0 && len < line.len && jmi_is_space(line.at[len]))
    len++;
  return len;
}

/* A line made plain, in the arena; empty when nothing is left of it. */
static jmi_str clean(jmi_arena *arena, jmi_str line, bool html)
{
  line = jmi_str_trim(line);
  if (html || memchr(line.at, '<', line.len) != NULL)
    line = without_tags(arena, line);
  if (memchr(line.at, '&', line.len) != NULL)
    line = decoded(arena, line);
  line = jmi_str_trim(line);
  line = jmi_str_trim(jmi_str_cut(line, bullet_length(line), line.len));
  const char *copy = jmi_arena_copy(arena, line.at, line.len);
  return copy == NULL ? JMI_STR("") : (jmi_str){copy, line.len};
}

/* Where the line that begins the text ends, and *next behind what ends it. */
static uint32_t line_end(const jmi_cutting *cutting, uint32_t *next)
{
  jmi_str text = cutting->rest;
  for (uint32_t at = 0; at < text.len; at++) {
    uint32_t tag = cutting->html ? tag_at(text, at) : 0;
    bool ends =
        cutting->html ? tag > 0 && is_block(text, at) : text.at[at] == '\n' || text.at[at] == '\r';
    if (ends) {
      *next = at + (tag > 0 ? tag : 1);
      return at;
    }
  }
  *next = text.len;
  return text.len;
}

bool jmi_lines_next(jmi_cutting *cutting, jmi_arena *arena, jmi_str *line)
{
  while (cutting->rest.len > 0) {
    uint32_t next = 0, end = line_end(cutting, &next);
    *line = clean(arena, jmi_str_cut(cutting->rest, 0, end), cutting->html);
    cutting->breaks = cutting->passed;
    for (uint32_t at = 0; at < next; at++)
      cutting->passed += cutting->rest.at[at] == '\n';
    cutting->rest = jmi_str_cut(cutting->rest, next, cutting->rest.len);
    if (line->len > 0)
      return true;
  }
  return false;
}

/* ---- Pieces -----------------------------------------------------------------------------------
 */

/* The piece that begins a text: up to a comma outside brackets; "1,000" is one number. */
static jmi_str first_piece(jmi_str text)
{
  uint32_t depth = 0;
  for (uint32_t at = 0; at < text.len; at++) {
    char c = text.at[at];
    bool number = at > 0 && at + 1 < text.len && jmi_is_digit(text.at[at - 1])
                  && jmi_is_digit(text.at[at + 1]);
    if (c == '(' || c == '[')
      depth++;
    else if ((c == ')' || c == ']') && depth > 0)
      depth--;
    else if (c == ',' && depth == 0 && !number)
      return jmi_str_cut(text, 0, at);
  }
  return text;
}

bool jmi_pieces_next(jmi_str *rest, jmi_arena *arena, jmi_str *piece)
{
  while (rest->len > 0) {
    jmi_str first = first_piece(*rest), text = jmi_str_trim(first);
    uint32_t passed = first.len + (first.len < rest->len);
    *rest = jmi_str_cut(*rest, passed, rest->len);
    const char *copy = text.len > 0 ? jmi_arena_copy(arena, text.at, text.len) : NULL;
    if (copy != NULL) {
      *piece = (jmi_str){copy, text.len};
      return true;
    }
  }
  return false;
}

enum { MOST_WORDS = 5 }; /* of a piece that names a thing */

static bool begins(jmi_str text, const char *word)
{
  size_t len = strlen(word);
  return text.len >= len && memcmp(text.at, word, len) == 0;
}

/* A few words, none of which joins it to the others. */
static bool is_name(jmi_str piece)
{
  uint32_t words = 0;
  for (uint32_t at = 0; at < piece.len; at++) {
    jmi_str rest = jmi_str_cut(piece, at, piece.len);
    if (at > 0 && !jmi_is_space(piece.at[at - 1]))
      continue;
    if (begins(rest, "and ") || begins(rest, "or "))
      return false;
    words++;
  }
  return words <= MOST_WORDS;
}

bool jmi_is_comma_list(jmi_str text)
{
  for (jmi_str rest = text; rest.len > 0;) {
    jmi_str first = first_piece(rest);
    if (!is_name(jmi_str_trim(first)))
      return false;
    rest = jmi_str_cut(rest, first.len + (first.len < rest.len), rest.len);
  }
  return true;
}
