/* SPDX-License-Identifier: MIT */
/* Traps: labels of foreign lexicons that would take everyday words for skills.
 *
 * ESCO has concepts under names such as "energy" and "hair", and other names for them such as
 * "choose", "board", "source"; unsifted, they hide what a line really asks for. The rules stand in
 * one table, in order; the first that fits decides. */
#include "lexicon/foreign.h"

#define SHORTEST 3 /* letters of the shortest label that says something by itself */
#define EVERYDAY                                                                                   \
  4 /* a lone word that stands in the names of so many concepts is an everyday word */

/* ---- what is asked of a label ------------------------------------------------------------ */

static uint32_t spoken(const jmi_label *label)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < label->tokens->count; i++)
    count += label->tokens->items[i].kind != JMI_TOKEN_SIGN;
  return count;
}

static const jmi_token *lone(const jmi_label *label)
{
  return label->tokens->count == 1 ? &label->tokens->items[0] : NULL;
}

static jmi_str written(const jmi_label *label, const jmi_token *token)
{
  return jmi_str_cut(label->tokens->text, token->start, token->end);
}

static bool is_listed(const jmi_label *label, jmi_str norm)
{
  return jmi_lexicon_word_class(label->words, norm) != JMI_WORD_PLAIN;
}

static bool is_wordless(const jmi_label *label)
{
  return spoken(label) == 0;
}

static bool is_number(const jmi_label *label)
{
  for (uint32_t i = 0; i < label->tokens->count; i++)
    if (label->tokens->items[i].kind == JMI_TOKEN_WORD)
      return false;
  return true;
}

static bool is_short(const jmi_label *label)
{
  const jmi_token *token = lone(label);
  return token != NULL && (token->flags & JMI_TOKEN_NAME) == 0 && token->norm.len < SHORTEST;
}

static bool is_small(const jmi_label *label)
{
  const jmi_token *token = lone(label);
  jmi_str text = token == NULL ? JMI_STR("") : written(label, token);
  for (uint32_t i = 0; i < text.len; i++)
    if (text.at[i] >= 'A' && text.at[i] <= 'Z')
      return false;
  return token != NULL && (token->flags & JMI_TOKEN_NAME) == 0;
}

/* Words that name a skill only together with others, and are in no list of ours. */
static const char *const trap_words[] = {"access", "engineering", "security"};

static bool is_trap(const jmi_label *label)
{
  const jmi_token *token = lone(label);
  for (size_t i = 0; token != NULL && i < sizeof trap_words / sizeof *trap_words; i++)
    if (jmi_str_is(token->norm, trap_words[i]))
      return true;
  return false;
}

static bool is_small_and_listed(const jmi_label *label)
{
  return is_small(label) && is_listed(label, lone(label)->norm);
}

static bool is_small_and_everyday(const jmi_label *label)
{
  return is_small(label) && label->uses >= EVERYDAY;
}

/* "board" and "choose", as other names of something: names that are meant are longer, or written
 * large. */
static bool is_small_alternative(const jmi_label *label)
{
  return is_small(label) && !label->preferred;
}

static bool is_all_listed(const jmi_label *label)
{
  for (uint32_t i = 0; i < label->tokens->count; i++) {
    const jmi_token *token = &label->tokens->items[i];
    if (token->kind == JMI_TOKEN_WORD
        && ((token->flags & JMI_TOKEN_NAME) != 0 || !is_listed(label, token->norm)))
      return false;
  }
  return lone(label) == NULL;
}

/* "Salt", "Chef": what any word is at the start of a sentence. "LESS", "AJAX": letters, not a word.
 */
static bool looks_like_a_word(const jmi_label *label)
{
  const jmi_token *token = lone(label);
  if (token == NULL || (token->flags & (JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER)) == 0)
    return false;
  jmi_str text = written(label, token);
  uint32_t upper = 0;
  for (uint32_t i = 0; i < text.len; i++) {
    if (!jmi_is_alpha(text.at[i]))
      return false;
    upper += text.at[i] >= 'A' && text.at[i] <= 'Z';
  }
  return upper == 1 || upper == text.len;
}

static bool is_a_lone_name(const jmi_label *label)
{
  return lone(label) != NULL && !is_small(label);
}

static bool is_a_product(const jmi_label *label)
{
  return label->type == JMI_FOREIGN_PRODUCT;
}

/* ---- the rules --------------------------------------------------------------------------- */

static const struct {
  const char *what;
  bool (*fits)(const jmi_label *label);
  jmi_verdict verdict;
} rules[] = {
    {"no word", is_wordless, JMI_KEEP_OUT},
    {"only numbers", is_number, JMI_KEEP_OUT},
    {"shorter than three letters", is_short, JMI_KEEP_OUT},
    {"a word known for misleading", is_trap, JMI_KEEP_OUT},
    {"one word, and in our word lists", is_small_and_listed, JMI_KEEP_OUT},
    {"one word that many names hold", is_small_and_everyday, JMI_KEEP_OUT},
    {"one small word as another name", is_small_alternative, JMI_KEEP_OUT},
    {"a phrase of words in our word lists only", is_all_listed, JMI_KEEP_OUT},
    {"one word, large: a name that looks like a word", looks_like_a_word, JMI_LET_IN_CASED},
    {"one word, a name", is_a_lone_name, JMI_LET_IN_EXACT},
    {"a product", is_a_product, JMI_LET_IN_EXACT},
};

jmi_verdict jmi_traps_judge(const jmi_label *label)
{
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
    if (rules[i].fits(label))
      return rules[i].verdict;
  return JMI_LET_IN;
}
