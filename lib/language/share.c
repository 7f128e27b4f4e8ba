/* SPDX-License-Identifier: MIT */
/* What neighbours in a list share: items that only together ask for something.
 *
 *   "plan, design and build websites"          verbs, and the object behind the last
 *   "written, oral and presentation skills"    modifiers, and what the last describes
 *   "maintenance and repair of pumps"          nouns of doing, and what is done it to
 *   "conduit bending and installation"         an afterthought: it tells little, and is the tail
 *   "quickly and accurately"                   adverbs
 *   "hybrid or electric vehicles"              hybrid vehicles, where the lexicon has the phrase
 *
 * In:  the items of one clause. Out: the same, those joined to a neighbour gone. All of it goes by
 * kinds of concepts, ends of words and the lexicon's phrases: no word's meaning is known here. */
#include "language/split.h"

bool jmi_line_is_telling(const jmi_line *line, uint32_t token)
{
  const jmi_token *t = &line->tokens.items[token];
  if (line->marks[token].role != JMI_ROLE_KEEP || t->kind != JMI_TOKEN_WORD)
    return false;
  if (line->marks[token].hit != JMI_NONE)
    return true;
  return jmi_lexicon_token_class(jmi_language_lexicon(line->scribe->language), t) != JMI_WORD_STOP;
}

uint8_t jmi_line_hit_kind(const jmi_line *line, uint32_t token)
{
  uint32_t hit = line->marks[token].hit;
  if (hit == JMI_NONE)
    return JMI_CONCEPT_KIND_COUNT;
  return jmi_language_lexicon(line->scribe->language)->concepts[line->hits.items[hit].concept].kind;
}

uint32_t jmi_item_verbs_end(const jmi_line *line, const jmi_item *item)
{
  uint32_t end = item->first;
  for (uint32_t t = item->first; t < item->end; t++) {
    if (!jmi_line_is_telling(line, t))
      continue;
    if (jmi_line_hit_kind(line, t) != JMI_CONCEPT_ACTIVITY)
      break;
    end = t + 1;
  }
  return end;
}

bool jmi_item_has_more_than_verbs(const jmi_line *line, const jmi_item *item)
{
  for (uint32_t t = jmi_item_verbs_end(line, item); t < item->end; t++)
    if (jmi_line_is_telling(line, t))
      return true;
  return false;
}

/* ---- words ------------------------------------------------------------------------------ */

static bool ends_in(jmi_str word, const char *const *ends, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    size_t len = strlen(ends[i]);
    if (word.len > len + 1 && memcmp(word.at + word.len - len, ends[i], len) == 0)
      return true;
  }
  return false;
}
#define ENDS_IN(word, table) ends_in((word), (table), sizeof(table) / sizeof *(table))

static bool is_one_of(jmi_str word, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (jmi_str_is(word, words[i]))
      return true;
  return false;
}
#define IS_ONE_OF(word, table) is_one_of((word), (table), sizeof(table) / sizeof *(table))

/* Words that describe what comes behind them, whatever the lexicon sees in them. */
static const char *const modifiers[] = {"written", "spoken",    "oral",   "verbal", "daily",
                                        "weekly",  "quarterly", "yearly", "monthly"};
static const char *const modifier_ends[] = {"al",  "ic",   "ive", "ous", "ary", "ory",
                                            "ful", "less", "ble", "ish", "fy"};
static const char *const singular_ends[] = {"ss", "us", "is"};
static const char *const action_ends[] = {"ing",  "tion", "sion", "ment",
                                          "ance", "ence", "sis",  "ture"};
static const char *const adverb_ends[] = {"ly"};
/* Nouns that look like adverbs, and adverbs of time, which describe nouns as well. */
static const char *const no_adverbs[] = {"family", "assembly",  "supply",  "reply",
                                         "daily",  "weekly",    "monthly", "quarterly",
                                         "yearly", "butterfly", "july",    "italy"};

static bool is_plural(jmi_str word)
{
  return word.len > 3 && word.at[word.len - 1] == 's' && !ENDS_IN(word, singular_ends);
}

static bool looks_modifying(const jmi_line *line, uint32_t token)
{
  jmi_str norm = line->tokens.items[token].norm;
  return IS_ONE_OF(norm, modifiers)
         || (line->marks[token].hit == JMI_NONE && ENDS_IN(norm, modifier_ends));
}

static bool names_an_action(const jmi_line *line, uint32_t token)
{
  return jmi_line_hit_kind(line, token) == JMI_CONCEPT_ACTIVITY
         || ENDS_IN(line->tokens.items[token].norm, action_ends);
}

/* ---- items ------------------------------------------------------------------------------ */

static uint32_t count_telling(const jmi_line *line, const jmi_item *item)
{
  uint32_t count = 0;
  for (uint32_t t = item->first; t < item->end; t++)
    count += jmi_line_is_telling(line, t);
  return count;
}

static uint32_t first_telling(const jmi_line *line, const jmi_item *item)
{
  uint32_t token = item->first;
  while (token < item->end && !jmi_line_is_telling(line, token))
    token++;
  return token;
}

static uint32_t last_telling(const jmi_line *line, const jmi_item *item)
{
  uint32_t token = item->end;
  while (token > item->first && !jmi_line_is_telling(line, token - 1))
    token--;
  return token > item->first ? token - 1 : item->end;
}

static bool stands_alone(const jmi_item *item)
{
  return item->example_end == 0 && item->tail_end == 0;
}

/* The concept that tokens name all together; JMI_NONE. */
static uint32_t concept_of(jmi_line *line, const jmi_tokens *tokens, uint32_t first, uint32_t end)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  jmi_hits hits = {0};
  if (jmi_lexicon_scan(&hits, &line->scribe->scratch, lexicon, tokens, first, end) != JM_OK
      || hits.count == 0 || hits.items[0].first != first || hits.items[0].count != end - first)
    return JMI_NONE;
  return hits.items[0].concept;
}

static bool is_verb(jmi_line *line, uint32_t token)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(line->scribe->language);
  uint32_t concept = concept_of(line, &line->tokens, token, token + 1);
  return concept != JMI_NONE && lexicon->concepts[concept].kind == JMI_CONCEPT_ACTIVITY;
}

/* A phrase of the lexicon may hold its verb: "[manage construction projects]". */
static bool opens_with_verb(jmi_line *line, const jmi_item *item)
{
  if (jmi_item_verbs_end(line, item) > item->first)
    return jmi_item_has_more_than_verbs(line, item);
  uint32_t token = first_telling(line, item);
  if (token >= item->end || line->marks[token].hit == JMI_NONE
      || line->hits.items[line->marks[token].hit].count < 2)
    return false;
  return is_verb(line, token);
}

/* A noun of doing and what it is done to: "repair of pumps". */
static bool is_done_to(const jmi_line *line, const jmi_item *item)
{
  uint32_t token = first_telling(line, item);
  if (token >= item->end || line->marks[token].hit == JMI_NONE)
    return false;
  const jmi_hit *hit = &line->hits.items[line->marks[token].hit];
  return jmi_line_is(line, hit->first + hit->count, "of")
         && hit->first + hit->count + 1 < item->end;
}

/* ---- joined to the next ----------------------------------------------------------------- */

/* "Written and verbal communication": what the next describes, this one does. A plain word alone
 * does so too ("drip and sprinkler irrigation"), unless it is a plural or one of three or more. */
static bool modifies_next(const jmi_line *line, const jmi_item *item, const jmi_item *next)
{
  uint32_t last = last_telling(line, item);
  if (next->join != JMI_JOIN_AND || last >= item->end || count_telling(line, next) < 2)
    return false;
  if (looks_modifying(line, last))
    return true;
  return count_telling(line, item) == 1 && line->marks[last].hit == JMI_NONE && !item->listed
         && !next->listed && !is_plural(line->tokens.items[last].norm);
}

/* Verbs without their object, which a phrase may hold: not "[prioritize tasks]". */
static bool is_bare_verb(jmi_line *line, const jmi_item *item)
{
  uint32_t last = last_telling(line, item);
  return jmi_item_verbs_end(line, item) > item->first && !jmi_item_has_more_than_verbs(line, item)
         && is_verb(line, last);
}

/* A word that the lexicon does not know, where a clause begins ("Prospect and close deals"), or
 * among verbs. */
static bool may_be_verb(const jmi_line *line, const jmi_item *item, bool among_verbs)
{
  uint32_t token = first_telling(line, item);
  if (token < item->end && jmi_line_hit_kind(line, token) == JMI_CONCEPT_BROAD)
    return item->join == JMI_JOIN_START && count_telling(line, item) == 1
           && !ENDS_IN(line->tokens.items[token].norm, action_ends);
  return (item->join == JMI_JOIN_START || among_verbs) && count_telling(line, item) == 1
         && line->marks[token].hit == JMI_NONE && !is_plural(line->tokens.items[token].norm);
}

static bool is_bare_action(const jmi_line *line, const jmi_item *item)
{
  uint32_t token = first_telling(line, item);
  uint8_t kind = token < item->end ? jmi_line_hit_kind(line, token) : JMI_CONCEPT_KIND_COUNT;
  return count_telling(line, item) == 1
         && (kind == JMI_CONCEPT_ACTIVITY
             || (kind == JMI_CONCEPT_BROAD && item->join == JMI_JOIN_START));
}

/* "Identify and pursue leads": a lone verb that opens a clause, and is no noun of doing, asks for
 * nothing without what comes next. */
static bool opens_lone(jmi_line *line, const jmi_item *item)
{
  uint32_t last = last_telling(line, item);
  return item->join == JMI_JOIN_START && last == item->first && is_bare_verb(line, item)
         && !ENDS_IN(line->tokens.items[last].norm, action_ends);
}

typedef enum joint { JOINT_NONE, JOINT_MODIFIERS, JOINT_VERBS, JOINT_ACTIONS } joint;

static joint joins_next(jmi_line *line, const jmi_item *item, const jmi_item *next, joint behind,
                        bool among_verbs)
{
  if (!stands_alone(item) || next->need > 0)
    return JOINT_NONE;
  if (modifies_next(line, item, next))
    return JOINT_MODIFIERS;
  if (is_bare_verb(line, item) && (behind == JOINT_VERBS || opens_with_verb(line, next)))
    return JOINT_VERBS;
  if (next->join != JMI_JOIN_START && opens_lone(line, item)
      && jmi_item_has_more_than_verbs(line, next))
    return JOINT_VERBS;
  if (next->join != JMI_JOIN_START && may_be_verb(line, item, among_verbs)
      && opens_with_verb(line, next))
    return JOINT_VERBS;
  bool actions = next->join == JMI_JOIN_AND && is_bare_action(line, item)
                 && (behind == JOINT_ACTIONS || is_done_to(line, next)
                     || jmi_line_is(line, jmi_item_verbs_end(line, next), "of"));
  return actions ? JOINT_ACTIONS : JOINT_NONE;
}

/* ---- joined to the one before ----------------------------------------------------------- */

/* True for what tells nothing of its own beside what it stands behind. */
static bool is_afterthought(const jmi_line *line, const jmi_item *item, const jmi_item *before)
{
  uint32_t token = first_telling(line, item), last = last_telling(line, before);
  if (item->join != JMI_JOIN_AND || item->listed || item->need > 0 || !stands_alone(item)
      || count_telling(line, item) != 1 || last >= before->end || before->example_end > 0)
    return false;
  jmi_str norm = line->tokens.items[token].norm;
  if (line->marks[token].hit == JMI_NONE)
    return ENDS_IN(norm, adverb_ends) && !IS_ONE_OF(norm, no_adverbs);
  return jmi_line_hit_kind(line, token) == JMI_CONCEPT_ACTIVITY && count_telling(line, before) > 1
         && names_an_action(line, last);
}

static void add_to_tail(jmi_item *item, const jmi_item *more)
{
  if (item->tail_end == 0)
    item->tail_first = more->first;
  item->tail_end = more->end;
}

/* ---- a noun in common ------------------------------------------------------------------- */

enum { COMMON_MAX = 3 }; /* words of the noun in common */

/* The concept of a word and the noun that its neighbour ends with: hybrid (or electric) vehicles.
 */
static uint32_t with_noun_of(jmi_line *line, uint32_t word, const jmi_item *next)
{
  jmi_token tokens[1 + COMMON_MAX] = {line->tokens.items[word]};
  uint32_t noun = first_telling(line, next) + 1, found = JMI_NONE;
  jmi_tokens phrase = {.text = line->tokens.text, .items = tokens};
  for (uint32_t n = 0; n < COMMON_MAX && noun + n < next->end; n++) {
    tokens[1 + n] = line->tokens.items[noun + n];
    if (tokens[1 + n].kind != JMI_TOKEN_WORD || !jmi_line_is_telling(line, noun + n))
      break;
    phrase.count = n + 2;
    uint32_t concept = concept_of(line, &phrase, 0, phrase.count);
    found = concept != JMI_NONE ? concept : found;
  }
  return found;
}

static uint32_t shared_concept(jmi_line *line, const jmi_item *item, const jmi_item *next)
{
  uint32_t token = first_telling(line, item);
  if ((next->join != JMI_JOIN_AND && next->join != JMI_JOIN_OR) || !stands_alone(item)
      || count_telling(line, item) != 1 || count_telling(line, next) < 2)
    return JMI_NONE;
  uint8_t kind = jmi_line_hit_kind(line, token);
  bool names_alone = kind != JMI_CONCEPT_KIND_COUNT && kind != JMI_CONCEPT_LANGUAGE;
  return names_alone ? JMI_NONE : with_noun_of(line, token, next);
}

uint32_t jmi_item_preposition(const jmi_line *line, const jmi_item *item)
{
  static const char *const words[] = {"in", "with", "on", "using"};
  bool named = false;
  for (uint32_t t = item->first; t < item->end; t++) {
    uint8_t kind = jmi_line_hit_kind(line, t);
    if (named && line->marks[t].hit == JMI_NONE && IS_ONE_OF(line->tokens.items[t].norm, words)
        && t + 1 < item->end)
      return t;
    named = named
            || (kind != JMI_CONCEPT_KIND_COUNT && kind != JMI_CONCEPT_ACTIVITY
                && line->marks[t].role == JMI_ROLE_KEEP);
  }
  return JMI_NONE;
}

/* ---- all of a clause -------------------------------------------------------------------- */

static void join_forward(jmi_line *line, jmi_item *items, uint32_t count)
{
  jmi_item *next = NULL;
  joint behind = JOINT_NONE;
  bool verbs = count > 0 && is_bare_verb(line, &items[0]);
  for (uint32_t i = count; i > 0; i--) {
    jmi_item *item = &items[i - 1];
    if (count_telling(line, item) == 0 && stands_alone(item))
      continue; /* asks for nothing: passed over */
    behind = next == NULL ? JOINT_NONE : joins_next(line, item, next, behind, verbs);
    if (behind != JOINT_NONE) {
      next->first = item->first;
      next->join = item->join;
      next->listed = item->listed;
      next->need = item->need > next->need ? item->need : next->need;
      item->gone = true;
      continue;
    }
    next = item;
  }
}

static void join_back(jmi_line *line, jmi_item *items, uint32_t count)
{
  jmi_item *before = NULL;
  for (uint32_t i = 0; i < count; i++) {
    jmi_item *item = &items[i];
    if (item->gone)
      continue;
    if (before != NULL && is_afterthought(line, item, before)) {
      add_to_tail(before, item);
      item->gone = true;
      continue;
    }
    before = item;
  }
}

jm_status jmi_items_share(jmi_line *line, jmi_item *items, uint32_t count)
{
  join_forward(line, items, count);
  join_back(line, items, count);
  for (uint32_t i = 0; i + 1 < count; i++)
    if (!items[i].gone && !items[i + 1].gone)
      items[i].shared = shared_concept(line, &items[i], &items[i + 1]);
  return line->scribe->scratch.failed ? JM_ERR_MEMORY : JM_OK;
}
