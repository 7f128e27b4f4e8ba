/* SPDX-License-Identifier: MIT */
/* Explanations as text: what the library tells as JSON, a few lines for each line of the file. */
#include "read.h"

#include <string.h>

static void put(FILE *file, const cli_tree *tree, const cli_value *object, const char *key)
{
  value_put(file, value_get(tree, object, key));
}

static void put_months(FILE *file, int64_t months)
{
  if (months % 12 == 0)
    fprintf(file, "%d year%s", (int)(months / 12), months == 12 ? "" : "s");
  else
    fprintf(file, "%d month%s", (int)months, months == 1 ? "" : "s");
}

/* ", WORD value" when there is one. */
static void put_if(FILE *file, const cli_tree *tree, const cli_value *object, const char *key,
                   const char *before, const char *after)
{
  const cli_value *v = value_get(tree, object, key);
  if (!value_given(v))
    return;
  fputs(before, file);
  value_put(file, v);
  fputs(after, file);
}

/* ---- a posting -------------------------------------------------------------------------- */

static void put_unit(FILE *file, const cli_tree *tree, const cli_value *unit)
{
  put(file, tree, unit, "text");
  put_if(file, tree, unit, "concept", " [", "]");
  put_if(file, tree, unit, "weight", " x", "");
  if (value_is(value_get(tree, unit, "specific"), "true"))
    fputs("*", file);
  if (value_is(value_get(tree, unit, "context"), "true"))
    fputs(" (context)", file);
}

static void put_examples(FILE *file, const cli_tree *tree, const cli_value *unit)
{
  const cli_value *example = value_first(tree, value_get(tree, unit, "examples"));
  for (int i = 0; example != NULL; example = value_next(tree, example), i++) {
    fputs(i == 0 ? ", or an example: " : ", ", file);
    put_unit(file, tree, example);
  }
}

static void put_units(FILE *file, const cli_tree *tree, const cli_value *part, const char *indent)
{
  const cli_value *unit = value_first(tree, value_get(tree, part, "units"));
  if (unit == NULL)
    return;
  fprintf(file, "%s  looked for by ", indent);
  for (int i = 0; unit != NULL; unit = value_next(tree, unit), i++) {
    fputs(i == 0 ? "" : "; ", file);
    put_unit(file, tree, unit);
    put_examples(file, tree, unit);
  }
  putc('\n', file);
}

static void put_part(FILE *file, const cli_tree *tree, const cli_value *part, const char *indent)
{
  int64_t months = value_int(value_get(tree, part, "min_months"));
  const cli_value *text = value_get(tree, part, "text");
  fputs(indent, file);
  if (value_given(text)) {
    value_put(file, text);
    fputs(": ", file);
  }
  put(file, tree, part, "criterion");
  if (months > 0) {
    fputs(", at least ", file);
    put_months(file, months);
  }
  put_if(file, tree, part, "level", ", level ", "");
  put_if(file, tree, part, "degree", ", degree ", "");
  put_if(file, tree, part, "percent", ", ", " %");
  if (value_is(value_get(tree, part, "any_field"), "true"))
    fputs(", or a related field", file);
  put_if(file, tree, part, "rule", " (", ")");
  putc('\n', file);
  put_units(file, tree, part, indent);
}

static void put_group(FILE *file, const cli_tree *tree, const cli_value *group)
{
  const cli_value *part = value_first(tree, value_get(tree, group, "parts"));
  int64_t need = value_int(value_get(tree, group, "need"));
  bool many = part != NULL && value_next(tree, part) != NULL;
  if (many && need > 1)
    fprintf(file, "    at least %d of:\n", (int)need);
  else if (many)
    fputs("    any of:\n", file);
  for (; part != NULL; part = value_next(tree, part))
    put_part(file, tree, part, many ? "      " : "    ");
}

static void put_requirement(FILE *file, const cli_tree *tree, const cli_value *line)
{
  putc('\n', file);
  put(file, tree, line, "id");
  fputs("  ", file);
  put(file, tree, line, "text");
  fputs("\n    line ", file);
  put(file, tree, line, "line");
  fputs(": ", file);
  put(file, tree, line, "tier");
  fputs(" by ", file);
  put(file, tree, line, "tier_source");
  put_if(file, tree, line, "tier_rule", " (", ")");
  put_if(file, tree, line, "component", ", ", "");
  if (!value_is(value_get(tree, line, "weight"), "1"))
    put_if(file, tree, line, "weight", ", weight ", "");
  if (value_is(value_get(tree, line, "named_list"), "true"))
    fputs(", a list of named things", file);
  putc('\n', file);
  const cli_value *group = value_first(tree, value_get(tree, line, "groups"));
  for (; group != NULL; group = value_next(tree, group))
    put_group(file, tree, group);
}

/* " (JSON Resume)" for a format that is not jobmatch's own. */
static void put_format(FILE *file, const cli_tree *tree)
{
  const cli_value *format = value_get(tree, tree->items, "read_as");
  if (!value_is(format, "jobmatch"))
    put_if(file, tree, tree->items, "read_as", " (", ")");
}

void put_posting(FILE *file, const char *name, const cli_tree *tree)
{
  const cli_value *root = tree->items;
  put_safe(file, name, strlen(name));
  fputs(": a posting", file);
  put_format(file, tree);
  put_if(file, tree, root, "title", ": ", "");
  putc('\n', file);
  const cli_value *line = value_first(tree, value_get(tree, root, "requirements"));
  for (; line != NULL; line = value_next(tree, line))
    put_requirement(file, tree, line);
  line = value_first(tree, value_get(tree, root, "set_aside"));
  for (; line != NULL; line = value_next(tree, line)) {
    putc('\n', file);
    put(file, tree, line, "id");
    fputs("  ", file);
    put(file, tree, line, "text");
    fputs("\n    line ", file);
    put(file, tree, line, "line");
    fputs(": set aside, it asks for nothing", file);
    put_if(file, tree, line, "rule", " (", ")");
    putc('\n', file);
  }
}

/* ---- a profile -------------------------------------------------------------------------- */

static void put_mention(FILE *file, const cli_tree *tree, const cli_value *mention)
{
  const cli_value *months = value_get(tree, mention, "months");
  const cli_value *concept = value_get(tree, mention, "concept");
  value_put(file, value_given(concept) ? concept : value_get(tree, mention, "word"));
  put_if(file, tree, mention, "level", " (", ")");
  if (!value_given(months))
    return;
  fputs(" (", file);
  put_months(file, value_int(months));
  putc(')', file);
}

static bool has_concept(const cli_tree *tree, const cli_value *entry)
{
  const cli_value *mention = value_first(tree, value_get(tree, entry, "mentions"));
  for (; mention != NULL; mention = value_next(tree, mention))
    if (value_given(value_get(tree, mention, "concept")))
      return true;
  return false;
}

static void put_mentions(FILE *file, const cli_tree *tree, const cli_value *entry, const char *key,
                         const char *before)
{
  const cli_value *mention = value_first(tree, value_get(tree, entry, "mentions"));
  for (int i = 0; mention != NULL; mention = value_next(tree, mention)) {
    if (!value_given(value_get(tree, mention, key)))
      continue;
    fputs(i++ == 0 ? before : ", ", file);
    put_mention(file, tree, mention);
  }
}

static void put_entry(FILE *file, const cli_tree *tree, const cli_value *entry)
{
  const cli_value *months = value_get(tree, entry, "months");
  putc('\n', file);
  put(file, tree, entry, "path");
  fputs(", line ", file);
  put(file, tree, entry, "line");
  fputs(": ", file);
  put(file, tree, entry, "text");
  fputs("\n    ", file);
  put(file, tree, entry, "kind");
  put_if(file, tree, entry, "level", ", level ", "");
  if (value_given(months)) {
    fputs(", ", file);
    put_months(file, value_int(months));
  }
  put_if(file, tree, entry, "from", ", ", "");
  put_if(file, tree, entry, "to", " to ", "");
  put_if(file, tree, entry, "degree", ", degree ", "");
  put_if(file, tree, entry, "study", ", ", "");
  if (has_concept(tree, entry))
    put_mentions(file, tree, entry, "concept", "; shows ");
  else
    put_mentions(file, tree, entry, "word", "; no concept, only words: ");
  putc('\n', file);
}

void put_profile(FILE *file, const char *name, const cli_tree *tree)
{
  const cli_value *root = tree->items;
  put_safe(file, name, strlen(name));
  fputs(": a profile", file);
  put_format(file, tree);
  fputs(", ", file);
  put_months(file, value_int(value_get(tree, root, "work_months")));
  fputs(" of work", file);
  put_if(file, tree, root, "as_of", ", as of ", "");
  putc('\n', file);
  const cli_value *entry = value_first(tree, value_get(tree, root, "entries"));
  for (; entry != NULL; entry = value_next(tree, entry))
    put_entry(file, tree, entry);
}

/* ---- findings --------------------------------------------------------------------------- */

static void put_finding(FILE *file, const char *name, const cli_tree *tree,
                        const cli_value *finding)
{
  const cli_value *line = value_get(tree, finding, "line");
  put_safe(file, name, strlen(name));
  if (value_int(line) > 0) {
    putc(':', file);
    value_put(file, line);
    putc(':', file);
    put(file, tree, finding, "column");
  }
  put_if(file, tree, finding, "path", ": ", "");
  put_if(file, tree, finding, "message", ": ", "");
  put_if(file, tree, finding, "code", " [", "]\n");
  put_if(file, tree, finding, "advice", "  ", "\n");
}

void put_findings(FILE *file, const char *name, const cli_tree *tree)
{
  const cli_value *finding = value_first(tree, value_get(tree, tree->items, "findings"));
  fputs(finding == NULL ? "\nNothing looks wrong.\n" : "\nWhat looks wrong, or could be said:\n",
        file);
  for (; finding != NULL; finding = value_next(tree, finding))
    put_finding(file, name, tree, finding);
}
