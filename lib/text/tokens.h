/* SPDX-License-Identifier: MIT */
/* Tokens: a text cut into words, numbers and signs, by boundaries of our own.
 *
 * Never \b: names such as C, C++, C#, F#, .NET, ASP.NET, Node.js, R&D, A+, Notepad++ and 3.10 stay
 * whole, and so do abbreviations with their dots (e.g., U.S., Ph.D., etc.). A hyphen between two
 * words separates two tokens that are marked as joined ("front-end" is "front" and "end"). An
 * apostrophe between letters stays ("driver's"), one that closes a plural belongs to the token but
 * not to its norm ("years'"). Digits part from a unit behind them ("5yrs"), Chinese, Japanese and
 * Korean letters from others. An ampersand between words is the word "and". Other signs are tokens
 * of their own: , ; : / ( ) % + . ! ? - and so on.
 *
 *   "C/C++, 5+ years"  ->  C  /  C++  ,  5  +  years                                          */
#ifndef JMI_TEXT_TOKENS_H
#define JMI_TEXT_TOKENS_H

#include "base/memory.h"
#include "base/str.h"
#include "jobmatch/base.h"

typedef enum jmi_token_kind { JMI_TOKEN_WORD, JMI_TOKEN_NUMBER, JMI_TOKEN_SIGN } jmi_token_kind;

enum {
  JMI_TOKEN_CAPITAL = 1, /* its first letter is upper case */
  JMI_TOKEN_UPPER = 2,   /* it has letters, and all of them are upper case */
  JMI_TOKEN_JOINED = 4,  /* a hyphen stood between it and the token before, with no blank */
  JMI_TOKEN_GLUED = 8,   /* nothing stood between it and the token before */
  JMI_TOKEN_FIRST = 16,  /* first word or number of its sentence, or of its line */
  JMI_TOKEN_NAME = 32    /* holds a sign or a digit beside letters (C++, S3): never stemmed */
};

typedef struct jmi_token {
  uint32_t start, end; /* bytes in the text */
  uint8_t kind, flags;
  jmi_str norm;  /* folded; signs: themselves */
  jmi_str stem;  /* Snowball stem of norm; see below for what is not stemmed */
  uint64_t hash; /* of stem */
  uint64_t norm_hash;
} jmi_token;

/* Not stemmed: names, numbers, signs, words of three letters or fewer, of other scripts, of more
 * than 40 bytes, and acronyms (AWS: two to six capitals, unless the whole text is in capitals).
 * Their stem is their norm, but for 's ("AWS's") and the s of a plural acronym ("APIs"), which go.
 * So an acronym and its small writing agree in their norms, if not always in their stems
 * ("SAAS", "saas"): compare both. */
typedef struct jmi_tokens {
  jmi_str text;
  const char *lower; /* the text with ASCII capitals made small, byte for byte: most norms and stems
                        are parts of it; in the arena */
  jmi_token *items;  /* in the arena */
  uint32_t count;
} jmi_tokens;

/* Stems, shared by threads: Snowball's English stemmer behind a cache that only ever grows to its
 * fixed size. What it answers does not depend on what is cached. */
typedef struct jmi_stems jmi_stems;
jm_status jmi_stems_new(jmi_stems **out, const jm_allocator *allocator) JM_MUST_USE;
void jmi_stems_free(jmi_stems *stems);

/* Cuts a text (valid UTF-8, best made plain before). Tokens, norms and stems live in the arena or
 * in the text. `text` must outlive the tokens. Thread-safe for one jmi_stems. */
jm_status jmi_tokens_read(jmi_tokens *out, jmi_arena *arena, const jmi_stems *stems,
                          jmi_str text) JM_MUST_USE;

#endif
