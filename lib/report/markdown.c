/* SPDX-License-Identifier: MIT */
/* The report in Markdown, as GitHub reads it: for issues, wikis and notes.
 *
 * In:  a result. Out: headings, lists, and the ledger as tables, in UTF-8. A document's words stay
 * words: nothing in them becomes markup, a link, or a mention of somebody. */
#include "report/walk.h"

#include <assert.h>

typedef struct markdown {
  jmi_teller teller; /* first: looks are handed this */
  uint32_t cell;     /* of the table's row that is open; 0: none is */
  bool filled;       /* something stands in the cell */
  bool grouped;      /* parts stand in a group */
} markdown;

/* ---- a document's words ----------------------------------------------------------------- */

static bool is_word(char c)
{
  return jmi_is_alpha(c) || jmi_is_digit(c);
}

/* "1." and "1)" at a line's start make a list. */
static bool ends_number(jmi_str text, uint32_t at)
{
  uint32_t digits = 0;
  while (digits < at && jmi_is_digit(text.at[digits]))
    digits++;
  return at > 0 && digits == at;
}

/* What becomes a link, a list or a heading only where it stands. */
static bool is_markup_here(jmi_str text, uint32_t at)
{
  char c = text.at[at];
  if (c == ':')
    return at + 2 < text.len && memcmp(text.at + at + 1, "//", 2) == 0;
  if (c == '.' && at >= 3 && jmi_lower(text.at[at - 1]) == 'w')
    return jmi_lower(text.at[at - 2]) == 'w' && jmi_lower(text.at[at - 3]) == 'w';
  if (c == '.' || c == ')')
    return ends_number(text, at);
  return at == 0 && (c == '-' || c == '+' || c == '=');
}

/* No backslash keeps an at sign from making an address or a mention: it stands as code. */
static bool escape_char(jmi_buffer *out, jmi_str text, uint32_t at)
{
  char c = text.at[at];
  if (c == '@' && at + 1 < text.len && is_word(text.at[at + 1])) {
    jmi_buffer_adds(out, "`@`");
    return true;
  }
  if (strchr("\\`*_{}[]<>|~^$&#", c) == NULL && !is_markup_here(text, at))
    return false;
  jmi_buffer_addc(out, '\\');
  jmi_buffer_addc(out, c);
  return true;
}

/* ---- sections --------------------------------------------------------------------------- */

static bool is_table(jmi_section section)
{
  return section == JMI_SECTION_REQUIRED || section == JMI_SECTION_PREFERRED;
}

static void open_section(jmi_teller *t, jmi_section section, const char *title)
{
  if (section == JMI_SECTION_HEAD) {
    jmi_say(&t->pen, t->result->posting->given.title.len > 0 ? "" : "# Job posting\n");
    return;
  }
  if (section == JMI_SECTION_FOOT) {
    jmi_say(&t->pen, "\n---\n");
    return;
  }
  jmi_say(&t->pen, "\n## ");
  jmi_say(&t->pen, title);
  jmi_say(&t->pen, "\n");
  if (section == JMI_SECTION_SHARES)
    jmi_say(&t->pen, "\n| Of the lines | Met | Share |\n| --- | --- | --- |\n");
  else if (is_table(section))
    jmi_say(&t->pen, "\n| Status | Requirement | Evidence |\n| --- | --- | --- |\n");
}

static void close_section(jmi_teller *t, jmi_section section)
{
  (void)t;
  (void)section;
}

/* ---- the ledger's tables ---------------------------------------------------------------- */

static const char *const signs[] = {
    [JM_MET] = "+ met",         [JM_PARTLY] = "~ partly",       [JM_MISSING] = "- missing",
    [JM_UNKNOWN] = "? unknown", [JM_UNDECIDED] = "! undecided",
};

static void end_row(markdown *t)
{
  if (t->cell == 0)
    return;
  for (; t->cell < 3; t->cell++)
    jmi_say(&t->teller.pen, " |");
  jmi_say(&t->teller.pen, " |\n");
  t->cell = 0;
}

static void next_cell(markdown *t)
{
  jmi_say(&t->teller.pen, t->cell == 0 ? "| " : " | ");
  t->cell++;
  t->filled = false;
}

static void open_row(markdown *t, const char *sign, const char *before)
{
  end_row(t);
  next_cell(t);
  jmi_say(&t->teller.pen, sign);
  next_cell(t);
  jmi_say(&t->teller.pen, before);
}

static void open_in_table(markdown *t, jmi_piece piece)
{
  if (piece == JMI_PIECE_ITEM)
    open_row(t, signs[t->teller.sign], "");
  else if (piece == JMI_PIECE_PART)
    open_row(t, signs[t->teller.sign], t->grouped ? "&emsp;- " : "- ");
  else if (piece == JMI_PIECE_CHOICE)
    open_row(t, "", "- ");
  t->grouped = t->grouped || piece == JMI_PIECE_CHOICE;
  if (piece < JMI_PIECE_TIER)
    return;
  if (t->cell < 3)
    next_cell(t);
  jmi_say(&t->teller.pen, t->filled ? "<br>" : "");
  t->filled = true;
}

/* ---- lists and paragraphs --------------------------------------------------------------- */

static const struct {
  const char *before, *after;
} pieces[] = {
    [JMI_PIECE_LIST] = {"\n", ""},
    [JMI_PIECE_TITLE] = {"# ", "\n"},
    [JMI_PIECE_SUMMARY] = {"\n", "\n"},
    [JMI_PIECE_NOTE] = {"\n", "\n"},
    [JMI_PIECE_ROUTE] = {"\n", "\n"},
    [JMI_PIECE_HEADING] = {"\n", "\n"},
    [JMI_PIECE_NAME] = {"- ", "\n"},
    [JMI_PIECE_EVIDENCE] = {"  - ", "\n"},
    [JMI_PIECE_SHORT] = {"  - short: ", "\n"},
    [JMI_PIECE_COUNT] = {NULL, NULL},
};

static void open_piece(jmi_teller *teller, jmi_piece piece)
{
  markdown *t = (markdown *)teller;
  if (is_table(teller->section))
    open_in_table(t, piece);
  else if (pieces[piece].before != NULL)
    jmi_say(&teller->pen, pieces[piece].before);
}

static void close_piece(jmi_teller *teller, jmi_piece piece)
{
  markdown *t = (markdown *)teller;
  if (piece == JMI_PIECE_GROUP)
    t->grouped = false;
  if (is_table(teller->section) && piece == JMI_PIECE_ITEM)
    end_row(t);
  else if (!is_table(teller->section) && pieces[piece].after != NULL)
    jmi_say(&teller->pen, pieces[piece].after);
}

/* ---- figures ---------------------------------------------------------------------------- */

static void say_bar(const jmi_pen *pen, jmi_share share, const char *mark)
{
  char bar[JMI_BAR_SIZE];
  jmi_bar_draw(bar, share);
  jmi_say(pen, "`");
  jmi_say(pen, bar);
  jmi_say(pen, "` ");
  jmi_say(pen, mark);
  jmi_say_percent(pen, share);
  jmi_say(pen, mark);
}

static void draw_bar(jmi_teller *t)
{
  jmi_say(&t->pen, "\n");
  say_bar(&t->pen, t->result->share, "**");
  jmi_say(&t->pen, "\n");
}

static void put_slice(jmi_teller *t, const jmi_slice *slice)
{
  jmi_say(&t->pen, "| ");
  jmi_say(&t->pen, slice->name);
  jmi_say(&t->pen, ": ");
  jmi_say(&t->pen, slice->meaning);
  jmi_say(&t->pen, " | ");
  jmi_say_number(&t->pen, slice->met);
  jmi_say(&t->pen, " of ");
  jmi_say_number(&t->pen, slice->all);
  jmi_say(&t->pen, " | ");
  if (slice->share.possible > 0)
    say_bar(&t->pen, slice->share, "");
  else
    jmi_say(&t->pen, "not counted");
  jmi_say(&t->pen, " |\n");
}

/* ---- all of it -------------------------------------------------------------------------- */

static const jmi_looks looks = {
    .dialect = {.escape = {escape_char, "\\\\"},
                .percent = " %",
                .text = {"", ""},
                .name = {"**", "**"},
                .faint = {"", ""}},
    .open_section = open_section,
    .close_section = close_section,
    .open = open_piece,
    .close = close_piece,
    .bar = draw_bar,
    .slice = put_slice,
};

void jmi_result_markdown(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  markdown t = {.teller = {.looks = &looks, .result = result}};
  jmi_walk(&t.teller, out, jmi_document_order, flags);
}
