/* SPDX-License-Identifier: MIT */
/* Scanning: tokens in, concepts out.
 *
 * From each token the trie is walked as far as the words allow; the last node whose alias the text
 * really writes wins, and scanning goes on behind it. What the trie finds by stems is checked: each
 * word must be the alias's own or an inflection of it, EXACT wants the words themselves, CASED the
 * letters of the source. Numbers, articles and a few words that only qualify may stand between the
 * words of a phrase that is neither: "reconcile [four] bank accounts". */
#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"

typedef struct scan {
  const jmi_lexicon *lexicon;
  const jmi_token *tokens; /* all of them */
  const char *text;
  const uint32_t *words; /* numbers, by token - first */
  uint32_t first, end, count;
  uint32_t spoken; /* tokens of [first, end) that are no signs */
} scan;

/* How well an alias fits, best first. */
typedef enum fit { FIT_CASED, FIT_OWN, FIT_ALONE, FIT_INFLECTED, FIT_NONE } fit;

static uint32_t child_of(const jmi_lexicon *lexicon, uint32_t node, uint32_t word)
{
  if (node == 0)
    return lexicon->words[word].node;
  uint32_t mask = lexicon->edge_slot_count - 1;
  for (uint32_t at = jmi_edge_hash(node, word) & mask;; at = (at + 1) & mask) {
    const jmi_edge *edge = &lexicon->edges[at];
    if (edge->node == node && edge->word == word)
      return edge->child;
    if (edge->node == JMI_NONE)
      return JMI_NONE;
  }
}

/* The alias's next folded word; *norms moves behind it and its blank. */
static jmi_str next_norm(const char **norms)
{
  size_t len = strcspn(*norms, " ");
  jmi_str word = {*norms, (uint32_t)len};
  *norms += len + ((*norms)[len] == ' ');
  return word;
}

/* Moves *norms on when its next word is this very one. */
static bool skip_norm(const char **norms, jmi_str norm)
{
  if (!jmi_text_begins(*norms, norm))
    return false;
  char end = (*norms)[norm.len];
  if (end != ' ' && end != '\0')
    return false;
  *norms += norm.len + (end == ' ');
  return true;
}

static bool is_stop(const scan *s, uint32_t token)
{
  return jmi_lexicon_token_class(s->lexicon, &s->tokens[token]) == JMI_WORD_STOP;
}

/* Words that a phrase may skip. */
static const char *const fillers[] = {
    "a",    "an",    "the",   "our",     "their",   "his",      "her",
    "its",  "my",    "your",  "two",     "three",   "four",     "five",
    "six",  "seven", "eight", "nine",    "ten",     "twelve",   "new",
    "all",  "both",  "other", "various", "several", "multiple", "different",
    "many", "key",   "daily", "weekly",  "monthly", "own",      "appropriate",
};

/* Most words are told by their first letter: this is asked of every word that ends a phrase. */
static bool is_filler(const scan *s, uint32_t token)
{
  const jmi_token *t = &s->tokens[token];
  if (t->kind == JMI_TOKEN_NUMBER)
    return true;
  for (size_t i = 0; t->kind == JMI_TOKEN_WORD && i < sizeof fillers / sizeof *fillers; i++)
    if (t->norm.at[0] == fillers[i][0] && jmi_str_is(t->norm, fillers[i]))
      return true;
  return false;
}

#define SKIPS_MAX  2
#define PHRASE_MAX 32 /* tokens of a phrase in which words may be skipped */

/* FIT_OWN, FIT_INFLECTED or FIT_NONE: by the folded words alone. Bit i of skipped: token from + i
 * is none of the phrase's words. */
static fit fit_words(const scan *s, const char *norms, uint32_t from, uint32_t to, uint32_t skipped)
{
  jmi_inflect_mode mode = to - from == 1 ? JMI_INFLECT_WORD : JMI_INFLECT_PHRASE;
  fit worst = FIT_OWN;
  for (uint32_t i = from; i < to; i++) {
    if (i - from < PHRASE_MAX && (skipped >> (i - from) & 1) != 0)
      continue;
    if (skip_norm(&norms, s->tokens[i].norm))
      continue;
    jmi_str norm = next_norm(&norms);
    /* A lone stop word is nobody's inflection: "good" is not "goods". */
    if (!jmi_is_inflection(s->tokens[i].norm, norm, mode) || (to - from == 1 && is_stop(s, i)))
      return FIT_NONE;
    worst = FIT_INFLECTED;
  }
  return worst;
}

static bool is_gap(char c)
{
  return c == '-' || jmi_is_space(c);
}

/* The tokens are equal already, so blanks and hyphens between them don't matter. */
static bool same_letters(const char *alias, jmi_str source)
{
  for (uint32_t i = 0; i < source.len; i++) {
    if (is_gap(source.at[i]))
      continue;
    while (is_gap(*alias))
      alias++;
    if (*alias++ != source.at[i])
      return false;
  }
  while (is_gap(*alias))
    alias++;
  return *alias == '\0';
}

/* "Go" and "Access" are what any word becomes at the start of a sentence; "IT" and "C" are not. */
static bool looks_plain(const char *alias)
{
  uint32_t upper = 0, lower = 0;
  for (; *alias != '\0'; alias++) {
    upper += *alias >= 'A' && *alias <= 'Z';
    lower += *alias >= 'a' && *alias <= 'z';
  }
  return upper == 1 && lower > 0;
}

/* True before a lower-case plain word, also behind "and" or "or": "Go to", not "Go or Python". */
static bool goes_on_plain(const scan *s, uint32_t next)
{
  if (next < s->count
      && (jmi_str_is(s->tokens[next].norm, "and") || jmi_str_is(s->tokens[next].norm, "or")))
    next++;
  return next < s->count && s->tokens[next].kind == JMI_TOKEN_WORD
         && (s->tokens[next].flags & (JMI_TOKEN_CAPITAL | JMI_TOKEN_NAME)) == 0;
}

static bool stands_alone(const scan *s, uint32_t from, uint32_t to)
{
  uint32_t spoken = 0;
  for (uint32_t i = from; i < to; i++)
    spoken += s->tokens[i].kind != JMI_TOKEN_SIGN;
  return spoken == s->spoken;
}

static fit fit_cased(const scan *s, const char *alias, uint32_t from, uint32_t to)
{
  uint32_t start = s->tokens[from].start;
  jmi_str source = {s->text + start, s->tokens[to - 1].end - start};
  bool opens = (s->tokens[from].flags & JMI_TOKEN_FIRST) != 0;
  if (same_letters(alias, source) && !(opens && looks_plain(alias) && goes_on_plain(s, to)))
    return FIT_CASED;
  return stands_alone(s, from, to) ? FIT_ALONE : FIT_NONE;
}

/* Words of small letters only, as most aliases are. */
static bool is_all_small(const char *text)
{
  while ((*text >= 'a' && *text <= 'z') || is_gap(*text))
    text++;
  return *text == '\0';
}

/* True when the alias writes its index-th word in capitals, two at least ("class A" says nothing).
 * Words that folding made anew have no place in the text: false. */
static bool writes_capitals(const char *text, const char *norms, uint32_t index)
{
  jmi_str norm = {norms, 0};
  for (uint32_t i = 0; i <= index; i++) {
    norm = next_norm(&norms);
    while (is_gap(*text))
      text++;
    for (uint32_t k = 0; k < norm.len; k++, text++)
      if (jmi_lower(*text) != norm.at[k])
        return false;
  }
  for (uint32_t k = 1; k <= norm.len && norm.len > 1; k++)
    if (text[-(int32_t)k] >= 'a' && text[-(int32_t)k] <= 'z')
      return false;
  return norm.len > 1;
}

/* "IT support" is not in "it supports us", nor "OR nursing" in "medicine or nursing": a stop word
 * that the alias writes in capitals is no stop word. */
static bool keeps_capitals(const scan *s, const jmi_alias *alias, uint32_t from, uint32_t to)
{
  const char *text = s->lexicon->strings + alias->text;
  const char *norms = s->lexicon->strings + alias->norms;
  for (uint32_t i = from; i < to && !is_all_small(text); i++)
    if ((s->tokens[i].flags & JMI_TOKEN_UPPER) == 0 && writes_capitals(text, norms, i - from)
        && is_stop(s, i))
      return stands_alone(s, from, to);
  return true;
}

static fit fit_of(const scan *s, const jmi_alias *alias, uint32_t from, uint32_t to,
                  uint32_t skipped)
{
  fit words = fit_words(s, s->lexicon->strings + alias->norms, from, to, skipped);
  bool strict = (alias->flags & (JMI_ALIAS_EXACT | JMI_ALIAS_CASED)) != 0;
  if (skipped != 0)
    return strict ? FIT_NONE : words;
  if (words == FIT_NONE || (words == FIT_INFLECTED && strict))
    return FIT_NONE;
  if ((alias->flags & JMI_ALIAS_CASED) == 0)
    return keeps_capitals(s, alias, from, to) ? words : FIT_NONE;
  return fit_cased(s, s->lexicon->strings + alias->text, from, to);
}

/* The node's alias that fits best; the first declared among equals. */
static bool best_alias(const scan *s, uint32_t node, uint32_t from, uint32_t to, uint32_t skipped,
                       jmi_hit *hit)
{
  fit best = FIT_NONE;
  uint32_t at = jmi_node_alias(s->lexicon, node);
  for (; at != JMI_NONE; at = s->lexicon->aliases[at].next) {
    fit got = fit_of(s, &s->lexicon->aliases[at], from, to, skipped);
    if (got >= best)
      continue;
    best = got;
    *hit = (jmi_hit){from, to - from, s->lexicon->aliases[at].concept, at, got == FIT_INFLECTED};
  }
  return best != FIT_NONE;
}

static bool longest_at(const scan *s, uint32_t from, jmi_hit *hit)
{
  bool found = false;
  uint32_t node = 0, skipped = 0, skips = 0;
  for (uint32_t to = from; to < s->end; to++) {
    uint32_t word = s->words[to - s->first];
    uint32_t child = word == JMI_NONE ? JMI_NONE : child_of(s->lexicon, node, word);
    if (child != JMI_NONE) {
      node = child;
      found = best_alias(s, node, from, to + 1, skipped, hit) || found;
      if (jmi_node_is_leaf(s->lexicon, node))
        break;
      continue;
    }
    if (to == from || to - from >= PHRASE_MAX || skips++ == SKIPS_MAX || !is_filler(s, to))
      break;
    skipped |= (uint32_t)1 << (to - from);
  }
  return found;
}

static bool number_words(scan *s, jmi_arena *arena)
{
  uint32_t *words = JMI_NEW_ARRAY(arena, s->end - s->first, uint32_t);
  if (words == NULL)
    return false;
  for (uint32_t i = s->first; i < s->end; i++) {
    const jmi_token *token = &s->tokens[i];
    words[i - s->first] = jmi_lexicon_word(s->lexicon, token->stem, token->hash);
    s->spoken += token->kind != JMI_TOKEN_SIGN;
  }
  s->words = words;
  return true;
}

jm_status jmi_lexicon_scan(jmi_hits *out, jmi_arena *arena, const jmi_lexicon *lexicon,
                           const jmi_tokens *tokens, uint32_t first, uint32_t end)
{
  scan s = {.lexicon = lexicon,
            .tokens = tokens->items,
            .text = tokens->text.at,
            .first = first,
            .end = end < tokens->count ? end : tokens->count,
            .count = tokens->count};
  jmi_list hits = {0};
  *out = (jmi_hits){0};
  if (s.first >= s.end)
    return JM_OK;
  if (!number_words(&s, arena))
    return JM_ERR_MEMORY;
  for (uint32_t at = first; at < s.end;) {
    jmi_hit hit, *place;
    if (!longest_at(&s, at, &hit)) {
      at++;
      continue;
    }
    if ((place = JMI_PUSH(&hits, arena, jmi_hit)) == NULL)
      return JM_ERR_MEMORY;
    *place = hit;
    at += hit.count;
  }
  *out = (jmi_hits){hits.items, hits.count, s.words};
  return JM_OK;
}
