/* SPDX-License-Identifier: MIT */
/* "improve" in the JSON report: routes to the higher bands, what to confirm, what transfers, what
 * half matches, and what would be a plus. */
#include "report/report.h"

static void write_route(jmi_writer *w, const jm_result *result, const jmi_route *route)
{
  jmi_write_open(w, NULL, '{');
  jmi_write_text(w, "band", route->band->name);
  jmi_write_decimal(w, "from", route->band->from_milli, 1);
  jmi_write_flag(w, "possible", route->possible);
  jmi_write_open(w, "steps", '[');
  for (uint32_t i = 0; route->possible && i < route->count; i++) {
    jmi_write_open(w, NULL, '{');
    jmi_write_text(w, "id", result->rows[route->steps[i].row].line->given->id);
    jmi_write_word(w, "action", route->steps[i].confirm ? "confirm" : "show");
    jmi_write_close(w, '}');
  }
  jmi_write_close(w, ']');
  if (route->possible)
    jmi_write_decimal(w, "percent", jmi_share_hundredths(route->after), 2);
  else
    jmi_write_null(w, "percent");
  jmi_write_close(w, '}');
}

static void write_chances(jmi_writer *w, const char *key, const jm_result *result,
                          jmi_chance chance)
{
  jmi_write_open(w, key, '[');
  for (uint32_t i = 0; i < result->row_count; i++) {
    const jmi_row *row = &result->rows[i];
    for (uint32_t p = 0; p < row->line->reading.part_count; p++) {
      if (!jmi_is_chance(row, &row->parts[p], chance))
        continue;
      jmi_write_open(w, NULL, '{');
      jmi_write_text(w, "id", row->line->given->id);
      jmi_write_text(w, "part", jmi_part_words(row->line->given, &row->line->reading.parts[p]));
      jmi_write_word(w, "how", jmi_how_words[row->parts[p].how]);
      jmi_write_evidence(w, "evidence", result, &row->parts[p]);
      jmi_write_close(w, '}');
    }
  }
  jmi_write_close(w, ']');
}

void jmi_result_json_improve(jmi_writer *w, const jm_result *result)
{
  jmi_write_open(w, "improve", '{');
  jmi_write_open(w, "routes", '[');
  for (uint32_t i = 0; i < result->route_count; i++)
    write_route(w, result, &result->routes[i]);
  jmi_write_close(w, ']');
  jmi_write_open(w, "confirm", '[');
  for (uint32_t i = 0; i < result->row_count; i++)
    if (result->rows[i].standing == JM_UNKNOWN)
      jmi_write_text(w, NULL, result->rows[i].line->given->id);
  jmi_write_close(w, ']');
  write_chances(w, "transferable", result, JMI_CHANCE_TRANSFERABLE);
  write_chances(w, "reword", result, JMI_CHANCE_REWORD);
  jmi_write_open(w, "plus", '[');
  for (uint32_t i = 0; i < result->row_count; i++)
    if (jmi_is_plus(&result->rows[i]))
      jmi_write_text(w, NULL, result->rows[i].line->given->id);
  jmi_write_close(w, ']');
  jmi_write_close(w, '}');
}
