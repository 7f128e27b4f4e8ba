/* SPDX-License-Identifier: MIT */
/* Texts that are handed out: each carries the allocator it must go back to. */
#ifndef JMI_REPORT_GIVE_H
#define JMI_REPORT_GIVE_H

#include "base/buffer.h"
#include "base/error.h"

/* Makes a buffer ready for a text that will be given; only jmi_give() may take it. */
void jmi_give_open(jmi_buffer *buffer, const jm_allocator *allocator);
/* Gives the text to the caller (jm_text_free() frees it) and leaves the buffer empty. `len` may be
 * NULL. A buffer that failed is JM_ERR_MEMORY, and *out is NULL then. */
jm_status jmi_give(char **out, size_t *len, jmi_buffer *buffer, jm_error *err) JM_MUST_USE;

#endif
