/* SPDX-License-Identifier: MIT */
/* A lexicon of one's own: texts in, read at once so that errors have their places; then added to
 * the builder of whoever makes a scorer of it.
 *
 * Refuses: texts that are not what their kind says, with nothing added. */
#include "lexicon/foreign.h"

#include "document/document.h"

#define LARGEST ((size_t)256 << 20)

static const jmi_document_limits limits = {.max_bytes = LARGEST,
                                           .max_depth = 64,
                                           .max_nodes = 100000000,
                                           .max_scalar_bytes = 65536,
                                           .max_key_bytes = 256};

jm_status jm_lexicon_new(jm_lexicon **out, const jm_allocator *allocator)
{
  if (out == NULL)
    return JM_ERR_ARGUMENT;
  *out = NULL;
  jm_allocator memory = jmi_allocator_or_default(allocator);
  jm_lexicon *lexicon = jmi_alloc_array(&memory, 1, sizeof *lexicon);
  if (lexicon == NULL)
    return JM_ERR_MEMORY;
  *lexicon = (jm_lexicon){.allocator = memory};
  jmi_arena_init(&lexicon->arena, &memory);
  if (jmi_stems_new(&lexicon->stems, &memory) != JM_OK) {
    jm_lexicon_free(lexicon);
    return JM_ERR_MEMORY;
  }
  *out = lexicon;
  return JM_OK;
}

void jm_lexicon_free(jm_lexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  jm_allocator memory = lexicon->allocator;
  jmi_stems_free(lexicon->stems);
  jmi_arena_dispose(&lexicon->arena);
  jmi_free_array(&memory, lexicon, 1, sizeof *lexicon);
}

/* ---- reading ----------------------------------------------------------------------------- */

static jm_status read_documents(jm_lexicon *lexicon, const char *file, jmi_str text, jm_error *err)
{
  jmi_document_stream *stream = NULL;
  jm_status status = jmi_yaml_open(&stream, &lexicon->arena, text.at, text.len, &limits, err);
  for (const jmi_node *root = NULL; status == JM_OK;) {
    status = jmi_yaml_next(stream, &root, &lexicon->arena, err);
    if (status != JM_OK || root == NULL)
      break;
    jmi_own *own = JMI_PUSH(&lexicon->own, &lexicon->arena, jmi_own);
    if (own == NULL)
      status = jmi_fail(err, JM_ERR_MEMORY, "out of memory");
    else
      *own = (jmi_own){file, root};
  }
  jmi_yaml_close(stream);
  return status;
}

/* Adds documents to a builder, from the first given on. */
static jm_status add_documents(jmi_lexicon_builder *builder, const jm_lexicon *lexicon,
                               uint32_t first, jm_error *err)
{
  jm_status status = JM_OK;
  for (uint32_t i = first; i < lexicon->own.count && status == JM_OK; i++) {
    const jmi_own *own = JMI_AT(&lexicon->own, jmi_own, i);
    jmi_lexicon_builder_file(builder, own->file);
    status = jmi_lexicon_add_tree(builder, own->root, JMI_SOURCE_OWN, err);
  }
  return status;
}

/* What a builder would refuse is refused at once, while its file is known. */
static jm_status try_documents(jm_lexicon *lexicon, uint32_t first, jm_error *err)
{
  jmi_lexicon_builder *builder = NULL;
  jm_status status = jmi_lexicon_builder_new(&builder, &lexicon->allocator, lexicon->stems);
  if (status != JM_OK)
    return jmi_fail(err, status, "out of memory");
  status = add_documents(builder, lexicon, first, err);
  jmi_lexicon_builder_free(builder);
  return status;
}

static jm_status read_own(jm_lexicon *lexicon, const char *file, jmi_str text, jm_error *err)
{
  uint32_t first = lexicon->own.count;
  jm_status status = read_documents(lexicon, file, text, err);
  return status == JM_OK ? try_documents(lexicon, first, err) : status;
}

static jm_status read_text(jm_lexicon *lexicon, int32_t kind, const char *file, jmi_str text,
                           jm_error *err)
{
  if (kind == JM_LEXICON_OWN)
    return read_own(lexicon, file, text, err);
  if (kind <= JM_LEXICON_ESCO_RELATIONS)
    return jmi_esco_read(&lexicon->esco, &lexicon->arena, kind, file, text, err);
  return jmi_onet_read(&lexicon->onet, &lexicon->arena, kind, file, text, err);
}

jm_status jm_lexicon_add(jm_lexicon *lexicon, int32_t kind, const char *name, const char *text,
                         size_t len, jm_error *err)
{
  jmi_error_clear(err);
  if (lexicon == NULL || text == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "lexicon or text is NULL");
  if (kind < JM_LEXICON_OWN || kind > JM_LEXICON_ONET_TITLES)
    return jmi_fail(err, JM_ERR_ARGUMENT, "there is no kind of lexicon text %d", (int)kind);
  if (len > LARGEST)
    return jmi_fail(err, JM_ERR_LIMIT, "the text is longer than 256 MiB");
  jm_lexicon before = *lexicon;
  const char *file = name == NULL ? NULL : jmi_arena_copy(&lexicon->arena, name, strlen(name));
  char *copy = jmi_arena_copy(&lexicon->arena, text, len);
  jm_status status = JM_ERR_MEMORY;
  if (copy != NULL && (name == NULL || file != NULL))
    status = read_text(lexicon, kind, file, (jmi_str){copy, (uint32_t)len}, err);
  if (status == JM_OK) {
    lexicon->hash =
        (lexicon->hash ^ (jmi_text_hash(text, len) + (uint64_t)kind)) * 0x9e3779b97f4a7c15u;
    return JM_OK;
  }
  /* Lists may have moved: what they held before is still their beginning. */
  lexicon->own.count = before.own.count;
  lexicon->esco.concepts.count = before.esco.concepts.count;
  lexicon->esco.links.count = before.esco.links.count;
  lexicon->onet.concepts.count = before.onet.concepts.count;
  lexicon->onet.links.count = before.onet.links.count;
  lexicon->arena.failed = false; /* what did not fit is not there; what is there is whole */
  return jmi_fail(err, status, "%s", jm_status_string(status));
}

/* ---- adding to a builder ----------------------------------------------------------------- */

jm_status jmi_extra_add_own(jmi_lexicon_builder *builder, const jm_lexicon *extra, jm_error *err)
{
  return add_documents(builder, extra, 0, err);
}

jm_status jmi_extra_add_foreign(jmi_lexicon_builder *builder, const jm_lexicon *extra,
                                jm_error *err)
{
  jm_status status =
      jmi_foreign_add(builder, &extra->esco, JMI_SOURCE_ESCO, &jmi_lexicon_builtin, err);
  if (status == JM_OK)
    status = jmi_foreign_add(builder, &extra->onet, JMI_SOURCE_ONET, &jmi_lexicon_builtin, err);
  return status;
}
