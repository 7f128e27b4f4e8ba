/* SPDX-License-Identifier: MIT */
/* Scores many profiles against one posting, over several threads.
 *
 * usage: many_profiles THREADS POSTING PROFILE...
 * build: cc many_profiles.c file.c $(pkg-config --cflags --libs jobmatch) -pthread -o many_profiles
 *
 * One line for each profile, in the order of the arguments whichever thread was faster. Scorer and
 * posting are immutable, so the threads share them without locks; a profile and a result belong to
 * the thread that made them. A profile that can't be read is told on standard error, and the rest
 * goes on. */
#include "file.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_THREADS = 256 };

typedef struct answer {
  int failure;    /* 0, or an exit status */
  int64_t tenths; /* of a per cent */
  int64_t blockers;
  char band[64];
} answer;

typedef struct work {
  const jm_scorer *scorer;
  const jm_posting *posting;
  char **names;
  answer *answers;
  size_t count;
  atomic_size_t next; /* the first profile that no thread has taken */
} work;

/* The percentage in tenths, cut: what falls short of a band must not read as if it reached it. */
static int64_t percent_tenths(const jm_result *result)
{
  int64_t possible = jm_result_possible(result);
  return possible == 0 ? 1000 : jm_result_earned(result) * 1000 / possible;
}

static int score_profile(const work *w, const jm_profile *profile, const char *name, answer *out)
{
  jm_result *result = NULL;
  jm_error err = JM_ERROR_INIT;
  if (jm_score(&result, w->scorer, w->posting, profile, &err) != JM_OK) {
    error_print(name, &err);
    return EXIT_SYSTEM;
  }
  out->tenths = percent_tenths(result);
  out->blockers = jm_result_blocker_count(result);
  snprintf(out->band, sizeof out->band, "%s", jm_result_band(result));
  jm_result_free(result);
  return 0;
}

static void *run(void *shared)
{
  work *w = shared;
  for (size_t i; (i = atomic_fetch_add(&w->next, 1)) < w->count;) {
    jm_profile *profile = NULL;
    answer *out = &w->answers[i];
    out->failure = profile_load_file(&profile, w->scorer, w->names[i]);
    if (out->failure == 0)
      out->failure = score_profile(w, profile, w->names[i], out);
    jm_profile_free(profile);
  }
  return NULL;
}

/* Fewer threads than asked for do the same work: only none at all is done by this one. */
static void run_threads(work *w, size_t count)
{
  pthread_t threads[MAX_THREADS];
  size_t started = 0;
  while (started < count && pthread_create(&threads[started], NULL, run, w) == 0)
    started++;
  if (started == 0)
    run(w);
  for (size_t i = 0; i < started; i++)
    pthread_join(threads[i], NULL);
}

/* Prints the answers; returns the worst of their failures. */
static int print_answers(const work *w)
{
  int worst = 0;
  for (size_t i = 0; i < w->count; i++) {
    const answer *a = &w->answers[i];
    if (a->failure > worst)
      worst = a->failure;
    if (a->failure == 0)
      printf("%3d.%d %% %s%s %s\n", (int)(a->tenths / 10), (int)(a->tenths % 10), a->band,
             a->blockers > 0 ? ", blocked" : "", w->names[i]);
  }
  return worst;
}

static int score_all(const jm_scorer *scorer, const jm_posting *posting, size_t threads,
                     char **names, size_t count)
{
  work w = {.scorer = scorer, .posting = posting, .names = names, .count = count};
  atomic_init(&w.next, 0);
  w.answers = calloc(count, sizeof *w.answers);
  if (w.answers == NULL) {
    fputs("many_profiles: out of memory\n", stderr);
    return EXIT_SYSTEM;
  }
  run_threads(&w, threads);
  int worst = print_answers(&w);
  free(w.answers);
  return worst;
}

int main(int argc, char **argv)
{
  long threads = argc > 3 ? strtol(argv[1], NULL, 10) : 0;
  if (threads < 1 || threads > MAX_THREADS) {
    fputs("usage: many_profiles THREADS POSTING PROFILE...\n", stderr);
    return EXIT_USAGE;
  }
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  jm_error err = JM_ERROR_INIT;
  int exit_status = EXIT_SYSTEM;
  if (jm_scorer_new(&scorer, NULL, &err) != JM_OK)
    error_print("many_profiles", &err);
  else if ((exit_status = posting_load_file(&posting, scorer, argv[2])) == 0)
    exit_status = score_all(scorer, posting, (size_t)threads, argv + 3, (size_t)argc - 3);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  return exit_status;
}
