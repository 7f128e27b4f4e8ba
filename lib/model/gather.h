/* SPDX-License-Identifier: MIT */
/* The gathering of a profile's entries, which the readers of its sections share.
 *
 *   profile.c          the mapping itself, sections that are plain lists
 *   profile_items.c    skills, certificates, languages, education
 *   profile_jobs.c     experience, projects
 *   profile_willing.c  what only the candidate can tell */
#ifndef JMI_MODEL_GATHER_H
#define JMI_MODEL_GATHER_H

#include "model/dates.h"
#include "model/model.h"

/* A profile while it is read; the `ctx` of its readers. */
typedef struct jmi_gather {
  const jmi_node *root;
  const jm_limits *limits;
  jmi_list entries; /* of jmi_entry */
  uint32_t groups;  /* numbers of groups given so far */
  jmi_month latest;
} jmi_gather;

/* What entries of one group have in common; the `place` of their readers. */
typedef struct jmi_frame {
  uint32_t group;
  jmi_month from, to;
  uint8_t kind; /* a jmi_entry_kind */
} jmi_frame;

/* A frame of a new group, without dates. */
jmi_frame jmi_gather_frame(jmi_gather *gather, jmi_entry_kind kind);
/* A month that the profile names: the latest of them is kept. */
void jmi_gather_month(jmi_gather *gather, jmi_month month);
/* A new entry with the frame's kind, group and dates, placed at the node; NULL with *status set
 * when there is no memory, or one entry too many. */
jmi_entry *jmi_gather_add(jmi_reader *reader, const jmi_frame *frame, jmi_str text,
                          const jmi_node *node, jm_status *status);
/* Adds one scalar as an entry: an item reader for jmi_read_each(), its place a jmi_frame. */
jm_status jmi_gather_text(jmi_reader *reader, const jmi_node *node, void *frame);

/* Item reader: a skill, text or mapping; its place a jmi_frame. */
jm_status jmi_gather_skill(jmi_reader *reader, const jmi_node *node, void *frame);

/* Field readers of whole sections; they need no place. */
jm_status jmi_gather_skills(jmi_reader *reader, const jmi_node *list, void *place);
jm_status jmi_gather_certificates(jmi_reader *reader, const jmi_node *list, void *place);
jm_status jmi_gather_languages(jmi_reader *reader, const jmi_node *list, void *place);
jm_status jmi_gather_education(jmi_reader *reader, const jmi_node *list, void *place);
jm_status jmi_gather_experience(jmi_reader *reader, const jmi_node *list, void *place);
jm_status jmi_gather_projects(jmi_reader *reader, const jmi_node *list, void *place);

/* What is said of a study, but for its courses. */
typedef struct jmi_gathered_study {
  jmi_str degree;
  jmi_texts field; /* nodes may be NULL */
  jmi_span span;
  uint8_t status; /* a jmi_study; JMI_STUDY_UNSAID when nothing says so */
} jmi_gathered_study;

#define JMI_STUDY_UNSAID UINT8_MAX
#define JMI_STUDY_NONE                                                                             \
  ((jmi_gathered_study){.degree = JMI_STR(""), .span = JMI_SPAN_NONE, .status = JMI_STUDY_UNSAID})

/* Adds the entry of degree and fields, placed at the mapping; none when neither is given. The
 * frame has the study's dates; *progress is how far it has come. */
jm_status jmi_gather_degree(jmi_reader *reader, const jmi_frame *frame,
                            const jmi_gathered_study *read, const jmi_node *map, uint8_t *progress);

/* Field reader: a jmi_willing. */
extern const jmi_willing jmi_willing_silent;
jm_status jmi_read_willing(jmi_reader *reader, const jmi_node *map, void *place);

#endif
