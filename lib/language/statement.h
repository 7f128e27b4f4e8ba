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
/* Cuts prose into statements, with sections, dated jobs and their places, and reads each. */
jm_status jmi_prose_add(jmi_teller *teller, const jmi_entry *entry) JM_MUST_USE;

/* The months that a DATES match spans (dates.c). A year alone is its January, as in a date field;
 * an end that is not given, or the present, is JMI_MONTH_OPEN. */
typedef struct jmi_span_months {
  jmi_month from, to;
} jmi_span_months;
jmi_span_months jmi_dates_of(jmi_str text);

#endif
