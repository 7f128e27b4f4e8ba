/* SPDX-License-Identifier: MIT */
/* Making data: sentences from tables. A template is text in which a capital letter stands for a
 * word of its list:
 *
 *   "V the A N for J"  ->  "Planned the weekly rota for the night team"
 *
 *   S a skill of the lexicon   V what was done   N what it was done to   A an adjective
 *   C a part of a company      M a made-up name  R a role                D digits, 2 to 9       */
#include "data.h"

#include <string.h>

#include "base/buffer.h"
#include "lexicon/lexicon.h"

#define RESUME_BYTES 4096
#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const done[] = {
    "Planned",    "Coordinated", "Built",      "Repaired", "Maintained", "Wrote",     "Trained",
    "Supervised", "Improved",    "Introduced", "Tested",   "Sold",       "Presented", "Organised",
    "Delivered",  "Reviewed",    "Recorded",   "Managed",  "Designed",   "Installed", "Inspected",
    "Served",     "Negotiated",  "Prepared",   "Analysed", "Automated",  "Migrated",  "Documented"};
static const char *const things[] = {
    "deliveries",  "invoices",   "dashboards", "menus",        "rotas",     "budgets",
    "night audit", "stock",      "pipelines",  "contracts",    "machines",  "surveys",
    "campaigns",   "complaints", "samples",    "care plans",   "services",  "claims",
    "trade shows", "timetables", "websites",   "spreadsheets", "interviews"};
static const char *const adjectives[] = {"weekly",  "monthly", "regional", "new",    "complex",
                                         "legacy",  "daily",   "internal", "shared", "seasonal",
                                         "on-site", "large",   "critical", "small",  "annual"};
static const char *const parts[] = {"the night team",   "two departments",    "outside vendors",
                                    "the head office",  "new colleagues",     "the workshop",
                                    "customers abroad", "the finance team",   "a family clinic",
                                    "the warehouse",    "suppliers and crew", "the regional board"};
static const char *const roles[] = {"Cook",   "Technician", "Analyst",    "Developer", "Clerk",
                                    "Nurse",  "Driver",     "Supervisor", "Planner",   "Consultant",
                                    "Teller", "Carpenter",  "Engineer",   "Assistant", "Buyer"};
static const char *const syllables[] = {"ba",  "den", "fo",  "gri", "hul", "ka",  "lo",
                                        "mer", "ni",  "or",  "pel", "qui", "ras", "sto",
                                        "tan", "vek", "wil", "xe",  "yor", "zam"};

static const char *const statements[] = {"V A N for C, which cut costs by D %",
                                         "V S and S for C",
                                         "V N with S",
                                         "Responsible for S, S and A N",
                                         "V D0 A N and V N together with C",
                                         "V a A system for N at M, working closely with C",
                                         "Worked with S in a A setting",
                                         "V N, reported to C and trained D people in S",
                                         "Used S and M to prepare A N",
                                         "V the move from M to S in a single step"};
/* As seldom as in real résumés. */
static const char *const telling[] = {"Strong knowledge of S; basic S",
                                      "No experience with S, but D years of S"};
static const char *const lines[] = {"D+ years of experience with S or S",
                                    "Experience in S",
                                    "Strong knowledge of S, S and S",
                                    "Familiarity with S preferred",
                                    "Bachelor's degree in S or equivalent experience",
                                    "Ability to coordinate A N with C",
                                    "Excellent written and spoken communication skills",
                                    "Proven track record in S, including A N and S",
                                    "Working knowledge of tools such as S, S or S",
                                    "Must have D years of S",
                                    "Knowledge of M is a plus",
                                    "At least two of the following: S, S, S",
                                    "Willingness to travel D0 %",
                                    "Able to plan N, train C and keep A N in order"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

typedef struct maker {
  uint64_t state;
  jmi_arena *arena;
  jmi_buffer text; /* being made */
} maker;

/* splitmix64 */
static uint32_t below(maker *m, size_t end)
{
  uint64_t z = m->state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return (uint32_t)((z ^ z >> 31) % end);
}

static void say(maker *m, const char *words)
{
  jmi_buffer_adds(&m->text, words);
}

static void say_number(maker *m, uint32_t number)
{
  jmi_buffer_addi(&m->text, number);
}

#define SAY_ONE(m, table) say((m), (table)[below((m), COUNT(table))])

/* Mostly what is often asked for: the square makes some skills far more frequent than others. */
static void say_skill(maker *m)
{
  const jmi_lexicon *lexicon = &jmi_lexicon_builtin;
  uint64_t at = below(m, lexicon->alias_count);
  if (below(m, 2) == 0)
    at = at * at / lexicon->alias_count;
  say(m, lexicon->strings + lexicon->aliases[at].text);
}

static void say_made_up(maker *m)
{
  const char *first = syllables[below(m, COUNT(syllables))];
  jmi_buffer_addc(&m->text, (char)(first[0] - 32));
  say(m, first + 1);
  for (uint32_t i = 0, n = 1 + below(m, 3); i < n; i++)
    SAY_ONE(m, syllables);
}

static void say_word(maker *m, char list)
{
  switch (list) {
  case 'S':
    say_skill(m);
    break;
  case 'V':
    SAY_ONE(m, done);
    break;
  case 'N':
    SAY_ONE(m, things);
    break;
  case 'A':
    SAY_ONE(m, adjectives);
    break;
  case 'C':
    SAY_ONE(m, parts);
    break;
  case 'R':
    SAY_ONE(m, roles);
    break;
  case 'M':
    say_made_up(m);
    break;
  case 'D':
    say_number(m, 2 + below(m, 8));
    break;
  default:
    jmi_buffer_addc(&m->text, list);
  }
}

/* A capital that begins a word ("Worked") stands for itself. */
static void say_sentence(maker *m, const char *template)
{
  for (const char *at = template; *at != '\0'; at++)
    if (at[1] >= 'a' && at[1] <= 'z')
      jmi_buffer_addc(&m->text, *at);
    else
      say_word(m, *at);
}

static void say_month(maker *m, uint32_t year)
{
  SAY_ONE(m, months);
  say(m, " ");
  say_number(m, year);
}

static void say_job(maker *m, uint32_t year)
{
  say_sentence(m, "R, M   ");
  say_month(m, year);
  say(m, " - ");
  say_month(m, year + 1 + below(m, 4));
  say(m, "\n");
  for (uint32_t i = 0, n = 4 + below(m, 4); i < n; i++) {
    say(m, "- ");
    if (below(m, 16) == 0)
      say_sentence(m, telling[below(m, COUNT(telling))]);
    else
      say_sentence(m, statements[below(m, COUNT(statements))]);
    say(m, ".\n");
  }
}

static void say_resume(maker *m)
{
  say_sentence(m, "M M\nSUMMARY\nR with D years in S and S. Good at S, always ready to learn.\n");
  say(m, "EXPERIENCE\n");
  for (uint32_t year = 1996; m->text.len < RESUME_BYTES - 450; year += 2)
    say_job(m, year);
  say_sentence(m, "EDUCATION\nBachelor of Science in S, University of M, 199D - 1999\n");
  say_sentence(m, "SKILLS\nS, S, S, S, S (advanced), S (D years), S\nS, S, S\n");
  say(m, "LANGUAGES\nEnglish (fluent), German (basic)\n");
}

/* A text as a JSON string; it holds no control character but the line feed. */
static void say_json(maker *m, jmi_str text)
{
  say(m, "\"");
  for (uint32_t i = 0; i < text.len; i++) {
    bool escaped = text.at[i] == '"' || text.at[i] == '\\' || text.at[i] == '\n';
    if (escaped)
      say(m, "\\");
    jmi_buffer_addc(&m->text, text.at[i] == '\n' ? 'n' : text.at[i]);
  }
  say(m, "\"");
}

/* A text as YAML wants it below `|`. */
static void say_indented(maker *m, jmi_str text)
{
  for (uint32_t i = 0; i < text.len; i++) {
    if (i == 0 || text.at[i - 1] == '\n')
      say(m, "  ");
    jmi_buffer_addc(&m->text, text.at[i]);
  }
}

/* Moves what was said into the data. */
static jmi_str taken(maker *m)
{
  jmi_str text = {jmi_arena_copy(m->arena, m->text.at, m->text.len), (uint32_t)m->text.len};
  jmi_buffer_clear(&m->text);
  return text.at == NULL ? JMI_STR("") : text;
}

static bool make_room(jmb_texts *texts, jmi_arena *arena, size_t count)
{
  *texts = (jmb_texts){JMI_NEW_ARRAY(arena, count, jmi_str), count};
  return texts->items != NULL;
}

static void make_profile(jmb_data *data, maker *m, size_t i)
{
  say_resume(m);
  jmi_str resume = data->resumes.items[i] = taken(m);
  say(m, "{\"text\":");
  say_json(m, resume);
  say(m, "}");
  data->profiles_json.items[i] = taken(m);
  say(m, "text: |\n");
  say_indented(m, resume);
  data->profiles_yaml.items[i] = taken(m);
}

static void make_posting(jmb_data *data, maker *m, size_t i)
{
  const jmi_str *line = &data->lines.items[i * JMB_POSTING_LINES];
  say(m, "{\"title\":\"Posting\",\"requirements\":[");
  for (size_t k = 0; k < JMB_POSTING_LINES; k++) {
    say(m, k == 0 ? "" : ",");
    say_json(m, line[k]);
  }
  say(m, "]}");
  data->postings_json.items[i] = taken(m);
  say(m, "title: Posting\nrequirements:\n");
  for (size_t k = 0; k < JMB_POSTING_LINES; k++) {
    say(m, "  - ");
    say_json(m, line[k]);
    say(m, "\n");
  }
  data->postings_yaml.items[i] = taken(m);
}

bool jmb_data_make(jmb_data *data, uint64_t seed)
{
  jmi_arena *arena = &data->arena;
  jmi_arena_init(arena, NULL);
  bool room = make_room(&data->lines, arena, (size_t)JMB_DOCUMENTS * JMB_POSTING_LINES)
              && make_room(&data->resumes, arena, JMB_DOCUMENTS)
              && make_room(&data->profiles_json, arena, JMB_DOCUMENTS)
              && make_room(&data->profiles_yaml, arena, JMB_DOCUMENTS)
              && make_room(&data->postings_json, arena, JMB_DOCUMENTS)
              && make_room(&data->postings_yaml, arena, JMB_DOCUMENTS);
  maker m = {.state = seed, .arena = arena};
  jmi_buffer_init(&m.text, &arena->allocator, 0);
  for (size_t i = 0; room && i < data->lines.count; i++) {
    say_sentence(&m, lines[below(&m, COUNT(lines))]);
    data->lines.items[i] = taken(&m);
  }
  for (size_t i = 0; room && i < JMB_DOCUMENTS; i++) {
    make_profile(data, &m, i);
    make_posting(data, &m, i);
  }
  bool made = room && !arena->failed && !m.text.failed;
  jmi_buffer_dispose(&m.text);
  return made;
}

void jmb_data_dispose(jmb_data *data)
{
  jmi_arena_dispose(&data->arena);
}
