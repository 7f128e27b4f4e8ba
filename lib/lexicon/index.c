/* SPDX-License-Identifier: MIT */
/* An index: hashes in, numbers out. It knows no keys: whoever asks compares the item itself, so one
 * table serves strings, words, edges and concepts. Refuses: more than 2^30 numbers. */
#include "lexicon/builder.h"

#define SMALLEST 64u

uint32_t jmi_index_next(const jmi_index *index, uint32_t hash, uint32_t *probe)
{
  while (*probe < index->size) {
    const jmi_index_slot *slot = &index->slots[(hash + (*probe)++) & (index->size - 1)];
    if (slot->value_plus_1 == 0)
      return JMI_NONE;
    if (slot->hash == hash)
      return slot->value_plus_1 - 1;
  }
  return JMI_NONE;
}

static void insert(jmi_index *index, jmi_index_slot slot)
{
  uint32_t at = slot.hash & (index->size - 1);
  while (index->slots[at].value_plus_1 != 0)
    at = (at + 1) & (index->size - 1);
  index->slots[at] = slot;
}

static bool grow(jmi_index *index, jmi_arena *arena)
{
  if (index->size > UINT32_MAX / 4) {
    arena->failed = true;
    return false;
  }
  jmi_index bigger = {.count = index->count, .size = index->size == 0 ? SMALLEST : index->size * 2};
  bigger.slots = JMI_NEW_ARRAY(arena, bigger.size, jmi_index_slot);
  if (bigger.slots == NULL)
    return false;
  for (uint32_t i = 0; i < index->size; i++)
    if (index->slots[i].value_plus_1 != 0)
      insert(&bigger, index->slots[i]);
  *index = bigger;
  return true;
}

bool jmi_index_put(jmi_index *index, jmi_arena *arena, uint32_t hash, uint32_t value)
{
  if (index->count >= index->size / 3 * 2 && !grow(index, arena))
    return false;
  insert(index, (jmi_index_slot){hash, value + 1});
  index->count++;
  return true;
}

uint32_t jmi_index_size(uint32_t count)
{
  uint32_t size = 8;
  while (size / 3 * 2 < count && size <= UINT32_MAX / 4)
    size *= 2;
  return size;
}
