/* SPDX-License-Identifier: MIT */
/* Any bytes as a posting, and as a profile: read, compiled, explained. */
#include <string.h>

#include "harness.h"
#include "jobmatch/jobmatch.h"

static jm_scorer *scorer(void)
{
  static jm_scorer *made;
  if (made == NULL) {
    jm_options options = JM_OPTIONS_INIT;
    options.as_of = 20260101;
    options.allow_patterns = 1;
    options.limits.max_document_bytes = 1 << 14;
    HOLDS(jm_scorer_new(&made, &options, NULL) == JM_OK);
  }
  return made;
}

static void outcome(jm_status status, const void *handle, const jm_error *err)
{
  HOLDS((status == JM_OK) == (handle != NULL));
  HOLDS(status == JM_OK || (err->status == (int32_t)status && err->message[0] != '\0'));
  HOLDS(status != JM_ERR_MEMORY && status != JM_ERR_ARGUMENT);
}

static void posting(const char *text, size_t len)
{
  jm_posting *made = NULL;
  jm_error err = JM_ERROR_INIT;
  char *explained = NULL;
  size_t explained_len = 0;
  jm_status status = jm_posting_load(&made, scorer(), text, len, &err);
  outcome(status, made, &err);
  if (made != NULL) {
    HOLDS(jm_posting_requirement_count(made) >= 0 && jm_posting_title(made) != NULL);
    HOLDS(jm_posting_explain(&explained, &explained_len, made, &err) == JM_OK);
    HOLDS(strlen(explained) == explained_len);
  }
  jm_text_free(explained);
  jm_posting_free(made);
}

static void profile(const char *text, size_t len)
{
  jm_profile *made = NULL;
  jm_error err = JM_ERROR_INIT;
  char *explained = NULL;
  size_t explained_len = 0;
  jm_status status = jm_profile_load(&made, scorer(), text, len, &err);
  outcome(status, made, &err);
  if (made != NULL) {
    HOLDS(jm_profile_entry_count(made) >= 0);
    HOLDS(jm_profile_explain(&explained, &explained_len, made, &err) == JM_OK);
    HOLDS(strlen(explained) == explained_len);
  }
  jm_text_free(explained);
  jm_profile_free(made);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  posting((const char *)data, size);
  profile((const char *)data, size);
  return 0;
}
