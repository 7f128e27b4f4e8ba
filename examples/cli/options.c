/* SPDX-License-Identifier: MIT */
/* Options: one table for all commands; getopt_long reads it, and so does --help. */
#include "cli.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
  OPT_BRIEF = 256,
  OPT_POLICY,
  OPT_LEXICON,
  OPT_ESCO,
  OPT_ONET,
  OPT_AS_OF,
  OPT_AT_LEAST,
  OPT_COLOR,
  OPT_ALLOW_PATTERNS,
  OPT_POSTING,
  OPT_PROFILE,
  OPT_LINE_BUFFERED,
  OPT_STRICT,
  OPT_TOP,
  OPT_BAND,
  OPT_MUST_HAVES_MET,
  OPT_THREADS,
  OPT_DUTIES
};

typedef struct row {
  const char *name, *value, *help;
  int id; /* a letter, or one of the above */
  unsigned commands;
} row;

static const row rows[] = {
    {"format", "FORMAT", "text (default), json, markdown, html or csv", 'f', FOR_SCORE},
    {"format", "FORMAT", "text (default) or json", 'f', FOR_READ | FOR_LEXICON},
    {"format", "FORMAT", "text (default), json or csv", 'f', FOR_RANK},
    {"brief", NULL, "only the percentage and what went wrong", OPT_BRIEF, FOR_SCORE},
    {"at-least", "N", "exit with 1 when fewer than N per cent are met", OPT_AT_LEAST, FOR_SCORE},
    {"at-least", "N", "only those that meet N per cent; exit with 1 when there is none",
     OPT_AT_LEAST, FOR_RANK},
    {"band", "NAME", "only those in this band", OPT_BAND, FOR_RANK},
    {"must-haves-met", NULL, "only those that no missing must-have blocks", OPT_MUST_HAVES_MET,
     FOR_RANK},
    {"top", "N", "show only the N best", OPT_TOP, FOR_RANK},
    {"threads", "N", "work with N threads (default 1); the output is the same", OPT_THREADS,
     FOR_RANK},
    {"posting", "FILE", "one posting for all lines", OPT_POSTING, FOR_STREAM},
    {"profile", "FILE", "one profile for all lines", OPT_PROFILE, FOR_STREAM},
    {"line-buffered", NULL, "answer each line at once", OPT_LINE_BUFFERED, FOR_STREAM},
    {"strict", NULL, "exit with 3 when a line was answered with an error", OPT_STRICT, FOR_STREAM},
    {"duties", NULL, "give what is done in the job as requirements too", OPT_DUTIES, FOR_EXTRACT},
    {"policy", "FILE", "score by this policy", OPT_POLICY, FOR_PAIRS},
    {"lexicon", "FILE", "add a lexicon; may be given more than once", OPT_LEXICON,
     FOR_PAIRS | FOR_LEXICON},
    {"esco", "DIR", "add ESCO from the CSV files in DIR", OPT_ESCO, FOR_PAIRS | FOR_LEXICON},
    {"onet", "DIR", "add O*NET from the text files in DIR", OPT_ONET, FOR_PAIRS | FOR_LEXICON},
    {"as-of", "DATE", "what \"present\" means, as 2026-03-01 (default: today)", OPT_AS_OF,
     FOR_PAIRS},
    {"allow-patterns", NULL, "run the posting's own expressions", OPT_ALLOW_PATTERNS, FOR_PAIRS},
    {"color", "WHEN", "auto (default), always or never", OPT_COLOR, FOR_SCORE},
    {"output", "FILE", "write to FILE, which appears when it is whole", 'o', FOR_ALL},
    {"quiet", NULL, "no report on standard output: the exit status tells", 'q',
     FOR_SCORE | FOR_READ | FOR_RANK | FOR_EXTRACT | FOR_LEXICON},
    {"help", NULL, "show this help", 'h', FOR_ALL},
};
#define ROW_COUNT (sizeof rows / sizeof *rows)

void options_help(FILE *file, unsigned bit)
{
  for (size_t i = 0; i < ROW_COUNT; i++) {
    if ((rows[i].commands & bit) == 0)
      continue;
    char name[40];
    const char *value = rows[i].value;
    snprintf(name, sizeof name, "--%s%s%s", rows[i].name, value == NULL ? "" : " ",
             value == NULL ? "" : value);
    if (rows[i].id < 256)
      fprintf(file, "  -%c, %-20s %s\n", rows[i].id, name, rows[i].help);
    else
      fprintf(file, "      %-20s %s\n", name, rows[i].help);
  }
}

/* ---- values ----------------------------------------------------------------------------- */

static bool read_choice(const char *value, const char *const *words, size_t count, int *choice)
{
  for (size_t i = 0; i < count; i++) {
    if (strcmp(value, words[i]) != 0)
      continue;
    *choice = (int)i;
    return true;
  }
  return false;
}

static bool read_digits(const char **at, size_t count, int32_t *number)
{
  *number = 0;
  for (size_t i = 0; i < count; i++, (*at)++) {
    if (**at < '0' || **at > '9')
      return false;
    *number = *number * 10 + (**at - '0');
  }
  return true;
}

static int32_t days_in(int32_t year, int32_t month)
{
  static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

/* 2026-03-01 */
static bool read_date(const char *value, int32_t *day)
{
  int32_t year, month, of_month;
  if (!read_digits(&value, 4, &year) || *value++ != '-' || !read_digits(&value, 2, &month)
      || *value++ != '-' || !read_digits(&value, 2, &of_month) || *value != '\0')
    return false;
  if (year < 1900 || month < 1 || month > 12 || of_month < 1 || of_month > days_in(year, month))
    return false;
  *day = year * 10000 + month * 100 + of_month;
  return true;
}

/* 75, 72.5: per cent with at most three decimals, in thousandths. */
static bool read_percent(const char *value, int64_t *out)
{
  int64_t number = 0;
  int decimals = 0;
  const char *at = value;
  while (*at >= '0' && *at <= '9' && at - value < 3)
    number = number * 10 + (*at++ - '0');
  bool any = at > value;
  if (*at == '.') {
    at++;
    while (*at >= '0' && *at <= '9' && decimals < 3) {
      number = number * 10 + (*at++ - '0');
      decimals++;
    }
    any = decimals > 0;
  }
  for (; decimals < 3; decimals++)
    number *= 10;
  *out = number;
  return any && *at == '\0' && number <= 100000;
}

static int32_t today(void)
{
  time_t now = time(NULL);
  struct tm local;
  if (now == (time_t)-1 || localtime_r(&now, &local) == NULL)
    return 0;
  return (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday;
}

bool wants_color(const cli_settings *settings)
{
  if (settings->color != COLOR_AUTO)
    return settings->color == COLOR_ALWAYS;
  const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
  if ((none != NULL && none[0] != '\0') || terminal == NULL || strcmp(terminal, "dumb") == 0)
    return false;
  return settings->output == NULL && isatty(STDOUT_FILENO);
}

bool wants_report(const cli_settings *settings)
{
  return !settings->quiet || settings->output != NULL;
}

/* ---- one option ------------------------------------------------------------------------- */

static const char *const color_words[] = {"auto", "always", "never"};

/* Which of the library's formats a command writes: the first row that is for it. */
static const struct {
  unsigned commands, formats;
  const char *words;
} written[] = {
    {FOR_SCORE, ~0u, "text, json, markdown, html or csv"},
    {FOR_RANK, 1u << JM_FORMAT_TEXT | 1u << JM_FORMAT_JSON | 1u << JM_FORMAT_CSV,
     "text, json or csv"},
    {FOR_ALL, 1u << JM_FORMAT_TEXT | 1u << JM_FORMAT_JSON, "text or json"},
};

static int take_format(cli_settings *out, const char *value)
{
  size_t of = 0;
  while ((written[of].commands & out->command->bit) == 0)
    of++;
  for (int32_t i = 0; strcmp(jm_format_word(i), "?") != 0; i++) {
    if (strcmp(value, jm_format_word(i)) != 0 || (written[of].formats >> i & 1) == 0)
      continue;
    out->format = i;
    return 0;
  }
  return tell_usage(out->command, "--format is %s, not '%s'", written[of].words, value);
}

static int take_choice(cli_settings *out, int id, const char *value)
{
  int choice = 0;
  if (id == 'f')
    return take_format(out, value);
  if (!read_choice(value, color_words, 3, &choice))
    return tell_usage(out->command, "--color is auto, always or never, not '%s'", value);
  out->color = (color_mode)choice;
  return 0;
}

/* 1 to `most`, in digits only. */
static bool read_count(const char *value, int64_t most, int64_t *out)
{
  int64_t number = 0;
  const char *at = value;
  while (*at >= '0' && *at <= '9' && number <= most)
    number = number * 10 + (*at++ - '0');
  *out = number;
  return *at == '\0' && number >= 1 && number <= most;
}

static int take_count(cli_settings *out, int id, const char *value)
{
  int64_t threads = 1;
  if (id == OPT_TOP && !read_count(value, INT32_MAX, &out->top))
    return tell_usage(out->command, "--top is a number from 1, not '%s'", value);
  if (id == OPT_THREADS && !read_count(value, MOST_THREADS, &threads))
    return tell_usage(out->command, "--threads is a number from 1 to %d, not '%s'", MOST_THREADS,
                      value);
  out->threads = id == OPT_THREADS ? (int32_t)threads : out->threads;
  return 0;
}

static int take_number(cli_settings *out, int id, const char *value)
{
  if (id == OPT_AS_OF && !read_date(value, &out->as_of))
    return tell_usage(out->command, "--as-of is a day as in 2026-03-01, not '%s'", value);
  if (id == OPT_AT_LEAST && !read_percent(value, &out->at_least))
    return tell_usage(out->command, "--at-least is a number from 0 to 100, not '%s'", value);
  return 0;
}

static void take_name(cli_settings *out, int id, const char *value)
{
  switch (id) {
  case OPT_POLICY:
    out->policy = value;
    break;
  case OPT_LEXICON:
    out->lexicons[out->lexicon_count++] = value;
    break;
  case OPT_ESCO:
    out->esco = value;
    break;
  case OPT_ONET:
    out->onet = value;
    break;
  case OPT_BAND:
    out->band = value;
    break;
  case OPT_POSTING:
    out->posting = value;
    break;
  case OPT_PROFILE:
    out->profile = value;
    break;
  default:
    out->output = strcmp(value, "-") == 0 ? NULL : value;
    break;
  }
}

static bool *flag_of(cli_settings *out, int id)
{
  switch (id) {
  case OPT_BRIEF:
    return &out->brief;
  case OPT_ALLOW_PATTERNS:
    return &out->allow_patterns;
  case OPT_LINE_BUFFERED:
    return &out->line_buffered;
  case OPT_STRICT:
    return &out->strict;
  case OPT_MUST_HAVES_MET:
    return &out->must_haves_met;
  case OPT_DUTIES:
    return &out->duties;
  case 'q':
    return &out->quiet;
  case 'h':
    return &out->help;
  default:
    return NULL;
  }
}

static int take(cli_settings *out, int id, const char *value)
{
  bool *flag = flag_of(out, id);
  if (flag != NULL) {
    *flag = true;
    return 0;
  }
  if (id == 'f' || id == OPT_COLOR)
    return take_choice(out, id, value);
  if (id == OPT_AS_OF || id == OPT_AT_LEAST)
    return take_number(out, id, value);
  if (id == OPT_TOP || id == OPT_THREADS)
    return take_count(out, id, value);
  take_name(out, id, value);
  return 0;
}

/* ---- the command line ------------------------------------------------------------------- */

typedef struct grammar {
  struct option longs[ROW_COUNT + 1];
  char shorts[2 * ROW_COUNT + 2];
  const char *names[ROW_COUNT];
  size_t count;
} grammar;

static void grammar_make(grammar *out, unsigned bit)
{
  size_t letters = 0;
  memset(out, 0, sizeof *out);
  out->shorts[letters++] = ':'; /* a missing value is told as ':' */
  for (size_t i = 0; i < ROW_COUNT; i++) {
    if ((rows[i].commands & bit) == 0)
      continue;
    int argument = rows[i].value != NULL ? required_argument : no_argument;
    out->longs[out->count] = (struct option){rows[i].name, argument, NULL, rows[i].id};
    out->names[out->count++] = rows[i].name;
    if (rows[i].id >= 256)
      continue;
    out->shorts[letters++] = (char)rows[i].id;
    if (argument == required_argument)
      out->shorts[letters++] = ':';
  }
}

/* The option that a name means: its own, one it is the beginning of, or one it is near to. */
static const char *meant_by(const grammar *g, const char *name, size_t len)
{
  const char *begun = NULL;
  size_t found = 0;
  for (size_t i = 0; i < g->count; i++) {
    if (strncmp(g->names[i], name, len) != 0)
      continue;
    if (g->names[i][len] == '\0')
      return g->names[i];
    begun = g->names[i];
    found++;
  }
  return found == 1 ? begun : nearest(name, g->names, g->count);
}

/* What is wrong with "--name" or "--name=value"; no value, when `found` is ':'. */
static int tell_long(const cli_settings *out, const grammar *g, int found, const char *word)
{
  char name[32];
  const char *command = out->command->name;
  size_t len = strncmp(word, "--", 2) == 0 ? strcspn(word + 2, "=") : 0;
  if (len == 0 || len >= sizeof name)
    return tell_usage(out->command, "'%s' has no option '%s'", command, word);
  memcpy(name, word + 2, len);
  name[len] = '\0';
  const char *meant = meant_by(g, name, len);
  if (meant == NULL)
    return tell_usage(out->command, "'%s' has no option '--%s'", command, name);
  if (strcmp(meant, name) != 0)
    return tell_usage(out->command, "'%s' has no option '--%s'; did you mean '--%s'?", command,
                      name, meant);
  return tell_usage(out->command, found == ':' ? "--%s needs a value" : "--%s takes no value",
                    name);
}

static bool is_letter_of(const grammar *g, int letter)
{
  for (size_t i = 0; i < g->count; i++)
    if (g->longs[i].val == letter)
      return true;
  return false;
}

/* getopt_long() says by optopt which letter of a cluster it means; it is 0 for a long option that
 * does not exist, and one of ours for one with a value too many. */
static int tell_option(const cli_settings *out, const grammar *g, int found, const char *word)
{
  bool known = is_letter_of(g, optopt);
  if (found == ':' ? strncmp(word, "--", 2) == 0 : optopt == 0 || known)
    return tell_long(out, g, found, word);
  char letter = optopt > ' ' && optopt < 0x7F ? (char)optopt : '?';
  if (known)
    return tell_usage(out->command, "-%c needs a value", letter);
  return tell_usage(out->command, "'%s' has no option '-%c'", out->command->name, letter);
}

/* The word that getopt_long() has just read a long option from: before its value, if that is one.
 */
static const char *word_read(char **argv)
{
  return argv[optarg != NULL && optarg == argv[optind - 1] ? optind - 2 : optind - 1];
}

static int take_next(cli_settings *out, const grammar *g, int found, int index, char **argv)
{
  if (found == '?' || found == ':')
    return tell_option(out, g, found, argv[optind - 1]);
  const char *name = index < 0 ? NULL : g->longs[index].name;
  if (name == NULL)
    return take(out, found, optarg);
  /* A beginning of a name is refused: it might begin another one some day. */
  const char *word = word_read(argv);
  if (strlen(name) != strcspn(word + 2, "="))
    return tell_long(out, g, found, word);
  return take(out, found, optarg);
}

int settings_read(cli_settings *out, const cli_command *command, int argc, char **argv)
{
  grammar g;
  *out = (cli_settings){.command = command, .as_of = today(), .at_least = -1, .threads = 1};
  out->lexicons = calloc((size_t)argc + 1, sizeof *out->lexicons);
  if (out->lexicons == NULL) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  grammar_make(&g, command->bit);
  opterr = 0;
  optind = 1;
  for (int found, index = -1; (found = getopt_long(argc, argv, g.shorts, g.longs, &index)) != -1;
       index = -1) {
    int status = take_next(out, &g, found, index, argv);
    if (status != 0)
      return status;
  }
  out->operands = argv + optind;
  out->operand_count = argc - optind;
  if (out->help || (out->operand_count >= command->least && out->operand_count <= command->most))
    return 0;
  return tell_usage(command, "'%s' takes %s", command->name,
                    command->operands[0] == '\0' ? "no files: it reads standard input"
                                                 : command->operands);
}

void settings_dispose(cli_settings *settings)
{
  free(settings->lexicons);
  settings->lexicons = NULL;
}
