/* SPDX-License-Identifier: MIT */
/* One line of a stream, answered.
 *
 * In:  {"id": any, "posting": P, "profile": Q}, where P and Q are documents or texts of documents.
 * Out: {"id":…,"result":{…}} or {"id":…,"error":{…}}: always one object on one line.
 * Refuses, as an answer: what is no such object, keys it does not know, documents that do not load.
 *
 * The line is read once for its structure. A document that stands in it as an object or a list is
 * handed on as the very bytes it is made of, so what the formats refuse there is refused here:
 *
 *   {"id": 7, "posting": ["SQL"], "profile": "skills: [SQL]"}
 *                        ^-----^ these bytes   ^------------^ this text
 *
 * Places in errors count in the line for the former, and in the text for the latter. Documents that
 * did load are kept for the lines that follow (stream_cache.h). */
#include "jobmatch/stream.h"

#include "report/give.h"
#include "report/report.h"
#include "report/stream_cache.h"

struct jm_stream {
  const jm_scorer *scorer;
  const jm_posting *posting; /* borrows: for all lines; NULL: each line holds its own */
  const jm_profile *profile;
  jmi_cache cache; /* owns */
};

typedef enum member { MEMBER_ID, MEMBER_POSTING, MEMBER_PROFILE, MEMBER_COUNT } member;
static const char *const member_names[MEMBER_COUNT] = {"id", "posting", "profile"};

typedef struct answer {
  jm_stream *stream;
  jmi_str line;
  jmi_arena arena;
  jm_error error;
  const char *document; /* what the error is of: "line", "posting", "profile" */
  const jmi_node *members[MEMBER_COUNT];
} answer;

/* ---- the line --------------------------------------------------------------------------- */

/* A line holds two documents and an id, and strings in it hold whole documents. */
static jmi_document_limits line_limits(const jm_scorer *scorer)
{
  jmi_document_limits limits = jmi_limits_document(&scorer->limits);
  uint32_t bytes =
      (uint32_t)(limits.max_bytes < UINT32_MAX / 4 ? limits.max_bytes : UINT32_MAX / 4);
  limits.max_scalar_bytes = bytes;
  limits.max_bytes = (size_t)bytes * 2 + ((size_t)1 << 16);
  limits.max_nodes =
      limits.max_nodes < UINT32_MAX / 4 ? limits.max_nodes * 2 + 1000 : UINT32_MAX / 2;
  limits.max_depth += 1;
  return limits;
}

static bool is_blank(jmi_str line)
{
  return jmi_str_trim(line).len == 0;
}

/* What is given for all lines, by member; NULL where each line holds its own. */
static const void *given(const answer *a, int m)
{
  if (m == MEMBER_POSTING)
    return a->stream->posting;
  return m == MEMBER_PROFILE ? a->stream->profile : NULL;
}

static jm_status take_member(answer *a, const jmi_node *node)
{
  for (int m = 0; m < MEMBER_COUNT; m++) {
    if (!jmi_str_is(node->key, member_names[m]))
      continue;
    if (given(a, m) != NULL)
      return jmi_fail_at(&a->error, JM_ERR_FIELD, node->key_mark,
                         "the line has a %s, but one is given for all lines", member_names[m]);
    a->members[m] = node;
    return JM_OK;
  }
  jm_status status = jmi_fail_at(&a->error, JM_ERR_FIELD, node->key_mark,
                                 "the line has a field that a stream does not know");
  jmi_error_hint(&a->error, "the fields are id, posting and profile");
  return status;
}

static jm_status read_line(answer *a)
{
  jmi_document_limits limits = line_limits(a->stream->scorer);
  const jmi_node *root = NULL;
  if (is_blank(a->line))
    return jmi_fail(&a->error, JM_ERR_SYNTAX, "the line is blank; it must be a JSON object");
  jm_status status = jmi_json_read(&root, &a->arena, a->line.at, a->line.len, &limits, &a->error);
  if (status != JM_OK)
    return status;
  if (root->kind != JMI_NODE_MAP)
    return jmi_fail_at(&a->error, JM_ERR_FIELD, root->mark, "the line must be a JSON object");
  a->members[MEMBER_ID] = jmi_node_get(root, "id"); /* errors echo it, wherever it stands */
  for (const jmi_node *node = root->first; node != NULL && status == JM_OK; node = node->next)
    status = take_member(a, node);
  for (int m = MEMBER_POSTING; m < MEMBER_COUNT && status == JM_OK; m++)
    if (a->members[m] == NULL && given(a, m) == NULL)
      status =
          jmi_fail_at(&a->error, JM_ERR_FIELD, root->mark, "the line has no %s", member_names[m]);
  return status;
}

/* ---- slices ----------------------------------------------------------------------------- */

static uint32_t string_end(jmi_str line, uint32_t at)
{
  for (at++; at < line.len && line.at[at] != '"'; at++)
    if (line.at[at] == '\\')
      at++;
  return at + 1;
}

static bool ends_scalar(char c)
{
  return c == ',' || c == '}' || c == ']' || jmi_is_space(c);
}

/* The bytes of a value of a line that is known to be JSON. */
static jmi_str slice(jmi_str line, const jmi_node *node)
{
  uint32_t at = node->mark.offset, depth = 0;
  while (at < line.len) {
    char c = line.at[at];
    if (c == '"')
      at = string_end(line, at);
    else if (c == '{' || c == '[')
      depth++, at++;
    else if (c == '}' || c == ']')
      depth--, at++;
    else if (depth == 0)
      while (at < line.len && !ends_scalar(line.at[at]))
        at++;
    else
      at++;
    if (depth == 0)
      break;
  }
  return jmi_str_cut(line, node->mark.offset, at < line.len ? at : line.len);
}

/* ---- documents -------------------------------------------------------------------------- */

/* The text of a document: a string's value, or the very bytes. */
static jm_status document_text(answer *a, const jmi_node *node, jmi_str *out)
{
  bool text = node->kind == JMI_NODE_SCALAR;
  *out = text ? node->text : slice(a->line, node);
  if (text && node->style != JMI_STYLE_QUOTED)
    return jmi_fail_at(&a->error, JM_ERR_FIELD, node->mark,
                       "it must be an object, a list, or a string that holds a document");
  return JM_OK;
}

/* A place within a slice is made one in the line. */
static void shift_place(jm_error *err, jmi_mark start)
{
  if (err->line == 0)
    return;
  if (err->line == 1)
    err->column += start.column - 1;
  err->line += start.line - 1;
  if (err->other_line == 1)
    err->other_column += start.column - 1;
  if (err->other_line > 0)
    err->other_line += start.line - 1;
  if (err->offset >= 0)
    err->offset += start.offset;
}

/* Lends the document of a member, if the line has it. */
static jm_status load(const jmi_kept **out, answer *a, member which)
{
  const jmi_node *node = a->members[which];
  jmi_kept_kind kind = which == MEMBER_POSTING ? JMI_KEPT_POSTING : JMI_KEPT_PROFILE;
  jmi_str text;
  if (node == NULL)
    return JM_OK;
  a->document = member_names[which];
  jm_status status = document_text(a, node, &text);
  if (status != JM_OK)
    return status;
  status = jmi_cache_lend(out, &a->stream->cache, kind, text, &a->error);
  if (status != JM_OK && node->kind != JMI_NODE_SCALAR)
    shift_place(&a->error, node->mark);
  return status;
}

/* ---- answers ---------------------------------------------------------------------------- */

static void write_id(jmi_writer *w, const answer *a)
{
  jmi_write_open(w, NULL, '{');
  if (a->members[MEMBER_ID] != NULL)
    jmi_write_json(w, "id", slice(a->line, a->members[MEMBER_ID]));
  else
    jmi_write_null(w, "id");
}

static void write_error(jmi_writer *w, const answer *a)
{
  const jm_error *err = &a->error;
  write_id(w, a);
  jmi_write_open(w, "error", '{');
  jmi_write_word(w, "status", jm_status_name(err->status));
  jmi_write_word(w, "message", err->message);
  jmi_write_word(w, "hint", err->hint);
  jmi_write_word(w, "document", a->document);
  jmi_write_int(w, "line", err->line);
  jmi_write_int(w, "column", err->column);
  jmi_write_word(w, "path", err->path);
  jmi_write_close(w, '}');
  jmi_write_close(w, '}');
}

static jm_status score_line(answer *a, jmi_writer *w)
{
  const jm_stream *stream = a->stream;
  const jmi_kept *posting = NULL, *profile = NULL;
  jm_result *result = NULL;
  jm_status status = read_line(a);
  if (status == JM_OK)
    status = load(&posting, a, MEMBER_POSTING);
  if (status == JM_OK)
    status = load(&profile, a, MEMBER_PROFILE);
  if (status == JM_OK) {
    a->document = "line";
    status = jm_score(&result, stream->scorer, posting == NULL ? stream->posting : posting->posting,
                      profile == NULL ? stream->profile : profile->profile, &a->error);
  }
  if (status == JM_OK) {
    write_id(w, a);
    jmi_result_json(w, "result", result, 0);
    jmi_write_close(w, '}');
  }
  jm_result_free(result);
  jmi_cache_settle(&a->stream->cache);
  return status;
}

jm_status jm_stream_answer(char **out, size_t *len, int32_t *failed, jm_stream *stream,
                           const char *line, size_t line_len, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || stream == NULL || (line == NULL && line_len > 0))
    return jmi_fail(err, JM_ERR_ARGUMENT, "out, stream or line is NULL");
  if (line_len > UINT32_MAX / 2)
    return jmi_fail(err, JM_ERR_ARGUMENT, "the line is longer than 2 GiB");
  const jm_allocator *allocator = &stream->scorer->allocator;
  answer a = {.stream = stream,
              .line = {line == NULL ? "" : line, (uint32_t)line_len},
              .error = JM_ERROR_INIT,
              .document = "line"};
  jmi_buffer buffer;
  jmi_writer writer = {.out = &buffer};
  jmi_arena_init(&a.arena, allocator);
  jmi_give_open(&buffer, allocator);
  jm_status status = score_line(&a, &writer);
  if (status != JM_OK && status != JM_ERR_MEMORY)
    write_error(&writer, &a);
  if (status == JM_ERR_MEMORY)
    buffer.failed = true;
  if (failed != NULL)
    *failed = status != JM_OK;
  status = jmi_give(out, len, &buffer, err);
  jmi_arena_dispose(&a.arena);
  return status;
}

/* ---- streams ---------------------------------------------------------------------------- */

jm_status jm_stream_new(jm_stream **out, const jm_scorer *scorer, const jm_posting *posting,
                        const jm_profile *profile, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or scorer is NULL");
  if ((posting != NULL && posting->scorer != scorer)
      || (profile != NULL && profile->scorer != scorer))
    return jmi_fail(err, JM_ERR_ARGUMENT, "posting or profile was made with another scorer");
  jm_stream *stream = jmi_alloc_array(&scorer->allocator, 1, sizeof *stream);
  if (stream == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "%s", jm_status_string(JM_ERR_MEMORY));
  stream->scorer = scorer;
  stream->posting = posting;
  stream->profile = profile;
  jmi_cache_init(&stream->cache, scorer);
  *out = stream;
  return JM_OK;
}

void jm_stream_free(jm_stream *stream)
{
  if (stream == NULL)
    return;
  jmi_cache_dispose(&stream->cache);
  jmi_free_array(&stream->scorer->allocator, stream, 1, sizeof *stream);
}
