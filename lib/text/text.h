/* SPDX-License-Identifier: MIT */
/* Characters: what is UTF-8, what a letter is, how two writings of a word become one.
 *
 * Pure functions; no locale. utf8proc knows Unicode, an ASCII fast path makes it free for most
 * text. */
#ifndef JMI_TEXT_TEXT_H
#define JMI_TEXT_TEXT_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"

/* The offset of the first byte that is not UTF-8 (or is a NUL); len when all is well. Overlong
 * forms, surrogates and what lies past U+10FFFF are not UTF-8. */
size_t jmi_utf8_check(const char *text, size_t len);
/* The code point at text (valid UTF-8, len > 0); *size is its length in bytes. */
uint32_t jmi_utf8_decode(const char *text, size_t len, uint32_t *size);

bool jmi_is_letter(uint32_t code); /* letters and marks of any script */
bool jmi_is_digit_code(uint32_t code);
/* Columns of a terminal that the text takes: 2 for wide, 0 for combining characters. */
uint32_t jmi_text_width(jmi_str text);
/* True for what must never reach a terminal or a page raw: C0 and C1 controls, bidi overrides,
 * zero-width characters, line and paragraph separators, the byte order mark. */
bool jmi_is_unsafe(uint32_t code);

/* A text for reading: typographic quotes, dashes, spaces, ligatures and wide forms made ASCII,
 * other unsafe characters dropped, runs of white space made one blank, ends trimmed. A bullet at
 * the start is dropped, one further on ends an item and becomes "; ". Never longer than the text.
 * In the arena; a text that is plain already is lent as it is. */
jm_status jmi_text_plain(jmi_str *out, jmi_arena *arena, jmi_str text) JM_MUST_USE;

/* A word folded for comparison: NFKC, case folded, marks and strokes off Latin letters, ’ made '.
 * ASCII words cost a copy. In the arena; JM_ERR_MEMORY is the only failure. */
jm_status jmi_text_fold(jmi_str *out, jmi_arena *arena, jmi_str word) JM_MUST_USE;

/* "Did you mean": the candidate nearest to word by Damerau-Levenshtein distance over folded ASCII,
 * at most 2 (1 for words under 5 bytes); NULL when none is near. The first wins a tie. */
const char *jmi_suggest(jmi_str word, const char *const *candidates, size_t count);

#endif
