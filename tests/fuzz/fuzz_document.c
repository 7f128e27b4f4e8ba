/* SPDX-License-Identifier: MIT */
/* Any bytes as a document: YAML or JSON, one or many. What is read is walked from end to end, and a
 * text that is strict JSON must be a document too. */
#include <string.h>

#include "document/document.h"
#include "harness.h"

static const jmi_document_limits limits = {.max_bytes = 1 << 16,
                                           .max_depth = 32,
                                           .max_nodes = 4096,
                                           .max_scalar_bytes = 1 << 14,
                                           .max_key_bytes = 256};

/* Touches all that a reader of the tree may touch. */
static void walk(const jmi_node *root)
{
  char path[64];
  const jmi_node *node = root;
  while (node != NULL) {
    HOLDS(node->mark.line >= 1 && node->mark.column >= 1);
    if (node->kind == JMI_NODE_SCALAR)
      HOLDS(node->text.at[node->text.len] == '\0');
    jmi_node_path(node, path, sizeof path);
    HOLDS(memchr(path, '\0', sizeof path) != NULL);
    if (node->first != NULL) {
      HOLDS(node->first->parent == node);
      node = node->first;
      continue;
    }
    while (node != NULL && node->next == NULL)
      node = node->parent;
    if (node != NULL)
      node = node->next;
  }
}

static void outcome(jm_status status, const jmi_node *root, const jm_error *err)
{
  HOLDS((status == JM_OK) == (root != NULL));
  HOLDS(status == JM_OK || (err->status == (int32_t)status && err->message[0] != '\0'));
  walk(root);
}

static void read_stream(jmi_arena *arena, const char *text, size_t len)
{
  jm_error err = JM_ERROR_INIT;
  jmi_document_stream *stream = NULL;
  jm_status status = jmi_yaml_open(&stream, arena, text, len, &limits, &err);
  for (const jmi_node *root = NULL; status == JM_OK;) {
    if ((status = jmi_yaml_next(stream, &root, arena, &err)) != JM_OK || root == NULL)
      break;
    walk(root);
  }
  jmi_yaml_close(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  jmi_arena arena;
  const char *text = (const char *)data;
  const jmi_node *root = NULL, *strict = NULL;
  jm_error err = JM_ERROR_INIT, strict_err = JM_ERROR_INIT;
  jmi_arena_init(&arena, NULL);
  jm_status status = jmi_document_read(&root, &arena, text, size, &limits, &err);
  outcome(status, root, &err);
  jm_status strictly = jmi_json_read(&strict, &arena, text, size, &limits, &strict_err);
  outcome(strictly, strict, &strict_err);
  read_stream(&arena, text, size);
  jmi_arena_dispose(&arena);
  return 0;
}
