/* SPDX-License-Identifier: MIT */
/* Running the table of rules over a text: which rules match, and where. */
#ifndef JMI_LANGUAGE_RULES_H
#define JMI_LANGUAGE_RULES_H

#include "language/language.h"

typedef struct jmi_match {
  const jmi_rule *rule;
  uint32_t start, end;     /* bytes in the text */
  uint32_t n_start, n_end; /* of the group n; equal when there is none */
  bool in_months;          /* the group unit says months */
} jmi_match;

typedef struct jmi_matches {
  jmi_match *items; /* in the order of the rules, then of the text */
  uint32_t count;
} jmi_matches;

#define JMI_SUBJECT(s) (1u << (s))

/* Finds where rules of the given subjects match. A rule may match several times. Matches of one
 * subject never overlap: the earlier rule wins. Lives in the scribe's scratch. */
jm_status jmi_rules_find(jmi_matches *out, jmi_scribe *scribe, const jmi_tokens *tokens,
                         uint32_t subjects) JM_MUST_USE;

/* The number that a span of digits or a number word says; 0 for none. */
int32_t jmi_number_of(jmi_str text);
/* Months that a years match asks or claims. */
int32_t jmi_match_months(const jmi_match *match, jmi_str text);

#endif
