/* SPDX-License-Identifier: MIT */
/* Levels: which level the words beside an item ask of it.
 *
 *   "Fluent in English and German"        ahead: of all behind it in the sentence
 *   "German at C1 level, French at A2"    right behind: of what it stands behind
 *   "English and German fluently"         at the close: of all before it
 *   "English (fluent), French (basic)"    in brackets: of what they stand behind, and of nothing
 * else "German and English (both fluent)"    but for these                                       */
#include "language/split.h"

/* Words that say a level stand no further from what they qualify than this. */
#define LEVEL_REACH 40

static bool ends_reach(const jmi_line *line, uint32_t token)
{
  return jmi_line_is_sign(line, token, ';')
         || (line->tokens.items[token].flags & JMI_TOKEN_FIRST) != 0;
}

/* The level of brackets that open at a token and speak of one thing; of `all`: of all before. */
static uint8_t level_in_brackets(const jmi_line *line, uint32_t open, bool all)
{
  bool both = jmi_line_is(line, open + 1, "both") || jmi_line_is(line, open + 1, "all");
  if (all && !both)
    return JMI_LEVEL_NONE;
  for (uint32_t t = open + 1; t < line->tokens.count && t - open < LEVEL_REACH; t++) {
    if (jmi_line_is_sign(line, t, ')'))
      break;
    if (line->marks[t].level != JMI_LEVEL_NONE)
      return line->marks[t].level;
  }
  return JMI_LEVEL_NONE;
}

/* The level that closes a clause: "English and German fluently". */
static uint8_t closing_level(const jmi_line *line, uint32_t from)
{
  uint32_t end = from, open = JMI_NONE;
  while (end < line->tokens.count && end - from <= LEVEL_REACH
         && (end == from || !ends_reach(line, end))) {
    open = jmi_line_is_sign(line, end, '(') ? end : open;
    end++;
  }
  if (end - from > LEVEL_REACH)
    return JMI_LEVEL_NONE;
  while (end > from && line->marks[end - 1].level == JMI_LEVEL_NONE
         && !jmi_line_is_telling(line, end - 1))
    end--;
  if (end > from && line->marks[end - 1].bracketed)
    return open == JMI_NONE ? (uint8_t)JMI_LEVEL_NONE : level_in_brackets(line, open, true);
  return end > from ? line->marks[end - 1].level : (uint8_t)JMI_LEVEL_NONE;
}

/* The level said before an item in its clause; not in brackets, which speak of something else. */
static uint8_t level_before(const jmi_line *line, uint32_t first)
{
  bool inside = first < line->tokens.count && line->marks[first].bracketed;
  for (uint32_t t = first; t > 0 && first - t < LEVEL_REACH; t--) {
    if (line->marks[t - 1].level != JMI_LEVEL_NONE && (inside || !line->marks[t - 1].bracketed))
      return line->marks[t - 1].level;
    if (jmi_line_is_sign(line, t - 1, '.') || jmi_line_is_sign(line, t - 1, ';'))
      break;
  }
  return JMI_LEVEL_NONE;
}

/* The level right behind an item: "German at C1 level and English at B2". */
static uint8_t level_behind(const jmi_line *line, uint32_t end)
{
  for (uint32_t t = end; t < line->tokens.count && t - end < LEVEL_REACH; t++) {
    if (line->marks[t].level != JMI_LEVEL_NONE)
      return line->marks[t].level;
    if (line->marks[t].role == JMI_ROLE_KEEP && !jmi_line_is(line, t, "at")
        && !jmi_line_is(line, t, "level"))
      break;
  }
  return JMI_LEVEL_NONE;
}

uint8_t jmi_level_beside(const jmi_line *line, uint32_t first, uint32_t end)
{
  uint8_t level = JMI_LEVEL_NONE;
  while (end > first && end < line->tokens.count && end - first < LEVEL_REACH
         && line->marks[end - 1].bracketed && line->marks[end].bracketed)
    end++;
  if (jmi_line_is_sign(line, end, '('))
    level = level_in_brackets(line, end, false);
  for (uint32_t t = first; level == JMI_LEVEL_NONE && t < end && t < line->tokens.count; t++)
    level = line->marks[t].level;
  if (level == JMI_LEVEL_NONE)
    level = level_behind(line, end);
  if (level == JMI_LEVEL_NONE)
    level = level_before(line, first);
  return level == JMI_LEVEL_NONE && end > 0 ? closing_level(line, end - 1) : level;
}
