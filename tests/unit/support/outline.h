/* SPDX-License-Identifier: MIT */
/* A tree in one line, for comparing: {title=Baker,list=["a",|b\n]}. Plain scalars stand bare,
 * quoted ones in quotes, block ones behind a `|`; line feeds become \n and NULs \0. Also readers
 * with limits that suit tests. */
#ifndef JMT_OUTLINE_H
#define JMT_OUTLINE_H

#include <stdio.h>

#include "document/document.h"

typedef struct outline {
  char text[1024];
  size_t len;
} outline;

static inline void outline_put(outline *out, const char *text, size_t len)
{
  for (size_t i = 0; i < len && out->len + 3 < sizeof out->text; i++) {
    if (text[i] == '\n' || text[i] == '\0') {
      out->text[out->len++] = '\\';
      out->text[out->len++] = text[i] == '\n' ? 'n' : '0';
    } else {
      out->text[out->len++] = text[i];
    }
  }
  out->text[out->len] = '\0';
}

static inline void outline_open(outline *out, const jmi_node *node)
{
  static const char *const before[] = {"", "\"", "|"};
  if (node->parent != NULL && node->parent->kind == JMI_NODE_MAP) {
    outline_put(out, node->key.at, node->key.len);
    outline_put(out, "=", 1);
  }
  if (node->kind == JMI_NODE_SCALAR) {
    outline_put(out, before[node->style], strlen(before[node->style]));
    outline_put(out, node->text.at, node->text.len);
    outline_put(out, "\"", node->style == JMI_STYLE_QUOTED ? 1 : 0);
  } else {
    outline_put(out, node->kind == JMI_NODE_LIST ? "[" : "{", 1);
  }
}

static inline void outline_of(outline *out, const jmi_node *root)
{
  out->len = 0;
  out->text[0] = '\0';
  for (const jmi_node *node = root; node != NULL;) {
    outline_open(out, node);
    if (node->first != NULL) {
      node = node->first;
      continue;
    }
    while (node != NULL) {
      if (node->kind != JMI_NODE_SCALAR)
        outline_put(out, node->kind == JMI_NODE_LIST ? "]" : "}", 1);
      if (node->next != NULL) {
        outline_put(out, ",", 1);
        node = node->next;
        break;
      }
      node = node->parent;
    }
  }
}

/* The limits that jm_limits documents. */
static const jmi_document_limits usual_limits = {
    .max_bytes = (size_t)1 << 20,
    .max_depth = 64,
    .max_nodes = 200000,
    .max_scalar_bytes = 65536,
    .max_key_bytes = 256,
    .allow_duplicate_keys = false,
};

#endif
