/* SPDX-License-Identifier: MIT */
/* What the HTML report says the same way every time (html_style.c). */
#ifndef JMI_REPORT_HTML_H
#define JMI_REPORT_HTML_H

/* The style sheet, line by line; NULL ends it. Each line is followed by a line feed. */
extern const char *const jmi_html_style[];
/* What a content security policy calls it: the page runs this style and nothing else. */
extern const char jmi_html_style_hash[];
/* The drawings of the signs, once for the page. */
extern const char *const jmi_html_signs[];

#endif
