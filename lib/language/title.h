/* SPDX-License-Identifier: MIT */
/* Which block of a posting's text is its title (title.c). */
#ifndef JMI_LANGUAGE_TITLE_H
#define JMI_LANGUAGE_TITLE_H

#include "language/blocks.h"

/* The title; len 0 when there is none. *block is the one that holds nothing else and is to be
 * passed over; the count when there is none. */
jmi_str jmi_title_of(const jmi_block *blocks, uint32_t count, uint32_t *block);

/* Where the content behind a label begins ("Job title: Baker"); 0 when no label of at most so many
 * bytes stands before it. *label is what stands before the colon. */
uint32_t jmi_label_of(jmi_str text, uint32_t max, jmi_str *label);

#endif
