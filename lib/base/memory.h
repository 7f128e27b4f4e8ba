/* SPDX-License-Identifier: MIT */
/* Memory: the caller's allocator, and arenas that own everything a handle is made of.
 *
 * One arena per root handle. Nothing in an arena is freed by itself; jmi_arena_dispose() is one
 * loop. An arena that could not grow stays failed: builders allocate freely, receive NULL, and
 * check once where they must write. Sizes are added and multiplied only here and in buffer.c. */
#ifndef JMI_BASE_MEMORY_H
#define JMI_BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "jobmatch/base.h"

/* The allocator itself, or the C library's when its function is NULL. */
jm_allocator jmi_allocator_or_default(const jm_allocator *allocator);

/* Room for count items of the given size, uninitialised; NULL when out of memory or on overflow. */
void *jmi_alloc_array(const jm_allocator *allocator, size_t count, size_t size);
void jmi_free_array(const jm_allocator *allocator, void *block, size_t count, size_t size);

typedef struct jmi_block jmi_block;

typedef struct jmi_arena {
  jm_allocator allocator;
  jmi_block *newest; /* owns: a chain of blocks, newest first */
  size_t left;       /* bytes unused in the newest block */
  size_t used;       /* bytes handed out, for reports of memory use */
  bool failed;
} jmi_arena;

void jmi_arena_init(jmi_arena *arena, const jm_allocator *allocator);
void jmi_arena_dispose(jmi_arena *arena);
/* Forgets all that was allocated but keeps the newest block for use again. */
void jmi_arena_reset(jmi_arena *arena);
/* Zeroed memory, aligned for any type; NULL when the arena has failed. Size 0 gives a valid
 * pointer. */
void *jmi_arena_alloc(jmi_arena *arena, size_t size);
void *jmi_arena_array(jmi_arena *arena, size_t count, size_t size);
/* A NUL-terminated copy of len bytes. */
char *jmi_arena_copy(jmi_arena *arena, const char *text, size_t len);

#define JMI_NEW(arena, type)              ((type *)jmi_arena_alloc((arena), sizeof(type)))
#define JMI_NEW_ARRAY(arena, count, type) ((type *)jmi_arena_array((arena), (count), sizeof(type)))

/* A list that grows inside an arena, by doubling. Its items move when it grows. */
typedef struct jmi_list {
  void *items;
  uint32_t count, capacity;
} jmi_list;

/* A new zeroed last item; NULL when the arena has failed. */
void *jmi_list_push(jmi_list *list, jmi_arena *arena, size_t size);
#define JMI_PUSH(list, arena, type) ((type *)jmi_list_push((list), (arena), sizeof(type)))
#define JMI_AT(list, type, index)   (&((type *)(list)->items)[index])

#endif
