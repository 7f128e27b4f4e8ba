/* SPDX-License-Identifier: MIT */
/* One line judged: the outcomes of its parts made into a standing and a credit.
 *
 * In:  a line's reading and a profile. Out: a row of the ledger.
 * A group stands as its best part does (or its n-th best, where n are asked). A line
 * is judged by the mean of its groups, the best counting a little more; a list is not met while
 * more than a quarter of them is missing (README, "Scoring", rule 6). */
#include "score/score.h"

typedef struct verdict {
  uint8_t standing;
  int32_t strength;
  uint32_t part; /* whose outcome it is */
} verdict;

/* Better first: by strength; what is unknown or undecided stands above what is missing. */
static bool better(const jmi_outcome *a, const jmi_outcome *b)
{
  if (a->strength != b->strength)
    return a->strength > b->strength;
  bool a_open = a->standing == JM_UNKNOWN || a->standing == JM_UNDECIDED;
  bool b_open = b->standing == JM_UNKNOWN || b->standing == JM_UNDECIDED;
  return a_open && !b_open;
}

/* The n-th best part of a group; where n are asked and fewer shown, their share. */
static verdict judge_group(const jmi_row *row, const jmi_group *group, const jmi_policy *policy)
{
  uint32_t first = group->first_part, end = first + group->part_count, pick = first;
  uint32_t need = group->need < group->part_count ? group->need : group->part_count;
  int64_t shown = 0; /* by the n best */
  for (uint32_t p = first; p < end; p++) {
    uint32_t above = 0;
    for (uint32_t q = first; q < end; q++)
      above += better(&row->parts[q], &row->parts[p])
               || (q < p && !better(&row->parts[p], &row->parts[q]));
    if (above == (need > 0 ? need - 1 : 0))
      pick = p;
    if (above < need && row->parts[p].standing < JM_MISSING)
      shown += row->parts[p].strength;
  }
  const jmi_outcome *outcome = &row->parts[pick];
  bool open = outcome->standing == JM_UNKNOWN || outcome->standing == JM_UNDECIDED;
  if (!open && need > 1 && outcome->standing != JM_MET && shown > 0) {
    int32_t share = (int32_t)(shown / need);
    share = share < policy->met_from ? share : policy->met_from - 1;
    return (verdict){jmi_standing_of(policy, share), share, pick};
  }
  if (!open)
    for (uint32_t p = first; p < end; p++)
      if (outcome->standing == JM_MISSING && row->parts[p].standing > JM_MISSING)
        return (verdict){row->parts[p].standing, 0, p};
  return (verdict){outcome->standing, outcome->strength, pick};
}

typedef struct tally {
  int64_t sum, weight; /* over groups that are decided */
  int32_t best, worst;
  uint32_t open[5], groups; /* groups by standing */
  bool short_of;            /* a part shows fewer years or a lower level than asked */
  uint32_t best_part, worst_part;
  int32_t heaviest; /* of the groups that are decided */
} tally;

/* The weight of what a line asks first of all. */
static int32_t heaviest(const jmi_reading *reading)
{
  int32_t most = 0;
  for (uint32_t g = 0; g < reading->group_count; g++)
    most = reading->groups[g].weight > most ? reading->groups[g].weight : most;
  return most > 1000 ? 1000 : most;
}

static tally count_groups(const jmi_row *row, const jmi_reading *reading, const jmi_policy *policy)
{
  tally t = {.best = -1, .worst = INT32_MAX};
  for (uint32_t g = 0; g < reading->group_count; g++) {
    verdict v = judge_group(row, &reading->groups[g], policy);
    t.groups++;
    t.short_of = t.short_of || row->parts[v.part].short_of;
    t.open[v.standing]++;
    if (g == 0)
      t.best_part = t.worst_part = v.part;
    if (v.standing == JM_UNKNOWN || v.standing == JM_UNDECIDED)
      continue;
    /* A part that is missing adds nothing, however near it came. */
    int32_t counted = v.standing == JM_MISSING ? 0 : v.strength;
    t.sum += (int64_t)counted * reading->groups[g].weight;
    t.weight += reading->groups[g].weight;
    if (reading->groups[g].weight > t.heaviest)
      t.heaviest = reading->groups[g].weight;
    if (v.strength > t.best
        && (v.standing == JM_MET || reading->groups[g].weight >= heaviest(reading))) {
      t.best = v.strength;
      t.best_part = v.part;
    }
    if (v.strength < t.worst) {
      t.worst = v.strength;
      t.worst_part = v.part;
    }
  }
  return t;
}

static void settle(jmi_row *row, const jmi_reading *reading, const jmi_policy *policy)
{
  tally t = count_groups(row, reading, policy);
  if (t.best < 0 && t.weight > 0) /* what counts most waits for an answer */
    t.best = (int32_t)(t.sum / t.weight);
  uint32_t waiting = t.open[JM_UNKNOWN] + t.open[JM_UNDECIDED];
  row->best = t.best_part;
  row->shortfall = row->parts[t.worst_part].shortfall;
  if (t.weight > 0)
    row->strength = (int32_t)((t.sum / t.weight * (1000 - policy->best_part_milli)
                               + (int64_t)t.best * policy->best_part_milli)
                              / 1000);
  /* Beside a matter that only the candidate can tell, a few plain words decide nothing. */
  bool idle = t.heaviest < heaviest(reading) && row->strength < policy->partly_from;
  if (waiting == t.groups || (waiting > 0 && idle)) {
    row->standing = t.open[JM_UNDECIDED] > 0 ? JM_UNDECIDED : JM_UNKNOWN;
    return;
  }
  row->standing = jmi_standing_of(policy, row->strength);
  bool lacks = reading->named_list && t.open[JM_MISSING] * 4 > t.groups;
  if ((t.short_of || lacks) && row->standing == JM_MET) {
    row->standing = JM_PARTLY;
    row->strength = policy->met_from - 1;
  }
  /* What waits for an answer keeps a line from being met, and never makes it missing by itself. */
  if (waiting > 0 && row->standing == JM_MET)
    row->standing = JM_PARTLY;
  if (row->standing == JM_MET)
    row->shortfall = JMI_STR("");
}

/* What a limit kept from being read is undecided; and so is what seems to be missing where not all
 * of the profile could be read. */
static void settle_limit(jmi_row *row, const jmi_reading *reading, const jm_profile *profile)
{
  const char *why = "a rule of reading took more steps than its limit allows";
  if (reading->limit_rule == NULL) {
    if (row->standing != JM_MISSING || profile->statements.limited == 0)
      return;
    why = "the profile could not all be read: a rule took more steps than its limit allows";
  }
  for (uint32_t p = 0; p < reading->part_count; p++)
    if (reading->limit_rule != NULL || row->parts[p].standing == JM_MISSING) {
      row->parts[p].standing = JM_UNDECIDED;
      row->parts[p].shortfall = jmi_str_of(why);
    }
  row->standing = JM_UNDECIDED;
  row->strength = 0;
  row->shortfall = jmi_str_of(why);
}

static int32_t credit_of(uint8_t standing, const jmi_policy *policy)
{
  return standing == JM_MET ? 1000 : standing == JM_PARTLY ? policy->partly_milli : 0;
}

uint32_t jmi_row_evidence(const jmi_row *row)
{
  const jmi_outcome *best = &row->parts[row->best];
  return best->evidence_count > 0 ? best->evidence[0] : JMI_NONE;
}

jm_status jmi_row_judge(jmi_row *row, jmi_matcher *matcher, const jmi_line_plan *line)
{
  const jmi_reading *reading = &line->reading;
  const jmi_policy *policy = &matcher->scorer->policy;
  *row = (jmi_row){.line = line, .shortfall = JMI_STR("")};
  row->parts = JMI_NEW_ARRAY(matcher->arena, reading->part_count, jmi_outcome);
  if (row->parts == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t p = 0; p < reading->part_count; p++) {
    jm_status status = jmi_part_match(&row->parts[p], matcher, reading, &reading->parts[p]);
    if (status != JM_OK)
      return status;
  }
  settle(row, reading, policy);
  settle_limit(row, reading, matcher->profile);
  row->credit = credit_of(row->standing, policy);
  row->weight = (int64_t)line->given->weight_milli * policy->tier_weight[reading->tier] / 1000;
  return JM_OK;
}
