/* SPDX-License-Identifier: MIT */
/* The tokeniser of html.h.
 *
 * In:  text. Out: one token after the other.
 *
 *   <P class=a>Bakers &amp; cooks<br/> wanted<!-- soon -->
 *   open p     text               open br text
 *
 * A library that builds the whole tree would be a dependency for everybody, for the sake of one
 * command that needs to know only where paragraphs, items and headings begin. */
#include "text/html.h"

void jmi_html_open(jmi_html *html, jmi_str text)
{
  *html = (jmi_html){.text = text, .line = 1};
}

/* The line of a byte; bytes are asked for in their order. */
static void mark_line(jmi_html *html, uint32_t at)
{
  for (; html->marked < at; html->marked++) {
    char c = html->text.at[html->marked];
    bool pair =
        c == '\r' && html->marked + 1 < html->text.len && html->text.at[html->marked + 1] == '\n';
    html->line += c == '\n' || (c == '\r' && !pair);
  }
}

static bool begins(jmi_str text, uint32_t at, const char *word)
{
  uint32_t len = (uint32_t)strlen(word);
  for (uint32_t i = 0; i < len; i++)
    if (at + i >= text.len || jmi_lower(text.at[at + i]) != word[i])
      return false;
  return true;
}

/* A "<" that begins a tag, a comment or a declaration; any other is text. */
static bool is_markup(jmi_str text, uint32_t at)
{
  if (at + 1 >= text.len || text.at[at] != '<')
    return false;
  char next = text.at[at + 1];
  return jmi_is_alpha(next) || next == '!' || next == '?'
         || (next == '/' && at + 2 < text.len && jmi_is_alpha(text.at[at + 2]));
}

static uint32_t find_char(jmi_str text, uint32_t at, char c)
{
  const char *found = at < text.len ? memchr(text.at + at, c, text.len - at) : NULL;
  return found == NULL ? text.len : (uint32_t)(found - text.at);
}

/* Behind a quoted value; a quote that nothing closes is a character like any other. */
static uint32_t skip_quoted(jmi_html *html, uint32_t at)
{
  char quote = html->text.at[at];
  bool *none = &html->unquoted[quote == '"'];
  uint32_t end = *none ? html->text.len : find_char(html->text, at + 1, quote);
  if (end < html->text.len)
    return end + 1;
  *none = true;
  return at + 1;
}

/* Behind the ">" that ends the tag. A quote counts only where a value begins: behind "=". */
static uint32_t skip_tag(jmi_html *html, uint32_t at)
{
  bool value = false;
  while (at < html->text.len && html->text.at[at] != '>') {
    char c = html->text.at[at];
    bool quoted = value && (c == '"' || c == '\'');
    value = c == '=' || (value && jmi_is_space(c));
    at = quoted ? skip_quoted(html, at) : at + 1;
  }
  return at < html->text.len ? at + 1 : at;
}

static uint32_t skip_comment(jmi_str text, uint32_t at)
{
  for (uint32_t i = at + 2; (i = find_char(text, i, '-')) < text.len; i++)
    if (begins(text, i, "-->"))
      return i + 3;
  return text.len;
}

static uint32_t skip_declaration(jmi_str text, uint32_t at)
{
  if (begins(text, at, "<!--"))
    return skip_comment(text, at);
  uint32_t end = find_char(text, at, '>');
  return end < text.len ? end + 1 : end;
}

/* What stands inside these is no text of the page. */
static bool is_hidden(const char *name)
{
  static const char *const hidden[] = {"script", "style",  "template", "iframe", "textarea",
                                       "svg",    "select", "noscript", "object", "math"};
  for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
    if (strcmp(name, hidden[i]) == 0)
      return true;
  return false;
}

/* Behind the tag that closes what is hidden; behind the text when none does. */
static uint32_t skip_hidden(jmi_html *html, uint32_t at)
{
  char close[JMI_HTML_NAME + 3] = "</";
  memcpy(close + 2, html->name, sizeof html->name);
  for (; (at = find_char(html->text, at, '<')) < html->text.len; at++)
    if (begins(html->text, at, close))
      return skip_tag(html, at);
  return at;
}

static bool is_name_byte(char c)
{
  return jmi_is_alpha(c) || jmi_is_digit(c) || c == '-' || c == ':';
}

static void read_tag(jmi_html *html)
{
  uint32_t at = html->at + 1, len = 0;
  html->kind = html->text.at[at] == '/' ? JMI_HTML_CLOSE : JMI_HTML_OPEN;
  at += html->kind == JMI_HTML_CLOSE;
  for (; at < html->text.len && is_name_byte(html->text.at[at]); at++)
    if (len < JMI_HTML_NAME)
      html->name[len++] = jmi_lower(html->text.at[at]);
  html->name[len] = '\0';
  html->at = skip_tag(html, at);
  bool empty = html->at >= 2 && html->text.at[html->at - 2] == '/';
  if (html->kind == JMI_HTML_OPEN && !empty && is_hidden(html->name))
    html->at = skip_hidden(html, html->at);
}

static void read_text(jmi_html *html)
{
  uint32_t start = html->at, end = start;
  do
    end = find_char(html->text, end + 1, '<');
  while (end < html->text.len && !is_markup(html->text, end));
  html->kind = JMI_HTML_TEXT;
  html->raw = jmi_str_cut(html->text, start, end);
  html->at = end;
}

bool jmi_html_next(jmi_html *html)
{
  while (html->at < html->text.len) {
    mark_line(html, html->at);
    if (!is_markup(html->text, html->at)) {
      read_text(html);
      return true;
    }
    char next = html->text.at[html->at + 1];
    if (next != '!' && next != '?') {
      read_tag(html);
      return true;
    }
    html->at = skip_declaration(html->text, html->at);
  }
  html->kind = JMI_HTML_END;
  return false;
}

/* ---- what is HTML ----------------------------------------------------------------------- */

static bool ends_name(jmi_str text, uint32_t at)
{
  return at >= text.len || strchr(" \t\r\n/>&", text.at[at]) != NULL;
}

/* A tag that parts a text stands behind its "<", or "&lt;", at this byte. */
static bool is_block_tag(jmi_str text, uint32_t at)
{
  static const char *const blocks[] = {"p",  "li", "ul", "ol", "div",   "br",   "h1",   "h2",
                                       "h3", "h4", "h5", "h6", "table", "body", "html", "section"};
  at += at < text.len && text.at[at] == '/';
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
    if (begins(text, at, blocks[i]) && ends_name(text, at + (uint32_t)strlen(blocks[i])))
      return true;
  return false;
}

/* Tags of which half a dozen lines have at most one are no HTML, but a break in Markdown. */
static bool holds_tags(jmi_str text, char first, const char *sign)
{
  uint32_t tags = 0, lines = 1, skip = (uint32_t)strlen(sign);
  for (uint32_t at = 0; at < text.len; at++) {
    lines += text.at[at] == '\n';
    tags += text.at[at] == first && begins(text, at, sign) && is_block_tag(text, at + skip);
  }
  return tags > lines / 6;
}

bool jmi_is_html(jmi_str text)
{
  jmi_str trimmed = jmi_str_trim(text);
  return holds_tags(text, '<', "<") || begins(trimmed, 0, "<!doctype")
         || begins(trimmed, 0, "<html");
}

bool jmi_is_escaped_html(jmi_str text)
{
  return !jmi_is_html(text) && holds_tags(text, '&', "&lt;");
}
