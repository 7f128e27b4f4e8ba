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
#include "match/grid.h"

#define NEIGHBOUR_SHARE  800 /* of 1000: a unit shown one statement away */
#define WEAK_CAP         600 /* an anchor shown only by words or kin: partly at most */
#define DATED_CREDIT     500 /* what a statement must show of the anchor for its dates to count */
#define UNANCHORED_SHARE 299 /* of 1000: what is left of a strength whose anchor is not shown */
#define NAMED_WHOLE      60  /* bytes of a part whose text is told where nothing of it is shown */
#define TRAIT_FLOOR      500 /* a trait that is shown at all is at least partly shown */

/* ---- strengths -------------------------------------------------------------------------- */

/* What the statement beside it shows of a unit. Skills that stand in a list say nothing of each
 * other. */
static uint32_t beside(const jmi_grid *g, uint32_t unit, uint32_t statement)
{
  const jmi_statement *items = g->matcher->profile->statements.items;
  uint32_t group = items[statement].entry.group, best = 0;
  if (items[statement].entry.kind == JMI_ENTRY_SKILL)
    return 0;
  for (int side = -1; side <= 1; side += 2) {
    if ((side < 0 && statement == 0) || (side > 0 && statement + 1 >= g->statements))
      continue;
    uint32_t other = side < 0 ? statement - 1 : statement + 1;
    uint32_t credit = jmi_grid_row(g, unit)[other].credit;
    if (group != 0 && items[other].entry.group == group && credit > best)
      best = credit;
  }
  return best * NEIGHBOUR_SHARE / 1000;
}

static int64_t weight_of(const jmi_grid *g)
{
  int64_t weight = 0;
  for (uint32_t u = 0; u < g->units; u++)
    weight += jmi_grid_unit(g, u)->weight;
  return weight > 0 ? weight : 1;
}

/* A certificate is had or not: neither pieces of its name nor words here and there are it. */
static bool is_credential(const jmi_part *part)
{
  return part->criterion == JMI_CRITERION_CERTIFICATE || part->criterion == JMI_CRITERION_LICENCE;
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

static best best_statement(const jmi_grid *g, int64_t weight)
{
  best top = {0, 0, 0, UINT32_MAX};
  for (uint32_t s = 0; s < g->statements; s++) {
    int64_t near = 0, own = 0;
    uint32_t how = 0;
    for (uint32_t u = 0; u < g->units; u++) {
      uint32_t credit = jmi_grid_row(g, u)[s].credit;
      uint32_t next = is_credential(g->part) ? 0 : beside(g, u, s);
      how += jmi_grid_row(g, u)[s].how;
      own += (int64_t)jmi_grid_unit(g, u)->weight * credit;
      near += (int64_t)jmi_grid_unit(g, u)->weight * (credit > next ? credit : next);
    }
    best here = {s, (int32_t)(near / weight), (int32_t)(own / weight), how};
    if (own > 0 && is_better(here, top))
      top = here;
  }
  return top;
}

/* The statement that shows a unit best; its credit is 0 when none does. */
static uint32_t best_of_unit(const jmi_grid *g, uint32_t unit)
{
  uint32_t top = 0;
  for (uint32_t s = 1; s < g->statements; s++) {
    const jmi_cell *here = &jmi_grid_row(g, unit)[s], *there = &jmi_grid_row(g, unit)[top];
    if (here->credit > there->credit || (here->credit == there->credit && here->how < there->how))
      top = s;
  }
  return top;
}

static int32_t spread_strength(const jmi_grid *g, int64_t weight)
{
  int64_t sum = 0;
  for (uint32_t u = 0; u < g->units; u++)
    sum += (int64_t)jmi_grid_unit(g, u)->weight * jmi_grid_row(g, u)[best_of_unit(g, u)].credit;
  return (int32_t)(sum / weight * g->matcher->scorer->policy.spread_milli / 1000);
}

/* ---- the anchor ------------------------------------------------------------------------- */

/* The unit that the part stands or falls with: its first specific concept or acronym; else, of its
 * generic ones that weigh most, the last, which is the object of those before it ("coordinate
 * projects with vendors"); else none (g->units). */
static uint32_t anchor_of(const jmi_grid *g)
{
  uint32_t generic = g->units;
  for (uint32_t u = 0; u < g->units; u++) {
    if (jmi_grid_unit(g, u)->tail)
      continue;
    if (jmi_grid_unit(g, u)->specific)
      return u;
    if (jmi_grid_unit(g, u)->concept == JMI_NONE)
      continue;
    if (generic == g->units || jmi_grid_unit(g, u)->weight >= jmi_grid_unit(g, generic)->weight)
      generic = u;
  }
  return generic;
}

/* ---- the outcome ------------------------------------------------------------------------ */

static uint8_t how_at(const jmi_grid *g, uint32_t statement, uint32_t anchor)
{
  uint8_t worst = JMI_HOW_NONE;
  bool whole = true;
  for (uint32_t u = 0; u < g->units; u++) {
    const jmi_cell *at = &jmi_grid_row(g, u)[statement];
    if (jmi_grid_unit(g, u)->tail)
      continue;
    if (at->credit < WEAK_CAP) {
      whole = false;
      continue;
    }
    worst = at->how > worst ? at->how : worst;
  }
  if (anchor < g->units && jmi_grid_row(g, anchor)[statement].how == JMI_HOW_RELATED)
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

static void name_evidence(const jmi_grid *g, jmi_outcome *out, best top, bool spread,
                          uint32_t anchor)
{
  out->evidence_count = 0;
  if (!spread) {
    add_evidence(out, top.statement);
    return;
  }
  for (uint32_t i = 0; i <= g->units; i++) { /* the anchor's first */
    uint32_t u = i == 0 ? anchor : i - 1;
    uint32_t statement = u < g->units ? best_of_unit(g, u) : 0;
    if (u < g->units && jmi_grid_row(g, u)[statement].credit > 0 && !jmi_grid_unit(g, u)->tail)
      add_evidence(out, statement);
  }
}

static bool is_lacking(const jmi_grid *g, uint32_t unit)
{
  return !jmi_grid_unit(g, unit)->tail && jmi_grid_row(g, unit)[best_of_unit(g, unit)].credit == 0;
}

/* What of the part nothing shows: all of it; or its anchor; or the heaviest of its words. */
static jmi_str lacking(const jmi_grid *g, uint32_t anchor)
{
  uint32_t worst = g->units, lacking = 0, asked = 0;
  for (uint32_t u = 0; u < g->units; u++) {
    asked += !jmi_grid_unit(g, u)->tail;
    if (!is_lacking(g, u))
      continue;
    lacking++;
    if (worst == g->units || jmi_grid_unit(g, u)->weight > jmi_grid_unit(g, worst)->weight)
      worst = u;
  }
  if (lacking == 0)
    return jmi_phrase(g->matcher->arena, "shows it only in part");
  if (anchor < g->units && is_lacking(g, anchor))
    worst = anchor;
  jmi_str words = jmi_grid_unit(g, worst)->norm;
  if (lacking == asked && g->part->text.len <= NAMED_WHOLE)
    words = g->part->text;
  return jmi_phrase(g->matcher->arena, "shows nothing of \"%.*s\"", (int)words.len, words.at);
}

static void cap_by_anchor(const jmi_grid *g, jmi_outcome *out, uint32_t anchor)
{
  if (anchor == g->units)
    return;
  jmi_cell shown = jmi_grid_row(g, anchor)[best_of_unit(g, anchor)];
  uint32_t credit = shown.credit;
  if (credit == 0) {
    out->strength = out->strength * UNANCHORED_SHARE / 1000;
    out->rule = "match.anchor";
  } else if (credit <= WEAK_CAP && out->strength > WEAK_CAP) {
    out->strength = WEAK_CAP;
  }
  if (credit > 0 && shown.level != JMI_LEVEL_NONE) {
    if (out->strength > JMI_LEVEL_CAP)
      out->strength = JMI_LEVEL_CAP;
    out->rule = "match.level";
    out->short_of = true;
    out->shortfall = jmi_phrase(g->matcher->arena, "shows it at level %s, asks %s",
                                jmi_level_words[shown.level], jmi_level_words[g->level]);
  }
}

/* ---- years ------------------------------------------------------------------------------ */

/* Months over which statements show the part's anchor: dated jobs as a union, or a claim. */
static jm_status months_shown(const jmi_grid *g, uint32_t anchor, int32_t *months)
{
  jmi_interval *spans = JMI_NEW_ARRAY(&g->matcher->scratch, g->statements, jmi_interval);
  uint32_t count = 0;
  int32_t claimed = -1;
  if (spans == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t s = 0; s < g->statements; s++) {
    uint32_t credit = 0;
    for (uint32_t u = 0; u < g->units; u++) {
      const jmi_cell *at = &jmi_grid_row(g, u)[s];
      if (anchor < g->units && u != anchor && jmi_grid_unit(g, anchor)->specific)
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

static jm_status cap_by_years(const jmi_grid *g, jmi_outcome *out, uint32_t anchor)
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
static best best_label(const jmi_grid *g)
{
  best top = {0, 0, 0, 0};
  for (uint32_t s = 0; s < g->statements; s++) {
    int32_t strength = jmi_label_read(g->matcher, g->reading, g->part, s).strength;
    if (strength > top.strength)
      top = (best){s, strength, strength, 0};
  }
  return top;
}

static bool is_shown(const jmi_grid *g, const jmi_unit *unit)
{
  uint32_t count;
  uint64_t key = unit->concept != JMI_NONE ? unit->concept : jmi_word_key(unit->word, unit->hash);
  const jmi_shown *shown = jmi_index_find(g->matcher->profile, key, &count);
  for (uint32_t i = 0; i < count; i++)
    if (shown[i].credit == 1000)
      return true;
  return false;
}

/* "Coordinate measuring machine (CMM)": the first letters of what stands before it. */
static bool abbreviates(const jmi_unit *example, const jmi_unit *unit)
{
  uint32_t at = 0;
  for (uint32_t i = 0; i < unit->norm.len; i++)
    if (jmi_is_alpha(unit->norm.at[i]) && (i == 0 || !jmi_is_alpha(unit->norm.at[i - 1]))) {
      if (at >= example->norm.len || jmi_lower(unit->norm.at[i]) != jmi_lower(example->norm.at[at]))
        return false;
      at++;
    }
  return at == example->norm.len;
}

/* Names are given as examples, and none of them is shown, nor another of the kind that is named:
 * "a relational database such as Oracle" has a kind, "systems such as Sabre" has none. */
static bool lacks_examples(const jmi_grid *g)
{
  for (uint32_t u = 0; u < g->units; u++) {
    const jmi_unit *unit = jmi_grid_unit(g, u);
    bool named = false, shown = false;
    for (uint32_t e = unit->first_example; e < unit->first_example + unit->example_count; e++) {
      named = named
              || (g->reading->examples[e].specific && !abbreviates(&g->reading->examples[e], unit));
      shown = shown || is_shown(g, &g->reading->examples[e]);
    }
    bool kind = unit->specific && jmi_grid_row(g, u)[best_of_unit(g, u)].how < JMI_HOW_WORDS;
    if (named && !shown && !kind)
      return true;
  }
  return false;
}

static void cap_names(const jmi_grid *g, jmi_outcome *out)
{
  const jmi_policy *policy = &g->matcher->scorer->policy;
  bool pieces =
      is_credential(g->part) && out->how == JMI_HOW_WORDS && out->strength < policy->met_from;
  if (out->strength == 0 || (!pieces && !lacks_examples(g)))
    return;
  out->strength = out->strength * UNANCHORED_SHARE / 1000;
  out->rule = pieces ? "match.credential" : "match.examples";
  out->shortfall = jmi_phrase(g->matcher->arena,
                              pieces ? "shows only words of it"
                                     : "shows none of the examples, nor another of their kind");
}

static void settle(const jmi_grid *g, jmi_outcome *out, uint32_t anchor)
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
  bool spreads = spread > top.strength && !is_credential(g->part);
  out->strength = spreads ? spread : top.strength;
  name_evidence(g, out, top, spreads, anchor);
  if (g->part->criterion == JMI_CRITERION_TRAIT && out->strength > 0 && out->strength < TRAIT_FLOOR
      && anchor < g->units && jmi_grid_row(g, anchor)[best_of_unit(g, anchor)].credit >= WEAK_CAP)
    out->strength = TRAIT_FLOOR;
  out->how = spreads && out->evidence_count > 1 ? (uint8_t)JMI_HOW_SPREAD
                                                : how_at(g, out->evidence[0], anchor);
  out->rule = how_rules[out->how];
  cap_by_anchor(g, out, anchor);
  cap_names(g, out);
  if (out->strength < policy->met_from && out->shortfall.len == 0)
    out->shortfall = lacking(g, anchor);
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
  jmi_grid g = {.matcher = matcher,
                .reading = reading,
                .part = part,
                .units = part->unit_count,
                .statements = matcher->profile->statements.count,
                .level = level_needed(part)};
  *out = (jmi_outcome){.standing = JM_MISSING, .rule = "match.none", .shortfall = JMI_STR("")};
  if (g.units == 0 || g.statements == 0)
    return JM_OK;
  if (jmi_grid_fill(&g) != JM_OK)
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
