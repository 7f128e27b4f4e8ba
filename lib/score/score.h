/* SPDX-License-Identifier: MIT */
/* Scoring: outcomes of parts made into standings of lines, credit, shares, a band, and what to do.
 *
 * All of it is exact: strengths and credits in thousandths, weights in thousandths, shares as
 * earned over possible in millionths. Floating point appears in the getters that print. */
#ifndef JMI_SCORE_SCORE_H
#define JMI_SCORE_SCORE_H

#include "match/match.h"

/* Earned over possible, in millionths (credit times weight). */
typedef struct jmi_share {
  int64_t earned, possible;
} jmi_share;

/* One row of the ledger. */
typedef struct jmi_row {
  const jmi_line_plan *line;
  jmi_outcome *parts; /* one for each part of the line's reading */
  uint8_t standing;   /* a jm_standing */
  int32_t strength;   /* of 1000 */
  int32_t credit;     /* of 1000 */
  int64_t weight;     /* thousandths, with the tier's weight in it; 0: shown, not counted */
  uint32_t best;      /* the part whose evidence tells most */
  jmi_str shortfall;
} jmi_row;

/* One thing to do: mend this row (or confirm it), and the share grows by gain. */
typedef struct jmi_step {
  uint32_t row;
  bool confirm; /* it is unknown: say so, if it is so */
} jmi_step;

/* The smallest set of rows that reaches a band's bound. */
typedef struct jmi_route {
  const jmi_band *band;
  jmi_step *steps;
  uint32_t count;
  bool reached;  /* the share is there already: no steps */
  bool possible; /* some set reaches it */
  jmi_share after;
} jmi_route;

struct jm_result {
  jmi_arena arena;
  jm_allocator allocator;
  const jm_scorer *scorer;   /* borrows */
  const jm_posting *posting; /* borrows */
  const jm_profile *profile; /* borrows */
  jmi_row *rows;
  uint32_t row_count;
  uint32_t standings[5];                 /* rows by jm_standing; weightless ones too */
  jmi_share share;                       /* the percentage */
  jmi_share confirmed;                   /* if every unknown row were met */
  jmi_share by_tier[3], by_component[3]; /* plain: earned over possible of those rows */
  const jmi_band *band;
  uint32_t *blockers; /* rows: must-haves that are missing */
  uint32_t blocker_count;
  uint32_t *right; /* rows met, the most telling first: must-haves, then weight, then strength */
  uint32_t right_count;
  uint32_t
      *wrong; /* must-have and required rows missing or partly met: knock-outs, then weight lost */
  uint32_t wrong_count;
  jmi_route *routes; /* one for each band above the one reached, lowest first */
  uint32_t route_count;
};

/* A share compared with a bound in thousandths, exactly. A share of nothing is whole. */
bool jmi_share_reaches(jmi_share share, int32_t milli);
/* For printing: 0 to 100. */
double jmi_share_percent(jmi_share share);
/* The same in tenths of a per cent, rounded down, so that 79.96 is never shown as 80.0. */
int32_t jmi_share_tenths(jmi_share share);

/* Which evidence a row shows first: its best part's; JMI_NONE when there is none. */
uint32_t jmi_row_evidence(const jmi_row *row);

/* How preferred rows count: as the policy says, or like required ones where there are no others. */
jmi_preferred_mode jmi_result_mode(const jm_result *result);

jm_status jmi_row_judge(jmi_row *row, jmi_matcher *matcher, const jmi_line_plan *line) JM_MUST_USE;
void jmi_result_add_up(jm_result *result);
jm_status jmi_result_advise(jm_result *result) JM_MUST_USE;

#endif
