/* SPDX-License-Identifier: MIT */
/* A ranking for people at a terminal: the table; then, for profiles, requirement by candidate, and
 * what each lacks that somebody above has. 80 columns, where names let it. */
#include "rank.h"

#include <string.h>

enum { WIDTH = 80, GRID_MOST = 12, GRID_TEXT_LEAST = 20, ID_MOST = 12, BLOCKERS_SHOWN = 3 };

/* ---- small things ------------------------------------------------------------------------ */

void put_decimal(FILE *file, int64_t number, int decimals)
{
  int64_t unit = 1;
  for (int i = 0; i < decimals; i++)
    unit *= 10;
  fprintf(file, "%lld", (long long)(number / unit));
  int64_t rest = number % unit;
  if (rest == 0)
    return;
  for (; rest % 10 == 0; rest /= 10)
    decimals--;
  fprintf(file, ".%0*lld", decimals, (long long)rest);
}

void put_id(FILE *file, const rank_entry *entry, void (*put)(FILE *file, const char *text))
{
  put(file, entry->file);
  if (entry->many)
    fprintf(file, "#%lld", (long long)entry->number);
}

static void put_safely(FILE *file, const char *text)
{
  put_safe(file, text, strlen(text));
}

/* A character takes one column. */
static int columns_of(const char *text)
{
  int columns = 0;
  for (; *text != '\0'; text++)
    columns += (*text & 0xC0) != 0x80;
  return columns;
}

static void put_blanks(FILE *file, int count)
{
  if (count > 0)
    fprintf(file, "%*s", count, "");
}

static void put_padded(FILE *file, const char *text, int columns)
{
  put_safely(file, text);
  put_blanks(file, columns - columns_of(text));
}

/* On one line, cut where it is longer. */
static void put_cut(FILE *file, const char *text, int columns)
{
  bool whole = columns_of(text) <= columns;
  int left = whole ? columns : columns - 3;
  for (; *text != '\0' && left > 0; left--) {
    size_t size = 1;
    while ((text[size] & 0xC0) == 0x80)
      size++;
    if (*text == '\n' || *text == '\t' || *text == '\r')
      putc(' ', file);
    else
      put_safe(file, text, size);
    text += size;
  }
  fputs(whole ? "" : "...", file);
}

static int digits_of(size_t number)
{
  int digits = 1;
  for (; number > 9; number /= 10)
    digits++;
  return digits;
}

static int greater(int a, int b)
{
  return a > b ? a : b;
}

/* ---- the head ---------------------------------------------------------------------------- */

static void put_head(FILE *file, const cli_ranking *r)
{
  const char *noun = r->finds ? "posting" : "profile";
  const char *title = r->finds ? "" : jm_posting_title(r->posting);
  put_safely(file, title[0] != '\0' ? title : name_of(r->given));
  fprintf(file, ": %lld %s%s", (long long)r->scored, noun, r->scored == 1 ? "" : "s");
  if (r->passed < r->scored)
    fprintf(file, ", %lld as asked for", (long long)r->passed);
  if ((int64_t)r->list.count < r->passed)
    fprintf(file, ", the best %zu shown", r->list.count);
  if (r->failed > 0)
    fprintf(file, ", %lld could not be read", (long long)r->failed);
  putc('\n', file);
}

/* ---- the table --------------------------------------------------------------------------- */

typedef struct table {
  int rank, band, blockers, id; /* columns */
} table;

/* "r1, r4, r6 +2"; writes nothing without a file. Returns its columns. */
static int put_blockers(FILE *file, const rank_entry *entry)
{
  int columns = 0, put = 0;
  for (int64_t i = 0; i < entry->line_count && put < BLOCKERS_SHOWN; i++) {
    if ((entry->marks[i] & RANK_BLOCKS) == 0)
      continue;
    const char *before = put++ == 0 ? "" : ", ";
    columns += (int)strlen(before) + columns_of(entry->ids[i]);
    if (file != NULL) {
      fputs(before, file);
      put_safely(file, entry->ids[i]);
    }
  }
  if (entry->blocker_count <= put)
    return columns;
  size_t more = (size_t)(entry->blocker_count - put);
  if (file != NULL)
    fprintf(file, " +%zu", more);
  return columns + 2 + digits_of(more);
}

static int id_columns(const rank_entry *entry)
{
  return columns_of(entry->file) + (entry->many ? 1 + digits_of((size_t)entry->number) : 0);
}

static table measure(const cli_ranking *r)
{
  table t = {.rank = greater(4, digits_of(r->list.count)), .band = 4, .id = 0};
  for (size_t i = 0; i < r->list.count; i++) {
    const rank_entry *entry = r->list.at[i];
    t.band = greater(t.band, columns_of(entry->band));
    t.id = greater(t.id, id_columns(entry));
    if (entry->blocker_count > 0)
      t.blockers = greater(greater(t.blockers, 10), put_blockers(NULL, entry));
  }
  return t;
}

static void put_row(FILE *file, const table *t, const rank_entry *entry, size_t rank)
{
  int32_t hundredths = share_hundredths(entry->share);
  int32_t tenths = hundredths / 10, cells = hundredths / 1000;
  fprintf(file, "%*zu  [%.*s%.*s] ", t->rank, rank, (int)cells, "##########", (int)(10 - cells),
          "----------");
  put_blanks(file, tenths % 10 == 0 ? 5 - digits_of((size_t)tenths / 10)
                                    : 3 - digits_of((size_t)tenths / 10));
  put_decimal(file, tenths, 1);
  fputs(" %  ", file);
  put_padded(file, entry->band, t->band + 2);
  if (t->blockers > 0)
    put_blanks(file, t->blockers + 2 - put_blockers(file, entry));
  put_id(file, entry, put_safely);
  if (entry->title[0] != '\0') {
    put_blanks(file, t->id + 2 - id_columns(entry));
    put_safely(file, entry->title);
  }
  putc('\n', file);
}

static void put_table(FILE *file, const cli_ranking *r)
{
  table t = measure(r);
  fprintf(file, "\n%*s  %-20s  %-*s  ", t.rank, "rank", "met", t.band, "band");
  if (t.blockers > 0)
    fprintf(file, "%-*s  ", t.blockers, "blocked by");
  fprintf(file, "%s\n", r->finds ? "posting" : "profile");
  for (size_t i = 0; i < r->list.count; i++)
    put_row(file, &t, r->list.at[i], i + 1);
}

/* ---- requirement by candidate ------------------------------------------------------------ */

static const char signs[] = {[JM_MET] = '+',
                             [JM_PARTLY] = '~',
                             [JM_MISSING] = '-',
                             [JM_UNKNOWN] = '?',
                             [JM_UNDECIDED] = '!'};
static const char tier_letters[] = {
    [JM_MUST_HAVE] = 'M', [JM_REQUIRED] = ' ', [JM_PREFERRED] = 'p'};

static int id_width(const cli_ranking *r)
{
  int width = 0;
  for (int64_t i = 0; i < jm_result_requirement_count(r->probe); i++)
    width = greater(width, columns_of(jm_result_requirement_id(r->probe, i)));
  return width;
}

static void put_grid_line(FILE *file, const cli_ranking *r, int64_t line, size_t shown, int ids)
{
  put_padded(file, jm_result_requirement_id(r->probe, line), ids);
  fprintf(file, " %c", tier_letters[jm_result_requirement_tier(r->probe, line)]);
  for (size_t i = 0; i < shown; i++)
    fprintf(file, "  %c", signs[r->list.at[i]->marks[line] & RANK_STANDING]);
  fputs("  ", file);
  put_cut(file, jm_result_requirement_text(r->probe, line), WIDTH - ids - 4 - 3 * (int)shown);
  putc('\n', file);
}

static void put_grid(FILE *file, const cli_ranking *r)
{
  size_t shown = r->list.count < GRID_MOST ? r->list.count : GRID_MOST;
  int ids = id_width(r);
  if (shown < 2 || ids > ID_MOST || WIDTH - ids - 4 - 3 * (int)shown < GRID_TEXT_LEAST)
    return;
  fputs("\nLine by line\n", file);
  put_blanks(file, ids + 2);
  for (size_t i = 0; i < shown; i++)
    fprintf(file, "%3zu", i + 1);
  putc('\n', file);
  for (int64_t i = 0; i < jm_result_requirement_count(r->probe); i++)
    put_grid_line(file, r, i, shown, ids);
  fputs("+ met, ~ partly, - missing, ? unknown, ! undecided; M must-have, p preferred\n", file);
}

/* ---- what those above have --------------------------------------------------------------- */

static int64_t count_marks(const unsigned char *marks, int64_t count)
{
  int64_t found = 0;
  for (int64_t i = 0; i < count; i++)
    found += marks[i] != 0;
  return found;
}

static void put_missed(FILE *file, const rank_entry *entry, size_t rank, int width,
                       const unsigned char *missed)
{
  int64_t left = count_marks(missed, entry->line_count);
  int columns = width + 2;
  bool begun = false;
  if (left == 0)
    return;
  fprintf(file, "%*zu  ", width, rank);
  for (int64_t i = 0; i < entry->line_count; i++) {
    if (missed[i] == 0)
      continue;
    columns += columns_of(entry->ids[i]) + 2;
    if (begun && columns > WIDTH - 14)
      break;
    fputs(begun ? ", " : "", file);
    put_safely(file, entry->ids[i]);
    begun = true;
    left--;
  }
  if (left > 0)
    fprintf(file, " and %lld more", (long long)left);
  putc('\n', file);
}

static void put_lacks(FILE *file, const cli_ranking *r, unsigned char *room)
{
  int64_t lines = jm_result_requirement_count(r->probe);
  int width = greater(4, digits_of(r->list.count));
  bool begun = false;
  for (size_t i = 0; i < r->list.count && i < GRID_MOST; i++) {
    entry_against(room, room + lines, r->list.at[i]);
    if (!begun && count_marks(room, lines) > 0) {
      fputs("\nWhat somebody above has and they don't\n", file);
      begun = true;
    }
    put_missed(file, r->list.at[i], i + 1, width, room);
  }
}

/* ---- all of it --------------------------------------------------------------------------- */

static void put_foot(FILE *file, const cli_ranking *r)
{
  int32_t day = r->settings->as_of;
  fprintf(file, "\njobmatch %s, rules %s, lexicon %s, as of %04d-%02d-%02d\n", jm_version_string(),
          jm_rules_version(), jm_scorer_lexicon_version(r->scorer), (int)(day / 10000),
          (int)(day / 100 % 100), (int)(day % 100));
  fprintf(file, "The percentage is coverage of the posting's lines, not a hiring decision.\n");
}

void rank_put_text(FILE *file, const cli_ranking *ranking, unsigned char *room)
{
  put_head(file, ranking);
  if (ranking->list.count > 0)
    put_table(file, ranking);
  if (ranking->list.count > 0 && !ranking->finds) {
    put_grid(file, ranking);
    put_lacks(file, ranking, room);
  }
  put_foot(file, ranking);
}
