/* SPDX-License-Identifier: MIT */
/* What the readers of the model found, in lines for tables of tests. */
#ifndef JMT_ENTRIES_H
#define JMT_ENTRIES_H

#include "model/model.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct lines {
  char text[4096];
  size_t len;
} lines;

static inline void say(lines *out, const char *format, ...) JMI_PRINTF(2, 3);
static inline void say(lines *out, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  int len = vsnprintf(out->text + out->len, sizeof out->text - out->len, format, args);
  va_end(args);
  out->len += (size_t)len < sizeof out->text - out->len ? (size_t)len : 0;
}

static inline void say_month(lines *out, jmi_month month)
{
  if (month == JMI_MONTH_OPEN)
    say(out, "open");
  else if (month != JMI_MONTH_NONE)
    say(out, "%d-%02d", month / 12, month % 12 + 1);
}

/* An entry in one line: group, kind, path, text, and what is not as usual. */
static inline void say_entry(lines *out, const jmi_entry *entry)
{
  static const char *const study[] = {"", " in progress", " abandoned"};
  say(out, "%u %s %s '%s'", entry->group, jmi_entry_kind_words[entry->kind], entry->path.at,
      entry->text.at);
  if (entry->level != JMI_LEVEL_NONE)
    say(out, " %s", jmi_level_words[entry->level]);
  if (entry->degree != JMI_DEGREE_NONE)
    say(out, " %s", jmi_degree_words[entry->degree]);
  say(out, "%s", study[entry->study]);
  if (entry->months >= 0)
    say(out, " %dm", entry->months);
  if (entry->from != JMI_MONTH_NONE || entry->to != JMI_MONTH_NONE) {
    say(out, " ");
    say_month(out, entry->from);
    say(out, "..");
    say_month(out, entry->to);
  }
  say(out, "\n");
}

/* A requirement in one line: id, place and text. */
static inline void say_requirement(lines *out, const jmi_requirement *line)
{
  say(out, "%s %s %u:%u '%s'\n", line->id.at, line->path.at, line->mark.line, line->mark.column,
      line->text.at);
}

/* What is not read, each in one line: "! path line:column message". */
static inline void say_notes(lines *out, const jmi_notes *notes)
{
  for (uint32_t i = 0; i < notes->count; i++)
    say(out, "! %s %u:%u %s\n", notes->items[i].path.at, notes->items[i].mark.line,
        notes->items[i].mark.column, notes->items[i].message);
  if (notes->more > 0)
    say(out, "! and %u more\n", notes->more);
}

#endif
