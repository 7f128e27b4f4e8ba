/* SPDX-License-Identifier: MIT */
/* Errors and statuses: see error.h. Out: a filled jm_error; texts are cut at a character's edge. */
#include "base/error.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

static const struct {
  const char *name, *sentence;
} statuses[] = {
    [JM_OK] = {"JM_OK", "all is well"},
    [JM_ERR_MEMORY] = {"JM_ERR_MEMORY", "out of memory"},
    [JM_ERR_SYNTAX] = {"JM_ERR_SYNTAX", "the text is not YAML or JSON as it is read here"},
    [JM_ERR_FIELD] = {"JM_ERR_FIELD", "a field is unknown, missing, repeated or of the wrong kind"},
    [JM_ERR_ARGUMENT] = {"JM_ERR_ARGUMENT", "the function was called against its contract"},
    [JM_ERR_LIMIT] = {"JM_ERR_LIMIT", "the input is larger or deeper than a limit allows"},
    [JM_ERR_ENCODING] = {"JM_ERR_ENCODING", "the text is not UTF-8"},
    [JM_ERR_UNDECIDED] = {"JM_ERR_UNDECIDED", "a limit was hit while matching"},
};
#define STATUS_COUNT ((int32_t)(sizeof statuses / sizeof *statuses))
static_assert(sizeof statuses / sizeof *statuses == JM_ERR_UNDECIDED + 1, "a row for every status");

const char *jm_status_name(int32_t status)
{
  return status >= 0 && status < STATUS_COUNT ? statuses[status].name : "JM_ERR_?";
}

const char *jm_status_string(int32_t status)
{
  return status >= 0 && status < STATUS_COUNT ? statuses[status].sentence
                                              : "no status of this library";
}

void jmi_error_clear(jm_error *err)
{
  if (err == NULL || err->size < sizeof *err)
    return;
  size_t size = err->size;
  *err = (jm_error)JM_ERROR_INIT;
  err->size = size;
}

/* A text that was cut may end inside a character: drop what is left of it. */
static void trim_utf8(char *text)
{
  size_t len = strlen(text), start = len;
  while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
    start--;
  if (start == 0)
    return;
  unsigned char lead = (unsigned char)text[start - 1];
  size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (len - (start - 1) < need)
    text[start - 1] = '\0';
}

static void write_text(char *out, size_t size, const char *format, va_list args)
{
  vsnprintf(out, size, format, args);
  trim_utf8(out);
}

static bool may_fill(const jm_error *err)
{
  return err != NULL && err->size >= sizeof *err && err->status == JM_OK;
}

jm_status jmi_fail(jm_error *err, jm_status status, const char *format, ...)
{
  if (!may_fill(err))
    return status;
  va_list args;
  va_start(args, format);
  write_text(err->message, sizeof err->message, format, args);
  va_end(args);
  err->status = status;
  err->offset = -1;
  return status;
}

jm_status jmi_fail_at(jm_error *err, jm_status status, jmi_mark mark, const char *format, ...)
{
  if (!may_fill(err))
    return status;
  va_list args;
  va_start(args, format);
  write_text(err->message, sizeof err->message, format, args);
  va_end(args);
  err->status = status;
  err->line = mark.line;
  err->column = mark.column;
  err->offset = mark.line == 0 ? -1 : (int64_t)mark.offset;
  return status;
}

void jmi_error_hint(jm_error *err, const char *format, ...)
{
  if (err == NULL || err->size < sizeof *err || err->hint[0] != '\0')
    return;
  va_list args;
  va_start(args, format);
  write_text(err->hint, sizeof err->hint, format, args);
  va_end(args);
}

void jmi_error_path(jm_error *err, const char *path)
{
  if (err == NULL || err->size < sizeof *err || err->path[0] != '\0')
    return;
  snprintf(err->path, sizeof err->path, "%s", path);
  trim_utf8(err->path);
}

void jmi_error_other(jm_error *err, jmi_mark mark)
{
  if (err == NULL || err->size < sizeof *err)
    return;
  err->other_line = mark.line;
  err->other_column = mark.column;
}
