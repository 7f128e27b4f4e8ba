/* SPDX-License-Identifier: MIT */
/* What every unit test shares: a table of cases run by Check, and its exit status. */
#ifndef JMT_SUITE_H
#define JMT_SUITE_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Runs a suite as CK_VERBOSITY, CK_RUN_CASE and CK_FORK say; what main() returns. */
static inline int run_suite(Suite *suite)
{
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
