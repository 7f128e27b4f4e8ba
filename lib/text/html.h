/* SPDX-License-Identifier: MIT */
/* HTML as people and editors leave it, cut into tags and text: no tree, nothing is refused.
 *
 * Beside text only the names of tags are told; attributes, comments and declarations are passed
 * over, and so is what stands inside scripts, styles and the like. Tags may be unclosed, wrongly
 * nested, in any case. Each byte is looked at a bounded number of times. */
#ifndef JMI_TEXT_HTML_H
#define JMI_TEXT_HTML_H

#include "base/memory.h"
#include "base/str.h"

typedef enum jmi_html_kind {
  JMI_HTML_END,
  JMI_HTML_TEXT,
  JMI_HTML_OPEN,
  JMI_HTML_CLOSE
} jmi_html_kind;

enum { JMI_HTML_NAME = 15 }; /* letters of the longest name that is told; a longer one is cut */

typedef struct jmi_html {
  jmi_str text;
  uint32_t at;                  /* the next byte */
  uint32_t line;                /* of the token in hand, from 1 */
  uint32_t marked;              /* bytes up to which lines are counted */
  uint8_t kind;                 /* a jmi_html_kind */
  jmi_str raw;                  /* of text: as it stands, entities not yet read */
  char name[JMI_HTML_NAME + 1]; /* of a tag: in small letters */
  bool unquoted[2];             /* no further " or ' stands in the text */
} jmi_html;

/* Begins at the text's first byte; valid UTF-8. */
void jmi_html_open(jmi_html *html, jmi_str text);
/* Moves to the next token; false at the end. */
bool jmi_html_next(jmi_html *html);
/* A text that holds tags of paragraphs, lists, headings or tables. */
bool jmi_is_html(jmi_str text);
/* The same, but with its signs written as entities ("&lt;p&gt;"), as in feeds. */
bool jmi_is_escaped_html(jmi_str text);

/* The character that an entity at the text's byte `at` stands for, and its bytes; 0 when none
 * stands there. Named ones as in HTML 4 and some more; numbers that are no character are U+FFFD. */
uint32_t jmi_entity_at(jmi_str text, uint32_t at, uint32_t *size);
/* The text with its entities read; never longer. NULL `at` when out of memory. */
jmi_str jmi_entities_read(jmi_arena *arena, jmi_str text);

#endif
