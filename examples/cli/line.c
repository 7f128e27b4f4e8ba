/* SPDX-License-Identifier: MIT */
/* Reading lines of bounded length: see line.h. A line that is too long is read to its end and
 * forgotten, so that the next one is found. */
#include "line.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536u

bool line_reader_open(line_reader *reader, int fd, size_t limit)
{
  *reader = (line_reader){.fd = fd, .limit = limit, .room = limit + 2 + CHUNK};
  reader->at = malloc(reader->room);
  return reader->at != NULL;
}

void line_reader_close(line_reader *reader)
{
  free(reader->at);
  reader->at = NULL;
}

/* Reads more behind what is there. 1: got some; 0: the end; -1: failed. */
static int fill(line_reader *reader)
{
  if (reader->start > 0) {
    memmove(reader->at, reader->at + reader->start, reader->end - reader->start);
    reader->end -= reader->start;
    reader->start = 0;
  }
  size_t want = reader->room - reader->end;
  ssize_t got;
  do
    got = read(reader->fd, reader->at + reader->end, want < CHUNK ? want : CHUNK);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return -1;
  reader->end += (size_t)got;
  reader->ended = got == 0;
  return got > 0;
}

/* Forgets bytes up to the next line end. */
static int skip_line(line_reader *reader)
{
  for (;;) {
    char *end = memchr(reader->at + reader->start, '\n', reader->end - reader->start);
    if (end != NULL) {
      reader->start = (size_t)(end - reader->at) + 1;
      return 1;
    }
    reader->start = reader->end;
    int got = fill(reader);
    if (got <= 0)
      return got == 0 ? 1 : -1;
  }
}

static void give(line_reader *reader, cli_line *out, size_t end, size_t next)
{
  size_t len = end - reader->start;
  *out = (cli_line){reader->at + reader->start, len, false};
  if (len > 0 && out->at[len - 1] == '\r')
    out->len--;
  if (out->len > reader->limit)
    *out = (cli_line){"", 0, true};
  reader->start = next;
}

int line_next(line_reader *reader, cli_line *out)
{
  size_t seen = 0;
  for (;;) {
    size_t from = reader->start + seen;
    char *end = memchr(reader->at + from, '\n', reader->end - from);
    if (end != NULL) {
      size_t at = (size_t)(end - reader->at);
      give(reader, out, at, at + 1);
      return 1;
    }
    seen = reader->end - reader->start;
    if (seen > reader->limit + 1) {
      *out = (cli_line){"", 0, true};
      return skip_line(reader);
    }
    int got = reader->ended ? 0 : fill(reader);
    if (got < 0)
      return -1;
    if (got > 0)
      continue;
    if (seen == 0)
      return 0;
    give(reader, out, reader->end, reader->end);
    return 1;
  }
}
