/* SPDX-License-Identifier: MIT */
/* Documents of the model: reading them for tests, rows of bad ones, and the allocation sweep that
 * their readers share. */
#ifndef JMT_MISREAD_H
#define JMT_MISREAD_H

#include "model/model.h"
#include "support/failing.h"
#include "support/suite.h"

/* A reader of the model, its output put away. */
typedef jm_status model_read_fn(jmi_arena *arena, const jmi_node *root, const jm_limits *limits,
                                jm_error *err);

/* A document that is refused, and all that is said of it. */
typedef struct misread {
  const char *name, *text;
  uint32_t line, column;
  const char *path, *message, *hint;
  uint32_t other_line, other_column;
} misread;

static inline jm_limits limits_usual(void)
{
  jm_limits limits;
  ck_assert_int_eq(jmi_limits_resolve(&limits, NULL, NULL), JM_OK);
  return limits;
}

static inline const jmi_node *tree_of(jmi_arena *arena, const char *text)
{
  jm_limits limits = limits_usual();
  jmi_document_limits bounds = jmi_limits_document(&limits);
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status status = jmi_document_read(&root, arena, text, strlen(text), &bounds, &err);
  ck_assert_msg(status == JM_OK, "no document: %s", err.message);
  return root;
}

static inline void misread_check(const misread *row, model_read_fn *read, const jm_limits *limits,
                                 jm_status status)
{
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = tree_of(&arena, row->text);
  jm_error err = JM_ERROR_INIT;
  ck_assert_msg(read(&arena, root, limits, &err) == status, "%s: got %s, '%s'", row->name,
                jm_status_name(err.status), err.message);
  ck_assert_msg(err.status == (int32_t)status, "%s: the error says %d", row->name, err.status);
  ck_assert_msg(err.line == row->line && err.column == row->column, "%s: at %u:%u", row->name,
                err.line, err.column);
  ck_assert_msg(strcmp(err.path, row->path) == 0, "%s: path '%s'", row->name, err.path);
  ck_assert_msg(strcmp(err.message, row->message) == 0, "%s: '%s'", row->name, err.message);
  ck_assert_msg(strcmp(err.hint, row->hint) == 0, "%s: hint '%s'", row->name, err.hint);
  ck_assert_msg(err.other_line == row->other_line && err.other_column == row->other_column,
                "%s: also at %u:%u", row->name, err.other_line, err.other_column);
  /* Without an error record the same is refused. */
  ck_assert_msg(read(&arena, root, limits, NULL) == status, "%s: another status", row->name);
  jmi_arena_dispose(&arena);
}

/* Reads the text with memory failing at each request in turn. */
static inline void sweep_reader(const char *text, model_read_fn *read)
{
  jmi_arena tree, arena;
  jmi_arena_init(&tree, NULL);
  const jmi_node *root = tree_of(&tree, text);
  jm_limits limits = limits_usual();
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jm_error err = JM_ERROR_INIT;
    jmi_arena_init(&arena, &allocator);
    status = read(&arena, root, &limits, &err);
    ck_assert_int_eq(err.status, status);
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
  jmi_arena_dispose(&tree);
}

/* The same where one block of memory is all there is, and ever more of it is taken before: so each
 * allocation of the reader is the one that fails. For texts that need less than the block. */
static inline void sweep_block(const char *text, model_read_fn *read)
{
  jmi_arena tree, arena;
  jmi_arena_init(&tree, NULL);
  const jmi_node *root = tree_of(&tree, text);
  jm_limits limits = limits_usual();
  size_t failed = 0;
  for (size_t taken = 0; taken < 8000; taken += 16) {
    failing memory = {.left = 1};
    jm_allocator allocator = failing_allocator(&memory);
    jm_error err = JM_ERROR_INIT;
    jmi_arena_init(&arena, &allocator);
    ck_assert_ptr_nonnull(jmi_arena_alloc(&arena, taken));
    jm_status status = read(&arena, root, &limits, &err);
    ck_assert(status == JM_OK || status == JM_ERR_MEMORY);
    ck_assert(taken > 0 || status == JM_OK);
    ck_assert_int_eq(err.status, status);
    failed += status != JM_OK;
    jmi_arena_dispose(&arena);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_uint_gt(failed, 0);
  jmi_arena_dispose(&tree);
}

/* A text made of a beginning, and a line as often as said; the caller frees it. */
static inline char *text_repeated(const char *begin, const char *line, size_t count)
{
  size_t head = strlen(begin), len = strlen(line);
  char *text = malloc(head + count * len + 1);
  ck_assert_ptr_nonnull(text);
  memcpy(text, begin, head);
  for (size_t i = 0; i < count; i++)
    memcpy(text + head + i * len, line, len);
  text[head + count * len] = '\0';
  return text;
}

#endif
