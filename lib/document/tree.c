/* SPDX-License-Identifier: MIT */
/* Trees: asking one (members, paths, null), and making one from text of either language.
 * In: bytes. Out: the tree of the one document they hold. Refuses: none or several documents, and
 * what the readers refuse. */
#include "document/read.h"

const jmi_node *jmi_node_get(const jmi_node *map, const char *key)
{
  if (map == NULL || map->kind != JMI_NODE_MAP)
    return NULL;
  jmi_str wanted = jmi_str_of(key);
  for (const jmi_node *node = map->first; node != NULL; node = node->next)
    if (jmi_str_equal(node->key, wanted))
      return node;
  return NULL;
}

bool jmi_node_is_null(const jmi_node *node)
{
  static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
  if (node->kind != JMI_NODE_SCALAR || node->style != JMI_STYLE_PLAIN)
    return false;
  for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
    if (jmi_str_is(node->text, nulls[i]))
      return true;
  return false;
}

/* ---- Paths ---- */

/* A text that is cut at its size, at a character's edge. */
typedef struct slot {
  char *at;
  size_t len, size;
  bool full;
} slot;

/* One character; once one did not fit, none follows. */
static void put(slot *out, const char *text, size_t len)
{
  if (out->full || len >= out->size - out->len) {
    out->full = true;
    return;
  }
  memcpy(out->at + out->len, text, len);
  out->len += len;
  out->at[out->len] = '\0';
}

static void put_number(slot *out, uint32_t number)
{
  char digits[10];
  size_t at = sizeof digits;
  do
    digits[--at] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  put(out, digits + at, sizeof digits - at);
}

/* A character of a quoted key, escaped as in JSON. Returns its length in the key. */
static uint32_t put_quoted(slot *out, jmi_str key, uint32_t at)
{
  static const char hex[] = "0123456789abcdef";
  unsigned char c = (unsigned char)key.at[at];
  if (c < 0x20 || c == 0x7F) {
    const char escape[] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    put(out, escape, sizeof escape);
    return 1;
  }
  if (c == '"' || c == '\\')
    put(out, "\\", 1);
  uint32_t len = 1;
  while (at + len < key.len && ((unsigned char)key.at[at + len] & 0xC0) == 0x80)
    len++;
  put(out, key.at + at, len);
  return len;
}

/* Letters, digits, `_` and `-`, not beginning with a digit: such a key needs no quotes. */
static bool is_simple(jmi_str key)
{
  if (key.len == 0 || jmi_is_digit(key.at[0]))
    return false;
  for (uint32_t i = 0; i < key.len; i++)
    if (!jmi_is_alpha(key.at[i]) && !jmi_is_digit(key.at[i]) && key.at[i] != '_'
        && key.at[i] != '-')
      return false;
  return true;
}

static void put_step(slot *out, const jmi_node *node)
{
  if (node->parent->kind == JMI_NODE_LIST) {
    put(out, "[", 1);
    put_number(out, node->index);
    put(out, "]", 1);
  } else if (is_simple(node->key)) {
    if (out->len > 0)
      put(out, ".", 1);
    for (uint32_t i = 0; i < node->key.len; i++)
      put(out, node->key.at + i, 1);
  } else {
    put(out, "[\"", 2);
    for (uint32_t i = 0; i < node->key.len && !out->full;)
      i += put_quoted(out, node->key, i);
    put(out, "\"]", 2);
  }
}

void jmi_node_path(const jmi_node *node, char *out, size_t size)
{
  if (size == 0)
    return;
  out[0] = '\0';
  uint32_t depth = 0;
  for (const jmi_node *at = node; at->parent != NULL; at = at->parent)
    depth++;
  slot text = {out, 0, size, false};
  /* From the root down; nodes know only the way up, so each step walks it anew. */
  for (uint32_t up = depth; up > 0 && !text.full; up--) {
    const jmi_node *at = node;
    for (uint32_t i = 1; i < up; i++)
      at = at->parent;
    put_step(&text, at);
  }
}

/* ---- Reading one document ---- */

static size_t skip_space(const jmi_source *source, size_t at)
{
  while (at < source->len && jmi_is_space(source->text[at]))
    at++;
  return at;
}

static jm_status fail_second(const jmi_document_stream *stream, jm_error *err)
{
  jmi_fail_at(err, JM_ERR_SYNTAX, jmi_yaml_document_mark(stream),
              "a second document begins here, and one is expected");
  jmi_error_hint(err, "remove the `---`, or give each document a file of its own");
  return JM_ERR_SYNTAX;
}

/* The document of a stream that must hold one. */
static jm_status read_only(jmi_document_stream *stream, const jmi_node **out, jmi_arena *arena,
                           jm_error *err)
{
  const jmi_node *root = NULL, *second = NULL;
  jm_status status = jmi_yaml_next(stream, &root, arena, err);
  if (status != JM_OK)
    return status;
  if (root == NULL) {
    jmi_fail_at(err, JM_ERR_SYNTAX, (jmi_mark){1, 1, 0}, "the text is empty");
    return JM_ERR_SYNTAX;
  }
  if ((status = jmi_yaml_next(stream, &second, arena, err)) != JM_OK)
    return status;
  if (second != NULL)
    return fail_second(stream, err);
  *out = root;
  return JM_OK;
}

static jm_status read_yaml(const jmi_node **out, jmi_arena *arena, const jmi_source *source,
                           const jmi_document_limits *limits, jm_error *err)
{
  jmi_document_stream *stream = NULL;
  jm_status status = jmi_yaml_open_source(&stream, arena, source, limits, err);
  if (status == JM_OK)
    status = read_only(stream, out, arena, err);
  jmi_yaml_close(stream);
  return status;
}

/* `{"` or `["`, `[{`, `[[`: whoever writes so means JSON, and wants to hear what is wrong with it.
 */
static bool means_json(const jmi_source *source, size_t at)
{
  size_t next = skip_space(source, at + 1);
  char c = next < source->len ? source->text[next] : '\0';
  return c == '"' || (source->text[at] == '[' && (c == '{' || c == '['));
}

/* The node after this one in the order of the text; NULL after the last. */
static const jmi_node *after(const jmi_node *node)
{
  if (node->first != NULL)
    return node->first;
  while (node != NULL && node->next == NULL)
    node = node->parent;
  return node == NULL ? NULL : node->next;
}

/* JSON that lacks a comma, {"a": 1 "b": 2}, is YAML for another thing: the text `1 "b": 2`. */
static bool has_stray_quote(const jmi_node *root)
{
  for (const jmi_node *node = root; node != NULL; node = after(node))
    if (node->kind == JMI_NODE_SCALAR && node->style == JMI_STYLE_PLAIN
        && memchr(node->text.at, '"', node->text.len) != NULL)
      return true;
  return false;
}

static jm_status hand_over(jm_error *err, const jm_error *from)
{
  if (err != NULL && err->size >= sizeof *err && err->status == JM_OK) {
    size_t size = err->size;
    *err = *from;
    err->size = size;
  }
  return (jm_status)from->status;
}

/* Text that begins with a bracket is JSON, or YAML's way of writing the same. */
static jm_status read_bracketed(const jmi_node **out, jmi_arena *arena, const jmi_source *source,
                                size_t first, const jmi_document_limits *limits, jm_error *err)
{
  jm_error json = JM_ERROR_INIT, yaml = JM_ERROR_INIT;
  jm_status status = jmi_json_read_source(out, arena, source, limits, &json);
  if (status == JM_OK)
    return JM_OK;
  if (status != JM_ERR_SYNTAX)
    return hand_over(err, &json);
  const jmi_node *root = NULL;
  status = read_yaml(&root, arena, source, limits, &yaml);
  bool json_meant = means_json(source, first);
  if (status == JM_OK && !(json_meant && has_stray_quote(root))) {
    *out = root;
    return JM_OK;
  }
  bool said_by_json = json_meant && (status == JM_OK || status == JM_ERR_SYNTAX);
  return hand_over(err, said_by_json ? &json : &yaml);
}

jm_status jmi_document_read(const jmi_node **out, jmi_arena *arena, const char *text, size_t len,
                            const jmi_document_limits *limits, jm_error *err)
{
  *out = NULL;
  if (len > limits->max_bytes)
    return jmi_fail(err, JM_ERR_LIMIT, "the document has %zu bytes; max_document_bytes is %zu", len,
                    limits->max_bytes);
  jmi_source source;
  jm_status status = jmi_source_open(&source, arena, text, len, err);
  if (status != JM_OK)
    return status;
  size_t first = skip_space(&source, 0);
  char c = first < source.len ? source.text[first] : '\0';
  if (c == '{' || c == '[')
    return read_bracketed(out, arena, &source, first, limits, err);
  return read_yaml(out, arena, &source, limits, err);
}
