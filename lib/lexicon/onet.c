/* SPDX-License-Identifier: MIT */
/* O*NET: its tab-delimited tables in, records out.
 *
 *   Technology Skills.txt, Software Skills.txt, Tools Used.txt   tools, and what they are
 *   Alternate Titles.txt, Job Titles.txt                         titles of jobs
 *
 * A tool stands there once for each occupation that uses it; one record is made of all. Refuses:
 * tables without a column that is needed. */
#include "lexicon/foreign.h"

enum { NAME, CLASS, SHORT, COLUMNS };
static const jmi_column tool_columns[COLUMNS] = {
    [NAME] = {{"Example", "Workplace Example"}, true},
    [CLASS] = {{"Commodity Title", "Element Name"}, false},
    [SHORT] = {{NULL}, false},
};
static const jmi_column title_columns[COLUMNS] = {
    [NAME] = {{"Alternate Title", "Job Title", "Title"}, true},
    [CLASS] = {{NULL}, false},
    [SHORT] = {{"Short Title"}, false},
};

typedef struct table {
  jmi_csv csv;
  jmi_foreign *out;
  jmi_arena *arena, *scratch;
  const char *file;
  uint32_t columns[COLUMNS];
  jmi_index known; /* concepts of this table by id */
  jmi_index pairs; /* links of this table by both ids */
} table;

static jmi_str cell(const table *t, uint32_t column)
{
  jmi_str text = jmi_csv_cell(&t->csv, t->columns[column]);
  return jmi_str_is(text, "n/a") ? JMI_STR("") : text;
}

/* ---- names ------------------------------------------------------------------------------- */

static bool is_upper_word(jmi_str word)
{
  for (uint32_t i = 0; i < word.len; i++)
    if (word.at[i] < 'A' || word.at[i] > 'Z')
      return false;
  return word.len > 1;
}

/* The last word, when it holds the first letters of the words before it. */
static bool ends_in_initials(jmi_str text, jmi_str *before, jmi_str *initials)
{
  uint32_t start = text.len;
  while (start > 0 && text.at[start - 1] != ' ')
    start--;
  if (start == 0)
    return false;
  *initials = jmi_str_cut(text, start, text.len);
  *before = jmi_str_trim(jmi_str_cut(text, 0, start));
  uint32_t met = 0;
  for (uint32_t i = 0; i < before->len && met < initials->len; i++)
    if ((i == 0 || before->at[i - 1] == ' ')
        && jmi_lower(before->at[i]) == jmi_lower(initials->at[met]))
      met++;
  return is_upper_word(*initials) && met == initials->len;
}

/* "Structured query language SQL" goes by both names, and "Chief Technical Officer (CTO)" too. */
static void split_name(jmi_foreign_concept *concept)
{
  jmi_str text = concept->name, before, initials;
  if (ends_in_initials(text, &before, &initials)) {
    concept->name = before;
    concept->also[1] = initials;
    return;
  }
  uint32_t open = 0;
  while (open < text.len && text.at[open] != '(')
    open++;
  if (open == 0 || open == text.len || text.at[text.len - 1] != ')')
    return;
  concept->name = jmi_str_trim(jmi_str_cut(text, 0, open));
  jmi_str inside = jmi_str_cut(text, open + 1, text.len - 1);
  if (is_upper_word(inside))
  concept->also[1] = inside;
}

/* "Adobe Systems Adobe Acrobat" names the maker twice: the product begins where the maker's first
 * word stands again. */
static void drop_maker(jmi_foreign_concept *concept)
{
  jmi_str text = concept->name;
  uint32_t first = 0;
  while (first < text.len && text.at[first] != ' ')
    first++;
  for (uint32_t i = first; i + first + 1 < text.len; i++)
    if (text.at[i] == ' ' && text.at[i + 1 + first] == ' '
        && memcmp(text.at + i + 1, text.at, first) == 0) {
      concept->also[0] = text;
      concept->name = jmi_str_cut(text, i + 1, text.len);
      return;
    }
}

/* "Email software", "Hand held drills": small letters behind the first word name no product. */
static bool is_plain(jmi_str text)
{
  for (uint32_t i = 1; i < text.len; i++)
    if ((text.at[i] >= 'A' && text.at[i] <= 'Z') || jmi_is_digit(text.at[i]))
      return false;
  return true;
}

static bool is_class_name(jmi_str text)
{
  static const char *const classes[] = {" software", " systems", " system", " tools", " programs"};
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    uint32_t len = (uint32_t)strlen(classes[i]);
    if (text.len > len && memcmp(text.at + text.len - len, classes[i], len) == 0)
      return is_plain(text);
  }
  return false;
}

/* ---- records ----------------------------------------------------------------------------- */

/* The concept of this id, made on its first mention; NULL when out of memory. */
static void add_concept(table *t, jmi_str id, uint8_t type)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(id)) ^ (type == JMI_FOREIGN_COMMODITY), probe = 0, at;
  while ((at = jmi_index_next(&t->known, hash, &probe)) != JMI_NONE)
    if (jmi_str_equal(JMI_AT(&t->out->concepts, jmi_foreign_concept, at)->id, id))
      return;
  at = t->out->concepts.count;
  jmi_foreign_concept *concept = JMI_PUSH(&t->out->concepts, t->arena, jmi_foreign_concept);
  if (concept == NULL || !jmi_index_put(&t->known, t->scratch, hash, at))
    return;
  *concept = (jmi_foreign_concept){.id = id,
                                   .name = id,
                                   .also = {{"", 0}, cell(t, SHORT)},
                                   .type = type,
                                   .place = {t->file, t->csv.mark}};
  split_name(concept);
  if (type == JMI_FOREIGN_PRODUCT)
    drop_maker(concept);
}

static void add_link(table *t, jmi_str from, jmi_str to)
{
  uint32_t hash = jmi_fold_hash(jmi_str_hash(from) * 31 + jmi_str_hash(to)), probe = 0, at;
  while ((at = jmi_index_next(&t->pairs, hash, &probe)) != JMI_NONE) {
    const jmi_foreign_link *known = JMI_AT(&t->out->links, jmi_foreign_link, at);
    if (jmi_str_equal(known->from, from) && jmi_str_equal(known->to, to))
      return;
  }
  at = t->out->links.count;
  jmi_foreign_link *link = JMI_PUSH(&t->out->links, t->arena, jmi_foreign_link);
  if (link != NULL && jmi_index_put(&t->pairs, t->scratch, hash, at))
    *link = (jmi_foreign_link){from, to, JMI_LINK_BROADER};
}

static void add_tool(table *t)
{
  jmi_str name = cell(t, NAME), class = cell(t, CLASS);
  if (name.len == 0)
    return;
  add_concept(t, name, is_class_name(name) ? JMI_FOREIGN_COMMODITY : JMI_FOREIGN_PRODUCT);
  if (class.len == 0 || jmi_str_equal(class, name))
    return;
  add_concept(t, class, JMI_FOREIGN_COMMODITY);
  add_link(t, name, class);
}

static void add_title(table *t)
{
  jmi_str name = cell(t, NAME);
  if (name.len > 0)
    add_concept(t, name, JMI_FOREIGN_TITLE);
}

jm_status jmi_onet_read(jmi_foreign *out, jmi_arena *arena, int32_t kind, const char *file,
                        jmi_str text, jm_error *err)
{
  bool titles = kind == JM_LEXICON_ONET_TITLES, more;
  jmi_arena scratch;
  jmi_arena_init(&scratch, &arena->allocator);
  table t = {.out = out, .arena = arena, .scratch = &scratch, .file = file};
  jm_status status = jmi_csv_open(&t.csv, arena, text, '\t', err);
  if (status == JM_OK)
    status = jmi_columns_find(t.columns, &t.csv, titles ? title_columns : tool_columns, COLUMNS,
                              titles ? "a table of titles" : "a table of tools", err);
  while (status == JM_OK && (status = jmi_csv_next(&t.csv, &more, err)) == JM_OK && more)
    (titles ? add_title : add_tool)(&t);
  if (status == JM_OK && (arena->failed || scratch.failed))
    status = jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  jmi_arena_dispose(&scratch);
  return status;
}
