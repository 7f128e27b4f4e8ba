/* SPDX-License-Identifier: MIT */
/* jobmatch_embed OUT.c FILE...: lexicon files in, the built-in lexicon as constant C arrays out.
 *
 * A program of the build, run on the host. Same files in the same order, same bytes out. Exits 1
 * with file and line on standard error for whatever is wrong in the files, clashes and links to no
 * concept included; 2 for a wrong call; 4 when a file can't be read or written. */
#include <stdio.h>
#include <stdlib.h>

#include "base/version.h"
#include "lexicon/lexicon.h"

enum { EXIT_DATA = 1, EXIT_CALL = 2, EXIT_SYSTEM = 4 };

/* ---- in ----------------------------------------------------------------------------------------
 */

static const jmi_document_limits limits = {.max_bytes = (size_t)64 << 20,
                                           .max_depth = 16,
                                           .max_nodes = 10000000,
                                           .max_scalar_bytes = 4096,
                                           .max_key_bytes = 256};

/* The whole file in the arena; NULL, with a message, when it can't be read. */
static const char *read_file(jmi_arena *arena, const char *path, size_t *len)
{
  char *text = NULL;
  FILE *file = fopen(path, "rb");
  long size = 0;
  if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0
      && fseek(file, 0, SEEK_SET) == 0)
    text = jmi_arena_alloc(arena, (size_t)size + 1);
  if (text != NULL && fread(text, 1, (size_t)size, file) != (size_t)size)
    text = NULL;
  if (file != NULL)
    fclose(file);
  if (text == NULL)
    fprintf(stderr, "%s: cannot be read\n", path);
  *len = (size_t)size;
  return text;
}

static int add_file(jmi_lexicon_builder *builder, jmi_arena *arena, const char *path)
{
  size_t len;
  const jmi_node *root = NULL;
  jm_error err = JM_ERROR_INIT;
  const char *text = read_file(arena, path, &len);
  if (text == NULL)
    return EXIT_SYSTEM;
  jmi_lexicon_builder_file(builder, path);
  if (jmi_document_read(&root, arena, text, len, &limits, &err) == JM_OK
      && jmi_lexicon_add_tree(builder, root, 0, &err) == JM_OK)
    return EXIT_SUCCESS;
  fprintf(stderr, "%s:%u:%u: %s%s%s\n", path, (unsigned)err.line, (unsigned)err.column, err.path,
          err.path[0] == '\0' ? "" : ": ", err.message);
  return EXIT_DATA;
}

static int build(jmi_lexicon *out, jmi_arena *arena, jmi_lexicon_builder *builder)
{
  jmi_lexicon_complaints complaints;
  jm_error err = JM_ERROR_INIT;
  if (jmi_lexicon_build(out, arena, builder, &complaints, &err) != JM_OK) {
    fprintf(stderr, "%s\n", err.message);
    return EXIT_SYSTEM;
  }
  out->version = JMI_RULES_VERSION " built-in";
  for (uint32_t i = 0; i < complaints.kept; i++)
    fprintf(stderr, "%s\n", complaints.sentences[i]);
  if (complaints.count > complaints.kept)
    fprintf(stderr, "and %u more\n", (unsigned)(complaints.count - complaints.kept));
  return complaints.count > 0 ? EXIT_DATA : EXIT_SUCCESS;
}

/* ---- out ---------------------------------------------------------------------------------------
 */

static void write_byte(FILE *out, unsigned char c)
{
  if (c == '"' || c == '\\' || c == '?')
    fprintf(out, "\\%c", c);
  else if (c < ' ' || c > '~')
    fprintf(out, "\\%03o", c);
  else
    fputc(c, out);
}

static void write_strings(FILE *out, const jmi_lexicon *l)
{
  fputs("static const char strings[] =\n\"", out);
  uint32_t width = 0;
  for (uint32_t i = 0; i < l->string_bytes; i++) {
    write_byte(out, (unsigned char)l->strings[i]);
    if (++width > 80 && l->strings[i] == '\0') {
      fputs("\"\n\"", out);
      width = 0;
    }
  }
  fputs("\";\n", out);
}

/* One number; N is short for JMI_NONE, which fills most of a hash table. */
static void write_number(FILE *out, uint32_t number)
{
  if (number == JMI_NONE)
    fputc('N', out);
  else
    fprintf(out, "%u", (unsigned)number);
}

static void write_numbers(FILE *out, const char *name, const uint32_t *numbers, uint32_t count)
{
  fprintf(out, "static const uint32_t %s[] = {\n", name);
  for (uint32_t i = 0; i < count; i++) {
    write_number(out, numbers[i]);
    fputs(i % 16 == 15 ? ",\n" : ",", out);
  }
  fputs(count == 0 ? "0};\n" : "};\n", out); /* C has no empty arrays */
}

static void write_concepts(FILE *out, const jmi_lexicon *l)
{
  fputs("static const jmi_concept concepts[] = {\n", out);
  for (uint32_t i = 0; i < l->concept_count; i++) {
    const jmi_concept *c = &l->concepts[i];
    fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%u,%u},\n", (unsigned)c->name, (unsigned)c->first_link,
            (unsigned)c->first_alias, (unsigned)c->alias_count, (unsigned)c->broader_count,
            (unsigned)c->implied_count, (unsigned)c->related_count, (unsigned)c->kind,
            (unsigned)c->source);
  }
  fputs(l->concept_count == 0 ? "{0}};\n" : "};\n", out);
}

static void write_aliases(FILE *out, const jmi_lexicon *l)
{
  fputs("static const jmi_alias aliases[] = {\n", out);
  for (uint32_t i = 0; i < l->alias_count; i++) {
    const jmi_alias *a = &l->aliases[i];
    fprintf(out, "{%u,%u,%u,", (unsigned)a->text, (unsigned)a->norms, (unsigned)a->concept);
    write_number(out, a->next);
    fprintf(out, i % 4 == 3 ? ",%u,%u,%u,%u},\n" : ",%u,%u,%u,%u},", (unsigned)a->bag,
            (unsigned)a->bag_count, (unsigned)a->flags, (unsigned)a->source);
  }
  fputs(l->alias_count == 0 ? "{0}};\n" : "};\n", out);
}

static void write_words(FILE *out, const jmi_lexicon *l)
{
  fputs("static const jmi_word words[] = {\n", out);
  for (uint32_t i = 0; i < l->word_count; i++) {
    const jmi_word *w = &l->words[i];
    fprintf(out, "{%u,", (unsigned)w->stem);
    write_number(out, w->node);
    fprintf(out, i % 8 == 7 ? ",%u,%u,%u,%u},\n" : ",%u,%u,%u,%u},", (unsigned)w->kin,
            (unsigned)w->kin_count, (unsigned)w->class, (unsigned)w->uses);
  }
  fputs(l->word_count == 0 ? "{0}};\n" : "};\n", out);
}

static void write_bags(FILE *out, const jmi_lexicon *l)
{
  fputs("static const jmi_bagged bags[] = {\n", out);
  for (uint32_t i = 0; i < l->bag_count; i++)
    fprintf(out, i % 8 == 7 ? "{%u,%u},\n" : "{%u,%u},", (unsigned)l->bags[i].word,
            (unsigned)l->bags[i].class);
  fputs(l->bag_count == 0 ? "{0}};\n" : "};\n", out);
}

static void write_edges(FILE *out, const jmi_lexicon *l)
{
  fputs("static const jmi_edge edges[] = {\n", out);
  for (uint32_t i = 0; i < l->edge_slot_count; i++) {
    const jmi_edge *e = &l->edges[i];
    if (e->node == JMI_NONE)
      fputs("{N,0,0}", out);
    else
      fprintf(out, "{%u,%u,%u}", (unsigned)e->node, (unsigned)e->word, (unsigned)e->child);
    fputs(i % 8 == 7 ? ",\n" : ",", out);
  }
  fputs("};\n", out);
}

static void write_lexicon(FILE *out, const jmi_lexicon *l)
{
  fprintf(out, "const jmi_lexicon jmi_lexicon_builtin = {\n  .version = \"%s\",\n", l->version);
  static const char *const arrays[] = {"strings", "concepts",   "links", "aliases", "node_alias",
                                       "words",   "word_slots", "edges", "bags",    "kin"};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
    fprintf(out, "  .%s = %s,\n", arrays[i], arrays[i]);
  const struct {
    const char *name;
    uint32_t count;
  } counts[] = {
      {"concept_count", l->concept_count},
      {"link_count", l->link_count},
      {"alias_count", l->alias_count},
      {"node_count", l->node_count},
      {"word_count", l->word_count},
      {"word_slot_count", l->word_slot_count},
      {"edge_slot_count", l->edge_slot_count},
      {"string_bytes", l->string_bytes},
      {"bag_count", l->bag_count},
      {"kin_count", l->kin_count},
      {"family_count", l->family_count},
  };
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
    fprintf(out, "  .%s = %u,\n", counts[i].name, (unsigned)counts[i].count);
  fputs("};\n", out);
}

static int write_file(const char *path, const jmi_lexicon *l)
{
  FILE *out = fopen(path, "wb");
  if (out != NULL) {
    fputs("/* SPDX-License-Identifier: MIT */\n"
          "/* Made by jobmatch_embed from lib/lexicon/en; do not edit. */\n"
          "#include \"lexicon/lexicon.h\"\n\n"
          "#if defined(__GNUC__)\n"
          "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
          "#endif\n"
          "#define N JMI_NONE\n\n",
          out);
    write_strings(out, l);
    write_concepts(out, l);
    write_numbers(out, "links", l->links, l->link_count);
    write_aliases(out, l);
    write_numbers(out, "node_alias", l->node_alias, l->node_count);
    write_words(out, l);
    write_numbers(out, "word_slots", l->word_slots, l->word_slot_count);
    write_edges(out, l);
    write_bags(out, l);
    write_numbers(out, "kin", l->kin, l->kin_count);
    write_lexicon(out, l);
  }
  bool written = out != NULL && !ferror(out);
  if (out != NULL && fclose(out) != 0)
    written = false;
  if (written)
    return EXIT_SUCCESS;
  fprintf(stderr, "%s: cannot be written\n", path);
  if (out != NULL)
    remove(path);
  return EXIT_SYSTEM;
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fputs("usage: jobmatch_embed OUT.c FILE...\n", stderr);
    return EXIT_CALL;
  }
  int status = EXIT_SYSTEM;
  jmi_arena arena;
  jmi_lexicon lexicon;
  jmi_stems *stems = NULL;
  jmi_lexicon_builder *builder = NULL;
  jmi_arena_init(&arena, NULL);
  if (jmi_stems_new(&stems, NULL) == JM_OK
      && jmi_lexicon_builder_new(&builder, NULL, stems) == JM_OK) {
    status = EXIT_SUCCESS;
    for (int i = 2; i < argc; i++) {
      int added = add_file(builder, &arena, argv[i]);
      status = added > status ? added : status;
    }
    /* Broken files leave links without a target: their other complaints would mislead. */
    if (status == EXIT_SUCCESS)
      status = build(&lexicon, &arena, builder);
    if (status == EXIT_SUCCESS)
      status = write_file(argv[1], &lexicon);
  }
  jmi_lexicon_builder_free(builder);
  jmi_stems_free(stems);
  jmi_arena_dispose(&arena);
  return status;
}
