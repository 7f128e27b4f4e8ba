/* SPDX-License-Identifier: MIT */
/* Messages, all on standard error. What they quote of files is written without characters that
 * steer a terminal. */
#include "cli.h"

#include <stdarg.h>
#include <string.h>

/* C0 and C1 controls, zero-width and bidirectional characters. */
size_t unsafe_size(const unsigned char *at, size_t left)
{
  if (at[0] < 0x20 || at[0] == 0x7F)
    return 1;
  if (at[0] == 0xC2 && left > 1 && at[1] >= 0x80 && at[1] < 0xA0)
    return 2;
  if (left < 3)
    return 0;
  bool general = at[0] == 0xE2 && at[1] == 0x80
                 && ((at[2] >= 0x8B && at[2] <= 0x8F) || (at[2] >= 0xA8 && at[2] <= 0xAE));
  bool isolates = at[0] == 0xE2 && at[1] == 0x81 && at[2] >= 0xA0 && at[2] <= 0xAF;
  bool mark = at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF;
  return general || isolates || mark ? 3 : 0;
}

void put_safe(FILE *file, const char *at, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    size_t size = unsafe_size((const unsigned char *)at + i, len - i);
    if (size == 0)
      putc(at[i], file);
    else
      putc('?', file);
    i += size > 1 ? size - 1 : 0;
  }
}

static void put_text(const char *text)
{
  put_safe(stderr, text, strlen(text));
}

static void put_format(const char *format, va_list args)
{
  char message[1024];
  vsnprintf(message, sizeof message, format, args);
  fputs("jobmatch: ", stderr);
  put_text(message);
  putc('\n', stderr);
}

void tell(const char *format, ...)
{
  va_list args;
  va_start(args, format);
  put_format(format, args);
  va_end(args);
}

void tell_errno(const char *path, int number)
{
  tell("%s: %s", path, strerror(number));
}

int tell_usage(const cli_command *command, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  put_format(format, args);
  va_end(args);
  if (command != NULL)
    fprintf(stderr, "  try: jobmatch %s --help\n", command->name);
  else
    fputs("  try: jobmatch --help\n", stderr);
  return EXIT_USAGE;
}

/* A message that begins with its own path is not told it twice. */
static const char *without_path(const jm_error *err)
{
  size_t len = strlen(err->path);
  bool begins = len > 0 && strncmp(err->message, err->path, len) == 0 && err->message[len] == ' ';
  return begins ? err->message + len + 1 : err->message;
}

void tell_error(const char *file, const jm_error *err)
{
  tell_document_error(file, 0, err);
}

void tell_document_error(const char *file, int64_t document, const jm_error *err)
{
  put_text(file);
  if (err->line > 0)
    fprintf(stderr, ":%u:%u", (unsigned)err->line, (unsigned)err->column);
  fputs(": ", stderr);
  if (document > 0)
    fprintf(stderr, "document %lld: ", (long long)document);
  if (err->path[0] != '\0') {
    put_text(err->path);
    fputs(": ", stderr);
  }
  put_text(without_path(err));
  fprintf(stderr, " [%s]\n", jm_status_name(err->status));
  if (err->other_line > 0)
    fprintf(stderr, "  see also: line %u, column %u\n", (unsigned)err->other_line,
            (unsigned)err->other_column);
  if (err->hint[0] == '\0')
    return;
  fputs("  hint: ", stderr);
  put_text(err->hint);
  putc('\n', stderr);
}

/* ---- did you mean ----------------------------------------------------------------------- */

enum { LONGEST = 31 };

/* Slips between two words: letters added, lost, changed, or two exchanged. */
static size_t distance(const char *a, const char *b)
{
  size_t rows[3][LONGEST + 2], a_len = strlen(a), b_len = strlen(b);
  if (a_len > LONGEST || b_len > LONGEST)
    return LONGEST;
  for (size_t j = 0; j <= b_len; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= a_len; i++) {
    size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= b_len; j++) {
      size_t best = above[j - 1] + (a[i - 1] != b[j - 1]);
      best = above[j] + 1 < best ? above[j] + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      row[j] = swapped && higher[j - 2] + 1 < best ? higher[j - 2] + 1 : best;
    }
  }
  return rows[a_len % 3][b_len];
}

const char *nearest(const char *word, const char *const *words, size_t count)
{
  const char *best = NULL;
  size_t least = strlen(word) < 4 ? 2 : 3;
  for (size_t i = 0; i < count; i++) {
    size_t slips = distance(word, words[i]);
    if (slips < least) {
      least = slips;
      best = words[i];
    }
  }
  return best;
}
