/* SPDX-License-Identifier: MIT */
/* One public header, alone and twice, as a stranger's program meets it: headers.sh compiles this
 * file once for each header and language, with JM_HEADER naming the header. */
#include JM_HEADER
#include JM_HEADER

int main(void)
{
  jm_error err = JM_ERROR_INIT;
  return err.status == JM_OK ? 0 : 1;
}
