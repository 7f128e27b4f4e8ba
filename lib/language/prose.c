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
 * Lines are what pasted text gives; a line that does not end a sentence goes on when the next
 * begins with a small letter. Sections that hold personal data or referees are passed over. */
#include "language/statement.h"

#define STATEMENT_BYTES 600 /* a longer run of text is cut at the next blank */

/* What stands under a heading. PROSE stands for a section that is passed over. */
static const struct {
  const char *words; /* every word of the heading must be among them, and one of the marked ones */
  const char *marks;
  uint8_t kind;
} sections[] = {
    {"work professional relevant employment career job history experience experiences background "
     "summary and internships internship volunteer volunteering positions held",
     "experience experiences employment internships internship volunteering positions history",
     JMI_ENTRY_HIGHLIGHT},
    {"education academic and background qualifications training studies degrees courses",
     "education academic studies degrees", JMI_ENTRY_EDUCATION},
    {"technical core key professional computer it soft hard personal other additional relevant "
     "skills skill competencies abilities expertise areas of tools technologies and summary "
     "qualifications strengths software proficiencies knowledge",
     "skills skill competencies abilities expertise tools technologies strengths proficiencies "
     "knowledge",
     JMI_ENTRY_SKILL},
    {"personal academic key selected projects project and", "projects project", JMI_ENTRY_PROJECT},
    {"professional executive career personal summary profile objective about me overview statement",
     "summary profile objective about overview", JMI_ENTRY_SUMMARY},
    {"professional certifications certification certificates licenses licences and training "
     "courses awards",
     "certifications certification certificates", JMI_ENTRY_CERTIFICATE},
    {"languages language spoken foreign skills", "languages language", JMI_ENTRY_LANGUAGE},
    {"references referees available upon on request contact personal details information data",
     "references referees contact details", JMI_ENTRY_PROSE},
};

typedef struct prose {
  jmi_teller *teller;
  const jmi_entry *entry;
  uint32_t at;        /* bytes of the text */
  uint32_t line;      /* counted from the entry's own */
  uint8_t section;    /* a jmi_entry_kind */
  jmi_month from, to; /* of the job that is open */
  uint32_t group;
} prose;

#define HEADING_BYTES 48

/* Whether a folded word of a heading is among these. */
static bool word_in(const char *word, uint32_t len, const char *words)
{
  for (const char *at = words; (at = strstr(at, word)) != NULL; at += len)
    if ((at == words || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
      return true;
  return false;
}

static bool next_word(jmi_str *rest, jmi_str *word)
{
  while (rest->len > 0 && !jmi_is_alpha(rest->at[0])) {
    rest->at++;
    rest->len--;
  }
  uint32_t len = 0;
  while (len < rest->len && jmi_is_alpha(rest->at[len]))
    len++;
  *word = (jmi_str){rest->at, len};
  rest->at += len;
  rest->len -= len;
  return len > 0;
}

/* The section that a line heads: JMI_ENTRY_KIND_COUNT when it is no heading. */
static uint8_t heading_of(jmi_str line)
{
  if (line.len == 0 || line.len > HEADING_BYTES)
    return JMI_ENTRY_KIND_COUNT;
  for (size_t s = 0; s < sizeof sections / sizeof *sections; s++) {
    jmi_str rest = line, word;
    bool all = true, marked = false;
    while (all && next_word(&rest, &word)) {
      char folded[HEADING_BYTES + 1] = "";
      for (uint32_t i = 0; i < word.len; i++)
        folded[i] = jmi_lower(word.at[i]);
      all = word_in(folded, word.len, sections[s].words);
      marked = marked || word_in(folded, word.len, sections[s].marks);
    }
    if (all && marked)
      return sections[s].kind;
  }
  return JMI_ENTRY_KIND_COUNT;
}

static bool is_break(jmi_str text, uint32_t at)
{
  return text.at[at] == '\n' || text.at[at] == '\r';
}

static uint32_t line_end(jmi_str text, uint32_t at)
{
  while (at < text.len && !is_break(text, at))
    at++;
  return at;
}

static uint32_t next_line(jmi_str text, uint32_t at)
{
  if (at < text.len && text.at[at] == '\r' && at + 1 < text.len && text.at[at + 1] == '\n')
    return at + 2;
  return at < text.len ? at + 1 : at;
}

static bool ends_sentence(jmi_str line)
{
  char last = line.len > 0 ? line.at[line.len - 1] : '.';
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
}

/* A line that ends at `end` goes on in the next when it ends no sentence and the next begins with a
 * small letter. */
static uint32_t paragraph_end(jmi_str text, uint32_t at, uint32_t end)
{
  for (;;) {
    uint32_t next = next_line(text, end), next_end = line_end(text, next);
    jmi_str line = jmi_str_trim(jmi_str_cut(text, at, end));
    jmi_str follows = jmi_str_trim(jmi_str_cut(text, next, next_end));
    if (next >= text.len || ends_sentence(line) || follows.len == 0 || follows.at[0] < 'a'
        || follows.at[0] > 'z' || end - at > STATEMENT_BYTES)
      return end;
    end = next_end;
  }
}

/* One past the sentence that begins at `at`: a stop, blanks, and then no small letter. */
static uint32_t sentence_end(jmi_str text, uint32_t at, uint32_t limit)
{
  for (uint32_t i = at; i + 1 < limit; i++) {
    char c = text.at[i], next = text.at[i + 1];
    bool stop = c == '.' || c == '!' || c == '?' || c == ';';
    if (stop && jmi_is_space(next) && i > at + 2) {
      uint32_t word = i;
      while (word > at && jmi_is_alpha(text.at[word - 1]))
        word--;
      uint32_t follow = i + 1;
      while (follow < limit && jmi_is_space(text.at[follow]))
        follow++;
      bool small = follow < limit && text.at[follow] >= 'a' && text.at[follow] <= 'z';
      if (c != '.' || (i - word > 2 && !small))
        return i + 1;
    }
    if (i - at >= STATEMENT_BYTES && jmi_is_space(next))
      return i + 1;
  }
  return limit;
}

static jm_status add_sentence(prose *p, uint32_t start, uint32_t end)
{
  jmi_str text = jmi_str_trim(jmi_str_cut(p->entry->text, start, end));
  if (text.len == 0)
    return JM_OK;
  char *copy = jmi_arena_copy(p->teller->scribe->arena, text.at, text.len);
  if (copy == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < text.len; i++) /* lines that went on are one */
    if (is_break(text, i))
      copy[i] = ' ';
  jmi_entry entry = *p->entry;
  entry.text.at = copy; /* NUL-terminated: evidence is shown as it stands */
  entry.text.len = text.len;
  entry.kind = p->section;
  if (entry.own_lines)
    entry.mark.line += p->line;
  entry.group = p->group;
  entry.from = p->from;
  entry.to = p->to;
  return jmi_statement_add(p->teller, &entry);
}

static uint32_t breaks_in(jmi_str text, uint32_t from, uint32_t end)
{
  uint32_t count = 0;
  const char *at = text.at + from, *last = text.at + end;
  for (; at < last && (at = memchr(at, '\n', (size_t)(last - at))) != NULL; at++)
    count++;
  return count;
}

static jm_status add_paragraph(prose *p, uint32_t end)
{
  jm_status status = JM_OK;
  uint32_t at = p->at;
  while (at < end && status == JM_OK) {
    uint32_t stop = sentence_end(p->entry->text, at, end);
    uint32_t from = at;
    while (from < stop && jmi_is_space(p->entry->text.at[from]))
      from++;
    p->line += breaks_in(p->entry->text, at, from);
    status = add_sentence(p, from, stop);
    p->line += breaks_in(p->entry->text, from, stop);
    at = stop;
  }
  return status;
}

/* ---- dates ------------------------------------------------------------------------------ */

static jm_status find_dates(prose *p, jmi_str line, jmi_span_months *span, bool *found)
{
  jmi_scribe *scribe = p->teller->scribe;
  jmi_str plain;
  jmi_tokens tokens;
  jmi_matches matches = {0};
  *found = false;
  jmi_arena_reset(&scribe->scratch);
  jm_status status = jmi_text_plain(&plain, &scribe->scratch, line);
  if (status == JM_OK)
    status =
        jmi_tokens_read(&tokens, &scribe->scratch, jmi_language_stems(scribe->language), plain);
  if (status == JM_OK)
    status = jmi_rules_find(&matches, scribe, &tokens, JMI_SUBJECT(JMI_RULE_DATES));
  if (status != JM_OK || matches.count == 0)
    return status;
  *span = jmi_dates_of(jmi_str_cut(plain, matches.items[0].start, matches.items[0].end));
  *found = span->from != JMI_MONTH_NONE;
  return JM_OK;
}

static bool has_year(jmi_str line)
{
  for (uint32_t i = 0; i + 1 < line.len; i++)
    if (jmi_is_digit(line.at[i]) && jmi_is_digit(line.at[i + 1]))
      return true;
  return false;
}

/* A dated line opens a job (or a study), which lasts until the next, or the next section. */
static jm_status take_dates(prose *p, jmi_str line)
{
  jmi_span_months span;
  bool found = false;
  if (!has_year(line))
    return JM_OK;
  jm_status status = find_dates(p, line, &span, &found);
  if (status != JM_OK || !found)
    return status;
  p->group = ++p->teller->groups;
  p->from = span.from;
  p->to = span.to;
  jmi_month last = span.to == JMI_MONTH_OPEN ? span.from : span.to;
  if (last > p->teller->latest)
    p->teller->latest = last;
  return JM_OK;
}

static void open_section(prose *p, uint8_t kind)
{
  p->section = kind;
  p->group = ++p->teller->groups;
  p->from = p->to = JMI_MONTH_NONE;
}

/* Contact lines are personal data, and no statement of what somebody can do. */
static bool is_contact(jmi_str line)
{
  uint32_t digits = 0, letters = 0;
  bool at_sign = false;
  for (uint32_t i = 0; i < line.len && line.len < 80; i++) {
    digits += jmi_is_digit(line.at[i]);
    letters += jmi_is_alpha(line.at[i]);
    at_sign = at_sign || line.at[i] == '@';
  }
  bool url = line.len > 4 && (memcmp(line.at, "http", 4) == 0 || memcmp(line.at, "www.", 4) == 0);
  return (at_sign && line.len < 80) || url || (digits >= 7 && letters < digits && line.len < 60);
}

jm_status jmi_prose_add(jmi_teller *teller, const jmi_entry *entry)
{
  prose p = {.teller = teller, .entry = entry};
  jm_status status = JM_OK;
  open_section(&p, JMI_ENTRY_PROSE);
  p.section = JMI_ENTRY_HIGHLIGHT;
  while (p.at < entry->text.len && status == JM_OK) {
    uint32_t end = line_end(entry->text, p.at);
    jmi_str line = jmi_str_trim(jmi_str_cut(entry->text, p.at, end));
    uint8_t kind = heading_of(line);
    if (kind != JMI_ENTRY_KIND_COUNT) {
      open_section(&p, kind);
    } else if (line.len > 0 && p.section != JMI_ENTRY_PROSE && !is_contact(line)) {
      status = take_dates(&p, line);
      end = paragraph_end(entry->text, p.at, end);
      if (status == JM_OK)
        status = add_paragraph(&p, end);
    }
    p.at = next_line(entry->text, end);
    p.line += p.at > end;
  }
  return status;
}
