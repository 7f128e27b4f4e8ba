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
 * that is left of the clause is the item's tail. */
#include "language/line.h"

typedef enum join { JOIN_START, JOIN_COMMA, JOIN_AND, JOIN_OR } join;

typedef struct item {
  uint32_t first, end;           /* its head, in tokens */
  uint32_t tail_first, tail_end; /* purpose or context */
  uint32_t example_first, example_end;
  uint8_t join; /* what stands before it */
  uint8_t need; /* "at least n of" stands before it */
  bool soft_tail, label;
} item;

typedef struct splitter {
  jmi_line *line;
  jmi_list items; /* of one clause */
  uint32_t at;
  enum { IN_HEAD, IN_EXAMPLES, IN_TAIL } mode;
  uint32_t brackets;
  bool failed;
} splitter;

static item *last_item(splitter *s)
{
  return s->items.count == 0 ? NULL : JMI_AT(&s->items, item, s->items.count - 1);
}

static void open_item(splitter *s, join before)
{
  item *open = last_item(s);
  if (open != NULL && open->first == open->end) { /* nothing stood in it: take it over */
    open->join = open->join == JOIN_START ? JOIN_START
                 : before == JOIN_COMMA   ? open->join
                                          : (uint8_t)before;
    open->first = open->end = s->at;
    return;
  }
  item *fresh = JMI_PUSH(&s->items, &s->line->scribe->scratch, item);
  if (fresh == NULL) {
    s->failed = true;
    return;
  }
  *fresh = (item){.first = s->at, .end = s->at, .join = (uint8_t)before};
}

/* ---- what a token does to the clause ---------------------------------------------------- */

static join connector(const splitter *s, uint32_t *taken)
{
  const jmi_line *line = s->line;
  *taken = 1;
  if (jmi_line_is_sign(line, s->at, ','))
    return JOIN_COMMA;
  if (jmi_line_is_sign(line, s->at, '/') || jmi_line_is(line, s->at, "or"))
    return JOIN_OR;
  if (jmi_line_is(line, s->at, "and")) {
    if (jmi_line_is_sign(line, s->at + 1, '/') && jmi_line_is(line, s->at + 2, "or")) {
      *taken = 3;
      return JOIN_OR;
    }
    return JOIN_AND;
  }
  if (jmi_line_is(line, s->at, "as") && jmi_line_is(line, s->at + 1, "well")
      && jmi_line_is(line, s->at + 2, "as")) {
    *taken = 3;
    return JOIN_AND;
  }
  return JOIN_START;
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
  item *open = last_item(s);
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

static void take_marks(splitter *s)
{
  const jmi_mark_at *mark = &s->line->marks[s->at];
  item *open = last_item(s);
  if (open == NULL)
    return;
  if (mark->need > 0)
    open->need = mark->need;
  if (mark->breaks)
    open_item(s, JOIN_AND);
  if (mark->examples) {
    s->mode = IN_EXAMPLES;
    if (open->first == open->end
        && s->items.count > 1) /* "languages, such as": of the item before */
      s->items.count--;
  }
  if ((mark->tail || mark->soft_tail) && s->mode == IN_HEAD && s->brackets == 0) {
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
  join before = connector(s, &taken);
  if (before != JOIN_START && s->mode == IN_HEAD) {
    s->at += taken;
    open_item(s, before);
    return;
  }
  taken = 1;
  if (hit != JMI_NONE)
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
  uint8_t next = JOIN_AND;
  for (uint32_t i = s->items.count; i > 0; i--) {
    item *it = JMI_AT(&s->items, item, i - 1);
    if (it->join == JOIN_COMMA)
      it->join = next;
    else if (it->join != JOIN_START)
      next = it->join;
  }
}

static uint8_t hit_kind(const jmi_line *line, uint32_t token)
{
  uint32_t hit = line->marks[token].hit;
  if (hit == JMI_NONE)
    return JMI_CONCEPT_KIND_COUNT;
  return jmi_language_lexicon(line->scribe->language)->concepts[line->hits.items[hit].concept].kind;
}

static bool is_telling(const jmi_line *line, uint32_t token)
{
  const jmi_token *t = &line->tokens.items[token];
  if (line->marks[token].role != JMI_ROLE_KEEP || t->kind != JMI_TOKEN_WORD)
    return false;
  if (line->marks[token].hit != JMI_NONE)
    return true;
  return jmi_lexicon_token_class(jmi_language_lexicon(line->scribe->language), t) != JMI_WORD_STOP;
}

/* One past the verbs that open an item: "manage", "design and build". */
static uint32_t verbs_end(const jmi_line *line, const item *it)
{
  uint32_t end = it->first;
  for (uint32_t t = it->first; t < it->end; t++) {
    if (!is_telling(line, t))
      continue;
    if (hit_kind(line, t) != JMI_CONCEPT_ACTIVITY)
      break;
    end = t + 1;
  }
  return end;
}

static bool has_more_than_verbs(const jmi_line *line, const item *it)
{
  for (uint32_t t = verbs_end(line, it); t < it->end; t++)
    if (is_telling(line, t))
      return true;
  return false;
}

static bool is_bare_verb(const jmi_line *line, const item *it)
{
  return verbs_end(line, it) > it->first && !has_more_than_verbs(line, it) && it->example_end == 0
         && it->tail_end == 0;
}

static uint32_t telling_words(const jmi_line *line, const item *it)
{
  uint32_t count = 0;
  for (uint32_t t = it->first; t < it->end; t++)
    count += is_telling(line, t);
  return count;
}

/* "Written and verbal communication": one plain word beside several shares what they describe. */
static bool is_bare_modifier(const jmi_line *line, const item *it, const item *next)
{
  if (next->join != JOIN_AND || telling_words(line, it) != 1 || telling_words(line, next) < 2)
    return false;
  for (uint32_t t = it->first; t < it->end; t++)
    if (is_telling(line, t) && line->marks[t].hit != JMI_NONE)
      return false;
  return it->example_end == 0 && it->tail_end == 0;
}

/* "Verb1 and verb2 object" is one thing asked: the bare verb joins the item behind it. */
static bool joins_next(const splitter *s, uint32_t index)
{
  if (index + 1 >= s->items.count)
    return false;
  const item *it = JMI_AT(&s->items, item, index), *next = JMI_AT(&s->items, item, index + 1);
  if (is_bare_modifier(s->line, it, next))
    return true;
  return is_bare_verb(s->line, it) && verbs_end(s->line, next) > next->first
         && has_more_than_verbs(s->line, next);
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

static void add_tail(jmi_line *line, const jmi_part *part, const item *it)
{
  if (it->tail_end == 0)
    return;
  /* A head that names nothing ("responsible for", "support for") leaves it to its tail. */
  bool weak = part->unit_count == 0 || (it->soft_tail && !head_is_specific(line, part));
  jmi_units_add(line, it->tail_first, it->tail_end, weak ? 0 : JMI_UNITS_TAIL);
}

/* Words that say a level stand no further from what they qualify than this. */
#define LEVEL_REACH 40

/* The level that closes a sentence: "English and German fluently". */
static uint8_t closing_level(const jmi_line *line, uint32_t from)
{
  uint32_t end = from;
  while (end < line->tokens.count && end - from <= LEVEL_REACH
         && (end == from || (line->tokens.items[end].flags & JMI_TOKEN_FIRST) == 0))
    end++;
  if (end - from > LEVEL_REACH)
    return JMI_LEVEL_NONE;
  while (end > from && line->marks[end - 1].level == JMI_LEVEL_NONE && !is_telling(line, end - 1))
    end--;
  return end > from ? line->marks[end - 1].level : (uint8_t)JMI_LEVEL_NONE;
}

/* The level that words beside an item ask: in it, before it in its sentence, or at its close. */
static uint8_t level_beside(const jmi_line *line, uint32_t first, uint32_t end)
{
  for (uint32_t t = first; t < end && t < line->tokens.count; t++)
    if (line->marks[t].level != JMI_LEVEL_NONE)
      return line->marks[t].level;
  for (uint32_t t = first; t > 0 && first - t < LEVEL_REACH; t--) {
    if (line->marks[t - 1].level != JMI_LEVEL_NONE)
      return line->marks[t - 1].level;
    if (jmi_line_is_sign(line, t - 1, '.') || jmi_line_is_sign(line, t - 1, ';'))
      break;
  }
  return end > 0 ? closing_level(line, end - 1) : (uint8_t)JMI_LEVEL_NONE;
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

static void add_part(splitter *s, const item *it, uint32_t shared_first, uint32_t shared_end)
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
  while (place->first + 1 < place->end && !is_telling(line, place->first))
    place->first++; /* "with at least 2 years of Kubernetes" stands where Kubernetes does */
  int64_t weight = jmi_units_add(line, it->first, it->end, 0);
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
  part->level = level_beside(line, it->first, end);
  jmi_units_finish(line, part);
  weigh_group(line, part);
}

/* The verbs that an alternative without any takes over from the first one: "design or build". */
static void add_item(splitter *s, uint32_t index, const item *head)
{
  const item *it = JMI_AT(&s->items, item, index);
  uint32_t shared_first = 0, shared_end = 0;
  if (it != head && it->join == JOIN_OR && verbs_end(s->line, it) == it->first
      && has_more_than_verbs(s->line, head)) {
    shared_first = head->first;
    shared_end = verbs_end(s->line, head);
  }
  add_part(s, it, shared_first, shared_end);
}

static bool names_nothing(const splitter *s)
{
  for (uint32_t i = 0; i < s->items.count; i++)
    for (uint32_t t = JMI_AT(&s->items, item, i)->first; t < JMI_AT(&s->items, item, i)->end; t++)
      if (s->line->marks[t].hit != JMI_NONE)
        return false;
  return true;
}

static void close_clause(splitter *s, bool label)
{
  const item *head = NULL;
  uint32_t need = 0, groups = 0;   /* with the group that alternatives join; 0: none is open */
  if (label && names_nothing(s)) { /* "What you bring: …" is a heading */
    s->items.count = 0;
    return;
  }
  settle_commas(s);
  for (uint32_t i = 0; i < s->items.count && !s->failed; i++) {
    item *it = JMI_AT(&s->items, item, i);
    if (it->need > 0)
      need = it->need;
    if (joins_next(s, i)) {
      item *next = JMI_AT(&s->items, item, i + 1);
      next->first = it->first;
      next->join = it->join;
      continue;
    }
    bool alternative = groups == s->line->groups.count && (it->join == JOIN_OR || need > 0);
    if (!alternative || groups == 0) {
      head = it;
      jmi_group *group = jmi_line_group(s->line);
      if (group == NULL) {
        s->failed = true;
        return;
      }
      group->label = label;
      group->need = need > 0 ? need : 1;
      groups = s->line->groups.count;
    }
    add_item(s, i, head);
  }
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
      open_item(&s, JOIN_START);
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
