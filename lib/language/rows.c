/* SPDX-License-Identifier: MIT */
/* Rows: the lines of a pasted résumé, and the bullets, dates and shape of each.
 *
 * In:  a text. Out: its rows, blank ones left out.
 * A line too long to be one is cut where something new begins: at a bullet, at a wide gap before a
 * capital, at a heading, at a span of dates with the title before it.
 *
 *   "Summary Calm nurse. Experience 01/2014 to Current Ward Nurse Led a ward. Education 2010 BSN"
 *    row      row         row        row                                      row       row
 *
 * Each look ahead is bounded, and the next date is looked for once, so that the whole is linear. */
#include "language/prose.h"

enum { LONG_LINE = 200, HEADER_BYTES = 100, SMALL_WORD = 3 };

/* Signs that word processors set before an item, as UTF-8. */
static const char *const bullets[] = {
    "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x81\x83", "\xE2\x88\x99", "\xE2\x96\xA0", "\xE2\x96\xA1",
    "\xE2\x96\xAA", "\xE2\x96\xAB", "\xE2\x96\xB6", "\xE2\x96\xB8", "\xE2\x96\xBA", "\xE2\x97\x86",
    "\xE2\x97\x87", "\xE2\x97\x8B", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xE2\x98\x85", "\xE2\x98\x86",
    "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x9D\x96", "\xE2\x9E\x94", "\xE2\x9E\xA2", "\xE2\x9E\xA4",
    "\xE2\xAC\xA4", "\xE2\x86\x92", "\xEF\x82\xA7", "\xEF\x82\xB7", "\xEF\x83\x98", "\xEF\x83\xBC",
    "\xC2\xB7",     "\xC2\xBB",
};
/* The same at the start of a line only, a blank behind them: dashes, letters of symbol fonts. */
static const char *const line_bullets[] = {
    "-", "*",        "+",        ">",        ">>",           "o",           "v", "q",
    "~", "\xC2\xA7", "\xC3\x98", "\xC3\xBC", "\xE2\x80\x93", "\xE2\x80\x94"};

typedef struct cutter {
  jmi_str text;
  jmi_arena *arena;
  jmi_list *rows;
  uint32_t line;
  bool apart;
  jmi_dates dates; /* the next in the long line; start UINT32_MAX when there is none */
} cutter;

static uint32_t sign_at(jmi_str text, uint32_t at, const char *const *signs, size_t count)
{
  for (size_t b = 0; b < count; b++) {
    uint32_t len = (uint32_t)strlen(signs[b]);
    if (text.len - at >= len && memcmp(text.at + at, signs[b], len) == 0)
      return len;
  }
  return 0;
}

#define SIGN_AT(text, at, table) sign_at((text), (at), (table), sizeof(table) / sizeof *(table))

/* The bytes of a bullet in the text; 0 when there is none. */
static uint32_t bullet_at(jmi_str text, uint32_t at)
{
  return at < text.len && (unsigned char)text.at[at] >= 0x80 ? SIGN_AT(text, at, bullets) : 0;
}

static uint32_t after_blanks(jmi_str text, uint32_t at)
{
  while (at < text.len && jmi_is_space(text.at[at]))
    at++;
  return at;
}

/* "1. Ran", "2) Ran", "(3) Ran", "a) Ran": the bytes of the number; 0 when there is none. */
static uint32_t number_at(jmi_str row)
{
  uint32_t at = row.len > 0 && row.at[0] == '(' ? 1 : 0, first = at;
  while (at < row.len && jmi_is_digit(row.at[at]) && at < first + 2)
    at++;
  if (at + 1 < row.len && at == first && row.at[at] >= 'a' && row.at[at] <= 'z'
      && row.at[at + 1] == ')')
    at++;
  bool closed =
      at > first && at + 1 < row.len && (row.at[at] == ')' || (first == 0 && row.at[at] == '.'));
  return closed && jmi_is_space(row.at[at + 1]) ? at + 1 : 0;
}

bool jmi_bullet_drop(jmi_str *row)
{
  bool found = false;
  for (;;) {
    uint32_t len = bullet_at(*row, 0);
    if (len == 0) {
      len = SIGN_AT(*row, 0, line_bullets);
      len = len > 0 && len < row->len && jmi_is_space(row->at[len]) ? len : number_at(*row);
    }
    if (len == 0)
      return found;
    found = true;
    *row = jmi_str_trim(jmi_str_cut(*row, len, row->len));
  }
}

/* ---- what a row looks like -------------------------------------------------------------- */

static bool has_letters(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++)
    if (jmi_is_alpha(text.at[i]))
      return true;
  return false;
}

/* Words that a duration is told in ("2 years 3 months"), written small in any head. */
static bool is_duration(jmi_str word)
{
  return jmi_str_is(word, "year") || jmi_str_is(word, "years") || jmi_str_is(word, "month")
         || jmi_str_is(word, "months");
}

/* All words of more than a few letters begin with capitals. */
static bool is_titled(jmi_str text)
{
  uint32_t words = 0;
  for (uint32_t at = 0; at < text.len; at++) {
    uint32_t start = at;
    while (at < text.len && jmi_is_alpha(text.at[at]))
      at++;
    bool small = at - start > SMALL_WORD && text.at[start] >= 'a';
    bool joined = start > 0 && text.at[start - 1] == '-';
    if (small && !joined && !is_duration(jmi_str_cut(text, start, at)))
      return false;
    words += at > start;
  }
  return words > 0;
}

/* Its dates stand at one end of the row. */
static bool at_edge(const jmi_row *row)
{
  return row->dates.start <= 2 || row->dates.end + 2 >= row->text.len;
}

/* The row without its dates is written so; dates alone are; and whatever stands with a span at one
 * end of a short row: "cook, the blue door, 2019 - 2022". */
static bool is_header(const jmi_row *row)
{
  jmi_str text = row->text;
  if (row->bullet || text.len > HEADER_BYTES || text.at[text.len - 1] == '.')
    return false;
  if (row->dated == 0)
    return is_titled(text);
  if (row->dated == 2 && at_edge(row))
    return true;
  jmi_str before = jmi_str_cut(text, 0, row->dates.start);
  jmi_str behind = jmi_str_cut(text, row->dates.end, text.len);
  bool named = is_titled(before) || is_titled(behind);
  return (is_titled(before) || !has_letters(before)) && (is_titled(behind) || !has_letters(behind))
         && (named || row->dated == 2 || before.len == 0);
}

static bool ends_sentence(jmi_str row)
{
  char last = row.len > 0 ? row.at[row.len - 1] : '.';
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
}

static void find_dates(jmi_row *row)
{
  jmi_dates dates;
  for (uint32_t at = 0; row->dated < 2 && jmi_dates_next(&dates, row->text, at); at = dates.end) {
    if (row->dated == 0 || dates.span)
      row->dates = dates;
    row->dated = dates.span ? 2 : 1;
  }
}

static jm_status add_row(cutter *c, uint32_t start, uint32_t end)
{
  jmi_str text = jmi_str_trim(jmi_str_cut(c->text, start, end));
  bool bullet = jmi_bullet_drop(&text);
  if (text.len == 0)
    return JM_OK;
  jmi_row *row = JMI_PUSH(c->rows, c->arena, jmi_row);
  if (row == NULL)
    return JM_ERR_MEMORY;
  *row = (jmi_row){.text = text, .line = c->line, .bullet = bullet, .apart = c->apart};
  c->apart = false;
  row->ends = ends_sentence(text);
  row->personal = jmi_is_personal(text);
  find_dates(row);
  row->header = is_header(row);
  row->headed = row->dated == 2 && row->dates.start <= HEADER_BYTES
                && is_titled(jmi_str_cut(text, 0, row->dates.start));
  return JM_OK;
}

/* ---- lines that lost their breaks ------------------------------------------------------- */

static bool is_capital(jmi_str text, uint32_t at)
{
  return at < text.len && text.at[at] >= 'A' && text.at[at] <= 'Z';
}

static bool is_gap(jmi_str text, uint32_t at)
{
  return text.at[at] == '\t' || (at + 2 < text.len && memcmp(text.at + at, "   ", 3) == 0);
}

/* The word before `at` begins with a capital. */
static bool behind_capital(jmi_str text, uint32_t at)
{
  while (at > 0 && jmi_is_space(text.at[at - 1]))
    at--;
  while (at > 0 && jmi_is_alpha(text.at[at - 1]))
    at--;
  return is_capital(text, at);
}

/* The next span of dates at or behind `at`. */
static void find_span(cutter *c, jmi_str line, uint32_t at)
{
  while (c->dates.start < at || (!c->dates.span && c->dates.start != UINT32_MAX)) {
    uint32_t from = c->dates.end > at ? c->dates.end : at;
    if (!jmi_dates_next(&c->dates, line, from))
      c->dates.start = UINT32_MAX;
  }
}

/* How the word before `at` is written, when nothing but blanks stands between. */
typedef enum written { WRITTEN_NONE, WRITTEN_SMALL, WRITTEN_CAPITAL, WRITTEN_UPPER } written;

static written written_before(jmi_str text, uint32_t at)
{
  while (at > 0 && jmi_is_space(text.at[at - 1]))
    at--;
  uint32_t end = at;
  while (at > 0 && jmi_is_alpha(text.at[at - 1]))
    at--;
  if (at == end)
    return WRITTEN_NONE;
  if (!is_capital(text, at))
    return end - at > SMALL_WORD ? WRITTEN_SMALL : WRITTEN_NONE;
  return end - at > 1 && is_capital(text, end - 1) ? WRITTEN_UPPER : WRITTEN_CAPITAL;
}

/* A heading that no stop and no gap parts from what is before it stands out by how it is written:
 * in capitals among others, as several words in capitals behind a small one, before a list. */
static bool stands_out(const jmi_heading *found, jmi_str line, uint32_t at, uint32_t next)
{
  written before = written_before(line, at);
  bool upper_next = is_capital(line, next) && is_capital(line, next + 1);
  uint32_t near = next + 60 < line.len ? next + 60 : line.len;
  bool list = next < line.len && memchr(line.at + next, ',', near - next) != NULL
              && (jmi_is_alpha(line.at[next]));
  if (found->upper)
    return before != WRITTEN_UPPER && !upper_next;
  if (before == WRITTEN_UPPER)
    return is_capital(line, next) && !found->weak;
  if (before == WRITTEN_SMALL)
    return found->words > 1 && is_capital(line, next) && !found->weak;
  return found->kind == JMI_ENTRY_SKILL && !found->weak && list;
}

/* The byte behind a heading in the midst of a line; 0 when none is there. */
static uint32_t heading_end(cutter *c, jmi_str line, uint32_t at, bool fresh)
{
  jmi_heading found = jmi_heading_inside(line, at);
  if (found.kind == JMI_ENTRY_KIND_COUNT)
    return 0;
  uint32_t next = after_blanks(line, found.end);
  bool colon = next < line.len && line.at[next] == ':';
  next = colon ? after_blanks(line, next + 1) : next;
  find_span(c, line, found.end);
  bool before_dates = c->dates.start == next;
  bool before_new = is_capital(line, next) || next >= line.len || jmi_is_digit(line.at[next])
                    || (unsigned char)line.at[next] >= 0x80 || next >= found.end + 3;
  if ((fresh && (before_new || colon)) || before_dates || (found.upper && colon)
      || stands_out(&found, line, at, next))
    return next;
  return 0;
}

/* Where the row ends that begins at `at`: before the next thing that begins a row of its own. */
static uint32_t long_row_end(cutter *c, jmi_str line, uint32_t at)
{
  uint32_t fresh = at; /* where the last sentence or gap ended */
  uint32_t heading = heading_end(c, line, at, true);
  if (heading > 0)
    return heading;
  find_span(c, line, at);
  for (uint32_t i = at; i < line.len; i++) {
    if (i == c->dates.start) {
      bool titled = i - fresh <= HEADER_BYTES && is_titled(jmi_str_cut(line, fresh, i));
      if (titled && fresh > at)
        return fresh;
      if (!titled && i > at
          && (i == fresh
              || (behind_capital(line, i) && is_capital(line, after_blanks(line, c->dates.end)))))
        return i;
      i = c->dates.end;
      find_span(c, line, i);
      fresh = i;
      if (i >= line.len)
        break;
    }
    if (i > at && bullet_at(line, i) > 0 && jmi_is_space(line.at[i - 1]))
      return i;
    bool word = i > at && jmi_is_alpha(line.at[i]) && jmi_is_space(line.at[i - 1]);
    if (word && is_capital(line, i) && heading_end(c, line, i, i == fresh) > 0)
      return i;
    if (jmi_is_space(line.at[i])) {
      uint32_t next = after_blanks(line, i);
      bool stop = i > at && strchr(".!?;", line.at[i - 1]) != NULL;
      bool open = i > at && (line.at[i - 1] == ':' || line.at[i - 1] == ',');
      if (is_gap(line, i) && is_capital(line, next) && next > at + 3 && next != c->dates.start
          && !open)
        return next;
      if (stop || (is_gap(line, i) && next != c->dates.start))
        fresh = next;
      i = next - 1;
    }
  }
  return line.len;
}

static jm_status cut_long(cutter *c, uint32_t start, uint32_t end)
{
  jmi_str line = jmi_str_cut(c->text, start, end);
  jm_status status = JM_OK;
  c->dates = (jmi_dates){0};
  for (uint32_t at = after_blanks(line, 0); at < line.len && status == JM_OK;) {
    uint32_t stop = long_row_end(c, line, at);
    stop = stop > at ? stop : line.len;
    status = add_row(c, start + at, start + stop);
    at = after_blanks(line, stop);
  }
  return status;
}

/* ---- lines ------------------------------------------------------------------------------ */

static bool is_break(char c)
{
  return c == '\n' || c == '\r';
}

static jm_status cut_line(cutter *c, uint32_t start, uint32_t end)
{
  if (jmi_str_trim(jmi_str_cut(c->text, start, end)).len == 0) {
    c->apart = true;
    return JM_OK;
  }
  return end - start > LONG_LINE ? cut_long(c, start, end) : add_row(c, start, end);
}

/* The part of each line that stands left or right of a column; all of it when there is none. */
typedef enum side { SIDE_LEFT, SIDE_RIGHT } side;

static jm_status cut_lines(cutter *c, uint32_t column, side wanted)
{
  jm_status status = JM_OK;
  c->line = 0;
  c->apart = true;
  for (uint32_t at = 0; at < c->text.len && status == JM_OK; c->line++) {
    uint32_t end = at;
    while (end < c->text.len && !is_break(c->text.at[end]))
      end++;
    uint32_t cut = end;
    if (column > 0)
      cut = at + jmi_gutter_cut(jmi_str_cut(c->text, at, end), column);
    status = wanted == SIDE_LEFT ? cut_line(c, at, cut) : cut_line(c, cut, end);
    at = end + 1;
    if (at < c->text.len && c->text.at[end] == '\r' && c->text.at[at] == '\n')
      at++;
  }
  return status;
}

jm_status jmi_rows_cut(jmi_list *out, jmi_arena *arena, jmi_str text)
{
  cutter c = {.text = text, .arena = arena, .rows = out};
  uint32_t column = jmi_gutter_find(text);
  jm_status status = cut_lines(&c, column, SIDE_LEFT);
  uint32_t left = out->count;
  if (status == JM_OK && column > 0)
    status = cut_lines(&c, column, SIDE_RIGHT);
  if (status == JM_OK && out->count > left)
    JMI_AT(out, jmi_row, left)->turn = true;
  return status;
}
