/* SPDX-License-Identifier: MIT */
/* Tokens: a text cut into words, numbers and signs.
 *
 * In: valid UTF-8. Out: tokens in the order of the text, each with its norm and its stem. Refuses
 * nothing. One pass: blanks are skipped, words.c says how far a word reaches, what remains are
 * signs. The text is lowered once, as a whole, and norms and most stems are spans of that copy;
 * only words that are not ASCII are folded one by one.
 *
 *   text    Ph.D.  or  10+  years'  front-end  R&D  in  AWS
 *   kind    W      W   N S  W       W     W    W    W   W
 *   norm    ph.d.  or  10+  years   front end  r&d  in  aws
 *   stem    ph.d.  or  10+  year    front end  r&d  in  aws    (AWS: an acronym keeps its s) */
#include "text/tokens.h"

#include "text/stems.h"
#include "text/text.h"
#include "text/words.h"

typedef struct reader {
  jmi_str text;
  const char *lower; /* the text with ASCII capitals made small, byte for byte */
  jmi_arena *arena;
  jmi_stemmer stemmer;
  jmi_list list; /* of jmi_token */
  bool capitals; /* the whole text is in capitals: they make no acronym */
  bool first;    /* the next word is the first of its sentence */
  bool joined;   /* a hyphen was passed over */
} reader;

static uint16_t seen_at(const reader *r, uint32_t at)
{
  uint32_t size;
  return jmi_char_seen(r->text, at, &size);
}

/* What stands after the blanks at this place. */
static uint16_t seen_next(const reader *r, uint32_t at)
{
  uint32_t size;
  uint16_t seen = jmi_char_seen(r->text, at, &size);
  for (; (seen & JMI_SEEN_BLANK) != 0; seen = jmi_char_seen(r->text, at, &size))
    at += size;
  return seen;
}

static jmi_token *last_token(const reader *r)
{
  return r->list.count > 0 ? JMI_AT(&r->list, jmi_token, r->list.count - 1) : NULL;
}

static bool touches_last(const reader *r, uint32_t at)
{
  const jmi_token *last = last_token(r);
  return last != NULL && last->end == at;
}

/* A new token [start, end) with what its surroundings say; NULL when out of memory. */
static jmi_token *push(reader *r, jmi_token_kind kind, uint32_t start, uint32_t end)
{
  uint8_t flags = 0;
  if (r->joined)
    flags = JMI_TOKEN_JOINED;
  else if (touches_last(r, start))
    flags = JMI_TOKEN_GLUED;
  if (r->first && kind != JMI_TOKEN_SIGN) {
    flags |= JMI_TOKEN_FIRST;
    r->first = false;
  }
  r->joined = false;
  jmi_token *token = JMI_PUSH(&r->list, r->arena, jmi_token);
  if (token == NULL)
    return NULL;
  token->start = start;
  token->end = end;
  token->kind = (uint8_t)kind;
  token->flags = flags;
  return token;
}

/* "APIs", "KPIs": an acronym in the plural. */
static bool is_plural_acronym(jmi_str word)
{
  if (word.len < 3 || word.at[word.len - 1] != 's')
    return false;
  for (uint32_t i = 0; i + 1 < word.len; i++)
    if (word.at[i] < 'A' || word.at[i] > 'Z')
      return false;
  return true;
}

static bool is_plain_word(jmi_str norm)
{
  for (uint32_t i = 0; i < norm.len; i++)
    if (!jmi_is_alpha(norm.at[i]) && norm.at[i] != '\'')
      return false;
  return true;
}

static uint64_t base_hash(const jmi_token *token, jmi_str base)
{
  return base.len == token->norm.len ? token->norm_hash : jmi_str_hash(base);
}

/* The stem of what a word is without 's. Names, acronyms and short words are their own. */
static jm_status stem_word(reader *r, jmi_token *token, jmi_str base, uint16_t seen)
{
  bool acronym = (token->flags & JMI_TOKEN_UPPER) != 0 && base.len <= 6 && !r->capitals;
  bool plain = token->kind == JMI_TOKEN_WORD && (token->flags & JMI_TOKEN_NAME) == 0;
  if (plain && (token->flags & JMI_TOKEN_CAPITAL) != 0
      && is_plural_acronym(jmi_str_cut(r->text, token->start, token->end)))
    base.len--;
  else if (plain && !acronym && base.len > 3
           && ((seen & JMI_SEEN_HIGH) == 0 || is_plain_word(base)))
    return jmi_stemmer_stem(&r->stemmer, base, base_hash(token, base), &token->stem, &token->hash);
  token->stem = base;
  token->hash = base_hash(token, base);
  return JM_OK;
}

static uint8_t flags_of(const reader *r, uint32_t start, const jmi_word *word)
{
  uint8_t flags = 0;
  uint16_t seen = word->seen;
  if ((seen & JMI_SEEN_LETTER) == 0)
    return 0;
  if ((seen & (JMI_SEEN_SIGN | JMI_SEEN_DIGIT)) != 0)
    flags |= JMI_TOKEN_NAME;
  if ((seen & JMI_SEEN_LETTER) == JMI_SEEN_UPPER)
    flags |= JMI_TOKEN_UPPER;
  uint32_t at = start, size;
  while (((seen = jmi_char_seen(r->text, at, &size)) & JMI_SEEN_LETTER) == 0 && at < word->end)
    at += size;
  if ((seen & JMI_SEEN_UPPER) != 0)
    flags |= JMI_TOKEN_CAPITAL;
  return flags;
}

static jm_status add_word(reader *r, uint32_t start, const jmi_word *word)
{
  bool letters = (word->seen & JMI_SEEN_LETTER) != 0;
  jmi_token *token = push(r, letters ? JMI_TOKEN_WORD : JMI_TOKEN_NUMBER, start, word->end);
  if (token == NULL)
    return JM_ERR_MEMORY;
  token->flags |= flags_of(r, start, word);
  jmi_str base = {r->lower + start, word->base_end - start};
  token->norm = (jmi_str){r->lower + start, word->norm_end - start};
  if ((word->seen & JMI_SEEN_HIGH) != 0) {
    jmi_str source = jmi_str_cut(r->text, start, word->norm_end);
    jm_status status = jmi_text_fold(&token->norm, r->arena, source);
    if (status != JM_OK)
      return status;
    bool owner = word->base_end < word->norm_end && token->norm.len > 2;
    base = (jmi_str){token->norm.at, token->norm.len - (owner ? 2 : 0)}; /* 's */
  }
  token->norm_hash = jmi_str_hash(token->norm);
  /* "etc." may end a sentence as well; other abbreviations seldom do. */
  if (word->closed && jmi_str_is(token->norm, "etc."))
    r->first = (seen_next(r, word->end) & JMI_SEEN_UPPER) != 0;
  return stem_word(r, token, base, word->seen);
}

/* An ampersand between words is the word "and". */
static bool is_and(const reader *r, uint32_t at)
{
  const jmi_token *last = last_token(r);
  if (r->text.at[at] != '&' || last == NULL)
    return false;
  char before = r->text.at[last->end - 1];
  return (last->kind != JMI_TOKEN_SIGN || before == ')' || before == '+' || before == '%')
         && (seen_next(r, at + 1) & JMI_SEEN_ALNUM) != 0;
}

/* Whether a sentence ends with the sign [start, end), which is not yet a token. */
static bool ends_sentence(const reader *r, uint32_t start, uint32_t end)
{
  char sign = r->text.at[start];
  if (sign == ';')
    return true;
  if (sign != '.' && sign != '!' && sign != '?')
    return false;
  uint16_t next = seen_at(r, end);
  if ((next & JMI_SEEN_ALNUM) != 0 && (next & JMI_SEEN_UPPER) == 0)
    return false; /* "file.txt", "a?b" */
  if (sign != '.' || !touches_last(r, start))
    return true;
  const jmi_token *last = last_token(r);
  uint16_t seen = (last->flags & JMI_TOKEN_UPPER) != 0 ? JMI_SEEN_UPPER : JMI_SEEN_LOWER;
  return !jmi_dot_shortens(last->norm, seen, seen_next(r, end));
}

static jm_status add_sign(reader *r, uint32_t start, uint32_t end)
{
  bool and = is_and(r, start), ends = ends_sentence(r, start, end);
  jmi_token *token = push(r, and? JMI_TOKEN_WORD : JMI_TOKEN_SIGN, start, end);
  if (token == NULL)
    return JM_ERR_MEMORY;
  token->norm = and? JMI_STR("and") : jmi_str_cut(r->text, start, end);
  token->stem = token->norm;
  token->hash = token->norm_hash = jmi_str_hash(token->stem);
  r->first = r->first || ends;
  return JM_OK;
}

/* A hyphen between two words, with no blank on either side, is passed over. */
static bool is_joint(const reader *r, uint32_t start, uint32_t end)
{
  uint32_t size;
  uint32_t code = jmi_utf8_decode(r->text.at + start, end - start, &size);
  bool hyphen = code == '-' || (code >= 0x2010 && code <= 0x2013);
  if (!hyphen || !touches_last(r, start) || last_token(r)->kind == JMI_TOKEN_SIGN)
    return false;
  jmi_word word;
  return end < r->text.len
         && ((seen_at(r, end) & JMI_SEEN_ALNUM) != 0
             || (r->text.at[end] == '.' && jmi_word_read(&word, r->text, end)));
}

/* Reads what stands at a byte; *end is where to go on. */
static jm_status read_token(reader *r, uint32_t at, uint32_t *end)
{
  uint32_t size;
  uint16_t seen = jmi_char_seen(r->text, at, &size);
  jmi_word word;
  *end = at + size;
  if ((seen & JMI_SEEN_BREAK) != 0)
    r->first = true;
  if ((seen & (JMI_SEEN_BREAK | JMI_SEEN_BLANK | JMI_SEEN_MARK)) != 0)
    return JM_OK;
  if (jmi_word_read(&word, r->text, at)) {
    *end = word.end;
    return add_word(r, at, &word);
  }
  if (is_joint(r, at, *end)) {
    r->joined = true;
    return JM_OK;
  }
  return add_sign(r, at, *end);
}

static const char *lowered(jmi_arena *arena, jmi_str text)
{
  char *copy = jmi_arena_copy(arena, text.at, text.len);
  for (uint32_t i = 0; copy != NULL && i < text.len; i++)
    copy[i] = jmi_lower(copy[i]);
  return copy;
}

jm_status jmi_tokens_read(jmi_tokens *out, jmi_arena *arena, const jmi_stems *stems, jmi_str text)
{
  *out = (jmi_tokens){.text = text};
  reader r = {.text = text,
              .lower = lowered(arena, text),
              .arena = arena,
              .stemmer = {stems, arena, NULL},
              .list = {.capacity = text.len / 5 + 8}, /* most texts need no more */
              .capitals = jmi_text_in_capitals(text),
              .first = true};
  r.list.items = JMI_NEW_ARRAY(arena, r.list.capacity, jmi_token);
  jm_status status = r.lower != NULL && r.list.items != NULL ? JM_OK : JM_ERR_MEMORY;
  for (uint32_t at = 0, end; at < text.len && status == JM_OK; at = end)
    if (text.at[at] == ' ')
      end = at + 1;
    else
      status = read_token(&r, at, &end);
  jmi_stemmer_dispose(&r.stemmer);
  if (status != JM_OK)
    return status;
  out->lower = r.lower;
  out->items = r.list.items;
  out->count = r.list.count;
  return JM_OK;
}
