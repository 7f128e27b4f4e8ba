/* SPDX-License-Identifier: MIT */
/* Words and sorted phrases: see phrases.h. In: a text. Out: its words, the phrases they begin.
 * Refuses nothing: what is no word is passed over. */
#include "model/phrases.h"

static unsigned char byte_at(jmi_str text, uint32_t at)
{
  return at < text.len ? (unsigned char)text.at[at] : 0;
}

/* General punctuation (U+2000 to U+203F: typographic blanks, dashes, quotes) and the no-break
 * blank part words like their ASCII kin. The size in bytes; 0 for anything else. */
static uint32_t wide_gap(jmi_str text, uint32_t at)
{
  if (byte_at(text, at) == 0xE2 && byte_at(text, at + 1) == 0x80)
    return 3;
  return byte_at(text, at) == 0xC2 && byte_at(text, at + 1) == 0xA0 ? 2 : 0;
}

static bool is_word_byte(jmi_str text, uint32_t at)
{
  unsigned char c = byte_at(text, at);
  if (c >= 0x80)
    return wide_gap(text, at) == 0;
  return jmi_is_alpha((char)c) || jmi_is_digit((char)c);
}

/* The size of an apostrophe inside a word ("Master's", with either sign); 0 when there is none. */
static uint32_t apostrophe(jmi_str text, uint32_t at)
{
  uint32_t size = byte_at(text, at) == '\'' ? 1 : 0;
  if (wide_gap(text, at) == 3 && (byte_at(text, at + 2) == 0x98 || byte_at(text, at + 2) == 0x99))
    size = 3;
  return size > 0 && jmi_is_alpha((char)byte_at(text, at + size)) ? size : 0;
}

enum { PIECE_MAX = 5 }; /* the longest piece of a dotted abbreviation: "B.Pharm." */

/* How many letters stand at this place; PIECE_MAX + 1 when more, or when a digit ends them. */
static uint32_t piece_length(jmi_str text, uint32_t at)
{
  uint32_t len = 0;
  while (len <= PIECE_MAX && jmi_is_alpha((char)byte_at(text, at + len)))
    len++;
  return is_word_byte(text, at + len) ? PIECE_MAX + 1 : len;
}

static bool inner_dot(jmi_str text, uint32_t piece, uint32_t at)
{
  if (byte_at(text, at) != '.' || at - piece > PIECE_MAX || piece_length(text, piece) != at - piece)
    return false;
  uint32_t next = piece_length(text, at + 1);
  return next >= 1 && next <= PIECE_MAX;
}

static void add(jmi_cut *cut, uint32_t *len, unsigned char c)
{
  bool capital = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
  if (*len == 0)
    cut->capital = capital;
  else
    cut->inner_capital = cut->inner_capital || capital;
  cut->upper = cut->upper && !lower;
  if (*len < JMI_CUT_MAX)
    cut->text[(*len)++] = jmi_lower((char)c);
}

bool jmi_cut_next(jmi_cut *out, jmi_str text, uint32_t from)
{
  uint32_t at = from;
  while (at < text.len && !is_word_byte(text, at))
    at += wide_gap(text, at) > 0 ? wide_gap(text, at) : 1;
  if (at >= text.len)
    return false;
  *out = (jmi_cut){.start = at, .upper = true};
  uint32_t len = 0, piece = at;
  while (at < text.len) {
    if (is_word_byte(text, at)) {
      add(out, &len, byte_at(text, at++));
    } else if (apostrophe(text, at) > 0) {
      at += apostrophe(text, at);
      out->apostrophe = true;
    } else if (inner_dot(text, piece, at)) {
      piece = ++at;
      out->dotted = true;
    } else {
      break;
    }
  }
  out->end = at;
  out->stopped = byte_at(text, at) == '.';
  return true;
}

/* What may stand between two words of one phrase. */
static bool joined(jmi_str text, const jmi_cut *word, const jmi_cut *next)
{
  for (uint32_t at = word->end; at < next->start; at++) {
    char c = text.at[at];
    bool dot = c == '.' && at == word->end && word->end - word->start <= PIECE_MAX;
    if (!dot && c != '-' && c != '&' && !jmi_is_space(c) && (unsigned char)c < 0x80)
      return false;
  }
  return true;
}

/* Follows a row's words through the text; `words` stands behind the first one. */
static bool follows(const char *words, jmi_str text, const jmi_cut *first, uint32_t *end)
{
  jmi_cut word = *first, next;
  while (*words == ' ') {
    words++;
    size_t len = strcspn(words, " ");
    if (!jmi_cut_next(&next, text, word.end) || !joined(text, &word, &next)
        || strlen(next.text) != len || memcmp(next.text, words, len) != 0)
      return false;
    words += len;
    word = next;
  }
  *end = word.end;
  return true;
}

static size_t first_row(const jmi_phrase *table, size_t count, const char *word)
{
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(table[middle].words, word) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const jmi_phrase *jmi_phrase_at(const jmi_phrase *table, size_t count, jmi_str text,
                                const jmi_cut *first, uint32_t *end)
{
  const jmi_phrase *found = NULL;
  size_t len = strlen(first->text);
  for (size_t i = first_row(table, count, first->text); i < count; i++) {
    const char *words = table[i].words;
    if (strncmp(words, first->text, len) != 0 || (words[len] != '\0' && words[len] != ' '))
      break;
    uint32_t stop;
    if (follows(words + len, text, first, &stop) && (found == NULL || stop > *end)) {
      found = &table[i];
      *end = stop;
    }
  }
  return found;
}

bool jmi_phrases_sorted(const jmi_phrase *table, size_t count)
{
  for (size_t i = 1; i < count; i++) {
    if (strcmp(table[i - 1].words, table[i].words) >= 0)
      return false;
  }
  return true;
}
