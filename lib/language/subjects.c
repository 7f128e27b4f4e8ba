/* SPDX-License-Identifier: MIT */
/* Subjects: what a degree is in, and which subjects are of one field.
 *
 *   "BSc Civil Engineering"               subject civil engineering, of engineering
 *   "Mechanical Engineering or related"   subject mechanical engineering, of engineering: related
 *
 * A word may speak of several subjects; a word of a whole field ("engineering") is a subject too.
 */
#include "language/subjects.h"

#include <assert.h>

enum {
  BUSINESS = 1 << 0,
  COMPUTING = 1 << 1,
  ENGINEERING = 1 << 2,
  NUMBERS = 1 << 3, /* mathematics, physics, statistics */
  LIFE = 1 << 4,    /* biology, chemistry, food, agriculture, environment */
  HEALTH = 1 << 5,
  SOCIETY = 1 << 6, /* psychology, sociology, social work, politics */
  MEDIA = 1 << 7,   /* communication, journalism, marketing */
  ART = 1 << 8,
  TEACHING = 1 << 9,
  LAW = 1 << 10,
  GUESTS = 1 << 11, /* hospitality, tourism, sport, events */
  BUILDING = 1 << 12,
  LETTERS = 1 << 13 /* languages, literature, history */
};

/* One subject a row: the words that degrees and ads write it with. WHOLE: a word for all of a
 * field, which every subject of it is a kind of. */
enum { WHOLE = 1 << 15 };
static const struct {
  uint16_t fields;
  const char *words;
} subjects[] = {
    {BUSINESS | WHOLE,
     "business bba mba bbm mbm commerce bcom mcom b.com m.com pgdm entrepreneurship managerial "
     "commercial"},
    {BUSINESS, "accounting accountancy accountant accounts auditing taxation macc"},
    {BUSINESS, "finance financial banking investment investments actuarial insurance"},
    {BUSINESS | NUMBERS, "economics economic econometrics economy"},
    {BUSINESS | MEDIA, "marketing advertising branding"},
    {BUSINESS, "logistics supply procurement purchasing transportation"},
    {BUSINESS, "hr personnel organizational organisational industrial/organizational labor labour"},
    {BUSINESS, "retail merchandising sales"},
    {COMPUTING | WHOLE, "computer computing informatics programming bca mca computers"},
    {COMPUTING, "software"},
    {COMPUTING, "information it mis ict cis"},
    {COMPUTING, "cybersecurity cyber network networking"},
    {COMPUTING | NUMBERS, "data analytics"},
    {ENGINEERING | WHOLE,
     "engineering engineer btech b.tech mtech m.tech beng meng b.e. b.eng m.eng polytechnic "
     "technology technical"},
    {ENGINEERING, "mechanical mechatronics mechanics automotive"},
    {ENGINEERING, "electrical electronics electronic telecommunications telecommunication"},
    {ENGINEERING | BUILDING, "civil structural surveying geotechnical"},
    {ENGINEERING | LIFE, "chemical petroleum materials metallurgical metallurgy"},
    {ENGINEERING, "industrial manufacturing production"},
    {ENGINEERING, "aerospace aeronautical aviation aeronautics"},
    {NUMBERS, "mathematics math maths mathematical quantitative"},
    {NUMBERS, "statistics statistical biostatistics"},
    {NUMBERS | ENGINEERING, "physics physical"},
    {LIFE, "biology biological life biosciences bioscience microbiology genetics zoology botany "
           "biotechnology"},
    {LIFE, "chemistry biochemistry"},
    {LIFE | HEALTH, "biomedical physiology anatomy neuroscience"},
    {LIFE, "environmental ecology conservation forestry geology earth sustainability"},
    {LIFE,
     "agriculture agricultural agronomy horticulture animal crop agribusiness veterinary soil"},
    {LIFE | HEALTH, "nutrition dietetics dietitian food"},
    {HEALTH, "nursing bsn msn nurse adn rn bscn"},
    {HEALTH, "medicine medical mbbs medic paramedic"},
    {HEALTH | WHOLE, "health healthcare epidemiology mph mha"},
    {HEALTH, "pharmacy pharmaceutical pharmacology pharmd bpharm b.pharm"},
    {HEALTH | GUESTS, "kinesiology exercise physiotherapy rehabilitation fitness athletic"},
    {HEALTH, "dental dentistry radiology radiography laboratory occupational speech"},
    {SOCIETY, "psychology psychological behavioral behavioural counseling counselling"},
    {SOCIETY, "sociology anthropology demography gerontology"},
    {SOCIETY, "social bsw msw welfare human"},
    {SOCIETY | LAW, "criminal criminology forensic justice policing"},
    {SOCIETY | LAW, "political politics government public policy international mpa mpp"},
    {SOCIETY | LETTERS, "humanities history philosophy theology religious liberal"},
    {SOCIETY | LIFE, "geography urban planning gis"},
    {MEDIA, "communication communications"},
    {MEDIA, "journalism media broadcasting broadcast film television"},
    {LETTERS | MEDIA | TEACHING, "english literature linguistics languages language writing"},
    {MEDIA, "relations pr"},
    {ART | WHOLE, "art arts fine bfa mfa painting sculpture"},
    {ART | MEDIA, "design graphic illustration visual multimedia animation photography"},
    {ART, "fashion textile textiles apparel garment"},
    {ART, "music theatre theater drama dance performing"},
    {ART | BUILDING, "architecture architectural interior b.arch m.arch"},
    {ART | SOCIETY, "museum curatorial heritage archaeology"},
    {TEACHING, "education teaching pedagogy b.ed m.ed bed med elementary curriculum teacher"},
    {TEACHING | SOCIETY, "childhood child"},
    {LAW, "law legal jurisprudence llb ll.b llm ll.m jd juris paralegal"},
    {GUESTS | BUSINESS, "hospitality hotel tourism travel event events"},
    {GUESTS, "culinary cookery gastronomy"},
    {GUESTS, "sport sports recreation leisure"},
    {BUILDING, "construction building estate quantity"},
    {COMPUTING | ENGINEERING | NUMBERS | LIFE | WHOLE, "stem science scientific sciences"},
};

#define SUBJECT_COUNT (sizeof subjects / sizeof *subjects)
static_assert(SUBJECT_COUNT <= 64, "a bit for each subject");

static bool stands_in(jmi_str word, const char *words)
{
  for (;; words++) {
    uint32_t i = 0;
    while (i < word.len && words[i] == word.at[i])
      i++;
    if (i == word.len && (words[i] == ' ' || words[i] == '\0'))
      return true;
    while (*words != ' ' && *words != '\0')
      words++;
    if (*words == '\0')
      return false;
  }
}

static bool begins(jmi_str word, const char *start)
{
  size_t len = strlen(start);
  return word.len >= len && memcmp(word.at, start, len) == 0;
}

/* "Bachelor of Arts", "Associate of Applied Science": the degree's name, not what it is in. */
static bool names_degree(const jmi_token *tokens, uint32_t token)
{
  static const char *const degrees[] = {"bachelor", "master", "associate", "doctor"};
  if (!stands_in(tokens[token].norm, "art arts science sciences applied"))
    return false;
  while (token > 0 && stands_in(tokens[token - 1].norm, "applied fine"))
    token--;
  if (token < 2 || !stands_in(tokens[token - 1].norm, "of in"))
    return false;
  for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
    if (begins(tokens[token - 2].norm, degrees[i]))
      return stands_in(tokens[token - 1].norm, "of");
  return false;
}

static void add_word(jmi_subjects *out, jmi_str norm)
{
  norm.len -= norm.len > 1 && norm.at[norm.len - 1] == '.';
  for (uint32_t i = 0; i < SUBJECT_COUNT; i++)
    if (stands_in(norm, subjects[i].words)) {
      if ((subjects[i].fields & WHOLE) == 0)
        out->subjects |= (uint64_t)1 << i;
      out->fields |= subjects[i].fields & ~(uint32_t)WHOLE;
    }
}

void jmi_subjects_read(jmi_subjects *out, const jmi_tokens *tokens, const bool *silent,
                       uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (tokens->items[i].kind == JMI_TOKEN_WORD && (silent == NULL || !silent[i])
        && !names_degree(tokens->items, i))
      add_word(out, tokens->items[i].norm);
}

void jmi_subjects_name(jmi_subjects *out, const char *words)
{
  while (*words != '\0') {
    size_t len = strcspn(words, " ");
    add_word(out, (jmi_str){words, (uint32_t)len});
    words += len + (words[len] == ' ');
  }
}
