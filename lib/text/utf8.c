/* SPDX-License-Identifier: MIT */
/* Characters: what bytes are UTF-8, and what kind of character a code point is.
 *
 * In: bytes, or code points of valid UTF-8. Out: offsets, kinds, widths. Refuses (by the offset it
 * returns): overlong forms, surrogates, what lies past U+10FFFF, cut sequences, NUL. */
#include "text/text.h"

#include <utf8proc.h>

#define HIGH_BITS 0x8080808080808080u
#define LOW_BITS  0x0101010101010101u

/* Bytes before the first one that is NUL or not ASCII; eight at a time while it can. */
static size_t ascii_run(const char *text, size_t len)
{
  size_t at = 0;
  for (; len - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, text + at, sizeof word);
    if (((word | (word - LOW_BITS)) & HIGH_BITS) != 0)
      break; /* one of the eight may be NUL or not ASCII: the loop below finds it, if so */
  }
  while (at < len && text[at] > 0 && (unsigned char)text[at] < 0x80)
    at++;
  return at;
}

/* The lead bytes of longer sequences, and what their second byte may be: this is where overlong
 * forms, surrogates and numbers past U+10FFFF fall out. */
static const struct {
  unsigned char first, last, size, low, high;
} leads[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};

/* Bytes of the sequence that starts here; 0 when it is none. */
static size_t sequence_size(const unsigned char *text, size_t len)
{
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
    if (text[0] < leads[i].first || text[0] > leads[i].last)
      continue;
    if (len < leads[i].size || text[1] < leads[i].low || text[1] > leads[i].high)
      return 0;
    for (size_t k = 2; k < leads[i].size; k++)
      if ((text[k] & 0xC0) != 0x80)
        return 0;
    return leads[i].size;
  }
  return 0;
}

size_t jmi_utf8_check(const char *text, size_t len)
{
  size_t at = 0;
  while (at < len) {
    at += ascii_run(text + at, len - at);
    if (at == len)
      break;
    size_t size = sequence_size((const unsigned char *)text + at, len - at);
    if (size == 0)
      return at;
    at += size;
  }
  return len;
}

uint32_t jmi_utf8_decode(const char *text, size_t len, uint32_t *size)
{
  const unsigned char *byte = (const unsigned char *)text;
  uint32_t need = byte[0] < 0x80 ? 1 : byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
  *size = need;
  if (need == 1)
    return byte[0];
  if (need > len) { /* never in valid UTF-8 */
    *size = (uint32_t)len;
    return 0xFFFD;
  }
  uint32_t code = byte[0] & (0xFFu >> (need + 1));
  for (uint32_t i = 1; i < need; i++)
    code = code << 6 | (byte[i] & 0x3Fu);
  return code;
}

bool jmi_is_letter(uint32_t code)
{
  if (code < 0x80)
    return jmi_is_alpha((char)code);
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool jmi_is_digit_code(uint32_t code)
{
  if (code < 0x80)
    return jmi_is_digit((char)code);
  return utf8proc_category((utf8proc_int32_t)code) == UTF8PROC_CATEGORY_ND;
}

uint32_t jmi_text_width(jmi_str text)
{
  uint32_t width = 0, size = 0;
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_utf8_decode(text.at + at, text.len - at, &size);
    if (code >= 0x20 && code < 0x7F)
      width++;
    else if (!jmi_is_unsafe(code))
      width += (uint32_t)utf8proc_charwidth((utf8proc_int32_t)code);
  }
  return width;
}

/* Sorted. Beside controls these are the characters that steer, hide or reorder text and show
 * nothing themselves; tag characters and fillers are among them, as they can hide whole words. */
static const struct {
  uint32_t first, last;
} unsafe[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

bool jmi_is_unsafe(uint32_t code)
{
  if (code >= 0x20 && code < 0x7F)
    return false;
  for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe && code >= unsafe[i].first; i++)
    if (code <= unsafe[i].last)
      return true;
  return false;
}
