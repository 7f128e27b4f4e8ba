/* SPDX-License-Identifier: MIT */
/* How far a long work is, on one line of a terminal. */
#include "rank.h"

#include <time.h>
#include <unistd.h>

enum { QUIET_MS = 2000, STEP_MS = 200 };

static int64_t now(void)
{
  struct timespec at;
  if (clock_gettime(CLOCK_MONOTONIC, &at) != 0)
    return 0;
  return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

void progress_open(cli_progress *out, const cli_settings *settings)
{
  *out = (cli_progress){.wanted = !settings->quiet && isatty(STDERR_FILENO)};
  out->began = out->told = out->wanted ? now() : 0;
}

void progress_show(cli_progress *progress, int64_t done)
{
  if (!progress->wanted)
    return;
  int64_t at = now(), gone = at - progress->began;
  if (gone < QUIET_MS || at - progress->told < STEP_MS)
    return;
  fprintf(stderr, "\r%lld scored, %lld a second ", (long long)done,
          (long long)(done * 1000 / gone));
  fflush(stderr);
  progress->told = at;
  progress->shown = true;
}

void progress_clear(cli_progress *progress)
{
  if (progress->shown)
    fprintf(stderr, "\r%60s\r", "");
  progress->shown = false;
}
