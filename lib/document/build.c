/* SPDX-License-Identifier: MIT */
/* The builder: see build.h. In: keys, scalars, begins and ends. Out: linked nodes in an arena.
 * Refuses: what passes a limit, and, through keys.c, equal keys. */
#include "document/build.h"

#include <assert.h>

void jmi_build_init(jmi_builder *build, jmi_arena *arena, const jmi_document_limits *limits,
                    jm_error *err)
{
  *build = (jmi_builder){.arena = arena, .limits = limits, .err = err};
}

jmi_open *jmi_build_open(const jmi_builder *build)
{
  if (build->open.count == 0)
    return NULL;
  assert(build->open.items != NULL);
  return JMI_AT(&build->open, jmi_open, build->open.count - 1);
}

bool jmi_build_wants_key(const jmi_builder *build)
{
  const jmi_open *open = jmi_build_open(build);
  return open != NULL && open->node->kind == JMI_NODE_MAP && !build->has_key;
}

jm_status jmi_build_check_length(const jmi_builder *build, size_t len, bool key, jmi_mark mark)
{
  uint32_t max = key ? build->limits->max_key_bytes : build->limits->max_scalar_bytes;
  if (len <= max)
    return JM_OK;
  return jmi_fail_at(build->err, JM_ERR_LIMIT, mark, "a %s has %zu bytes; %s is %u",
                     key ? "key" : "value", len, key ? "max_key_bytes" : "max_scalar_bytes", max);
}

jm_status jmi_build_key(jmi_builder *build, jmi_str text, jmi_mark mark)
{
  jm_status status = jmi_build_check_length(build, text.len, true, mark);
  build->key = text;
  build->key_mark = mark;
  build->has_key = true;
  return status;
}

static jm_status out_of_memory(const jmi_builder *build)
{
  jmi_fail(build->err, JM_ERR_MEMORY, "out of memory");
  return JM_ERR_MEMORY;
}

/* A new node at the end of the innermost list or mapping, or at the root. */
static jm_status append(jmi_builder *build, jmi_node_kind kind, jmi_mark mark, jmi_node **out)
{
  if (build->node_count >= build->limits->max_nodes) {
    jmi_fail_at(build->err, JM_ERR_LIMIT, mark, "the document has too many values; max_nodes is %u",
                build->limits->max_nodes);
    return JM_ERR_LIMIT;
  }
  jmi_node *node = JMI_NEW(build->arena, jmi_node);
  if (node == NULL)
    return out_of_memory(build);
  build->node_count++;
  node->kind = (uint8_t)kind;
  node->mark = mark;
  jmi_open *open = jmi_build_open(build);
  if (open == NULL) {
    build->root = node;
  } else {
    node->parent = open->node;
    node->index = open->node->count++;
    if (open->last == NULL)
      open->node->first = node;
    else
      open->last->next = node;
    open->last = node;
  }
  if (build->has_key) {
    node->key = build->key;
    node->key_mark = build->key_mark;
    build->has_key = false;
  }
  *out = node;
  return JM_OK;
}

jm_status jmi_build_scalar(jmi_builder *build, jmi_str text, jmi_node_style style, jmi_mark mark)
{
  jmi_node *node = NULL;
  jm_status status = jmi_build_check_length(build, text.len, false, mark);
  if (status != JM_OK || (status = append(build, JMI_NODE_SCALAR, mark, &node)) != JM_OK)
    return status;
  node->style = (uint8_t)style;
  node->text = text;
  return JM_OK;
}

jm_status jmi_build_begin(jmi_builder *build, jmi_node_kind kind, jmi_mark mark)
{
  if (build->open.count >= build->limits->max_depth)
    return jmi_fail_at(build->err, JM_ERR_LIMIT, mark,
                       "lists and mappings are nested too deeply; max_depth is %u",
                       build->limits->max_depth);
  jmi_node *node = NULL;
  jm_status status = append(build, kind, mark, &node);
  if (status != JM_OK)
    return status;
  jmi_open *open = JMI_PUSH(&build->open, build->arena, jmi_open);
  if (open == NULL)
    return out_of_memory(build);
  *open = (jmi_open){node, NULL};
  return JM_OK;
}

jm_status jmi_build_end(jmi_builder *build)
{
  const jmi_open *open = jmi_build_open(build);
  assert(open != NULL);
  jmi_node *node = open->node;
  build->open.count--;
  if (node->kind != JMI_NODE_MAP || node->count < 2)
    return JM_OK;
  return jmi_keys_check(node, &build->arena->allocator, build->limits->allow_duplicate_keys,
                        build->err);
}
