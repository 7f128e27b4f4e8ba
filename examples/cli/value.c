/* SPDX-License-Identifier: MIT */
/* Walking JSON that the library wrote: see value.h. No recursion; nothing is checked twice. */
#include "value.h"

#include <stdlib.h>
#include <string.h>

static const cli_value nothing = {.kind = 'v', .at = "null", .len = 4};

static cli_value *add(cli_tree *tree, size_t parent, char kind, const char *at)
{
  if (tree->count == tree->room) {
    size_t room = tree->room == 0 ? 256 : tree->room * 2;
    cli_value *items = realloc(tree->items, room * sizeof *items);
    if (items == NULL)
      return NULL;
    tree->items = items;
    tree->room = room;
  }
  size_t index = tree->count++;
  cli_value *added = &tree->items[index];
  *added = (cli_value){.kind = kind, .at = at, .parent = parent};
  if (index == 0)
    return added;
  cli_value *above = &tree->items[parent];
  if (above->first == 0)
    above->first = index;
  else
    tree->items[above->last].next = index;
  above->last = index;
  return added;
}

static const char *string_end(const char *at)
{
  while (*at != '"')
    at += *at == '\\' ? 2 : 1;
  return at;
}

/* Where a number, true, false or null ends. */
static const char *word_end(const char *at, const char *end)
{
  while (at < end && strchr(",]} \n", *at) == NULL)
    at++;
  return at;
}

/* Steps over a key and its colon. */
static const char *take_key(const char *at, cli_value *key)
{
  key->key = at + 1;
  at = string_end(at + 1);
  key->key_len = (size_t)(at - key->key);
  return at + 2;
}

bool tree_open(cli_tree *out, const char *text, size_t len)
{
  const char *at = text, *end = text + len;
  size_t open = 0;
  *out = (cli_tree){NULL, 0, 0};
  while (at < end) {
    char c = *at;
    if (c == ',' || c == ' ' || c == '\n') {
      at++;
      continue;
    }
    if (c == '}' || c == ']') {
      open = out->count > 0 ? out->items[open].parent : 0;
      at++;
      continue;
    }
    cli_value key = {.key = ""};
    if (out->count > 0 && out->items[open].kind == '{')
      at = take_key(at, &key);
    bool nests = *at == '{' || *at == '[', string = *at == '"';
    cli_value *added = add(out, open, nests || string ? *at : 'v', string ? at + 1 : at);
    if (added == NULL) {
      tree_close(out);
      return false;
    }
    added->key = key.key;
    added->key_len = key.key_len;
    if (nests) {
      open = out->count - 1;
      at++;
      continue;
    }
    at = string ? string_end(at + 1) : word_end(at, end);
    added->len = (size_t)(at - added->at);
    at += string;
  }
  return true;
}

void tree_close(cli_tree *tree)
{
  free(tree->items);
  tree->items = NULL;
  tree->count = tree->room = 0;
}

const cli_value *value_first(const cli_tree *tree, const cli_value *list)
{
  return list->first == 0 ? NULL : &tree->items[list->first];
}

const cli_value *value_next(const cli_tree *tree, const cli_value *value)
{
  return value->next == 0 ? NULL : &tree->items[value->next];
}

const cli_value *value_get(const cli_tree *tree, const cli_value *object, const char *key)
{
  size_t len = strlen(key);
  for (const cli_value *v = value_first(tree, object); v != NULL; v = value_next(tree, v))
    if (v->key_len == len && memcmp(v->key, key, len) == 0)
      return v;
  return &nothing;
}

bool value_is(const cli_value *value, const char *word)
{
  return value->len == strlen(word) && memcmp(value->at, word, value->len) == 0;
}

bool value_given(const cli_value *value)
{
  return value->kind == '"' ? value->len > 0 : !value_is(value, "null");
}

int64_t value_int(const cli_value *value)
{
  return value->kind == 'v' ? strtoll(value->at, NULL, 10) : 0;
}

void value_put(FILE *file, const cli_value *value)
{
  bool begun = false, blank = false;
  for (size_t i = 0; i < value->len; i++) {
    bool escaped = value->at[i] == '\\';
    char c = value->at[escaped ? ++i : i];
    if (c == ' ' || (escaped && strchr("bfnrt", c) != NULL)) {
      blank = begun;
      continue;
    }
    if (blank)
      putc(' ', file);
    if (escaped && c == 'u')
      putc('\\', file);
    putc(c, file);
    begun = true;
    blank = false;
  }
}
