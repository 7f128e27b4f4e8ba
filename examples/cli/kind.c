/* SPDX-License-Identifier: MIT */
/* Posting or profile? Told by the keys at the top of a text, YAML or JSON, without reading it:
 * the library does that, and says what is wrong. A key of postings outweighs those of profiles,
 * since foreign postings have `skills` too. */
#include "read.h"

#include <string.h>

static const char *const posting_keys[] = {"requirements",
                                           "preferred",
                                           "responsibilities",
                                           "qualifications",
                                           "hiringOrganization",
                                           "datePosted",
                                           "company",
                                           "employmentType",
                                           "title",
                                           "@type",
                                           "@graph",
                                           "@context",
                                           "jobLocation",
                                           "experienceRequirements",
                                           "educationRequirements"};
static const char *const profile_keys[] = {
    "skills",    "experience", "education", "certificates", "languages", "willing",
    "licences",  "traits",     "projects",  "summary",      "headline",  "name",
    "text",      "basics",     "work",      "cv",           "locations", "authorization",
    "clearance", "volunteer",  "awards",    "publications", "interests", "references"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_among(const char *at, size_t len, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strlen(words[i]) == len && memcmp(words[i], at, len) == 0)
      return true;
  return false;
}

static cli_kind kind_of_key(const char *at, size_t len)
{
  if (is_among(at, len, posting_keys, COUNT(posting_keys)))
    return KIND_POSTING;
  return is_among(at, len, profile_keys, COUNT(profile_keys)) ? KIND_PROFILE : KIND_UNKNOWN;
}

/* Keys are the strings at depth 1 that a colon follows. */
static cli_kind kind_of_json(const char *at, const char *end)
{
  cli_kind found = KIND_UNKNOWN;
  int depth = 0;
  for (; at < end; at++) {
    if (*at == '{' || *at == '[')
      depth++;
    else if (*at == '}' || *at == ']')
      depth--;
    if (*at != '"')
      continue;
    const char *start = ++at;
    while (at < end && *at != '"')
      at += *at == '\\' && at + 1 < end ? 2 : 1;
    size_t len = (size_t)(at - start);
    const char *next = at + 1;
    while (next < end && strchr(" \t\r\n", *next) != NULL)
      next++;
    if (depth != 1 || next >= end || *next != ':')
      continue;
    cli_kind here = kind_of_key(start, len);
    if (here == KIND_POSTING)
      return here;
    found = here != KIND_UNKNOWN ? here : found;
  }
  return found;
}

/* Keys are what stands at the start of a line, up to a colon. */
static cli_kind kind_of_yaml(const char *at, const char *end)
{
  cli_kind found = KIND_UNKNOWN;
  while (at < end) {
    if (*at == '-' && at + 1 < end && at[1] == ' ' && found == KIND_UNKNOWN)
      return KIND_POSTING;
    const char *start = at + (*at == '"' || *at == '\'');
    size_t len = strcspn(start, ":\"'\n");
    cli_kind here = len < (size_t)(end - start) ? kind_of_key(start, len) : KIND_UNKNOWN;
    if (here == KIND_POSTING)
      return here;
    found = here != KIND_UNKNOWN ? here : found;
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    at = line_end == NULL ? end : line_end + 1;
  }
  return found;
}

cli_kind kind_of(const cli_text *text)
{
  const char *at = text->at, *end = text->at + text->len;
  if (text->len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  const char *first = at;
  while (first < end && strchr(" \t\r\n", *first) != NULL)
    first++;
  if (first < end && *first == '[')
    return KIND_POSTING;
  return first < end && *first == '{' ? kind_of_json(first, end) : kind_of_yaml(at, end);
}
