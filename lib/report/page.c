/* SPDX-License-Identifier: MIT */
/* A page of 80 columns: see page.h.
 *
 * In:  texts, ours and strangers'. Out: lines of at most 80 columns (a single character that is
 * wider than the room left is written all the same).
 * Refuses nothing: what cannot be shown safely is shown as an escape. */
#include "report/page.h"

#include "report/safe.h"
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

void jmi_page_add(jmi_page *page, const char *text)
{
  jmi_buffer_adds(&page->paragraph, text);
}

void jmi_page_addi(jmi_page *page, int64_t number)
{
  jmi_buffer_addi(&page->paragraph, number);
}

/* \u202e, \U000e0041: as C writes them. */
static void add_code(jmi_buffer *out, uint32_t code)
{
  char digits[16];
  jmi_hash_digits(digits, code);
  jmi_buffer_adds(out, code > 0xFFFF ? "\\U" : "\\u");
  jmi_buffer_add(out, digits + (code > 0xFFFF ? 8 : 12), code > 0xFFFF ? 8 : 4);
}

void jmi_page_adds(jmi_page *page, jmi_str text)
{
  jmi_buffer *out = &page->paragraph;
  uint32_t size = 0;
  bool blank = false;
  text = jmi_str_trim(text);
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_safe_decode(text, at, &size);
    bool space = size == 1 && jmi_is_space(text.at[at]);
    if (space && !blank)
      jmi_buffer_addc(out, ' ');
    else if (code == JMI_NOT_UTF8)
      add_code(out, 0xFFFD);
    else if (!space && jmi_is_unsafe(code))
      add_code(out, code);
    else if (!space)
      jmi_buffer_add(out, text.at + at, size);
    blank = space;
  }
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
