/* SPDX-License-Identifier: MIT */
/* The builder: a lexicon while it grows. Everything is numbered in the order of its first mention,
 * and nothing depends on an address, so equal input gives equal bytes.
 *
 *   words   stem -> number            index over lists, by hash
 *   nodes   0 is the root; node n > 0 is the child end of edges[n - 1]
 *   aliases chained at their node in the order of declaration */
#ifndef JMI_LEXICON_BUILDER_H
#define JMI_LEXICON_BUILDER_H

#include "base/buffer.h"
#include "lexicon/lexicon.h"

/* ---- index.c: hash -> number, for lists that hold the keys themselves ----------------------- */

typedef struct jmi_index_slot {
  uint32_t hash, value_plus_1; /* value_plus_1 0: empty */
} jmi_index_slot;

typedef struct jmi_index {
  jmi_index_slot *slots; /* in an arena */
  uint32_t count, size;  /* size: 0 or a power of two */
} jmi_index;

/* The next number under this hash; JMI_NONE after the last. Start with *probe at 0. */
uint32_t jmi_index_next(const jmi_index *index, uint32_t hash, uint32_t *probe);
/* Adds a number under a hash. False when the arena has failed. */
bool jmi_index_put(jmi_index *index, jmi_arena *arena, uint32_t hash, uint32_t value);
/* The size of an open-addressing table for so many items: a power of two, at most two thirds full.
 */
uint32_t jmi_index_size(uint32_t count);

static inline uint32_t jmi_fold_hash(uint64_t hash)
{
  return (uint32_t)(hash ^ hash >> 32);
}

/* ---- what the builder keeps ------------------------------------------------------------------ */

enum {
  JMI_SOURCE_BUILTIN,
  JMI_SOURCE_OWN,
  JMI_SOURCE_ESCO,
  JMI_SOURCE_ONET,
  JMI_SOURCE_COUNT,
  JMI_COMPLAINTS_KEPT = 500,
  JMI_LINKS_MAX = 255 /* of one kind, of one concept: the nearest are kept */
};

typedef struct jmi_place {
  const char *file; /* borrows; NULL when not told */
  jmi_mark mark;    /* line 0: none */
} jmi_place;

typedef struct jmi_new_concept {
  jmi_str key;   /* the folded name, in the builder's arena */
  uint32_t name; /* offset into strings */
  uint8_t kind, source;
  jmi_place place;
} jmi_new_concept;

typedef struct jmi_new_alias {
  jmi_alias alias;
  uint8_t source;
  jmi_place place;
} jmi_new_alias;

typedef struct jmi_new_word {
  uint32_t stem;
  uint8_t class, source; /* the source that gave the class */
} jmi_new_word;

typedef struct jmi_new_node {
  uint32_t first_alias, last_alias;
} jmi_new_node;

typedef struct jmi_new_link {
  uint32_t from, to; /* to JMI_NONE: not (yet) known, or cut */
  jmi_str name;      /* of `to` as a file wrote it; len 0 when it was given by number */
  uint8_t kind, source;
  jmi_place place;
} jmi_new_link;

/* A word is of a family. */
typedef struct jmi_new_kin {
  uint32_t word, family;
} jmi_new_kin;

typedef struct jmi_complaint {
  const char *message;
  jmi_place place;
  uint8_t source;
} jmi_complaint;

struct jmi_lexicon_builder {
  jmi_arena arena;        /* owns: lists, indexes, keys, messages */
  jmi_arena scratch;      /* owns: what one call needs */
  jmi_buffer strings;     /* owns */
  const jmi_stems *stems; /* borrows */
  jmi_list concepts, aliases, words, nodes, edges, links, kin, complaints;
  jmi_index string_index, concept_index, word_index, edge_index;
  jmi_place place;       /* of what is being added */
  const char *base;      /* version of the compiled lexicon that was added; NULL */
  uint64_t digest;       /* of all that was added beside it */
  uint32_t families;     /* how many */
  uint32_t complained;   /* how often */
  jmi_complaint serious; /* the first about a source of our own; message NULL: none */
  uint8_t source;        /* of what is being added */
  bool has_source[JMI_SOURCE_COUNT];
};

/* ---- build.c ----------------------------------------------------------------------------------
 */

static inline const char *jmi_builder_text(const jmi_lexicon_builder *builder, uint32_t offset)
{
  return builder->strings.at + offset;
}

bool jmi_builder_failed(const jmi_lexicon_builder *builder);
/* The offset of a text in strings; equal texts share one. */
uint32_t jmi_builder_intern(jmi_lexicon_builder *builder, jmi_str text);
uint32_t jmi_builder_word(jmi_lexicon_builder *builder, jmi_str stem, uint64_t hash);
uint32_t jmi_builder_child(jmi_lexicon_builder *builder, uint32_t node, uint32_t word);
/* Gives a word its class, unless it has one; a second class from the same source is told. */
void jmi_builder_classify(jmi_lexicon_builder *builder, uint32_t word, jmi_word_class class);
/* The word is of this family; families are numbered from 0, and builder->families counts them. */
void jmi_builder_kin(jmi_lexicon_builder *builder, uint32_t word, uint32_t family);
/* The concept of this name, caseless; JMI_NONE. Sets *key, in the scratch arena. */
uint32_t jmi_builder_find(jmi_lexicon_builder *builder, jmi_str name, jmi_str *key);
/* Adds a concept whose name stands at this offset already, or finds the one that has its name. */
uint32_t jmi_builder_concept(jmi_lexicon_builder *builder, uint32_t name, uint8_t kind);
/* Hangs an alias (its `next` is set here) on a node, unless it says nothing new or is taken. */
void jmi_builder_attach(jmi_lexicon_builder *builder, uint32_t node, jmi_alias alias);
/* A link to a name, known or not. */
void jmi_builder_link(jmi_lexicon_builder *builder, uint32_t from, uint32_t to, jmi_str name,
                      jmi_link_kind kind);
/* Cuts a text as aliases are cut; plain text and tokens live in the scratch arena. */
jm_status jmi_builder_cut(jmi_lexicon_builder *builder, jmi_tokens *tokens,
                          jmi_str text) JM_MUST_USE;
/* Adds an alias that is cut already; JM_ERR_FIELD when it holds no word. */
jm_status jmi_builder_add_tokens(jmi_lexicon_builder *builder, uint32_t concept,
                                 const jmi_tokens *tokens, uint8_t flags) JM_MUST_USE;
/* The concept that a source that precedes this one names by the words from `first` on, inflections
 * of them included; the longest name wins, and *count is how many tokens it takes. JMI_NONE. */
uint32_t jmi_builder_owner(const jmi_lexicon_builder *builder, const jmi_tokens *tokens,
                           uint32_t first, uint8_t before, uint32_t *count);
/* What is added next is of this source, and was given under this name. */
void jmi_builder_enter(jmi_lexicon_builder *builder, uint8_t source, jmi_str name);
void jmi_builder_complain(jmi_lexicon_builder *builder, jmi_place place, uint8_t source,
                          const char *format, ...) JMI_PRINTF(4, 5);

/* ---- links.c ----------------------------------------------------------------------------------
 */

extern const char *const jmi_link_words[JMI_LINK_RELATED + 1];

/* Fills links, and each concept's slice of them: names resolved, cycles of broader cut, what is
 * broader closed, `related` made mutual. JM_ERR_MEMORY is the only failure. */
jm_status jmi_links_compile(jmi_lexicon *out, jmi_concept *concepts, jmi_arena *arena,
                            jmi_lexicon_builder *builder) JM_MUST_USE;

#endif
