/* SPDX-License-Identifier: MIT */
/* Scores a profile against a posting and prints the ledger: percentage, band, and each line.
 *
 * usage: score_files POSTING PROFILE
 * build: cc score_files.c file.c $(pkg-config --cflags --libs jobmatch) -o score_files */
#include "file.h"

#include <stdio.h>

static void print_requirement(const jm_result *result, int64_t index)
{
  const char *evidence = jm_result_requirement_evidence(result, index);
  const char *shortfall = jm_result_requirement_shortfall(result, index);
  printf("%-9s %s: %s\n", jm_standing_word(jm_result_requirement_standing(result, index)),
         jm_result_requirement_id(result, index), jm_result_requirement_text(result, index));
  if (evidence != NULL)
    printf("%-9s line %d: %s\n", "", (int)jm_result_requirement_evidence_line(result, index),
           evidence);
  if (shortfall[0] != '\0')
    printf("%-9s %s\n", "", shortfall);
}

/* The percentage in tenths, cut: what falls short of a band must not read as if it reached it. */
static int64_t percent_tenths(const jm_result *result)
{
  int64_t possible = jm_result_possible(result);
  return possible == 0 ? 1000 : jm_result_earned(result) * 1000 / possible;
}

static void print_result(const jm_result *result)
{
  int64_t tenths = percent_tenths(result);
  printf("%d.%d %% %s\n", (int)(tenths / 10), (int)(tenths % 10), jm_result_band(result));
  for (int64_t i = 0; i < jm_result_requirement_count(result); i++)
    print_requirement(result, i);
}

int main(int argc, char **argv)
{
  if (argc != 3) {
    fputs("usage: score_files POSTING PROFILE\n", stderr);
    return EXIT_USAGE;
  }
  jm_scorer *scorer = NULL;
  jm_posting *posting = NULL;
  jm_profile *profile = NULL;
  jm_result *result = NULL;
  jm_error err = JM_ERROR_INIT;
  int exit_status = EXIT_SYSTEM;

  if (jm_scorer_new(&scorer, NULL, &err) != JM_OK) {
    error_print("score_files", &err);
    goto done;
  }
  if ((exit_status = posting_load_file(&posting, scorer, argv[1])) != 0
      || (exit_status = profile_load_file(&profile, scorer, argv[2])) != 0)
    goto done;
  if (jm_score(&result, scorer, posting, profile, &err) != JM_OK) {
    error_print("score_files", &err);
    exit_status = EXIT_SYSTEM;
    goto done;
  }
  print_result(result);
done:
  jm_result_free(result); /* in the reverse order of making; each takes NULL */
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
  return exit_status;
}
