/* SPDX-License-Identifier: MIT */
/* What the files of `jobmatch read` share. */
#ifndef JOBMATCH_CLI_READ_H
#define JOBMATCH_CLI_READ_H

#include "cli.h"
#include "value.h"

typedef enum cli_kind { KIND_UNKNOWN, KIND_POSTING, KIND_PROFILE } cli_kind;

/* What a text holds, by the keys at its top; a list is a posting. */
cli_kind kind_of(const cli_text *text);

/* Write an explanation as text. */
void put_posting(FILE *file, const char *name, const cli_tree *tree);
void put_profile(FILE *file, const char *name, const cli_tree *tree);
void put_findings(FILE *file, const char *name, const cli_tree *tree);

#endif
