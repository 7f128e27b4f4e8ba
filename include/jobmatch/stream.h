/* SPDX-License-Identifier: MIT */
/** @file
 *  A stream: pairs in JSON lines, answered one after the other.
 *
 *      jm_stream *stream;  jm_stream_new(&stream, scorer, NULL, NULL, &err);
 *      char *answer;       jm_stream_answer(&answer, &len, NULL, stream, line, line_len, &err);
 *      jm_text_free(answer);
 *      jm_stream_free(stream);
 *
 *  Lines repeat documents: a stream keeps those it used last ready, 64 postings and 64 profiles at
 *  most, of 4 MiB of text and 32 MiB of memory for each of the two kinds. What is kept changes how
 *  long an answer takes, and nothing else: the same line has the same answer, whatever went before
 *  it. */
#ifndef JOBMATCH_STREAM_H
#define JOBMATCH_STREAM_H

#include "jobmatch/posting.h"
#include "jobmatch/profile.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A stream. The exception to the rule of threads: answering changes it, so one thread at a time
 *  uses a stream. Streams of one scorer know nothing of each other: give each thread its own. */
typedef struct jm_stream jm_stream;

/** Makes a stream. With `posting` or `profile` given (not NULL) it stands for all lines, which then
 *  hold only the other. Returns JM_OK and a stream the caller frees with jm_stream_free(), or
 *  JM_ERR_MEMORY or JM_ERR_ARGUMENT (out or scorer is NULL, or a handle is of another scorer).
 *  Scorer, posting and profile must outlive the stream. Since 0.1. */
JM_API jm_status jm_stream_new(jm_stream **out, const jm_scorer *scorer, const jm_posting *posting,
                               const jm_profile *profile, jm_error *err) JM_MUST_USE;
/** Frees a stream and what it keeps. Takes NULL; texts it gave stay. Since 0.1. */
JM_API void jm_stream_free(jm_stream *stream);

/** Answers one line: an object {"id": any, "posting": P, "profile": Q} where P and Q are documents
 * or strings holding one. Writes exactly one JSON object, without a newline: {"id":…,"result":{…}}
 * or
 *  {"id":…,"error":{…}}. `*out` is the caller's, to be freed with jm_text_free(); `*len` (which may
 * be NULL) is its length in bytes. A bad line is an answer, not a failure: JM_OK; `*failed` (which
 * may be NULL) is then 1, else 0. Returns JM_OK, JM_ERR_MEMORY or JM_ERR_ARGUMENT; the stream is
 * fit for the next line after each. One thread at a time. Since 0.1. */
JM_API jm_status jm_stream_answer(char **out, size_t *len, int32_t *failed, jm_stream *stream,
                                  const char *line, size_t line_len, jm_error *err) JM_MUST_USE;

#ifdef __cplusplus
}
#endif
#endif
