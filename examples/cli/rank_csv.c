/* SPDX-License-Identifier: MIT */
/* A ranking for spreadsheets: CSV as RFC 4180 has it, one record for each result. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it, as in the reports of `score`. */
#include "rank.h"

#include <string.h>

static bool is_formula_sign(char c)
{
  return c != '\0' && strchr("=+-@", c) != NULL;
}

/* White space becomes one blank and what steers or hides text a `?`. */
static void put_chars(FILE *file, const char *text)
{
  size_t len = strlen(text);
  for (size_t i = 0; i < len; i++) {
    size_t size = unsafe_size((const unsigned char *)text + i, len - i);
    bool parted = i > 0 && text[i - 1] == ';' && is_formula_sign(text[i]);
    if (size > 0) {
      putc(strchr("\t\r\n", text[i]) != NULL ? ' ' : '?', file);
      i += size - 1;
      continue;
    }
    if (text[i] == '"' || parted)
      putc(parted ? '\'' : '"', file);
    putc(text[i], file);
  }
}

/* The wide forms of = + - @ are taken for the narrow ones by spreadsheets that fold them. */
static bool begins_formula(const char *text)
{
  static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                     "\xEF\xBC\xA0"};
  text += strspn(text, " \t\r\n");
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    if (strncmp(text, wide[i], 3) == 0)
      return true;
  return is_formula_sign(text[0]);
}

static void open_text(FILE *file, const char *text)
{
  fputs(begins_formula(text) ? "\"'" : "\"", file);
}

static void put_text(FILE *file, const char *text)
{
  open_text(file, text);
  put_chars(file, text);
  fputs("\",", file);
}

static void put_blockers(FILE *file, const rank_entry *entry)
{
  int64_t put = 0;
  for (int64_t i = 0; i < entry->line_count; i++) {
    if ((entry->marks[i] & RANK_BLOCKS) == 0)
      continue;
    if (put++ == 0)
      open_text(file, entry->ids[i]);
    else
      putc(' ', file);
    put_chars(file, entry->ids[i]);
  }
  fputs(put == 0 ? "\"\"," : "\",", file);
}

static void put_entry(FILE *file, const rank_entry *entry, size_t rank)
{
  fprintf(file, "%zu,", rank);
  open_text(file, entry->file);
  put_id(file, entry, put_chars);
  fputs("\",", file);
  put_text(file, entry->file);
  fprintf(file, "%lld,", (long long)entry->number);
  put_text(file, entry->title);
  put_decimal(file, share_hundredths(entry->share), 2);
  putc(',', file);
  put_text(file, entry->band);
  put_blockers(file, entry);
  put_decimal(file, entry->confirmed, 2);
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    fprintf(file, ",%lld", (long long)entry->counts[s]);
  fputs("\r\n", file);
}

void rank_put_csv(FILE *file, const cli_ranking *ranking)
{
  fputs("rank,id,file,document,title,percent,band,blocked_by,percent_if_confirmed,met,partly,"
        "missing,unknown,undecided\r\n",
        file);
  for (size_t i = 0; i < ranking->list.count; i++)
    put_entry(file, ranking->list.at[i], i + 1);
}
