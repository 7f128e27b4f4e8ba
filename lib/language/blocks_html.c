/* SPDX-License-Identifier: MIT */
/* Blocks of HTML.
 *
 * In:  HTML, nested right or wrong. Out: blocks, as a page shows them.
 * A block ends where a tag begins or ends a paragraph, an item, a heading, a row of a table; the
 * cells of a row become "first: second, third". What stands in bold alone is a heading. Menus and
 * feet of pages are passed over until they end, or until a heading shows that they had. */
#include "language/blocks.h"
#include "text/html.h"
#include "text/text.h"

typedef enum tag_kind {
  TAG_INLINE, /* parts nothing */
  TAG_BLOCK,
  TAG_BREAK,
  TAG_LIST,
  TAG_ITEM,
  TAG_HEADING,
  TAG_TERM, /* <dt>: a heading of what follows */
  TAG_CELL,
  TAG_BOLD,
  TAG_PRE,
  TAG_TITLE,
  TAG_SKIP
} tag_kind;

static const struct {
  const char *name;
  uint8_t tag, level;
} tags[] = {
    {"address", TAG_BLOCK, 0},  {"article", TAG_BLOCK, 0},    {"aside", TAG_BLOCK, 0},
    {"b", TAG_BOLD, 0},         {"blockquote", TAG_BLOCK, 0}, {"body", TAG_BLOCK, 0},
    {"br", TAG_BREAK, 0},       {"button", TAG_SKIP, 0},      {"caption", TAG_BLOCK, 0},
    {"center", TAG_BLOCK, 0},   {"dd", TAG_BLOCK, 0},         {"details", TAG_BLOCK, 0},
    {"div", TAG_BLOCK, 0},      {"dl", TAG_BLOCK, 0},         {"dt", TAG_TERM, 0},
    {"fieldset", TAG_BLOCK, 0}, {"figure", TAG_BLOCK, 0},     {"footer", TAG_SKIP, 0},
    {"form", TAG_BLOCK, 0},     {"h1", TAG_HEADING, 1},       {"h2", TAG_HEADING, 2},
    {"h3", TAG_HEADING, 3},     {"h4", TAG_HEADING, 4},       {"h5", TAG_HEADING, 5},
    {"h6", TAG_HEADING, 6},     {"header", TAG_BLOCK, 0},     {"hr", TAG_BLOCK, 0},
    {"legend", TAG_TERM, 0},    {"li", TAG_ITEM, 0},          {"main", TAG_BLOCK, 0},
    {"menu", TAG_LIST, 0},      {"nav", TAG_SKIP, 0},         {"ol", TAG_LIST, 0},
    {"p", TAG_BLOCK, 0},        {"pre", TAG_PRE, 0},          {"section", TAG_BLOCK, 0},
    {"strong", TAG_BOLD, 0},    {"summary", TAG_TERM, 0},     {"table", TAG_BLOCK, 0},
    {"tbody", TAG_BLOCK, 0},    {"td", TAG_CELL, 0},          {"tfoot", TAG_BLOCK, 0},
    {"th", TAG_CELL, 0},        {"thead", TAG_BLOCK, 0},      {"title", TAG_TITLE, 0},
    {"tr", TAG_BLOCK, 0},       {"ul", TAG_LIST, 0},
};

typedef struct page {
  jmi_html html;
  jmi_arena *arena;
  jmi_list *blocks;
  jmi_list bytes;   /* char: the block in hand */
  jmi_block row;    /* what it will be */
  bool bold, plain; /* it holds text in bold, and other text */
  uint32_t bold_depth, depth, pre;
  uint32_t cells;      /* texts of cells in the block in hand */
  bool cell, broken;   /* a cell begins before the next text; a <br> stood before the block */
  const char *skipped; /* the name of the tag that is passed over; NULL */
} page;

static size_t tag_of(const char *name)
{
  size_t low = 0, high = sizeof tags / sizeof *tags;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strcmp(tags[middle].name, name);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return high < sizeof tags / sizeof *tags && strcmp(tags[high].name, name) == 0
             ? high
             : sizeof tags / sizeof *tags;
}

/* ---- the block in hand ------------------------------------------------------------------ */

static jm_status put(page *p, const char *at, uint32_t len)
{
  for (uint32_t i = 0; i < len; i++) {
    char *byte = JMI_PUSH(&p->bytes, p->arena, char);
    if (byte == NULL)
      return JM_ERR_MEMORY;
    *byte = jmi_is_space(at[i]) ? ' ' : at[i];
  }
  return JM_OK;
}

/* Ends the block in hand. */
static jm_status flush(page *p)
{
  jmi_str text = jmi_str_trim((jmi_str){p->bytes.count > 0 ? p->bytes.items : "", p->bytes.count});
  jm_status status = JM_OK;
  if (text.len > 0) {
    p->row.text = text;
    if (p->row.kind == JMI_BLOCK_TEXT && p->bold && !p->plain) {
      p->row.kind = JMI_BLOCK_HEADING;
      p->row.level = JMI_LEVEL_BOLD;
    }
    p->row.apart = !p->broken;
    status = jmi_block_add(p->blocks, p->arena, &p->row);
    p->bytes = (jmi_list){0};
    p->row = (jmi_block){.kind = JMI_BLOCK_TEXT};
  }
  p->bytes.count = 0;
  p->bold = p->plain = p->cell = p->broken = false;
  p->cells = 0;
  return status;
}

static bool is_blank(jmi_str text)
{
  return jmi_str_trim(text).len == 0;
}

static jm_status put_cell(page *p)
{
  p->cell = false;
  p->cells++;
  char last = p->bytes.count > 0 ? *JMI_AT(&p->bytes, char, p->bytes.count - 1) : ' ';
  if (p->cells == 1 || last == ':')
    return put(p, " ", 1);
  return p->cells == 2 ? put(p, ": ", 2) : put(p, ", ", 2);
}

/* Lines of <pre> are rows of their own. */
static jm_status add_lines(page *p, jmi_str text)
{
  jm_status status = JM_OK;
  uint32_t line = p->html.line;
  for (uint32_t at = 0; at < text.len && status == JM_OK; line++) {
    const char *end = memchr(text.at + at, '\n', text.len - at);
    uint32_t stop = end == NULL ? text.len : (uint32_t)(end - text.at);
    p->row.line = p->bytes.count == 0 ? line : p->row.line;
    if ((status = put(p, text.at + at, stop - at)) == JM_OK && end != NULL)
      status = flush(p);
    at = stop + 1;
  }
  return status;
}

static jm_status add_text(page *p)
{
  jmi_str text = jmi_entities_read(p->arena, p->html.raw);
  if (text.at == NULL)
    return JM_ERR_MEMORY;
  if (p->pre > 0)
    return add_lines(p, text);
  if (is_blank(text))
    return p->bytes.count > 0 ? put(p, " ", 1) : JM_OK;
  jm_status status = p->cell ? put_cell(p) : JM_OK;
  if (p->bytes.count == 0 || p->row.line == 0) {
    uint32_t lead = 0, line = p->html.line;
    for (; jmi_is_space(text.at[lead]); lead++)
      line += text.at[lead] == '\n';
    p->row.line = line;
  }
  p->bold = p->bold || p->bold_depth > 0;
  /* A colon behind what is bold is as good as one inside. */
  p->plain = p->plain || (p->bold_depth == 0 && !jmi_str_is(jmi_str_trim(text), ":"));
  return status == JM_OK ? put(p, text.at, text.len) : status;
}

/* ---- tags ------------------------------------------------------------------------------- */

static void count(uint32_t *depth, bool open)
{
  if (open)
    ++*depth;
  else if (*depth > 0)
    --*depth;
}

static void begin(page *p, uint8_t kind, uint32_t level)
{
  p->row.kind = kind;
  p->row.level = (uint8_t)level;
  p->bold_depth = 0; /* what nobody closed does not reach over items and headings */
}

static uint32_t item_depth(const page *p)
{
  return p->depth < 1 ? 1 : p->depth > 9 ? 9 : p->depth;
}

static jm_status take_block(page *p, const char *name, uint8_t tag, uint8_t level, bool open)
{
  uint8_t kind = p->row.kind, row_level = p->row.level;
  bool empty = p->bytes.count == 0, item = kind == JMI_BLOCK_ITEM;
  jm_status status = flush(p);
  if (!empty || !open) {
    kind = JMI_BLOCK_TEXT;
    row_level = 0;
  }
  p->row = (jmi_block){.kind = kind, .level = row_level}; /* <li><p>: still an item */
  if (tag == TAG_LIST)
    count(&p->depth, open);
  if (tag == TAG_PRE)
    count(&p->pre, open);
  if (strcmp(name, "tr") == 0 || (strcmp(name, "p") == 0 && !item))
    p->bold_depth = 0;
  if (!open)
    return status;
  if (tag == TAG_ITEM)
    begin(p, JMI_BLOCK_ITEM, item_depth(p));
  else if (tag == TAG_HEADING)
    begin(p, JMI_BLOCK_HEADING, level);
  else if (tag == TAG_TERM)
    begin(p, JMI_BLOCK_HEADING, JMI_LEVEL_BOLD);
  else if (tag == TAG_TITLE)
    begin(p, JMI_BLOCK_NAME, 0);
  return status;
}

/* True while the tag in hand belongs to what is passed over. */
static bool is_skipped(page *p, uint8_t tag)
{
  if (p->skipped == NULL)
    return false;
  bool open = p->html.kind == JMI_HTML_OPEN;
  bool ends = !open && strcmp(p->skipped, p->html.name) == 0;
  bool over = open && (strcmp(p->html.name, "main") == 0 || tag == TAG_HEADING);
  if (ends || over)
    p->skipped = NULL;
  return !over;
}

static jm_status take_tag(page *p)
{
  size_t row = tag_of(p->html.name);
  uint8_t tag = row < sizeof tags / sizeof *tags ? tags[row].tag : TAG_INLINE;
  bool open = p->html.kind == JMI_HTML_OPEN;
  if (is_skipped(p, tag))
    return JM_OK;
  jm_status status = JM_OK;
  switch (tag) {
  case TAG_INLINE:
    return JM_OK;
  case TAG_BOLD:
    count(&p->bold_depth, open);
    return JM_OK;
  case TAG_CELL:
    p->cell = open;
    return JM_OK;
  case TAG_SKIP:
    p->skipped = open ? tags[row].name : NULL;
    return flush(p);
  case TAG_BREAK: {
    bool first = p->bytes.count == 0; /* a second one in a row leaves a gap */
    uint8_t kind = p->row.kind, level = p->row.level;
    status = flush(p);
    p->broken = !first;
    if (first)
      p->row = (jmi_block){.kind = kind, .level = level};
    return status;
  }
  default:
    return take_block(p, p->html.name, tag, tags[row].level, open);
  }
}

jm_status jmi_blocks_read_html(jmi_list *out, jmi_arena *arena, jmi_str html)
{
  page p = {.arena = arena, .blocks = out};
  jm_status status = JM_OK;
  jmi_html_open(&p.html, html);
  while (status == JM_OK && jmi_html_next(&p.html)) {
    if (p.html.kind != JMI_HTML_TEXT)
      status = take_tag(&p);
    else if (p.skipped == NULL)
      status = add_text(&p);
  }
  return status == JM_OK ? flush(&p) : status;
}
