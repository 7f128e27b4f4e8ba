/* SPDX-License-Identifier: MIT */
/* A policy: how much what counts. README, "Scoring".
 *
 * In:  the tree of a policy file; what it leaves out keeps its default.
 * Out: a jmi_policy, numbers in thousandths.
 * Refuses: unknown fields, shares over 1, thresholds and bands that are out of order, and bands
 *          that leave a share without a name. */
#include "model/model.h"

#include "model/read.h"

enum { MAX_TIER_WEIGHT = 100 };

void jmi_policy_default(jmi_policy *out)
{
  *out = (jmi_policy){
      .name = JMI_STR("default"),
      .partly_milli = 500,
      .met_from = 700,
      .partly_from = 300,
      .spread_milli = 850,
      .best_part_milli = 350,
      .preferred = JMI_PREFERRED_PLUS,
      .tier_weight = {1000, 1000, 1000},
      .bands = {{JMI_STR("strong"), 800}, {JMI_STR("apply"), 750}, {JMI_STR("reach"), 0}},
      .band_count = 3,
  };
}

/* A share: 0 to 1. */
static jm_status read_share(jmi_reader *reader, const jmi_node *value, void *place)
{
  int32_t *share = place;
  jm_status status = jmi_read_milli(reader, value, share);
  if (status != JM_OK || *share <= 1000)
    return status;
  return jmi_refuse(reader, JM_ERR_FIELD, value, "write a share, as in 0.5", "is over 1");
}

static jm_status read_thresholds(jmi_reader *reader, const jmi_node *map, void *place)
{
  static const jmi_field fields[] = {
      {"met", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, met_from), read_share},
      {"partly", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, partly_from), read_share},
  };
  const jmi_policy *policy = place;
  jm_status status =
      jmi_fields_read(reader, map, "the thresholds", fields, JMI_ROWS(fields), place);
  if (status != JM_OK)
    return status;
  if (policy->partly_from == 0)
    return jmi_refuse(reader, JM_ERR_FIELD, jmi_node_get(map, "partly"),
                      "with 0 nothing would be missing; write 0.001 at least", "is 0");
  if (policy->partly_from > policy->met_from)
    return jmi_refuse(reader, JM_ERR_FIELD, map, "`met` is 0.7 and `partly` is 0.3 when not given",
                      "has a `partly` over its `met`");
  return JM_OK;
}

static jm_status read_preferred(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char *const words[] = {[JMI_PREFERRED_PLUS] = "plus",
                                      [JMI_PREFERRED_COUNT] = "count",
                                      [JMI_PREFERRED_IGNORE] = "ignore"};
  return jmi_read_word(reader, value, words, JMI_ROWS(words), place);
}

static jm_status read_weight(jmi_reader *reader, const jmi_node *value, void *place)
{
  int32_t *weight = place;
  jm_status status = jmi_read_milli(reader, value, weight);
  if (status != JM_OK || *weight <= MAX_TIER_WEIGHT * 1000)
    return status;
  return jmi_refuse(reader, JM_ERR_FIELD, value, "write how often a line counts, as in 2 or 0.5",
                    "is over %d", MAX_TIER_WEIGHT);
}

static jm_status read_weights(jmi_reader *reader, const jmi_node *map, void *place)
{
  static const jmi_field fields[] = {
      {"must-have", JMI_FIELD_CUSTOM, 0, JMI_TIER_MUST * sizeof(int32_t), read_weight},
      {"required", JMI_FIELD_CUSTOM, 0, JMI_TIER_REQUIRED * sizeof(int32_t), read_weight},
      {"preferred", JMI_FIELD_CUSTOM, 0, JMI_TIER_PREFERRED * sizeof(int32_t), read_weight},
  };
  const int32_t *weights = place;
  jm_status status = jmi_fields_read(reader, map, "the weights", fields, JMI_ROWS(fields), place);
  if (status == JM_OK && weights[0] + weights[1] + weights[2] == 0)
    return jmi_refuse(reader, JM_ERR_FIELD, map, "give one tier a weight over 0",
                      "leaves no line any weight");
  return status;
}

/* ---- Bands ------------------------------------------------------------------------------------
 */

static jm_status read_from(jmi_reader *reader, const jmi_node *value, void *place)
{
  int32_t *from = place, percent = 0;
  jm_status status = jmi_read_milli(reader, value, &percent);
  if (status != JM_OK)
    return status;
  if (percent > 100000)
    return jmi_refuse(reader, JM_ERR_FIELD, value, "write per cent, as in 80", "is over 100");
  if (percent % 100 != 0)
    return jmi_refuse(reader, JM_ERR_FIELD, value, "write per cent, as in 80 or 72.5",
                      "has more than one decimal");
  *from = percent / 100;
  return JM_OK;
}

/* A band must begin below the one before it, and be called otherwise than all of them. */
static jm_status check_band(const jmi_reader *reader, const jmi_policy *policy,
                            const jmi_node *node)
{
  const jmi_band *band = &policy->bands[policy->band_count - 1];
  for (uint32_t i = 0; i + 1 < policy->band_count; i++) {
    if (jmi_str_equal(policy->bands[i].name, band->name))
      return jmi_refuse(reader, JM_ERR_FIELD, jmi_node_get(node, "name"),
                        "give each band a name of its own", "is the name of another band as well");
  }
  if (policy->band_count > 1 && band->from_milli >= band[-1].from_milli)
    return jmi_refuse(reader, JM_ERR_FIELD, jmi_node_get(node, "from"),
                      "write the highest band first",
                      "is not below the `from` of the band before it");
  return JM_OK;
}

static jm_status read_band(jmi_reader *reader, const jmi_node *node, void *place)
{
  static const jmi_field fields[] = {
      {"name", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(jmi_band, name), NULL},
      {"from", JMI_FIELD_CUSTOM, JMI_REQUIRED, offsetof(jmi_band, from_milli), read_from},
  };
  jmi_policy *policy = place;
  if (policy->band_count == JMI_BANDS_MAX)
    return jmi_refuse(reader, JM_ERR_FIELD, node, "remove bands that nobody needs",
                      "is one band more than the %d that a policy may have", JMI_BANDS_MAX);
  jm_status status = jmi_fields_read(reader, node, "a band", fields, JMI_ROWS(fields),
                                     &policy->bands[policy->band_count++]);
  return status == JM_OK ? check_band(reader, policy, node) : status;
}

static jm_status read_bands(jmi_reader *reader, const jmi_node *list, void *place)
{
  jmi_policy *policy = place;
  memset(policy->bands, 0, sizeof policy->bands);
  policy->band_count = 0;
  jm_status status = jmi_read_each(reader, list, "bands", read_band, policy);
  if (status != JM_OK)
    return status;
  if (policy->band_count == 0 || policy->bands[policy->band_count - 1].from_milli != 0)
    return jmi_refuse(reader, JM_ERR_FIELD, list, "end it with a band that has `from: 0`",
                      "leaves low percentages without a band");
  return JM_OK;
}

/* ---- The policy -------------------------------------------------------------------------------
 */

static const jmi_field policy_fields[] = {
    {"name", JMI_FIELD_TEXT, 0, offsetof(jmi_policy, name), NULL},
    {"partly", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, partly_milli), read_share},
    {"thresholds", JMI_FIELD_CUSTOM, 0, 0, read_thresholds},
    {"spread", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, spread_milli), read_share},
    {"best_part", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, best_part_milli), read_share},
    {"preferred", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, preferred), read_preferred},
    {"weights", JMI_FIELD_CUSTOM, 0, offsetof(jmi_policy, tier_weight), read_weights},
    {"bands", JMI_FIELD_CUSTOM, 0, 0, read_bands},
};

jm_status jmi_policy_read(jmi_policy *out, jmi_arena *arena, const jmi_node *root, jm_error *err)
{
  jmi_policy policy;
  jmi_policy_default(&policy);
  jmi_reader reader = {arena, err, NULL};
  jm_status status =
      jmi_fields_read(&reader, root, "a policy", policy_fields, JMI_ROWS(policy_fields), &policy);
  if (status == JM_OK)
    *out = policy;
  return status;
}
