/* SPDX-License-Identifier: MIT */
/* The index: for each concept and each stem, which statements of a profile show it and how well.
 *
 * In:  text. Out: a profile that any number of threads may score.
 * A concept that is mentioned is shown; so is all that is broader (whoever knows PostgreSQL knows
 * relational databases); what it implies counts six tenths, and what is related, a transferable
 * skill, half.
 *
 *   "PostgreSQL" in statement 4   ->  PostgreSQL           1000  alias
 *                                     relational database  1000  narrower
 *                                     MySQL                 500  related
 *                                     stem "postgresql"    1000  alias                           */
#include "jobmatch/profile.h"

#include "match/match.h"

#include <stdlib.h>

#define CREDIT_FULL    1000
#define CREDIT_IMPLIED 600 /* whoever has the one has probably done the other */
#define CREDIT_RELATED 500

const char *const jmi_how_words[JMI_HOW_COUNT] = {
    [JMI_HOW_NONE] = "none",         [JMI_HOW_STATED] = "stated", [JMI_HOW_DATES] = "dates",
    [JMI_HOW_PATTERN] = "pattern",   [JMI_HOW_ALIAS] = "alias",   [JMI_HOW_INFLECTED] = "inflected",
    [JMI_HOW_NARROWER] = "narrower", [JMI_HOW_WORDS] = "words",   [JMI_HOW_SPREAD] = "spread",
    [JMI_HOW_RELATED] = "related",
};

typedef struct indexer {
  jm_profile *profile;
  jmi_arena scratch; /* owns: what is shown, until it is in order */
  jmi_shown *shown;
  uint32_t count;
} indexer;

static void show(indexer *ix, uint64_t key, uint32_t statement, const jmi_mention *mention,
                 uint16_t credit, jmi_how how)
{
  const jmi_entry *entry = &ix->profile->statements.items[statement].entry;
  ix->shown[ix->count++] =
      (jmi_shown){.key = key,
                  .statement = statement,
                  .months = mention->months >= 0 ? mention->months : entry->months,
                  .credit = credit,
                  .how = (uint8_t)how,
                  .level = mention->level != JMI_LEVEL_NONE ? mention->level : entry->level,
                  .mention = mention};
}

static void show_concept(indexer *ix, uint32_t statement, const jmi_mention *mention)
{
  const jmi_lexicon *lexicon = ix->profile->scorer->lexicon;
  const jmi_concept *concept = &lexicon->concepts[mention->concept];
  const uint32_t *link = lexicon->links + concept->first_link;
  jmi_how how = mention->inflected ? JMI_HOW_INFLECTED : JMI_HOW_ALIAS;
  show(ix, mention->concept, statement, mention, CREDIT_FULL, how);
  for (uint32_t i = 0; i < concept->broader_count; i++)
    show(ix, *link++, statement, mention, CREDIT_FULL, JMI_HOW_NARROWER);
  for (uint32_t i = 0; i < concept->implied_count; i++)
    show(ix, *link++, statement, mention, CREDIT_IMPLIED, JMI_HOW_RELATED);
  for (uint32_t i = 0; i < concept->related_count; i++)
    show(ix, *link++, statement, mention, CREDIT_RELATED, JMI_HOW_RELATED);
}

/* A word is shown, and one that stands for any of its families is shown a little less. */
static void show_word(indexer *ix, uint32_t statement, const jmi_mention *mention)
{
  const jmi_lexicon *lexicon = ix->profile->scorer->lexicon;
  uint64_t key = jmi_word_key(mention->word, mention->hash);
  show(ix, key, statement, mention, CREDIT_FULL, JMI_HOW_ALIAS);
  if (mention->word == JMI_NONE)
    return;
  const jmi_word *word = &lexicon->words[mention->word];
  for (uint32_t k = 0; k < word->kin_count; k++)
    show(ix, lexicon->kin[word->kin + k] | JMI_KEY_FAMILY, statement, mention, JMI_CREDIT_KIN,
         JMI_HOW_WORDS);
}

/* How many things a mention shows. */
static uint32_t shown_by(const jmi_lexicon *lexicon, const jmi_mention *mention)
{
  if (mention->concept == JMI_NONE)
    return 1 + (mention->word == JMI_NONE ? 0u : lexicon->words[mention->word].kin_count);
  const jmi_concept *concept = &lexicon->concepts[mention->concept];
  return 1u + concept->broader_count + concept->implied_count + concept->related_count;
}

static jm_status make_room(indexer *ix)
{
  const jmi_statements *statements = &ix->profile->statements;
  uint32_t room = 0;
  for (uint32_t s = 0; s < statements->count; s++)
    for (uint32_t m = 0; m < statements->items[s].count; m++)
      room += shown_by(ix->profile->scorer->lexicon, &statements->items[s].mentions[m]);
  ix->shown = JMI_NEW_ARRAY(&ix->scratch, room, jmi_shown);
  return ix->shown == NULL ? JM_ERR_MEMORY : JM_OK;
}

static jm_status build_index(jm_profile *profile)
{
  indexer ix = {.profile = profile};
  jmi_arena_init(&ix.scratch, &profile->scorer->allocator);
  jm_status status = make_room(&ix);
  for (uint32_t s = 0; status == JM_OK && s < profile->statements.count; s++) {
    const jmi_statement *statement = &profile->statements.items[s];
    for (uint32_t m = 0; m < statement->count; m++) {
      const jmi_mention *mention = &statement->mentions[m];
      if (mention->concept != JMI_NONE)
        show_concept(&ix, s, mention);
      else
        show_word(&ix, s, mention);
    }
  }
  if (status == JM_OK)
    status = jmi_shown_order(profile, &ix.scratch, ix.shown, ix.count);
  jmi_arena_dispose(&ix.scratch);
  return status;
}

const jmi_shown *jmi_index_find(const jm_profile *profile, uint64_t key, uint32_t *count)
{
  uint32_t low = 0, high = profile->shown_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (profile->shown[middle].key < key)
      low = middle + 1;
    else
      high = middle;
  }
  uint32_t end = low;
  while (end < profile->shown_count && profile->shown[end].key == key)
    end++;
  *count = end - low;
  return *count == 0 ? NULL : profile->shown + low;
}

/* ---- time ------------------------------------------------------------------------------- */

static int compare_intervals(const void *a, const void *b)
{
  const jmi_interval *x = a, *y = b;
  return x->from != y->from ? (x->from < y->from ? -1 : 1) : (x->end > y->end) - (x->end < y->end);
}

int32_t jmi_months_union(jmi_interval *intervals, uint32_t count)
{
  int32_t total = 0;
  jmi_month covered = INT32_MIN;
  if (count > 0)
    qsort(intervals, count, sizeof *intervals, compare_intervals);
  for (uint32_t i = 0; i < count; i++) {
    jmi_month from = intervals[i].from > covered ? intervals[i].from : covered;
    if (intervals[i].end > from)
      total += intervals[i].end - from;
    covered = intervals[i].end > covered ? intervals[i].end : covered;
  }
  return total;
}

bool jmi_statement_interval(const jm_profile *profile, uint32_t statement, jmi_interval *out)
{
  const jmi_entry *entry = &profile->statements.items[statement].entry;
  if (entry->from == JMI_MONTH_NONE)
    return false;
  jmi_month to =
      entry->to == JMI_MONTH_OPEN || entry->to == JMI_MONTH_NONE ? profile->present : entry->to;
  if (to == JMI_MONTH_NONE || to < entry->from)
    to = entry->from;
  *out = (jmi_interval){entry->from, to + 1};
  return true;
}

static bool is_work(uint8_t kind)
{
  return kind == JMI_ENTRY_TITLE || kind == JMI_ENTRY_HIGHLIGHT;
}

/* Work in total: the union of dated jobs, or what a statement claims ("12 years of experience"). */
static jm_status count_total(jm_profile *profile)
{
  jmi_arena scratch;
  jmi_arena_init(&scratch, &profile->scorer->allocator);
  jmi_interval *intervals = JMI_NEW_ARRAY(&scratch, profile->statements.count, jmi_interval);
  uint32_t count = 0;
  int32_t claimed = 0;
  for (uint32_t s = 0; intervals != NULL && s < profile->statements.count; s++) {
    const jmi_statement *statement = &profile->statements.items[s];
    if (is_work(statement->entry.kind) && jmi_statement_interval(profile, s, &intervals[count]))
      count++;
    for (uint32_t m = 0; m < statement->count; m++)
      if (statement->mentions[m].months > claimed)
        claimed = statement->mentions[m].months;
  }
  if (intervals != NULL)
    profile->total_months = jmi_months_union(intervals, count);
  if (claimed > profile->total_months)
    profile->total_months = claimed;
  jmi_arena_dispose(&scratch);
  return intervals == NULL ? JM_ERR_MEMORY : JM_OK;
}

/* ---- loading ---------------------------------------------------------------------------- */

static jm_status read_statements(jm_profile *profile, jm_error *err)
{
  const jm_limits *limits = &profile->scorer->limits;
  jmi_scribe scribe;
  jm_status status = jmi_scribe_init(&scribe, profile->scorer->language, &profile->arena,
                                     (uint32_t)limits->max_parts);
  if (status == JM_OK)
    status = jmi_profile_statements(&profile->statements, &scribe, &profile->given,
                                    (uint32_t)limits->max_entries);
  jmi_scribe_dispose(&scribe);
  if (status == JM_ERR_LIMIT)
    return jmi_fail(err, status, "the profile has more than %lld entries (max_entries)",
                    (long long)limits->max_entries);
  return status;
}

static jm_status fill(jm_profile *profile, const char *text, size_t len, jm_error *err)
{
  const jm_scorer *scorer = profile->scorer;
  jmi_document_limits limits = jmi_limits_document(&scorer->limits);
  const jmi_node *root;
  jm_status status = jmi_document_read(&root, &profile->arena, text, len, &limits, err);
  if (status == JM_OK)
    status = jmi_profile_read(&profile->given, &profile->arena, root, &scorer->limits, err);
  if (status == JM_OK)
    status = read_statements(profile, err);
  if (status == JM_OK)
    status = build_index(profile);
  profile->present = scorer->as_of != JMI_MONTH_NONE ? scorer->as_of : profile->statements.latest;
  return status == JM_OK ? count_total(profile) : status;
}

jm_status jm_profile_load(jm_profile **out, const jm_scorer *scorer, const char *text, size_t len,
                          jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL || (text == NULL && len > 0))
    return jmi_fail(err, JM_ERR_ARGUMENT, "out, scorer or text is NULL");
  jm_profile *profile = jmi_alloc_array(&scorer->allocator, 1, sizeof *profile);
  if (profile == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *profile = (jm_profile){.scorer = scorer, .hash = jmi_text_hash(text, len)};
  jmi_arena_init(&profile->arena, &scorer->allocator);
  jm_status status = fill(profile, text == NULL ? "" : text, len, err);
  if (status == JM_OK) {
    *out = profile;
    return JM_OK;
  }
  jm_profile_free(profile);
  return jmi_fail(err, status, "%s", jm_status_string(status));
}

void jm_profile_free(jm_profile *profile)
{
  if (profile == NULL)
    return;
  jm_allocator allocator = profile->scorer->allocator;
  jmi_arena_dispose(&profile->arena);
  jmi_free_array(&allocator, profile, 1, sizeof *profile);
}

int64_t jm_profile_entry_count(const jm_profile *profile)
{
  return profile == NULL ? 0 : profile->statements.count;
}
