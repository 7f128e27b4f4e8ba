/* SPDX-License-Identifier: MIT */
/* The walk over a posting's blocks: what it knows where it stands, and how lines are taken. For
 * extract.c and extract_lines.c only. */
#ifndef JMI_LANGUAGE_WALKER_H
#define JMI_LANGUAGE_WALKER_H

#include "language/blocks.h"
#include "language/extract.h"
#include "language/heads.h"

typedef struct jmi_walker {
  jmi_arena *arena;
  jmi_arena lines_arena; /* owns: of one line's reading */
  jmi_scribe scribe;
  const jmi_block *blocks;
  uint32_t count, title;
  jmi_list lines;
  uint8_t head, level; /* of the section, and of the heading that began it */
  uint8_t lead;        /* of the list in hand: what its lead line says; NONE */
  bool listed;         /* the section has shown an item */
  uint32_t run_end;    /* of the items in hand that nothing heads; they ask for something when */
  bool run_asks;       /* half of them do */
} jmi_walker;

/* True for what asks for something: required or preferred. */
bool jmi_is_asking(uint8_t head);
/* What holds for what comes next. */
uint8_t jmi_walker_head(const jmi_walker *w);
jmi_extract_list jmi_list_of_head(uint8_t head);
/* Leaves out what parts an item from the next in a sentence made of a list: "a van; and". */
jmi_str jmi_joint_drop(jmi_str text);

/* Takes a line, if it asks for something when it is read. */
jm_status jmi_walker_take(jmi_walker *w, jmi_str text, uint32_t line,
                          jmi_extract_list list) JM_MUST_USE;
/* Takes a line that asks for years or for a degree, and no other. */
jm_status jmi_walker_take_measured(jmi_walker *w, jmi_str text, uint32_t line) JM_MUST_USE;

/* Which sentences of a text are lines of their own: such a one is taken where things are asked for,
 * whatever its shape is. */
typedef enum jmi_alone { JMI_ALONE_NONE, JMI_ALONE_WHOLE, JMI_ALONE_EACH } jmi_alone;
/* Takes the sentences of a text that ask for something, under what `head` says. */
jm_status jmi_walker_sentences(jmi_walker *w, jmi_str text, uint32_t line, uint8_t head,
                               jmi_alone alone) JM_MUST_USE;

#endif
