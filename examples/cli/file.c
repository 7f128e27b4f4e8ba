/* SPDX-License-Identifier: MIT */
/* Reading files whole. "-" is standard input. Refuses: directories, and more than 256 MiB, which
 * no limit of the library allows. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LARGEST ((size_t)256 << 20)

const char *name_of(const char *path)
{
  return strcmp(path, "-") == 0 ? "standard input" : path;
}

char *path_join(const char *folder, const char *name)
{
  size_t folder_len = folder == NULL ? 0 : strlen(folder), name_len = strlen(name);
  bool slash = folder_len > 0 && folder[folder_len - 1] != '/';
  char *path = malloc(folder_len + name_len + 2);
  if (path == NULL)
    return NULL;
  if (folder_len > 0)
    memcpy(path, folder, folder_len);
  if (slash)
    path[folder_len++] = '/';
  memcpy(path + folder_len, name, name_len + 1);
  return path;
}

void text_dispose(cli_text *text)
{
  free(text->at);
  text->at = NULL;
  text->len = 0;
}

static int grow(cli_text *out, size_t *room)
{
  size_t more = *room == 0 ? 16384 : *room * 2;
  char *at = realloc(out->at, more);
  if (at == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  out->at = at;
  *room = more;
  return 0;
}

static int read_all(cli_text *out, FILE *file, const char *path)
{
  size_t room = 0, got = 1;
  while (got > 0) {
    if (out->len + 1 >= room && grow(out, &room) != 0)
      return EXIT_SYSTEM;
    got = fread(out->at + out->len, 1, room - out->len - 1, file);
    out->len += got;
    if (out->len > LARGEST) {
      tell("%s: longer than 256 MiB", name_of(path));
      return EXIT_INPUT;
    }
  }
  out->at[out->len] = '\0';
  if (!ferror(file))
    return 0;
  tell_errno(name_of(path), errno);
  return EXIT_SYSTEM;
}

static bool is_directory(FILE *file)
{
  struct stat facts;
  return fstat(fileno(file), &facts) == 0 && S_ISDIR(facts.st_mode);
}

int text_read(cli_text *out, const char *path)
{
  bool standard = strcmp(path, "-") == 0;
  *out = (cli_text){NULL, 0};
  FILE *file = standard ? stdin : fopen(path, "rb");
  if (file == NULL) {
    tell_errno(path, errno);
    return EXIT_SYSTEM;
  }
  int status = EXIT_SYSTEM;
  if (is_directory(file))
    tell_errno(name_of(path), EISDIR);
  else
    status = read_all(out, file, path);
  if (!standard)
    fclose(file);
  if (status != 0)
    text_dispose(out);
  return status;
}
