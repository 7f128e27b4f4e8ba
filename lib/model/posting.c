/* SPDX-License-Identifier: MIT */
/* A posting: its title, and its requirement lines with what their author added to them.
 *
 * In:  the tree of a mapping with `requirements` and `preferred`, or of a bare list of lines.
 * Out: one array of requirements in that order, each with its place; lines are kept raw.
 * Refuses: unknown fields, two equal ids, empty lists of alternatives, a posting without any
 *          requirement (JM_ERR_FIELD), and what passes a limit (JM_ERR_LIMIT). */
#include <inttypes.h>
#include <stdio.h>

#include "model/draft.h"
#include "model/read.h"

/* Weights beyond this would let exact sums over many lines overflow. */
enum { MAX_WEIGHT = 1000 };

/* ---- One requirement --------------------------------------------------------------------------
 */

static jm_status read_weight(jmi_reader *reader, const jmi_node *value, void *place)
{
  int32_t *weight = place;
  jm_status status = jmi_read_milli(reader, value, weight);
  if (status != JM_OK || *weight <= MAX_WEIGHT * 1000)
    return status;
  return jmi_refuse(reader, JM_ERR_FIELD, value, "write how often the line counts, as in 2 or 0.5",
                    "is over %d", MAX_WEIGHT);
}

static jm_status read_tier(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char *const words[] = {[JMI_TIER_MUST] = "must-have",
                                      [JMI_TIER_REQUIRED] = "required",
                                      [JMI_TIER_PREFERRED] = "preferred"};
  return jmi_read_word(reader, value, words, JMI_ROWS(words), place);
}

static jm_status read_parts(jmi_reader *reader, const jmi_node *value, void *place)
{
  const jmi_draft *posting = reader->ctx;
  jmi_texts *parts = place;
  jm_status status = jmi_read_texts(reader, value, parts);
  if (status != JM_OK)
    return status;
  if (parts->count == 0)
    return jmi_refuse(reader, JM_ERR_FIELD, value, "give at least one text, or remove it",
                      "is an empty list");
  if (parts->count > posting->limits->max_parts)
    return jmi_refuse(reader, JM_ERR_LIMIT, parts->nodes[posting->limits->max_parts], NULL,
                      "is one part more than max_parts (%" PRId64 ") allows",
                      posting->limits->max_parts);
  return JM_OK;
}

static jm_status read_match(jmi_reader *reader, const jmi_node *value, void *place)
{
  jmi_draft *posting = reader->ctx;
  jmi_str *match = place;
  jm_status status = jmi_read_text(reader, value, match);
  if (status != JM_OK)
    return status;
  if (match->len > posting->limits->max_pattern_bytes)
    return jmi_refuse(reader, JM_ERR_LIMIT, value, NULL,
                      "is longer than max_pattern_bytes (%" PRId64 ") allows",
                      posting->limits->max_pattern_bytes);
  if (++posting->pattern_count > posting->limits->max_patterns)
    return jmi_refuse(reader, JM_ERR_LIMIT, value, NULL,
                      "is one pattern more than max_patterns (%" PRId64 ") allows",
                      posting->limits->max_patterns);
  return JM_OK;
}

static const jmi_field requirement_fields[] = {
    {"text", JMI_FIELD_TEXT, JMI_REQUIRED, offsetof(jmi_requirement, text), NULL},
    {"id", JMI_FIELD_TEXT, 0, offsetof(jmi_requirement, id), NULL},
    {"weight", JMI_FIELD_CUSTOM, 0, offsetof(jmi_requirement, weight_milli), read_weight},
    {"tier", JMI_FIELD_CUSTOM, 0, offsetof(jmi_requirement, tier), read_tier},
    {"any_of", JMI_FIELD_CUSTOM, 0, offsetof(jmi_requirement, any_of), read_parts},
    {"all_of", JMI_FIELD_CUSTOM, 0, offsetof(jmi_requirement, all_of), read_parts},
    {"match", JMI_FIELD_CUSTOM, 0, offsetof(jmi_requirement, match), read_match},
};

static jm_status read_mapping(jmi_reader *reader, const jmi_node *map, jmi_requirement *line,
                              const jmi_node **id_node)
{
  jm_status status = jmi_read_item(reader, map, "a requirement", requirement_fields,
                                   JMI_ROWS(requirement_fields), line);
  if (status != JM_OK)
    return status;
  line->mark = jmi_node_get(map, "text")->mark;
  *id_node = jmi_node_get(map, "id");
  const jmi_node *match = jmi_node_get(map, "match");
  if (match != NULL)
    line->match_mark = match->mark;
  return JM_OK;
}

jmi_requirement *jmi_draft_line(jmi_reader *reader, const jmi_node *node, jm_status *status)
{
  jmi_draft *posting = reader->ctx;
  if (posting->lines.count >= posting->limits->max_requirements) {
    *status = jmi_refuse(reader, JM_ERR_LIMIT, node, NULL,
                         "is one requirement more than max_requirements (%" PRId64 ") allows",
                         posting->limits->max_requirements);
    return NULL;
  }
  jmi_requirement *line = JMI_PUSH(&posting->lines, reader->arena, jmi_requirement);
  const jmi_node **id_node = JMI_PUSH(&posting->id_nodes, reader->arena, const jmi_node *);
  jmi_str path = jmi_path_from(reader->arena, posting->root, node);
  if (line == NULL || id_node == NULL || path.at == NULL) {
    *status = jmi_refuse_memory(reader);
    return NULL;
  }
  line->weight_milli = 1000;
  line->tier = JMI_TIER_NONE;
  line->text = line->id = line->match = JMI_STR("");
  line->preferred_list = posting->preferred;
  line->mark = node->mark;
  line->path = path;
  *status = JM_OK;
  return line;
}

static jm_status read_line(jmi_reader *reader, const jmi_node *node, void *place)
{
  (void)place;
  jmi_draft *posting = reader->ctx;
  jm_status status;
  jmi_requirement *line = jmi_draft_line(reader, node, &status);
  if (line == NULL)
    return status;
  if (node->kind == JMI_NODE_SCALAR)
    return jmi_read_text(reader, node, &line->text);
  return read_mapping(reader, node, line,
                      JMI_AT(&posting->id_nodes, const jmi_node *, posting->id_nodes.count - 1));
}

/* ---- The posting ------------------------------------------------------------------------------
 */

static jm_status read_lines(jmi_reader *reader, const jmi_node *list, bool preferred)
{
  jmi_draft *posting = reader->ctx;
  posting->preferred = preferred;
  if (list->kind == JMI_NODE_SCALAR && !jmi_node_is_null(list))
    return jmi_refuse(reader, JM_ERR_FIELD, list, "begin each line with `- `",
                      "must be a list of lines, not one text");
  return jmi_read_each(reader, list, "lines", read_line, NULL);
}

static jm_status read_required(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return read_lines(reader, list, false);
}

static jm_status read_preferred(jmi_reader *reader, const jmi_node *list, void *place)
{
  (void)place;
  return read_lines(reader, list, true);
}

static const jmi_field posting_fields[] = {
    {"title", JMI_FIELD_TEXT, 0, offsetof(jmi_draft, title), NULL},
    {"id", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"company", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"location", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"url", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"description", JMI_FIELD_IGNORE, 0, 0, NULL},
    {"requirements", JMI_FIELD_CUSTOM, 0, 0, read_required},
    {"preferred", JMI_FIELD_CUSTOM, 0, 0, read_preferred},
};

static jm_status read_native(jmi_reader *reader, const jmi_node *root)
{
  jmi_draft *posting = reader->ctx;
  if (root->kind == JMI_NODE_LIST)
    return read_lines(reader, root, false);
  if (jmi_is_prose(root))
    return jmi_refuse(reader, JM_ERR_FIELD, root,
                      "write `requirements:`, and below it each line behind `- `",
                      "must be a mapping or a list of lines, not one text");
  return jmi_fields_read(reader, root, "a posting", posting_fields, JMI_ROWS(posting_fields),
                         posting);
}

/* ---- Ids --------------------------------------------------------------------------------------
 */

/* Lines without an id are called by their number over both lists: r1, r2, … */
static jm_status make_ids(jmi_reader *reader, jmi_draft *posting)
{
  for (uint32_t i = 0; i < posting->lines.count; i++) {
    jmi_requirement *line = JMI_AT(&posting->lines, jmi_requirement, i);
    if (line->id.len > 0)
      continue;
    char id[16];
    int len = snprintf(id, sizeof id, "r%" PRIu32, i + 1);
    line->id = (jmi_str){jmi_arena_copy(reader->arena, id, (size_t)len), (uint32_t)len};
    if (line->id.at == NULL)
      return jmi_refuse_memory(reader);
  }
  return JM_OK;
}

/* By id, and then by number: no two lines compare equal. */
static int compare(const jmi_draft *posting, uint32_t a, uint32_t b)
{
  int order = jmi_str_compare(JMI_AT(&posting->lines, jmi_requirement, a)->id,
                              JMI_AT(&posting->lines, jmi_requirement, b)->id);
  return order != 0 ? order : (a > b) - (a < b);
}

static void sift(const jmi_draft *posting, uint32_t *heap, uint32_t at, uint32_t count)
{
  for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
    if (child + 1 < count && compare(posting, heap[child], heap[child + 1]) < 0)
      child++;
    if (compare(posting, heap[at], heap[child]) >= 0)
      return;
    uint32_t moved = heap[at];
    heap[at] = heap[child];
    heap[child] = moved;
  }
}

/* Heapsort: n log n whatever the ids are. */
static void sort(const jmi_draft *posting, uint32_t *lines, uint32_t count)
{
  for (uint32_t i = count / 2; i > 0; i--)
    sift(posting, lines, i - 1, count);
  for (uint32_t end = count; end > 1; end--) {
    uint32_t largest = lines[0];
    lines[0] = lines[end - 1];
    lines[end - 1] = largest;
    sift(posting, lines, 0, end - 1);
  }
}

static jm_status refuse_id(jmi_reader *reader, const jmi_draft *posting, uint32_t first,
                           uint32_t second)
{
  const jmi_node *a = *JMI_AT(&posting->id_nodes, const jmi_node *, first);
  const jmi_node *b = *JMI_AT(&posting->id_nodes, const jmi_node *, second);
  if (a != NULL && b != NULL)
    return jmi_refuse_pair(reader, b, a->mark, "give each requirement an id of its own",
                           "is the id of another requirement as well");
  /* One of them was made from its line's number; the given one can be changed. */
  uint32_t made = a == NULL ? first : second;
  return jmi_refuse_pair(reader, a == NULL ? b : a,
                         JMI_AT(&posting->lines, jmi_requirement, made)->mark,
                         "lines without an id are called r1, r2, r3 and so on; choose another",
                         "is the id of another requirement as well");
}

/* Reports the two equal ids whose second line comes first. */
static jm_status check_ids(jmi_reader *reader, const jmi_draft *posting)
{
  uint32_t count = posting->lines.count, first = 0, second = UINT32_MAX;
  uint32_t *lines = JMI_NEW_ARRAY(reader->arena, count, uint32_t);
  if (lines == NULL)
    return jmi_refuse_memory(reader);
  for (uint32_t i = 0; i < count; i++)
    lines[i] = i;
  sort(posting, lines, count);
  for (uint32_t i = 1; i < count; i++) {
    if (lines[i] < second
        && jmi_str_equal(JMI_AT(&posting->lines, jmi_requirement, lines[i - 1])->id,
                         JMI_AT(&posting->lines, jmi_requirement, lines[i])->id)) {
      first = lines[i - 1];
      second = lines[i];
    }
  }
  return second == UINT32_MAX ? JM_OK : refuse_id(reader, posting, first, second);
}

/* What to do about a posting without lines, by format. */
static const char *const empty_hints[JMI_FORMAT_COUNT] = {
    [JMI_FORMAT_NATIVE] = "give `requirements` a list of lines",
    [JMI_FORMAT_JSON_RESUME] = "give `qualifications` a list of lines, or a `description`",
    [JMI_FORMAT_RENDERCV] = "",
    [JMI_FORMAT_SCHEMA_ORG] =
        "give it `qualifications`, `skills`, `responsibilities` or a `description`",
};

/* The prose of a foreign posting; NULL when it has none. */
static const jmi_node *description_of(const jmi_draft *posting)
{
  const jmi_node *node =
      posting->format == JMI_FORMAT_NATIVE ? NULL : jmi_node_get(posting->body, "description");
  return node != NULL && node->kind == JMI_NODE_SCALAR && node->text.len > 0 ? node : NULL;
}

static jm_status read_format(jmi_reader *reader, const jmi_node *root)
{
  jmi_draft *posting = reader->ctx;
  switch (posting->format) {
  case JMI_FORMAT_JSON_RESUME:
    return jmi_job_read(reader, root);
  case JMI_FORMAT_SCHEMA_ORG:
    return jmi_schema_org_read(reader, root);
  default:
    return read_native(reader, root);
  }
}

jm_status jmi_posting_read(jmi_posting *out, jmi_arena *arena, const jmi_node *root,
                           const jm_limits *limits, jm_error *err)
{
  jmi_draft posting = {.root = root,
                       .body = root,
                       .limits = limits,
                       .title = JMI_STR(""),
                       .format = (uint8_t)jmi_format_of_posting(root),
                       .told = {.arena = arena, .root = root}};
  jmi_reader reader = {arena, err, &posting};
  jm_status status = read_format(&reader, root);
  if (status != JM_OK)
    return status;
  if (arena->failed)
    return jmi_refuse_memory(&reader);
  const jmi_node *description = description_of(&posting);
  if (posting.lines.count == 0 && description == NULL)
    return jmi_refuse(&reader, JM_ERR_FIELD, posting.body, empty_hints[posting.format],
                      "has no requirement");
  if ((status = make_ids(&reader, &posting)) != JM_OK
      || (status = check_ids(&reader, &posting)) != JM_OK)
    return status;
  *out = (jmi_posting){.title = posting.title,
                       .requirements = posting.lines.items,
                       .count = posting.lines.count,
                       .description = posting.lines.count == 0 ? description : NULL,
                       .format = posting.format,
                       .notes = jmi_told_notes(&posting.told)};
  return JM_OK;
}
