/* SPDX-License-Identifier: MIT */
/* When something was done, as a résumé's prose writes it. In: the words of a DATES match. Out: the
 * months it spans. Unlike a date field (model/dates.c) prose is never refused: two digits are a
 * year where a month or an apostrophe stands before them, and what can't be read is no date.
 *
 *   June 2011 to Present    03/2015-06/2018    Jan '19 - Mar '22    2015-18    since 2020       */
#include "model/dates.h"

#include "language/statement.h"

typedef struct cursor {
  jmi_str text;
  uint32_t at;
  int32_t year, month; /* month 0 to 11; -1 when none stands before the year */
} cursor;

static uint32_t run_end(jmi_str text, uint32_t at)
{
  bool letters = jmi_is_alpha(text.at[at]);
  while (at < text.len && (letters ? jmi_is_alpha(text.at[at]) : jmi_is_digit(text.at[at])))
    at++;
  return at;
}

/* "2019-03": a month behind its year, unless a year of its own follows ("2015-06/2018"). */
static void take_iso_month(cursor *c)
{
  jmi_str rest = jmi_str_cut(c->text, c->at, c->text.len);
  bool two =
      rest.len > 2 && rest.at[0] == '-' && jmi_is_digit(rest.at[1]) && jmi_is_digit(rest.at[2]);
  bool ends =
      rest.len == 3
      || (rest.len > 3 && !jmi_is_digit(rest.at[3]) && rest.at[3] != '/' && rest.at[3] != '.');
  int32_t month = two && ends ? jmi_number_of(jmi_str_cut(rest, 1, 3)) : 0;
  if (month < 1 || month > 12)
    return;
  c->month = month - 1;
  c->at += 3;
}

/* A number of a date: true when it is the year, which ends the date. */
static bool take_number(cursor *c, uint32_t end)
{
  uint32_t digits = end - c->at;
  int32_t number = jmi_number_of(jmi_str_cut(c->text, c->at, end));
  bool short_year = digits == 2 && c->at > 0 && (c->text.at[c->at - 1] == '\'' || c->month >= 0);
  bool month = digits <= 2 && number >= 1 && number <= 12 && end < c->text.len
               && (c->text.at[end] == '/' || c->text.at[end] == '.');
  c->at = end;
  if (digits == 4) {
    c->year = number;
    take_iso_month(c);
    return true;
  }
  if (short_year)
    c->year = number < 50 ? 2000 + number : 1900 + number;
  else if (month)
    c->month = number - 1;
  return short_year;
}

static bool next_date(cursor *c)
{
  c->month = -1;
  while (c->at < c->text.len) {
    char byte = c->text.at[c->at];
    if (!jmi_is_alpha(byte) && !jmi_is_digit(byte)) {
      c->at++;
      continue;
    }
    uint32_t end = run_end(c->text, c->at);
    uint32_t named = jmi_is_alpha(byte) ? jmi_month_named(jmi_str_cut(c->text, c->at, end)) : 0;
    if (named > 0)
      c->month = (int32_t)named - 1;
    if (jmi_is_alpha(byte))
      c->at = end;
    else if (take_number(c, end))
      return true;
  }
  return false;
}

static jmi_month month_of(const cursor *c)
{
  return c->year * 12 + (c->month < 0 ? 0 : c->month);
}

/* "2015-18": the end has the century of the beginning. */
static bool ends_short(const cursor *c)
{
  return c->text.len >= 3 && jmi_is_digit(c->text.at[c->text.len - 1])
         && jmi_is_digit(c->text.at[c->text.len - 2]) && !jmi_is_digit(c->text.at[c->text.len - 3]);
}

jmi_span_months jmi_dates_of(jmi_str text)
{
  cursor c = {.text = text};
  if (!next_date(&c))
    return (jmi_span_months){JMI_MONTH_NONE, JMI_MONTH_NONE};
  jmi_span_months span = {month_of(&c), JMI_MONTH_OPEN};
  int32_t century = c.year / 100 * 100;
  if (next_date(&c))
    span.to = month_of(&c);
  else if (ends_short(&c))
    span.to = (century + jmi_number_of(jmi_str_cut(text, text.len - 2, text.len))) * 12;
  if (span.to != JMI_MONTH_OPEN && span.to < span.from)
    span.to = span.from;
  return span;
}
