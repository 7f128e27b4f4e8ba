/* SPDX-License-Identifier: MIT */
/* Inflection: whether two words of one stem are also one word.
 *
 * Snowball's stems join more than forms of a word: kind and kindness, product and production,
 * internal and international. A single word is only what its endings say it is, and a participle
 * has its own meaning (marketing, determined): it is a form of its verb (testing of test), but
 * neither the other way nor of a plural (shared of shares). Words in a phrase hold each other in
 * place, so there all of these pass, doers and doings as well.
 *
 *   testing of test              an inflection
 *   market of marketing          only in a phrase
 *   developer of development     only in a phrase ("software developers", "software development")
 *   production of product        never                                                         */
#ifndef JMI_LEXICON_INFLECT_H
#define JMI_LEXICON_INFLECT_H

#include "base/str.h"

typedef enum jmi_inflect_mode { JMI_INFLECT_WORD, JMI_INFLECT_PHRASE } jmi_inflect_mode;

/* True when a text's word is an inflection of an alias's; both folded, of one stem. */
bool jmi_is_inflection(jmi_str word, jmi_str of, jmi_inflect_mode mode);

#endif
