/* SPDX-License-Identifier: MIT */
/* Levels, degrees and how far a study has come: the words that name them, and those that do not. */
#include "model/degrees.h"
#include "model/model.h"
#include "support/suite.h"

#include <stdio.h>

/* Calls `check` for each of the texts that stand in one, parted by `|`. */
static void each(const char *texts, void (*check)(jmi_str text, int expected), int expected)
{
  while (*texts != '\0') {
    size_t len = strcspn(texts, "|");
    check((jmi_str){texts, (uint32_t)len}, expected);
    texts += len + (texts[len] == '|');
  }
}

/* ---- Levels -----------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *words;
  jmi_level level;
} levels[] = {
    {"learning is less than basic",
     "learning|beginner|Beginners|beginning|absolute beginner|novice|limited|very limited|LIMITED|"
     "some exposure|exposure|rudimentary|minimal|a little|little|low|trainee|in training|"
     "currently learning|just started|starting|starter|introductory|aware|awareness|learner|newbie|"
     "newcomer|survival|limited knowledge|Limited proficiency",
     JMI_LEVEL_LEARNING},
    {"basic is what school leaves",
     "basic|Basics|basic knowledge|elementary|Elementary proficiency|familiar|familiarity|"
     "familiar with|fundamental|fundamentals|foundation|foundational|entry|entry-level|junior|"
     "school|some|some experience|some knowledge|partial|passable|passive|casual|rusty|theoretical|"
     "advanced beginner|pre-intermediate",
     JMI_LEVEL_BASIC},
    {"working is what a job can begin with",
     "working|working knowledge|Intermediate|medium|mid|mid-level|middle|moderate|average|"
     "conversational|competent|competence|capable|conversant|adequate|"
     "decent|fair|everyday|general|hands-on|practical|reasonable|regular|independent|"
     "independent user|limited working proficiency|Limited Working|lower-intermediate|"
     "low intermediate|intermediate low|minimal professional",
     JMI_LEVEL_WORKING},
    {"good is good enough to work",
     "good|good working knowledge|proficient|professional|pro|professional working proficiency|"
     "strong|solid|sound|skilled|experienced|confident|business|business fluent|second language|"
     "upper intermediate|Upper-Intermediate|high intermediate|intermediate high|"
     "advanced intermediate|academic|operational|practitioner",
     JMI_LEVEL_GOOD},
    {"advanced is more than good",
     "advanced|Advanced level|fluent|fluency|Fluent in spoken and written|fully fluent|very good|"
     "very strong|excellent|great|high|highly proficient|highly skilled|deep|in-depth|extensive|"
     "comprehensive|profound|thorough|senior|full professional proficiency|proficient user|"
     "effective operational proficiency|well versed",
     JMI_LEVEL_ADVANCED},
    {"expert is the end of the ladder",
     "expert|Master|mastery|mastered|native|Native speaker|native or bilingual proficiency|"
     "native/bilingual|bilingual|mother tongue|mother language|first language|near-native|"
     "native-like|expertise|guru|authority|specialist|outstanding|perfect|principal|superior|"
     "world-class|very advanced|extremely proficient|muttersprache",
     JMI_LEVEL_EXPERT},
    {"A1 is learning", "A1|a1|CEFR A1|level A1|A1 (certified)", JMI_LEVEL_LEARNING},
    {"A2 is basic", "A2|A2-B1|B1/A2", JMI_LEVEL_BASIC},
    {"B1 is working", "B1|B1+|B1 to B2|B1-B2", JMI_LEVEL_WORKING},
    {"B2 is good", "B2|b2|B2 certified|B2 / C1", JMI_LEVEL_GOOD},
    {"C1 is advanced", "C1|C1/C2|fluent (C1)", JMI_LEVEL_ADVANCED},
    {"C2 is expert", "C2|native (C2)", JMI_LEVEL_EXPERT},
    {"the lowest of several counts", "basic to intermediate|written: good, spoken: basic",
     JMI_LEVEL_BASIC},
    {"what is no level is none",
     "|7/10|4 of 5|3|*****|so so|working student|not fluent|no knowledge|level|very|knowledge|"
     "German|B3|C|advanced Excel|unknown|-|B 2",
     JMI_LEVEL_NONE},
};

static void check_level(jmi_str text, int expected)
{
  jmi_level got = jmi_level_of(text);
  ck_assert_msg((int)got == expected, "'%.*s' is %s, not %s", (int)text.len, text.at,
                jmi_level_words[got], jmi_level_words[expected]);
}

START_TEST(names_levels)
{
  each(levels[_i].words, check_level, (int)levels[_i].level);
}
END_TEST

/* ---- Degrees ----------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *words;
  jmi_degree degree;
} degrees[] = {
    {"a bachelor's short forms name it",
     "BA|B.A.|B.A|BS|B.S.|b.a.|BSc|B.Sc.|B.Sc|BSC|bsc|BSc (Hons)|BSc(Hons)|BA Hons|B.E.|"
     "BE Mechanical|BE|B.Tech|BTech|B.Tech.|BEng|B.Eng.|BEd|B.Ed.|BBA|B.B.A.|BCom|B.Com|"
     "B.Comm|BCA|BFA|BSN|BSW|BSEE|BSME|BSCS|BSE|BSBA|LLB|LL.B.|LL. B.|MBBS|MBChB|BArch|"
     "B.Arch|BPharm|B.Pharm|BASc|B.A.Sc.|BBus|BMus|BMath|BDes|BVSc|BLitt|A.B.|PGCE|PGDip|"
     "PgCert",
     JMI_DEGREE_BACHELOR},
    {"a bachelor's long forms name it",
     "Bachelor|bachelor|Bachelor's|bachelor's degree|Bachelor\xE2\x80\x99"
     "s in Law|"
     "Bachelors degree|Bachelor of Arts|Bachelor, Communication|baccalaureate|"
     "Undergraduate degree in biology|college degree|university degree|four-year degree|"
     "4-year degree|three year degree|honours degree|honors degree|first degree|"
     "graduate certificate|Graduate Diploma|postgraduate diploma|postgraduate certificate|"
     "post-graduate diploma|degree apprenticeship|licenciatura|Laurea|university graduate|"
     "Degree in Physics|degree",
     JMI_DEGREE_BACHELOR},
    {"short forms may stand in a sentence",
     "I hold a BA in History|Studied for a B.A. at Weldon, 2016|BS, 2015|BS 2015|"
     "BA (2012)|Communication, BA|BA/MS Office|BA, Boston, MA|BA English, Fairhaven, MA|"
     "B.S. Biology, Ellwood, MD 21043",
     JMI_DEGREE_BACHELOR},
    {"blanks may stand in short forms",
     "B. A.|B. Sc.|B. S. in Law|B. Tech|B. Eng.|B. Ed.|B. Com.|B. E. degree|B. B. A.|"
     "History, B. A.",
     JMI_DEGREE_BACHELOR},
    {"a master's short forms name it",
     "MA|M.A.|MS|M.S.|MSc|M.Sc.|msc|MBA|M.B.A.|mba|EMBA|M.Ed.|MEd|MPhil|M.Phil.|MEng|"
     "M.Eng.|MTech|M.Tech|MFA|MPA|MPH|M.P.H.|M.P.P.|M.E.|MCA|MCom|M.Com.|LLM|LL.M.|LL. M.|"
     "MRes|MLitt|MSW|MSN|MSci|MSCS|MSEE|MSEd|MMath|MPhys|MChem|MPharm|MMus|MDes|MArch|"
     "M.Arch.|MDiv|MTh|MLIS|Dipl.-Ing.|Dipl.-Kfm.|Dipl. Ing. (FH)|Dipl.-Ing. Maschinenbau|"
     "MBAs",
     JMI_DEGREE_MASTER},
    {"a master's long forms name it",
     "Master|Master's|master's|Master's degree|master\xE2\x80\x99"
     "s degree|"
     "master degree|Masters degree|Masters|masters in law|Master of Science|"
     "Master in Marketing|master's level|Executive MBA|Master, Marketing|"
     "Master (Marketing)|Master - Marketing|Magister|Magister Artium|Diplom|"
     "Diplom-Ingenieur|Diplomingenieur|Staatsexamen|Laurea magistrale|graduate degree|"
     "postgraduate degree|post-graduate degree|advanced degree|masters program|"
     "master programme|master's student|master thesis",
     JMI_DEGREE_MASTER},
    {"the highest of several counts",
     "BA and MA in History|BS/MS|MBA, B.A.|Bachelor's or Master's degree|"
     "BSc Physics, MSc Optics|MA English, BA English|MS and BS|M.S., B.S.|BS, MS",
     JMI_DEGREE_MASTER},
    {"blanks may stand in a master's too",
     "M. A.|M. Sc. Chemistry|M. S.|M. Ed.|M. Eng.|M. Phil.|M. Tech.|M. Com.|M. B. A.",
     JMI_DEGREE_MASTER},
    {"a town is not always in Massachusetts",
     "MA, Boston|Columbia, MS in Journalism|Boston University, MA in Law|M.A., Boston|"
     "Marketing, MA",
     JMI_DEGREE_MASTER},
    {"a doctorate's forms name it",
     "PhD|Ph.D.|Ph. D.|PHD|phd|PhDs|DPhil|D.Phil.|D. Phil.|Doctorate|doctorates|"
     "doctoral degree|Doctor of Philosophy|Doctor, Physics|doctor's degree|doctors degree|"
     "Dr.|Dr|Dr. rer. nat.|Dr.rer.nat.|Dr.-Ing.|Dr. phil.|JD|J.D.|J. D.|MD|M.D.|M. D.|"
     "Juris Doctor|EdD|Ed.D.|Ed. D.|PsyD|Psy.D.|PharmD|Pharm.D.|EngD|DSc|D.Sc.|D. Sc.|ScD|"
     "Sc. D.|ThD|DrPH|DDS|DMD|DVM|DNP|DPT|D.B.A.|D.O.|D. Litt.|Eng. D.|Pharm. D.|Psy. D.|"
     "habilitation|PhD candidate|MBA, PhD|M.S./Ph.D.",
     JMI_DEGREE_DOCTORATE},
    {"an associate's forms name it",
     "Associate|Associate's|Associate's degree|associate degree|Associates degree|"
     "associate\xE2\x80\x99"
     "s in nursing|Associate of Arts|Associate of Science|"
     "Associate of Applied Science|Associate in Accounting|Associates of Arts|AA|A.A.|AS|"
     "A.S.|AS in Biology|AAS|A.A.S.|A. A. S.|A. A.|A. S.|HND|hnd|HND Computing|"
     "Higher National Diploma|foundation degree|FdA|FdSc|FdEng|DipHE|Dip.HE|Dip HE|"
     "Diploma of Higher Education|advanced diploma|two-year degree|2-year degree|"
     "community college degree",
     JMI_DEGREE_ASSOCIATE},
    {"vocational training is one rung",
     "apprenticeship|Apprenticeship as a baker|HNC|Higher National Certificate|"
     "trade school|technical school|vocational training|Ausbildung|Berufsausbildung|"
     "Gesellenbrief|Meisterbrief|journeyman|Red Seal|BTEC|City & Guilds|City and Guilds|"
     "CertHE|Cert HE|Certificate of Higher Education|Certificate III|"
     "Certificate IV in Training|TAFE|trade certificate|technical certificate|"
     "technical diploma|Diploma in Nursing|diploma",
     JMI_DEGREE_VOCATIONAL},
    {"a number says which rung",
     "NVQ|NVQ level|NVQ Level 2|NVQ Level 3 in plumbing|NVQ 3|NVQ L3|Level 3 NVQ|NVQ level 4|"
     "SVQ Level 3|RQF Level 4|Level 2 Apprenticeship|Level 3 Diploma|"
     "Level 3 Award in Education|Level 2 Certificate|EQF 4|QCF Level 2|NQF level 3",
     JMI_DEGREE_VOCATIONAL},
    {"a low number is school", "NVQ Level 1|Level 1 Certificate", JMI_DEGREE_SECONDARY},
    {"level 5 is an associate", "NVQ Level 5|Level 5 Diploma|EQF level 5", JMI_DEGREE_ASSOCIATE},
    {"level 6 is a bachelor", "NVQ Level 6|Level 6 Apprenticeship|RQF 6", JMI_DEGREE_BACHELOR},
    {"level 7 is a master", "NVQ level 7|Level 7 Diploma in Law|EQF 7", JMI_DEGREE_MASTER},
    {"level 8 is a doctorate", "EQF level 8", JMI_DEGREE_DOCTORATE},
    {"school's end is one rung",
     "GED|G.E.D.|High school diploma|high-school diploma|high school|High School, 2010|"
     "high school degree|high school certificate|high school equivalency|"
     "high school equivalent|A-levels|A-Levels|A levels|A Levels|A-level|A Level|"
     "A-level Maths|AS-levels|AS Level|O-levels|O-level|GCSE|GCSEs|IGCSE|IGCSEs|Abitur|"
     "Fachabitur|Fachhochschulreife|Realschulabschluss|Hauptschulabschluss|Mittlere Reife|"
     "Matura|Highers|International Baccalaureate|IB diploma|IB|baccalaur\xC3\xA9"
     "at|HSC|"
     "Leaving Certificate|leaving cert|school leaving certificate|secondary school|"
     "secondary education|secondary school diploma|secondary school certificate|"
     "senior secondary|higher secondary|upper secondary|Secondary|sixth form|"
     "grammar school|12th grade|grade 12|year 12|general education diploma|"
     "General Educational Development",
     JMI_DEGREE_SECONDARY},
    {"software is no degree",
     "MS Office|MS-Office|MS Excel|MS Word|MS SQL Server|MS Project|MS Teams|MS Windows|"
     "MS Server|MS Access|MS PowerPoint|MS Power Point|MS Power BI|MS Outlook|"
     "MS Visual Studio|MS Dynamics|MS Azure|MS Visio|MS Exchange|MS SharePoint|MS 365|"
     "MS-DOS|MS/Excel|BS 7671|BS EN 1090|AS/400|BA tools|MA Access|LLM agents|"
     "LLM-based apps|LLM fine-tuning|LLM inference|LLM APIs",
     JMI_DEGREE_NONE},
    {"small letters are no degree",
     "ms|ba|bs|ma|be|as|aa|md|jd|a ba|the ba role|as a baker|med|bed|march|me|do|dr|ib|"
     "edd|fda|highers|dipl",
     JMI_DEGREE_NONE},
    {"other things are called alike",
     "Ms. Smith|Dba|DBA|BA role|BA team|Be|BED|MED|March 2019|SERVED AS MANAGER|"
     "MADE TO BE SEEN|DR site|FDA|Boston, MA|Baltimore, MD|Jackson, MS|Boston MA 02118|"
     "Scrum Master|Scrum Master in a team of 9|scrum masters|master data|master plumber|"
     "She masters Excel|mastering|Sales associate|Retail Associate in Rye|"
     "Smith & Associates|a level playing field|At a level|A level|360 degree|"
     "degree of freedom|no degree|high school teacher|High school students|Licence|"
     "driving licence|Certificate|Certificate of attendance|Award|Dean M. S. Smith|"
     "Node.js|e.g. this|MPP|LLMs|my doctor|masters|bakery|1.5|B.|.|...|"
     "secondary duties|level 3",
     JMI_DEGREE_NONE},
};

static void check_degree(jmi_str text, int expected)
{
  jmi_degree got = jmi_degree_of(text);
  ck_assert_msg((int)got == expected, "'%.*s' is %s, not %s", (int)text.len, text.at,
                jmi_degree_words[got], jmi_degree_words[expected]);
}

START_TEST(names_degrees)
{
  each(degrees[_i].words, check_degree, (int)degrees[_i].degree);
}
END_TEST

START_TEST(the_table_of_degrees_is_sorted)
{
  ck_assert(jmi_phrases_sorted(jmi_degree_phrases, jmi_degree_phrase_count));
}
END_TEST

/* Rows that are degrees however they are written name them in capitals and small letters. */
START_TEST(every_plain_row_is_found)
{
  for (size_t i = 0; i < jmi_degree_phrase_count; i++) {
    const jmi_phrase *row = &jmi_degree_phrases[i];
    if (row->flags != JMI_WRITTEN_ANY)
      continue;
    char upper[64] = "";
    for (size_t c = 0; row->words[c] != '\0'; c++) {
      bool small = row->words[c] >= 'a' && row->words[c] <= 'z';
      upper[c] = (char)(small ? row->words[c] - 32 : row->words[c]);
    }
    check_degree(jmi_str_of(row->words), row->means);
    check_degree(jmi_str_of(upper), row->means);
  }
}
END_TEST

/* A span may end before its memory does: what stands behind is not read. */
START_TEST(reads_no_further_than_the_text)
{
  static const char text[] = "MS Office";
  ck_assert_int_eq(jmi_degree_of(jmi_str_cut(jmi_str_of(text), 0, 2)), JMI_DEGREE_MASTER);
  ck_assert_int_eq(jmi_degree_of(jmi_str_of(text)), JMI_DEGREE_NONE);
  for (uint32_t end = 0; end <= 40; end++) {
    char *cut = malloc(end + 1);
    ck_assert_ptr_nonnull(cut);
    memcpy(cut, "A-level, B. Sc., Ph.D., Master\xE2\x80\x99s, NVQ 3, MA", end);
    jmi_degree_of((jmi_str){cut, end});
    jmi_level_of((jmi_str){cut, end});
    jmi_study_of((jmi_str){cut, end});
    free(cut);
  }
}
END_TEST

/* ---- Studies ----------------------------------------------------------------------------------
 */

static const struct {
  const char *name, *words;
  jmi_study study;
} studies[] = {
    {"a study goes on",
     "BA in progress|BSc (expected 2027)|PhD candidate|ongoing|Anticipated graduation: 2027|"
     "currently enrolled in law|Currently pursuing an MBA|currently studying|enrolled "
     "2024|pursuing a "
     "BA|working toward a degree|Working towards CPA|PhD student|doctoral student",
     JMI_STUDY_IN_PROGRESS},
    {"a study was given up",
     "dropped out|Law (abandoned)|not completed|not finished|did not finish|did not complete|did "
     "not "
     "graduate|discontinued|incomplete|unfinished|no degree|left early|left before the "
     "finals|left without a degree|some college|without degree|without a degree|partially "
     "completed",
     JMI_STUDY_ABANDONED},
    {"a study is over where nothing is said", "|BA, Communication|MA Student Affairs|2016",
     JMI_STUDY_COMPLETED},
};

static void check_study(jmi_str text, int expected)
{
  ck_assert_msg((int)jmi_study_of(text) == expected, "'%.*s'", (int)text.len, text.at);
}

START_TEST(tells_how_far_a_study_has_come)
{
  each(studies[_i].words, check_study, (int)studies[_i].study);
}
END_TEST

START_TEST(every_word_table_is_whole)
{
  for (int i = 0; i < JMI_LEVEL_COUNT; i++) {
    ck_assert_ptr_nonnull(jmi_level_words[i]);
    if (i > 0)
      check_level(jmi_str_of(jmi_level_words[i]), i);
  }
  for (int i = 0; i < JMI_DEGREE_COUNT; i++) {
    ck_assert_ptr_nonnull(jmi_degree_words[i]);
    if (i > 0)
      check_degree(jmi_str_of(jmi_degree_words[i]), i);
  }
  for (int i = 0; i < JMI_ENTRY_KIND_COUNT; i++)
    ck_assert_ptr_nonnull(jmi_entry_kind_words[i]);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("levels");
  TCase *tc = tcase_create("levels");
  tcase_add_loop_test(tc, names_levels, 0, COUNT(levels));
  tcase_add_loop_test(tc, names_degrees, 0, COUNT(degrees));
  tcase_add_test(tc, the_table_of_degrees_is_sorted);
  tcase_add_test(tc, every_plain_row_is_found);
  tcase_add_test(tc, reads_no_further_than_the_text);
  tcase_add_loop_test(tc, tells_how_far_a_study_has_come, 0, COUNT(studies));
  tcase_add_test(tc, every_word_table_is_whole);
  suite_add_tcase(all, tc);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
