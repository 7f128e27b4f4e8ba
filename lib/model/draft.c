/* SPDX-License-Identifier: MIT */
/* Lines of foreign postings. In: texts that hold one line or many. Out: requirements, each placed
 * at the value that it stands in. Refuses: more requirements than the limit. */
#include "model/draft.h"

#include <stdarg.h>
#include <stdio.h>

#include "model/read.h"

jmi_str jmi_draft_phrase(jmi_arena *arena, const char *format, ...)
{
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *text = len < 0 ? NULL : jmi_arena_alloc(arena, (size_t)len + 1);
  if (text != NULL)
    vsnprintf(text, (size_t)len + 1, format, again);
  va_end(again);
  return text == NULL ? (jmi_str){NULL, 0} : (jmi_str){text, (uint32_t)len};
}

jm_status jmi_draft_add(jmi_reader *reader, const jmi_node *node, jmi_str text)
{
  jm_status status = JM_OK;
  if (text.at == NULL)
    return jmi_refuse_memory(reader);
  jmi_requirement *line = jmi_draft_line(reader, node, &status);
  if (line != NULL)
    line->text = text;
  return status;
}

jm_status jmi_draft_text(jmi_reader *reader, const jmi_node *node)
{
  jmi_draft *posting = reader->ctx;
  jmi_cutting cutting;
  jmi_str text, line;
  jm_status status = JM_OK;
  if (!jmi_foreign_text(&posting->told, node, &text))
    return JM_OK;
  jmi_lines_open(&cutting, reader->arena, text);
  while (status == JM_OK && jmi_lines_next(&cutting, reader->arena, &line)) {
    status = jmi_draft_add(reader, node, line);
    if (status != JM_OK || node->style != JMI_STYLE_BLOCK)
      continue;
    jmi_requirement *last = JMI_AT(&posting->lines, jmi_requirement, posting->lines.count - 1);
    last->mark.line += 1 + cutting.breaks; /* the text begins on the line behind its `|` */
    last->mark.column = 1;
  }
  return status;
}
