/* SPDX-License-Identifier: MIT */
/* Values: one scalar, or a list of them, read as what a field wants. In: a node. Out: a text,
 * texts, a flag, a number in thousandths, or a word of a table. Refuses: other kinds of value, with
 * a hint at how the value is written here. Messages never repeat a value: it may be personal. */
#include <stdio.h>

#include "document/fields.h"
#include "text/text.h"

static bool is_free(const jm_error *err)
{
  return err != NULL && err->size >= sizeof *err && err->status == JM_OK;
}

/* "skills[2].years must be a number, not a list", and the hint. */
static jm_status fail(const jmi_reader *reader, const jmi_node *node, const char *must,
                      const char *hint)
{
  if (!is_free(reader->err))
    return JM_ERR_FIELD;
  static const char *const kinds[] = {
      [JMI_NODE_SCALAR] = "", [JMI_NODE_LIST] = ", not a list", [JMI_NODE_MAP] = ", not a mapping"};
  char path[sizeof reader->err->path];
  jmi_node_path(node, path, sizeof path);
  jmi_fail_node(reader->err, node, "%s %s%s", path[0] == '\0' ? "the document" : path, must,
                kinds[node->kind]);
  if (hint != NULL)
    jmi_error_hint(reader->err, "%s", hint);
  return JM_ERR_FIELD;
}

static bool is_blank(jmi_str text)
{
  return jmi_str_trim(text).len == 0;
}

/* ---- Texts ---- */

jm_status jmi_read_text(jmi_reader *reader, const jmi_node *value, void *place)
{
  if (value->kind == JMI_NODE_MAP)
    return fail(reader, value, "must be a text",
                "a text with `: ` in it, or one that begins with `{`, must stand in quotes");
  if (value->kind == JMI_NODE_LIST)
    return fail(reader, value, "must be a text",
                "give one text; one that begins with `[` must stand in quotes");
  if (jmi_node_is_null(value))
    return fail(reader, value, "must be a text, and is empty",
                "give it a value, or remove it; a text such as null must stand in quotes");
  if (is_blank(value->text))
    return fail(reader, value, "must be a text, and is blank", "give it a value, or remove it");
  if (memchr(value->text.at, '\0', value->text.len) != NULL)
    return fail(reader, value, "holds a NUL character", "remove it");
  *(jmi_str *)place = value->text;
  return JM_OK;
}

jm_status jmi_read_texts(jmi_reader *reader, const jmi_node *value, void *place)
{
  if (value->kind == JMI_NODE_MAP)
    return fail(reader, value, "must be a list of texts",
                "begin each with `- `; a text with `: ` in it must stand in quotes");
  if (jmi_node_is_null(value))
    return fail(reader, value, "must be a list of texts, and is empty",
                "write [] for an empty list, or remove it");
  uint32_t count = value->kind == JMI_NODE_LIST ? value->count : 1;
  jmi_str *items = JMI_NEW_ARRAY(reader->arena, count, jmi_str);
  const jmi_node **nodes = JMI_NEW_ARRAY(reader->arena, count, const jmi_node *);
  if (items == NULL || nodes == NULL)
    return jmi_fail(reader->err, JM_ERR_MEMORY, "out of memory");
  const jmi_node *node = value->kind == JMI_NODE_LIST ? value->first : value;
  for (uint32_t i = 0; i < count; i++, node = node->next) {
    jm_status status = jmi_read_text(reader, node, &items[i]);
    if (status != JM_OK)
      return status;
    nodes[i] = node;
  }
  *(jmi_texts *)place = (jmi_texts){items, nodes, count};
  return JM_OK;
}

/* ---- Flags and words ---- */

/* How people write truth. Those with a hint are texts in YAML 1.2, and errors here. */
static const struct {
  const char *word;
  bool value, plain;
} flags[] = {
    {"true", true, true},   {"True", true, true},   {"TRUE", true, true}, {"false", false, true},
    {"False", false, true}, {"FALSE", false, true}, {"yes", true, false}, {"on", true, false},
    {"y", true, false},     {"1", true, false},     {"no", false, false}, {"off", false, false},
    {"n", false, false},    {"0", false, false},
};

static bool same_word(jmi_str text, const char *word)
{
  size_t len = strlen(word);
  if (text.len != len)
    return false;
  for (size_t i = 0; i < len; i++)
    if (jmi_lower(text.at[i]) != jmi_lower(word[i]))
      return false;
  return true;
}

/* What to write in place of a word that is no flag, or is one in quotes. */
static const char *flag_hint(const jmi_node *value)
{
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
    if (!same_word(value->text, flags[i].word))
      continue;
    if (value->style != JMI_STYLE_PLAIN && flags[i].plain)
      return flags[i].value ? "write `true` without quotes" : "write `false` without quotes";
    return flags[i].value ? "write `true`" : "write `false`";
  }
  return "write `true` or `false`";
}

jm_status jmi_read_flag(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char must[] = "must be true or false";
  if (value->kind != JMI_NODE_SCALAR)
    return fail(reader, value, must, NULL);
  for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
    if (value->style == JMI_STYLE_PLAIN && flags[i].plain
        && jmi_str_is(value->text, flags[i].word)) {
      *(bool *)place = flags[i].value;
      return JM_OK;
    }
  return fail(reader, value, must, flag_hint(value));
}

jm_status jmi_read_word(jmi_reader *reader, const jmi_node *value, const char *const *words,
                        size_t word_count, uint8_t *word)
{
  char must[200] = "must be one of";
  size_t len = strlen(must);
  for (size_t i = 0; i < word_count; i++) {
    if (value->kind == JMI_NODE_SCALAR && jmi_str_is(value->text, words[i])) {
      *word = (uint8_t)i;
      return JM_OK;
    }
    if (len + strlen(words[i]) + 5 < sizeof must)
      len +=
          (size_t)snprintf(must + len, sizeof must - len, "%s '%s'", i == 0 ? "" : ",", words[i]);
  }
  const char *meant =
      value->kind == JMI_NODE_SCALAR ? jmi_suggest(value->text, words, word_count) : NULL;
  if (meant == NULL)
    return fail(reader, value, must, NULL);
  char said[120];
  snprintf(said, sizeof said, "is no word of this field; did you mean '%.60s'?", meant);
  char hint[80];
  snprintf(hint, sizeof hint, "write `%.60s`", meant);
  return fail(reader, value, said, hint);
}

/* ---- Numbers ---- */

/* Digits with a point among them: 12.50 is digits 1250 with 2 behind the point. */
typedef struct decimal {
  int64_t digits;
  int32_t behind; /* digits behind the point, less the exponent */
  bool lost;      /* a digit that is not 0 was too far behind to be kept */
} decimal;

/* Far more than fits a result, and far from overflow. */
#define MANY INT64_C(1000000000000000)

static uint32_t take_digits(jmi_str text, uint32_t at, decimal *number, bool behind)
{
  for (; at < text.len && jmi_is_digit(text.at[at]); at++) {
    if (number->digits < MANY) {
      number->digits = number->digits * 10 + (text.at[at] - '0');
      number->behind += behind;
    } else {
      number->behind -= !behind;
      number->lost = number->lost || text.at[at] != '0';
    }
  }
  return at;
}

/* e, a sign, digits: moves the point. 0 when that is not what stands there. */
static uint32_t take_exponent(jmi_str text, uint32_t at, decimal *number)
{
  bool minus = at + 1 < text.len && text.at[at + 1] == '-';
  at += at + 1 < text.len && (minus || text.at[at + 1] == '+') ? 2 : 1;
  int32_t exponent = 0;
  uint32_t begin = at;
  for (; at < text.len && jmi_is_digit(text.at[at]); at++)
    exponent = exponent < 1000 ? exponent * 10 + (text.at[at] - '0') : exponent;
  number->behind += minus ? exponent : -exponent;
  return at > begin ? at : 0;
}

/* [+]digits[.digits][e[+-]digits], with a digit before or after the point. */
static bool scan_decimal(jmi_str text, decimal *number)
{
  uint32_t begin = text.len > 0 && text.at[0] == '+' ? 1 : 0;
  uint32_t at = take_digits(text, begin, number, false), whole = at - begin;
  if (at < text.len && text.at[at] == '.') {
    begin = at + 1;
    at = take_digits(text, begin, number, true);
    whole += at - begin;
  }
  if (whole == 0)
    return false;
  if (at < text.len && (text.at[at] == 'e' || text.at[at] == 'E')) {
    at = take_exponent(text, at, number);
    return at == text.len && at > 0;
  }
  return at == text.len;
}

typedef enum fit { FITS, TOO_FINE, TOO_LARGE } fit;

/* In thousandths, exactly: 2.5 is 2500; 0.0001 is too fine. Trailing zeros are no finer. */
static fit to_milli(decimal number, int32_t *milli)
{
  if (number.digits == 0) {
    *milli = 0;
    return FITS;
  }
  for (; number.behind > 3; number.behind--) {
    if (number.digits % 10 != 0)
      return TOO_FINE;
    number.digits /= 10;
  }
  for (; number.behind < 3; number.behind++) {
    number.digits *= 10;
    if (number.digits > INT32_MAX)
      return TOO_LARGE;
  }
  *milli = (int32_t)number.digits;
  return number.digits > INT32_MAX ? TOO_LARGE : number.lost ? TOO_FINE : FITS;
}

/* What people write in place of a number. */
static const char *number_hint(const jmi_node *value)
{
  jmi_str text = jmi_str_trim(value->text);
  decimal number = {0, 0, false};
  if (text.len == 0 || jmi_node_is_null(value))
    return "give it a value, or remove it";
  if (value->style != JMI_STYLE_PLAIN && scan_decimal(text, &number))
    return "write the number without quotes";
  if (text.at[0] == '-')
    return "write a number of 0 or more";
  if (!jmi_is_digit(text.at[0]))
    return "write digits, as in 3 or 2.5";
  if (memchr(text.at, '_', text.len) != NULL)
    return "write the digits without `_`: 1000";
  if (memchr(text.at, ',', text.len) != NULL)
    return "write a decimal point, and nothing between thousands: 2.5, 1000";
  return "write the number alone, as in 3 or 2.5";
}

jm_status jmi_read_milli(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char must[] = "must be a number of 0 or more";
  if (value->kind != JMI_NODE_SCALAR)
    return fail(reader, value, must, NULL);
  decimal number = {0, 0, false};
  if (value->style != JMI_STYLE_PLAIN || !scan_decimal(value->text, &number))
    return fail(reader, value, must, number_hint(value));
  int32_t milli = 0;
  switch (to_milli(number, &milli)) {
  case TOO_FINE:
    return fail(reader, value, "has more than three decimals", "round it: 0.333");
  case TOO_LARGE:
    return fail(reader, value, "is too large a number", "2147483.647 is the largest");
  case FITS:
    break;
  }
  *(int32_t *)place = milli;
  return JM_OK;
}
