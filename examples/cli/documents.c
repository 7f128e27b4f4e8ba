/* SPDX-License-Identifier: MIT */
/* Many documents, one after the other: see documents.h. What can't be read is told, counted, and
 * passed over. */
#include "documents.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINE_LIMIT ((size_t)1 << 20)

void documents_open(cli_documents *out, char **paths, int count)
{
  *out = (cli_documents){.reader.fd = -1};
  for (int i = 0; i < count; i++) {
    size_t before = out->names.count;
    int status = names_add(&out->names, paths[i]);
    out->status = worse(out->status, status);
    out->failed += status != 0 && out->names.count == before;
  }
}

static void close_file(cli_documents *d)
{
  text_dispose(&d->text);
  line_reader_close(&d->reader);
  if (d->reader.fd >= 0)
    close(d->reader.fd);
  d->reader.fd = -1;
  d->open = false;
}

void documents_close(cli_documents *documents)
{
  close_file(documents);
  names_dispose(&documents->names);
}

static const char *file_of(const cli_documents *d)
{
  return d->names.at[d->next - 1];
}

static void fail_file(cli_documents *d, int status)
{
  d->failed++;
  d->status = worse(d->status, status);
  close_file(d);
}

static bool has_ending(const char *name, const char *ending)
{
  size_t len = strlen(name), more = strlen(ending);
  return len > more && strcmp(name + len - more, ending) == 0;
}

/* Returns 0, or an exit status when told. */
static int open_lines(cli_documents *d, const char *path)
{
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    tell_errno(path, errno);
    return EXIT_SYSTEM;
  }
  d->many = true;
  if (line_reader_open(&d->reader, fd, LINE_LIMIT))
    return 0;
  close(fd);
  d->reader.fd = -1;
  tell("out of memory");
  return EXIT_SYSTEM;
}

static int open_text(cli_documents *d, const char *path)
{
  cli_piece piece;
  int status = text_read(&d->text, path);
  if (status != 0)
    return status;
  splitter_open(&d->splitter, &d->text);
  cli_splitter ahead = d->splitter;
  d->many = splitter_next(&ahead, &piece) && splitter_next(&ahead, &piece);
  return 0;
}

static void open_next(cli_documents *d)
{
  const char *path = d->names.at[d->next++];
  bool lines = has_ending(path, ".jsonl") || has_ending(path, ".ndjson");
  d->number = 0;
  d->line = 0;
  d->open = true;
  int status = lines ? open_lines(d, path) : open_text(d, path);
  if (status != 0)
    fail_file(d, status);
}

/* ---- the next document of the open file: 1, 0 or -1 --------------------------------------- */

static int give(cli_documents *d, cli_document *out, const cli_piece *piece)
{
  *out = (cli_document){.file = file_of(d),
                        .number = ++d->number,
                        .many = d->many,
                        .lines_before = piece->lines_before,
                        .text = {malloc(piece->len + 1), piece->len}};
  if (out->text.at == NULL) {
    tell("out of memory");
    return -1;
  }
  memcpy(out->text.at, piece->at, piece->len);
  out->text.at[piece->len] = '\0';
  return 1;
}

static bool is_blank(const cli_line *line)
{
  for (size_t i = 0; i < line->len; i++)
    if (strchr(" \t\r", line->at[i]) == NULL)
      return false;
  return !line->too_long;
}

static int next_line(cli_documents *d, cli_document *out)
{
  cli_line line;
  int got;
  while ((got = line_next(&d->reader, &line)) > 0 && is_blank(&line))
    d->line++;
  if (got < 0) {
    tell_errno(file_of(d), errno);
    fail_file(d, EXIT_SYSTEM);
    return 0;
  }
  if (got == 0)
    return 0;
  cli_piece piece = {line.at, line.len, d->line++};
  got = give(d, out, &piece);
  out->too_long = got > 0 && line.too_long;
  return got;
}

/* A text without any content is one document: what is wrong with it, the library says. */
static int next_piece(cli_documents *d, cli_document *out)
{
  cli_piece piece;
  if (splitter_next(&d->splitter, &piece))
    return give(d, out, &piece);
  piece = (cli_piece){d->text.at, d->text.len, 0};
  return d->number == 0 ? give(d, out, &piece) : 0;
}

int documents_next(cli_documents *documents, cli_document *out)
{
  for (;;) {
    if (!documents->open && documents->next == documents->names.count)
      return 0;
    if (!documents->open)
      open_next(documents);
    if (!documents->open)
      continue;
    bool lines = documents->reader.at != NULL;
    int got = lines ? next_line(documents, out) : next_piece(documents, out);
    if (got != 0)
      return got;
    close_file(documents);
  }
}
