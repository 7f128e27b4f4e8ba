/* SPDX-License-Identifier: MIT */
/* Dates: see dates.h. In: a scalar. Out: a month. Refuses: what is no date, a month or a day that
 * no calendar has, years outside 1900 to 2199, and day and month that can't be told apart. */
#include "model/dates.h"

#include "model/read.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199 };

/* ---- Cutting ----------------------------------------------------------------------------------
 */

/* A run of digits or of letters in a date. */
typedef struct piece {
  jmi_str text;
  uint32_t number; /* of digits; 0 for letters */
  uint32_t digits; /* how many; 0 for letters */
} piece;

enum { MAX_PIECES = 4 };

static bool is_separator(char c)
{
  return c == '-' || c == '/' || c == '.' || c == ',' || jmi_is_space(c);
}

/* How many bytes at the start are digits, or else letters. */
static uint32_t run_length(jmi_str text)
{
  uint32_t len = 0;
  bool digits = jmi_is_digit(text.at[0]);
  while (len < text.len && (digits ? jmi_is_digit(text.at[len]) : jmi_is_alpha(text.at[len])))
    len++;
  return len;
}

/* Cuts a date into its pieces; 0 when it holds anything else, or too much. */
static uint32_t cut(jmi_str text, piece pieces[MAX_PIECES])
{
  uint32_t count = 0;
  while (text.len > 0) {
    if (is_separator(text.at[0])) {
      text = jmi_str_cut(text, 1, text.len);
      continue;
    }
    uint32_t len = run_length(text);
    if (len == 0 || count == MAX_PIECES)
      return 0;
    piece *next = &pieces[count++];
    *next = (piece){jmi_str_cut(text, 0, len), 0, 0};
    for (; next->digits < len && jmi_is_digit(text.at[next->digits]); next->digits++)
      next->number = next->number % 100000 * 10 + (uint32_t)(text.at[next->digits] - '0');
    text = jmi_str_cut(text, len, text.len);
  }
  return count;
}

static bool same_word(jmi_str text, const char *word)
{
  size_t len = strlen(word);
  if (text.len != len)
    return false;
  for (size_t i = 0; i < len; i++) {
    if (jmi_lower(text.at[i]) != word[i])
      return false;
  }
  return true;
}

static bool is_one_of(jmi_str text, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (same_word(text, words[i]))
      return true;
  }
  return false;
}

uint32_t jmi_month_named(jmi_str word)
{
  static const char *const names[] = {"january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december"};
  for (uint32_t month = 0; month < 12; month++) {
    uint32_t at = 0;
    while (at < word.len && jmi_lower(word.at[at]) == names[month][at] && names[month][at] != '\0')
      at++;
    if (at == word.len && at >= 3)
      return month + 1;
  }
  return 0;
}

/* ---- Understanding ----------------------------------------------------------------------------
 */

typedef struct calendar {
  uint32_t year, month, day; /* month and day 1 when not given */
  bool year_only;
} calendar;

/* What may be wrong with a date, in the order of the table of refusals. */
typedef enum trouble {
  FINE,
  NO_DATE,
  EMPTY,
  SHORT_YEAR,
  SEASON,
  RANGE,
  DAY_OR_MONTH,
  BAD_MONTH,
  BAD_DAY,
  BAD_YEAR,
  NOT_OPEN,
  TROUBLE_COUNT
} trouble;

static const struct {
  const char *text, *hint;
} troubles[TROUBLE_COUNT] = {
    [FINE] = {"", ""},
    [NO_DATE] = {"must be a date", "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019"},
    [EMPTY] = {"must be a date, and is empty", "give it a value, or remove it"},
    [SHORT_YEAR] = {"must be a date with a year of four digits", "write 2019-03 or 03/2019"},
    [SEASON] = {"must be a date with a month, not a season", "write 2019-03, or the year alone"},
    [RANGE] = {"must be one date, not two",
               "give the first date to `from`, and the second to `to`"},
    [DAY_OR_MONTH] = {"is a date whose day and month can't be told apart",
                      "write year, month and day: 2019-03-01"},
    [BAD_MONTH] = {"is a date without a month from 1 to 12", "write year and month: 2019-03"},
    [BAD_DAY] = {"is a date with a day that its month has not",
                 "write year, month and day: 2019-03-01, or leave the day out"},
    [BAD_YEAR] = {"is a date without a year from 1900 to 2199", "write 2019-03 or 03/2019"},
    [NOT_OPEN] = {"must be a date; only `to` may be `present`",
                  "write 2019, 2019-03, 2019-03-01, 03/2019 or March 2019"},
};

static bool is_open(jmi_str text)
{
  static const char *const words[] = {"present", "now",     "current", "currently",
                                      "today",   "ongoing", "to date", "until now"};
  return is_one_of(text, words, JMI_ROWS(words));
}

/* The month that a season begins with, to the nearest whole one; of a winter the one that its year
 * names. 0 for other words. */
static uint32_t season_month(jmi_str word)
{
  static const struct {
    const char *word;
    uint32_t month;
  } seasons[] = {{"spring", 3}, {"summer", 6}, {"autumn", 9}, {"fall", 9}, {"winter", 1}};
  for (size_t i = 0; i < JMI_ROWS(seasons); i++) {
    if (same_word(word, seasons[i].word))
      return seasons[i].month;
  }
  return 0;
}

/* The shape of a date: Y a number of four digits, N one of one or two, M a month's name, S a
 * season, P the present. */
static char shape_of(const piece *part)
{
  if (part->digits == 0)
    return jmi_month_named(part->text) > 0 ? 'M'
           : season_month(part->text) > 0  ? 'S'
           : is_open(part->text)           ? 'P'
                                           : '?';
  return part->digits == 4 ? 'Y' : part->digits <= 2 ? 'N' : '?';
}

/* Which piece of a shape is what: y, m and d are indexes of pieces; -1: none. */
static const struct {
  const char *shape;
  int8_t year, month, day;
  uint8_t trouble;
} shapes[] = {
    {"Y", 0, -1, -1, FINE},       {"YN", 0, 1, -1, FINE},      {"YNN", 0, 1, 2, FINE},
    {"NY", 1, 0, -1, FINE},       {"MY", 1, 0, -1, FINE},      {"YM", 0, 1, -1, FINE},
    {"MNY", 2, 0, 1, FINE},       {"NMY", 2, 1, 0, FINE},      {"NNY", 0, 0, 0, DAY_OR_MONTH},
    {"N", 0, 0, 0, SHORT_YEAR},   {"NN", 0, 0, 0, SHORT_YEAR}, {"MN", 0, 0, 0, SHORT_YEAR},
    {"NNN", 0, 0, 0, SHORT_YEAR}, {"SY", 0, 0, 0, SEASON},     {"YS", 0, 0, 0, SEASON},
    {"YY", 0, 0, 0, RANGE},       {"NYNY", 0, 0, 0, RANGE},    {"MYMY", 0, 0, 0, RANGE},
    {"YNYN", 0, 0, 0, RANGE},     {"YP", 0, 0, 0, RANGE},      {"YNP", 0, 0, 0, RANGE},
    {"NYP", 0, 0, 0, RANGE},      {"MYP", 0, 0, 0, RANGE},
};

static trouble place_pieces(const piece *pieces, uint32_t count, calendar *out)
{
  char shape[MAX_PIECES + 1] = "";
  for (uint32_t i = 0; i < count; i++)
    shape[i] = shape_of(&pieces[i]);
  for (size_t i = 0; i < JMI_ROWS(shapes); i++) {
    if (strcmp(shape, shapes[i].shape) != 0)
      continue;
    if (shapes[i].trouble == SEASON) {
      uint32_t season = shape[0] == 'S' ? 0 : 1;
      *out = (calendar){pieces[1 - season].number, season_month(pieces[season].text), 1, false};
    }
    if (shapes[i].trouble != FINE)
      return shapes[i].trouble;
    *out = (calendar){pieces[shapes[i].year].number, 1, 1, shapes[i].month < 0};
    if (shapes[i].month >= 0) {
      const piece *month = &pieces[shapes[i].month];
      out->month = month->digits > 0 ? month->number : jmi_month_named(month->text);
    }
    if (shapes[i].day >= 0)
      out->day = pieces[shapes[i].day].number;
    return FINE;
  }
  return NO_DATE;
}

static trouble check(const calendar *date)
{
  static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    return BAD_YEAR;
  if (date->month < 1 || date->month > 12)
    return BAD_MONTH;
  bool leap = date->year % 4 == 0 && (date->year % 100 != 0 || date->year % 400 == 0);
  uint32_t last = date->month == 2 && !leap ? 28u : days[date->month - 1];
  return date->day < 1 || date->day > last ? BAD_DAY : FINE;
}

/* "2019-03-01T00:00:00Z" is read to its T, as programs write dates. */
static jmi_str without_time(jmi_str text)
{
  return text.len > 10 && text.at[10] == 'T' && jmi_is_digit(text.at[9]) ? jmi_str_cut(text, 0, 10)
                                                                         : text;
}

static trouble understand(jmi_str text, calendar *out)
{
  if (is_separator(text.at[0]) || is_separator(text.at[text.len - 1]))
    return NO_DATE;
  piece pieces[MAX_PIECES];
  uint32_t count = cut(without_time(text), pieces);
  trouble what = count == 0 ? NO_DATE : place_pieces(pieces, count, out);
  return what == FINE ? check(out) : what;
}

/* ---- Reading ----------------------------------------------------------------------------------
 */

static jm_status refuse(const jmi_reader *reader, const jmi_node *value, trouble what)
{
  return jmi_refuse(reader, JM_ERR_FIELD, value, troubles[what].hint, "%s", troubles[what].text);
}

static jm_status read_date(jmi_reader *reader, const jmi_node *value, bool may_be_open,
                           jmi_date *out)
{
  if (value->kind != JMI_NODE_SCALAR)
    return refuse(reader, value, NO_DATE);
  jmi_str text = jmi_str_trim(value->text);
  if (text.len == 0 || jmi_node_is_null(value))
    return refuse(reader, value, EMPTY);
  if (is_open(text)) {
    *out = (jmi_date){JMI_MONTH_OPEN, false, value};
    return may_be_open ? JM_OK : refuse(reader, value, NOT_OPEN);
  }
  calendar date;
  trouble what = understand(text, &date);
  if (what != FINE)
    return refuse(reader, value, what);
  *out = (jmi_date){(jmi_month)(date.year * 12 + date.month - 1), date.year_only, value};
  return JM_OK;
}

jm_status jmi_read_date(jmi_reader *reader, const jmi_node *value, void *place)
{
  return read_date(reader, value, false, place);
}

jm_status jmi_read_end_date(jmi_reader *reader, const jmi_node *value, void *place)
{
  return read_date(reader, value, true, place);
}

bool jmi_date_of(jmi_date *out, jmi_str text)
{
  text = jmi_str_trim(text);
  *out = JMI_DATE_NONE;
  if (text.len == 0)
    return false;
  if (is_open(text)) {
    out->month = JMI_MONTH_OPEN;
    return true;
  }
  calendar date = {0};
  trouble what = understand(text, &date);
  bool season = what == SEASON;
  if (season)
    what = check(&date);
  if (what != FINE && what != BAD_DAY) /* a day that is none leaves the month */
    return false;
  *out = (jmi_date){(jmi_month)(date.year * 12 + date.month - 1), date.year_only, NULL};
  return true;
}

/* What may part the two dates of a span, at a byte: its length; 0 for anything else. */
static uint32_t parts_dates(jmi_str text, uint32_t at)
{
  static const char *const marks[] = {" to ",         " until ",      " through ", " - ",
                                      "\xE2\x80\x93", "\xE2\x80\x94", "-"};
  for (size_t i = 0; i < JMI_ROWS(marks); i++) {
    uint32_t len = (uint32_t)strlen(marks[i]), same = 0;
    while (same < len && at + same < text.len && jmi_lower(text.at[at + same]) == marks[i][same])
      same++;
    if (same == len)
      return len;
  }
  return 0;
}

enum { LONGEST_SPAN = 60 }; /* "1 September 2019 until 30 September 2021" is 40 */

bool jmi_span_of(jmi_span *out, jmi_str text)
{
  *out = JMI_SPAN_NONE;
  if (text.len > LONGEST_SPAN)
    return false;
  if (jmi_date_of(&out->to, text))
    return true;
  for (uint32_t at = 1; at < text.len; at++) {
    uint32_t len = parts_dates(text, at);
    if (len > 0 && jmi_date_of(&out->from, jmi_str_cut(text, 0, at))
        && out->from.month != JMI_MONTH_OPEN
        && jmi_date_of(&out->to, jmi_str_cut(text, at + len, text.len)))
      return true;
  }
  *out = JMI_SPAN_NONE;
  return false;
}

jm_status jmi_span_finish(jmi_reader *reader, jmi_span *span, jmi_span_end missing)
{
  jmi_date *from = &span->from, *to = &span->to;
  if (to->node == NULL) {
    if (from->node != NULL && missing == JMI_END_OPEN)
      to->month = JMI_MONTH_OPEN;
    return JM_OK;
  }
  if (from->node == NULL || to->month >= from->month)
    return JM_OK;
  if (to->year_only && to->month / 12 == from->month / 12) {
    to->month = from->month;
    return JM_OK;
  }
  return jmi_refuse_pair(reader, to->node, from->node->mark,
                         "exchange the two, or correct one of them",
                         "is a date before the one in `from`");
}
