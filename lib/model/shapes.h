/* SPDX-License-Identifier: MIT */
/* Items of foreign profiles, by tables: which members of a job, a skill or a study are read, and as
 * what. What no row names is passed over: so are employers, schools, people, addresses.
 *
 *   {"position": "Baker",          row {"position", JMI_TAKE_TEXT, JMI_ENTRY_TITLE}
 *    "name": "Crumb",              no row
 *    "startDate": "2019-03",       row {"startDate", JMI_TAKE_FROM}
 *    "highlights": ["Rolls"]}      row {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_HIGHLIGHT} */
#ifndef JMI_MODEL_SHAPES_H
#define JMI_MODEL_SHAPES_H

#include "model/foreign.h"
#include "model/gather.h"

typedef enum jmi_take {
  JMI_TAKE_TEXT,   /* a text, or texts: an entry for each */
  JMI_TAKE_PIECES, /* the same, where a text holds several between commas */
  JMI_TAKE_LABEL,  /* a text that may be only a heading ("Tools"): then no entry */
  JMI_TAKE_LEVEL,  /* how well all of the item is known */
  JMI_TAKE_FROM,
  JMI_TAKE_TO,
  JMI_TAKE_DATE,   /* an end; or both, as in "2019 - 2021" */
  JMI_TAKE_DEGREE, /* of a study, whose entry stands at the item itself */
  JMI_TAKE_FIELD
} jmi_take;

typedef struct jmi_row {
  const char *name;
  uint8_t take; /* a jmi_take */
  uint8_t kind; /* of its entries: a jmi_entry_kind, or JMI_KIND_OF_LIST */
} jmi_row;

/* The kind that the list of the items says; see jmi_shapes_read(). */
#define JMI_KIND_OF_LIST JMI_ENTRY_KIND_COUNT

typedef struct jmi_shape {
  const jmi_row *rows;
  size_t count;
  uint8_t end;    /* a jmi_span_end: what a missing end means */
  bool one_group; /* all items of the list share a group, as skills do; else each has its own */
} jmi_shape;

/* A foreign profile while it is read. */
typedef struct jmi_shaping {
  jmi_reader *reader;
  jmi_gather *gather; /* the reader's */
  jmi_told told;
  jm_status status; /* the first failure; nothing is added behind it */
} jmi_shaping;

/* Readers of whole documents; they add to the gather that is the reader's ctx. */
jm_status jmi_json_resume_read(jmi_reader *reader, jmi_notes *notes,
                               const jmi_node *root) JM_MUST_USE;
jm_status jmi_rendercv_read(jmi_reader *reader, jmi_notes *notes, const jmi_node *root) JM_MUST_USE;

/* Reads an item; a text is an entry of `kind`. */
void jmi_shape_read(jmi_shaping *s, const jmi_node *item, const jmi_shape *shape, jmi_frame frame);
/* Reads a list of items, or one. */
void jmi_shapes_read(jmi_shaping *s, const jmi_node *list, const jmi_shape *shape,
                     jmi_entry_kind kind);
/* Adds an entry for a text, or for each of a list. */
void jmi_shape_texts(jmi_shaping *s, const jmi_node *value, const jmi_frame *frame);
/* Adds an entry for each piece between the commas of a scalar. */
void jmi_shape_pieces(jmi_shaping *s, const jmi_node *node, const jmi_frame *frame);

#endif
