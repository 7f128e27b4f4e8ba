/* SPDX-License-Identifier: MIT */
/* Skills, certificates, languages and education: items that are a text or a mapping.
 *
 * In:  the members of these sections.
 * Out: one entry for each; for a study one for its degree and field, and one for each course.
 * Refuses: levels that no word of the ladder names, more years than a life of work has, and a study
 *          with neither degree, field nor courses. Issuers and schools are passed over. */
#include "model/gather.h"
#include "model/read.h"

enum { MAX_YEARS = 80 };

static jm_status read_level(jmi_reader *reader, const jmi_node *value, void *place)
{
  jmi_str word;
  jm_status status = jmi_read_text(reader, value, &word);
  if (status != JM_OK)
    return status;
  jmi_level level = jmi_level_of(word);
  if (level == JMI_LEVEL_NONE)
    return jmi_refuse(reader, JM_ERR_FIELD, value,
                      "write learning, basic, working, good, advanced, expert, or A1 to C2",
                      "is no level that is known here");
  *(uint8_t *)place = (uint8_t)level;
  return JM_OK;
}

/* Years as months, rounded to the nearest. */
static jm_status read_years(jmi_reader *reader, const jmi_node *value, void *place)
{
  int32_t milli = 0;
  jm_status status = jmi_read_milli(reader, value, &milli);
  if (status != JM_OK)
    return status;
  if (milli > MAX_YEARS * 1000)
    return jmi_refuse(reader, JM_ERR_FIELD, value,
                      "write how many years, as in 3; a date belongs to `from`", "is over %d",
                      MAX_YEARS);
  *(int32_t *)place = (milli * 12 + 500) / 1000;
  return JM_OK;
}

/* ---- Skills, certificates, languages ----------------------------------------------------------
 */

/* Whatever such an item may hold; each section has a table of its own over it. */
typedef struct item {
  jmi_str name;
  uint8_t level;
  int32_t months;
  jmi_span span;
} item;

typedef struct item_kind {
  const char *what;
  const jmi_field *fields;
  size_t field_count;
} item_kind;

/* Reads an item and adds its entry. A span of its own takes the place of the frame's. */
static jm_status gather_item(jmi_reader *reader, const jmi_node *node, const jmi_frame *frame,
                             const item_kind *kind)
{
  jmi_frame own = *frame;
  if (node->kind == JMI_NODE_SCALAR)
    return jmi_gather_text(reader, node, &own);
  item read = {.months = -1, .span = JMI_SPAN_NONE};
  jm_status status =
      jmi_read_item(reader, node, kind->what, kind->fields, kind->field_count, &read);
  if (status != JM_OK || (status = jmi_span_finish(reader, &read.span, JMI_END_OPEN)) != JM_OK)
    return status;
  if (read.span.from.node != NULL || read.span.to.node != NULL) {
    own.from = read.span.from.month;
    own.to = read.span.to.month;
    jmi_gather_month(reader->ctx, own.from);
    jmi_gather_month(reader->ctx, own.to);
  }
  jmi_entry *entry = jmi_gather_add(reader, &own, read.name, jmi_node_get(node, "name"), &status);
  if (entry == NULL)
    return status;
  entry->level = read.level;
  entry->months = read.months;
  return JM_OK;
}

jm_status jmi_gather_skill(jmi_reader *reader, const jmi_node *node, void *frame)
{
  static const jmi_field fields[] = {
      {"name", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(item, name), NULL},
      {"level", JMI_FIELD_CUSTOM, 0, offsetof(item, level), read_level},
      {"years", JMI_FIELD_CUSTOM, 0, offsetof(item, months), read_years},
      {"from", JMI_FIELD_CUSTOM, 0, offsetof(item, span.from), jmi_read_date},
      {"to", JMI_FIELD_CUSTOM, 0, offsetof(item, span.to), jmi_read_end_date},
  };
  static const item_kind kind = {"a skill", fields, JMI_ROWS(fields)};
  return gather_item(reader, node, frame, &kind);
}

/* The date of a certificate is when it was given: an end without a beginning. */
static jm_status gather_certificate(jmi_reader *reader, const jmi_node *node, void *frame)
{
  static const jmi_field fields[] = {
      {"name", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(item, name), NULL},
      {"issuer", JMI_FIELD_IGNORE, 0, 0, NULL},
      {"date", JMI_FIELD_CUSTOM, 0, offsetof(item, span.to), jmi_read_date},
  };
  static const item_kind kind = {"a certificate", fields, JMI_ROWS(fields)};
  return gather_item(reader, node, frame, &kind);
}

static jm_status gather_language(jmi_reader *reader, const jmi_node *node, void *frame)
{
  static const jmi_field fields[] = {
      {"name", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(item, name), NULL},
      {"level", JMI_FIELD_CUSTOM, 0, offsetof(item, level), read_level},
  };
  static const item_kind kind = {"a language", fields, JMI_ROWS(fields)};
  return gather_item(reader, node, frame, &kind);
}

/* ---- Education --------------------------------------------------------------------------------
 */

/* What a study's mapping says. */
typedef struct study {
  jmi_gathered_study said;
  jmi_texts courses;
} study;

static jm_status read_study_status(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char *const words[] = {[JMI_STUDY_COMPLETED] = "completed",
                                      [JMI_STUDY_IN_PROGRESS] = "in progress",
                                      [JMI_STUDY_ABANDONED] = "abandoned"};
  return jmi_read_word(reader, value, words, JMI_ROWS(words), place);
}

static const jmi_field study_fields[] = {
    {"degree", JMI_FIELD_TEXT, 0, offsetof(study, said.degree), NULL},
    {"field", JMI_FIELD_TEXTS, 0, offsetof(study, said.field), NULL},
    {"school", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"from", JMI_FIELD_CUSTOM, 0, offsetof(study, said.span.from), jmi_read_date},
    {"to", JMI_FIELD_CUSTOM, 0, offsetof(study, said.span.to), jmi_read_end_date},
    {"status", JMI_FIELD_CUSTOM, 0, offsetof(study, said.status), read_study_status},
    {"courses", JMI_FIELD_TEXTS, 0, offsetof(study, courses), NULL},
};

/* "Bachelor, Communication": degree and fields, whichever are given. */
static jm_status join(jmi_reader *reader, const jmi_gathered_study *read, jmi_str *out)
{
  uint32_t len = read->degree.len;
  for (uint32_t i = 0; i < read->field.count; i++)
    len += read->field.items[i].len + 2;
  char *text = jmi_arena_alloc(reader->arena, (size_t)len + 1);
  if (text == NULL)
    return jmi_refuse_memory(reader);
  uint32_t at = read->degree.len;
  if (at > 0)
    memcpy(text, read->degree.at, at);
  for (uint32_t i = 0; i < read->field.count; i++) {
    if (at > 0) {
      memcpy(text + at, ", ", 2);
      at += 2;
    }
    memcpy(text + at, read->field.items[i].at, read->field.items[i].len);
    at += read->field.items[i].len;
  }
  *out = (jmi_str){text, at};
  return JM_OK;
}

/* What says how far a study has come: its status, its open end, its own words. */
static uint8_t study_status(const jmi_gathered_study *read, jmi_str text)
{
  if (read->status != JMI_STUDY_UNSAID)
    return read->status;
  if (read->span.to.month == JMI_MONTH_OPEN)
    return JMI_STUDY_IN_PROGRESS;
  return (uint8_t)jmi_study_of(text);
}

/* One entry for degree and field. The end of a study that goes on lies ahead: it is no month that
 * the profile looks back on. */
jm_status jmi_gather_degree(jmi_reader *reader, const jmi_frame *frame,
                            const jmi_gathered_study *read, const jmi_node *map, uint8_t *progress)
{
  jmi_str text = JMI_STR("");
  jm_status status = join(reader, read, &text);
  if (status != JM_OK)
    return status;
  *progress = study_status(read, text);
  jmi_gather_month(reader->ctx, frame->from);
  if (*progress != JMI_STUDY_IN_PROGRESS)
    jmi_gather_month(reader->ctx, frame->to);
  if (text.len == 0)
    return JM_OK;
  jmi_entry *entry = jmi_gather_add(reader, frame, text, map, &status);
  if (entry == NULL)
    return status;
  entry->degree = (uint8_t)jmi_degree_of(read->degree.len > 0 ? read->degree : text);
  entry->study = *progress;
  return JM_OK;
}

static jm_status add_courses(jmi_reader *reader, const jmi_frame *frame, const jmi_texts *courses,
                             uint8_t progress)
{
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < courses->count; i++) {
    jmi_entry *entry = jmi_gather_add(reader, frame, courses->items[i], courses->nodes[i], &status);
    if (entry == NULL)
      return status;
    entry->study = progress;
  }
  return JM_OK;
}

static jm_status gather_study_text(jmi_reader *reader, const jmi_node *node, jmi_frame *frame)
{
  jmi_str text;
  jm_status status = jmi_read_text(reader, node, &text);
  if (status != JM_OK)
    return status;
  jmi_entry *entry = jmi_gather_add(reader, frame, text, node, &status);
  if (entry == NULL)
    return status;
  entry->degree = (uint8_t)jmi_degree_of(text);
  entry->study = (uint8_t)jmi_study_of(text);
  return JM_OK;
}

static jm_status gather_study(jmi_reader *reader, const jmi_node *node, void *place)
{
  (void)place;
  jmi_frame frame = jmi_gather_frame(reader->ctx, JMI_ENTRY_EDUCATION);
  if (node->kind == JMI_NODE_SCALAR)
    return gather_study_text(reader, node, &frame);
  study read = {.said = JMI_STUDY_NONE};
  jm_status status =
      jmi_read_item(reader, node, "a study", study_fields, JMI_ROWS(study_fields), &read);
  if (status != JM_OK)
    return status;
  if (read.said.degree.len == 0 && read.said.field.count == 0 && read.courses.count == 0)
    return jmi_refuse(reader, JM_ERR_FIELD, node, "give it one of them, or remove it",
                      "has neither `degree`, `field` nor `courses`");
  bool going_on = read.said.status == JMI_STUDY_IN_PROGRESS;
  status = jmi_span_finish(reader, &read.said.span, going_on ? JMI_END_OPEN : JMI_END_UNKNOWN);
  if (status != JM_OK)
    return status;
  frame.from = read.said.span.from.month;
  frame.to = read.said.span.to.month;
  uint8_t progress = JMI_STUDY_COMPLETED;
  if ((status = jmi_gather_degree(reader, &frame, &read.said, node, &progress)) != JM_OK)
    return status;
  return add_courses(reader, &frame, &read.courses, progress);
}

/* ---- Sections ---------------------------------------------------------------------------------
 */

static jm_status gather_list(jmi_reader *reader, const jmi_node *list, jmi_entry_kind kind,
                             jmi_field_read_fn *read)
{
  jmi_frame frame = jmi_gather_frame(reader->ctx, kind);
  return jmi_read_each(reader, list, "texts or mappings", read, &frame);
}

jm_status jmi_gather_skills(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return gather_list(reader, list, JMI_ENTRY_SKILL, jmi_gather_skill);
}

jm_status jmi_gather_certificates(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return gather_list(reader, list, JMI_ENTRY_CERTIFICATE, gather_certificate);
}

jm_status jmi_gather_languages(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return gather_list(reader, list, JMI_ENTRY_LANGUAGE, gather_language);
}

/* Each study is a group of its own. */
jm_status jmi_gather_education(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return jmi_read_each(reader, list, "texts or mappings", gather_study, NULL);
}
