/* SPDX-License-Identifier: MIT */
/* JSON Resume, resume (schema 1.0 to 1.3) as a profile.
 *
 * In:  the tree of a resume, JSON or YAML.
 * Out: entries of the members that the tables below name.
 * Refuses: more entries than the limit. Names, image, contact data, locations, employers, schools,
 *          issuers, referees and interests are in no table: nothing that comes later can see them.
 * A missing `endDate` is the open end: the schema has no word for the present. */
#include "model/shapes.h"

#include "model/read.h"

static const jmi_row basics[] = {
    {"label", JMI_TAKE_TEXT, JMI_ENTRY_SUMMARY},
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_SUMMARY},
};

/* `keywords` is no field of the schema, and widely written all the same. */
static const jmi_row work[] = {
    {"position", JMI_TAKE_TEXT, JMI_ENTRY_TITLE},
    {"startDate", JMI_TAKE_FROM, 0},
    {"endDate", JMI_TAKE_TO, 0},
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_HIGHLIGHT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_HIGHLIGHT},
    {"keywords", JMI_TAKE_PIECES, JMI_ENTRY_SKILL},
};

static const jmi_row volunteer[] = {
    {"position", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"startDate", JMI_TAKE_FROM, 0},
    {"endDate", JMI_TAKE_TO, 0},
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"keywords", JMI_TAKE_PIECES, JMI_ENTRY_SKILL},
};

static const jmi_row education[] = {
    {"studyType", JMI_TAKE_DEGREE, 0},
    {"area", JMI_TAKE_FIELD, 0},
    {"startDate", JMI_TAKE_FROM, 0},
    {"endDate", JMI_TAKE_TO, 0},
    {"courses", JMI_TAKE_TEXT, JMI_ENTRY_EDUCATION},
};

static const jmi_row awards[] = {
    {"title", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"date", JMI_TAKE_DATE, 0},
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
};

static const jmi_row certificates[] = {
    {"name", JMI_TAKE_TEXT, JMI_ENTRY_CERTIFICATE},
    {"date", JMI_TAKE_DATE, 0},
};

static const jmi_row publications[] = {
    {"name", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"releaseDate", JMI_TAKE_DATE, 0},
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
};

static const jmi_row skills[] = {
    {"name", JMI_TAKE_LABEL, JMI_ENTRY_SKILL},
    {"level", JMI_TAKE_LEVEL, 0},
    {"keywords", JMI_TAKE_PIECES, JMI_ENTRY_SKILL},
};

static const jmi_row languages[] = {
    {"language", JMI_TAKE_TEXT, JMI_ENTRY_LANGUAGE},
    {"fluency", JMI_TAKE_LEVEL, 0},
};

static const jmi_row projects[] = {
    {"name", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"description", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"keywords", JMI_TAKE_PIECES, JMI_ENTRY_SKILL},
    {"startDate", JMI_TAKE_FROM, 0},
    {"endDate", JMI_TAKE_TO, 0},
    {"roles", JMI_TAKE_TEXT, JMI_ENTRY_TITLE},
};

#define SECTION(name, kind, end, one_group)                                                        \
  {                                                                                                \
#    name, (kind),                                                                                 \
    {                                                                                              \
      name, JMI_ROWS(name), (end), (one_group)                                                     \
    }                                                                                              \
  }

/* By their key at the top; `kind` is that of an item which is a text. */
static const struct {
  const char *key;
  uint8_t kind;
  jmi_shape shape;
} sections[] = {
    SECTION(basics, JMI_ENTRY_SUMMARY, JMI_END_UNKNOWN, true),
    SECTION(work, JMI_ENTRY_PROSE, JMI_END_OPEN, false),
    SECTION(volunteer, JMI_ENTRY_PROJECT, JMI_END_OPEN, false),
    SECTION(education, JMI_ENTRY_EDUCATION, JMI_END_OPEN, false),
    SECTION(awards, JMI_ENTRY_PROJECT, JMI_END_UNKNOWN, false),
    SECTION(certificates, JMI_ENTRY_CERTIFICATE, JMI_END_UNKNOWN, true),
    SECTION(publications, JMI_ENTRY_PROJECT, JMI_END_UNKNOWN, false),
    SECTION(skills, JMI_ENTRY_SKILL, JMI_END_UNKNOWN, true),
    SECTION(languages, JMI_ENTRY_LANGUAGE, JMI_END_UNKNOWN, true),
    SECTION(projects, JMI_ENTRY_PROJECT, JMI_END_OPEN, false),
};

static void read_section(jmi_shaping *s, const jmi_node *member)
{
  for (size_t i = 0; i < JMI_ROWS(sections); i++) {
    if (jmi_str_is(member->key, sections[i].key))
      jmi_shapes_read(s, member, &sections[i].shape, (jmi_entry_kind)sections[i].kind);
  }
}

jm_status jmi_json_resume_read(jmi_reader *reader, jmi_notes *notes, const jmi_node *root)
{
  static const char *const native[] = {"experience", "willing",   "licences", "authorization",
                                       "clearance",  "locations", "traits",   "text"};
  jmi_gather *gather = reader->ctx;
  jmi_shaping s = {
      .reader = reader, .gather = gather, .told = {.arena = reader->arena, .root = gather->root}};
  for (const jmi_node *member = root->first; member != NULL; member = member->next)
    read_section(&s, member);
  jmi_tell_native(&s.told, root, native, JMI_ROWS(native));
  *notes = jmi_told_notes(&s.told);
  return reader->arena->failed && s.status == JM_OK ? jmi_refuse_memory(reader) : s.status;
}
