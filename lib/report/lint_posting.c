/* SPDX-License-Identifier: MIT */
/* What looks wrong with a posting.
 *
 * In:  a posting. Out: findings, by subject and then in the posting's order: values of a foreign
 * format that are not read, lines that ask for nothing or can be found by nothing, lines said
 * twice, tiers that contradict the words, more must-haves than anybody meets, patterns that will
 * not run, characters that hide, words that shut people out. */
#include "report/report.h"

#include <stdio.h>

#define MANY_MUST_HAVES 10
#define MANY_PARTS      8

typedef struct lint {
  jmi_writer *w;
  const jm_posting *posting;
  jmi_arena arena;
} lint;

static void report(const lint *l, const char *code, const jmi_requirement *line,
                   const char *message, const char *advice)
{
  jmi_write_finding(l->w, code, line->path, line->mark, message, advice);
}

static void find_aside(const lint *l)
{
  char message[160];
  for (uint32_t i = 0; i < l->posting->aside_count; i++) {
    const jmi_line_plan *line = &l->posting->aside[i];
    snprintf(message, sizeof message, "the line asks for nothing (%s) and is set aside",
             line->reading.set_aside_rule);
    report(l, "asks-nothing", line->given, message,
           "move it out of the requirements, or say what is asked");
  }
}

static bool names_nothing(const jmi_reading *reading)
{
  for (uint32_t p = 0; p < reading->part_count; p++) {
    uint8_t criterion = reading->parts[p].criterion;
    bool by_units = criterion == JMI_CRITERION_SKILL || criterion == JMI_CRITERION_TRAIT
                    || criterion == JMI_CRITERION_CERTIFICATE
                    || criterion == JMI_CRITERION_LANGUAGE;
    if (!by_units || reading->parts[p].unit_count > 0)
      return false;
  }
  return true;
}

static void find_in_line(const lint *l, const jmi_line_plan *line)
{
  const jmi_reading *reading = &line->reading;
  if (reading->limit_rule != NULL)
    report(l, "limit-hit", line->given,
           "a rule of reading took more steps than its limit allows: the line stays undecided",
           "write the line shorter");
  else if (names_nothing(reading))
    report(l, "names-nothing", line->given, "the line names nothing that a profile could show",
           "name the skill, the degree or the duty");
  if (reading->part_count > MANY_PARTS)
    report(l, "many-parts", line->given, "the line asks for many things at once",
           "write one line for each: a line is met, partly met or missing as a whole");
  if (line->given->weight_milli == 0)
    report(l, "weight-zero", line->given, "the line has weight 0: it is shown and not counted",
           "give it a weight, or leave it out");
  if (line->given->match.len > 0 && !l->posting->scorer->allow_patterns)
    report(l, "pattern-not-run", line->given,
           "the line's own expression is not allowed to run, so the line stays undecided",
           "allow patterns if you trust the posting");
  if (jmi_hides_characters(line->given->text))
    report(l, "hidden-characters", line->given, "the line holds characters that steer or hide text",
           "write it anew, in plain text");
  jmi_lint_words(l->w, line->given, reading->text);
}

static jm_status find_repeats(lint *l)
{
  uint32_t count = l->posting->line_count;
  jmi_str *texts = JMI_NEW_ARRAY(&l->arena, count, jmi_str);
  uint32_t *first = JMI_NEW_ARRAY(&l->arena, count, uint32_t);
  char message[200];
  if (l->arena.failed)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    texts[i] = l->posting->lines[i].reading.text;
  if (jmi_find_repeats(first, &l->posting->scorer->allocator, texts, count) != JM_OK)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < count; i++) {
    if (first[i] == i)
      continue;
    snprintf(message, sizeof message, "the line says what line %u says already",
             (unsigned)l->posting->lines[first[i]].given->mark.line);
    report(l, "repeated", l->posting->lines[i].given, message,
           "leave one of them out: each counts");
  }
  return JM_OK;
}

/* ---- tiers ------------------------------------------------------------------------------ */

/* The tier that the line's words alone say, for a line whose field overrides them. */
static jm_status tier_of_words(jmi_scribe *scribe, const jmi_requirement *given, uint8_t *tier,
                               const char **rule)
{
  jmi_requirement bare = *given;
  jmi_reading reading = {0};
  bare.tier = JMI_TIER_NONE;
  jm_status status = jmi_line_read(&reading, scribe, &bare);
  *tier = reading.tier;
  *rule = reading.tier_rule;
  return status;
}

static void report_tier(const lint *l, const jmi_requirement *given, const char *where,
                        uint8_t tier, uint8_t said, const char *rule)
{
  char message[200];
  snprintf(message, sizeof message, "the %s says %s, the line's words say %s (%s)", where,
           jm_tier_word(tier), jm_tier_word(said), rule);
  report(l, "tier-contradiction", given, message, "let them say the same");
}

static jm_status find_contradiction(const lint *l, jmi_scribe *scribe, const jmi_line_plan *line)
{
  const jmi_requirement *given = line->given;
  uint8_t said = line->reading.tier;
  const char *rule = line->reading.tier_rule;
  if (given->tier == JMI_TIER_NONE) {
    if (given->preferred_list && line->reading.tier_source == JMI_TIER_BY_WORDS && rule != NULL
        && said != JMI_TIER_PREFERRED)
      report_tier(l, given, "list", JMI_TIER_PREFERRED, said, rule);
    return JM_OK;
  }
  jm_status status = tier_of_words(scribe, given, &said, &rule);
  if (status == JM_OK && rule != NULL && said != given->tier)
    report_tier(l, given, "field `tier`", given->tier, said, rule);
  return status == JM_ERR_LIMIT ? JM_OK : status;
}

static jm_status find_contradictions(lint *l)
{
  const jm_scorer *scorer = l->posting->scorer;
  jmi_scribe scribe;
  jm_status status =
      jmi_scribe_init(&scribe, scorer->language, &l->arena, (uint32_t)scorer->limits.max_parts);
  for (uint32_t i = 0; i < l->posting->line_count && status == JM_OK; i++)
    status = find_contradiction(l, &scribe, &l->posting->lines[i]);
  jmi_scribe_dispose(&scribe);
  return status;
}

static void find_tiers(const lint *l)
{
  uint32_t counts[3] = {0};
  const jmi_requirement *last_must = NULL;
  char message[120];
  for (uint32_t i = 0; i < l->posting->line_count; i++) {
    const jmi_line_plan *line = &l->posting->lines[i];
    if (++counts[line->reading.tier] > MANY_MUST_HAVES && last_must == NULL
        && line->reading.tier == JMI_TIER_MUST)
      last_must = line->given;
  }
  if (last_must != NULL) {
    snprintf(message, sizeof message, "the posting has %u must-haves", (unsigned)counts[0]);
    report(l, "many-must-haves", last_must, message,
           "one missing must-have blocks a candidate: keep those that nobody could learn");
  }
  if (l->posting->line_count == 0)
    jmi_write_finding(l->w, "asks-nothing", JMI_STR(""), (jmi_mark){0},
                      "the posting asks for nothing: everybody meets it",
                      "say what the job requires");
  else if (counts[JMI_TIER_PREFERRED] == l->posting->line_count)
    jmi_write_finding(l->w, "only-preferred", JMI_STR(""), (jmi_mark){0},
                      "the posting has only preferred lines, so they count as required ones",
                      "say what is required");
}

jm_status jmi_posting_findings(jmi_writer *w, const jm_posting *posting)
{
  lint l = {.w = w, .posting = posting};
  jmi_arena_init(&l.arena, &posting->scorer->allocator);
  jmi_write_open(w, "findings", '[');
  jmi_write_notes(w, &posting->given.notes);
  find_aside(&l);
  for (uint32_t i = 0; i < posting->line_count; i++)
    find_in_line(&l, &posting->lines[i]);
  jm_status status = find_repeats(&l);
  if (status == JM_OK)
    status = find_contradictions(&l);
  find_tiers(&l);
  jmi_write_close(w, ']');
  jmi_arena_dispose(&l.arena);
  return status;
}
