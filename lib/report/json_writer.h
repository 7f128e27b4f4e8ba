/* SPDX-License-Identifier: MIT */
/* Writing JSON: one line, no blanks, commas kept by the writer.
 *
 *   jmi_write_open(w, NULL, '{');  jmi_write_text(w, "id", id);  jmi_write_close(w, '}');
 *
 * A key that is NULL makes an item of a list. Texts are escaped so that the output is valid UTF-8
 * and holds no character that steers or hides text, whatever the input; a byte that is no UTF-8
 * becomes U+FFFD. Keys are written as they are: they are ours. */
#ifndef JMI_REPORT_JSON_WRITER_H
#define JMI_REPORT_JSON_WRITER_H

#include "base/buffer.h"

typedef struct jmi_writer {
  jmi_buffer *out; /* borrows */
  bool comma;      /* something stands before the next member */
} jmi_writer;

void jmi_write_open(jmi_writer *w, const char *key, char bracket);
void jmi_write_close(jmi_writer *w, char bracket);
void jmi_write_text(jmi_writer *w, const char *key, jmi_str text);
/* A text that ends with a NUL; null when it is NULL. */
void jmi_write_word(jmi_writer *w, const char *key, const char *word);
void jmi_write_int(jmi_writer *w, const char *key, int64_t number);
void jmi_write_flag(jmi_writer *w, const char *key, bool flag);
void jmi_write_null(jmi_writer *w, const char *key);
/* number / 10^decimals, without needless zeros: 8250 with 2 decimals is 82.5. Not negative. */
void jmi_write_decimal(jmi_writer *w, const char *key, int64_t number, uint32_t decimals);
/* A hash as a text of 16 hexadecimal digits. */
void jmi_write_hash(jmi_writer *w, const char *key, uint64_t hash);
/* JSON that was checked by a reader: white space and unsafe characters are made harmless, the
 * value stays the same. */
void jmi_write_json(jmi_writer *w, const char *key, jmi_str json);

#endif
