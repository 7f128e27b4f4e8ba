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

static bool copy_aliases(jmi_lexicon *out, jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  jmi_alias *aliases = JMI_NEW_ARRAY(arena, builder->aliases.count, jmi_alias);
  uint32_t *nodes = JMI_NEW_ARRAY(arena, builder->nodes.count, uint32_t);
  if (aliases == NULL || nodes == NULL)
    return false;
  for (uint32_t i = 0; i < builder->aliases.count; i++)
    aliases[i] = JMI_AT(&builder->aliases, jmi_new_alias, i)->alias;
  for (uint32_t i = 0; i < builder->nodes.count; i++)
    nodes[i] = JMI_AT(&builder->nodes, jmi_new_node, i)->first_alias;
  out->aliases = aliases;
  out->alias_count = builder->aliases.count;
  out->node_alias = nodes;
  out->node_count = builder->nodes.count;
  return true;
}

static bool lay_words(jmi_lexicon *out, jmi_arena *arena, const jmi_lexicon_builder *builder)
{
  uint32_t count = builder->words.count, size = jmi_index_size(count);
  jmi_word *words = JMI_NEW_ARRAY(arena, count, jmi_word);
  uint32_t *slots = JMI_NEW_ARRAY(arena, size, uint32_t);
  if (words == NULL || slots == NULL)
    return false;
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
  return true;
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
  if (jmi_builder_failed(builder) || (concepts = copy_concepts(&made, arena, builder)) == NULL
      || jmi_links_compile(&made, concepts, arena, builder) != JM_OK
      || !copy_strings(&made, arena, builder) || !copy_aliases(&made, arena, builder)
      || !lay_words(&made, arena, builder) || !lay_edges(&made, arena, builder))
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  const jmi_complaint *serious = &builder->serious;
  if (complaints == NULL && serious->message != NULL)
    return jmi_fail_at(err, JM_ERR_FIELD, serious->place.mark, "%s", serious->message);
  if (complaints != NULL && tell(complaints, arena, builder) != JM_OK)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *out = made;
  return JM_OK;
}
