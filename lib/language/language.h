/* SPDX-License-Identifier: MIT */
/* Language: what a requirement line asks for, and what a statement of a profile shows.
 *
 * In:  raw lines and prose of model/, a lexicon, the tables of rules.c.
 * Out: readings. A line becomes groups of parts; a statement becomes hits and stems with levels.
 *
 *   "5+ years of Python or Go, and a degree in physics"
 *    group 0, any of   [ Python, 60 months ]  [ Go, 60 months ]
 *    group 1, any of   [ education: bachelor, physics ]
 *
 * All groups of a line are asked for; within a group `need` of its parts. A part is a bag of
 * units; a unit is a concept or a word, with a weight, and may be replaced by its examples. */
#ifndef JMI_LANGUAGE_LANGUAGE_H
#define JMI_LANGUAGE_LANGUAGE_H

#include "lexicon/lexicon.h"
#include "model/model.h"
#include "text/pattern.h"
#include "text/text.h"
#include "text/tokens.h"

/* ---- rules ------------------------------------------------------------------------------ */

typedef enum jmi_subject {
  JMI_RULE_WAIVER,     /* the clause asks for nothing */
  JMI_RULE_TIER,       /* says a jmi_tier */
  JMI_RULE_OPTIONAL,   /* what follows in the clause is only welcome ("preferably") */
  JMI_RULE_LEVEL,      /* says a jmi_level */
  JMI_RULE_YEARS,      /* says 0: of what stands near; 1: of work in total */
  JMI_RULE_DEGREE,     /* says a jmi_degree */
  JMI_RULE_EQUIVALENT, /* "or equivalent experience"; says 1: experience in place of a degree */
  JMI_RULE_MATTER,     /* a matter for the candidate to confirm; says a jmi_criterion */
  JMI_RULE_CREDENTIAL, /* certificate or licence words; says a jmi_criterion */
  JMI_RULE_EXAMPLES,   /* introduces examples; says 1 when they are all asked ("namely") */
  JMI_RULE_COUNT,      /* "at least two of"; says how many, 0: read the number, -1: of one kind */
  JMI_RULE_TAIL,       /* what follows is purpose (0), context (1), "for" (2), company (3) */
  JMI_RULE_NEGATION,   /* what follows in the clause is denied */
  JMI_RULE_HEADING,    /* the line is no requirement: heading, benefit, notice */
  JMI_RULE_FILLER,     /* asks for nothing where it stands; says 1: what stands before can
                          be got, 2: its "or" joins nothing */
  JMI_SUBJECT_COUNT
} jmi_subject;

typedef struct jmi_rule {
  const char *id; /* stable: stands in ledgers */
  uint8_t subject;
  int16_t says;
  const char *words; /* triggers: folded words, parted by blanks, # for any number of four digits */
  const char *pattern; /* PCRE2, caseless, over plain text */
} jmi_rule;

uint32_t jmi_rule_count(void);
const jmi_rule *jmi_rule_at(uint32_t index);

/* ---- what can be asked ------------------------------------------------------------------ */

typedef enum jmi_criterion {
  JMI_CRITERION_SKILL,
  JMI_CRITERION_YEARS,
  JMI_CRITERION_EDUCATION,
  JMI_CRITERION_CERTIFICATE,
  JMI_CRITERION_LANGUAGE,
  JMI_CRITERION_TRAVEL,
  JMI_CRITERION_LICENCE,
  JMI_CRITERION_AUTHORIZATION,
  JMI_CRITERION_CLEARANCE,
  JMI_CRITERION_AVAILABILITY,
  JMI_CRITERION_LOCATION,
  JMI_CRITERION_TRAIT,
  JMI_CRITERION_PATTERN,
  JMI_CRITERION_COUNT
} jmi_criterion;

typedef enum jmi_component { JMI_CAN, JMI_WILLING, JMI_FIT } jmi_component;

typedef struct jmi_criterion_info {
  const char *word;
  uint8_t component;       /* a jmi_component */
  bool silence_is_unknown; /* a profile that says nothing of it leaves it unknown, not missing */
} jmi_criterion_info;
extern const jmi_criterion_info jmi_criteria[JMI_CRITERION_COUNT];

/* One thing a part is made of. */
typedef struct jmi_unit {
  uint32_t concept; /* JMI_NONE: a plain word */
  jmi_str norm;     /* of a word: folded; of a concept: its text in the line */
  jmi_str stem;
  uint64_t hash;                         /* of stem */
  uint32_t word;                         /* the lexicon's number of stem; JMI_NONE */
  int32_t weight;                        /* thousandths */
  bool specific;                         /* names a thing: may be the part's anchor */
  bool phrase;                           /* a concept that more than one token names */
  bool tail;                             /* stands in purpose or context */
  uint32_t first_word, word_count;       /* of a concept: its words as units, in reading.words */
  uint32_t first_example, example_count; /* units that stand for this one, in reading.examples */
} jmi_unit;

/* What a degree is in: bits of subjects.c. */
typedef struct jmi_subjects {
  uint64_t subjects; /* none when only whole fields are named ("engineering") */
  uint32_t fields;
} jmi_subjects;

typedef struct jmi_part {
  jmi_str text;       /* as it stands in the line (plain) */
  uint8_t criterion;  /* a jmi_criterion */
  uint8_t level;      /* asked; JMI_LEVEL_NONE when not said */
  uint8_t degree;     /* education: the least degree */
  bool any_field;     /* education: "or related field" */
  jmi_subjects in;    /* education: what the degree is to be in */
  int32_t min_months; /* years asked; 0: none */
  int32_t percent;    /* travel: asked; -1: not said */
  const char *rule;   /* id of the rule that made it */
  uint32_t first_unit, unit_count;
  int32_t pattern; /* index of the posting's pattern; -1 */
} jmi_part;

typedef struct jmi_group {
  uint32_t first_part, part_count;
  uint32_t need;  /* how many of its parts: 1 is any of */
  int32_t weight; /* thousandths, among the line's groups */
  bool label;     /* it stands before a colon: the topic of what follows */
} jmi_group;

typedef enum jmi_tier_source {
  JMI_TIER_BY_DEFAULT,
  JMI_TIER_BY_LIST,
  JMI_TIER_BY_WORDS,
  JMI_TIER_BY_FIELD
} jmi_tier_source;

typedef struct jmi_reading {
  jmi_str text; /* plain */
  uint8_t tier, tier_source, component;
  const char *tier_rule;      /* NULL when no word said it */
  const char *set_aside_rule; /* not NULL: the line asks for nothing, and this rule says so */
  const char *limit_rule;     /* not NULL: this rule hit its limit, so the line is undecided */
  bool named_list;            /* it lists things: not met while more than a quarter is missing */
  jmi_group *groups;
  jmi_part *parts;
  jmi_unit *units, *words, *examples;
  uint32_t group_count, part_count, unit_count, word_count, example_count;
} jmi_reading;

/* Weights in thousandths: of a concept by its kind; of a plain word by its class, and at most by
 * how few concepts have it in their names (word: its number by its stem, or JMI_NONE). */
int32_t jmi_concept_weight(const jmi_lexicon *lexicon, uint32_t concept);
int32_t jmi_word_weight(const jmi_lexicon *lexicon, jmi_word_class class, uint32_t word);

/* ---- reading ---------------------------------------------------------------------------- */

/* The tables ready for use: immutable, shared by threads. Patterns are compiled when first
 * triggered and then kept. Borrows lexicon and stems. */
typedef struct jmi_language jmi_language;
jm_status jmi_language_new(jmi_language **out, const jm_allocator *allocator,
                           const jmi_lexicon *lexicon, const jmi_stems *stems) JM_MUST_USE;
void jmi_language_free(jmi_language *language);
const jmi_lexicon *jmi_language_lexicon(const jmi_language *language);
const jmi_stems *jmi_language_stems(const jmi_language *language);

/* One reader belongs to one thread at a time. */
typedef struct jmi_scribe {
  const jmi_language *language;
  jmi_arena *arena;     /* borrows: what readings live in */
  jmi_arena scratch;    /* owns: forgotten with each line */
  jmi_pattern_run *run; /* owns */
  const char *limited;  /* the first rule that hit PCRE2's limit since it was last taken; NULL */
  uint32_t max_parts;
} jmi_scribe;
jm_status jmi_scribe_init(jmi_scribe *scribe, const jmi_language *language, jmi_arena *arena,
                          uint32_t max_parts) JM_MUST_USE;
void jmi_scribe_dispose(jmi_scribe *scribe);
/* The rule that hit its limit, if one did since the last call: what was read with it is unsure. */
const char *jmi_scribe_take_limit(jmi_scribe *scribe);

/* Reads a requirement line. Fails with JM_ERR_LIMIT (more than max_parts parts) or JM_ERR_MEMORY.
 */
jm_status jmi_line_read(jmi_reading *out, jmi_scribe *scribe,
                        const jmi_requirement *line) JM_MUST_USE;

/* A mention: a concept or stem that a statement shows, and how well. */
typedef struct jmi_mention {
  uint32_t concept; /* JMI_NONE: a plain word */
  jmi_str norm, stem;
  uint64_t hash;
  uint32_t word;               /* the lexicon's number of stem; JMI_NONE */
  uint32_t token, token_count; /* where in the statement */
  uint8_t level;               /* a jmi_level; JMI_LEVEL_NONE when not said */
  bool inflected;              /* a concept found by stems */
  int32_t months;              /* claimed beside it ("Python (6 years)"); -1 */
} jmi_mention;

/* A statement of a profile, read. Denied words are not among its mentions. */
typedef struct jmi_statement {
  jmi_entry entry; /* with text, path, mark of this very statement */
  jmi_mention *mentions;
  uint32_t count;
  uint8_t degree;         /* education: what it names */
  jmi_subjects in;        /* … and what that is in */
  uint16_t matters;       /* bits, by jmi_criterion: matters it speaks of and does not deny */
  const char *limit_rule; /* not NULL: this rule hit its limit, so the statement shows nothing */
} jmi_statement;

typedef struct jmi_statements {
  jmi_statement *items;
  uint32_t count;
  uint32_t limited; /* how many could not be read within the limits */
  jmi_month latest;
} jmi_statements;

/* Reads all of a profile: entries one by one, prose cut into statements with sections and dates. */
jm_status jmi_profile_statements(jmi_statements *out, jmi_scribe *scribe,
                                 const jmi_profile *profile, uint32_t max_entries) JM_MUST_USE;

#endif
