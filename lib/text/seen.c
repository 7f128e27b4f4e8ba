/* SPDX-License-Identifier: MIT */
/* What a character is to the tokeniser, and the small tables of words that tell where a sentence
 * ends.
 *
 * In: valid UTF-8. Out: kinds of characters as bits of words.h. Refuses nothing. */
#include "text/words.h"

#include <utf8proc.h>

#include "text/text.h"

#define U JMI_SEEN_UPPER
#define L JMI_SEEN_LOWER
#define D JMI_SEEN_DIGIT
#define S JMI_SEEN_SIGN
#define B JMI_SEEN_BLANK

/* Line breaks are blanks here and told apart by jmi_char_seen(). */
const uint8_t jmi_byte_seen[256] = {
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 00 */
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, /* 10 */
    B, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 20 */
    D, D, D, D, D, D, D, D, D, D, S, S, S, S, S, S, /* 30 */
    S, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 40 */
    U, U, U, U, U, U, U, U, U, U, U, S, S, S, S, S, /* 50 */
    S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60 */
    L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, B, /* 70 */
};

static bool is_wide(uint32_t code)
{
  static const struct {
    uint32_t first, last;
  } wide[] = {
      {0x1100, 0x11FF},   {0x2E80, 0x2FDF},   {0x3005, 0x3007}, {0x3031, 0x318F},
      {0x31A0, 0x31FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF}, {0xA960, 0xA97F},
      {0xAC00, 0xD7FF},   {0xF900, 0xFAFF},   {0xFF66, 0xFFDC}, {0x16FE0, 0x18DFF},
      {0x1AFF0, 0x1B2FF}, {0x20000, 0x3FFFF},
  };
  for (size_t i = 0; i < sizeof wide / sizeof *wide && code >= wide[i].first; i++)
    if (code <= wide[i].last)
      return true;
  return false;
}

static uint16_t code_seen(uint32_t code)
{
  switch (utf8proc_category((utf8proc_int32_t)code)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LT:
    return JMI_SEEN_UPPER;
  case UTF8PROC_CATEGORY_LL:
    return JMI_SEEN_LOWER;
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_NL:
    return is_wide(code) ? JMI_SEEN_WIDE : JMI_SEEN_OTHER;
  case UTF8PROC_CATEGORY_ND:
    return JMI_SEEN_DIGIT;
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
  case UTF8PROC_CATEGORY_CF:
    return JMI_SEEN_MARK;
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
    return JMI_SEEN_BREAK;
  case UTF8PROC_CATEGORY_ZS:
    return JMI_SEEN_BLANK;
  case UTF8PROC_CATEGORY_CC:
    return code == 0x85 ? JMI_SEEN_BREAK : JMI_SEEN_BLANK;
  default:
    return JMI_SEEN_SIGN;
  }
}

uint16_t jmi_char_seen(jmi_str text, uint32_t at, uint32_t *size)
{
  *size = 0;
  if (at >= text.len)
    return JMI_SEEN_BREAK;
  *size = 1;
  if (text.at[at] == '\n' || text.at[at] == '\r')
    return JMI_SEEN_BREAK;
  uint16_t seen = jmi_byte_seen[(unsigned char)text.at[at]];
  return seen != 0 ? seen : code_seen(jmi_utf8_decode(text.at + at, text.len - at, size));
}

bool jmi_in_table(jmi_str text, uint32_t start, uint32_t end, const char *const *table,
                  size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const char *word = table[i];
    uint32_t at = start;
    while (at < end && *word != '\0' && jmi_lower(text.at[at]) == *word) {
      at++;
      word++;
    }
    if (at == end && *word == '\0')
      return true;
  }
  return false;
}

/* Words whose dot shortens them: always, before no capital (else it ends the sentence as well),
 * or before a number only. */
typedef enum shortens { ALWAYS, BEFORE_SMALL, BEFORE_DIGIT } shortens;

static const struct {
  const char *word;
  uint8_t when;
} short_words[] = {
    {"approx", ALWAYS},     {"art", BEFORE_DIGIT},  {"asst", BEFORE_SMALL}, {"ca", ALWAYS},
    {"cert", BEFORE_SMALL}, {"cf", ALWAYS},         {"co", BEFORE_SMALL},   {"corp", BEFORE_SMALL},
    {"dept", BEFORE_SMALL}, {"dr", ALWAYS},         {"eg", ALWAYS},         {"equiv", BEFORE_SMALL},
    {"esp", ALWAYS},        {"etc", BEFORE_SMALL},  {"exp", BEFORE_SMALL},  {"ext", BEFORE_SMALL},
    {"fig", BEFORE_DIGIT},  {"hr", BEFORE_SMALL},   {"hrs", BEFORE_SMALL},  {"ie", ALWAYS},
    {"inc", BEFORE_SMALL},  {"incl", ALWAYS},       {"jr", BEFORE_SMALL},   {"lbs", BEFORE_SMALL},
    {"ltd", BEFORE_SMALL},  {"max", BEFORE_SMALL},  {"mgmt", BEFORE_SMALL}, {"mgr", BEFORE_SMALL},
    {"min", BEFORE_SMALL},  {"misc", BEFORE_SMALL}, {"mo", BEFORE_SMALL},   {"mos", BEFORE_SMALL},
    {"mr", ALWAYS},         {"mrs", ALWAYS},        {"ms", ALWAYS},         {"no", BEFORE_DIGIT},
    {"prof", ALWAYS},       {"resp", ALWAYS},       {"sec", BEFORE_DIGIT},  {"sr", BEFORE_SMALL},
    {"st", ALWAYS},         {"univ", BEFORE_SMALL}, {"vol", BEFORE_DIGIT},  {"vs", ALWAYS},
    {"yr", BEFORE_SMALL},   {"yrs", BEFORE_SMALL},
};

bool jmi_dot_shortens(jmi_str word, uint16_t seen, uint16_t next)
{
  if ((seen & JMI_SEEN_LOWER) == 0)
    return false; /* "an MS. Must …": a degree, not a lady */
  for (size_t i = 0; i < sizeof short_words / sizeof *short_words; i++) {
    const char *shortened = short_words[i].word;
    if (shortened[0] != jmi_lower(word.at[0])
        || !jmi_in_table(word, 0, word.len, &short_words[i].word, 1))
      continue;
    switch ((shortens)short_words[i].when) {
    case ALWAYS:
      return true;
    case BEFORE_SMALL:
      return (next & JMI_SEEN_UPPER) == 0;
    case BEFORE_DIGIT:
      return (next & JMI_SEEN_DIGIT) != 0;
    }
  }
  return false;
}

/* A few acronyms in a row are not yet a text in capitals: a longer word or a small one tells. */
bool jmi_text_in_capitals(jmi_str text)
{
  static const char *const small[] = {"and", "for", "in", "of", "or", "the", "to", "with"};
  bool told = false;
  for (uint32_t at = 0; at < text.len;) {
    uint16_t seen;
    uint32_t size, start = at;
    while (((seen = jmi_char_seen(text, at, &size)) & (JMI_SEEN_UPPER | JMI_SEEN_MARK)) != 0)
      at += size;
    if ((seen & JMI_SEEN_LOWER) != 0)
      return false;
    told = told || at - start > 6 || JMI_IN_TABLE(text, start, at, small);
    at += size;
  }
  return told;
}
