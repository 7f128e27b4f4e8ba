/* SPDX-License-Identifier: MIT */
/* The lexicon: what a scan finds in a text, what follows from a concept, what a builder tells.
 *
 * Scans write the names of the concepts found, parted by bars, "~" before one found by stems. */
#include "support/suite.h"

#include <stdio.h>

#include "base/buffer.h"
#include "lexicon/builder.h"
#include "lexicon/inflect.h"
#include "support/failing.h"
#include "text/text.h"

static const char skills[] =
    "field: test\n"
    "concepts:\n"
    "  - {name: database, kind: broad, also: [databases]}\n"
    "  - {name: relational database, also: [relational databases, RDBMS], broader: [database]}\n"
    "  - {name: PostgreSQL, kind: name, also: [Postgres], broader: [relational database],\n"
    "     implies: [SQL], related: [MySQL]}\n"
    "  - {name: MySQL, kind: name, broader: [relational database]}\n"
    "  - {name: SQL, kind: name, broader: [query language]}\n"
    "  - {name: query language, broader: [language of computers]}\n"
    "  - {name: language of computers}\n"
    "  - {name: AWS, kind: name, also: [Amazon Web Services]}\n"
    "  - {name: Go programming language, kind: name, also: [Golang], cased: [Go]}\n"
    "  - {name: Microsoft Access, kind: name, also: [MS Access], cased: [Access]}\n"
    "  - {name: IT, kind: broad, cased: [IT], also: [information technology]}\n"
    "  - {name: C, kind: name, cased: [C]}\n"
    "  - {name: C++, kind: name}\n"
    "  - {name: 'C#', kind: name, also: [C sharp]}\n"
    "  - {name: continuous delivery, also: [CI/CD]}\n"
    "  - {name: front-end development, also: [front end, frontend development]}\n"
    "  - {name: project planning, also: [plan projects]}\n"
    "  - {name: project planner, kind: role}\n"
    "  - {name: rest period, also: [rest]}\n"
    "  - {name: REST interfaces, kind: name, cased: [REST]}\n"
    "  - {name: Visual Basic, kind: name, cased: [Visual Basic]}\n"
    "  - {name: perioperative nursing, also: [OR nursing]}\n"
    "  - {name: law of the US, also: [US Law]}\n"
    "  - {name: trade in America, also: [trade within the US]}\n"
    "  - {name: driver of class A, also: [class A driver]}\n"
    "  - {name: streets, also: [Straße OR US]}\n"
    "  - {name: empathy, kind: trait, also: [kindness]}\n"
    "  - {name: products, also: [goods]}\n"
    "  - {name: crème brûlée, also: [custards]}\n";

static const char lists[] = "words: {stop: [the, ability, experience, good, or, us, a, within], "
                            "low: [project], common: [house]}\n";

static jmi_stems *stems;

/* What a test stands on: everything lives in the arena. */
typedef struct bench {
  jm_allocator allocator;
  jmi_arena arena;
  jmi_lexicon_builder *builder;
  jmi_lexicon lexicon;
  jmi_lexicon_complaints complaints;
} bench;

static void make_stems(void)
{
  ck_assert_int_eq(jmi_stems_new(&stems, NULL), JM_OK);
}

static void free_stems(void)
{
  jmi_stems_free(stems);
}

static jm_status open_bench(bench *b, const jm_allocator *allocator)
{
  *b = (bench){.allocator = allocator == NULL ? (jm_allocator){0} : *allocator};
  jmi_arena_init(&b->arena, &b->allocator);
  return jmi_lexicon_builder_new(&b->builder, &b->allocator, stems);
}

static void close_bench(bench *b)
{
  jmi_lexicon_builder_free(b->builder);
  jmi_arena_dispose(&b->arena);
}

static jm_status add_yaml(bench *b, const char *yaml, uint8_t source, jm_error *err)
{
  static const jmi_document_limits limits = {.max_bytes = 1 << 20,
                                             .max_depth = 16,
                                             .max_nodes = 100000,
                                             .max_scalar_bytes = 4096,
                                             .max_key_bytes = 256};
  const jmi_node *root = NULL;
  jm_status status = jmi_document_read(&root, &b->arena, yaml, strlen(yaml), &limits, err);
  return status != JM_OK ? status : jmi_lexicon_add_tree(b->builder, root, source, err);
}

static void build_skills(bench *b)
{
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(open_bench(b, NULL), JM_OK);
  ck_assert_msg(add_yaml(b, skills, 0, &err) == JM_OK, "%s", err.message);
  ck_assert_msg(add_yaml(b, lists, 0, &err) == JM_OK, "%s", err.message);
  ck_assert_msg(jmi_lexicon_build(&b->lexicon, &b->arena, b->builder, NULL, &err) == JM_OK, "%s",
                err.message);
}

static jm_status scan(jmi_hits *hits, jmi_tokens *tokens, bench *b, const char *text)
{
  jmi_str plain;
  jm_status status = jmi_text_plain(&plain, &b->arena, jmi_str_of(text));
  if (status == JM_OK)
    status = jmi_tokens_read(tokens, &b->arena, stems, plain);
  return status != JM_OK ? status
                         : jmi_lexicon_scan(hits, &b->arena, &b->lexicon, tokens, 0, tokens->count);
}

static void check_scan(bench *b, const char *name, const char *text, const char *want)
{
  jmi_hits hits;
  jmi_tokens tokens;
  ck_assert_int_eq(scan(&hits, &tokens, b, text), JM_OK);
  jmi_buffer got;
  jmi_buffer_init(&got, NULL, 0);
  for (uint32_t i = 0; i < hits.count; i++) {
    ck_assert_uint_le(hits.items[i].first + hits.items[i].count, tokens.count);
    if (i > 0)
      ck_assert_uint_ge(hits.items[i].first, hits.items[i - 1].first + hits.items[i - 1].count);
    jmi_buffer_adds(&got, i > 0 ? "|" : "");
    jmi_buffer_adds(&got, hits.items[i].inflected ? "~" : "");
    jmi_buffer_adds(&got, jmi_concept_name(&b->lexicon, hits.items[i].concept));
  }
  ck_assert_msg(strcmp(got.at, want) == 0, "%s: got '%s', want '%s'", name, got.at, want);
  jmi_buffer_dispose(&got);
}

/* ---- scanning ----------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *text, *found;
} scans[] = {
    {"an empty text holds nothing", "", ""},
    {"words of no alias are passed over", "baked twelve loaves", ""},
    {"the longest phrase wins", "relational database", "relational database"},
    {"a phrase is found by stems", "the relational database's tables", "~relational database"},
    {"a phrase with its own words is not inflected", "relational databases", "relational database"},
    {"a broken phrase leaves its shorter part", "relational and database", "database"},
    {"phrases follow each other", "MySQL, PostgreSQL; SQL", "MySQL|PostgreSQL|SQL"},
    {"a longer start that comes to nothing falls back", "amazon web pages use SQL", "SQL"},

    {"a name's case does not matter", "aws and Aws", "AWS|AWS"},
    {"a name is never its stem", "aw, awed", ""},
    {"a name has no plural", "Postgres", "PostgreSQL"},
    {"a name's stem is not the name", "Postgre", ""},
    {"a plural term is its singular", "custard", "~crème brûlée"},
    {"marks on letters do not matter", "Creme Brulee", "crème brûlée"},

    {"a cased word counts as written", "We use Go daily", "Go programming language"},
    {"a cased word in small letters is another word", "ready to go far", ""},
    {"a cased word in capitals is another word", "READY TO GO FAR", ""},
    {"a cased word that opens a sentence before a plain word does not count", "Go to great lengths",
     ""},
    {"a cased word that opens a later sentence is doubted too", "We bake. Access to a car", ""},
    {"a cased word before a sign counts", "Go, SQL", "Go programming language|SQL"},
    {"a cased word before a capital counts", "Access Golang",
     "Microsoft Access|Go programming language"},
    {"a cased word before and with a name counts", "Go and SQL", "Go programming language|SQL"},
    {"a cased word before and with a plain word does not count", "Access and review records", ""},
    {"a cased word alone counts in any case", "go", "Go programming language"},
    {"a cased word alone but for signs counts", "(go.)", "Go programming language"},
    {"capitals are no accident of a sentence's start", "IT support", "IT"},
    {"one capital letter is none either", "C experience", "C"},
    {"a stop word in capitals is another word", "medicine or nursing", ""},
    {"its capitals must stand", "a year of OR nursing", "perioperative nursing"},
    {"a stop word in capitals may stand last", "trade within the US", "trade in America"},
    {"then its capitals must stand too", "trade within the us today", ""},
    {"one capital letter may be small", "class a driver", "driver of class A"},
    {"words that fold to others are let be", "a straße or us", "streets"},
    {"alone it may be small", "or nursing", "perioperative nursing"},
    {"other words of the phrase may be small", "the SQL of US law or Us law", "SQL|law of the US"},
    {"capitals that are missing are missed", "it supports C", "C"},
    {"a cased alias beats one in any case", "a REST service", "REST interfaces"},
    {"in its other case the other alias counts", "a rest", "rest period"},
    {"alone in small letters the uncased alias counts", "rest", "rest period"},
    {"a cased phrase may be broken over lines", "Knows Visual\n Basic well", "Visual Basic"},

    {"C, C++ and C# are three", "C, C++, C#", "C|C++|C#"},
    {"C++ with its version is C++", "modern C++17", "C++"},
    {"signs are part of a phrase", "CI/CD", "continuous delivery"},
    {"signs may stand apart", "CI / CD", "continuous delivery"},
    {"signs may not be left out", "CI CD", ""},
    {"a hyphen joins words of a phrase", "front-end", "front-end development"},
    {"a hyphen may be missing", "front end development", "front-end development"},
    {"typographic hyphens are hyphens", "front\u2010end", "front-end development"},

    {"of two phrases with one stem the written one counts", "project planner", "project planner"},
    {"the other one too", "project planning", "project planning"},
    {"a third form is the one declared first", "project plans", "~project planning"},
    {"one stem is not yet one word", "the kind of thing", ""},
    {"the word itself counts", "kindness", "empathy"},
    {"a doer is a doing in a phrase", "front end developers", "~front-end development"},
    {"a stop word is no inflection of an alias", "good experience", ""},
    {"the alias's own word counts though its stem is a stop word's", "goods", "products"},
};

START_TEST(scan_finds)
{
  bench b;
  build_skills(&b);
  check_scan(&b, scans[_i].name, scans[_i].text, scans[_i].found);
  close_bench(&b);
}
END_TEST

START_TEST(scan_keeps_to_its_range)
{
  bench b;
  jmi_hits hits;
  jmi_tokens tokens;
  build_skills(&b);
  ck_assert_int_eq(scan(&hits, &tokens, &b, "SQL relational database SQL"), JM_OK);
  ck_assert_int_eq(jmi_lexicon_scan(&hits, &b.arena, &b.lexicon, &tokens, 1, 2), JM_OK);
  ck_assert_uint_eq(hits.count, 0);
  ck_assert_int_eq(jmi_lexicon_scan(&hits, &b.arena, &b.lexicon, &tokens, 1, 3), JM_OK);
  ck_assert_uint_eq(hits.count, 1);
  ck_assert_uint_eq(hits.items[0].first, 1);
  ck_assert_uint_eq(hits.items[0].count, 2);
  ck_assert_int_eq(jmi_lexicon_scan(&hits, &b.arena, &b.lexicon, &tokens, 2, 2), JM_OK);
  ck_assert_uint_eq(hits.count, 0);
  close_bench(&b);
}
END_TEST

/* ---- inflection ---------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *word, *of;
  bool alone, in_phrase;
} inflections[] = {
    {"a plural is an inflection", "tests", "test", true, true},
    {"a singular is one", "test", "tests", true, true},
    {"a participle is one", "testing", "test", true, true},
    {"a verb is none of its participle alone", "market", "marketing", false, true},
    {"a verb in e is none of its participle alone", "determine", "determined", false, true},
    {"a plural of a participle is one", "trainings", "training", true, true},
    {"a participle of a verb in e is one", "creating", "create", true, true},
    {"human is not humane", "human", "humane", false, false},
    {"a doubled letter is no obstacle", "planning", "plan", true, true},
    {"a doubled letter is none between two endings", "planned", "plans", false, true},
    {"a doubled letter hides no participle", "plan", "planning", false, true},
    {"y and ies are one", "studies", "study", true, true},
    {"ies and y are one", "study", "studies", true, true},
    {"a participle is none of a plural alone", "shared", "shares", false, true},
    {"a participle in ying is none of a plural alone", "studying", "studies", false, true},
    {"is and es are one", "analyses", "analysis", true, true},
    {"a possessive is one", "database's", "database", true, true},
    {"a plural possessive is one", "databases'", "database", true, true},
    {"a doer is a doing in a phrase only", "developers", "development", false, true},
    {"a doer is its verb in a phrase only", "designers", "design", false, true},
    {"a manager is management in a phrase only", "managing", "management", false, true},
    {"a noun in ation is its verb in a phrase only", "communication", "communicate", false, true},
    {"a kind is not kindness", "kind", "kindness", false, false},
    {"kindness is no kind", "kindness", "kind", false, false},
    {"production is not products", "production", "products", false, false},
    {"inner is not between nations", "internal", "international", false, false},
    {"an account is not accountability", "account", "accountability", false, false},
    {"words that share nothing are two", "bread", "ed", false, false},
};

START_TEST(inflection)
{
  jmi_str word = jmi_str_of(inflections[_i].word), of = jmi_str_of(inflections[_i].of);
  ck_assert_msg(jmi_is_inflection(word, of, JMI_INFLECT_WORD) == inflections[_i].alone, "%s",
                inflections[_i].name);
  ck_assert_msg(jmi_is_inflection(word, of, JMI_INFLECT_PHRASE) == inflections[_i].in_phrase,
                "%s in a phrase", inflections[_i].name);
}
END_TEST

/* ---- words -------------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *word;
  jmi_word_class class;
} classes[] = {
    {"a stop word is one", "the", JMI_WORD_STOP},
    {"its other forms are stop words", "Experiences", JMI_WORD_STOP},
    {"a plural in ies is one", "abilities", JMI_WORD_STOP},
    {"a possessive is one", "house's", JMI_WORD_COMMON},
    {"another word of its stem is none", "housing", JMI_WORD_PLAIN},
    {"a low word is one, though aliases hold it", "projects", JMI_WORD_LOW},
    {"a common word is one", "houses", JMI_WORD_COMMON},
    {"a word of an alias is plain", "planner", JMI_WORD_PLAIN},
    {"an unknown word is plain", "sourdough", JMI_WORD_PLAIN},
};

START_TEST(word_class)
{
  bench b;
  jmi_tokens tokens;
  build_skills(&b);
  ck_assert_int_eq(jmi_tokens_read(&tokens, &b.arena, stems, jmi_str_of(classes[_i].word)), JM_OK);
  jmi_word_class got = jmi_lexicon_word_class(&b.lexicon, tokens.items[0].norm);
  ck_assert_msg(got == classes[_i].class, "%s: got %d", classes[_i].name, (int)got);
  close_bench(&b);
}
END_TEST

START_TEST(every_kind_has_a_word)
{
  for (size_t i = 0; i < JMI_CONCEPT_KIND_COUNT; i++)
    ck_assert_ptr_nonnull(jmi_concept_kind_words[i]);
}
END_TEST

/* ---- links -------------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *concept, *links; /* broader / implied / related */
} closures[] = {
    {"what is broader is closed, nearest first; what is implied brings what is broader than it",
     "PostgreSQL",
     "relational database database / SQL query language language of computers / MySQL"},
    {"siblings are siblings both ways", "MySQL", "relational database database /  / PostgreSQL"},
    {"a concept without links has none", "AWS", " /  / "},
};

static void write_links(jmi_buffer *out, const jmi_lexicon *l, const uint32_t *links,
                        uint32_t count)
{
  for (uint32_t i = 0; i < count; i++) {
    jmi_buffer_adds(out, i > 0 ? " " : "");
    jmi_buffer_adds(out, jmi_concept_name(l, links[i]));
  }
}

static void check_links(const jmi_lexicon *l, const char *name, const char *concept,
                        const char *want)
{
  uint32_t at = jmi_lexicon_find(l, concept);
  ck_assert_uint_ne(at, JMI_NONE);
  const jmi_concept *c = &l->concepts[at];
  const uint32_t *links = l->links + c->first_link;
  jmi_buffer got;
  jmi_buffer_init(&got, NULL, 0);
  write_links(&got, l, links, c->broader_count);
  jmi_buffer_adds(&got, " / ");
  write_links(&got, l, links + c->broader_count, c->implied_count);
  jmi_buffer_adds(&got, " / ");
  write_links(&got, l, links + c->broader_count + c->implied_count, c->related_count);
  ck_assert_msg(strcmp(got.at, want) == 0, "%s: got '%s'", name, got.at);
  jmi_buffer_dispose(&got);
}

START_TEST(links_are_closed)
{
  bench b;
  build_skills(&b);
  check_links(&b.lexicon, closures[_i].name, closures[_i].concept, closures[_i].links);
  close_bench(&b);
}
END_TEST

/* More concepts are broader than are kept: the nearest stay. */
START_TEST(a_long_chain_is_cut)
{
  bench b;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  for (uint32_t i = 0; i < 600; i++) {
    char name[16];
    uint32_t concept;
    snprintf(name, sizeof name, "link %u", (unsigned)i);
    ck_assert_int_eq(
        jmi_lexicon_add_concept(b.builder, &concept, jmi_str_of(name), JMI_CONCEPT_TERM, 2), JM_OK);
    if (i > 0)
      ck_assert_int_eq(jmi_lexicon_add_link(b.builder, concept - 1, concept, JMI_LINK_BROADER),
                       JM_OK);
  }
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, &b.complaints, NULL), JM_OK);
  ck_assert_uint_eq(b.lexicon.concepts[0].broader_count, 255);
  ck_assert_uint_eq(b.lexicon.links[b.lexicon.concepts[0].first_link], 1);
  ck_assert_uint_eq(b.lexicon.concepts[590].broader_count, 9);
  ck_assert_uint_eq(b.complaints.count, 344);
  close_bench(&b);
}
END_TEST

/* ---- what builders tell and refuse -------------------------------------------------------------
 */

#define FILE_OF(concepts) "field: test\nconcepts:\n" concepts

static const struct {
  const char *name, *first, *second; /* second: of source `source`; NULL: none */
  uint8_t source;
  uint32_t count;
  const char *sentence;
} complaints[] = {
    {"clean files leave nothing to tell", FILE_OF("  - {name: a1}\n"), NULL, 0, 0, ""},
    {"two concepts of one source can't share an alias",
     FILE_OF("  - {name: bread, also: [loaf]}\n  - {name: cake,\n     also: [Loaf]}\n"), NULL, 0, 1,
     "first.yaml:5: alias 'Loaf' of 'cake' is one of 'bread' already (line 3 of first.yaml)"},
    {"neither can those of two files", FILE_OF("  - {name: bread, also: [loaf]}\n"),
     FILE_OF("  - {name: cake, also: [loaf]}\n"), 0, 1,
     "second.yaml:3: alias 'loaf' of 'cake' is one of 'bread' already (line 3 of first.yaml)"},
    {"a later source gives way in silence", FILE_OF("  - {name: bread, also: [loaf]}\n"),
     FILE_OF("  - {name: cake, also: [loaf]}\n"), 1, 0, ""},
    {"a cased alias and one in small letters are two",
     FILE_OF("  - {name: a1, also: [rest]}\n  - {name: b1, cased: [REST]}\n"), NULL, 0, 0, ""},
    {"two cased aliases with the same letters clash",
     FILE_OF("  - {name: a1, cased: [REST]}\n  - {name: b1, cased: [REST]}\n"), NULL, 0, 1,
     "first.yaml:4: alias 'REST' of 'b1' is one of 'a1' already (line 3 of first.yaml)"},
    {"an alias may be written twice by its own concept",
     FILE_OF("  - {name: bread, also: [Bread, bread]}\n"), NULL, 0, 0, ""},
    {"a concept can't stand twice in one source", FILE_OF("  - {name: bread}\n"),
     FILE_OF("  - {name: Bread, also: [loaf]}\n"), 0, 1,
     "second.yaml:3: concept 'Bread' stands already in line 3 of first.yaml"},
    {"a link to no concept is told", FILE_OF("  - {name: bread, broader: [food]}\n"), NULL, 0, 1,
     "first.yaml:3: 'broader: food' of 'bread' names no concept"},
    {"links may point at a later file, in any case",
     FILE_OF("  - {name: bread, broader: [Food]}\n"), FILE_OF("  - {name: food}\n"), 0, 0, ""},
    {"a circle is told at the link that closed it",
     FILE_OF("  - {name: a1, broader: [c1]}\n  - {name: b1, broader: [a1]}\n"
             "  - {name: c1, broader: [b1]}\n"),
     NULL, 0, 1, "first.yaml:5: broader goes in a circle: a1 > c1 > b1 > a1"},
    {"a concept is not broader than itself", FILE_OF("  - {name: a1, broader: [a1]}\n"), NULL, 0, 1,
     "first.yaml:3: broader goes in a circle: a1 > a1"},
    {"two ways to one concept are no circle",
     FILE_OF("  - {name: a1, broader: [b1, c1]}\n  - {name: b1, broader: [d1]}\n"
             "  - {name: c1, broader: [d1]}\n  - {name: d1}\n"),
     NULL, 0, 0, ""},
    {"a word can't stand in two lists", "words: {stop: [bake], low: [Bake]}\n", NULL, 0, 1,
     "first.yaml:1: the word 'bake' stands in another list already"},
    {"words of one stem may stand in two", "words: {stop: [bake], low: [baking]}\n", NULL, 0, 0,
     ""},
    {"a word may stand in one list twice", "words: {stop: [bake, bake]}\n", NULL, 0, 0, ""},
};

START_TEST(builder_tells)
{
  bench b;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  jmi_lexicon_builder_file(b.builder, "first.yaml");
  ck_assert_msg(add_yaml(&b, complaints[_i].first, 0, &err) == JM_OK, "%s", err.message);
  jmi_lexicon_builder_file(b.builder, "second.yaml");
  if (complaints[_i].second != NULL)
    ck_assert_int_eq(add_yaml(&b, complaints[_i].second, complaints[_i].source, &err), JM_OK);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, &b.complaints, &err), JM_OK);
  ck_assert_msg(b.complaints.count == complaints[_i].count, "%s: %u complaints: %s",
                complaints[_i].name, (unsigned)b.complaints.count,
                b.complaints.kept > 0 ? b.complaints.sentences[0] : "");
  if (b.complaints.count > 0)
    ck_assert_msg(strcmp(b.complaints.sentences[0], complaints[_i].sentence) == 0, "%s: %s",
                  complaints[_i].name, b.complaints.sentences[0]);
  close_bench(&b);
}
END_TEST

START_TEST(complaints_nobody_takes_are_errors)
{
  for (uint8_t source = 0; source < 4; source++) {
    bench b;
    jm_error err = JM_ERROR_INIT;
    ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
    ck_assert_int_eq(add_yaml(&b, FILE_OF("  - {name: bread, broader: [food]}\n"), source, &err),
                     JM_OK);
    jm_status status = jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, &err);
    ck_assert_int_eq(status, source < 2 ? JM_ERR_FIELD : JM_OK);
    ck_assert_uint_eq(err.line, source < 2 ? 3 : 0);
    ck_assert_str_eq(err.message, source < 2 ? "'broader: food' of 'bread' names no concept" : "");
    close_bench(&b);
  }
}
END_TEST

START_TEST(a_circle_is_cut)
{
  bench b;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(add_yaml(&b,
                            FILE_OF("  - {name: a1, broader: [b1]}\n"
                                    "  - {name: b1, broader: [c1, a1]}\n  - {name: c1}\n"),
                            0, &err),
                   JM_OK);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, &b.complaints, &err), JM_OK);
  check_links(&b.lexicon, "the rest of a circle stays", "a1", "b1 c1 /  / ");
  check_links(&b.lexicon, "the link that closed it goes", "b1", "c1 /  / ");
  close_bench(&b);
}
END_TEST

static const struct {
  const char *name, *yaml;
  uint32_t line, column;
} refusals[] = {
    {"a list is no lexicon", "- bread\n", 1, 1},
    {"concepts are required", "field: test\n", 1, 1},
    {"concepts are a list", "field: test\nconcepts: {name: bread}\n", 2, 11},
    {"a concept is a mapping", FILE_OF("  - bread\n"), 3, 5},
    {"a concept has a name", FILE_OF("  - {kind: term}\n"), 3, 5},
    {"a kind is one of the kinds", FILE_OF("  - {name: bread, kind: food}\n"), 3, 25},
    {"an alias holds a word", FILE_OF("  - {name: bread, also: ['--']}\n"), 3, 26},
    {"a cased alias holds a word", FILE_OF("  - {name: bread, cased: [loaf, '+']}\n"), 3, 33},
    {"an unknown field is refused", FILE_OF("  - {name: bread, alias: [loaf]}\n"), 3, 19},
    {"an entry of a word list is one word", "words: {stop: [of the]}\n", 1, 16},
    {"an entry of a word list is no sign", "words: {low: [the, '-']}\n", 1, 20},
    {"families are a list", "families: {walk: [stroll]}\n", 1, 11},
    {"a family is a list", "families: [walk]\n", 1, 12},
    {"a family has members", "families: [[]]\n", 1, 12},
    {"a member of a family is one word", "families: [[walk, take a stroll]]\n", 1, 19},
    {"a word list has a class", "words: {rare: [zymurgy]}\n", 1, 9},
};

START_TEST(file_refused)
{
  bench b;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  jm_status status = add_yaml(&b, refusals[_i].yaml, 1, &err);
  ck_assert_msg(status == JM_ERR_FIELD, "%s: got %s", refusals[_i].name, jm_status_name(status));
  ck_assert_msg(err.line == refusals[_i].line && err.column == refusals[_i].column,
                "%s: at %u:%u: %s", refusals[_i].name, (unsigned)err.line, (unsigned)err.column,
                err.message);
  close_bench(&b);
}
END_TEST

START_TEST(calls_refused)
{
  bench b;
  uint32_t concept = 7;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(jmi_lexicon_add_concept(b.builder, &concept, JMI_STR(" "), JMI_CONCEPT_TERM, 2),
                   JM_ERR_FIELD);
  ck_assert_uint_eq(concept, 7);
  ck_assert_int_eq(
      jmi_lexicon_add_concept(b.builder, &concept, JMI_STR("bread"), JMI_CONCEPT_TERM, 2), JM_OK);
  ck_assert_int_eq(jmi_lexicon_add_alias(b.builder, concept, JMI_STR("- +"), 0), JM_ERR_FIELD);
  ck_assert_int_eq(jmi_lexicon_add_link(b.builder, concept, concept + 1, JMI_LINK_BROADER),
                   JM_ERR_ARGUMENT);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, NULL), JM_OK);
  ck_assert_uint_eq(b.lexicon.alias_count, 0);
  check_scan(&b, "a name is no alias until it is added as one", "bread", "");
  close_bench(&b);
}
END_TEST

/* ---- several sources ---------------------------------------------------------------------------
 */

START_TEST(equal_names_merge)
{
  bench b;
  jm_error err = JM_ERROR_INIT;
  uint32_t concept;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(add_yaml(&b, skills, 0, &err), JM_OK);
  ck_assert_int_eq(add_yaml(&b,
                            FILE_OF("  - {name: postgresql, also: [elephants], broader: [thing]}\n"
                                    "  - {name: Go programming language, also: [go]}\n"
                                    "  - {name: thing}\n"),
                            1, &err),
                   JM_OK);
  ck_assert_int_eq(
      jmi_lexicon_add_concept(b.builder, &concept, JMI_STR("MYSQL"), JMI_CONCEPT_TERM, 2), JM_OK);
  ck_assert_int_eq(jmi_lexicon_add_alias(b.builder, concept, JMI_STR("Maria"), 0), JM_OK);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, &err), JM_OK);
  check_scan(&b, "aliases join the earlier concept", "elephants and Maria", "PostgreSQL|MySQL");
  check_scan(&b, "a cased alias may be loosened", "to go far", "Go programming language");
  check_scan(&b, "they are as exact as its kind", "elephant", "");
  check_links(&b.lexicon, "links join it too", "PostgreSQL",
              "relational database thing database / SQL query language language of computers / "
              "MySQL");
  ck_assert_uint_eq(jmi_lexicon_find(&b.lexicon, "postgresql"), JMI_NONE);
  ck_assert_uint_eq(b.lexicon.concepts[jmi_lexicon_find(&b.lexicon, "PostgreSQL")].source,
                    JMI_SOURCE_BUILTIN);
  ck_assert_uint_eq(b.lexicon.concepts[jmi_lexicon_find(&b.lexicon, "thing")].source,
                    JMI_SOURCE_OWN);
  close_bench(&b);
}
END_TEST

START_TEST(an_earlier_source_keeps_its_alias)
{
  bench b, base;
  jm_error err = JM_ERROR_INIT;
  build_skills(&base);
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(add_yaml(&b,
                            FILE_OF("  - {name: railway, also: [AWS, project plans]}\n"
                                    "  - {name: MySQL, kind: name, broader: [railway]}\n"),
                            1, &err),
                   JM_OK);
  ck_assert_int_eq(jmi_lexicon_add_compiled(b.builder, &base.lexicon, &err), JM_OK);
  ck_assert_msg(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, &err) == JM_OK, "%s",
                err.message);
  ck_assert_msg(strncmp(base.lexicon.version, "base (", 6) == 0, "%s", base.lexicon.version);
  check_scan(&b, "the caller's meaning stands", "AWS", "railway");
  check_scan(&b, "other names of the loser stay", "Amazon Web Services", "AWS");
  check_scan(&b, "stems prefer the caller's", "project plan", "~railway");
  check_scan(&b, "own words beat stems of an earlier source", "project planner", "project planner");
  check_links(&b.lexicon, "links of both are there", "MySQL",
              "railway relational database database /  / PostgreSQL");
  ck_assert_msg(strncmp(b.lexicon.version, base.lexicon.version, strlen(base.lexicon.version)) == 0
                    && strstr(b.lexicon.version, " + own (") != NULL,
                "%s", b.lexicon.version);
  close_bench(&b);
  close_bench(&base);
}
END_TEST

/* Every array equals, so scans do; the layout depends on nothing but what was added. */
static void check_equal(const jmi_lexicon *a, const jmi_lexicon *b)
{
  ck_assert_uint_eq(a->concept_count, b->concept_count);
  ck_assert_uint_eq(a->alias_count, b->alias_count);
  ck_assert_uint_eq(a->node_count, b->node_count);
  ck_assert_uint_eq(a->word_count, b->word_count);
  ck_assert_uint_eq(a->edge_slot_count, b->edge_slot_count);
  ck_assert_mem_eq(a->node_alias, b->node_alias, a->node_count * sizeof *a->node_alias);
  ck_assert_mem_eq(a->word_slots, b->word_slots, a->word_slot_count * sizeof *a->word_slots);
  ck_assert_mem_eq(a->edges, b->edges, a->edge_slot_count * sizeof *a->edges);
  ck_assert_uint_eq(a->link_count, b->link_count);
  ck_assert_mem_eq(a->links, b->links, a->link_count * sizeof *a->links);
}

START_TEST(equal_input_gives_equal_arrays)
{
  bench a, b;
  build_skills(&a);
  build_skills(&b);
  check_equal(&a.lexicon, &b.lexicon);
  ck_assert_uint_eq(a.lexicon.string_bytes, b.lexicon.string_bytes);
  ck_assert_mem_eq(a.lexicon.strings, b.lexicon.strings, a.lexicon.string_bytes);
  ck_assert_str_eq(a.lexicon.version, b.lexicon.version);
  close_bench(&a);
  close_bench(&b);
}
END_TEST

START_TEST(a_compiled_lexicon_scans_the_same)
{
  bench base, b;
  jm_error err = JM_ERROR_INIT;
  build_skills(&base);
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(jmi_lexicon_add_compiled(b.builder, &base.lexicon, &err), JM_OK);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, &err), JM_OK);
  ck_assert_str_eq(b.lexicon.version, base.lexicon.version);
  ck_assert_uint_eq(b.lexicon.link_count, base.lexicon.link_count);
  ck_assert_uint_eq(b.lexicon.alias_count, base.lexicon.alias_count);
  for (size_t i = 0; i < COUNT(scans); i++)
    check_scan(&b, scans[i].name, scans[i].text, scans[i].found);
  for (size_t i = 0; i < COUNT(closures); i++)
    check_links(&b.lexicon, closures[i].name, closures[i].concept, closures[i].links);
  close_bench(&b);
  close_bench(&base);
}
END_TEST

START_TEST(an_empty_lexicon_finds_nothing)
{
  bench b;
  ck_assert_int_eq(open_bench(&b, NULL), JM_OK);
  ck_assert_int_eq(jmi_lexicon_build(&b.lexicon, &b.arena, b.builder, NULL, NULL), JM_OK);
  check_scan(&b, "an empty lexicon finds nothing", "C++ and Go", "");
  ck_assert_uint_eq(jmi_lexicon_find(&b.lexicon, "C++"), JMI_NONE);
  close_bench(&b);
}
END_TEST

/* ---- memory ------------------------------------------------------------------------------------
 */

static jm_status use_everything(bench *b, const jmi_lexicon *base, const jm_allocator *allocator)
{
  uint32_t concept;
  jmi_hits hits;
  jmi_tokens tokens;
  jm_status status = open_bench(b, allocator);
  if (status != JM_OK)
    return status;
  if ((status = add_yaml(b, FILE_OF("  - {name: AWS, broader: [IT]}\n"), 1, NULL)) != JM_OK
      || (status = add_yaml(b, "words: {low: [bread]}\n", 1, NULL)) != JM_OK
      || (status = jmi_lexicon_add_compiled(b->builder, base, NULL)) != JM_OK
      || (status =
              jmi_lexicon_add_concept(b->builder, &concept, JMI_STR("oven"), JMI_CONCEPT_TERM, 2))
             != JM_OK
      || (status = jmi_lexicon_add_alias(b->builder, concept, JMI_STR("bakers' ovens"), 0)) != JM_OK
      || (status = jmi_lexicon_add_alias(b->builder, concept, JMI_STR("AWS"), 0)) != JM_OK
      || (status = jmi_lexicon_add_link(b->builder, concept, concept, JMI_LINK_BROADER)) != JM_OK
      || (status = jmi_lexicon_build(&b->lexicon, &b->arena, b->builder, &b->complaints, NULL))
             != JM_OK)
    return status;
  return scan(&hits, &tokens, b, "Golang, C++ and bakers' ovens");
}

START_TEST(memory_may_run_out)
{
  bench base;
  build_skills(&base);
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    bench b;
    status = use_everything(&b, &base.lexicon, &allocator);
    if (status == JM_OK)
      ck_assert_uint_eq(b.complaints.count, 1);
    close_bench(&b);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
  close_bench(&base);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("lexicon");
  TCase *tc = tcase_create("lexicon");
  tcase_add_unchecked_fixture(tc, make_stems, free_stems);
  tcase_add_loop_test(tc, scan_finds, 0, COUNT(scans));
  tcase_add_test(tc, scan_keeps_to_its_range);
  tcase_add_loop_test(tc, inflection, 0, COUNT(inflections));
  tcase_add_loop_test(tc, word_class, 0, COUNT(classes));
  tcase_add_test(tc, every_kind_has_a_word);
  tcase_add_loop_test(tc, links_are_closed, 0, COUNT(closures));
  tcase_add_test(tc, a_long_chain_is_cut);
  tcase_add_loop_test(tc, builder_tells, 0, COUNT(complaints));
  tcase_add_test(tc, complaints_nobody_takes_are_errors);
  tcase_add_test(tc, a_circle_is_cut);
  tcase_add_loop_test(tc, file_refused, 0, COUNT(refusals));
  tcase_add_test(tc, calls_refused);
  tcase_add_test(tc, equal_names_merge);
  tcase_add_test(tc, an_earlier_source_keeps_its_alias);
  tcase_add_test(tc, equal_input_gives_equal_arrays);
  tcase_add_test(tc, a_compiled_lexicon_scans_the_same);
  tcase_add_test(tc, an_empty_lexicon_finds_nothing);
  tcase_add_test(tc, memory_may_run_out);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
