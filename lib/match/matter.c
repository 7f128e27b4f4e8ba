/* SPDX-License-Identifier: MIT */
/* Matters that only the candidate can tell: travel, licences, authorization, clearance,
 * availability, location.
 *
 * A profile answers in its own fields, or in a statement that speaks of the same matter. Where it
 * does neither, the matter is unknown. */
#include "match/match.h"

static jmi_outcome answer(int32_t strength, const char *rule)
{
  return (jmi_outcome){
      .how = JMI_HOW_STATED, .strength = strength, .rule = rule, .shortfall = JMI_STR("")};
}

static jmi_outcome unknown(void)
{
  return (jmi_outcome){.standing = JM_UNKNOWN,
                       .rule = "match.silent",
                       .shortfall = JMI_STR("the profile does not say")};
}

static jmi_outcome travel(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_policy *policy = &matcher->scorer->policy;
  int32_t offered = matcher->profile->given.willing.travel_percent;
  int32_t asked = part->percent < 0 ? 1 : part->percent;
  if (offered < 0)
    return unknown();
  if (offered >= asked)
    return answer(1000, "match.stated");
  jmi_outcome out = answer(offered > 0 ? policy->partly_from : 0, "match.stated");
  out.shortfall = jmi_phrase(matcher->arena, "asks %d %%, offers %d %%", asked, offered);
  return out;
}

static bool word_in_line(const jmi_reading *reading, const jmi_part *part, jmi_str word)
{
  for (uint32_t u = part->first_unit; u < part->first_unit + part->unit_count; u++) {
    const jmi_unit *unit = &reading->units[u];
    jmi_str norm = unit->norm;
    for (uint32_t at = 0; at + word.len <= norm.len; at++) {
      uint32_t i = 0;
      while (i < word.len && jmi_lower(norm.at[at + i]) == jmi_lower(word.at[i]))
        i++;
      bool edge = (at == 0 || !jmi_is_alpha(norm.at[at - 1]))
                  && (at + word.len == norm.len || !jmi_is_alpha(norm.at[at + word.len]));
      if (i == word.len && word.len > 1 && edge)
        return true;
    }
  }
  return false;
}

/* Each word of what the candidate gives is looked for in the line, and in the whole of it. */
static bool any_word_in_line(const jmi_reading *reading, const jmi_part *part, jmi_str given)
{
  uint32_t at = 0;
  while (at < given.len) {
    while (at < given.len && !jmi_is_alpha(given.at[at]))
      at++;
    uint32_t end = at;
    while (end < given.len && jmi_is_alpha(given.at[end]))
      end++;
    if (end > at && word_in_line(reading, part, jmi_str_cut(given, at, end)))
      return true;
    at = end;
  }
  return false;
}

static jmi_outcome listed(const jmi_matcher *matcher, const jmi_reading *reading,
                          const jmi_part *part, const jmi_texts *texts, bool given)
{
  if (!given)
    return unknown();
  for (uint32_t i = 0; i < texts->count; i++)
    if (part->unit_count == 0 || any_word_in_line(reading, part, texts->items[i]))
      return answer(1000, "match.stated");
  jmi_outcome out = answer(0, "match.stated");
  out.shortfall = jmi_phrase(matcher->arena, "what the profile lists does not cover it");
  return out;
}

static jmi_outcome location(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_willing *willing = &matcher->profile->given.willing;
  bool relocates = strcmp(part->rule, "matter.relocate") == 0;
  int32_t said = relocates ? willing->relocate : willing->on_site;
  if (said < 0)
    return unknown();
  jmi_outcome out = answer(said == 1 ? 1000 : 0, "match.stated");
  if (said == 0)
    out.shortfall = JMI_STR("the profile says no");
  return out;
}

/* What the profile's fields say. */
static jmi_outcome stated(const jmi_matcher *matcher, const jmi_reading *reading,
                          const jmi_part *part)
{
  const jmi_profile *given = &matcher->profile->given;
  switch (part->criterion) {
  case JMI_CRITERION_TRAVEL:
    return travel(matcher, part);
  case JMI_CRITERION_AUTHORIZATION:
    return listed(matcher, reading, part, &given->authorization, given->authorization_given);
  case JMI_CRITERION_CLEARANCE:
    return listed(matcher, reading, part, &given->clearance, given->clearance_given);
  case JMI_CRITERION_AVAILABILITY:
    return listed(matcher, reading, part, &given->willing.shifts, given->willing.shifts.count > 0);
  case JMI_CRITERION_LOCATION:
    return location(matcher, part);
  default:
    return unknown();
  }
}

/* A statement that speaks of the same matter, and does not deny it. */
static bool told(const jmi_matcher *matcher, const jmi_part *part, uint32_t *statement)
{
  for (uint32_t s = 0; s < matcher->profile->statements.count; s++)
    if ((matcher->profile->statements.items[s].matters >> part->criterion & 1) != 0) {
      *statement = s;
      return true;
    }
  return false;
}

static jm_status licence(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part)
{
  jm_status status = jmi_match_skill(out, matcher, reading, part);
  if (status == JM_OK && out->standing != JM_MET && !matcher->profile->given.licences_given)
    *out = unknown();
  return status;
}

jm_status jmi_match_matter(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                           const jmi_part *part)
{
  uint32_t statement;
  *out = stated(matcher, reading, part);
  if (out->standing == JM_UNKNOWN && part->criterion == JMI_CRITERION_LICENCE) {
    jm_status status = licence(out, matcher, reading, part);
    if (status != JM_OK || out->standing != JM_UNKNOWN)
      return status;
  }
  if (out->standing == JM_UNKNOWN && told(matcher, part, &statement)) {
    *out = answer(1000, "match.told");
    out->evidence[out->evidence_count++] = statement;
  }
  if (out->standing != JM_UNKNOWN)
    out->standing = jmi_standing_of(&matcher->scorer->policy, out->strength);
  return matcher->arena->failed ? JM_ERR_MEMORY : JM_OK;
}
