/* SPDX-License-Identifier: MIT */
/* Reading a whole file, and telling what the library refused: what the three examples share. */
#ifndef EXAMPLE_FILE_H
#define EXAMPLE_FILE_H

#include <jobmatch/jobmatch.h>
#include <stddef.h>

/* Exit statuses, as the command has them. */
enum { EXIT_USAGE = 2, EXIT_INPUT = 3, EXIT_SYSTEM = 4 };

/* Reads all of a file. Returns its bytes, which the caller frees, or NULL with errno set. */
char *file_read(const char *name, size_t *len);

/* Loads a posting or a profile from a file; says on standard error what is wrong with it.
 * Returns 0, EXIT_INPUT or EXIT_SYSTEM. */
int posting_load_file(jm_posting **out, const jm_scorer *scorer, const char *name);
int profile_load_file(jm_profile **out, const jm_scorer *scorer, const char *name);

/* "file:line:column: path: message", and the hint if there is one, on standard error. */
void error_print(const char *name, const jm_error *err);

#endif
