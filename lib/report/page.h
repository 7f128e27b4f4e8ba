/* SPDX-License-Identifier: MIT */
/* A page of 80 columns: paragraphs wrapped by what characters take on a terminal.
 *
 *   jmi_page_open(page, 2);                    a paragraph, two columns in
 *   jmi_page_lead(page, JMI_INK_GREEN, "met"); its coloured lead: what follows hangs behind it
 *   jmi_buffer_adds(&page->paragraph, text);   what it says: a pen (say.h) writes it
 *   jmi_page_close(page);
 *
 * Whoever fills the paragraph makes a document's text harmless. Only jmi_page_ink() writes terminal
 * codes, and only with colour. */
#ifndef JMI_REPORT_PAGE_H
#define JMI_REPORT_PAGE_H

#include "base/buffer.h"

#define JMI_PAGE_WIDTH 80u

typedef enum jmi_ink {
  JMI_INK_NONE,
  JMI_INK_TITLE,
  JMI_INK_GREEN,
  JMI_INK_YELLOW,
  JMI_INK_RED,
  JMI_INK_CYAN,
  JMI_INK_MAGENTA,
  JMI_INK_COUNT
} jmi_ink;

typedef struct jmi_page {
  jmi_buffer *out;      /* borrows */
  jmi_buffer paragraph; /* owns: what was added since it was opened */
  uint32_t column, hang;
  bool color;
} jmi_page;

void jmi_page_init(jmi_page *page, jmi_buffer *out, const jm_allocator *allocator, bool color);
/* Tells the output buffer when the page ran out of memory. */
void jmi_page_dispose(jmi_page *page);

/* Opens a paragraph at a column. Lines after the first begin there, or behind the lead. */
void jmi_page_open(jmi_page *page, uint32_t indent);
/* Writes a lead of plain ASCII at once, and a blank; the paragraph hangs behind it. */
void jmi_page_lead(jmi_page *page, jmi_ink ink, const char *lead);
/* Lets lines after the first begin this much further in. */
void jmi_page_hang(jmi_page *page, uint32_t more);
/* Wraps and writes the paragraph. */
void jmi_page_close(jmi_page *page);

/* A whole line of our own; "" is an empty one. */
void jmi_page_line(jmi_page *page, jmi_ink ink, const char *text);
void jmi_page_ink(jmi_page *page, jmi_ink ink, const char *text);

#endif
