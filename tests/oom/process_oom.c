/* SPDX-License-Identifier: MIT */
/* Out of memory, wherever it may happen: malloc itself fails at request 0, 1, 2 ... of the whole
 * way from options to report, until the way is gone to its end. jm_allocator does not reach into
 * libyaml, libstemmer, utf8proc; this does.
 *
 * Every failure must be JM_ERR_MEMORY, or cost nothing; every block must be given back. A first run
 * without failures lets the C library make what it makes once and keeps. For glibc, not under
 * sanitizers, which have a malloc of their own. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/pipeline.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

static bool watching;
static bool once;        /* only one request fails; else it and all that follow */
static size_t good;      /* requests that succeed before the one that fails */
static size_t asked;     /* requests seen */
static ptrdiff_t blocks; /* blocks given and not yet freed */

static bool refuses(void)
{
  if (!watching)
    return false;
  asked++;
  return once ? asked == good + 1 : asked > good;
}

static void *gave(void *block)
{
  if (watching && block != NULL)
    blocks++;
  return block;
}

void *malloc(size_t size)
{
  return refuses() ? NULL : gave(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
  return refuses() ? NULL : gave(__libc_calloc(count, size));
}

void *realloc(void *block, size_t size)
{
  if (refuses())
    return NULL;
  return block == NULL ? gave(__libc_realloc(block, size)) : __libc_realloc(block, size);
}

void free(void *block)
{
  if (watching && block != NULL)
    blocks--;
  __libc_free(block);
}

static const struct {
  const char *name, *policy, *posting, *profile;
} ways[] = {
    {"YAML with a policy", pipeline_policy, pipeline_posting, pipeline_profile},
    {"JSON", NULL, "{\"requirements\": [\"SQL\", {\"text\": \"5 years of Go\", \"weight\": 2}]}",
     "{\"skills\": [{\"name\": \"Go\", \"years\": 3}, \"SQL\"]}"},
};

/* What one run came to. */
typedef struct outcome {
  jm_status status;
  ptrdiff_t stayed; /* blocks not given back */
  bool all_served;  /* no request was refused */
  bool same;        /* a text was given with JM_OK, and it is the expected one; none without */
} outcome;

static char expected[1 << 16];

/* The way once, with `requests` that succeed before one fails. */
static outcome run(size_t way, size_t requests)
{
  char *text = NULL;
  jm_options options = pipeline_options();
  outcome out;
  options.policy = ways[way].policy;
  options.policy_len = options.policy == NULL ? 0 : strlen(options.policy);
  blocks = 0;
  asked = 0;
  good = requests;
  watching = true;
  out.status = pipeline_run(&text, &options, ways[way].posting, ways[way].profile, NULL);
  watching = false;
  if (requests == SIZE_MAX && text != NULL)
    snprintf(expected, sizeof expected, "%s", text);
  out.same = out.status == JM_OK ? text != NULL && strcmp(text, expected) == 0 : text == NULL;
  watching = true;
  jm_text_free(text);
  watching = false;
  out.all_served = asked <= good;
  out.stayed = blocks;
  return out;
}

/* A request that fails alone may be done without (a cache that stays empty): the bytes must then be
 * the same. When all requests fail from one on, nothing can be done without. */
static bool sound(const outcome *out)
{
  bool expected_status =
      out->status == JM_ERR_MEMORY || (out->status == JM_OK && (once || out->all_served));
  return expected_status && out->same && out->stayed == 0;
}

static bool sweep(size_t way)
{
  const char *how = once ? "alone" : "and all after it";
  outcome out = run(way, SIZE_MAX); /* warms the C library up, and says what is expected */
  if (out.status != JM_OK) {
    printf("%s: %s with all the memory there is\n", ways[way].name, jm_status_name(out.status));
    return false;
  }
  out.all_served = false;
  size_t n = 0;
  for (; !out.all_served; n++) {
    out = run(way, n);
    if (sound(&out))
      continue;
    printf("%s: request %zu failed, %s: %s, %td blocks stayed, text %s\n", ways[way].name, n, how,
           jm_status_name(out.status), out.stayed, out.same ? "right" : "wrong");
    return false;
  }
  printf("%s: each of %zu requests failed, %s\n", ways[way].name, n - 1, how);
  return true;
}

int main(void)
{
  bool passed = true;
  for (size_t i = 0; i < 2 * (sizeof ways / sizeof *ways); i++) {
    once = i % 2 == 1;
    passed = sweep(i / 2) && passed;
  }
  return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
