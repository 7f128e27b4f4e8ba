/* SPDX-License-Identifier: MIT */
/* Walking JSON that the library wrote: a flat tree of values that point into the text. */
#ifndef JOBMATCH_CLI_VALUE_H
#define JOBMATCH_CLI_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct cli_value {
  char kind;            /* '{', '[', '"', or 'v' for a number, true, false, null */
  const char *key, *at; /* borrow the text, without quotes; not NUL-terminated */
  size_t key_len, len;
  size_t parent, first, last, next; /* positions in the tree; 0: none */
} cli_value;

typedef struct cli_tree {
  cli_value *items; /* owns */
  size_t count, room;
} cli_tree;

/* Makes a tree of JSON that is known to be well-formed; borrows the text. False when out of memory.
 */
bool tree_open(cli_tree *out, const char *text, size_t len);
void tree_close(cli_tree *tree);

/* The member with this key; a null when there is none. */
const cli_value *value_get(const cli_tree *tree, const cli_value *object, const char *key);
const cli_value *value_first(const cli_tree *tree, const cli_value *list);
const cli_value *value_next(const cli_tree *tree, const cli_value *value);
bool value_is(const cli_value *value, const char *word);
bool value_given(const cli_value *value); /* not null, and not "" */
int64_t value_int(const cli_value *value);
/* Writes a text as a terminal may have it: escapes of unsafe characters stay escapes, white space
 * becomes one blank, none at the ends. */
void value_put(FILE *file, const cli_value *value);

#endif
