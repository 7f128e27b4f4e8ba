/* SPDX-License-Identifier: MIT */
/* Reading one statement of a profile.
 *
 * In:  a sentence, or a named skill. Out: mentions: concepts and plain words, each with the level
 * and the months that the sentence says beside it. What is denied is not mentioned. */
#include "language/statement.h"
#include "language/subjects.h"

typedef struct telling {
  jmi_scribe *scribe;
  jmi_tokens tokens;
  jmi_hits hits;
  const uint32_t *words; /* by token: its number in the lexicon; JMI_NONE */
  jmi_matches matches;
  uint8_t *level;         /* by token: said of it; JMI_LEVEL_NONE */
  int32_t *months;        /* by token: claimed of it; -1 */
  bool *silent;           /* by token: denied, or says level or years itself */
  const char *lower;      /* the tokens' lower text, where it is kept; NULL until needed */
  const char *limit_rule; /* not NULL: this rule hit its limit */
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

/* "English C1", "German: native speaker", "Excel: advanced, Word": what was named stands before. */
static bool looks_back(const telling *t, uint32_t first, uint32_t end)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
  bool sign = first > 0 && (is_sign(t, first - 1, ':') || is_sign(t, first - 1, '-'));
  uint32_t named = sign ? first - 1 : first;
  bool closed = end >= t->tokens.count || t->tokens.items[end].kind == JMI_TOKEN_SIGN;
  for (uint32_t h = 0; h < t->hits.count; h++) {
    const jmi_hit *hit = &t->hits.items[h];
    if (hit->first + hit->count == named)
      return (sign && closed) || lexicon->concepts[hit->concept].kind == JMI_CONCEPT_LANGUAGE;
  }
  return false;
}

static reach reach_of(const telling *t, uint32_t first, uint32_t end)
{
  uint32_t ahead = clause_end(t, end), back = first;
  bool in_brackets = first > 0 && is_sign(t, first - 1, '(');
  if (!in_brackets && !looks_back(t, first, end) && has_words(t, end, ahead))
    return (reach){end, ahead};
  if (in_brackets)
    back--;
  while (back > 0
         && (is_sign(t, back - 1, '(') || is_sign(t, back - 1, '-') || is_sign(t, back - 1, ':')))
    back--;
  uint32_t start = back;
  while (start > 0 && !is_sign(t, start - 1, ',') && !is_sign(t, start - 1, ';')
         && !is_sign(t, start - 1, ')') && !is_sign(t, start - 1, '|')
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
  t->words = t->hits.words;
  if (status == JM_OK)
    status = jmi_rules_find(&t->matches, scribe, &t->tokens,
                            JMI_SUBJECT(JMI_RULE_NEGATION) | JMI_SUBJECT(JMI_RULE_LEVEL)
                                | JMI_SUBJECT(JMI_RULE_YEARS) | JMI_SUBJECT(JMI_RULE_DEGREE)
                                | JMI_SUBJECT(JMI_RULE_MATTER));
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
                           .word = JMI_NONE,
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
  mention->word = t->words[first];
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

/* A hit that begins in tokens [first, end), and is not denied. */
static bool tells(const telling *t, const jmi_hit *hit, uint32_t first, uint32_t end)
{
  return hit->first >= first && hit->first < end && !denied(t, hit);
}

/* Gives a statement what tokens [first, end) mention. */
static void add_mentions(telling *t, jmi_statement *statement, uint32_t first, uint32_t end)
{
  const jmi_lexicon *lexicon = jmi_language_lexicon(t->scribe->language);
  jmi_list mentions = {.capacity = t->hits.count + t->tokens.count}; /* most need no more */
  mentions.items = JMI_NEW_ARRAY(&t->scribe->scratch, mentions.capacity, jmi_mention);
  if (mentions.items == NULL)
    return;
  for (uint32_t h = 0; h < t->hits.count; h++)
    if (tells(t, &t->hits.items[h], first, end))
      add_mention(t, &mentions, t->hits.items[h].concept, t->hits.items[h].first,
                  t->hits.items[h].count, t->hits.items[h].inflected);
  for (uint32_t h = 0; h < t->hits.count; h++)
    if (tells(t, &t->hits.items[h], first, end))
      add_named_in_role(t, &mentions, &t->hits.items[h]);
  for (uint32_t i = first; i < end; i++) {
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

/* Gives a statement the degree and the matters that bytes [start, end) speak of. */
static void add_rules(const telling *t, jmi_statement *statement, uint32_t start, uint32_t end)
{
  for (uint32_t i = 0; i < t->matches.count; i++) {
    const jmi_match *match = &t->matches.items[i];
    uint32_t last = token_at(t, match->end);
    if (match->start < start || match->start >= end)
      continue;
    if (match->rule->subject == JMI_RULE_DEGREE && match->rule->says > statement->degree)
      statement->degree = (uint8_t)match->rule->says;
    if (match->rule->subject == JMI_RULE_MATTER && last > 0 && !t->silent[last - 1])
      statement->matters |= (uint16_t)(1u << match->rule->says);
  }
}

/* The words of a date name nothing. */
static void take_dates(telling *t)
{
  jmi_dates dates;
  uint32_t token = 0;
  for (uint32_t at = 0; jmi_dates_next(&dates, t->tokens.text, at); at = dates.end)
    for (; token < t->tokens.count && t->tokens.items[token].start < dates.end; token++)
      if (t->tokens.items[token].start >= dates.start
          && t->tokens.items[token].kind
                 == JMI_TOKEN_WORD) /* "Windows Server 2019" keeps its year */
        t->silent[token] = true;
}

/* Denials are taken first: levels and years inside them say nothing. */
static void take_matches(telling *t)
{
  take_dates(t);
  for (int denials = 1; denials >= 0; denials--)
    for (uint32_t i = 0; i < t->matches.count; i++)
      if ((t->matches.items[i].rule->subject == JMI_RULE_NEGATION) == (denials == 1))
        take_match(t, &t->matches.items[i]);
}

static jm_status read_telling(telling *t, jmi_teller *teller, const jmi_entry *entry)
{
  jmi_str plain;
  *t = (telling){.scribe = teller->scribe};
  if (entry->group > teller->groups)
    teller->groups = entry->group;
  jmi_arena_reset(&t->scribe->scratch);
  jm_status status = jmi_text_plain(&plain, &t->scribe->scratch, entry->text);
  if (status == JM_OK)
    status = open_telling(t, plain);
  if (status != JM_OK)
    return status;
  t->limit_rule = jmi_scribe_take_limit(t->scribe);
  if (t->limit_rule != NULL) /* what it denies is not known: it shows nothing */
    return JM_OK;
  take_matches(t);
  jmi_names_silence(t->silent, &t->tokens, &t->hits, jmi_language_lexicon(t->scribe->language),
                    entry->kind);
  return JM_OK;
}

static jm_status add_statement(jmi_teller *teller, telling *t, const jmi_entry *entry,
                               uint32_t first, uint32_t end)
{
  if (teller->statements.count >= teller->max_entries)
    return JM_ERR_LIMIT;
  jmi_statement *statement = JMI_PUSH(&teller->statements, t->scribe->arena, jmi_statement);
  if (statement == NULL)
    return JM_ERR_MEMORY;
  bool whole = end - first == t->tokens.count;
  *statement = (jmi_statement){.entry = *entry, .limit_rule = t->limit_rule};
  if (t->limit_rule != NULL) {
    teller->limited++;
    return JM_OK;
  }
  add_mentions(t, statement, first, end);
  add_rules(t, statement, whole ? 0 : t->tokens.items[first].start,
            whole ? UINT32_MAX : t->tokens.items[end - 1].end);
  if (entry->kind == JMI_ENTRY_EDUCATION && entry->degree != JMI_DEGREE_NONE)
    statement->degree = entry->degree;
  else if (entry->kind == JMI_ENTRY_EDUCATION && statement->degree == JMI_DEGREE_NONE)
    statement->degree = (uint8_t)jmi_degree_of(entry->text);
  if (entry->kind == JMI_ENTRY_EDUCATION || statement->degree != JMI_DEGREE_NONE)
    jmi_subjects_read(&statement->in, &t->tokens, t->silent, first, end);
  return t->scribe->arena->failed || t->scribe->scratch.failed ? JM_ERR_MEMORY : JM_OK;
}

jm_status jmi_statement_add(jmi_teller *teller, const jmi_entry *entry)
{
  telling t;
  jm_status status = read_telling(&t, teller, entry);
  return status == JM_OK ? add_statement(teller, &t, entry, 0, t.tokens.count) : status;
}

/* ---- lists ------------------------------------------------------------------------------ */

/* A phrase that reaches over the end of an item ("Word, Excel" is one of the lexicon) is none in
 * it: the item is looked through by itself. */
static jm_status cut_hits(telling *t, uint32_t first, uint32_t end)
{
  bool crossed = false;
  for (uint32_t h = 0; h < t->hits.count; h++) {
    uint32_t hit = t->hits.items[h].first, hit_end = hit + t->hits.items[h].count;
    crossed = crossed || (hit < end && hit_end > end) || (hit < first && hit_end > first);
  }
  if (!crossed)
    return JM_OK;
  return jmi_lexicon_scan(&t->hits, &t->scribe->scratch, jmi_language_lexicon(t->scribe->language),
                          &t->tokens, first, end);
}

static jm_status add_item(jmi_teller *teller, telling *t, const jmi_entry *entry,
                          const jmi_item *item)
{
  jmi_entry one = *entry;
  jmi_hits all = t->hits;
  uint32_t start = t->tokens.items[item->first].start;
  one.text.len = t->tokens.items[item->end - 1].end - start;
  one.text.at = jmi_arena_copy(t->scribe->arena, t->tokens.text.at + start, one.text.len);
  jm_status status = one.text.at == NULL ? JM_ERR_MEMORY : cut_hits(t, item->first, item->end);
  if (status == JM_OK)
    status = add_statement(teller, t, &one, item->first, item->end);
  t->hits = all;
  return status;
}

jm_status jmi_statement_add_list(jmi_teller *teller, const jmi_entry *entry)
{
  telling t;
  jmi_list items = {0};
  jm_status status = read_telling(&t, teller, entry);
  if (status == JM_OK)
    status = jmi_items_cut(&items, &t.scribe->scratch, &t.tokens, &t.hits, t.silent,
                           jmi_language_lexicon(t.scribe->language));
  if (status == JM_OK && items.count == 0)
    status = add_statement(teller, &t, entry, 0, t.tokens.count);
  for (uint32_t i = 0; i < items.count && status == JM_OK; i++)
    status = add_item(teller, &t, entry, JMI_AT(&items, jmi_item, i));
  return status;
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
  *out = (jmi_statements){teller.statements.items, teller.statements.count, teller.limited,
                          teller.latest};
  return status;
}
