/* SPDX-License-Identifier: MIT */
/* Plain text: what word processors, web pages and PDF readers leave in a pasted line, made ASCII.
 *
 * In: valid UTF-8. Out: the same words with typewriter quotes, dashes and blanks; a bullet inside
 * a text ends an item, so it becomes "; ". Text that is plain already is lent back, not copied.
 * The result is never longer than the text: every replacement is at most as long as what it
 * replaces, blanks beside it included. Refuses nothing. */
#include "text/text.h"

typedef enum swap_kind {
  SWAP_TEXT,   /* by the row's text */
  SWAP_BLANK,  /* a blank, one for any run */
  SWAP_BULLET, /* "; " between items, nothing at either end */
  SWAP_DASH,   /* "-", or " - " when a blank stands on either side */
  SWAP_BREAK,  /* " - " always: an em dash parts clauses, blanks or none */
  SWAP_MIDDLE  /* a bullet, but a letter's neighbour inside a word: Catalan "col·legi" */
} swap_kind;

/* Sorted by code. */
static const struct {
  uint32_t code;
  uint8_t kind;
  const char *text;
} swaps[] = {
    {0x0085, SWAP_BLANK, ""},   {0x00A0, SWAP_BLANK, ""},   {0x00AB, SWAP_TEXT, "\""},
    {0x00B4, SWAP_TEXT, "'"},   {0x00B7, SWAP_MIDDLE, ""},  {0x00BB, SWAP_TEXT, "\""},
    {0x02BC, SWAP_TEXT, "'"},   {0x1680, SWAP_BLANK, ""},   {0x2000, SWAP_BLANK, ""},
    {0x2001, SWAP_BLANK, ""},   {0x2002, SWAP_BLANK, ""},   {0x2003, SWAP_BLANK, ""},
    {0x2004, SWAP_BLANK, ""},   {0x2005, SWAP_BLANK, ""},   {0x2006, SWAP_BLANK, ""},
    {0x2007, SWAP_BLANK, ""},   {0x2008, SWAP_BLANK, ""},   {0x2009, SWAP_BLANK, ""},
    {0x200A, SWAP_BLANK, ""},   {0x2010, SWAP_TEXT, "-"},   {0x2011, SWAP_TEXT, "-"},
    {0x2012, SWAP_DASH, ""},    {0x2013, SWAP_DASH, ""},    {0x2014, SWAP_BREAK, ""},
    {0x2015, SWAP_BREAK, ""},   {0x2018, SWAP_TEXT, "'"},   {0x2019, SWAP_TEXT, "'"},
    {0x201A, SWAP_TEXT, "'"},   {0x201B, SWAP_TEXT, "'"},   {0x201C, SWAP_TEXT, "\""},
    {0x201D, SWAP_TEXT, "\""},  {0x201E, SWAP_TEXT, "\""},  {0x201F, SWAP_TEXT, "\""},
    {0x2022, SWAP_BULLET, ""},  {0x2023, SWAP_BULLET, ""},  {0x2026, SWAP_TEXT, "..."},
    {0x2028, SWAP_BLANK, ""},   {0x2029, SWAP_BLANK, ""},   {0x202F, SWAP_BLANK, ""},
    {0x2032, SWAP_TEXT, "'"},   {0x2033, SWAP_TEXT, "\""},  {0x2039, SWAP_TEXT, "'"},
    {0x203A, SWAP_TEXT, "'"},   {0x2043, SWAP_BULLET, ""},  {0x2044, SWAP_TEXT, "/"},
    {0x205F, SWAP_BLANK, ""},   {0x2212, SWAP_TEXT, "-"},   {0x2215, SWAP_TEXT, "/"},
    {0x2219, SWAP_MIDDLE, ""},  {0x22C5, SWAP_MIDDLE, ""},  {0x25A0, SWAP_BULLET, ""},
    {0x25A1, SWAP_BULLET, ""},  {0x25AA, SWAP_BULLET, ""},  {0x25AB, SWAP_BULLET, ""},
    {0x25B6, SWAP_BULLET, ""},  {0x25B8, SWAP_BULLET, ""},  {0x25BA, SWAP_BULLET, ""},
    {0x25C6, SWAP_BULLET, ""},  {0x25C7, SWAP_BULLET, ""},  {0x25CB, SWAP_BULLET, ""},
    {0x25CF, SWAP_BULLET, ""},  {0x25E6, SWAP_BULLET, ""},  {0x2605, SWAP_BULLET, ""},
    {0x2606, SWAP_BULLET, ""},  {0x2666, SWAP_BULLET, ""},  {0x266F, SWAP_TEXT, "#"},
    {0x2713, SWAP_BULLET, ""},  {0x2714, SWAP_BULLET, ""},  {0x2756, SWAP_BULLET, ""},
    {0x2794, SWAP_BULLET, ""},  {0x27A2, SWAP_BULLET, ""},  {0x27A4, SWAP_BULLET, ""},
    {0x2B24, SWAP_BULLET, ""},  {0x3000, SWAP_BLANK, ""},   {0xF0A7, SWAP_BULLET, ""},
    {0xF0B7, SWAP_BULLET, ""},  {0xF0D8, SWAP_BULLET, ""},  {0xF0FC, SWAP_BULLET, ""},
    {0xFB00, SWAP_TEXT, "ff"},  {0xFB01, SWAP_TEXT, "fi"},  {0xFB02, SWAP_TEXT, "fl"},
    {0xFB03, SWAP_TEXT, "ffi"}, {0xFB04, SWAP_TEXT, "ffl"}, {0xFB05, SWAP_TEXT, "st"},
    {0xFB06, SWAP_TEXT, "st"},  {0xFE58, SWAP_BREAK, ""},   {0xFE63, SWAP_TEXT, "-"},
};
#define SWAP_COUNT (sizeof swaps / sizeof *swaps)

/* The row of a code point; SWAP_COUNT when it has none. */
static size_t swap_of(uint32_t code)
{
  size_t low = 0, high = SWAP_COUNT;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (swaps[middle].code < code)
      low = middle + 1;
    else
      high = middle;
  }
  return low < SWAP_COUNT && swaps[low].code == code ? low : SWAP_COUNT;
}

typedef enum pending { PENDING_NONE, PENDING_BLANK, PENDING_ITEM } pending;

typedef struct writer {
  jmi_str text;
  uint32_t next; /* byte after the character in hand */
  char *out;
  uint32_t len;
  pending pending; /* what stands before the next visible character, if one comes */
} writer;

/* True when the text is visible ASCII with single blanks: nothing to do. */
static bool is_plain(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++) {
    unsigned char c = (unsigned char)text.at[i];
    if (c < ' ' || c >= 0x7F || (c == ' ' && text.at[i + 1] == ' '))
      return false; /* the text is trimmed: after a blank something follows */
  }
  return true;
}

static void want(writer *w, pending what)
{
  if (w->pending < what)
    w->pending = what;
}

static void put(writer *w, const char *bytes, uint32_t size)
{
  if (w->len > 0 && w->pending != PENDING_NONE) {
    if (w->pending == PENDING_ITEM && strchr(".:;,!?", w->out[w->len - 1]) == NULL)
      w->out[w->len++] = ';';
    w->out[w->len++] = ' ';
  }
  w->pending = PENDING_NONE;
  memcpy(w->out + w->len, bytes, size);
  w->len += size;
}

static uint32_t peek(const writer *w)
{
  uint32_t size;
  return w->next < w->text.len ? jmi_utf8_decode(w->text.at + w->next, w->text.len - w->next, &size)
                               : ' ';
}

static bool is_blank(uint32_t code)
{
  if (code < 0x80)
    return jmi_is_space((char)code);
  size_t row = swap_of(code);
  return row < SWAP_COUNT && swaps[row].kind == SWAP_BLANK;
}

static void put_dash(writer *w, bool spaced)
{
  if (spaced)
    want(w, PENDING_BLANK);
  put(w, "-", 1);
  if (spaced)
    want(w, PENDING_BLANK);
}

static bool inside_word(const writer *w)
{
  char before = w->len > 0 && w->pending == PENDING_NONE ? w->out[w->len - 1] : ' ';
  return (jmi_is_alpha(before) || (unsigned char)before >= 0x80) && jmi_is_letter(peek(w));
}

static void put_swap(writer *w, size_t row, const char *bytes, uint32_t size)
{
  switch ((swap_kind)swaps[row].kind) {
  case SWAP_TEXT:
    put(w, swaps[row].text, (uint32_t)strlen(swaps[row].text));
    break;
  case SWAP_BLANK:
    want(w, PENDING_BLANK);
    break;
  case SWAP_MIDDLE:
    if (inside_word(w)) {
      put(w, bytes, size);
      break;
    }
    want(w, PENDING_ITEM);
    break;
  case SWAP_BULLET:
    want(w, PENDING_ITEM);
    break;
  case SWAP_DASH:
    put_dash(w, w->pending != PENDING_NONE || is_blank(peek(w)));
    break;
  case SWAP_BREAK:
    put_dash(w, true);
    break;
  }
}

static void put_code(writer *w, uint32_t code, const char *bytes, uint32_t size)
{
  size_t row = code < 0x80 ? SWAP_COUNT : swap_of(code);
  if (code < 0x80 && jmi_is_space((char)code))
    want(w, PENDING_BLANK);
  else if (row < SWAP_COUNT)
    put_swap(w, row, bytes, size);
  else if (code >= 0xFF01 && code <= 0xFF5E) /* the wide forms of ASCII */
    put(w, &(char){(char)(code - 0xFEE0)}, 1);
  else if (!jmi_is_unsafe(code))
    put(w, bytes, size);
}

jm_status jmi_text_plain(jmi_str *out, jmi_arena *arena, jmi_str text)
{
  text = jmi_str_trim(text);
  *out = text;
  if (is_plain(text))
    return JM_OK;
  writer w = {.text = text, .out = jmi_arena_alloc(arena, (size_t)text.len + 1)};
  if (w.out == NULL)
    return JM_ERR_MEMORY;
  uint32_t size;
  for (uint32_t at = 0; at < text.len; at += size) {
    uint32_t code = jmi_utf8_decode(text.at + at, text.len - at, &size);
    w.next = at + size;
    put_code(&w, code, text.at + at, size);
  }
  *out = (jmi_str){w.out, w.len};
  return JM_OK;
}
