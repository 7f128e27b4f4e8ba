/* SPDX-License-Identifier: MIT */
/* The report for a terminal: a page of 80 columns.
 *
 * In:  a result. Out: lines in UTF-8; our own words are ASCII. Pieces are paragraphs, each at the
 * column that its section and its depth give it. */
#include "report/page.h"
#include "report/walk.h"

#include <assert.h>

typedef struct text {
  jmi_teller teller; /* first: looks are handed this */
  jmi_page page;
  uint32_t detail; /* column of what is told of an item or part */
  uint32_t part;   /* column of parts */
  bool listed;     /* the items stand under a heading */
} text;

static const struct {
  const char *word, *sign;
  jmi_ink ink;
} signs[] = {
    [JM_MET] = {"+ met      ", "+", JMI_INK_GREEN},
    [JM_PARTLY] = {"~ partly   ", "~", JMI_INK_YELLOW},
    [JM_MISSING] = {"- missing  ", "-", JMI_INK_RED},
    [JM_UNKNOWN] = {"? unknown  ", "?", JMI_INK_CYAN},
    [JM_UNDECIDED] = {"! undecided", "!", JMI_INK_MAGENTA},
    [JMI_SIGN_WISH] = {"*", "*", JMI_INK_NONE},
    [JMI_SIGN_NONE] = {NULL, NULL, JMI_INK_NONE},
};
static_assert(sizeof signs / sizeof *signs == JMI_SIGN_COUNT, "one for each sign");

static bool is_ledger(const text *t)
{
  return t->teller.section == JMI_SECTION_LEDGER;
}

static bool is_headed(jmi_section section)
{
  return section != JMI_SECTION_HEAD && section != JMI_SECTION_FOOT;
}

static void open_section(jmi_teller *teller, jmi_section section, const char *title)
{
  text *t = (text *)teller;
  t->listed = false;
  if (section != JMI_SECTION_HEAD)
    jmi_page_line(&t->page, JMI_INK_NONE, "");
  if (is_headed(section))
    jmi_page_line(&t->page, section == JMI_SECTION_BLOCKED ? JMI_INK_RED : JMI_INK_TITLE, title);
}

static void close_section(jmi_teller *teller, jmi_section section)
{
  (void)teller;
  (void)section;
}

static void open_name(text *t, uint32_t column)
{
  jmi_page_open(&t->page, column);
  if (signs[t->teller.sign].sign != NULL)
    jmi_page_lead(&t->page, signs[t->teller.sign].ink,
                  is_ledger(t) ? signs[t->teller.sign].word : signs[t->teller.sign].sign);
}

static void open_item(text *t)
{
  uint32_t name = is_ledger(t) ? 0 : t->listed ? 4 : 2;
  t->part = 4;
  t->detail = name + 4;
  open_name(t, name);
}

/* Names open with their item or part: they are its first line. */
static void open_piece(jmi_teller *teller, jmi_piece piece)
{
  text *t = (text *)teller;
  switch (piece) {
  case JMI_PIECE_ITEM:
    open_item(t);
    break;
  case JMI_PIECE_PART:
    t->detail = t->part + 12;
    open_name(t, t->part);
    break;
  case JMI_PIECE_GROUP:
  case JMI_PIECE_LIST:
  case JMI_PIECE_PARTS:
  case JMI_PIECE_NAME:
    break;
  case JMI_PIECE_CHOICE:
    jmi_page_open(&t->page, t->part);
    t->part += 2;
    break;
  case JMI_PIECE_HEADING:
    t->listed = true;
    jmi_page_open(&t->page, 2);
    break;
  case JMI_PIECE_ROUTE:
    jmi_page_open(&t->page, 2);
    jmi_page_hang(&t->page, 2);
    break;
  case JMI_PIECE_TITLE:
  case JMI_PIECE_SUMMARY:
  case JMI_PIECE_NOTE:
    jmi_page_open(&t->page, is_headed(teller->section) ? 2 : 0);
    break;
  default: /* a detail */
    jmi_page_open(&t->page, t->detail);
    jmi_page_hang(&t->page, is_ledger(t) && piece == JMI_PIECE_EVIDENCE ? 2 : 0);
    break;
  }
}

static void close_piece(jmi_teller *teller, jmi_piece piece)
{
  text *t = (text *)teller;
  if (piece == JMI_PIECE_GROUP)
    t->part -= 2;
  else if (piece >= JMI_PIECE_TITLE)
    jmi_page_close(&t->page);
}

static void draw_bar(jmi_teller *teller)
{
  static const jmi_ink inks[] = {JMI_INK_GREEN, JMI_INK_YELLOW, JMI_INK_NONE};
  text *t = (text *)teller;
  char bar[JMI_BAR_SIZE];
  jmi_bar_draw(bar, teller->result->share);
  jmi_page_open(&t->page, 0);
  jmi_page_lead(&t->page, inks[jmi_band_rank(teller->result)], bar);
  jmi_say_percent(&teller->pen, teller->result->share);
  jmi_page_close(&t->page);
}

static const jmi_looks looks = {
    .dialect = {.escape = {NULL, "\\"},
                .percent = " %",
                .text = {"", ""},
                .name = {"", ""},
                .faint = {"", ""}},
    .open_section = open_section,
    .close_section = close_section,
    .open = open_piece,
    .close = close_piece,
    .bar = draw_bar,
};

static const jmi_section order[] = {JMI_SECTION_HEAD,  JMI_SECTION_BLOCKED, JMI_SECTION_LEDGER,
                                    JMI_SECTION_RIGHT, JMI_SECTION_WRONG,   JMI_SECTION_IMPROVE,
                                    JMI_SECTION_ASIDE, JMI_SECTION_FOOT,    JMI_SECTION_COUNT};

void jmi_result_text(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  text t = {.teller = {.looks = &looks, .result = result}};
  jmi_page_init(&t.page, out, &result->allocator, (flags & JM_REPORT_COLOR) != 0);
  jmi_walk(&t.teller, &t.page.paragraph, order, flags);
  jmi_page_dispose(&t.page);
}
