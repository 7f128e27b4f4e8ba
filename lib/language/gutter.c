/* SPDX-License-Identifier: MIT */
/* Gutter: a page of two columns that reading laid side by side.
 *
 * In:  a text. Out: the column in which the right one begins, and where that is in a line.
 * Two columns are told from a table by a heading of a section that stands in the right one, and by
 * many lines whose right part begins at the very same place; dates at the right are none.
 *
 *   EXPERIENCE                        SKILLS
 *   Store manager, Hemma              Merchandising
 *   2017 - 2023                       Point of sale                                            */
#include "language/prose.h"

enum { WIDEST = 200, GAP = 3, LEAST_LINES = 4, SHARE = 4 };

/* Characters that begin in [from, to). */
static uint32_t characters(jmi_str line, uint32_t from, uint32_t to)
{
  uint32_t count = 0;
  for (uint32_t i = from; i < to; i++)
    count += ((unsigned char)line.at[i] & 0xC0) != 0x80;
  return count;
}

/* The byte behind the first wide gap at or after `at` that has text on both sides; the line's
 * length when there is none. */
static uint32_t behind_gap(jmi_str line, uint32_t at)
{
  uint32_t blanks = 0;
  bool text = at > 0;
  for (uint32_t i = at; i < line.len; i++) {
    if (line.at[i] == ' ') {
      blanks++;
      continue;
    }
    if (text && blanks >= GAP)
      return i;
    text = true;
    blanks = 0;
  }
  return line.len;
}

static bool begins_with_dates(jmi_str part)
{
  jmi_dates dates;
  jmi_str near = jmi_str_cut(part, 0, part.len < 40 ? part.len : 40);
  return jmi_dates_next(&dates, near, 0) && dates.start <= 1;
}

static bool is_heading(jmi_str part)
{
  jmi_heading found = jmi_heading_of(jmi_str_trim(part), false);
  return found.kind != JMI_ENTRY_KIND_COUNT && !found.weak && found.end == jmi_str_trim(part).len;
}

typedef struct tally {
  uint32_t lines[WIDEST];    /* by column: lines with a part that begins there */
  uint32_t headings[WIDEST]; /* and those of them that are headings */
  uint32_t all;
} tally;

static void count_line(tally *t, jmi_str line)
{
  uint32_t column = 0, from = 0;
  t->all += jmi_str_trim(line).len > 0;
  for (uint32_t at = behind_gap(line, 0); at < line.len && column < WIDEST;
       at = behind_gap(line, at)) {
    column += characters(line, from, at);
    from = at;
    jmi_str part = jmi_str_cut(line, at, line.len);
    if (column >= WIDEST || begins_with_dates(part))
      continue;
    t->lines[column]++;
    t->headings[column] += is_heading(jmi_str_cut(line, at, behind_gap(line, at)));
  }
}

uint32_t jmi_gutter_find(jmi_str text)
{
  tally t = {0};
  uint32_t best = 0;
  for (uint32_t at = 0, end; at < text.len; at = end + 1) {
    end = at;
    while (end < text.len && text.at[end] != '\n')
      end++;
    if (end - at < 2 * WIDEST)
      count_line(&t, jmi_str_cut(text, at, end));
  }
  for (uint32_t c = 1; c < WIDEST; c++)
    if (t.headings[c] > 0 && t.lines[c] >= LEAST_LINES && t.lines[c] * SHARE >= t.all
        && t.lines[c] > t.lines[best])
      best = c;
  return best;
}

uint32_t jmi_gutter_cut(jmi_str line, uint32_t column)
{
  uint32_t at = 0, count = 0;
  while (at < line.len && count < column) {
    at++;
    while (at < line.len && ((unsigned char)line.at[at] & 0xC0) == 0x80)
      at++;
    count++;
  }
  bool parted = at >= GAP && at < line.len && memcmp(line.at + at - GAP, "   ", GAP) == 0
                && line.at[at] != ' ';
  return parted && !begins_with_dates(jmi_str_cut(line, at, line.len)) ? at : line.len;
}
