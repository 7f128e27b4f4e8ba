/* SPDX-License-Identifier: MIT */
/* What only the candidate can tell: travel, relocation, remote work, shifts, a start.
 *
 * In:  the mapping `willing`.
 * Out: a jmi_willing, -1 where it is silent.
 * Refuses: shares of travel that are no per cent, and words where true or false must stand. */
#include "model/gather.h"
#include "model/read.h"

const jmi_willing jmi_willing_silent = {.travel_percent = -1,
                                        .relocate = -1,
                                        .remote = -1,
                                        .on_site = -1,
                                        .overtime = -1,
                                        .start = {"", 0}};

/* 0 or 1, where -1 stands for silence. */
static jm_status read_answer(jmi_reader *reader, const jmi_node *value, void *place)
{
  bool answer = false;
  jm_status status = jmi_read_flag(reader, value, &answer);
  if (status == JM_OK)
    *(int32_t *)place = answer;
  return status;
}

/* Digits, perhaps a sign of per cent behind them: their value; -1 for anything else. */
static int32_t percent_of(jmi_str text)
{
  int32_t percent = 0;
  uint32_t at = 0;
  for (; at < text.len && jmi_is_digit(text.at[at]); at++)
    percent = percent > 1000 ? percent : percent * 10 + (text.at[at] - '0');
  if (at == 0)
    return -1;
  jmi_str rest = jmi_str_trim(jmi_str_cut(text, at, text.len));
  return rest.len == 0 || jmi_str_is(rest, "%") ? percent : -1;
}

/* yes, no and their kin, and true or false in quotes: jmi_read_flag() knows what to say. */
static bool is_like_flag(const jmi_node *value)
{
  static const char *const words[] = {"true", "false", "yes", "no", "on", "off", "y", "n"};
  for (size_t i = 0; i < JMI_ROWS(words); i++) {
    size_t len = strlen(words[i]), at = 0;
    while (at < len && at < value->text.len && jmi_lower(value->text.at[at]) == words[i][at])
      at++;
    if (at == len && value->text.len == len)
      return true;
  }
  return false;
}

static jm_status read_travel(jmi_reader *reader, const jmi_node *value, void *place)
{
  static const char hint[] = "write per cent of the working time, as in 30%, or true or false";
  int32_t *travel = place;
  if (value->kind == JMI_NODE_SCALAR && is_like_flag(value)) {
    bool answer = false;
    jm_status status = jmi_read_flag(reader, value, &answer);
    *travel = answer ? 100 : 0;
    return status;
  }
  if (value->kind != JMI_NODE_SCALAR || jmi_node_is_null(value))
    return jmi_refuse(reader, JM_ERR_FIELD, value, hint, "must be a share of travel");
  int32_t percent = percent_of(jmi_str_trim(value->text));
  if (percent < 0)
    return jmi_refuse(reader, JM_ERR_FIELD, value, hint, "must be a share of travel");
  if (percent > 100)
    return jmi_refuse(reader, JM_ERR_FIELD, value, hint, "is over 100 %%");
  *travel = percent;
  return JM_OK;
}

jm_status jmi_read_willing(jmi_reader *reader, const jmi_node *map, void *place)
{
  static const jmi_field fields[] = {
      {"travel", JMI_FIELD_CUSTOM, 0, offsetof(jmi_willing, travel_percent), read_travel},
      {"relocate", JMI_FIELD_CUSTOM, 0, offsetof(jmi_willing, relocate), read_answer},
      {"remote", JMI_FIELD_CUSTOM, 0, offsetof(jmi_willing, remote), read_answer},
      {"on_site", JMI_FIELD_CUSTOM, 0, offsetof(jmi_willing, on_site), read_answer},
      {"overtime", JMI_FIELD_CUSTOM, 0, offsetof(jmi_willing, overtime), read_answer},
      {"shifts", JMI_FIELD_TEXTS, 0, offsetof(jmi_willing, shifts), NULL},
      {"start", JMI_FIELD_TEXT, 0, offsetof(jmi_willing, start), NULL},
  };
  jmi_willing *willing = place;
  willing->mark = map->mark;
  return jmi_fields_read(reader, map, "`willing`", fields, JMI_ROWS(fields), willing);
}
