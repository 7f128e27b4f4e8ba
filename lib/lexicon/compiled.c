/* SPDX-License-Identifier: MIT */
/* A compiled lexicon put into a builder, without cutting or stemming a single word again.
 *
 * Its strings are appended as one block; words, nodes, concepts and aliases are renumbered through
 * maps. A child's number is always above its parent's, so one pass over the edges in the order of
 * their children rebuilds the trie. Closed links stay closed when they are closed again. */
#include "lexicon/builder.h"

typedef struct maps {
  const jmi_lexicon *from;
  uint32_t *words, *nodes, *concepts;
  const jmi_edge **edges; /* by child */
  uint32_t base;          /* where its strings begin in the builder's */
} maps;

static bool make_maps(maps *m, jmi_lexicon_builder *builder, const jmi_lexicon *from)
{
  jmi_arena *arena = &builder->scratch;
  m->from = from;
  m->words = JMI_NEW_ARRAY(arena, from->word_count, uint32_t);
  m->nodes = JMI_NEW_ARRAY(arena, from->node_count, uint32_t);
  m->concepts = JMI_NEW_ARRAY(arena, from->concept_count, uint32_t);
  m->edges = JMI_NEW_ARRAY(arena, from->node_count, const jmi_edge *);
  m->base = (uint32_t)builder->strings.len;
  jmi_buffer_add(&builder->strings, from->strings, from->string_bytes);
  return !jmi_builder_failed(builder);
}

static void map_words(maps *m, jmi_lexicon_builder *builder)
{
  for (uint32_t i = 0; i < m->from->word_count && !jmi_builder_failed(builder); i++) {
    const jmi_word *word = &m->from->words[i];
    jmi_str stem = jmi_str_of(m->from->strings + word->stem);
    m->words[i] = jmi_builder_word(builder, stem, jmi_str_hash(stem));
    if (word->class != JMI_WORD_PLAIN)
      jmi_builder_classify(builder, m->words[i], (jmi_word_class)word->class);
  }
}

static void add_kin(const maps *m, jmi_lexicon_builder *builder)
{
  uint32_t base = builder->families;
  for (uint32_t i = 0; i < m->from->word_count && !jmi_builder_failed(builder); i++)
    for (uint32_t k = 0; k < m->from->words[i].kin_count; k++)
      jmi_builder_kin(builder, m->words[i], base + m->from->kin[m->from->words[i].kin + k]);
}

static void map_nodes(maps *m, jmi_lexicon_builder *builder)
{
  for (uint32_t i = 0; i < m->from->edge_slot_count; i++)
    if (m->from->edges[i].node != JMI_NONE)
      m->edges[m->from->edges[i].child] = &m->from->edges[i];
  for (uint32_t i = 1; i < m->from->node_count && !jmi_builder_failed(builder); i++)
    m->nodes[i] =
        jmi_builder_child(builder, m->nodes[m->edges[i]->node], m->words[m->edges[i]->word]);
}

static void map_concepts(maps *m, jmi_lexicon_builder *builder)
{
  for (uint32_t i = 0; i < m->from->concept_count && !jmi_builder_failed(builder); i++) {
    const jmi_concept *concept = &m->from->concepts[i];
    builder->source = concept->source;
    m->concepts[i] = jmi_builder_concept(builder, m->base + concept->name, concept->kind);
  }
}

static void add_aliases(maps *m, jmi_lexicon_builder *builder)
{
  for (uint32_t node = 0; node < m->from->node_count && !jmi_builder_failed(builder); node++) {
    uint32_t at = jmi_node_alias(m->from, node);
    for (; at != JMI_NONE; at = m->from->aliases[at].next) {
      jmi_alias alias = m->from->aliases[at];
      builder->source = alias.source;
      alias.text += m->base;
      alias.norms += m->base;
      alias.concept = m->concepts[alias.concept];
      jmi_builder_attach(builder, m->nodes[node], alias);
    }
  }
}

static void add_links(maps *m, jmi_lexicon_builder *builder)
{
  for (uint32_t i = 0; i < m->from->concept_count && !jmi_builder_failed(builder); i++) {
    const jmi_concept *concept = &m->from->concepts[i];
    const uint32_t *links = m->from->links + concept->first_link;
    uint32_t implied_end = (uint32_t) concept->broader_count + concept->implied_count;
    builder->source = concept->source;
    for (uint32_t k = 0; k < implied_end + concept->related_count; k++) {
      jmi_link_kind kind = k < concept->broader_count ? JMI_LINK_BROADER
                           : k < implied_end          ? JMI_LINK_IMPLIED
                                                      : JMI_LINK_RELATED;
      jmi_builder_link(builder, m->concepts[i], m->concepts[links[k]], (jmi_str){"", 0}, kind);
    }
  }
}

jm_status jmi_lexicon_add_compiled(jmi_lexicon_builder *builder, const jmi_lexicon *lexicon,
                                   jm_error *err)
{
  maps m = {0};
  uint64_t digest = builder->digest; /* its version says what it holds */
  bool has_source[JMI_SOURCE_COUNT];
  memcpy(has_source, builder->has_source, sizeof has_source);
  jmi_arena_reset(&builder->scratch);
  builder->place = (jmi_place){0};
  builder->source = JMI_SOURCE_BUILTIN;
  if (builder->base == NULL)
    builder->base = lexicon->version;
  if (make_maps(&m, builder, lexicon)) {
    map_words(&m, builder);
    add_kin(&m, builder);
    map_nodes(&m, builder);
    map_concepts(&m, builder);
  }
  if (!jmi_builder_failed(builder)) {
    add_aliases(&m, builder);
    add_links(&m, builder);
  }
  builder->digest = digest;
  memcpy(builder->has_source, has_source, sizeof has_source);
  return jmi_builder_failed(builder) ? jmi_fail(err, JM_ERR_MEMORY, "out of memory") : JM_OK;
}
