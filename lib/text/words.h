/* SPDX-License-Identifier: MIT */
/* Words: where one ends. The rules and tables behind the tokeniser, for this room only. */
#ifndef JMI_TEXT_WORDS_H
#define JMI_TEXT_WORDS_H

#include "base/str.h"

/* What a character is, and, joined by "or", what a word was seen to hold. */
enum {
  JMI_SEEN_UPPER = 1,
  JMI_SEEN_LOWER = 2,
  JMI_SEEN_DIGIT = 4,
  JMI_SEEN_OTHER = 8, /* letters without case */
  JMI_SEEN_WIDE = 16, /* Chinese, Japanese and Korean letters: words without blanks */
  JMI_SEEN_MARK = 32, /* goes on with any word, begins none: marks, invisible characters */
  JMI_SEEN_SIGN = 64, /* in a word: a sign that makes it a name */
  JMI_SEEN_BLANK = 128,
  JMI_SEEN_BREAK = 256, /* the end of a line */
  JMI_SEEN_HIGH = 512,  /* in a word: not ASCII, to be folded by Unicode's rules */
  JMI_SEEN_LETTER = JMI_SEEN_UPPER | JMI_SEEN_LOWER | JMI_SEEN_OTHER | JMI_SEEN_WIDE,
  JMI_SEEN_ALNUM = JMI_SEEN_LETTER | JMI_SEEN_DIGIT
};

/* Of ASCII; 0 stands for bytes of longer sequences. */
extern const uint8_t jmi_byte_seen[256];

/* What the character at a byte of the text is, and its size. Past the end: a break of size 0. */
uint16_t jmi_char_seen(jmi_str text, uint32_t at, uint32_t *size);

/* Whether a span is a word of a table of lower-case ASCII words, in any case. */
bool jmi_in_table(jmi_str text, uint32_t start, uint32_t end, const char *const *table,
                  size_t count);
#define JMI_IN_TABLE(text, start, end, table)                                                      \
  jmi_in_table((text), (start), (end), (table), sizeof(table) / sizeof *(table))

/* A word or number. Its bytes are [start, end); its norm is made of [start, norm_end), which
 * leaves out an apostrophe that only closes it ("years'"); what may be stemmed or compared as a
 * name is [start, base_end), which leaves out 's as well. */
typedef struct jmi_word {
  uint32_t end, norm_end, base_end;
  uint16_t seen;
  bool closed; /* the dot of an abbreviation is its last byte: "e.g." */
} jmi_word;

/* Reads the word that starts at a byte; false when a sign does. A word without letters is a
 * number. */
bool jmi_word_read(jmi_word *word, jmi_str text, uint32_t start);

/* Whether the dot after a word, not part of it, only shortens it ("approx. 5", "No. 1"); next is
 * what the first character after the blanks is. */
bool jmi_dot_shortens(jmi_str word, uint16_t seen, uint16_t next);

/* True for a text in capitals throughout, where capitals tell nothing of a word. */
bool jmi_text_in_capitals(jmi_str text);

#endif
