/* SPDX-License-Identifier: MIT */
/* Any bytes as an advertisement: what is extracted is a posting, line for line the same. */
#include <string.h>

#include "base/memory.h"
#include "document/source.h"
#include "harness.h"
#include "jobmatch/jobmatch.h"
#include "language/extract.h"
#include "match/match.h"

static jm_scorer *scorer(void)
{
  static jm_scorer *made;
  if (made == NULL) {
    jm_options options = JM_OPTIONS_INIT;
    options.as_of = 20260101;
    options.limits.max_document_bytes = 1 << 14;
    HOLDS(jm_scorer_new(&made, &options, NULL) == JM_OK);
  }
  return made;
}

/* What was read back holds each of the lines, in the order of the lists. */
static void compare(const jm_posting *posting, const jmi_extracted *lines, bool duties)
{
  static const uint8_t order[] = {JMI_EXTRACT_REQUIRED, JMI_EXTRACT_DUTY, JMI_EXTRACT_PREFERRED};
  uint32_t at = 0;
  for (size_t list = 0; list < 3; list++)
    for (uint32_t i = 0; i < lines->count; i++) {
      if (lines->lines[i].list != order[list] || (order[list] == JMI_EXTRACT_DUTY && !duties))
        continue;
      HOLDS(at < posting->given.count);
      HOLDS(jmi_str_equal(posting->given.requirements[at].text, lines->lines[i].text));
      at++;
    }
  HOLDS(at == posting->given.count);
  HOLDS(jmi_str_equal(posting->given.title, lines->title));
}

static void check(const char *yaml, size_t yaml_len, const char *text, size_t len, bool duties)
{
  jm_posting *posting = NULL;
  jm_error err = JM_ERROR_INIT;
  jmi_arena arena;
  jmi_source source;
  jmi_extracted lines;
  if (jm_posting_load(&posting, scorer(), yaml, yaml_len, &err) != JM_OK)
    fprintf(stderr, "%s\n%s\n", err.message, yaml);
  HOLDS(posting != NULL);
  jmi_arena_init(&arena, &scorer()->allocator);
  HOLDS(jmi_source_open(&source, &arena, text, len, NULL) == JM_OK);
  HOLDS(jmi_extract(&lines, &arena, scorer()->language,
                    (jmi_str){source.text, (uint32_t)source.len}, 64)
        == JM_OK);
  compare(posting, &lines, duties || lines.counts[JMI_EXTRACT_DUTY] == lines.count);
  jmi_arena_dispose(&arena);
  jm_posting_free(posting);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  for (int32_t flags = 0; flags <= JM_EXTRACT_DUTIES; flags++) {
    char *yaml = NULL;
    size_t len = 0;
    jm_error err = JM_ERROR_INIT;
    jm_status status = jm_posting_extract(&yaml, &len, scorer(), text, size, flags, &err);
    HOLDS((status == JM_OK) == (yaml != NULL));
    HOLDS(status == JM_OK || (err.status == (int32_t)status && err.message[0] != '\0'));
    HOLDS(status != JM_ERR_MEMORY && status != JM_ERR_ARGUMENT && status != JM_ERR_SYNTAX);
    if (yaml != NULL)
      check(yaml, len, text, size, flags != 0);
    jm_text_free(yaml);
  }
  return 0;
}
