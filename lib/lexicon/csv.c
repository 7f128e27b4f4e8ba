/* SPDX-License-Identifier: MIT */
/* Tables: see csv.h.
 *
 * In: a text. Out: its rows, one at a time, each with its place. Refuses: what is no UTF-8, quotes
 * that do not end or that end inside a cell, rows that do not fit their columns. */
#include "lexicon/csv.h"

#include "document/source.h"

static bool at_end(const jmi_csv *csv)
{
  return csv->at >= csv->text.len;
}

static char here(const jmi_csv *csv)
{
  return csv->text.at[csv->at];
}

/* LF, or CR and LF together; a CR elsewhere is text. */
static bool at_line_end(const jmi_csv *csv)
{
  if (here(csv) == '\n')
    return true;
  return here(csv) == '\r' && (csv->at + 1 == csv->text.len || csv->text.at[csv->at + 1] == '\n');
}

/* The place of what is read next, as it stands in `csv` (or stood, in a copy of it). */
static jmi_mark mark_here(const jmi_csv *csv)
{
  uint32_t column = 1;
  for (uint32_t i = csv->line_start; i < csv->at; i++)
    column += ((unsigned char)csv->text.at[i] & 0xC0) != 0x80;
  return (jmi_mark){csv->line, column, csv->at + csv->skipped};
}

static void pass_line_end(jmi_csv *csv)
{
  csv->at += here(csv) == '\r' && csv->at + 1 < csv->text.len ? 2 : 1;
  csv->line++;
  csv->line_start = csv->at;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static bool add_cell(jmi_csv *csv, jmi_str text)
{
  jmi_str *cell = JMI_PUSH(&csv->cells, csv->arena, jmi_str);
  if (cell != NULL)
    *cell = text;
  return cell != NULL;
}

static void read_bare(jmi_csv *csv, jmi_str *out)
{
  uint32_t start = csv->at;
  while (!at_end(csv) && here(csv) != csv->separator && !at_line_end(csv))
    csv->at++;
  *out = jmi_str_cut(csv->text, start, csv->at);
}

/* The text with each pair of quotes made one. */
static jm_status undouble(jmi_csv *csv, jmi_str *cell)
{
  char *copy = jmi_arena_alloc(csv->arena, (size_t)cell->len + 1);
  uint32_t len = 0;
  if (copy == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < cell->len; i++) {
    copy[len++] = cell->at[i];
    i += cell->at[i] == '"';
  }
  *cell = (jmi_str){copy, len};
  return JM_OK;
}

/* Stands at the opening quote; ends behind the closing one. */
static jm_status read_quoted(jmi_csv *csv, jmi_str *out, jm_error *err)
{
  jmi_csv open = *csv; /* its place is counted only when it is told */
  uint32_t start = ++csv->at;
  bool doubled = false;
  for (;; csv->at++) {
    if (at_end(csv))
      return jmi_fail_at(err, JM_ERR_SYNTAX, mark_here(&open), "a quoted cell does not end");
    if (here(csv) == '\n') {
      csv->line++;
      csv->line_start = csv->at + 1;
    }
    if (here(csv) != '"')
      continue;
    if (csv->at + 1 == csv->text.len || csv->text.at[csv->at + 1] != '"')
      break;
    doubled = true;
    csv->at++;
  }
  *out = jmi_str_cut(csv->text, start, csv->at++);
  if (!at_end(csv) && here(csv) != csv->separator && !at_line_end(csv))
    return jmi_fail_at(err, JM_ERR_SYNTAX, mark_here(csv), "text follows the quote of a cell");
  return doubled && undouble(csv, out) != JM_OK ? jmi_fail(err, JM_ERR_MEMORY, "out of memory")
                                                : JM_OK;
}

static jm_status read_row(jmi_csv *csv, jm_error *err)
{
  csv->cells.count = 0;
  csv->mark = mark_here(csv);
  for (;;) {
    jmi_str cell = {"", 0};
    jm_status status = JM_OK;
    if (!at_end(csv) && here(csv) == '"' && csv->separator != '\t')
      status = read_quoted(csv, &cell, err);
    else
      read_bare(csv, &cell);
    if (status != JM_OK)
      return status;
    if (!add_cell(csv, cell))
      return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
    if (at_end(csv) || here(csv) != csv->separator)
      break;
    csv->at++;
  }
  if (!at_end(csv))
    pass_line_end(csv);
  return JM_OK;
}

static bool is_blank(const jmi_csv *csv)
{
  for (uint32_t i = 0; i < csv->cells.count; i++)
    if (jmi_str_trim(*JMI_AT(&csv->cells, jmi_str, i)).len > 0)
      return false;
  return true;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static jm_status next_row(jmi_csv *csv, bool *more, jm_error *err)
{
  *more = false;
  while (!at_end(csv)) {
    jm_status status = read_row(csv, err);
    if (status != JM_OK)
      return status;
    *more = !is_blank(csv);
    if (*more)
      break;
  }
  return JM_OK;
}

jm_status jmi_csv_open(jmi_csv *out, jmi_arena *arena, jmi_str text, char separator, jm_error *err)
{
  jmi_source source;
  bool more;
  jm_status status = jmi_source_open(&source, arena, text.at, text.len, err);
  if (status != JM_OK)
    return status;
  *out = (jmi_csv){.arena = arena,
                   .text = {source.text, (uint32_t)source.len},
                   .skipped = source.skipped,
                   .line = 1,
                   .separator = separator};
  if ((status = next_row(out, &more, err)) != JM_OK)
    return status;
  if (!more)
    return jmi_fail(err, JM_ERR_SYNTAX, "the table has no row, so no names of columns");
  out->column_count = out->cells.count;
  out->columns = JMI_NEW_ARRAY(arena, out->column_count, jmi_str);
  if (out->columns == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  for (uint32_t i = 0; i < out->column_count; i++)
    out->columns[i] = jmi_csv_cell(out, i);
  return JM_OK;
}

uint32_t jmi_csv_column(const jmi_csv *csv, const char *name)
{
  for (uint32_t i = 0; i < csv->column_count; i++)
    if (jmi_str_is(csv->columns[i], name))
      return i;
  return JMI_CSV_NONE;
}

jm_status jmi_csv_next(jmi_csv *csv, bool *more, jm_error *err)
{
  jm_status status = next_row(csv, more, err);
  if (status != JM_OK || !*more || csv->cells.count == csv->column_count)
    return status;
  *more = false;
  return jmi_fail_at(err, JM_ERR_SYNTAX, csv->mark, "the row has %u cells, the first row %u",
                     (unsigned)csv->cells.count, (unsigned)csv->column_count);
}

jmi_str jmi_csv_cell(const jmi_csv *csv, uint32_t column)
{
  return column >= csv->cells.count ? JMI_STR("")
                                    : jmi_str_trim(*JMI_AT(&csv->cells, jmi_str, column));
}
