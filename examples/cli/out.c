/* SPDX-License-Identifier: MIT */
/* Where output goes. A named file is written beside its place, for its owner only, and renamed when
 * it is whole: a report holds personal data, and half a report is none. What is no ordinary file (a
 * pipe, /dev/null) is written to directly. */
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

static int open_temporary(cli_sink *out, mode_t mode)
{
  static const char ending[] = ".XXXXXX";
  size_t len = strlen(out->path);
  out->temporary = malloc(len + sizeof ending);
  if (out->temporary == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  memcpy(out->temporary, out->path, len);
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
  out->temporary = NULL;
  return status;
}

int sink_open(cli_sink *out, const char *path)
{
  struct stat facts;
  *out = (cli_sink){.file = stdout};
  if (path == NULL || strcmp(path, "-") == 0)
    return 0;
  out->path = path;
  bool exists = stat(path, &facts) == 0;
  if (!exists || S_ISREG(facts.st_mode))
    return open_temporary(out, exists ? facts.st_mode & 0777 : 0);
  out->file = fopen(path, "wb");
  return out->file != NULL ? 0 : tell_write(out, errno);
}

int sink_put(cli_sink *sink, const char *at, size_t len)
{
  errno = 0;
  if (fwrite(at, 1, len, sink->file) == len)
    return 0;
  return tell_write(sink, errno);
}

int sink_close(cli_sink *sink, bool keep)
{
  int status = 0;
  errno = 0;
  bool standard = sink->file == stdout;
  if ((standard ? fflush(stdout) : fclose(sink->file)) != 0 && keep)
    status = tell_write(sink, errno);
  if (sink->temporary != NULL && keep && status == 0 && rename(sink->temporary, sink->path) != 0)
    status = tell_write(sink, errno);
  if (sink->temporary != NULL && (!keep || status != 0))
    unlink(sink->temporary);
  free(sink->temporary);
  sink->temporary = NULL;
  return status;
}
