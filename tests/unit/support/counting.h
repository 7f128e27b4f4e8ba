/* SPDX-License-Identifier: MIT */
/* An allocator that counts what is held and refuses more than a bound: a library that needs more
 * ends in JM_ERR_MEMORY, which no test of a hostile input expects. */
#ifndef JMT_COUNTING_H
#define JMT_COUNTING_H

#include <stdlib.h>

#include "jobmatch/base.h"

typedef struct counting {
  size_t bound; /* bytes that may be held at once */
  size_t held;  /* bytes held */
  size_t most;  /* the most that was ever held */
} counting;

static inline void *counting_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
  counting *memory = ctx;
  size_t held = memory->held - (block == NULL ? 0 : old_size);
  if (new_size == 0) {
    memory->held = held;
    free(block);
    return NULL;
  }
  if (new_size > memory->bound || held > memory->bound - new_size)
    return NULL;
  void *moved = realloc(block, new_size);
  if (moved == NULL)
    return NULL;
  memory->held = held + new_size;
  if (memory->held > memory->most)
    memory->most = memory->held;
  return moved;
}

static inline jm_allocator counting_allocator(counting *memory)
{
  return (jm_allocator){counting_resize, memory};
}

#endif
