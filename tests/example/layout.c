/* SPDX-License-Identifier: MIT */
/* Prints where the fields of the open structures stand, and how large they are, so that bindings
 * for scripts can be held against the compiler: "jm_error.line 12". */
#include <jobmatch/jobmatch.h>

#include <stdio.h>

#define SIZE(type)         printf("%s %zu\n", #type, sizeof(type))
#define FIELD(type, field) printf("%s.%s %zu\n", #type, #field, offsetof(type, field))

static void print_error(void)
{
  SIZE(jm_error);
  FIELD(jm_error, size);
  FIELD(jm_error, status);
  FIELD(jm_error, line);
  FIELD(jm_error, column);
  FIELD(jm_error, other_line);
  FIELD(jm_error, other_column);
  FIELD(jm_error, offset);
  FIELD(jm_error, path);
  FIELD(jm_error, message);
  FIELD(jm_error, hint);
}

static void print_limits(void)
{
  SIZE(jm_limits);
  FIELD(jm_limits, max_document_bytes);
  FIELD(jm_limits, max_depth);
  FIELD(jm_limits, max_nodes);
  FIELD(jm_limits, max_scalar_bytes);
  FIELD(jm_limits, max_key_bytes);
  FIELD(jm_limits, max_requirements);
  FIELD(jm_limits, max_parts);
  FIELD(jm_limits, max_entries);
  FIELD(jm_limits, max_patterns);
  FIELD(jm_limits, max_pattern_bytes);
  FIELD(jm_limits, max_match_steps);
  FIELD(jm_limits, max_pair_steps);
}

static void print_options(void)
{
  SIZE(jm_allocator);
  FIELD(jm_allocator, resize);
  FIELD(jm_allocator, ctx);
  SIZE(jm_options);
  FIELD(jm_options, size);
  FIELD(jm_options, allocator);
  FIELD(jm_options, limits);
  FIELD(jm_options, policy);
  FIELD(jm_options, policy_len);
  FIELD(jm_options, lexicon);
  FIELD(jm_options, lexicon_len);
  FIELD(jm_options, as_of);
  FIELD(jm_options, allow_patterns);
  FIELD(jm_options, undecided_is_error);
  FIELD(jm_options, extra);
}

int main(void)
{
  print_error();
  print_limits();
  print_options();
  return 0;
}
