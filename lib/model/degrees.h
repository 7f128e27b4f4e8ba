/* SPDX-License-Identifier: MIT */
/* The words of degrees: a table, and how strictly each row must be written to be one.
 *
 * "MS" is a degree, a maker of software and a state; "as" is one only by its capitals. What a row
 * asks of the writing keeps such words out of the way. */
#ifndef JMI_MODEL_DEGREES_H
#define JMI_MODEL_DEGREES_H

#include "model/phrases.h"

/* How a row must be written. A dotted writing (B.A.) does for each of the first six. */
typedef enum jmi_degree_writing {
  JMI_WRITTEN_ANY,           /* however */
  JMI_WRITTEN_UPPER,         /* in capitals: MS; and not before Office and kin */
  JMI_WRITTEN_UPPER_WORD,    /* the same, in a text that is not all capitals: AS */
  JMI_WRITTEN_MIXED,         /* with a capital inside, and small letters: MEd */
  JMI_WRITTEN_DOTTED,        /* dotted: D.B.A. */
  JMI_WRITTEN_TITLE,         /* one capital: Dr */
  JMI_WRITTEN_STOPPED,       /* each word with its dot: B. Sc. */
  JMI_WRITTEN_CAPITAL,       /* with a capital or an apostrophe: Masters, master's */
  JMI_WRITTEN_POSSESSIVE,    /* with an apostrophe: associate's */
  JMI_WRITTEN_START,         /* at the start of the text */
  JMI_WRITTEN_OPENING,       /* the same, and then the end, a comma or a bracket: Master, Physics */
  JMI_WRITTEN_A_LEVEL,       /* A-level, A Level; not: a level */
  JMI_WRITTEN_WEAK,          /* when nothing else is named */
  JMI_WRITTEN_NUMBERED,      /* what its number says: NVQ Level 3; without one, what the row says */
  JMI_WRITTEN_NUMBERED_WEAK, /* what its number says: Level 5 Diploma; without one it is weak */
  JMI_WRITTEN_NUMBERED_ONLY  /* what its number says; without one it is nothing */
} jmi_degree_writing;

/* Sorted; means is a jmi_degree, flags a jmi_degree_writing. A row that means JMI_DEGREE_NONE keeps
 * its words from being taken for a shorter row's. */
extern const jmi_phrase jmi_degree_phrases[];
extern const size_t jmi_degree_phrase_count;

#endif
