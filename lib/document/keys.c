/* SPDX-License-Identifier: MIT */
/* Equal keys in one mapping. In: a mapping that is complete. Out: the same, or with only the last
 * of each key. Refuses: equal keys, with both places.
 *
 * Small mappings are compared pair by pair. Larger ones are sorted by hash, then text: a hash
 * table would be faster on honest keys, but keys can be chosen to collide, and then it is
 * quadratic; sorting is not. */
#include "document/build.h"

enum { SMALL = 16 };

typedef struct key_row {
  uint64_t hash;
  jmi_node *node;
} key_row;

/* The builder made these nodes and nobody else has seen them: they may still be changed. */
static jmi_node *editable(const jmi_node *node)
{
  return (jmi_node *)(uintptr_t)node;
}

static jm_status refuse(const jmi_node *first, const jmi_node *second, jm_error *err)
{
  if (err == NULL || err->status != JM_OK)
    return JM_ERR_SYNTAX;
  char path[sizeof err->path];
  jmi_node_path(second, path, sizeof path);
  jmi_fail_at(err, JM_ERR_SYNTAX, second->key_mark,
              "the key '%.60s' stands twice, first in line %u", second->key.at,
              first->key_mark.line);
  jmi_error_other(err, first->key_mark);
  jmi_error_path(err, path);
  jmi_error_hint(err, "keep one of the two, or make them one list");
  return JM_ERR_SYNTAX;
}

/* A member to leave out is marked by an index that no member has. */
enum { LEFT_OUT = -1 };

static void leave_out(jmi_node *node)
{
  node->index = (uint32_t)LEFT_OUT;
}

static void relink(jmi_node *map)
{
  jmi_node *last = NULL;
  uint32_t count = 0;
  for (jmi_node *at = editable(map->first), *next; at != NULL; at = next) {
    next = editable(at->next);
    if (at->index == (uint32_t)LEFT_OUT)
      continue;
    at->index = count++;
    at->next = NULL;
    if (last == NULL)
      map->first = at;
    else
      last->next = at;
    last = at;
  }
  map->count = count;
}

static jm_status check_small(jmi_node *map, bool allow, jm_error *err)
{
  bool found = false;
  for (const jmi_node *second = map->first->next; second != NULL; second = second->next) {
    for (const jmi_node *first = map->first; first != second; first = first->next) {
      if (!jmi_str_equal(first->key, second->key))
        continue;
      if (!allow)
        return refuse(first, second, err);
      leave_out(editable(first));
      found = true;
    }
  }
  if (found)
    relink(map);
  return JM_OK;
}

static int compare(const key_row *a, const key_row *b)
{
  if (a->hash != b->hash)
    return a->hash < b->hash ? -1 : 1;
  return jmi_str_compare(a->node->key, b->node->key);
}

static void merge(const key_row *from, key_row *to, size_t start, size_t middle, size_t end)
{
  size_t left = start, right = middle;
  for (size_t i = start; i < end; i++) {
    bool take_left = left < middle && (right >= end || compare(&from[left], &from[right]) <= 0);
    to[i] = take_left ? from[left++] : from[right++];
  }
}

/* Bottom-up and stable, so equal keys stay in document order. Returns where the result stands. */
static key_row *sort(key_row *rows, key_row *spare, size_t count)
{
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t start = 0; start < count; start += 2 * width) {
      size_t middle = start + width < count ? start + width : count;
      size_t end = start + 2 * width < count ? start + 2 * width : count;
      merge(rows, spare, start, middle, end);
    }
    key_row *sorted = spare;
    spare = rows;
    rows = sorted;
  }
  return rows;
}

/* Reports the equal keys whose second place comes first in the document. */
static jm_status check_sorted(jmi_node *map, const key_row *rows, bool allow, jm_error *err)
{
  const jmi_node *first = NULL, *second = NULL;
  for (size_t i = 1; i < map->count; i++) {
    if (rows[i].hash != rows[i - 1].hash || compare(&rows[i - 1], &rows[i]) != 0)
      continue;
    if (second == NULL || rows[i].node->key_mark.offset < second->key_mark.offset) {
      first = rows[i - 1].node;
      second = rows[i].node;
    }
    if (allow)
      leave_out(rows[i - 1].node);
  }
  if (second == NULL)
    return JM_OK;
  if (!allow)
    return refuse(first, second, err);
  relink(map);
  return JM_OK;
}

jm_status jmi_keys_check(jmi_node *map, const jm_allocator *allocator, bool allow, jm_error *err)
{
  size_t count = map->count;
  if (count <= SMALL)
    return count < 2 ? JM_OK : check_small(map, allow, err);
  key_row *rows = jmi_alloc_array(allocator, 2 * count, sizeof *rows);
  if (rows == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  size_t used = 0;
  for (const jmi_node *node = map->first; node != NULL; node = node->next)
    rows[used++] = (key_row){jmi_str_hash(node->key), editable(node)};
  jm_status status = check_sorted(map, sort(rows, rows + count, count), allow, err);
  jmi_free_array(allocator, rows, 2 * count, sizeof *rows);
  return status;
}
