/* SPDX-License-Identifier: MIT */
/* Compiling: a builder's lists in, the flat arrays of lexicon.h out, all in one arena.
 *
 * Items keep their numbers; only words and edges are laid out anew, as hash tables filled in the
 * order of number. Refuses (without a place to put complaints): what sources of our own got wrong.
 */
#include "lexicon/builder.h"

#include <stdio.h>

static const char *const source_words[JMI_SOURCE_COUNT] = {
    [JMI_SOURCE_BUILTIN] = "base",
    [JMI_SOURCE_OWN] = "own",
    [JMI_SOURCE_ESCO] = "ESCO",
    [JMI_SOURCE_ONET] = "O*NET",
};

static const char *write_version(jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  jmi_buffer text;
  jmi_buffer_init(&text, &builder->arena.allocator, 0);
  jmi_buffer_adds(&text, builder->base == NULL ? "" : builder->base);
  bool added = false;
  for (uint32_t i = 0; i < JMI_SOURCE_COUNT; i++) {
    if (!builder->has_source[i])
      continue;
    jmi_buffer_adds(&text, text.len == 0 ? "" : " + ");
    jmi_buffer_adds(&text, source_words[i]);
    added = true;
  }
  if (added) {
    char digits[24];
    snprintf(digits, sizeof digits, " (%08x)", (unsigned)(builder->digest >> 32));
    jmi_buffer_adds(&text, digits);
  }
  const char *version = text.failed ? NULL : jmi_arena_copy(arena, text.at, text.len);
  jmi_buffer_dispose(&text);
  return version;
}

static bool copy_strings(jmi_lexicon *out, jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  out->strings = jmi_arena_copy(arena, builder->strings.at, builder->strings.len);
  out->string_bytes = (uint32_t)builder->strings.len;
  out->version = write_version(arena, builder);
  return out->strings != NULL && out->version != NULL;
}

static jmi_concept *copy_concepts(jmi_lexicon *out, jmi_arena *arena,
                                  const jmi_lexicon_builder *builder)
{
  jmi_concept *concepts = JMI_NEW_ARRAY(arena, builder->concepts.count, jmi_concept);
  for (uint32_t i = 0; concepts != NULL && i < builder->concepts.count; i++) {
    const jmi_new_concept *from = JMI_AT(&builder->concepts, jmi_new_concept, i);
    concepts[i] = (jmi_concept){.name = from->name, .kind = from->kind, .source = from->source};
  }
  out->concepts = concepts;
  out->concept_count = builder->concepts.count;
  return concepts;
}

/* ---- aliases -----------------------------------------------------------------------------------
 */

#define BAG_MAX 16 /* words of an alias; a longer one is a sentence */

/* The words that lead to a node, the last first. Returns how many. */
static uint32_t words_to(uint32_t words[BAG_MAX], const jmi_lexicon_builder *builder, uint32_t node)
{
  uint32_t count = 0;
  while (node > 0 && count < BAG_MAX) {
    const jmi_edge *edge = JMI_AT(&builder->edges, jmi_edge, node - 1);
    words[count++] = edge->word;
    node = edge->node;
  }
  return node > 0 ? 0 : count;
}

/* The telling words of one alias: those of its folded words that are no stop words, and no signs.
 */
static void add_bag(jmi_list *bags, jmi_arena *arena, const jmi_lexicon *lexicon, jmi_alias *alias,
                    const uint32_t *words, uint32_t count)
{
  const char *norm = lexicon->strings + alias->norms;
  alias->bag = bags->count;
  alias->bag_count = 0; /* it may come from a lexicon that was compiled before */
  for (uint32_t i = 0; i < count; i++) {
    jmi_str word = {norm, (uint32_t)strcspn(norm, " ")};
    norm += word.len + (norm[word.len] == ' ');
    jmi_word_class class = jmi_lexicon_word_class(lexicon, word);
    bool sign = word.len == 1 && !jmi_is_alpha(word.at[0]) && (word.at[0] & 0x80) == 0;
    if (class == JMI_WORD_STOP || sign)
      continue;
    jmi_bagged *bagged = JMI_PUSH(bags, arena, jmi_bagged);
    if (bagged == NULL)
      return;
    *bagged = (jmi_bagged){words[count - 1 - i] & 0x3fffffff, (unsigned)class & 3};
    alias->bag_count++;
  }
  if (alias->bag_count == 1 && count > 1) { /* "passion for the trade" is not "trade" */
    alias->bag_count = 0;
    bags->count--;
  }
}

static bool fill_bags(jmi_lexicon *out, jmi_alias *aliases, jmi_arena *arena,
                      jmi_lexicon_builder *builder)
{
  jmi_list bags = {0};
  uint32_t words[BAG_MAX];
  for (uint32_t node = 1; node < out->node_count; node++) {
    uint32_t count = jmi_node_alias(out, node) == JMI_NONE ? 0 : words_to(words, builder, node);
    for (uint32_t at = jmi_node_alias(out, node); at != JMI_NONE; at = aliases[at].next)
      add_bag(&bags, &builder->arena, out, &aliases[at], words, count);
  }
  jmi_bagged *copy = JMI_NEW_ARRAY(arena, bags.count, jmi_bagged);
  if (copy == NULL || builder->arena.failed)
    return false;
  if (bags.items != NULL)
    memcpy(copy, bags.items, bags.count * sizeof *copy);
  out->bags = copy;
  out->bag_count = bags.count;
  return true;
}

/* For each word, how many concepts hold it in their aliases. */
static bool count_uses(const jmi_lexicon *lexicon, jmi_word *words, jmi_arena *scratch)
{
  uint32_t *last = JMI_NEW_ARRAY(scratch, lexicon->word_count, uint32_t);
  if (last == NULL)
    return false;
  for (uint32_t a = 0; a < lexicon->alias_count; a++) { /* those of one concept stand together */
    const jmi_alias *alias = &lexicon->aliases[a];
    for (uint32_t i = 0; i < alias->bag_count; i++) {
      uint32_t word = lexicon->bags[alias->bag + i].word;
      if (last[word] == alias->concept + 1)
        continue;
      last[word] = alias->concept + 1;
      words[word].uses = (uint16_t)(words[word].uses + (words[word].uses < UINT16_MAX));
    }
  }
  return true;
}

/* Where each alias goes so that those of one concept stand together, in their order. */
static uint32_t *places_of_aliases(jmi_concept *concepts, const jmi_lexicon_builder *builder,
                                   jmi_arena *scratch)
{
  uint32_t *places = JMI_NEW_ARRAY(scratch, builder->aliases.count, uint32_t), next = 0;
  if (places == NULL)
    return NULL;
  for (uint32_t i = 0; i < builder->aliases.count; i++)
    concepts[JMI_AT(&builder->aliases, jmi_new_alias, i)->alias.concept].alias_count++;
  for (uint32_t c = 0; c < builder->concepts.count; c++) {
    concepts[c].first_alias = next;
    next += concepts[c].alias_count;
    concepts[c].alias_count = 0;
  }
  for (uint32_t i = 0; i < builder->aliases.count; i++) {
    jmi_concept *of = &concepts[JMI_AT(&builder->aliases, jmi_new_alias, i)->alias.concept];
    places[i] = of->first_alias + of->alias_count++;
  }
  return places;
}

static uint32_t moved(const uint32_t *places, uint32_t alias)
{
  return alias == JMI_NONE ? JMI_NONE : places[alias];
}

static bool mark_leaves(uint32_t *nodes, const jmi_lexicon_builder *builder, jmi_arena *scratch)
{
  bool *inner = JMI_NEW_ARRAY(scratch, builder->nodes.count, bool);
  if (inner == NULL)
    return false;
  for (uint32_t i = 0; i < builder->edges.count; i++)
    inner[JMI_AT(&builder->edges, jmi_edge, i)->node] = true;
  for (uint32_t i = 0; i < builder->nodes.count; i++)
    if (nodes[i] != JMI_NONE && !inner[i])
      nodes[i] |= JMI_NODE_LEAF;
  return true;
}

static bool copy_aliases(jmi_lexicon *out, jmi_concept *concepts, jmi_arena *arena,
                         jmi_lexicon_builder *builder)
{
  jmi_alias *aliases = JMI_NEW_ARRAY(arena, builder->aliases.count, jmi_alias);
  uint32_t *nodes = JMI_NEW_ARRAY(arena, builder->nodes.count, uint32_t);
  const uint32_t *places = places_of_aliases(concepts, builder, &builder->arena);
  if (aliases == NULL || nodes == NULL || places == NULL)
    return false;
  for (uint32_t i = 0; i < builder->aliases.count; i++) {
    jmi_alias *alias = &aliases[places[i]];
    *alias = JMI_AT(&builder->aliases, jmi_new_alias, i)->alias;
    alias->next = moved(places, alias->next);
  }
  for (uint32_t i = 0; i < builder->nodes.count; i++)
    nodes[i] = moved(places, JMI_AT(&builder->nodes, jmi_new_node, i)->first_alias);
  if (!mark_leaves(nodes, builder, &builder->arena))
    return false;
  out->aliases = aliases;
  out->alias_count = builder->aliases.count;
  out->node_alias = nodes;
  out->node_count = builder->nodes.count;
  return fill_bags(out, aliases, arena, builder);
}

/* ---- words and edges ---------------------------------------------------------------------------
 */

/* Each word's families, in the order in which they were given. */
static bool lay_kin(jmi_lexicon *out, jmi_word *words, jmi_arena *arena,
                    const jmi_lexicon_builder *builder)
{
  uint32_t *kin = JMI_NEW_ARRAY(arena, builder->kin.count, uint32_t), next = 0;
  if (kin == NULL)
    return false;
  for (uint32_t i = 0; i < builder->kin.count; i++) {
    jmi_word *word = &words[JMI_AT(&builder->kin, jmi_new_kin, i)->word];
    word->kin_count = (uint8_t)(word->kin_count + (word->kin_count < UINT8_MAX));
  }
  for (uint32_t w = 0; w < builder->words.count; w++) {
    words[w].kin = next;
    next += words[w].kin_count;
    words[w].kin_count = 0;
  }
  for (uint32_t i = 0; i < builder->kin.count; i++) {
    const jmi_new_kin *from = JMI_AT(&builder->kin, jmi_new_kin, i);
    jmi_word *word = &words[from->word];
    if (word->kin_count < UINT8_MAX)
      kin[word->kin + word->kin_count++] = from->family;
  }
  out->kin = kin;
  out->kin_count = next;
  out->family_count = builder->families;
  return true;
}

static jmi_word *lay_words(jmi_lexicon *out, jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  uint32_t count = builder->words.count, size = jmi_index_size(count);
  jmi_word *words = JMI_NEW_ARRAY(arena, count, jmi_word);
  uint32_t *slots = JMI_NEW_ARRAY(arena, size, uint32_t);
  if (words == NULL || slots == NULL)
    return NULL;
  memset(slots, 0xff, size * sizeof *slots);
  for (uint32_t i = 0; i < count; i++) {
    const jmi_new_word *from = JMI_AT(&builder->words, jmi_new_word, i);
    words[i] = (jmi_word){.stem = from->stem, .node = JMI_NONE, .class = from->class};
    jmi_str stem = jmi_str_of(jmi_builder_text(builder, from->stem));
    uint32_t at = (uint32_t)jmi_str_hash(stem) & (size - 1);
    while (slots[at] != JMI_NONE)
      at = (at + 1) & (size - 1);
    slots[at] = i;
  }
  for (uint32_t i = 0; i < builder->edges.count; i++) {
    const jmi_edge *edge = JMI_AT(&builder->edges, jmi_edge, i);
    if (edge->node == 0)
      words[edge->word].node = edge->child;
  }
  out->words = words;
  out->word_count = count;
  out->word_slots = slots;
  out->word_slot_count = size;
  return lay_kin(out, words, arena, builder) ? words : NULL;
}

static bool lay_edges(jmi_lexicon *out, jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  uint32_t count = builder->edges.count, size = jmi_index_size(count);
  jmi_edge *edges = JMI_NEW_ARRAY(arena, size, jmi_edge);
  if (edges == NULL)
    return false;
  for (uint32_t i = 0; i < size; i++)
    edges[i].node = JMI_NONE;
  for (uint32_t i = 0; i < count; i++) {
    jmi_edge edge = *JMI_AT(&builder->edges, jmi_edge, i);
    uint32_t at = jmi_edge_hash(edge.node, edge.word) & (size - 1);
    while (edges[at].node != JMI_NONE)
      at = (at + 1) & (size - 1);
    edges[at] = edge;
  }
  out->edges = edges;
  out->edge_slot_count = size;
  return true;
}

/* "software.yaml:12: alias …", "line 12: …", or the message alone. */
static const char *sentence(jmi_arena *arena, const jmi_complaint *complaint)
{
  char head[300] = "";
  unsigned line = complaint->place.mark.line;
  if (complaint->place.file != NULL)
    snprintf(head, sizeof head, "%s:%u: ", complaint->place.file, line);
  else if (line > 0)
    snprintf(head, sizeof head, "line %u: ", line);
  size_t head_len = strlen(head), len = strlen(complaint->message);
  char *text = jmi_arena_alloc(arena, head_len + len + 1);
  if (text == NULL)
    return NULL;
  memcpy(text, head, head_len);
  memcpy(text + head_len, complaint->message, len);
  return text;
}

static jm_status tell(jmi_lexicon_complaints *out, jmi_arena *arena,
                      const jmi_lexicon_builder *builder)
{
  uint32_t kept = builder->complaints.count;
  const char **sentences = JMI_NEW_ARRAY(arena, kept, const char *);
  for (uint32_t i = 0; sentences != NULL && i < kept; i++)
    sentences[i] = sentence(arena, JMI_AT(&builder->complaints, jmi_complaint, i));
  if (arena->failed)
    return JM_ERR_MEMORY;
  *out = (jmi_lexicon_complaints){sentences, kept, builder->complained};
  return JM_OK;
}

jm_status jmi_lexicon_build(jmi_lexicon *out, jmi_arena *arena, jmi_lexicon_builder *builder,
                            jmi_lexicon_complaints *complaints, jm_error *err)
{
  jmi_lexicon made = {0};
  jmi_concept *concepts = NULL;
  jmi_word *words = NULL;
  if (jmi_builder_failed(builder) || (concepts = copy_concepts(&made, arena, builder)) == NULL
      || jmi_links_compile(&made, concepts, arena, builder) != JM_OK
      || !copy_strings(&made, arena, builder) || (words = lay_words(&made, arena, builder)) == NULL
      || !copy_aliases(&made, concepts, arena, builder)
      || !count_uses(&made, words, &builder->arena) || !lay_edges(&made, arena, builder))
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  const jmi_complaint *serious = &builder->serious;
  if (complaints == NULL && serious->message != NULL)
    return jmi_fail_at(err, JM_ERR_FIELD, serious->place.mark, "%s", serious->message);
  if (complaints != NULL && tell(complaints, arena, builder) != JM_OK)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *out = made;
  return JM_OK;
}
