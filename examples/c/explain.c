/* SPDX-License-Identifier: MIT */
/* Prints how a posting is understood, as JSON: for each line its tier and where that came from, the
 * parts it asks for, what is set aside, and what looks wrong.
 *
 * usage: explain POSTING
 * build: cc explain.c file.c $(pkg-config --cflags --libs jobmatch) -o explain */
#include "file.h"

#include <stdio.h>

int main(int argc, char **argv)
{
  if (argc != 2) {
    fputs("usage: explain POSTING\n", stderr);
    return EXIT_USAGE;
  }
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  char *text = NULL;
  jm_error err = JM_ERROR_INIT;
  int exit_status = EXIT_SYSTEM;

  if (jm_scorer_new(&scorer, NULL, &err) != JM_OK) {
    error_print("explain", &err);
    goto done;
  }
  if ((exit_status = posting_load_file(&posting, scorer, argv[1])) != 0)
    goto done;
  if (jm_posting_explain(&text, NULL, posting, &err) != JM_OK) {
    error_print("explain", &err);
    exit_status = EXIT_SYSTEM;
    goto done;
  }
  puts(text);
done:
  jm_text_free(text);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  return exit_status;
}
