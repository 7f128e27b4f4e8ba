/* SPDX-License-Identifier: MIT */
/* The builder: concepts, aliases, words and links, one at a time.
 *
 * In:  names and aliases as written, sources in order of precedence.
 * Out: lists in the order of first mention, for compile.c.
 * Told, not refused: what two concepts of one source claim. Refuses: names and aliases without a
 * word (JM_ERR_FIELD). Lists and strings that can't grow fail for good; public calls then answer
 * JM_ERR_MEMORY. */
#include "lexicon/builder.h"

#include <stdarg.h>
#include <stdio.h>

#include "lexicon/inflect.h"
#include "text/text.h"

jm_status jmi_lexicon_builder_new(jmi_lexicon_builder **out, const jm_allocator *allocator,
                                  const jmi_stems *stems)
{
  jm_allocator memory = jmi_allocator_or_default(allocator);
  jmi_lexicon_builder *builder = jmi_alloc_array(&memory, 1, sizeof *builder);
  *out = NULL;
  if (builder == NULL)
    return JM_ERR_MEMORY;
  *builder = (jmi_lexicon_builder){.stems = stems};
  jmi_arena_init(&builder->arena, &memory);
  jmi_arena_init(&builder->scratch, &memory);
  jmi_buffer_init(&builder->strings, &memory, 0);
  jmi_new_node *root = JMI_PUSH(&builder->nodes, &builder->arena, jmi_new_node);
  if (root == NULL) {
    jmi_lexicon_builder_free(builder);
    return JM_ERR_MEMORY;
  }
  *root = (jmi_new_node){JMI_NONE, JMI_NONE};
  *out = builder;
  return JM_OK;
}

void jmi_lexicon_builder_free(jmi_lexicon_builder *builder)
{
  if (builder == NULL)
    return;
  jm_allocator memory = builder->arena.allocator;
  jmi_buffer_dispose(&builder->strings);
  jmi_arena_dispose(&builder->scratch);
  jmi_arena_dispose(&builder->arena);
  jmi_free_array(&memory, builder, 1, sizeof *builder);
}

void jmi_lexicon_builder_file(jmi_lexicon_builder *builder, const char *file)
{
  builder->place = (jmi_place){.file = file};
}

bool jmi_builder_failed(const jmi_lexicon_builder *builder)
{
  return builder->arena.failed || builder->scratch.failed || builder->strings.failed;
}

/* ---- complaints --------------------------------------------------------------------------------
 */

void jmi_builder_complain(jmi_lexicon_builder *builder, jmi_place place, uint8_t source,
                          const char *format, ...)
{
  bool serious = source <= JMI_SOURCE_OWN && builder->serious.message == NULL;
  if (builder->complained++ >= JMI_COMPLAINTS_KEPT && !serious)
    return;
  char text[400];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  /* What was cut inside a character ends before it. */
  size_t len = jmi_utf8_check(text, strlen(text));
  const char *message = jmi_arena_copy(&builder->arena, text, len);
  if (message == NULL)
    return;
  jmi_complaint complaint = {message, place, source};
  if (serious)
    builder->serious = complaint;
  if (builder->complained > JMI_COMPLAINTS_KEPT)
    return;
  jmi_complaint *kept = JMI_PUSH(&builder->complaints, &builder->arena, jmi_complaint);
  if (kept != NULL)
    *kept = complaint;
}

/* ---- words and nodes ---------------------------------------------------------------------------
 */

uint32_t jmi_builder_intern(jmi_lexicon_builder *builder, jmi_str text)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(text)), probe = 0, at;
  while ((at = jmi_index_next(&builder->string_index, hash, &probe)) != JMI_NONE)
    if (jmi_str_is(text, jmi_builder_text(builder, at)))
      return at;
  at = (uint32_t)builder->strings.len;
  jmi_buffer_addstr(&builder->strings, text);
  jmi_buffer_add(&builder->strings, "", 1);
  jmi_index_put(&builder->string_index, &builder->arena, hash, at);
  return builder->strings.failed ? 0 : at;
}

static uint32_t find_word(const jmi_lexicon_builder *builder, jmi_str stem, uint64_t hash)
{
  uint32_t key = jmi_fold_hash(hash), probe = 0, at;
  while ((at = jmi_index_next(&builder->word_index, key, &probe)) != JMI_NONE) {
    uint32_t known = JMI_AT(&builder->words, jmi_new_word, at)->stem;
    if (jmi_str_is(stem, jmi_builder_text(builder, known)))
      break;
  }
  return at;
}

uint32_t jmi_builder_word(jmi_lexicon_builder *builder, jmi_str stem, uint64_t hash)
{
  uint32_t key = jmi_fold_hash(hash), at = find_word(builder, stem, hash);
  if (at != JMI_NONE)
    return at;
  at = builder->words.count;
  jmi_new_word *word = JMI_PUSH(&builder->words, &builder->arena, jmi_new_word);
  if (word == NULL || !jmi_index_put(&builder->word_index, &builder->arena, key, at))
    return JMI_NONE;
  *word = (jmi_new_word){.stem = jmi_builder_intern(builder, stem)};
  return at;
}

void jmi_builder_classify(jmi_lexicon_builder *builder, uint32_t word, jmi_word_class class)
{
  jmi_new_word *at = word == JMI_NONE ? NULL : JMI_AT(&builder->words, jmi_new_word, word);
  if (at == NULL || at->class == class)
    return;
  if (at->class == JMI_WORD_PLAIN) {
    at->class = (uint8_t) class;
    at->source = builder->source;
  } else if (at->source == builder->source) {
    jmi_builder_complain(builder, builder->place, builder->source,
                         "the word '%s' stands in another list already",
                         jmi_builder_text(builder, at->stem));
  }
}

static uint32_t find_child(const jmi_lexicon_builder *builder, uint32_t node, uint32_t word)
{
  uint32_t hash = jmi_edge_hash(node, word), probe = 0, at;
  if (node == JMI_NONE || word == JMI_NONE)
    return JMI_NONE;
  while ((at = jmi_index_next(&builder->edge_index, hash, &probe)) != JMI_NONE) {
    const jmi_edge *edge = JMI_AT(&builder->edges, jmi_edge, at);
    if (edge->node == node && edge->word == word)
      return edge->child;
  }
  return JMI_NONE;
}

uint32_t jmi_builder_child(jmi_lexicon_builder *builder, uint32_t node, uint32_t word)
{
  uint32_t known = find_child(builder, node, word);
  if (known != JMI_NONE || node == JMI_NONE || word == JMI_NONE)
    return known;
  uint32_t hash = jmi_edge_hash(node, word), at = builder->edges.count;
  jmi_edge *edge = JMI_PUSH(&builder->edges, &builder->arena, jmi_edge);
  jmi_new_node *child = JMI_PUSH(&builder->nodes, &builder->arena, jmi_new_node);
  if (edge == NULL || child == NULL
      || !jmi_index_put(&builder->edge_index, &builder->arena, hash, at))
    return JMI_NONE;
  *edge = (jmi_edge){node, word, at + 1};
  *child = (jmi_new_node){JMI_NONE, JMI_NONE};
  return at + 1;
}

/* ---- concepts ----------------------------------------------------------------------------------
 */

/* Changes with everything that is added, so that two lexicons of one name can be told apart. */
static void digest(jmi_lexicon_builder *builder, uint64_t number)
{
  builder->digest = (builder->digest ^ number) * 0x9e3779b97f4a7c15u;
  builder->digest ^= builder->digest >> 29;
  builder->has_source[builder->source] = true;
}

void jmi_builder_enter(jmi_lexicon_builder *builder, uint8_t source, jmi_str name)
{
  builder->source = source;
  digest(builder, jmi_str_hash(name));
}

void jmi_builder_kin(jmi_lexicon_builder *builder, uint32_t word, uint32_t family)
{
  jmi_new_kin *kin =
      word == JMI_NONE ? NULL : JMI_PUSH(&builder->kin, &builder->arena, jmi_new_kin);
  if (kin == NULL)
    return;
  digest(builder, (uint64_t)family << 32 | word);
  *kin = (jmi_new_kin){word, family};
  if (family >= builder->families)
    builder->families = family + 1;
}

uint32_t jmi_builder_find(jmi_lexicon_builder *builder, jmi_str name, jmi_str *key)
{
  *key = (jmi_str){"", 0};
  if (jmi_text_fold(key, &builder->scratch, jmi_str_trim(name)) != JM_OK)
    return JMI_NONE;
  uint32_t hash = jmi_fold_hash(jmi_str_hash(*key)), probe = 0, at;
  while ((at = jmi_index_next(&builder->concept_index, hash, &probe)) != JMI_NONE)
    if (jmi_str_equal(JMI_AT(&builder->concepts, jmi_new_concept, at)->key, *key))
      return at;
  return JMI_NONE;
}

uint32_t jmi_builder_concept(jmi_lexicon_builder *builder, uint32_t name, uint8_t kind)
{
  jmi_str key;
  const char *written = jmi_builder_text(builder, name);
  uint32_t at = jmi_builder_find(builder, jmi_str_of(written), &key);
  if (at != JMI_NONE) {
    const jmi_new_concept *known = JMI_AT(&builder->concepts, jmi_new_concept, at);
    if (known->source == builder->source)
      jmi_builder_complain(builder, builder->place, builder->source,
                           "concept '%.80s' stands already in line %u%s%s", written,
                           (unsigned)known->place.mark.line, known->place.file ? " of " : "",
                           known->place.file ? known->place.file : "");
    return at;
  }
  at = builder->concepts.count;
  uint32_t hash = jmi_fold_hash(jmi_str_hash(key));
  jmi_new_concept *concept = JMI_PUSH(&builder->concepts, &builder->arena, jmi_new_concept);
  char *copy = jmi_arena_copy(&builder->arena, key.at, key.len);
  if (concept == NULL || copy == NULL
      || !jmi_index_put(&builder->concept_index, &builder->arena, hash, at))
    return JMI_NONE;
  *concept = (jmi_new_concept){.key = {copy, key.len},
                               .name = name,
                               .kind = kind,
                               .source = builder->source,
                               .place = builder->place};
  return at;
}

jm_status jmi_lexicon_add_concept(jmi_lexicon_builder *builder, uint32_t *concept, jmi_str name,
                                  jmi_concept_kind kind, uint8_t source)
{
  jmi_arena_reset(&builder->scratch);
  builder->source = source < JMI_SOURCE_COUNT ? source : JMI_SOURCE_OWN;
  name = jmi_str_trim(name);
  if (name.len == 0)
    return JM_ERR_FIELD;
  digest(builder, jmi_str_hash(name) + kind);
  uint32_t at = jmi_builder_concept(builder, jmi_builder_intern(builder, name), (uint8_t)kind);
  if (at == JMI_NONE || jmi_builder_failed(builder))
    return JM_ERR_MEMORY;
  *concept = at;
  return JM_OK;
}

/* ---- aliases -----------------------------------------------------------------------------------
 */

static bool equal_texts(const jmi_lexicon_builder *builder, uint32_t a, uint32_t b)
{
  return a == b || strcmp(jmi_builder_text(builder, a), jmi_builder_text(builder, b)) == 0;
}

/* True when no text could be told to mean the one and not the other. */
static bool collide(const jmi_lexicon_builder *builder, const jmi_alias *a, const jmi_alias *b)
{
  if (!equal_texts(builder, a->norms, b->norms))
    return false;
  bool cased = (a->flags & JMI_ALIAS_CASED) != 0;
  return cased == ((b->flags & JMI_ALIAS_CASED) != 0)
         && (!cased || equal_texts(builder, a->text, b->text));
}

static const char *concept_name(const jmi_lexicon_builder *builder, uint32_t concept)
{
  return jmi_builder_text(builder, JMI_AT(&builder->concepts, jmi_new_concept, concept)->name);
}

static void tell_clash(jmi_lexicon_builder *builder, const jmi_new_alias *known,
                       const jmi_alias *alias)
{
  if (known->source != builder->source)
    return; /* an earlier source takes precedence: that is what it is for */
  jmi_builder_complain(
      builder, builder->place, builder->source,
      "alias '%.80s' of '%.80s' is one of '%.80s' already (line %u%s%s)",
      jmi_builder_text(builder, alias->text), concept_name(builder, alias->concept),
      concept_name(builder, known->alias.concept), (unsigned)known->place.mark.line,
      known->place.file ? " of " : "", known->place.file ? known->place.file : "");
}

/* The concept has the words already: the looser of the two ways of writing them stays. */
static bool loosen(const jmi_lexicon_builder *builder, jmi_alias *known, const jmi_alias *alias)
{
  if (!equal_texts(builder, known->norms, alias->norms))
    return false;
  if ((known->flags & JMI_ALIAS_CASED) == 0 || equal_texts(builder, known->text, alias->text)) {
    known->flags &= alias->flags;
    return true;
  }
  if ((alias->flags & JMI_ALIAS_CASED) != 0)
    return false;
  known->text = alias->text;
  known->flags = alias->flags;
  return true;
}

void jmi_builder_attach(jmi_lexicon_builder *builder, uint32_t node, jmi_alias alias)
{
  if (node == JMI_NONE || jmi_builder_failed(builder))
    return;
  jmi_new_node *place = JMI_AT(&builder->nodes, jmi_new_node, node);
  jmi_new_alias *items = builder->aliases.items;
  for (uint32_t at = place->first_alias; at != JMI_NONE; at = items[at].alias.next)
    if (items[at].alias.concept != alias.concept && collide(builder, &items[at].alias, &alias)) {
      tell_clash(builder, &items[at], &alias);
      return;
    }
  for (uint32_t at = place->first_alias; at != JMI_NONE; at = items[at].alias.next)
    if (items[at].alias.concept == alias.concept && loosen(builder, &items[at].alias, &alias))
      return;
  uint32_t number = builder->aliases.count;
  jmi_new_alias *added = JMI_PUSH(&builder->aliases, &builder->arena, jmi_new_alias);
  if (added == NULL)
    return;
  alias.next = JMI_NONE;
  alias.source = builder->source;
  *added = (jmi_new_alias){alias, builder->source, builder->place};
  if (place->last_alias == JMI_NONE)
    place->first_alias = number;
  else
    JMI_AT(&builder->aliases, jmi_new_alias, place->last_alias)->alias.next = number;
  place->last_alias = number;
}

jm_status jmi_builder_cut(jmi_lexicon_builder *builder, jmi_tokens *tokens, jmi_str text)
{
  jmi_str plain;
  jm_status status = jmi_text_plain(&plain, &builder->scratch, text);
  return status != JM_OK ? status
                         : jmi_tokens_read(tokens, &builder->scratch, builder->stems, plain);
}

/* The folded words joined by one blank; counts those that are no signs. */
static uint32_t join_norms(jmi_buffer *out, const jmi_tokens *tokens)
{
  uint32_t spoken = 0;
  for (uint32_t i = 0; i < tokens->count; i++) {
    if (i > 0)
      jmi_buffer_addc(out, ' ');
    jmi_buffer_addstr(out, tokens->items[i].norm);
    spoken += tokens->items[i].kind != JMI_TOKEN_SIGN;
  }
  return spoken;
}

jm_status jmi_builder_add_tokens(jmi_lexicon_builder *builder, uint32_t concept,
                                 const jmi_tokens *tokens, uint8_t flags)
{
  jmi_alias alias = {.concept = concept, .flags = flags, .source = builder->source};
  jm_status status = JM_ERR_FIELD;
  jmi_buffer norms;
  jmi_buffer_init(&norms, &builder->arena.allocator, 0);
  if (join_norms(&norms, tokens) > 0) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < tokens->count; i++)
      node = jmi_builder_child(
          builder, node, jmi_builder_word(builder, tokens->items[i].stem, tokens->items[i].hash));
    alias.text = jmi_builder_intern(builder, tokens->text);
    alias.norms = jmi_builder_intern(builder, jmi_str_of(norms.at));
    jmi_builder_attach(builder, node, alias);
    status = norms.failed || jmi_builder_failed(builder) ? JM_ERR_MEMORY : JM_OK;
  }
  jmi_buffer_dispose(&norms);
  return status;
}

jm_status jmi_lexicon_add_alias(jmi_lexicon_builder *builder, uint32_t concept, jmi_str alias,
                                uint8_t flags)
{
  jmi_arena_reset(&builder->scratch);
  jmi_tokens tokens;
  jm_status status = jmi_builder_cut(builder, &tokens, alias);
  if (status != JM_OK)
    return status;
  digest(builder, jmi_str_hash(tokens.text) + flags);
  return jmi_builder_add_tokens(builder, concept, &tokens, flags);
}

/* ---- whose words these are ---------------------------------------------------------------------
 */

/* A caller's own come before the built-in ones, which come before ESCO and O*NET. */
static bool precedes(uint8_t source, uint8_t other)
{
  return source != other && (source <= JMI_SOURCE_OWN || source < other);
}

/* The same words, or, for an alias that may be inflected, inflections of them. */
static bool spells(const jmi_lexicon_builder *builder, const jmi_alias *alias,
                   const jmi_tokens *tokens, uint32_t first, uint32_t end)
{
  const char *norms = jmi_builder_text(builder, alias->norms);
  jmi_inflect_mode mode = end - first == 1 ? JMI_INFLECT_WORD : JMI_INFLECT_PHRASE;
  jmi_str text = jmi_str_cut(tokens->text, tokens->items[first].start, tokens->items[end - 1].end);
  if ((alias->flags & JMI_ALIAS_CASED) != 0
      && !jmi_str_is(text, jmi_builder_text(builder, alias->text)))
    return false;
  for (uint32_t i = first; i < end; i++) {
    jmi_str norm = {norms, (uint32_t)strcspn(norms, " ")};
    norms += norm.len + (norms[norm.len] == ' ');
    if (jmi_str_equal(norm, tokens->items[i].norm))
      continue;
    if (alias->flags != 0 || !jmi_is_inflection(tokens->items[i].norm, norm, mode))
      return false;
  }
  return true;
}

static uint32_t owner_at(const jmi_lexicon_builder *builder, uint32_t node,
                         const jmi_tokens *tokens, uint32_t first, uint32_t end, uint8_t before)
{
  const jmi_new_alias *items = builder->aliases.items;
  uint32_t at = JMI_AT(&builder->nodes, jmi_new_node, node)->first_alias;
  for (; at != JMI_NONE; at = items[at].alias.next)
    if (precedes(items[at].source, before) && spells(builder, &items[at].alias, tokens, first, end))
  return items[at].alias.concept;
  return JMI_NONE;
}

uint32_t jmi_builder_owner(const jmi_lexicon_builder *builder, const jmi_tokens *tokens,
                           uint32_t first, uint8_t before, uint32_t *count)
{
  uint32_t node = 0, found = JMI_NONE;
  for (uint32_t i = first; i < tokens->count; i++) {
    const jmi_token *token = &tokens->items[i];
    node = find_child(builder, node, find_word(builder, token->stem, token->hash));
    if (node == JMI_NONE)
      break;
    uint32_t owner = owner_at(builder, node, tokens, first, i + 1, before);
    if (owner != JMI_NONE) {
      found = owner;
      *count = i + 1 - first;
    }
  }
  return found;
}

/* ---- links -------------------------------------------------------------------------------------
 */

void jmi_builder_link(jmi_lexicon_builder *builder, uint32_t from, uint32_t to, jmi_str name,
                      jmi_link_kind kind)
{
  const char *copy = name.len == 0 ? "" : jmi_arena_copy(&builder->arena, name.at, name.len);
  jmi_new_link *link = JMI_PUSH(&builder->links, &builder->arena, jmi_new_link);
  if (link == NULL || copy == NULL)
    return;
  digest(builder, jmi_str_hash(name) + kind);
  *link = (jmi_new_link){.from = from,
                         .to = to,
                         .name = {copy, name.len},
                         .kind = (uint8_t)kind,
                         .source = builder->source,
                         .place = builder->place};
}

jm_status jmi_lexicon_add_link(jmi_lexicon_builder *builder, uint32_t from, uint32_t to,
                               jmi_link_kind kind)
{
  if (from >= builder->concepts.count || to >= builder->concepts.count)
    return JM_ERR_ARGUMENT;
  jmi_builder_link(builder, from, to, (jmi_str){"", 0}, kind);
  return jmi_builder_failed(builder) ? JM_ERR_MEMORY : JM_OK;
}
