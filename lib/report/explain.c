/* SPDX-License-Identifier: MIT */
/* How a posting was understood: jobmatch-posting, version 1.
 *
 * In:  a posting. Out: one JSON object: for each line its tier and where that came from, its groups
 * of parts, and the units that each part is looked for by; then what looks wrong. */
#include "jobmatch/posting.h"

#include "report/give.h"
#include "report/report.h"

static const char *lexicon_name(const jm_scorer *scorer, uint32_t concept)
{
  return concept == JMI_NONE ? NULL : jmi_concept_name(scorer->lexicon, concept);
}

static void write_unit_head(jmi_writer *w, const jm_scorer *scorer, const jmi_unit *unit)
{
  jmi_write_text(w, "text", unit->norm);
  jmi_write_word(w, "concept", lexicon_name(scorer, unit->concept));
  jmi_write_decimal(w, "weight", unit->weight, 3);
}

static void write_unit(jmi_writer *w, const jm_scorer *scorer, const jmi_reading *reading,
                       const jmi_unit *unit)
{
  jmi_write_open(w, NULL, '{');
  write_unit_head(w, scorer, unit);
  jmi_write_flag(w, "specific", unit->specific);
  jmi_write_flag(w, "context", unit->tail);
  jmi_write_open(w, "examples", '[');
  for (uint32_t e = 0; e < unit->example_count; e++) {
    jmi_write_open(w, NULL, '{');
    write_unit_head(w, scorer, &reading->examples[unit->first_example + e]);
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
  jmi_write_close(w, '}');
}

static void write_part(jmi_writer *w, const jm_scorer *scorer, const jmi_line_plan *line,
                       const jmi_part *part)
{
  jmi_write_open(w, NULL, '{');
  jmi_write_text(w, "text", jmi_part_words(line->given, part));
  jmi_write_word(w, "criterion", jmi_criteria[part->criterion].word);
  jmi_write_word(w, "level", part->level == JMI_LEVEL_NONE ? NULL : jmi_level_words[part->level]);
  jmi_write_word(w, "degree",
                 part->degree == JMI_DEGREE_NONE ? NULL : jmi_degree_words[part->degree]);
  jmi_write_flag(w, "any_field", part->any_field);
  jmi_write_int(w, "min_months", part->min_months);
  if (part->percent >= 0)
    jmi_write_int(w, "percent", part->percent);
  else
    jmi_write_null(w, "percent");
  jmi_write_word(w, "rule", part->rule);
  jmi_write_flag(w, "pattern", part->pattern >= 0);
  jmi_write_open(w, "units", '[');
  for (uint32_t u = part->first_unit; u < part->first_unit + part->unit_count; u++)
    write_unit(w, scorer, &line->reading, &line->reading.units[u]);
  jmi_write_close(w, ']');
  jmi_write_close(w, '}');
}

static void write_groups(jmi_writer *w, const jm_scorer *scorer, const jmi_line_plan *line)
{
  const jmi_reading *reading = &line->reading;
  jmi_write_open(w, "groups", '[');
  for (uint32_t g = 0; g < reading->group_count; g++) {
    const jmi_group *group = &reading->groups[g];
    jmi_write_open(w, NULL, '{');
    jmi_write_int(w, "need", group->need);
    jmi_write_decimal(w, "weight", group->weight, 3);
    jmi_write_open(w, "parts", '[');
    for (uint32_t p = group->first_part; p < group->first_part + group->part_count; p++)
      write_part(w, scorer, line, &reading->parts[p]);
    jmi_write_close(w, ']');
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
}

static void write_place(jmi_writer *w, const jmi_requirement *given)
{
  jmi_write_text(w, "id", given->id);
  jmi_write_text(w, "path", given->path);
  jmi_write_int(w, "line", given->mark.line);
  jmi_write_int(w, "column", given->mark.column);
  jmi_write_text(w, "text", given->text);
}

static void write_line(jmi_writer *w, const jm_posting *posting, const jmi_line_plan *line)
{
  const jmi_reading *reading = &line->reading;
  jmi_write_open(w, NULL, '{');
  write_place(w, line->given);
  jmi_write_word(w, "tier", jm_tier_word(reading->tier));
  jmi_write_word(w, "tier_source", jmi_tier_source_words[reading->tier_source]);
  jmi_write_word(w, "tier_rule", reading->tier_rule);
  jmi_write_word(w, "component", jm_component_word(reading->component));
  jmi_write_decimal(w, "weight", line->given->weight_milli, 3);
  jmi_write_flag(w, "named_list", reading->named_list);
  write_groups(w, posting->scorer, line);
  jmi_write_close(w, '}');
}

static void write_lines(jmi_writer *w, const jm_posting *posting)
{
  jmi_write_open(w, "requirements", '[');
  for (uint32_t i = 0; i < posting->line_count; i++)
    write_line(w, posting, &posting->lines[i]);
  jmi_write_close(w, ']');
  jmi_write_open(w, "set_aside", '[');
  for (uint32_t i = 0; i < posting->aside_count; i++) {
    jmi_write_open(w, NULL, '{');
    write_place(w, posting->aside[i].given);
    jmi_write_word(w, "rule", posting->aside[i].reading.set_aside_rule);
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
}

jm_status jm_posting_explain(char **out, size_t *len, const jm_posting *posting, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || posting == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or posting is NULL");
  jmi_buffer buffer;
  jmi_writer w = {.out = &buffer};
  jmi_give_open(&buffer, &posting->scorer->allocator);
  jmi_write_open(&w, NULL, '{');
  jmi_write_word(&w, "format", "jobmatch-posting");
  jmi_write_int(&w, "version", 1);
  jmi_write_word(&w, "title", jm_posting_title(posting));
  write_lines(&w, posting);
  if (jmi_posting_findings(&w, posting) != JM_OK)
    buffer.failed = true;
  jmi_write_word(&w, "read_as", jmi_format_words[posting->given.format]);
  jmi_write_versions(&w, posting->scorer);
  jmi_write_hash(&w, "hash", posting->hash);
  jmi_write_close(&w, '}');
  return jmi_give(out, len, &buffer, err);
}
