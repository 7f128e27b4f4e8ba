/* SPDX-License-Identifier: MIT */
/* Texts that are handed out: see give.h.
 *
 * In:  a buffer. Out: a text that knows how to free itself, without its scorer.
 *
 *   block  | allocator, size of the block | t e x t \0 |
 *                                          ^ what the caller holds                         */
#include "report/give.h"

#include "jobmatch/report.h"

typedef struct head {
  jm_allocator allocator;
  size_t size; /* of the whole block */
} head;

void jmi_give_open(jmi_buffer *buffer, const jm_allocator *allocator)
{
  jmi_buffer_init(buffer, allocator, 0);
  jmi_buffer_fill(buffer, '\0', sizeof(head));
}

jm_status jmi_give(char **out, size_t *len, jmi_buffer *buffer, jm_error *err)
{
  head front = {.allocator = buffer->allocator};
  size_t whole = 0;
  char *block = jmi_buffer_take(buffer, &whole, &front.size);
  *out = NULL;
  if (block == NULL) {
    jmi_buffer_dispose(buffer);
    return jmi_fail(err, JM_ERR_MEMORY, "%s", jm_status_string(JM_ERR_MEMORY));
  }
  memcpy(block, &front, sizeof front);
  *out = block + sizeof front;
  if (len != NULL)
    *len = whole - sizeof front;
  return JM_OK;
}

void jm_text_free(char *text)
{
  head front;
  if (text == NULL)
    return;
  char *block = text - sizeof front;
  memcpy(&front, block, sizeof front);
  front.allocator.resize(front.allocator.ctx, block, front.size, 0);
}
