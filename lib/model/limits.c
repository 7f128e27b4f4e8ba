/* SPDX-License-Identifier: MIT */
/* Limits on input: the one table of their defaults and hard maxima.
 *
 * In:  limits as a caller gave them, 0 where the default is meant.
 * Out: limits with every field set.
 * Refuses: a negative limit, and one over its hard maximum (JM_ERR_ARGUMENT, with its name). */
#include "model/model.h"

#include <assert.h>
#include <inttypes.h>

#define KIB INT64_C(1024)
#define MIB (1024 * KIB)

static const struct {
  const char *name;
  size_t offset;
  int64_t usual, most;
} rows[] = {
#define LIMIT(field, usual, most)                                                                  \
  {                                                                                                \
#    field, offsetof(jm_limits, field), (usual), (most)                                            \
  }
    LIMIT(max_document_bytes, 1 * MIB, 256 * MIB),
    LIMIT(max_depth, 64, 1000),
    LIMIT(max_nodes, 200000, 100000000),
    LIMIT(max_scalar_bytes, 64 * KIB, 16 * MIB),
    LIMIT(max_key_bytes, 256, 1024),
    LIMIT(max_requirements, 10000, 10000000),
    LIMIT(max_parts, 64, 1000),
    LIMIT(max_entries, 20000, 10000000),
    LIMIT(max_patterns, 64, 1000),
    LIMIT(max_pattern_bytes, 512, 8 * KIB),
    LIMIT(max_match_steps, 1000000, 1000000000),
    LIMIT(max_pair_steps, 10000000, INT64_C(10000000000)),
#undef LIMIT
};
static_assert(sizeof rows / sizeof *rows * sizeof(int64_t) == sizeof(jm_limits),
              "a row for every limit");

jm_status jmi_limits_resolve(jm_limits *out, const jm_limits *given, jm_error *err)
{
  static const jm_limits defaults = {0};
  if (given == NULL)
    given = &defaults;
  jm_limits resolved = defaults;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    int64_t value;
    memcpy(&value, (const char *)given + rows[i].offset, sizeof value);
    if (value < 0)
      return jmi_fail(err, JM_ERR_ARGUMENT, "the limit %s is negative", rows[i].name);
    if (value > rows[i].most)
      return jmi_fail(err, JM_ERR_ARGUMENT,
                      "the limit %s is %" PRId64 ", more than its maximum of %" PRId64,
                      rows[i].name, value, rows[i].most);
    if (value == 0)
      value = rows[i].usual;
    memcpy((char *)&resolved + rows[i].offset, &value, sizeof value);
  }
  *out = resolved;
  return JM_OK;
}

jmi_document_limits jmi_limits_document(const jm_limits *limits)
{
  return (jmi_document_limits){.max_bytes = (size_t)limits->max_document_bytes,
                               .max_depth = (uint32_t)limits->max_depth,
                               .max_nodes = (uint32_t)limits->max_nodes,
                               .max_scalar_bytes = (uint32_t)limits->max_scalar_bytes,
                               .max_key_bytes = (uint32_t)limits->max_key_bytes};
}
