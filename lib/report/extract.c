/* SPDX-License-Identifier: MIT */
/* A posting extracted: the lines that an advertisement asks for, written as YAML.
 *
 *   title: Baker
 *   requirements:
 *     - 3 years in a bakery
 *     - 'Shifts: from 3 in the morning'
 *   preferred:
 *     - A driving licence
 *
 * In:  any text. Out: a document that jm_posting_load() reads, each line on a line of its own.
 * Refuses: text that is no UTF-8 and cannot be made it, text that asks for nothing, and what passes
 *          a limit that the document would pass as well. */
#include <inttypes.h>

#include "jobmatch/posting.h"

#include "document/source.h"
#include "language/extract.h"
#include "match/match.h"
#include "report/give.h"

/* ---- YAML ------------------------------------------------------------------------------- */

/* What YAML takes for something else than a text when no quotes stand around it. */
static bool is_reserved(jmi_str text)
{
  static const char *const words[] = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  char folded[6];
  if (text.len >= sizeof folded)
    return false;
  for (uint32_t i = 0; i < text.len; i++)
    folded[i] = jmi_lower(text.at[i]);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (jmi_str_equal((jmi_str){folded, text.len}, jmi_str_of(words[i])))
      return true;
  return false;
}

/* A text that begins with a letter or a digit, holds a letter, and no sign that ends it. */
static bool is_plain(jmi_str text)
{
  char first = text.len > 0 ? text.at[0] : ' ';
  bool letter = false;
  if ((!jmi_is_alpha(first) && !jmi_is_digit(first)) || is_reserved(text))
    return false;
  for (uint32_t i = 0; i < text.len; i++) {
    char c = text.at[i];
    letter = letter || jmi_is_alpha(c);
    bool ends = c == ':' && (i + 1 == text.len || text.at[i + 1] == ' ');
    bool comment = c == '#' && text.at[i - 1] == ' ';
    if (ends || comment || (unsigned char)c < ' ')
      return false;
  }
  return letter;
}

/* Lines are plain: no break and no control stands in them, so that single quotes do for all. */
static void put_text(jmi_buffer *out, jmi_str text)
{
  bool plain = is_plain(text);
  if (!plain)
    jmi_buffer_addc(out, '\'');
  for (uint32_t i = 0; i < text.len; i++) {
    if (!plain && text.at[i] == '\'')
      jmi_buffer_addc(out, '\'');
    jmi_buffer_addc(out, text.at[i]);
  }
  if (!plain)
    jmi_buffer_addc(out, '\'');
  jmi_buffer_addc(out, '\n');
}

static void put_list(jmi_buffer *out, const jmi_extracted *posting, uint8_t list)
{
  for (uint32_t i = 0; i < posting->count; i++) {
    if (posting->lines[i].list != list)
      continue;
    jmi_buffer_adds(out, "  - ");
    put_text(out, posting->lines[i].text);
  }
}

static void put_posting(jmi_buffer *out, const jmi_extracted *posting, bool duties)
{
  uint32_t required = posting->counts[JMI_EXTRACT_REQUIRED];
  uint32_t preferred = posting->counts[JMI_EXTRACT_PREFERRED];
  uint32_t done = posting->counts[JMI_EXTRACT_DUTY];
  bool only_duties = required + preferred == 0;
  if (posting->title.len > 0) {
    jmi_buffer_adds(out, "title: ");
    put_text(out, posting->title);
  }
  if (only_duties)
    jmi_buffer_adds(out, "# The text asks for nothing else than to do these.\n");
  if (required > 0 || only_duties || (duties && done > 0))
    jmi_buffer_adds(out, "requirements:\n");
  put_list(out, posting, JMI_EXTRACT_REQUIRED);
  if (duties || only_duties)
    put_list(out, posting, JMI_EXTRACT_DUTY);
  if (preferred > 0)
    jmi_buffer_adds(out, "preferred:\n");
  put_list(out, posting, JMI_EXTRACT_PREFERRED);
}

/* ---- the call --------------------------------------------------------------------------- */

static jm_status check_size(size_t bytes, const jm_limits *limits, const char *what, jm_error *err)
{
  if ((uint64_t)bytes <= (uint64_t)limits->max_document_bytes)
    return JM_OK;
  return jmi_fail(err, JM_ERR_LIMIT,
                  "the %s is longer than max_document_bytes (%" PRId64 ") allows", what,
                  limits->max_document_bytes);
}

static jm_status check_count(const jmi_extracted *posting, const jm_limits *limits, jm_error *err)
{
  if ((int64_t)posting->count > limits->max_requirements)
    return jmi_fail(err, JM_ERR_LIMIT,
                    "the text has more lines than max_requirements (%" PRId64 ") allows",
                    limits->max_requirements);
  if (posting->count > 0)
    return JM_OK;
  jmi_fail(err, JM_ERR_FIELD, "the text asks for nothing that could be found");
  jmi_error_hint(err, "looked for headings such as \"Requirements\", \"About you\", \"Nice to "
                      "have\", and sentences such as \"3 years of ...\", \"You have ...\"");
  return JM_ERR_FIELD;
}

static jm_status extract(jmi_buffer *out, jmi_arena *arena, const jm_scorer *scorer,
                         const jmi_source *source, int32_t flags, jm_error *err)
{
  jmi_extracted posting;
  jm_status status =
      jmi_extract(&posting, arena, scorer->language, (jmi_str){source->text, (uint32_t)source->len},
                  (uint32_t)scorer->limits.max_parts);
  if (status == JM_OK)
    status = check_count(&posting, &scorer->limits, err);
  if (status != JM_OK)
    return status;
  put_posting(out, &posting, (flags & JM_EXTRACT_DUTIES) != 0);
  return out->failed ? JM_ERR_MEMORY : check_size(out->len, &scorer->limits, "posting", err);
}

jm_status jm_posting_extract(char **out, size_t *out_len, const jm_scorer *scorer, const char *text,
                             size_t len, int32_t flags, jm_error *err)
{
  jmi_error_clear(err);
  if (out != NULL)
    *out = NULL;
  if (out == NULL || scorer == NULL || (text == NULL && len > 0))
    return jmi_fail(err, JM_ERR_ARGUMENT, "out, scorer or text is NULL");
  if ((flags & ~JM_EXTRACT_DUTIES) != 0)
    return jmi_fail(err, JM_ERR_ARGUMENT, "flags are JM_EXTRACT_DUTIES or 0");
  jmi_arena arena;
  jmi_source source;
  jmi_buffer buffer;
  jmi_arena_init(&arena, &scorer->allocator);
  jmi_give_open(&buffer, &scorer->allocator);
  jm_status status = check_size(len, &scorer->limits, "text", err);
  if (status == JM_OK)
    status = jmi_source_open(&source, &arena, text == NULL ? "" : text, len, err);
  if (status == JM_OK)
    status = extract(&buffer, &arena, scorer, &source, flags, err);
  if (status == JM_OK)
    status = jmi_give(out, out_len, &buffer, err);
  else
    jmi_buffer_dispose(&buffer);
  jmi_arena_dispose(&arena);
  return status == JM_OK ? JM_OK : jmi_fail(err, status, "%s", jm_status_string(status));
}
