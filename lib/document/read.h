/* SPDX-License-Identifier: MIT */
/* What tree.c asks of the two readers, once the text is known to be sound UTF-8. */
#ifndef JMI_DOCUMENT_READ_H
#define JMI_DOCUMENT_READ_H

#include "document/document.h"
#include "document/source.h"

/* One JSON value and nothing after it. */
jm_status jmi_json_read_source(const jmi_node **out, jmi_arena *arena, const jmi_source *source,
                               const jmi_document_limits *limits, jm_error *err) JM_MUST_USE;
/* As jmi_yaml_open(), with the text made ready. */
jm_status jmi_yaml_open_source(jmi_document_stream **out, jmi_arena *arena,
                               const jmi_source *source, const jmi_document_limits *limits,
                               jm_error *err) JM_MUST_USE;
/* The place where the document that was read last begins. */
jmi_mark jmi_yaml_document_mark(const jmi_document_stream *stream);

#endif
