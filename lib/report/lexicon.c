/* SPDX-License-Identifier: MIT */
/* Lexicons written out: the concepts that a scorer knows, and what looks wrong in documents.
 *
 *   concepts:
 *     - {name: "bread baking", kind: term, also: ["baking of bread"], broader: ["baking"]}
 *
 * The YAML is a lexicon document that the library reads; JSON tells the same and where each concept
 * comes from. Of what is broader only the next steps are written: the rest follows. */
#include "jobmatch/report.h"
#include "jobmatch/scorer.h"

#include "lexicon/foreign.h"
#include "match/match.h"
#include "report/give.h"
#include "report/json_writer.h"
#include "text/text.h"

typedef struct lister {
  const jmi_lexicon *lexicon;
  jmi_buffer *out;
  jmi_writer w;
  jmi_arena arena;
  jmi_str word;            /* folded; len 0: all */
  uint32_t *first, *order; /* aliases of concept c: order[first[c]] to before order[first[c + 1]] */
  bool json, added;
} lister;

static const char *const source_words[JMI_SOURCE_COUNT] = {
    [JMI_SOURCE_BUILTIN] = "built-in",
    [JMI_SOURCE_OWN] = "own",
    [JMI_SOURCE_ESCO] = "ESCO",
    [JMI_SOURCE_ONET] = "O*NET",
};

static const jmi_alias *alias_at(const lister *l, uint32_t i)
{
  return &l->lexicon->aliases[l->order[i]];
}

static const char *text_of(const lister *l, uint32_t offset)
{
  return l->lexicon->strings + offset;
}

/* Aliases sorted by concept, else as declared. Counted two places on, so that filling leaves
 * first[c] where c begins. */
static bool group_aliases(lister *l)
{
  const jmi_lexicon *lexicon = l->lexicon;
  l->first = JMI_NEW_ARRAY(&l->arena, (size_t)lexicon->concept_count + 2, uint32_t);
  l->order = JMI_NEW_ARRAY(&l->arena, lexicon->alias_count, uint32_t);
  if (l->arena.failed)
    return false;
  for (uint32_t i = 0; i < lexicon->alias_count; i++)
    l->first[lexicon->aliases[i].concept + 2]++;
  for (uint32_t c = 1; c < lexicon->concept_count + 2; c++)
    l->first[c] += l->first[c - 1];
  for (uint32_t i = 0; i < lexicon->alias_count; i++)
    l->order[l->first[lexicon->aliases[i].concept + 1]++] = i;
  return true;
}

/* ---- what is written --------------------------------------------------------------------- */

static bool is_foreign(uint8_t source)
{
  return source >= JMI_SOURCE_ESCO;
}

static bool is_wanted_alias(const lister *l, const jmi_alias *alias)
{
  return !l->added || is_foreign(alias->source);
}

/* The folded words of the question stand, one behind the other, among those of the alias. */
static bool holds(const lister *l, const char *norms)
{
  size_t len = strlen(norms);
  for (size_t i = 0; i + l->word.len <= len; i++)
    if ((i == 0 || norms[i - 1] == ' ') && memcmp(norms + i, l->word.at, l->word.len) == 0
        && (norms[i + l->word.len] == ' ' || norms[i + l->word.len] == '\0'))
      return true;
  return false;
}

static bool is_wanted(const lister *l, uint32_t c)
{
  bool any = l->added && is_foreign(l->lexicon->concepts[c].source);
  bool asked = l->word.len == 0;
  for (uint32_t i = l->first[c]; i < l->first[c + 1]; i++) {
    any = any || is_wanted_alias(l, alias_at(l, i));
    asked = asked || holds(l, text_of(l, alias_at(l, i)->norms));
  }
  return asked && (any || !l->added);
}

/* A name that is no alias must not become one when the document is read: it says whose it is. */
static bool is_alias(const lister *l, uint32_t c)
{
  for (uint32_t i = l->first[c]; i < l->first[c + 1]; i++)
    if (strcmp(text_of(l, alias_at(l, i)->text), jmi_concept_name(l->lexicon, c)) == 0)
      return true;
  return false;
}

static jmi_str name_of(lister *l, uint32_t c)
{
  const char *name = jmi_concept_name(l->lexicon, c);
  uint8_t source = l->lexicon->concepts[c].source;
  if (l->json || !is_foreign(source) || is_alias(l, c))
    return jmi_str_of(name);
  jmi_buffer text;
  jmi_buffer_init(&text, &l->arena.allocator, 0);
  jmi_buffer_adds(&text, name);
  jmi_buffer_adds(&text, " (");
  jmi_buffer_adds(&text, source_words[source]);
  jmi_buffer_adds(&text, ")");
  const char *copy = text.failed ? NULL : jmi_arena_copy(&l->arena, text.at, text.len);
  jmi_str made = copy == NULL ? JMI_STR("") : (jmi_str){copy, (uint32_t)text.len};
  l->arena.failed = l->arena.failed || text.failed;
  jmi_buffer_dispose(&text);
  return made;
}

/* ---- one concept ------------------------------------------------------------------------- */

static void open_list(lister *l, const char *key, uint32_t written)
{
  if (written > 0) {
    if (!l->json)
      jmi_buffer_adds(l->out, ", ");
  } else if (l->json) {
    jmi_write_open(&l->w, key, '[');
  } else {
    jmi_buffer_adds(l->out, ", ");
    jmi_buffer_adds(l->out, key);
    jmi_buffer_adds(l->out, ": [");
  }
}

static void put_text(lister *l, jmi_str text)
{
  if (!l->json)
    l->w.comma = false;
  jmi_write_text(&l->w, NULL, text);
}

static void close_list(lister *l, uint32_t written)
{
  if (written == 0)
    return;
  if (l->json)
    jmi_write_close(&l->w, ']');
  else
    jmi_buffer_addc(l->out, ']');
}

static void put_aliases(lister *l, uint32_t c, const char *key, uint8_t cased)
{
  uint32_t written = 0;
  const char *name = jmi_concept_name(l->lexicon, c);
  for (uint32_t i = l->first[c]; i < l->first[c + 1]; i++) {
    const jmi_alias *alias = alias_at(l, i);
    const char *text = text_of(l, alias->text);
    bool named = strcmp(text, name) == 0;
    /* A cased name is told even where only what was added is: it must not become a loose one. */
    if ((alias->flags & JMI_ALIAS_CASED) != cased || (named && cased == 0)
        || !(is_wanted_alias(l, alias) || named))
      continue;
    open_list(l, key, written++);
    put_text(l, jmi_str_of(text));
  }
  close_list(l, written);
}

/* Not by way of another: what is broader than something that is broader follows. */
static bool is_next(const lister *l, const uint32_t *links, uint32_t count, uint32_t at)
{
  for (uint32_t i = 0; i < count; i++) {
    const jmi_concept *between = &l->lexicon->concepts[links[i]];
    for (uint32_t k = 0; k < between->broader_count && i != at; k++)
      if (l->lexicon->links[between->first_link + k] == links[at])
        return false;
  }
  return true;
}

static void put_links(lister *l, const char *key, const uint32_t *links, uint32_t count, bool all)
{
  uint32_t written = 0;
  for (uint32_t i = 0; i < count; i++) {
    if (!all && !is_next(l, links, count, i))
      continue;
    open_list(l, key, written++);
    put_text(l, name_of(l, links[i]));
  }
  close_list(l, written);
}

static void put_concept(lister *l, uint32_t c)
{
  const jmi_concept *concept = &l->lexicon->concepts[c];
  const uint32_t *links = l->lexicon->links + concept->first_link;
  const char *kind = jmi_concept_kind_words[concept->kind];
  if (l->json) {
    jmi_write_open(&l->w, NULL, '{');
    jmi_write_text(&l->w, "name", name_of(l, c));
    jmi_write_word(&l->w, "kind", kind);
    jmi_write_word(&l->w, "source", source_words[concept->source]);
  } else {
    jmi_buffer_adds(l->out, "  - {name: ");
    put_text(l, name_of(l, c));
    jmi_buffer_adds(l->out, ", kind: ");
    jmi_buffer_adds(l->out, kind);
  }
  put_aliases(l, c, "also", 0);
  put_aliases(l, c, "cased", JMI_ALIAS_CASED);
  if (!l->added || is_foreign(concept->source)) {
    put_links(l, "broader", links, concept->broader_count, false);
    links += concept->broader_count;
    put_links(l, "implies", links, concept->implied_count, false);
    links += concept->implied_count;
    put_links(l, "related", links, concept->related_count, true);
  }
  if (l->json)
    jmi_write_close(&l->w, '}');
  else
    jmi_buffer_adds(l->out, "}\n");
}

/* ---- all of them ------------------------------------------------------------------------- */

static void put_all(lister *l)
{
  uint32_t written = 0;
  if (l->json) {
    jmi_write_open(&l->w, NULL, '{');
    jmi_write_word(&l->w, "format", "jobmatch-lexicon");
    jmi_write_word(&l->w, "lexicon", l->lexicon->version);
    jmi_write_open(&l->w, "concepts", '[');
  } else {
    jmi_buffer_adds(l->out, "# ");
    jmi_buffer_adds(l->out, l->lexicon->version);
    jmi_buffer_adds(l->out, l->added ? ", what was added\nfield: added\n" : "\nfield: all\n");
    jmi_buffer_adds(l->out, "concepts:");
  }
  for (uint32_t c = 0; c < l->lexicon->concept_count && !l->out->failed; c++) {
    if (!is_wanted(l, c))
      continue;
    if (written++ == 0 && !l->json)
      jmi_buffer_addc(l->out, '\n');
    put_concept(l, c);
  }
  if (l->json) {
    jmi_write_close(&l->w, ']');
    jmi_write_close(&l->w, '}');
  } else if (written == 0) {
    jmi_buffer_adds(l->out, " []\n");
  }
}

static jm_status fold_word(lister *l, const char *word)
{
  if (word == NULL)
    return JM_OK;
  size_t len = strlen(word);
  if (len > 4096 || jmi_utf8_check(word, len) != len)
    return JM_ERR_ARGUMENT;
  jmi_str plain;
  jm_status status = jmi_text_plain(&plain, &l->arena, (jmi_str){word, (uint32_t)len});
  return status == JM_OK ? jmi_text_fold(&l->word, &l->arena, plain) : status;
}

jm_status jm_lexicon_list(char **out, size_t *len, const jm_scorer *scorer, const char *word,
                          int32_t format, int32_t flags, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL || (format != JM_FORMAT_TEXT && format != JM_FORMAT_JSON)
      || (flags & ~JM_LEXICON_ADDED) != 0)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or scorer is NULL, or format or flags are none");
  jmi_buffer buffer;
  jmi_give_open(&buffer, &scorer->allocator);
  lister l = {.lexicon = scorer->lexicon,
              .out = &buffer,
              .w = {.out = &buffer},
              .word = {"", 0},
              .json = format == JM_FORMAT_JSON,
              .added = (flags & JM_LEXICON_ADDED) != 0};
  jmi_arena_init(&l.arena, &scorer->allocator);
  jm_status status = fold_word(&l, word);
  if (status == JM_OK && group_aliases(&l))
    put_all(&l);
  if (status == JM_OK && l.arena.failed)
    status = JM_ERR_MEMORY;
  jmi_arena_dispose(&l.arena);
  if (status == JM_OK)
    return jmi_give(out, len, &buffer, err);
  jmi_buffer_dispose(&buffer);
  return jmi_fail(err, status, status == JM_ERR_MEMORY ? "out of memory" : "word is no UTF-8");
}

/* ---- checking ---------------------------------------------------------------------------- */

static jm_status complain(jmi_lexicon_complaints *out, jmi_arena *arena, const jm_lexicon *lexicon,
                          jm_error *err)
{
  jmi_lexicon_builder *builder = NULL;
  jmi_lexicon merged;
  jm_status status = jmi_lexicon_builder_new(&builder, &lexicon->allocator, lexicon->stems);
  if (status != JM_OK)
    return jmi_fail(err, status, "out of memory");
  status = jmi_extra_add_own(builder, lexicon, err);
  if (status == JM_OK)
    status = jmi_lexicon_add_compiled(builder, &jmi_lexicon_builtin, err);
  if (status == JM_OK)
    status = jmi_lexicon_build(&merged, arena, builder, out, err);
  jmi_lexicon_builder_free(builder);
  return status;
}

jm_status jm_lexicon_check(char **out, size_t *len, int64_t *count, const jm_lexicon *lexicon,
                           jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || lexicon == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or lexicon is NULL");
  jmi_lexicon_complaints complaints = {0};
  jmi_arena arena;
  jmi_buffer buffer;
  jmi_arena_init(&arena, &lexicon->allocator);
  jmi_give_open(&buffer, &lexicon->allocator);
  jm_status status = complain(&complaints, &arena, lexicon, err);
  for (uint32_t i = 0; status == JM_OK && i < complaints.kept; i++) {
    jmi_buffer_adds(&buffer, complaints.sentences[i]);
    jmi_buffer_addc(&buffer, '\n');
  }
  if (status == JM_OK)
    status = jmi_give(out, len, &buffer, err);
  else
    jmi_buffer_dispose(&buffer);
  if (status == JM_OK && count != NULL)
    *count = complaints.count;
  jmi_arena_dispose(&arena);
  return status;
}
