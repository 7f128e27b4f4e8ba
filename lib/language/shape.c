/* SPDX-License-Identifier: MIT */
/* The shape of a sentence: does it ask for something, tell of the work, or of other things?
 *
 * In:  one sentence of a posting that no heading says anything about. Out: a jmi_shape.
 * The first row of the table whose words stand in the sentence, or at its start, decides; else the
 * rules of reading do: years, degrees, licences and "required" ask for something. */
#include "language/heads.h"

#include "language/rules.h"

enum {
  START = 1,
  SURE = 2, /* the rules of reading are not asked */
  WITH = 4  /* only when it goes on to say what the person is to have */
};

#define WANT   JMI_SHAPE_WANT
#define DUTY   JMI_SHAPE_DUTY
#define NOTICE JMI_SHAPE_NOTICE

static const struct {
  const char *phrase;
  uint8_t shape, flags;
} rows[] = {
    /* clang-format off */
    {"equal opportunity", NOTICE, SURE}, {"cover letter", NOTICE, SURE}, {"apply now", NOTICE, SURE},
    {"to apply", NOTICE, SURE | START}, {"please", NOTICE, SURE | START}, {"will be evaluated", NOTICE, SURE},
    {"are evaluated", NOTICE, SURE}, {"will be considered", NOTICE, SURE}, {"will be contacted", NOTICE, SURE},
    {"will receive", NOTICE, SURE}, {"you will receive", NOTICE, SURE}, {"you will get", NOTICE, SURE},
    {"read more", NOTICE, SURE}, {"learn more", NOTICE, SURE}, {"more information", NOTICE, SURE},
    {"click", NOTICE, SURE | START}, {"visit", NOTICE, SURE | START}, {"shortlisted", NOTICE, SURE},
    {"if you would like", NOTICE, SURE}, {"what we offer", NOTICE, SURE}, {"you do not need", NOTICE, SURE},
    {"we offer", NOTICE, SURE}, {"we provide", NOTICE, SURE}, {"benefits", NOTICE, SURE | START},
    {"salary", NOTICE, SURE | START}, {"must provide", NOTICE, SURE}, {"must submit", NOTICE, SURE},
    {"applications", NOTICE, SURE | START}, {"you will be part", DUTY, SURE}, {"you will join", DUTY, SURE},
    {"will be responsible", DUTY, SURE}, {"are responsible", DUTY, SURE}, {"is responsible", DUTY, SURE},
    {"responsible for", DUTY, SURE | START}, {"you are part", DUTY, SURE}, {"you will be working", DUTY, 0},
    {"position is located", NOTICE, SURE},

    {"looking for a way", NOTICE, 0}, {"are you looking", NOTICE, SURE}, {"is looking for you", NOTICE, SURE},
    {"looking for", WANT, SURE | WITH}, {"are seeking", WANT, SURE | WITH}, {"is seeking", WANT, SURE | WITH}, {"we seek", WANT, SURE | WITH},
    {"seeks a", WANT, SURE | WITH}, {"seeks an", WANT, SURE | WITH}, {"in search of", WANT, SURE | WITH}, {"are in need of", WANT, SURE | WITH},
    {"need someone", WANT, SURE}, {"want someone", WANT, SURE}, {"someone who", WANT, SURE}, {"someone with", WANT, SURE},
    {"we need", WANT, SURE | WITH}, {"we require", WANT, SURE}, {"we expect", WANT, SURE}, {"we ask", WANT, SURE},
    {"seeking", WANT, START | SURE | WITH}, {"wanted", WANT, START | WITH},
    {"you should be familiar", WANT, SURE}, {"you need to", WANT, SURE}, {"you will need", WANT, SURE},
    {"you need", WANT, SURE}, {"you must", WANT, SURE}, {"you should", WANT, SURE}, {"you bring", WANT, SURE},
    {"you will bring", WANT, SURE}, {"you possess", WANT, SURE}, {"you hold", WANT, SURE},
    {"you will have", WANT, 0}, {"you have", WANT, START | SURE}, {"you are able", WANT, SURE},
    {"you are comfortable", WANT, SURE}, {"you will be able", WANT, SURE}, {"you are a", WANT, START | SURE},
    {"you are an", WANT, START | SURE}, {"you are", WANT, START}, {"you can be", DUTY, START},
    {"you can", WANT, START},
    {"you know", WANT, START}, {"you speak", WANT, START}, {"you enjoy", WANT, START}, {"you love", WANT, START},
    {"you understand", WANT, START}, {"you like", WANT, START}, {"you thrive", WANT, START},
    {"your experience", WANT, START}, {"ideally you", WANT, SURE},
    {"candidate must", WANT, SURE}, {"candidates must", WANT, SURE}, {"applicants must", WANT, SURE},
    {"applicant must", WANT, SURE}, {"candidate should", WANT, SURE}, {"candidates should", WANT, SURE},
    {"applicants should", WANT, SURE}, {"applicant should", WANT, SURE}, {"candidate will have", WANT, SURE},
    {"candidates will have", WANT, SURE}, {"applicant will have", WANT, SURE}, {"candidate will be", WANT, 0},
    {"candidate has", WANT, SURE}, {"candidates have", WANT, SURE}, {"candidate is", WANT, SURE},
    {"candidate will possess", WANT, SURE}, {"candidate possesses", WANT, SURE}, {"candidate will", WANT, 0},
    {"applicants with", WANT, 0}, {"candidates with", WANT, 0}, {"must have", WANT, SURE}, {"must be", WANT, SURE},
    {"must possess", WANT, SURE}, {"must hold", WANT, SURE}, {"should have", WANT, SURE},
    {"nice to have", WANT, SURE}, {"good to have", WANT, SURE}, {"is eligible", WANT, SURE},

    {"we", NOTICE, START | SURE}, {"our", NOTICE, START | SURE}, {"they", NOTICE, START}, {"it", NOTICE, START},
    {"join", NOTICE, START}, {"the company", NOTICE, START}, {"the team", NOTICE, START},
    {"founded", NOTICE, START}, {"since", NOTICE, START}, {"with over", NOTICE, START | SURE},
    {"with more than", NOTICE, START | SURE}, {"for over", NOTICE, START | SURE}, {"for more than", NOTICE, START | SURE},
    {"over the", NOTICE, START | SURE}, {"all qualified", NOTICE, START | SURE}, {"if you", NOTICE, START},
    {"you will", DUTY, START}, {"the role", DUTY, START}, {"this role", DUTY, START}, {"this position", DUTY, START},
    {"the position", DUTY, START}, {"this is", DUTY, START}, {"as a", DUTY, START}, {"as an", DUTY, START},
    {"as the", DUTY, START}, {"you work", DUTY, START}, {"your", DUTY, START}, {"in this", DUTY, START},

    {"experience working", WANT, START}, {"experience", WANT, START}, {"experienced", WANT, START},
    {"knowledge", WANT, START}, {"ability", WANT, START}, {"able to", WANT, START}, {"proficiency", WANT, START},
    {"proficient", WANT, START}, {"familiarity", WANT, START}, {"familiar", WANT, START}, {"understanding", WANT, START},
    {"strong", WANT, START}, {"excellent", WANT, START}, {"good", WANT, START}, {"great", WANT, START},
    {"proven", WANT, START}, {"demonstrated", WANT, START}, {"demonstrable", WANT, START}, {"solid", WANT, START},
    {"fluency", WANT, START}, {"fluent", WANT, START}, {"expertise", WANT, START}, {"expert", WANT, START},
    {"skilled", WANT, START}, {"skills", WANT, START}, {"skill in", WANT, START}, {"competent", WANT, START},
    {"competence", WANT, START}, {"comfortable", WANT, START}, {"comfort", WANT, START}, {"passion", WANT, START},
    {"passionate", WANT, START}, {"willing", WANT, START}, {"willingness", WANT, START}, {"eager", WANT, START},
    {"eagerness", WANT, START}, {"background", WANT, START}, {"track record", WANT, START},
    {"valid", WANT, START}, {"current", WANT, START}, {"certified", WANT, START}, {"certification", WANT, START},
    {"certificate", WANT, START}, {"licensed", WANT, START}, {"license", WANT, START}, {"licence", WANT, START},
    {"registered", WANT, START}, {"qualified", WANT, START}, {"qualification in", WANT, START},
    {"minimum", WANT, START}, {"at least", WANT, START}, {"must", WANT, START}, {"eligible", WANT, START},
    {"authorized", WANT, START}, {"legally", WANT, START}, {"exceptional", WANT, START}, {"outstanding", WANT, START},
    {"self motivated", WANT, START}, {"self starter", WANT, START}, {"motivated", WANT, START},
    {"detail oriented", WANT, START}, {"team player", WANT, START}, {"reliable", WANT, START}, {"punctual", WANT, START},
    {"flexible", WANT, START}, {"flexibility", WANT, START}, {"enthusiasm", WANT, START}, {"enthusiastic", WANT, START},
    {"capable", WANT, START}, {"capability", WANT, START}, {"hands on", WANT, START}, {"basic", WANT, START},
    {"working knowledge", WANT, START}, {"advanced", WANT, START}, {"deep", WANT, START}, {"thorough", WANT, START},
    {"extensive", WANT, START}, {"prior", WANT, START}, {"previous", WANT, START}, {"commercial", WANT, START},
    {"attention to", WANT, START}, {"confident", WANT, START}, {"native", WANT, START}, {"adept", WANT, START},
    {"possess", WANT, START}, {"possesses", WANT, START}, {"possession of", WANT, START}, {"own car", WANT, START}, {"own transport", WANT, START}, {"own tools", WANT, START}, {"own vehicle", WANT, START},
    {"clean driving", WANT, START}, {"clean licence", WANT, START}, {"clean license", WANT, START}, {"completed", WANT, START}, {"graduate", WANT, START}, {"educated to", WANT, START},
    {"right to work", WANT, START}, {"has", WANT, START}, {"is comfortable", WANT, START}, {"likes", WANT, START},
    {"ideally", WANT, START}, {"desirable", WANT, START}, {"essential", WANT, START}, {"professional", WANT, START},
    {"highly", WANT, START}, {"effective communication", WANT, START}, {"a passion", WANT, START},
    {"a degree", WANT, START}, {"a good", WANT, START}, {"a strong", WANT, START}, {"a valid", WANT, START},
    {"an understanding", WANT, START}, {"a background", WANT, START}, {"a proven", WANT, START},
    {"a track record", WANT, START}, {"an eye", WANT, START}, {"a team player", WANT, START},
    {"an ability", WANT, START}, {"the ability", WANT, START}, {"a minimum", WANT, START}, {"a clean", WANT, START},
    {"a full", WANT, START}, {"a keen", WANT, START}, {"a willingness", WANT, START}, {"full driving", WANT, START},
    {"some experience", WANT, START}, {"curiosity", WANT, START}, {"curious", WANT, START}, {"interest in", WANT, START},
    /* clang-format on */
};
#define ROWS (sizeof rows / sizeof *rows)

/* What the rules of reading find decides where no row does. */
static const uint32_t asked = JMI_SUBJECT(JMI_RULE_HEADING) | JMI_SUBJECT(JMI_RULE_TIER)
                              | JMI_SUBJECT(JMI_RULE_YEARS) | JMI_SUBJECT(JMI_RULE_DEGREE)
                              | JMI_SUBJECT(JMI_RULE_CREDENTIAL) | JMI_SUBJECT(JMI_RULE_MATTER);

enum {
  SHORT_BYTES = 200, /* in a longer sentence a degree may be anything */
  YEARS_WITHIN = 12  /* years that a line begins with, or nearly */
};

/* "Seeking a cook with a licence", not "Seeking a cook to join our team". */
static bool goes_on(const jmi_words *words, uint32_t at)
{
  static const char *const joints[] = {"with",        "who",  "whose",   "experience",
                                       "experienced", "able", "has",     "have",
                                       "skilled",     "must", "someone", "years"};
  for (; at < words->count; at++)
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
      if (jmi_str_is(words->items[at], joints[i]))
        return true;
  return false;
}

static size_t row_of(const jmi_words *words)
{
  for (size_t r = 0; r < ROWS; r++) {
    uint32_t last = (rows[r].flags & START) != 0 ? 1 : words->count;
    for (uint32_t at = 0; at < last && at < words->count; at++)
      if (jmi_words_at(words, at, rows[r].phrase) > 0
          && ((rows[r].flags & WITH) == 0 || goes_on(words, at)))
        return r;
  }
  return ROWS;
}

/* "Our bakery has stood here for 80 years" asks for none. */
static bool says_experience(jmi_str sentence)
{
  static const char word[] = "xperience";
  for (uint32_t i = 0; i + sizeof word - 1 <= sentence.len; i++)
    if (memcmp(sentence.at + i, word, sizeof word - 1) == 0)
      return true;
  return false;
}

/* "Welcome" and "desired" ask for something where they end a phrase: "the desired result" does not.
 */
static bool asks(const jmi_match *match, jmi_str sentence)
{
  if (match->rule->subject == JMI_RULE_YEARS)
    return match->start <= YEARS_WITHIN || says_experience(sentence);
  if (match->rule->subject != JMI_RULE_TIER)
    return sentence.len <= SHORT_BYTES;
  return match->rule->says == JMI_TIER_MUST || match->end >= sentence.len
         || strchr(".,;:)", sentence.at[match->end]) != NULL;
}

/* What the rules say of the sentence. */
static jm_status ask_rules(jmi_shape *out, jmi_scribe *scribe, jmi_str sentence)
{
  jmi_tokens tokens;
  jmi_matches matches;
  jmi_arena_reset(&scribe->scratch);
  *out = JMI_SHAPE_NONE;
  jm_status status =
      jmi_tokens_read(&tokens, &scribe->scratch, jmi_language_stems(scribe->language), sentence);
  if (status == JM_OK)
    status = jmi_rules_find(&matches, scribe, &tokens, asked);
  for (uint32_t i = 0; status == JM_OK && i < matches.count; i++) {
    uint8_t subject = matches.items[i].rule->subject;
    if (subject == JMI_RULE_HEADING)
      *out = JMI_SHAPE_NOTICE;
    else if (*out == JMI_SHAPE_NONE && asks(&matches.items[i], sentence))
      *out = JMI_SHAPE_WANT;
  }
  return status;
}

jm_status jmi_shape_of(jmi_shape *out, jmi_scribe *scribe, jmi_str sentence)
{
  jmi_words words;
  jmi_words_cut(&words, sentence);
  *out = JMI_SHAPE_NONE;
  if (words.count < 2 || sentence.at[sentence.len - 1] == '?')
    return JM_OK;
  size_t row = row_of(&words);
  jmi_shape by_words = row < ROWS ? (jmi_shape)rows[row].shape : JMI_SHAPE_NONE;
  *out = by_words;
  if (row < ROWS && (rows[row].flags & SURE) != 0)
    return JM_OK;
  jm_status status = ask_rules(out, scribe, sentence);
  if (*out == JMI_SHAPE_NONE)
    *out = by_words;
  /* Facts of company and work hold years and degrees as well, but nothing that must be. */
  if (by_words == JMI_SHAPE_NOTICE)
    *out = by_words;
  return status;
}
