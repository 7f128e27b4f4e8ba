/* SPDX-License-Identifier: MIT */
/* How a profile was understood: jobmatch-profile, version 1.
 *
 * In:  a profile. Out: one JSON object: its entries with what each mentions, and how well and how
 * long; what the candidate is willing to do; then what looks wrong. */
#include "jobmatch/profile.h"

#include "report/give.h"
#include "report/report.h"

#include "report/safe.h"

#include <assert.h>

static const char *const study_words[] = {
    [JMI_STUDY_COMPLETED] = "completed",
    [JMI_STUDY_IN_PROGRESS] = "in progress",
    [JMI_STUDY_ABANDONED] = "abandoned",
};
static_assert(sizeof study_words / sizeof *study_words == JMI_STUDY_ABANDONED + 1,
              "a word for every study");

static void write_level(jmi_writer *w, uint8_t level)
{
  jmi_write_word(w, "level", level == JMI_LEVEL_NONE ? NULL : jmi_level_words[level]);
}

static void write_months(jmi_writer *w, int32_t months)
{
  if (months >= 0)
    jmi_write_int(w, "months", months);
  else
    jmi_write_null(w, "months");
}

static void write_month(jmi_writer *w, const char *key, jmi_month month)
{
  char digits[16];
  if (month == JMI_MONTH_NONE) {
    jmi_write_null(w, key);
  } else if (month == JMI_MONTH_OPEN) {
    jmi_write_word(w, key, "present");
  } else {
    jmi_month_digits(digits, month);
    jmi_write_word(w, key, digits);
  }
}

static void write_mention(jmi_writer *w, const jm_scorer *scorer, const jmi_mention *mention)
{
  jmi_write_open(w, NULL, '{');
  if (mention->concept == JMI_NONE) {
    jmi_write_null(w, "concept");
    jmi_write_text(w, "word", mention->norm);
  } else {
    jmi_write_word(w, "concept", jmi_concept_name(scorer->lexicon, mention->concept));
    jmi_write_null(w, "word");
  }
  write_level(w, mention->level);
  write_months(w, mention->months);
  jmi_write_flag(w, "inflected", mention->inflected);
  jmi_write_close(w, '}');
}

static void write_matters(jmi_writer *w, uint16_t matters)
{
  jmi_write_open(w, "matters", '[');
  for (int c = 0; c < JMI_CRITERION_COUNT; c++)
    if ((matters >> c & 1) != 0)
      jmi_write_word(w, NULL, jmi_criteria[c].word);
  jmi_write_close(w, ']');
}

static void write_statement(jmi_writer *w, const jm_profile *profile, uint32_t index)
{
  const jmi_statement *statement = &profile->statements.items[index];
  const jmi_entry *entry = &statement->entry;
  bool study = entry->kind == JMI_ENTRY_EDUCATION;
  jmi_write_open(w, NULL, '{');
  jmi_write_text(w, "path", entry->path);
  jmi_write_int(w, "line", entry->mark.line);
  jmi_write_int(w, "column", entry->mark.column);
  jmi_write_word(w, "kind", jmi_entry_kind_words[entry->kind]);
  jmi_write_text(w, "text", entry->text);
  write_level(w, entry->level);
  write_months(w, entry->months);
  write_month(w, "from", entry->from);
  write_month(w, "to", entry->to);
  jmi_write_word(w, "degree",
                 statement->degree == JMI_DEGREE_NONE ? NULL : jmi_degree_words[statement->degree]);
  jmi_write_word(w, "study", study ? study_words[entry->study] : NULL);
  jmi_write_open(w, "mentions", '[');
  for (uint32_t m = 0; m < statement->count; m++)
    write_mention(w, profile->scorer, &statement->mentions[m]);
  jmi_write_close(w, ']');
  write_matters(w, statement->matters);
  jmi_write_close(w, '}');
}

/* ---- what only the candidate can tell --------------------------------------------------- */

static void write_answer(jmi_writer *w, const char *key, int32_t said)
{
  if (said < 0)
    jmi_write_null(w, key);
  else
    jmi_write_flag(w, key, said == 1);
}

static void write_texts(jmi_writer *w, const char *key, const jmi_texts *texts, bool given)
{
  if (!given) {
    jmi_write_null(w, key);
    return;
  }
  jmi_write_open(w, key, '[');
  for (uint32_t i = 0; i < texts->count; i++)
    jmi_write_text(w, NULL, texts->items[i]);
  jmi_write_close(w, ']');
}

static void write_willing(jmi_writer *w, const jmi_profile *given)
{
  const jmi_willing *willing = &given->willing;
  jmi_write_open(w, "willing", '{');
  if (willing->travel_percent >= 0)
    jmi_write_int(w, "travel_percent", willing->travel_percent);
  else
    jmi_write_null(w, "travel_percent");
  write_answer(w, "relocate", willing->relocate);
  write_answer(w, "remote", willing->remote);
  write_answer(w, "on_site", willing->on_site);
  write_answer(w, "overtime", willing->overtime);
  write_texts(w, "shifts", &willing->shifts, willing->shifts.count > 0);
  if (willing->start.len > 0)
    jmi_write_text(w, "start", willing->start);
  else
    jmi_write_null(w, "start");
  jmi_write_close(w, '}');
  write_texts(w, "authorization", &given->authorization, given->authorization_given);
  write_texts(w, "clearance", &given->clearance, given->clearance_given);
  write_texts(w, "locations", &given->locations, given->locations_given);
}

static void write_body(jmi_writer *w, const jm_profile *profile)
{
  char as_of[16];
  jmi_as_of_digits(as_of, profile->scorer, profile);
  jmi_write_word(w, "as_of", as_of[0] == '\0' ? NULL : as_of);
  jmi_write_int(w, "work_months", profile->total_months);
  jmi_write_open(w, "entries", '[');
  for (uint32_t s = 0; s < profile->statements.count; s++)
    write_statement(w, profile, s);
  jmi_write_close(w, ']');
  write_willing(w, &profile->given);
}

jm_status jm_profile_explain(char **out, size_t *len, const jm_profile *profile, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || profile == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or profile is NULL");
  jmi_buffer buffer;
  jmi_writer w = {.out = &buffer};
  jmi_give_open(&buffer, &profile->scorer->allocator);
  jmi_write_open(&w, NULL, '{');
  jmi_write_word(&w, "format", "jobmatch-profile");
  jmi_write_int(&w, "version", 1);
  write_body(&w, profile);
  if (jmi_profile_findings(&w, profile) != JM_OK)
    buffer.failed = true;
  jmi_write_word(&w, "read_as", jmi_format_words[profile->given.format]);
  jmi_write_versions(&w, profile->scorer);
  jmi_write_hash(&w, "hash", profile->hash);
  jmi_write_close(&w, '}');
  return jmi_give(out, len, &buffer, err);
}
