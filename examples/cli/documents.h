/* SPDX-License-Identifier: MIT */
/* Many documents from files, folders and standard input, one after the other.
 *
 * A folder stands for its *.yaml, *.yml, *.json, *.jsonl and *.ndjson in the order of their names,
 * without its subfolders. A YAML file holds a document between any two lines `---`. A file named
 * *.jsonl or *.ndjson holds one on each line that is not blank, and is read line by line, in
 * constant memory; another file or standard input that is such lines is known by its first two. */
#ifndef JOBMATCH_CLI_DOCUMENTS_H
#define JOBMATCH_CLI_DOCUMENTS_H

#include "cli.h"
#include "line.h"

/* ---- the pieces of a text (split.c) ------------------------------------------------------ */

typedef struct cli_splitter {
  const char *at, *end; /* borrow the text */
  uint32_t line;        /* lines before `at` */
  bool lines;           /* a document on each line */
} cli_splitter;

typedef struct cli_piece {
  const char *at; /* borrows the text */
  size_t len;
  uint32_t lines_before; /* in the text */
} cli_piece;

void splitter_open(cli_splitter *out, const cli_text *text);
/* False when there is no more. Pieces without content are passed over. */
bool splitter_next(cli_splitter *splitter, cli_piece *out);

/* ---- names (folder.c) -------------------------------------------------------------------- */

typedef struct cli_names {
  char **at; /* owns, and each of them */
  size_t count, room;
} cli_names;

/* Adds a file, or the files of a folder. Returns 0, or an exit status when told. */
int names_add(cli_names *names, const char *path);
void names_dispose(cli_names *names);

/* ---- documents (documents.c) ------------------------------------------------------------- */

typedef struct cli_document {
  const char *file; /* borrowed from the documents */
  int64_t number;   /* in its file, from 1 */
  bool many;        /* the file holds others: the number is part of the id */
  bool too_long;    /* a line over the limit, and skipped */
  uint32_t lines_before;
  cli_text text;
} cli_document;

typedef struct cli_documents {
  cli_names names;
  size_t next; /* of the names */
  int64_t number;
  cli_text text; /* the file that is being read, when it is read whole */
  cli_splitter splitter;
  line_reader reader; /* the file, when it is read by lines */
  uint32_t line;
  bool open, many;
  int64_t failed; /* files and folders that can't be read */
  int status;     /* the worst of what was told of them */
} cli_documents;

/* Finds out which files are meant. A folder that can't be read is told and costs only itself. */
void documents_open(cli_documents *out, char **paths, int count);
void documents_close(cli_documents *documents);
/* 1: a document, to be disposed of by text_dispose(&out->text); 0: there is no more; -1: out of
 * memory, told. */
int documents_next(cli_documents *documents, cli_document *out);

#endif
