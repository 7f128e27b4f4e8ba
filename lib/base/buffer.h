/* SPDX-License-Identifier: MIT */
/* A growing text. An empty buffer points at a shared ""; a buffer that failed stays failed, so
 * writers append freely and check once at the end. It grows by half, up to a stated maximum. */
#ifndef JMI_BASE_BUFFER_H
#define JMI_BASE_BUFFER_H

#include <stdint.h>

#include "base/memory.h"
#include "base/str.h"

typedef struct jmi_buffer {
  jm_allocator allocator;
  char *at; /* owns; NUL-terminated; never NULL */
  size_t len, capacity, max;
  bool failed;
} jmi_buffer;

/* max 0 means 1 GiB. */
void jmi_buffer_init(jmi_buffer *buffer, const jm_allocator *allocator, size_t max);
void jmi_buffer_dispose(jmi_buffer *buffer);
void jmi_buffer_clear(jmi_buffer *buffer);
void jmi_buffer_add(jmi_buffer *buffer, const char *text, size_t len);
void jmi_buffer_adds(jmi_buffer *buffer, const char *text);
void jmi_buffer_addstr(jmi_buffer *buffer, jmi_str text);
void jmi_buffer_addc(jmi_buffer *buffer, char c);
void jmi_buffer_addi(jmi_buffer *buffer, int64_t number);
void jmi_buffer_fill(jmi_buffer *buffer, char c, size_t count);
/* Hands the text over (NUL-terminated, from the buffer's allocator, *size is what to free it
 * with) and leaves the buffer empty; NULL when the buffer has failed. */
char *jmi_buffer_take(jmi_buffer *buffer, size_t *len, size_t *size);

#endif
