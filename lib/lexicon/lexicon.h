/* SPDX-License-Identifier: MIT */
/* The lexicon: concepts under all their names, and which is broader than which.
 *
 * A compiled lexicon is a set of flat, constant arrays that point at nothing but each other by
 * number, so the built-in one is part of the program's read-only data and costs nothing to load.
 *
 *   words   every word of every alias, by its stem, with its class (stop, low, common)
 *   edges   a trie of phrases over word numbers, kept as one hash table of (node, word) -> node
 *   aliases what a node spells: concept, and how strictly it must be written; those of one concept
 *           stand together
 *   bags    for each alias: its telling words, for a text that has them in another order
 *   kin     for each word: the families it is of (assess, evaluate, appraise)
 *   links   for each concept: all that is broader (transitively), then implied, then related
 *
 *   "relational databases"  --relat--> 17 --databas--> 42: alias of concept 801
 *
 * A phrase found by stems counts when each of its words is an inflection of the alias's (tests,
 * testing; see inflect.h): one stem is not yet one word (kind, kindness). Names are not inflected:
 * their aliases are marked EXACT and count only when the folded words are the alias's own. CASED
 * aliases must be written in their very case, unless they stand alone as a whole entry; so must a
 * stop word that an alias writes in capitals ("IT support" is not in "it supports"). */
#ifndef JMI_LEXICON_LEXICON_H
#define JMI_LEXICON_LEXICON_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"
#include "document/document.h"
#include "text/tokens.h"

typedef enum jmi_concept_kind {
  JMI_CONCEPT_TERM,     /* a specific skill, task or topic of a trade */
  JMI_CONCEPT_NAME,     /* a product, tool, standard: compared whole */
  JMI_CONCEPT_BROAD,    /* a class word that alone tells little */
  JMI_CONCEPT_ACTIVITY, /* a family of verbs */
  JMI_CONCEPT_TRAIT,
  JMI_CONCEPT_ROLE, /* a job title */
  JMI_CONCEPT_CERTIFICATE,
  JMI_CONCEPT_LICENCE,
  JMI_CONCEPT_LANGUAGE,
  JMI_CONCEPT_KIND_COUNT
} jmi_concept_kind;

/* The words of the kinds, as lexicon files write them. */
extern const char *const jmi_concept_kind_words[JMI_CONCEPT_KIND_COUNT];

typedef enum jmi_word_class {
  JMI_WORD_PLAIN,  /* not in the word lists: rare, so it tells much */
  JMI_WORD_STOP,   /* tells nothing: function words, the words of the trade of writing ads */
  JMI_WORD_LOW,    /* tells little: project, system, product, team */
  JMI_WORD_COMMON, /* an everyday word */
  JMI_WORD_CLASS_COUNT
} jmi_word_class;

#define JMI_NONE UINT32_MAX

typedef struct jmi_concept {
  uint32_t name;       /* offset into strings; NUL-terminated there */
  uint32_t first_link; /* into links: broader, then implied, then related */
  uint32_t first_alias, alias_count;
  uint16_t broader_count, implied_count, related_count;
  uint8_t kind;
  uint8_t source; /* 0 built in, 1 a caller's file, 2 ESCO, 3 O*NET */
} jmi_concept;

enum { JMI_ALIAS_EXACT = 1, JMI_ALIAS_CASED = 2 };

typedef struct jmi_alias {
  uint32_t text;    /* offset into strings: as written */
  uint32_t norms;   /* offset into strings: folded words joined by one blank */
  uint32_t concept; /* whose alias it is */
  uint32_t next;    /* the next alias spelled by the same node; JMI_NONE at the end */
  uint32_t bag;     /* into bags */
  uint8_t bag_count;
  uint8_t flags;
  uint8_t source; /* as a concept's; ESCO adds aliases to concepts of ours */
} jmi_alias;

typedef struct jmi_word {
  uint32_t stem; /* offset into strings */
  uint32_t node; /* the root's child by it; JMI_NONE when no alias begins with it */
  uint32_t kin;  /* into kin */
  uint8_t kin_count;
  uint8_t class; /* a jmi_word_class */
  uint16_t uses; /* concepts whose aliases hold it */
} jmi_word;

/* A telling word of an alias. */
typedef struct jmi_bagged {
  uint32_t word : 30;
  uint32_t class : 2; /* of the word as the alias writes it: never JMI_WORD_STOP */
} jmi_bagged;

typedef struct jmi_edge {
  uint32_t node, word, child; /* node JMI_NONE: an empty slot */
} jmi_edge;

typedef struct jmi_lexicon {
  const char *version; /* "en-1 built-in", or with what was added */
  const char *strings;
  const jmi_concept *concepts;
  const uint32_t *links;
  const jmi_alias *aliases;
  const uint32_t *node_alias; /* node -> first alias, with JMI_NODE_LEAF; JMI_NONE */
  const jmi_word *words;
  const uint32_t *word_slots; /* open addressing by jmi_str_hash of the stem; JMI_NONE: empty */
  const jmi_edge *edges;      /* open addressing by jmi_edge_hash */
  const jmi_bagged *bags;
  const uint32_t *kin; /* numbers of families */
  uint32_t concept_count, link_count, alias_count, node_count, word_count;
  uint32_t bag_count, kin_count, family_count;
  uint32_t word_slot_count, edge_slot_count; /* powers of two */
  uint32_t string_bytes;
} jmi_lexicon;

/* The lexicon that is compiled into the library. */
extern const jmi_lexicon jmi_lexicon_builtin;

static inline uint32_t jmi_edge_hash(uint32_t node, uint32_t word)
{
  uint64_t h = ((uint64_t)node << 32 | word) * 0x9e3779b97f4a7c15u;
  return (uint32_t)(h >> 32) ^ (uint32_t)h;
}

static inline const char *jmi_concept_name(const jmi_lexicon *lexicon, uint32_t concept)
{
  return lexicon->strings + lexicon->concepts[concept].name;
}

/* A node that no edge leaves: it spells aliases, and none goes on from it. */
#define JMI_NODE_LEAF 0x80000000u

static inline bool jmi_node_is_leaf(const jmi_lexicon *lexicon, uint32_t node)
{
  uint32_t alias = lexicon->node_alias[node];
  return alias != JMI_NONE && (alias & JMI_NODE_LEAF) != 0;
}

static inline uint32_t jmi_node_alias(const jmi_lexicon *lexicon, uint32_t node)
{
  uint32_t alias = lexicon->node_alias[node];
  return alias == JMI_NONE ? JMI_NONE : alias & ~JMI_NODE_LEAF;
}

/* The number of a word by its stem and the hash of it; JMI_NONE when no alias or list has it. */
uint32_t jmi_lexicon_word(const jmi_lexicon *lexicon, jmi_str stem, uint64_t hash);
/* The class of a folded word, by the word lists: the word itself, or its singular. */
jmi_word_class jmi_lexicon_word_class(const jmi_lexicon *lexicon, jmi_str norm);
jmi_word_class jmi_lexicon_token_class(const jmi_lexicon *lexicon, const jmi_token *token);
/* The concept whose preferred name this is, by exact bytes; JMI_NONE. For tests and tools: linear.
 */
uint32_t jmi_lexicon_find(const jmi_lexicon *lexicon, const char *name);

/* A phrase found in tokens. */
typedef struct jmi_hit {
  uint32_t first, count; /* tokens */
  uint32_t concept, alias;
  bool inflected; /* found by stems: its folded words are not the alias's own */
} jmi_hit;

typedef struct jmi_hits {
  jmi_hit *items; /* by first token, not overlapping: the longest wins, from the left */
  uint32_t count;
  const uint32_t *words; /* by token, from the first that was looked at: jmi_lexicon_word() of it */
} jmi_hits;

/* Finds the concepts of tokens [first, end). Where one node spells several aliases, the one whose
 * own words stand there goes before one found by stems, then the first declared.
 *
 * A CASED alias counts when its letters stand as written; or, whatever its case, when it is all
 * the words there are. One that looks like any word at the start of a sentence (Go, Access; not
 * IT, not C) and does open a sentence counts only when no lower-case plain word comes next ("Go to
 * lengths"), with an "and" or "or" between skipped ("Go or Python" counts). */
jm_status jmi_lexicon_scan(jmi_hits *out, jmi_arena *arena, const jmi_lexicon *lexicon,
                           const jmi_tokens *tokens, uint32_t first, uint32_t end) JM_MUST_USE;

/* Making one. Sources are added in order of precedence: an alias that an earlier source has
 * keeps its meaning. */
typedef struct jmi_lexicon_builder jmi_lexicon_builder;

jm_status jmi_lexicon_builder_new(jmi_lexicon_builder **out, const jm_allocator *allocator,
                                  const jmi_stems *stems) JM_MUST_USE;
void jmi_lexicon_builder_free(jmi_lexicon_builder *builder);
/* What complaints call the file of the next tree; borrows the name until the builder is freed. */
void jmi_lexicon_builder_file(jmi_lexicon_builder *builder, const char *file);
/* Adds a lexicon file's tree (keys field, concepts) or a word list's (key words). Errors have
 * places. Links are resolved by jmi_lexicon_build(), so files may come in any order. */
jm_status jmi_lexicon_add_tree(jmi_lexicon_builder *builder, const jmi_node *root, uint8_t source,
                               jm_error *err) JM_MUST_USE;
/* Adds all of a compiled lexicon: how the built-in one is put beside a caller's. */
jm_status jmi_lexicon_add_compiled(jmi_lexicon_builder *builder, const jmi_lexicon *lexicon,
                                   jm_error *err) JM_MUST_USE;
/* One concept, for readers of foreign files: its number goes to *concept. A name that stands
 * already (caseless) gives the number of the concept that has it, which keeps its kind. The name is
 * no alias until it is added as one. JM_ERR_FIELD for a name that is blank, or an alias that holds
 * no word: nothing is added then. Aliases and links are of the source of the concept added last. */
jm_status jmi_lexicon_add_concept(jmi_lexicon_builder *builder, uint32_t *concept, jmi_str name,
                                  jmi_concept_kind kind, uint8_t source) JM_MUST_USE;
jm_status jmi_lexicon_add_alias(jmi_lexicon_builder *builder, uint32_t concept, jmi_str alias,
                                uint8_t flags) JM_MUST_USE;
typedef enum jmi_link_kind { JMI_LINK_BROADER, JMI_LINK_IMPLIED, JMI_LINK_RELATED } jmi_link_kind;
jm_status jmi_lexicon_add_link(jmi_lexicon_builder *builder, uint32_t from, uint32_t to,
                               jmi_link_kind kind) JM_MUST_USE;

/* What a builder had to say beside errors: aliases that two concepts of one source claim, words in
 * two lists, links to no concept, cycles of broader. The first 500 are kept as sentences. */
typedef struct jmi_lexicon_complaints {
  const char *const *sentences;
  uint32_t kept, count;
} jmi_lexicon_complaints;

/* Compiles all that was added into the arena; the builder is then only good to be freed. Cycles of
 * broader are cut (and told). Links of one kind stop at the nearest 255. `implied` holds what is
 * declared and all that is broader than that; `related` is made mutual. With `complaints` NULL any
 * complaint about a source other than 2 and 3 is JM_ERR_FIELD. */
jm_status jmi_lexicon_build(jmi_lexicon *out, jmi_arena *arena, jmi_lexicon_builder *builder,
                            jmi_lexicon_complaints *complaints, jm_error *err) JM_MUST_USE;

#endif
