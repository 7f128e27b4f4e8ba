/* SPDX-License-Identifier: MIT */
/* Sorted tables of phrases, and the words of a text that they are looked up by.
 *
 * A word is a run of ASCII letters, digits and non-ASCII characters. Its apostrophes go ("Master's"
 * is "masters"), and so do the dots of an abbreviation ("B.Sc." is "bsc", and dotted).
 *
 *   "B.Sc. (Hons), M. A."   bsc dotted | hons | m stopped | a stopped */
#ifndef JMI_MODEL_PHRASES_H
#define JMI_MODEL_PHRASES_H

#include "base/str.h"

enum { JMI_CUT_MAX = 24 }; /* a longer word is cut: no table has it */

typedef struct jmi_cut {
  char text[JMI_CUT_MAX + 1]; /* in lower case */
  uint32_t start, end;        /* in the text, its apostrophes and inner dots included */
  bool dotted;                /* it has inner dots */
  bool stopped;               /* a dot follows it */
  bool apostrophe;            /* it has an apostrophe */
  bool upper;                 /* every letter is a capital */
  bool capital;               /* the first letter is one */
  bool inner_capital;         /* a later letter is one */
} jmi_cut;

/* The next word at or after byte `from`; false when there is none. */
bool jmi_cut_next(jmi_cut *out, jmi_str text, uint32_t from);

typedef struct jmi_phrase {
  const char *words; /* in lower case, parted by one blank; a table is sorted by them, as bytes */
  uint8_t means;
  uint8_t flags; /* the table's own */
} jmi_phrase;

/* The longest phrase of a sorted table that begins with this word of the text; NULL when there is
 * none. *end is where it ends in the text. Between two words of a phrase stand blanks, hyphens and
 * "&" only, and the dots of short words. */
const jmi_phrase *jmi_phrase_at(const jmi_phrase *table, size_t count, jmi_str text,
                                const jmi_cut *first, uint32_t *end);

/* True when a table is sorted, without two equal rows, as jmi_phrase_at() needs it: for asserts. */
bool jmi_phrases_sorted(const jmi_phrase *table, size_t count);

#endif
