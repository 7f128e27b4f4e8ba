/* SPDX-License-Identifier: MIT */
/* Dates as people write them, to the month, and spans of two.
 *
 *   2019  2019-03  2019-03-01  2019/03  03/2019  03.2019  March 2019  Mar. 2019  5 March 2019
 *   and for an end: present, now, current, today, ongoing
 *
 * A year alone is its January, so that "2017 to 2019" is two years. As the end of a span that
 * begins later in the same year it is the month of that beginning. */
#ifndef JMI_MODEL_DATES_H
#define JMI_MODEL_DATES_H

#include "model/model.h"

typedef struct jmi_date {
  jmi_month month; /* JMI_MONTH_NONE when not given; JMI_MONTH_OPEN for present */
  bool year_only;
  const jmi_node *node; /* where it stands; NULL when not given */
} jmi_date;

typedef struct jmi_span {
  jmi_date from, to;
} jmi_span;

#define JMI_DATE_NONE ((jmi_date){JMI_MONTH_NONE, false, NULL})
#define JMI_SPAN_NONE ((jmi_span){JMI_DATE_NONE, JMI_DATE_NONE})

/* Field readers: a jmi_date. Only an end may be `present`. */
jm_status jmi_read_date(jmi_reader *reader, const jmi_node *value, void *place);
jm_status jmi_read_end_date(jmi_reader *reader, const jmi_node *value, void *place);

/* For foreign formats, which refuse nothing: false for what is no date. Takes seasons as well
 * ("Fall 2023" is its September), and reads a date whose day no calendar has to its month. A longer
 * text than a date is none. out->node is left NULL. */
bool jmi_date_of(jmi_date *out, jmi_str text);
/* The same for "2019 - 2021" and "Jan 2020 to present". One date alone is an end. */
bool jmi_span_of(jmi_span *out, jmi_str text);

/* Refuses an end before its beginning, with both places. With `open_end` a span that begins and
 * does not end is open. */
typedef enum jmi_span_end { JMI_END_UNKNOWN, JMI_END_OPEN } jmi_span_end;
jm_status jmi_span_finish(jmi_reader *reader, jmi_span *span, jmi_span_end missing) JM_MUST_USE;

/* 1 to 12 for a month's name or its first letters, three at least; 0 for other words. */
uint32_t jmi_month_named(jmi_str word);

#endif
