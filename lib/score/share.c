/* SPDX-License-Identifier: MIT */
/* Shares: the ledger added up, exactly (README, "Scoring", rules 8 to 10).
 *
 * Required share = earned / possible over must-have and required rows. A preferred row adds its
 * credit above and below the line alike (policy `plus`), so meeting one raises the share and
 * lacking one never lowers it. A posting with only preferred rows counts them. */
#include "score/score.h"

static void add(jmi_share *share, const jmi_row *row, int32_t credit, bool plus)
{
  share->earned += row->weight * credit;
  share->possible += row->weight * (plus ? credit : 1000);
}

jmi_preferred_mode jmi_result_mode(const jm_result *result)
{
  for (uint32_t i = 0; i < result->row_count; i++)
    if (result->rows[i].line->reading.tier != JMI_TIER_PREFERRED && result->rows[i].weight > 0)
      return (jmi_preferred_mode)result->scorer->policy.preferred;
  return JMI_PREFERRED_COUNT;
}

static void add_row(jm_result *result, const jmi_row *row, jmi_preferred_mode mode)
{
  bool preferred = row->line->reading.tier == JMI_TIER_PREFERRED;
  bool plus = preferred && mode == JMI_PREFERRED_PLUS;
  int32_t confirmed = row->standing == JM_UNKNOWN ? 1000 : row->credit;
  result->standings[row->standing]++;
  add(&result->by_tier[row->line->reading.tier], row, row->credit, false);
  add(&result->by_component[row->line->reading.component], row, row->credit, false);
  if (preferred && mode == JMI_PREFERRED_IGNORE)
    return;
  add(&result->share, row, row->credit, plus);
  add(&result->confirmed, row, confirmed, plus);
}

/* earned / possible >= milli / 1000, in whole numbers that cannot overflow: milli is 1000 at most.
 */
bool jmi_share_reaches(jmi_share share, int32_t milli)
{
  int64_t whole = share.possible / 1000 * milli, rest = share.possible % 1000 * milli;
  return share.earned >= whole + (rest + 999) / 1000;
}

double jmi_share_percent(jmi_share share)
{
  return share.possible == 0 ? 100.0 : (double)share.earned * 100.0 / (double)share.possible;
}

int32_t jmi_share_tenths(jmi_share share)
{
  return share.possible == 0 ? 1000 : (int32_t)(share.earned * 1000 / share.possible);
}

static const jmi_band *band_of(const jmi_policy *policy, jmi_share share)
{
  for (uint32_t b = 0; b + 1 < policy->band_count; b++)
    if (jmi_share_reaches(share, policy->bands[b].from_milli))
      return &policy->bands[b];
  return &policy->bands[policy->band_count - 1];
}

void jmi_result_add_up(jm_result *result)
{
  jmi_preferred_mode mode = jmi_result_mode(result);
  for (uint32_t i = 0; i < result->row_count; i++)
    add_row(result, &result->rows[i], mode);
  result->band = band_of(&result->scorer->policy, result->share);
}
