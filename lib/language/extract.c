/* SPDX-License-Identifier: MIT */
/* Extracting: which of a posting's blocks ask for something.
 *
 * In:  blocks. Out: lines.
 * A heading that is known says what stands below it, until the next of its rank; one that is not
 * known, and stands deeper, changes nothing. A line that ends with a colon, and a label, do so for
 * the items behind them. Where nothing is said the shape of each sentence tells.
 *
 *   ## You have              required
 *   - three years            taken
 *   **Our kitchen**          unknown, deeper: still required
 *   We offer:                aside, for its items
 *   - free meals             left out
 */
#include "language/walker.h"

#include "language/paragraph.h"
#include "language/title.h"

enum {
  HEADING_BYTES = 60, /* an unmarked heading */
  LABEL_BYTES = 40,
  ROW_BYTES = 200,  /* one line of a list without bullets */
  ITEM_BYTES = 300, /* a longer item is cut into its sentences */
  PART_BYTES = 60,  /* an item below an item that is joined to it */
  PARTS_BYTES = 300,
  PARTS_MAX = 12,
  WORDS_OF_HEAD = 9
};

static jmi_str without_colon(jmi_str text)
{
  while (text.len > 0 && (text.at[text.len - 1] == ':' || jmi_is_space(text.at[text.len - 1])))
    text.len--;
  return text;
}

/* ---- items ------------------------------------------------------------------------------ */

/* "We bake at night" asks for nothing, whatever list it stands in. */
static bool is_of_us(jmi_str text)
{
  jmi_words words;
  jmi_words_cut(&words, text);
  return words.count > 0 && (jmi_str_is(words.items[0], "we") || jmi_str_is(words.items[0], "our"));
}

/* An item in a list of what is asked for, or done. */
static jm_status take_listed(jmi_walker *w, jmi_str text, uint32_t line, uint8_t head)
{
  if (is_of_us(text))
    return JM_OK;
  if (text.len > ITEM_BYTES) {
    uint32_t end = jmi_sentence_end(text, 0);
    jm_status status = jmi_walker_take(w, jmi_str_cut(text, 0, end), line, jmi_list_of_head(head));
    if (status != JM_OK || end + 1 >= text.len)
      return status;
    return jmi_walker_sentences(w, jmi_str_trim(jmi_str_cut(text, end + 1, text.len)), line, head,
                                JMI_ALONE_NONE);
  }
  return jmi_walker_take(w, text, line, jmi_list_of_head(head));
}

static jm_status take_item(jmi_walker *w, jmi_str text, uint32_t line)
{
  jmi_str label;
  uint8_t head = jmi_walker_head(w);
  uint32_t content = jmi_label_of(text, LABEL_BYTES, &label);
  jmi_head_found found = jmi_head_of(content > 0 ? label : JMI_STR(""));
  if (found.whole && found.head == JMI_HEAD_ASIDE && !jmi_is_asking(head))
    return JM_OK;
  if (found.whole && jmi_is_asking(found.head) && !jmi_is_asking(head)) {
    head = found.head;
    text = found.bare ? jmi_str_cut(text, content, text.len) : text;
  }
  if (jmi_is_asking(head))
    return take_listed(w, text, line, head);
  if (head == JMI_HEAD_ASIDE)
    return JM_OK;
  jmi_shape shape;
  jm_status status = jmi_shape_of(&shape, &w->scribe, text);
  if (status == JM_OK && shape == JMI_SHAPE_WANT)
    return take_listed(w, text, line, JMI_HEAD_REQUIRED);
  if (status != JM_OK || shape == JMI_SHAPE_NOTICE)
    return status;
  if (head == JMI_HEAD_DUTIES)
    return take_listed(w, text, line, head);
  return shape == JMI_SHAPE_NONE && w->run_asks ? take_listed(w, text, line, JMI_HEAD_REQUIRED)
                                                : JM_OK;
}

/* Items that nothing heads are judged together: a list that asks for something asks throughout. */
static jm_status judge_run(jmi_walker *w, uint32_t at)
{
  uint32_t asking = 0, end = at;
  uint8_t head = jmi_walker_head(w);
  jm_status status = JM_OK;
  if (at < w->run_end)
    return JM_OK;
  bool unsaid = head == JMI_HEAD_NONE || head == JMI_HEAD_OPEN;
  for (; status == JM_OK && end < w->count && w->blocks[end].kind == JMI_BLOCK_ITEM; end++) {
    jmi_shape shape = JMI_SHAPE_NONE;
    if (unsaid)
      status = jmi_shape_of(&shape, &w->scribe, w->blocks[end].text);
    asking += shape == JMI_SHAPE_WANT;
  }
  w->run_end = end;
  w->run_asks = asking > 0 && 2 * asking >= end - at;
  return status;
}

/* The items below a line, from the block behind it on: where they end, and whether they are few
 * and short, so that a person would write them behind the colon. */
static uint32_t items_below(const jmi_walker *w, uint32_t at, uint8_t level, bool *brief)
{
  uint32_t end = at + 1, bytes = 0;
  *brief = true;
  for (; end < w->count && w->blocks[end].kind == JMI_BLOCK_ITEM && w->blocks[end].level > level;
       end++) {
    bytes += w->blocks[end].text.len + 2;
    *brief = *brief && w->blocks[end].text.len <= PART_BYTES;
  }
  *brief = *brief && end - at - 1 <= PARTS_MAX && bytes <= PARTS_BYTES && end > at + 1;
  return end;
}

/* "Two of the following", "one or more of these": the items are alternatives. */
static bool is_choice(jmi_str text)
{
  static const char *const phrases[] = {"one of",       "one or more",   "any of",   "either",
                                        "two of",       "two or more",   "three of", "at least one",
                                        "at least two", "at least three"};
  jmi_words words;
  jmi_words_cut(&words, text);
  for (uint32_t at = 0; at < words.count; at++)
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
      if (jmi_words_at(&words, at, phrases[i]) > 0)
        return true;
  return false;
}

/* "Experience with: Excel, Word or Outlook". */
static jm_status take_joined(jmi_walker *w, uint32_t at, uint32_t end)
{
  jmi_str lead = w->blocks[at].text;
  size_t size = (size_t)lead.len + 1;
  for (uint32_t i = at + 1; i < end; i++)
    size += (size_t)w->blocks[i].text.len + 5;
  char *out = jmi_arena_alloc(w->arena, size);
  if (out == NULL)
    return JM_ERR_MEMORY;
  memcpy(out, lead.at, lead.len);
  uint32_t len = lead.len;
  const char *last = is_choice(lead) ? " or " : ", ";
  for (uint32_t i = at + 1; i < end; i++) {
    jmi_str part = jmi_joint_drop(w->blocks[i].text);
    const char *joint = i == at + 1 ? " " : i + 1 == end ? last : ", ";
    memcpy(out + len, joint, strlen(joint));
    len += (uint32_t)strlen(joint);
    memcpy(out + len, part.at, part.len);
    len += part.len;
  }
  return jmi_walker_take(w, (jmi_str){out, len}, w->blocks[at].line,
                         jmi_list_of_head(jmi_walker_head(w)));
}

static bool ends_with_colon(jmi_str text)
{
  return text.at[text.len - 1] == ':';
}

static bool ends_with_stop(jmi_str text)
{
  return strchr(".!?;", text.at[text.len - 1]) != NULL;
}

static jmi_str last_sentence(jmi_str text)
{
  uint32_t start = 0;
  for (uint32_t end; (end = jmi_sentence_end(text, start)) + 1 < text.len;)
    start = end + 1;
  return jmi_str_trim(jmi_str_cut(text, start, text.len));
}

/* What a lead line says of the items below it: its last sentence does. Those before it are prose.
 */
static jm_status head_of_lead(jmi_walker *w, const jmi_block *block, uint8_t *head)
{
  jmi_str last = last_sentence(block->text);
  uint32_t start = (uint32_t)(last.at - block->text.at);
  if (start > 0) {
    jmi_str text = jmi_str_trim(jmi_str_cut(block->text, 0, start));
    jm_status status = jmi_walker_sentences(w, text, block->line, w->head, JMI_ALONE_NONE);
    if (status != JM_OK)
      return status;
  }
  *head = jmi_head_of(last).head;
  jmi_shape shape = JMI_SHAPE_NONE;
  if (*head != JMI_HEAD_NONE || last.len == 0)
    return JM_OK;
  jm_status status = jmi_shape_of(&shape, &w->scribe, last);
  if (shape == JMI_SHAPE_WANT)
    *head = JMI_HEAD_REQUIRED;
  else if (shape == JMI_SHAPE_NOTICE)
    *head = JMI_HEAD_ASIDE;
  else if (shape == JMI_SHAPE_DUTY)
    *head = JMI_HEAD_DUTIES;
  return status;
}

/* Takes the item, or the lead line, at `at`, and what belongs to it; returns where to go on. */
static jm_status take_list(jmi_walker *w, uint32_t at, uint32_t *next)
{
  const jmi_block *block = &w->blocks[at];
  bool brief;
  uint32_t end = items_below(w, at, block->level, &brief);
  jm_status status = judge_run(w, at);
  *next = at + 1;
  w->listed = true;
  if (status != JM_OK)
    return status;
  if (!ends_with_colon(block->text))
    return take_item(w, block->text, block->line);
  if (end > at + 1 && brief && jmi_is_asking(jmi_walker_head(w))) {
    *next = end;
    return take_joined(w, at, end);
  }
  uint8_t head = jmi_head_of(block->text).head;
  if (!jmi_is_asking(jmi_walker_head(w)) && head != JMI_HEAD_NONE)
    w->lead = head;
  return JM_OK;
}

/* ---- headings --------------------------------------------------------------------------- */

static uint32_t word_count(jmi_str text)
{
  jmi_words words;
  jmi_words_cut(&words, text);
  return words.count;
}

static void begin_section(jmi_walker *w, uint8_t head, uint8_t level)
{
  if (head == JMI_HEAD_NONE && level > w->level)
    return; /* part of what it stands in */
  w->head = head;
  w->level = level;
  w->listed = false;
}

/* A heading in whole words is believed; one with others too, unless it is the page's first. */
static void take_heading(jmi_walker *w, const jmi_block *block)
{
  jmi_str text = without_colon(block->text);
  jmi_head_found found = jmi_head_of(text);
  char last = text.len > 0 ? text.at[text.len - 1] : '.';
  bool sentence =
      last == '.' || (word_count(text) > WORDS_OF_HEAD && !ends_with_colon(block->text));
  if (!found.whole && (sentence || block->level == 1))
    found.head = JMI_HEAD_NONE;
  begin_section(w, found.head, block->level);
}

/* A line that looks like a heading: capitals, a gap before it, and more below. */
static bool is_unknown_heading(const jmi_walker *w, uint32_t at)
{
  const jmi_block *block = &w->blocks[at];
  if (!block->apart || block->text.len > HEADING_BYTES || at + 1 >= w->count)
    return false;
  const jmi_block *next = &w->blocks[at + 1];
  bool more = next->kind == JMI_BLOCK_ITEM || (next->kind == JMI_BLOCK_TEXT && next->text.len > 80);
  uint32_t words = 0;
  for (uint32_t i = 0; i < block->text.len; i++) {
    char c = block->text.at[i];
    if (strchr(".,;:%+0123456789", c) != NULL)
      return false;
    bool first = i == 0 || block->text.at[i - 1] == ' ';
    words += first;
    uint32_t end = i;
    while (first && end < block->text.len && jmi_is_alpha(block->text.at[end]))
      end++;
    if (first && end - i > 4 && c >= 'a' && c <= 'z')
      return false;
  }
  return more && words >= 2 && words <= 6;
}

/* ---- text ------------------------------------------------------------------------------- */

/* "Requirements: a van. Benefits: none." `label` stands before the content. */
static jm_status take_labelled(jmi_walker *w, const jmi_block *block, uint32_t content,
                               jmi_head_found found)
{
  w->lead = found.head;
  jmi_str text = found.bare || found.head == JMI_HEAD_DUTIES
                     ? jmi_str_cut(block->text, content, block->text.len)
                     : block->text;
  return jmi_walker_sentences(w, text, block->line, found.head, JMI_ALONE_EACH);
}

static jm_status take_lead(jmi_walker *w, uint32_t at, uint32_t *next)
{
  const jmi_block *block = &w->blocks[at];
  jmi_head_found found = jmi_head_of(block->text);
  bool brief;
  if (found.whole && found.head != JMI_HEAD_NONE && block->text.len <= HEADING_BYTES) {
    begin_section(w, found.head, JMI_LEVEL_BOLD);
    return JM_OK;
  }
  uint32_t end = items_below(w, at, 0, &brief);
  uint8_t head;
  jm_status status = head_of_lead(w, block, &head);
  if (status != JM_OK)
    return status;
  if (end > at + 1 && brief && is_choice(block->text)
      && (jmi_is_asking(head) || jmi_is_asking(w->head))) {
    w->lead = jmi_is_asking(head) ? head : JMI_HEAD_NONE;
    *next = end;
    return take_joined(w, at, end);
  }
  if (end > at + 1 && jmi_is_asking(head)) { /* "You must have 3 years in these fields:" */
    w->lead = head;
    return jmi_walker_take_measured(w, without_colon(last_sentence(block->text)), block->line);
  }
  if (end == at + 1 && head != JMI_HEAD_NONE && block->text.len <= HEADING_BYTES)
    begin_section(w, head, JMI_LEVEL_BOLD); /* what it heads has no bullets */
  else
    w->lead = head;
  return JM_OK;
}

/* Short, and no row of a list without bullets, as "Driving licence" is below "You need". */
static bool looks_like_heading(const jmi_walker *w, const jmi_block *block, jmi_head_found found,
                               bool before_items)
{
  if (block->text.len > HEADING_BYTES || block->text.at[block->text.len - 1] == '.')
    return false;
  return found.bare || before_items || !jmi_is_asking(w->head);
}

static jm_status take_text(jmi_walker *w, uint32_t at, uint32_t *next)
{
  const jmi_block *block = &w->blocks[at];
  jmi_str label;
  w->lead = JMI_HEAD_NONE;
  if (ends_with_colon(block->text))
    return take_lead(w, at, next);
  uint32_t content = jmi_label_of(block->text, LABEL_BYTES, &label);
  jmi_head_found found = jmi_head_of(content > 0 ? label : block->text);
  bool heads = found.whole && found.head != JMI_HEAD_NONE;
  if (content > 0 && heads && found.head != JMI_HEAD_OPEN)
    return take_labelled(w, block, content, found);
  bool before_items = at + 1 < w->count && w->blocks[at + 1].kind == JMI_BLOCK_ITEM;
  if (content == 0 && heads && looks_like_heading(w, block, found, before_items)) {
    begin_section(w, found.head, JMI_LEVEL_BOLD);
    return JM_OK;
  }
  if (is_unknown_heading(w, at)) {
    begin_section(w, JMI_HEAD_NONE, JMI_LEVEL_BOLD);
    return JM_OK;
  }
  if (before_items && block->text.len <= HEADING_BYTES && !ends_with_stop(block->text))
    return take_lead(w, at, next);
  bool alone = block->text.len <= ROW_BYTES && !w->listed && !before_items;
  return jmi_walker_sentences(w, block->text, block->line, w->head,
                              alone ? JMI_ALONE_WHOLE : JMI_ALONE_NONE);
}

static jm_status take_block(jmi_walker *w, uint32_t at, uint32_t *next)
{
  const jmi_block *block = &w->blocks[at];
  jmi_str label;
  *next = at + 1;
  switch ((jmi_block_kind)block->kind) {
  case JMI_BLOCK_NAME:
    return JM_OK;
  case JMI_BLOCK_ITEM:
    return take_list(w, at, next);
  case JMI_BLOCK_TEXT:
    return take_text(w, at, next);
  case JMI_BLOCK_HEADING:
    break;
  }
  uint32_t content = jmi_label_of(block->text, LABEL_BYTES, &label);
  w->lead = JMI_HEAD_NONE;
  if (content > 0 && block->level >= JMI_LEVEL_BOLD && jmi_head_of(label).whole)
    return take_text(w, at, next);
  take_heading(w, block);
  return JM_OK;
}

/* ---- all of it -------------------------------------------------------------------------- */

static jm_status walk(jmi_walker *w)
{
  jm_status status = JM_OK;
  for (uint32_t at = 0, next; at < w->count && status == JM_OK; at = next) {
    next = at + 1;
    if (at != w->title)
      status = take_block(w, at, &next);
  }
  return status;
}

/* What is said twice, in the same words, is asked for once. */
static jm_status drop_repeated(jmi_walker *w)
{
  uint32_t slots = 16, kept = 0;
  while (slots < 2 * w->lines.count)
    slots *= 2;
  uint32_t *table = JMI_NEW_ARRAY(w->arena, slots, uint32_t); /* numbers of lines, from 1 */
  if (table == NULL)
    return JM_ERR_MEMORY;
  jmi_extracted_line *lines = w->lines.items;
  for (uint32_t i = 0; i < w->lines.count; i++) {
    uint32_t slot = (uint32_t)jmi_str_hash(lines[i].text) & (slots - 1);
    while (table[slot] != 0 && !jmi_str_equal(lines[table[slot] - 1].text, lines[i].text))
      slot = (slot + 1) & (slots - 1);
    if (table[slot] != 0)
      continue;
    lines[kept++] = lines[i];
    table[slot] = kept;
  }
  w->lines.count = kept;
  return JM_OK;
}

jm_status jmi_extract(jmi_extracted *out, jmi_arena *arena, const jmi_language *language,
                      jmi_str text, uint32_t max_parts)
{
  jmi_walker w = {.arena = arena};
  jmi_list blocks = {0};
  *out = (jmi_extracted){.title = JMI_STR("")};
  jm_status status = jmi_blocks_read(&blocks, arena, text);
  if (status != JM_OK || blocks.count == 0)
    return status;
  w.blocks = blocks.items;
  w.count = blocks.count;
  out->title = jmi_title_of(w.blocks, w.count, &w.title);
  jmi_arena_init(&w.lines_arena, &arena->allocator);
  status = jmi_scribe_init(&w.scribe, language, &w.lines_arena, max_parts);
  if (status == JM_OK)
    status = walk(&w);
  if (status == JM_OK)
    status = drop_repeated(&w);
  jmi_scribe_dispose(&w.scribe);
  jmi_arena_dispose(&w.lines_arena);
  out->lines = w.lines.items;
  out->count = w.lines.count;
  for (uint32_t i = 0; i < out->count; i++)
    out->counts[out->lines[i].list]++;
  return status;
}
