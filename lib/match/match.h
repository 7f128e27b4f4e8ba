/* SPDX-License-Identifier: MIT */
/* Matching: a posting compiled into a plan, a profile into an index, and the evidence for each
 * part of the one in the other.
 *
 *   posting -> readings -> plan            lines, their parts, the author's patterns
 *   profile -> statements -> index         for each concept and stem: who shows it, how well
 *   part x index -> outcome                strength, standing, evidence, shortfall
 *
 * Handles are immutable once made and belong to the scorer they were made with. */
#ifndef JMI_MATCH_MATCH_H
#define JMI_MATCH_MATCH_H

#include "jobmatch/result.h"
#include "language/language.h"

struct jm_scorer {
  jm_allocator allocator;
  jmi_arena arena; /* owns: policy texts, a merged lexicon */
  jm_limits limits;
  jmi_policy policy;
  jmi_lexicon merged;         /* when the caller gave a lexicon */
  const jmi_lexicon *lexicon; /* merged, or the built-in one */
  jmi_stems *stems;
  jmi_language *language;
  jmi_month as_of; /* JMI_MONTH_NONE: the latest month of each profile */
  int32_t as_of_day;
  uint64_t policy_hash, lexicon_hash; /* of the texts given; 0 for the defaults */
  bool allow_patterns, undecided_is_error;
};

/* ---- plan ------------------------------------------------------------------------------- */

typedef struct jmi_line_plan {
  const jmi_requirement *given;
  jmi_reading reading;
} jmi_line_plan;

struct jm_posting {
  jmi_arena arena;
  const jm_scorer *scorer;
  jmi_posting given;
  jmi_line_plan *lines;   /* scored, in the posting's order */
  jmi_line_plan *aside;   /* set aside: they ask for nothing */
  jmi_pattern **patterns; /* owns each */
  uint32_t line_count, aside_count, pattern_count;
  uint64_t hash; /* of the text */
};

/* ---- index ------------------------------------------------------------------------------ */

/* How evidence meets a part, best first. */
typedef enum jmi_how {
  JMI_HOW_NONE,
  JMI_HOW_STATED, /* a field of the profile says it: willing, licences, degree */
  JMI_HOW_DATES,  /* counted from dated entries */
  JMI_HOW_PATTERN,
  JMI_HOW_ALIAS,
  JMI_HOW_INFLECTED,
  JMI_HOW_NARROWER,
  JMI_HOW_WORDS,
  JMI_HOW_SPREAD,
  JMI_HOW_RELATED,
  JMI_HOW_COUNT
} jmi_how;
extern const char *const jmi_how_words[JMI_HOW_COUNT];

/* One statement shows one thing, and how well. */
typedef struct jmi_shown {
  uint64_t key;               /* a concept's number, or of one of the JMI_KEY kinds */
  const jmi_mention *mention; /* who says so: words are compared by its text, not by the hash */
  uint32_t statement;
  int32_t months;  /* claimed beside it; -1 */
  uint16_t credit; /* of 1000 */
  uint8_t how;     /* a jmi_how */
  uint8_t level;   /* a jmi_level; JMI_LEVEL_NONE when not said */
} jmi_shown;

struct jm_profile {
  jmi_arena arena;
  const jm_scorer *scorer;
  jmi_profile given;
  jmi_statements statements;
  jmi_shown *shown; /* by key, then statement; the best of each statement only */
  uint32_t shown_count;
  jmi_month present;    /* what an open end means */
  int32_t total_months; /* of work: the union of dated jobs, or what the profile claims */
  uint64_t hash;
};

/* Keys of what is no concept: words that no lexicon has by the hash of their stem (words are then
 * compared by their text), others by their number, families by theirs. */
#define JMI_KEY_HASH   ((uint64_t)1 << 63)
#define JMI_KEY_WORD   ((uint64_t)1 << 62)
#define JMI_KEY_FAMILY ((uint64_t)1 << 61)

static inline uint64_t jmi_word_key(uint32_t word, uint64_t hash)
{
  return word == JMI_NONE ? hash | JMI_KEY_HASH : word | JMI_KEY_WORD;
}

#define JMI_CREDIT_KIN 850 /* another word of the family: "assess" for "evaluate" */

/* Puts what was shown, statement by statement, into the profile's index (order.c). */
jm_status jmi_shown_order(jm_profile *profile, jmi_arena *scratch, const jmi_shown *shown,
                          uint32_t count) JM_MUST_USE;
/* What the profile shows of a key: a slice of shown; NULL when it shows nothing. */
const jmi_shown *jmi_index_find(const jm_profile *profile, uint64_t key, uint32_t *count);

/* Months that statements cover together: the union of their spans, never the sum of overlaps. */
typedef struct jmi_interval {
  jmi_month from, end; /* [from, end) */
} jmi_interval;
int32_t jmi_months_union(jmi_interval *intervals, uint32_t count);
/* The span of a statement's job; false when it has none. */
bool jmi_statement_interval(const jm_profile *profile, uint32_t statement, jmi_interval *out);

/* ---- outcomes --------------------------------------------------------------------------- */

#define JMI_EVIDENCE_MAX 4

typedef struct jmi_outcome {
  uint8_t standing;                    /* a jm_standing */
  uint8_t how;                         /* a jmi_how */
  int32_t strength;                    /* of 1000 */
  uint32_t evidence[JMI_EVIDENCE_MAX]; /* statements, the most telling first */
  uint32_t evidence_count;
  const char *rule;  /* the rule of matching that decided: "match.alias" … */
  jmi_str shortfall; /* in words; "" when nothing is short */
  bool short_of;     /* fewer years or a lower level than asked: its line is not met */
} jmi_outcome;

/* What one thread needs to match pairs. */
typedef struct jmi_matcher {
  const jm_scorer *scorer;
  const jm_posting *posting;
  const jm_profile *profile;
  jmi_arena *arena;     /* borrows: for what outlives the pair's scratch (shortfalls) */
  jmi_arena scratch;    /* owns */
  jmi_pattern_run *run; /* owns; NULL until a pattern is run */
  int64_t steps_left;
} jmi_matcher;

/* Judges one part. Fails with JM_ERR_MEMORY only. */
jm_status jmi_part_match(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part) JM_MUST_USE;

/* The parts of it, by kind of criterion. */
jm_status jmi_match_skill(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                          const jmi_part *part) JM_MUST_USE;
void jmi_match_years(jmi_outcome *out, jmi_matcher *matcher, const jmi_part *part);
jm_status jmi_match_education(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                              const jmi_part *part) JM_MUST_USE;
jm_status jmi_match_matter(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                           const jmi_part *part) JM_MUST_USE;
/* A named entry, read against a part (label.c), in thousandths. */
typedef struct jmi_named {
  int32_t strength; /* that the part shows by how much of the entry stands in it; 0: no name */
  int32_t worth;    /* what its strength by any other way is worth: less when it says much else */
} jmi_named;
jmi_named jmi_label_read(const jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part, uint32_t statement);
jm_status jmi_match_pattern(jmi_outcome *out, jmi_matcher *matcher,
                            const jmi_part *part) JM_MUST_USE;

/* The standing of a strength by the policy's thresholds. */
uint8_t jmi_standing_of(const jmi_policy *policy, int32_t strength);
/* A text in the matcher's arena, printf-like; "" when out of memory. */
jmi_str jmi_phrase(jmi_arena *arena, const char *format, ...) JMI_PRINTF(2, 3);
/* "5 years", "18 months". */
jmi_str jmi_months_words(jmi_arena *arena, int32_t months);

#endif
