/* SPDX-License-Identifier: MIT */
/* Lexicons that others made: ESCO and O*NET, from the tables they publish.
 *
 *   skills_en.csv, skillGroups_en.csv, …   --esco.c-->   records   --foreign.c-->   a builder
 *   Technology Skills.txt, …               --onet.c-->             (traps.c: what is let in)
 *
 * Records are what the tables say and no more: tables may come in any order, and links are looked
 * up by id when all are there. What a builder has from sources before (the built-in lexicon, a
 * caller's own) keeps its meaning; a foreign concept that goes by a name of ours adds its other
 * names to our concept. */
#ifndef JMI_LEXICON_FOREIGN_H
#define JMI_LEXICON_FOREIGN_H

#include "jobmatch/lexicon.h"
#include "lexicon/builder.h"
#include "lexicon/csv.h"

/* What a row of a table is about. */
typedef enum jmi_foreign_type {
  JMI_FOREIGN_SKILL,     /* ESCO: what people do ("bake bread") */
  JMI_FOREIGN_KNOWLEDGE, /* ESCO: what people know ("types of flour") */
  JMI_FOREIGN_GROUP,     /* ESCO: a heading over skills */
  JMI_FOREIGN_PRODUCT,   /* O*NET: a tool by its name */
  JMI_FOREIGN_COMMODITY, /* O*NET: what such tools are */
  JMI_FOREIGN_TITLE,     /* O*NET: of a job */
  JMI_FOREIGN_TYPE_COUNT
} jmi_foreign_type;

typedef struct jmi_foreign_concept {
  jmi_str id;      /* of its own source; links name it */
  jmi_str name;    /* preferred label */
  jmi_str also[2]; /* alternative and hidden labels, as the cell has them */
  uint8_t type;    /* a jmi_foreign_type */
  jmi_place place;
} jmi_foreign_concept;

typedef struct jmi_foreign_link {
  jmi_str from, to; /* ids */
  uint8_t kind;     /* a jmi_link_kind */
} jmi_foreign_link;

/* The records of one source. */
typedef struct jmi_foreign {
  jmi_list concepts, links;
} jmi_foreign;

/* A caller's document, read. */
typedef struct jmi_own {
  const char *file;
  const jmi_node *root;
} jmi_own;

struct jm_lexicon {
  jm_allocator allocator;
  jmi_arena arena;  /* owns: texts, trees, records */
  jmi_stems *stems; /* owns: for checks */
  jmi_list own;     /* jmi_own */
  jmi_foreign esco, onet;
  uint64_t hash; /* of all texts in the order they were added */
};

/* ---- esco.c, onet.c ---------------------------------------------------------------------------
 */

/* A column of a table: a row of what a reader asks for. The first of `names` that is there is
 * taken: editions differ. */
typedef struct jmi_column {
  const char *names[3];
  bool required;
} jmi_column;

/* Finds columns by name. JM_ERR_FIELD, naming it, when a required one is not there. */
jm_status jmi_columns_find(uint32_t *out, const jmi_csv *csv, const jmi_column *columns,
                           uint32_t count, const char *table, jm_error *err) JM_MUST_USE;

/* Reads one table of ESCO (kinds JM_LEXICON_ESCO_…) or O*NET into records. Texts must live as long
 * as the arena. */
jm_status jmi_esco_read(jmi_foreign *out, jmi_arena *arena, int32_t kind, const char *file,
                        jmi_str text, jm_error *err) JM_MUST_USE;
jm_status jmi_onet_read(jmi_foreign *out, jmi_arena *arena, int32_t kind, const char *file,
                        jmi_str text, jm_error *err) JM_MUST_USE;

/* ---- traps.c ----------------------------------------------------------------------------------
 */

typedef enum jmi_verdict {
  JMI_LET_IN,
  JMI_LET_IN_EXACT, /* as written, but for case */
  JMI_LET_IN_CASED, /* in its very letters */
  JMI_KEEP_OUT
} jmi_verdict;

/* What is known about a label when it is judged. */
typedef struct jmi_label {
  const jmi_tokens *tokens;
  const jmi_lexicon *words; /* whose word lists count */
  uint32_t uses;            /* one word: how many concepts of the source have it in a name */
  uint8_t type;             /* a jmi_foreign_type */
  bool preferred;
} jmi_label;

jmi_verdict jmi_traps_judge(const jmi_label *label);

/* ---- foreign.c --------------------------------------------------------------------------------
 */

/* Adds the records of one source. `words` has the word lists by which labels are judged.
 * JM_ERR_MEMORY is the only failure. */
jm_status jmi_foreign_add(jmi_lexicon_builder *builder, const jmi_foreign *records, uint8_t source,
                          const jmi_lexicon *words, jm_error *err) JM_MUST_USE;

/* ---- extra.c ----------------------------------------------------------------------------------
 */

/* Adds a lexicon's own documents: before the built-in one, so that they take precedence. */
jm_status jmi_extra_add_own(jmi_lexicon_builder *builder, const jm_lexicon *extra,
                            jm_error *err) JM_MUST_USE;
/* Adds its foreign tables: after the built-in one. */
jm_status jmi_extra_add_foreign(jmi_lexicon_builder *builder, const jm_lexicon *extra,
                                jm_error *err) JM_MUST_USE;

#endif
