/* SPDX-License-Identifier: MIT */
/* The files that a name stands for: itself, or those of a folder in the order of their names. */
#include "documents.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const endings[] = {".yaml", ".yml", ".json", ".jsonl", ".ndjson"};

void names_dispose(cli_names *names)
{
  for (size_t i = 0; i < names->count; i++)
    free(names->at[i]);
  free(names->at);
  *names = (cli_names){NULL, 0, 0};
}

static bool make_room(cli_names *names)
{
  if (names->count < names->room)
    return true;
  size_t room = names->room == 0 ? 64 : names->room * 2;
  char **at = realloc(names->at, room * sizeof(char *));
  if (at == NULL)
    return false;
  names->at = at;
  names->room = room;
  return true;
}

static int add(cli_names *names, const char *folder, const char *name)
{
  char *path = make_room(names) ? path_join(folder, name) : NULL;
  if (path == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  names->at[names->count++] = path;
  return 0;
}

static bool is_document(const char *name)
{
  size_t len = strlen(name);
  for (size_t i = 0; i < sizeof endings / sizeof *endings && name[0] != '.'; i++) {
    size_t ending = strlen(endings[i]);
    if (len > ending && strcmp(name + len - ending, endings[i]) == 0)
      return true;
  }
  return false;
}

static int by_name(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static int add_files(cli_names *names, DIR *folder, const char *path)
{
  int status = 0;
  errno = 0;
  for (struct dirent *file; status == 0 && (file = readdir(folder)) != NULL; errno = 0)
    if (is_document(file->d_name))
      status = add(names, path, file->d_name);
  if (status != 0 || errno == 0)
    return status;
  tell_errno(path, errno);
  return EXIT_SYSTEM;
}

static int add_folder(cli_names *names, const char *path)
{
  size_t first = names->count;
  DIR *folder = opendir(path);
  if (folder == NULL) {
    tell_errno(path, errno);
    return EXIT_SYSTEM;
  }
  int status = add_files(names, folder, path);
  closedir(folder);
  if (status == 0 && names->count == first) {
    tell("%s: there is no *.yaml, *.yml, *.json, *.jsonl or *.ndjson in this folder", path);
    return EXIT_INPUT;
  }
  qsort(names->at + first, names->count - first, sizeof(char *), by_name);
  return status;
}

int names_add(cli_names *names, const char *path)
{
  struct stat facts;
  if (strcmp(path, "-") != 0 && stat(path, &facts) == 0 && S_ISDIR(facts.st_mode))
    return add_folder(names, path);
  return add(names, NULL, path);
}
