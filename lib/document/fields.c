/* SPDX-License-Identifier: MIT */
/* Field tables: see fields.h. In: a mapping and the table of its format. Out: a filled structure.
 * Refuses: unknown fields, missing ones, and values that their readers refuse. */
#include "document/fields.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#include "document/hints.h"
#include "text/text.h"

/* A table is written by hand and fits a word of bits. */
enum { MAX_FIELDS = 64 };

/* The first error stands: later ones must not lend it their path or hint either. */
static bool is_free(const jm_error *err)
{
  return err != NULL && err->size >= sizeof *err && err->status == JM_OK;
}

static jm_status fail_at(jm_error *err, const jmi_node *node, jmi_mark mark, const char *message)
{
  if (!is_free(err))
    return JM_ERR_FIELD;
  char path[sizeof err->path];
  jmi_node_path(node, path, sizeof path);
  jmi_fail_at(err, JM_ERR_FIELD, mark, "%s", message);
  jmi_error_path(err, path);
  return JM_ERR_FIELD;
}

jm_status jmi_fail_node(jm_error *err, const jmi_node *node, const char *format, ...)
{
  char message[sizeof err->message];
  va_list args;
  va_start(args, format);
  vsnprintf(message, sizeof message, format, args);
  va_end(args);
  return fail_at(err, node, node->mark, message);
}

/* ---- Unknown and missing ---- */

static void hint_fields(jm_error *err, const jmi_field *fields, size_t count)
{
  char list[sizeof err->hint] = "";
  size_t len = 0;
  for (size_t i = 0; i < count; i++) {
    size_t more = strlen(fields[i].name) + 2;
    if (fields[i].kind == JMI_FIELD_IGNORE)
      continue;
    if (len + more + 24 > sizeof list) {
      snprintf(list + len, sizeof list - len, ", ...");
      break;
    }
    len += (size_t)snprintf(list + len, sizeof list - len, "%s%s", len > 0 ? ", " : "",
                            fields[i].name);
  }
  jmi_error_hint(err, "the fields are: %s", list);
}

static jm_status fail_unknown(jm_error *err, const jmi_node *member, const char *what,
                              const jmi_field *fields, size_t count)
{
  if (!is_free(err))
    return JM_ERR_FIELD;
  const char *names[MAX_FIELDS];
  for (size_t i = 0; i < count; i++)
    names[i] = fields[i].name;
  const char *meant = jmi_suggest(member->key, names, count);
  const char *unseen = jmi_hint_invisible(member->key);
  char message[sizeof err->message];
  int shown = jmi_hint_clip(member->key);
  if (meant != NULL)
    snprintf(message, sizeof message, "unknown field '%.*s'; did you mean '%s'?", shown,
             member->key.at, meant);
  else
    snprintf(message, sizeof message, "unknown field '%.*s' in %s", shown, member->key.at, what);
  fail_at(err, member, member->key_mark, message);
  if (unseen != NULL)
    jmi_error_hint(err, "%s stands in the name; retype it", unseen);
  else if (meant != NULL)
    jmi_error_hint(err, "write `%s`", meant);
  else
    hint_fields(err, fields, count);
  return JM_ERR_FIELD;
}

static jm_status check_missing(const jmi_reader *reader, const jmi_node *map, const char *what,
                               const jmi_field *fields, size_t count, uint64_t seen)
{
  for (size_t i = 0; i < count; i++)
    if ((fields[i].flags & JMI_REQUIRED) != 0 && (seen >> i & 1) == 0) {
      jm_status status =
          jmi_fail_node(reader->err, map, "the field '%s' is missing in %s", fields[i].name, what);
      return status;
    }
  return JM_OK;
}

/* A scalar where a mapping must be: often `title:Baker`, one text to YAML. */
static jm_status fail_kind(jm_error *err, const jmi_node *node, const char *what)
{
  if (!is_free(err))
    return JM_ERR_FIELD;
  jmi_fail_node(err, node, "%s must be a mapping", what);
  const char *unseen = node->kind == JMI_NODE_SCALAR ? jmi_hint_invisible(node->text) : NULL;
  if (unseen != NULL)
    jmi_error_hint(err, "%s stands in the text; write `key: value` with a plain blank", unseen);
  else if (node->kind == JMI_NODE_SCALAR && node->text.len > 0
           && memchr(node->text.at, ':', node->text.len) != NULL)
    jmi_error_hint(err, "write `key: value`, with a blank after the `:`");
  else
    jmi_error_hint(err, "write `key: value` lines");
  return JM_ERR_FIELD;
}

/* ---- Reading ---- */

static jm_status read_field(jmi_reader *reader, const jmi_field *field, const jmi_node *value,
                            void *target)
{
  static jmi_field_read_fn *const readers[] = {
      [JMI_FIELD_TEXT] = jmi_read_text,
      [JMI_FIELD_TEXTS] = jmi_read_texts,
      [JMI_FIELD_FLAG] = jmi_read_flag,
      [JMI_FIELD_MILLI] = jmi_read_milli,
  };
  void *place = (char *)target + field->offset;
  if (field->kind == JMI_FIELD_IGNORE)
    return JM_OK;
  if (field->kind == JMI_FIELD_CUSTOM)
    return field->read(reader, value, place);
  return readers[field->kind](reader, value, place);
}

/* The row of a key; `count` when there is none. */
static size_t find_field(jmi_str key, const jmi_field *fields, size_t count)
{
  size_t row = 0;
  while (row < count && !jmi_str_is(key, fields[row].name))
    row++;
  return row;
}

jm_status jmi_fields_read(jmi_reader *reader, const jmi_node *map, const char *what,
                          const jmi_field *fields, size_t field_count, void *target)
{
  assert(field_count <= MAX_FIELDS);
  if (map->kind != JMI_NODE_MAP)
    return fail_kind(reader->err, map, what);
  uint64_t seen = 0;
  for (const jmi_node *member = map->first; member != NULL; member = member->next) {
    size_t row = find_field(member->key, fields, field_count);
    if (row == field_count)
      return fail_unknown(reader->err, member, what, fields, field_count);
    seen |= UINT64_C(1) << row;
    jm_status status = read_field(reader, &fields[row], member, target);
    if (status != JM_OK)
      return status;
  }
  return check_missing(reader, map, what, fields, field_count, seen);
}
