/* SPDX-License-Identifier: MIT */
/* What the command's files share: exit statuses, settings, texts, messages.
 *
 * Nothing here knows the inside of the library: <jobmatch/jobmatch.h> is all it includes. */
#ifndef JOBMATCH_CLI_H
#define JOBMATCH_CLI_H

#include <jobmatch/jobmatch.h>

#include <stdbool.h>
#include <stdio.h>

/* Exit statuses; main() returns the greatest of what happened. */
enum {
  EXIT_SCORED = 0, /* scored, and not below --at-least */
  EXIT_BELOW = 1,  /* scored below --at-least */
  EXIT_USAGE = 2,  /* the command line is wrong */
  EXIT_INPUT = 3,  /* a document is wrong; the rest of a batch went on */
  EXIT_SYSTEM = 4  /* a file can't be read or written, or memory ran out */
};

typedef struct cli_settings cli_settings;

/* ---- commands (command.c) --------------------------------------------------------------- */

typedef struct cli_command {
  const char *name, *operands, *summary, *description, *examples;
  unsigned bit;    /* which options it takes: options.c */
  int least, most; /* operands */
  int (*run)(const cli_settings *settings);
} cli_command;

extern const cli_command commands[];
extern const size_t command_count;
const cli_command *command_find(const char *name);
/* The command that a misspelt word means; NULL when none is near. */
const char *command_suggest(const char *word);
void command_help(FILE *file, const cli_command *command);
void command_overview(FILE *file);

int run_score(const cli_settings *settings);
int run_read(const cli_settings *settings);
int run_extract(const cli_settings *settings);
int run_stream(const cli_settings *settings);
int run_rank(const cli_settings *settings);
int run_find(const cli_settings *settings);
int run_lexicon(const cli_settings *settings);

/* ---- options (options.c) ---------------------------------------------------------------- */

/* FOR_RANK: `rank` and `find`, which take the same. FOR_PAIRS: the commands that read documents. */
enum {
  FOR_SCORE = 1,
  FOR_READ = 2,
  FOR_STREAM = 4,
  FOR_LEXICON = 8,
  FOR_RANK = 16,
  FOR_EXTRACT = 32,
  FOR_PAIRS = FOR_SCORE | FOR_READ | FOR_STREAM | FOR_RANK,
  FOR_ALL = FOR_PAIRS | FOR_LEXICON | FOR_EXTRACT
};

enum { MOST_THREADS = 256 };

typedef enum color_mode { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } color_mode;

struct cli_settings {
  const cli_command *command;
  char **operands;
  int operand_count;
  int32_t format, as_of; /* a jm_format; yyyymmdd */
  int64_t at_least;      /* thousandths of a per cent; -1: not asked */
  int64_t top;           /* 0: all */
  int32_t threads;
  const char *policy, *output, *posting, *profile, *esco, *onet, *band;
  const char **lexicons; /* owns the array, not the names */
  int lexicon_count;
  color_mode color;
  bool quiet, brief, allow_patterns, line_buffered, strict, must_haves_met, duties, help;
};

/* Reads a command's options and operands. Returns 0, or EXIT_USAGE or EXIT_SYSTEM when told. */
int settings_read(cli_settings *out, const cli_command *command, int argc, char **argv);
void settings_dispose(cli_settings *settings);
/* Writes the options that a command takes, one a line. */
void options_help(FILE *file, unsigned bit);
bool wants_color(const cli_settings *settings);
/* Quiet is standard output; a file that was asked for is written all the same. */
bool wants_report(const cli_settings *settings);

/* ---- files (file.c, out.c) -------------------------------------------------------------- */

typedef struct cli_text {
  char *at; /* owns; NUL-terminated */
  size_t len;
} cli_text;

/* Reads a whole file, or standard input for "-". Returns 0, or an exit status when told. */
int text_read(cli_text *out, const char *path);
void text_dispose(cli_text *text);
/* A file in a folder, or where it is when that is NULL; the caller's. NULL when out of memory. */
char *path_join(const char *folder, const char *name);
/* "-" is called by its name in messages. */
const char *name_of(const char *path);

/* Where a report goes: standard output, or a file that appears only when it is whole. */
typedef struct cli_sink {
  FILE *file;
  const char *path;        /* as it was given; NULL: standard output */
  char *place, *temporary; /* own; NULL when the path is written to directly */
} cli_sink;

int sink_open(cli_sink *out, const char *path);
/* Ends it: puts the file in its place when `keep`, else removes what was written. Returns 0, or
 * EXIT_SYSTEM when told. */
int sink_close(cli_sink *sink, bool keep);
/* These return 0, or EXIT_SYSTEM when told. */
int sink_put(cli_sink *sink, const char *at, size_t len);
int sink_flush(cli_sink *sink);
/* For what was written to the file without sink_put(): did it fail? Asked before errno changes. */
int sink_check(const cli_sink *sink);

/* ---- scorers (session.c) ---------------------------------------------------------------- */

/* Makes a scorer from the settings. Returns 0, or an exit status when told. */
int scorer_open(jm_scorer **out, const cli_settings *settings);
int posting_open(jm_posting **out, const jm_scorer *scorer, const char *path);
int profile_open(jm_profile **out, const jm_scorer *scorer, const char *path);
/* The exit status of a failure of the library. */
int status_exit(int32_t status);

/* ---- shares (share.c) ------------------------------------------------------------------- */

/* An exact fraction; `possible` is never 0. */
typedef struct cli_share {
  int64_t earned, possible;
} cli_share;

cli_share share_of(const jm_result *result);
/* Less than 0, 0, or more: as `a` is to `b`. */
int share_compare(cli_share a, cli_share b);
bool share_reaches(cli_share share, int64_t milli); /* thousandths of a per cent */
int32_t share_hundredths(cli_share share);          /* of a per cent, rounded down */

/* ---- foreign lexicons (tables.c) ---------------------------------------------------------- */

/* What --esco and --onet name; *out is NULL when they name nothing. Returns 0, or an exit status
 * when told; *out is to be freed either way. */
int extra_open(jm_lexicon **out, const cli_settings *settings);
/* Adds a file to a lexicon. Returns 0, or an exit status when told. */
int table_add(jm_lexicon *lexicon, int32_t kind, const char *path);

/* ---- messages (message.c) --------------------------------------------------------------- */

/* "jobmatch: …" and "jobmatch: FILE: why", on standard error, with characters made harmless. */
void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
void tell_errno(const char *path, int number);
/* file:line:column: path: message [JM_ERR_…], and a line with the hint. */
void tell_error(const char *file, const jm_error *err);
/* The same for one of the file's documents, from 1, as "document 2: "; 0: it has only one. */
void tell_document_error(const char *file, int64_t document, const jm_error *err);
/* A usage mistake, and where help is. Returns EXIT_USAGE. */
int tell_usage(const cli_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Bytes of a character that steers or hides text, where one begins; else 0. */
size_t unsafe_size(const unsigned char *at, size_t left);
/* Writes a text without what steers a terminal. */
void put_safe(FILE *file, const char *at, size_t len);
/* The nearest of the words, at most two slips away; NULL. */
const char *nearest(const char *word, const char *const *words, size_t count);

/* Greater of two exit statuses, for batches. */
static inline int worse(int a, int b)
{
  return a > b ? a : b;
}

#endif
