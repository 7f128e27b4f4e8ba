/* SPDX-License-Identifier: MIT */
/* RenderCV (2.8) as a profile.
 *
 * In:  the tree of a document with `cv`; design, locale and settings stand beside it.
 * Out: entries of the sections. What an entry is is told by its own fields, as RenderCV does it;
 *      what a plain text or a bullet is by the words of its section's title.
 * Refuses: more entries than the limit. Name, contact data, places, companies, institutions,
 * authors and sections of referees or interests are in no table and not read. A missing `end_date`
 * is the present, as in RenderCV; `date` may be "Fall 2023", or a span. */
#include "model/shapes.h"

#include "model/read.h"

#define DATES                                                                                      \
  {"date", JMI_TAKE_DATE, 0}, {"start_date", JMI_TAKE_FROM, 0},                                    \
  {                                                                                                \
    "end_date", JMI_TAKE_TO, 0                                                                     \
  }
/* Fields of no entry type, which RenderCV lets people add to each. */
#define ADDED                                                                                      \
  {"skills", JMI_TAKE_PIECES, JMI_ENTRY_SKILL},                                                    \
  {                                                                                                \
    "keywords", JMI_TAKE_PIECES, JMI_ENTRY_SKILL                                                   \
  }

static const jmi_row jobs[] = {
    {"position", JMI_TAKE_TEXT, JMI_ENTRY_TITLE},
    DATES,
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_HIGHLIGHT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_HIGHLIGHT},
    ADDED,
};

/* Jobs of a section about volunteering: as in JSON Resume they are no years of work. */
static const jmi_row posts[] = {
    {"position", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    DATES,
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    ADDED,
};

static const jmi_row studies[] = {
    {"degree", JMI_TAKE_DEGREE, 0},
    {"area", JMI_TAKE_FIELD, 0},
    DATES,
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_EDUCATION},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_EDUCATION},
};

static const jmi_row publications[] = {
    {"title", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    DATES,
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    ADDED,
};

static const jmi_row lines[] = {
    {"label", JMI_TAKE_LABEL, JMI_KIND_OF_LIST},
    {"details", JMI_TAKE_PIECES, JMI_KIND_OF_LIST},
};

/* "English: native": the details say how well. */
static const jmi_row rated_lines[] = {
    {"label", JMI_TAKE_TEXT, JMI_KIND_OF_LIST},
    {"details", JMI_TAKE_LEVEL, 0},
};

static const jmi_row bullets[] = {
    {"bullet", JMI_TAKE_TEXT, JMI_KIND_OF_LIST},
    {"number", JMI_TAKE_TEXT, JMI_KIND_OF_LIST},
    {"reversed_number", JMI_TAKE_TEXT, JMI_KIND_OF_LIST},
};

static const jmi_row things[] = {
    {"name", JMI_TAKE_TEXT, JMI_KIND_OF_LIST},
    DATES,
    {"summary", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    {"highlights", JMI_TAKE_TEXT, JMI_ENTRY_PROJECT},
    ADDED,
};

static const jmi_shape job = {jobs, JMI_ROWS(jobs), JMI_END_OPEN, false};
static const jmi_shape post = {posts, JMI_ROWS(posts), JMI_END_OPEN, false};
static const jmi_shape study = {studies, JMI_ROWS(studies), JMI_END_OPEN, false};
static const jmi_shape publication = {publications, JMI_ROWS(publications), JMI_END_UNKNOWN, false};
static const jmi_shape line = {lines, JMI_ROWS(lines), JMI_END_UNKNOWN, true};
static const jmi_shape rated = {rated_lines, JMI_ROWS(rated_lines), JMI_END_UNKNOWN, true};
static const jmi_shape bullet = {bullets, JMI_ROWS(bullets), JMI_END_UNKNOWN, true};
static const jmi_shape thing = {things, JMI_ROWS(things), JMI_END_OPEN, false};

/* The first field that an entry has says what it is. */
static const struct {
  const char *field;
  const jmi_shape *shape;
} types[] = {
    {"company", &job},
    {"position", &job},
    {"institution", &study},
    {"area", &study},
    {"degree", &study},
    {"authors", &publication},
    {"journal", &publication},
    {"title", &publication},
    {"label", &line},
    {"details", &line},
    {"bullet", &bullet},
    {"number", &bullet},
    {"reversed_number", &bullet},
    {"name", &thing},
};

/* ---- Sections ---------------------------------------------------------------------------------
 */

/* What a section holds, by words of its title; the first row decides. PASSED_OVER: it is not read.
 */
enum { PASSED_OVER = JMI_ENTRY_KIND_COUNT };

static const struct {
  const char *word;
  uint8_t kind;
} titles[] = {
    {"references", PASSED_OVER},         {"referee", PASSED_OVER},
    {"contact details", PASSED_OVER},    {"contact info", PASSED_OVER},
    {"interest", PASSED_OVER},           {"hobb", PASSED_OVER},
    {"volunt", JMI_ENTRY_PROJECT},       {"project", JMI_ENTRY_PROJECT},
    {"publication", JMI_ENTRY_PROJECT},  {"programming", JMI_ENTRY_SKILL},
    {"language", JMI_ENTRY_LANGUAGE},    {"skill", JMI_ENTRY_SKILL},
    {"technolog", JMI_ENTRY_SKILL},      {"tools", JMI_ENTRY_SKILL},
    {"competenc", JMI_ENTRY_SKILL},      {"expertise", JMI_ENTRY_SKILL},
    {"certif", JMI_ENTRY_CERTIFICATE},   {"licen", JMI_ENTRY_CERTIFICATE},
    {"educat", JMI_ENTRY_EDUCATION},     {"course", JMI_ENTRY_EDUCATION},
    {"work", JMI_ENTRY_HIGHLIGHT},       {"experience", JMI_ENTRY_HIGHLIGHT},
    {"employment", JMI_ENTRY_HIGHLIGHT}, {"career", JMI_ENTRY_HIGHLIGHT},
    {"summary", JMI_ENTRY_SUMMARY},      {"profile", JMI_ENTRY_SUMMARY},
    {"about", JMI_ENTRY_SUMMARY},        {"objective", JMI_ENTRY_SUMMARY},
};

static bool holds(jmi_str title, const char *word)
{
  size_t len = strlen(word);
  for (uint32_t at = 0; at + len <= title.len; at++) {
    size_t same = 0;
    while (same < len && jmi_lower(title.at[at + same]) == word[same])
      same++;
    if (same == len)
      return true;
  }
  return false;
}

static uint8_t kind_of(jmi_str title)
{
  for (size_t i = 0; i < JMI_ROWS(titles); i++) {
    if (holds(title, titles[i].word))
      return titles[i].kind;
  }
  return JMI_ENTRY_PROJECT;
}

/* "Interests: chess", among skills. */
static bool is_interest(const jmi_node *entry)
{
  const jmi_node *label = jmi_given(entry, "label");
  return label != NULL && (holds(label->text, "interest") || holds(label->text, "hobb"));
}

static bool is_rated(const jmi_node *entry)
{
  const jmi_node *details = jmi_given(entry, "details");
  return details != NULL && details->kind == JMI_NODE_SCALAR
         && jmi_level_of(details->text) != JMI_LEVEL_NONE;
}

static const jmi_shape *shape_of(const jmi_node *entry)
{
  const jmi_shape *shape = NULL;
  for (size_t i = 0; i < JMI_ROWS(types) && shape == NULL; i++) {
    if (jmi_node_get(entry, types[i].field) != NULL)
      shape = types[i].shape;
  }
  if (shape == &job && holds(entry->parent->key, "volunt"))
    return &post;
  return shape == &line && is_rated(entry) ? &rated : shape;
}

/* A plain text: skills stand in it between commas, all else is one statement. */
static void read_text(jmi_shaping *s, const jmi_node *node, const jmi_frame *frame)
{
  jmi_str text;
  if (!jmi_foreign_text(&s->told, node, &text))
    return;
  if (frame->kind == JMI_ENTRY_SKILL && jmi_is_comma_list(text))
    jmi_shape_pieces(s, node, frame);
  else
    jmi_shape_texts(s, node, frame);
}

/* Skills and texts of a section share a group, as in a list of the native format; jobs and the like
 * have one each. The shared one is made when it is needed. */
static jmi_frame *frame_of(jmi_shaping *s, jmi_frame *shared, jmi_frame *own, bool one_group)
{
  jmi_frame *frame = one_group ? shared : own;
  if (frame->group == 0)
    *frame = jmi_gather_frame(s->gather, (jmi_entry_kind)shared->kind);
  return frame;
}

static void read_entry(jmi_shaping *s, const jmi_node *entry, jmi_frame *shared)
{
  jmi_frame own = {0};
  if (!jmi_is_given(entry) || is_interest(entry))
    return;
  if (entry->kind == JMI_NODE_SCALAR) {
    read_text(s, entry, frame_of(s, shared, &own, true));
    return;
  }
  const jmi_shape *shape = shape_of(entry);
  if (shape == NULL)
    jmi_tell(&s->told, entry, "the entry has the fields of no type of entry, and is not read",
             "give it company and position, institution and area, label and details, or name");
  else
    jmi_shape_read(s, entry, shape, *frame_of(s, shared, &own, shape->one_group));
}

static void read_section(jmi_shaping *s, const jmi_node *section)
{
  uint8_t kind = kind_of(section->key);
  if (kind == PASSED_OVER || !jmi_is_given(section))
    return;
  if (section->kind == JMI_NODE_MAP) {
    jmi_tell_kind(&s->told, section, "write a list of entries, each behind `- `");
    return;
  }
  jmi_frame shared = {.kind = kind};
  for (const jmi_node *entry = jmi_first(section); entry != NULL; entry = jmi_next(section, entry))
    read_entry(s, entry, &shared);
}

static void read_sections(jmi_shaping *s, const jmi_node *sections)
{
  if (!jmi_is_given(sections))
    return;
  if (sections->kind != JMI_NODE_MAP) {
    jmi_tell_kind(&s->told, sections, "write a mapping of titles, each with a list of entries");
    return;
  }
  for (const jmi_node *section = sections->first; section != NULL; section = section->next)
    read_section(s, section);
}

jm_status jmi_rendercv_read(jmi_reader *reader, jmi_notes *notes, const jmi_node *root)
{
  static const char *const native[] = {"experience",    "education", "skills",    "projects",
                                       "certificates",  "languages", "willing",   "licences",
                                       "authorization", "clearance", "locations", "traits",
                                       "text"};
  jmi_gather *gather = reader->ctx;
  jmi_shaping s = {
      .reader = reader, .gather = gather, .told = {.arena = reader->arena, .root = gather->root}};
  const jmi_node *cv = jmi_node_get(root, "cv"), *headline = jmi_node_get(cv, "headline");
  if (jmi_is_given(headline)) {
    jmi_frame frame = jmi_gather_frame(gather, JMI_ENTRY_SUMMARY);
    jmi_shape_texts(&s, headline, &frame);
  }
  read_sections(&s, jmi_node_get(cv, "sections"));
  jmi_tell_native(&s.told, root, native, JMI_ROWS(native));
  *notes = jmi_told_notes(&s.told);
  return reader->arena->failed && s.status == JM_OK ? jmi_refuse_memory(reader) : s.status;
}
