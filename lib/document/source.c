/* SPDX-License-Identifier: MIT */
/* Sources: see source.h. In: bytes as somebody saved them. Out: UTF-8 that both readers can take.
 * Refuses: other encodings (naming the likely one), NUL, and lines that would hurt libyaml. */
#include "document/source.h"

#include "text/text.h"

/* A document can use one %YAML line; %TAG is refused. libyaml compares each %TAG with all before.
 */
enum { MAX_DIRECTIVES = 8 };

static bool begins(const char *text, size_t len, const char *magic, size_t magic_len)
{
  return len >= magic_len && memcmp(text, magic, magic_len) == 0;
}

jmi_mark jmi_source_mark(const jmi_source *source, size_t at)
{
  jmi_mark mark = {1, 1, (uint32_t)at + source->skipped};
  for (size_t i = 0; i < at && i < source->len; i++) {
    unsigned char c = (unsigned char)source->text[i];
    bool pair = c == '\r' && i + 1 < source->len && source->text[i + 1] == '\n';
    if (c == '\n' || (c == '\r' && !pair)) {
      mark.line++;
      mark.column = 1;
    } else if ((c & 0xC0) != 0x80) {
      mark.column++;
    }
  }
  return mark;
}

/* What people hand over that is no text at all, or text in another encoding, by its first bytes. */
static const struct {
  const char *magic;
  size_t len;
  const char *hint;
} magics[] = {
    {"%PDF", 4, "this is a PDF file; give its text instead"},
    {"PK\x03\x04", 4, "this is a zip archive, perhaps a Word file; give its text instead"},
    {"\xD0\xCF\x11\xE0", 4, "this is an old Word file; give its text instead"},
    {"{\\rtf", 5, "this is an RTF file; give its text instead"},
    {"\x1F\x8B", 2, "this is a gzip file; unpack it first"},
    {"\xFF\xFE\0\0", 4, "this looks like UTF-32; save the file as UTF-8"},
    {"\0\0\xFE\xFF", 4, "this looks like UTF-32; save the file as UTF-8"},
};

/* Western text in UTF-16 has a NUL in every other byte. */
static bool looks_like_utf16(const char *text, size_t len)
{
  size_t seen = len < 64 ? len : 64, nuls[2] = {0, 0};
  for (size_t i = 0; i < seen; i++)
    if (text[i] == '\0')
      nuls[i % 2]++;
  size_t more = nuls[0] > nuls[1] ? nuls[0] : nuls[1];
  return more > 1 && more >= seen / 3 && nuls[0] + nuls[1] - more <= seen / 16;
}

static bool is_tail(const jmi_source *source, size_t at)
{
  return at < source->len && ((unsigned char)source->text[at] & 0xC0) == 0x80;
}

static const char *guess(const jmi_source *source, size_t at)
{
  const char *text = source->text;
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
    if (begins(text, source->len, magics[i].magic, magics[i].len))
      return magics[i].hint;
  if (looks_like_utf16(text, source->len))
    return "this looks like UTF-16 without a byte order mark; save the file as UTF-8";
  unsigned char c = (unsigned char)text[at];
  if (c == '\0')
    return "remove the NUL; is this a text file?";
  if (c >= 0xC2 && c < 0xF5 && (at + 1 == source->len || is_tail(source, at + 1)))
    return at + 4 > source->len ? "the text ends inside a character; is the file cut off?"
                                : "save the file as UTF-8";
  if (c >= 0xA0)
    return "this looks like Latin-1 (ISO 8859-1) or Windows-1252; save the file as UTF-8";
  return "this looks like Windows-1252; save the file as UTF-8";
}

jm_status jmi_source_refuse(const jmi_source *source, size_t at, jm_error *err)
{
  unsigned char c = (unsigned char)source->text[at];
  jmi_mark mark = jmi_source_mark(source, at);
  if (c == '\0')
    jmi_fail_at(err, JM_ERR_ENCODING, mark, "the text holds a NUL byte");
  else
    jmi_fail_at(err, JM_ERR_ENCODING, mark, "the text is not UTF-8: byte 0x%02X at offset %zu", c,
                at + source->skipped);
  jmi_error_hint(err, "%s", guess(source, at));
  return JM_ERR_ENCODING;
}

jm_status jmi_source_open_raw(jmi_source *out, const char *text, size_t len, jm_error *err)
{
  if (len >= UINT32_MAX - 8)
    return jmi_fail(err, JM_ERR_LIMIT, "the text has 4 GiB or more");
  uint32_t skipped = begins(text, len, "\xEF\xBB\xBF", 3) ? 3 : 0;
  *out = (jmi_source){len == 0 ? "" : text + skipped, len - skipped, skipped};
  return JM_OK;
}

static uint32_t unit_at(const char *text, size_t at, bool big)
{
  unsigned char first = (unsigned char)text[at], second = (unsigned char)text[at + 1];
  return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

/* The code point at *at, which moves on; UINT32_MAX for half a pair or half a unit. */
static uint32_t next_utf16(const char *text, size_t len, size_t *at, bool big)
{
  if (len - *at < 2)
    return UINT32_MAX;
  uint32_t code = unit_at(text, *at, big);
  *at += 2;
  if (code < 0xD800 || code > 0xDFFF)
    return code;
  if (code > 0xDBFF || len - *at < 2)
    return UINT32_MAX;
  uint32_t low = unit_at(text, *at, big);
  *at += 2;
  if (low < 0xDC00 || low > 0xDFFF)
    return UINT32_MAX;
  return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

size_t jmi_source_encode(uint32_t code, char *out)
{
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(leads[tails] | code >> (6 * tails));
  for (size_t i = 1; i <= tails; i++)
    out[i] = (char)(0x80 | (code >> (6 * (tails - i)) & 0x3F));
  return tails + 1;
}

/* Text in UTF-16, its byte order mark skipped. Every unit of two bytes takes at most three. */
static jm_status transcode(jmi_source *out, jmi_arena *arena, const char *text, size_t len,
                           bool big, jm_error *err)
{
  char *copy = jmi_arena_alloc(arena, len / 2 * 3 + 4);
  if (copy == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  jmi_source done = {copy, 0, 0};
  for (size_t at = 0; at < len;) {
    size_t from = at;
    uint32_t code = next_utf16(text, len, &at, big);
    if (code == UINT32_MAX || code == 0) {
      jmi_mark mark = jmi_source_mark(&done, done.len);
      if (code == 0)
        jmi_fail_at(err, JM_ERR_ENCODING, mark, "the text holds a NUL character");
      else
        jmi_fail_at(err, JM_ERR_ENCODING, mark, "the text is broken UTF-16 at offset %zu",
                    from + 2);
      jmi_error_hint(err, "save the file as UTF-8");
      return JM_ERR_ENCODING;
    }
    done.len += jmi_source_encode(code, copy + done.len);
  }
  *out = done;
  return JM_OK;
}

jm_status jmi_source_open(jmi_source *out, jmi_arena *arena, const char *text, size_t len,
                          jm_error *err)
{
  jm_status status = jmi_source_open_raw(out, text, len, err);
  if (status != JM_OK)
    return status;
  bool utf32 = begins(text, len, "\xFF\xFE\0\0", 4);
  if (begins(text, len, "\xFF\xFE", 2) && !utf32)
    return transcode(out, arena, text + 2, len - 2, false, err);
  if (begins(text, len, "\xFE\xFF", 2))
    return transcode(out, arena, text + 2, len - 2, true, err);
  size_t bad = jmi_utf8_check(out->text, out->len);
  return bad == out->len ? JM_OK : jmi_source_refuse(out, bad, err);
}

/* True where libyaml begins a line: after LF, CR, NEL, LS and PS, and at the start. */
static bool begins_line(const jmi_source *source, const char *at)
{
  size_t before = (size_t)(at - source->text);
  if (before == 0 || at[-1] == '\n' || at[-1] == '\r')
    return true;
  if (before >= 2 && memcmp(at - 2, "\xC2\x85", 2) == 0)
    return true;
  return before >= 3
         && (memcmp(at - 3, "\xE2\x80\xA8", 3) == 0 || memcmp(at - 3, "\xE2\x80\xA9", 3) == 0);
}

/* True when a line between the two begins with `---`: then a document began. */
static bool document_between(const jmi_source *source, const char *at, const char *end)
{
  while ((at = memchr(at, '-', (size_t)(end - at))) != NULL) {
    if (end - at >= 3 && memcmp(at, "---", 3) == 0 && begins_line(source, at))
      return true;
    at++;
  }
  return false;
}

static jm_status check_directives(const jmi_source *source, jm_error *err)
{
  const char *end = source->text + source->len, *last = source->text;
  uint32_t count = 0;
  for (const char *at = source->text; (at = memchr(at, '%', (size_t)(end - at))) != NULL; at++) {
    if (!begins_line(source, at))
      continue;
    count = document_between(source, last, at) ? 1 : count + 1;
    last = at;
    if (count <= MAX_DIRECTIVES)
      continue;
    jmi_mark mark = jmi_source_mark(source, (size_t)(at - source->text));
    jmi_fail_at(err, JM_ERR_LIMIT, mark, "more than %d lines of one document begin with `%%`",
                MAX_DIRECTIVES);
    jmi_error_hint(err, "a text that begins with `%%` must stand in quotes");
    return JM_ERR_LIMIT;
  }
  return JM_OK;
}

/* Do directives stand before the next line, as `before` says of this one? */
static bool between_documents(const char *line, size_t len, bool before)
{
  if (begins(line, len, "...", 3))
    return true;
  return before && (len == 0 || strchr("%#\r\n", line[0]) != NULL);
}

jm_status jmi_source_lower_version(jmi_source *source, jmi_arena *arena)
{
  static const char version[] = "%YAML 1.2";
  bool between = true;
  char *copy = NULL;
  for (size_t at = 0, len; at < source->len; at += len) {
    const char *line = source->text + at, *end = memchr(line, '\n', source->len - at);
    len = end == NULL ? source->len - at : (size_t)(end - line) + 1;
    if (between && begins(line, len, version, sizeof version - 1)) {
      if (copy == NULL && (copy = jmi_arena_copy(arena, source->text, source->len)) == NULL)
        return JM_ERR_MEMORY;
      copy[at + sizeof version - 2] = '1';
    }
    between = between_documents(line, len, between);
  }
  if (copy != NULL)
    source->text = copy;
  return JM_OK;
}

jm_status jmi_source_check_lines(const jmi_source *source, jm_error *err)
{
  const char *end = source->text + source->len;
  for (const char *at = source->text; (at = memchr(at, 0xEF, (size_t)(end - at))) != NULL; at++) {
    if (end - at < 3 || memcmp(at, "\xEF\xBB\xBF", 3) != 0 || !begins_line(source, at))
      continue;
    jmi_mark mark = jmi_source_mark(source, (size_t)(at - source->text));
    jmi_fail_at(err, JM_ERR_SYNTAX, mark, "a byte order mark stands inside the text");
    jmi_error_hint(err, "delete it; it is invisible, and often left where files were joined");
    return JM_ERR_SYNTAX;
  }
  return check_directives(source, err);
}
