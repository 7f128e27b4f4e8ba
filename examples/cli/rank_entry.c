/* SPDX-License-Identifier: MIT */
/* What is kept of a result, and which of two comes first. */
#include "rank.h"

#include <stdlib.h>
#include <string.h>

/* ---- one entry --------------------------------------------------------------------------- */

/* The bytes of its texts: band, title and, for a posting that was found, the ids of its lines. */
static size_t text_size(const cli_ranking *ranking, const jm_result *result, const char *title)
{
  size_t size = strlen(jm_result_band(result)) + strlen(title) + 2;
  for (int64_t i = 0; ranking->finds && i < jm_result_requirement_count(result); i++)
    size += strlen(jm_result_requirement_id(result, i)) + 1;
  return size;
}

static char *put_text(char **at, const char *text)
{
  size_t size = strlen(text) + 1;
  char *put = memcpy(*at, text, size);
  *at += size;
  return put;
}

static unsigned char mark_of(const jm_result *result, int64_t line)
{
  int32_t standing = jm_result_requirement_standing(result, line);
  bool must = jm_result_requirement_tier(result, line) == JM_MUST_HAVE;
  return (unsigned char)(standing | (must && standing == JM_MISSING ? RANK_BLOCKS : 0));
}

/* `double` holds the number exactly enough: it differs from the fraction by far less than a
 * billionth, and fractions nearer than that to the next hundredth need greater weights than
 * documents may have lines for. */
static int32_t confirmed_hundredths(const jm_result *result)
{
  return (int32_t)(jm_result_percent_if_confirmed(result) * 100.0 + 1e-9);
}

static void fill_figures(rank_entry *out, const jm_result *result)
{
  out->earned = jm_result_earned(result);
  out->possible = jm_result_possible(result);
  out->share = share_of(result);
  out->confirmed = confirmed_hundredths(result);
  out->blocker_count = jm_result_blocker_count(result);
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    out->counts[s] = jm_result_count(result, s);
  for (int64_t i = 0; i < out->line_count; i++)
    out->needed_met += jm_result_requirement_tier(result, i) != JM_PREFERRED
                       && jm_result_requirement_standing(result, i) == JM_MET;
}

rank_entry *entry_make(const cli_ranking *ranking, const cli_document *document, int64_t order,
                       const jm_result *result, const char *title)
{
  size_t lines = (size_t)jm_result_requirement_count(result);
  size_t ids = ranking->finds ? lines * sizeof(char *) : 0;
  rank_entry *out = malloc(sizeof *out + ids + lines + text_size(ranking, result, title));
  if (out == NULL)
    return NULL;
  char **own_ids = (char **)(out + 1);
  unsigned char *marks = (unsigned char *)out + sizeof *out + ids;
  char *texts = (char *)marks + lines;
  *out = (rank_entry){.file = document->file,
                      .number = document->number,
                      .order = order,
                      .many = document->many,
                      .line_count = (int64_t)lines,
                      .marks = marks,
                      .ids = ranking->finds ? own_ids : ranking->ids};
  fill_figures(out, result);
  out->band = put_text(&texts, jm_result_band(result));
  out->title = put_text(&texts, title);
  for (size_t i = 0; i < lines; i++) {
    marks[i] = mark_of(result, (int64_t)i);
    if (ranking->finds)
      own_ids[i] = put_text(&texts, jm_result_requirement_id(result, (int64_t)i));
  }
  return out;
}

int entry_compare(const rank_entry *a, const rank_entry *b)
{
  int by_share = share_compare(b->share, a->share);
  if (by_share != 0)
    return by_share;
  if (a->needed_met != b->needed_met)
    return a->needed_met > b->needed_met ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

bool entry_passes(const rank_entry *entry, const cli_settings *settings)
{
  return (settings->at_least < 0 || share_reaches(entry->share, settings->at_least))
         && (settings->band == NULL || strcmp(settings->band, entry->band) == 0)
         && (!settings->must_haves_met || entry->blocker_count == 0);
}

void entry_against(unsigned char *missed, unsigned char *above, const rank_entry *entry)
{
  for (int64_t i = 0; i < entry->line_count; i++) {
    bool met = (entry->marks[i] & RANK_STANDING) == JM_MET;
    missed[i] = above[i] && !met;
    above[i] = above[i] || met;
  }
}

/* ---- all of them ------------------------------------------------------------------------- */

static int by_rank(const void *a, const void *b)
{
  return entry_compare(*(rank_entry *const *)a, *(rank_entry *const *)b);
}

void list_finish(rank_list *list)
{
  if (list->count > 0)
    qsort(list->at, list->count, sizeof(rank_entry *), by_rank);
  while (list->top > 0 && list->count > list->top)
    free(list->at[--list->count]);
}

static bool grow(rank_list *list)
{
  size_t room = list->room == 0 ? 256 : list->room * 2;
  rank_entry **at = realloc(list->at, room * sizeof(rank_entry *));
  if (at == NULL)
    return false;
  list->at = at;
  list->room = room;
  return true;
}

/* The worst are dropped when the room is full: so they are sorted no more often than half of the
 * room is filled. */
bool list_add(rank_list *list, rank_entry *entry)
{
  if (list->count == list->room && list->top > 0 && list->room >= 2 * list->top)
    list_finish(list);
  if (list->count == list->room && !grow(list)) {
    free(entry);
    return false;
  }
  list->at[list->count++] = entry;
  return true;
}

void list_dispose(rank_list *list)
{
  for (size_t i = 0; i < list->count; i++)
    free(list->at[i]);
  free(list->at);
  *list = (rank_list){NULL, 0, 0, 0};
}
