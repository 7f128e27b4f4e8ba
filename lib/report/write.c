/* SPDX-License-Identifier: MIT */
/* Reports as the caller asks for them, and the one call for scripts.
 *
 * In:  a result and a format, or two texts. Out: a text that the caller frees with jm_text_free().
 * Refuses: formats and flags that do not exist. */
#include "jobmatch/report.h"

#include "report/give.h"
#include "report/report.h"

#include <assert.h>

#define KNOWN_FLAGS (JM_REPORT_COLOR | JM_REPORT_BRIEF)

static void write_json(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  jmi_writer writer = {.out = out};
  jmi_result_json(&writer, NULL, result, flags);
}

/* A format is a row here and a file. */
static const struct {
  const char *word;
  jmi_report_fn *write;
} formats[] = {
    [JM_FORMAT_TEXT] = {"text", jmi_result_text},
    [JM_FORMAT_JSON] = {"json", write_json},
    [JM_FORMAT_MARKDOWN] = {"markdown", jmi_result_markdown},
    [JM_FORMAT_HTML] = {"html", jmi_result_html},
    [JM_FORMAT_CSV] = {"csv", jmi_result_csv},
};
#define FORMAT_COUNT (sizeof formats / sizeof *formats)
static_assert(FORMAT_COUNT == JM_FORMAT_CSV + 1, "a row for every format");

static bool is_format(int32_t format)
{
  return format >= 0 && (size_t)format < FORMAT_COUNT;
}

const char *jm_format_word(int32_t format)
{
  return is_format(format) ? formats[format].word : "?";
}

jm_status jm_report_write(char **out, size_t *len, const jm_result *result, int32_t format,
                          int32_t flags, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || result == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out or result is NULL");
  if (!is_format(format))
    return jmi_fail(err, JM_ERR_ARGUMENT, "%d is no jm_format", (int)format);
  if ((flags & ~KNOWN_FLAGS) != 0)
    return jmi_fail(err, JM_ERR_ARGUMENT, "%d holds flags that do not exist", (int)flags);
  jmi_buffer buffer;
  jmi_give_open(&buffer, &result->allocator);
  formats[format].write(&buffer, result, flags);
  return jmi_give(out, len, &buffer, err);
}

jm_status jm_score_text(char **out, size_t *len, const jm_scorer *scorer, const char *posting,
                        size_t posting_len, const char *profile, size_t profile_len, jm_error *err)
{
  jm_posting *read_posting = NULL;
  jm_profile *read_profile = NULL;
  jm_result *result = NULL;
  jm_status status;

  jmi_error_clear(err);
  if (out == NULL)
    return jmi_fail(err, JM_ERR_ARGUMENT, "out is NULL");
  *out = NULL;
  if ((status = jm_posting_load(&read_posting, scorer, posting, posting_len, err)) != JM_OK) {
    jmi_error_under(err, "posting");
    goto done;
  }
  if ((status = jm_profile_load(&read_profile, scorer, profile, profile_len, err)) != JM_OK) {
    jmi_error_under(err, "profile");
    goto done;
  }
  if ((status = jm_score(&result, scorer, read_posting, read_profile, err)) == JM_OK)
    status = jm_report_write(out, len, result, JM_FORMAT_JSON, 0, err);
done:
  jm_result_free(result);
  jm_profile_free(read_profile);
  jm_posting_free(read_posting);
  return status;
}
