/* SPDX-License-Identifier: MIT */
/* What looks wrong with a profile, or could be said in it.
 *
 * In:  a profile. Out: findings, by subject and then in the profile's order: values of a foreign
 * format that are not read, no entries, nothing dated, skills said twice, entries nothing was found
 * in or that hit a limit, matters it is silent on, characters that hide. Their sentences name
 * places, never values. */
#include "report/report.h"

#include <stdio.h>

typedef struct lint {
  jmi_writer *w;
  const jm_profile *profile;
  jmi_arena arena;
} lint;

static void report(const lint *l, const char *code, const jmi_entry *entry, const char *message,
                   const char *advice)
{
  jmi_write_finding(l->w, code, entry->path, entry->mark, message, advice);
}

static void report_whole(const lint *l, const char *code, const char *message, const char *advice)
{
  jmi_write_finding(l->w, code, JMI_STR(""), (jmi_mark){0}, message, advice);
}

static bool is_work(uint8_t kind)
{
  return kind == JMI_ENTRY_TITLE || kind == JMI_ENTRY_HIGHLIGHT;
}

static void find_in_whole(const lint *l)
{
  const jmi_statements *statements = &l->profile->statements;
  bool work = false, dated = false;
  for (uint32_t s = 0; s < statements->count; s++) {
    const jmi_entry *entry = &statements->items[s].entry;
    work |= is_work(entry->kind);
    dated |= entry->from != JMI_MONTH_NONE;
  }
  if (statements->count == 0)
    report_whole(l, "empty", "the profile shows nothing", "write what you know and have done");
  else if (!dated)
    report_whole(l, "nothing-dated", "no entry has dates, so years of experience can't be counted",
                 "give jobs `from` and `to`, or skills `years`");
  if (statements->count > 0 && !work)
    report_whole(l, "no-work", "the profile has no job or project with what was done in it",
                 "what was done is stronger evidence than a list of skills");
}

static void find_in_entry(const lint *l, const jmi_statement *statement)
{
  const jmi_entry *entry = &statement->entry;
  jmi_month now = l->profile->present;
  if (statement->limit_rule != NULL)
    report(l, "limit-hit", entry, "a rule of reading took more steps than its limit allows",
           "write the entry shorter: as it stands it is no evidence");
  else if (statement->count == 0 && statement->degree == JMI_DEGREE_NONE && statement->matters == 0)
    report(l, "nothing-found", entry, "nothing in the entry can be evidence",
           "name what was done, or with what");
  if (entry->from != JMI_MONTH_NONE && now != JMI_MONTH_NONE && entry->from > now)
    report(l, "in-the-future", entry, "the entry begins after the day that the report is as of",
           "check its dates");
  if (jmi_hides_characters(entry->text))
    report(l, "hidden-characters", entry, "the entry holds characters that steer or hide text",
           "write it anew, in plain text");
}

static jm_status find_repeats(lint *l)
{
  const jmi_statements *statements = &l->profile->statements;
  jmi_str *texts = JMI_NEW_ARRAY(&l->arena, statements->count, jmi_str);
  uint32_t *first = JMI_NEW_ARRAY(&l->arena, statements->count, uint32_t);
  uint32_t *skills = JMI_NEW_ARRAY(&l->arena, statements->count, uint32_t), count = 0;
  char message[120];
  if (l->arena.failed)
    return JM_ERR_MEMORY;
  for (uint32_t s = 0; s < statements->count; s++) {
    if (statements->items[s].entry.kind != JMI_ENTRY_SKILL)
      continue;
    texts[count] = statements->items[s].entry.text;
    skills[count++] = s;
  }
  if (jmi_find_repeats(first, &l->profile->scorer->allocator, texts, count) != JM_OK)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < count; i++) {
    if (first[i] == i)
      continue;
    snprintf(message, sizeof message, "the skill stands in line %u already",
             (unsigned)statements->items[skills[first[i]]].entry.mark.line);
    report(l, "repeated", &statements->items[skills[i]].entry, message,
           "leave one of them out: twice is no more than once");
  }
  return JM_OK;
}

/* ---- silence ---------------------------------------------------------------------------- */

static bool speaks_of(const jm_profile *profile, jmi_criterion criterion)
{
  const jmi_profile *given = &profile->given;
  switch (criterion) {
  case JMI_CRITERION_TRAVEL:
    return given->willing.travel_percent >= 0;
  case JMI_CRITERION_LICENCE:
    return given->licences_given;
  case JMI_CRITERION_AUTHORIZATION:
    return given->authorization_given;
  case JMI_CRITERION_CLEARANCE:
    return given->clearance_given;
  case JMI_CRITERION_AVAILABILITY:
    return given->willing.shifts.count > 0 || given->willing.start.len > 0
           || given->willing.overtime >= 0;
  case JMI_CRITERION_LOCATION:
    return given->locations_given || given->willing.relocate >= 0 || given->willing.on_site >= 0
           || given->willing.remote >= 0;
  default:
    return true;
  }
}

static bool tells_of(const jm_profile *profile, jmi_criterion criterion)
{
  for (uint32_t s = 0; s < profile->statements.count; s++)
    if ((profile->statements.items[s].matters >> criterion & 1) != 0)
      return true;
  return speaks_of(profile, criterion);
}

static void find_silence(const lint *l)
{
  char message[200];
  int len = snprintf(message, sizeof message, "the profile does not speak of ");
  uint32_t count = 0;
  for (int c = 0; c < JMI_CRITERION_COUNT; c++) {
    if (!jmi_criteria[c].silence_is_unknown || tells_of(l->profile, (jmi_criterion)c))
      continue;
    len += snprintf(message + len, sizeof message - (size_t)len, "%s%s", count == 0 ? "" : ", ",
                    jmi_criteria[c].word);
    count++;
  }
  if (count > 0)
    report_whole(l, "silent", message,
                 "a posting's lines on what you don't speak of stay unknown until you do");
}

jm_status jmi_profile_findings(jmi_writer *w, const jm_profile *profile)
{
  lint l = {.w = w, .profile = profile};
  jmi_arena_init(&l.arena, &profile->scorer->allocator);
  jmi_write_open(w, "findings", '[');
  jmi_write_notes(w, &profile->given.notes);
  find_in_whole(&l);
  for (uint32_t s = 0; s < profile->statements.count; s++)
    find_in_entry(&l, &profile->statements.items[s]);
  jm_status status = find_repeats(&l);
  find_silence(&l);
  jmi_write_close(w, ']');
  jmi_arena_dispose(&l.arena);
  return status;
}
