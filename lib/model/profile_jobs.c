/* SPDX-License-Identifier: MIT */
/* Experience and projects: what was done, and when.
 *
 * In:  mappings with dates and statements, or plain texts.
 * Out: for each one group of entries that share its dates, in the document's order.
 * Refuses: an end before its beginning. Employers and places are passed over. */
#include "model/gather.h"
#include "model/read.h"

/* A member of a job or project that becomes entries, and of which kind. */
typedef struct statement {
  const char *key;
  uint8_t kind;
} statement;

/* One of the two sections. */
typedef struct section {
  const char *what;
  const jmi_field *fields;
  size_t field_count;
  const statement *statements;
  size_t statement_count;
} section;

/* The dates come first, wherever they stand: entries need them. */
static const jmi_field job_fields[] = {
    {"title", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"employer", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"location", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"from", JMI_FIELD_CUSTOM, 0, offsetof(jmi_span, from), jmi_read_date},
    {"to", JMI_FIELD_CUSTOM, 0, offsetof(jmi_span, to), jmi_read_end_date},
    {"summary", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"highlights", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"skills", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
};

static const statement job_statements[] = {
    {"title", JMI_ENTRY_TITLE},
    {"summary", JMI_ENTRY_HIGHLIGHT},
    {"highlights", JMI_ENTRY_HIGHLIGHT},
    {"skills", JMI_ENTRY_SKILL},
};

static const jmi_field project_fields[] = {
    {"name", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"role", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"location", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"from", JMI_FIELD_CUSTOM, 0, offsetof(jmi_span, from), jmi_read_date},
    {"to", JMI_FIELD_CUSTOM, 0, offsetof(jmi_span, to), jmi_read_end_date},
    {"summary", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"highlights", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
    {"skills", JMI_FIELD_CUSTOM, 0, 0, jmi_read_later},
};

static const statement project_statements[] = {
    {"name", JMI_ENTRY_PROJECT},       {"role", JMI_ENTRY_TITLE},   {"summary", JMI_ENTRY_PROJECT},
    {"highlights", JMI_ENTRY_PROJECT}, {"skills", JMI_ENTRY_SKILL},
};

static const section jobs = {"a job", job_fields, JMI_ROWS(job_fields), job_statements,
                             JMI_ROWS(job_statements)};
static const section projects = {"a project", project_fields, JMI_ROWS(project_fields),
                                 project_statements, JMI_ROWS(project_statements)};

static jm_status gather_statement(jmi_reader *reader, const jmi_node *member, jmi_frame frame,
                                  jmi_entry_kind kind)
{
  frame.kind = (uint8_t)kind;
  if (kind == JMI_ENTRY_SKILL)
    return jmi_read_each(reader, member, "texts or mappings", jmi_gather_skill, &frame);
  if (kind == JMI_ENTRY_TITLE)
    return jmi_gather_text(reader, member, &frame);
  return jmi_read_each(reader, member, "texts", jmi_gather_text, &frame);
}

static jm_status gather_statements(jmi_reader *reader, const jmi_node *map, const section *where,
                                   jmi_frame frame)
{
  jm_status status = JM_OK;
  for (const jmi_node *member = map->first; member != NULL && status == JM_OK;
       member = member->next) {
    for (size_t i = 0; i < where->statement_count; i++) {
      if (jmi_str_is(member->key, where->statements[i].key))
        status = gather_statement(reader, member, frame, (jmi_entry_kind)where->statements[i].kind);
    }
  }
  return status;
}

/* A job as plain text is prose: its dates and duties stand in its words. */
static jm_status gather_one(jmi_reader *reader, const jmi_node *node, const section *where)
{
  jmi_frame frame = jmi_gather_frame(reader->ctx, JMI_ENTRY_PROSE);
  if (node->kind == JMI_NODE_SCALAR)
    return jmi_gather_text(reader, node, &frame);
  jmi_span span = JMI_SPAN_NONE;
  jm_status status =
      jmi_read_item(reader, node, where->what, where->fields, where->field_count, &span);
  if (status != JM_OK || (status = jmi_span_finish(reader, &span, JMI_END_OPEN)) != JM_OK)
    return status;
  frame.from = span.from.month;
  frame.to = span.to.month;
  jmi_gather_month(reader->ctx, frame.from);
  jmi_gather_month(reader->ctx, frame.to);
  return gather_statements(reader, node, where, frame);
}

static jm_status gather_job(jmi_reader *reader, const jmi_node *node, void *place)
{
  (void)place;
  return gather_one(reader, node, &jobs);
}

static jm_status gather_project(jmi_reader *reader, const jmi_node *node, void *place)
{
  (void)place;
  return gather_one(reader, node, &projects);
}

jm_status jmi_gather_experience(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return jmi_read_each(reader, list, "jobs", gather_job, NULL);
}

jm_status jmi_gather_projects(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return jmi_read_each(reader, list, "projects", gather_project, NULL);
}
