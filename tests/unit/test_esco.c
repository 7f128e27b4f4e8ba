/* SPDX-License-Identifier: MIT */
/* Foreign tables: what names of ESCO and O*NET are let in, whose they become, what is refused.
 *
 * All tables are invented. Expectations stand as the names of the concepts that a scan finds,
 * parted by bars, with their source behind a colon where it is not ours: "oven fitting:2". */
#include "support/suite.h"

#include <stdio.h>

#include "base/buffer.h"
#include "jobmatch/report.h"
#include "lexicon/foreign.h"
#include "support/failing.h"
#include "text/text.h"

/* ---- a small world ----------------------------------------------------------------------- */

static const char own[] = "field: kitchens\n"
                          "concepts:\n"
                          "  - {name: baking, also: [bake bread]}\n"
                          "  - {name: cooking ranges, kind: broad, also: [ranges]}\n"
                          "  - {name: Crumb, kind: name, cased: [Crumb]}\n"
                          "---\n"
                          "words: {stop: [perform, the, of, with, to], low: [work, team], common: "
                          "[energy, board, keep]}\n";

static const char skills[] =
    "conceptUri,skillType,preferredLabel,altLabels,hiddenLabels,reuseLevel\n"
    "s1,skill/competence,fit ovens,\"install ovens\nfitting of ovens\nmount cookers\",oven "
    "fiting,x\n"
    "s2,knowledge,types of flour,kinds of flour | flour sorts,,x\n"
    "s3,skill/competence,perform baking,\"oven work with dough\nthe team work\",,x\n"
    "s4,knowledge,energy,power supply for stoves,,x\n"
    "s5,skill/competence,clean stoves,\"mount cookers\nscrub\nto\nSalt\nboard\nGO\n1984\",,x\n"
    "s6,skill/competence,keep the board,tidy worktops,,x\n"
    "s7,knowledge,glazing,,,x\n"
    "s8,knowledge,kneading machines,,,x\n"
    "s9,skill/competence,sell kneading machines,trade in kneading machines,,x\n"
    "s10,skill/competence,repair cooking ranges,mend stove tops,,x\n"
    "s11,knowledge,DOUGH,,,x\n"
    "s13,skill/competence,teach baking to hands,,,x\n"
    "s14,knowledge,hand-made loaves,loaf baking by hand,,x\n"
    "s12,knowledge,Kne4dIT,,,x\n"
    ",knowledge,nameless,,,x\n";
static const char groups[] = "conceptUri,preferredLabel\ng1,kitchen trades of all kinds\n";
static const char broader[] = "conceptUri,broaderUri,conceptType\n"
                              "s1,g1,x\ns9,s8,x\ns2,s3,x\ns3,g1,x\ns1,s1,x\ns1,nowhere,x\n";
static const char relations[] = "originalSkillUri,relationType,relatedSkillUri\n"
                                "s1,optional,s2\ns5,essential,s8\n";
static const char technology[] = "Code\tExample\tCommodity Title\n"
                                 "1\tHearth Systems Hearth OvenPlan\tOven planning software\n"
                                 "2\tHearth Systems Hearth OvenPlan\tOven planning software\n"
                                 "1\tBread rising software\tProofing programs\n"
                                 "1\tKnead order language KOL\tn/a\n";
static const char software[] = "Workplace Example\tElement Name\nStovetop Pro\tStove software\n";
static const char titles[] = "Alternate Title\tShort Title\n"
                             "Chief Baking Officer (CBO)\tCBO\nDough Hand\tn/a\n";

static const struct {
  int32_t kind;
  const char *name, *text;
} texts[] = {
    {JM_LEXICON_ESCO_BROADER, "broader.csv", broader}, /* before what it is about */
    {JM_LEXICON_ESCO_SKILLS, "skills.csv", skills},
    {JM_LEXICON_ESCO_GROUPS, "groups.csv", groups},
    {JM_LEXICON_ESCO_RELATIONS, "relations.csv", relations},
    {JM_LEXICON_ONET_TECHNOLOGY, "technology.txt", technology},
    {JM_LEXICON_ONET_TOOLS, NULL, software},
    {JM_LEXICON_ONET_TITLES, "titles.txt", titles},
    {JM_LEXICON_OWN, "own.yaml", own},
};

typedef struct world {
  jm_lexicon *extra;
  jmi_arena arena;
  jmi_lexicon words, lexicon;
} world;

static jm_status add_texts(jm_lexicon *extra, jm_error *err)
{
  jm_status status = JM_OK;
  for (size_t i = 0; i < COUNT(texts) && status == JM_OK; i++)
    status = jm_lexicon_add(extra, texts[i].kind, texts[i].name, texts[i].text,
                            strlen(texts[i].text), err);
  return status;
}

/* Own words alone, whose lists judge; then all together. */
static jm_status build(jmi_lexicon *out, world *w, bool all, jm_error *err)
{
  jmi_lexicon_builder *builder = NULL;
  jmi_lexicon_complaints complaints;
  jm_status status = jmi_lexicon_builder_new(&builder, &w->extra->allocator, w->extra->stems);
  if (status == JM_OK)
    status = jmi_extra_add_own(builder, w->extra, err);
  if (status == JM_OK && all)
    status = jmi_foreign_add(builder, &w->extra->esco, JMI_SOURCE_ESCO, &w->words, err);
  if (status == JM_OK && all)
    status = jmi_foreign_add(builder, &w->extra->onet, JMI_SOURCE_ONET, &w->words, err);
  if (status == JM_OK)
    status = jmi_lexicon_build(out, &w->arena, builder, &complaints, err);
  jmi_lexicon_builder_free(builder);
  return status;
}

static jm_status open_world(world *w, const jm_allocator *allocator, jm_error *err)
{
  *w = (world){0};
  jmi_arena_init(&w->arena, allocator);
  jm_status status = jm_lexicon_new(&w->extra, allocator);
  if (status == JM_OK)
    status = add_texts(w->extra, err);
  if (status == JM_OK)
    status = build(&w->words, w, false, err);
  return status == JM_OK ? build(&w->lexicon, w, true, err) : status;
}

static void close_world(world *w)
{
  jm_lexicon_free(w->extra);
  jmi_arena_dispose(&w->arena);
}

static void make_world(world *w)
{
  jm_error err = JM_ERROR_INIT;
  jm_status status = open_world(w, NULL, &err);
  ck_assert_msg(status == JM_OK, "%s: %s", jm_status_name(status), err.message);
}

/* ---- names ------------------------------------------------------------------------------- */

static const struct {
  const char *name, *text, *want;
} finds[] = {
    {"a preferred label is found", "we fit ovens daily", "fit ovens:2"},
    {"so is another label", "installing ovens", "fit ovens:2"},
    {"and a hidden one", "oven fiting", "fit ovens:2"},
    {"labels may be parted by bars", "kinds of flour", "types of flour:2"},
    {"the second behind a bar as well", "flour sorts", "types of flour:2"},
    {"a label that is our name is our concept", "baking", "baking"},
    {"its other labels are other names of ours", "oven work with dough", "baking"},
    {"an idle word before our name changes nothing", "perform baking", "baking"},
    {"an alias that two concepts claim is nobody's", "mount cookers", ""},
    {"an everyday word is no name", "energy", ""},
    {"other labels of its concept are", "power supply for stoves", "energy:2"},
    {"a small word is no other name", "scrub", ""},
    {"nor is a short one", "to", ""},
    {"nor a listed one", "board", ""},
    {"nor a number", "in 1984", ""},
    {"nor two letters, large or not", "GO", ""},
    {"a large word counts as it is written", "we use Salt here", "clean stoves:2"},
    {"and in no other way", "we use salt here", ""},
    {"a phrase of listed words is no name", "keep the board", ""},
    {"nor as another label", "the team work", ""},
    {"one small word that is in no list is a name", "glazing of fronts", "glazing:2"},
    {"capitals count as capitals", "DOUGH and dough", "DOUGH:2"},
    {"a name with a digit inside counts whatever its case", "with kne4dit", "Kne4dIT:2"},
    {"a name that holds a class word of ours stays whole", "repair cooking ranges",
     "repair cooking ranges:2"},
    {"one that holds a skill of ours does not hide it", "teach baking to hands", "baking"},
    {"and neither does another name", "loaf baking by hand", "baking"},
    {"the other names of its concept stand", "mend stove tops", "repair cooking ranges:2"},
    {"a name of ours in its case keeps its meaning", "with Crumb", "Crumb"},
    {"a group is found too", "kitchen trades of all kinds", "kitchen trades of all kinds:2"},
    {"a product loses its doubled maker", "in Hearth OvenPlan", "Hearth OvenPlan:3"},
    {"and keeps its full name", "in Hearth Systems Hearth OvenPlan", "Hearth OvenPlan:3"},
    {"what products are is found", "oven planning software", "Oven planning software:3"},
    {"initials are a name of their own", "fluent in KOL", "Knead order language:3"},
    {"but only large", "fluent in kol", ""},
    {"the newer edition's columns are read", "Stovetop Pro", "Stovetop Pro:3"},
    {"a title is found", "as dough hand", "Dough Hand:3"},
    {"and by its short form", "as CBO", "Chief Baking Officer:3"},
};

static void scan(jmi_buffer *got, world *w, const char *text)
{
  jmi_str plain;
  jmi_tokens tokens;
  jmi_hits hits;
  ck_assert_int_eq(jmi_text_plain(&plain, &w->arena, jmi_str_of(text)), JM_OK);
  ck_assert_int_eq(jmi_tokens_read(&tokens, &w->arena, w->extra->stems, plain), JM_OK);
  ck_assert_int_eq(jmi_lexicon_scan(&hits, &w->arena, &w->lexicon, &tokens, 0, tokens.count),
                   JM_OK);
  for (uint32_t i = 0; i < hits.count; i++) {
    const jmi_concept *concept = &w->lexicon.concepts[hits.items[i].concept];
    jmi_buffer_adds(got, i > 0 ? "|" : "");
    jmi_buffer_adds(got, jmi_concept_name(&w->lexicon, hits.items[i].concept));
    if (concept->source > JMI_SOURCE_OWN) {
      jmi_buffer_adds(got, ":");
      jmi_buffer_addi(got, concept->source);
    }
  }
}

START_TEST(test_finds)
{
  world w;
  jmi_buffer got;
  make_world(&w);
  jmi_buffer_init(&got, NULL, 0);
  scan(&got, &w, finds[_i].text);
  ck_assert_msg(strcmp(got.at, finds[_i].want) == 0, "%s: got '%s'", finds[_i].name, got.at);
  jmi_buffer_dispose(&got);
  close_world(&w);
}
END_TEST

/* ---- links ------------------------------------------------------------------------------- */

static const struct {
  const char *name, *from, *to;
  jmi_link_kind kind;
  bool there;
} links[] = {
    {"a group is broader than its skills", "fit ovens", "kitchen trades of all kinds",
     JMI_LINK_BROADER, true},
    {"what is optional is related", "fit ovens", "types of flour", JMI_LINK_RELATED, true},
    {"what is essential is implied", "clean stoves", "kneading machines", JMI_LINK_IMPLIED, true},
    {"no foreign link leads from a concept of ours", "baking", "kitchen trades of all kinds",
     JMI_LINK_BROADER, false},
    {"nor to one", "types of flour", "baking", JMI_LINK_BROADER, false},
    {"a skill implies the skill of ours that its name holds", "repair cooking ranges",
     "cooking ranges", JMI_LINK_IMPLIED, true},
    {"a product has its class above it", "Hearth OvenPlan", "Oven planning software",
     JMI_LINK_BROADER, true},
};

static bool is_linked(const jmi_lexicon *lexicon, uint32_t from, uint32_t to, jmi_link_kind kind)
{
  const jmi_concept *concept = &lexicon->concepts[from];
  uint32_t counts[] = {concept->broader_count, concept->implied_count, concept->related_count};
  const uint32_t *at = lexicon->links + concept->first_link;
  for (uint32_t k = 0; k < (uint32_t)kind; k++)
    at += counts[k];
  for (uint32_t i = 0; i < counts[kind]; i++)
    if (at[i] == to)
      return true;
  return false;
}

START_TEST(test_links)
{
  world w;
  make_world(&w);
  uint32_t from = jmi_lexicon_find(&w.lexicon, links[_i].from);
  uint32_t to = jmi_lexicon_find(&w.lexicon, links[_i].to);
  ck_assert_msg(from != JMI_NONE && to != JMI_NONE, "%s: no such concept", links[_i].name);
  ck_assert_msg(is_linked(&w.lexicon, from, to, links[_i].kind) == links[_i].there, "%s",
                links[_i].name);
  close_world(&w);
}
END_TEST

/* ---- refusals ---------------------------------------------------------------------------- */

static const struct {
  const char *name;
  int32_t kind;
  const char *text;
  jm_status status;
  const char *path;
  uint32_t line;
} refusals[] = {
    {"skills need an id", JM_LEXICON_ESCO_SKILLS, "preferredLabel\nx\n", JM_ERR_FIELD, "conceptUri",
     1},
    {"skills need a label", JM_LEXICON_ESCO_SKILLS, "conceptUri\nx\n", JM_ERR_FIELD,
     "preferredLabel", 1},
    {"relations need both ends", JM_LEXICON_ESCO_BROADER, "conceptUri\nx\n", JM_ERR_FIELD,
     "broaderUri", 1},
    {"tools need a name", JM_LEXICON_ONET_TECHNOLOGY, "Code\n1\n", JM_ERR_FIELD, "Example", 1},
    {"titles need a title", JM_LEXICON_ONET_TITLES, "Code\n1\n", JM_ERR_FIELD, "Alternate Title",
     1},
    {"a table must be a table", JM_LEXICON_ESCO_SKILLS, "conceptUri,preferredLabel\n1\n",
     JM_ERR_SYNTAX, "", 2},
    {"a document must be a lexicon", JM_LEXICON_OWN, "field: x\nconcepts:\n  - {also: [y]}\n",
     JM_ERR_FIELD, "concepts[0]", 3},
    {"a text must be UTF-8", JM_LEXICON_ESCO_SKILLS, "conceptUri,\xE9\n", JM_ERR_ENCODING, "", 1},
    {"a kind must be one", 8, "x", JM_ERR_ARGUMENT, "", 0},
    {"a kind is not negative", -1, "x", JM_ERR_ARGUMENT, "", 0},
};

START_TEST(test_refusals)
{
  jm_lexicon *extra = NULL;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jm_lexicon_new(&extra, NULL), JM_OK);
  const char *text = refusals[_i].text;
  jm_status status = jm_lexicon_add(extra, refusals[_i].kind, "f", text, strlen(text), &err);
  ck_assert_msg(status == refusals[_i].status, "%s: %s %s", refusals[_i].name,
                jm_status_name(status), err.message);
  ck_assert_msg(strcmp(err.path, refusals[_i].path) == 0, "%s: path '%s'", refusals[_i].name,
                err.path);
  ck_assert_msg(err.line == refusals[_i].line, "%s: line %u", refusals[_i].name,
                (unsigned)err.line);
  ck_assert_uint_eq(extra->esco.concepts.count + extra->esco.links.count, 0);
  ck_assert_uint_eq(extra->onet.concepts.count + extra->own.count, 0);
  jm_lexicon_free(extra);
}
END_TEST

START_TEST(test_arguments)
{
  jm_lexicon *extra = NULL;
  ck_assert_int_eq(jm_lexicon_new(NULL, NULL), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_lexicon_add(NULL, 0, NULL, "", 0, NULL), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_lexicon_new(&extra, NULL), JM_OK);
  ck_assert_int_eq(jm_lexicon_add(extra, 0, NULL, NULL, 1, NULL), JM_ERR_ARGUMENT);
  jm_lexicon_free(extra);
  jm_lexicon_free(NULL);
}
END_TEST

/* ---- writing ----------------------------------------------------------------------------- */

START_TEST(test_check_tells_what_two_concepts_claim)
{
  static const char text[] = "field: x\nconcepts:\n  - {name: oven one, also: [hot box]}\n"
                             "  - {name: oven two, also: [hot box], broader: [no such thing]}\n";
  jm_lexicon *extra = NULL;
  char *out = NULL;
  int64_t count = 0;
  ck_assert_int_eq(jm_lexicon_new(&extra, NULL), JM_OK);
  ck_assert_int_eq(jm_lexicon_add(extra, JM_LEXICON_OWN, "x.yaml", text, strlen(text), NULL),
                   JM_OK);
  ck_assert_int_eq(jm_lexicon_check(&out, NULL, &count, extra, NULL), JM_OK);
  ck_assert_int_eq(count, 2);
  ck_assert_msg(strstr(out, "x.yaml:4: alias 'hot box' of 'oven two' is one of 'oven one'") != NULL,
                "%s", out);
  ck_assert_msg(strstr(out, "'broader: no such thing' of 'oven two' names no concept") != NULL,
                "%s", out);
  jm_text_free(out);
  ck_assert_int_eq(jm_lexicon_check(NULL, NULL, NULL, extra, NULL), JM_ERR_ARGUMENT);
  ck_assert_int_eq(jm_lexicon_check(&out, NULL, NULL, NULL, NULL), JM_ERR_ARGUMENT);
  jm_lexicon_free(extra);
}
END_TEST

/* ---- memory ------------------------------------------------------------------------------ */

START_TEST(test_sweep)
{
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    world w;
    jm_error err = JM_ERROR_INIT;
    status = open_world(&w, &allocator, &err);
    ck_assert_msg(status == JM_OK || status == JM_ERR_MEMORY, "%zu: %s", n, err.message);
    close_world(&w);
    ck_assert_uint_eq(memory.live, 0);
    ck_assert_uint_lt(n, 100000);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

/* A text that did not fit may be added again when there is room. */
START_TEST(test_a_failed_addition_leaves_the_rest)
{
  failing memory = {.left = SIZE_MAX};
  jm_allocator allocator = failing_allocator(&memory);
  jm_lexicon *extra = NULL;
  ck_assert_int_eq(jm_lexicon_new(&extra, &allocator), JM_OK);
  memory.left = 0;
  jm_status status = JM_OK;
  for (int i = 0; i < 100 && status == JM_OK; i++)
    status = jm_lexicon_add(extra, JM_LEXICON_ESCO_SKILLS, "f", skills, strlen(skills), NULL);
  ck_assert_int_eq(status, JM_ERR_MEMORY);
  uint32_t count = extra->esco.concepts.count;
  memory.left = SIZE_MAX;
  ck_assert_int_eq(jm_lexicon_add(extra, JM_LEXICON_ESCO_SKILLS, "f", skills, strlen(skills), NULL),
                   JM_OK);
  ck_assert_uint_eq(extra->esco.concepts.count, count + 14);
  jm_lexicon_free(extra);
  ck_assert_uint_eq(memory.live, 0);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("esco");
  TCase *t = tcase_create("esco");
  tcase_set_timeout(t, 120);
  tcase_add_loop_test(t, test_finds, 0, COUNT(finds));
  tcase_add_loop_test(t, test_links, 0, COUNT(links));
  tcase_add_loop_test(t, test_refusals, 0, COUNT(refusals));
  tcase_add_test(t, test_arguments);
  tcase_add_test(t, test_check_tells_what_two_concepts_claim);
  tcase_add_test(t, test_sweep);
  tcase_add_test(t, test_a_failed_addition_leaves_the_rest);
  suite_add_tcase(s, t);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
