/* SPDX-License-Identifier: MIT */
/* Reading lines of bounded length from a file descriptor, in constant memory. */
#ifndef JOBMATCH_CLI_LINE_H
#define JOBMATCH_CLI_LINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct line_reader {
  char *at; /* owns */
  size_t start, end, room, limit;
  int fd;
  bool ended;
} line_reader;

typedef struct cli_line {
  const char *at; /* lent until the next call */
  size_t len;
  bool too_long; /* longer than the limit, and skipped: at is "" */
} cli_line;

/* False when out of memory. */
bool line_reader_open(line_reader *reader, int fd, size_t limit);
void line_reader_close(line_reader *reader);
/* 1: a line, without its end (LF or CRLF); 0: there are no more; -1: reading failed (errno). */
int line_next(line_reader *reader, cli_line *out);

#endif
