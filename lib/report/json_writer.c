/* SPDX-License-Identifier: MIT */
/* Writing JSON: see json_writer.h. No locale, no floating point. */
#include "report/json_writer.h"

#include "report/safe.h"
#include "text/text.h"

static void begin_member(jmi_writer *w, const char *key)
{
  if (w->comma)
    jmi_buffer_addc(w->out, ',');
  w->comma = true;
  if (key == NULL)
    return;
  jmi_buffer_addc(w->out, '"');
  jmi_buffer_adds(w->out, key);
  jmi_buffer_adds(w->out, "\":");
}

void jmi_write_open(jmi_writer *w, const char *key, char bracket)
{
  begin_member(w, key);
  jmi_buffer_addc(w->out, bracket);
  w->comma = false;
}

void jmi_write_close(jmi_writer *w, char bracket)
{
  jmi_buffer_addc(w->out, bracket);
  w->comma = true;
}

static void add_unit(jmi_buffer *out, uint32_t unit)
{
  static const char digits[] = "0123456789abcdef";
  char text[6] = {'\\', 'u'};
  for (uint32_t i = 0; i < 4; i++)
    text[2 + i] = digits[unit >> (12 - 4 * i) & 0xF];
  jmi_buffer_add(out, text, sizeof text);
}

static void add_escaped(jmi_buffer *out, uint32_t code)
{
  static const char letters[] = "\"\\bfnrt", meant[] = "\"\\\b\f\n\r\t";
  const char *place = code > 0 && code < 0x80 ? strchr(meant, (int)code) : NULL;
  if (place != NULL) {
    jmi_buffer_addc(out, '\\');
    jmi_buffer_addc(out, letters[place - meant]);
  } else if (code > 0xFFFF) {
    add_unit(out, 0xD800 + ((code - 0x10000) >> 10));
    add_unit(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
  } else {
    add_unit(out, code);
  }
}

static bool stands_for_itself(char c)
{
  return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static void add_escapes(jmi_buffer *out, jmi_str text)
{
  uint32_t at = 0, size = 0;
  while (at < text.len) {
    uint32_t run = at;
    while (run < text.len && stands_for_itself(text.at[run]))
      run++;
    jmi_buffer_add(out, text.at + at, run - at);
    if ((at = run) == text.len)
      return;
    uint32_t code = jmi_safe_decode(text, at, &size);
    if (code < 0x80 || code == JMI_NOT_UTF8 || jmi_is_unsafe(code))
      add_escaped(out, code == JMI_NOT_UTF8 ? 0xFFFD : code);
    else
      jmi_buffer_add(out, text.at + at, size);
    at += size;
  }
}

void jmi_write_text(jmi_writer *w, const char *key, jmi_str text)
{
  begin_member(w, key);
  jmi_buffer_addc(w->out, '"');
  add_escapes(w->out, text);
  jmi_buffer_addc(w->out, '"');
}

void jmi_write_word(jmi_writer *w, const char *key, const char *word)
{
  if (word == NULL)
    jmi_write_null(w, key);
  else
    jmi_write_text(w, key, jmi_str_of(word));
}

void jmi_write_int(jmi_writer *w, const char *key, int64_t number)
{
  begin_member(w, key);
  jmi_buffer_addi(w->out, number);
}

void jmi_write_flag(jmi_writer *w, const char *key, bool flag)
{
  begin_member(w, key);
  jmi_buffer_adds(w->out, flag ? "true" : "false");
}

void jmi_write_null(jmi_writer *w, const char *key)
{
  begin_member(w, key);
  jmi_buffer_adds(w->out, "null");
}

void jmi_write_decimal(jmi_writer *w, const char *key, int64_t number, uint32_t decimals)
{
  begin_member(w, key);
  jmi_decimal_add(w->out, number, decimals);
}

void jmi_write_hash(jmi_writer *w, const char *key, uint64_t hash)
{
  char digits[16];
  jmi_hash_digits(digits, hash);
  jmi_write_text(w, key, (jmi_str){digits, sizeof digits});
}

/* What is not ASCII stands only in strings, so an escape is right wherever it is needed; controls
 * stand only between values, so a blank is. */
void jmi_write_json(jmi_writer *w, const char *key, jmi_str json)
{
  uint32_t size = 0;
  begin_member(w, key);
  for (uint32_t at = 0; at < json.len; at += size) {
    uint32_t code = jmi_safe_decode(json, at, &size);
    if (code < 0x20)
      jmi_buffer_addc(w->out, ' ');
    else if (code == JMI_NOT_UTF8)
      add_escaped(w->out, 0xFFFD);
    else if (jmi_is_unsafe(code))
      add_escaped(w->out, code);
    else
      jmi_buffer_add(w->out, json.at + at, size);
  }
}
