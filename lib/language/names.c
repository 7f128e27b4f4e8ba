/* SPDX-License-Identifier: MIT */
/* Names: employers and schools that a statement names are no evidence of a skill.
 *
 * In:  a statement's tokens and the phrases found in them. Out: which tokens are such a name.
 * A name is told by the word that ends it ("Northgate Accounting Ltd", "Boston Business College")
 * or begins it ("University of Marketing Studies"). It reaches over words in capitals, but never
 * over a role: "Sales Manager Acme Foods Ltd". */
#include "language/statement.h"

enum { WORDS_BEFORE = 4, WORDS_BEHIND = 6 };

/* Forms of companies; a name stands before them wherever they stand. */
static const char *const companies[] = {"ag",      "bv",       "co",  "corp",         "corporation",
                                        "gmbh",    "holdings", "inc", "incorporated", "limited",
                                        "llc",     "llp",      "ltd", "nv",           "plc",
                                        "private", "pty",      "pvt", "srl"};
/* Kinds of houses; they end a name in a title or a study only. */
static const char *const houses[] = {
    "academy", "bank",      "church",      "clinic",      "college", "council",   "hospital",
    "hotel",   "institute", "institution", "polytechnic", "school",  "university"};

static bool is_in(jmi_str norm, const char *const *words, size_t count)
{
  for (size_t w = 0; w < count; w++)
    if (jmi_str_is(norm, words[w]))
      return true;
  return false;
}

#define IS_IN(norm, table) is_in((norm), (table), sizeof(table) / sizeof *(table))

static bool is_small(jmi_str norm)
{
  static const char *const small[] = {"and", "de", "for", "of", "the"};
  return IS_IN(norm, small);
}

typedef struct namer {
  const jmi_tokens *tokens;
  const jmi_hits *hits;
  const jmi_lexicon *lexicon;
  uint32_t hit; /* the first that does not end before the word in hand */
} namer;

/* The kind of the phrase that a token stands in; JMI_CONCEPT_KIND_COUNT when in none. */
static uint8_t kind_at(const namer *n, uint32_t token)
{
  for (uint32_t h = n->hit; h-- > 0;) {
    const jmi_hit *hit = &n->hits->items[h];
    if (token >= hit->first + hit->count)
      return JMI_CONCEPT_KIND_COUNT;
    if (token >= hit->first)
      return n->lexicon->concepts[hit->concept].kind;
  }
  return JMI_CONCEPT_KIND_COUNT;
}

static bool is_capital(const namer *n, uint32_t token)
{
  const jmi_token *t = &n->tokens->items[token];
  return t->kind == JMI_TOKEN_WORD && (t->flags & JMI_TOKEN_CAPITAL) != 0;
}

static uint32_t name_start(const namer *n, uint32_t last, bool house)
{
  uint32_t first = last;
  while (first > 0 && last - first < WORDS_BEFORE) {
    const jmi_token *t = &n->tokens->items[first - 1];
    uint8_t kind = kind_at(n, first - 1);
    if (kind == JMI_CONCEPT_ROLE || (house && kind == JMI_CONCEPT_TERM)
        || !(is_capital(n, first - 1) || is_small(t->norm)))
      break;
    first--;
  }
  while (first < last && !is_capital(n, first))
    first++;
  return first;
}

/* "University of ...", up to a sign. */
static uint32_t name_end(const namer *n, uint32_t last)
{
  uint32_t end = last + 1;
  if (end >= n->tokens->count || !jmi_str_is(n->tokens->items[end].norm, "of"))
    return end;
  for (uint32_t i = end; i < n->tokens->count && i - last <= WORDS_BEHIND; i++) {
    if (is_capital(n, i))
      end = i + 1;
    else if (!is_small(n->tokens->items[i].norm))
      break;
  }
  return end;
}

/* A letter that stands for a first name ("R. Castile"), or alone in brackets for a grade. */
static bool is_initial(const namer *n, uint32_t token)
{
  const jmi_token *t = &n->tokens->items[token];
  if (t->kind != JMI_TOKEN_WORD || t->end - t->start != 1 || token + 1 >= n->tokens->count)
    return false;
  const jmi_token *next = &n->tokens->items[token + 1];
  bool stop = jmi_str_is(next->norm, ".") && next->start == t->end;
  bool named = token + 2 < n->tokens->count && is_capital(n, token + 2);
  bool bracket = token > 0 && jmi_str_is(n->tokens->items[token - 1].norm, "(");
  return (stop && named) || (bracket && jmi_str_is(next->norm, ")"));
}

/* One past the part of a title that begins at `first`: "Cook, The Blue Door - London | 2019". */
static uint32_t part_end(const namer *n, uint32_t first)
{
  uint32_t end = first;
  while (end < n->tokens->count) {
    const jmi_token *t = &n->tokens->items[end];
    if (t->kind == JMI_TOKEN_SIGN ? strchr(",|-@", t->norm.at[0]) != NULL
                                  : jmi_str_is(t->norm, "at"))
      break;
    end++;
  }
  return end;
}

/* What a part of a title is: the job, a name, or something of both. */
typedef enum part_kind { PART_JOB, PART_NAME, PART_OTHER } part_kind;

static part_kind part_kind_of(namer *n, uint32_t first, uint32_t end)
{
  bool unknown = false, product = true, words = false;
  for (uint32_t i = first; i < end; i++) {
    const jmi_token *t = &n->tokens->items[i];
    while (n->hit < n->hits->count && n->hits->items[n->hit].first <= i)
      n->hit++;
    uint8_t kind = kind_at(n, i);
    if (kind == JMI_CONCEPT_ROLE)
      return PART_JOB;
    unknown = unknown
              || (kind == JMI_CONCEPT_KIND_COUNT && t->kind == JMI_TOKEN_WORD
                  && jmi_lexicon_token_class(n->lexicon, t) == JMI_WORD_PLAIN);
    product = product && (t->kind != JMI_TOKEN_WORD || kind == JMI_CONCEPT_NAME);
    words = words || t->kind == JMI_TOKEN_WORD;
  }
  return words && (unknown || product) ? PART_NAME : PART_OTHER;
}

/* In a title with its dates, the parts that are names beside a part that is a job. */
static void silence_parts(bool *silent, const jmi_tokens *tokens, const jmi_hits *hits,
                          const jmi_lexicon *lexicon)
{
  for (int silencing = 0; silencing < 2; silencing++) {
    namer n = {tokens, hits, lexicon, 0};
    bool job = false;
    for (uint32_t first = 0, end; first < tokens->count; first = end + 1) {
      end = part_end(&n, first);
      part_kind kind = part_kind_of(&n, first, end);
      job = job || kind == PART_JOB;
      for (uint32_t t = first; silencing == 1 && kind == PART_NAME && t < end; t++)
        silent[t] = true;
    }
    if (!job)
      return;
  }
}

void jmi_names_silence(bool *silent, const jmi_tokens *tokens, const jmi_hits *hits,
                       const jmi_lexicon *lexicon, uint8_t kind)
{
  namer n = {tokens, hits, lexicon, 0};
  jmi_dates dates;
  if (kind == JMI_ENTRY_TITLE && jmi_dates_next(&dates, tokens->text, 0))
    silence_parts(silent, tokens, hits, lexicon);
  bool houses_too = kind == JMI_ENTRY_EDUCATION || kind == JMI_ENTRY_TITLE;
  for (uint32_t i = 0; i < tokens->count; i++) {
    while (n.hit < hits->count && hits->items[n.hit].first <= i)
      n.hit++;
    if (houses_too && is_initial(&n, i))
      silent[i] = true;
    bool company = is_capital(&n, i) && IS_IN(tokens->items[i].norm, companies);
    bool house =
        houses_too && !company && is_capital(&n, i) && IS_IN(tokens->items[i].norm, houses);
    if (!company && !house)
      continue;
    uint32_t first = name_start(&n, i, house), end = house ? name_end(&n, i) : i + 1;
    if (house && end == i + 1 && end < tokens->count && is_capital(&n, end))
      continue; /* "Hospital Administrator" */
    for (uint32_t t = first; t < end && end - first > 1; t++)
      silent[t] = true;
  }
}
