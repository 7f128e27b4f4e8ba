/* SPDX-License-Identifier: MIT */
/* YAML: the only door to libyaml. In: a text with any number of documents. Out: a tree for each.
 * Refuses: what libyaml refuses, and anchors, aliases, tags, merge keys, keys that are no scalars,
 * list items swallowed by the line above, and whatever passes a limit.
 *
 * Only libyaml's events are used: its own loader hides allocation failures. libyaml has no limit
 * of depth and takes quadratic time in it, so depth is checked at each event, while the text
 * behind it is still unread. libyaml counts places in characters, and lines in its own way; here a
 * cursor follows it through the bytes and counts lines as editors do. */
#include <yaml.h>

#include "document/build.h"
#include "document/hints.h"
#include "document/read.h"

/* A place that moves through the text once, with libyaml's events. */
typedef struct cursor {
  size_t at, index;  /* in bytes, in characters */
  size_t line_index; /* the character that its line begins with */
  uint32_t line;
} cursor;

struct jmi_document_stream {
  yaml_parser_t parser; /* owns: libyaml's memory comes from malloc */
  jmi_source source;
  jmi_document_limits limits;
  cursor cursor;
  jmi_mark document;                  /* where the document being read begins */
  yaml_mark_t quote_start, quote_end; /* of the quoted scalar read last */
  bool ended;
};

static const cursor start = {0, 0, 0, 1};

/* Bytes from here, in steps of eight, that are ASCII and break no line: the common case. */
static size_t easy_run(const char *at, size_t left)
{
  const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
  size_t run = 0;
  for (; left - run >= 8; run += 8) {
    uint64_t word;
    memcpy(&word, at + run, sizeof word);
    /* The high bit of a byte is set when it is no ASCII or below 0x0E; a borrow only adds more. */
    if (((word | (word - 14 * ones)) & highs) != 0)
      break;
  }
  return run;
}

static void move_to(cursor *c, const jmi_source *source, size_t index)
{
  if (index < c->index)
    *c = start;
  const char *text = source->text;
  while (c->index < index && c->at < source->len) {
    size_t left = source->len - c->at, ahead = index - c->index;
    size_t run = easy_run(text + c->at, ahead < left ? ahead : left);
    c->at += run;
    c->index += run;
    if (c->index == index)
      return;
    char byte = text[c->at++];
    c->index++;
    if (byte == '\n' || (byte == '\r' && (c->at == source->len || text[c->at] != '\n'))) {
      c->line++;
      c->line_index = c->index;
    }
    while (c->at < source->len && ((unsigned char)text[c->at] & 0xC0) == 0x80)
      c->at++;
  }
}

static jmi_mark mark_of(jmi_document_stream *stream, const yaml_mark_t *mark)
{
  cursor *c = &stream->cursor;
  move_to(c, &stream->source, mark->index);
  return (jmi_mark){c->line, (uint32_t)(c->index - c->line_index) + 1,
                    (uint32_t)c->at + stream->source.skipped};
}

/* The byte of a mark that may lie behind the cursor, or far before it. */
static size_t byte_of(const jmi_document_stream *stream, const yaml_mark_t *mark)
{
  cursor c = stream->cursor;
  move_to(&c, &stream->source, mark->index);
  return c.at;
}

/* ---- Errors of libyaml ---- */

/* libyaml's reader gives a byte offset and no line. UTF-8 was checked, so only controls are left.
 */
static jm_status fail_reading(const jmi_document_stream *stream, jm_error *err)
{
  const yaml_parser_t *parser = &stream->parser;
  jmi_mark mark = jmi_source_mark(&stream->source, parser->problem_offset);
  jmi_fail_at(err, JM_ERR_SYNTAX, mark, "a control character (U+%04X) stands in the text",
              (unsigned)parser->problem_value);
  jmi_error_hint(err, "delete it, or write it as an escape in double quotes: \"\\x%02x\"",
                 (unsigned)parser->problem_value & 0xFF);
  return JM_ERR_SYNTAX;
}

static jm_status fail_parsing(const jmi_document_stream *stream, jm_error *err)
{
  const yaml_parser_t *parser = &stream->parser;
  if (parser->error == YAML_MEMORY_ERROR || parser->problem == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  if (parser->error == YAML_READER_ERROR)
    return fail_reading(stream, err);
  jmi_trouble trouble = {
      .source = &stream->source,
      .problem = parser->problem,
      .context = parser->context == NULL ? "" : parser->context,
      .at = byte_of(stream, &parser->problem_mark),
      .context_at = byte_of(stream, &parser->context_mark),
      .quote_from = byte_of(stream, &stream->quote_start),
      .quote_end = byte_of(stream, &stream->quote_end),
  };
  return jmi_hint_trouble(err, &trouble);
}

/* ---- Events ---- */

/* What is being read: a stream, and the tree it goes into. */
typedef struct reading {
  jmi_document_stream *stream;
  jmi_builder build;
  bool done; /* the document has ended */
} reading;

typedef jm_status event_fn(reading *r, const yaml_event_t *event, jmi_mark mark);

static jm_status on_nothing(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  (void)r;
  (void)event;
  (void)mark;
  return JM_OK;
}

static jm_status on_stream_end(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  (void)event;
  (void)mark;
  r->stream->ended = r->done = true;
  return JM_OK;
}

static jm_status on_document_start(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  r->stream->document = mark;
  if (event->data.document_start.tag_directives.start
      != event->data.document_start.tag_directives.end)
    return jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_TAG_DIRECTIVE);
  return JM_OK;
}

static jm_status on_document_end(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  (void)event;
  (void)mark;
  r->done = true;
  return JM_OK;
}

static jm_status on_alias(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  (void)event;
  return jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_ALIAS);
}

static jm_status check_properties(const reading *r, const yaml_char_t *anchor,
                                  const yaml_char_t *tag, jmi_mark mark)
{
  if (anchor != NULL)
    return jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_ANCHOR);
  return tag == NULL ? JM_OK : jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_TAG);
}

static jm_status begin(reading *r, jmi_node_kind kind, const yaml_char_t *anchor,
                       const yaml_char_t *tag, jmi_mark mark)
{
  jm_status status = check_properties(r, anchor, tag, mark);
  if (status != JM_OK)
    return status;
  if (jmi_build_wants_key(&r->build))
    return jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_KEY_NOT_TEXT);
  return jmi_build_begin(&r->build, kind, mark);
}

static jm_status on_list(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  return begin(r, JMI_NODE_LIST, event->data.sequence_start.anchor, event->data.sequence_start.tag,
               mark);
}

static jm_status on_map(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  return begin(r, JMI_NODE_MAP, event->data.mapping_start.anchor, event->data.mapping_start.tag,
               mark);
}

static jm_status on_end(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  (void)event;
  (void)mark;
  return jmi_build_end(&r->build);
}

static jmi_node_style style_of(const yaml_event_t *event)
{
  switch (event->data.scalar.style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE:
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
    return JMI_STYLE_QUOTED;
  case YAML_LITERAL_SCALAR_STYLE:
  case YAML_FOLDED_SCALAR_STYLE:
    return JMI_STYLE_BLOCK;
  case YAML_ANY_SCALAR_STYLE:
  case YAML_PLAIN_SCALAR_STYLE:
    break;
  }
  return JMI_STYLE_PLAIN;
}

/* A list item that is indented deeper than the item above becomes a part of its text:
 *
 *   - oven
 *    - dough        is one item, "oven - dough"
 *
 * That is YAML, and never what was meant. */
static jm_status check_swallowed(const reading *r, const yaml_event_t *event)
{
  const jmi_source *source = &r->stream->source;
  size_t end = byte_of(r->stream, &event->end_mark);
  bool fresh = false; /* only blanks so far on this line */
  for (size_t at = r->stream->cursor.at; at + 1 < end; at++) {
    char c = source->text[at];
    if (fresh && c == '-' && (source->text[at + 1] == ' ' || source->text[at + 1] == '\t'))
      return jmi_hint_refuse(r->build.err, jmi_source_mark(source, at), JMI_REFUSE_SWALLOWED_ITEM);
    fresh = c == '\n' || c == '\r' || (fresh && (c == ' ' || c == '\t'));
  }
  return JM_OK;
}

static jm_status check_key(const reading *r, jmi_str text, jmi_node_style style, jmi_mark mark)
{
  if (style != JMI_STYLE_PLAIN)
    return JM_OK;
  if (text.len == 0)
    return jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_KEY_EMPTY);
  return jmi_str_is(text, "<<") ? jmi_hint_refuse(r->build.err, mark, JMI_REFUSE_MERGE) : JM_OK;
}

static jm_status check_scalar(reading *r, const yaml_event_t *event, jmi_node_style style,
                              jmi_mark mark)
{
  jm_status status = check_properties(r, event->data.scalar.anchor, event->data.scalar.tag, mark);
  if (status != JM_OK)
    return status;
  if (style == JMI_STYLE_QUOTED) {
    r->stream->quote_start = event->start_mark;
    r->stream->quote_end = event->end_mark;
  }
  if (style == JMI_STYLE_PLAIN && event->start_mark.line != event->end_mark.line)
    status = check_swallowed(r, event);
  return status;
}

static jm_status on_scalar(reading *r, const yaml_event_t *event, jmi_mark mark)
{
  jmi_node_style style = style_of(event);
  bool key = jmi_build_wants_key(&r->build);
  size_t len = event->data.scalar.length;
  jm_status status = check_scalar(r, event, style, mark);
  if (status != JM_OK || (status = jmi_build_check_length(&r->build, len, key, mark)) != JM_OK)
    return status;
  char *copy = jmi_arena_copy(r->build.arena, (const char *)event->data.scalar.value, len);
  if (copy == NULL)
    return jmi_fail(r->build.err, JM_ERR_MEMORY, "out of memory");
  jmi_str text = {copy, (uint32_t)len};
  if (!key)
    return jmi_build_scalar(&r->build, text, style, mark);
  status = check_key(r, text, style, mark);
  return status != JM_OK ? status : jmi_build_key(&r->build, text, mark);
}

static event_fn *const on_event[] = {
    [YAML_NO_EVENT] = on_nothing,
    [YAML_STREAM_START_EVENT] = on_nothing,
    [YAML_STREAM_END_EVENT] = on_stream_end,
    [YAML_DOCUMENT_START_EVENT] = on_document_start,
    [YAML_DOCUMENT_END_EVENT] = on_document_end,
    [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_scalar,
    [YAML_SEQUENCE_START_EVENT] = on_list,
    [YAML_SEQUENCE_END_EVENT] = on_end,
    [YAML_MAPPING_START_EVENT] = on_map,
    [YAML_MAPPING_END_EVENT] = on_end,
};

static jm_status step(reading *r)
{
  jmi_document_stream *stream = r->stream;
  yaml_event_t event;
  if (!yaml_parser_parse(&stream->parser, &event))
    return fail_parsing(stream, r->build.err);
  jmi_mark mark = mark_of(stream, &event.start_mark);
  jm_status status = on_event[event.type](r, &event, mark);
  if (status == JM_OK && !stream->ended && r->build.root != NULL
      && mark.offset - stream->document.offset > stream->limits.max_bytes)
    status = jmi_fail_at(r->build.err, JM_ERR_LIMIT, mark,
                         "the document is larger than max_document_bytes, which is %zu",
                         stream->limits.max_bytes);
  yaml_event_delete(&event);
  return status;
}

/* ---- The stream ---- */

static bool refuses_version_1_2(void)
{
  int major, minor, patch;
  yaml_get_version(&major, &minor, &patch);
  return major == 0 && (minor < 2 || (minor == 2 && patch < 5));
}

jm_status jmi_yaml_open_source(jmi_document_stream **out, jmi_arena *arena,
                               const jmi_source *source, const jmi_document_limits *limits,
                               jm_error *err)
{
  *out = NULL;
  jm_status status = jmi_source_check_lines(source, err);
  if (status != JM_OK)
    return status;
  jmi_document_stream *stream = JMI_NEW(arena, jmi_document_stream);
  if (stream == NULL || !yaml_parser_initialize(&stream->parser))
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  stream->source = *source;
  if (refuses_version_1_2() && jmi_source_lower_version(&stream->source, arena) != JM_OK) {
    yaml_parser_delete(&stream->parser);
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  }
  stream->limits = *limits;
  stream->cursor = start;
  stream->document = (jmi_mark){1, 1, source->skipped};
  yaml_parser_set_encoding(&stream->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&stream->parser, (const unsigned char *)stream->source.text,
                               source->len);
  *out = stream;
  return JM_OK;
}

jm_status jmi_yaml_open(jmi_document_stream **out, jmi_arena *arena, const char *text, size_t len,
                        const jmi_document_limits *limits, jm_error *err)
{
  *out = NULL;
  jmi_source source;
  jm_status status = jmi_source_open(&source, arena, text, len, err);
  return status != JM_OK ? status : jmi_yaml_open_source(out, arena, &source, limits, err);
}

jm_status jmi_yaml_next(jmi_document_stream *stream, const jmi_node **out, jmi_arena *arena,
                        jm_error *err)
{
  *out = NULL;
  if (stream->ended)
    return JM_OK;
  reading r = {.stream = stream};
  jmi_build_init(&r.build, arena, &stream->limits, err);
  jm_status status = JM_OK;
  while (status == JM_OK && !r.done)
    status = step(&r);
  if (status == JM_OK)
    *out = r.build.root;
  else
    stream->ended = true;
  return status;
}

jmi_mark jmi_yaml_document_mark(const jmi_document_stream *stream)
{
  return stream->document;
}

void jmi_yaml_close(jmi_document_stream *stream)
{
  if (stream != NULL)
    yaml_parser_delete(&stream->parser);
}
