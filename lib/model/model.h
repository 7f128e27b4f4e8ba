/* SPDX-License-Identifier: MIT */
/* Posting, profile and policy as their authors wrote them: fields checked, words not yet read.
 *
 * In:  a document's tree.
 * Out: structures whose texts are the source's own and whose every line knows its place.
 * A requirement line and a résumé's prose are kept raw; language/ reads them. Names, contact data
 * and the like are accepted and dropped here: nothing behind this room can see them. */
#ifndef JMI_MODEL_MODEL_H
#define JMI_MODEL_MODEL_H

#include "document/fields.h"

/* ---- formats ---------------------------------------------------------------------------- */

typedef enum jmi_format {
  JMI_FORMAT_NATIVE,
  JMI_FORMAT_JSON_RESUME, /* its resume as a profile, its job as a posting */
  JMI_FORMAT_RENDERCV,    /* profiles */
  JMI_FORMAT_SCHEMA_ORG,  /* postings: JobPosting */
  JMI_FORMAT_COUNT
} jmi_format;

extern const char *const jmi_format_words[JMI_FORMAT_COUNT];

/* The format of a document is told by its content. Two rules, the first that holds:
 *
 *   1. A key or type that only one foreign format has decides, whatever stands beside it.
 *      Profiles: a mapping under `cv` is RenderCV; a mapping under `basics`, or a `$schema` that
 *      names jsonresume or resume-schema, is JSON Resume. Postings: a mapping or list with `@type`,
 *      `@graph` or `@context` is schema.org; a `$schema` that names job-schema is JSON Resume.
 *   2. Where no key stands that only the native format has (profiles: `experience`, `willing`,
 *      `text`, `name` and so on; postings: `requirements`, `preferred`), keys that several tools
 *      write decide. Profiles: `work`, `volunteer`, `awards`, `publications`, `interests` or
 *      `references` are JSON Resume. Postings: `hiringOrganization`, `datePosted`, `jobLocation`
 *      and so on are schema.org; then `responsibilities`, `qualifications`, or `skills` beside
 *      `title`, are JSON Resume.
 *
 * All else is native, and read strictly: an unknown key is an error. */
jmi_format jmi_format_of_posting(const jmi_node *root);
jmi_format jmi_format_of_profile(const jmi_node *root);

/* A value of a foreign document that stands where it can't be read, and is passed over. Lint tells
 * of it. Message and advice are constants. */
typedef struct jmi_note {
  jmi_str path;
  jmi_mark mark;
  const char *message, *advice;
} jmi_note;

typedef struct jmi_notes {
  const jmi_note *items;
  uint32_t count, more; /* more: such values beyond those that are kept */
} jmi_notes;

/* ---- posting ---------------------------------------------------------------------------- */

typedef enum jmi_tier {
  JMI_TIER_MUST,
  JMI_TIER_REQUIRED,
  JMI_TIER_PREFERRED,
  JMI_TIER_NONE /* not said */
} jmi_tier;

typedef struct jmi_requirement {
  jmi_str text;
  jmi_str id;   /* given, or made: r1, r2, … over both lists */
  jmi_str path; /* "requirements[2]" */
  jmi_mark mark;
  int32_t weight_milli;     /* default 1000; 0 (shown, not counted) to 1000000 */
  uint8_t tier;             /* as its `tier:` says; JMI_TIER_NONE when it says nothing */
  bool preferred_list;      /* it stands under `preferred:` */
  jmi_texts any_of, all_of; /* given alternatives or parts; count 0 when not given */
  jmi_str match;            /* the author's own expression; len 0 when not given */
  jmi_mark match_mark;
} jmi_requirement;

typedef struct jmi_posting {
  jmi_str title;
  jmi_requirement *requirements;
  uint32_t count;
  const jmi_node
      *description; /* prose that the lines are to be found in; NULL when they are given */
  uint8_t format;   /* a jmi_format */
  jmi_notes notes;
} jmi_posting;

/* Native format: keys title, id, company, location, url, description (the last five carried by
 * authors and never read), requirements, preferred. A posting may also be a bare list of lines.
 * A requirement is a text, or a mapping with text (required), id, weight, tier, any_of, all_of,
 * match. Ids are unique, those that are made included. Both lists empty is an error. Paths begin at
 * root, which may stand inside a larger tree.
 *
 * JSON Resume, job: title; qualifications and responsibilities (texts); skills ({name, level,
 * keywords} or texts), each one line, its keywords alternatives of it; experience where it says a
 * number ("5+ years"; "Senior" is no requirement).
 * schema.org JobPosting, wherever in JSON-LD it stands: title; skills, qualifications,
 * responsibilities, experienceRequirements, educationRequirements, eligibilityToWorkRequirement,
 * securityClearanceRequirement, physicalRequirement, sensoryRequirement as text (plain or HTML, a
 * line each; skills also between commas), list or object; experienceInPlaceOfEducation makes of
 * experience and education one line, any of.
 * In both, where no line is given, `description` is kept for whoever can find lines in prose, and
 * count is 0. */
jm_status jmi_posting_read(jmi_posting *out, jmi_arena *arena, const jmi_node *root,
                           const jm_limits *limits, jm_error *err) JM_MUST_USE;

/* ---- profile ---------------------------------------------------------------------------- */

/* A month as year * 12 + (month - 1); JMI_MONTH_NONE when not given, JMI_MONTH_OPEN for present. */
typedef int32_t jmi_month;
#define JMI_MONTH_NONE (-1)
#define JMI_MONTH_OPEN INT32_MAX

typedef enum jmi_entry_kind {
  JMI_ENTRY_SKILL,     /* one named skill */
  JMI_ENTRY_TITLE,     /* a job's title */
  JMI_ENTRY_HIGHLIGHT, /* what was done in a job */
  JMI_ENTRY_PROJECT,   /* what was done elsewhere */
  JMI_ENTRY_SUMMARY,   /* what the profile says of itself */
  JMI_ENTRY_EDUCATION, /* a degree or a course of study */
  JMI_ENTRY_CERTIFICATE,
  JMI_ENTRY_LANGUAGE,
  JMI_ENTRY_LICENCE,
  JMI_ENTRY_TRAIT,
  JMI_ENTRY_PROSE, /* raw text, one or many sentences, not yet cut */
  JMI_ENTRY_KIND_COUNT
} jmi_entry_kind;

extern const char *const jmi_entry_kind_words[JMI_ENTRY_KIND_COUNT];

/* How well something is known. One ladder for skills and for languages (CEFR in brackets). */
typedef enum jmi_level {
  JMI_LEVEL_NONE,     /* not said */
  JMI_LEVEL_LEARNING, /* learning, beginner, some exposure, limited (A1) */
  JMI_LEVEL_BASIC,    /* basic, familiar (A2) */
  JMI_LEVEL_WORKING,  /* working knowledge, intermediate, conversational (B1) */
  JMI_LEVEL_GOOD,     /* good, proficient, professional, strong, fluent enough to work (B2) */
  JMI_LEVEL_ADVANCED, /* advanced, fluent (C1) */
  JMI_LEVEL_EXPERT,   /* expert, master, native, bilingual (C2) */
  JMI_LEVEL_COUNT
} jmi_level;

/* The ladder of degrees. */
typedef enum jmi_degree {
  JMI_DEGREE_NONE,
  JMI_DEGREE_SECONDARY,
  JMI_DEGREE_VOCATIONAL, /* apprenticeship, trade school, certificate of higher education */
  JMI_DEGREE_ASSOCIATE,  /* associate, foundation degree, HND */
  JMI_DEGREE_BACHELOR,
  JMI_DEGREE_MASTER,
  JMI_DEGREE_DOCTORATE,
  JMI_DEGREE_COUNT
} jmi_degree;

typedef enum jmi_study {
  JMI_STUDY_COMPLETED,
  JMI_STUDY_IN_PROGRESS,
  JMI_STUDY_ABANDONED
} jmi_study;

/* The words of a level and of a degree as policy, profile and report write them. */
extern const char *const jmi_level_words[JMI_LEVEL_COUNT];
extern const char *const jmi_degree_words[JMI_DEGREE_COUNT];

/* The level that a profile's own word or phrase names ("limited", "B2", "Master", "Native or
 * bilingual proficiency"), by the table of levels.c, caseless; the lowest when several ("B1-B2").
 * JMI_LEVEL_NONE when any word of it is unknown. */
jmi_level jmi_level_of(jmi_str word);
/* The degree that a word or abbreviation names ("BSc", "Bachelor of Arts", "M.B.A.", "HND"…)
 * anywhere in the text, the highest when several; JMI_DEGREE_NONE. */
jmi_degree jmi_degree_of(jmi_str text);
/* How far a text says that a study has come ("in progress", "dropped out"); else completed. */
jmi_study jmi_study_of(jmi_str text);

typedef struct jmi_entry {
  jmi_str text; /* as written: one statement */
  jmi_str path; /* "experience[0].highlights[2]" */
  jmi_mark mark;
  bool own_lines;     /* a block of text: its line breaks are the document's, from mark on */
  uint8_t kind;       /* a jmi_entry_kind */
  uint8_t level;      /* a jmi_level, as a `level:` field says */
  uint8_t degree;     /* education: a jmi_degree */
  uint8_t study;      /* education: a jmi_study */
  int32_t months;     /* an explicit `years:`, in months; -1 when not given */
  jmi_month from, to; /* of the job, project or study it belongs to */
  uint32_t group;     /* entries of one job, project or list share a number, from 1 */
} jmi_entry;

/* What only the candidate can tell. -1: silent. */
typedef struct jmi_willing {
  int32_t travel_percent;                      /* `travel: 30%`, `true` is 100, `false` is 0 */
  int32_t relocate, remote, on_site, overtime; /* 0 or 1 */
  jmi_texts shifts;                            /* night, weekend, rotating …; as written */
  jmi_str start;                               /* as written */
  jmi_mark mark;
} jmi_willing;

typedef struct jmi_profile {
  jmi_entry *entries; /* in the document's order */
  uint32_t count;
  jmi_willing willing;
  jmi_texts authorization; /* where the candidate may work, as written */
  jmi_texts clearance;
  jmi_texts locations; /* where the candidate is or would be, as written: only for a line that asks
                          a place */
  bool licences_given, languages_given, authorization_given, clearance_given, locations_given;
  jmi_month latest; /* the latest month named anywhere, but for the end of a study in progress;
                       JMI_MONTH_NONE */
  uint8_t format;   /* a jmi_format */
  jmi_notes notes;
} jmi_profile;

/* Native format: name, headline, contact, email, phone, address, url, photo, birth_date, gender,
 * nationality (dropped); summary; skills (texts or {name, level, years, from, to}); experience
 * ({title, employer, location, from, to, summary, highlights, skills}); projects ({name, role,
 * from, to, summary, highlights, skills}); education
 * ({degree, field, school, from, to, status: completed|in progress|abandoned, courses} or text);
 * certificates (texts or {name, issuer, date}); languages (texts or {name, level}); willing
 * ({travel, relocate, remote, on_site, overtime, shifts, start}); licences; authorization;
 * clearance; locations; traits; text. Employer, school, issuer and project `location` are dropped:
 * proper names are no evidence. Dates are those of dates.h. A job or project may be a text: prose.
 * `education` with several fields makes one entry: "Bachelor, Communication"; each course is an
 * entry of the same group without a degree. A certificate's date is its `to`. A profile with no
 * entry at all is allowed.
 *
 * JSON Resume (json_resume.c) and RenderCV (rendercv.c) have the tables of what is read in them.
 * Unknown fields are passed over there, and what can't be read becomes a note. */
jm_status jmi_profile_read(jmi_profile *out, jmi_arena *arena, const jmi_node *root,
                           const jm_limits *limits, jm_error *err) JM_MUST_USE;

/* ---- policy ----------------------------------------------------------------------------- */

typedef enum jmi_preferred_mode {
  JMI_PREFERRED_PLUS,
  JMI_PREFERRED_COUNT,
  JMI_PREFERRED_IGNORE
} jmi_preferred_mode;

typedef struct jmi_band {
  jmi_str name;
  int32_t from_milli; /* of 1000; the first band that a share reaches is its band */
} jmi_band;

#define JMI_BANDS_MAX 16

typedef struct jmi_policy {
  jmi_str name;                  /* "default", or as the file says */
  int32_t partly_milli;          /* credit of a partly met line: 500 */
  int32_t met_from, partly_from; /* strengths, of 1000: 700 and 300 */
  int32_t spread_milli;          /* what evidence over several entries counts: 850 */
  int32_t best_part_milli;       /* how much the best part of a line counts more: 350 */
  uint8_t preferred;             /* a jmi_preferred_mode */
  int32_t tier_weight[3];        /* thousandths, by tier: 1000 each */
  /* strong 800, apply 750, reach 0; highest first; the last is from 0 */
  jmi_band bands[JMI_BANDS_MAX];
  uint32_t band_count;
} jmi_policy;

void jmi_policy_default(jmi_policy *out);
/* Native format: name; partly (0 to 1, default 0.5); thresholds: {met: 0.7, partly: 0.3}; spread;
 * best_part; preferred: plus|count|ignore; weights: {must-have: 1, required: 1, preferred: 1};
 * bands: [{name: strong, from: 80}, …] in per cent. Weights are 100 at most, so that exact sums
 * over the most lines fit. */
jm_status jmi_policy_read(jmi_policy *out, jmi_arena *arena, const jmi_node *root,
                          jm_error *err) JM_MUST_USE;

/* Limits with defaults filled in; JM_ERR_ARGUMENT for what is negative or over its maximum. */
jm_status jmi_limits_resolve(jm_limits *out, const jm_limits *given, jm_error *err) JM_MUST_USE;
/* The part of them that document/ asks for. */
jmi_document_limits jmi_limits_document(const jm_limits *limits);

#endif
