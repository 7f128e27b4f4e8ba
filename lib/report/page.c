/* SPDX-License-Identifier: MIT */
/* A page of 80 columns: see page.h.
 *
 * In:  texts that are harmless. Out: lines of at most 80 columns (a single character that is
 * wider than the room left is written all the same).
 * Refuses nothing. */
#include "report/page.h"

#include "text/text.h"

static const char *const codes[JMI_INK_COUNT] = {
    [JMI_INK_TITLE] = "\033[1m", [JMI_INK_GREEN] = "\033[32m", [JMI_INK_YELLOW] = "\033[33m",
    [JMI_INK_RED] = "\033[31m",  [JMI_INK_CYAN] = "\033[36m",  [JMI_INK_MAGENTA] = "\033[35m",
};

void jmi_page_init(jmi_page *page, jmi_buffer *out, const jm_allocator *allocator, bool color)
{
  *page = (jmi_page){.out = out, .color = color};
  jmi_buffer_init(&page->paragraph, allocator, 0);
}

void jmi_page_dispose(jmi_page *page)
{
  if (page->paragraph.failed)
    page->out->failed = true;
  jmi_buffer_dispose(&page->paragraph);
}

void jmi_page_ink(jmi_page *page, jmi_ink ink, const char *text)
{
  bool inked = page->color && codes[ink] != NULL;
  if (inked)
    jmi_buffer_adds(page->out, codes[ink]);
  jmi_buffer_adds(page->out, text);
  if (inked)
    jmi_buffer_adds(page->out, "\033[0m");
}

void jmi_page_line(jmi_page *page, jmi_ink ink, const char *text)
{
  if (text[0] != '\0')
    jmi_page_ink(page, ink, text);
  jmi_buffer_addc(page->out, '\n');
}

/* ---- a paragraph ------------------------------------------------------------------------ */

void jmi_page_open(jmi_page *page, uint32_t indent)
{
  page->column = page->hang = indent;
  jmi_buffer_fill(page->out, ' ', indent);
}

void jmi_page_lead(jmi_page *page, jmi_ink ink, const char *lead)
{
  jmi_page_ink(page, ink, lead);
  jmi_buffer_addc(page->out, ' ');
  page->column += (uint32_t)strlen(lead) + 1;
  page->hang = page->column;
}

void jmi_page_hang(jmi_page *page, uint32_t more)
{
  page->hang += more;
}

/* ---- wrapping --------------------------------------------------------------------------- */

static void break_line(jmi_page *page)
{
  jmi_buffer_addc(page->out, '\n');
  jmi_buffer_fill(page->out, ' ', page->hang);
  page->column = page->hang;
}

/* A word that no line has room for is broken between characters. */
static void put_long(jmi_page *page, jmi_str word)
{
  uint32_t size = 0;
  for (uint32_t at = 0; at < word.len; at += size) {
    jmi_utf8_decode(word.at + at, word.len - at, &size);
    uint32_t width = jmi_text_width(jmi_str_cut(word, at, at + size));
    if (page->column + width > JMI_PAGE_WIDTH && page->column > page->hang)
      break_line(page);
    jmi_buffer_add(page->out, word.at + at, size);
    page->column += width;
  }
}

static void put_word(jmi_page *page, jmi_str word, bool first)
{
  uint32_t width = jmi_text_width(word), blank = first ? 0 : 1;
  if (page->column + blank + width <= JMI_PAGE_WIDTH) {
    jmi_buffer_fill(page->out, ' ', blank);
    jmi_buffer_addstr(page->out, word);
    page->column += blank + width;
    return;
  }
  if (!first || page->column > page->hang)
    break_line(page);
  put_long(page, word);
}

void jmi_page_close(jmi_page *page)
{
  jmi_str text = {page->paragraph.at, (uint32_t)page->paragraph.len};
  bool first = true;
  for (uint32_t at = 0; at < text.len;) {
    uint32_t end = at;
    while (end < text.len && text.at[end] != ' ')
      end++;
    if (end > at) {
      put_word(page, jmi_str_cut(text, at, end), first);
      first = false;
    }
    at = end + 1;
  }
  jmi_buffer_addc(page->out, '\n');
  if (page->paragraph.failed)
    page->out->failed = true;
  jmi_buffer_clear(&page->paragraph);
}
