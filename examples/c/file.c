/* SPDX-License-Identifier: MIT */
/* In: file names. Out: documents of the library, or a line on standard error that says why not. */
#include "file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads to the end in growing steps, so that pipes are read as well as files. */
static char *read_all(FILE *file, size_t *len)
{
  char *text = NULL;
  size_t size = 0;
  *len = 0;
  for (;;) {
    if (size - *len < 4096) {
      char *grown = realloc(text, size += size / 2 + 8192);
      if (grown == NULL)
        break;
      text = grown;
    }
    size_t got = fread(text + *len, 1, size - *len, file);
    *len += got;
    if (got == 0 && ferror(file) == 0)
      return text;
    if (got == 0)
      break;
  }
  free(text);
  return NULL;
}

char *file_read(const char *name, size_t *len)
{
  FILE *file = fopen(name, "rb");
  if (file == NULL)
    return NULL;
  char *text = read_all(file, len);
  int kept = errno;
  fclose(file);
  errno = kept;
  return text;
}

void error_print(const char *name, const jm_error *err)
{
  fprintf(stderr, "%s:", name);
  if (err->line > 0)
    fprintf(stderr, "%u:%u:", (unsigned)err->line, (unsigned)err->column);
  /* Most messages begin with the path; the others are told it. */
  if (err->path[0] != '\0' && strncmp(err->message, err->path, strlen(err->path)) != 0)
    fprintf(stderr, " %s:", err->path);
  fprintf(stderr, " %s\n", err->message);
  if (err->hint[0] != '\0')
    fprintf(stderr, "  %s\n", err->hint);
}

static int system_failure(const char *name)
{
  fprintf(stderr, "%s: %s\n", name, strerror(errno));
  return EXIT_SYSTEM;
}

static int load_status(const char *name, jm_status status, const jm_error *err)
{
  if (status == JM_OK)
    return 0;
  error_print(name, err);
  return status == JM_ERR_MEMORY ? EXIT_SYSTEM : EXIT_INPUT;
}

int posting_load_file(jm_posting **out, const jm_scorer *scorer, const char *name)
{
  size_t len;
  char *text = file_read(name, &len);
  if (text == NULL)
    return system_failure(name);
  jm_error err = JM_ERROR_INIT;
  jm_status status = jm_posting_load(out, scorer, text, len, &err);
  free(text);
  return load_status(name, status, &err);
}

int profile_load_file(jm_profile **out, const jm_scorer *scorer, const char *name)
{
  size_t len;
  char *text = file_read(name, &len);
  if (text == NULL)
    return system_failure(name);
  jm_error err = JM_ERROR_INIT;
  jm_status status = jm_profile_load(out, scorer, text, len, &err);
  free(text);
  return load_status(name, status, &err);
}
