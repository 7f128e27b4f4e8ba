/* SPDX-License-Identifier: MIT */
/* Foreign documents: see foreign.h. In: values that strangers wrote. Out: texts, and notes of what
 * is none. Refuses nothing. */
#include "model/foreign.h"

#include "model/read.h"

const char *const jmi_format_words[JMI_FORMAT_COUNT] = {
    [JMI_FORMAT_NATIVE] = "jobmatch",
    [JMI_FORMAT_JSON_RESUME] = "JSON Resume",
    [JMI_FORMAT_RENDERCV] = "RenderCV",
    [JMI_FORMAT_SCHEMA_ORG] = "schema.org JobPosting",
};

/* ---- Notes ------------------------------------------------------------------------------------
 */

enum { MAX_NOTES = 100 }; /* enough to see what is wrong; a hostile document has as many as nodes */

void jmi_tell(jmi_told *told, const jmi_node *node, const char *message, const char *advice)
{
  if (told->notes.count >= MAX_NOTES) {
    told->more++;
    return;
  }
  jmi_str path = jmi_path_from(told->arena, told->root, node);
  jmi_note *note = JMI_PUSH(&told->notes, told->arena, jmi_note);
  if (note != NULL)
    *note = (jmi_note){path, node->mark, message, advice};
}

void jmi_tell_kind(jmi_told *told, const jmi_node *node, const char *wanted)
{
  static const char *const stands[] = {
      [JMI_NODE_SCALAR] = "a single value stands where it can't be read",
      [JMI_NODE_LIST] = "a list stands where it can't be read",
      [JMI_NODE_MAP] = "a mapping stands where it can't be read",
  };
  jmi_tell(told, node, stands[node->kind], wanted);
}

void jmi_tell_native(jmi_told *told, const jmi_node *map, const char *const *keys, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const jmi_node *member = jmi_given(map, keys[i]);
    if (member != NULL)
      jmi_tell(told, member, "a field of jobmatch's own format is not read in a foreign one",
               "write the document in one format");
  }
}

jmi_notes jmi_told_notes(const jmi_told *told)
{
  return (jmi_notes){told->notes.items, told->notes.count, told->more};
}

/* ---- Values -----------------------------------------------------------------------------------
 */

bool jmi_is_given(const jmi_node *node)
{
  if (node == NULL)
    return false;
  if (node->kind != JMI_NODE_SCALAR)
    return node->count > 0;
  return !jmi_node_is_null(node) && jmi_str_trim(node->text).len > 0;
}

const jmi_node *jmi_given(const jmi_node *map, const char *key)
{
  const jmi_node *member = jmi_node_get(map, key);
  return jmi_is_given(member) ? member : NULL;
}

bool jmi_foreign_text(jmi_told *told, const jmi_node *node, jmi_str *out)
{
  if (!jmi_is_given(node))
    return false;
  if (node->kind != JMI_NODE_SCALAR) {
    jmi_tell_kind(told, node, "write one text");
    return false;
  }
  if (memchr(node->text.at, '\0', node->text.len) != NULL) {
    jmi_tell(told, node, "a text holds a NUL character, and is not read", "remove it");
    return false;
  }
  *out = node->text;
  return true;
}

const jmi_node *jmi_first(const jmi_node *value)
{
  return value != NULL && value->kind == JMI_NODE_LIST ? value->first : value;
}

const jmi_node *jmi_next(const jmi_node *value, const jmi_node *member)
{
  return value->kind == JMI_NODE_LIST ? member->next : NULL;
}
