/* SPDX-License-Identifier: MIT */
/* Inflection: see inflect.h. In: two folded words. What they share is cut off; what is left of both
 * must stand in one family of endings. */
#include "lexicon/inflect.h"

#define ENDINGS_MAX 14

typedef struct family {
  jmi_str endings[ENDINGS_MAX]; /* ends at the first whose `at` is NULL */
  bool phrase_only;
} family;

#define E(text)                                                                                    \
  {                                                                                                \
    text, sizeof(text) - 1                                                                         \
  }
static const family families[] = {
    {{E(""), E("s"), E("es"), E("d"), E("ed"), E("ing")}, false}, /* test, tests */
    {{E("e"), E("es"), E("ed"), E("ing")}, false},                /* create, creating */
    {{E("y"), E("ies"), E("ied"), E("ying")}, false},             /* study, studies */
    {{E("is"), E("es")}, false},                                  /* analysis, analyses */
    {{E(""), E("s"), E("es"), E("d"), E("ed"), E("ing"), E("r"), E("rs"), E("er"), E("ers"),
      E("ment"), E("ments"), E("ement"), E("ements")},
     true}, /* developer, development */
    {{E("e"), E("es"), E("ed"), E("ing"), E("ion"), E("ions"), E("or"), E("ors")},
     true}, /* communicate, communication */
};
static const jmi_str participles[] = {E("ing"), E("d"), E("ed"), E("ied"), E("ying")};
#undef E

static bool has_ending(const family *of, jmi_str ending)
{
  for (uint32_t i = 0; i < ENDINGS_MAX && of->endings[i].at != NULL; i++)
    if (jmi_str_equal(of->endings[i], ending))
      return true;
  return false;
}

static bool is_participle(jmi_str ending)
{
  for (size_t i = 0; i < sizeof participles / sizeof *participles; i++)
    if (jmi_str_equal(participles[i], ending))
      return true;
  return false;
}

/* The verb itself, as far as endings tell: test, create, study; not shares. */
static bool is_bare(jmi_str ending)
{
  return ending.len == 0 || jmi_str_is(ending, "e") || jmi_str_is(ending, "y");
}

/* "customer's" and "customers'" are compared as "customer" and "customers". */
static jmi_str drop_possessive(jmi_str word)
{
  if (word.len > 2 && word.at[word.len - 1] == 's' && word.at[word.len - 2] == '\'')
    word.len -= 2;
  else if (word.len > 1 && word.at[word.len - 1] == '\'')
    word.len--;
  return word;
}

/* "planning" is "plan" and "ing": the doubled letter is no part of the ending. */
static jmi_str drop_doubled(jmi_str ending, char before)
{
  return ending.len > 2 && ending.at[0] == before ? jmi_str_cut(ending, 1, ending.len) : ending;
}

bool jmi_is_inflection(jmi_str word, jmi_str of, jmi_inflect_mode mode)
{
  uint32_t shared = 0;
  word = drop_possessive(word);
  of = drop_possessive(of);
  while (shared < word.len && shared < of.len && word.at[shared] == of.at[shared])
    shared++;
  if (shared == 0)
    return false;
  char last = word.at[shared - 1];
  jmi_str rest = drop_doubled(jmi_str_cut(word, shared, word.len), last);
  jmi_str rest_of = drop_doubled(jmi_str_cut(of, shared, of.len), last);
  if (mode == JMI_INFLECT_WORD
      && (is_participle(rest_of) || (is_participle(rest) && !is_bare(rest_of))))
    return false;
  for (size_t i = 0; i < sizeof families / sizeof *families; i++)
    if ((mode == JMI_INFLECT_PHRASE || !families[i].phrase_only) && has_ending(&families[i], rest)
        && has_ending(&families[i], rest_of))
      return true;
  return false;
}
