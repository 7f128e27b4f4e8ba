/* SPDX-License-Identifier: MIT */
/* A document: bytes of YAML or JSON made into one read-only tree whose every node knows its place.
 *
 * The tree is the same for both languages. It keeps the source text of every scalar as written
 * (`no`, `3.10`, `1e3` stay text); what a scalar means is asked by the field that reads it.
 *
 *   title: Baker            map -- "title" --> scalar "Baker"
 *   requirements:               \- "requirements" --> list --> scalar "oven", scalar "dough"
 *     - oven
 *     - dough
 *
 * Refused with a place: text that is not UTF-8 (UTF-16 with a byte order mark is made UTF-8), NUL
 * bytes, anchors, aliases, tags, merge keys, keys that are no scalars, list items swallowed by
 * the line before them, equal keys in one mapping (with both places), and whatever passes a limit.
 *
 * A NUL written as an escape ("\u0000") is a character of its scalar: JSON has it. So a text's
 * length counts, not its terminator; the text fields of fields.h refuse it.
 * Offsets count in the bytes given; for UTF-16 in the bytes of the text as UTF-8. */
#ifndef JMI_DOCUMENT_DOCUMENT_H
#define JMI_DOCUMENT_DOCUMENT_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"

typedef enum jmi_node_kind { JMI_NODE_SCALAR, JMI_NODE_LIST, JMI_NODE_MAP } jmi_node_kind;

/* How a scalar was written. Only plain ones may be a number, a boolean or null. */
typedef enum jmi_node_style { JMI_STYLE_PLAIN, JMI_STYLE_QUOTED, JMI_STYLE_BLOCK } jmi_node_style;

typedef struct jmi_node jmi_node;
struct jmi_node {
  uint8_t kind;           /* a jmi_node_kind */
  uint8_t style;          /* a jmi_node_style; scalars only */
  uint32_t count;         /* members of a list or mapping */
  uint32_t index;         /* position in the parent */
  jmi_mark mark;          /* where the value begins */
  jmi_str text;           /* scalars: the value, NUL-terminated, in the tree's arena */
  const jmi_node *first;  /* the first member of a list or mapping; NULL when empty */
  const jmi_node *next;   /* the next sibling */
  const jmi_node *parent; /* NULL at the root */
  jmi_str key;            /* in a mapping: this member's key */
  jmi_mark key_mark;      /* and where it stands */
};

/* Bounds on what is read; every field is set (no 0 for default here). */
typedef struct jmi_document_limits {
  size_t max_bytes;
  uint32_t max_depth, max_nodes, max_scalar_bytes, max_key_bytes;
  bool allow_duplicate_keys; /* the last one wins, as in JSON readers; false: refused */
} jmi_document_limits;

/* The reading of a text that holds several documents (YAML `---`), one after the other. */
typedef struct jmi_document_stream jmi_document_stream;

/* Reads a text that must hold exactly one document, YAML or JSON (JSON when the first byte that
 * is no white space is `{` or `[` and the whole text is JSON; otherwise YAML). The tree lives in
 * the arena. Returns JM_OK, JM_ERR_SYNTAX, JM_ERR_ENCODING, JM_ERR_LIMIT or JM_ERR_MEMORY. */
jm_status jmi_document_read(const jmi_node **out, jmi_arena *arena, const char *text, size_t len,
                            const jmi_document_limits *limits, jm_error *err) JM_MUST_USE;

/* Strict JSON only (RFC 8259), one value, for streams of JSON lines. A byte order mark is skipped.
 * Statuses as above. */
jm_status jmi_json_read(const jmi_node **out, jmi_arena *arena, const char *text, size_t len,
                        const jmi_document_limits *limits, jm_error *err) JM_MUST_USE;

/* YAML only: reads the documents of a text one after the other. *out is NULL after the last. An
 * error in one document ends the reading (libyaml can't go on). The stream lives in the arena
 * that it was opened with and borrows the text; the limits hold for each document. */
jm_status jmi_yaml_open(jmi_document_stream **out, jmi_arena *arena, const char *text, size_t len,
                        const jmi_document_limits *limits, jm_error *err) JM_MUST_USE;
jm_status jmi_yaml_next(jmi_document_stream *stream, const jmi_node **out, jmi_arena *arena,
                        jm_error *err) JM_MUST_USE;
void jmi_yaml_close(jmi_document_stream *stream);

/* The member of a mapping with this key; NULL when there is none or the node is no mapping. */
const jmi_node *jmi_node_get(const jmi_node *map, const char *key);

/* Writes the path of a node from its root, "requirements[2].any_of[0]", cut at size - 1 bytes and
 * at a character's edge. Odd keys are quoted: sections["Work history"][0]. "" for the root. */
void jmi_node_path(const jmi_node *node, char *out, size_t size);

/* True for a plain scalar that YAML 1.2 (or JSON) reads as null: empty, ~, null, Null, NULL. */
bool jmi_node_is_null(const jmi_node *node);

#endif
