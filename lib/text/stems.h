/* SPDX-License-Identifier: MIT */
/* Stems: what the tokeniser asks of them, for this room only. */
#ifndef JMI_TEXT_STEMS_H
#define JMI_TEXT_STEMS_H

#include "text/tokens.h"

enum { JMI_STEM_MAX = 40 }; /* bytes; longer words are their own stem */

/* One reader of stems: of one thread, for one text. */
typedef struct jmi_stemmer {
  const jmi_stems *stems; /* borrows */
  jmi_arena *arena;       /* borrows: stems that are no part of their word */
  void *snowball;         /* owns: made when a word is in no cache; NULL until then */
} jmi_stemmer;

void jmi_stemmer_dispose(jmi_stemmer *stemmer);
/* The stem of a lower-case ASCII word (whose own hash is given), and its hash. It is a part of the
 * word where it can be. JM_ERR_MEMORY is the only failure. */
jm_status jmi_stemmer_stem(jmi_stemmer *stemmer, jmi_str word, uint64_t word_hash, jmi_str *stem,
                           uint64_t *hash) JM_MUST_USE;

#endif
