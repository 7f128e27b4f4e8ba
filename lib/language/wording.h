/* SPDX-License-Identifier: MIT */
/* Pieces that the patterns of several rules are made of, and the tables' parts. */
#ifndef JMI_LANGUAGE_WORDING_H
#define JMI_LANGUAGE_WORDING_H

#include "language/language.h"

/* Not \d: digits of every script would hide from PCRE2 where a match may begin. */
#define NUMBER                                                                                     \
  "(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
/* The rest of a clause: it ends at a sentence's end, a semicolon, a bracket. */
#define CLAUSE "[^.;()]*"
/* The rest of a phrase: it ends at a comma too. */
#define PHRASE "[^.;,()]*"
/* From the start of a phrase on: not from anywhere, which would take quadratic time. Where one
 * branch begins so, all do, or with ^: the search (language.c) tries no other place. */
#define FROM_START "(?:^|(?<=[.;,(]))[^.;,(]*?"

/* The rules of what asks for nothing (rules_idle.c); jmi_rule_at() gives them before the others. */
extern const jmi_rule jmi_idle_rules[];
extern const uint32_t jmi_idle_rule_count;

#endif
