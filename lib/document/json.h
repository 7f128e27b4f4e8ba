/* SPDX-License-Identifier: MIT */
/* What can be wrong with JSON, and how it is said. */
#ifndef JMI_DOCUMENT_JSON_H
#define JMI_DOCUMENT_JSON_H

#include "document/source.h"

typedef enum jmi_json_problem {
  JMI_JSON_FINE,
  /* What was expected where something else stands: */
  JMI_JSON_WANTS_VALUE,
  JMI_JSON_WANTS_KEY,
  JMI_JSON_WANTS_COLON,
  JMI_JSON_WANTS_COMMA_OR_BRACKET,
  JMI_JSON_WANTS_COMMA_OR_BRACE,
  JMI_JSON_WANTS_END,
  /* What is wrong with what stands there: */
  JMI_JSON_LAST_COMMA,
  JMI_JSON_BAD_NUMBER,
  JMI_JSON_LEADING_ZERO,
  JMI_JSON_BAD_ESCAPE,
  JMI_JSON_BAD_UNICODE,
  JMI_JSON_LONE_SURROGATE,
  JMI_JSON_BREAK_IN_STRING,
  JMI_JSON_CONTROL,
  JMI_JSON_OPEN_STRING,
  JMI_JSON_PROBLEM_COUNT
} jmi_json_problem;

/* Reports a problem with what stands at a byte: JM_ERR_SYNTAX. */
jm_status jmi_json_fail(jm_error *err, const jmi_source *source, size_t at,
                        jmi_json_problem problem);
/* Reports that something else was expected, with a hint from what stands there: JM_ERR_SYNTAX, or
 * JM_ERR_ENCODING where that is not even UTF-8. */
jm_status jmi_json_unexpected(jm_error *err, const jmi_source *source, size_t at,
                              jmi_json_problem expected);

#endif
