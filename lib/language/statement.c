/* SPDX-License-Identifier: MIT */
/* Reading one statement of a profile.
 *
 * In:  a sentence, or a named skill. Out: mentions: concepts and plain words, each with the level
 * and the months that the sentence says beside it. What is denied is not mentioned. */
#include "language/statement.h"

typedef struct telling {
  jmi_scribe *scribe;
  jmi_tokens tokens;
  jmi_hits hits;
  jmi_matches matches;
  uint8_t *level;    /* by token: said of it; JMI_LEVEL_NONE */
  int32_t *months;   /* by token: claimed of it; -1 */
  bool *silent;      /* by token: denied, or says level or years itself */
  const char *lower; /* the tokens' lower text, where the statement is kept; NULL until needed */
} telling;

static uint32_t token_at(const telling *t, uint32_t byte)
{
  uint32_t token = 0;
  while (token < t->tokens.count && t->tokens.items[token].start < byte)
    token++;
  return token;
}

static bool is_sign(const telling *t, uint32_t token, char sign)
{
  const jmi_token *tok = &t->tokens.items[token];
  return token < t->tokens.count && tok->kind == JMI_TOKEN_SIGN && tok->norm.at[0] == sign;
}

/* The phrase of several words that a token stands in; NULL when it stands in none. */
static const jmi_hit *phrase_of(const telling *t, uint32_t token)
{
  for (uint32_t h = 0; h < t->hits.count; h++) {
    const jmi_hit *hit = &t->hits.items[h];
    if (token >= hit->first && token < hit->first + hit->count)
      return hit->count > 1 ? hit : NULL;
  }
  return NULL;
}

/* "Fluent German" is one phrase of the lexicon, and says a level all the same. */
static void take_phrase_level(telling *t, const jmi_hit *hit, const jmi_match *match)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
  if (match->rule->subject == JMI_RULE_LEVEL
      && lexicon->concepts[hit->concept].kind == JMI_CONCEPT_LANGUAGE)
    t->level[hit->first] = (uint8_t)match->rule->says;
}

/* What a qualifying word qualifies. In brackets, or at the end, it looks back as far as a comma:
 * "Hebrew (basic)"; else it looks ahead to the end of the clause: "basic Hebrew and Greek". */
typedef struct reach {
  uint32_t first, end;
} reach;

static uint32_t clause_end(const telling *t, uint32_t token)
{
  uint32_t end = token;
  while (end < t->tokens.count && !is_sign(t, end, ';') && !is_sign(t, end, ')')
         && !is_sign(t, end, '(') && !jmi_str_is(t->tokens.items[end].norm, "but")
         && (end == token || (t->tokens.items[end].flags & JMI_TOKEN_FIRST) == 0))
    end++;
  return end;
}

static bool has_words(const telling *t, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++) {
    const jmi_token *token = &t->tokens.items[i];
    const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
    if (token->kind == JMI_TOKEN_WORD && !t->silent[i]
        && jmi_lexicon_token_class(lexicon, token) != JMI_WORD_STOP)
      return true;
  }
  return false;
}

static reach reach_of(const telling *t, uint32_t first, uint32_t end)
{
  uint32_t ahead = clause_end(t, end), back = first;
  bool in_brackets = first > 0 && is_sign(t, first - 1, '(');
  if (!in_brackets && has_words(t, end, ahead))
    return (reach){end, ahead};
  if (in_brackets)
    back--;
  while (back > 0
         && (is_sign(t, back - 1, '(') || is_sign(t, back - 1, '-') || is_sign(t, back - 1, ':')))
    back--;
  uint32_t start = back;
  while (start > 0 && !is_sign(t, start - 1, ',') && !is_sign(t, start - 1, ';')
         && !is_sign(t, start - 1, ')')
         && (start == back || (t->tokens.items[start].flags & JMI_TOKEN_FIRST) == 0))
    start--;
  return (reach){start, back};
}

/* A level's words end where a phrase begins: "basic [knowledge of Excel]". */
static uint32_t after_level(const telling *t, uint32_t first, uint32_t end)
{
  uint32_t after = first;
  while (after < end && phrase_of(t, after) == NULL)
    after++;
  return after;
}

static void take_match(telling *t, const jmi_match *match)
{
  uint32_t first = token_at(t, match->start), end = token_at(t, match->end);
  const jmi_hit *phrase = first < t->tokens.count ? phrase_of(t, first) : NULL;
  if (phrase != NULL)
    take_phrase_level(t, phrase, match);
  if (first >= t->tokens.count || phrase != NULL)
    return;
  switch (match->rule->subject) {
  case JMI_RULE_NEGATION:
  case JMI_RULE_DATES:
    for (uint32_t i = first; i < end; i++)
      t->silent[i] = true;
    break;
  case JMI_RULE_LEVEL: {
    for (uint32_t i = first; i < end; i++)
      t->silent[i] = phrase_of(t, i) == NULL;
    reach r = reach_of(t, first, after_level(t, first, end));
    for (uint32_t i = r.first; i < r.end; i++)
      t->level[i] = (uint8_t)match->rule->says;
    break;
  }
  case JMI_RULE_YEARS: {
    for (uint32_t i = first; i < end; i++)
      t->silent[i] = true;
    reach r = reach_of(t, first, end);
    for (uint32_t i = r.first; i < r.end; i++)
      t->months[i] = jmi_match_months(match, t->tokens.text);
    break;
  }
  default:
    break;
  }
}

static jm_status open_telling(telling *t, jmi_str plain)
{
  jmi_scribe *scribe = t->scribe;
  jm_status status =
      jmi_tokens_read(&t->tokens, &scribe->scratch, jmi_language_stems(scribe->language), plain);
  if (status == JM_OK)
    status = jmi_lexicon_scan(&t->hits, &scribe->scratch, jmi_language_lexicon(scribe->language),
                              &t->tokens, 0, t->tokens.count);
  if (status == JM_OK)
    status = jmi_rules_find(&t->matches, scribe, &t->tokens,
                            JMI_SUBJECT(JMI_RULE_NEGATION) | JMI_SUBJECT(JMI_RULE_LEVEL)
                                | JMI_SUBJECT(JMI_RULE_YEARS) | JMI_SUBJECT(JMI_RULE_DEGREE)
                                | JMI_SUBJECT(JMI_RULE_MATTER) | JMI_SUBJECT(JMI_RULE_DATES));
  t->level = JMI_NEW_ARRAY(&scribe->scratch, t->tokens.count, uint8_t);
  t->months = JMI_NEW_ARRAY(&scribe->scratch, t->tokens.count, int32_t);
  t->silent = JMI_NEW_ARRAY(&scribe->scratch, t->tokens.count, bool);
  if (status == JM_OK && scribe->scratch.failed)
    status = JM_ERR_MEMORY;
  for (uint32_t i = 0; status == JM_OK && i < t->tokens.count; i++)
    t->months[i] = -1;
  return status;
}

/* Moves a word to where the statement is kept: nearly all are parts of one text, kept once. */
static jmi_str kept(telling *t, jmi_str word)
{
  const char *from = t->tokens.lower, *copy;
  bool is_part = word.at >= from && word.at + word.len <= from + t->tokens.text.len;
  if (is_part && t->lower == NULL)
    t->lower = jmi_arena_copy(t->scribe->arena, from, t->tokens.text.len);
  if (is_part)
    copy = t->lower == NULL ? NULL : t->lower + (word.at - from);
  else
    copy = jmi_arena_copy(t->scribe->arena, word.at, word.len);
  return copy == NULL ? JMI_STR("") : (jmi_str){copy, word.len};
}

static void add_mention(telling *t, jmi_list *mentions, uint32_t concept, uint32_t first,
                        uint32_t count, bool inflected)
{
  const jmi_token *token = &t->tokens.items[first];
  jmi_mention *mention = JMI_PUSH(mentions, &t->scribe->scratch, jmi_mention);
  if (mention == NULL)
    return;
  *mention = (jmi_mention){.concept = concept,
                           .norm = JMI_STR(""),
                           .stem = JMI_STR(""),
                           .token = first,
                           .token_count = count,
                           .level = t->level[first],
                           .inflected = inflected,
                           .months = t->months[first]};
  if (concept != JMI_NONE)
    return;
  bool same = token->norm.at == token->stem.at && token->norm.len == token->stem.len;
  mention->norm = kept(t, token->norm);
  mention->stem = same ? mention->norm : kept(t, token->stem);
  mention->hash = token->hash;
}

static bool denied(const telling *t, const jmi_hit *hit)
{
  for (uint32_t i = 0; i < hit->count; i++)
    if (t->silent[hit->first + i])
      return true;
  return false;
}

/* A job's title names what it works with: "Python developer" shows Python. */
static void add_named_in_role(telling *t, jmi_list *mentions, const jmi_hit *role)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
  jmi_hits inner = {0};
  if (role->count < 2 || lexicon->concepts[role->concept].kind != JMI_CONCEPT_ROLE)
    return;
  for (uint32_t skip = 0; skip < 2; skip++) {
    uint32_t first = role->first + skip, end = role->first + role->count - 1 + skip;
    if (jmi_lexicon_scan(&inner, &t->scribe->scratch, lexicon, &t->tokens, first, end) != JM_OK)
      return;
    for (uint32_t h = 0; h < inner.count; h++)
      add_mention(t, mentions, inner.items[h].concept, inner.items[h].first, inner.items[h].count,
                  inner.items[h].inflected);
  }
}

static void add_mentions(telling *t, jmi_statement *statement)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
  jmi_list mentions = {.capacity = t->hits.count + t->tokens.count}; /* most need no more */
  mentions.items = JMI_NEW_ARRAY(&t->scribe->scratch, mentions.capacity, jmi_mention);
  if (mentions.items == NULL)
    return;
  for (uint32_t h = 0; h < t->hits.count; h++)
    if (!denied(t, &t->hits.items[h]))
      add_mention(t, &mentions, t->hits.items[h].concept, t->hits.items[h].first,
                  t->hits.items[h].count, t->hits.items[h].inflected);
  for (uint32_t h = 0; h < t->hits.count; h++)
    if (!denied(t, &t->hits.items[h]))
      add_named_in_role(t, &mentions, &t->hits.items[h]);
  for (uint32_t i = 0; i < t->tokens.count; i++) {
    const jmi_token *token = &t->tokens.items[i];
    if (token->kind == JMI_TOKEN_WORD && !t->silent[i]
        && jmi_lexicon_token_class(lexicon, token) != JMI_WORD_STOP)
      add_mention(t, &mentions, JMI_NONE, i, 1, false);
  }
  statement->mentions = JMI_NEW_ARRAY(t->scribe->arena, mentions.count, jmi_mention);
  if (statement->mentions == NULL || mentions.count == 0)
    return;
  memcpy(statement->mentions, mentions.items, mentions.count * sizeof(jmi_mention));
  statement->count = mentions.count;
}

static uint8_t degree_in(const telling *t)
{
  int16_t best = JMI_DEGREE_NONE;
  for (uint32_t i = 0; i < t->matches.count; i++)
    if (t->matches.items[i].rule->subject == JMI_RULE_DEGREE
        && t->matches.items[i].rule->says > best)
      best = t->matches.items[i].rule->says;
  return (uint8_t)best;
}

static uint16_t matters_in(const telling *t)
{
  uint16_t matters = 0;
  for (uint32_t i = 0; i < t->matches.count; i++) {
    const jmi_match *match = &t->matches.items[i];
    uint32_t last = token_at(t, match->end);
    if (match->rule->subject == JMI_RULE_MATTER && last > 0 && !t->silent[last - 1])
      matters |= (uint16_t)(1u << match->rule->says);
  }
  return matters;
}

/* Denials are taken first: levels and years inside them say nothing. */
static void take_matches(telling *t)
{
  for (int denials = 1; denials >= 0; denials--)
    for (uint32_t i = 0; i < t->matches.count; i++)
      if ((t->matches.items[i].rule->subject == JMI_RULE_NEGATION) == (denials == 1))
        take_match(t, &t->matches.items[i]);
}

jm_status jmi_statement_add(jmi_teller *teller, const jmi_entry *entry)
{
  jmi_scribe *scribe = teller->scribe;
  telling t = {.scribe = scribe};
  jmi_str plain;
  if (teller->statements.count >= teller->max_entries)
    return JM_ERR_LIMIT;
  jmi_statement *statement = JMI_PUSH(&teller->statements, scribe->arena, jmi_statement);
  if (statement == NULL)
    return JM_ERR_MEMORY;
  *statement = (jmi_statement){.entry = *entry};
  jmi_arena_reset(&scribe->scratch);
  jm_status status = jmi_text_plain(&plain, &scribe->scratch, entry->text);
  if (status == JM_OK)
    status = open_telling(&t, plain);
  if (status != JM_OK)
    return status;
  take_matches(&t);
  add_mentions(&t, statement);
  statement->degree = degree_in(&t);
  statement->matters = matters_in(&t);
  if (entry->kind == JMI_ENTRY_EDUCATION && entry->degree != JMI_DEGREE_NONE)
    statement->degree = entry->degree;
  else if (entry->kind == JMI_ENTRY_EDUCATION && statement->degree == JMI_DEGREE_NONE)
    statement->degree = (uint8_t)jmi_degree_of(entry->text);
  if (entry->group > teller->groups)
    teller->groups = entry->group;
  return scribe->arena->failed || scribe->scratch.failed ? JM_ERR_MEMORY : JM_OK;
}

jm_status jmi_profile_statements(jmi_statements *out, jmi_scribe *scribe,
                                 const jmi_profile *profile, uint32_t max_entries)
{
  jmi_teller teller = {.scribe = scribe, .max_entries = max_entries, .latest = profile->latest};
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < profile->count && status == JM_OK; i++)
    if (profile->entries[i].kind != JMI_ENTRY_PROSE)
      status = jmi_statement_add(&teller, &profile->entries[i]);
  for (uint32_t i = 0; i < profile->count && status == JM_OK; i++)
    if (profile->entries[i].kind == JMI_ENTRY_PROSE)
      status = jmi_prose_add(&teller, &profile->entries[i]);
  *out = (jmi_statements){teller.statements.items, teller.statements.count, teller.latest};
  return status;
}
