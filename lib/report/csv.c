/* SPDX-License-Identifier: MIT */
/* The ledger for spreadsheets: CSV as RFC 4180 has it, one record for each requirement.
 *
 * In:  a result. Out: a header and records in UTF-8, each ended by CR LF; keys and words are those
 * of the JSON report. A text is one line, with escapes for what steers or hides text; one that a
 * spreadsheet would run as a formula gets an apostrophe before it. */
#include "report/say.h"

typedef struct record {
  jmi_buffer *out; /* borrows */
  bool begun;      /* a field stands before the next one */
} record;

static void next_field(record *r)
{
  if (r->begun)
    jmi_buffer_addc(r->out, ',');
  r->begun = true;
}

static void end_record(record *r)
{
  jmi_buffer_adds(r->out, "\r\n");
  r->begun = false;
}

/* ---- texts ------------------------------------------------------------------------------ */

static bool is_formula_sign(char c)
{
  return c == '=' || c == '+' || c == '-' || c == '@';
}

/* Where the semicolon parts fields, the rest of a text would be a field of its own. */
static bool escape_char(jmi_buffer *out, jmi_str text, uint32_t at)
{
  bool parted = at > 0 && text.at[at - 1] == ';' && is_formula_sign(text.at[at]);
  if (text.at[at] == '"')
    jmi_buffer_adds(out, "\"\"");
  else if (parted)
    jmi_buffer_addc(out, '\'');
  return text.at[at] == '"';
}

/* The wide forms of = + - @ are taken for the narrow ones by spreadsheets that fold them. */
static bool begins_formula(jmi_str text)
{
  static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                     "\xEF\xBC\xA0"};
  if (text.len == 0)
    return false;
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    if (text.len >= 3 && memcmp(text.at, wide[i], 3) == 0)
      return true;
  return is_formula_sign(text.at[0]);
}

/* A document's text always stands in quotes. */
static void put_text(record *r, jmi_str text)
{
  static const jmi_escape quoted = {escape_char, "\\"};
  next_field(r);
  jmi_buffer_adds(r->out, begins_formula(jmi_str_trim(text)) ? "\"'" : "\"");
  jmi_safe_add(r->out, text, &quoted);
  jmi_buffer_addc(r->out, '"');
}

static void put_word(record *r, const char *word)
{
  next_field(r);
  jmi_buffer_adds(r->out, word);
}

static void put_decimal(record *r, int64_t number, uint32_t decimals)
{
  next_field(r);
  jmi_decimal_add(r->out, number, decimals);
}

/* ---- records ---------------------------------------------------------------------------- */

static void put_header(record *r)
{
  static const char *const names[] = {
      "id",     "line",          "text",          "tier",     "component",
      "weight", "status",        "credit",        "strength", "how",
      "rule",   "evidence_path", "evidence_line", "evidence", "shortfall"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    put_word(r, names[i]);
  end_record(r);
}

/* The part that tells most, and its most telling entry. */
static void put_evidence(record *r, const jm_result *result, const jmi_row *row)
{
  const jmi_outcome *best = row->line->reading.part_count > 0 ? &row->parts[row->best] : NULL;
  bool shown = best != NULL && jmi_has_evidence(best);
  const jmi_entry *entry = shown ? jmi_outcome_entry(result, best, 0) : NULL;
  put_word(r, shown ? jmi_how_words[best->how] : "");
  put_word(r, best == NULL ? "" : best->rule);
  put_text(r, entry == NULL ? JMI_STR("") : entry->path);
  if (entry == NULL || entry->mark.line == 0)
    put_word(r, "");
  else
    put_decimal(r, entry->mark.line, 0);
  put_text(r, entry == NULL ? JMI_STR("") : entry->text);
}

static void put_row(record *r, const jm_result *result, const jmi_row *row)
{
  const jmi_requirement *given = row->line->given;
  put_text(r, given->id);
  put_decimal(r, given->mark.line, 0);
  put_text(r, given->text);
  put_word(r, jm_tier_word(row->line->reading.tier));
  put_word(r, jm_component_word(row->line->reading.component));
  put_decimal(r, row->weight, 3);
  put_word(r, jm_standing_word(row->standing));
  put_decimal(r, row->credit, 3);
  put_decimal(r, row->strength, 0);
  put_evidence(r, result, row);
  put_text(r, row->shortfall);
  end_record(r);
}

void jmi_result_csv(jmi_buffer *out, const jm_result *result, int32_t flags)
{
  record r = {.out = out};
  (void)flags;
  put_header(&r);
  for (uint32_t i = 0; i < result->row_count; i++)
    put_row(&r, result, &result->rows[i]);
}
