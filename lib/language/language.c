/* SPDX-License-Identifier: MIT */
/* The tables of rules made ready: triggers by word, patterns compiled when first triggered.
 *
 * In:  the rows of rules.c. Out: matches of a text. A word's mask tells which rules it triggers,
 * so that most lines run two or three of them. A pattern is compiled by whichever thread needs it
 * first and published by compare-and-swap; a thread that comes second frees its own. A rule that is
 * run often is compiled once more, to machine code: it finds the same. */
#include "language/rules.h"
#include "language/wording.h"

#include <assert.h>
#include <stdatomic.h>

#define RULES_MAX     128
#define TRIGGER_SLOTS 1024 /* a power of two, over twice the trigger words */

typedef struct mask {
  uint64_t bits[RULES_MAX / 64];
} mask;

typedef struct trigger {
  jmi_str word; /* len 0: an empty slot */
  mask rules;
} trigger;

typedef struct ready_rule {
  _Atomic(jmi_pattern *) patterns[2]; /* owns: NULL until needed; the second when run often */
  _Atomic uint32_t runs;              /* at most OFTEN; some may not be counted */
  uint32_t subject;                   /* JMI_SUBJECT() of it */
  uint16_t reach;                     /* how far before its trigger a match may begin */
  bool from_start;                    /* it matches from the start of a phrase on, nowhere else */
} ready_rule;

#define OFTEN 64 /* so many runs, and machine code has soon paid for its making */

struct jmi_language {
  jm_allocator allocator;
  const jmi_lexicon *lexicon;
  const jmi_stems *stems;
  ready_rule *rules; /* owns: RULES_MAX of them */
  uint32_t rule_count;
  trigger triggers[TRIGGER_SLOTS];
};

static trigger *trigger_slot(jmi_language *language, jmi_str word)
{
  uint32_t slot = (uint32_t)jmi_str_hash(word) & (TRIGGER_SLOTS - 1);
  while (language->triggers[slot].word.len > 0
         && !jmi_str_equal(language->triggers[slot].word, word))
    slot = (slot + 1) & (TRIGGER_SLOTS - 1);
  return &language->triggers[slot];
}

static void add_triggers(jmi_language *language, uint32_t rule)
{
  const char *at = jmi_rule_at(rule)->words;
  while (*at != '\0') {
    const char *end = at;
    while (*end != '\0' && *end != ' ')
      end++;
    jmi_str word = {at, (uint32_t)(end - at)};
    trigger *slot = trigger_slot(language, word);
    slot->word = word;
    slot->rules.bits[rule / 64] |= (uint64_t)1 << rule % 64;
    at = *end == ' ' ? end + 1 : end;
  }
}

/* A match begins no further before its trigger than this: a rule that begins with its phrase may
 * begin far before it. Long text is so never read over and over. */
#define REACH           80
#define REACH_OF_PHRASE 320

static bool begins_with(const jmi_rule *rule, const char *start)
{
  return strncmp(rule->pattern, start, strlen(start)) == 0;
}

static void init_rule(ready_rule *ready, const jmi_rule *rule)
{
  *ready = (ready_rule){.subject = JMI_SUBJECT(rule->subject),
                        .reach = begins_with(rule, "(?:^|(?<=") ? REACH_OF_PHRASE : REACH,
                        .from_start = begins_with(rule, FROM_START)};
  atomic_init(&ready->patterns[0], NULL);
  atomic_init(&ready->patterns[1], NULL);
  atomic_init(&ready->runs, 0);
}

jm_status jmi_language_new(jmi_language **out, const jm_allocator *allocator,
                           const jmi_lexicon *lexicon, const jmi_stems *stems)
{
  *out = NULL;
  assert(jmi_rule_count() <= RULES_MAX);
  jmi_language *language = jmi_alloc_array(allocator, 1, sizeof *language);
  if (language == NULL)
    return JM_ERR_MEMORY;
  memset(language, 0, sizeof *language);
  language->allocator = *allocator;
  language->rules = jmi_alloc_array(allocator, RULES_MAX, sizeof *language->rules);
  if (language->rules == NULL) {
    jmi_free_array(allocator, language, 1, sizeof *language);
    return JM_ERR_MEMORY;
  }
  language->lexicon = lexicon;
  language->stems = stems;
  language->rule_count = jmi_rule_count();
  for (uint32_t rule = 0; rule < language->rule_count; rule++) {
    init_rule(&language->rules[rule], jmi_rule_at(rule));
    add_triggers(language, rule);
  }
  *out = language;
  return JM_OK;
}

void jmi_language_free(jmi_language *language)
{
  if (language == NULL)
    return;
  for (uint32_t rule = 0; rule < language->rule_count; rule++)
    for (int often = 0; often <= 1; often++)
      jmi_pattern_free(atomic_load(&language->rules[rule].patterns[often]));
  jm_allocator allocator = language->allocator;
  jmi_free_array(&allocator, language->rules, RULES_MAX, sizeof *language->rules);
  jmi_free_array(&allocator, language, 1, sizeof *language);
}

const jmi_lexicon *jmi_language_lexicon(const jmi_language *language)
{
  return language->lexicon;
}

const jmi_stems *jmi_language_stems(const jmi_language *language)
{
  return language->stems;
}

jm_status jmi_scribe_init(jmi_scribe *scribe, const jmi_language *language, jmi_arena *arena,
                          uint32_t max_parts)
{
  *scribe = (jmi_scribe){.language = language, .arena = arena, .max_parts = max_parts};
  jmi_arena_init(&scribe->scratch, &language->allocator);
  return jmi_pattern_run_new(&scribe->run, &language->allocator);
}

const char *jmi_scribe_take_limit(jmi_scribe *scribe)
{
  const char *rule = scribe->limited;
  scribe->limited = NULL;
  return rule;
}

void jmi_scribe_dispose(jmi_scribe *scribe)
{
  jmi_pattern_run_free(scribe->run);
  jmi_arena_dispose(&scribe->scratch);
  scribe->run = NULL;
}

/* Counts a run of a rule: 1 when it is run often, else 0. */
static int run_often(ready_rule *rule)
{
  uint32_t runs = atomic_load_explicit(&rule->runs, memory_order_relaxed);
  if (runs < OFTEN)
    atomic_store_explicit(&rule->runs, runs + 1, memory_order_relaxed);
  return runs >= OFTEN;
}

/* The rule's compiled pattern. Once published it never changes. */
static jm_status rule_pattern(const jmi_pattern **out, const jmi_language *language, uint32_t rule)
{
  int often = run_often(&language->rules[rule]);
  _Atomic(jmi_pattern *) *place = &language->rules[rule].patterns[often];
  jmi_pattern *pattern = atomic_load_explicit(place, memory_order_acquire);
  if (pattern == NULL) {
    jmi_pattern *fresh = NULL;
    jm_status status = jmi_pattern_new(&fresh, &language->allocator,
                                       jmi_str_of(jmi_rule_at(rule)->pattern), true, NULL, NULL);
    if (status != JM_OK)
      return status;
    if (often == 1)
      jmi_pattern_hasten(fresh);
    if (atomic_compare_exchange_strong(place, &pattern, fresh))
      pattern = fresh;
    else
      jmi_pattern_free(fresh);
  }
  *out = pattern;
  return JM_OK;
}

/* The rules that a token triggers; NULL when it triggers none. */
static const mask *triggered(const jmi_language *language, const jmi_token *token)
{
  if (token->kind == JMI_TOKEN_SIGN)
    return NULL;
  uint32_t slot = (uint32_t)token->norm_hash & (TRIGGER_SLOTS - 1);
  for (; language->triggers[slot].word.len > 0; slot = (slot + 1) & (TRIGGER_SLOTS - 1))
    if (jmi_str_equal(language->triggers[slot].word, token->norm))
      return &language->triggers[slot].rules;
  return NULL;
}

static bool overlaps(const jmi_list *found, uint8_t subject, uint32_t start, uint32_t end)
{
  for (uint32_t i = 0; i < found->count; i++) {
    const jmi_match *match = JMI_AT(found, jmi_match, i);
    if (match->rule->subject == subject && start < match->end && match->start < end)
      return true;
  }
  return false;
}

static jm_status add_match(jmi_list *found, jmi_scribe *scribe, const jmi_pattern *pattern,
                           const jmi_rule *rule, jmi_str text)
{
  uint32_t start = 0, end = 0, unit = jmi_pattern_group(pattern, "unit"), u_start, u_end;
  jmi_pattern_span(scribe->run, 0, &start, &end);
  if (overlaps(found, rule->subject, start, end))
    return JM_OK;
  jmi_match *match = JMI_PUSH(found, &scribe->scratch, jmi_match);
  if (match == NULL)
    return JM_ERR_MEMORY;
  *match = (jmi_match){.rule = rule, .start = start, .end = end};
  uint32_t n = jmi_pattern_group(pattern, "n");
  if (n == 0 || !jmi_pattern_span(scribe->run, n, &match->n_start, &match->n_end))
    match->n_start = match->n_end = 0;
  if (unit != 0 && jmi_pattern_span(scribe->run, unit, &u_start, &u_end))
    match->in_months = jmi_lower(text.at[u_start]) == 'm';
  return JM_OK;
}

/* Runs a rule's pattern where it may begin, from `start` to `last`. */
static jmi_found run_rule(jmi_scribe *scribe, const jmi_pattern *pattern, const ready_rule *rule,
                          jmi_str text, uint32_t start, uint32_t last)
{
  if (!rule->from_start)
    return jmi_pattern_find_within(pattern, scribe->run, text, start, last);
  jmi_found answer = JMI_FOUND_NO;
  for (uint32_t at = start; at <= last && answer == JMI_FOUND_NO; at++)
    if (at == 0 || strchr(".;,(", text.at[at - 1]) != NULL)
      answer = jmi_pattern_find_within(pattern, scribe->run, text, at, at);
  return answer;
}

/* Looks for a rule around one of its triggers, from byte `from` on; *from moves behind a match. */
static jm_status find_near(jmi_list *found, jmi_scribe *scribe, uint32_t rule,
                           const jmi_token *cause, jmi_str text, uint32_t *from)
{
  const jmi_pattern *pattern;
  const ready_rule *ready = &scribe->language->rules[rule];
  uint32_t start = cause->start > ready->reach ? cause->start - ready->reach : 0;
  jm_status status = rule_pattern(&pattern, scribe->language, rule);
  if (status != JM_OK)
    return status;
  start = start > *from ? start : *from;
  jmi_found answer = run_rule(scribe, pattern, ready, text, start, cause->start);
  if (answer == JMI_FOUND_MEMORY)
    return JM_ERR_MEMORY;
  if (answer == JMI_FOUND_LIMIT && scribe->limited == NULL)
    scribe->limited = jmi_rule_at(rule)->id;
  if (answer != JMI_FOUND_YES) {
    *from = cause->start + 1; /* where it does not begin for one trigger, it does for none */
    return JM_OK;
  }
  uint32_t first = 0, end = 0;
  jmi_pattern_span(scribe->run, 0, &first, &end);
  *from = end > first ? end : end + 1;
  return add_match(found, scribe, pattern, jmi_rule_at(rule), text);
}

/* More triggers of one rule in one line than any person writes: a bound, not a meaning. */
#define TRIES_MAX 256

static jm_status find_rule(jmi_list *found, jmi_scribe *scribe, uint32_t rule,
                           const jmi_tokens *tokens, const mask *const *masks)
{
  jm_status status = JM_OK;
  uint32_t from = 0, tries = 0;
  for (uint32_t t = 0; t < tokens->count && status == JM_OK && tries < TRIES_MAX; t++) {
    const jmi_token *token = &tokens->items[t];
    if (masks[t] != NULL && (masks[t]->bits[rule / 64] >> rule % 64 & 1) != 0
        && token->start >= from) {
      tries++;
      status = find_near(found, scribe, rule, token, tokens->text, &from);
    }
  }
  return status;
}

jm_status jmi_rules_find(jmi_matches *out, jmi_scribe *scribe, const jmi_tokens *tokens,
                         uint32_t subjects)
{
  mask rules = {{0}};
  jmi_list found = {0};
  const mask **masks = JMI_NEW_ARRAY(&scribe->scratch, tokens->count, const mask *);
  if (masks == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t t = 0; t < tokens->count; t++) {
    masks[t] = triggered(scribe->language, &tokens->items[t]);
    for (size_t w = 0; masks[t] != NULL && w < RULES_MAX / 64; w++)
      rules.bits[w] |= masks[t]->bits[w];
  }
  jm_status status = JM_OK;
  for (uint32_t w = 0; w < RULES_MAX / 64; w++)
    for (uint32_t rule = w * 64; rules.bits[w] != 0 && status == JM_OK; rule++) {
      bool is_on = (rules.bits[w] & 1) != 0;
      rules.bits[w] >>= 1;
      if (is_on && (subjects & scribe->language->rules[rule].subject) != 0)
        status = find_rule(&found, scribe, rule, tokens, masks);
    }
  *out = (jmi_matches){found.items, found.count};
  return status;
}

static const char *const number_words[] = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

int32_t jmi_number_of(jmi_str text)
{
  int32_t number = 0;
  if (text.len > 0 && jmi_is_digit(text.at[0])) {
    for (uint32_t i = 0; i < text.len && jmi_is_digit(text.at[i]) && number < 10000; i++)
      number = number * 10 + (text.at[i] - '0');
    return number;
  }
  for (int32_t w = 1; w < (int32_t)(sizeof number_words / sizeof *number_words); w++) {
    uint32_t len = (uint32_t)strlen(number_words[w]), i = 0;
    while (i < len && i < text.len && jmi_lower(text.at[i]) == number_words[w][i])
      i++;
    if (i == len && text.len == len)
      return w;
  }
  return 0;
}

int32_t jmi_match_months(const jmi_match *match, jmi_str text)
{
  int32_t number = jmi_number_of(jmi_str_cut(text, match->n_start, match->n_end));
  return match->in_months ? number : number * 12;
}
