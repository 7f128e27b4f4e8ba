/* SPDX-License-Identifier: MIT */
/* What a naive program would do instead: peers to measure against, in the same run. */
#ifndef JMB_RIVALS_H
#define JMB_RIVALS_H

#include <stdbool.h>
#include <stddef.h>

/* Counts the words of a text into a table (lower case, letters and digits), as a word cloud or a
 * first "matching" script does. Returns how many different words there are. */
size_t jmb_count_words(const char *text, size_t len);
/* Words of the second text that the first has: what such a script calls a score. */
size_t jmb_common_words(const char *first, size_t first_len, const char *second, size_t second_len);

/* All aliases of the built-in lexicon as patterns of PCRE2, caseless, at word boundaries, compiled
 * to machine code where it can: alternatives, a thousand to a pattern. */
typedef struct jmb_sweep jmb_sweep;
jmb_sweep *jmb_sweep_new(void);
void jmb_sweep_free(jmb_sweep *sweep);
/* How many matches a text has. */
size_t jmb_sweep_run(const jmb_sweep *sweep, const char *text, size_t len);

#endif
