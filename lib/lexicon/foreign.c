/* SPDX-License-Identifier: MIT */
/* Foreign records put into a builder: see foreign.h.
 *
 *   1. every label is claimed: one that two concepts claim, neither as its preferred one, is
 *      nobody's; words of preferred labels are counted
 *   2. each concept becomes one of ours, if its preferred label is an alias of ours, or a new one
 *   3. its labels become aliases, as the rules of traps.c allow
 *   4. links are looked up; those of our own concepts are not added to
 *
 * A scan takes the longest name, so a foreign one that holds one of ours would hide it, with all
 * that follows from it. Such names are kept out, unless ours is a mere class word: "analyse big
 * data" adds nothing but its other names where "big data" is ours. Products keep theirs: "Oracle
 * Siebel" is no less than Oracle. */
#include "lexicon/foreign.h"

#include "text/text.h"

typedef struct claim {
  jmi_str key;      /* folded */
  uint32_t concept; /* the first to claim it; JMI_NONE: several do */
  bool preferred;
} claim;

typedef struct count {
  jmi_str word;
  uint32_t uses, last; /* last: the concept counted last, plus 1 */
} count;

#define HELD_MAX 8

/* The concepts of earlier sources that a label names, from the left, the longest first. */
typedef struct held {
  uint32_t concepts[HELD_MAX], count;
  uint32_t whole; /* the concept that the whole label names; JMI_NONE */
} held;

typedef struct adder {
  jmi_lexicon_builder *builder;
  const jmi_foreign *records;
  const jmi_lexicon *words;
  jmi_arena arena; /* owns: claims, counts, maps */
  jmi_list claims, counts;
  jmi_index claim_index, count_index, id_index;
  uint32_t *numbers;    /* by record: the concept in the builder */
  held *inside;         /* by record: what its preferred label holds */
  uint32_t first_added; /* concepts before this one are of earlier sources */
  uint8_t source;
} adder;

static const uint8_t kinds[JMI_FOREIGN_TYPE_COUNT] = {
    [JMI_FOREIGN_SKILL] = JMI_CONCEPT_TERM,      [JMI_FOREIGN_KNOWLEDGE] = JMI_CONCEPT_TERM,
    [JMI_FOREIGN_GROUP] = JMI_CONCEPT_BROAD,     [JMI_FOREIGN_PRODUCT] = JMI_CONCEPT_NAME,
    [JMI_FOREIGN_COMMODITY] = JMI_CONCEPT_BROAD, [JMI_FOREIGN_TITLE] = JMI_CONCEPT_ROLE,
};

static const jmi_foreign_concept *record_at(const adder *a, uint32_t record)
{
  return JMI_AT(&a->records->concepts, jmi_foreign_concept, record);
}

/* ---- labels ------------------------------------------------------------------------------ */

/* The next label of a cell, parted by line ends or bars; false behind the last. */
static bool next_label(jmi_str *cell, jmi_str *label)
{
  while (cell->len > 0) {
    uint32_t end = 0;
    while (end < cell->len && cell->at[end] != '\n' && cell->at[end] != '|')
      end++;
    *label = jmi_str_trim(jmi_str_cut(*cell, 0, end));
    *cell = jmi_str_cut(*cell, end + (end < cell->len), cell->len);
    if (label->len > 0)
      return true;
  }
  return false;
}

static bool fold(adder *a, jmi_str *key, jmi_str label)
{
  *key = (jmi_str){"", 0};
  return jmi_text_fold(key, &a->arena, label) == JM_OK;
}

static claim *claim_of(const adder *a, jmi_str key)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(key)), probe = 0, at;
  while ((at = jmi_index_next(&a->claim_index, hash, &probe)) != JMI_NONE)
    if (jmi_str_equal(JMI_AT(&a->claims, claim, at)->key, key))
      return JMI_AT(&a->claims, claim, at);
  return NULL;
}

/* A preferred label is its concept's, whoever else has it as another name. */
static void put_claim(adder *a, jmi_str key, uint32_t record, bool preferred)
{
  claim *known = claim_of(a, key);
  if (known != NULL) {
    if (known->concept == record || known->preferred)
      return;
    known->concept = preferred ? record : JMI_NONE;
    known->preferred = preferred;
    return;
  }
  uint32_t at = a->claims.count;
  claim *added = JMI_PUSH(&a->claims, &a->arena, claim);
  if (added != NULL
      && jmi_index_put(&a->claim_index, &a->arena, jmi_fold_hash(jmi_str_hash(key)), at))
    *added = (claim){key, record, preferred};
}

static count *count_of(const adder *a, jmi_str word)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(word)), probe = 0, at;
  while ((at = jmi_index_next(&a->count_index, hash, &probe)) != JMI_NONE)
    if (jmi_str_equal(JMI_AT(&a->counts, count, at)->word, word))
      return JMI_AT(&a->counts, count, at);
  return NULL;
}

static void count_word(adder *a, jmi_str word, uint32_t record)
{
  count *known = count_of(a, word);
  if (known == NULL) {
    uint32_t at = a->counts.count;
    known = JMI_PUSH(&a->counts, &a->arena, count);
    if (known == NULL
        || !jmi_index_put(&a->count_index, &a->arena, jmi_fold_hash(jmi_str_hash(word)), at))
      return;
    *known = (count){.word = word};
  }
  known->uses += known->last != record + 1;
  known->last = record + 1;
}

static void count_words(adder *a, jmi_str key, uint32_t record)
{
  for (uint32_t start = 0, end; start < key.len; start = end + 1) {
    end = start;
    while (end < key.len && key.at[end] != ' ')
      end++;
    if (end > start)
      count_word(a, jmi_str_cut(key, start, end), record);
  }
}

static void claim_labels(adder *a, uint32_t record)
{
  const jmi_foreign_concept *concept = record_at(a, record);
  jmi_str key, label;
  if (!fold(a, &key, concept->name))
    return;
  put_claim(a, key, record, true);
  count_words(a, key, record);
  for (uint32_t i = 0; i < 2; i++)
    for (jmi_str cell = concept->also[i]; next_label(&cell, &label);)
      if (fold(a, &key, label))
        put_claim(a, key, record, false);
}

/* ---- what a label holds of ours ---------------------------------------------------------- */

/* A word beside a name that changes nothing: "perform data analysis" is data analysis. */
static bool is_idle(const adder *a, const jmi_token *token)
{
  jmi_word_class class = jmi_lexicon_word_class(a->words, token->norm);
  return token->kind == JMI_TOKEN_SIGN || class == JMI_WORD_STOP;
}

static bool is_generic(const adder *a, uint32_t concept)
{
  uint8_t kind = JMI_AT(&a->builder->concepts, jmi_new_concept, concept)->kind;
  return kind == JMI_CONCEPT_BROAD || kind == JMI_CONCEPT_ACTIVITY;
}

static void find_held(const adder *a, held *out, const jmi_tokens *tokens)
{
  bool rest = false;
  *out = (held){.whole = JMI_NONE};
  for (uint32_t t = 0, taken = 1; t < tokens->count; t += taken, taken = 1) {
    uint32_t owner = jmi_builder_owner(a->builder, tokens, t, a->source, &taken);
    if (owner == JMI_NONE)
      rest = rest || !is_idle(a, &tokens->items[t]);
    else if (out->count < HELD_MAX)
      out->concepts[out->count++] = owner;
    if (owner != JMI_NONE && taken == tokens->count)
      out->whole = owner;
  }
  if (out->count == 1 && !rest && !is_generic(a, out->concepts[0]))
    out->whole = out->concepts[0];
}

/* ---- concepts and aliases ---------------------------------------------------------------- */

static jmi_verdict judge(const adder *a, const jmi_tokens *tokens, uint8_t type, bool preferred)
{
  jmi_label label = {.tokens = tokens, .words = a->words, .type = type, .preferred = preferred};
  if (tokens->count == 1) {
    const count *known = count_of(a, tokens->items[0].norm);
    label.uses = known == NULL ? 0 : known->uses;
  }
  return jmi_traps_judge(&label);
}

/* Adds a label that stands cut in the builder's scratch, unless a rule keeps it out. */
static jm_status add_label(adder *a, const jmi_tokens *tokens, uint32_t concept, uint8_t type,
                           bool preferred)
{
  static const uint8_t flags[] = {[JMI_LET_IN] = 0,
                                  [JMI_LET_IN_EXACT] = JMI_ALIAS_EXACT,
                                  [JMI_LET_IN_CASED] = JMI_ALIAS_EXACT | JMI_ALIAS_CASED,
                                  [JMI_KEEP_OUT] = 0};
  jmi_verdict verdict = judge(a, tokens, type, preferred);
  return verdict == JMI_KEEP_OUT
             ? JM_OK
             : jmi_builder_add_tokens(a->builder, concept, tokens, flags[verdict]);
}

static bool is_held(const adder *a, uint32_t record, uint32_t concept)
{
  const held *inside = &a->inside[record];
  for (uint32_t i = 0; i < inside->count; i++)
    if (inside->concepts[i] == concept)
      return true;
  return a->numbers[record] == concept;
}

/* Another name would hide a skill of ours that stands in it, unless it is a kind of that anyway. */
static bool hides(const adder *a, const held *inside, uint32_t record)
{
  if (inside->whole != JMI_NONE)
    return true;
  for (uint32_t i = 0; i < inside->count; i++)
    if (!is_generic(a, inside->concepts[i]) && !is_held(a, record, inside->concepts[i]))
      return true;
  return false;
}

static jm_status add_other_labels(adder *a, uint32_t record)
{
  const jmi_foreign_concept *concept = record_at(a, record);
  jmi_str key, label;
  for (uint32_t i = 0; i < 2; i++)
    for (jmi_str cell = concept->also[i]; next_label(&cell, &label);) {
      jmi_tokens tokens;
      held inside;
      jmi_arena_reset(&a->builder->scratch);
      if (jmi_text_fold(&key, &a->builder->scratch, label) != JM_OK)
        return JM_ERR_MEMORY;
      const claim *by = claim_of(a, key);
      if (by == NULL || by->concept != record || by->preferred)
        continue;
      if (jmi_builder_cut(a->builder, &tokens, label) != JM_OK)
        return JM_ERR_MEMORY;
      find_held(a, &inside, &tokens);
      if (!hides(a, &inside, record)
          && add_label(a, &tokens, a->numbers[record], concept->type, false) != JM_OK)
        return JM_ERR_MEMORY;
    }
  return jmi_builder_failed(a->builder) ? JM_ERR_MEMORY : JM_OK;
}

static bool holds_ours(const adder *a, const held *inside)
{
  for (uint32_t i = 0; i < inside->count; i++)
    if (!is_generic(a, inside->concepts[i]))
      return true;
  return false;
}

/* A name that holds names of ours would hide them, so it is no alias; who goes by another name of
 * it is taken to have a part of each. */
static jm_status add_new(adder *a, uint32_t record, held *inside)
{
  const jmi_foreign_concept *concept = record_at(a, record);
  uint32_t *number = &a->numbers[record];
  jmi_tokens tokens;
  jm_status status = jmi_lexicon_add_concept(a->builder, number, concept->name,
                                             (jmi_concept_kind)kinds[concept->type], a->source);
  if (status != JM_OK) /* a blank name was skipped by the reader */
    return status;
  for (uint32_t i = 0; i < inside->count && *number >= a->first_added; i++)
    jmi_builder_link(a->builder, *number, inside->concepts[i], (jmi_str){"", 0}, JMI_LINK_IMPLIED);
  jmi_arena_reset(&a->builder->scratch);
  if (jmi_builder_cut(a->builder, &tokens, concept->name) != JM_OK)
    return JM_ERR_MEMORY;
  if (concept->type != JMI_FOREIGN_PRODUCT && holds_ours(a, inside))
    return JM_OK;
  return add_label(a, &tokens, *number, concept->type, true);
}

static jm_status add_concept(adder *a, uint32_t record)
{
  const jmi_foreign_concept *concept = record_at(a, record);
  jmi_tokens tokens;
  a->builder->place = concept->place;
  jmi_arena_reset(&a->builder->scratch);
  if (jmi_builder_cut(a->builder, &tokens, concept->name) != JM_OK)
    return JM_ERR_MEMORY;
  held *inside = &a->inside[record];
  find_held(a, inside, &tokens);
  if (inside->whole == JMI_NONE)
    return add_new(a, record, inside);
  a->numbers[record] = inside->whole;
  jmi_builder_enter(a->builder, a->source, concept->name);
  return JM_OK;
}

/* ---- links ------------------------------------------------------------------------------- */

static uint32_t number_of(const adder *a, jmi_str id)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(id)), probe = 0, at;
  while ((at = jmi_index_next(&a->id_index, hash, &probe)) != JMI_NONE)
    if (jmi_str_equal(record_at(a, at)->id, id))
      return a->numbers[at];
  return JMI_NONE;
}

static void index_ids(adder *a)
{
  for (uint32_t i = 0; i < a->records->concepts.count; i++)
    jmi_index_put(&a->id_index, &a->arena, jmi_fold_hash(jmi_str_hash(record_at(a, i)->id)), i);
}

/* No foreign link touches a concept of ours: our links are all that we mean, and what ESCO calls
 * broader is often only near ("manage company fleet": leadership). */
static void add_links(adder *a)
{
  for (uint32_t i = 0; i < a->records->links.count; i++) {
    const jmi_foreign_link *link = JMI_AT(&a->records->links, jmi_foreign_link, i);
    uint32_t from = number_of(a, link->from), to = number_of(a, link->to);
    bool foreign =
        from != JMI_NONE && to != JMI_NONE && from >= a->first_added && to >= a->first_added;
    if (foreign && from != to)
      jmi_builder_link(a->builder, from, to, (jmi_str){"", 0}, (jmi_link_kind)link->kind);
  }
}

/* ---- all together ------------------------------------------------------------------------ */

static jm_status add_all(adder *a)
{
  uint32_t total = a->records->concepts.count;
  jm_status status = JM_OK;
  a->numbers = JMI_NEW_ARRAY(&a->arena, total, uint32_t);
  a->inside = JMI_NEW_ARRAY(&a->arena, total, held);
  for (uint32_t i = 0; i < total && !a->arena.failed; i++)
    claim_labels(a, i);
  index_ids(a);
  if (a->arena.failed)
    return JM_ERR_MEMORY;
  /* All names before all other names: a name is never taken by another's other name. */
  for (uint32_t i = 0; i < total && status == JM_OK; i++)
    status = add_concept(a, i);
  for (uint32_t i = 0; i < total && status == JM_OK; i++)
    status = add_other_labels(a, i);
  a->builder->place = (jmi_place){0};
  if (status == JM_OK)
    add_links(a);
  return status == JM_OK && jmi_builder_failed(a->builder) ? JM_ERR_MEMORY : status;
}

jm_status jmi_foreign_add(jmi_lexicon_builder *builder, const jmi_foreign *records, uint8_t source,
                          const jmi_lexicon *words, jm_error *err)
{
  adder a = {.builder = builder,
             .records = records,
             .words = words,
             .first_added = builder->concepts.count,
             .source = source};
  if (records->concepts.count == 0)
    return JM_OK;
  jmi_arena_init(&a.arena, &builder->arena.allocator);
  jm_status status = add_all(&a);
  jmi_arena_dispose(&a.arena);
  return status == JM_OK ? JM_OK : jmi_fail(err, JM_ERR_MEMORY, "out of memory");
}
