/* SPDX-License-Identifier: MIT */
/* Lines of a posting that is extracted: what is taken, as one line, as several, or not at all.
 *
 * In:  a text, and what is said of its place. Out: lines that can be read, and ask for something.
 * What reading sets aside ("no experience required", a benefit) is left out here. */
#include "language/walker.h"

#include "language/paragraph.h"

enum {
  PIECE_BYTES = 100, /* what is left of a line that has too many parts */
  LONG_BYTES = 300,  /* a longer sentence ends at a semicolon */
  LINE_BYTES = 2000  /* a longer line is none that a person wrote */
};

bool jmi_is_asking(uint8_t head)
{
  return head == JMI_HEAD_REQUIRED || head == JMI_HEAD_PREFERRED;
}

uint8_t jmi_walker_head(const jmi_walker *w)
{
  return w->lead != JMI_HEAD_NONE ? w->lead : w->head;
}

/* ---- taking ----------------------------------------------------------------------------- */

static jm_status push(jmi_walker *w, jmi_str text, uint32_t line, jmi_extract_list list)
{
  jmi_extracted_line *made = JMI_PUSH(&w->lines, w->arena, jmi_extracted_line);
  if (made == NULL)
    return JM_ERR_MEMORY;
  *made = (jmi_extracted_line){text, line, (uint8_t)list};
  return JM_OK;
}

/* Reads the line as it will be read: JM_ERR_LIMIT when it has too many parts. */
static jm_status try(jmi_walker *w, jmi_str text, bool *asks, bool *welcome)
{
  jmi_reading reading;
  jmi_requirement given = {.text = text, .tier = JMI_TIER_NONE};
  jmi_arena_reset(&w->lines_arena);
  jm_status status = jmi_line_read(&reading, &w->scribe, &given);
  *asks = status == JM_OK && reading.set_aside_rule == NULL;
  *welcome = status == JM_OK && reading.tier == JMI_TIER_PREFERRED;
  return status;
}

/* Behind the last comma or blank within reach; 0 when there is none. */
static uint32_t piece_end(jmi_str text)
{
  uint32_t end = 0;
  if (text.len <= PIECE_BYTES)
    return text.len;
  for (uint32_t i = 1; i < PIECE_BYTES; i++)
    if (text.at[i] == ',' || text.at[i] == ' ')
      end = i + 1;
  return end;
}

/* A line with more parts than a line may have becomes several. */
static jm_status take_pieces(jmi_walker *w, jmi_str text, uint32_t line, jmi_extract_list list)
{
  jm_status status = JM_OK;
  while (text.len > 0 && status == JM_OK) {
    uint32_t end = piece_end(text);
    if (end == 0)
      return JM_OK; /* no words: what it asks for nobody knows */
    bool asks, welcome;
    jmi_str piece = jmi_str_trim(jmi_str_cut(text, 0, end));
    status = try(w, piece, &asks, &welcome);
    if (status == JM_OK && asks)
      status = push(w, piece, line, list);
    else if (status == JM_ERR_LIMIT)
      status = JM_OK;
    text = jmi_str_trim(jmi_str_cut(text, end, text.len));
  }
  return status;
}

static bool drop_end(jmi_str *text, const char *end)
{
  uint32_t len = (uint32_t)strlen(end);
  if (text->len <= len || memcmp(text->at + text->len - len, end, len) != 0)
    return false;
  *text = jmi_str_trim(jmi_str_cut(*text, 0, text->len - len));
  return true;
}

jmi_str jmi_joint_drop(jmi_str text)
{
  if (drop_end(&text, "; and") || drop_end(&text, ", and") || drop_end(&text, "; or"))
    return text;
  while (drop_end(&text, ";") || drop_end(&text, ","))
    continue;
  return text;
}

jm_status jmi_walker_take(jmi_walker *w, jmi_str text, uint32_t line, jmi_extract_list list)
{
  bool asks, welcome;
  text = jmi_joint_drop(jmi_str_trim(text));
  if (text.len == 0)
    return JM_OK;
  jm_status status = text.len > LINE_BYTES ? JM_ERR_LIMIT : try(w, text, &asks, &welcome);
  if (status == JM_ERR_LIMIT)
    return take_pieces(w, text, line, list);
  if (welcome && list == JMI_EXTRACT_REQUIRED && !jmi_is_asking(jmi_walker_head(w)))
    list = JMI_EXTRACT_PREFERRED; /* no list says otherwise */
  return status == JM_OK && asks ? push(w, text, line, list) : status;
}

jm_status jmi_walker_take_measured(jmi_walker *w, jmi_str text, uint32_t line)
{
  jmi_reading reading;
  jmi_requirement given = {.text = text, .tier = JMI_TIER_NONE};
  jmi_arena_reset(&w->lines_arena);
  jm_status status = jmi_line_read(&reading, &w->scribe, &given);
  bool measured = false;
  for (uint32_t i = 0; status == JM_OK && i < reading.part_count; i++)
    measured = measured || reading.parts[i].min_months > 0
               || reading.parts[i].criterion == JMI_CRITERION_EDUCATION;
  if (measured)
    return jmi_walker_take(w, text, line, jmi_list_of_head(jmi_walker_head(w)));
  return status == JM_ERR_LIMIT ? JM_OK : status;
}

jmi_extract_list jmi_list_of_head(uint8_t head)
{
  return head == JMI_HEAD_PREFERRED ? JMI_EXTRACT_PREFERRED
         : head == JMI_HEAD_DUTIES  ? JMI_EXTRACT_DUTY
                                    : JMI_EXTRACT_REQUIRED;
}

/* ---- sentences -------------------------------------------------------------------------- */

/* How a sentence stands to what is said of its place. `alone`: the sentence is a line of its own.
 */
static jm_status take_sentence(jmi_walker *w, jmi_str text, uint32_t line, uint8_t head, bool alone)
{
  jmi_shape shape;
  if (text.len == 0 || head == JMI_HEAD_ASIDE)
    return JM_OK;
  jm_status status = jmi_shape_of(&shape, &w->scribe, text);
  if (status != JM_OK || shape == JMI_SHAPE_NOTICE)
    return status;
  if (shape == JMI_SHAPE_WANT || (jmi_is_asking(head) && alone && shape == JMI_SHAPE_NONE))
    return jmi_walker_take(w, text, line,
                           jmi_is_asking(head) ? jmi_list_of_head(head) : JMI_EXTRACT_REQUIRED);
  if (head == JMI_HEAD_DUTIES && alone)
    return jmi_walker_take(w, text, line, JMI_EXTRACT_DUTY);
  return JM_OK;
}

/* A semicolon ends no sentence here, but a long one. */
static uint32_t sentence_end(jmi_str text, uint32_t at)
{
  uint32_t end = at;
  do
    end = jmi_sentence_end(text, end);
  while (end < text.len && text.at[end - 1] == ';' && end - at < LONG_BYTES);
  return end;
}

jm_status jmi_walker_sentences(jmi_walker *w, jmi_str text, uint32_t line, uint8_t head,
                               jmi_alone alone)
{
  jm_status status = JM_OK;
  for (uint32_t at = 0; at < text.len && status == JM_OK;) {
    uint32_t end = sentence_end(text, at);
    bool whole = at == 0 && end >= text.len;
    status = take_sentence(w, jmi_str_trim(jmi_str_cut(text, at, end)), line, head,
                           alone == JMI_ALONE_EACH || (alone == JMI_ALONE_WHOLE && whole));
    at = end + 1;
  }
  return status;
}
