/* SPDX-License-Identifier: MIT */
/* replay DIRECTORY: gives a fuzz target every file of a directory, and every beginning of every
 * file, each in a block of exactly its size. An ordinary test, for compilers without a fuzzer. */
#include <dirent.h>
#include <string.h>

#include "harness.h"

/* As the fuzzer would: whole inputs, and nothing readable behind them. */
static void give(const uint8_t *data, size_t size)
{
  uint8_t *copy = malloc(size == 0 ? 1 : size);
  HOLDS(copy != NULL);
  memcpy(copy, data, size);
  LLVMFuzzerTestOneInput(copy, size);
  free(copy);
}

static int replay(const char *path)
{
  static uint8_t data[1 << 16];
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    return 1;
  }
  size_t size = fread(data, 1, sizeof data, file);
  fclose(file);
  for (size_t len = 0; len <= size; len++)
    give(data, len);
  return 0;
}

int main(int argc, char **argv)
{
  int files = 0, failed = 0;
  DIR *directory = argc == 2 ? opendir(argv[1]) : NULL;
  if (directory == NULL) {
    fprintf(stderr, "usage: replay DIRECTORY\n");
    return 2;
  }
  for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
    char path[4096];
    if (entry->d_name[0] == '.')
      continue;
    snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
    failed += replay(path);
    files++;
  }
  closedir(directory);
  printf("%d files\n", files);
  return failed == 0 && files > 0 ? 0 : 1;
}
