/* SPDX-License-Identifier: MIT */
/* The work: batches of documents, scored by threads, gone through in order. See rank.h. */
#include "rank.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

/* A batch is the same for any number of threads. */
enum { BATCH_DOCUMENTS = 256, BATCH_BYTES = 4 << 20 };

typedef struct rank_item {
  cli_document document;
  int64_t order;
  int status;        /* an exit status */
  jm_error err;      /* when it is not 0 */
  rank_entry *entry; /* when it is */
} rank_item;

typedef struct rank_batch {
  const cli_ranking *ranking;
  rank_item *items;
  size_t count;
  atomic_size_t next; /* the first item that no thread has taken */
} rank_batch;

/* ---- one document ------------------------------------------------------------------------ */

static jm_status keep(rank_item *item, const cli_ranking *r, const jm_posting *posting,
                      const jm_profile *profile)
{
  jm_result *result = NULL;
  const char *title = r->finds ? jm_posting_title(posting) : "";
  jm_status status = jm_score(&result, r->scorer, posting, profile, &item->err);
  if (status == JM_OK)
    item->entry = entry_make(r, &item->document, item->order, result, title);
  if (status == JM_OK && item->entry == NULL) {
    item->err = (jm_error){.status = JM_ERR_MEMORY, .message = "out of memory"};
    status = JM_ERR_MEMORY;
  }
  jm_result_free(result);
  return status;
}

static jm_status score(rank_item *item, const cli_ranking *r)
{
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  const cli_text *text = &item->document.text;
  jm_status status;
  if (r->finds) {
    status = jm_posting_load(&posting, r->scorer, text->at, text->len, &item->err);
    if (status == JM_OK)
      status = keep(item, r, posting, r->profile);
  } else {
    status = jm_profile_load(&profile, r->scorer, text->at, text->len, &item->err);
    if (status == JM_OK)
      status = keep(item, r, r->posting, profile);
  }
  jm_profile_free(profile);
  jm_posting_free(posting);
  return status;
}

static void score_item(rank_item *item, const cli_ranking *r)
{
  item->err = (jm_error)JM_ERROR_INIT;
  if (item->document.too_long) {
    item->err = (jm_error){.status = JM_ERR_LIMIT,
                           .line = 1,
                           .column = 1,
                           .message = "the line has more than 1048576 bytes"};
    item->status = EXIT_INPUT;
    return;
  }
  item->status = status_exit(score(item, r));
}

/* ---- a batch ----------------------------------------------------------------------------- */

static void *run(void *shared)
{
  rank_batch *batch = shared;
  for (size_t i; (i = atomic_fetch_add(&batch->next, 1)) < batch->count;)
    score_item(&batch->items[i], batch->ranking);
  return NULL;
}

/* This thread works too, and fewer than asked for do the same. */
static void run_threads(rank_batch *batch)
{
  pthread_t threads[MOST_THREADS];
  size_t wanted = (size_t)batch->ranking->settings->threads, started = 0;
  wanted = wanted < batch->count ? wanted : batch->count;
  while (started + 1 < wanted && pthread_create(&threads[started], NULL, run, batch) == 0)
    started++;
  run(batch);
  for (size_t i = 0; i < started; i++)
    pthread_join(threads[i], NULL);
}

/* Returns 0, or EXIT_SYSTEM when memory ran out, told. */
static int fill(rank_batch *batch, cli_ranking *r)
{
  int got = 1;
  size_t bytes = 0;
  int64_t order = r->scored + r->failed;
  batch->count = 0;
  while (batch->count < BATCH_DOCUMENTS && bytes < BATCH_BYTES) {
    rank_item *item = &batch->items[batch->count];
    *item = (rank_item){.order = order + (int64_t)batch->count};
    got = documents_next(&r->documents, &item->document);
    if (got <= 0)
      break;
    bytes += item->document.text.len;
    batch->count++;
  }
  atomic_store(&batch->next, 0);
  return got < 0 ? EXIT_SYSTEM : 0;
}

/* Places in a document become places in its file. */
static void tell_item(rank_item *item)
{
  const cli_document *document = &item->document;
  uint32_t before = document->lines_before;
  item->err.line += item->err.line > 0 ? before : 0;
  item->err.other_line += item->err.other_line > 0 ? before : 0;
  tell_document_error(name_of(document->file), document->many ? document->number : 0, &item->err);
}

/* Returns 0, or EXIT_SYSTEM when memory ran out, told. */
static int take_item(cli_ranking *r, rank_item *item)
{
  if (item->status != 0) {
    tell_item(item);
    r->failed++;
    r->status = worse(r->status, item->status);
    return 0;
  }
  r->scored++;
  rank_entry *entry = item->entry;
  item->entry = NULL;
  if (!entry_passes(entry, r->settings)) {
    free(entry);
    return 0;
  }
  r->passed++;
  if (list_add(&r->list, entry))
    return 0;
  tell("out of memory");
  return EXIT_SYSTEM;
}

static int take_batch(cli_ranking *r, rank_batch *batch, cli_progress *progress)
{
  int status = 0;
  for (size_t i = 0; i < batch->count; i++) {
    rank_item *item = &batch->items[i];
    if (item->status != 0)
      progress_clear(progress);
    if (status == 0)
      status = take_item(r, item);
    free(item->entry);
    text_dispose(&item->document.text);
  }
  progress_show(progress, r->scored);
  return status;
}

int rank_all(cli_ranking *ranking)
{
  cli_progress progress;
  rank_batch batch = {.ranking = ranking};
  batch.items = malloc(BATCH_DOCUMENTS * sizeof *batch.items);
  if (batch.items == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  atomic_init(&batch.next, 0);
  progress_open(&progress, ranking->settings);
  int status = 0;
  do {
    status = fill(&batch, ranking);
    run_threads(&batch);
    status = worse(status, take_batch(ranking, &batch, &progress));
  } while (status == 0 && batch.count > 0);
  progress_clear(&progress);
  free(batch.items);
  ranking->failed += ranking->documents.failed;
  ranking->status = worse(ranking->status, ranking->documents.status);
  list_finish(&ranking->list);
  return status;
}
