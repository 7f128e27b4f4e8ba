/* SPDX-License-Identifier: MIT */
/* What the readers of this room share: refusals with place and path, and items that may be a text
 * or a mapping. */
#ifndef JMI_MODEL_READ_H
#define JMI_MODEL_READ_H

#include "document/fields.h"

#define JMI_ROWS(table) (sizeof(table) / sizeof *(table))

/* Refuses a node: the message is its path ("the document" for the root) and then the text, as in
 * "skills[2].years is over 80". hint may be NULL. Returns the status, or what an earlier error was
 * reported with stands in err. */
jm_status jmi_refuse(const jmi_reader *reader, jm_status status, const jmi_node *node,
                     const char *hint, const char *format, ...) JMI_PRINTF(5, 6);
/* The same with a second place. */
jm_status jmi_refuse_pair(const jmi_reader *reader, const jmi_node *node, jmi_mark other,
                          const char *hint, const char *text);
jm_status jmi_refuse_memory(const jmi_reader *reader);

/* Reads a mapping that stands where a text may stand as well. A `: ` in a text makes it a mapping
 * by accident: one with no known field at all is refused with that hint. */
jm_status jmi_read_item(jmi_reader *reader, const jmi_node *map, const char *what,
                        const jmi_field *fields, size_t field_count, void *target) JM_MUST_USE;

/* Calls `read` for each member of a list, or once for a scalar; `place` is passed on. `items` says
 * what the list is of ("texts or mappings"), for refusals. */
jm_status jmi_read_each(jmi_reader *reader, const jmi_node *list, const char *items,
                        jmi_field_read_fn *read, void *place) JM_MUST_USE;

/* A field that its mapping's reader comes back to. */
jm_status jmi_read_later(jmi_reader *reader, const jmi_node *value, void *place);

/* True for a scalar that is a text, not a mapping whose author left out the blank behind a `:`. */
bool jmi_is_prose(const jmi_node *node);

/* The path of a node from the document that begins at root, which may stand inside a larger tree
 * (a line of a stream). In the arena; at is NULL when out of memory. */
jmi_str jmi_path_from(jmi_arena *arena, const jmi_node *root, const jmi_node *node);

#endif
