/* SPDX-License-Identifier: MIT */
/* Paragraphs: rows of prose that belong together, made statements.
 *
 * In:  one or more rows, and what every statement in them shares. Out: a statement for each
 * sentence, or for each item of a list, with the line that it stands on.
 * Rows are joined by a blank; a word that was broken at the end of its line is whole again. */
#include "language/paragraph.h"

#include <assert.h>

enum { STATEMENT_BYTES = 600 }; /* a longer run of text is cut at the next blank or comma */

/* Short forms that end with a full stop and no sentence. */
static bool is_short_form(jmi_str word)
{
  static const char *const forms[] = {"acct", "approx", "asst", "bros", "corp", "dept", "dipl",
                                      "eng",  "est",    "ext",  "govt", "hon",  "inc",  "incl",
                                      "ing",  "intl",   "ltd",  "mfg",  "mgr",  "mio",  "prof",
                                      "pte",  "pvt",    "reg",  "sec",  "sept", "univ"};
  for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
    uint32_t i = 0;
    while (i < word.len && jmi_lower(word.at[i]) == forms[f][i])
      i++;
    if (i == word.len && forms[f][i] == '\0')
      return true;
  }
  return false;
}

/* A letter, or two that are no name in capitals: "R. Castile", "Sr. Cook"; but "in SAP MM. Led". */
static bool is_title_form(jmi_str text, uint32_t word, uint32_t end)
{
  return end - word == 1
         || (end - word == 2 && !(text.at[word] <= 'Z' && text.at[word + 1] <= 'Z'));
}

uint32_t jmi_sentence_end(jmi_str text, uint32_t at)
{
  for (uint32_t i = at; i + 1 < text.len; i++) {
    char c = text.at[i], next = text.at[i + 1];
    bool stop = c == '.' || c == '!' || c == '?' || c == ';';
    if (stop && jmi_is_space(next) && i > at + 2) {
      uint32_t word = i;
      while (word > at && jmi_is_alpha(text.at[word - 1]))
        word--;
      uint32_t follow = i + 1;
      while (follow < text.len && jmi_is_space(text.at[follow]))
        follow++;
      bool small = follow < text.len && text.at[follow] >= 'a' && text.at[follow] <= 'z';
      bool dotted = word > at && text.at[word - 1] == '.'; /* "B.Tech." */
      if (c != '.'
          || (!small && !dotted && !is_title_form(text, word, i)
              && !is_short_form(jmi_str_cut(text, word, i))))
        return i + 1;
    }
    if (i - at >= STATEMENT_BYTES && jmi_is_space(next))
      return i + 1;
    if (i - at >= STATEMENT_BYTES && (c == ',' || c == ';' || c == '|'))
      return i; /* a list without a blank: the sign is left out */
  }
  return text.len;
}

/* ---- joining ---------------------------------------------------------------------------- */

typedef struct joined {
  jmi_str text;
  char *bytes;      /* of text */
  uint32_t *starts; /* by row: where it begins in text */
  uint32_t row;     /* the one that was asked for last */
} joined;

/* "mainte-" and "nance" are one word when the lexicon knows it; "customer-" and "facing" are two.
 */
static bool is_broken_word(jmi_scribe *scribe, jmi_str row, jmi_str next)
{
  char word[48];
  uint32_t start = row.len - 1, end = 0, len = 0;
  while (start > 0 && jmi_is_alpha(row.at[start - 1]))
    start--;
  while (end < next.len && jmi_is_alpha(next.at[end]))
    end++;
  if (row.at[row.len - 1] != '-' || end == 0 || row.len - 1 - start + end > sizeof word)
    return false;
  for (uint32_t i = start; i + 1 < row.len; i++)
    word[len++] = row.at[i];
  for (uint32_t i = 0; i < end; i++)
    word[len++] = next.at[i];
  jmi_tokens tokens;
  const jmi_lexicon *lexicon = jmi_language_lexicon(scribe->language);
  jmi_arena_reset(&scribe->scratch);
  return jmi_tokens_read(&tokens, &scribe->scratch, jmi_language_stems(scribe->language),
                         (jmi_str){word, len})
             == JM_OK
         && tokens.count == 1
         && (jmi_lexicon_word(lexicon, tokens.items[0].stem, tokens.items[0].hash) != JMI_NONE
             || jmi_lexicon_token_class(lexicon, &tokens.items[0]) != JMI_WORD_PLAIN);
}

/* Cells of a table become items of a list; tabs and breaks become blanks. */
static void part_cells(char *text, uint32_t len, bool list)
{
  for (uint32_t i = 0; i < len; i++) {
    bool gap = text[i] == '\t' || (i + 1 < len && memcmp(text + i, "  ", 2) == 0);
    if (list && gap && i > 0 && strchr(",;:|", text[i - 1]) == NULL)
      text[i] = ';';
    else if (jmi_is_space(text[i]))
      text[i] = ' ';
    while (gap && i + 1 < len && jmi_is_space(text[i + 1]))
      text[++i] = ' ';
  }
}

static jm_status join(joined *out, jmi_scribe *scribe, const jmi_paragraph *p)
{
  size_t size = 1;
  for (uint32_t r = 0; r < p->count; r++)
    size += (size_t)p->rows[r].text.len + 1;
  *out = (joined){.bytes = jmi_arena_alloc(scribe->arena, size),
                  .starts = JMI_NEW_ARRAY(scribe->arena, p->count, uint32_t)};
  if (out->bytes == NULL || out->starts == NULL)
    return JM_ERR_MEMORY;
  uint32_t len = 0;
  for (uint32_t r = 0; r < p->count; r++) {
    jmi_str row = p->rows[r].text;
    bool broken = r > 0 && is_broken_word(scribe, p->rows[r - 1].text, row);
    if (broken)
      len--; /* the hyphen */
    else if (r > 0 && out->bytes[len - 1] != '-')
      out->bytes[len++] = ' ';
    out->starts[r] = len;
    memcpy(out->bytes + len, row.at, row.len);
    jmi_personal_hide(out->bytes + len, row.len);
    part_cells(out->bytes + len, row.len, p->list);
    len += row.len;
  }
  out->text = (jmi_str){out->bytes, len};
  return JM_OK;
}

/* The line of a byte; bytes are asked for in their order. */
static uint32_t line_of(joined *text, const jmi_paragraph *p, uint32_t byte)
{
  while (text->row + 1 < p->count && text->starts[text->row + 1] <= byte)
    text->row++;
  return p->rows[text->row].line;
}

/* ---- statements ------------------------------------------------------------------------- */

/* Items have texts of their own: their lines are told by where they stand in the joined text. */
static void place_items(joined *text, const jmi_paragraph *p, jmi_teller *teller, uint32_t first,
                        jmi_str sentence)
{
  uint32_t at = (uint32_t)(sentence.at - text->bytes), end = at + sentence.len;
  for (uint32_t s = first; s < teller->statements.count; s++) {
    jmi_entry *entry = &JMI_AT(&teller->statements, jmi_statement, s)->entry;
    uint32_t len = 0;
    while (len < entry->text.len && len < 24 && !jmi_is_space(entry->text.at[len]))
      len++;
    for (uint32_t i = at; len > 0 && i + len <= end; i++)
      if (memcmp(text->bytes + i, entry->text.at, len) == 0) {
        at = i;
        break;
      }
    if (entry->own_lines)
      entry->mark.line += line_of(text, p, at);
  }
}

/* How far a study has come stands in the words of its degree, in those beside it, or in its dates:
 * what says it alone passes it on. */
static void tell_study(jmi_teller *teller, uint32_t first)
{
  for (uint32_t s = first; s < teller->statements.count; s++) {
    jmi_statement *statement = JMI_AT(&teller->statements, jmi_statement, s);
    jmi_entry *entry = &statement->entry;
    bool study = entry->kind == JMI_ENTRY_EDUCATION;
    if (!study && statement->degree == JMI_DEGREE_NONE)
      continue;
    jmi_degree degree = jmi_degree_of(entry->text);
    if (study || (statement->degree != JMI_DEGREE_NONE && degree == JMI_DEGREE_NONE))
      statement->degree = (uint8_t)degree; /* "Lowell, MA" is a place */
    if (entry->kind == JMI_ENTRY_TITLE)
      statement->degree = JMI_DEGREE_NONE;
    if (!study && statement->degree == JMI_DEGREE_NONE)
      continue;
    entry->study = (uint8_t)jmi_study_of(entry->text);
    if (study && entry->study == JMI_STUDY_COMPLETED && entry->to == JMI_MONTH_OPEN
        && entry->from != JMI_MONTH_NONE)
      entry->study = JMI_STUDY_IN_PROGRESS;
    if (entry->study == JMI_STUDY_COMPLETED || statement->degree != JMI_DEGREE_NONE)
      continue;
    for (uint32_t back = 1; back <= 3 && back <= s; back++) {
      jmi_statement *before = JMI_AT(&teller->statements, jmi_statement, s - back);
      if (before->entry.group != entry->group)
        break;
      if (before->degree != JMI_DEGREE_NONE) {
        before->entry.study = entry->study;
        break;
      }
    }
  }
}

/* What was left when personal data went, or a line of dashes, says nothing. */
static bool has_words(jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++)
    if (jmi_is_alpha(text.at[i]) || jmi_is_digit(text.at[i]) || (unsigned char)text.at[i] >= 0xC3)
      return true;
  return false;
}

static jm_status add_sentence(joined *text, const jmi_paragraph *p, jmi_teller *teller,
                              uint32_t start, uint32_t end)
{
  uint32_t first = teller->statements.count;
  jmi_entry entry = p->entry;
  entry.text = jmi_str_trim(jmi_str_cut(text->text, start, end));
  if (!has_words(entry.text) || jmi_is_declaration(entry.text))
    return JM_OK;
  text->bytes[entry.text.at + entry.text.len - text->bytes] = '\0';
  if (!p->list && entry.own_lines)
    entry.mark.line += line_of(text, p, (uint32_t)(entry.text.at - text->bytes));
  jm_status status =
      p->list ? jmi_statement_add_list(teller, &entry) : jmi_statement_add(teller, &entry);
  if (p->list)
    place_items(text, p, teller, first, entry.text);
  tell_study(teller, first);
  return status;
}

jm_status jmi_paragraph_add(jmi_teller *teller, const jmi_paragraph *p)
{
  joined text;
  assert(p->count > 0);
  jm_status status = join(&text, teller->scribe, p);
  for (uint32_t at = 0; status == JM_OK && at < text.text.len;) {
    uint32_t stop = jmi_sentence_end(text.text, at);
    status = add_sentence(&text, p, teller, at, stop);
    at = stop + 1;
  }
  return status;
}
