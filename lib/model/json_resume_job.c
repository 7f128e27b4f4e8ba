/* SPDX-License-Identifier: MIT */
/* JSON Resume, job, as a posting.
 *
 * In:  the tree of a job, JSON or YAML.
 * Out: a requirement for each qualification, responsibility and skill. The format has no tiers and
 *      no years: they stand in the lines' own words.
 * Refuses: more requirements than the limit. Company, location, salary and type ask for nothing. */
#include "model/draft.h"
#include "model/read.h"

/* ---- Skills -----------------------------------------------------------------------------------
 */

/* "HTML, CSS", the keywords of a skill; "" when it has none. */
static jmi_str join_keywords(jmi_draft *posting, const jmi_node *skill)
{
  jmi_arena *arena = posting->told.arena;
  const jmi_node *keywords = jmi_given(skill, "keywords");
  size_t room = 1;
  for (const jmi_node *node = jmi_first(keywords); node != NULL; node = jmi_next(keywords, node))
    room += node->text.len + 2;
  char *out = jmi_arena_alloc(arena, room);
  uint32_t len = 0;
  jmi_str text;
  if (out == NULL)
    return JMI_STR("");
  for (const jmi_node *node = jmi_first(keywords); node != NULL; node = jmi_next(keywords, node)) {
    if (!jmi_foreign_text(&posting->told, node, &text))
      continue;
    if (len > 0) {
      memcpy(out + len, ", ", 2);
      len += 2;
    }
    memcpy(out + len, text.at, text.len);
    len += text.len;
  }
  return (jmi_str){out, len};
}

/* "advanced ", as a requirement line says it; "" when it is not said. */
static const char *level_words(jmi_draft *posting, const jmi_node *skill)
{
  static const char *const words[JMI_LEVEL_COUNT] = {
      [JMI_LEVEL_NONE] = "",
      [JMI_LEVEL_LEARNING] = "some exposure to ",
      [JMI_LEVEL_BASIC] = "basic knowledge of ",
      [JMI_LEVEL_WORKING] = "working knowledge of ",
      [JMI_LEVEL_GOOD] = "good knowledge of ",
      [JMI_LEVEL_ADVANCED] = "advanced knowledge of ",
      [JMI_LEVEL_EXPERT] = "expert knowledge of ",
  };
  const jmi_node *level = jmi_given(skill, "level");
  jmi_str word;
  if (level == NULL || !jmi_foreign_text(&posting->told, level, &word))
    return "";
  jmi_level known = jmi_level_of(word);
  if (known == JMI_LEVEL_NONE)
    jmi_tell(&posting->told, level, "the level is none that is known here, and is not read",
             "write beginner, intermediate, advanced, expert, or A1 to C2");
  return words[known];
}

/* A skill is one line: its keywords are examples of it, or, where it has no name, what it asks. */
static jm_status read_skill(jmi_reader *reader, const jmi_node *skill)
{
  jmi_draft *posting = reader->ctx;
  if (skill->kind != JMI_NODE_MAP)
    return jmi_draft_text(reader, skill);
  const jmi_node *name_node = jmi_given(skill, "name"), *place = name_node;
  jmi_str name = JMI_STR(""), keywords = join_keywords(posting, skill);
  if (name_node == NULL || !jmi_foreign_text(&posting->told, name_node, &name))
    place = jmi_given(skill, "keywords");
  if (name.len == 0 && keywords.len == 0)
    return JM_OK;
  const char *level = level_words(posting, skill);
  if (name.len == 0 || keywords.len == 0)
    return jmi_draft_add(
        reader, place,
        jmi_draft_phrase(reader->arena, "%s%s", level, name.len > 0 ? name.at : keywords.at));
  return jmi_draft_add(reader, place,
                       jmi_draft_phrase(reader->arena, "%s%s (%s)", level, name.at, keywords.at));
}

static jm_status read_skills(jmi_reader *reader, const jmi_node *skills)
{
  jm_status status = JM_OK;
  for (const jmi_node *skill = jmi_first(skills); skill != NULL && status == JM_OK;
       skill = jmi_next(skills, skill)) {
    if (jmi_is_given(skill))
      status = read_skill(reader, skill);
  }
  return status;
}

/* ---- The job ----------------------------------------------------------------------------------
 */

static jm_status read_lines(jmi_reader *reader, const jmi_node *lines)
{
  jm_status status = JM_OK;
  for (const jmi_node *line = jmi_first(lines); line != NULL && status == JM_OK;
       line = jmi_next(lines, line))
    status = jmi_draft_text(reader, line);
  return status;
}

/* "5+ years" asks for something; "Senior or Junior" only says what the job is called. */
static jm_status read_experience(jmi_reader *reader, const jmi_node *value)
{
  bool number = false;
  for (uint32_t i = 0; value->kind == JMI_NODE_SCALAR && i < value->text.len; i++)
    number = number || jmi_is_digit(value->text.at[i]);
  return number ? jmi_draft_text(reader, value) : JM_OK;
}

static jm_status read_title(jmi_reader *reader, const jmi_node *value)
{
  jmi_draft *posting = reader->ctx;
  jmi_foreign_text(&posting->told, value, &posting->title);
  return JM_OK;
}

jm_status jmi_job_read(jmi_reader *reader, const jmi_node *root)
{
  static const struct {
    const char *name;
    jm_status (*read)(jmi_reader *reader, const jmi_node *value);
  } fields[] = {
      {"title", read_title},
      {"experience", read_experience},
      {"responsibilities", read_lines},
      {"qualifications", read_lines},
      {"skills", read_skills},
  };
  static const char *const native[] = {"requirements", "preferred"};
  jmi_draft *posting = reader->ctx;
  jm_status status = JM_OK;
  for (const jmi_node *member = root->first; member != NULL; member = member->next) {
    for (size_t i = 0; i < JMI_ROWS(fields) && status == JM_OK; i++) {
      if (jmi_str_is(member->key, fields[i].name) && jmi_is_given(member))
        status = fields[i].read(reader, member);
    }
  }
  jmi_tell_native(&posting->told, root, native, JMI_ROWS(native));
  return status;
}
