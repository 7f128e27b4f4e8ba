/* SPDX-License-Identifier: MIT */
/* Patterns: see pattern.h; the one file that knows PCRE2.
 *
 * In: expressions and texts in UTF-8. Out: spans. Refuses what PCRE2 refuses and, of a stranger,
 * what screen.c does and what compiles to more than 16 KiB (JM_ERR_FIELD), and expressions longer
 * than the limit (JM_ERR_LIMIT).
 *
 * PCRE2's own match limit starts anew at each byte of the text, so it bounds no time. What does is
 * the callout before each item of a stranger's pattern: it charges one step, and one more for each
 * 64 bytes that are left to scan, and ends the run when the steps are used up. The settings that a
 * build of PCRE2 may choose (newline, \R) are set here, so that the answers are the same
 * everywhere.
 *
 * PCRE2 frees without telling a size, which our allocators want: every block has a head. */
#include "text/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "text/screen.h"

enum {
  COMPILE_BYTES = 1 << 20,       /* a stranger's, while it is compiled */
  COMPILED_BYTES = 16 * 1024,    /* a stranger's, when it is */
  MATCH_KIB = 16 * 1024,         /* heap of one run */
  STRANGER_MATCHES = 100 * 1000, /* PCRE2's inner limits, from one start position */
  STRANGER_DEPTH = 10 * 1000,
  TRUSTED_MATCHES = 1000 * 1000,
  HASTY_BYTES = 1024 /* a longer text is left to the interpreter, whose limits it might reach */
};

/* What PCRE2's memory functions work on; stays in place while anything of PCRE2 lives. */
typedef struct memory {
  jm_allocator allocator;
  size_t used, max; /* max 0: no bound */
  bool out;         /* the allocator had no more; else a refusal is the bound's */
} memory;

typedef union block_head {
  size_t size; /* of the block, this head included */
  max_align_t align;
} block_head;

static void *take_block(size_t size, void *data)
{
  memory *m = data;
  if (size > SIZE_MAX / 2 || (m->max > 0 && size + sizeof(block_head) > m->max - m->used))
    return NULL;
  size += sizeof(block_head);
  block_head *head = m->allocator.resize(m->allocator.ctx, NULL, 0, size);
  if (head == NULL) {
    m->out = true;
    return NULL;
  }
  head->size = size;
  m->used += size;
  return head + 1;
}

static void free_block(void *block, void *data)
{
  memory *m = data;
  if (block == NULL)
    return;
  block_head *head = (block_head *)block - 1;
  m->used -= head->size;
  m->allocator.resize(m->allocator.ctx, head, head->size, 0);
}

struct jmi_pattern {
  memory memory;
  pcre2_general_context *general; /* owns */
  pcre2_code *code;               /* owns */
  int64_t max_steps;              /* 0: trusted, not counted */
  uint32_t pairs;                 /* of offsets that a match gives */
};

static jm_status fail_in(jm_error *err, jm_status status, uint32_t offset, const char *reason)
{
  bool fills = err != NULL && err->size >= sizeof *err && err->status == JM_OK;
  jmi_fail(err, status, "the pattern is refused: %s", reason);
  if (fills)
    err->offset = offset;
  return status;
}

static jm_status check_stranger(jmi_str expression, const jmi_pattern_limits *limits, jm_error *err)
{
  uint32_t offset = 0;
  if (expression.len > limits->max_bytes)
    return jmi_fail(err, JM_ERR_LIMIT, "the pattern has %u bytes; max_pattern_bytes is %u",
                    (unsigned)expression.len, (unsigned)limits->max_bytes);
  const char *reason = jmi_pattern_screen(expression, &offset);
  return reason == NULL ? JM_OK : fail_in(err, JM_ERR_FIELD, offset, reason);
}

static pcre2_compile_context *compile_context(const jmi_pattern *pattern, bool stranger)
{
  pcre2_compile_context *context = pcre2_compile_context_create(pattern->general);
  if (context == NULL)
    return NULL;
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_bsr(context, PCRE2_BSR_UNICODE);
  if (stranger)
    pcre2_set_parens_nest_limit(context, JMI_PATTERN_DEPTH);
  return context;
}

/* What PCRE2 says of an expression that it does not compile. */
static jm_status fail_compile(const jmi_pattern *pattern, int number, size_t offset,
                              jmi_str expression, jm_error *err)
{
  enum { NO_MEMORY = 121 }; /* PCRE2_ERROR_HEAP_FAILED */
  PCRE2_UCHAR reason[160] = "";
  if (pattern->memory.out)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  if (number == NO_MEMORY)
    return fail_in(err, JM_ERR_FIELD, 0, "it is too large to compile");
  pcre2_get_error_message(number, reason, sizeof reason);
  if (offset > expression.len)
    offset = expression.len;
  return fail_in(err, JM_ERR_FIELD, (uint32_t)offset, (const char *)reason);
}

static jm_status compile(jmi_pattern *pattern, jmi_str expression, bool caseless, bool stranger,
                         jm_error *err)
{
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
  int number = 0;
  size_t offset = 0;
  pcre2_compile_context *context = compile_context(pattern, stranger);
  if (context == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  options |= caseless ? PCRE2_CASELESS : 0;
  options |= stranger ? PCRE2_AUTO_CALLOUT : PCRE2_USE_OFFSET_LIMIT;
  pattern->code =
      pcre2_compile((PCRE2_SPTR)expression.at, expression.len, options, &number, &offset, context);
  pcre2_compile_context_free(context);
  if (pattern->code == NULL)
    return fail_compile(pattern, number, offset, expression, err);
  uint32_t groups = 0;
  size_t size = 0;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &groups);
  pcre2_pattern_info(pattern->code, PCRE2_INFO_SIZE, &size);
  pattern->pairs = groups + 1;
  if (stranger && size > COMPILED_BYTES)
    return fail_in(err, JM_ERR_FIELD, 0, "it is too large when compiled");
  return JM_OK;
}

jm_status jmi_pattern_new(jmi_pattern **out, const jm_allocator *allocator, jmi_str expression,
                          bool caseless, const jmi_pattern_limits *limits, jm_error *err)
{
  *out = NULL;
  jm_status status = limits != NULL ? check_stranger(expression, limits, err) : JM_OK;
  if (status != JM_OK)
    return status;
  jm_allocator from = jmi_allocator_or_default(allocator);
  jmi_pattern *pattern = jmi_alloc_array(&from, 1, sizeof *pattern);
  if (pattern == NULL)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  *pattern = (jmi_pattern){.memory = {.allocator = from}};
  if (limits != NULL) {
    pattern->memory.max = COMPILE_BYTES;
    pattern->max_steps = limits->max_steps > 0 ? limits->max_steps : 1;
  }
  pattern->general = pcre2_general_context_create(take_block, free_block, &pattern->memory);
  status = pattern->general == NULL ? jmi_fail(err, JM_ERR_MEMORY, "out of memory")
                                    : compile(pattern, expression, caseless, limits != NULL, err);
  if (status == JM_OK)
    *out = pattern;
  else
    jmi_pattern_free(pattern);
  return status;
}

void jmi_pattern_hasten(jmi_pattern *pattern)
{
  if (pattern->max_steps == 0)
    (void)pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
}

void jmi_pattern_free(jmi_pattern *pattern)
{
  if (pattern == NULL)
    return;
  jm_allocator from = pattern->memory.allocator;
  pcre2_code_free(pattern->code);
  pcre2_general_context_free(pattern->general);
  jmi_free_array(&from, pattern, 1, sizeof *pattern);
}

uint32_t jmi_pattern_group(const jmi_pattern *pattern, const char *name)
{
  int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
  return number > 0 ? (uint32_t)number : 0;
}

struct jmi_pattern_run {
  memory memory;
  pcre2_general_context *general; /* owns, as all below */
  pcre2_match_context *match;
  pcre2_match_data *data;   /* NULL until a pattern is run */
  uint32_t pairs;           /* that data has room for */
  uint32_t found;           /* pairs that the last run gave; 0 when it found nothing */
  uint32_t trusted_matches; /* PCRE2's match limit for trusted patterns */
  int64_t steps, max_steps;
};

static int count_step(pcre2_callout_block *block, void *data)
{
  jmi_pattern_run *run = data;
  run->steps += 1 + (int64_t)((block->subject_length - block->current_position) / 64);
  return run->steps > run->max_steps ? PCRE2_ERROR_CALLOUT : 0;
}

jm_status jmi_pattern_run_new(jmi_pattern_run **out, const jm_allocator *allocator)
{
  jm_allocator from = jmi_allocator_or_default(allocator);
  *out = NULL;
  jmi_pattern_run *run = jmi_alloc_array(&from, 1, sizeof *run);
  if (run == NULL)
    return JM_ERR_MEMORY;
  *run = (jmi_pattern_run){.memory = {.allocator = from}, .trusted_matches = TRUSTED_MATCHES};
  run->general = pcre2_general_context_create(take_block, free_block, &run->memory);
  if (run->general != NULL)
    run->match = pcre2_match_context_create(run->general);
  if (run->match == NULL) {
    jmi_pattern_run_free(run);
    return JM_ERR_MEMORY;
  }
  pcre2_set_heap_limit(run->match, MATCH_KIB);
  *out = run;
  return JM_OK;
}

void jmi_pattern_run_free(jmi_pattern_run *run)
{
  if (run == NULL)
    return;
  jm_allocator from = run->memory.allocator;
  pcre2_match_data_free(run->data);
  pcre2_match_context_free(run->match);
  pcre2_general_context_free(run->general);
  jmi_free_array(&from, run, 1, sizeof *run);
}

void jmi_pattern_run_bound(jmi_pattern_run *run, uint32_t matches)
{
  run->trusted_matches = matches;
}

/* Makes the run ready for a pattern; false when out of memory. */
static bool prepare(jmi_pattern_run *run, const jmi_pattern *pattern)
{
  bool stranger = pattern->max_steps > 0;
  run->found = 0;
  run->steps = 0;
  run->max_steps = pattern->max_steps;
  if (run->pairs < pattern->pairs) {
    pcre2_match_data_free(run->data);
    run->data = pcre2_match_data_create(pattern->pairs, run->general);
    run->pairs = run->data == NULL ? 0 : pattern->pairs;
  }
  pcre2_set_callout(run->match, stranger ? count_step : NULL, run);
  pcre2_set_match_limit(run->match, stranger ? STRANGER_MATCHES : run->trusted_matches);
  pcre2_set_depth_limit(run->match, stranger ? STRANGER_DEPTH : run->trusted_matches);
  return run->data != NULL;
}

static int match(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text, uint32_t start,
                 uint32_t options)
{
  return pcre2_match(pattern->code, (PCRE2_SPTR)text.at, text.len, start,
                     options | PCRE2_NO_UTF_CHECK, run->data, run->match);
}

static jmi_found find(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text,
                      uint32_t start, PCRE2_SIZE last)
{
  if (!prepare(run, pattern))
    return JMI_FOUND_MEMORY;
  pcre2_set_offset_limit(run->match, last);
  while (start < text.len && ((unsigned char)text.at[start] & 0xC0) == 0x80)
    start++; /* a run never starts inside a character */
  if (start > text.len)
    return JMI_FOUND_NO;
  int found = PCRE2_ERROR_JIT_STACKLIMIT;
  if (text.len <= HASTY_BYTES)
    found = match(pattern, run, text, start, 0);
  if (found == PCRE2_ERROR_JIT_STACKLIMIT)
    found = match(pattern, run, text, start, PCRE2_NO_JIT);
  if (found == PCRE2_ERROR_NOMATCH)
    return JMI_FOUND_NO;
  if (found == PCRE2_ERROR_NOMEMORY)
    return JMI_FOUND_MEMORY;
  if (found <= 0) { /* what a run took to fail is large; the next need not keep it */
    pcre2_match_data_free(run->data);
    run->data = NULL;
    run->pairs = 0;
    return JMI_FOUND_LIMIT;
  }
  run->found = (uint32_t)found;
  return JMI_FOUND_YES;
}

jmi_found jmi_pattern_find(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text,
                           uint32_t start)
{
  return find(pattern, run, text, start, PCRE2_UNSET);
}

jmi_found jmi_pattern_find_within(const jmi_pattern *pattern, jmi_pattern_run *run, jmi_str text,
                                  uint32_t start, uint32_t last)
{
  return find(pattern, run, text, start, last);
}

bool jmi_pattern_span(const jmi_pattern_run *run, uint32_t group, uint32_t *start, uint32_t *end)
{
  if (group >= run->found)
    return false;
  const PCRE2_SIZE *pair = pcre2_get_ovector_pointer(run->data) + 2 * (size_t)group;
  if (pair[0] == PCRE2_UNSET || pair[0] > pair[1])
    return false;
  *start = (uint32_t)pair[0];
  *end = (uint32_t)pair[1];
  return true;
}

int64_t jmi_pattern_steps(const jmi_pattern_run *run)
{
  return run->steps;
}
