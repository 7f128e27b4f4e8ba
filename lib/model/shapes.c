/* SPDX-License-Identifier: MIT */
/* Items by tables: see shapes.h. In: jobs, skills, studies as strangers write them. Out: entries in
 * the document's order. Refuses: more entries than the limit. */
#include "model/shapes.h"

#include "model/read.h"

/* An item while it is read. */
typedef struct shaped {
  const jmi_node *map;
  const jmi_shape *shape;
  jmi_frame frame;
  uint8_t level;
  uint8_t list_kind;
  jmi_gathered_study study;
  bool is_study;
  bool bad_dates; /* one of them can't be read */
} shaped;

/* ---- Entries ----------------------------------------------------------------------------------
 */

static jmi_entry *add(jmi_shaping *s, const jmi_frame *frame, jmi_str text, const jmi_node *node)
{
  if (s->status != JM_OK)
    return NULL;
  return jmi_gather_add(s->reader, frame, text, node, &s->status);
}

void jmi_shape_texts(jmi_shaping *s, const jmi_node *value, const jmi_frame *frame)
{
  jmi_str text;
  for (const jmi_node *node = jmi_first(value); node != NULL; node = jmi_next(value, node)) {
    if (jmi_foreign_text(&s->told, node, &text))
      add(s, frame, text, node);
  }
}

void jmi_shape_pieces(jmi_shaping *s, const jmi_node *node, const jmi_frame *frame)
{
  jmi_str piece;
  for (jmi_str rest = node->text; jmi_pieces_next(&rest, s->told.arena, &piece);)
    add(s, frame, piece, node);
}

/* A heading over skills, not one of them. */
static bool is_heading(jmi_str label)
{
  static const char *const headings[] = {"languages",
                                         "programming languages",
                                         "frameworks",
                                         "libraries",
                                         "technologies",
                                         "tools",
                                         "software",
                                         "skills",
                                         "hard skills",
                                         "soft skills",
                                         "other",
                                         "technical skills",
                                         "misc",
                                         "platforms",
                                         "miscellaneous",
                                         "technical",
                                         "concepts",
                                         "other skills",
                                         "interests",
                                         "certifications",
                                         "certificates",
                                         "key skills",
                                         "spoken languages"};
  for (size_t i = 0; i < JMI_ROWS(headings); i++) {
    uint32_t at = 0;
    while (at < label.len && jmi_lower(label.at[at]) == headings[i][at])
      at++;
    if (at == label.len && headings[i][at] == '\0')
      return true;
  }
  return false;
}

static void add_known(jmi_shaping *s, const shaped *item, const jmi_frame *frame, jmi_str text,
                      const jmi_node *node)
{
  jmi_entry *entry = add(s, frame, text, node);
  if (entry == NULL)
    return;
  entry->level = item->level;
  if (item->is_study)
    entry->study = item->study.status;
}

static void add_pieces(jmi_shaping *s, const shaped *item, const jmi_frame *frame, jmi_str text,
                       const jmi_node *node)
{
  jmi_str piece;
  while (jmi_pieces_next(&text, s->told.arena, &piece))
    add_known(s, item, frame, piece, node);
}

static void take_texts(jmi_shaping *s, const shaped *item, const jmi_row *row,
                       const jmi_node *value)
{
  jmi_frame frame = item->frame;
  frame.kind = row->kind == JMI_KIND_OF_LIST ? item->list_kind : row->kind;
  jmi_str text;
  for (const jmi_node *node = jmi_first(value); node != NULL; node = jmi_next(value, node)) {
    if (!jmi_foreign_text(&s->told, node, &text))
      continue;
    if (row->take == JMI_TAKE_PIECES && node == value)
      add_pieces(s, item, &frame, text, node);
    else if (row->take != JMI_TAKE_LABEL || !is_heading(jmi_str_trim(text)))
      add_known(s, item, &frame, text, node);
  }
}

/* ---- What an item says of all its entries -----------------------------------------------------
 */

static void take_level(jmi_shaping *s, shaped *item, const jmi_node *value)
{
  jmi_str word;
  if (!jmi_foreign_text(&s->told, value, &word))
    return;
  item->level = (uint8_t)jmi_level_of(word);
  if (item->level == JMI_LEVEL_NONE)
    jmi_tell(&s->told, value, "the level is none that is known here, and is not read",
             "write beginner, intermediate, advanced, expert, or A1 to C2");
}

static void take_date(jmi_shaping *s, shaped *item, jmi_take take, const jmi_node *value)
{
  jmi_str text;
  jmi_span read = JMI_SPAN_NONE, *span = &item->study.span;
  bool bad_before = item->bad_dates;
  item->bad_dates = true;
  if (!jmi_foreign_text(&s->told, value, &text))
    return;
  bool known = take == JMI_TAKE_DATE ? jmi_span_of(&read, text)
               : take == JMI_TAKE_FROM
                   ? jmi_date_of(&read.from, text) && read.from.month != JMI_MONTH_OPEN
                   : jmi_date_of(&read.to, text);
  if (!known) {
    jmi_tell(&s->told, value, "the date is none that is known here, and is not read",
             "write 2019-03-01, 2019-03 or 2019");
    return;
  }
  item->bad_dates = bad_before;
  if (read.from.month != JMI_MONTH_NONE) {
    span->from = read.from;
    span->from.node = value;
  }
  if (read.to.month != JMI_MONTH_NONE) {
    span->to = read.to;
    span->to.node = value;
  }
}

static void take_fields(jmi_shaping *s, shaped *item, const jmi_node *value)
{
  jmi_list texts = {0};
  jmi_str text;
  for (const jmi_node *node = jmi_first(value); node != NULL; node = jmi_next(value, node)) {
    if (!jmi_foreign_text(&s->told, node, &text))
      continue;
    jmi_str *field = JMI_PUSH(&texts, s->told.arena, jmi_str);
    if (field != NULL)
      *field = text;
  }
  item->study.field = (jmi_texts){texts.items, NULL, texts.count};
}

/* The rows that entries need first, wherever they stand. */
static void take_first(jmi_shaping *s, shaped *item, const jmi_row *row, const jmi_node *value)
{
  switch ((jmi_take)row->take) {
  case JMI_TAKE_LEVEL:
    take_level(s, item, value);
    break;
  case JMI_TAKE_FROM:
  case JMI_TAKE_TO:
  case JMI_TAKE_DATE:
    take_date(s, item, (jmi_take)row->take, value);
    break;
  case JMI_TAKE_DEGREE:
    jmi_foreign_text(&s->told, value, &item->study.degree);
    break;
  case JMI_TAKE_FIELD:
    take_fields(s, item, value);
    break;
  case JMI_TAKE_TEXT:
  case JMI_TAKE_PIECES:
  case JMI_TAKE_LABEL:
    break;
  }
}

static bool is_of_study(const jmi_shape *shape)
{
  for (size_t i = 0; i < shape->count; i++) {
    if (shape->rows[i].take == JMI_TAKE_DEGREE)
      return true;
  }
  return false;
}

/* Dates of which one can't be read say nothing: the other would make a span without an end of what
 * has one. Nor do dates that contradict each other. */
static void finish_dates(jmi_shaping *s, shaped *item)
{
  jmi_reader quiet = {s->told.arena, NULL, NULL};
  jmi_span *span = &item->study.span;
  if (item->bad_dates)
    *span = JMI_SPAN_NONE;
  if (jmi_span_finish(&quiet, span, (jmi_span_end)item->shape->end) != JM_OK) {
    jmi_tell(&s->told, span->to.node, "the end lies before the beginning, and neither is read",
             "exchange the two, or correct one of them");
    *span = JMI_SPAN_NONE;
  }
  item->frame.from = span->from.month;
  item->frame.to = span->to.month;
  if (item->is_study)
    return; /* jmi_gather_degree() knows which of the months lie behind */
  jmi_gather_month(s->gather, item->frame.from);
  jmi_gather_month(s->gather, item->frame.to);
}

/* ---- Items ------------------------------------------------------------------------------------
 */

static const jmi_row *row_of(const jmi_shape *shape, const jmi_node *member)
{
  for (size_t i = 0; i < shape->count; i++) {
    if (jmi_str_is(member->key, shape->rows[i].name))
      return &shape->rows[i];
  }
  return NULL;
}

static void read_map(jmi_shaping *s, shaped *item)
{
  const jmi_row *row;
  for (const jmi_node *member = item->map->first; member != NULL; member = member->next) {
    if ((row = row_of(item->shape, member)) != NULL && jmi_is_given(member))
      take_first(s, item, row, member);
  }
  finish_dates(s, item);
  if (item->is_study && s->status == JM_OK) {
    item->frame.kind = JMI_ENTRY_EDUCATION;
    s->status =
        jmi_gather_degree(s->reader, &item->frame, &item->study, item->map, &item->study.status);
  }
  for (const jmi_node *member = item->map->first; member != NULL; member = member->next) {
    if ((row = row_of(item->shape, member)) != NULL && row->take <= JMI_TAKE_LABEL
        && jmi_is_given(member))
      take_texts(s, item, row, member);
  }
}

void jmi_shape_read(jmi_shaping *s, const jmi_node *node, const jmi_shape *shape, jmi_frame frame)
{
  jmi_str text;
  if (!jmi_is_given(node))
    return;
  if (node->kind == JMI_NODE_LIST) {
    jmi_tell_kind(&s->told, node, "write a mapping");
    return;
  }
  shaped item = {.map = node,
                 .shape = shape,
                 .frame = frame,
                 .list_kind = frame.kind,
                 .study = JMI_STUDY_NONE,
                 .is_study = is_of_study(shape)};
  if (node->kind == JMI_NODE_MAP)
    read_map(s, &item);
  else if (item.is_study && jmi_foreign_text(&s->told, node, &text)) {
    item.study.degree = text;
    if (s->status == JM_OK)
      s->status = jmi_gather_degree(s->reader, &item.frame, &item.study, node, &item.study.status);
  } else if (jmi_foreign_text(&s->told, node, &text))
    add(s, &frame, text, node);
}

void jmi_shapes_read(jmi_shaping *s, const jmi_node *list, const jmi_shape *shape,
                     jmi_entry_kind kind)
{
  jmi_frame frame = {0};
  for (const jmi_node *item = jmi_first(list); item != NULL; item = jmi_next(list, item)) {
    if (!jmi_is_given(item))
      continue;
    if (frame.group == 0 || !shape->one_group)
      frame = jmi_gather_frame(s->gather, kind);
    jmi_shape_read(s, item, shape, frame);
  }
}
