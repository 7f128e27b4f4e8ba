/* SPDX-License-Identifier: MIT */
/* Persons: what a résumé says of who somebody is and how to reach them, which nothing here reads.
 *
 * In:  a row, or the part of one that stands between bars, bullets or wide gaps. Out: whether it is
 * personal: a label of personal data, an address of mail or the web, a telephone number, a street.
 * An employer or a school under its label ("Company: ...") is a name as well. */
#include "language/prose.h"
#include "model/phrases.h"
#include "model/read.h"

#include <assert.h>

/* Labels; a sign must part them from what they label. Sorted. */
static const jmi_phrase labels[] = {
    {"address", 0, 0},
    {"age", 0, 0},
    {"alternate mobile", 0, 0},
    {"birth date", 0, 0},
    {"birthday", 0, 0},
    {"blood group", 0, 0},
    {"caste", 0, 0},
    {"cell", 0, 0},
    {"cell phone", 0, 0},
    {"citizenship", 0, 0},
    {"city", 0, 0},
    {"civil status", 0, 0},
    {"client", 0, 0},
    {"client name", 0, 0},
    {"company", 0, 0},
    {"company name", 0, 0},
    {"contact", 0, 0},
    {"contact no", 0, 0},
    {"contact number", 0, 0},
    {"country", 0, 0},
    {"current address", 0, 0},
    {"d o b", 0, 0},
    {"date", 0, 0},
    {"date of birth", 0, 0},
    {"dob", 0, 0},
    {"e mail", 0, 0},
    {"e mail id", 0, 0},
    {"email", 0, 0},
    {"email address", 0, 0},
    {"email id", 0, 0},
    {"employer", 0, 0},
    {"family name", 0, 0},
    {"father name", 0, 0},
    {"fathers name", 0, 0},
    {"fax", 0, 0},
    {"first name", 0, 0},
    {"full name", 0, 0},
    {"gender", 0, 0},
    {"github", 0, 0},
    {"height", 0, 0},
    {"hobbies", 0, 0},
    {"home address", 0, 0},
    {"husband name", 0, 0},
    {"husbands name", 0, 0},
    {"interests", 0, 0},
    {"last name", 0, 0},
    {"linkedin", 0, 0},
    {"location", 0, 0},
    {"mail", 0, 0},
    {"mail id", 0, 0},
    {"marital status", 0, 0},
    {"mob", 0, 0},
    {"mob no", 0, 0},
    {"mobile", 0, 0},
    {"mobile no", 0, 0},
    {"mobile number", 0, 0},
    {"mother name", 0, 0},
    {"mothers name", 0, 0},
    {"name", 0, 0},
    {"name and address of employer", 0, 0},
    {"name and type of organisation providing education and training", 0, 0},
    {"nationality", 0, 0},
    {"organisation", 0, 0},
    {"organization", 0, 0},
    {"passport", 0, 0},
    {"passport no", 0, 0},
    {"passport number", 0, 0},
    {"permanent address", 0, 0},
    {"ph", 0, 0},
    {"ph no", 0, 0},
    {"phone", 0, 0},
    {"phone no", 0, 0},
    {"phone number", 0, 0},
    {"place", 0, 0},
    {"place of birth", 0, 0},
    {"postal address", 0, 0},
    {"present address", 0, 0},
    {"religion", 0, 0},
    {"residence", 0, 0},
    {"sex", 0, 0},
    {"skype", 0, 0},
    {"spouse name", 0, 0},
    {"spouses name", 0, 0},
    {"state", 0, 0},
    {"surname", 0, 0},
    {"tel", 0, 0},
    {"telephone", 0, 0},
    {"twitter", 0, 0},
    {"website", 0, 0},
    {"weight", 0, 0},
    {"zip", 0, 0},
    {"zip code", 0, 0},
};

/* Rows that are one of these and nothing else. Sorted. */
static const jmi_phrase titles[] = {
    {"bio data", 0, 0},
    {"biodata", 0, 0},
    {"city", 0, 0},
    {"city state", 0, 0},
    {"company name", 0, 0},
    {"company name city state", 0, 0},
    {"curriculum vitae", 0, 0},
    {"cv", 0, 0},
    {"europass curriculum vitae", 0, 0},
    {"page", 0, 0},
    {"resume", 0, 0},
    {"r\xC3\xA9sum\xC3\xA9", 0, 0},
    {"state", 0, 0},
};

/* Words of a postal address that stand behind a number. */
static const char *const streets[] = {"apartment", "apt",   "ave",    "avenue", "blvd",
                                      "boulevard", "drive", "lane",   "nagar",  "rd",
                                      "road",      "st",    "street", "way",    "strasse"};

static uint32_t after_blanks(jmi_str text, uint32_t at)
{
  while (at < text.len && jmi_is_space(text.at[at]))
    at++;
  return at;
}

static bool is_labelled(jmi_str part, const jmi_cut *first)
{
  uint32_t end;
  if (jmi_phrase_at(labels, JMI_ROWS(labels), part, first, &end) == NULL)
    return false;
  uint32_t sign = after_blanks(part, end);
  if (sign < part.len && (part.at[sign] == '(' || part.at[sign] == '/')) /* "Surname(s) / Name:" */
    while (sign < part.len && sign < end + 32 && part.at[sign] != ':')
      sign++;
  if (sign < part.len && (part.at[sign] == '.' || part.at[sign] == '#'))
    sign = after_blanks(part, sign + 1);
  char c = sign < part.len ? part.at[sign] : '\0';
  return c == ':' || c == '+' || jmi_is_digit(c) || (c == '-' && sign > end) || sign >= end + 3
         || part.at[end < part.len ? end : 0] == '\t';
}

/* The words over a table's columns. Sorted. */
static const jmi_phrase columns[] = {
    {"board", 0, 0},       {"cgpa", 0, 0},         {"class", 0, 0},
    {"college", 0, 0},     {"company", 0, 0},      {"course", 0, 0},
    {"degree", 0, 0},      {"designation", 0, 0},  {"duration", 0, 0},
    {"employer", 0, 0},    {"exam", 0, 0},         {"examination", 0, 0},
    {"from", 0, 0},        {"grade", 0, 0},        {"institute", 0, 0},
    {"institution", 0, 0}, {"marks", 0, 0},        {"name", 0, 0},
    {"of", 0, 0},          {"organization", 0, 0}, {"passing", 0, 0},
    {"percentage", 0, 0},  {"position", 0, 0},     {"qualification", 0, 0},
    {"role", 0, 0},        {"school", 0, 0},       {"specialization", 0, 0},
    {"title", 0, 0},       {"to", 0, 0},           {"university", 0, 0},
    {"year", 0, 0},
};

static bool is_table_head(jmi_str part, const jmi_cut *first)
{
  jmi_cut word = *first;
  uint32_t count = 0, end;
  do {
    if (jmi_phrase_at(columns, JMI_ROWS(columns), part, &word, &end) == NULL)
      return false;
    count++;
  } while (jmi_cut_next(&word, part, word.end));
  return count >= 3;
}

/* "A D A   K O W A L C Z Y K". */
static bool is_spaced(jmi_str part)
{
  uint32_t letters = 0;
  for (uint32_t i = 0; i < part.len; i++) {
    if (!jmi_is_alpha(part.at[i]) && !jmi_is_space(part.at[i]))
      return false;
    letters += jmi_is_alpha(part.at[i]);
    if (i > 0 && jmi_is_alpha(part.at[i]) && jmi_is_alpha(part.at[i - 1]))
      return false;
  }
  return letters >= 5;
}

static bool is_title(jmi_str part, const jmi_cut *first)
{
  uint32_t end;
  if (part.len > 48 || jmi_phrase_at(titles, JMI_ROWS(titles), part, first, &end) == NULL)
    return false;
  for (; end < part.len; end++)
    if (jmi_is_alpha(part.at[end]))
      return false;
  return true;
}

static bool is_street(jmi_str part)
{
  jmi_cut word;
  if (part.len > 80 || part.len == 0 || !jmi_is_digit(part.at[0]))
    return false;
  for (uint32_t at = 0; jmi_cut_next(&word, part, at); at = word.end)
    for (size_t s = 0; s < JMI_ROWS(streets); s++)
      if (word.capital && strcmp(word.text, streets[s]) == 0)
        return true;
  return false;
}

/* Digits of a telephone number, and few words beside them. */
static bool is_number(jmi_str part)
{
  uint32_t digits = 0, letters = 0;
  jmi_dates dates;
  if (part.len >= 60)
    return false;
  for (uint32_t i = 0; i < part.len; i++) {
    digits += jmi_is_digit(part.at[i]);
    letters += jmi_is_alpha(part.at[i]);
  }
  return digits >= 7 && letters < digits && !jmi_dates_next(&dates, part, 0);
}

/* Byte `at` begins a word: does an address of mail or the web? */
static bool is_address(jmi_str text, uint32_t at, uint32_t end)
{
  jmi_str word = jmi_str_cut(text, at, end);
  if (word.len > 4 && (memcmp(word.at, "http", 4) == 0 || memcmp(word.at, "www.", 4) == 0))
    return true;
  for (uint32_t i = 1; i + 2 < word.len; i++) {
    if (word.at[i] == '@' && (jmi_is_alpha(word.at[i - 1]) || jmi_is_digit(word.at[i - 1])))
      return true;
    if (i + 4 < word.len && memcmp(word.at + i, ".com/", 5) == 0)
      return true;
  }
  return false;
}

static uint32_t word_end(jmi_str text, uint32_t at)
{
  while (at < text.len && !jmi_is_space(text.at[at]) && text.at[at] != '|' && text.at[at] != ','
         && text.at[at] != ';')
    at++;
  return at;
}

static bool is_only_address(jmi_str part)
{
  return part.len > 0 && is_address(part, 0, word_end(part, 0)) && word_end(part, 0) == part.len;
}

bool jmi_is_personal(jmi_str part)
{
  assert(jmi_phrases_sorted(labels, JMI_ROWS(labels)));
  assert(jmi_phrases_sorted(titles, JMI_ROWS(titles)));
  assert(jmi_phrases_sorted(columns, JMI_ROWS(columns)));
  jmi_cut first;
  part = jmi_str_trim(part);
  if (jmi_cut_next(&first, part, 0)
      && (is_labelled(part, &first) || is_title(part, &first) || is_table_head(part, &first)))
    return true;
  return is_spaced(part) || is_street(part) || is_number(part) || is_only_address(part);
}

/* ---- declarations ----------------------------------------------------------------------- */

#define VERB_WITHIN 4 /* words: "I do hereby certify" */

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(word, words[i]) == 0)
      return true;
  return false;
}

bool jmi_is_declaration(jmi_str sentence)
{
  static const char *const verbs[] = {"certify", "declare", "affirm", "confirm",
                                      "agree",   "consent", "give",   "authorize"};
  static const char *const claims[] = {"true", "correct", "accurate"};
  bool vows = false, claimed = false, personal = false;
  jmi_cut word;
  uint32_t count = 0;
  for (uint32_t at = 0; jmi_cut_next(&word, sentence, at); at = word.end, count++) {
    if (count == 0 && strcmp(word.text, "i") != 0)
      return false;
    vows = vows || (count < VERB_WITHIN && is_one_of(word.text, verbs, JMI_ROWS(verbs)));
    claimed = claimed || is_one_of(word.text, claims, JMI_ROWS(claims))
              || (personal && strcmp(word.text, "data") == 0);
    personal = strcmp(word.text, "personal") == 0;
  }
  return vows && claimed;
}

/* The bytes of what parts one thing in a row from the next; 0 when nothing does. Asked of each byte
 * of a profile: most are told by the first one. */
static uint32_t parting_at(jmi_str text, uint32_t at)
{
  static const char *const signs[] = {"|",        "\t",           "   ",         "\xE2\x80\xA2",
                                      "\xC2\xB7", "\xE2\x97\x8F", "\xE2\x97\xA6"};
  char c = text.at[at];
  if (jmi_is_alpha(c) || (c == ' ' && at + 1 < text.len && text.at[at + 1] != ' '))
    return 0;
  for (size_t s = 0; s < JMI_ROWS(signs); s++) {
    if (signs[s][0] != c)
      continue;
    uint32_t len = (uint32_t)strlen(signs[s]);
    if (text.len - at >= len && memcmp(text.at + at, signs[s], len) == 0)
      return len;
  }
  return 0;
}

static uint32_t part_end(jmi_str text, uint32_t at)
{
  while (at < text.len && parting_at(text, at) == 0)
    at++;
  return at;
}

static uint32_t part_start(jmi_str text, uint32_t at)
{
  while (at < text.len && (jmi_is_space(text.at[at]) || parting_at(text, at) > 0))
    at += parting_at(text, at) > 0 ? parting_at(text, at) : 1;
  return at;
}

void jmi_personal_hide(char *text, uint32_t len)
{
  jmi_str all = {text, len};
  for (uint32_t at = part_start(all, 0); at < len; at = part_start(all, at)) {
    uint32_t end = part_end(all, at);
    end = end > at ? end : at + 1;
    for (uint32_t word = at, stop; word < end; word = stop + 1) {
      stop = word_end(all, word);
      if (is_address(all, word, stop))
        memset(text + word, ' ', stop - word);
    }
    if (jmi_is_personal(jmi_str_cut(all, at, end)))
      memset(text + at, ' ', end - at);
    at = end;
  }
}
