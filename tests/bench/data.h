/* SPDX-License-Identifier: MIT */
/* Data to measure with: invented people and postings, the same from the same seed. Words come from
 * the names of the built-in lexicon, from lists of everyday ones, and one in some is made up and
 * never said again: no cache is warmer than it would be with real texts. */
#ifndef JMB_DATA_H
#define JMB_DATA_H

#include "base/memory.h"
#include "base/str.h"

typedef struct jmb_texts {
  jmi_str *items; /* NUL-terminated, in the data's arena */
  size_t count;
} jmb_texts;

typedef struct jmb_data {
  jmi_arena arena;   /* owns all */
  jmb_texts lines;   /* requirement lines */
  jmb_texts resumes; /* plain, of some 4 KB */
  jmb_texts profiles_json, profiles_yaml, postings_json, postings_yaml;
} jmb_data;

enum { JMB_DOCUMENTS = 256, JMB_POSTING_LINES = 14 }; /* of each kind */

/* Makes all of it; false when out of memory. */
bool jmb_data_make(jmb_data *data, uint64_t seed);
void jmb_data_dispose(jmb_data *data);

#endif
