/* SPDX-License-Identifier: MIT */
/** @file
 *  What every part of jobmatch shares: statuses, errors, memory, limits, options.
 *
 *  The law of the calls. Outputs come first, then the subject, then inputs (a length right
 *  after its pointer), then options, and `jm_error *` last. Text in is a pointer and a length
 *  in bytes, UTF-8, and is copied before the call returns. Text out is NUL-terminated, lent by
 *  the handle it came from, and valid until that handle is freed. On failure the outputs are
 *  NULL or untouched. Every `_free` takes NULL. Handles are owned by who made them.
 *
 *  Threads. There is no global mutable state. A scorer, a posting and a profile are immutable
 *  once made: any number of threads may read them at once. A result belongs to whoever holds it.
 *  Exceptions are marked at the function: a stream is for one thread at a time. */
#ifndef JOBMATCH_BASE_H
#define JOBMATCH_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define JM_API
#elif defined(__GNUC__)
#define JM_API __attribute__((visibility("default")))
#else
#define JM_API
#endif
#if defined(__GNUC__)
#define JM_MUST_USE __attribute__((warn_unused_result))
#else
#define JM_MUST_USE
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define JM_VERSION_MAJOR 0
#define JM_VERSION_MINOR 1
#define JM_VERSION_PATCH 0
#define JM_VERSION_STRING "0.1.0"

/** The library's version as "major.minor.patch", of the library in use, not of the header. Since 0.1. */
JM_API const char *jm_version_string(void);
/** The library's version as major * 10000 + minor * 100 + patch. Since 0.1. */
JM_API int32_t jm_version_number(void);
/** The version of the reading and scoring rules, as it stands in every result. A changed
 *  percentage on the same input is a changed rules version. Since 0.1. */
JM_API const char *jm_rules_version(void);

/** Outcome of every call that can fail. Values are part of the ABI and are never reused. */
typedef enum jm_status {
  JM_OK = 0,
  JM_ERR_MEMORY = 1,   /**< An allocation failed; nothing was changed. */
  JM_ERR_SYNTAX = 2,   /**< The text is not YAML (or JSON), or uses a part of YAML that is refused. */
  JM_ERR_FIELD = 3,    /**< A field is unknown, missing, repeated or of the wrong kind. */
  JM_ERR_ARGUMENT = 4, /**< The caller broke the function's contract. */
  JM_ERR_LIMIT = 5,    /**< The input is larger or deeper than jm_limits allows. */
  JM_ERR_ENCODING = 6, /**< The text is not UTF-8 (a byte order mark is allowed), or holds a NUL. */
  JM_ERR_UNDECIDED = 7 /**< A limit was hit while matching and the caller asked for an error then. */
} jm_status;

/** The name of a status ("JM_ERR_FIELD"); "JM_ERR_?" for a number that is none. Since 0.1. */
JM_API const char *jm_status_name(int32_t status);
/** What a status means, in one English sentence without a full stop. Since 0.1. */
JM_API const char *jm_status_string(int32_t status);

/** What went wrong, and where. Owned by the caller; start from JM_ERROR_INIT. Filled only on
 *  failure, without allocating. Messages name fields and places, never the values of a profile. */
typedef struct jm_error {
  size_t size;           /**< sizeof(jm_error) as the caller knows it. */
  int32_t status;        /**< A jm_status. */
  uint32_t line, column; /**< 1-based place in the text, columns in characters; 0 when there is none. */
  uint32_t other_line;   /**< A second place, e.g. the first of two equal keys; 0 when there is none. */
  uint32_t other_column;
  int64_t offset;    /**< The place in bytes from the start of the text; -1 when there is none. */
  char path[128];    /**< The field, e.g. "requirements[2].any_of[0]"; "" when there is none. */
  char message[256]; /**< One English sentence, no trailing newline. */
  char hint[160];    /**< What to write instead; "" when nothing better is known. */
} jm_error;

#define JM_ERROR_INIT {sizeof(jm_error), 0, 0, 0, 0, 0, -1, "", "", ""}

/** Where memory comes from. One function does all:
 *  block NULL: gives new_size bytes; new_size 0: frees the block and returns NULL; else resizes.
 *  old_size is what was asked for before. Returns NULL when it can't. It is called by the
 *  threads that call the library, and must be safe for them. Memory of libyaml, libstemmer and
 *  utf8proc comes from malloc whatever stands here, and that of machine code for rules which are
 *  run often from the system. Not for FFI callers: leave it zero. */
typedef struct jm_allocator {
  void *(*resize)(void *ctx, void *block, size_t old_size, size_t new_size);
  void *ctx;
} jm_allocator;

/** Limits on input. 0 means the default; a value over the hard maximum is JM_ERR_ARGUMENT.
 *  Exceeding one is JM_ERR_LIMIT with its name and value, or, while matching, `undecided`. */
typedef struct jm_limits {
  int64_t max_document_bytes; /**< Bytes of one document. Default 1 MiB, at most 256 MiB. */
  int64_t max_depth;          /**< Nesting of lists and mappings. Default 64, at most 1000. */
  int64_t max_nodes;          /**< Scalars, lists and mappings of one document. Default 200,000; 10^8. */
  int64_t max_scalar_bytes;   /**< Bytes of one value. Default 64 KiB, at most 16 MiB. */
  int64_t max_key_bytes;      /**< Bytes of one key. Default 256, at most 1024. */
  int64_t max_requirements;   /**< Requirements of one posting. Default 10,000; 10^7. */
  int64_t max_parts;          /**< Parts of one requirement line. Default 64, at most 1000. */
  int64_t max_entries;        /**< Entries of one profile. Default 20,000; 10^7. */
  int64_t max_patterns;       /**< `match:` patterns of one posting. Default 64, at most 1000. */
  int64_t max_pattern_bytes;  /**< Bytes of one pattern. Default 512, at most 8 KiB. */
  int64_t max_match_steps;    /**< Steps of one pattern on one text. Default 1,000,000; 10^9. */
  int64_t max_pair_steps;     /**< Steps of all patterns on one pair. Default 10,000,000; 10^10. */
} jm_limits;

/** A handle on everything that is not input: lexicon, policy, limits, memory. See scorer.h. */
typedef struct jm_scorer jm_scorer;

#ifdef __cplusplus
}
#endif
#endif
