/* SPDX-License-Identifier: MIT */
/* Words of a posting that shut people out, or draw complaints: by age, by sex, by slang.
 *
 * In:  a line. Out: findings, one for each row of the table that it holds, whole words only. That a
 * word stands in a line says nothing of what the line is worth: it counts as it did. */
#include "report/report.h"

#include <stdio.h>

#define AGE                                                                                        \
  "age-coded", "say what is to be done; age is no requirement, and in many places unlawful"
#define GENDER "gendered", "take a word for anybody who does the job"
#define SLANG  "slang", "say what skill is meant: many who have it will not call themselves so"

static const struct {
  const char *phrase; /* small letters */
  const char *code, *advice;
} wordings[] = {
    {"young", AGE},
    {"youthful", AGE},
    {"digital native", AGE},
    {"digital natives", AGE},
    {"recent graduate", AGE},
    {"recent graduates", AGE},
    {"recent college graduate", AGE},
    {"new graduate", AGE},
    {"mature", AGE},
    {"salesman", GENDER},
    {"salesmen", GENDER},
    {"saleswoman", GENDER},
    {"foreman", GENDER},
    {"foremen", GENDER},
    {"chairman", GENDER},
    {"handyman", GENDER},
    {"craftsman", GENDER},
    {"repairman", GENDER},
    {"draftsman", GENDER},
    {"manpower", GENDER},
    {"waitress", GENDER},
    {"stewardess", GENDER},
    {"hostess", GENDER},
    {"cleaning lady", GENDER},
    {"he will", GENDER},
    {"she will", GENDER},
    {"he must", GENDER},
    {"she must", GENDER},
    {"ninja", SLANG},
    {"rockstar", SLANG},
    {"rock star", SLANG},
    {"guru", SLANG},
    {"wizard", SLANG},
    {"superhero", SLANG},
};

static bool is_part_of_word(jmi_str text, uint32_t at)
{
  return at < text.len && (jmi_is_alpha(text.at[at]) || (text.at[at] & 0x80) != 0);
}

static bool holds(jmi_str text, const char *phrase)
{
  uint32_t len = (uint32_t)strlen(phrase);
  for (uint32_t at = 0; at + len <= text.len; at++) {
    uint32_t i = 0;
    while (i < len && jmi_lower(text.at[at + i]) == phrase[i])
      i++;
    if (i == len && !is_part_of_word(text, at + len) && (at == 0 || !is_part_of_word(text, at - 1)))
      return true;
  }
  return false;
}

void jmi_lint_words(jmi_writer *w, const jmi_requirement *line, jmi_str text)
{
  char message[120];
  for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++)
    if (holds(text, wordings[i].phrase)) {
      snprintf(message, sizeof message, "the line says \"%s\"", wordings[i].phrase);
      jmi_write_finding(w, wordings[i].code, line->path, line->mark, message, wordings[i].advice);
    }
}
