/* SPDX-License-Identifier: MIT */
/* Hints that need no look at the lines around: our refusals, and characters that nobody sees.
 * See hints.h; libyaml's complaints are put into words by troubles.c. */
#include "document/hints.h"

#include <assert.h>

static const struct {
  const char *message, *hint;
} refusals[] = {
    [JMI_REFUSE_ANCHOR] = {"anchors (&name) are not read",
                           "a text that begins with `&` must stand in quotes: '&...'"},
    [JMI_REFUSE_ALIAS] = {"aliases (*name) are not read",
                          "a text that begins with `*` must stand in quotes: '*...'"},
    [JMI_REFUSE_TAG] = {"tags (!name) are not read",
                        "a text that begins with `!` must stand in quotes: '!...'"},
    [JMI_REFUSE_MERGE] = {"merge keys (<<) are not read", "write the fields out"},
    [JMI_REFUSE_TAG_DIRECTIVE] = {"%TAG lines are not read",
                                  "remove it; a text that begins with `%` must stand in quotes"},
    [JMI_REFUSE_KEY_NOT_TEXT] = {"a key must be a text, not a list or mapping",
                                 "a key that begins with `[` or `{` must stand in quotes"},
    [JMI_REFUSE_KEY_EMPTY] = {"a key is missing before `:`",
                              "a text that begins with `:` must stand in quotes"},
    [JMI_REFUSE_SWALLOWED_ITEM] =
        {"a line that begins with `- ` continues the text above it",
         "indent it like the list it belongs to, or put the text in quotes"},
};
static_assert(sizeof refusals / sizeof *refusals == JMI_REFUSAL_COUNT, "a row for every refusal");

jm_status jmi_hint_refuse(jm_error *err, jmi_mark mark, jmi_refusal refusal)
{
  jmi_fail_at(err, JM_ERR_SYNTAX, mark, "%s", refusals[refusal].message);
  jmi_error_hint(err, "%s", refusals[refusal].hint);
  return JM_ERR_SYNTAX;
}

static const struct {
  const char *bytes, *name;
} invisibles[] = {
    {"\xC2\xA0", "a no-break space"},
    {"\xC2\xAD", "a soft hyphen"},
    {"\xE2\x80\x8B", "a zero-width space"},
    {"\xE2\x80\x8C", "a zero-width non-joiner"},
    {"\xE2\x80\x8D", "a zero-width joiner"},
    {"\xE2\x80\x8E", "a left-to-right mark"},
    {"\xE2\x80\x8F", "a right-to-left mark"},
    {"\xE2\x80\xAA", "a direction mark"},
    {"\xE2\x80\xAB", "a direction mark"},
    {"\xE2\x80\xAC", "a direction mark"},
    {"\xE2\x80\xAD", "a direction mark"},
    {"\xE2\x80\xAE", "a direction mark"},
    {"\xE2\x80\xAF", "a narrow no-break space"},
    {"\xE2\x81\xA0", "a word joiner"},
    {"\xE3\x80\x80", "an ideographic space"},
    {"\xEF\xBB\xBF", "a byte order mark"},
    {"\xEF\xBC\x9A", "a full-width colon"},
};

const char *jmi_hint_invisible(jmi_str text)
{
  for (uint32_t at = 0; at < text.len; at++) {
    if ((unsigned char)text.at[at] < 0xC2)
      continue;
    for (size_t i = 0; i < sizeof invisibles / sizeof *invisibles; i++) {
      size_t len = strlen(invisibles[i].bytes);
      if (text.len - at >= len && memcmp(text.at + at, invisibles[i].bytes, len) == 0)
        return invisibles[i].name;
    }
  }
  return NULL;
}

int jmi_hint_clip(jmi_str text)
{
  uint32_t len = text.len;
  if (len > 60)
    for (len = 60; len > 0 && ((unsigned char)text.at[len] & 0xC0) == 0x80; len--)
      continue;
  return (int)len;
}
