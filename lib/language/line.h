/* SPDX-License-Identifier: MIT */
/* What the files that read a requirement line share: the line's tokens and what became of each.
 *
 *   line.c    the way of a line: tokens, matters, marks, component
 *   marks.c   what the rules say of single tokens
 *   tier.c    tier words, waivers, headings
 *   study.c   degrees, fields and what may stand in their place
 *   years.c   whose the years are
 *   split.c   the rest: clauses, lists, examples, tails; with share.c and level.c (split.h)
 *   units.c   tokens of one item made into weighted units                                     */
#ifndef JMI_LANGUAGE_LINE_H
#define JMI_LANGUAGE_LINE_H

#include "language/rules.h"

/* What a token is good for. */
typedef enum jmi_role {
  JMI_ROLE_KEEP,
  JMI_ROLE_CUT,      /* said something else (tier, years, degree …) or nothing */
  JMI_ROLE_OPTIONAL, /* only welcome: never asked */
  JMI_ROLE_LEVEL     /* says a level */
} jmi_role;

typedef struct jmi_mark_at {
  uint8_t role;         /* a jmi_role */
  bool examples;        /* examples begin behind this token */
  bool breaks;          /* a new thing is asked behind this token */
  bool bracketed;       /* it stands in brackets */
  bool tail, soft_tail; /* purpose or context begins here; soft: "for" */
  bool company;         /* with whom: context of a trait */
  uint8_t need;         /* "at least n of" begins here */
  uint8_t level;        /* a jmi_level that this token says */
  uint32_t hit;         /* the hit this token is in; JMI_NONE */
} jmi_mark_at;

typedef struct jmi_line {
  jmi_scribe *scribe;
  const jmi_requirement *given;
  jmi_tokens tokens;
  jmi_hits hits;
  jmi_matches matches;
  jmi_mark_at *marks;                             /* one for each token */
  jmi_list groups, parts, units, words, examples; /* in the scratch until the line is done */
  uint32_t study_end;   /* one past the last degree's tokens, when its group is the last; else 0 */
  jmi_list part_places; /* jmi_place, one for each part */
} jmi_line;

/* Where a part stands, in tokens. */
typedef struct jmi_place {
  uint32_t first, end;
} jmi_place;

/* The first token that starts at or behind a byte. */
uint32_t jmi_line_token_at(const jmi_line *line, uint32_t byte);
/* Gives a role to the tokens that lie in [start, end) bytes. */
void jmi_line_mark(jmi_line *line, uint32_t start, uint32_t end, jmi_role role);
/* True when a token is a word of this very norm, and no part of a phrase that the lexicon has. */
bool jmi_line_is(const jmi_line *line, uint32_t token, const char *norm);
bool jmi_line_is_sign(const jmi_line *line, uint32_t token, char sign);
/* One past the last token of the sentence that a token stands in. */
uint32_t jmi_line_sentence_end(const jmi_line *line, uint32_t token);

/* Notes on the tokens which of them stand in brackets; what the rules say for splitting. */
void jmi_line_mark_brackets(jmi_line *line);
void jmi_line_mark_structure(jmi_line *line);

/* Opens a group that asks for one of its parts. NULL when out of memory. */
jmi_group *jmi_line_group(jmi_line *line);
/* A new part at the end of the last group; NULL when out of memory or past the limit. */
jmi_part *jmi_line_part(jmi_line *line, uint32_t first, uint32_t end, jmi_criterion criterion,
                        const char *rule);
jm_status jmi_line_failure(const jmi_line *line);

/* Adds the units of tokens [first, end) to the last part. Returns their weight. */
enum { JMI_UNITS_TAIL = 1, JMI_UNITS_ANY_ROLE = 2 };
int64_t jmi_units_add(jmi_line *line, uint32_t first, uint32_t end, unsigned flags);
/* Adds a concept that tokens [first, end) name together with words elsewhere. Returns its weight.
 */
int64_t jmi_units_add_concept(jmi_line *line, uint32_t concept, uint32_t first, uint32_t end);
/* Adds the concept of this preferred name, if the lexicon has it, to the last part. */
void jmi_units_add_named(jmi_line *line, const char *name);
/* Adds the tokens' units as examples of the last part's last unit of its head. */
void jmi_units_add_examples(jmi_line *line, uint32_t first, uint32_t end);
/* Sees to what depends on all of a part's units: weights beside concepts, the criterion. */
void jmi_units_finish(jmi_line *line, jmi_part *part);

/* The heading rule that a line matches, NULL when it is none. */
const char *jmi_line_heading(const jmi_line *line);
/* Cuts what is waived, and notes the rule in case nothing is left. */
void jmi_line_cut_waivers(jmi_line *line, jmi_reading *out);
/* Finds the tier and where it came from; cuts the words that say it. */
void jmi_line_settle_tier(jmi_line *line, jmi_reading *out);
/* Cuts words that ask for nothing where they stand. */
void jmi_line_cut_fillers(jmi_line *line);
/* True when a match lies in what was already taken for something else. */
bool jmi_line_is_cut(const jmi_line *line, const jmi_match *match);
/* Years' words make no unit; once the parts are there, years are given to theirs. */
void jmi_line_cut_years(jmi_line *line);
jm_status jmi_line_settle_years(jmi_line *line);

jm_status jmi_line_study(jmi_line *line);
jm_status jmi_line_split(jmi_line *line);

#endif
