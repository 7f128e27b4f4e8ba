/* SPDX-License-Identifier: MIT */
/* Links: names made numbers, circles cut, what follows from what written out.
 *
 *   declared                                   compiled
 *   PostgreSQL  broader relational database    PostgreSQL: relational database, database |
 *   relational database  broader database        SQL, query language | MySQL
 *   PostgreSQL  implies SQL                    (broader | implied | related)
 *   SQL  broader query language
 *   MySQL  related PostgreSQL
 *
 * In: a builder's links in the order of declaration. Told: names of no concept, circles, concepts
 * with more than JMI_LINKS_MAX links of a kind. */
#include "lexicon/builder.h"

const char *const jmi_link_words[JMI_LINK_RELATED + 1] = {
    [JMI_LINK_BROADER] = "broader", [JMI_LINK_IMPLIED] = "implies", [JMI_LINK_RELATED] = "related"};

typedef struct linker {
  jmi_lexicon_builder *builder;
  jmi_new_link *links;
  uint32_t concept_count;
  uint32_t *first, *order; /* links of concept c: order[first[c]] to before order[first[c + 1]] */
  uint32_t *mutual_first, *mutual; /* the same for `related`, by the concept pointed at */
  uint32_t *closed_first;          /* per concept: its slice of closed */
  jmi_list closed;                 /* all broader, nearest first */
  jmi_list out;
  uint32_t *seen, stamp; /* seen[c] == stamp: c stands in the list that is being written */
} linker;

static void resolve_names(linker *l)
{
  for (uint32_t i = 0; i < l->builder->links.count; i++) {
    jmi_new_link *link = &l->links[i];
    jmi_str key;
    if (link->name.len == 0)
      continue;
    jmi_arena_reset(&l->builder->scratch);
    link->to = jmi_builder_find(l->builder, link->name, &key);
    if (jmi_builder_failed(l->builder))
      return;
    if (link->to == JMI_NONE)
      jmi_builder_complain(
          l->builder, link->place, link->source, "'%s: %.80s' of '%.80s' names no concept",
          jmi_link_words[link->kind], link->name.at,
          jmi_builder_text(l->builder,
                           JMI_AT(&l->builder->concepts, jmi_new_concept, link->from)->name));
  }
}

/* Links sorted by the concept at one end, else in the order of declaration. */
static bool group(linker *l, bool by_target, uint32_t **first_out, uint32_t **order_out)
{
  uint32_t link_count = l->builder->links.count;
  uint32_t *first = JMI_NEW_ARRAY(&l->builder->arena, (size_t)l->concept_count + 2, uint32_t);
  uint32_t *order = JMI_NEW_ARRAY(&l->builder->arena, link_count, uint32_t);
  if (first == NULL || order == NULL)
    return false;
  /* Counted two places on, so that filling leaves first[c] where c begins. */
  for (uint32_t pass = 0; pass < 2; pass++) {
    for (uint32_t i = 0; i < link_count; i++) {
      const jmi_new_link *link = &l->links[i];
      if (link->to == JMI_NONE || (by_target && link->kind != JMI_LINK_RELATED))
        continue;
      uint32_t end = by_target ? link->to : link->from;
      if (pass == 0)
        first[end + 2]++;
      else
        order[first[end + 1]++] = i;
    }
    for (uint32_t c = 1; pass == 0 && c < l->concept_count + 2; c++)
      first[c] += first[c - 1];
  }
  *first_out = first;
  *order_out = order;
  return true;
}

/* ---- circles -----------------------------------------------------------------------------------
 */

typedef struct walk {
  uint32_t *path, depth; /* the links from the walk's start to here; depth counts concepts */
  uint32_t *next;        /* per concept: its next link to follow */
  uint8_t *state;        /* per concept */
} walk;

enum { WALK_NEW, WALK_OPEN, WALK_DONE };

static void add_name(const linker *l, jmi_buffer *text, uint32_t concept)
{
  const jmi_new_concept *at = JMI_AT(&l->builder->concepts, jmi_new_concept, concept);
  jmi_buffer_adds(text, jmi_builder_text(l->builder, at->name));
}

/* The place is that of the link declared last: without it there was no circle. */
static void tell_circle(linker *l, const walk *w, uint32_t start, uint32_t closing)
{
  uint32_t latest = closing, at = w->depth;
  while (at > 1 && w->path[at - 1] != start)
    at--;
  jmi_buffer text;
  jmi_buffer_init(&text, &l->builder->arena.allocator, 0);
  for (uint32_t i = at - 1; i < w->depth; i++) {
    add_name(l, &text, w->path[i]);
    jmi_buffer_adds(&text, " > ");
    if (i + 1 < w->depth) {
      uint32_t link = l->order[w->next[w->path[i]] - 1];
      latest = link > latest ? link : latest;
    }
  }
  add_name(l, &text, start);
  if (text.failed)
    l->builder->arena.failed = true;
  jmi_builder_complain(l->builder, l->links[latest].place, l->links[latest].source,
                       "broader goes in a circle: %s", text.at);
  jmi_buffer_dispose(&text);
}

/* Follows the next link of the innermost concept; closes the concept when it has none left. */
static void step(linker *l, walk *w)
{
  uint32_t from = w->path[w->depth - 1];
  if (w->next[from] == l->first[from + 1]) {
    w->state[from] = WALK_DONE;
    w->depth--;
    return;
  }
  uint32_t number = l->order[w->next[from]++];
  jmi_new_link *link = &l->links[number];
  if (link->kind != JMI_LINK_BROADER || w->state[link->to] == WALK_DONE)
    return;
  if (w->state[link->to] == WALK_OPEN) {
    tell_circle(l, w, link->to, number);
    link->to = JMI_NONE;
    return;
  }
  w->state[link->to] = WALK_OPEN;
  w->path[w->depth++] = link->to;
}

static bool cut_circles(linker *l)
{
  jmi_arena *arena = &l->builder->arena;
  walk w = {.path = JMI_NEW_ARRAY(arena, l->concept_count, uint32_t),
            .next = JMI_NEW_ARRAY(arena, l->concept_count, uint32_t),
            .state = JMI_NEW_ARRAY(arena, l->concept_count, uint8_t)};
  if (w.path == NULL || w.next == NULL || w.state == NULL)
    return false;
  if (l->concept_count > 0)
    memcpy(w.next, l->first, l->concept_count * sizeof *w.next);
  for (uint32_t c = 0; c < l->concept_count; c++) {
    if (w.state[c] != WALK_NEW)
      continue;
    w.state[c] = WALK_OPEN;
    w.path[w.depth++] = c;
    while (w.depth > 0)
      step(l, &w);
  }
  return !arena->failed;
}

/* ---- closing -----------------------------------------------------------------------------------
 */

/* Appends a concept unless it stands in the list; tells when the list is full. */
static void append(linker *l, jmi_list *list, uint32_t begin, uint32_t of, uint32_t concept)
{
  if (l->seen[concept] == l->stamp || list->count - begin > JMI_LINKS_MAX)
    return;
  if (list->count - begin == JMI_LINKS_MAX) {
    const jmi_new_concept *at = JMI_AT(&l->builder->concepts, jmi_new_concept, of);
    jmi_builder_complain(l->builder, at->place, at->source,
                         "'%.80s' has more than %d links of one kind",
                         jmi_builder_text(l->builder, at->name), (int)JMI_LINKS_MAX);
  }
  l->seen[concept] = l->stamp;
  uint32_t *place = JMI_PUSH(list, &l->builder->arena, uint32_t);
  if (place != NULL)
  *place = concept;
}

/* A list that was told of holds one too many. */
static void trim(jmi_list *list, uint32_t begin)
{
  if (list->count - begin > JMI_LINKS_MAX)
    list->count = begin + JMI_LINKS_MAX;
}

static void append_declared(linker *l, jmi_list *list, uint32_t begin, uint32_t of, uint32_t from,
                            jmi_link_kind kind)
{
  for (uint32_t i = l->first[from]; i < l->first[from + 1]; i++) {
    const jmi_new_link *link = &l->links[l->order[i]];
    if (link->kind == kind && link->to != JMI_NONE)
      append(l, list, begin, of, link->to);
  }
}

/* All that is broader, breadth first: the list is its own queue. */
static bool close_broader(linker *l)
{
  jmi_arena *arena = &l->builder->arena;
  l->closed_first = JMI_NEW_ARRAY(arena, (size_t)l->concept_count + 1, uint32_t);
  l->seen = JMI_NEW_ARRAY(arena, l->concept_count, uint32_t);
  if (l->closed_first == NULL || l->seen == NULL)
    return false;
  for (uint32_t c = 0; c < l->concept_count && !arena->failed; c++) {
    uint32_t begin = l->closed.count;
    l->seen[c] = ++l->stamp;
    append_declared(l, &l->closed, begin, c, c, JMI_LINK_BROADER);
    for (uint32_t i = begin; i < l->closed.count; i++)
      append_declared(l, &l->closed, begin, c, *JMI_AT(&l->closed, uint32_t, i), JMI_LINK_BROADER);
    trim(&l->closed, begin);
    l->closed_first[c + 1] = l->closed.count;
  }
  return !arena->failed;
}

static void append_closed(linker *l, uint32_t begin, uint32_t of, uint32_t from)
{
  for (uint32_t i = l->closed_first[from]; i < l->closed_first[from + 1]; i++)
    append(l, &l->out, begin, of, *JMI_AT(&l->closed, uint32_t, i));
}

/* Declared ones, for a job those of broader jobs too (a paediatric nurse is a nurse), then all that
 * is broader than those; nothing that is broader than c anyway. */
static void write_implied(linker *l, uint32_t c, uint32_t begin)
{
  append_declared(l, &l->out, begin, c, c, JMI_LINK_IMPLIED);
  bool job = JMI_AT(&l->builder->concepts, jmi_new_concept, c)->kind == JMI_CONCEPT_ROLE;
  for (uint32_t i = l->closed_first[c]; job && i < l->closed_first[c + 1]; i++)
    append_declared(l, &l->out, begin, c, *JMI_AT(&l->closed, uint32_t, i), JMI_LINK_IMPLIED);
  uint32_t declared = l->out.count;
  for (uint32_t i = begin; i < declared && !l->builder->arena.failed; i++)
    append_closed(l, begin, c, *JMI_AT(&l->out, uint32_t, i));
  trim(&l->out, begin);
}

/* Siblings are siblings both ways. One that is implied as well stands in both lists. */
static void write_related(linker *l, uint32_t c, uint32_t begin)
{
  l->seen[c] = ++l->stamp;
  for (uint32_t i = l->closed_first[c]; i < l->closed_first[c + 1]; i++)
    l->seen[*JMI_AT(&l->closed, uint32_t, i)] = l->stamp;
  append_declared(l, &l->out, begin, c, c, JMI_LINK_RELATED);
  for (uint32_t i = l->mutual_first[c]; i < l->mutual_first[c + 1]; i++)
    append(l, &l->out, begin, c, l->links[l->mutual[i]].from);
  trim(&l->out, begin);
}

static bool write_links(linker *l, jmi_concept *concepts)
{
  for (uint32_t c = 0; c < l->concept_count; c++) {
    uint32_t broader = l->out.count;
    l->seen[c] = ++l->stamp;
    append_closed(l, broader, c, c);
    uint32_t implied = l->out.count;
    write_implied(l, c, implied);
    uint32_t related = l->out.count;
    write_related(l, c, related);
    if (l->builder->arena.failed)
      return false;
    concepts[c].first_link = broader;
    concepts[c].broader_count = (uint16_t)(implied - broader);
    concepts[c].implied_count = (uint16_t)(related - implied);
    concepts[c].related_count = (uint16_t)(l->out.count - related);
  }
  return true;
}

jm_status jmi_links_compile(jmi_lexicon *out, jmi_concept *concepts, jmi_arena *arena,
                            jmi_lexicon_builder *builder)
{
  linker l = {
      .builder = builder, .links = builder->links.items, .concept_count = builder->concepts.count};
  resolve_names(&l);
  if (jmi_builder_failed(builder) || !group(&l, false, &l.first, &l.order)
      || !group(&l, true, &l.mutual_first, &l.mutual) || !cut_circles(&l) || !close_broader(&l)
      || !write_links(&l, concepts))
    return JM_ERR_MEMORY;
  uint32_t *links = JMI_NEW_ARRAY(arena, l.out.count, uint32_t);
  if (links == NULL)
    return JM_ERR_MEMORY;
  if (l.out.count > 0)
    memcpy(links, l.out.items, l.out.count * sizeof *links);
  out->links = links;
  out->link_count = l.out.count;
  return JM_OK;
}
