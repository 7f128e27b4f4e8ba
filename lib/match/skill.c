/* SPDX-License-Identifier: MIT */
/* Matching what a part names: skills, traits, certificates, languages.
 *
 * For each unit of the part, each statement has a credit. A statement's strength is the weighted
 * mean of its units' credits; what the statement beside it (in the same job) shows counts a
 * little less. All statements together count less again, and say so (`spread`).
 *
 *   part "coordinate trade shows"     statement 7 "Coordinated six trade shows"   1000
 *                                     statement 9 "Coordinated the print run"      333
 *
 * The anchor, the part's first specific concept, must be shown somewhere: no number of other words
 * makes up for it (README, "Scoring", rule 5). */
#include "match/match.h"

#define NEIGHBOUR_SHARE  800  /* of 1000: a unit shown one statement away */
#define LEAST_WORD       1000 /* words that tell less show no concept */
#define WORDS_SHARE      700  /* a concept's own words, all in one statement, but not the phrase */
#define WEAK_CAP         600  /* an anchor shown only by words or kin: partly at most */
#define DATED_CREDIT     500  /* what a statement must show of the anchor for its dates to count */
#define LEVEL_CAP        600  /* shown at too low a level: partly at most */
#define BROADER_CREDIT   250  /* only what is broader is named */
#define UNANCHORED_SHARE 299  /* of 1000: what is left of a strength whose anchor is not shown */
#define TRAIT_FLOOR      500  /* a trait that is shown at all is at least partly shown */

/* What one statement shows of one unit. */
typedef struct cell {
  uint16_t credit;
  uint8_t how;
  uint8_t level; /* when it is too low; JMI_LEVEL_NONE otherwise */
  int32_t months;
} cell;

typedef struct grid {
  jmi_matcher *matcher;
  const jmi_reading *reading;
  const jmi_part *part;
  cell *cells; /* unit-major: cells[unit * statements + statement] */
  uint32_t units, statements;
  uint8_t level; /* needed */
} grid;

static cell *row(const grid *g, uint32_t unit)
{
  return g->cells + (size_t)unit * g->statements;
}

static const jmi_unit *unit_of(const grid *g, uint32_t unit)
{
  return &g->reading->units[g->part->first_unit + unit];
}

/* Knowing less than what is asked; a level that is not stated is taken to suffice. */
static bool too_low(const grid *g, uint8_t level)
{
  return level != JMI_LEVEL_NONE && level < g->level;
}

static void take(const grid *g, cell *at, uint16_t credit, uint8_t how, uint8_t level,
                 int32_t months)
{
  bool low = too_low(g, level);
  uint16_t worth = low && credit > LEVEL_CAP ? LEVEL_CAP : credit;
  if (worth > at->credit || (worth == at->credit && how < at->how))
    *at = (cell){worth, how, low ? level : (uint8_t)JMI_LEVEL_NONE, at->months};
  if (months > at->months)
    at->months = months;
}

static void take_key(const grid *g, cell *cells, uint64_t key, uint16_t share, uint8_t least_how)
{
  uint32_t count;
  const jmi_shown *shown = jmi_index_find(g->matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++) {
    uint16_t credit = (uint16_t)((uint32_t)shown[i].credit * share / 1000);
    uint8_t how = shown[i].how > least_how ? shown[i].how : least_how;
    take(g, &cells[shown[i].statement], credit, how, shown[i].level, shown[i].months);
  }
}

/* A word, in its own family or in its very form. */
static void take_word(const grid *g, cell *cells, const jmi_unit *unit)
{
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  uint64_t key = jmi_word_key(unit->word, unit->hash);
  uint32_t count;
  const jmi_shown *shown = jmi_index_find(g->matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++) {
    if (unit->word == JMI_NONE && !jmi_str_equal(shown[i].mention->stem, unit->stem))
      continue;
    bool same = jmi_str_equal(shown[i].mention->norm, unit->norm);
    take(g, &cells[shown[i].statement], shown[i].credit,
         same ? (uint8_t)JMI_HOW_ALIAS : (uint8_t)JMI_HOW_INFLECTED, shown[i].level,
         shown[i].months);
  }
  for (uint32_t k = 0; unit->word != JMI_NONE && k < lexicon->words[unit->word].kin_count; k++)
    take_key(g, cells, lexicon->kin[lexicon->words[unit->word].kin + k] | JMI_KEY_FAMILY, 1000,
             JMI_HOW_WORDS);
}

/* Whoever names only what is broader ("cloud computing" for "private cloud") may well have it. */
static void take_broader(const grid *g, cell *cells, const jmi_unit *unit)
{
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  const jmi_concept *concept = &lexicon->concepts[unit->concept];
  for (uint32_t i = 0; i < concept->broader_count; i++) {
    uint32_t broader = lexicon->links[concept->first_link + i], count;
    uint8_t kind = lexicon->concepts[broader].kind;
    const jmi_shown *shown = jmi_index_find(g->matcher->profile, broader, &count);
    if (kind == JMI_CONCEPT_BROAD || kind == JMI_CONCEPT_ACTIVITY)
      continue;
    for (uint32_t k = 0; k < count; k++)
      if (shown[k].how <= JMI_HOW_INFLECTED)
        take(g, &cells[shown[k].statement], BROADER_CREDIT, JMI_HOW_RELATED, shown[k].level, -1);
  }
}

/* One word of several shows nothing of a phrase. Where one is all there is, its family does; but a
 * name has none. */
static bool has_words(const grid *g, const jmi_unit *unit)
{
  uint8_t kind = g->matcher->scorer->lexicon->concepts[unit->concept].kind;
  return unit->word_count > 1
         || (unit->word_count == 1 && !unit->phrase && kind != JMI_CONCEPT_NAME);
}

/* A concept that nobody names may still be shown by its words: the share of their weight. */
static jm_status take_concept_words(const grid *g, cell *cells, const jmi_unit *unit)
{
  if (!has_words(g, unit))
    return JM_OK;
  cell *words = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, cell);
  int32_t *found = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, int32_t);
  if (words == NULL || found == NULL)
    return JM_ERR_MEMORY;
  int32_t whole = 0;
  for (uint32_t w = 0; w < unit->word_count; w++) {
    const jmi_unit *word = &g->reading->words[unit->first_word + w];
    if (word->weight < LEAST_WORD)
      continue;
    memset(words, 0, g->statements * sizeof *words);
    take_word(g, words, word);
    whole += word->weight;
    for (uint32_t s = 0; s < g->statements; s++)
      found[s] += word->weight * words[s].credit / 1000;
  }
  for (uint32_t s = 0; s < g->statements; s++)
    if (whole > 0 && found[s] * 2 >= whole)
      take(g, &cells[s], (uint16_t)((int64_t)found[s] * WORDS_SHARE / whole), JMI_HOW_WORDS,
           JMI_LEVEL_NONE, -1);
  return JM_OK;
}

static jm_status take_unit(const grid *g, cell *cells, const jmi_unit *unit)
{
  if (unit->concept == JMI_NONE) {
    take_word(g, cells, unit);
    return JM_OK;
  }
  const jmi_lexicon *lexicon = g->matcher->scorer->lexicon;
  const jmi_concept *concept = &lexicon->concepts[unit->concept];
  const uint32_t *related =
      lexicon->links + concept->first_link + concept->broader_count + concept->implied_count;
  take_key(g, cells, unit->concept, 1000, JMI_HOW_NONE);
  for (uint32_t i = 0; i < concept->related_count; i++)
    take_key(g, cells, related[i], 500, JMI_HOW_RELATED);
  take_broader(g, cells, unit);
  return take_concept_words(g, cells, unit);
}

static jm_status fill_row(const grid *g, uint32_t index)
{
  const jmi_unit *unit = unit_of(g, index);
  cell *cells = row(g, index);
  for (uint32_t s = 0; s < g->statements; s++)
    cells[s] = (cell){0, JMI_HOW_COUNT, JMI_LEVEL_NONE, -1};
  jm_status status = take_unit(g, cells, unit);
  for (uint32_t e = 0; e < unit->example_count && status == JM_OK; e++)
    status = take_unit(g, cells, &g->reading->examples[unit->first_example + e]);
  return status;
}

/* ---- strengths -------------------------------------------------------------------------- */

/* What the statement beside it shows of a unit. Skills that stand in a list say nothing of each
 * other. */
static uint32_t beside(const grid *g, uint32_t unit, uint32_t statement)
{
  const jmi_statement *items = g->matcher->profile->statements.items;
  uint32_t group = items[statement].entry.group, best = 0;
  if (items[statement].entry.kind == JMI_ENTRY_SKILL)
    return 0;
  for (int side = -1; side <= 1; side += 2) {
    if ((side < 0 && statement == 0) || (side > 0 && statement + 1 >= g->statements))
      continue;
    uint32_t other = side < 0 ? statement - 1 : statement + 1;
    uint32_t credit = row(g, unit)[other].credit;
    if (group != 0 && items[other].entry.group == group && credit > best)
      best = credit;
  }
  return best * NEIGHBOUR_SHARE / 1000;
}

static int64_t weight_of(const grid *g)
{
  int64_t weight = 0;
  for (uint32_t u = 0; u < g->units; u++)
    weight += unit_of(g, u)->weight;
  return weight;
}

typedef struct best {
  uint32_t statement;
  int32_t strength, own; /* own: without what stands beside it */
  uint32_t how;          /* the sum over the units: less is nearer to what is asked */
} best;

static bool is_better(best a, best b)
{
  if (a.strength != b.strength)
    return a.strength > b.strength;
  return a.own != b.own ? a.own > b.own : a.how < b.how;
}

static best best_statement(const grid *g, int64_t weight)
{
  best top = {0, 0, 0, UINT32_MAX};
  for (uint32_t s = 0; s < g->statements; s++) {
    int64_t near = 0, own = 0;
    uint32_t how = 0;
    for (uint32_t u = 0; u < g->units; u++) {
      uint32_t credit = row(g, u)[s].credit, next = beside(g, u, s);
      how += row(g, u)[s].how;
      own += (int64_t)unit_of(g, u)->weight * credit;
      near += (int64_t)unit_of(g, u)->weight * (credit > next ? credit : next);
    }
    best here = {s, (int32_t)(near / weight), (int32_t)(own / weight), how};
    if (own > 0 && is_better(here, top))
      top = here;
  }
  return top;
}

/* The statement that shows a unit best; its credit is 0 when none does. */
static uint32_t best_of_unit(const grid *g, uint32_t unit)
{
  uint32_t top = 0;
  for (uint32_t s = 1; s < g->statements; s++) {
    const cell *here = &row(g, unit)[s], *there = &row(g, unit)[top];
    if (here->credit > there->credit || (here->credit == there->credit && here->how < there->how))
      top = s;
  }
  return top;
}

static int32_t spread_strength(const grid *g, int64_t weight)
{
  int64_t sum = 0;
  for (uint32_t u = 0; u < g->units; u++)
    sum += (int64_t)unit_of(g, u)->weight * row(g, u)[best_of_unit(g, u)].credit;
  return (int32_t)(sum / weight * g->matcher->scorer->policy.spread_milli / 1000);
}

/* ---- the anchor ------------------------------------------------------------------------- */

/* The unit that the part stands or falls with: its first specific concept or acronym; else, of its
 * generic ones that weigh most, the last, which is the object of those before it ("coordinate
 * projects with vendors"); else none (g->units). */
static uint32_t anchor_of(const grid *g)
{
  uint32_t generic = g->units;
  for (uint32_t u = 0; u < g->units; u++) {
    if (unit_of(g, u)->tail)
      continue;
    if (unit_of(g, u)->specific)
      return u;
    if (unit_of(g, u)->concept == JMI_NONE)
      continue;
    if (generic == g->units || unit_of(g, u)->weight >= unit_of(g, generic)->weight)
      generic = u;
  }
  return generic;
}

/* ---- the outcome ------------------------------------------------------------------------ */

static uint8_t how_at(const grid *g, uint32_t statement, uint32_t anchor)
{
  uint8_t worst = JMI_HOW_NONE;
  bool whole = true;
  for (uint32_t u = 0; u < g->units; u++) {
    const cell *at = &row(g, u)[statement];
    if (unit_of(g, u)->tail)
      continue;
    if (at->credit < WEAK_CAP) {
      whole = false;
      continue;
    }
    worst = at->how > worst ? at->how : worst;
  }
  if (anchor < g->units && row(g, anchor)[statement].how == JMI_HOW_RELATED)
    return JMI_HOW_RELATED;
  return whole && worst < JMI_HOW_WORDS ? worst : JMI_HOW_WORDS;
}

static void add_evidence(jmi_outcome *out, uint32_t statement)
{
  for (uint32_t i = 0; i < out->evidence_count; i++)
    if (out->evidence[i] == statement)
      return;
  if (out->evidence_count < JMI_EVIDENCE_MAX)
    out->evidence[out->evidence_count++] = statement;
}

static void name_evidence(const grid *g, jmi_outcome *out, best top, bool spread, uint32_t anchor)
{
  out->evidence_count = 0;
  if (!spread) {
    add_evidence(out, top.statement);
    return;
  }
  for (uint32_t i = 0; i <= g->units; i++) { /* the anchor's first */
    uint32_t u = i == 0 ? anchor : i - 1;
    uint32_t statement = u < g->units ? best_of_unit(g, u) : 0;
    if (u < g->units && row(g, u)[statement].credit > 0 && !unit_of(g, u)->tail)
      add_evidence(out, statement);
  }
}

/* The words of the part that nothing shows. */
static jmi_str lacking(const grid *g)
{
  for (uint32_t u = 0; u < g->units; u++) {
    const jmi_unit *unit = unit_of(g, u);
    if (!unit->tail && row(g, u)[best_of_unit(g, u)].credit == 0)
      return jmi_phrase(g->matcher->arena, "shows nothing of \"%.*s\"", (int)unit->norm.len,
                        unit->norm.at);
  }
  return jmi_phrase(g->matcher->arena, "shows it only in part");
}

static void cap_by_anchor(const grid *g, jmi_outcome *out, uint32_t anchor)
{
  if (anchor == g->units)
    return;
  cell shown = row(g, anchor)[best_of_unit(g, anchor)];
  uint32_t credit = shown.credit;
  if (credit == 0) {
    out->strength = out->strength * UNANCHORED_SHARE / 1000;
    out->rule = "match.anchor";
  } else if (credit <= WEAK_CAP && out->strength > WEAK_CAP) {
    out->strength = WEAK_CAP;
  }
  if (credit > 0 && shown.level != JMI_LEVEL_NONE) {
    if (out->strength > LEVEL_CAP)
      out->strength = LEVEL_CAP;
    out->rule = "match.level";
    out->short_of = true;
    out->shortfall = jmi_phrase(g->matcher->arena, "shows it at level %s, asks %s",
                                jmi_level_words[shown.level], jmi_level_words[g->level]);
  }
}

/* ---- years ------------------------------------------------------------------------------ */

/* Months over which statements show the part's anchor: dated jobs as a union, or a claim. */
static jm_status months_shown(const grid *g, uint32_t anchor, int32_t *months)
{
  jmi_interval *spans = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, jmi_interval);
  uint32_t count = 0;
  int32_t claimed = -1;
  if (spans == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t s = 0; s < g->statements; s++) {
    uint32_t credit = 0;
    for (uint32_t u = 0; u < g->units; u++) {
      const cell *at = &row(g, u)[s];
      if (anchor < g->units && u != anchor && unit_of(g, anchor)->specific)
        continue;
      credit = at->credit > credit ? at->credit : credit;
      claimed = at->credit >= WEAK_CAP && at->months > claimed ? at->months : claimed;
    }
    if (credit >= DATED_CREDIT && jmi_statement_interval(g->matcher->profile, s, &spans[count]))
      count++;
  }
  *months = jmi_months_union(spans, count);
  if (claimed > *months)
    *months = claimed;
  return JM_OK;
}

static jm_status cap_by_years(const grid *g, jmi_outcome *out, uint32_t anchor)
{
  const jmi_policy *policy = &g->matcher->scorer->policy;
  jmi_arena *arena = g->matcher->arena;
  int32_t months = 0, need = g->part->min_months;
  if (need == 0 || out->strength < policy->partly_from)
    return JM_OK;
  jm_status status = months_shown(g, anchor, &months);
  if (status != JM_OK || months >= need)
    return status;
  int32_t span = policy->met_from - policy->partly_from;
  int32_t cap = policy->partly_from + (int32_t)((int64_t)(span - 1) * months / need);
  if (out->strength > cap)
    out->strength = cap;
  jmi_str asked = jmi_months_words(arena, need), shown = jmi_months_words(arena, months);
  out->rule = "match.years";
  out->short_of = true;
  out->shortfall =
      months > 0 ? jmi_phrase(arena, "asks %s, shows %s", asked.at, shown.at)
                 : jmi_phrase(arena, "asks %s, and no entry that shows it is dated", asked.at);
  return JM_OK;
}

/* ---- all together ----------------------------------------------------------------------- */

static const char *const how_rules[JMI_HOW_COUNT] = {
    [JMI_HOW_NONE] = "match.none",         [JMI_HOW_STATED] = "match.stated",
    [JMI_HOW_DATES] = "match.dates",       [JMI_HOW_PATTERN] = "match.pattern",
    [JMI_HOW_ALIAS] = "match.alias",       [JMI_HOW_INFLECTED] = "match.inflected",
    [JMI_HOW_NARROWER] = "match.narrower", [JMI_HOW_WORDS] = "match.words",
    [JMI_HOW_SPREAD] = "match.spread",     [JMI_HOW_RELATED] = "match.related",
};

/* The entry that stands most in the part, read the other way round. */
static best best_label(const grid *g)
{
  best top = {0, 0, 0, 0};
  for (uint32_t s = 0; s < g->statements; s++) {
    int32_t strength = jmi_label_read(g->matcher, g->reading, g->part, s).strength;
    if (strength > top.strength)
      top = (best){s, strength, strength, 0};
  }
  return top;
}

static void settle(const grid *g, jmi_outcome *out, uint32_t anchor)
{
  const jmi_policy *policy = &g->matcher->scorer->policy;
  int64_t weight = weight_of(g);
  best top = best_statement(g, weight), label = best_label(g);
  if (label.strength > top.strength)
    top = label;
  else
    top.strength =
        top.strength * jmi_label_read(g->matcher, g->reading, g->part, top.statement).worth / 1000;
  int32_t spread = spread_strength(g, weight);
  bool spreads = spread > top.strength;
  out->strength = spreads ? spread : top.strength;
  name_evidence(g, out, top, spreads, anchor);
  if (g->part->criterion == JMI_CRITERION_TRAIT && out->strength > 0 && out->strength < TRAIT_FLOOR
      && anchor < g->units && row(g, anchor)[best_of_unit(g, anchor)].credit >= WEAK_CAP)
    out->strength = TRAIT_FLOOR;
  out->how = spreads && out->evidence_count > 1 ? (uint8_t)JMI_HOW_SPREAD
                                                : how_at(g, out->evidence[0], anchor);
  out->rule = how_rules[out->how];
  cap_by_anchor(g, out, anchor);
  if (out->strength < policy->met_from && out->shortfall.len == 0)
    out->shortfall = lacking(g);
}

static uint8_t level_needed(const jmi_part *part)
{
  if (part->criterion == JMI_CRITERION_LANGUAGE)
    return part->level == JMI_LEVEL_NONE ? JMI_LEVEL_WORKING : part->level;
  return part->level != JMI_LEVEL_NONE && part->level < JMI_LEVEL_WORKING ? part->level
                                                                          : JMI_LEVEL_WORKING;
}

jm_status jmi_match_skill(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                          const jmi_part *part)
{
  grid g = {.matcher = matcher,
            .reading = reading,
            .part = part,
            .units = part->unit_count,
            .statements = matcher->profile->statements.count,
            .level = level_needed(part)};
  *out = (jmi_outcome){.standing = JM_MISSING, .rule = "match.none", .shortfall = JMI_STR("")};
  if (g.units == 0 || g.statements == 0)
    return JM_OK;
  g.cells = JMI_NEW_ARRAY(&matcher->scratch, (size_t)g.units * g.statements, cell);
  if (g.cells == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t u = 0; u < g.units; u++)
    if (fill_row(&g, u) != JM_OK)
      return JM_ERR_MEMORY;
  uint32_t anchor = anchor_of(&g);
  settle(&g, out, anchor);
  if (cap_by_years(&g, out, anchor) != JM_OK)
    return JM_ERR_MEMORY;
  out->standing = jmi_standing_of(&matcher->scorer->policy, out->strength);
  if (out->strength == 0) {
    out->evidence_count = 0;
    out->how = JMI_HOW_NONE;
  }
  return JM_OK;
}
