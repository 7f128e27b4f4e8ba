/* SPDX-License-Identifier: MIT */
/* The builder: both readers tell it what they meet, and it makes the tree.
 *
 * It owns the stack of lists and mappings that are still open (so readers need no recursion),
 * counts depth and nodes, and refuses equal keys when a mapping ends.
 *
 *   {"skills": ["SQL"]}    begin map - key "skills" - begin list - scalar "SQL" - end - end */
#ifndef JMI_DOCUMENT_BUILD_H
#define JMI_DOCUMENT_BUILD_H

#include "document/document.h"

/* A list or mapping whose end has not been met. */
typedef struct jmi_open {
  jmi_node *node;
  jmi_node *last; /* its last member so far; NULL when it has none */
} jmi_open;

typedef struct jmi_builder {
  jmi_arena *arena;                  /* borrows: the tree lives there */
  const jmi_document_limits *limits; /* borrows */
  jm_error *err;                     /* borrows; may be NULL */
  jmi_node *root;                    /* NULL until the first value */
  jmi_list open;                     /* of jmi_open, outermost first */
  uint32_t node_count;
  bool has_key; /* a key was met, its value was not */
  jmi_str key;
  jmi_mark key_mark;
} jmi_builder;

void jmi_build_init(jmi_builder *build, jmi_arena *arena, const jmi_document_limits *limits,
                    jm_error *err);
/* The innermost list or mapping that is open; NULL at the root. */
jmi_open *jmi_build_open(const jmi_builder *build);
/* True when what comes next inside a mapping is a key. */
bool jmi_build_wants_key(const jmi_builder *build);

/* Texts are not copied: they live in the arena, NUL-terminated. JM_ERR_LIMIT, JM_ERR_MEMORY. */
jm_status jmi_build_key(jmi_builder *build, jmi_str text, jmi_mark mark) JM_MUST_USE;
jm_status jmi_build_scalar(jmi_builder *build, jmi_str text, jmi_node_style style,
                           jmi_mark mark) JM_MUST_USE;
jm_status jmi_build_begin(jmi_builder *build, jmi_node_kind kind, jmi_mark mark) JM_MUST_USE;
/* Ends the innermost; JM_ERR_SYNTAX for equal keys. */
jm_status jmi_build_end(jmi_builder *build) JM_MUST_USE;

/* Checks before a text is copied, for readers that copy. */
jm_status jmi_build_check_length(const jmi_builder *build, size_t len, bool key,
                                 jmi_mark mark) JM_MUST_USE;

/* Finds equal keys in a mapping: refuses them with both places (JM_ERR_SYNTAX), or, when they are
 * allowed, keeps the last of each. n log n whatever the keys are. JM_ERR_MEMORY. */
jm_status jmi_keys_check(jmi_node *map, const jm_allocator *allocator, bool allow,
                         jm_error *err) JM_MUST_USE;

#endif
