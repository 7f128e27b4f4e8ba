/* SPDX-License-Identifier: MIT */
/* Words: how far one reaches.
 *
 * In: valid UTF-8 and a byte where a word may start. Out: its end, and what it holds. Most words
 * are a run of letters and digits before a blank, and are done after one loop over a byte table.
 * What follows that run may belong to it, by the rules below, each with its table:
 *
 *   '   driver's, o'clock, years'             &   R&D, AT&T
 *   .   Node.js, e.g., Ph.D., v2.0, 3.10      +   C++, A+, Security+
 *   ,   1,000                                 #   C#, F#
 */
#include "text/words.h"

#include "text/text.h"

static uint16_t seen_at(jmi_str text, uint32_t at)
{
  uint32_t size;
  return jmi_char_seen(text, at, &size);
}

static bool byte_is(jmi_str text, uint32_t at, char c)
{
  return at < text.len && text.at[at] == c;
}

/* The end of a run of letters, digits and marks. Letters that need no blanks between words (WIDE)
 * and others never share one: "精通Java" is two words. */
static uint32_t skip_run(jmi_str text, uint32_t at, uint16_t *seen)
{
  uint16_t held = *seen, now; /* most words end in this loop */
  for (; at < text.len && (held & JMI_SEEN_WIDE) == 0; at++, held |= now)
    if (((now = jmi_byte_seen[(unsigned char)text.at[at]]) & JMI_SEEN_ALNUM) == 0)
      break;
  *seen = held;
  while (at < text.len) {
    uint32_t size = 1;
    now = jmi_byte_seen[(unsigned char)text.at[at]];
    if (now == 0) {
      now = jmi_char_seen(text, at, &size);
      if ((now & (JMI_SEEN_ALNUM | JMI_SEEN_MARK)) == 0)
        break;
      now |= JMI_SEEN_HIGH;
    } else if ((now & JMI_SEEN_ALNUM) == 0)
      break;
    bool letters = (*seen & JMI_SEEN_ALNUM) != 0, marks = (now & JMI_SEEN_MARK) != 0;
    if (letters && !marks && ((*seen ^ now) & JMI_SEEN_WIDE) != 0)
      break;
    *seen |= now;
    at += size;
  }
  return at;
}

static uint32_t skip_letters(jmi_str text, uint32_t at)
{
  while (at < text.len && jmi_is_alpha(text.at[at]))
    at++;
  return at;
}

static uint32_t skip_digits(jmi_str text, uint32_t at)
{
  while (at < text.len && jmi_is_digit(text.at[at]))
    at++;
  return at;
}

/* Names of files, sites and libraries, by what follows their dot. The first few are written in
 * any case (Node.JS, Socket.Io); of the others a capital alone begins a sentence ("…the work.Co").
 */
static const char *const sure_endings[] = {"js", "net", "io", "com"};
static const char *const endings[] = {
    "ai",  "app",  "bat", "ca",  "cc",  "co",   "cpp",  "css",  "csv",  "de",  "dev",  "dll",
    "doc", "docx", "edu", "eu",  "exe", "fm",   "gov",  "html", "info", "jar", "json", "jsx",
    "md",  "ml",   "org", "pdf", "php", "pptx", "py",   "rb",   "rs",   "sh",  "sql",  "ts",
    "tsx", "tv",   "txt", "uk",  "vue", "xls",  "xlsx", "xml",  "yaml", "yml", "zip",
};

/* before is what the word was seen to hold up to the dot. */
static bool known_ending(jmi_str text, uint16_t before, uint32_t dot, uint32_t end)
{
  if (JMI_IN_TABLE(text, dot + 1, end, sure_endings))
    return true;
  if (!JMI_IN_TABLE(text, dot + 1, end, endings))
    return false;
  uint16_t after = 0;
  skip_run(jmi_str_cut(text, 0, end), dot + 1, &after);
  return (after & JMI_SEEN_UPPER) == 0 || ((before | after) & JMI_SEEN_LOWER) == 0;
}

/* Pieces that stand beside a single letter in a dotted title: Ph.D., B.Sc., M.Ed., LL.M. */
static const char *const title_pieces[] = {
    "admin", "agr", "arch", "bus",  "com",   "comm", "des", "ed",  "econ", "eng", "litt", "ll",
    "med",   "mus", "ph",   "phil", "pharm", "psy",  "sc",  "soc", "tech", "acc", "hons", "nurs",
};

/* The end of an abbreviation with dots inside, its closing dot included; 0 when it is none. Every
 * piece is one letter or of the table, one of them at least is one letter, and there are two. */
static uint32_t dotted_end(jmi_str text, uint32_t start)
{
  uint32_t at = start, pieces = 0, singles = 0;
  for (;;) {
    uint32_t end = skip_letters(text, at);
    bool single = end == at + 1;
    uint32_t size;
    bool more = (jmi_char_seen(text, end, &size) & (JMI_SEEN_ALNUM | JMI_SEEN_MARK)) != 0;
    if (more || !(single || JMI_IN_TABLE(text, at, end, title_pieces)))
      break;
    pieces++;
    singles += single;
    at = end;
    if (!byte_is(text, at, '.'))
      return pieces > 1 && singles > 0 ? at : 0;
    at++;
  }
  return pieces > 1 && singles > 0 ? at : 0; /* behind the last dot, which closes it */
}

/* The end of what a dot adds to the word; the dot's own place when it adds nothing. */
static uint32_t join_dot(jmi_str text, uint32_t start, uint32_t dot, jmi_word *word)
{
  static const char *const and_so_on[] = {"etc"};
  bool first = (word->seen & (JMI_SEEN_SIGN | JMI_SEEN_DIGIT | JMI_SEEN_HIGH)) == 0;
  uint32_t end = first ? dotted_end(text, start) : 0;
  if (end == 0 && first && JMI_IN_TABLE(text, start, dot, and_so_on))
    end = dot + 1;
  if (end > dot) {
    word->closed = text.at[end - 1] == '.';
    for (uint32_t at = dot; at < end; at++)
      word->seen |= jmi_byte_seen[(unsigned char)text.at[at]];
    return end;
  }
  uint16_t seen = JMI_SEEN_SIGN;
  if (jmi_is_digit(text.at[dot - 1]) && dot + 1 < text.len && jmi_is_digit(text.at[dot + 1]))
    end = skip_run(text, dot + 1, &seen);
  else {
    end = skip_run(text, dot + 1, &seen);
    if (end == dot + 1 || !known_ending(text, word->seen, dot, end))
      return dot;
  }
  word->seen |= seen;
  return end;
}

/* "R&D", "AT&T", "FP&A": a single letter on one side, at most three on the other, in capitals
 * unless both are single. "Q&A" may go on: "R&D&I". */
static uint32_t join_and(jmi_str text, uint32_t start, uint32_t sign, jmi_word *word)
{
  uint32_t left = sign, right = skip_letters(text, sign + 1);
  uint16_t seen = 0, next = seen_at(text, right);
  while (left > start && jmi_is_alpha(text.at[left - 1]))
    left--;
  uint32_t before = sign - left, after = right - sign - 1;
  skip_run(jmi_str_cut(text, 0, sign), left, &seen);
  skip_run(jmi_str_cut(text, 0, right), sign + 1, &seen);
  bool whole = left == start || text.at[left - 1] == '&';
  bool ends = (next & (JMI_SEEN_ALNUM | JMI_SEEN_MARK)) == 0 && !byte_is(text, right, '+')
              && !byte_is(text, right, '#');
  bool narrow = before > 0 && after > 0 && before <= 3 && after <= 3 && (before == 1 || after == 1);
  bool capitals = (seen & JMI_SEEN_LOWER) == 0;
  if (!whole || !ends || !narrow || !(capitals || (before == 1 && after == 1)))
    return sign;
  word->seen |= seen | JMI_SEEN_SIGN;
  return right;
}

static const char *const units[] = {
    "cm",     "day", "days", "ft",   "hour", "hours",  "hr",      "hrs",  "in",    "kg", "km",
    "lb",     "lbs", "mg",   "min",  "mins", "minute", "minutes", "ml",   "mm",    "mo", "month",
    "months", "mos", "mph",  "sqft", "week", "weeks",  "wpm",     "year", "years", "yr", "yrs",
};

/* Certificates and services whose name ends in a plus. After other words it means "or more". */
static const char *const plus_names[] = {
    "casp",  "cloud",   "ctt",     "cysa",    "data",      "disney",   "google", "itf",
    "linux", "network", "pentest", "project", "securityx", "security", "server",
};

/* "C++" and "Notepad++" whatever follows but a letter; "A+" and the names above before no word. */
static uint32_t join_plus(jmi_str text, uint32_t start, uint32_t sign, jmi_word *word)
{
  if ((word->seen & ~(uint16_t)(JMI_SEEN_UPPER | JMI_SEEN_LOWER)) != 0)
    return sign;
  bool twice = byte_is(text, sign + 1, '+');
  uint32_t end = sign + (twice ? 2 : 1);
  uint16_t next = seen_at(text, end);
  if ((next & JMI_SEEN_LETTER) != 0 || byte_is(text, end, '+')
      || JMI_IN_TABLE(text, start, sign, units))
    return sign;
  bool name = sign - start == 1 || JMI_IN_TABLE(text, start, sign, plus_names);
  if (!twice && (!name || (next & JMI_SEEN_DIGIT) != 0))
    return sign;
  word->seen |= JMI_SEEN_SIGN;
  return end;
}

static uint32_t join_sharp(jmi_str text, uint32_t start, uint32_t sign, jmi_word *word)
{
  if (sign - start != 1 || (seen_at(text, sign + 1) & JMI_SEEN_LETTER) != 0)
    return sign;
  word->seen |= JMI_SEEN_SIGN;
  return sign + 1;
}

/* Bytes of an apostrophe, typewriter or typographic, at this place; 0 when there is none. */
static uint32_t apostrophe_size(jmi_str text, uint32_t at)
{
  if (byte_is(text, at, '\''))
    return 1;
  return at + 3 <= text.len && memcmp(text.at + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Between letters an apostrophe belongs to the word; 's is told apart for the stem. */
static uint32_t join_apostrophe(jmi_str text, uint32_t at, uint32_t size, jmi_word *word)
{
  uint32_t rest = at + size, end;
  if ((seen_at(text, rest) & JMI_SEEN_LETTER & ~JMI_SEEN_WIDE) == 0
      || (word->seen & JMI_SEEN_WIDE) != 0)
    return at;
  uint16_t seen = 0;
  end = skip_run(text, rest, &seen);
  if (end == rest + 1 && jmi_lower(text.at[rest]) == 's') {
    word->base_end = at; /* its letters are not the word's: "AWS's" is in capitals */
    word->seen |= size > 1 ? JMI_SEEN_HIGH : 0;
    return end;
  }
  word->seen |= seen | (size > 1 ? JMI_SEEN_HIGH : 0);
  return end;
}

/* What may follow a run of letters; the same place when nothing of it does. */
static uint32_t join_sign(jmi_str text, uint32_t start, uint32_t at, jmi_word *word)
{
  switch (text.at[at]) {
  case '.':
    return join_dot(text, start, at, word);
  case '&':
    return join_and(text, start, at, word);
  case '+':
    return join_plus(text, start, at, word);
  case '#':
    return join_sharp(text, start, at, word);
  default:
    return at;
  }
}

static void read_letters(jmi_word *word, jmi_str text, uint32_t start, uint32_t at)
{
  word->base_end = 0;
  while (at < text.len && (jmi_byte_seen[(unsigned char)text.at[at]] & JMI_SEEN_BLANK) == 0) {
    uint32_t size = apostrophe_size(text, at);
    uint32_t end =
        size > 0 ? join_apostrophe(text, at, size, word) : join_sign(text, start, at, word);
    if (end == at)
      break;
    at = end;
    if (word->base_end > 0 || word->closed || text.at[at - 1] == '+' || text.at[at - 1] == '#')
      break; /* nothing follows these: "C#.NET" is "C#" and ".NET" */
  }
  word->norm_end = word->end = at;
  if (word->base_end == 0)
    word->base_end = at;
  uint32_t size = apostrophe_size(text, at);
  bool plural = jmi_lower(text.at[at - 1]) == 's' && word->base_end == at;
  bool quoted = start > 0 && text.at[start - 1] == '\'';
  if (size > 0 && plural && !quoted
      && (seen_at(text, at + size) & (JMI_SEEN_ALNUM | JMI_SEEN_MARK)) == 0)
    word->end += size;
}

/* "1,000,000" and "3.10.2" from their first digit on; the end of the number. */
static uint32_t skip_number(jmi_str text, uint32_t start)
{
  uint32_t at = skip_digits(text, start);
  if (at - start <= 3)
    while (byte_is(text, at, ',') && skip_digits(text, at + 1) == at + 4)
      at += 4;
  while (byte_is(text, at, '.') && skip_digits(text, at + 1) > at + 1)
    at = skip_digits(text, at + 1);
  bool any = byte_is(text, at, '.') && at + 1 < text.len && jmi_lower(text.at[at + 1]) == 'x';
  if (any && (seen_at(text, at + 2) & JMI_SEEN_ALNUM) == 0)
    at += 2; /* "3.x" */
  return at;
}

/* A number; with letters right behind it a name ("401k", "3D"), unless these are a unit. */
static void read_number(jmi_word *word, jmi_str text, uint32_t start, uint32_t digits)
{
  uint32_t at = skip_number(text, digits);
  uint16_t seen =
      jmi_lower(text.at[at - 1]) == 'x' ? JMI_SEEN_LOWER | JMI_SEEN_DIGIT : JMI_SEEN_DIGIT;
  uint32_t end = skip_run(text, at, &seen);
  *word = (jmi_word){.end = at, .norm_end = at, .base_end = at, .seen = JMI_SEEN_DIGIT};
  if (end > at && JMI_IN_TABLE(text, at, end, units))
    return;
  word->seen = seen;
  if ((seen & JMI_SEEN_LETTER) != 0)
    read_letters(word, text, start, end);
  else
    word->end = word->norm_end = word->base_end = end;
}

/* ".NET" and ".5" after no word, "'22" after no letter: the only words that begin with a sign. */
static bool read_signed(jmi_word *word, jmi_str text, uint32_t start)
{
  static const char *const dot_names[] = {"net"};
  uint32_t at = start + 1;
  bool after_dot = start > 0 && text.at[start - 1] == '.';
  if (text.at[start] == '.' && !after_dot) {
    uint32_t end = skip_letters(text, at);
    if (JMI_IN_TABLE(text, at, end, dot_names)
        && (seen_at(text, end) & (JMI_SEEN_LETTER | JMI_SEEN_MARK)) == 0) {
      *word = (jmi_word){end, end, end, JMI_SEEN_SIGN, false};
      skip_run(jmi_str_cut(text, 0, end), at, &word->seen);
      return true;
    }
    if (skip_digits(text, at) > at && (start == 0 || !jmi_is_digit(text.at[start - 1]))) {
      read_number(word, text, start, at);
      return true;
    }
  }
  uint32_t end = skip_digits(text, at);
  if (text.at[start] != '\'' || end != at + 2 || byte_is(text, end, '\'')
      || (seen_at(text, end) & (JMI_SEEN_ALNUM | JMI_SEEN_MARK)) != 0
      || (start > 0 && jmi_is_alpha(text.at[start - 1])))
    return false;
  *word = (jmi_word){end, end, end, JMI_SEEN_DIGIT, false};
  return true;
}

bool jmi_word_read(jmi_word *word, jmi_str text, uint32_t start)
{
  uint16_t seen = jmi_byte_seen[(unsigned char)text.at[start]];
  if (seen == 0)
    seen = seen_at(text, start);
  if ((seen & JMI_SEEN_DIGIT) != 0 && jmi_is_digit(text.at[start])) {
    read_number(word, text, start, start);
    return true;
  }
  if ((seen & JMI_SEEN_ALNUM) == 0)
    return (text.at[start] == '.' || text.at[start] == '\'') && read_signed(word, text, start);
  *word = (jmi_word){0};
  uint32_t at = skip_run(text, start, &word->seen);
  read_letters(word, text, start, at);
  return true;
}
