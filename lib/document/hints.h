/* SPDX-License-Identifier: MIT */
/* What to write instead: libyaml's complaints, and our own refusals, in words that help. */
#ifndef JMI_DOCUMENT_HINTS_H
#define JMI_DOCUMENT_HINTS_H

#include "document/source.h"

/* A complaint of libyaml's scanner or parser. */
typedef struct jmi_trouble {
  const jmi_source *source;     /* borrows */
  const char *problem;          /* its words; never NULL */
  const char *context;          /* what it was doing; "" when it does not say */
  size_t at, context_at;        /* the bytes that it names */
  size_t quote_from, quote_end; /* the quoted scalar that was read last; equal when none was */
} jmi_trouble;

/* Reports it: JM_ERR_SYNTAX. */
jm_status jmi_hint_trouble(jm_error *err, const jmi_trouble *trouble);

/* Parts of YAML that libyaml reads and we do not. */
typedef enum jmi_refusal {
  JMI_REFUSE_ANCHOR,
  JMI_REFUSE_ALIAS,
  JMI_REFUSE_TAG,
  JMI_REFUSE_MERGE,
  JMI_REFUSE_TAG_DIRECTIVE,
  JMI_REFUSE_KEY_NOT_TEXT,
  JMI_REFUSE_KEY_EMPTY,
  JMI_REFUSE_SWALLOWED_ITEM,
  JMI_REFUSAL_COUNT
} jmi_refusal;

/* Reports one: JM_ERR_SYNTAX. */
jm_status jmi_hint_refuse(jm_error *err, jmi_mark mark, jmi_refusal refusal);

/* The name of the first character in the text that is not seen or is taken for another ("a no-break
 * space"); NULL when there is none. */
const char *jmi_hint_invisible(jmi_str text);

/* How many bytes of a text a message shows, for "%.*s": at most 60, whole characters. */
int jmi_hint_clip(jmi_str text);

#endif
