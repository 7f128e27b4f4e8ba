/* SPDX-License-Identifier: MIT */
/* Questions to a compiled lexicon: a word's number and class, a concept by its name. Nothing here
 * allocates or can fail. */
#include "lexicon/lexicon.h"

#include <assert.h>

const char *const jmi_concept_kind_words[JMI_CONCEPT_KIND_COUNT] = {
    [JMI_CONCEPT_TERM] = "term",
    [JMI_CONCEPT_NAME] = "name",
    [JMI_CONCEPT_BROAD] = "broad",
    [JMI_CONCEPT_ACTIVITY] = "activity",
    [JMI_CONCEPT_TRAIT] = "trait",
    [JMI_CONCEPT_ROLE] = "role",
    [JMI_CONCEPT_CERTIFICATE] = "certificate",
    [JMI_CONCEPT_LICENCE] = "licence",
    [JMI_CONCEPT_LANGUAGE] = "language",
};
static_assert(JMI_CONCEPT_LANGUAGE + 1 == JMI_CONCEPT_KIND_COUNT, "a word for every kind");

static bool spells(const char *at, jmi_str text)
{
  return jmi_text_begins(at, text) && at[text.len] == '\0';
}

uint32_t jmi_lexicon_word(const jmi_lexicon *lexicon, jmi_str stem, uint64_t hash)
{
  uint32_t mask = lexicon->word_slot_count - 1;
  for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
    uint32_t word = lexicon->word_slots[at];
    if (word == JMI_NONE)
      return JMI_NONE;
    if (spells(lexicon->strings + lexicon->words[word].stem, stem))
      return word;
  }
}

/* The class of a listed word; PLAIN when no list has it. */
static jmi_word_class listed_class(const jmi_lexicon *lexicon, jmi_str word, uint64_t hash)
{
  uint32_t number = jmi_lexicon_word(lexicon, word, hash);
  return number == JMI_NONE ? JMI_WORD_PLAIN : (jmi_word_class)lexicon->words[number].class;
}

/* A plural, or whose it is: what is listed is the singular. A word of up to 40 bytes. */
static jmi_word_class plural_class(const jmi_lexicon *lexicon, jmi_str norm)
{
  char singular[40];
  if (norm.len > 4 && norm.len < sizeof singular && memcmp(norm.at + norm.len - 3, "ies", 3) == 0) {
    memcpy(singular, norm.at, norm.len);
    singular[norm.len - 3] = 'y';
    norm = (jmi_str){singular, norm.len - 2};
  } else {
    norm.len -= norm.at[norm.len - 2] == '\'' ? 2 : 1;
  }
  return listed_class(lexicon, norm, jmi_str_hash(norm));
}

static jmi_word_class class_of(const jmi_lexicon *lexicon, jmi_str norm, uint64_t hash)
{
  jmi_word_class class = listed_class(lexicon, norm, hash);
  if (class == JMI_WORD_PLAIN && norm.len > 3 && norm.at[norm.len - 1] == 's')
    class = plural_class(lexicon, norm);
  return class;
}

jmi_word_class jmi_lexicon_word_class(const jmi_lexicon *lexicon, jmi_str norm)
{
  return class_of(lexicon, norm, jmi_str_hash(norm));
}

jmi_word_class jmi_lexicon_token_class(const jmi_lexicon *lexicon, const jmi_token *token)
{
  return class_of(lexicon, token->norm, token->norm_hash);
}

uint32_t jmi_lexicon_find(const jmi_lexicon *lexicon, const char *name)
{
  for (uint32_t i = 0; i < lexicon->concept_count; i++)
    if (strcmp(jmi_concept_name(lexicon, i), name) == 0)
      return i;
  return JMI_NONE;
}
