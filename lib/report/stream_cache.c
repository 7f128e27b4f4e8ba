/* SPDX-License-Identifier: MIT */
/* Documents that a stream read last: see stream_cache.h.
 *
 * In: bytes. Out: postings and profiles, lent. Refuses: what does not load. */
#include "report/stream_cache.h"

#define PATTERN_MEMORY ((size_t)16 << 10) /* of a stranger's pattern, at most: text/pattern.c */

void jmi_cache_init(jmi_cache *cache, const jm_scorer *scorer)
{
  *cache = (jmi_cache){.scorer = scorer};
}

/* ---- one document ----------------------------------------------------------------------- */

static void kept_free(jmi_kept *kept, const jm_allocator *allocator)
{
  jm_posting_free(kept->posting);
  jm_profile_free(kept->profile);
  jmi_free_array(allocator, kept->text, (size_t)kept->len + 1, 1);
}

static jm_status kept_load(jmi_kept *kept, const jm_scorer *scorer, jmi_kept_kind kind,
                           jmi_str text, jm_error *err)
{
  if (kind == JMI_KEPT_PROFILE) {
    jm_status status = jm_profile_load(&kept->profile, scorer, text.at, text.len, err);
    kept->memory = status == JM_OK ? kept->profile->arena.used : 0;
    return status;
  }
  jm_status status = jm_posting_load(&kept->posting, scorer, text.at, text.len, err);
  if (status == JM_OK)
    kept->memory = kept->posting->arena.used + kept->posting->pattern_count * PATTERN_MEMORY;
  return status;
}

/* What does not load is told as such, also where memory would not have been enough to keep it. */
static jm_status kept_make(jmi_kept *kept, const jm_scorer *scorer, jmi_kept_kind kind,
                           jmi_str text, jm_error *err)
{
  jm_status status = kept_load(kept, scorer, kind, text, err);
  if (status != JM_OK)
    return status;
  kept->text = jmi_alloc_array(&scorer->allocator, (size_t)text.len + 1, 1);
  if (kept->text == NULL) {
    kept_free(kept, &scorer->allocator);
    return jmi_fail(err, JM_ERR_MEMORY, "%s", jm_status_string(JM_ERR_MEMORY));
  }
  memcpy(kept->text, text.at, text.len);
  kept->text[text.len] = '\0';
  kept->len = text.len;
  return JM_OK;
}

/* ---- a shelf of them -------------------------------------------------------------------- */

/* Where a document stands; the shelf's count when it does not. */
static uint32_t shelf_find(const jmi_shelf *shelf, jmi_str text, uint64_t hash)
{
  for (uint32_t i = 0; i < shelf->count; i++) {
    const jmi_kept *kept = &shelf->kept[i];
    if (kept->hash == hash && jmi_str_equal((jmi_str){kept->text, kept->len}, text))
      return i;
  }
  return shelf->count;
}

static void shelf_drop(jmi_shelf *shelf, uint32_t index, const jm_allocator *allocator)
{
  jmi_kept *kept = &shelf->kept[index];
  shelf->text -= kept->len;
  shelf->memory -= kept->memory;
  shelf->count--;
  kept_free(kept, allocator);
  memmove(kept, kept + 1, (shelf->count - index) * sizeof *kept);
}

/* Puts a document first; those before `index`, its place until now, make way. */
static void shelf_put_first(jmi_shelf *shelf, jmi_kept kept, uint32_t index)
{
  memmove(shelf->kept + 1, shelf->kept, index * sizeof kept);
  shelf->kept[0] = kept;
}

static void shelf_add(jmi_shelf *shelf, jmi_kept kept, const jm_allocator *allocator)
{
  if (shelf->count == JMI_SHELF_DOCUMENTS)
    shelf_drop(shelf, shelf->count - 1, allocator);
  shelf_put_first(shelf, kept, shelf->count);
  shelf->count++;
  shelf->text += kept.len;
  shelf->memory += kept.memory;
}

/* The newest may be over the bounds by itself; it alone goes then, not all that is older. */
static void shelf_settle(jmi_shelf *shelf, const jm_allocator *allocator)
{
  if (shelf->count > 0
      && (shelf->kept[0].len > JMI_SHELF_TEXT || shelf->kept[0].memory > JMI_SHELF_MEMORY))
    shelf_drop(shelf, 0, allocator);
  while (shelf->text > JMI_SHELF_TEXT || shelf->memory > JMI_SHELF_MEMORY)
    shelf_drop(shelf, shelf->count - 1, allocator);
}

/* ---- the cache -------------------------------------------------------------------------- */

jm_status jmi_cache_lend(const jmi_kept **out, jmi_cache *cache, jmi_kept_kind kind, jmi_str text,
                         jm_error *err)
{
  jmi_shelf *shelf = &cache->shelves[kind];
  jmi_kept kept = {.hash = jmi_str_hash(text)};
  uint32_t index = shelf_find(shelf, text, kept.hash);
  *out = NULL;
  if (index < shelf->count) {
    shelf_put_first(shelf, shelf->kept[index], index);
  } else {
    jm_status status = kept_make(&kept, cache->scorer, kind, text, err);
    if (status != JM_OK)
      return status;
    shelf_add(shelf, kept, &cache->scorer->allocator);
  }
  *out = &shelf->kept[0];
  return JM_OK;
}

void jmi_cache_settle(jmi_cache *cache)
{
  for (int kind = 0; kind < JMI_KEPT_KINDS; kind++)
    shelf_settle(&cache->shelves[kind], &cache->scorer->allocator);
}

void jmi_cache_dispose(jmi_cache *cache)
{
  for (int kind = 0; kind < JMI_KEPT_KINDS; kind++)
    while (cache->shelves[kind].count > 0)
      shelf_drop(&cache->shelves[kind], cache->shelves[kind].count - 1, &cache->scorer->allocator);
}
