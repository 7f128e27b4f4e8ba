/* SPDX-License-Identifier: MIT */
/* A text cut into its documents, without reading them: see documents.h.
 *
 * YAML keeps `---` and `...` at the start of a line for itself, inside of texts too, so that
 * looking for them is enough; and a document that is broken costs none behind it. What stands
 * before the first `---` without being content (comments, %YAML) goes with what follows. */
#include "documents.h"

#include <string.h>

/* The end of a line, and in *next where the one after it begins: at LF, CRLF or CR. */
static const char *line_end(const char *at, const char *end, const char **next)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;
  *next = at;
  if (at < end)
    *next += at + 1 < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
  return at;
}

static const char *skip_blanks(const char *at, const char *end)
{
  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  return at;
}

static bool is_marker(const char *at, const char *end, const char *marker)
{
  return end - at >= 3 && memcmp(at, marker, 3) == 0
         && (end - at == 3 || at[3] == ' ' || at[3] == '\t');
}

static bool has_content(const char *at, const char *end)
{
  at = skip_blanks(at, end);
  return at < end && *at != '#';
}

/* Two objects on the first two lines that are not blank. */
static bool holds_lines(const char *at, const char *end)
{
  const char *next = at;
  for (int found = 0; at < end; at = next) {
    const char *stop = line_end(at, end, &next);
    at = skip_blanks(at, stop);
    while (stop > at && (stop[-1] == ' ' || stop[-1] == '\t'))
      stop--;
    if (at == stop)
      continue;
    if (*at != '{' || (found == 0 && stop[-1] != '}'))
      return false;
    if (++found == 2)
      return true;
  }
  return false;
}

void splitter_open(cli_splitter *out, const cli_text *text)
{
  const char *at = text->at, *end = at + text->len;
  at += text->len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* a byte order mark */
  *out = (cli_splitter){.at = at, .end = end, .lines = holds_lines(at, end)};
}

static bool next_line(cli_splitter *s, cli_piece *out)
{
  while (s->at < s->end) {
    const char *next;
    const char *at = s->at, *stop = line_end(at, s->end, &next);
    *out = (cli_piece){at, (size_t)(stop - at), s->line++};
    s->at = next;
    if (skip_blanks(at, stop) < stop)
      return true;
  }
  return false;
}

static cli_piece piece_to(const cli_splitter *from, const char *end)
{
  return (cli_piece){from->at, (size_t)(end - from->at), from->line};
}

static bool next_document(cli_splitter *s, cli_piece *out)
{
  cli_splitter start = *s; /* where the piece begins */
  bool opened = false, content = false;
  for (const char *next; s->at < s->end; s->at = next, s->line++) {
    const char *at = s->at, *stop = line_end(at, s->end, &next);
    if (is_marker(at, stop, "---")) {
      *out = piece_to(&start, at);
      if (content)
        return true;
      start = opened ? *s : start;
      opened = true;
      content = has_content(at + 3, stop);
    } else if (is_marker(at, stop, "...") && !has_content(at + 3, stop)) {
      *out = piece_to(&start, next);
      start = (cli_splitter){.at = next, .line = s->line + 1};
      if (content) {
        s->at = start.at;
        s->line = start.line;
        return true;
      }
      opened = false;
    } else if (opened || *at != '%') {
      content = content || has_content(at, stop);
    }
  }
  *out = piece_to(&start, s->end);
  return content;
}

bool splitter_next(cli_splitter *splitter, cli_piece *out)
{
  return splitter->lines ? next_line(splitter, out) : next_document(splitter, out);
}
