/* SPDX-License-Identifier: MIT */
/* A posting while it is read, which the readers of its formats share.
 *
 *   posting.c          the native format, ids, what all postings have in common
 *   json_resume_job.c  JSON Resume, job
 *   schema_org.c       schema.org JobPosting */
#ifndef JMI_MODEL_DRAFT_H
#define JMI_MODEL_DRAFT_H

#include "model/foreign.h"

/* The `ctx` of its readers. */
typedef struct jmi_draft {
  const jmi_node *root;
  const jmi_node *body; /* the mapping or list that it is: in JSON-LD, a node within root */
  const jm_limits *limits;
  jmi_str title;
  jmi_list lines;    /* of jmi_requirement: in the document's order of the two lists */
  jmi_list id_nodes; /* of const jmi_node *: where a line's id is given; NULL when it is made */
  uint32_t pattern_count;
  bool preferred; /* the list that is being read */
  uint8_t format; /* a jmi_format */
  jmi_told told;
} jmi_draft;

/* A new line placed at the node, without text; NULL with *status set when there is no memory, or
 * one requirement too many. */
jmi_requirement *jmi_draft_line(jmi_reader *reader, const jmi_node *node, jm_status *status);

/* Foreign formats: the lines of a text, each a requirement. In a block of text each has its own
 * place. */
jm_status jmi_draft_text(jmi_reader *reader, const jmi_node *node) JM_MUST_USE;
/* One requirement with this text, which lives in the arena. */
jm_status jmi_draft_add(jmi_reader *reader, const jmi_node *node, jmi_str text) JM_MUST_USE;
/* A text in the arena, printf-like; at is NULL when out of memory. */
jmi_str jmi_draft_phrase(jmi_arena *arena, const char *format, ...) JMI_PRINTF(2, 3);

jm_status jmi_job_read(jmi_reader *reader, const jmi_node *root) JM_MUST_USE;
jm_status jmi_schema_org_read(jmi_reader *reader, const jmi_node *root) JM_MUST_USE;

#endif
