/* SPDX-License-Identifier: MIT */
/* What the readers of this room share: see read.h. Messages call a value by its path and never
 * repeat it: it may be personal. */
#include "model/read.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/text.h"

/* The first error stands: a later one must not lend it a path or a hint. */
static bool is_free(const jm_error *err)
{
  return err != NULL && err->size >= sizeof *err && err->status == JM_OK;
}

/* Fills err, which is free, but for the hint. */
static void report(jm_error *err, jm_status status, const jmi_node *node, const char *text)
{
  char path[sizeof err->path];
  jmi_node_path(node, path, sizeof path);
  jmi_fail_at(err, status, node->mark, "%s %s", path[0] == '\0' ? "the document" : path, text);
  jmi_error_path(err, path);
}

jm_status jmi_refuse(const jmi_reader *reader, jm_status status, const jmi_node *node,
                     const char *hint, const char *format, ...)
{
  if (!is_free(reader->err))
    return status;
  char text[sizeof reader->err->message];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  report(reader->err, status, node, text);
  if (hint != NULL)
    jmi_error_hint(reader->err, "%s", hint);
  return status;
}

jm_status jmi_refuse_pair(const jmi_reader *reader, const jmi_node *node, jmi_mark other,
                          const char *hint, const char *text)
{
  if (!is_free(reader->err))
    return JM_ERR_FIELD;
  report(reader->err, JM_ERR_FIELD, node, text);
  jmi_error_other(reader->err, other);
  jmi_error_hint(reader->err, "%s", hint);
  return JM_ERR_FIELD;
}

jm_status jmi_refuse_memory(const jmi_reader *reader)
{
  return jmi_fail(reader->err, JM_ERR_MEMORY, "out of memory");
}

enum { MAX_FIELDS = 64 };

/* True when no key is a field or resembles one: then a text was meant. */
static bool is_slip(const jmi_node *map, const jmi_field *fields, size_t count)
{
  const char *names[MAX_FIELDS];
  for (size_t i = 0; i < count; i++)
    names[i] = fields[i].name;
  for (const jmi_node *member = map->first; member != NULL; member = member->next) {
    if (jmi_suggest(member->key, names, count) != NULL)
      return false;
  }
  return map->first != NULL;
}

jm_status jmi_read_item(jmi_reader *reader, const jmi_node *map, const char *what,
                        const jmi_field *fields, size_t field_count, void *target)
{
  if (map->kind == JMI_NODE_LIST)
    return jmi_refuse(reader, JM_ERR_FIELD, map, "a text that begins with `[` must stand in quotes",
                      "must be a text or a mapping, not a list");
  if (!is_slip(map, fields, field_count))
    return jmi_fields_read(reader, map, what, fields, field_count, target);
  char hint[sizeof reader->err->hint];
  int len = snprintf(hint, sizeof hint,
                     "a text with `: ` in it must stand in quotes; the fields of a mapping are: ");
  for (size_t i = 0; i < field_count; i++) {
    if (fields[i].kind != JMI_FIELD_IGNORE && (size_t)len < sizeof hint)
      len += snprintf(hint + len, sizeof hint - (size_t)len, "%s%s", i > 0 ? ", " : "",
                      fields[i].name);
  }
  return jmi_refuse(reader, JM_ERR_FIELD, map, hint,
                    "is read as a mapping, and has none of the fields of %s", what);
}

jm_status jmi_read_each(jmi_reader *reader, const jmi_node *list, const char *items,
                        jmi_field_read_fn *read, void *place)
{
  if (list->kind == JMI_NODE_MAP)
    return jmi_refuse(reader, JM_ERR_FIELD, list, "begin each with `- `",
                      "must be a list of %s, not a mapping", items);
  if (jmi_node_is_null(list))
    return jmi_refuse(reader, JM_ERR_FIELD, list, "write [] for an empty list, or remove it",
                      "must be a list of %s, and is empty", items);
  if (list->kind == JMI_NODE_SCALAR)
    return read(reader, list, place);
  for (const jmi_node *item = list->first; item != NULL; item = item->next) {
    jm_status status = read(reader, item, place);
    if (status != JM_OK)
      return status;
  }
  return JM_OK;
}

jm_status jmi_read_later(jmi_reader *reader, const jmi_node *value, void *place)
{
  (void)reader;
  (void)value;
  (void)place;
  return JM_OK;
}

enum { LONGEST_PAIR = 80 }; /* `title:Baker` is short; a page of text is not */

bool jmi_is_prose(const jmi_node *node)
{
  return node->kind == JMI_NODE_SCALAR && !jmi_node_is_null(node)
         && (node->text.len > LONGEST_PAIR || node->text.len == 0
             || memchr(node->text.at, ':', node->text.len) == NULL);
}

jmi_str jmi_path_from(jmi_arena *arena, const jmi_node *root, const jmi_node *node)
{
  char path[256], before[256];
  jmi_node_path(node, path, sizeof path);
  jmi_node_path(root, before, sizeof before);
  const char *at = path;
  size_t skip = strlen(before);
  if (strncmp(path, before, skip) == 0)
    at += skip;
  if (at > path && *at == '.')
    at++;
  size_t len = strlen(at);
  return (jmi_str){jmi_arena_copy(arena, at, len), (uint32_t)len};
}
