/* SPDX-License-Identifier: MIT */
/* Field tables: how a mapping of a known format is read into a C structure.
 *
 * A row says what a field is called, what kind of value it takes and where it goes. Unknown
 * (with "did you mean"), missing and wrong fields fall out of this one reader; repeated ones were
 * refused when the tree was made.
 *
 *   static const jmi_field skill_fields[] = {
 *     {"name",  JMI_FIELD_TEXT,   JMI_REQUIRED, offsetof(skill, name),   NULL},
 *     {"years", JMI_FIELD_NUMBER, 0,            offsetof(skill, months), NULL},
 *     {"from",  JMI_FIELD_CUSTOM, 0,            offsetof(skill, from),   read_date},
 *   };
 *
 * In a text field the scalar's source text is taken whatever it looks like. */
#ifndef JMI_DOCUMENT_FIELDS_H
#define JMI_DOCUMENT_FIELDS_H

#include "document/document.h"

/* What the rows share: where values live, where errors go, and who is reading. */
typedef struct jmi_reader {
  jmi_arena *arena;
  jm_error *err;
  void *ctx; /* borrows: for custom readers */
} jmi_reader;

/* Reads one value into the place that its row names. */
typedef jm_status jmi_field_read_fn(jmi_reader *reader, const jmi_node *value, void *place);

typedef enum jmi_field_kind {
  JMI_FIELD_TEXT,   /* jmi_str: a scalar that is not null, as written; not blank */
  JMI_FIELD_TEXTS,  /* jmi_texts: a list of such scalars (or one scalar) */
  JMI_FIELD_FLAG,   /* bool: true or false; `yes`, `on` and kin are errors with a hint */
  JMI_FIELD_MILLI,  /* int32_t: a decimal number of 0 or more, in thousandths ("2", "0.5") */
  JMI_FIELD_CUSTOM, /* whatever its function reads */
  JMI_FIELD_IGNORE  /* read by nobody: carried by the format, never used */
} jmi_field_kind;

enum { JMI_REQUIRED = 1 };

/* A list of texts with their nodes, for places. */
typedef struct jmi_texts {
  const jmi_str *items;
  const jmi_node *const *nodes;
  uint32_t count;
} jmi_texts;

typedef struct jmi_field {
  const char *name;
  uint8_t kind;  /* a jmi_field_kind */
  uint8_t flags; /* JMI_REQUIRED or 0 */
  size_t offset; /* of the place in the target structure */
  jmi_field_read_fn *read;
} jmi_field;

/* Reads a mapping by its table. `what` names the mapping in messages: "a posting".
 * Returns JM_OK, JM_ERR_FIELD (err: place, path, message, hint) or JM_ERR_MEMORY. */
jm_status jmi_fields_read(jmi_reader *reader, const jmi_node *map, const char *what,
                          const jmi_field *fields, size_t field_count, void *target) JM_MUST_USE;

/* The kinds above as functions, for custom readers. Messages call the value by its path. */
jm_status jmi_read_text(jmi_reader *reader, const jmi_node *value, void *place);
jm_status jmi_read_texts(jmi_reader *reader, const jmi_node *value, void *place);
jm_status jmi_read_flag(jmi_reader *reader, const jmi_node *value, void *place);
jm_status jmi_read_milli(jmi_reader *reader, const jmi_node *value, void *place);

/* A word of a fixed table ("must-have", "required", "preferred"): its index goes to *word. On
 * failure the message lists the words, or says which one was meant. */
jm_status jmi_read_word(jmi_reader *reader, const jmi_node *value, const char *const *words,
                        size_t word_count, uint8_t *word);

/* An error at a node: fills place and path, and returns JM_ERR_FIELD. */
jm_status jmi_fail_node(jm_error *err, const jmi_node *node, const char *format, ...)
    JMI_PRINTF(3, 4);

#endif
