/* SPDX-License-Identifier: MIT */
/* Prose: a plain résumé cut into statements, with its sections, its dated jobs and their places.
 *
 *   EXPERIENCE                                section: what was done
 *   Cook, The Blue Door   2019 - 2022         a dated line opens a job: group 1, 2019 to 2022
 *   - Ran the grill for 120 covers            a statement of group 1
 *   and trained two                           (goes on from the line before)
 *   helpers.
 *   EDUCATION                                 section: degrees
 *
 * In:  rows (rows.c). Out: paragraphs (paragraph.c), each with its section's kind and its job's
 * dates. Passed over: sections of personal data and referees, rows that are personal, the name at
 * the top, and the line of an employer beside a job's title. */
#include "language/prose.h"

#include "language/paragraph.h"

enum {
  AHEAD = 3,          /* lines of a job's head before its dates */
  JOINED_BYTES = 600, /* a paragraph that is longer goes on in no further row */
  WRAPPED_BYTES = 50, /* a shorter row of a bullet was ended on purpose */
  NAME_WORDS = 5,
  ITEM_BYTES = 40 /* a longer row is no item of a list that has one to a row */
};

typedef struct prose {
  jmi_teller *teller;
  const jmi_entry *entry;
  const jmi_row *rows;
  uint32_t count;
  uint8_t section;    /* a jmi_entry_kind */
  bool upper, colon;  /* how its heading is written */
  jmi_month from, to; /* of the job that is open */
  uint32_t group;
  uint32_t head_start, head_end; /* the rows that are the head of the open job */
} prose;

static bool is_list_kind(uint8_t kind)
{
  return kind == JMI_ENTRY_SKILL || kind == JMI_ENTRY_LANGUAGE;
}

static bool is_small_letter(char c)
{
  return c >= 'a' && c <= 'z';
}

/* ---- what goes on in the next row ------------------------------------------------------- */

/* A row that ends with one of these is not at its end. */
static bool ends_open(jmi_str row)
{
  static const char *const open[] = {
      "a",  "an", "and", "as",  "at",  "by",    "for",     "from", "in",    "into", "of",
      "on", "or", "our", "per", "the", "their", "through", "to",   "using", "via",  "with"};
  uint32_t start = row.len;
  char last = row.len > 0 ? row.at[row.len - 1] : '.';
  if (last == ',' || last == '&' || last == '(')
    return true;
  if (last == '-')
    return row.len > 1 && jmi_is_alpha(row.at[row.len - 2]);
  while (start > 0 && is_small_letter(row.at[start - 1]))
    start--;
  jmi_str word = jmi_str_cut(row, start, row.len);
  for (size_t w = 0; w < sizeof open / sizeof *open; w++)
    if (jmi_str_is(word, open[w]) && start > 0 && jmi_is_space(row.at[start - 1]))
      return true;
  return false;
}

/* "Training" in the midst of a list is an item of it. */
static bool is_item(const prose *p, uint32_t i, const jmi_heading *heading)
{
  const jmi_row *row = &p->rows[i];
  bool follows = i > 0 && !row->apart && p->rows[i - 1].bullet == row->bullet;
  if (row->bullet && follows)
    return true;
  return heading->weak && !heading->upper && !heading->colon && p->section == JMI_ENTRY_SKILL
         && follows && p->rows[i - 1].text.len < ITEM_BYTES;
}

static jmi_heading heading_at(const prose *p, uint32_t i)
{
  jmi_heading found = jmi_heading_of(p->rows[i].text, p->rows[i].apart);
  if (found.kind != JMI_ENTRY_KIND_COUNT && is_item(p, i, &found))
    found.kind = JMI_ENTRY_KIND_COUNT;
  return found;
}

static bool is_heading(const prose *p, uint32_t i)
{
  return heading_at(p, i).kind != JMI_ENTRY_KIND_COUNT;
}

static bool goes_on(const prose *p, uint32_t first, uint32_t i, uint8_t kind)
{
  const jmi_row *row = &p->rows[i], *next = &p->rows[i + 1];
  if (i + 1 >= p->count || next->turn || next->bullet || next->apart || row->ends
      || (row->dated == 2 && (row->header || row->dates.end + 2 >= row->text.len))
      || is_heading(p, i + 1) || next->personal)
    return false;
  if (next->dated == 2 && (next->header || next->dates.start == 0))
    return false;
  if (ends_open(row->text))
    return true;
  if (is_small_letter(next->text.at[0])) /* a list in small letters has no wrapped rows */
    return row->text.len >= WRAPPED_BYTES
           || (!is_list_kind(kind) && !is_small_letter(p->rows[first].text.at[0]));
  return p->rows[first].bullet && row->text.len >= WRAPPED_BYTES && !next->header;
}

/* One past the last row of the paragraph that begins with row `first`. */
static uint32_t paragraph_end(const prose *p, uint32_t first, uint8_t kind)
{
  uint32_t i = first, bytes = p->rows[first].text.len;
  while (bytes <= JOINED_BYTES && goes_on(p, first, i, kind))
    bytes += p->rows[++i].text.len + 1;
  return i + 1;
}

static jm_status add_rows(const prose *p, const jmi_row *rows, uint32_t count, uint8_t kind)
{
  jmi_paragraph paragraph = {.rows = rows, .count = count, .entry = *p->entry};
  paragraph.list = is_list_kind(kind);
  paragraph.entry.kind = kind;
  paragraph.entry.group = p->group;
  paragraph.entry.from = p->from;
  paragraph.entry.to = p->to;
  return jmi_paragraph_add(p->teller, &paragraph);
}

/* ---- jobs ------------------------------------------------------------------------------- */

static void see_month(prose *p, jmi_month month)
{
  if (month != JMI_MONTH_OPEN && month != JMI_MONTH_NONE && month > p->teller->latest)
    p->teller->latest = month;
}

/* The end of a study that goes on lies ahead: it is no month that the profile looks back on. */
static void open_job(prose *p, const jmi_row *row)
{
  p->group = ++p->teller->groups;
  p->from = row->dates.from;
  p->to = row->dates.to;
  see_month(p, p->from);
  if (p->section != JMI_ENTRY_EDUCATION || jmi_study_of(row->text) != JMI_STUDY_IN_PROGRESS)
    see_month(p, p->to);
}

static bool at_edge(const jmi_row *row)
{
  return row->dates.start <= 6 || row->dates.end + 6 >= row->text.len;
}

/* A row with a span opens a job, unless the span stands in what was done ("cut costs in 2015-2016
 * by a fifth"); in education one date is enough. */
static bool opens_job(const prose *p, const jmi_row *row)
{
  if (p->section == JMI_ENTRY_EDUCATION)
    return row->dated > 0;
  if (row->dated < 2)
    return false;
  if (row->bullet || is_list_kind(p->section))
    return at_edge(row) && memchr(row->text.at, ':', row->dates.start) == NULL;
  return at_edge(row) || row->headed || row->header || p->from == JMI_MONTH_NONE || !row->ends;
}

/* The dated row of the job whose head begins with row `i`: titles and names stand before it. */
static uint32_t head_of(const prose *p, uint32_t i)
{
  const jmi_row *before = i > 0 ? &p->rows[i - 1] : NULL;
  bool fresh = before == NULL || p->rows[i].apart || before->bullet || !before->header
               || is_heading(p, i - 1);
  if (!fresh || !p->rows[i].header)
    return p->count;
  for (uint32_t k = i + 1; k < p->count && k <= i + AHEAD; k++) {
    if (!p->rows[k].header || is_heading(p, k))
      return p->count;
    if (p->rows[k].dated == 2 || (p->rows[k].dated == 1 && p->section == JMI_ENTRY_EDUCATION))
      return k;
  }
  return p->count;
}

static bool is_work(const prose *p)
{
  return p->section == JMI_ENTRY_HIGHLIGHT || p->section == JMI_ENTRY_PROJECT;
}

/* Opens the job or the study that row `i` begins. */
static void take_dates(prose *p, uint32_t i)
{
  if (i < p->head_end)
    return;
  bool studied = p->section == JMI_ENTRY_EDUCATION;
  uint32_t head = is_work(p) || studied ? head_of(p, i) : p->count;
  if (opens_job(p, &p->rows[i])) {
    open_job(p, &p->rows[i]);
    p->head_start = i;
    p->head_end = i + 1;
  } else if (head < p->count && p->rows[i].dated == 0) {
    open_job(p, &p->rows[head]);
    p->head_start = i;
    p->head_end = head + 1;
  }
}

/* ---- names ------------------------------------------------------------------------------ */

/* What the lexicon knows of a row. */
typedef struct known {
  uint32_t words, unknown;
  bool role, term; /* it holds a job's title; a skill, which is no name */
  bool whole;      /* one phrase is all of it */
  bool language;   /* it names a language that people speak */
} known;

static jm_status look_up(const prose *p, jmi_str row, known *out)
{
  jmi_scribe *scribe = p->teller->scribe;
  const jmi_lexicon *lexicon = jmi_language_lexicon(scribe->language);
  jmi_str plain;
  jmi_tokens tokens = {0};
  jmi_hits hits = {0};
  *out = (known){0};
  jmi_arena_reset(&scribe->scratch);
  jm_status status = jmi_text_plain(&plain, &scribe->scratch, row);
  if (status == JM_OK)
    status =
        jmi_tokens_read(&tokens, &scribe->scratch, jmi_language_stems(scribe->language), plain);
  if (status == JM_OK)
    status = jmi_lexicon_scan(&hits, &scribe->scratch, lexicon, &tokens, 0, tokens.count);
  for (uint32_t t = 0, h = 0; status == JM_OK && t < tokens.count; t++) {
    while (h < hits.count && t >= hits.items[h].first + hits.items[h].count)
      h++;
    bool hit = h < hits.count && t >= hits.items[h].first;
    out->words += tokens.items[t].kind == JMI_TOKEN_WORD;
    out->unknown += tokens.items[t].kind == JMI_TOKEN_WORD && !hit
                    && jmi_lexicon_token_class(lexicon, &tokens.items[t]) == JMI_WORD_PLAIN;
  }
  for (uint32_t h = 0; status == JM_OK && h < hits.count; h++) {
    uint8_t kind = lexicon->concepts[hits.items[h].concept].kind;
    out->role = out->role || kind == JMI_CONCEPT_ROLE;
    out->term =
        out->term
        || (kind != JMI_CONCEPT_ROLE && kind != JMI_CONCEPT_NAME && kind != JMI_CONCEPT_BROAD);
    out->language = out->language || kind == JMI_CONCEPT_LANGUAGE;
    out->whole = out->whole || hits.items[h].count == tokens.count;
  }
  return status;
}

/* How far a name may reach into the first row: "Pieter de Boer - farm worker | Breda". */
static uint32_t name_end(jmi_str row)
{
  uint32_t at = 0;
  for (; at < row.len; at++) {
    char c = row.at[at];
    bool dash = c == '-' && at > 0 && jmi_is_space(row.at[at - 1]);
    bool gap = at + 2 < row.len && memcmp(row.at + at, "  ", 2) == 0;
    if (dash || gap || jmi_is_digit(c) || (c != '\0' && strchr(",|:@(\t", c) != NULL)
        || (at + 1 < row.len && memcmp(row.at + at, "\xE2\x80", 2) == 0 && row.at[at + 2] != '\x99')
        || (at + 1 < row.len && memcmp(row.at + at, "\xC2\xB7", 2) == 0))
      break;
    if (jmi_is_space(c) && !is_small_letter(row.at[0]) && at + 3 < row.len
        && is_small_letter(row.at[at + 1]) && jmi_is_alpha(row.at[at + 2])
        && jmi_is_alpha(row.at[at + 3]))
      break; /* a small word of three letters or more: no part of a name */
  }
  return at;
}

/* The first row of a résumé begins with who somebody is, when its first few words are no title.
 * The bytes of the name; 0 when there is none. */
static jm_status person_in(const prose *p, uint32_t i, uint32_t *end)
{
  known k;
  jmi_str row = p->rows[i].text;
  *end = 0;
  if (i > 0 && !(i == 1 && p->rows[0].personal))
    return JM_OK;
  jmi_str name = jmi_str_trim(jmi_str_cut(row, 0, name_end(row)));
  jm_status status = look_up(p, name, &k);
  if (k.words >= 2 && k.words <= NAME_WORDS && k.unknown > 0 && !k.whole && !k.term && !k.role)
    *end = name.len;
  while (*end > 0 && *end < row.len && !jmi_is_alpha(row.at[*end]) && !jmi_is_digit(row.at[*end]))
    ++*end; /* the sign that parts it from the rest */
  return status;
}

/* The employer's line in the head of a job: another line there holds the title. */
static jm_status is_employer(const prose *p, uint32_t i, bool *employer)
{
  known own = {0}, other = {0};
  const jmi_row *row = &p->rows[i];
  jm_status status = JM_OK;
  bool behind = i == p->head_end && i > 0 && p->rows[i - 1].dated == 2 && p->from != JMI_MONTH_NONE
                && (i + 1 >= p->count || !p->rows[i + 1].header);
  *employer = false;
  if (!row->header || row->dated != 0 || row->ends || !is_work(p) || (i >= p->head_end && !behind))
    return JM_OK;
  status = look_up(p, row->text, &own);
  if (status != JM_OK || own.role || own.term || own.words == 0)
    return status;
  uint32_t end = behind ? i : p->head_end;
  for (uint32_t k = p->head_start; k < end && status == JM_OK && !other.role; k++)
    if (k != i && p->rows[k].header)
      status = look_up(p, p->rows[k].text, &other);
  *employer = other.role;
  return status;
}

/* ---- sections --------------------------------------------------------------------------- */

static void open_section(prose *p, const jmi_heading *heading)
{
  p->section = heading->kind;
  p->upper = heading->upper;
  p->colon = heading->colon;
  p->group = ++p->teller->groups;
  p->from = p->to = JMI_MONTH_NONE;
}

/* "Tools: hammer, saw" under a job tells of that job; where headings are written so, it is one. */
static bool is_aside(const prose *p, const jmi_heading *heading)
{
  if (!heading->aside || heading->upper)
    return false;
  return (p->from != JMI_MONTH_NONE && is_work(p)
          && (p->upper != heading->upper || p->colon != heading->colon))
         || (p->section == JMI_ENTRY_SKILL && heading->colon && (p->upper || !p->colon));
}

/* A heading of what is passed over, in a row of its own style, tells of that row alone. */
static bool is_passed_row(const prose *p, const jmi_heading *heading, bool content)
{
  return heading->kind == JMI_ENTRY_PROSE && content
         && (p->upper != heading->upper || p->colon != heading->colon);
}

/* "Languages: Java, C" among skills. */
static jm_status kind_of_row(const prose *p, const jmi_heading *heading, jmi_str content,
                             uint8_t *kind)
{
  known k;
  *kind = heading->kind;
  if (heading->kind != JMI_ENTRY_LANGUAGE || content.len == 0)
    return JM_OK;
  jm_status status = look_up(p, content, &k);
  *kind = k.language ? JMI_ENTRY_LANGUAGE : JMI_ENTRY_SKILL;
  return status;
}

/* Adds the rows [first, end), the first of them from `text` on. */
static jm_status add_cut(const prose *p, uint32_t first, uint32_t end, jmi_str text, uint8_t kind)
{
  jmi_row *rows = JMI_NEW_ARRAY(p->teller->scribe->arena, end - first, jmi_row);
  if (rows == NULL)
    return JM_ERR_MEMORY;
  memcpy(rows, &p->rows[first], (end - first) * sizeof *rows);
  rows[0].text = jmi_str_trim(text);
  return rows[0].text.len > 0 ? add_rows(p, rows, end - first, kind) : JM_OK;
}

/* Takes a heading and what stands behind it in its row; *i becomes the row that comes next. */
static jm_status take_heading(prose *p, uint32_t *i, const jmi_heading *heading)
{
  const jmi_row *row = &p->rows[*i];
  jmi_str rest = jmi_str_trim(jmi_str_cut(row->text, heading->end, row->text.len));
  bool content = rest.len > 0, aside = is_aside(p, heading);
  uint8_t kind;
  jm_status status = kind_of_row(p, heading, rest, &kind);
  uint32_t first = *i;
  if (!aside && !is_passed_row(p, heading, content)) {
    open_section(p, heading);
    if (row->dated == 2 && content)
      open_job(p, row);
  }
  if (kind == JMI_ENTRY_LICENCE && heading->words > 1)
    rest = row->text; /* "Driving licence" says that there is one */
  *i = rest.len > 0 ? paragraph_end(p, first, kind) : first + 1;
  if (status == JM_OK && rest.len > 0 && kind != JMI_ENTRY_PROSE)
    status = add_cut(p, first, *i, rest, kind);
  return status;
}

static jm_status take_row(prose *p, uint32_t *i)
{
  const jmi_row *row = &p->rows[*i];
  uint32_t first = *i, person = 0;
  bool employer = false;
  jm_status status = person_in(p, first, &person);
  take_dates(p, first);
  if (status == JM_OK)
    status = is_employer(p, first, &employer);
  *i = first + 1;
  if (status != JM_OK || employer || row->personal)
    return status;
  bool title = p->section == JMI_ENTRY_HIGHLIGHT && row->header && first < p->head_end
               && p->from != JMI_MONTH_NONE;
  uint8_t kind = title ? JMI_ENTRY_TITLE : p->section;
  if (p->section == JMI_ENTRY_EDUCATION && row->apart && first >= p->head_end) { /* another study */
    p->group = ++p->teller->groups;
    p->from = p->to = JMI_MONTH_NONE;
  }
  if (person == row->text.len)
    return JM_OK;
  *i = paragraph_end(p, first, kind);
  if (person > 0)
    return add_cut(p, first, *i, jmi_str_cut(row->text, person, row->text.len), kind);
  return add_rows(p, row, *i - first, kind);
}

/* What stands before the first heading of a column. */
static const jmi_heading no_section = {.kind = JMI_ENTRY_HIGHLIGHT};

static jm_status take_rows(prose *p)
{
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < p->count && status == JM_OK;) {
    jmi_heading heading = heading_at(p, i);
    if (p->rows[i].turn)
      open_section(p, &no_section);
    if (heading.kind != JMI_ENTRY_KIND_COUNT)
      status = take_heading(p, &i, &heading);
    else if (p->section == JMI_ENTRY_PROSE)
      i++;
    else
      status = take_row(p, &i);
  }
  return status;
}

jm_status jmi_prose_add(jmi_teller *teller, const jmi_entry *entry)
{
  jmi_list rows = {0};
  jmi_arena arena;
  jmi_arena_init(&arena, &teller->scribe->arena->allocator);
  jm_status status = jmi_rows_cut(&rows, &arena, entry->text);
  prose p = {.teller = teller, .entry = entry, .rows = rows.items, .count = rows.count};
  open_section(&p, &no_section);
  if (status == JM_OK)
    status = take_rows(&p);
  jmi_arena_dispose(&arena);
  return status;
}
