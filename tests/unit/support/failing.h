/* SPDX-License-Identifier: MIT */
/* An allocator that fails on demand, for allocation sweeps: run a call with left = 0, 1, 2 ...
 * until it succeeds; each time it must say JM_ERR_MEMORY and leave nothing behind.
 *
 *   for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
 *     failing memory = {.left = n};
 *     jm_allocator allocator = failing_allocator(&memory);
 *     ...
 *     ck_assert_uint_eq(memory.live, 0);
 *   } */
#ifndef JMT_FAILING_H
#define JMT_FAILING_H

#include <stdlib.h>

#include "jobmatch/base.h"

typedef struct failing {
  size_t left; /* requests that still succeed */
  size_t live; /* bytes asked for and not yet freed: 0 at the end, or sizes were told wrong */
} failing;

static inline void *failing_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
  failing *memory = ctx;
  if (new_size == 0) {
    memory->live -= old_size;
    free(block);
    return NULL;
  }
  if (memory->left == 0)
    return NULL;
  memory->left--;
  void *moved = realloc(block, new_size);
  if (moved != NULL)
    memory->live += new_size - (block == NULL ? 0 : old_size);
  return moved;
}

static inline jm_allocator failing_allocator(failing *memory)
{
  return (jm_allocator){failing_resize, memory};
}

#endif
