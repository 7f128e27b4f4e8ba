/* SPDX-License-Identifier: MIT */
/* The sentences of reports for people: the same words in every format.
 *
 * A pen writes them into a buffer in a format's dialect: our own words as they are (ASCII that
 * means nothing to any of the formats), a document's words escaped. */
#ifndef JMI_REPORT_SAY_H
#define JMI_REPORT_SAY_H

#include "report/report.h"
#include "report/safe.h"

typedef struct jmi_dialect {
  jmi_escape escape;
  const char *percent;  /* " %" */
  const char *text[2];  /* what stands before and after a document's text, */
  const char *name[2];  /* a requirement's id, */
  const char *faint[2]; /* and what most readers pass over: places, rules, hashes */
} jmi_dialect;

typedef struct jmi_pen {
  jmi_buffer *out;            /* borrows */
  const jmi_dialect *dialect; /* borrows */
} jmi_pen;

void jmi_say(const jmi_pen *pen, const char *words); /* ours: trusted */
void jmi_say_text(const jmi_pen *pen, jmi_str text); /* a document's */
void jmi_say_number(const jmi_pen *pen, int64_t number);
/* Thousandths of a per cent: "75 %". */
void jmi_say_bound(const jmi_pen *pen, int32_t milli);
/* With one decimal, rounded down: "77.7 %". */
void jmi_say_percent(const jmi_pen *pen, jmi_share share);

/* ---- the head --------------------------------------------------------------------------- */

/* "6 of 9 requirements met, 2 partly: apply. Preferred: 0 of 1 met." */
void jmi_say_counts(const jmi_pen *pen, const jm_result *result);
/* "apply, from 75 %: enough to apply: ..."; with a single band there is nothing to say. */
bool jmi_has_band(const jm_result *result);
void jmi_say_band(const jmi_pen *pen, const jm_result *result);
void jmi_say_confirm(const jmi_pen *pen, const jm_result *result, const char *rest);

/* ---- rows, parts and evidence ----------------------------------------------------------- */

/* "r3: Manage relations" */
void jmi_say_requirement(const jmi_pen *pen, const jmi_requirement *given);
/* " (tier.must.must)" */
void jmi_say_rule(const jmi_pen *pen, const char *rule);
/* "must-have, by its own words (tier.must.must); weight 2"; nothing for what is usual. */
bool jmi_has_tier(const jmi_row *row);
void jmi_say_tier(const jmi_pen *pen, const jmi_row *row);
/* "from skills[0], line 4: ..." */
void jmi_say_entry(const jmi_pen *pen, const jmi_entry *entry);
/* What comes nearest to a missing part is no evidence of it, but for a transferable skill. */
bool jmi_has_evidence(const jmi_outcome *outcome);
/* "matched: the same thing is named (match.alias)" */
bool jmi_has_how(const jmi_outcome *outcome);
void jmi_say_how(const jmi_pen *pen, const jmi_outcome *outcome);
/* "short: asks 5 years, shows 2 (match.years)". `outcome` is whose shortfall it is; NULL when that
 * is not known. */
bool jmi_is_short(uint8_t standing, jmi_str shortfall);
void jmi_say_shortfall(const jmi_pen *pen, uint8_t standing, jmi_str shortfall,
                       const jmi_outcome *outcome);
/* "any of:", "at least 2 of:" */
void jmi_say_group(const jmi_pen *pen, const jmi_group *group);
/* "(must-have, missing)" */
void jmi_say_standing(const jmi_pen *pen, const jmi_row *row);
/* "To reach 80 % (strong): show r4, which makes 88.8 %." */
void jmi_say_route(const jmi_pen *pen, const jm_result *result, const jmi_route *route);

/* ---- the foot --------------------------------------------------------------------------- */

void jmi_say_versions(const jmi_pen *pen, const jm_scorer *scorer);
void jmi_say_policy(const jmi_pen *pen, const jm_scorer *scorer);
void jmi_say_inputs(const jmi_pen *pen, const jm_result *result);

#endif
