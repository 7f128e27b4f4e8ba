/* SPDX-License-Identifier: MIT */
/* "Did you mean": the nearest of a few known words.
 *
 * In: a word as somebody wrote it. Out: a candidate at most two slips away (a letter more, less,
 * other, or two swapped), or NULL. Words of more than 64 bytes are near to nothing. */
#include "text/text.h"

#define MAX_BYTES 64

static uint32_t least(uint32_t a, uint32_t b)
{
  return a < b ? a : b;
}

/* One row of the distance table, from the two rows before it. */
static void next_row(uint32_t *row, const uint32_t *last, const uint32_t *before, jmi_str a,
                     jmi_str b, uint32_t i)
{
  row[0] = i;
  for (uint32_t k = 1; k <= b.len; k++) {
    char x = jmi_lower(a.at[i - 1]), y = jmi_lower(b.at[k - 1]);
    row[k] = least(least(last[k], row[k - 1]) + 1, last[k - 1] + (x == y ? 0 : 1));
    if (i > 1 && k > 1 && x == jmi_lower(b.at[k - 2]) && y == jmi_lower(a.at[i - 2]))
      row[k] = least(row[k], before[k - 2] + 1);
  }
}

static uint32_t distance(jmi_str a, jmi_str b)
{
  uint32_t rows[3][MAX_BYTES + 1];
  for (uint32_t k = 0; k <= b.len; k++)
    rows[0][k] = k;
  for (uint32_t i = 1; i <= a.len; i++)
    next_row(rows[i % 3], rows[(i - 1) % 3], rows[(i + 1) % 3], a, b, i);
  return rows[a.len % 3][b.len];
}

const char *jmi_suggest(jmi_str word, const char *const *candidates, size_t count)
{
  uint32_t nearest = word.len < 5 ? 2 : 3; /* one more than what is near */
  const char *best = NULL;
  if (word.len > MAX_BYTES)
    return NULL;
  for (size_t i = 0; i < count; i++) {
    jmi_str candidate = jmi_str_of(candidates[i]);
    if (candidate.len > MAX_BYTES)
      continue;
    uint32_t d = distance(word, candidate);
    if (d < nearest) {
      nearest = d;
      best = candidates[i];
    }
  }
  return best;
}
