/* SPDX-License-Identifier: MIT */
/* When something was done, as a résumé's prose writes it.
 *
 * In:  a line of text. Out: the next date or span of dates in it, as months and as bytes.
 * Unlike a date field (model/dates.c) prose is never refused: what can't be read is no date.
 *
 *   June 2011 to Present   03/2015-06/2018   Jan '19 - Mar '22   2015-18   since 2020   Q3 2017
 *   05.2012 – 08.2015   2015/03 - 2016/01   1st June 2015 till date   Summer 2016   2019 onwards
 *
 * The text is cut into runs of digits and of letters; a date is a few of them, so that every try
 * is short and all of them together are linear. */
#include "model/dates.h"

#include "language/statement.h"

enum { FIRST_YEAR = 1940, LAST_YEAR = 2099, GAP_MAX = 48 };

/* A run of digits or of letters. */
typedef struct piece {
  uint32_t start, end;
  int32_t number; /* of digits; -1 for letters */
} piece;

/* One date. Weak ones ("06/09", "Jan 09") are dates only beside another date; a bare month has the
 * year of the other end. */
typedef struct date {
  uint32_t start, end;
  int32_t year, month; /* month 0 to 11; -1 when not said */
  int32_t months;      /* how long it lasts: 3 for a season or a quarter, else 1 */
  bool weak, bare;
} date;

static char byte_at(jmi_str text, uint32_t at)
{
  return at < text.len ? text.at[at] : '\0';
}

static bool next_piece(piece *out, jmi_str text, uint32_t at)
{
  while (at < text.len && !jmi_is_alpha(text.at[at]) && !jmi_is_digit(text.at[at]))
    at++;
  if (at >= text.len)
    return false;
  bool digits = jmi_is_digit(text.at[at]);
  *out = (piece){at, at, digits ? 0 : -1};
  while (out->end < text.len
         && (digits ? jmi_is_digit(text.at[out->end]) : jmi_is_alpha(text.at[out->end]))) {
    if (digits)
      out->number = out->number % 100000 * 10 + (text.at[out->end] - '0');
    out->end++;
  }
  return true;
}

static uint32_t size_of(const piece *p)
{
  return p->end - p->start;
}

static bool is_year(const piece *p)
{
  return size_of(p) == 4 && p->number >= FIRST_YEAR && p->number <= LAST_YEAR;
}

static bool is_word(jmi_str text, const piece *p, const char *word)
{
  uint32_t i = 0;
  while (i < size_of(p) && jmi_lower(text.at[p->start + i]) == word[i])
    i++;
  return i == size_of(p) && word[i] == '\0';
}

/* The row of a table that a word of the text is; -1 when it is none. */
static int32_t row_of(jmi_str text, const piece *p, const char *const *words, size_t count)
{
  for (size_t w = 0; w < count; w++)
    if (words[w][0] == jmi_lower(text.at[p->start]) && is_word(text, p, words[w]))
      return (int32_t)w;
  return -1;
}

#define ROW_OF(text, piece, table) row_of((text), (piece), (table), sizeof(table) / sizeof *(table))

/* The piece behind `end` when only blanks, and at most one of `signs`, stand between. */
static bool follows(piece *out, jmi_str text, uint32_t end, const char *signs)
{
  uint32_t at = end, used = 0;
  if (!next_piece(out, text, end))
    return false;
  for (; at < out->start; at++) {
    char c = text.at[at];
    bool quote = (unsigned char)c >= 0x80 && strchr(signs, '\'') != NULL; /* a typographic one */
    if (jmi_is_space(c) || quote)
      continue;
    if (strchr(signs, c) == NULL || ++used > 2)
      return false;
  }
  return out->start - end <= 8;
}

static int32_t full_year(int32_t two_digits)
{
  return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits;
}

/* A year behind a month or a season: "2019", "'19", "-19"; weak when only a blank parts it. */
static bool take_year(date *d, jmi_str text, uint32_t end)
{
  piece p;
  if (!follows(&p, text, end, ".,'/-") || p.number < 0)
    return false;
  char before = text.at[p.start - 1];
  if (is_year(&p)) {
    d->year = p.number;
  } else if (size_of(&p) == 2 && !jmi_is_alpha(byte_at(text, p.end))) {
    d->year = full_year(p.number);
    d->weak = jmi_is_space(before) || before == ',' || before == '.';
  } else {
    return false;
  }
  d->end = p.end;
  return true;
}

/* "June 1, 2015", "June 1st 2015": a day between month and year. */
static bool take_day_and_year(date *d, jmi_str text, uint32_t end)
{
  static const char *const ordinals[] = {"st", "nd", "rd", "th"};
  piece day, next;
  if (!follows(&day, text, end, ".") || day.number < 1 || day.number > 31)
    return false;
  uint32_t stop = day.end;
  if (next_piece(&next, text, stop) && next.start == stop && ROW_OF(text, &next, ordinals) >= 0)
    stop = next.end;
  if (!follows(&next, text, stop, ",") || !is_year(&next))
    return false;
  d->year = next.number;
  d->end = next.end;
  return true;
}

static bool month_date(date *d, jmi_str text, const piece *p)
{
  uint32_t named = jmi_month_named(jmi_str_cut(text, p->start, p->end));
  if (named == 0)
    named = is_word(text, p, "sept") ? 9 : 0;
  if (named == 0)
    return false;
  *d = (date){.start = p->start, .end = p->end, .month = (int32_t)named - 1, .months = 1};
  if (take_day_and_year(d, text, p->end) || take_year(d, text, p->end))
    return true;
  d->bare = true;
  return true;
}

static bool season_date(date *d, jmi_str text, const piece *p)
{
  static const char *const seasons[] = {"winter", "spring", "summer", "autumn", "fall"};
  static const int32_t first_month[] = {0, 2, 5, 8, 8};
  int32_t season = ROW_OF(text, p, seasons);
  if (season < 0)
    return false;
  *d = (date){.start = p->start, .month = first_month[season], .months = 3};
  return take_year(d, text, p->end) && !d->weak;
}

/* "Q3 2017". */
static bool quarter_date(date *d, jmi_str text, const piece *p)
{
  piece quarter;
  if (!is_word(text, p, "q") || !next_piece(&quarter, text, p->end) || quarter.start != p->end
      || quarter.number < 1 || quarter.number > 4)
    return false;
  *d = (date){.start = p->start, .month = (quarter.number - 1) * 3, .months = 3};
  return take_year(d, text, quarter.end) && !d->weak;
}

static bool ends_with(jmi_str text, uint32_t at, const char *bytes)
{
  uint32_t len = (uint32_t)strlen(bytes);
  return at >= len && memcmp(text.at + at - len, bytes, len) == 0;
}

/* A number may begin a date when nothing that makes it another number stands before it. */
static bool stands_free(jmi_str text, const piece *p)
{
  char before = p->start == 0 ? ' ' : text.at[p->start - 1];
  if (jmi_is_alpha(before) || strchr("$#/.", before) != NULL)
    return false;
  if (before == '-' || before == ',')
    return p->start < 2 || !jmi_is_digit(text.at[p->start - 2]);
  return !ends_with(text, p->start, "\xC2\xA3") && !ends_with(text, p->start, "\xE2\x82\xAC");
}

/* Two digits right behind `end` and the given sign; they end a date when no third part follows. */
static bool two_digits(piece *out, jmi_str text, uint32_t end, char sign)
{
  return byte_at(text, end) == sign && next_piece(out, text, end) && out->start == end + 1
         && out->number >= 0 && size_of(out) <= 2;
}

/* Behind a year: "-03", "/03", "-03-15". "2019-12" is a month, "2010-12" are two years. */
static void take_iso_month(date *d, jmi_str text)
{
  char sign = byte_at(text, d->end);
  piece month, day;
  if (strchr("-/.", sign) == NULL || sign == '\0' || !two_digits(&month, text, d->end, sign)
      || size_of(&month) != 2 || month.number < 1 || month.number > 12)
    return;
  bool has_day = two_digits(&day, text, month.end, sign) && size_of(&day) == 2 && day.number <= 31;
  char after = byte_at(text, month.end);
  bool another = (after == '/' || after == '.') && jmi_is_digit(byte_at(text, month.end + 1));
  bool years = d->year >= 2000 && month.number > d->year % 100;
  if (!has_day && (another || years))
    return;
  d->month = month.number - 1;
  d->end = has_day ? day.end : month.end;
}

static bool year_date(date *d, jmi_str text, const piece *p)
{
  *d = (date){.start = p->start, .end = p->end, .year = p->number, .month = -1, .months = 1};
  take_iso_month(d, text);
  char after = byte_at(text, d->end);
  return !jmi_is_alpha(after) && after != '%';
}

/* "03/2015", "15.03.2015" (a day first, unless the second number can't be a month), "06/09". */
static bool numbers_date(date *d, jmi_str text, const piece *first)
{
  char sign = byte_at(text, first->end);
  piece second, third;
  if (size_of(first) > 2 || sign == '\0' || strchr("/.-", sign) == NULL
      || !next_piece(&second, text, first->end) || second.start != first->end + 1
      || second.number < 0)
    return false;
  *d = (date){.start = first->start, .end = second.end, .month = first->number - 1, .months = 1};
  if (is_year(&second)) {
    d->year = second.number;
    return first->number >= 1 && first->number <= 12;
  }
  if (size_of(&second) == 2 && byte_at(text, second.end) == sign
      && next_piece(&third, text, second.end) && third.start == second.end + 1 && is_year(&third)) {
    bool day_first = second.number <= 12;
    d->month = (day_first ? second.number : first->number) - 1;
    d->year = third.number;
    d->end = third.end;
    return d->month >= 0 && d->month < 12;
  }
  d->year = full_year(second.number);
  d->weak = true;
  return sign == '/' && size_of(first) == 2 && size_of(&second) == 2 && first->number >= 1
         && first->number <= 12 && byte_at(text, second.end) != '/';
}

/* "15 March 2015", "1st June 2015". */
static bool day_date(date *d, jmi_str text, const piece *first)
{
  static const char *const ordinals[] = {"st", "nd", "rd", "th"};
  piece p;
  uint32_t stop = first->end;
  if (size_of(first) > 2 || first->number < 1 || first->number > 31)
    return false;
  if (next_piece(&p, text, stop) && p.start == stop && ROW_OF(text, &p, ordinals) >= 0)
    stop = p.end;
  if (!follows(&p, text, stop, ".,-") || p.number >= 0 || !month_date(d, text, &p) || d->bare
      || d->weak)
    return false;
  d->start = first->start;
  return true;
}

static bool date_at(date *d, jmi_str text, const piece *p)
{
  if (p->number < 0)
    return month_date(d, text, p) || season_date(d, text, p) || quarter_date(d, text, p);
  if (is_year(p))
    return year_date(d, text, p);
  return numbers_date(d, text, p) || day_date(d, text, p);
}

/* ---- spans ------------------------------------------------------------------------------ */

static jmi_month first_month(const date *d)
{
  return d->year * 12 + (d->month < 0 ? 0 : d->month);
}

static jmi_month last_month(const date *d)
{
  return first_month(d) + d->months - 1;
}

/* Between the ends of a span stand blanks and dashes, or one of the words. The next piece; *parted
 * is false when a blank is all that stands there: a span may have lost its dash. */
static bool follows_span(piece *out, jmi_str text, uint32_t end, bool between, bool *parted)
{
  static const char *const words[] = {"to", "till", "until", "til", "through", "thru", "bis"};
  bool word = false, dash = false;
  for (uint32_t at = end;; at = out->end) {
    if (!next_piece(out, text, at) || out->start - at > GAP_MAX)
      return false;
    for (uint32_t i = at; i < out->start; i++) {
      char c = text.at[i];
      if (!jmi_is_space(c) && strchr("-~/.'()[", c) == NULL && (unsigned char)c < 0x80)
        return false;
      dash = dash || c == '-' || c == '~' || c == '/' || (unsigned char)c >= 0x80;
    }
    bool joins = out->number < 0
                 && (ROW_OF(text, out, words) >= 0 || (between && is_word(text, out, "and")));
    *parted = word || dash;
    if (!joins || word)
      return *parted || (out->start - end <= 3 && jmi_is_space(text.at[out->start - 1]));
    word = true;
  }
}

static bool is_present(jmi_str text, piece *p)
{
  static const char *const words[] = {"present", "now",   "current",   "currently",
                                      "date",    "today", "ongoing",   "onwards",
                                      "onward",  "heute", "continuing"};
  piece next;
  if (is_word(text, p, "the") && follows(&next, text, p->end, ""))
    *p = next;
  return p->number < 0 && ROW_OF(text, p, words) >= 0;
}

/* "2015-18", "2015/16", "2015 - '18": the end has the century of the beginning. */
static bool short_end(date *to, jmi_str text, const date *from, const piece *p)
{
  char after = byte_at(text, p->end);
  bool longer =
      (after == '.' || after == '/' || after == '-') && jmi_is_digit(byte_at(text, p->end + 1));
  if (from->month >= 0 || size_of(p) != 2 || p->number <= from->year % 100 || jmi_is_alpha(after)
      || after == '%' || longer)
    return false;
  *to = (date){.start = p->start, .end = p->end, .month = -1, .months = 1};
  to->year = from->year / 100 * 100 + p->number;
  return true;
}

static bool open_span(jmi_dates *out, jmi_str text, const date *from, bool since)
{
  piece p;
  bool dash = false;
  uint32_t at = from->end;
  while (at < text.len && !jmi_is_alpha(text.at[at]) && !jmi_is_digit(text.at[at])
         && at - from->end < GAP_MAX) {
    dash = dash || text.at[at] == '-' || (unsigned char)text.at[at] >= 0x80;
    at++;
  }
  out->to = JMI_MONTH_OPEN;
  out->end = from->end;
  if (follows(&p, text, from->end, "") && is_present(text, &p)) {
    out->end = p.end;
    return true;
  }
  return since || (dash && at == text.len);
}

/* A span that begins with this date; false when the date stands alone. */
static bool take_span(jmi_dates *out, jmi_str text, date *from, bool since, bool between)
{
  piece p;
  date to;
  bool parted;
  out->start = from->start;
  if (follows_span(&p, text, from->end, between, &parted)) {
    if (!from->bare && parted && is_present(text, &p)) {
      *out = (jmi_dates){first_month(from), JMI_MONTH_OPEN, from->start, p.end, true};
      return true;
    }
    if ((date_at(&to, text, &p) && !to.bare && !(to.weak && from->bare)
         && (parted || (from->month >= 0 && to.month >= 0 && !from->bare && !to.weak)))
        || (parted && !from->bare && p.number >= 0 && short_end(&to, text, from, &p))) {
      if (from->bare)
        from->year = from->month > to.month ? to.year - 1 : to.year;
      *out = (jmi_dates){first_month(from), last_month(&to), from->start, to.end, true};
      out->to = out->to < out->from ? out->from : out->to;
      return true;
    }
  }
  if (from->bare || from->weak || !open_span(out, text, from, since))
    return false;
  out->from = first_month(from);
  out->span = true;
  return true;
}

static uint32_t next_digit(jmi_str text, uint32_t at)
{
  while (at < text.len && !jmi_is_digit(text.at[at]))
    at++;
  return at;
}

bool jmi_dates_next(jmi_dates *out, jmi_str text, uint32_t at)
{
  piece p;
  bool since = false, between = false;
  uint32_t digit = next_digit(text, at); /* no date is without one, and most text has none */
  while (digit < text.len && next_piece(&p, text, at)) {
    date from;
    *out = (jmi_dates){0};
    if ((p.number < 0 || stands_free(text, &p)) && date_at(&from, text, &p)) {
      if (take_span(out, text, &from, since, between))
        return true;
      if (!from.bare && !from.weak) {
        *out = (jmi_dates){first_month(&from), last_month(&from), from.start, from.end,
                           from.months > 1};
        return true;
      }
    }
    since = p.number < 0 && (is_word(text, &p, "since") || is_word(text, &p, "seit"));
    between = p.number < 0 && is_word(text, &p, "between");
    at = p.end;
    digit = at > digit ? next_digit(text, at) : digit;
  }
  return false;
}
