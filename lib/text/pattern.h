/* SPDX-License-Identifier: MIT */
/* Patterns: the only door to PCRE2.
 *
 * Our own tables' patterns are trusted. Patterns of a posting's author are not: they are refused
 * before they can hurt (length, nesting, repeats, recursion, callouts, verbs, \K, \C, option x),
 * compiled with automatic callouts and run by the interpreter with a step count that is the same on
 * every machine; never by machine code. A compiled pattern is immutable and may be run by any
 * number of threads, each with its own jmi_pattern_run. */
#ifndef JMI_TEXT_PATTERN_H
#define JMI_TEXT_PATTERN_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"

typedef struct jmi_pattern jmi_pattern;
typedef struct jmi_pattern_run jmi_pattern_run; /* match state of one thread */

typedef struct jmi_pattern_limits {
  uint32_t max_bytes; /* of the expression */
  int64_t max_steps;  /* of one run */
} jmi_pattern_limits;

/* Compiles an expression (UTF, caseless when asked). limits NULL: trusted, from our tables; else
 * a stranger's. On JM_ERR_FIELD err holds the reason, PCRE2's or ours, and err->offset the byte in
 * the expression; on JM_ERR_LIMIT it is longer than limits->max_bytes. Memory comes from the
 * allocator, by which the pattern can be freed with jmi_pattern_free(). */
jm_status jmi_pattern_new(jmi_pattern **out, const jm_allocator *allocator, jmi_str expression,
                          bool caseless, const jmi_pattern_limits *limits,
                          jm_error *err) JM_MUST_USE;
void jmi_pattern_free(jmi_pattern *pattern);
/* Makes machine code of a trusted pattern, before it is shared: its runs on short texts find the
 * same in a fifth of the time. It takes as long as some fifteen runs. Where the machine has no code
 * for it, or forbids it, the pattern stays as it is. */
void jmi_pattern_hasten(jmi_pattern *pattern);
/* The number of a named group, 1 or more; 0 when there is none of that name. */
uint32_t jmi_pattern_group(const jmi_pattern *pattern, const char *name);

jm_status jmi_pattern_run_new(jmi_pattern_run **out, const jm_allocator *allocator) JM_MUST_USE;
void jmi_pattern_run_free(jmi_pattern_run *run);
/* Gives trusted patterns less than their usual share of PCRE2's steps: for tests of what a limit
 * leads to. */
void jmi_pattern_run_bound(jmi_pattern_run *run, uint32_t matches);

typedef enum jmi_found {
  JMI_FOUND_NO,
  JMI_FOUND_YES,
  JMI_FOUND_LIMIT, /* the step count or a limit of PCRE2 was hit: neither yes nor no */
  JMI_FOUND_MEMORY
} jmi_found;

/* Looks for the pattern in text (valid UTF-8) from byte `start` on. */
jmi_found jmi_pattern_find(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text,
                           uint32_t start);
/* The same for a trusted pattern, where a match begins at byte `last` at the latest. */
jmi_found jmi_pattern_find_within(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text,
                                  uint32_t start, uint32_t last);
/* After JMI_FOUND_YES: the span of a group (0 is the whole) in the text; false when unset. */
bool jmi_pattern_span(const jmi_pattern_run *run, uint32_t group, uint32_t *start, uint32_t *end);
/* Steps that the last run took; 0 for trusted patterns. */
int64_t jmi_pattern_steps(const jmi_pattern_run *run);

#endif
