/* SPDX-License-Identifier: MIT */
/* Where output goes. A named file is written beside its place, for its owner only, and renamed when
 * it is whole: a report holds personal data, and half a report is none. Its place is where symbolic
 * links lead to. What is no ordinary file (a pipe, /dev/null) is written to directly. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int tell_write(const cli_sink *sink, int number)
{
  if (number != EPIPE) /* who read us went away, and knows */
    tell_errno(sink->path == NULL ? "standard output" : sink->path, number);
  return EXIT_SYSTEM;
}

/* ---- where a path leads to -------------------------------------------------------------- */

enum { MOST_LINKS = 40 };

/* A link's target as seen from where we are: a relative one begins in the link's folder. */
static char *follow(const char *link, const char *target, size_t len)
{
  const char *slash = target[0] == '/' ? NULL : strrchr(link, '/');
  size_t folder = slash == NULL ? 0 : (size_t)(slash - link) + 1;
  char *place = malloc(folder + len + 1);
  if (place == NULL)
    return NULL;
  memcpy(place, link, folder);
  memcpy(place + folder, target, len);
  place[folder + len] = '\0';
  return place;
}

/* The file that a path names, whether it exists yet or not; NULL and errno. */
static char *resolve(const char *path)
{
  char target[4096];
  char *place = strdup(path);
  for (int links = 0; place != NULL; links++) {
    ssize_t len = readlink(place, target, sizeof target);
    if (len <= 0) /* no link: a file, or nothing yet */
      return place;
    char *next = NULL;
    errno = ELOOP;
    if (links < MOST_LINKS && (size_t)len < sizeof target)
      next = follow(place, target, (size_t)len);
    free(place);
    place = next;
  }
  return NULL;
}

/* Links of /proc may lead elsewhere than they say. */
static bool is_at(const char *place, const struct stat *file)
{
  struct stat facts;
  return stat(place, &facts) == 0 && facts.st_dev == file->st_dev && facts.st_ino == file->st_ino;
}

/* ---- opening ---------------------------------------------------------------------------- */

static int open_directly(cli_sink *out)
{
  free(out->place);
  out->place = NULL;
  out->file = fopen(out->path, "wb");
  return out->file != NULL ? 0 : tell_write(out, errno);
}

static int open_temporary(cli_sink *out, mode_t mode)
{
  static const char ending[] = ".XXXXXX";
  size_t len = strlen(out->place);
  out->temporary = malloc(len + sizeof ending);
  if (out->temporary == NULL) {
    free(out->place);
    out->place = NULL;
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  memcpy(out->temporary, out->place, len);
  memcpy(out->temporary + len, ending, sizeof ending);
  int fd = mkstemp(out->temporary);
  if (fd >= 0 && mode != 0)
    (void)fchmod(fd, mode);
  out->file = fd < 0 ? NULL : fdopen(fd, "wb");
  if (out->file != NULL)
    return 0;
  int status = tell_write(out, errno);
  if (fd >= 0) {
    close(fd);
    unlink(out->temporary);
  }
  free(out->temporary);
  free(out->place);
  out->temporary = out->place = NULL;
  return status;
}

int sink_open(cli_sink *out, const char *path)
{
  struct stat facts;
  *out = (cli_sink){.file = stdout};
  if (path == NULL)
    return 0;
  out->path = path;
  bool exists = stat(path, &facts) == 0;
  if (exists && !S_ISREG(facts.st_mode))
    return open_directly(out);
  out->place = resolve(path);
  if (out->place == NULL)
    return tell_write(out, errno);
  if (exists && !is_at(out->place, &facts))
    return open_directly(out);
  return open_temporary(out, exists ? facts.st_mode & 0777 : 0);
}

/* ---- writing ---------------------------------------------------------------------------- */

int sink_put(cli_sink *sink, const char *at, size_t len)
{
  errno = 0;
  if (fwrite(at, 1, len, sink->file) == len)
    return 0;
  return tell_write(sink, errno);
}

int sink_flush(cli_sink *sink)
{
  errno = 0;
  return fflush(sink->file) == 0 ? 0 : tell_write(sink, errno);
}

int sink_check(const cli_sink *sink)
{
  return ferror(sink->file) ? tell_write(sink, errno) : 0;
}

int sink_close(cli_sink *sink, bool keep)
{
  int status = 0;
  errno = 0;
  bool standard = sink->file == stdout;
  if ((standard ? fflush(stdout) : fclose(sink->file)) != 0 && keep)
    status = tell_write(sink, errno);
  if (sink->temporary != NULL && keep && status == 0 && rename(sink->temporary, sink->place) != 0)
    status = tell_write(sink, errno);
  if (sink->temporary != NULL && (!keep || status != 0))
    unlink(sink->temporary);
  free(sink->temporary);
  free(sink->place);
  sink->temporary = sink->place = NULL;
  return status;
}
