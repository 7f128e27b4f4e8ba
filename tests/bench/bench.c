/* SPDX-License-Identifier: MIT */
/* bench SECONDS: how long the steps of the library take, beside naive peers in the same run.
 *
 * Each row is measured in ROUNDS rounds that take turns, in CPU time of the process, so that what
 * disturbs the machine disturbs all of them; the median is printed. Rows of one group do the same
 * job, and their ratio tells more than the time: machines differ. Nothing is asserted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "data.h"
#include "document/document.h"
#include "jobmatch/jobmatch.h"
#include "match/match.h"
#include "rivals.h"

enum { ROUNDS = 7, PAIRS = 64 };

typedef struct bench {
  jmb_data data;
  jm_scorer *scorer;
  jmb_sweep *sweep;
  jm_posting *postings[PAIRS];
  jm_profile *profiles[PAIRS];
  jmi_document_limits limits;
  jmi_arena arena; /* of a line, or of a tree */
  jmi_scribe scribe;
  size_t sum; /* of what peers find: nothing is left out as useless */
  bool failed;
} bench;

/* Does the work once, on the i-th of the data; returns the bytes that it read. */
typedef size_t work(bench *b, size_t i);

static void check(bench *b, jm_status status)
{
  b->failed = b->failed || status != JM_OK;
}

static const jmi_str *item(const jmb_texts *texts, size_t i)
{
  return &texts->items[i % texts->count];
}

/* ---- the rows --------------------------------------------------------------------------- */

static size_t read_line(bench *b, size_t i)
{
  const jmi_str *text = item(&b->data.lines, i);
  jmi_requirement line = {.text = *text};
  jmi_reading reading;
  jmi_arena_reset(&b->arena);
  check(b, jmi_line_read(&reading, &b->scribe, &line));
  return text->len;
}

static size_t load_posting(bench *b, const jmi_str *text)
{
  jm_posting *posting = NULL;
  check(b, jm_posting_load(&posting, b->scorer, text->at, text->len, NULL));
  jm_posting_free(posting);
  return text->len;
}

static size_t load_profile(bench *b, const jmi_str *text)
{
  jm_profile *profile = NULL;
  check(b, jm_profile_load(&profile, b->scorer, text->at, text->len, NULL));
  jm_profile_free(profile);
  return text->len;
}

static size_t posting_json(bench *b, size_t i)
{
  return load_posting(b, item(&b->data.postings_json, i));
}

static size_t posting_yaml(bench *b, size_t i)
{
  return load_posting(b, item(&b->data.postings_yaml, i));
}

static size_t profile_json(bench *b, size_t i)
{
  return load_profile(b, item(&b->data.profiles_json, i));
}

static size_t profile_yaml(bench *b, size_t i)
{
  return load_profile(b, item(&b->data.profiles_yaml, i));
}

static size_t peer_words(bench *b, size_t i)
{
  const jmi_str *text = item(&b->data.resumes, i);
  b->sum += jmb_count_words(text->at, text->len);
  return text->len;
}

static size_t peer_sweep(bench *b, size_t i)
{
  const jmi_str *text = item(&b->data.resumes, i);
  b->sum += jmb_sweep_run(b->sweep, text->at, text->len);
  return text->len;
}

static size_t score_pair(bench *b, size_t i)
{
  jm_result *result = NULL;
  check(b,
        jm_score(&result, b->scorer, b->postings[i % PAIRS], b->profiles[i / PAIRS % PAIRS], NULL));
  jm_result_free(result);
  return 0;
}

static size_t score_texts(bench *b, size_t i)
{
  const jmi_str *posting = item(&b->data.postings_json, i);
  const jmi_str *profile = item(&b->data.profiles_json, i);
  char *report = NULL;
  check(b, jm_score_text(&report, NULL, b->scorer, posting->at, posting->len, profile->at,
                         profile->len, NULL));
  jm_text_free(report);
  return posting->len + profile->len;
}

static size_t peer_common(bench *b, size_t i)
{
  const jmi_str *resume = item(&b->data.resumes, i), *posting = item(&b->data.postings_json, i);
  b->sum += jmb_common_words(resume->at, resume->len, posting->at, posting->len);
  return resume->len + posting->len;
}

static size_t read_tree(bench *b, const jmi_str *text)
{
  const jmi_node *root;
  jmi_arena_reset(&b->arena);
  check(b, jmi_document_read(&root, &b->arena, text->at, text->len, &b->limits, NULL));
  return text->len;
}

static size_t tree_json(bench *b, size_t i)
{
  return read_tree(b, item(&b->data.postings_json, i));
}

static size_t tree_yaml(bench *b, size_t i)
{
  return read_tree(b, item(&b->data.postings_yaml, i));
}

static size_t tree_block(bench *b, size_t i)
{
  return read_tree(b, item(&b->data.profiles_yaml, i));
}

static size_t cold_scorer(bench *b, size_t i)
{
  (void)i;
  jm_scorer *scorer = NULL;
  check(b, jm_scorer_new(&scorer, NULL, NULL));
  jm_scorer_free(scorer);
  return 0;
}

static size_t cold_pair(bench *b, size_t i)
{
  jm_scorer *warm = b->scorer;
  check(b, jm_scorer_new(&b->scorer, NULL, NULL));
  if (!b->failed)
    score_texts(b, i);
  jm_scorer_free(b->scorer);
  b->scorer = warm;
  return 0;
}

/* ---- the table -------------------------------------------------------------------------- */

typedef enum unit { UNIT_MICROSECONDS, UNIT_MEGABYTES } unit;

static const struct {
  const char *name;
  work *work;
  unit unit;
  int beside;     /* the row whose time is 1 in the ratio */
  double goal;    /* at most; 0: none */
  const char *is; /* what the ratio is to; "": none is printed */
} rows[] = {
    {"requirement line, read", read_line, UNIT_MICROSECONDS, 0, 10, ""},
    {"posting of 14 lines, loaded from JSON", posting_json, UNIT_MICROSECONDS, 0, 0, ""},
    {"posting of 14 lines, loaded from YAML", posting_yaml, UNIT_MICROSECONDS, 1, 0, "to JSON"},
    {"résumé of 4 KB, loaded from JSON", profile_json, UNIT_MICROSECONDS, 3, 200, ""},
    {"résumé of 4 KB, loaded from YAML", profile_yaml, UNIT_MICROSECONDS, 3, 0, "to JSON"},
    {"  peer: its words counted", peer_words, UNIT_MICROSECONDS, 3, 0, "to the résumé"},
    {"  peer: aliases sought by PCRE2", peer_sweep, UNIT_MICROSECONDS, 3, 0, "to the résumé"},
    {"compiled pair, scored with ledger", score_pair, UNIT_MICROSECONDS, 7, 0, ""},
    {"two texts, scored, JSON report", score_texts, UNIT_MICROSECONDS, 7, 0, "to the pair"},
    {"  peer: common words of two texts", peer_common, UNIT_MICROSECONDS, 8, 0, "to two texts"},
    {"JSON to tree, postings", tree_json, UNIT_MEGABYTES, 10, 0, ""},
    {"YAML to tree, postings", tree_yaml, UNIT_MEGABYTES, 10, 0, "to JSON"},
    {"YAML to tree, block text", tree_block, UNIT_MEGABYTES, 10, 0, "to JSON"},
    {"scorer, made and freed", cold_scorer, UNIT_MICROSECONDS, 13, 0, ""},
    {"new scorer and its first two texts", cold_pair, UNIT_MICROSECONDS, 8, 0, "to warm texts"},
};
enum { ROWS = sizeof rows / sizeof *rows };

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Runs a row for so long; microseconds for one piece of work, or for each byte of it. */
static double run(bench *b, int row, double seconds, size_t *next)
{
  double start = now(), spent = 0;
  size_t times = 0, bytes = 0;
  for (size_t batch = 1; spent < seconds && !b->failed; batch += 1 + batch / 4) {
    for (size_t i = 0; i < batch; i++, times++)
      bytes += rows[row].work(b, (*next)++);
    spent = now() - start;
  }
  return spent * 1e6 / (double)(rows[row].unit == UNIT_MEGABYTES ? bytes : times);
}

static int compare(const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(const double *times, double *scratch)
{
  memcpy(scratch, times, ROUNDS * sizeof *scratch);
  qsort(scratch, ROUNDS, sizeof *scratch, compare);
  return scratch[ROUNDS / 2];
}

static void print_row(int row, double times[ROWS][ROUNDS])
{
  double scratch[ROUNDS], ratios[ROUNDS], goal = rows[row].goal;
  double time = median(times[row], scratch);
  for (int r = 0; r < ROUNDS; r++)
    ratios[r] = times[row][r] / times[rows[row].beside][r];
  printf("%-*s", 40 + (strstr(rows[row].name, "é") != NULL ? 2 : 0), rows[row].name);
  if (rows[row].unit == UNIT_MEGABYTES)
    printf("%10.1f MB/s", 1 / time);
  else
    printf("%10.2f us  ", time);
  if (goal > 0)
    printf("  goal %.0f", goal);
  if (rows[row].is[0] != '\0')
    printf("  %.3g x %s", median(ratios, scratch), rows[row].is);
  printf("\n");
}

/* The first round warms up and is not counted. */
static void measure(bench *b, double seconds)
{
  static double times[ROWS][ROUNDS];
  size_t next[ROWS] = {0};
  double slice = seconds / ((ROUNDS + 1) * ROWS);
  for (int round = -1; round < ROUNDS; round++)
    for (int row = 0; row < ROWS && !b->failed; row++)
      times[row][round < 0 ? 0 : round] = run(b, row, slice, &next[row]);
  for (int row = 0; row < ROWS && !b->failed; row++)
    print_row(row, times);
}

static bool open_bench(bench *b)
{
  if (!jmb_data_make(&b->data, 1) || (b->sweep = jmb_sweep_new()) == NULL)
    return false;
  check(b, jm_scorer_new(&b->scorer, NULL, NULL));
  for (size_t i = 0; i < PAIRS && !b->failed; i++) {
    const jmi_str *posting = &b->data.postings_json.items[i];
    const jmi_str *profile = &b->data.profiles_json.items[i];
    check(b, jm_posting_load(&b->postings[i], b->scorer, posting->at, posting->len, NULL));
    check(b, jm_profile_load(&b->profiles[i], b->scorer, profile->at, profile->len, NULL));
  }
  if (b->failed)
    return false;
  b->limits = jmi_limits_document(&b->scorer->limits);
  jmi_arena_init(&b->arena, NULL);
  check(b, jmi_scribe_init(&b->scribe, b->scorer->language, &b->arena,
                           (uint32_t)b->scorer->limits.max_parts));
  return !b->failed;
}

static void close_bench(bench *b)
{
  if (b->scribe.language != NULL)
    jmi_scribe_dispose(&b->scribe);
  for (size_t i = 0; i < PAIRS; i++) {
    jm_posting_free(b->postings[i]);
    jm_profile_free(b->profiles[i]);
  }
  jm_scorer_free(b->scorer);
  jmi_arena_dispose(&b->arena);
  jmb_sweep_free(b->sweep);
  jmb_data_dispose(&b->data);
}

int main(int count, char **arguments)
{
  static bench b;
  double seconds = count > 1 ? strtod(arguments[1], NULL) : 5;
  if (seconds <= 0) {
    fputs("usage: bench SECONDS\n", stderr);
    return 2;
  }
  bool opened = open_bench(&b);
  if (opened)
    measure(&b, seconds);
  bool failed = b.failed || !opened;
  close_bench(&b);
  if (failed)
    fputs("bench: something failed, most likely for want of memory\n", stderr);
  return failed ? 4 : 0;
}
