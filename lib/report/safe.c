/* SPDX-License-Identifier: MIT */
/* Small helpers of all writers: see safe.h. Nothing here fails. */
#include "report/safe.h"

#include "text/text.h"

uint32_t jmi_safe_decode(jmi_str text, uint32_t at, uint32_t *size)
{
  uint32_t left = text.len - at;
  *size = 1;
  if ((unsigned char)text.at[at] < 0x80)
    return (unsigned char)text.at[at];
  /* Four bytes hold one character, and a piece of the next at most. */
  if (jmi_utf8_check(text.at + at, left < 4 ? left : 4) == 0)
    return JMI_NOT_UTF8;
  return jmi_utf8_decode(text.at + at, left, size);
}

/* \u202e, \U000e0041: as C writes them. */
static void add_code(jmi_buffer *out, uint32_t code, const char *backslash)
{
  char digits[16];
  jmi_hash_digits(digits, code);
  jmi_buffer_adds(out, backslash);
  jmi_buffer_addc(out, code > 0xFFFF ? 'U' : 'u');
  jmi_buffer_add(out, digits + (code > 0xFFFF ? 8 : 12), code > 0xFFFF ? 8 : 4);
}

void jmi_safe_add(jmi_buffer *out, jmi_str text, const jmi_escape *escape)
{
  uint32_t size = 0;
  bool blank = false;
  text = jmi_str_trim(text);
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_safe_decode(text, at, &size);
    bool space = size == 1 && jmi_is_space(text.at[at]);
    if (space && !blank)
      jmi_buffer_addc(out, ' ');
    else if (code == JMI_NOT_UTF8)
      add_code(out, 0xFFFD, escape->backslash);
    else if (!space && jmi_is_unsafe(code))
      add_code(out, code, escape->backslash);
    else if (!space && (code >= 0x80 || escape->write == NULL || !escape->write(out, text, at)))
      jmi_buffer_add(out, text.at + at, size);
    blank = space;
  }
}

void jmi_decimal_add(jmi_buffer *out, int64_t number, uint32_t decimals)
{
  int64_t unit = 1;
  for (uint32_t i = 0; i < decimals; i++)
    unit *= 10;
  jmi_buffer_addi(out, number / unit);
  int64_t rest = number % unit;
  if (rest > 0)
    jmi_buffer_addc(out, '.');
  while (rest > 0) {
    unit /= 10;
    jmi_buffer_addc(out, (char)('0' + rest / unit));
    rest %= unit;
  }
}

void jmi_hash_digits(char out[16], uint64_t hash)
{
  static const char digits[] = "0123456789abcdef";
  for (uint32_t i = 0; i < 16; i++)
    out[i] = digits[hash >> (60 - 4 * i) & 0xF];
}

static size_t put_number(char *out, int32_t number, size_t digits)
{
  for (size_t i = digits; i-- > 0; number /= 10)
    out[i] = (char)('0' + number % 10);
  return digits;
}

static size_t put_month(char *out, int32_t year, int32_t month)
{
  size_t at = put_number(out, year, 4);
  out[at++] = '-';
  return at + put_number(out + at, month, 2);
}

void jmi_day_digits(char out[16], int32_t day)
{
  size_t at = put_month(out, day / 10000, day / 100 % 100);
  out[at++] = '-';
  at += put_number(out + at, day % 100, 2);
  out[at] = '\0';
}

void jmi_month_digits(char out[16], int32_t month)
{
  out[put_month(out, month / 12, month % 12 + 1)] = '\0';
}
