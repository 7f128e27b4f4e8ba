/* SPDX-License-Identifier: MIT */
/* Reports: a result, a posting or a profile written in a format.
 *
 * Every writer fills a buffer and never fails by itself; a buffer that failed is found when the
 * text is given (give.h). Nothing is decided here: all that is said stands in jm_result. */
#ifndef JMI_REPORT_REPORT_H
#define JMI_REPORT_REPORT_H

#include "report/json_writer.h"
#include "score/score.h"

#include "jobmatch/report.h"

/* ---- what the writers share (figures.c) ------------------------------------------------- */

/* A share in hundredths of a per cent, rounded down, so that no bound is shown before it is
 * reached: 0 to 10000. */
int32_t jmi_share_hundredths(jmi_share share);

/* "[###############-----]": a bar of 20 cells, 5 per cent each; a cell begun is not yet filled. */
#define JMI_BAR_SIZE 23
void jmi_bar_draw(char out[JMI_BAR_SIZE], jmi_share share);

/* Rows counted by standing, of one tier or of several. */
typedef struct jmi_tally {
  uint32_t by[5]; /* by jm_standing */
  uint32_t all;
} jmi_tally;
jmi_tally jmi_tally_of(const jm_result *result, bool preferred);

/* The entry that an outcome's evidence stands in; NULL past the last. */
const jmi_entry *jmi_outcome_entry(const jm_result *result, const jmi_outcome *outcome,
                                   uint32_t index);
/* How a row's tier was known ("default", "list", "words", "field"), by jmi_tier_source. */
extern const char *const jmi_tier_source_words[4];
extern const char *const jmi_preferred_words[3]; /* by jmi_preferred_mode */

/* Parts worth a word under "what can be improved". */
typedef enum jmi_chance {
  JMI_CHANCE_TRANSFERABLE, /* shown by something related */
  JMI_CHANCE_REWORD        /* partly shown, in words that only half match */
} jmi_chance;
bool jmi_is_chance(const jmi_row *row, const jmi_outcome *outcome, jmi_chance chance);
/* What a part asks, in the posting's words, without the commas that a cut leaves at its ends; where
 * none are left, the whole requirement's. */
jmi_str jmi_part_words(const jmi_requirement *given, const jmi_part *part);
/* A preferred row that is not met yet: it would be a plus. */
bool jmi_is_plus(const jmi_row *row);

/* The day or month that "present" means: "2026-03-01", "2023-06", or "" when nothing is dated. */
void jmi_as_of_digits(char out[16], const jm_scorer *scorer, const jm_profile *profile);

/* ---- writers ---------------------------------------------------------------------------- */

/* One for each format; `flags` are JM_REPORT_*. Those for people walk together (walk.h). */
typedef void jmi_report_fn(jmi_buffer *out, const jm_result *result, int32_t flags);
jmi_report_fn jmi_result_text, jmi_result_markdown, jmi_result_html, jmi_result_csv;

void jmi_result_json(jmi_writer *w, const char *key, const jm_result *result, int32_t flags);
void jmi_result_json_improve(jmi_writer *w, const jm_result *result);
void jmi_write_versions(jmi_writer *w, const jm_scorer *scorer);
void jmi_write_share(jmi_writer *w, const char *key, jmi_share share);
void jmi_write_evidence(jmi_writer *w, const char *key, const jm_result *result,
                        const jmi_outcome *outcome);

/* ---- what looks wrong ------------------------------------------------------------------- */

/* Findings about words of a line that shut people out (lint_words.c). */
void jmi_lint_words(jmi_writer *w, const jmi_requirement *line, jmi_str text);
/* Findings in a list under "findings"; JM_ERR_MEMORY. */
jm_status jmi_posting_findings(jmi_writer *w, const jm_posting *posting) JM_MUST_USE;
jm_status jmi_profile_findings(jmi_writer *w, const jm_profile *profile) JM_MUST_USE;

/* One finding: a stable code, a place, a sentence, and what to do. `id` may be NULL. */
void jmi_write_finding(jmi_writer *w, const char *code, jmi_str path, jmi_mark mark,
                       const char *message, const char *advice);
/* What stands in a foreign document where it can't be read, as findings. */
void jmi_write_notes(jmi_writer *w, const jmi_notes *notes);
/* True when a text holds characters that steer or hide text. */
bool jmi_hides_characters(jmi_str text);

/* Texts that are the same but for case: calls back nothing, but fills `first` with the index of
 * the first equal text for each (its own when it is the first). JM_ERR_MEMORY. */
jm_status jmi_find_repeats(uint32_t *first, const jm_allocator *allocator, const jmi_str *texts,
                           uint32_t count) JM_MUST_USE;

/* ---- errors ----------------------------------------------------------------------------- */

/* Puts what an error's path belongs to before it: "posting.requirements[2]". */
void jmi_error_under(jm_error *err, const char *what);

#endif
