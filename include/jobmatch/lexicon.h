/* SPDX-License-Identifier: MIT */
/** @file
 *  A lexicon of one's own: documents and public tables (ESCO, O*NET), added to the built-in one.
 *
 *      jm_lexicon *extra;  jm_lexicon_new(&extra, NULL);
 *      jm_lexicon_add(extra, JM_LEXICON_ESCO_SKILLS, "skills_en.csv", text, len, &err);
 *      jm_options options = JM_OPTIONS_INIT;
 *      options.extra = extra;
 *      jm_scorer_new(&scorer, &options, &err);
 *      jm_lexicon_free(extra);
 *
 *  The library reads no files: whoever has them hands over their texts. Where sources disagree,
 *  the caller's own documents go first, then the built-in lexicon, then ESCO, then O*NET. */
#ifndef JOBMATCH_LEXICON_H
#define JOBMATCH_LEXICON_H

#include "jobmatch/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a text is. Tables are read by the names of their columns, in any order; columns that are not
 *  named here are skipped. */
typedef enum jm_lexicon_kind {
  JM_LEXICON_OWN = 0,             /**< Lexicon documents, YAML (one or more) or JSON. */
  JM_LEXICON_ESCO_SKILLS = 1,     /**< CSV: conceptUri, preferredLabel; skillType, altLabels, hiddenLabels if there. */
  JM_LEXICON_ESCO_GROUPS = 2,     /**< CSV: conceptUri, preferredLabel; altLabels, hiddenLabels if there. */
  JM_LEXICON_ESCO_BROADER = 3,    /**< CSV: conceptUri, broaderUri. */
  JM_LEXICON_ESCO_RELATIONS = 4,  /**< CSV: originalSkillUri, relatedSkillUri; relationType if there. */
  JM_LEXICON_ONET_TECHNOLOGY = 5, /**< Tabs: Example (or Workplace Example); Commodity Title (or Element Name) if there. */
  JM_LEXICON_ONET_TOOLS = 6,      /**< Tabs: as above. */
  JM_LEXICON_ONET_TITLES = 7      /**< Tabs: Alternate Title (or Job Title, Title); Short Title if there. */
} jm_lexicon_kind;

/** Texts to be added to the built-in lexicon. One thread fills it; then any number may make
 *  scorers of it at once. */
typedef struct jm_lexicon jm_lexicon;

/** Makes an empty one, which the caller frees with jm_lexicon_free(). `allocator` may be NULL: the C
 *  library's memory. Returns JM_OK, JM_ERR_MEMORY, or JM_ERR_ARGUMENT when out is NULL. Since 0.1. */
JM_API jm_status jm_lexicon_new(jm_lexicon **out, const jm_allocator *allocator) JM_MUST_USE;
/** Frees it. Scorers that were made with it keep what they took. Takes NULL. Since 0.1. */
JM_API void jm_lexicon_free(jm_lexicon *lexicon);

/** Reads a text and adds what it holds. `kind` is a jm_lexicon_kind; `name` is what messages call the text,
 *  for example its file's name, and may be NULL. Name and text are copied. Returns JM_OK, or, with nothing added,
 *  - JM_ERR_SYNTAX    it is not YAML, or not a table: a quote does not end, a row has too many cells or too few;
 *  - JM_ERR_FIELD     a document is not as the format asks, or a table lacks a column, which `err->path` names;
 *  - JM_ERR_ENCODING  it is not UTF-8, or holds a NUL;
 *  - JM_ERR_LIMIT     it is longer than 256 MiB;
 *  - JM_ERR_ARGUMENT  lexicon or text is NULL, or kind is none;
 *  - JM_ERR_MEMORY.
 *  `err` may be NULL. Since 0.1. */
JM_API jm_status jm_lexicon_add(jm_lexicon *lexicon, int32_t kind, const char *name, const char *text,
                                size_t len, jm_error *err) JM_MUST_USE;

/** Tells what looks wrong in the documents of a lexicon, beside the built-in one: a name that two concepts
 *  claim, a word in two lists, a link to no concept, a circle of what is broader. `*out` is the caller's, to be
 *  freed with jm_text_free(): one sentence a line, with the name and line of its document, at most 500 of
 *  them; "" when all is well. `*count` (which may be NULL) is how many there are. Returns JM_OK, JM_ERR_ARGUMENT or
 *  JM_ERR_MEMORY. Since 0.1. */
JM_API jm_status jm_lexicon_check(char **out, size_t *len, int64_t *count, const jm_lexicon *lexicon,
                                  jm_error *err) JM_MUST_USE;

enum {
  JM_LEXICON_ADDED = 1 /**< Only what ESCO and O*NET added: concepts, and other names of concepts of ours. */
};

/** Writes the concepts that a scorer knows, with their names and links: as a lexicon document (YAML)
 *  for JM_FORMAT_TEXT, or as one JSON object. `word` keeps those that have it in a name, whatever its
 *  case; NULL: all. `flags` are JM_LEXICON_ADDED or 0. `*out` is the caller's, to be freed with
 *  jm_text_free(). Returns JM_OK, JM_ERR_ARGUMENT or JM_ERR_MEMORY. Since 0.1. */
JM_API jm_status jm_lexicon_list(char **out, size_t *len, const jm_scorer *scorer, const char *word,
                                 int32_t format, int32_t flags, jm_error *err) JM_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
