/* SPDX-License-Identifier: MIT */
/* Sections: which words head what in a résumé.
 *
 * In:  a row. Out: the section that it heads, and where the heading ends.
 * A heading is a few words, each of which may stand in a heading of that section, one of which must
 * mark it. What isn't written as headings are (capitals, a colon, a line of its own) is none.
 *
 *   PROFESSIONAL EXPERIENCE     == Skills ==     Education and Training     Languages: German */
#include "language/prose.h"

#include <assert.h>

enum { HEADING_BYTES = 60, HEADING_WORDS = 7 };

typedef enum section {
  CERT = 1,
  WORK = 2,
  STUDY = 4,
  LANG = 8,
  SKILL = 16,
  PROJECT = 32,
  LICENCE = 64,
  PASS = 128,
  OTHER = 256,
  ABOUT = 512,
  WEAK = 1024 /* of a mark: the word names things as often as it heads a section */
} section;

/* What a section's statements are, the first of several that fit wins. */
static const struct {
  uint16_t section;
  uint8_t kind;
} kinds[] = {
    {CERT, JMI_ENTRY_CERTIFICATE}, {WORK, JMI_ENTRY_HIGHLIGHT}, {STUDY, JMI_ENTRY_EDUCATION},
    {SKILL, JMI_ENTRY_SKILL},      {LANG, JMI_ENTRY_LANGUAGE},  {PROJECT, JMI_ENTRY_PROJECT},
    {LICENCE, JMI_ENTRY_LICENCE},  {PASS, JMI_ENTRY_PROSE},     {OTHER, JMI_ENTRY_HIGHLIGHT},
    {ABOUT, JMI_ENTRY_SUMMARY},
};

#define ALL (CERT | WORK | STUDY | LANG | SKILL | PROJECT | LICENCE | PASS | OTHER | ABOUT)

/* In which sections' headings a word may stand, and which of them it marks. Sorted. */
static const struct {
  const char *word;
  uint16_t in, marks;
} words[] = {
    {"abilities", SKILL, SKILL | WEAK},
    {"ability", SKILL, SKILL | WEAK},
    {"about", PASS | ABOUT, ABOUT},
    {"academic", WORK | STUDY | PROJECT | OTHER, STUDY},
    {"accomplishments", OTHER | WORK, OTHER},
    {"accreditations", CERT, CERT | WEAK},
    {"achievements", OTHER | WORK, OTHER},
    {"activities", WORK | OTHER | PASS, OTHER},
    {"additional", ALL, 0},
    {"affiliations", OTHER, OTHER},
    {"and", ALL, 0},
    {"appointments", WORK, WORK},
    {"apprenticeship", STUDY | WORK, STUDY | WEAK},
    {"areas", SKILL | ABOUT, 0},
    {"available", PASS, 0},
    {"awards", CERT | STUDY | OTHER, OTHER},
    {"background", WORK | STUDY | ABOUT | SKILL, STUDY | WORK},
    {"bio", PASS | ABOUT, ABOUT},
    {"biodata", PASS, PASS},
    {"brief", ABOUT, 0},
    {"business", WORK | SKILL, 0},
    {"capabilities", SKILL, SKILL | WEAK},
    {"career", WORK | ABOUT | OTHER, 0},
    {"certificates", CERT | STUDY | SKILL | LICENCE, CERT},
    {"certification", CERT | STUDY | SKILL | LICENCE, CERT},
    {"certifications", CERT | STUDY | SKILL | LICENCE, CERT},
    {"clinical", WORK, 0},
    {"community", WORK | OTHER, OTHER | WEAK},
    {"competence", SKILL, SKILL},
    {"competences", SKILL, SKILL},
    {"competencies", SKILL, SKILL},
    {"competency", SKILL, SKILL},
    {"computer", WORK | SKILL, SKILL | WEAK},
    {"conferences", OTHER, OTHER | WEAK},
    {"contact", PASS, PASS},
    {"core", SKILL, SKILL},
    {"courses", CERT | STUDY, STUDY | WEAK},
    {"coursework", STUDY, STUDY},
    {"credentials", CERT | STUDY | SKILL, CERT},
    {"curricular", OTHER, 0},
    {"data", PASS, 0},
    {"declaration", PASS, PASS},
    {"degrees", STUDY, STUDY},
    {"details", WORK | STUDY | PROJECT | PASS, PASS},
    {"digital", SKILL, 0},
    {"driving", LICENCE, 0},
    {"education", WORK | STUDY, STUDY},
    {"educational", STUDY, STUDY},
    {"employment", WORK, WORK},
    {"executive", ABOUT, 0},
    {"experience", WORK, WORK},
    {"experiences", WORK, WORK},
    {"expertise", SKILL, SKILL},
    {"extra", OTHER, 0},
    {"extracurricular", OTHER, OTHER},
    {"field", WORK, 0},
    {"foreign", LANG, 0},
    {"goal", ABOUT, ABOUT | WEAK},
    {"goals", ABOUT, ABOUT | WEAK},
    {"grants", OTHER, OTHER},
    {"hard", SKILL, 0},
    {"highlights", SKILL | OTHER | ABOUT | WORK, SKILL | OTHER | WEAK},
    {"history", WORK | STUDY, WORK},
    {"hobbies", PASS, PASS},
    {"honors", CERT | STUDY | OTHER, OTHER},
    {"honours", CERT | STUDY | OTHER, OTHER},
    {"in", ABOUT | WORK, 0},
    {"industry", WORK | SKILL, 0},
    {"info", PASS | OTHER, 0},
    {"information", PASS | OTHER, OTHER},
    {"interest", PASS | ABOUT, PASS | ABOUT | WEAK},
    {"interests", PASS | ABOUT | SKILL, PASS | ABOUT},
    {"internship", WORK, WORK},
    {"internships", WORK, WORK},
    {"involvement", OTHER, OTHER},
    {"it", SKILL, 0},
    {"job", WORK, 0},
    {"key", ALL, 0},
    {"knowledge", SKILL, SKILL | WEAK},
    {"known", LANG, 0},
    {"language", LANG, LANG},
    {"languages", LANG | SKILL, LANG},
    {"leadership", WORK | OTHER, 0},
    {"leisure", PASS, PASS | WEAK},
    {"licence", LICENCE, LICENCE},
    {"licences", CERT | STUDY | LICENCE, LICENCE},
    {"license", LICENCE, LICENCE},
    {"licenses", CERT | STUDY | LICENCE, LICENCE},
    {"licensure", CERT | STUDY | LICENCE, LICENCE},
    {"literacy", SKILL, SKILL},
    {"main", ALL, 0},
    {"management", WORK | SKILL, 0},
    {"me", ABOUT | PASS, 0},
    {"memberships", OTHER, OTHER},
    {"military", WORK | OTHER, OTHER | WEAK},
    {"objective", ABOUT, ABOUT},
    {"objectives", ABOUT, ABOUT},
    {"of", ALL, 0},
    {"on", PASS, 0},
    {"organisational", SKILL, 0},
    {"other", ALL, 0},
    {"overview", ABOUT | WORK, ABOUT},
    {"particulars", PASS | STUDY, PASS},
    {"passions", PASS, PASS | WEAK},
    {"patents", OTHER, OTHER | WEAK},
    {"personal", PASS | SKILL | PROJECT | ABOUT, PASS},
    {"placements", WORK, WORK | WEAK},
    {"positions", WORK, WORK | WEAK},
    {"practical", WORK, 0},
    {"presentations", OTHER, OTHER | WEAK},
    {"previous", WORK, 0},
    {"professional", ALL, 0},
    {"proficiencies", SKILL, SKILL},
    {"proficiency", SKILL | LANG, SKILL | WEAK},
    {"profile", ABOUT | WORK, ABOUT},
    {"programming", SKILL, SKILL | WEAK},
    {"project", WORK | PROJECT, 0},
    {"projects", PROJECT | WORK, PROJECT},
    {"publications", OTHER, OTHER | WEAK},
    {"qualification", STUDY | ABOUT, STUDY | WEAK},
    {"qualifications", CERT | STUDY | ABOUT | SKILL, STUDY | ABOUT},
    {"record", WORK | STUDY, 0},
    {"referees", PASS, PASS},
    {"references", PASS, PASS},
    {"related", WORK | STUDY | SKILL, 0},
    {"relevant", WORK | STUDY | SKILL | PROJECT, 0},
    {"request", PASS, 0},
    {"research", WORK | ABOUT | PROJECT, 0},
    {"responsibility", WORK, 0},
    {"scholarships", OTHER, OTHER},
    {"selected", ALL, 0},
    {"self", LANG, 0},
    {"service", WORK | OTHER, 0},
    {"skill", SKILL | LANG, SKILL},
    {"skills", SKILL | LANG, SKILL},
    {"skillset", SKILL, SKILL},
    {"social", SKILL, 0},
    {"soft", SKILL, 0},
    {"software", SKILL | PROJECT, SKILL | WEAK},
    {"specialities", SKILL, SKILL},
    {"specialties", SKILL, SKILL},
    {"spoken", LANG, 0},
    {"stack", SKILL, SKILL | WEAK},
    {"statement", ABOUT, ABOUT},
    {"strengths", SKILL, SKILL},
    {"studies", STUDY, STUDY},
    {"summary", ABOUT | WORK | SKILL, ABOUT},
    {"teaching", WORK, WORK | WEAK},
    {"tech", SKILL, 0},
    {"technical", WORK | SKILL | PROJECT, 0},
    {"technologies", SKILL, SKILL | WEAK},
    {"technology", SKILL, 0},
    {"the", ALL, 0},
    {"to", PASS, 0},
    {"tools", SKILL, SKILL | WEAK},
    {"top", SKILL, 0},
    {"training", CERT | WORK | STUDY, STUDY | WEAK},
    {"trainings", CERT | STUDY, STUDY | WEAK},
    {"upon", PASS, 0},
    {"volunteer", WORK | OTHER, WORK},
    {"volunteering", WORK | OTHER, WORK | WEAK},
    {"work", WORK, 0},
    {"working", WORK, 0},
    {"workshops", CERT | STUDY, STUDY | WEAK},
};
#define WORDS (sizeof words / sizeof *words)

/* Words of a heading that are written small in it. */
static bool is_small(const char *word)
{
  static const char *const small[] = {"and", "in", "of", "on", "the", "to", "upon"};
  for (size_t i = 0; i < sizeof small / sizeof *small; i++)
    if (strcmp(small[i], word) == 0)
      return true;
  return false;
}

#ifndef NDEBUG
static bool is_sorted(void)
{
  for (size_t w = 1; w < WORDS; w++)
    if (strcmp(words[w - 1].word, words[w].word) >= 0)
      return false;
  return true;
}
#endif

static size_t row_of(const char *word)
{
  assert(is_sorted());
  size_t low = 0, high = WORDS;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(words[middle].word, word) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < WORDS && strcmp(words[low].word, word) == 0 ? low : WORDS;
}

/* What has been read of a heading. */
typedef struct reading {
  uint16_t in, marks;
  uint32_t count, end; /* words; the byte behind the last */
  bool titled, upper, strong;
} reading;

static const reading nothing_read = {.in = ALL, .titled = true, .upper = true};

/* Takes one word, which ends at `end`; false when no heading has it. */
static bool take_word(reading *r, jmi_str word, uint32_t end)
{
  char folded[20];
  bool upper = true;
  if (word.len >= sizeof folded || r->count >= HEADING_WORDS)
    return false;
  for (uint32_t i = 0; i < word.len; i++) {
    folded[i] = jmi_lower(word.at[i]);
    upper = upper && folded[i] != word.at[i];
  }
  folded[word.len] = '\0';
  size_t row = row_of(folded);
  if (row == WORDS || (r->in & words[row].in) == 0)
    return false;
  r->in &= words[row].in;
  r->marks |= words[row].marks;
  r->strong = r->strong || (words[row].marks != 0 && (words[row].marks & WEAK) == 0);
  r->titled = r->titled && (word.at[0] != folded[0] || is_small(folded));
  r->upper = r->upper && upper;
  r->count++;
  r->end = end;
  return true;
}

static uint8_t kind_of(const reading *r)
{
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if ((r->in & r->marks & kinds[k].section) != 0)
      return kinds[k].kind;
  return JMI_ENTRY_KIND_COUNT;
}

/* Beside a job such a heading may only tell more of it. */
static bool is_aside(const reading *r)
{
  return (r->in & r->marks & (WORK | STUDY | CERT | PASS)) == 0;
}

static jmi_heading heading(const reading *r)
{
  return (jmi_heading){.kind = kind_of(r),
                       .upper = r->upper,
                       .aside = is_aside(r),
                       .weak = !r->strong,
                       .words = r->count,
                       .end = r->end};
}

static const jmi_heading no_heading = {.kind = JMI_ENTRY_KIND_COUNT};

/* What may stand between the words of a heading, and around it: decoration. */
static bool is_decoration(char c)
{
  return jmi_is_space(c) || (unsigned char)c >= 0x80
         || (c != '\0' && strchr("&/|,-=*#_~+:()[]<>.", c) != NULL);
}

/* "1. Education", "II. WORK EXPERIENCE", "A) Skills": the byte behind the number. */
static uint32_t after_number(jmi_str row)
{
  uint32_t at = 0;
  while (at < row.len && at < 5
         && (jmi_is_digit(row.at[at]) || strchr("IVXABCDEF", row.at[at]) != NULL))
    at++;
  return at > 0 && at + 1 < row.len && (row.at[at] == '.' || row.at[at] == ')')
                 && jmi_is_space(row.at[at + 1])
             ? at + 1
             : 0;
}

/* "E D U C A T I O N" in `out`; false when the row is not written so. */
static bool close_letters(jmi_str row, char *out, jmi_str *closed)
{
  uint32_t len = 0;
  for (uint32_t i = 0; i < row.len; i++) {
    bool letter = jmi_is_alpha(row.at[i]);
    if (letter && i + 1 < row.len && !jmi_is_space(row.at[i + 1]))
      return false;
    if (letter
        || (len > 0 && i + 1 < row.len && jmi_is_space(row.at[i]) && jmi_is_space(row.at[i + 1])
            && out[len - 1] != ' '))
      out[len++] = row.at[i];
  }
  *closed = (jmi_str){out, len};
  return len >= 5;
}

/* Reads words from `at` up to one that no heading of the same section has, or to what is no
 * decoration. */
static reading read_words(jmi_str row, uint32_t at)
{
  reading r = nothing_read;
  while (at < row.len) {
    if (!jmi_is_alpha(row.at[at])) {
      if (!is_decoration(row.at[at]) || (r.count > 0 && row.at[at] == ':'))
        break;
      at++;
      continue;
    }
    uint32_t end = at;
    while (end < row.len && jmi_is_alpha(row.at[end]))
      end++;
    if (!take_word(&r, jmi_str_cut(row, at, end), end))
      break;
    at = end;
  }
  return r;
}

static uint32_t after_decoration(jmi_str row, uint32_t at)
{
  while (at < row.len && is_decoration(row.at[at]))
    at++;
  return at;
}

static bool has_small_letter(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++)
    if (text.at[i] >= 'a' && text.at[i] <= 'z')
      return true;
  return false;
}

static bool has_comma(jmi_str text)
{
  return memchr(text.at, ',', text.len) != NULL;
}

/* No sign parts the heading from what follows: only what fits the section makes it one. */
static bool fits(uint8_t kind, jmi_str content)
{
  jmi_dates dates;
  jmi_str near = jmi_str_cut(content, 0, content.len < 60 ? content.len : 60);
  switch (kind) {
  case JMI_ENTRY_SKILL:
  case JMI_ENTRY_LANGUAGE:
    return has_comma(content);
  case JMI_ENTRY_EDUCATION:
  case JMI_ENTRY_HIGHLIGHT:
    return (jmi_dates_next(&dates, near, 0) && dates.start == 0)
           || (kind == JMI_ENTRY_EDUCATION && jmi_degree_of(near) != JMI_DEGREE_NONE);
  case JMI_ENTRY_SUMMARY:
    return content.len > 60 && content.at[0] >= 'A' && content.at[0] <= 'Z';
  default:
    return false;
  }
}

/* True when the words of `r` are a heading before what follows them in the row. */
static bool heads_content(const reading *r, jmi_str row)
{
  uint32_t content = after_decoration(row, r->end);
  jmi_str between = jmi_str_cut(row, r->end, content), rest = jmi_str_cut(row, content, row.len);
  bool colon = memchr(between.at, ':', between.len) != NULL;
  bool gap = memchr(between.at, '\t', between.len) != NULL || between.len >= 3;
  if (colon)
    return true;
  if (!r->titled || between.len == 0)
    return false;
  if (gap && memchr(between.at, ',', between.len) == NULL
      && memchr(between.at, '/', between.len) == NULL)
    return true;
  return (r->upper && has_small_letter(rest))
         || (r->count <= 2 && r->strong && fits(kind_of(r), rest));
}

/* "SKILLS ACCOMPLISHMENTS": the headings of two columns, which reading made one row. */
static bool heads_columns(const reading *first, jmi_str row)
{
  reading second = read_words(row, first->end);
  return first->strong && first->titled && second.strong && second.titled
         && second.upper == first->upper && kind_of(&second) != JMI_ENTRY_KIND_COUNT
         && after_decoration(row, second.end) == row.len;
}

static jmi_heading content_heading(const reading *r, jmi_str row)
{
  jmi_heading found = heading(r);
  found.end = after_decoration(row, r->end);
  found.colon = memchr(row.at + r->end, ':', found.end - r->end) != NULL;
  return found;
}

/* "BERUFSERFAHRUNG / WORK EXPERIENCE": the heading in another language, and then in ours. */
static jmi_str behind_slash(jmi_str row)
{
  const char *slash = row.len <= HEADING_BYTES ? memchr(row.at, '/', row.len) : NULL;
  return slash == NULL ? JMI_STR("")
                       : jmi_str_trim(jmi_str_cut(row, (uint32_t)(slash - row.at) + 1, row.len));
}

static jmi_heading heading_of(jmi_str row, bool apart)
{
  char letters[HEADING_BYTES];
  uint32_t whole = row.len;
  jmi_str closed;
  if (row.len > 0 && row.len <= HEADING_BYTES && close_letters(row, letters, &closed))
    row = closed;
  reading r = read_words(row, after_number(row));
  if (r.count == 0 || kind_of(&r) == JMI_ENTRY_KIND_COUNT)
    return no_heading;
  if (after_decoration(row, r.end) < row.len && !heads_columns(&r, row))
    return heads_content(&r, row) ? content_heading(&r, row) : no_heading;
  bool colon = row.at[row.len - 1] == ':';
  bool begins = row.at[after_number(row)] < 'a' && r.count > 1; /* "Work experience" */
  if (row.len > HEADING_BYTES || !(r.titled || colon || begins || (apart && r.count <= 3)))
    return no_heading;
  jmi_heading found = heading(&r);
  found.colon = colon;
  found.end = whole;
  return found;
}

jmi_heading jmi_heading_of(jmi_str row, bool apart)
{
  jmi_heading found = heading_of(row, apart);
  jmi_str second = found.kind == JMI_ENTRY_KIND_COUNT ? behind_slash(row) : JMI_STR("");
  if (second.len > 0) {
    found = heading_of(second, apart);
    found = found.weak ? no_heading : found;
    found.end += (uint32_t)(second.at - row.at);
  }
  return found;
}

jmi_heading jmi_heading_inside(jmi_str line, uint32_t at)
{
  uint32_t end = at + HEADING_BYTES < line.len ? at + HEADING_BYTES : line.len;
  reading r = read_words(jmi_str_cut(line, at, end), 0);
  if (r.count == 0 || !r.titled || kind_of(&r) == JMI_ENTRY_KIND_COUNT)
    return no_heading;
  jmi_heading found = heading(&r);
  found.end += at;
  return found;
}
