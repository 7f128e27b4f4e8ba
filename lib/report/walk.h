/* SPDX-License-Identifier: MIT */
/* The walk over a result that the reports for people share.
 *
 * The walk knows what is told and in which order, say.h in which words; a format knows how it
 * looks. A format is a jmi_looks, and a function that walks the sections it wants in the order it
 * wants:
 *
 *   walk                                  text             Markdown             HTML
 *   open(NAME), words, close(NAME)        a paragraph      a cell of a table    <p> ... </p>
 *
 * Containers (ITEM, PARTS, GROUP, PART, LIST) hold pieces; the other pieces hold words. */
#ifndef JMI_REPORT_WALK_H
#define JMI_REPORT_WALK_H

#include "report/say.h"

typedef enum jmi_section {
  JMI_SECTION_HEAD,    /* the title, the percentage, and what it means */
  JMI_SECTION_BLOCKED, /* must-haves that are missing */
  JMI_SECTION_SHARES,  /* by tier and by component */
  JMI_SECTION_LEDGER,  /* all rows, in the posting's order */
  JMI_SECTION_REQUIRED,
  JMI_SECTION_PREFERRED, /* or the two halves of it, each in the posting's order */
  JMI_SECTION_RIGHT,
  JMI_SECTION_WRONG,
  JMI_SECTION_IMPROVE,
  JMI_SECTION_ASIDE, /* lines that ask for nothing */
  JMI_SECTION_FOOT,  /* what a reader needs to get the same report again */
  JMI_SECTION_COUNT
} jmi_section;

typedef enum jmi_piece {
  /* containers */
  JMI_PIECE_LIST,  /* items; its heading stands before it */
  JMI_PIECE_ITEM,  /* a requirement, with its sign */
  JMI_PIECE_PARTS, /* what a requirement asks for, when that is more than one thing */
  JMI_PIECE_GROUP, /* parts of which some suffice */
  JMI_PIECE_PART,  /* with its sign */
  /* words */
  JMI_PIECE_TITLE,   /* of the posting */
  JMI_PIECE_SUMMARY, /* how many lines are met */
  JMI_PIECE_NOTE,    /* a sentence of its own */
  JMI_PIECE_ROUTE,   /* the way to a band */
  JMI_PIECE_HEADING, /* of a list */
  JMI_PIECE_CHOICE,  /* "any of:", at the head of a group */
  JMI_PIECE_NAME,    /* of an item or a part */
  JMI_PIECE_TIER,
  JMI_PIECE_EVIDENCE,
  JMI_PIECE_HOW,
  JMI_PIECE_SHORT,
  JMI_PIECE_COUNT
} jmi_piece;

/* What stands before an item: its jm_standing, or one of these. */
enum { JMI_SIGN_WISH = JM_UNDECIDED + 1, JMI_SIGN_NONE, JMI_SIGN_COUNT };

/* The rows of some tiers, or of a component. */
typedef struct jmi_slice {
  const char *name, *meaning;
  uint32_t met, all;
  jmi_share share;
} jmi_slice;

typedef struct jmi_teller jmi_teller;

typedef struct jmi_looks {
  jmi_dialect dialect;
  void (*open_section)(jmi_teller *t, jmi_section section, const char *title);
  void (*close_section)(jmi_teller *t, jmi_section section);
  void (*open)(jmi_teller *t, jmi_piece piece);
  void (*close)(jmi_teller *t, jmi_piece piece);
  void (*bar)(jmi_teller *t); /* the percentage, drawn; the words are the format's own */
  void (*slice)(jmi_teller *t, const jmi_slice *slice);
} jmi_looks;

/* Where the walk is. */
struct jmi_teller {
  const jmi_looks *looks;  /* borrows */
  const jm_result *result; /* borrows */
  jmi_pen pen;
  bool brief; /* the foot only says what the percentage is */
  jmi_section section;
  uint8_t sign; /* of the item or part that is open */
};

/* The order of what is read as a page: answers first, the ledger behind them. */
extern const jmi_section jmi_document_order[];

/* Tells a result from its first section to its last: those of `order`, which ends with
 * JMI_SECTION_COUNT, or with JM_REPORT_BRIEF the few that all formats share. A section that has
 * nothing to say is not opened. Words go to `out`. */
void jmi_walk(jmi_teller *t, jmi_buffer *out, const jmi_section *order, int32_t flags);

/* The band: 0 the highest, 1 one between, 2 the lowest of several. */
uint32_t jmi_band_rank(const jm_result *result);

#endif
