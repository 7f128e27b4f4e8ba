/* SPDX-License-Identifier: MIT */
/* What findings about postings and about profiles share.
 *
 * A finding is advice, never an error: its code is stable, its sentence names no value of a
 * profile, and the document is scored whatever is found. */
#include "report/report.h"

#include "report/safe.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

void jmi_write_finding(jmi_writer *w, const char *code, jmi_str path, jmi_mark mark,
                       const char *message, const char *advice)
{
  jmi_write_open(w, NULL, '{');
  jmi_write_word(w, "code", code);
  jmi_write_int(w, "line", mark.line);
  jmi_write_int(w, "column", mark.column);
  jmi_write_text(w, "path", path);
  jmi_write_word(w, "message", message);
  jmi_write_word(w, "advice", advice);
  jmi_write_close(w, '}');
}

void jmi_write_notes(jmi_writer *w, const jmi_notes *notes)
{
  char message[80];
  for (uint32_t i = 0; i < notes->count; i++)
    jmi_write_finding(w, "not-read", notes->items[i].path, notes->items[i].mark,
                      notes->items[i].message, notes->items[i].advice);
  if (notes->more == 0)
    return;
  snprintf(message, sizeof message, "%u more values are not read", (unsigned)notes->more);
  jmi_write_finding(w, "not-read", JMI_STR(""), (jmi_mark){0}, message,
                    "correct those above, and look again");
}

bool jmi_hides_characters(jmi_str text)
{
  uint32_t size = 0;
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_safe_decode(text, at, &size);
    bool space = size == 1 && jmi_is_space(text.at[at]);
    if (!space && (code == JMI_NOT_UTF8 || jmi_is_unsafe(code)))
      return true;
  }
  return false;
}

/* ---- repeats ---------------------------------------------------------------------------- */

typedef struct keyed {
  uint64_t hash;
  jmi_str text;
  uint32_t index;
} keyed;

static uint64_t caseless_hash(jmi_str text)
{
  uint64_t hash = 14695981039346656037u;
  for (uint32_t i = 0; i < text.len; i++)
    hash = (hash ^ (unsigned char)jmi_lower(text.at[i])) * 1099511628211u;
  return hash;
}

static int compare_caseless(jmi_str a, jmi_str b)
{
  uint32_t len = a.len < b.len ? a.len : b.len;
  for (uint32_t i = 0; i < len; i++) {
    unsigned char x = (unsigned char)jmi_lower(a.at[i]), y = (unsigned char)jmi_lower(b.at[i]);
    if (x != y)
      return x < y ? -1 : 1;
  }
  return (a.len > b.len) - (a.len < b.len);
}

static int compare_keyed(const void *a, const void *b)
{
  const keyed *x = a, *y = b;
  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  int order = compare_caseless(x->text, y->text);
  return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

jm_status jmi_find_repeats(uint32_t *first, const jm_allocator *allocator, const jmi_str *texts,
                           uint32_t count)
{
  if (count == 0)
    return JM_OK;
  keyed *items = jmi_alloc_array(allocator, count, sizeof *items);
  if (items == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    items[i] = (keyed){caseless_hash(texts[i]), texts[i], i};
  qsort(items, count, sizeof *items, compare_keyed);
  for (uint32_t i = 0; i < count; i++) {
    bool same = i > 0 && items[i].hash == items[i - 1].hash
                && compare_caseless(items[i].text, items[i - 1].text) == 0;
    first[items[i].index] = same ? first[items[i - 1].index] : items[i].index;
  }
  jmi_free_array(allocator, items, count, sizeof *items);
  return JM_OK;
}
