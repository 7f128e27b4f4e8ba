/* SPDX-License-Identifier: MIT */
/* Formats, told by content: the rule stands in model.h. In: a tree. Out: the format that it is
 * read in. Refuses nothing: what is no foreign format is native. */
#include "model/foreign.h"
#include "model/read.h"

static bool has_any(const jmi_node *map, const char *const *keys, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (jmi_node_get(map, keys[i]) != NULL)
      return true;
  }
  return false;
}

/* True when a member is a text with these words in it. */
static bool names(const jmi_node *map, const char *key, const char *words)
{
  const jmi_node *member = jmi_node_get(map, key);
  size_t len = strlen(words);
  if (member == NULL || member->kind != JMI_NODE_SCALAR)
    return false;
  for (uint32_t at = 0; at + len <= member->text.len; at++) {
    if (memcmp(member->text.at + at, words, len) == 0)
      return true;
  }
  return false;
}

static bool holds_map(const jmi_node *map, const char *key)
{
  const jmi_node *member = jmi_node_get(map, key);
  return member != NULL && member->kind == JMI_NODE_MAP;
}

/* ---- Profiles ---------------------------------------------------------------------------------
 */

jmi_format jmi_format_of_profile(const jmi_node *root)
{
  static const char *const native[] = {
      "experience", "willing", "licences", "authorization", "clearance", "locations",  "traits",
      "text",       "summary", "name",     "headline",      "contact",   "email",      "phone",
      "address",    "url",     "photo",    "birth_date",    "gender",    "nationality"};
  static const char *const resume[] = {"work",         "volunteer", "awards",
                                       "publications", "interests", "references"};
  if (holds_map(root, "cv"))
    return JMI_FORMAT_RENDERCV;
  if (holds_map(root, "basics") || names(root, "$schema", "jsonresume")
      || names(root, "$schema", "resume-schema"))
    return JMI_FORMAT_JSON_RESUME;
  if (has_any(root, native, JMI_ROWS(native)))
    return JMI_FORMAT_NATIVE;
  return has_any(root, resume, JMI_ROWS(resume)) ? JMI_FORMAT_JSON_RESUME : JMI_FORMAT_NATIVE;
}

/* ---- Postings ---------------------------------------------------------------------------------
 */

static bool is_linked(const jmi_node *node)
{
  static const char *const marks[] = {"@type", "@graph", "@context"};
  return has_any(node, marks, JMI_ROWS(marks));
}

static bool has_linked(const jmi_node *list)
{
  if (list->kind != JMI_NODE_LIST)
    return false;
  for (const jmi_node *member = list->first; member != NULL; member = member->next) {
    if (is_linked(member))
      return true;
  }
  return false;
}

jmi_format jmi_format_of_posting(const jmi_node *root)
{
  static const char *const native[] = {"requirements", "preferred"};
  static const char *const schema_org[] = {"hiringOrganization",
                                           "datePosted",
                                           "employmentType",
                                           "jobLocation",
                                           "jobLocationType",
                                           "validThrough",
                                           "baseSalary",
                                           "experienceRequirements",
                                           "educationRequirements",
                                           "occupationalCategory",
                                           "securityClearanceRequirement",
                                           "eligibilityToWorkRequirement"};
  static const char *const job[] = {"responsibilities", "qualifications"};
  if (is_linked(root) || has_linked(root))
    return JMI_FORMAT_SCHEMA_ORG;
  if (names(root, "$schema", "job-schema"))
    return JMI_FORMAT_JSON_RESUME;
  if (has_any(root, native, JMI_ROWS(native)))
    return JMI_FORMAT_NATIVE;
  if (has_any(root, schema_org, JMI_ROWS(schema_org)))
    return JMI_FORMAT_SCHEMA_ORG;
  bool skills = jmi_node_get(root, "skills") != NULL && jmi_node_get(root, "title") != NULL;
  return skills || has_any(root, job, JMI_ROWS(job)) ? JMI_FORMAT_JSON_RESUME : JMI_FORMAT_NATIVE;
}
