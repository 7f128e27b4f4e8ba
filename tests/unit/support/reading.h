/* SPDX-License-Identifier: MIT */
/* A requirement line's reading as one text, for tables of tests:
 *
 *   tier/component: criterion{what it asks} | alternative & next group
 *
 * with 60m for months, L4 for a level, =master for a degree, ~ for any related field, 25% for
 * travel, 2of for a count; or "aside: rule". */
#ifndef JMT_READING_H
#define JMT_READING_H

#include <stdio.h>

#include "match/match.h"
#include "support/handles.h"

static inline void write_part(char *out, size_t size, const jmi_part *part)
{
  size_t used = strlen(out);
  used += (size_t)snprintf(out + used, size - used, "%s{%.*s", jmi_criteria[part->criterion].word,
                           (int)part->text.len, part->text.at);
  if (part->degree != JMI_DEGREE_NONE)
    used += (size_t)snprintf(out + used, size - used, " =%s", jmi_degree_words[part->degree]);
  if (part->min_months > 0)
    used += (size_t)snprintf(out + used, size - used, " %dm", part->min_months);
  if (part->level != JMI_LEVEL_NONE)
    used += (size_t)snprintf(out + used, size - used, " L%d", part->level);
  if (part->percent >= 0)
    used += (size_t)snprintf(out + used, size - used, " %d%%", part->percent);
  if (part->any_field)
    used += (size_t)snprintf(out + used, size - used, " ~");
  snprintf(out + used, size - used, "}");
}

static inline void write_reading(char *out, size_t size, const jmi_reading *reading)
{
  snprintf(out, size, "%s/%s:", jm_tier_word(reading->tier), jm_component_word(reading->component));
  for (uint32_t g = 0; g < reading->group_count; g++) {
    const jmi_group *group = &reading->groups[g];
    if (g > 0)
      strcat(out, " &");
    if (group->need > 1)
      snprintf(out + strlen(out), size - strlen(out), " %uof", (unsigned)group->need);
    for (uint32_t p = 0; p < group->part_count; p++) {
      strcat(out, p > 0 ? " | " : " ");
      write_part(out, size, &reading->parts[group->first_part + p]);
    }
  }
}

/* A posting of one line, in JSON so that the line needs no quoting rules of YAML. */
static inline void as_posting(char *out, size_t size, const char *line)
{
  size_t used = (size_t)snprintf(out, size, "[\"");
  for (; *line != '\0' && used + 8 < size; line++) {
    if (*line == '"' || *line == '\\')
      out[used++] = '\\';
    out[used++] = *line;
  }
  snprintf(out + used, size - used, "\"]");
}

/* Reads a line and compares. */
static inline void check_reading(const char *name, const char *line, const char *want)
{
  char text[1024], got[2048];
  jm_scorer *scorer = new_scorer();
  as_posting(text, sizeof text, line);
  jm_posting *posting = load_posting(scorer, text);
  if (posting->line_count == 1)
    write_reading(got, sizeof got, &posting->lines[0].reading);
  else
    snprintf(got, sizeof got, "aside: %s", posting->aside[0].reading.set_aside_rule);
  ck_assert_msg(strcmp(got, want) == 0, "%s\n  line: %s\n  got:  %s\n  want: %s", name, line, got,
                want);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}

#endif
