/* SPDX-License-Identifier: MIT */
/* Rows of a table in memory: CSV with quotes, or cells parted by tabs, which know no quotes.
 *
 *   conceptUri,preferredLabel,altLabels          columns are found by the names of the first row
 *   u1,"bake, or roast","baking                  a quoted cell may hold commas, line ends, and
 *   roasting"                                    quotes written twice
 *
 * Lines end with LF or CRLF; a byte order mark is skipped; rows without any text are too. Cells
 * live in the text, or in the arena where quotes were written twice; `text` must outlive them. */
#ifndef JMI_LEXICON_CSV_H
#define JMI_LEXICON_CSV_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"

typedef struct jmi_csv {
  jmi_arena *arena; /* borrows */
  jmi_str text;
  uint32_t skipped;              /* bytes of byte order mark before the text */
  uint32_t at, line, line_start; /* of what is read next */
  char separator;                /* ',' or '\t' */
  jmi_list cells;                /* jmi_str: of this row */
  jmi_str *columns;              /* names, as the first row has them */
  uint32_t column_count;
  jmi_mark mark; /* where this row begins */
} jmi_csv;

/* Reads the names of the columns. JM_ERR_ENCODING for what is no UTF-8, JM_ERR_SYNTAX for a text
 * without a row, or with a quoted cell that does not end, or is followed by more text;
 * JM_ERR_LIMIT for 4 GiB or more. */
jm_status jmi_csv_open(jmi_csv *out, jmi_arena *arena, jmi_str text, char separator,
                       jm_error *err) JM_MUST_USE;
/* The number of the column of this name; JMI_CSV_NONE when there is none. */
#define JMI_CSV_NONE UINT32_MAX
uint32_t jmi_csv_column(const jmi_csv *csv, const char *name);
/* Reads the next row; *more is false behind the last one. JM_ERR_SYNTAX as above, and for a row
 * that has more cells or fewer than there are columns. */
jm_status jmi_csv_next(jmi_csv *csv, bool *more, jm_error *err) JM_MUST_USE;
/* A cell of the row, trimmed; empty for JMI_CSV_NONE. */
jmi_str jmi_csv_cell(const jmi_csv *csv, uint32_t column);

#endif
