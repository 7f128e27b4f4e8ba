/* SPDX-License-Identifier: MIT */
/* Blocks: which sort of text it is, and what every block has in common (blocks.h). */
#include "language/blocks.h"

#include "language/prose.h"
#include "text/html.h"
#include "text/text.h"

enum { HEADING_BYTES = 60 };

bool jmi_is_shouted(jmi_str text)
{
  uint32_t capitals = 0, longest = 0, run = 0;
  for (uint32_t i = 0; i < text.len; i++) {
    if (text.at[i] >= 'a' && text.at[i] <= 'z')
      return false;
    bool capital = text.at[i] >= 'A' && text.at[i] <= 'Z';
    run = capital ? run + 1 : 0;
    capitals += capital;
    longest = run > longest ? run : longest;
  }
  return longest >= 4 && capitals * 2 > text.len;
}

/* Emoji and other signs before the first word: decoration, or bullets of a kind. Signs of ASCII
 * ("$", "(", ".NET", "#") belong to the words. */
static jmi_str drop_signs(jmi_str text)
{
  uint32_t size;
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_utf8_decode(text.at + at, text.len - at, &size);
    bool word = jmi_is_letter(code) && !(code >= 0xFE00 && code <= 0xFE0F) && code != 0x20E3;
    bool money = code >= 0x20A0 && code <= 0x20CF;
    bool sign = code < 0x80
                    ? jmi_is_space((char)code)
                    : !word && !money && !jmi_is_digit_code(code) && (code < 0xA1 || code > 0xBF);
    if (!sign)
      return jmi_str_cut(text, at, text.len);
  }
  return jmi_str_cut(text, text.len, text.len);
}

/* "-Own tools", "*Own tools": a bullet that lost its blank. */
static bool drop_tight_bullet(jmi_str *text)
{
  if (text->len < 3 || (text->at[0] != '-' && text->at[0] != '*') || !jmi_is_alpha(text->at[1]))
    return false;
  *text = jmi_str_cut(*text, 1, text->len);
  return true;
}

static bool has_words(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++)
    if (jmi_is_alpha(text.at[i]) || jmi_is_digit(text.at[i]) || (unsigned char)text.at[i] >= 0xC3)
      return true;
  return false;
}

static void settle_kind(jmi_block *block, bool bullet)
{
  if (block->kind != JMI_BLOCK_TEXT)
    return;
  if (bullet) {
    block->kind = JMI_BLOCK_ITEM;
    block->level = 1;
  } else if (block->text.len <= HEADING_BYTES && jmi_is_shouted(block->text)
             && block->text.at[block->text.len - 1] != '.') {
    block->kind = JMI_BLOCK_HEADING;
    block->level = JMI_LEVEL_BOLD;
  }
}

jm_status jmi_block_add(jmi_list *out, jmi_arena *arena, const jmi_block *row)
{
  jmi_block block = *row;
  jmi_str text = jmi_str_trim(row->text);
  bool bullet = jmi_bullet_drop(&text) || drop_tight_bullet(&text);
  if (jmi_text_plain(&text, arena, text) != JM_OK)
    return JM_ERR_MEMORY;
  block.text = jmi_str_trim(drop_signs(text));
  if (!has_words(block.text))
    return JM_OK;
  settle_kind(&block, bullet);
  jmi_block *added = JMI_PUSH(out, arena, jmi_block);
  if (added == NULL)
    return JM_ERR_MEMORY;
  *added = block;
  return JM_OK;
}

jm_status jmi_blocks_read(jmi_list *out, jmi_arena *arena, jmi_str text)
{
  if (jmi_is_escaped_html(text))
    text = jmi_entities_read(arena, text);
  if (text.at == NULL)
    return JM_ERR_MEMORY;
  return jmi_is_html(text) ? jmi_blocks_read_html(out, arena, text)
                           : jmi_blocks_read_text(out, arena, text);
}
