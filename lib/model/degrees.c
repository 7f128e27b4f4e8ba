/* SPDX-License-Identifier: MIT */
/* Degrees: which one a text names, and how far a study has come.
 *
 * In:  "B.A. in Communication", "MSc (Hons)", "NVQ Level 3 in plumbing", "PhD candidate".
 * Out: a place on the ladder of degrees, the highest where several are named.
 * Refuses: short forms that are not written as degrees are ("ms", "MS Office", "Boston, MA", "a BA
 *          role"): they name none.
 *
 * The text is cut into words from the left; at each the longest row of the table is tried. */
#include "model/degrees.h"

#include <assert.h>

#include "model/model.h"
#include "model/read.h"

const char *const jmi_degree_words[JMI_DEGREE_COUNT] = {
    [JMI_DEGREE_NONE] = "none",
    [JMI_DEGREE_SECONDARY] = "secondary",
    [JMI_DEGREE_VOCATIONAL] = "vocational",
    [JMI_DEGREE_ASSOCIATE] = "associate",
    [JMI_DEGREE_BACHELOR] = "bachelor",
    [JMI_DEGREE_MASTER] = "master",
    [JMI_DEGREE_DOCTORATE] = "doctorate",
};

/* Where the reading of a text stands. */
typedef struct scan {
  jmi_str text;
  jmi_cut before[2]; /* the two words before this one, the nearer first; empty at the start */
  jmi_cut word;
  uint32_t end; /* of the phrase that begins here */
  jmi_degree found, weak;
} scan;

/* ---- What stands around a word ----------------------------------------------------------------
 */

/* The word after byte `from` when only blanks or hyphens part it from there. */
static bool next_joined(jmi_str text, uint32_t from, jmi_cut *next)
{
  if (!jmi_cut_next(next, text, from))
    return false;
  for (uint32_t at = from; at < next->start; at++) {
    if (!jmi_is_space(text.at[at]) && text.at[at] != '-' && text.at[at] != '.')
      return false;
  }
  return true;
}

/* A phrase is closed by the end of the text or by a sign: a comma, a bracket, a slash, a dash. */
static bool is_closed(jmi_str text, uint32_t end)
{
  jmi_str rest = jmi_str_trim(jmi_str_cut(text, end, text.len));
  return rest.len == 0
         || (!jmi_is_alpha(rest.at[0]) && !jmi_is_digit(rest.at[0])
             && (unsigned char)rest.at[0] < 0x80);
}

static bool has_small_letter(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++) {
    if (text.at[i] >= 'a' && text.at[i] <= 'z')
      return true;
  }
  return false;
}

static bool is_year(jmi_str text, const jmi_cut *word)
{
  return word->end - word->start == 4
         && (strncmp(text.at + word->start, "19", 2) == 0
             || strncmp(text.at + word->start, "20", 2) == 0);
}

/* What follows a short form that is then a product's name, a standard, a trade or a model. */
static const jmi_phrase no_degree_before[] = {
    {"365", 0, 0},          {"access", 0, 0},
    {"agent", 0, 0},        {"agents", 0, 0},
    {"analyst", 0, 0},      {"api", 0, 0},
    {"apis", 0, 0},         {"application", 0, 0},
    {"applications", 0, 0}, {"apps", 0, 0},
    {"azure", 0, 0},        {"based", 0, 0},
    {"certified", 0, 0},    {"copilot", 0, 0},
    {"crm", 0, 0},          {"defender", 0, 0},
    {"dos", 0, 0},          {"dynamics", 0, 0},
    {"edge", 0, 0},         {"en", 0, 0},
    {"evaluation", 0, 0},   {"excel", 0, 0},
    {"exchange", 0, 0},     {"fine tuning", 0, 0},
    {"inference", 0, 0},    {"intune", 0, 0},
    {"iso", 0, 0},          {"model", 0, 0},
    {"models", 0, 0},       {"net", 0, 0},
    {"office", 0, 0},       {"onenote", 0, 0},
    {"outlook", 0, 0},      {"paint", 0, 0},
    {"pipeline", 0, 0},     {"pipelines", 0, 0},
    {"power apps", 0, 0},   {"power automate", 0, 0},
    {"power bi", 0, 0},     {"power platform", 0, 0},
    {"power point", 0, 0},  {"power query", 0, 0},
    {"powered", 0, 0},      {"powerpoint", 0, 0},
    {"project", 0, 0},      {"prompting", 0, 0},
    {"prompts", 0, 0},      {"publisher", 0, 0},
    {"role", 0, 0},         {"roles", 0, 0},
    {"server", 0, 0},       {"sharepoint", 0, 0},
    {"sql", 0, 0},          {"standard", 0, 0},
    {"standards", 0, 0},    {"suite", 0, 0},
    {"team", 0, 0},         {"teams", 0, 0},
    {"tools", 0, 0},        {"visio", 0, 0},
    {"visual basic", 0, 0}, {"visual studio", 0, 0},
    {"windows", 0, 0},      {"word", 0, 0},
};

/* "MS Office", "BS 7671", "LLM agents"; but "MS 2015" is a degree and its year. */
static bool names_a_thing(jmi_str text, uint32_t end)
{
  assert(jmi_phrases_sorted(no_degree_before, JMI_ROWS(no_degree_before)));
  jmi_cut next;
  if (!next_joined(text, end, &next) && !(jmi_cut_next(&next, text, end) && text.at[end] == '/'))
    return false;
  if (is_year(text, &next))
    return false;
  uint32_t stop;
  return jmi_is_digit(next.text[0])
         || jmi_phrase_at(no_degree_before, JMI_ROWS(no_degree_before), text, &next, &stop) != NULL;
}

/* Towns whose state is written like a degree. */
static bool is_town(const jmi_cut *word)
{
  static const char *const towns[] = {
      "amherst",    "andover",   "annapolis",     "baltimore",  "bethesda",     "biloxi",
      "boston",     "brookline", "cambridge",     "framingham", "gaithersburg", "hattiesburg",
      "jackson",    "lowell",    "massachusetts", "medford",    "newton",       "northampton",
      "park",       "quincy",    "rockville",     "salem",      "somerville",   "springfield",
      "starkville", "towson",    "tupelo",        "waltham",    "wellesley",    "worcester",
  };
  for (size_t i = 0; i < JMI_ROWS(towns); i++) {
    if (strcmp(word->text, towns[i]) == 0)
      return true;
  }
  return false;
}

/* "Boston, MA", and "…, Fairhaven, MA" at the end of a text that has named a degree before. */
static bool is_state(const scan *s)
{
  static const char *const states[] = {"ma", "md", "ms"};
  bool state = false;
  for (size_t i = 0; i < JMI_ROWS(states); i++)
    state = state || strcmp(s->word.text, states[i]) == 0;
  const jmi_cut *before = &s->before[0];
  if (!state || before->end == 0 || !is_closed(s->text, s->end))
    return false;
  if (is_town(before))
    return true;
  uint32_t stop;
  return s->text.at[before->end] == ',' && s->found != JMI_DEGREE_NONE && before->capital
         && jmi_phrase_at(jmi_degree_phrases, jmi_degree_phrase_count, s->text, before, &stop)
                == NULL;
}

/* ---- Numbers of qualifications ----------------------------------------------------------------
 */

/* England's levels, which Europe's follow closely. */
static const uint8_t numbered[] = {
    [1] = JMI_DEGREE_SECONDARY,  [2] = JMI_DEGREE_VOCATIONAL, [3] = JMI_DEGREE_VOCATIONAL,
    [4] = JMI_DEGREE_VOCATIONAL, [5] = JMI_DEGREE_ASSOCIATE,  [6] = JMI_DEGREE_BACHELOR,
    [7] = JMI_DEGREE_MASTER,     [8] = JMI_DEGREE_DOCTORATE,
};

static uint32_t digit_of(const char *text)
{
  return text[0] >= '1' && text[0] <= '8' && text[1] == '\0' ? (uint32_t)(text[0] - '0') : 0;
}

/* The number that stands with a qualification: "Level 3 NVQ", "NVQ Level 3", "NVQ 3", "NVQ L3". */
static jmi_degree degree_by_number(const scan *s)
{
  jmi_cut next;
  uint32_t number = 0;
  if (strcmp(s->before[1].text, "level") == 0)
    number = digit_of(s->before[0].text);
  if (number == 0 && next_joined(s->text, s->end, &next)) {
    if (strcmp(next.text, "level") == 0 && !next_joined(s->text, next.end, &next))
      return JMI_DEGREE_NONE;
    number = digit_of(next.text[0] == 'l' ? next.text + 1 : next.text);
  }
  return (jmi_degree)numbered[number];
}

/* ---- Rules ------------------------------------------------------------------------------------
 */

/* "M. A." alone might be a person's initials: it must open the text, be closed, or have a subject.
 */
static bool is_stopped(const scan *s)
{
  if (!s->word.stopped)
    return false;
  bool initials = s->end - s->word.start >= 2 && s->text.at[s->end - 2] == ' ';
  jmi_cut next;
  if (!initials || s->before[0].end == 0 || !next_joined(s->text, s->end, &next))
    return true;
  return strcmp(next.text, "in") == 0 || strcmp(next.text, "degree") == 0;
}

/* "A-level", "A Level"; the second word begins behind one sign. */
static bool is_a_level(const scan *s)
{
  char sign = s->text.at[s->word.end], letter = s->text.at[s->word.end + 1];
  return s->word.upper && (sign == '-' || letter == 'L');
}

static bool is_written(const scan *s, jmi_degree_writing rule)
{
  const jmi_cut *word = &s->word;
  bool upper = word->dotted || word->upper, start = s->before[0].end == 0;
  switch (rule) {
  case JMI_WRITTEN_ANY:
    return true;
  case JMI_WRITTEN_UPPER:
    return upper && !names_a_thing(s->text, s->end) && !(is_state(s) && !word->dotted);
  case JMI_WRITTEN_UPPER_WORD:
    return word->dotted
           || (upper && !names_a_thing(s->text, s->end)
               && (has_small_letter(s->text) || (start && is_closed(s->text, s->end))));
  case JMI_WRITTEN_MIXED:
    return word->dotted || (word->inner_capital && !word->upper);
  case JMI_WRITTEN_DOTTED:
    return word->dotted;
  case JMI_WRITTEN_TITLE:
    return word->capital && !word->upper;
  case JMI_WRITTEN_STOPPED:
    return is_stopped(s);
  case JMI_WRITTEN_CAPITAL:
    return word->capital || word->apostrophe;
  case JMI_WRITTEN_POSSESSIVE:
    return word->apostrophe;
  case JMI_WRITTEN_START:
    return start;
  case JMI_WRITTEN_OPENING:
    return start && is_closed(s->text, s->end);
  case JMI_WRITTEN_A_LEVEL:
    return is_a_level(s);
  case JMI_WRITTEN_WEAK:
  case JMI_WRITTEN_NUMBERED:
  case JMI_WRITTEN_NUMBERED_WEAK:
  case JMI_WRITTEN_NUMBERED_ONLY:
    return true;
  }
  return false;
}

/* Takes what a row says of this place into account. */
static void note(scan *s, const jmi_phrase *phrase)
{
  jmi_degree degree = (jmi_degree)phrase->means, number = JMI_DEGREE_NONE;
  bool weak = phrase->flags == JMI_WRITTEN_WEAK || phrase->flags == JMI_WRITTEN_NUMBERED_WEAK;
  if (phrase->flags >= JMI_WRITTEN_NUMBERED)
    number = degree_by_number(s);
  if (number != JMI_DEGREE_NONE) {
    degree = number;
    weak = false;
  } else if (phrase->flags == JMI_WRITTEN_NUMBERED_ONLY) {
    return;
  }
  jmi_degree *highest = weak ? &s->weak : &s->found;
  if (degree > *highest)
    *highest = degree;
}

jmi_degree jmi_degree_of(jmi_str text)
{
  assert(jmi_phrases_sorted(jmi_degree_phrases, jmi_degree_phrase_count));
  scan s = {.text = text};
  for (uint32_t at = 0; jmi_cut_next(&s.word, text, at); at = s.end) {
    s.end = s.word.end;
    const jmi_phrase *phrase =
        jmi_phrase_at(jmi_degree_phrases, jmi_degree_phrase_count, text, &s.word, &s.end);
    if (phrase != NULL && is_written(&s, (jmi_degree_writing)phrase->flags))
      note(&s, phrase);
    else
      s.end = s.word.end;
    s.before[1] = s.before[0];
    s.before[0] = s.word;
  }
  return s.found != JMI_DEGREE_NONE ? s.found : s.weak;
}

/* ---- How far a study has come -----------------------------------------------------------------
 */

jmi_study jmi_study_of(jmi_str text)
{
  static const jmi_phrase phrases[] = {
      {"abandoned", JMI_STUDY_ABANDONED, 0},
      {"anticipated", JMI_STUDY_IN_PROGRESS, 0},
      {"candidate", JMI_STUDY_IN_PROGRESS, 0},
      {"candidate of", JMI_STUDY_COMPLETED, 0},
      {"currently enrolled", JMI_STUDY_IN_PROGRESS, 0},
      {"currently pursuing", JMI_STUDY_IN_PROGRESS, 0},
      {"currently studying", JMI_STUDY_IN_PROGRESS, 0},
      {"did not complete", JMI_STUDY_ABANDONED, 0},
      {"did not finish", JMI_STUDY_ABANDONED, 0},
      {"did not graduate", JMI_STUDY_ABANDONED, 0},
      {"discontinued", JMI_STUDY_ABANDONED, 0},
      {"doctoral student", JMI_STUDY_IN_PROGRESS, 0},
      {"dropped out", JMI_STUDY_ABANDONED, 0},
      {"enrolled", JMI_STUDY_IN_PROGRESS, 0},
      {"expected", JMI_STUDY_IN_PROGRESS, 0},
      {"in progress", JMI_STUDY_IN_PROGRESS, 0},
      {"incomplete", JMI_STUDY_ABANDONED, 0},
      {"left before", JMI_STUDY_ABANDONED, 0},
      {"left early", JMI_STUDY_ABANDONED, 0},
      {"left without", JMI_STUDY_ABANDONED, 0},
      {"no degree", JMI_STUDY_ABANDONED, 0},
      {"not completed", JMI_STUDY_ABANDONED, 0},
      {"not finished", JMI_STUDY_ABANDONED, 0},
      {"ongoing", JMI_STUDY_IN_PROGRESS, 0},
      {"partially completed", JMI_STUDY_ABANDONED, 0},
      {"phd student", JMI_STUDY_IN_PROGRESS, 0},
      {"pursuing", JMI_STUDY_IN_PROGRESS, 0},
      {"some college", JMI_STUDY_ABANDONED, 0},
      {"unfinished", JMI_STUDY_ABANDONED, 0},
      {"without a degree", JMI_STUDY_ABANDONED, 0},
      {"without degree", JMI_STUDY_ABANDONED, 0},
      {"working toward", JMI_STUDY_IN_PROGRESS, 0},
      {"working towards", JMI_STUDY_IN_PROGRESS, 0},
  };
  assert(jmi_phrases_sorted(phrases, JMI_ROWS(phrases)));
  jmi_cut word;
  for (uint32_t at = 0; jmi_cut_next(&word, text, at); at = word.end) {
    uint32_t end;
    const jmi_phrase *phrase = jmi_phrase_at(phrases, JMI_ROWS(phrases), text, &word, &end);
    if (phrase != NULL)
      return (jmi_study)phrase->means;
  }
  return JMI_STUDY_COMPLETED;
}
