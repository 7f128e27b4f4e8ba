/* SPDX-License-Identifier: MIT */
/* What went right, what went wrong, and what can be improved.
 *
 * The route to a band is the smallest set of rows that, mended or confirmed, reaches it. For a
 * given number of rows the best choice takes the greatest gains of the required rows and the
 * greatest of the preferred ones: both sums raise the share, so trying every way to divide the
 * number between the two is exact. Of equal gains, what only needs confirming comes first, then
 * what is partly met, then the posting's order. */
#include "score/score.h"

#include <stdlib.h>

/* ---- right and wrong -------------------------------------------------------------------- */

typedef struct ranked {
  uint32_t row;
  int64_t keys[3]; /* greater first */
} ranked;

static int compare_ranked(const void *a, const void *b)
{
  const ranked *x = a, *y = b;
  for (int k = 0; k < 3; k++)
    if (x->keys[k] != y->keys[k])
      return x->keys[k] > y->keys[k] ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static bool is_wrong(const jmi_row *row)
{
  return row->line->reading.tier != JMI_TIER_PREFERRED
         && (row->standing == JM_MISSING || row->standing == JM_PARTLY);
}

static bool is_blocker(const jmi_row *row)
{
  return row->line->reading.tier == JMI_TIER_MUST && row->standing == JM_MISSING;
}

static ranked rank_row(const jm_result *result, uint32_t index, bool right)
{
  const jmi_row *row = &result->rows[index];
  int64_t lost = row->weight * (1000 - row->credit);
  if (right)
    return (ranked){index, {row->line->reading.tier == JMI_TIER_MUST, row->weight, row->strength}};
  return (ranked){index, {is_blocker(row), lost, 0}};
}

static jm_status list_rows(jm_result *result, bool right, uint32_t **out, uint32_t *count)
{
  ranked *rows = JMI_NEW_ARRAY(&result->arena, result->row_count, ranked);
  uint32_t n = 0;
  *out = JMI_NEW_ARRAY(&result->arena, result->row_count, uint32_t);
  if (rows == NULL || *out == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < result->row_count; i++)
    if (right ? result->rows[i].standing == JM_MET : is_wrong(&result->rows[i]))
      rows[n++] = rank_row(result, i, right);
  if (n > 0)
    qsort(rows, n, sizeof *rows, compare_ranked);
  for (uint32_t i = 0; i < n; i++)
    (*out)[i] = rows[i].row;
  *count = n;
  return JM_OK;
}

static jm_status list_blockers(jm_result *result)
{
  result->blockers = JMI_NEW_ARRAY(&result->arena, result->row_count, uint32_t);
  if (result->blockers == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < result->row_count; i++)
    if (is_blocker(&result->rows[i]))
      result->blockers[result->blocker_count++] = i;
  return JM_OK;
}

/* ---- routes ----------------------------------------------------------------------------- */

/* Rows that could still gain, of one kind, the greatest gain first. */
typedef struct gains {
  ranked *rows;  /* keys: gain, confirm, partly */
  int64_t *sums; /* sums[n]: of the first n gains */
  uint32_t count;
} gains;

static bool can_gain(const jm_result *result, const jmi_row *row, bool preferred)
{
  bool is_preferred = row->line->reading.tier == JMI_TIER_PREFERRED;
  if (is_preferred && jmi_result_mode(result) == JMI_PREFERRED_IGNORE)
    return false;
  return is_preferred == preferred && row->credit < 1000 && row->weight > 0
         && row->standing != JM_UNDECIDED;
}

static jm_status gather(const jm_result *result, jmi_arena *arena, bool preferred, gains *out)
{
  out->rows = JMI_NEW_ARRAY(arena, result->row_count, ranked);
  out->sums = JMI_NEW_ARRAY(arena, (size_t)result->row_count + 1, int64_t);
  if (out->rows == NULL || out->sums == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < result->row_count; i++) {
    const jmi_row *row = &result->rows[i];
    if (can_gain(result, row, preferred))
      out->rows[out->count++] = (ranked){i,
                                         {row->weight * (1000 - row->credit),
                                          row->standing == JM_UNKNOWN, row->standing == JM_PARTLY}};
  }
  if (out->count > 0)
    qsort(out->rows, out->count, sizeof *out->rows, compare_ranked);
  for (uint32_t i = 0; i < out->count; i++)
    out->sums[i + 1] = out->sums[i] + out->rows[i].keys[0];
  return JM_OK;
}

/* The share when the first n required and m preferred gains are made. */
static jmi_share share_after(const jm_result *result, const gains *need, uint32_t n,
                             const gains *wish, uint32_t m, bool plus)
{
  jmi_share share = result->share;
  share.earned += need->sums[n] + wish->sums[m];
  if (plus)
    share.possible += wish->sums[m];
  return share;
}

static void add_steps(const jm_result *result, jmi_route *route, const gains *from, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    uint32_t row = from->rows[i].row;
    route->steps[route->count++] = (jmi_step){row, result->rows[row].standing == JM_UNKNOWN};
  }
}

static jm_status find_route(jm_result *result, jmi_route *route, const gains *need,
                            const gains *wish, bool plus)
{
  uint32_t all = need->count + wish->count;
  for (uint32_t size = 1; size <= all; size++) {
    uint32_t most = size < need->count ? size : need->count;
    for (uint32_t n = most + 1; n-- > 0 && size - n <= wish->count;) {
      jmi_share after = share_after(result, need, n, wish, size - n, plus);
      if (!jmi_share_reaches(after, route->band->from_milli))
        continue;
      route->steps = JMI_NEW_ARRAY(&result->arena, size, jmi_step);
      if (route->steps == NULL)
        return JM_ERR_MEMORY;
      add_steps(result, route, need, n);
      add_steps(result, route, wish, size - n);
      route->possible = true;
      route->after = after;
      return JM_OK;
    }
  }
  return JM_OK;
}

static jm_status find_routes(jm_result *result, jmi_arena *scratch)
{
  const jmi_policy *policy = &result->scorer->policy;
  gains need = {0}, wish = {0};
  result->routes = JMI_NEW_ARRAY(&result->arena, policy->band_count, jmi_route);
  if (result->routes == NULL || gather(result, scratch, false, &need) != JM_OK
      || gather(result, scratch, true, &wish) != JM_OK)
    return JM_ERR_MEMORY;
  for (uint32_t b = policy->band_count - 1; b-- > 0;) {
    if (jmi_share_reaches(result->share, policy->bands[b].from_milli))
      continue;
    jmi_route *route = &result->routes[result->route_count++];
    route->band = &policy->bands[b];
    if (find_route(result, route, &need, &wish, jmi_result_mode(result) == JMI_PREFERRED_PLUS)
        != JM_OK)
      return JM_ERR_MEMORY;
  }
  return JM_OK;
}

jm_status jmi_result_advise(jm_result *result)
{
  jmi_arena scratch;
  jmi_arena_init(&scratch, &result->allocator);
  jm_status status = list_rows(result, true, &result->right, &result->right_count);
  if (status == JM_OK)
    status = list_rows(result, false, &result->wrong, &result->wrong_count);
  if (status == JM_OK)
    status = list_blockers(result);
  if (status == JM_OK)
    status = find_routes(result, &scratch);
  jmi_arena_dispose(&scratch);
  return status;
}
