/* SPDX-License-Identifier: MIT */
/* Statements: what one sentence of a profile shows, and how prose is cut into them. */
#ifndef JMI_LANGUAGE_STATEMENT_H
#define JMI_LANGUAGE_STATEMENT_H

#include "language/rules.h"

typedef struct jmi_teller {
  jmi_scribe *scribe;
  jmi_list statements; /* jmi_statement, in the scribe's arena */
  uint32_t max_entries;
  uint32_t limited; /* statements that could not be read within the limits */
  uint32_t groups;  /* the highest group number given so far */
  jmi_month latest;
} jmi_teller;

/* Reads one statement; the entry's text is shown as evidence as it stands. */
jm_status jmi_statement_add(jmi_teller *teller, const jmi_entry *entry) JM_MUST_USE;
/* Reads a list of named things ("Java, SQL (basic), Excel") and adds a statement for each, with its
 * own text; what is no list is added as one statement. A level or a denial reaches over the list as
 * it does in a sentence. */
jm_status jmi_statement_add_list(jmi_teller *teller, const jmi_entry *entry) JM_MUST_USE;
/* One thing of a list: tokens [first, end), never empty. */
typedef struct jmi_item {
  uint32_t first, end;
} jmi_item;
/* Cuts a statement's tokens into the items of the list that it is; none when it is no list. */
jm_status jmi_items_cut(jmi_list *out, jmi_arena *arena, const jmi_tokens *tokens,
                        const jmi_hits *hits, const bool *silent,
                        const jmi_lexicon *lexicon) JM_MUST_USE;
/* Marks the tokens that name employers and schools in a statement of this kind (names.c). */
void jmi_names_silence(bool *silent, const jmi_tokens *tokens, const jmi_hits *hits,
                       const jmi_lexicon *lexicon, uint8_t kind);
/* Cuts prose into statements, with sections, dated jobs and their places, and reads each. */
jm_status jmi_prose_add(jmi_teller *teller, const jmi_entry *entry) JM_MUST_USE;

/* The next date, or span of dates, at or after byte `at` (dates.c). A year alone is its January, as
 * in a date field; an end that is not given, or the present, is JMI_MONTH_OPEN. */
typedef struct jmi_dates {
  jmi_month from, to;
  uint32_t start, end; /* bytes */
  bool span;           /* from one date to another, or to the present; a season, a quarter */
} jmi_dates;
bool jmi_dates_next(jmi_dates *out, jmi_str text, uint32_t at);

#endif
