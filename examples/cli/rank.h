/* SPDX-License-Identifier: MIT */
/* What the files of `jobmatch rank` and `jobmatch find` share.
 *
 * Documents are taken in the order in which they are given, in batches; the documents of a batch
 * are scored by any number of threads, each result into its own place; then one thread goes
 * through the batch in order. So neither output nor messages depend on the threads. */
#ifndef JOBMATCH_CLI_RANK_H
#define JOBMATCH_CLI_RANK_H

#include "documents.h"

/* What is kept of a result: one block of memory, freed by free(). */
typedef struct rank_entry {
  const char *file;      /* borrowed from the documents */
  int64_t number, order; /* in its file; among all documents */
  bool many;             /* the number is part of its id */
  int64_t earned, possible;
  cli_share share;
  int32_t confirmed;  /* hundredths of a per cent, if every unknown line were confirmed */
  int64_t needed_met; /* lines met that are no wishes */
  int64_t counts[5], line_count; /* by jm_standing */
  int64_t blocker_count;
  const char *band, *title;   /* of a profile the title is "" */
  char **ids;                 /* of the lines; borrowed from the ranking, or its own */
  const unsigned char *marks; /* of the lines: a jm_standing, and RANK_BLOCKS */
} rank_entry;

enum { RANK_STANDING = 7, RANK_BLOCKS = 8 };

/* What is kept of all results. Takes the best of many in room for a few more than those. */
typedef struct rank_list {
  rank_entry **at;         /* owns, and each of them */
  size_t count, room, top; /* top 0: all */
} rank_list;

typedef struct cli_ranking {
  const cli_settings *settings;
  bool finds;        /* postings for a profile */
  const char *given; /* the path of the one document */
  jm_scorer *scorer;
  jm_posting *posting; /* the one document, and a stand-in for the others: together they tell */
  jm_profile *profile; /* what the lines, the policy and the bands are */
  jm_result *probe;
  char **ids;   /* of the posting's lines, when it is the one document; owns the array only */
  char *policy; /* its name and hash, as JSON */
  cli_documents documents;
  rank_list list;
  int64_t scored, passed, failed; /* passed: as was asked for */
  int status;
} cli_ranking;

/* ---- entries (rank_entry.c) -------------------------------------------------------------- */

/* NULL when out of memory. */
rank_entry *entry_make(const cli_ranking *ranking, const cli_document *document, int64_t order,
                       const jm_result *result, const char *title);
/* Less than 0: `a` comes first. Never 0 for two entries. */
int entry_compare(const rank_entry *a, const rank_entry *b);
bool entry_passes(const rank_entry *entry, const cli_settings *settings);
/* Takes the entry. False when out of memory. */
bool list_add(rank_list *list, rank_entry *entry);
/* Sorts it, and drops what is not among the best. */
void list_finish(rank_list *list);
void list_dispose(rank_list *list);
/* Which lines are met by an entry above and not by this one, into `missed`; then adds to `above`
 * what this one meets. Both have a place for each line; `above` begins with zeros. */
void entry_against(unsigned char *missed, unsigned char *above, const rank_entry *entry);

/* ---- work (rank_work.c) ------------------------------------------------------------------ */

/* Scores all documents into the list. Returns 0, or EXIT_SYSTEM when memory ran out. */
int rank_all(cli_ranking *ranking);

/* ---- reports: they write to the file and leave it to the caller to ask whether that failed -- */

void rank_put_text(FILE *file, const cli_ranking *ranking, unsigned char *room);
void rank_put_json(FILE *file, const cli_ranking *ranking, unsigned char *room);
void rank_put_csv(FILE *file, const cli_ranking *ranking);
/* file#number, or file alone. */
void put_id(FILE *file, const rank_entry *entry, void (*put)(FILE *file, const char *text));
/* number / 10^decimals without needless zeros. */
void put_decimal(FILE *file, int64_t number, int decimals);

/* ---- progress (progress.c) --------------------------------------------------------------- */

typedef struct cli_progress {
  bool wanted, shown;
  int64_t began, told; /* milliseconds */
} cli_progress;

/* Only on a terminal, and not before two seconds have gone. */
void progress_open(cli_progress *out, const cli_settings *settings);
void progress_show(cli_progress *progress, int64_t done);
/* Takes it off the line, before something else is said there. */
void progress_clear(cli_progress *progress);

#endif
