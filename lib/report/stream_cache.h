/* SPDX-License-Identifier: MIT */
/* Documents that a stream read last, compiled, because lines repeat them.
 *
 * In:  the bytes of a document.
 * Out: what jm_posting_load or jm_profile_load makes of them, lent.
 * Refuses: what those refuse, and keeps nothing of it.
 *
 * A document is looked up by the hash of its bytes and known by the bytes themselves. The two kinds
 * stand on shelves of their own, so that no flood of profiles puts the one posting out:
 *
 *   postings | P3 | P1 | P2 |               the last one used stands first;
 *   profiles | Q9 | Q2 | Q7 | Q6 | ...      the one at the end is the first to go
 *
 * A compiled document takes 40 times its text, a hostile one 200 times: so the memory is bounded as
 * well as the text. Bounds hold between lines; a document over them is lent, and dropped after its
 * line. */
#ifndef JMI_REPORT_STREAM_CACHE_H
#define JMI_REPORT_STREAM_CACHE_H

#include "match/match.h"

#define JMI_SHELF_DOCUMENTS 64u
#define JMI_SHELF_TEXT      ((size_t)4 << 20)
#define JMI_SHELF_MEMORY    ((size_t)32 << 20)

typedef enum jmi_kept_kind { JMI_KEPT_POSTING, JMI_KEPT_PROFILE, JMI_KEPT_KINDS } jmi_kept_kind;

typedef struct jmi_kept {
  uint64_t hash; /* of the text */
  char *text;    /* owns */
  uint32_t len;
  jm_posting *posting; /* owns: one of the two; the other is NULL */
  jm_profile *profile;
  size_t memory; /* that it takes, compiled */
} jmi_kept;

typedef struct jmi_shelf {
  jmi_kept kept[JMI_SHELF_DOCUMENTS]; /* the last one used first */
  uint32_t count;
  size_t text, memory; /* of all of them */
} jmi_shelf;

typedef struct jmi_cache {
  const jm_scorer *scorer; /* borrows */
  jmi_shelf shelves[JMI_KEPT_KINDS];
} jmi_cache;

void jmi_cache_init(jmi_cache *cache, const jm_scorer *scorer);
void jmi_cache_dispose(jmi_cache *cache);
/* Lends a document, loaded now or kept from before, until the next one of its kind is asked for or
 * the cache is settled. Fails as loading does. */
jm_status jmi_cache_lend(const jmi_kept **out, jmi_cache *cache, jmi_kept_kind kind, jmi_str text,
                         jm_error *err) JM_MUST_USE;
/* Drops what is over the bounds. */
void jmi_cache_settle(jmi_cache *cache);

#endif
