/* SPDX-License-Identifier: MIT */
/* ESCO: its CSV tables in, records out.
 *
 *   skills_en.csv                        a concept a row; labels parted by line ends, or by " | "
 *   skillGroups_en.csv                   headings
 *   broaderRelationsSkillPillar_en.csv   what is broader
 *   skillSkillRelations_en.csv           what is essential or optional to what
 *
 * Columns are found by name, since editions differ. Refuses: tables without a column that is
 * needed, and what is no CSV. Rows without an id or a label are skipped. */
#include "lexicon/foreign.h"

/* ---- columns ----------------------------------------------------------------------------- */

jm_status jmi_columns_find(uint32_t *out, const jmi_csv *csv, const jmi_column *columns,
                           uint32_t count, const char *table, jm_error *err)
{
  for (uint32_t i = 0; i < count; i++) {
    out[i] = JMI_CSV_NONE;
    for (uint32_t n = 0; n < 3 && columns[i].names[n] != NULL && out[i] == JMI_CSV_NONE; n++)
      out[i] = jmi_csv_column(csv, columns[i].names[n]);
    if (out[i] != JMI_CSV_NONE || !columns[i].required)
      continue;
    const char *name = columns[i].names[0];
    jm_status status =
        jmi_fail_at(err, JM_ERR_FIELD, (jmi_mark){1, 1, 0}, "%s has no column '%s'", table, name);
    jmi_error_path(err, name);
    return status;
  }
  return JM_OK;
}

enum { CONCEPT_URI, PREFERRED, TYPE, ALTERNATIVE, HIDDEN, CONCEPT_COLUMNS };
static const jmi_column concept_columns[CONCEPT_COLUMNS] = {
    [CONCEPT_URI] = {{"conceptUri"}, true}, [PREFERRED] = {{"preferredLabel"}, true},
    [TYPE] = {{"skillType"}, false},        [ALTERNATIVE] = {{"altLabels"}, false},
    [HIDDEN] = {{"hiddenLabels"}, false},
};

enum { FROM, TO, RELATION, LINK_COLUMNS };
static const jmi_column broader_columns[LINK_COLUMNS] = {
    [FROM] = {{"conceptUri"}, true}, [TO] = {{"broaderUri"}, true}, [RELATION] = {{NULL}, false}};
static const jmi_column relation_columns[LINK_COLUMNS] = {[FROM] = {{"originalSkillUri"}, true},
                                                          [TO] = {{"relatedSkillUri"}, true},
                                                          [RELATION] = {{"relationType"}, false}};

/* ---- tables ------------------------------------------------------------------------------ */

typedef struct table {
  jmi_csv csv;
  jmi_foreign *out;
  jmi_arena *arena;
  const char *file;
  uint32_t columns[CONCEPT_COLUMNS];
  uint8_t type, link_kind;
} table;

static jmi_str cell(const table *t, uint32_t column)
{
  return jmi_csv_cell(&t->csv, t->columns[column]);
}

static void add_concept(table *t)
{
  jmi_str id = cell(t, CONCEPT_URI), name = cell(t, PREFERRED);
  if (id.len == 0 || name.len == 0)
    return;
  jmi_foreign_concept *concept = JMI_PUSH(&t->out->concepts, t->arena, jmi_foreign_concept);
  if (concept == NULL)
    return;
  bool knowledge = t->type == JMI_FOREIGN_SKILL && jmi_str_is(cell(t, TYPE), "knowledge");
  *concept = (jmi_foreign_concept){.id = id,
                                   .name = name,
                                   .also = {cell(t, ALTERNATIVE), cell(t, HIDDEN)},
                                   .type = knowledge ? (uint8_t)JMI_FOREIGN_KNOWLEDGE : t->type,
                                   .place = {t->file, t->csv.mark}};
}

/* What is essential to a skill is implied by it; what is optional is near to it. */
static void add_link(table *t)
{
  jmi_str from = cell(t, FROM), to = cell(t, TO);
  if (from.len == 0 || to.len == 0)
    return;
  jmi_foreign_link *link = JMI_PUSH(&t->out->links, t->arena, jmi_foreign_link);
  if (link == NULL)
    return;
  bool essential = t->link_kind == JMI_LINK_RELATED && jmi_str_is(cell(t, RELATION), "essential");
  *link = (jmi_foreign_link){from, to, essential ? (uint8_t)JMI_LINK_IMPLIED : t->link_kind};
}

static const struct {
  const char *what;
  const jmi_column *columns;
  void (*add)(table *t);
  int32_t kind;
  uint32_t column_count;
  uint8_t type, link_kind;
} tables[] = {
    {"a table of ESCO skills", concept_columns, add_concept, JM_LEXICON_ESCO_SKILLS,
     CONCEPT_COLUMNS, JMI_FOREIGN_SKILL, 0},
    {"a table of ESCO skill groups", concept_columns, add_concept, JM_LEXICON_ESCO_GROUPS,
     CONCEPT_COLUMNS, JMI_FOREIGN_GROUP, 0},
    {"a table of broader relations", broader_columns, add_link, JM_LEXICON_ESCO_BROADER,
     LINK_COLUMNS, 0, JMI_LINK_BROADER},
    {"a table of skill relations", relation_columns, add_link, JM_LEXICON_ESCO_RELATIONS,
     LINK_COLUMNS, 0, JMI_LINK_RELATED},
};

jm_status jmi_esco_read(jmi_foreign *out, jmi_arena *arena, int32_t kind, const char *file,
                        jmi_str text, jm_error *err)
{
  table t = {.out = out, .arena = arena, .file = file};
  size_t row = 0;
  bool more;
  while (row + 1 < sizeof tables / sizeof *tables && tables[row].kind != kind)
    row++;
  t.type = tables[row].type;
  t.link_kind = tables[row].link_kind;
  jm_status status = jmi_csv_open(&t.csv, arena, text, ',', err);
  if (status == JM_OK)
    status = jmi_columns_find(t.columns, &t.csv, tables[row].columns, tables[row].column_count,
                              tables[row].what, err);
  while (status == JM_OK && (status = jmi_csv_next(&t.csv, &more, err)) == JM_OK && more)
    tables[row].add(&t);
  if (status == JM_OK && arena->failed)
    return jmi_fail(err, JM_ERR_MEMORY, "out of memory");
  return status;
}
