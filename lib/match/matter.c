/* SPDX-License-Identifier: MIT */
/* Matters that only the candidate can tell: travel, licences, authorization, clearance,
 * availability, location.
 *
 * A profile answers in its own fields, or in a statement that speaks of the same matter. Where it
 * does neither, the matter is unknown. */
#include "match/match.h"

static jmi_outcome answer(int32_t strength, const char *rule)
{
  return (jmi_outcome){
      .how = JMI_HOW_STATED, .strength = strength, .rule = rule, .shortfall = JMI_STR("")};
}

static jmi_outcome unknown(void)
{
  return (jmi_outcome){.standing = JM_UNKNOWN,
                       .rule = "match.silent",
                       .shortfall = JMI_STR("the profile does not say")};
}

static jmi_outcome travel(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_policy *policy = &matcher->scorer->policy;
  int32_t offered = matcher->profile->given.willing.travel_percent;
  int32_t asked = part->percent < 0 ? 1 : part->percent;
  if (offered < 0)
    return unknown();
  if (offered >= asked)
    return answer(1000, "match.stated");
  jmi_outcome out = answer(offered > 0 ? policy->partly_from : 0, "match.stated");
  out.shortfall = jmi_phrase(matcher->arena, "asks %d %%, offers %d %%", asked, offered);
  return out;
}

/* ---- words and places ------------------------------------------------------------------- */

static bool is_word_byte(char c)
{
  return jmi_is_alpha(c) || jmi_is_digit(c) || (unsigned char)c >= 0x80;
}

/* Reads a word at *at, full stops inside it left out ("U.S." is "us"); false at the end. */
static bool next_word(jmi_str text, uint32_t *at, char *out, uint32_t size)
{
  uint32_t len = 0;
  while (*at < text.len && !is_word_byte(text.at[*at]))
    ++*at;
  for (; *at < text.len && len + 1 < size; ++*at) {
    char c = text.at[*at];
    bool dotted = c == '.' && *at + 1 < text.len && is_word_byte(text.at[*at + 1]);
    if (!is_word_byte(c) && !dotted)
      break;
    if (c != '.')
      out[len++] = jmi_lower(c);
  }
  out[len] = '\0';
  return len > 0;
}

/* Countries and unions under the names that ads and profiles use: one row each, the first word of
 * each name (no other place begins with it). */
static const char *const places[][6] = {
    {"us", "usa", "united states", "american", "america", "u s"},
    {"uk", "united kingdom", "british", "britain", "great britain", "england"},
    {"eu", "european", "eea", "europe", "schengen", NULL},
    {"canada", "canadian", NULL},
    {"australia", "australian", NULL},
    {"new zealand", NULL},
    {"ireland", "irish", NULL},
    {"germany", "german", NULL},
    {"france", "french", NULL},
    {"switzerland", "swiss", NULL},
    {"india", "indian", NULL},
    {"singapore", NULL},
};
#define PLACES (sizeof places / sizeof *places)

static bool names_place(const char *name, const char *word, const char *next)
{
  size_t len = strlen(word);
  if (strncmp(name, word, len) != 0)
    return false;
  return name[len] == '\0' || (name[len] == ' ' && strcmp(name + len + 1, next) == 0);
}

/* The places that a text names, as bits by row. */
static uint32_t places_in(jmi_str text)
{
  char word[32], next[32];
  uint32_t at = 0, found = 0;
  bool more = next_word(text, &at, word, sizeof word);
  while (more) {
    more = next_word(text, &at, next, sizeof next);
    for (size_t p = 0; p < PLACES; p++)
      for (size_t n = 0; n < 6 && places[p][n] != NULL; n++)
        if (names_place(places[p][n], word, more ? next : ""))
          found |= 1u << p;
    memcpy(word, next, sizeof word);
  }
  return found;
}

/* True when two words are one, a plural aside. */
static bool same_word(const char *a, const char *b)
{
  size_t len_a = strlen(a), len_b = strlen(b);
  if (len_a > len_b)
    return len_a == len_b + 1 && a[len_b] == 's' && strncmp(a, b, len_b) == 0;
  return strncmp(a, b, len_a) == 0 && (len_a == len_b || (len_b == len_a + 1 && b[len_a] == 's'));
}

/* Words that say the same of a matter: Saturdays and Sundays are the weekend, a driver's licence is
 * one for driving. */
static const char *plain_word(const char *word)
{
  if (same_word(word, "saturday") || same_word(word, "sunday"))
    return "weekend";
  return same_word(word, "driver") ? "driving" : word;
}

static bool has_word(jmi_str text, const char *wanted)
{
  char word[32] = "";
  for (uint32_t at = 0; next_word(text, &at, word, sizeof word);)
    if (same_word(plain_word(word), plain_word(wanted)))
      return true;
  return false;
}

/* Words that stand in what any profile gives of a matter, and tell nothing of which. */
static const char *const idle_words[] = {"work",      "shift", "the",    "and",  "or",
                                         "of",        "in",    "permit", "visa", "citizen",
                                         "clearance", "class", "to",     "a"};

static bool is_idle(const char *word)
{
  for (size_t i = 0; i < sizeof idle_words / sizeof *idle_words; i++)
    if (same_word(word, idle_words[i]))
      return true;
  return false;
}

static bool shares_word(jmi_str given, jmi_str line)
{
  char word[32];
  for (uint32_t at = 0; next_word(given, &at, word, sizeof word);)
    if (!is_idle(word) && has_word(line, word))
      return true;
  return false;
}

/* ---- what the profile's fields say ------------------------------------------------------ */

static jmi_outcome authorization(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_profile *given = &matcher->profile->given;
  uint32_t asked = places_in(part->text), has = 0;
  if (!given->authorization_given)
    return unknown();
  for (uint32_t i = 0; i < given->authorization.count; i++) {
    has |= places_in(given->authorization.items[i]);
    if (shares_word(given->authorization.items[i], part->text))
      return answer(1000, "match.stated");
  }
  if ((asked & has) != 0)
    return answer(1000, "match.stated");
  if (asked == 0) /* it names no place that is known here: only the candidate can tell */
    return unknown();
  jmi_outcome out = answer(0, "match.stated");
  out.shortfall = jmi_phrase(matcher->arena, "what the profile lists does not cover it");
  return out;
}

static jmi_outcome listed(const jmi_matcher *matcher, const jmi_part *part, const jmi_texts *texts,
                          bool given)
{
  if (!given)
    return unknown();
  for (uint32_t i = 0; i < texts->count; i++)
    if (shares_word(texts->items[i], part->text))
      return answer(1000, "match.stated");
  jmi_outcome out = answer(0, "match.stated");
  out.shortfall = jmi_phrase(matcher->arena, "what the profile lists does not cover it");
  return out;
}

static jmi_outcome availability(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_willing *willing = &matcher->profile->given.willing;
  if (strcmp(part->rule, "matter.start") == 0)
    return willing->start.len > 0 && shares_word(willing->start, part->text)
               ? answer(1000, "match.stated")
               : unknown();
  if (has_word(part->text, "overtime") && willing->overtime >= 0)
    return answer(willing->overtime == 1 ? 1000 : 0, "match.stated");
  return listed(matcher, part, &willing->shifts, willing->shifts.count > 0);
}

/* A profile lists driving licences by their class ("B"); a line that names a class wants that one.
 */
static bool shows_class(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_profile *given = &matcher->profile->given;
  bool driving = has_word(part->text, "driving") || has_word(part->text, "driver");
  bool named = has_word(part->text, "class") || has_word(part->text, "commercial")
               || has_word(part->text, "category");
  for (uint32_t i = 0; i < given->count; i++) {
    const jmi_entry *entry = &given->entries[i];
    if (entry->kind == JMI_ENTRY_LICENCE && driving && entry->text.len <= 3
        && (!named || shares_word(entry->text, part->text)))
      return true;
    if (entry->kind == JMI_ENTRY_LICENCE && entry->text.len > 3
        && shares_word(entry->text, part->text))
      return true;
  }
  return false;
}

static jmi_outcome location(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_profile *given = &matcher->profile->given;
  bool relocates = strcmp(part->rule, "matter.relocate") == 0;
  int32_t said = relocates ? given->willing.relocate : given->willing.on_site;
  for (uint32_t i = 0; i < given->locations.count; i++)
    if (shares_word(given->locations.items[i], part->text))
      return answer(1000, "match.stated");
  if (said < 0)
    return unknown();
  jmi_outcome out = answer(said == 1 ? 1000 : 0, "match.stated");
  if (said == 0)
    out.shortfall = JMI_STR("the profile says no");
  return out;
}

static jmi_outcome stated(const jmi_matcher *matcher, const jmi_part *part)
{
  const jmi_profile *given = &matcher->profile->given;
  switch (part->criterion) {
  case JMI_CRITERION_TRAVEL:
    return travel(matcher, part);
  case JMI_CRITERION_AUTHORIZATION:
    return authorization(matcher, part);
  case JMI_CRITERION_CLEARANCE:
    return listed(matcher, part, &given->clearance, given->clearance_given);
  case JMI_CRITERION_AVAILABILITY:
    return availability(matcher, part);
  case JMI_CRITERION_LOCATION:
    return location(matcher, part);
  case JMI_CRITERION_LICENCE:
    return shows_class(matcher, part) ? answer(1000, "match.stated") : unknown();
  default:
    return unknown();
  }
}

/* Words that every licence has, and that tell nothing of which. */
static const char *const licence_words[] = {
    "licence", "license",      "licensed", "licensure",  "valid", "current", "active", "full",
    "state",   "registration", "register", "registered", "with",  "for",     "s",      "required"};

static bool names_licence(const char *word)
{
  for (size_t i = 0; i < sizeof licence_words / sizeof *licence_words; i++)
    if (same_word(word, licence_words[i]))
      return false;
  return !is_idle(word);
}

/* A driving licence is no nurse's: the two share a word that names them, where the line has one. */
static bool is_same_licence(jmi_str told, jmi_str asked)
{
  char word[32];
  bool named = false;
  for (uint32_t at = 0; next_word(asked, &at, word, sizeof word);) {
    if (names_licence(word) && has_word(told, word))
      return true;
    named = named || names_licence(word);
  }
  return !named;
}

static bool speaks_of_moving(jmi_str text)
{
  return has_word(text, "relocate") || has_word(text, "relocation") || has_word(text, "relocating");
}

/* True when what is told is not only of the same matter, but of the same thing. */
static bool is_same_thing(const jmi_part *part, jmi_str told)
{
  uint32_t asked = places_in(part->text);
  switch (part->criterion) {
  case JMI_CRITERION_AUTHORIZATION:
    return asked == 0 || (places_in(told) & asked) != 0;
  case JMI_CRITERION_LICENCE:
    return is_same_licence(told, part->text);
  case JMI_CRITERION_LOCATION: /* who works on site has not said to move */
    return speaks_of_moving(told) == speaks_of_moving(part->text);
  default:
    return true;
  }
}

/* A statement that speaks of the same matter, and does not deny it. */
static bool told(const jmi_matcher *matcher, const jmi_part *part, uint32_t *statement)
{
  for (uint32_t s = 0; s < matcher->profile->statements.count; s++) {
    const jmi_statement *told_by = &matcher->profile->statements.items[s];
    if ((told_by->matters >> part->criterion & 1) == 0)
      continue;
    if (!is_same_thing(part, told_by->entry.text))
      continue;
    *statement = s;
    return true;
  }
  return false;
}

static jm_status licence(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                         const jmi_part *part)
{
  jm_status status = jmi_match_skill(out, matcher, reading, part);
  if (status == JM_OK && out->standing != JM_MET && !matcher->profile->given.licences_given)
    *out = unknown();
  return status;
}

jm_status jmi_match_matter(jmi_outcome *out, jmi_matcher *matcher, const jmi_reading *reading,
                           const jmi_part *part)
{
  uint32_t statement;
  *out = stated(matcher, part);
  if (out->standing == JM_UNKNOWN && part->criterion == JMI_CRITERION_LICENCE) {
    jm_status status = licence(out, matcher, reading, part);
    if (status != JM_OK || out->standing != JM_UNKNOWN)
      return status;
  }
  if (out->standing == JM_UNKNOWN && told(matcher, part, &statement)) {
    *out = answer(1000, "match.told");
    out->evidence[out->evidence_count++] = statement;
  }
  if (out->standing != JM_UNKNOWN)
    out->standing = jmi_standing_of(&matcher->scorer->policy, out->strength);
  return matcher->arena->failed ? JM_ERR_MEMORY : JM_OK;
}
