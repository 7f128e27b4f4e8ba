/* SPDX-License-Identifier: MIT */
/* Lexicon files: a document's tree in, calls of the builder out.
 *
 *   field: health care                      words:                   families:
 *   concepts:                                 stop: [the, of, …]       - [assess, evaluate, …]
 *     - {name: wound care, also: […], …}      low: [project, …]        - [teach, instruct, …]
 *
 * Refuses, with a place: fields that are unknown, missing or wrong, aliases without a word, and
 * entries of a word list or a family that are not one word. */
#include "lexicon/builder.h"

#include "document/fields.h"

typedef struct file_record {
  jmi_str field;
  const jmi_node *concepts;
} file_record;

typedef struct concept_record {
  jmi_str name;
  uint8_t kind;
  jmi_texts also, cased, links[JMI_LINK_RELATED + 1];
} concept_record;

typedef struct words_record {
  jmi_texts lists[JMI_WORD_CLASS_COUNT];
} words_record;

static jm_status read_list(jmi_reader *reader, const jmi_node *value, void *place)
{
  if (value->kind != JMI_NODE_LIST)
    return jmi_fail_node(reader->err, value, "this must be a list");
  *(const jmi_node **)place = value;
  return JM_OK;
}

static jm_status read_kind(jmi_reader *reader, const jmi_node *value, void *place)
{
  return jmi_read_word(reader, value, jmi_concept_kind_words, JMI_CONCEPT_KIND_COUNT, place);
}

static const jmi_field file_fields[] = {
    {"field", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(file_record, field), NULL},
    {"concepts", JMI_FIELD_CUSTOM, JMI_REQUIRED, offsetof(file_record, concepts), read_list},
};

#define LINKS(kind) (offsetof(concept_record, links) + (kind) * sizeof(jmi_texts))
static const jmi_field concept_fields[] = {
    {"name", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(concept_record, name), NULL},
    {"kind", JMI_FIELD_CUSTOM, 0, offsetof(concept_record, kind), read_kind},
    {"also", JMI_FIELD_TEXTS, 0, offsetof(concept_record, also), NULL},
    {"cased", JMI_FIELD_TEXTS, 0, offsetof(concept_record, cased), NULL},
    {"broader", JMI_FIELD_TEXTS, 0, LINKS(JMI_LINK_BROADER), NULL},
    {"implies", JMI_FIELD_TEXTS, 0, LINKS(JMI_LINK_IMPLIED), NULL},
    {"related", JMI_FIELD_TEXTS, 0, LINKS(JMI_LINK_RELATED), NULL},
};

#define WORDS(class) (offsetof(words_record, lists) + (class) * sizeof(jmi_texts))
static const jmi_field words_fields[] = {
    {"stop", JMI_FIELD_TEXTS, 0, WORDS(JMI_WORD_STOP), NULL},
    {"low", JMI_FIELD_TEXTS, 0, WORDS(JMI_WORD_LOW), NULL},
    {"common", JMI_FIELD_TEXTS, 0, WORDS(JMI_WORD_COMMON), NULL},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void stand_at(jmi_lexicon_builder *builder, const jmi_node *node)
{
  builder->place.mark = node->mark;
}

/* ---- concepts ----------------------------------------------------------------------------------
 */

static uint8_t flags_of(const jmi_lexicon_builder *builder, uint32_t concept)
{
  uint8_t kind = JMI_AT(&builder->concepts, jmi_new_concept, concept)->kind;
  bool exact =
      kind == JMI_CONCEPT_NAME || kind == JMI_CONCEPT_CERTIFICATE || kind == JMI_CONCEPT_LICENCE;
  return exact ? JMI_ALIAS_EXACT : 0;
}

static bool is_cased(const concept_record *record, jmi_str alias)
{
  for (uint32_t i = 0; i < record->cased.count; i++)
    if (jmi_str_equal(jmi_str_trim(record->cased.items[i]), jmi_str_trim(alias)))
      return true;
  return false;
}

static jm_status add_alias(jmi_reader *reader, uint32_t concept, jmi_str alias, uint8_t flags,
                           const jmi_node *node)
{
  jmi_lexicon_builder *builder = reader->ctx;
  stand_at(builder, node);
  jm_status status = jmi_lexicon_add_alias(builder, concept, alias, flags);
  if (status == JM_ERR_FIELD)
    return jmi_fail_node(reader->err, node, "an alias must hold a word");
  return status == JM_OK ? JM_OK : jmi_fail(reader->err, status, "out of memory");
}

/* An alias that stands under `cased` counts in that writing only, wherever else it stands. */
static jm_status add_aliases(jmi_reader *reader, uint32_t concept, const concept_record *record,
                             const jmi_node *node)
{
  uint8_t flags = flags_of(reader->ctx, concept);
  const jmi_node *name_node = jmi_node_get(node, "name");
  jm_status status = JM_OK;
  if (!is_cased(record, record->name))
    status = add_alias(reader, concept, record->name, flags, name_node);
  for (uint32_t i = 0; status == JM_OK && i < record->also.count; i++)
    if (!is_cased(record, record->also.items[i]))
      status = add_alias(reader, concept, record->also.items[i], flags, record->also.nodes[i]);
  for (uint32_t i = 0; status == JM_OK && i < record->cased.count; i++)
    status = add_alias(reader, concept, record->cased.items[i], JMI_ALIAS_CASED | JMI_ALIAS_EXACT,
                       record->cased.nodes[i]);
  return status;
}

static void add_links(jmi_lexicon_builder *builder, uint32_t concept, const concept_record *record)
{
  for (uint32_t kind = 0; kind <= JMI_LINK_RELATED; kind++)
    for (uint32_t i = 0; i < record->links[kind].count; i++) {
      stand_at(builder, record->links[kind].nodes[i]);
      jmi_builder_link(builder, concept, JMI_NONE, record->links[kind].items[i],
                       (jmi_link_kind)kind);
    }
}

static jm_status add_concept(jmi_reader *reader, const jmi_node *node, uint8_t source)
{
  jmi_lexicon_builder *builder = reader->ctx;
  concept_record record = {.kind = JMI_CONCEPT_TERM};
  uint32_t concept;
  jm_status status =
      jmi_fields_read(reader, node, "a concept", concept_fields, COUNT(concept_fields), &record);
  if (status != JM_OK)
    return status;
  stand_at(builder, node);
  status = jmi_lexicon_add_concept(builder, &concept, record.name, (jmi_concept_kind)record.kind,
                                   source);
  if (status != JM_OK)
    return jmi_fail(reader->err, status, "out of memory");
  status = add_aliases(reader, concept, &record, node);
  if (status != JM_OK)
    return status;
  add_links(builder, concept, &record);
  return jmi_builder_failed(builder) ? jmi_fail(reader->err, JM_ERR_MEMORY, "out of memory")
                                     : JM_OK;
}

static jm_status add_concepts(jmi_reader *reader, const jmi_node *root, uint8_t source)
{
  file_record file = {0};
  jm_status status =
      jmi_fields_read(reader, root, "a lexicon", file_fields, COUNT(file_fields), &file);
  if (status != JM_OK)
    return status;
  const jmi_node *node = file.concepts->first;
  for (; node != NULL && status == JM_OK; node = node->next) {
    jmi_arena_reset(reader->arena);
    status = add_concept(reader, node, source);
  }
  return status;
}

/* ---- word lists --------------------------------------------------------------------------------
 */

/* The one token of a word, in the scratch arena. */
static jm_status cut_word(jmi_token *out, jmi_reader *reader, jmi_str word, const jmi_node *node)
{
  jmi_lexicon_builder *builder = reader->ctx;
  jmi_tokens tokens;
  stand_at(builder, node);
  jmi_arena_reset(&builder->scratch);
  jm_status status = jmi_builder_cut(builder, &tokens, word);
  if (status != JM_OK)
    return jmi_fail(reader->err, status, "out of memory");
  if (tokens.count != 1 || tokens.items[0].kind == JMI_TOKEN_SIGN)
    return jmi_fail_node(reader->err, node, "an entry of a word list must be one word");
  *out = tokens.items[0];
  return JM_OK;
}

static jm_status add_word(jmi_reader *reader, jmi_str word, const jmi_node *node,
                          jmi_word_class class)
{
  jmi_lexicon_builder *builder = reader->ctx;
  jmi_token token = {0};
  jm_status status = cut_word(&token, reader, word, node);
  if (status != JM_OK)
    return status;
  /* By the word itself: stems would make "Excel" of "excellent". */
  uint32_t number = jmi_builder_word(builder, token.norm, jmi_str_hash(token.norm));
  jmi_builder_classify(builder, number, class);
  return jmi_builder_failed(builder) ? jmi_fail(reader->err, JM_ERR_MEMORY, "out of memory")
                                     : JM_OK;
}

static jm_status read_words(jmi_reader *reader, const jmi_node *value, void *place)
{
  words_record *record = place;
  return jmi_fields_read(reader, value, "words", words_fields, COUNT(words_fields), record);
}

static const jmi_field words_file_fields[] = {
    {"words", JMI_FIELD_CUSTOM, JMI_REQUIRED, 0, read_words},
};

static jm_status add_words(jmi_reader *reader, const jmi_node *root, uint8_t source)
{
  jmi_lexicon_builder *builder = reader->ctx;
  words_record record = {0};
  jm_status status = jmi_fields_read(reader, root, "a word list", words_file_fields,
                                     COUNT(words_file_fields), &record);
  builder->source = source < JMI_SOURCE_COUNT ? source : JMI_SOURCE_OWN;
  for (uint32_t class = 0; class < JMI_WORD_CLASS_COUNT; class ++)
    for (uint32_t i = 0; status == JM_OK && i < record.lists[class].count; i++)
      status = add_word(reader, record.lists[class].items[i], record.lists[class].nodes[i],
                        (jmi_word_class) class);
  return status;
}

/* ---- families ----------------------------------------------------------------------------------
 */

static jm_status add_family(jmi_reader *reader, const jmi_node *members)
{
  jmi_lexicon_builder *builder = reader->ctx;
  uint32_t family = builder->families;
  if (members->kind != JMI_NODE_LIST || members->first == NULL)
    return jmi_fail_node(reader->err, members, "a family must be a list of words");
  for (const jmi_node *node = members->first; node != NULL; node = node->next) {
    jmi_str word;
    jmi_token token = {0};
    jm_status status = jmi_read_text(reader, node, &word);
    if (status == JM_OK)
      status = cut_word(&token, reader, word, node);
    if (status != JM_OK)
      return status;
    jmi_builder_kin(builder, jmi_builder_word(builder, token.stem, token.hash), family);
  }
  return jmi_builder_failed(builder) ? jmi_fail(reader->err, JM_ERR_MEMORY, "out of memory")
                                     : JM_OK;
}

static jm_status read_families(jmi_reader *reader, const jmi_node *value, void *place)
{
  jm_status status = read_list(reader, value, place);
  for (const jmi_node *node = value->first; node != NULL && status == JM_OK; node = node->next)
    status = add_family(reader, node);
  return status;
}

static const jmi_field families_fields[] = {
    {"families", JMI_FIELD_CUSTOM, JMI_REQUIRED, 0, read_families},
};

static jm_status add_families(jmi_reader *reader, const jmi_node *root, uint8_t source)
{
  jmi_lexicon_builder *builder = reader->ctx;
  const jmi_node *families;
  jmi_builder_enter(builder, source < JMI_SOURCE_COUNT ? source : JMI_SOURCE_OWN,
                    JMI_STR("families"));
  return jmi_fields_read(reader, root, "a list of families", families_fields,
                         COUNT(families_fields), &families);
}

/* ---- a file, whatever it holds -----------------------------------------------------------------
 */

/* By the key that tells it; concepts where none does. */
static const struct {
  const char *key;
  jm_status (*add)(jmi_reader *reader, const jmi_node *root, uint8_t source);
} kinds_of_file[] = {
    {"words", add_words},
    {"families", add_families},
    {NULL, add_concepts},
};

jm_status jmi_lexicon_add_tree(jmi_lexicon_builder *builder, const jmi_node *root, uint8_t source,
                               jm_error *err)
{
  jmi_arena arena;
  jmi_arena_init(&arena, &builder->arena.allocator);
  jmi_reader reader = {.arena = &arena, .err = err, .ctx = builder};
  size_t kind = 0;
  while (kinds_of_file[kind].key != NULL && jmi_node_get(root, kinds_of_file[kind].key) == NULL)
    kind++;
  jm_status status = kinds_of_file[kind].add(&reader, root, source);
  jmi_arena_dispose(&arena);
  builder->place = (jmi_place){0};
  return status;
}
