/* SPDX-License-Identifier: MIT */
/* Items of a clause, and what neighbours in a list share.
 *
 *   split.c   a line cut into clauses, items, groups
 *   share.c   "written and verbal communication": items that only together ask for something */
#ifndef JMI_LANGUAGE_SPLIT_H
#define JMI_LANGUAGE_SPLIT_H

#include "language/line.h"

typedef enum jmi_join { JMI_JOIN_START, JMI_JOIN_COMMA, JMI_JOIN_AND, JMI_JOIN_OR } jmi_join;

typedef struct jmi_item {
  uint32_t first, end;           /* its head, in tokens */
  uint32_t tail_first, tail_end; /* purpose or context */
  uint32_t example_first, example_end;
  uint32_t shared; /* the concept that it names with its neighbour's noun; JMI_NONE */
  uint8_t join;    /* a jmi_join: what stands before it */
  uint8_t need;    /* "at least n of" stands before it */
  bool listed;     /* a comma stands before it, alone or with a word */
  bool soft_tail;
  bool gone; /* joined to a neighbour */
} jmi_item;

/* A token that tells something: not cut, no stop word. */
bool jmi_line_is_telling(const jmi_line *line, uint32_t token);
/* The kind of the concept that a token stands in; JMI_CONCEPT_KIND_COUNT: in none. */
uint8_t jmi_line_hit_kind(const jmi_line *line, uint32_t token);

/* One past the verbs that open an item: "manage", "design and build". */
uint32_t jmi_item_verbs_end(const jmi_line *line, const jmi_item *item);
bool jmi_item_has_more_than_verbs(const jmi_line *line, const jmi_item *item);
/* Joins the items of a clause that ask for something only together; those joined are gone. */
jm_status jmi_items_share(jmi_line *line, jmi_item *items, uint32_t count);
/* The level that words beside tokens [first, end) ask of them; JMI_LEVEL_NONE. */
uint8_t jmi_level_beside(const jmi_line *line, uint32_t first, uint32_t end);
/* The preposition behind which an item names what alternatives replace: "statistical analysis in
 * [R], SAS or Python". JMI_NONE when all of it is one of them. */
uint32_t jmi_item_preposition(const jmi_line *line, const jmi_item *item);

#endif
