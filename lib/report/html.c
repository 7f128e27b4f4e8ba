/* SPDX-License-Identifier: MIT */
/* The report as a page: one file without scripts, which asks nothing of the network.
 *
 * In:  a result. Out: HTML in UTF-8, light or dark as the reader's system is, for screens from a
 * phone's width on and for paper. Standings are told by words and drawings, never by colour alone.
 * A document's words stay words: what is markup is escaped, what steers text is shown, and each
 * text keeps its own direction (bdi). None of them stands in an attribute. */
#include "report/html.h"
#include "report/walk.h"

#include <assert.h>

/* ---- a document's words ----------------------------------------------------------------- */

static bool escape_char(jmi_buffer *out, jmi_str text, uint32_t at)
{
  static const char *const entities[128] = {
      ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};
  const char *entity = entities[(unsigned char)text.at[at] & 0x7F];
  if (entity != NULL)
    jmi_buffer_adds(out, entity);
  return entity != NULL;
}

static void put_lines(const jmi_pen *pen, const char *const *lines)
{
  for (; *lines != NULL; lines++) {
    jmi_say(pen, *lines);
    jmi_say(pen, "\n");
  }
}

/* ---- pieces ----------------------------------------------------------------------------- */

static const struct {
  const char *before, *after;
} pieces[] = {
    [JMI_PIECE_LIST] = {"<ul>\n", "</ul>\n"},
    [JMI_PIECE_ITEM] = {NULL, "</div></li>\n"},
    [JMI_PIECE_PARTS] = {"<ul class=\"parts\">\n", "</ul>\n"},
    [JMI_PIECE_GROUP] = {"<li class=\"group\">\n", "</ul></li>\n"},
    [JMI_PIECE_PART] = {NULL, "</div></li>\n"},
    [JMI_PIECE_TITLE] = {"<h1>", "</h1>\n"},
    [JMI_PIECE_SUMMARY] = {"<p class=\"summary\">", "</p>\n"},
    [JMI_PIECE_NOTE] = {"<p class=\"note\">", "</p>\n"},
    [JMI_PIECE_ROUTE] = {"<p class=\"route\">", "</p>\n"},
    [JMI_PIECE_HEADING] = {"<h3>", "</h3>\n"},
    [JMI_PIECE_CHOICE] = {"<p class=\"choice\">", "</p>\n<ul class=\"parts\">\n"},
    [JMI_PIECE_NAME] = {"<p class=\"name\">", "</p>\n"},
    [JMI_PIECE_TIER] = {"<p class=\"tier\">", "</p>\n"},
    [JMI_PIECE_EVIDENCE] = {"<p class=\"evidence\">", "</p>\n"},
    [JMI_PIECE_HOW] = {"<p class=\"how\">", "</p>\n"},
    [JMI_PIECE_SHORT] = {"<p class=\"short\">", "</p>\n"},
};
static_assert(sizeof pieces / sizeof *pieces == JMI_PIECE_COUNT, "a row for every piece");

static const struct {
  const char *name, *word; /* the word stands in the ledger; elsewhere the heading says it */
} signs[] = {
    [JM_MET] = {"met", "met"},
    [JM_PARTLY] = {"partly", "partly"},
    [JM_MISSING] = {"missing", "missing"},
    [JM_UNKNOWN] = {"unknown", "unknown"},
    [JM_UNDECIDED] = {"undecided", "undecided"},
    [JMI_SIGN_WISH] = {"wish", ""},
    [JMI_SIGN_NONE] = {NULL, ""},
};
static_assert(sizeof signs / sizeof *signs == JMI_SIGN_COUNT, "a row for every sign");

static bool is_ledger(jmi_section section)
{
  return section == JMI_SECTION_REQUIRED || section == JMI_SECTION_PREFERRED;
}

/* <li class="met"><span class="sign">drawing met</span><div> */
static void open_item(jmi_teller *t)
{
  const char *name = signs[t->sign].name;
  if (name == NULL) {
    jmi_say(&t->pen, "<li><div>\n");
    return;
  }
  jmi_say(&t->pen, "<li class=\"");
  jmi_say(&t->pen, name);
  jmi_say(&t->pen, "\"><span class=\"sign\"><svg aria-hidden=\"true\"><use href=\"#");
  jmi_say(&t->pen, name);
  jmi_say(&t->pen, "\"/></svg>");
  jmi_say(&t->pen, is_ledger(t->section) ? signs[t->sign].word : "");
  jmi_say(&t->pen, "</span><div>\n");
}

static void open_piece(jmi_teller *t, jmi_piece piece)
{
  if (pieces[piece].before == NULL)
    open_item(t);
  else
    jmi_say(&t->pen, pieces[piece].before);
}

static void close_piece(jmi_teller *t, jmi_piece piece)
{
  jmi_say(&t->pen, pieces[piece].after);
}

/* ---- the bar ---------------------------------------------------------------------------- */

/* Drawn in per cent of the drawing's width, so that nothing of it grows or shrinks but that. */
static void put_width(const jmi_pen *pen, const char *kind, const char *shape, jmi_share share)
{
  jmi_say(pen, "<rect class=\"");
  jmi_say(pen, kind);
  jmi_say(pen, shape);
  jmi_decimal_add(pen->out, jmi_share_hundredths(share), 2);
  jmi_say(pen, "%\"/>");
}

static const char thick[] = "\" y=\"8\" height=\"16\" rx=\"4\" width=\"";
static const char thin[] = "\" height=\"6\" rx=\"3\" width=\"";
static const jmi_share all = {1, 1};

static void put_x(const jmi_pen *pen, const char *name, int32_t milli)
{
  jmi_say(pen, " ");
  jmi_say(pen, name);
  jmi_say(pen, "=\"");
  jmi_decimal_add(pen->out, milli, 1);
  jmi_say(pen, "%\"");
}

static uint32_t count_marks(const jmi_policy *policy)
{
  uint32_t count = 0;
  for (uint32_t b = 0; b < policy->band_count; b++)
    count += policy->bands[b].from_milli > 0;
  return count;
}

/* The words of two marks side by side lie on both sides of them; more marks have no words. */
static void put_mark_words(const jmi_pen *pen, const jmi_policy *policy, uint32_t b)
{
  const jmi_band *band = &policy->bands[b];
  uint32_t marks = count_marks(policy);
  bool named = marks <= 2 && band->name.len <= 8;
  bool right = b == 0 && marks > 1 && band->from_milli < 850;
  jmi_say(pen, "<text y=\"44\"");
  put_x(pen, "x", band->from_milli);
  jmi_say(pen, right ? " class=\"right\">" : marks > 2 ? " class=\"center\">" : ">");
  if (named && !right) {
    jmi_safe_add(pen->out, band->name, &pen->dialect->escape);
    jmi_say(pen, " ");
  }
  jmi_decimal_add(pen->out, band->from_milli, 1);
  if (named && right) {
    jmi_say(pen, " ");
    jmi_safe_add(pen->out, band->name, &pen->dialect->escape);
  }
  jmi_say(pen, "</text>\n");
}

static void put_marks(const jmi_pen *pen, const jmi_policy *policy)
{
  for (uint32_t b = 0; b < policy->band_count; b++) {
    if (policy->bands[b].from_milli <= 0)
      continue;
    jmi_say(pen, "<line y1=\"2\" y2=\"30\"");
    put_x(pen, "x1", policy->bands[b].from_milli);
    put_x(pen, "x2", policy->bands[b].from_milli);
    jmi_say(pen, "/>");
    put_mark_words(pen, policy, b);
  }
}

/* What the drawing shows, for those who do not see it. */
static void put_label(const jmi_pen *pen, const jm_result *result)
{
  const jmi_policy *policy = &result->scorer->policy;
  bool begun = false;
  jmi_say(pen, "A bar from 0 to 100, filled to ");
  jmi_decimal_add(pen->out, jmi_share_hundredths(result->share) / 10, 1);
  for (uint32_t b = policy->band_count; b-- > 0;) {
    if (policy->bands[b].from_milli <= 0)
      continue;
    jmi_say(pen, begun ? " and " : ", with marks at ");
    jmi_decimal_add(pen->out, policy->bands[b].from_milli, 1);
    begun = true;
  }
}

static const char *const ranks[] = {"high", "mid", "low"};

static void draw_bar(jmi_teller *t)
{
  const jmi_pen *pen = &t->pen;
  const char *rank = ranks[jmi_band_rank(t->result)];
  jmi_say(pen, "<p class=\"percent ");
  jmi_say(pen, rank);
  jmi_say(pen, "\"><strong>");
  jmi_say_percent(pen, t->result->share);
  jmi_say(pen, "</strong> <span>");
  jmi_say_text(pen, t->result->band->name);
  jmi_say(pen, "</span></p>\n<svg class=\"bar ");
  jmi_say(pen, rank);
  jmi_say(pen, "\" role=\"img\" aria-label=\"");
  put_label(pen, t->result);
  jmi_say(pen, "\">\n");
  put_width(pen, "track", thick, all);
  if (t->result->standings[JM_UNKNOWN] > 0)
    put_width(pen, "more", thick, t->result->confirmed);
  put_width(pen, "fill", thick, t->result->share);
  jmi_say(pen, "\n");
  put_marks(pen, &t->result->scorer->policy);
  jmi_say(pen, "</svg>\n");
}

/* <tr><th>can<small>what it means</small></th><td>6 of 8</td><td>bar</td><td>81.2 %</td></tr> */
static void put_slice(jmi_teller *t, const jmi_slice *slice)
{
  const jmi_pen *pen = &t->pen;
  jmi_say(pen, "<tr><th scope=\"row\">");
  jmi_say(pen, slice->name);
  jmi_say(pen, " <small>");
  jmi_say(pen, slice->meaning);
  jmi_say(pen, "</small></th><td>");
  jmi_say_number(pen, slice->met);
  jmi_say(pen, "&nbsp;of&nbsp;");
  jmi_say_number(pen, slice->all);
  jmi_say(pen, "</td><td>");
  if (slice->share.possible > 0) {
    jmi_say_percent(pen, slice->share);
    jmi_say(pen, "<svg class=\"small\" aria-hidden=\"true\">");
    put_width(pen, "track", thin, all);
    put_width(pen, "fill", thin, slice->share);
    jmi_say(pen, "</svg>");
  } else {
    jmi_say(pen, "not counted");
  }
  jmi_say(pen, "</td></tr>\n");
}

/* ---- sections --------------------------------------------------------------------------- */

static const char *const section_ids[] = {
    [JMI_SECTION_HEAD] = "result",       [JMI_SECTION_BLOCKED] = "blocked",
    [JMI_SECTION_SHARES] = "shares",     [JMI_SECTION_LEDGER] = "ledger",
    [JMI_SECTION_REQUIRED] = "required", [JMI_SECTION_PREFERRED] = "preferred",
    [JMI_SECTION_RIGHT] = "right",       [JMI_SECTION_WRONG] = "wrong",
    [JMI_SECTION_IMPROVE] = "improve",   [JMI_SECTION_ASIDE] = "aside",
    [JMI_SECTION_FOOT] = "made",
};
static_assert(sizeof section_ids / sizeof *section_ids == JMI_SECTION_COUNT, "one for each");

static void open_head(jmi_teller *t)
{
  jmi_say(&t->pen, "<header>\n<p class=\"kicker\">How much of the posting the profile meets</p>\n");
  if (t->result->posting->given.title.len == 0)
    jmi_say(&t->pen, "<h1>Job posting</h1>\n");
}

static void open_section(jmi_teller *t, jmi_section section, const char *title)
{
  if (section == JMI_SECTION_HEAD) {
    open_head(t);
    return;
  }
  if (section == JMI_SECTION_FOOT) {
    jmi_say(&t->pen, "</main>\n<footer>\n");
    return;
  }
  jmi_say(&t->pen, "<section id=\"");
  jmi_say(&t->pen, section_ids[section]);
  jmi_say(&t->pen, "\" aria-labelledby=\"about-");
  jmi_say(&t->pen, section_ids[section]);
  jmi_say(&t->pen, "\"");
  jmi_say(&t->pen,
          is_ledger(section) ? " class=\"ledger\">\n<h2 id=\"about-" : ">\n<h2 id=\"about-");
  jmi_say(&t->pen, section_ids[section]);
  jmi_say(&t->pen, "\">");
  jmi_say(&t->pen, title);
  jmi_say(&t->pen, "</h2>\n");
  if (section == JMI_SECTION_SHARES)
    jmi_say(&t->pen,
            "<table>\n<thead><tr><th scope=\"col\">Of the lines</th><th scope=\"col\">Met</th>"
            "<th scope=\"col\">Share</th></tr></thead>\n<tbody>\n");
}

static void close_section(jmi_teller *t, jmi_section section)
{
  if (section == JMI_SECTION_HEAD)
    jmi_say(&t->pen, "</header>\n<main>\n");
  else if (section == JMI_SECTION_FOOT)
    jmi_say(&t->pen, "</footer>\n");
  else
    jmi_say(&t->pen,
            section == JMI_SECTION_SHARES ? "</tbody>\n</table>\n</section>\n" : "</section>\n");
}

/* ---- all of it -------------------------------------------------------------------------- */

static const jmi_looks looks = {
    .dialect = {.escape = {escape_char, "\\"},
                .percent = "&nbsp;%",
                .text = {"<bdi>", "</bdi>"},
                .name = {"<b>", "</b>"},
                .faint = {"<code>", "</code>"}},
    .open_section = open_section,
    .close_section = close_section,
    .open = open_piece,
    .close = close_piece,
    .bar = draw_bar,
    .slice = put_slice,
};

static void put_top(const jmi_pen *pen, const jm_result *result)
{
  jmi_str title = result->posting->given.title;
  jmi_say(pen,
          "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
  jmi_say(pen, jmi_html_style_hash);
  jmi_say(pen, "'; base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<meta name=\"generator\" content=\"jobmatch ");
  jmi_say(pen, jm_version_string());
  jmi_say(pen, "\">\n<title>");
  jmi_say_percent(pen, result->share);
  jmi_say(pen, " of ");
  jmi_safe_add(pen->out, title.len > 0 ? title : JMI_STR("a posting"), &pen->dialect->escape);
  jmi_say(pen, "</title>\n<style>\n");
  put_lines(pen, jmi_html_style);
  jmi_say(pen, "</style>\n</head>\n<body>\n");
  put_lines(pen, jmi_html_signs);
}

void jmi_result_html(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  jmi_teller t = {.looks = &looks, .result = result};
  put_top(&(jmi_pen){out, &looks.dialect}, result);
  jmi_walk(&t, out, jmi_document_order, flags);
  jmi_say(&t.pen, "</body>\n</html>\n");
}
