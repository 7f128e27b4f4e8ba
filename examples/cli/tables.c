/* SPDX-License-Identifier: MIT */
/* ESCO and O*NET from the folders they are unpacked to: files are known by their names. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file of a folder: one row each, in the order in which they are read. Of rows with the same
 * kind the first that is there is taken: editions differ. */
typedef struct table {
  int32_t kind;
  const char *name;
} table;

static const table esco_tables[] = {
    {JM_LEXICON_ESCO_SKILLS, "skills_en.csv"},
    {JM_LEXICON_ESCO_GROUPS, "skillGroups_en.csv"},
    {JM_LEXICON_ESCO_BROADER, "broaderRelationsSkillPillar_en.csv"},
    {JM_LEXICON_ESCO_RELATIONS, "skillSkillRelations_en.csv"},
};
static const table onet_tables[] = {
    {JM_LEXICON_ONET_TECHNOLOGY, "Software Skills.txt"},
    {JM_LEXICON_ONET_TECHNOLOGY, "Technology Skills.txt"},
    {JM_LEXICON_ONET_TOOLS, "Tools Used.txt"},
    {JM_LEXICON_ONET_TITLES, "Job Titles.txt"},
    {JM_LEXICON_ONET_TITLES, "Alternate Titles.txt"},
};

int table_add(jm_lexicon *lexicon, int32_t kind, const char *path)
{
  jm_error err = JM_ERROR_INIT;
  cli_text file;
  int status = text_read(&file, path);
  if (status != 0)
    return status;
  status = status_exit(jm_lexicon_add(lexicon, kind, name_of(path), file.at, file.len, &err));
  if (status != 0)
    tell_error(name_of(path), &err);
  text_dispose(&file);
  return status;
}

/* Adds what is there of a folder. The first table is what all others are about: one of its rows
 * must be there. */
static int add_folder(jm_lexicon *lexicon, const char *folder, const table *tables, size_t count)
{
  bool needed = false;
  int32_t taken = -1;
  for (size_t i = 0; i < count; i++) {
    char *path = tables[i].kind == taken ? NULL : path_join(folder, tables[i].name);
    if (path == NULL && tables[i].kind != taken) {
      tell("out of memory");
      return EXIT_SYSTEM;
    }
    if (path == NULL || access(path, F_OK) != 0) {
      free(path);
      continue;
    }
    taken = tables[i].kind;
    needed = needed || taken == tables[0].kind;
    int status = table_add(lexicon, taken, path);
    free(path);
    if (status != 0)
      return status;
  }
  if (needed)
    return 0;
  tell("%s: there is no file '%s' here", folder, tables[0].name);
  return EXIT_SYSTEM;
}

int extra_open(jm_lexicon **out, const cli_settings *settings)
{
  int status = 0;
  *out = NULL;
  if (settings->esco == NULL && settings->onet == NULL)
    return 0;
  if (jm_lexicon_new(out, NULL) != JM_OK) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  if (settings->esco != NULL)
    status = add_folder(*out, settings->esco, esco_tables, sizeof esco_tables / sizeof(table));
  if (status == 0 && settings->onet != NULL)
    status = add_folder(*out, settings->onet, onet_tables, sizeof onet_tables / sizeof(table));
  return status;
}
