/* SPDX-License-Identifier: MIT */
/* A profile: statements of a candidate, each with its place, dates and level as written.
 *
 * In:  the tree of a mapping; see model.h for its fields.
 * Out: entries in the document's order, and what the candidate is willing to do.
 * Refuses: unknown fields, words that are no level, dates that are none (JM_ERR_FIELD), and more
 *          entries than the limit (JM_ERR_LIMIT).
 * Name, photo, address, age and their kin are passed over here, employers and schools as well:
 * nothing that comes later can see them. */
#include <inttypes.h>

#include "model/gather.h"
#include "model/read.h"
#include "model/shapes.h"

const char *const jmi_entry_kind_words[JMI_ENTRY_KIND_COUNT] = {
    [JMI_ENTRY_SKILL] = "skill",
    [JMI_ENTRY_TITLE] = "title",
    [JMI_ENTRY_HIGHLIGHT] = "highlight",
    [JMI_ENTRY_PROJECT] = "project",
    [JMI_ENTRY_SUMMARY] = "summary",
    [JMI_ENTRY_EDUCATION] = "education",
    [JMI_ENTRY_CERTIFICATE] = "certificate",
    [JMI_ENTRY_LANGUAGE] = "language",
    [JMI_ENTRY_LICENCE] = "licence",
    [JMI_ENTRY_TRAIT] = "trait",
    [JMI_ENTRY_PROSE] = "prose",
};

/* ---- Gathering --------------------------------------------------------------------------------
 */

jmi_frame jmi_gather_frame(jmi_gather *gather, jmi_entry_kind kind)
{
  return (jmi_frame){++gather->groups, JMI_MONTH_NONE, JMI_MONTH_NONE, (uint8_t)kind};
}

void jmi_gather_month(jmi_gather *gather, jmi_month month)
{
  if (month != JMI_MONTH_OPEN && month > gather->latest)
    gather->latest = month;
}

jmi_entry *jmi_gather_add(jmi_reader *reader, const jmi_frame *frame, jmi_str text,
                          const jmi_node *node, jm_status *status)
{
  jmi_gather *gather = reader->ctx;
  if (gather->entries.count >= gather->limits->max_entries) {
    *status = jmi_refuse(reader, JM_ERR_LIMIT, node, NULL,
                         "is one entry more than max_entries (%" PRId64 ") allows",
                         gather->limits->max_entries);
    return NULL;
  }
  jmi_str path = jmi_path_from(reader->arena, gather->root, node);
  jmi_entry *entry = JMI_PUSH(&gather->entries, reader->arena, jmi_entry);
  if (path.at == NULL || entry == NULL) {
    *status = jmi_refuse_memory(reader);
    return NULL;
  }
  *entry = (jmi_entry){.text = text,
                       .path = path,
                       .mark = node->mark,
                       .own_lines = node->style == JMI_STYLE_BLOCK,
                       .kind = frame->kind,
                       .months = -1,
                       .from = frame->from,
                       .to = frame->to,
                       .group = frame->group};
  if (entry->own_lines) { /* the text begins on the line behind its `|` */
    entry->mark.line++;
    entry->mark.column = 1;
  }
  *status = JM_OK;
  return entry;
}

jm_status jmi_gather_text(jmi_reader *reader, const jmi_node *node, void *frame)
{
  jmi_str text;
  jm_status status = jmi_read_text(reader, node, &text);
  if (status == JM_OK)
    jmi_gather_add(reader, frame, text, node, &status);
  return status;
}

/* ---- Sections that are plain lists ------------------------------------------------------------
 */

/* Texts under the root, by their key. */
static const struct {
  const char *key;
  uint8_t kind;
} plain[] = {
    {"summary", JMI_ENTRY_SUMMARY},
    {"traits", JMI_ENTRY_TRAIT},
    {"licences", JMI_ENTRY_LICENCE},
    {"text", JMI_ENTRY_PROSE},
};

static jm_status gather_plain(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  size_t row = 0;
  while (row + 1 < JMI_ROWS(plain) && !jmi_str_is(list->key, plain[row].key))
    row++;
  jmi_frame frame = jmi_gather_frame(reader->ctx, (jmi_entry_kind)plain[row].kind);
  return jmi_read_each(reader, list, "texts", jmi_gather_text, &frame);
}

/* ---- The profile ------------------------------------------------------------------------------
 */

#define DROPPED(name)                                                                              \
  {                                                                                                \
    name, JMI_FIELD_IGNORE, 0, 0, NULL                                                             \
  }
#define SECTION(name, read)                                                                        \
  {                                                                                                \
    name, JMI_FIELD_CUSTOM, 0, 0, read                                                             \
  }

static const jmi_field profile_fields[] = {
    SECTION("summary", gather_plain),
    SECTION("skills", jmi_gather_skills),
    SECTION("experience", jmi_gather_experience),
    SECTION("projects", jmi_gather_projects),
    SECTION("education", jmi_gather_education),
    SECTION("certificates", jmi_gather_certificates),
    SECTION("languages", jmi_gather_languages),
    {"willing", JMI_FIELD_CUSTOM, 0, offsetof(jmi_profile, willing), jmi_read_willing},
    SECTION("licences", gather_plain),
    {"authorization", JMI_FIELD_TEXTS, 0, offsetof(jmi_profile, authorization), NULL},
    {"clearance", JMI_FIELD_TEXTS, 0, offsetof(jmi_profile, clearance), NULL},
    {"locations", JMI_FIELD_TEXTS, 0, offsetof(jmi_profile, locations), NULL},
    SECTION("traits", gather_plain),
    SECTION("text", gather_plain),
    DROPPED("name"),
    DROPPED("headline"),
    DROPPED("contact"),
    DROPPED("email"),
    DROPPED("phone"),
    DROPPED("address"),
    DROPPED("url"),
    DROPPED("photo"),
    DROPPED("birth_date"),
    DROPPED("gender"),
    DROPPED("nationality"),
};

static jm_status read_native(jmi_reader *reader, const jmi_node *root, jmi_profile *profile)
{
  jm_status status =
      jmi_fields_read(reader, root, "a profile", profile_fields, JMI_ROWS(profile_fields), profile);
  profile->licences_given = jmi_node_get(root, "licences") != NULL;
  profile->languages_given = jmi_node_get(root, "languages") != NULL;
  profile->authorization_given = jmi_node_get(root, "authorization") != NULL;
  profile->clearance_given = jmi_node_get(root, "clearance") != NULL;
  profile->locations_given = jmi_node_get(root, "locations") != NULL;
  return status;
}

static jm_status read_format(jmi_reader *reader, const jmi_node *root, jmi_profile *profile)
{
  switch (profile->format) {
  case JMI_FORMAT_JSON_RESUME:
    return jmi_json_resume_read(reader, &profile->notes, root);
  case JMI_FORMAT_RENDERCV:
    return jmi_rendercv_read(reader, &profile->notes, root);
  default:
    return read_native(reader, root, profile);
  }
}

jm_status jmi_profile_read(jmi_profile *out, jmi_arena *arena, const jmi_node *root,
                           const jm_limits *limits, jm_error *err)
{
  jmi_gather gather = {.root = root, .limits = limits, .latest = JMI_MONTH_NONE};
  jmi_reader reader = {arena, err, &gather};
  jmi_profile profile = {.willing = jmi_willing_silent};
  if (jmi_is_prose(root))
    return jmi_refuse(&reader, JM_ERR_FIELD, root,
                      "write `text: |`, and below it the text, each line indented",
                      "must be a mapping, not one text");
  profile.format = (uint8_t)jmi_format_of_profile(root);
  jm_status status = read_format(&reader, root, &profile);
  if (status != JM_OK)
    return status;
  profile.entries = gather.entries.items;
  profile.count = gather.entries.count;
  profile.latest = gather.latest;
  *out = profile;
  return JM_OK;
}
