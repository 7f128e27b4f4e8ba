/* SPDX-License-Identifier: MIT */
/* Peers: a bag of words in plain C, and a sweep of PCRE2 patterns. Neither reads levels, years,
 * denials or stems; the bag knows no names either. */
#include "rivals.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/buffer.h"
#include "lexicon/lexicon.h"

/* ---- a bag of words --------------------------------------------------------------------- */

enum { SLOTS = 2048, WORD_MAX = 28 }; /* 64 KB */

typedef struct bag {
  struct {
    char word[WORD_MAX];
    uint32_t count; /* 0: an empty slot */
  } slots[SLOTS];
  size_t words;
} bag;

/* Copies the next word at or behind *at in lower case; its length is 0 at the end of the text. */
static size_t next_word(char *word, const char *text, size_t len, size_t *at)
{
  size_t size = 0;
  while (*at < len && !jmi_is_alpha(text[*at]) && !jmi_is_digit(text[*at]))
    ++*at;
  for (; *at < len && (jmi_is_alpha(text[*at]) || jmi_is_digit(text[*at])); ++*at)
    if (size < WORD_MAX - 1)
      word[size++] = jmi_lower(text[*at]);
  word[size] = '\0';
  return size;
}

/* The slot of a word, or the empty one where it would stand. */
static size_t slot_of(const bag *b, const char *word, size_t size)
{
  size_t at = jmi_text_hash(word, size) % SLOTS;
  while (b->slots[at].count > 0 && strcmp(b->slots[at].word, word) != 0)
    at = (at + 1) % SLOTS;
  return at;
}

static void fill(bag *b, const char *text, size_t len)
{
  char word[WORD_MAX];
  memset(b, 0, sizeof *b);
  for (size_t at = 0, size; (size = next_word(word, text, len, &at)) > 0;) {
    size_t slot = slot_of(b, word, size);
    if (b->slots[slot].count++ > 0)
      continue;
    memcpy(b->slots[slot].word, word, size + 1);
    if (++b->words > SLOTS / 2)
      return;
  }
}

size_t jmb_count_words(const char *text, size_t len)
{
  bag b;
  fill(&b, text, len);
  return b.words;
}

size_t jmb_common_words(const char *first, size_t first_len, const char *second, size_t second_len)
{
  bag b;
  char word[WORD_MAX];
  size_t common = 0;
  fill(&b, first, first_len);
  for (size_t at = 0, size; (size = next_word(word, second, second_len, &at)) > 0;)
    common += b.slots[slot_of(&b, word, size)].count > 0;
  return common;
}

/* ---- a sweep of patterns ---------------------------------------------------------------- */

enum { ALIASES = 1000, PATTERNS_MAX = 256 };

struct jmb_sweep {
  pcre2_code *codes[PATTERNS_MAX];
  pcre2_match_data *data;
  size_t count;
};

static void quote(jmi_buffer *source, const char *text)
{
  for (; *text != '\0'; text++) {
    if ((unsigned char)*text < 0x80 && !jmi_is_alpha(*text) && !jmi_is_digit(*text))
      jmi_buffer_addc(source, '\\');
    jmi_buffer_addc(source, *text);
  }
}

/* The aliases [first, end) as one pattern; NULL when there is no more memory. */
static pcre2_code *compile(jmi_buffer *source, uint32_t first, uint32_t end)
{
  const jmi_lexicon *lexicon = &jmi_lexicon_builtin;
  int number;
  size_t offset;
  jmi_buffer_clear(source);
  for (uint32_t i = first; i < end; i++) {
    jmi_buffer_adds(source, i == first ? "(?<!\\w)(?:" : "|");
    quote(source, lexicon->strings + lexicon->aliases[i].text);
  }
  jmi_buffer_adds(source, ")(?!\\w)");
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)source->at, source->len, PCRE2_UTF | PCRE2_CASELESS,
                                   &number, &offset, NULL);
  if (code != NULL)
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); /* where there is none, the interpreter runs */
  return code;
}

static bool compile_all(jmb_sweep *sweep)
{
  uint32_t count = jmi_lexicon_builtin.alias_count;
  jmi_buffer source;
  jmi_buffer_init(&source, &(jm_allocator){NULL, NULL}, 0);
  bool made = (sweep->data = pcre2_match_data_create(1, NULL)) != NULL;
  for (uint32_t at = 0; made && at < count && sweep->count < PATTERNS_MAX; at += ALIASES) {
    uint32_t end = at + ALIASES < count ? at + ALIASES : count;
    made = (sweep->codes[sweep->count++] = compile(&source, at, end)) != NULL && !source.failed;
  }
  jmi_buffer_dispose(&source);
  return made;
}

jmb_sweep *jmb_sweep_new(void)
{
  jmb_sweep *sweep = calloc(1, sizeof *sweep);
  if (sweep == NULL || compile_all(sweep))
    return sweep;
  jmb_sweep_free(sweep);
  return NULL;
}

void jmb_sweep_free(jmb_sweep *sweep)
{
  if (sweep == NULL)
    return;
  for (size_t i = 0; i < sweep->count; i++)
    pcre2_code_free(sweep->codes[i]);
  pcre2_match_data_free(sweep->data);
  free(sweep);
}

size_t jmb_sweep_run(const jmb_sweep *sweep, const char *text, size_t len)
{
  size_t found = 0;
  for (size_t i = 0; i < sweep->count; i++) {
    size_t at = 0;
    while (pcre2_match(sweep->codes[i], (PCRE2_SPTR)text, len, at, PCRE2_NO_UTF_CHECK, sweep->data,
                       NULL)
           > 0) {
      at = pcre2_get_ovector_pointer(sweep->data)[1];
      found++;
    }
  }
  return found;
}
