/* SPDX-License-Identifier: MIT */
/* A stranger's program, as short as it can be: two texts in, a percentage out. */
#include <jobmatch/jobmatch.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
  static const char posting[] = "requirements: [SQL, Forklift licence]\n";
  static const char profile[] = "skills: [SQL]\n";
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  char *text = NULL;
  jm_status status = jm_scorer_new(&scorer, NULL, &err);
  if (status == JM_OK)
    status = jm_score_text(&text, NULL, scorer, posting, strlen(posting), profile, strlen(profile),
                           &err);
  if (status != JM_OK)
    fprintf(stderr, "%s: %s\n", jm_status_name(status), err.message);
  else
    puts(text);
  jm_text_free(text);
  jm_scorer_free(scorer);
  return status == JM_OK && strcmp(jm_version_string(), JM_VERSION_STRING) == 0 ? 0 : 1;
}
