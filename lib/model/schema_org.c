/* SPDX-License-Identifier: MIT */
/* schema.org JobPosting as a posting.
 *
 * In:  the tree of a JobPosting, or of JSON-LD that holds one: in `@graph`, in a list, in a page.
 * Out: a requirement for each line of the fields below, in the document's order.
 * Refuses: no JobPosting, or two (JM_ERR_FIELD), and more requirements than the limit. Description,
 *          employer, place and pay ask for nothing.
 *
 *   "educationRequirements": {"credentialCategory": "bachelor degree"},      any of
 *   "experienceRequirements": {"monthsOfExperience": "60"},                  bachelor degree
 *   "experienceInPlaceOfEducation": true                                     5 years of experience
 */
#include "model/draft.h"

#include <assert.h>
#include <inttypes.h>

#include "model/read.h"

/* One way to meet a requirement of education or experience. */
typedef struct alternative {
  jmi_str text;
  const jmi_node *node;
} alternative;

/* ---- Where the posting stands -----------------------------------------------------------------
 */

static bool names_job(const jmi_node *type)
{
  static const char name[] = "JobPosting";
  uint32_t len = sizeof name - 1;
  if (type->kind != JMI_NODE_SCALAR || type->text.len < len)
    return false;
  uint32_t before = type->text.len - len;
  return memcmp(type->text.at + before, name, len) == 0
         && (before == 0 || strchr("/:#", type->text.at[before - 1]) != NULL);
}

static bool is_job(const jmi_node *node)
{
  const jmi_node *types = jmi_node_get(node, "@type");
  for (const jmi_node *type = jmi_first(types); type != NULL; type = jmi_next(types, type)) {
    if (names_job(type))
      return true;
  }
  return false;
}

/* The node behind this one and all in it; NULL behind the last within root. */
static const jmi_node *past(const jmi_node *root, const jmi_node *node)
{
  while (node != root && node->next == NULL)
    node = node->parent;
  return node == root ? NULL : node->next;
}

/* The first JobPosting at or behind a node. */
static const jmi_node *find_job(const jmi_node *root, const jmi_node *node)
{
  while (node != NULL && !is_job(node))
    node = node->first != NULL ? node->first : past(root, node);
  return node;
}

static jm_status find(jmi_reader *reader, const jmi_node *root, const jmi_node **job)
{
  assert(root != NULL);
  *job = find_job(root, root);
  if (*job == NULL) {
    bool untyped = root->kind == JMI_NODE_MAP && jmi_node_get(root, "@type") == NULL
                   && jmi_node_get(root, "@graph") == NULL;
    *job = root;
    return untyped ? JM_OK
                   : jmi_refuse(reader, JM_ERR_FIELD, root,
                                "its `@type` says what it is; here a JobPosting is expected",
                                "holds no JobPosting");
  }
  const jmi_node *second = find_job(root, past(root, *job));
  if (second == NULL)
    return JM_OK;
  return jmi_refuse_pair(reader, second, (*job)->mark, "give each posting a file of its own",
                         "is a second JobPosting, and one is expected");
}

/* ---- Values -----------------------------------------------------------------------------------
 */

static bool is_address(const jmi_node *node)
{
  jmi_str text = jmi_str_trim(node->text);
  return text.len > 8 && (memcmp(text.at, "http://", 7) == 0 || memcmp(text.at, "https://", 8) == 0)
         && memchr(text.at, ' ', text.len) == NULL;
}

/* The scalar that says what a value is: the value itself, or the first of these members of it.
 * NULL, and told, for what has none. */
static const jmi_node *scalar_of(jmi_draft *posting, const jmi_node *value,
                                 const char *const *members, size_t count)
{
  const jmi_node *scalar = value;
  if (!jmi_is_given(value))
    return NULL;
  if (value->kind == JMI_NODE_MAP) {
    scalar = NULL;
    for (size_t i = 0; i < count && scalar == NULL; i++)
      scalar = jmi_given(value, members[i]);
  }
  if (scalar != NULL && scalar != value && scalar->kind == JMI_NODE_MAP) /* a term in a term */
    scalar = jmi_given(scalar, "name");
  if (scalar == NULL || scalar->kind != JMI_NODE_SCALAR) {
    jmi_tell_kind(&posting->told, value, "write a text, or a mapping with `name`");
    return NULL;
  }
  if (is_address(scalar)) {
    jmi_tell(&posting->told, scalar, "an address names nothing that a profile could show",
             "write what is asked in words");
    return NULL;
  }
  return scalar;
}

static const char *const term_members[] = {"name", "@value", "description"};
static const char *const credential_members[] = {"credentialCategory", "educationalLevel", "name",
                                                 "description"};

/* ---- Plain lines ------------------------------------------------------------------------------
 */

typedef jm_status read_fn(jmi_reader *reader, const jmi_node *scalar);

static jm_status read_each(jmi_reader *reader, const jmi_node *value, read_fn *read)
{
  jm_status status = JM_OK;
  for (const jmi_node *node = jmi_first(value); node != NULL && status == JM_OK;
       node = jmi_next(value, node)) {
    const jmi_node *scalar = scalar_of(reader->ctx, node, term_members, JMI_ROWS(term_members));
    if (scalar != NULL)
      status = read(reader, scalar);
  }
  return status;
}

static jm_status read_lines(jmi_reader *reader, const jmi_node *value)
{
  return read_each(reader, value, jmi_draft_text);
}

/* Skills in one text: each line, or what stands between its commas. */
static jm_status read_skill(jmi_reader *reader, const jmi_node *scalar)
{
  jmi_draft *posting = reader->ctx;
  jmi_str text, piece;
  if (!jmi_foreign_text(&posting->told, scalar, &text))
    return JM_OK;
  if (memchr(text.at, '\n', text.len) != NULL || memchr(text.at, '<', text.len) != NULL
      || !jmi_is_comma_list(text))
    return jmi_draft_text(reader, scalar);
  jm_status status = JM_OK;
  while (status == JM_OK && jmi_pieces_next(&text, reader->arena, &piece))
    status = jmi_draft_add(reader, scalar, piece);
  return status;
}

static jm_status read_skills(jmi_reader *reader, const jmi_node *value)
{
  return read_each(reader, value, read_skill);
}

/* "Secret" says nothing of clearance to who does not know the field. */
static jm_status read_clearance_text(jmi_reader *reader, const jmi_node *scalar)
{
  static const char word[] = "learance";
  uint32_t len = sizeof word - 1;
  for (uint32_t at = 0; at + len <= scalar->text.len; at++) {
    if (memcmp(scalar->text.at + at, word, len) == 0)
      return jmi_draft_text(reader, scalar);
  }
  jmi_draft *posting = reader->ctx;
  jmi_str text;
  if (!jmi_foreign_text(&posting->told, scalar, &text))
    return JM_OK;
  return jmi_draft_add(reader, scalar, jmi_draft_phrase(reader->arena, "%s clearance", text.at));
}

static jm_status read_clearance(jmi_reader *reader, const jmi_node *value)
{
  return read_each(reader, value, read_clearance_text);
}

/* ---- Education and experience -----------------------------------------------------------------
 */

static jm_status collect(jmi_reader *reader, jmi_list *list, const jmi_node *node, jmi_str text)
{
  alternative *way = text.at == NULL ? NULL : JMI_PUSH(list, reader->arena, alternative);
  if (way == NULL)
    return jmi_refuse_memory(reader);
  *way = (alternative){text, node};
  return JM_OK;
}

static jm_status collect_lines(jmi_reader *reader, jmi_list *list, const jmi_node *scalar)
{
  jmi_draft *posting = reader->ctx;
  jmi_cutting cutting;
  jmi_str text, line;
  jm_status status = JM_OK;
  if (!jmi_foreign_text(&posting->told, scalar, &text))
    return JM_OK;
  jmi_lines_open(&cutting, reader->arena, text);
  while (status == JM_OK && jmi_lines_next(&cutting, reader->arena, &line))
    status = collect(reader, list, scalar, line);
  return status;
}

enum { MOST_MONTHS = 80 * 12 };

/* 60 or "60", perhaps with a fraction of nothing; -1 for what is no number of months. */
static int32_t months_of(jmi_str text)
{
  int32_t months = 0;
  uint32_t at = 0;
  text = jmi_str_trim(text);
  for (; at < text.len && jmi_is_digit(text.at[at]) && months <= MOST_MONTHS; at++)
    months = months * 10 + (text.at[at] - '0');
  uint32_t digits = at;
  if (at < text.len && text.at[at] == '.')
    at++;
  while (at < text.len && jmi_is_digit(text.at[at]) && at > digits)
    at++;
  return digits == 0 || at < text.len || months > MOST_MONTHS ? -1 : months;
}

static jm_status collect_months(jmi_reader *reader, jmi_list *list, const jmi_node *value)
{
  jmi_draft *posting = reader->ctx;
  int32_t months = value->kind == JMI_NODE_SCALAR ? months_of(value->text) : -1;
  if (months < 0) {
    jmi_tell(&posting->told, value, "no number of months stands here, and it is not read",
             "write 60");
    return JM_OK;
  }
  if (months == 0)
    return JM_OK;
  bool years = months % 12 == 0;
  int32_t number = years ? months / 12 : months;
  return collect(reader, list, value,
                 jmi_draft_phrase(reader->arena, "%" PRId32 " %s%s of experience", number,
                                  years ? "year" : "month", number == 1 ? "" : "s"));
}

static jm_status collect_experience(jmi_reader *reader, jmi_list *list, const jmi_node *value)
{
  jm_status status = JM_OK;
  for (const jmi_node *node = jmi_first(value); node != NULL && status == JM_OK;
       node = jmi_next(value, node)) {
    const jmi_node *months = jmi_given(node, "monthsOfExperience"), *scalar;
    if (months != NULL)
      status = collect_months(reader, list, months);
    else if ((scalar = scalar_of(reader->ctx, node, term_members, JMI_ROWS(term_members))) != NULL)
      status = collect_lines(reader, list, scalar);
  }
  return status;
}

/* A word that search engines ask for, and that names a school rather than what it gives. */
static bool is_high_school(jmi_str text)
{
  static const char word[] = "high school";
  uint32_t at = 0;
  text = jmi_str_trim(text);
  while (at < text.len && jmi_lower(text.at[at]) == word[at])
    at++;
  return at == text.len && word[at] == '\0';
}

static jm_status collect_education(jmi_reader *reader, jmi_list *list, const jmi_node *value)
{
  jm_status status = JM_OK;
  for (const jmi_node *node = jmi_first(value); node != NULL && status == JM_OK;
       node = jmi_next(value, node)) {
    const jmi_node *scalar =
        scalar_of(reader->ctx, node, credential_members, JMI_ROWS(credential_members));
    if (scalar != NULL && is_high_school(scalar->text))
      status = collect(reader, list, scalar, JMI_STR("high school diploma"));
    else if (scalar != NULL)
      status = collect_lines(reader, list, scalar);
  }
  return status;
}

static jm_status add_each(jmi_reader *reader, const jmi_list *list)
{
  jm_status status = JM_OK;
  for (uint32_t i = 0; i < list->count && status == JM_OK; i++) {
    const alternative *way = JMI_AT(list, alternative, i);
    status = jmi_draft_add(reader, way->node, way->text);
  }
  return status;
}

static jm_status read_experience(jmi_reader *reader, const jmi_node *value)
{
  jmi_list list = {0};
  jm_status status = collect_experience(reader, &list, value);
  return status != JM_OK ? status : add_each(reader, &list);
}

static jm_status read_education(jmi_reader *reader, const jmi_node *value)
{
  jmi_list list = {0};
  jm_status status = collect_education(reader, &list, value);
  return status != JM_OK ? status : add_each(reader, &list);
}

/* ---- Experience in place of education ---------------------------------------------------------
 */

static bool says_true(const jmi_node *value)
{
  static const char *const words[] = {"true", "True", "TRUE", "http://schema.org/True",
                                      "https://schema.org/True"};
  for (size_t i = 0; value != NULL && i < JMI_ROWS(words); i++) {
    if (value->kind == JMI_NODE_SCALAR && jmi_str_is(value->text, words[i]))
      return true;
  }
  return false;
}

static jmi_str join(jmi_arena *arena, const jmi_list *list)
{
  size_t room = 1;
  for (uint32_t i = 0; i < list->count; i++)
    room += JMI_AT(list, alternative, i)->text.len + 4;
  char *out = jmi_arena_alloc(arena, room);
  uint32_t len = 0;
  for (uint32_t i = 0; out != NULL && i < list->count; i++) {
    jmi_str text = JMI_AT(list, alternative, i)->text;
    if (i > 0) {
      memcpy(out + len, " or ", 4);
      len += 4;
    }
    memcpy(out + len, text.at, text.len);
    len += text.len;
  }
  return (jmi_str){out, len};
}

/* What would be two requirements is one; read where the education stands. Without any experience
 * named, the language reader knows how many years a degree is worth. */
static jm_status read_either(jmi_reader *reader, const jmi_node *job)
{
  jmi_list list = {0};
  jm_status status = collect_education(reader, &list, jmi_given(job, "educationRequirements"));
  uint32_t studies = list.count;
  if (status == JM_OK)
    status = collect_experience(reader, &list, jmi_given(job, "experienceRequirements"));
  if (status != JM_OK)
    return status;
  if (studies > 0 && list.count > studies)
    return jmi_draft_add(reader, JMI_AT(&list, alternative, 0)->node, join(reader->arena, &list));
  for (uint32_t i = 0; i < studies; i++) {
    alternative *way = JMI_AT(&list, alternative, i);
    way->text = jmi_draft_phrase(reader->arena, "%s or equivalent experience", way->text.at);
    if (way->text.at == NULL)
      return jmi_refuse_memory(reader);
  }
  return add_each(reader, &list);
}

/* ---- The posting ------------------------------------------------------------------------------
 */

static jm_status read_title(jmi_reader *reader, const jmi_node *value)
{
  jmi_draft *posting = reader->ctx;
  jmi_foreign_text(&posting->told, value, &posting->title);
  return JM_OK;
}

static const struct {
  const char *name;
  read_fn *read;
  bool either; /* one of the two that experienceInPlaceOfEducation joins */
} fields[] = {
    {"title", read_title, false},
    {"skills", read_skills, false},
    {"qualifications", read_lines, false},
    {"responsibilities", read_lines, false},
    {"educationRequirements", read_education, true},
    {"experienceRequirements", read_experience, true},
    {"eligibilityToWorkRequirement", read_lines, false},
    {"securityClearanceRequirement", read_clearance, false},
    {"physicalRequirement", read_lines, false},
    {"sensoryRequirement", read_lines, false},
};

static jm_status read_job(jmi_reader *reader, const jmi_node *job)
{
  bool join_two = says_true(jmi_node_get(job, "experienceInPlaceOfEducation")), joined = false;
  jm_status status = JM_OK;
  for (const jmi_node *member = job->first; member != NULL; member = member->next) {
    for (size_t i = 0; i < JMI_ROWS(fields) && status == JM_OK; i++) {
      if (!jmi_str_is(member->key, fields[i].name) || !jmi_is_given(member))
        continue;
      bool either = join_two && fields[i].either;
      if (either && !joined)
        status = read_either(reader, job);
      else if (!either)
        status = fields[i].read(reader, member);
      joined = joined || either;
    }
  }
  return status;
}

jm_status jmi_schema_org_read(jmi_reader *reader, const jmi_node *root)
{
  static const char *const native[] = {"requirements", "preferred"};
  jmi_draft *posting = reader->ctx;
  const jmi_node *job = NULL;
  jm_status status = find(reader, root, &job);
  if (status != JM_OK)
    return status;
  posting->body = job;
  jmi_tell_native(&posting->told, job, native, JMI_ROWS(native));
  return read_job(reader, job);
}
