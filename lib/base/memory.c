/* SPDX-License-Identifier: MIT */
/* Memory: see memory.h. In: an allocator. Out: arrays and arenas. Refuses: sizes that overflow. */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void *default_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
  (void)ctx;
  (void)old_size;
  if (new_size == 0) {
    free(block);
    return NULL;
  }
  return realloc(block, new_size);
}

jm_allocator jmi_allocator_or_default(const jm_allocator *allocator)
{
  if (allocator != NULL && allocator->resize != NULL)
    return *allocator;
  return (jm_allocator){default_resize, NULL};
}

void *jmi_alloc_array(const jm_allocator *allocator, size_t count, size_t size)
{
  if (size != 0 && count > SIZE_MAX / size)
    return NULL;
  size_t bytes = count * size;
  return allocator->resize(allocator->ctx, NULL, 0, bytes == 0 ? 1 : bytes);
}

void jmi_free_array(const jm_allocator *allocator, void *block, size_t count, size_t size)
{
  if (block != NULL)
    allocator->resize(allocator->ctx, block, count * size, 0);
}

#define ALIGNMENT     (sizeof(max_align_t))
#define FIRST_BLOCK   4096u
#define LARGEST_BLOCK (1u << 20)

struct jmi_block {
  jmi_block *older;
  size_t size; /* of the whole block, this head included */
  max_align_t bytes[];
};

#define HEAD offsetof(jmi_block, bytes)

void jmi_arena_init(jmi_arena *arena, const jm_allocator *allocator)
{
  *arena = (jmi_arena){.allocator = jmi_allocator_or_default(allocator)};
}

static void free_older(jmi_arena *arena, jmi_block *block)
{
  while (block != NULL) {
    jmi_block *older = block->older;
    arena->allocator.resize(arena->allocator.ctx, block, block->size, 0);
    block = older;
  }
}

void jmi_arena_dispose(jmi_arena *arena)
{
  free_older(arena, arena->newest);
  arena->newest = NULL;
  arena->left = arena->used = 0;
}

void jmi_arena_reset(jmi_arena *arena)
{
  if (arena->newest != NULL) {
    free_older(arena, arena->newest->older);
    arena->newest->older = NULL;
    arena->left = arena->newest->size - HEAD;
  }
  arena->used = 0;
  arena->failed = false;
}

/* Blocks double from 4 KiB to 1 MiB; a larger request gets a block of its own size. */
static bool grow(jmi_arena *arena, size_t size)
{
  size_t room = arena->newest == NULL ? FIRST_BLOCK : arena->newest->size;
  room = room < LARGEST_BLOCK / 2 ? room * 2 : LARGEST_BLOCK;
  if (size > room - HEAD)
    room = size + HEAD;
  jmi_block *block = arena->allocator.resize(arena->allocator.ctx, NULL, 0, room);
  if (block == NULL)
    return false;
  block->older = arena->newest;
  block->size = room;
  arena->newest = block;
  arena->left = room - HEAD;
  return true;
}

void *jmi_arena_alloc(jmi_arena *arena, size_t size)
{
  if (arena->failed || size > SIZE_MAX / 2) {
    arena->failed = true;
    return NULL;
  }
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > arena->left || arena->newest == NULL) {
    if (!grow(arena, size)) {
      arena->failed = true;
      return NULL;
    }
  }
  char *end = (char *)arena->newest + arena->newest->size;
  void *memory = end - arena->left;
  arena->left -= size;
  arena->used += size;
  return memset(memory, 0, size);
}

void *jmi_arena_array(jmi_arena *arena, size_t count, size_t size)
{
  if (size != 0 && count > SIZE_MAX / 4 / size) {
    arena->failed = true;
    return NULL;
  }
  return jmi_arena_alloc(arena, count * size);
}

char *jmi_arena_copy(jmi_arena *arena, const char *text, size_t len)
{
  char *copy = len < SIZE_MAX / 4 ? jmi_arena_alloc(arena, len + 1) : NULL;
  if (copy != NULL && len > 0)
    memcpy(copy, text, len);
  return copy;
}

void *jmi_list_push(jmi_list *list, jmi_arena *arena, size_t size)
{
  if (list->count == list->capacity) {
    if (list->capacity > UINT32_MAX / 2) {
      arena->failed = true;
      return NULL;
    }
    uint32_t capacity = list->capacity == 0 ? 8 : list->capacity * 2;
    void *items = jmi_arena_array(arena, capacity, size);
    if (items == NULL)
      return NULL;
    if (list->count > 0)
      memcpy(items, list->items, list->count * size);
    list->items = items;
    list->capacity = capacity;
  }
  return (char *)list->items + (size_t)list->count++ * size;
}
