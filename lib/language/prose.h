/* SPDX-License-Identifier: MIT */
/* Prose in rows: what heads a section of a résumé, what is personal, and where its rows end.
 *
 * A row is a line of the text; a line that lost its breaks is cut into rows where a bullet, a date,
 * a heading or a wide gap stands. Rows are text of the document, never copies. */
#ifndef JMI_LANGUAGE_PROSE_H
#define JMI_LANGUAGE_PROSE_H

#include "language/statement.h"

/* ---- sections (sections.c) -------------------------------------------------------------- */

/* What stands under a heading: a jmi_entry_kind, JMI_ENTRY_PROSE for what is passed over (referees,
 * personal data, interests), JMI_ENTRY_KIND_COUNT for no heading at all. */
typedef struct jmi_heading {
  uint8_t kind;
  bool upper; /* all of it is in capitals */
  bool colon; /* a colon ends it */
  bool weak;  /* its words name things as often as they head sections: tools, training */
  bool aside; /* beside a job it may only say more of that job: achievements, tools */
  uint32_t words;
  uint32_t end; /* bytes: what follows is content, when any is left */
} jmi_heading;

/* The heading that a row is, or begins with ("Skills: Excel", "EDUCATION B.Sc. in Physics").
 * `apart`: a blank line stands before the row. */
jmi_heading jmi_heading_of(jmi_str row, bool apart);
/* The heading at a word of a line that lost its breaks: a jmi_heading of kind
 * JMI_ENTRY_KIND_COUNT when there is none. */
jmi_heading jmi_heading_inside(jmi_str line, uint32_t at);

/* ---- columns (gutter.c) ----------------------------------------------------------------- */

/* The column in which the right one of two begins; 0 when a text has one only. */
uint32_t jmi_gutter_find(jmi_str text);
/* The byte of a line where the right column begins; its length when nothing stands there. */
uint32_t jmi_gutter_cut(jmi_str line, uint32_t column);

/* ---- rows (rows.c) ---------------------------------------------------------------------- */

typedef struct jmi_row {
  jmi_str text;    /* trimmed, its bullet left out */
  uint32_t line;   /* counted from the text's first, from 0 */
  jmi_dates dates; /* the first span in it, or else the first date */
  uint8_t dated;   /* 0 no, 1 a date, 2 a span */
  bool bullet;     /* a bullet stands before it */
  bool apart;      /* a blank line stands before it */
  bool header;     /* short, and written as titles and names are; dates aside */
  bool headed;     /* only such words stand before its dates */
  bool ends;       /* it ends a sentence */
  bool personal;   /* jmi_is_personal() of its text */
  bool turn;       /* the right one of two columns begins */
} jmi_row;

/* All rows of a text, those of a right column behind the others, in scratch memory that the caller
 * owns. */
jm_status jmi_rows_cut(jmi_list *out, jmi_arena *arena, jmi_str text) JM_MUST_USE;

/* Leaves a bullet or a number ("2)"), or several, out of a row; true when there was one. */
bool jmi_bullet_drop(jmi_str *row);

/* ---- persons (personal.c) --------------------------------------------------------------- */

/* True for a row, or a part of one, that tells who somebody is or how to reach them, and for the
 * name of an employer or a school that stands under its label. */
bool jmi_is_personal(jmi_str part);
/* True for a sentence that only vouches for the rest or consents: "I certify that the above is
 * true", "I agree to the processing of my personal data". */
bool jmi_is_declaration(jmi_str sentence);
/* Blanks out what is personal in a row that tells other things as well. */
void jmi_personal_hide(char *text, uint32_t len);

#endif
