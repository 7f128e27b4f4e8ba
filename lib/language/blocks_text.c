/* SPDX-License-Identifier: MIT */
/* Blocks of Markdown, and of text that was pasted without any markup.
 *
 * In:  lines. Out: blocks: lines that were broken at a margin are one again, a bullet further in
 * is an item of the item before it, `#`, underlines and bold lines are headings.
 *
 *   ## You have            heading 2  "You have"
 *   -   three years on     item 1     "three years on a ward"
 *       a ward
 */
#include "language/blocks.h"
#include "language/prose.h"
#include "text/html.h"

enum {
  DEPTH_MAX = 9,
  LINK_BYTES = 300, /* how far a link's end is looked for */
  BROKEN_FROM = 40, /* a shorter line was not broken at a margin */
  MARGIN_FROM = 50, /* where margins stand */
  MARGIN_TO = 130,
  UNDERLINED_BYTES = 80
};

typedef struct line {
  jmi_str text; /* trimmed, heading signs and bullet left out */
  uint32_t number, indent, width;
  uint8_t kind, level; /* as a block's */
  bool apart;
} line;

typedef struct reader {
  jmi_arena *arena;
  jmi_list *blocks;
  jmi_list lines;
  bool apart;
  uint32_t indents[DEPTH_MAX]; /* of the items that are open, outermost first */
  uint32_t depth;
} reader;

/* ---- one line --------------------------------------------------------------------------- */

static uint32_t indent_of(jmi_str text)
{
  uint32_t columns = 0;
  for (uint32_t i = 0; i < text.len && jmi_is_space(text.at[i]); i++)
    columns += text.at[i] == '\t' ? 4 : 1;
  return columns;
}

/* A line of one sign only, at least three of it: "---", "====", "* * *". */
static char rule_of(jmi_str text)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < text.len; i++) {
    if (text.at[i] == ' ')
      continue;
    if (text.at[i] != text.at[0] || strchr("-=*_~#", text.at[0]) == NULL)
      return '\0';
    count++;
  }
  return count >= 3 ? text.at[0] : '\0';
}

/* "## You have ##", "#Technical skills"; not "#1 employer", "#hiring". */
static uint8_t take_heading(jmi_str *text)
{
  uint32_t signs = 0;
  while (signs < text->len && text->at[signs] == '#')
    signs++;
  if (signs == 0 || signs > 6 || signs == text->len)
    return 0;
  char next = text->at[signs];
  if (!jmi_is_space(next) && (signs == 1 ? next < 'A' || next > 'Z' : jmi_is_digit(next)))
    return 0;
  *text = jmi_str_trim(jmi_str_cut(*text, signs, text->len));
  while (text->len > 0 && text->at[text->len - 1] == '#')
    *text = jmi_str_trim(jmi_str_cut(*text, 0, text->len - 1));
  return (uint8_t)signs;
}

/* The line is bold throughout: "**You have**", "__You have__:". */
static bool is_bold(jmi_str text)
{
  if (text.len > 0 && text.at[text.len - 1] == ':')
    text.len--;
  text = jmi_str_trim(text);
  if (text.len < 5 || (text.at[0] != '*' && text.at[0] != '_') || text.at[1] != text.at[0])
    return false;
  for (uint32_t i = 2; i + 1 < text.len; i++)
    if (text.at[i] == text.at[0] && text.at[i + 1] == text.at[0])
      return i + 2 == text.len || (i + 3 == text.len && text.at[i + 2] == text.at[0]);
  return false;
}

/* Where a link "[text](place)" that begins here has its text's end and its own; 0 when none does.
 */
static uint32_t link_end(jmi_str text, uint32_t at, uint32_t *text_end)
{
  uint32_t limit = at + LINK_BYTES < text.len ? at + LINK_BYTES : text.len, i = at + 1;
  while (i < limit && text.at[i] != ']' && text.at[i] != '[')
    i++;
  *text_end = i;
  if (i + 1 >= limit || text.at[i] != ']' || text.at[i + 1] != '(')
    return 0;
  while (i < limit && text.at[i] != ')')
    i++;
  return i < limit ? i + 1 : 0;
}

static bool is_wordy(char c)
{
  return jmi_is_alpha(c) || jmi_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Does a run of "*" or "_" begin or end what is stressed? */
static bool opens(jmi_str text, uint32_t at, uint32_t end)
{
  return (at == 0 || !is_wordy(text.at[at - 1])) && end < text.len && !jmi_is_space(text.at[end]);
}

static bool closes(jmi_str text, uint32_t at, uint32_t end)
{
  return at > 0 && !jmi_is_space(text.at[at - 1]) && (end == text.len || !is_wordy(text.at[end]));
}

static uint32_t run_end(jmi_str text, uint32_t at)
{
  uint32_t end = at;
  while (end < text.len && text.at[end] == text.at[at])
    end++;
  return end;
}

/* The last byte where something stressed ends: what opens behind it is meant as it stands. */
static uint32_t last_close(jmi_str text)
{
  for (uint32_t i = text.len; i > 0; i--)
    if ((text.at[i - 1] == '*' || text.at[i - 1] == '_') && closes(text, i - 1, i))
      return i;
  return 0;
}

/* A tag in a line of Markdown: "<br>", "</u>"; its bytes, or 0. */
static uint32_t tag_at(jmi_str text, uint32_t at)
{
  uint32_t i = at + 1;
  i += i < text.len && text.at[i] == '/';
  if (i >= text.len || !jmi_is_alpha(text.at[i]))
    return 0;
  uint32_t limit = at + LINK_BYTES < text.len ? at + LINK_BYTES : text.len;
  while (i < limit && text.at[i] != '>' && text.at[i] != '<')
    i++;
  return i < limit && text.at[i] == '>' ? i + 1 - at : 0;
}

/* The line without stresses, links, tags and escapes; it only shrinks. */
static jmi_str clean(jmi_arena *arena, jmi_str text)
{
  text = jmi_entities_read(arena, text);
  char *out = text.at == NULL ? NULL : jmi_arena_alloc(arena, (size_t)text.len + 1);
  uint32_t len = 0, last = text.at == NULL ? 0 : last_close(text), link_close = 0, link_after = 0;
  uint32_t open = 0;
  for (uint32_t i = 0; out != NULL && i < text.len;) {
    char c = text.at[i];
    uint32_t text_end = 0, end, size;
    bool picture = c == '!' && i + 1 < text.len && text.at[i + 1] == '[';
    if (link_after > 0 && i == link_close) {
      i = link_after;
      link_after = 0;
    } else if (picture && (end = link_end(text, i + 1, &text_end)) > 0) {
      i = end;
    } else if (c == '[' && link_after == 0 && (end = link_end(text, i, &text_end)) > 0) {
      link_close = text_end;
      link_after = end;
      i++;
    } else if (c == '\\' && i + 1 < text.len
               && strchr("#*_-+.!()[]`>|&~\\", text.at[i + 1]) != NULL) {
      out[len++] = text.at[i + 1];
      i += 2;
    } else if ((c == '*' || c == '_') && opens(text, i, run_end(text, i)) && i + 1 < last) {
      i = run_end(text, i);
      open++;
    } else if ((c == '*' || c == '_') && open > 0 && closes(text, i, run_end(text, i))) {
      i = run_end(text, i);
      open--;
    } else if (c == '`') {
      i++;
    } else if (c == '<' && (size = tag_at(text, i)) > 0) {
      out[len++] = ' ';
      i += size;
    } else {
      out[len++] = c;
      i++;
    }
  }
  return (jmi_str){out, len};
}

/* "| Degree | physics |" as "Degree: physics"; a row of dashes is nothing. */
static jmi_str read_cells(jmi_arena *arena, jmi_str text)
{
  char *out = jmi_arena_alloc(arena, (size_t)text.len * 2 + 1);
  uint32_t len = 0, cells = 0;
  for (uint32_t at = 0; out != NULL && at < text.len;) {
    const char *bar = memchr(text.at + at, '|', text.len - at);
    uint32_t end = bar == NULL ? text.len : (uint32_t)(bar - text.at);
    jmi_str cell = jmi_str_trim(jmi_str_cut(text, at, end));
    at = end + 1;
    if (cell.len == 0 || rule_of(cell) == '-' || cell.at[0] == ':')
      continue;
    if (cells > 0) {
      out[len++] = cells > 1 ? ',' : ':';
      out[len++] = ' ';
    }
    memcpy(out + len, cell.at, cell.len);
    len += cell.len;
    cells++;
  }
  return (jmi_str){out, len};
}

/* ---- lines ------------------------------------------------------------------------------ */

/* An item's depth, by where the items before it begin. */
static uint8_t depth_of(reader *r, uint32_t indent)
{
  while (r->depth > 0 && r->indents[r->depth - 1] > indent)
    r->depth--;
  if ((r->depth == 0 || r->indents[r->depth - 1] < indent) && r->depth < DEPTH_MAX)
    r->indents[r->depth++] = indent;
  return (uint8_t)r->depth;
}

/* "Requirements" over "------------". */
static bool is_underline(const reader *r, char rule)
{
  if ((rule != '-' && rule != '=') || r->apart || r->lines.count == 0)
    return false;
  const line *before = JMI_AT(&r->lines, line, r->lines.count - 1);
  return before->kind == JMI_BLOCK_TEXT && before->text.len <= UNDERLINED_BYTES;
}

static void take_rule(reader *r, char rule)
{
  if (is_underline(r, rule)) {
    line *before = JMI_AT(&r->lines, line, r->lines.count - 1);
    before->kind = JMI_BLOCK_HEADING;
    before->level = rule == '=' ? 1 : 2;
  }
  r->apart = true;
}

static void settle_line(reader *r, line *l)
{
  char first = l->text.at[0];
  if ((l->level = take_heading(&l->text)) > 0) {
    l->kind = JMI_BLOCK_HEADING;
  } else if (is_bold(l->text)) {
    l->kind = JMI_BLOCK_HEADING;
    l->level = JMI_LEVEL_BOLD;
  } else if (jmi_bullet_drop(&l->text)) {
    l->kind = JMI_BLOCK_ITEM;
    l->level = depth_of(r, 2 * l->indent + (first == 'o')); /* "o" stands below other bullets */
  }
  if (l->kind == JMI_BLOCK_HEADING || (l->kind == JMI_BLOCK_TEXT && l->apart && l->indent == 0))
    r->depth = 0;
}

static jm_status add_line(reader *r, jmi_str raw, uint32_t number)
{
  jmi_str text = jmi_str_trim(raw);
  char rule = text.len > 0 ? rule_of(text) : '\0';
  while (rule == '\0' && text.len > 1 && text.at[0] == '>' && jmi_is_space(text.at[1]))
    text = jmi_str_trim(jmi_str_cut(text, 1, text.len));
  bool fence = text.len >= 3 && (memcmp(text.at, "```", 3) == 0 || memcmp(text.at, "~~~", 3) == 0);
  if (text.len == 0 || rule != '\0' || fence) {
    take_rule(r, rule);
    return JM_OK;
  }
  if (text.at[0] == '|')
    text = read_cells(r->arena, text);
  line made = {.number = number, .indent = indent_of(raw), .apart = r->apart, .text = text};
  if (text.at == NULL)
    return JM_ERR_MEMORY;
  if (text.len == 0)
    return JM_OK;
  made.width = made.indent + text.len;
  settle_line(r, &made);
  made.text = jmi_str_trim(clean(r->arena, made.text));
  line *added = JMI_PUSH(&r->lines, r->arena, line);
  if (added == NULL || made.text.at == NULL)
    return JM_ERR_MEMORY;
  *added = made;
  r->apart = false;
  return JM_OK;
}

static jm_status cut_lines(reader *r, jmi_str text)
{
  jm_status status = JM_OK;
  uint32_t number = 1;
  r->apart = true;
  for (uint32_t at = 0; at < text.len && status == JM_OK; number++) {
    uint32_t end = at;
    while (end < text.len && text.at[end] != '\n' && text.at[end] != '\r')
      end++;
    status = add_line(r, jmi_str_cut(text, at, end), number);
    at = end + 1;
    if (at < text.len && text.at[end] == '\r' && text.at[at] == '\n')
      at++;
  }
  return status;
}

/* ---- lines that belong together --------------------------------------------------------- */

static bool begins_small(jmi_str text)
{
  return text.len > 0 && text.at[0] >= 'a' && text.at[0] <= 'z';
}

/* The line stops in the midst of something: behind a comma, a bracket, a small word. */
static bool is_open(jmi_str text)
{
  static const char *const words[] = {"a",  "an", "and", "as",  "at", "by",   "for",  "from", "in",
                                      "of", "on", "or",  "the", "to", "with", "your", "our"};
  char last = text.len > 0 ? text.at[text.len - 1] : '.';
  if (last == ',' || last == '&' || last == '/')
    return true;
  uint32_t start = text.len;
  while (start > 0 && jmi_is_alpha(text.at[start - 1]))
    start--;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (start > 0 && jmi_str_is(jmi_str_cut(text, start, text.len), words[i]))
      return true;
  return false;
}

static uint32_t first_word(jmi_str text)
{
  uint32_t len = 0;
  while (len < text.len && !jmi_is_space(text.at[len]))
    len++;
  return len;
}

static bool ends_sentence(jmi_str text)
{
  return text.len > 0 && strchr(".!?:;", text.at[text.len - 1]) != NULL;
}

/* The column at which the lines from `first` on were broken; 0 when they were not. */
static uint32_t margin_of(const reader *r, uint32_t first)
{
  uint32_t widest = 0;
  bool broken = false;
  for (uint32_t i = first; i < r->lines.count; i++) {
    const line *l = JMI_AT(&r->lines, line, i);
    if (i > first && (l->apart || l->kind == JMI_BLOCK_HEADING))
      break;
    widest = l->width > widest ? l->width : widest;
    broken = broken || (i > first && l->kind == JMI_BLOCK_TEXT && begins_small(l->text));
  }
  return broken && widest >= MARGIN_FROM && widest <= MARGIN_TO ? widest : 0;
}

/* Does a line go on with the one before it? */
static bool goes_on(const line *before, const line *l, uint32_t margin)
{
  if (l->kind != JMI_BLOCK_TEXT || l->apart || before->kind == JMI_BLOCK_HEADING)
    return false;
  bool within = before->kind == JMI_BLOCK_ITEM && l->indent > before->indent;
  if (begins_small(l->text) && (within || before->width >= BROKEN_FROM))
    return !ends_sentence(before->text) || before->text.at[before->text.len - 1] == ';' || within;
  if (is_open(before->text) && before->width >= BROKEN_FROM / 2)
    return true;
  bool full = margin > 0 && before->width + 1 + first_word(l->text) > margin;
  return full;
}

static jm_status add_joined(reader *r, uint32_t first, uint32_t end)
{
  const line *l = JMI_AT(&r->lines, line, first);
  size_t size = 0;
  for (uint32_t i = first; i < end; i++)
    size += (size_t)JMI_AT(&r->lines, line, i)->text.len + 1;
  char *bytes = jmi_arena_alloc(r->arena, size);
  uint32_t len = 0;
  if (bytes == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = first; i < end; i++) {
    jmi_str text = JMI_AT(&r->lines, line, i)->text;
    if (len > 0)
      bytes[len++] = ' ';
    memcpy(bytes + len, text.at, text.len);
    len += text.len;
  }
  jmi_block row = {.text = {bytes, len},
                   .line = l->number,
                   .kind = l->kind,
                   .level = l->level,
                   .apart = l->apart};
  return jmi_block_add(r->blocks, r->arena, &row);
}

jm_status jmi_blocks_read_text(jmi_list *out, jmi_arena *arena, jmi_str text)
{
  reader r = {.arena = arena, .blocks = out};
  jm_status status = cut_lines(&r, text);
  uint32_t margin = 0, end;
  for (uint32_t at = 0; at < r.lines.count && status == JM_OK; at = end) {
    const line *l = JMI_AT(&r.lines, line, at);
    if (at == 0 || l->apart || l->kind == JMI_BLOCK_HEADING
        || JMI_AT(&r.lines, line, at - 1)->kind == JMI_BLOCK_HEADING)
      margin = margin_of(&r, at);
    for (end = at + 1; end < r.lines.count; end++)
      if (!goes_on(JMI_AT(&r.lines, line, end - 1), JMI_AT(&r.lines, line, end), margin))
        break;
    status = add_joined(&r, at, end);
  }
  return status;
}
