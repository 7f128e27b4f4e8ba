/* SPDX-License-Identifier: MIT */
/* Shares as exact fractions: compared without rounding, whatever the weights are. */
#include "cli.h"

cli_share share_of(const jm_result *result)
{
  int64_t possible = jm_result_possible(result);
  /* A posting that asks for nothing is met. */
  return possible == 0 ? (cli_share){1, 1} : (cli_share){jm_result_earned(result), possible};
}

/* As Euclid has it: whole parts first, then what is left over, upside down. No product, so no
 * overflow. */
int share_compare(cli_share a, cli_share b)
{
  int sign = 1;
  for (;;) {
    int64_t whole_a = a.earned / a.possible, whole_b = b.earned / b.possible;
    int64_t rest_a = a.earned % a.possible, rest_b = b.earned % b.possible;
    if (whole_a != whole_b)
      return whole_a < whole_b ? -sign : sign;
    if (rest_a == 0 || rest_b == 0)
      return sign * ((rest_a > 0) - (rest_b > 0));
    a = (cli_share){a.possible, rest_a};
    b = (cli_share){b.possible, rest_b};
    sign = -sign;
  }
}

bool share_reaches(cli_share share, int64_t milli)
{
  return share_compare(share, (cli_share){milli, 100000}) >= 0;
}

/* Digit by digit, rounded down. */
int32_t share_hundredths(cli_share share)
{
  int64_t rest = share.earned % share.possible;
  int32_t number = (int32_t)(share.earned / share.possible);
  for (int digit = 0; digit < 4; digit++) {
    rest *= 10;
    number = number * 10 + (int32_t)(rest / share.possible);
    rest %= share.possible;
  }
  return number;
}
