/* SPDX-License-Identifier: MIT */
/* Study: degrees, their fields, and what may stand in their place.
 *
 *   "BA/BS in Marketing, Communications or a related field, or equivalent practical experience"
 *    group, any of   [ education: bachelor; Marketing or Communications; any field near them ]
 *                    [ years: 48 months of work ]                                              */
#include "language/line.h"
#include "language/subjects.h"

/* Months of work that stand for a degree where a line allows it: two years for an associate, and
 * a year of work for a year of study after that. README, "Scoring", rule 7. */
static const int32_t degree_months[JMI_DEGREE_COUNT] = {
    [JMI_DEGREE_NONE] = 0,       [JMI_DEGREE_SECONDARY] = 0, [JMI_DEGREE_VOCATIONAL] = 24,
    [JMI_DEGREE_ASSOCIATE] = 24, [JMI_DEGREE_BACHELOR] = 48, [JMI_DEGREE_MASTER] = 72,
    [JMI_DEGREE_DOCTORATE] = 96,
};

/* Degrees that name their field: an MBA is a master's in business, no master's in biology. The
 * field is a concept's preferred name. */
static const struct {
  const char *rule, *field;
} own_fields[] = {
    {"degree.mba", "business administration"},
    {"degree.law", "legal studies"},
    {"degree.law-master", "legal studies"},
};

typedef struct study {
  uint32_t start, end; /* bytes: from the first degree word to the end of the field */
  int16_t degree;      /* the least of those named */
  const char *rule;
  const jmi_match *instead; /* "or equivalent experience" */
  bool any_field;
  bool unnamed;                    /* one of the degrees leaves its field open */
  unsigned named;                  /* bits, by own_fields: what the others name */
  uint32_t field_first, field_end; /* tokens; equal when no field is named */
} study;

static const jmi_match *next_match(const jmi_line *line, jmi_subject subject, uint32_t from,
                                   uint32_t to)
{
  const jmi_match *best = NULL;
  for (uint32_t i = 0; i < line->matches.count; i++) {
    const jmi_match *match = &line->matches.items[i];
    if (match->rule->subject == subject && match->start >= from && match->start < to
        && (best == NULL || match->start < best->start))
      best = match;
  }
  return best;
}

static uint32_t sentence_end_byte(const jmi_line *line, uint32_t byte)
{
  uint32_t token = jmi_line_token_at(line, byte);
  uint32_t end = jmi_line_sentence_end(line, token);
  return end > 0 ? line->tokens.items[end - 1].end : line->tokens.text.len;
}

static void note_field(study *s, const jmi_rule *rule)
{
  for (unsigned i = 0; i < sizeof own_fields / sizeof *own_fields; i++)
    if (strcmp(own_fields[i].rule, rule->id) == 0) {
      s->named |= 1u << i;
      return;
    }
  s->unnamed = true;
}

/* All degrees named in one sentence are one thing asked: "Bachelor's or Master's degree". */
static void gather_degrees(const jmi_line *line, study *s, const jmi_match *first, uint32_t limit)
{
  *s = (study){.start = first->start,
               .end = first->end,
               .degree = first->rule->says,
               .rule = first->rule->id};
  for (const jmi_match *match = first; match != NULL;
       match = next_match(line, JMI_RULE_DEGREE, match->end, limit)) {
    uint32_t token = jmi_line_token_at(line, match->start);
    if (token < line->tokens.count && line->marks[token].role != JMI_ROLE_KEEP)
      continue;
    note_field(s, match->rule);
    if (match->rule->says < s->degree) {
      s->degree = match->rule->says;
      s->rule = match->rule->id;
    }
    s->end = match->end > s->end ? match->end : s->end;
  }
}

/* A word as it stands, whatever phrase the lexicon sees it in ("degree in marketing"). */
static bool reads(const jmi_line *line, uint32_t token, const char *norm)
{
  return token < line->tokens.count && jmi_str_is(line->tokens.items[token].norm, norm);
}

static bool ends_field(const jmi_line *line, uint32_t token, const study *s)
{
  const jmi_mark_at *mark = &line->marks[token];
  if (mark->role == JMI_ROLE_CUT || mark->role == JMI_ROLE_OPTIONAL)
    return true;
  if (jmi_line_is_sign(line, token, ';') || jmi_line_is_sign(line, token, ':')
      || jmi_line_is(line, token, "with") || jmi_line_is(line, token, "plus"))
    return true;
  if (jmi_line_is(line, token, "and")
      && (next_match(line, JMI_RULE_YEARS, line->tokens.items[token].end,
                     line->tokens.items[token].end + 24)
              != NULL
          || (token + 1 < line->tokens.count && line->marks[token + 1].level != JMI_LEVEL_NONE)))
    return true;
  return s->instead != NULL && line->tokens.items[token].start >= s->instead->start;
}

static void find_field(const jmi_line *line, study *s, uint32_t limit)
{
  uint32_t token = jmi_line_token_at(line, s->end);
  while (token < line->tokens.count
         && (reads(line, token, "degree") || reads(line, token, "or")
             || reads(line, token, "higher") || reads(line, token, "above")
             || reads(line, token, "equivalent") || jmi_line_is_sign(line, token, '(')
             || jmi_line_is_sign(line, token, ')') || jmi_line_is_sign(line, token, '.')))
    token++;
  if (!reads(line, token, "in") && !reads(line, token, "of"))
    return;
  s->field_first = s->field_end = ++token;
  while (token < line->tokens.count && line->tokens.items[token].start < limit
         && !ends_field(line, token, s))
    s->field_end = ++token;
  if (s->field_end > s->field_first)
    s->end = line->tokens.items[s->field_end - 1].end;
}

static void find_substitutes(const jmi_line *line, study *s, uint32_t limit)
{
  uint32_t from = s->end;
  for (const jmi_match *match = next_match(line, JMI_RULE_EQUIVALENT, from, limit); match != NULL;
       match = next_match(line, JMI_RULE_EQUIVALENT, match->end, limit)) {
    if (match->rule->says == 1 && s->instead == NULL)
      s->instead = match;
    s->any_field = s->any_field || match->rule->says == 2;
  }
}

/* "or related field" stands inside the field's tokens: it widens them and names none. */
static void cut_substitutes(jmi_line *line, uint32_t from, uint32_t limit, study *s)
{
  for (const jmi_match *match = next_match(line, JMI_RULE_EQUIVALENT, from, limit); match != NULL;
       match = next_match(line, JMI_RULE_EQUIVALENT, match->end, limit)) {
    jmi_line_mark(line, match->start, match->end, JMI_ROLE_CUT);
    s->end = match->end > s->end ? match->end : s->end;
  }
}

/* Months of work that the words themselves ask for in place of a degree, or the table's. */
static int32_t instead_months(jmi_line *line, const study *s, uint32_t limit)
{
  const jmi_match *years = next_match(line, JMI_RULE_YEARS, s->start, limit);
  if (years != NULL && years->start < s->instead->end + 8 && years->end > s->instead->start) {
    jmi_line_mark(line, years->start, years->end, JMI_ROLE_CUT);
    return jmi_match_months(years, line->tokens.text);
  }
  return degree_months[s->degree];
}

static jm_status add_study(jmi_line *line, study *s, uint32_t limit)
{
  uint32_t first = jmi_line_token_at(line, s->start);
  uint32_t end = jmi_line_token_at(line, s->end);
  jmi_group *group = jmi_line_group(line);
  if (group == NULL)
    return JM_ERR_MEMORY;
  jmi_part *part = jmi_line_part(line, first, end, JMI_CRITERION_EDUCATION, s->rule);
  if (part == NULL)
    return jmi_line_failure(line);
  part->degree = (uint8_t)s->degree;
  part->any_field = s->any_field;
  jmi_units_add(line, s->field_first, s->field_end, 0);
  jmi_subjects_read(&part->in, &line->tokens, NULL, first, end);
  for (unsigned i = 0; i < sizeof own_fields / sizeof *own_fields; i++)
    if ((s->named >> i & 1) != 0 && (!s->unnamed || s->field_end > s->field_first)) {
      jmi_units_add_named(line, own_fields[i].field);
      jmi_subjects_name(&part->in, own_fields[i].field);
    }
  if (s->instead == NULL)
    return JM_OK;
  first = jmi_line_token_at(line, s->instead->start);
  end = jmi_line_token_at(line, s->instead->end);
  int32_t months = instead_months(line, s, limit);
  part = jmi_line_part(line, first, end, JMI_CRITERION_YEARS, s->instead->rule->id);
  if (part == NULL)
    return jmi_line_failure(line);
  part->min_months = months;
  return JM_OK;
}

/* A field before its degree: "computer science degree". */
static void find_field_before(const jmi_line *line, study *s)
{
  uint32_t token = jmi_line_token_at(line, s->start);
  if (s->field_end > s->field_first || token == 0)
    return;
  uint32_t hit = line->marks[token - 1].hit;
  if (hit == JMI_NONE || line->marks[token - 1].role != JMI_ROLE_KEEP)
    return;
  s->field_first = line->hits.items[hit].first;
  s->field_end = token;
  s->start = line->tokens.items[s->field_first].start;
}

jm_status jmi_line_study(jmi_line *line)
{
  uint32_t from = 0;
  for (;;) {
    const jmi_match *first = next_match(line, JMI_RULE_DEGREE, from, line->tokens.text.len);
    if (first == NULL)
      return JM_OK;
    uint32_t limit = sentence_end_byte(line, first->start);
    uint32_t token = jmi_line_token_at(line, first->start);
    from = first->end;
    if (token < line->tokens.count && line->marks[token].role != JMI_ROLE_KEEP)
      continue;
    study s;
    gather_degrees(line, &s, first, limit);
    find_substitutes(line, &s, limit);
    cut_substitutes(line, s.start, limit, &s);
    uint32_t whole_end = s.end;
    const jmi_match *last = first;
    for (const jmi_match *m = first; m != NULL;
         m = next_match(line, JMI_RULE_DEGREE, m->end, limit))
      last = m;
    s.end = last->end;
    find_field(line, &s, limit);
    find_field_before(line, &s);
    s.end = s.end > whole_end ? s.end : whole_end;
    jm_status status = add_study(line, &s, limit);
    if (status != JM_OK)
      return status;
    jmi_line_mark(line, s.start, s.end, JMI_ROLE_CUT);
    line->study_end = jmi_line_token_at(line, s.end);
    from = s.end > from ? s.end : from;
  }
}
