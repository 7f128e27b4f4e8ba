/* SPDX-License-Identifier: MIT */
/* Splitting: what is left of a line, when tier, years, degrees and matters are cut out, made into
 * groups and parts.
 *
 *   "Java or Go, web frameworks such as Rails, and testing within large teams"
 *    item Java | or Go | , web frameworks (example Rails) | and testing (tail: large teams)
 *    group any of [Java] [Go]    group [web frameworks]    group [testing]
 *
 * A sentence is cut into clauses at ; : and spaced dashes, a clause into items at commas, and, or,
 * slashes. A comma means what the next and/or of its clause means. What stands in brackets or
 * behind "such as" gives examples of the item before. Behind a word of purpose or context all
 * that is left of the clause is the item's tail. What neighbours share is put right by share.c. */
#include "language/split.h"

typedef struct splitter {
  jmi_line *line;
  jmi_list items; /* of one clause */
  uint32_t at;
  enum { IN_HEAD, IN_EXAMPLES, IN_TAIL } mode;
  uint32_t brackets;
  uint8_t need; /* "two of the following:" stood before the colon */
  bool failed;
} splitter;

static jmi_item *last_item(splitter *s)
{
  return s->items.count == 0 ? NULL : JMI_AT(&s->items, jmi_item, s->items.count - 1);
}

static void open_item(splitter *s, jmi_join before)
{
  jmi_item *open = last_item(s);
  bool comma = before == JMI_JOIN_COMMA;
  if (open != NULL && open->first == open->end) { /* nothing stood in it: take it over */
    open->listed = open->listed || comma;
    open->join = open->join == JMI_JOIN_START ? JMI_JOIN_START
                 : comma                      ? open->join
                                              : (uint8_t)before;
    open->first = open->end = s->at;
    return;
  }
  jmi_item *fresh = JMI_PUSH(&s->items, &s->line->scribe->scratch, jmi_item);
  if (fresh == NULL) {
    s->failed = true;
    return;
  }
  *fresh = (jmi_item){
      .first = s->at, .end = s->at, .shared = JMI_NONE, .join = (uint8_t)before, .listed = comma};
}

/* ---- what a token does to the clause ---------------------------------------------------- */

static jmi_join connector(const splitter *s, uint32_t *taken)
{
  const jmi_line *line = s->line;
  *taken = 1;
  if (line->marks[s->at].role == JMI_ROLE_OPTIONAL)
    return JMI_JOIN_START;
  if (jmi_line_is_sign(line, s->at, ','))
    return JMI_JOIN_COMMA;
  if (jmi_line_is_sign(line, s->at, '/') || jmi_line_is(line, s->at, "or"))
    return JMI_JOIN_OR;
  if (jmi_line_is(line, s->at, "and")) {
    if (jmi_line_is_sign(line, s->at + 1, '/') && jmi_line_is(line, s->at + 2, "or")) {
      *taken = 3;
      return JMI_JOIN_OR;
    }
    return JMI_JOIN_AND;
  }
  if (jmi_line_is(line, s->at, "as") && jmi_line_is(line, s->at + 1, "well")
      && jmi_line_is(line, s->at + 2, "as")) {
    *taken = 3;
    return JMI_JOIN_AND;
  }
  return JMI_JOIN_START;
}

static bool ends_clause(const splitter *s)
{
  const jmi_line *line = s->line;
  const jmi_token *token = &line->tokens.items[s->at];
  if (jmi_line_is_sign(line, s->at, ';') || jmi_line_is_sign(line, s->at, ':'))
    return true;
  return jmi_line_is_sign(line, s->at, '-') && (token->flags & JMI_TOKEN_GLUED) == 0;
}

static void extend(splitter *s, uint32_t end)
{
  jmi_item *open = last_item(s);
  if (open == NULL)
    return;
  if (s->mode == IN_HEAD) {
    if (open->first == open->end)
      open->first = s->at;
    open->end = end;
  } else if (s->mode == IN_EXAMPLES) {
    if (open->example_end == 0)
      open->example_first = s->at;
    open->example_end = end;
  } else {
    if (open->tail_end == 0)
      open->tail_first = s->at;
    open->tail_end = end;
  }
}

/* True when an item's head says something of its own. */
static bool asks(const jmi_line *line, const jmi_item *it)
{
  for (uint32_t t = it->first; t < it->end; t++)
    if (jmi_line_is_telling(line, t))
      return true;
  return false;
}

static bool names_trait(const jmi_line *line, const jmi_item *it)
{
  for (uint32_t t = it->first; t < it->end; t++)
    if (jmi_line_hit_kind(line, t) == JMI_CONCEPT_TRAIT)
      return true;
  return false;
}

static void take_marks(splitter *s)
{
  const jmi_mark_at *mark = &s->line->marks[s->at];
  jmi_item *open = last_item(s);
  if (open == NULL)
    return;
  if (mark->need > 0)
    open->need = mark->need;
  if (mark->breaks)
    open_item(s, JMI_JOIN_AND);
  if ((mark->company || mark->tail) && open->first == open->end && s->items.count > 1) {
    jmi_item *before = JMI_AT(&s->items, jmi_item, s->items.count - 2);
    bool fits = mark->tail || names_trait(s->line, before);
    if (fits && before->tail_end == 0 && open->listed) { /* "in writing, with clients" */
      s->items.count--;
      open = before;
    }
  }
  if (mark->examples) {
    s->mode = IN_EXAMPLES;
    if (open->first == open->end
        && s->items.count > 1) /* "languages, such as": of the item before */
      s->items.count--;
  }
  bool context = mark->tail || mark->soft_tail || (mark->company && names_trait(s->line, open));
  if (context && s->mode == IN_HEAD && s->brackets == 0 && asks(s->line, open)) {
    s->mode = IN_TAIL;
    open->soft_tail = mark->soft_tail;
  }
}

static bool take_bracket(splitter *s)
{
  if (jmi_line_is_sign(s->line, s->at, '(')) {
    s->brackets++;
    if (s->mode == IN_HEAD)
      s->mode = IN_EXAMPLES;
    return true;
  }
  if (jmi_line_is_sign(s->line, s->at, ')')) {
    if (s->brackets > 0 && --s->brackets == 0 && s->mode == IN_EXAMPLES)
      s->mode = IN_HEAD;
    return true;
  }
  return false;
}

static void take_token(splitter *s, uint32_t end)
{
  uint32_t taken = 1, hit = s->line->marks[s->at].hit;
  if (take_bracket(s)) {
    s->at++;
    return;
  }
  take_marks(s);
  jmi_join before = connector(s, &taken);
  if (before != JMI_JOIN_START && s->mode == IN_HEAD) {
    s->at += taken;
    open_item(s, before);
    return;
  }
  taken = 1;
  if (hit != JMI_NONE && s->line->marks[s->at].role == JMI_ROLE_KEEP)
    taken = s->line->hits.items[hit].first + s->line->hits.items[hit].count - s->at;
  uint32_t last = s->at + taken < end ? s->at + taken : end;
  if (s->line->marks[s->at].role == JMI_ROLE_KEEP)
    extend(s, last);
  s->at = last;
}

/* ---- items made into groups ------------------------------------------------------------- */

/* A comma means what the next and/or of its clause means; and when there is none. */
static void settle_commas(splitter *s)
{
  uint8_t next = JMI_JOIN_AND;
  for (uint32_t i = s->items.count; i > 0; i--) {
    jmi_item *it = JMI_AT(&s->items, jmi_item, i - 1);
    if (it->join == JMI_JOIN_COMMA)
      it->join = next;
    else if (it->join != JMI_JOIN_START)
      next = it->join;
  }
}

static bool head_is_specific(const jmi_line *line, const jmi_part *part)
{
  for (uint32_t i = part->first_unit; i < part->first_unit + part->unit_count; i++) {
    const jmi_unit *unit = JMI_AT(&line->units, jmi_unit, i);
    if (unit->specific || (unit->concept == JMI_NONE && unit->weight >= 3500))
      return true;
  }
  return false;
}

static void add_tail(jmi_line *line, const jmi_part *part, const jmi_item *it)
{
  if (it->tail_end == 0)
    return;
  /* A head that names nothing ("responsible for", "support for") leaves it to its tail. */
  bool weak = part->unit_count == 0 || (it->soft_tail && !head_is_specific(line, part));
  jmi_units_add(line, it->tail_first, it->tail_end, weak ? 0 : JMI_UNITS_TAIL);
}

/* Drops the last part (and its group when empty): it asked for nothing. */
static void drop_part(jmi_line *line)
{
  jmi_group *group = JMI_AT(&line->groups, jmi_group, line->groups.count - 1);
  line->units.count = JMI_AT(&line->parts, jmi_part, line->parts.count - 1)->first_unit;
  line->parts.count--;
  line->part_places.count--;
  if (--group->part_count == 0)
    line->groups.count--;
}

/* A group counts among the others by the most telling thing it names: "manage the team" beside
 * "PostgreSQL" counts less. */
static void weigh_group(const jmi_line *line, const jmi_part *part)
{
  jmi_group *group = JMI_AT(&line->groups, jmi_group, line->groups.count - 1);
  int32_t most = 0;
  for (uint32_t i = part->first_unit; i < part->first_unit + part->unit_count; i++) {
    int32_t weight = JMI_AT(&line->units, jmi_unit, i)->weight;
    most = weight > most ? weight : most;
  }
  int32_t weight = most >= 3500 ? 1000 : most >= 1500 ? 600 : 250;
  if (group->part_count == 1 || weight > group->weight)
    group->weight = group->label ? weight * 3 / 2 : weight;
}

static void add_part(splitter *s, const jmi_item *it, uint32_t shared_first, uint32_t shared_end)
{
  jmi_line *line = s->line;
  uint32_t end = it->end;
  if (it->example_end > end)
    end = it->example_end;
  if (it->tail_end > end)
    end = it->tail_end;
  jmi_part *part = jmi_line_part(line, it->first, end, JMI_CRITERION_SKILL, "part.skill");
  if (part == NULL) {
    s->failed = true;
    return;
  }
  jmi_place *place = JMI_AT(&line->part_places, jmi_place, line->part_places.count - 1);
  while (place->first + 1 < place->end && !jmi_line_is_telling(line, place->first))
    place->first++; /* "with at least 2 years of Kubernetes" stands where Kubernetes does */
  int64_t weight = it->shared != JMI_NONE
                       ? jmi_units_add_concept(line, it->shared, it->first, it->end)
                       : jmi_units_add(line, it->first, it->end, 0);
  if (it->example_end > 0) {
    if (part->unit_count == 0)
      weight += jmi_units_add(line, it->example_first, it->example_end, 0);
    else
      jmi_units_add_examples(line, it->example_first, it->example_end);
  }
  if (shared_end > shared_first && weight > 0)
    jmi_units_add(line, shared_first, shared_end, 0);
  add_tail(line, part, it);
  if (part->unit_count == 0) {
    drop_part(line);
    return;
  }
  /* Looks over the whole sentence: only for parts that stay, of which there are max_parts. */
  part->level = jmi_level_beside(line, it->first, end);
  jmi_units_finish(line, part);
  weigh_group(line, part);
}

static jmi_group *open_group(splitter *s, bool label)
{
  jmi_group *group = jmi_line_group(s->line);
  s->failed = s->failed || group == NULL;
  if (group != NULL)
    group->label = label;
  return group;
}

/* The verbs that an alternative without any takes over from the first one: "design or build". */
static void add_item(splitter *s, uint32_t index, const jmi_item *head)
{
  const jmi_item *it = JMI_AT(&s->items, jmi_item, index);
  uint32_t shared_first = 0, shared_end = 0;
  if (head != NULL && it != head && it->join == JMI_JOIN_OR
      && jmi_item_verbs_end(s->line, it) == it->first
      && jmi_item_has_more_than_verbs(s->line, head)) {
    shared_first = head->first;
    shared_end = jmi_item_verbs_end(s->line, head);
  }
  add_part(s, it, shared_first, shared_end);
}

static bool names_nothing(const splitter *s)
{
  const jmi_item *items = s->items.items;
  for (uint32_t i = 0; items != NULL && i < s->items.count; i++)
    for (uint32_t t = items[i].first; t < items[i].end; t++)
      if (s->line->marks[t].hit != JMI_NONE)
        return false;
  return true;
}

/* "Statistical analysis in R or SAS" asks for the analysis, and for either of them: what stands
 * before the preposition makes a group of its own. */
static void part_head(splitter *s, jmi_item *head, bool label)
{
  uint32_t preposition = jmi_item_preposition(s->line, head);
  if (preposition == JMI_NONE)
    return;
  jmi_item object = {
      .first = head->first, .end = preposition, .shared = JMI_NONE, .join = head->join};
  if (open_group(s, label))
    add_part(s, &object, 0, 0);
  head->first = preposition + 1;
}

static jmi_item *next_of(const splitter *s, uint32_t index)
{
  for (uint32_t i = index + 1; i < s->items.count; i++)
    if (!JMI_AT(&s->items, jmi_item, i)->gone)
      return JMI_AT(&s->items, jmi_item, i);
  return NULL;
}

/* "MBA or CPA", "MBA, CPA or CFA": the first item may be an alternative to the degree before it. */
static bool replaces_degree(const splitter *s)
{
  const jmi_line *line = s->line;
  const jmi_item *it = s->items.count > 0 ? JMI_AT(&s->items, jmi_item, 0) : NULL;
  if (it == NULL || line->study_end == 0 || it->first <= line->study_end)
    return false;
  for (uint32_t t = line->study_end; t < it->first; t++)
    if (jmi_line_is(line, t, "or") || jmi_line_is_sign(line, t, '/'))
      return true;
    else if (!jmi_line_is_sign(line, t, ',') && jmi_line_is_telling(line, t))
      return false;
  const jmi_item *next = next_of(s, 0);
  return jmi_line_is_sign(line, line->study_end, ',') && next != NULL && next->join == JMI_JOIN_OR;
}

static void add_items(splitter *s, bool label)
{
  const jmi_item *head = NULL;
  uint32_t need = 0, groups = 0; /* with the group that alternatives join; 0: none is open */
  bool degree = replaces_degree(s);
  if (degree)
    groups = s->line->groups.count;
  s->line->study_end = 0;
  for (uint32_t i = 0; i < s->items.count && !s->failed; i++) {
    jmi_item *it = JMI_AT(&s->items, jmi_item, i);
    if (it->gone)
      continue;
    bool alternative =
        groups != 0 && groups == s->line->groups.count
        && (it->join == JMI_JOIN_OR || (need > 0 && it->need == 0) || (degree && i == 0));
    need = it->need > 0 ? it->need : need;
    if (!alternative) {
      const jmi_item *next = next_of(s, i);
      if (next != NULL && (next->join == JMI_JOIN_OR || need > 0))
        part_head(s, it, label);
      head = it;
      jmi_group *group = open_group(s, label);
      if (group == NULL)
        return;
      group->need = need > 0 ? need : 1;
      groups = s->line->groups.count;
    }
    add_item(s, i, head);
  }
}

/* "Two of the following: …" counts what stands behind the colon. */
static bool counts_ahead(splitter *s)
{
  for (uint32_t i = 0; i < s->items.count; i++) {
    const jmi_item *it = JMI_AT(&s->items, jmi_item, i);
    if (it->need == 0)
      continue;
    for (uint32_t t = it->first; t < s->at; t++)
      if (jmi_line_is_telling(s->line, t) && s->line->marks[t].hit != JMI_NONE)
        return false;
    s->need = it->need;
    s->items.count = i;
    return true;
  }
  return false;
}

static void close_clause(splitter *s, bool label)
{
  if (jmi_line_is_sign(s->line, s->at, ':') && counts_ahead(s))
    label = false;
  if (label && names_nothing(s)) /* "What you bring: …" is a heading */
    s->items.count = 0;
  settle_commas(s);
  if (jmi_items_share(s->line, s->items.items, s->items.count) != JM_OK)
    s->failed = true;
  add_items(s, label);
  s->items.count = 0;
}

/* A label ("Databases: …") is a few words before a colon; it asks on its own. */
#define LABEL_TOKENS 5

static bool is_label(const splitter *s, uint32_t clause_first)
{
  return jmi_line_is_sign(s->line, s->at, ':') && s->at - clause_first <= LABEL_TOKENS
         && s->at + 1 < s->line->tokens.count;
}

jm_status jmi_line_split(jmi_line *line)
{
  splitter s = {.line = line};
  uint32_t clause_first = 0;
  while (s.at < line->tokens.count && !s.failed) {
    if (s.items.count == 0) {
      clause_first = s.at;
      s.mode = IN_HEAD;
      s.brackets = 0;
      open_item(&s, JMI_JOIN_START);
      jmi_item *opened = last_item(&s);
      if (opened != NULL)
        opened->need = s.need;
      s.need = 0;
    }
    bool sentence = s.at > clause_first && (line->tokens.items[s.at].flags & JMI_TOKEN_FIRST) != 0;
    if (sentence && s.brackets == 0) {
      close_clause(&s, false);
      continue;
    }
    if (ends_clause(&s) && s.brackets == 0) {
      close_clause(&s, is_label(&s, clause_first));
      s.at++;
      continue;
    }
    take_token(&s, line->tokens.count);
  }
  if (!s.failed)
    close_clause(&s, false);
  return s.failed || line->scribe->scratch.failed || line->scribe->arena->failed
             ? jmi_line_failure(line)
             : JM_OK;
}
