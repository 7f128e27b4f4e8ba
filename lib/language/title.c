/* SPDX-License-Identifier: MIT */
/* The title of a posting: what a label says, a heading of the first level, the first heading, the
 * page's own name, or a short first line. */
#include "language/title.h"

#include "language/heads.h"
#include "text/text.h"

enum { TITLE_BYTES = 120, FIRST_BLOCKS = 4, SHORT_BYTES = 80, LABEL_BYTES = 24 };

uint32_t jmi_label_of(jmi_str text, uint32_t max, jmi_str *label)
{
  for (uint32_t i = 1; i + 2 < text.len && i <= max; i++) {
    if (text.at[i] != ':')
      continue;
    *label = jmi_str_cut(text, 0, i);
    while (++i < text.len && jmi_is_space(text.at[i]))
      continue;
    return jmi_is_space(text.at[label->len + 1]) ? i : 0;
  }
  return 0;
}

static bool is_one_of(jmi_str text, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    size_t len = strlen(words[i]), at = 0;
    while (at < len && at < text.len && jmi_lower(text.at[at]) == words[i][at])
      at++;
    if (at == len && len == text.len)
      return true;
  }
  return false;
}

static bool is_title_label(jmi_str label)
{
  static const char *const labels[] = {
      "title",       "job title",   "position",     "position title", "job",    "role",
      "role title",  "vacancy",     "we're hiring", "now hiring",     "hiring", "wanted",
      "job posting", "job opening", "opening",      "job description"};
  return is_one_of(label, labels, sizeof labels / sizeof *labels);
}

/* "Baker - Rye & Sons | jobs.example": what a page adds to a title. */
static jmi_str cut_site(jmi_str text)
{
  const char *bar = memchr(text.at, '|', text.len);
  if (bar != NULL && bar > text.at + 1)
    text = jmi_str_trim(jmi_str_cut(text, 0, (uint32_t)(bar - text.at)));
  return text;
}

/* Emoji behind a title are none of it. */
static jmi_str cut_signs(jmi_str text)
{
  uint32_t size, end = 0;
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_utf8_decode(text.at + at, text.len - at, &size);
    bool mark = (code >= 0xFE00 && code <= 0xFE0F) || code == ' ';
    if (!mark && (code < 0x80 || jmi_is_letter(code) || jmi_is_digit_code(code)))
      end = at + size;
  }
  return jmi_str_cut(text, 0, end);
}

static jmi_str without_label(jmi_str text)
{
  jmi_str label;
  uint32_t at = jmi_label_of(text, LABEL_BYTES, &label);
  if (at > 0 && is_title_label(label))
    text = jmi_str_cut(text, at, text.len);
  while (text.len > 0 && strchr(":;,-", text.at[text.len - 1]) != NULL)
    text = jmi_str_trim(jmi_str_cut(text, 0, text.len - 1));
  return text;
}

static bool heads_section(jmi_str text)
{
  jmi_head_found found = jmi_head_of(text);
  return found.head != JMI_HEAD_NONE && found.whole;
}

static bool may_be_title(const jmi_block *block)
{
  char last = block->text.at[block->text.len - 1];
  return block->text.len <= TITLE_BYTES && last != '.' && last != '?'
         && !heads_section(block->text);
}

static uint32_t find_label(const jmi_block *blocks, uint32_t count)
{
  jmi_str label;
  for (uint32_t i = 0; i < count && i < 4 * FIRST_BLOCKS; i++) {
    uint32_t at = jmi_label_of(blocks[i].text, LABEL_BYTES, &label);
    if (at > 0 && is_title_label(label) && blocks[i].text.len <= TITLE_BYTES)
      return i;
  }
  return count;
}

/* A heading of at most this level; the count when there is none. */
static uint32_t find_heading(const jmi_block *blocks, uint32_t count, uint8_t level,
                             uint32_t within)
{
  for (uint32_t i = 0; i < count && i < within; i++) {
    if (blocks[i].kind != JMI_BLOCK_HEADING || blocks[i].level > level)
      continue;
    if (may_be_title(&blocks[i]))
      return i;
    if (within < count)
      return count; /* a section began before any title */
  }
  return count;
}

static uint32_t find_short(const jmi_block *blocks, uint32_t count)
{
  jmi_str label;
  for (uint32_t i = 0; i < count && i < FIRST_BLOCKS; i++) {
    const jmi_block *block = &blocks[i];
    if (block->kind == JMI_BLOCK_ITEM || (block->kind == JMI_BLOCK_HEADING && i > 0))
      return count;
    if (block->kind == JMI_BLOCK_TEXT && block->text.len <= SHORT_BYTES && may_be_title(block)
        && block->text.at[block->text.len - 1] != ':'
        && jmi_label_of(block->text, LABEL_BYTES, &label) == 0 && count > 1)
      return i;
  }
  return count;
}

static uint32_t find_name(const jmi_block *blocks, uint32_t count)
{
  for (uint32_t i = 0; i < count; i++)
    if (blocks[i].kind == JMI_BLOCK_NAME && blocks[i].text.len <= 2 * TITLE_BYTES)
      return i;
  return count;
}

jmi_str jmi_title_of(const jmi_block *blocks, uint32_t count, uint32_t *block)
{
  uint32_t i = find_heading(blocks, count, 1, count);
  if (i == count)
    i = find_label(blocks, count);
  if (i == count)
    i = find_heading(blocks, count, JMI_LEVEL_BOLD, FIRST_BLOCKS);
  if (i == count)
    i = find_name(blocks, count);
  if (i == count)
    i = find_short(blocks, count);
  *block = i;
  if (i == count)
    return JMI_STR("");
  jmi_str title = blocks[i].text;
  if (blocks[i].kind == JMI_BLOCK_NAME)
    title = cut_site(title);
  return cut_signs(without_label(title));
}
