/* SPDX-License-Identifier: MIT */
/* A span of text that somebody else owns. Bytes are UTF-8; at is never NULL in a live span. */
#ifndef JMI_BASE_STR_H
#define JMI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct jmi_str {
  const char *at;
  uint32_t len;
} jmi_str;

#define JMI_STR(literal) ((jmi_str){(literal), (uint32_t)(sizeof(literal) - 1)})

static inline jmi_str jmi_str_of(const char *text)
{
  return (jmi_str){text, (uint32_t)strlen(text)};
}

static inline jmi_str jmi_str_cut(jmi_str s, uint32_t start, uint32_t end)
{
  return (jmi_str){s.at + start, end - start};
}

static inline bool jmi_str_equal(jmi_str a, jmi_str b)
{
  return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

/* Whether a NUL-terminated text begins with these bytes; words are short, so no call is made. */
static inline bool jmi_text_begins(const char *text, jmi_str bytes)
{
  uint32_t i = 0;
  while (i < bytes.len && text[i] == bytes.at[i] && text[i] != '\0')
    i++;
  return i == bytes.len;
}

static inline bool jmi_str_is(jmi_str a, const char *text)
{
  return jmi_text_begins(text, a) && text[a.len] == '\0';
}

/* By bytes: the order is the same in every locale. */
static inline int jmi_str_compare(jmi_str a, jmi_str b)
{
  uint32_t len = a.len < b.len ? a.len : b.len;
  int order = len > 0 ? memcmp(a.at, b.at, len) : 0;
  return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* ASCII white space only. */
static inline bool jmi_is_space(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool jmi_is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static inline bool jmi_is_alpha(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char jmi_lower(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static inline jmi_str jmi_str_trim(jmi_str s)
{
  while (s.len > 0 && jmi_is_space(s.at[0])) {
    s.at++;
    s.len--;
  }
  while (s.len > 0 && jmi_is_space(s.at[s.len - 1]))
    s.len--;
  return s;
}

/* FNV-1a with a final mix: the same on every machine. For tables that compare the text as well. */
static inline uint64_t jmi_text_hash(const char *text, size_t len)
{
  uint64_t h = 14695981039346656037u;
  for (size_t i = 0; i < len; i++)
    h = (h ^ (unsigned char)text[i]) * 1099511628211u;
  h ^= h >> 32;
  h *= 0xd6e8feb86659fd93u;
  return h ^ (h >> 32);
}

static inline uint64_t jmi_str_hash(jmi_str s)
{
  return jmi_text_hash(s.at, s.len);
}

#endif
