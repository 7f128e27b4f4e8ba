/* SPDX-License-Identifier: MIT */
/* A posting and a profile, one after the other with a line of `======` between them, scored and
 * reported; the whole input also as a line of a stream: it is answered in the same way the first
 * time, the second time, and by a stream that kept documents of the inputs before. */
#include <string.h>

#include "harness.h"
#include "jobmatch/jobmatch.h"

static const char fence[] = "\n======\n";

static jm_scorer *scorer(void)
{
  static jm_scorer *made;
  if (made == NULL) {
    jm_options options = JM_OPTIONS_INIT;
    options.as_of = 20260101;
    options.allow_patterns = 1;
    options.limits.max_document_bytes = 1 << 13;
    options.limits.max_match_steps = 10000;
    options.limits.max_pair_steps = 50000;
    HOLDS(jm_scorer_new(&made, &options, NULL) == JM_OK);
  }
  return made;
}

/* Where the fence begins; the end when there is none. */
static size_t fence_at(const char *text, size_t len)
{
  size_t width = sizeof fence - 1;
  for (size_t i = 0; i + width <= len; i++)
    if (memcmp(text + i, fence, width) == 0)
      return i;
  return len;
}

static void check(const jm_result *result)
{
  double percent = jm_result_percent(result);
  int64_t count = jm_result_requirement_count(result), counted = 0;
  HOLDS(percent >= 0.0 && percent <= 100.0);
  HOLDS(jm_result_percent_if_confirmed(result) >= percent);
  HOLDS(jm_result_earned(result) >= 0 && jm_result_earned(result) <= jm_result_possible(result));
  for (int32_t standing = JM_MET; standing <= JM_UNDECIDED; standing++)
    counted += jm_result_count(result, standing);
  HOLDS(counted == count);
  for (int64_t i = -1; i <= count; i++)
    HOLDS((jm_result_requirement_text(result, i) != NULL) == (i >= 0 && i < count));
}

static void report(const jm_result *result, int32_t format, int32_t flags)
{
  char *text = NULL;
  size_t len = 0;
  HOLDS(jm_report_write(&text, &len, result, format, flags, NULL) == JM_OK);
  HOLDS(strlen(text) == len);
  jm_text_free(text);
}

static void score(const char *text, size_t len)
{
  size_t split = fence_at(text, len);
  size_t rest = split == len ? len : split + sizeof fence - 1;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  if (jm_posting_load(&posting, scorer(), text, split, NULL) == JM_OK
      && jm_profile_load(&profile, scorer(), text + rest, len - rest, NULL) == JM_OK) {
    HOLDS(jm_score(&result, scorer(), posting, profile, NULL) == JM_OK);
    check(result);
    for (int32_t format = 0; strcmp(jm_format_word(format), "?") != 0; format++)
      report(result, format, JM_REPORT_COLOR);
    report(result, JM_FORMAT_TEXT, JM_REPORT_BRIEF);
  }
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
}

/* One for all inputs, so that it keeps what they held. */
static jm_stream *lasting(void)
{
  static jm_stream *made;
  if (made == NULL)
    HOLDS(jm_stream_new(&made, scorer(), NULL, NULL, NULL) == JM_OK);
  return made;
}

static char *answered(jm_stream *stream, const char *line, size_t len)
{
  char *text = NULL;
  int32_t failed = -1;
  HOLDS(jm_stream_answer(&text, NULL, &failed, stream, line, len, NULL) == JM_OK);
  HOLDS((failed == 0 || failed == 1) && text[0] == '{' && strchr(text, '\n') == NULL);
  return text;
}

static void answer(const char *line, size_t len)
{
  jm_stream *fresh = NULL;
  HOLDS(jm_stream_new(&fresh, scorer(), NULL, NULL, NULL) == JM_OK);
  char *first = answered(fresh, line, len), *second = answered(fresh, line, len);
  char *third = answered(lasting(), line, len);
  HOLDS(strcmp(first, second) == 0 && strcmp(first, third) == 0);
  jm_text_free(third);
  jm_text_free(second);
  jm_text_free(first);
  jm_stream_free(fresh);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  score((const char *)data, size);
  answer((const char *)data, size);
  return 0;
}
