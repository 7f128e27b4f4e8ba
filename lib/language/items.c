/* SPDX-License-Identifier: MIT */
/* Items: a list of named things, cut into them.
 *
 * In:  a statement's tokens, the phrases found in them, and which tokens say nothing themselves.
 * Out: the items. A comma, a semicolon, a bar or a full stop ends one, outside brackets; a label
 * before a colon is one of its own. What has longer pieces than names are is no list.
 *
 *   "Databases: MySQL, Oracle 11g (PL/SQL, tuning); Word and Excel"
 *    1          2      3                            4        5                                 */
#include "language/statement.h"

enum { ITEM_WORDS = 10, ITEM_WORDS_MEAN = 4 };

/* One item of a list: tokens [first, end); `next` is where the one behind it begins. */
typedef struct item {
  uint32_t first, end, next, words;
} item;

typedef struct view {
  const jmi_tokens *tokens;
  const jmi_hits *hits;
  const bool *silent;
  const jmi_lexicon *lexicon;
} view;

static bool is_sign(const view *v, uint32_t token, char sign)
{
  return token < v->tokens->count && v->tokens->items[token].kind == JMI_TOKEN_SIGN
         && v->tokens->items[token].norm.at[0] == sign;
}

/* A word that tells something, and is no level, years or denial. */
static bool tells(const view *v, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (v->tokens->items[i].kind == JMI_TOKEN_WORD && !v->silent[i]
        && jmi_lexicon_token_class(v->lexicon, &v->tokens->items[i]) != JMI_WORD_STOP)
      return true;
  return false;
}

static bool is_said(const view *v, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (v->tokens->items[i].kind == JMI_TOKEN_WORD && !v->silent[i])
      return true;
  return false;
}

/* "Databases: MySQL, Oracle" has a label; "Excel: advanced" and "English: C1" have none. */
static bool ends_label(const view *v, uint32_t first, uint32_t colon)
{
  const jmi_hit *hit = v->hits->items;
  uint32_t end = colon + 1;
  while (end < v->tokens->count && !is_sign(v, end, ',') && !is_sign(v, end, ';'))
    end++;
  for (uint32_t h = 0; h < v->hits->count; h++)
    if (hit[h].first >= first && hit[h].first < colon
        && v->lexicon->concepts[hit[h].concept].kind == JMI_CONCEPT_LANGUAGE)
      return false;
  return is_said(v, colon + 1, end);
}

static bool is_and(const view *v, uint32_t token)
{
  return token < v->tokens->count
         && (jmi_str_is(v->tokens->items[token].norm, "and")
             || jmi_str_is(v->tokens->items[token].norm, "or"));
}

/* A sign outside brackets ends an item, and so does a full stop. */
static bool ends_item(const view *v, uint32_t first, uint32_t token)
{
  if (is_sign(v, token, ',') || is_sign(v, token, ';') || is_sign(v, token, '|'))
    return true;
  if (is_sign(v, token, ':'))
    return ends_label(v, first, token);
  return is_sign(v, token, '.') && token + 1 < v->tokens->count
         && (v->tokens->items[token + 1].flags & JMI_TOKEN_FIRST) != 0;
}

static item next_item(const view *v, uint32_t first)
{
  while (first < v->tokens->count
         && (v->tokens->items[first].kind == JMI_TOKEN_SIGN || is_and(v, first))
         && !is_sign(v, first, '('))
    first++;
  item it = {.first = first, .end = first};
  uint32_t depth = 0;
  for (; it.end < v->tokens->count; it.end++) {
    depth += is_sign(v, it.end, '(');
    if (depth == 0 && ends_item(v, first, it.end))
      break;
    depth -= depth > 0 && is_sign(v, it.end, ')');
    it.words += v->tokens->items[it.end].kind == JMI_TOKEN_WORD;
  }
  it.next = it.end + 1;
  while (it.end > it.first && is_sign(v, it.end - 1, '.'))
    it.end--;
  return it;
}

/* Items are short, as names are. */
static bool is_list(const view *v)
{
  uint32_t count = 0, words = 0;
  for (item it = next_item(v, 0); it.first < v->tokens->count; it = next_item(v, it.next)) {
    count += it.end > it.first;
    words += it.words;
    if (it.words > ITEM_WORDS)
      return false;
  }
  return count > 1 && words <= count * ITEM_WORDS_MEAN;
}

/* "Word and Excel" at the end of a list are two items where both are known names. */
static uint32_t last_and(const view *v, const item *it)
{
  uint32_t cut = it->first + 1;
  while (cut < it->end && !is_and(v, cut))
    cut++;
  bool behind = false, before = false;
  for (uint32_t h = 0; h < v->hits->count; h++) {
    const jmi_hit *hit = &v->hits->items[h];
    before = before || (hit->first == it->first && hit->first + hit->count == cut);
    behind = behind || (hit->first == cut + 1 && hit->first + hit->count == it->end);
  }
  return before && behind ? cut : it->end;
}

static void add(jmi_list *out, jmi_arena *arena, uint32_t first, uint32_t end)
{
  jmi_item *added = first < end ? JMI_PUSH(out, arena, jmi_item) : NULL;
  if (added != NULL)
    *added = (jmi_item){first, end};
}

jm_status jmi_items_cut(jmi_list *out, jmi_arena *arena, const jmi_tokens *tokens,
                        const jmi_hits *hits, const bool *silent, const jmi_lexicon *lexicon)
{
  view v = {tokens, hits, silent, lexicon};
  *out = (jmi_list){0};
  if (!is_list(&v))
    return JM_OK;
  for (item it = next_item(&v, 0); it.first < tokens->count; it = next_item(&v, it.next)) {
    uint32_t cut = last_and(&v, &it);
    bool label = is_sign(&v, it.next - 1, ':');
    if (!label || tells(&v, it.first, it.end)) /* "Familiar with: Perl" names one thing */
      add(out, arena, it.first, cut);
    if (cut < it.end)
      add(out, arena, cut + 1, it.end);
  }
  return arena->failed ? JM_ERR_MEMORY : JM_OK;
}
