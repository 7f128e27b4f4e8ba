/* SPDX-License-Identifier: MIT */
/* jobmatch stream: one line in, one line out, in order, in constant memory. */
#include "cli.h"
#include "line.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define LINE_LIMIT ((size_t)1 << 20)

static const char too_long[] =
    "{\"id\":null,\"error\":{\"status\":\"JM_ERR_LIMIT\",\"message\":\"the line has more than "
    "1048576 bytes\",\"hint\":\"\",\"document\":\"line\",\"line\":0,\"column\":0,\"path\":\"\"}}";

typedef struct cli_stream {
  const cli_settings *settings;
  jm_scorer *scorer;
  jm_posting *posting; /* NULL: each line holds one */
  jm_profile *profile;
  jm_stream *lines; /* answers them */
  cli_sink out;
  bool failed; /* some line was answered with an error */
} cli_stream;

static int put_line(cli_stream *s, const char *at, size_t len)
{
  int status = sink_put(&s->out, at, len);
  if (status == 0)
    status = sink_put(&s->out, "\n", 1);
  if (status == 0 && s->settings->line_buffered)
    status = sink_flush(&s->out);
  return status;
}

static int answer(cli_stream *s, const cli_line *line)
{
  jm_error err = JM_ERROR_INIT;
  char *text = NULL;
  size_t len = 0;
  int32_t failed = 0;
  if (line->too_long) {
    s->failed = true;
    return put_line(s, too_long, sizeof too_long - 1);
  }
  jm_status status = jm_stream_answer(&text, &len, &failed, s->lines, line->at, line->len, &err);
  if (status != JM_OK) {
    tell_error("standard input", &err);
    return EXIT_SYSTEM;
  }
  s->failed |= failed != 0;
  int written = put_line(s, text, len);
  jm_text_free(text);
  return written;
}

static int answer_all(cli_stream *s)
{
  line_reader reader;
  cli_line line;
  int status = 0, got = 0;
  if (!line_reader_open(&reader, STDIN_FILENO, LINE_LIMIT)) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  while (status == 0 && (got = line_next(&reader, &line)) > 0)
    status = answer(s, &line);
  if (status == 0 && got < 0) {
    tell_errno("standard input", errno);
    status = EXIT_SYSTEM;
  }
  line_reader_close(&reader);
  return status;
}

static int open_documents(cli_stream *s)
{
  const char *posting = s->settings->posting, *profile = s->settings->profile;
  if (posting != NULL)
    return posting_open(&s->posting, s->scorer, posting);
  if (profile != NULL)
    return profile_open(&s->profile, s->scorer, profile);
  return 0;
}

static int open_lines(cli_stream *s)
{
  jm_error err = JM_ERROR_INIT;
  if (jm_stream_new(&s->lines, s->scorer, s->posting, s->profile, &err) == JM_OK)
    return 0;
  tell_error("standard input", &err);
  return EXIT_SYSTEM;
}

static bool is_standard(const char *path)
{
  return path != NULL && strcmp(path, "-") == 0;
}

int run_stream(const cli_settings *settings)
{
  cli_stream s = {.settings = settings};
  if (settings->posting != NULL && settings->profile != NULL)
    return tell_usage(settings->command, "give --posting or --profile: the lines hold the other");
  if (is_standard(settings->posting) || is_standard(settings->profile))
    return tell_usage(settings->command, "standard input holds the lines, so no document");
  int status = scorer_open(&s.scorer, settings);
  if (status == 0)
    status = open_documents(&s);
  if (status == 0)
    status = open_lines(&s);
  if (status == 0)
    status = sink_open(&s.out, settings->output);
  if (status == 0) {
    status = answer_all(&s);
    status = worse(status, sink_close(&s.out, status == 0));
  }
  if (status == 0 && settings->strict && s.failed)
    status = EXIT_INPUT;
  jm_stream_free(s.lines);
  jm_profile_free(s.profile);
  jm_posting_free(s.posting);
  jm_scorer_free(s.scorer);
  return status;
}
