/* SPDX-License-Identifier: MIT */
/* A growing text: see buffer.h. Refuses: growth past its maximum, and sizes that overflow. */
#include "base/buffer.h"

#include <string.h>

static char empty[1] = "";

void jmi_buffer_init(jmi_buffer *buffer, const jm_allocator *allocator, size_t max)
{
  *buffer = (jmi_buffer){.allocator = jmi_allocator_or_default(allocator),
                         .at = empty,
                         .max = max == 0 ? (size_t)1 << 30 : max};
}

void jmi_buffer_dispose(jmi_buffer *buffer)
{
  if (buffer->capacity > 0)
    buffer->allocator.resize(buffer->allocator.ctx, buffer->at, buffer->capacity, 0);
  buffer->at = empty;
  buffer->len = buffer->capacity = 0;
}

void jmi_buffer_clear(jmi_buffer *buffer)
{
  buffer->len = 0;
  buffer->failed = false;
  if (buffer->capacity > 0)
    buffer->at[0] = '\0';
}

static bool reserve(jmi_buffer *buffer, size_t more)
{
  if (buffer->failed)
    return false;
  if (more >= buffer->max || buffer->len >= buffer->max - more) {
    buffer->failed = true;
    return false;
  }
  size_t need = buffer->len + more + 1;
  if (need <= buffer->capacity)
    return true;
  size_t room = buffer->capacity + buffer->capacity / 2 + 64;
  if (room < need)
    room = need;
  char *block = buffer->allocator.resize(
      buffer->allocator.ctx, buffer->capacity > 0 ? buffer->at : NULL, buffer->capacity, room);
  if (block == NULL) {
    buffer->failed = true;
    return false;
  }
  buffer->at = block;
  buffer->capacity = room;
  return true;
}

void jmi_buffer_add(jmi_buffer *buffer, const char *text, size_t len)
{
  if (len == 0 || !reserve(buffer, len))
    return;
  memcpy(buffer->at + buffer->len, text, len);
  buffer->len += len;
  buffer->at[buffer->len] = '\0';
}

void jmi_buffer_adds(jmi_buffer *buffer, const char *text)
{
  jmi_buffer_add(buffer, text, strlen(text));
}

void jmi_buffer_addstr(jmi_buffer *buffer, jmi_str text)
{
  jmi_buffer_add(buffer, text.at, text.len);
}

void jmi_buffer_addc(jmi_buffer *buffer, char c)
{
  jmi_buffer_add(buffer, &c, 1);
}

void jmi_buffer_addi(jmi_buffer *buffer, int64_t number)
{
  char digits[24];
  size_t at = sizeof digits;
  uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
  do
    digits[--at] = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0)
    digits[--at] = '-';
  jmi_buffer_add(buffer, digits + at, sizeof digits - at);
}

void jmi_buffer_fill(jmi_buffer *buffer, char c, size_t count)
{
  if (count == 0 || !reserve(buffer, count))
    return;
  memset(buffer->at + buffer->len, c, count);
  buffer->len += count;
  buffer->at[buffer->len] = '\0';
}

char *jmi_buffer_take(jmi_buffer *buffer, size_t *len, size_t *size)
{
  if (!reserve(buffer, 0))
    return NULL;
  char *text = buffer->at;
  *len = buffer->len;
  *size = buffer->capacity;
  buffer->at = empty;
  buffer->len = buffer->capacity = 0;
  text[*len] = '\0';
  return text;
}
