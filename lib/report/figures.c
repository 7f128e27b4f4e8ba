/* SPDX-License-Identifier: MIT */
/* What the writers share: percentages in whole numbers, counts, words of small enums. */
#include "report/report.h"

#include "report/safe.h"

#include <assert.h>

const char *const jmi_tier_source_words[] = {
    [JMI_TIER_BY_DEFAULT] = "default",
    [JMI_TIER_BY_LIST] = "list",
    [JMI_TIER_BY_WORDS] = "words",
    [JMI_TIER_BY_FIELD] = "field",
};
static_assert(sizeof jmi_tier_source_words / sizeof *jmi_tier_source_words == JMI_TIER_BY_FIELD + 1,
              "a word for every source of a tier");

const char *const jmi_preferred_words[] = {
    [JMI_PREFERRED_PLUS] = "plus",
    [JMI_PREFERRED_COUNT] = "count",
    [JMI_PREFERRED_IGNORE] = "ignore",
};
static_assert(sizeof jmi_preferred_words / sizeof *jmi_preferred_words == JMI_PREFERRED_IGNORE + 1,
              "a word for every mode");

/* Digit by digit, as by hand: no product of the share overflows. */
int32_t jmi_share_hundredths(jmi_share share)
{
  if (share.possible <= 0)
    return 10000;
  int64_t rest = share.earned % share.possible;
  int32_t number = (int32_t)(share.earned / share.possible);
  for (int digit = 0; digit < 4; digit++) {
    rest *= 10;
    number = number * 10 + (int32_t)(rest / share.possible);
    rest %= share.possible;
  }
  return number;
}

void jmi_bar_draw(char out[JMI_BAR_SIZE], jmi_share share)
{
  memcpy(out, "[--------------------]", JMI_BAR_SIZE);
  memset(out + 1, '#', (size_t)(jmi_share_hundredths(share) / 500));
}

jmi_tally jmi_tally_of(const jm_result *result, bool preferred)
{
  jmi_tally tally = {0};
  for (uint32_t i = 0; i < result->row_count; i++) {
    const jmi_row *row = &result->rows[i];
    if ((row->line->reading.tier == JMI_TIER_PREFERRED) != preferred)
      continue;
    tally.by[row->standing]++;
    tally.all++;
  }
  return tally;
}

const jmi_entry *jmi_outcome_entry(const jm_result *result, const jmi_outcome *outcome,
                                   uint32_t index)
{
  if (index >= outcome->evidence_count)
    return NULL;
  return &result->profile->statements.items[outcome->evidence[index]].entry;
}

bool jmi_is_chance(const jmi_row *row, const jmi_outcome *outcome, jmi_chance chance)
{
  bool open = row->standing == JM_PARTLY || row->standing == JM_MISSING;
  if (!open || outcome->evidence_count == 0)
    return false;
  if (chance == JMI_CHANCE_TRANSFERABLE)
    return outcome->standing != JM_MET && outcome->how == JMI_HOW_RELATED;
  if (outcome->standing != JM_PARTLY)
    return false;
  return outcome->how == JMI_HOW_WORDS || outcome->how == JMI_HOW_SPREAD;
}

static bool is_cut(char c)
{
  return jmi_is_space(c) || c == ',' || c == ';' || c == ':';
}

jmi_str jmi_part_words(const jmi_requirement *given, const jmi_part *part)
{
  uint32_t start = 0, end = part->text.len;
  while (start < end && is_cut(part->text.at[start]))
    start++;
  while (end > start && is_cut(part->text.at[end - 1]))
    end--;
  return start < end ? jmi_str_cut(part->text, start, end) : given->text;
}

bool jmi_is_plus(const jmi_row *row)
{
  return row->line->reading.tier == JMI_TIER_PREFERRED && row->standing != JM_MET;
}

void jmi_as_of_digits(char out[16], const jm_scorer *scorer, const jm_profile *profile)
{
  out[0] = '\0';
  if (scorer->as_of_day != 0)
    jmi_day_digits(out, scorer->as_of_day);
  else if (profile->present != JMI_MONTH_NONE && profile->present != JMI_MONTH_OPEN)
    jmi_month_digits(out, profile->present);
}

void jmi_error_under(jm_error *err, const char *what)
{
  if (err == NULL || err->status == JM_OK)
    return;
  char path[sizeof err->path];
  memcpy(path, err->path, sizeof path);
  err->path[0] = '\0';
  size_t used = strlen(what);
  memcpy(err->path, what, used);
  if (path[0] != '\0' && path[0] != '[')
    err->path[used++] = '.';
  size_t len = strlen(path), room = sizeof err->path - used - 1;
  while (len > room || (len > 0 && ((unsigned char)path[len] & 0xC0) == 0x80))
    len--;
  memcpy(err->path + used, path, len);
  err->path[used + len] = '\0';
}
