/* SPDX-License-Identifier: MIT */
/* What the readers of foreign formats share. They refuse nothing but what passes a limit: a value
 * that can't be read is told (a note) and passed over, one that is null or blank is not there.
 *
 *   format.c           which format a document is
 *   foreign.c          notes, and texts that may be anything
 *   lines.c            texts that hold several: lines, HTML, lists with commas
 *   shapes.c           items of profiles, by tables: shapes.h
 *   json_resume.c      JSON Resume, resume        json_resume_job.c  JSON Resume, job
 *   rendercv.c         RenderCV                   schema_org.c       schema.org JobPosting */
#ifndef JMI_MODEL_FOREIGN_H
#define JMI_MODEL_FOREIGN_H

#include "model/model.h"

/* Notes while they are taken; they live in the arena. */
typedef struct jmi_told {
  jmi_arena *arena;
  const jmi_node *root; /* paths begin here */
  jmi_list notes;       /* of jmi_note */
  uint32_t more;        /* those beyond the most that are kept */
} jmi_told;

void jmi_tell(jmi_told *told, const jmi_node *node, const char *message, const char *advice);
/* The same for a value of the wrong kind: `wanted` is what is expected ("a text is expected here;
 * what stands here is not read"). */
void jmi_tell_kind(jmi_told *told, const jmi_node *node, const char *wanted);
/* Tells of members of a mapping that belong to the native format. */
void jmi_tell_native(jmi_told *told, const jmi_node *map, const char *const *keys, size_t count);
jmi_notes jmi_told_notes(const jmi_told *told);

/* A member that says something: there, not null, no white space only, no empty list or mapping. */
const jmi_node *jmi_given(const jmi_node *map, const char *key);
bool jmi_is_given(const jmi_node *node);

/* The text of a scalar; false, and told, for what is none. */
bool jmi_foreign_text(jmi_told *told, const jmi_node *node, jmi_str *out);

/* Members of a list, or the value itself: for (node = jmi_first(v); node; node = jmi_next(v, node))
 */
const jmi_node *jmi_first(const jmi_node *value);
const jmi_node *jmi_next(const jmi_node *value, const jmi_node *member);

/* ---- texts that hold several (lines.c) -------------------------------------------------- */

typedef struct jmi_cutting {
  jmi_str rest;
  uint32_t breaks; /* line breaks of the document before the piece that was cut last */
  uint32_t passed; /* and up to rest */
  bool html;       /* its lines are told by tags */
} jmi_cutting;

/* Lines of a text, plain or HTML, without bullets and tags. Texts with tags or entities are made
 * anew in the arena; false after the last, or when out of memory. Lines are NUL-terminated. */
void jmi_lines_open(jmi_cutting *cutting, jmi_arena *arena, jmi_str text);
bool jmi_lines_next(jmi_cutting *cutting, jmi_arena *arena, jmi_str *line);

/* Pieces between commas; those in brackets part nothing: "Python (NumPy, SciPy), C++" are two. */
bool jmi_pieces_next(jmi_str *rest, jmi_arena *arena, jmi_str *piece);
/* True when every piece is short and none begins with `and` or `or`: a list, no sentence. */
bool jmi_is_comma_list(jmi_str text);

#endif
