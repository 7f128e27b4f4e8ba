/* SPDX-License-Identifier: MIT */
/* What the headings and the sentences of a posting's text announce (heads.c, shape.c). */
#ifndef JMI_LANGUAGE_HEADS_H
#define JMI_LANGUAGE_HEADS_H

#include "language/language.h"

typedef enum jmi_head {
  JMI_HEAD_NONE, /* the words are unknown */
  JMI_HEAD_OPEN, /* of the job in general: only a sentence's shape tells what it is */
  JMI_HEAD_REQUIRED,
  JMI_HEAD_PREFERRED,
  JMI_HEAD_DUTIES,
  JMI_HEAD_ASIDE /* of the company, pay, benefits, applying, the law */
} jmi_head;

typedef struct jmi_head_found {
  uint8_t head; /* a jmi_head */
  bool whole;   /* it has no words but those of headings */
  bool bare;    /* as a label it says nothing of what stands behind it: "Requirements: ..." */
} jmi_head_found;

/* What a heading announces; its colon may still be there. */
jmi_head_found jmi_head_of(jmi_str text);

/* A text's words in small letters, at most so many: "You'll" is "you", "will". */
enum { JMI_WORDS_MAX = 64, JMI_WORDS_BYTES = 640 };
typedef struct jmi_words {
  char bytes[JMI_WORDS_BYTES];
  jmi_str items[JMI_WORDS_MAX];
  uint32_t count;
  bool all; /* none is left out */
} jmi_words;
void jmi_words_cut(jmi_words *out, jmi_str text);
/* The words of a phrase stand at this word: how many; 0 when they do not. */
uint32_t jmi_words_at(const jmi_words *words, uint32_t at, const char *phrase);

/* The rows of the tables, for tests: NULL behind the last. */
const char *jmi_head_phrase(uint32_t index);

/* ---- sentences (shape.c) ---------------------------------------------------------------- */

typedef enum jmi_shape {
  JMI_SHAPE_NONE,  /* it may be anything */
  JMI_SHAPE_WANT,  /* it asks for something */
  JMI_SHAPE_DUTY,  /* it tells what the job is */
  JMI_SHAPE_NOTICE /* it tells of the company, the offer, the law, applying */
} jmi_shape;

jm_status jmi_shape_of(jmi_shape *out, jmi_scribe *scribe, jmi_str sentence) JM_MUST_USE;

#endif
