/* SPDX-License-Identifier: MIT */
/* Blocks: a posting's text as a page shows it, heading by heading, item by item.
 *
 * In:  HTML, Markdown, or text without any markup. Out: blocks, each one plain line.
 *
 *   <h2>You have</h2><ul><li>a van<li>3 years      heading 2 "You have"   item 1 "a van"   item 1
 * ...
 *
 * Nothing is refused. Texts live in the arena. */
#ifndef JMI_LANGUAGE_BLOCKS_H
#define JMI_LANGUAGE_BLOCKS_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"

typedef enum jmi_block_kind {
  JMI_BLOCK_TEXT,
  JMI_BLOCK_ITEM,
  JMI_BLOCK_HEADING,
  JMI_BLOCK_NAME /* a page's own name: <title> */
} jmi_block_kind;

/* Levels of headings: 1 to 6 as marked, and then what only looks like one. */
enum { JMI_LEVEL_BOLD = 7, JMI_LEVEL_LEAD = 8 };

typedef struct jmi_block {
  jmi_str text;  /* plain, its bullet and markup left out; never empty */
  uint32_t line; /* where it begins, from 1 */
  uint8_t kind;  /* a jmi_block_kind */
  uint8_t level; /* of a heading: 1 to JMI_LEVEL_LEAD; of an item: its depth, from 1 */
  bool apart;    /* a gap stands before it */
} jmi_block;

/* jmi_block items, by what the text is. */
jm_status jmi_blocks_read(jmi_list *out, jmi_arena *arena, jmi_str text) JM_MUST_USE;

/* The two ways there (blocks_html.c, blocks_text.c). */
jm_status jmi_blocks_read_html(jmi_list *out, jmi_arena *arena, jmi_str html) JM_MUST_USE;
jm_status jmi_blocks_read_text(jmi_list *out, jmi_arena *arena, jmi_str text) JM_MUST_USE;

/* Adds a block made of a row: plain, its bullet dropped (and made an item, if it was a text); none
 * when nothing is left. */
jm_status jmi_block_add(jmi_list *out, jmi_arena *arena, const jmi_block *row) JM_MUST_USE;

/* True for a text in capitals throughout, of a word at least. */
bool jmi_is_shouted(jmi_str text);

#endif
