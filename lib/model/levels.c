/* SPDX-License-Identifier: MIT */
/* Levels: how well something is known, in the words that profiles use for it.
 *
 * In:  a level's word or phrase: "limited", "B2", "Native or bilingual proficiency", "Master".
 * Out: its place on the ladder; the lowest where several stand ("basic to intermediate").
 * Refuses: a phrase with any word that is neither in the table nor an empty one (JMI_LEVEL_NONE),
 *          since "working student" is no level, and "not fluent" the contrary of one. */
#include "model/model.h"

#include <assert.h>

#include "model/phrases.h"
#include "model/read.h"

const char *const jmi_level_words[JMI_LEVEL_COUNT] = {
    [JMI_LEVEL_NONE] = "none",     [JMI_LEVEL_LEARNING] = "learning",
    [JMI_LEVEL_BASIC] = "basic",   [JMI_LEVEL_WORKING] = "working",
    [JMI_LEVEL_GOOD] = "good",     [JMI_LEVEL_ADVANCED] = "advanced",
    [JMI_LEVEL_EXPERT] = "expert",
};

/* Sorted. JMI_LEVEL_NONE stands for words that say nothing of level beside one that does. */
static const jmi_phrase phrases[] = {
#define NONE     JMI_LEVEL_NONE, 0
#define LEARNING JMI_LEVEL_LEARNING, 0
#define BASIC    JMI_LEVEL_BASIC, 0
#define WORKING  JMI_LEVEL_WORKING, 0
#define GOOD     JMI_LEVEL_GOOD, 0
#define ADVANCED JMI_LEVEL_ADVANCED, 0
#define EXPERT   JMI_LEVEL_EXPERT, 0
    {"a", NONE},
    {"a little", LEARNING},
    {"a1", LEARNING},
    {"a2", BASIC},
    {"ability", NONE},
    {"absolute beginner", LEARNING},
    {"academic", GOOD},
    {"adequate", WORKING},
    {"advanced", ADVANCED},
    {"advanced beginner", BASIC},
    {"advanced intermediate", GOOD},
    {"and", NONE},
    {"authority", EXPERT},
    {"average", WORKING},
    {"aware", LEARNING},
    {"awareness", LEARNING},
    {"b1", WORKING},
    {"b2", GOOD},
    {"basic", BASIC},
    {"basics", BASIC},
    {"beginner", LEARNING},
    {"beginners", LEARNING},
    {"beginning", LEARNING},
    {"bilingual", EXPERT},
    {"business", GOOD},
    {"business fluent", GOOD},
    {"c1", ADVANCED},
    {"c2", EXPERT},
    {"capable", WORKING},
    {"casual", BASIC},
    {"cefr", NONE},
    {"certified", NONE},
    {"command", NONE},
    {"competence", WORKING},
    {"competent", WORKING},
    {"comprehensive", ADVANCED},
    {"confident", GOOD},
    {"conversant", WORKING},
    {"conversational", WORKING},
    {"currently", NONE},
    {"currently learning", LEARNING},
    {"decent", WORKING},
    {"deep", ADVANCED},
    {"effective operational", ADVANCED},
    {"elementary", BASIC},
    {"entry", BASIC},
    {"entry level", BASIC},
    {"everyday", WORKING},
    {"excellent", ADVANCED},
    {"experience", NONE},
    {"experienced", GOOD},
    {"expert", EXPERT},
    {"expertise", EXPERT},
    {"exposure", LEARNING},
    {"extensive", ADVANCED},
    {"extremely proficient", EXPERT},
    {"fair", WORKING},
    {"familiar", BASIC},
    {"familiarity", BASIC},
    {"first language", EXPERT},
    {"fluency", ADVANCED},
    {"fluent", ADVANCED},
    {"foundation", BASIC},
    {"foundational", BASIC},
    {"full professional", ADVANCED},
    {"fully fluent", ADVANCED},
    {"fundamental", BASIC},
    {"fundamentals", BASIC},
    {"general", WORKING},
    {"good", GOOD},
    {"good working", GOOD},
    {"great", ADVANCED},
    {"guru", EXPERT},
    {"hands on", WORKING},
    {"high", ADVANCED},
    {"high intermediate", GOOD},
    {"highly proficient", ADVANCED},
    {"highly skilled", ADVANCED},
    {"in", NONE},
    {"in depth", ADVANCED},
    {"in training", LEARNING},
    {"independent", WORKING},
    {"independent user", WORKING},
    {"intermediate", WORKING},
    {"intermediate high", GOOD},
    {"intermediate low", WORKING},
    {"introductory", LEARNING},
    {"junior", BASIC},
    {"just started", LEARNING},
    {"knowledge", NONE},
    {"language", NONE},
    {"learner", LEARNING},
    {"learning", LEARNING},
    {"level", NONE},
    {"limited", LEARNING},
    {"limited working", WORKING}, /* of LinkedIn: between elementary and professional */
    {"little", LEARNING},
    {"low", LEARNING},
    {"low intermediate", WORKING},
    {"lower intermediate", WORKING},
    {"master", EXPERT},
    {"mastered", EXPERT},
    {"mastery", EXPERT},
    {"medium", WORKING},
    {"mid", WORKING},
    {"mid level", WORKING},
    {"middle", WORKING},
    {"minimal", LEARNING},
    {"minimal professional", WORKING},
    {"moderate", WORKING},
    {"mother language", EXPERT},
    {"mother tongue", EXPERT},
    {"muttersprache", EXPERT},
    {"native", EXPERT},
    {"native bilingual", EXPERT},
    {"native like", EXPERT},
    {"native speaker", EXPERT},
    {"near native", EXPERT},
    {"newbie", LEARNING},
    {"newcomer", LEARNING},
    {"novice", LEARNING},
    {"of", NONE},
    {"only", NONE},
    {"operational", GOOD},
    {"or", NONE},
    {"oral", NONE},
    {"outstanding", EXPERT},
    {"partial", BASIC},
    {"passable", BASIC},
    {"passive", BASIC},
    {"perfect", EXPERT},
    {"practical", WORKING},
    {"practitioner", GOOD},
    {"pre intermediate", BASIC},
    {"principal", EXPERT},
    {"pro", GOOD},
    {"professional", GOOD},
    {"professional working", GOOD},
    {"proficiency", NONE},
    {"proficient", GOOD},
    {"proficient user", ADVANCED}, /* of CEFR: C1 and C2 */
    {"profound", ADVANCED},
    {"reading", NONE},
    {"reasonable", WORKING},
    {"regular", WORKING},
    {"rudimentary", LEARNING},
    {"rusty", BASIC},
    {"school", BASIC},
    {"second language", GOOD},
    {"senior", ADVANCED},
    {"skilled", GOOD},
    {"skills", NONE},
    {"solid", GOOD},
    {"some", BASIC},
    {"some experience", BASIC},
    {"some exposure", LEARNING},
    {"sound", GOOD},
    {"speaker", NONE},
    {"speaking", NONE},
    {"specialist", EXPERT},
    {"spoken", NONE},
    {"starter", LEARNING},
    {"starting", LEARNING},
    {"strong", GOOD},
    {"superior", EXPERT},
    {"survival", LEARNING},
    {"theoretical", BASIC},
    {"thorough", ADVANCED},
    {"to", NONE},
    {"trainee", LEARNING},
    {"understanding", NONE},
    {"upper intermediate", GOOD},
    {"use", NONE},
    {"user", NONE},
    {"very", NONE},
    {"very advanced", EXPERT},
    {"very good", ADVANCED},
    {"very limited", LEARNING},
    {"very strong", ADVANCED},
    {"well versed", ADVANCED},
    {"with", NONE},
    {"working", WORKING},
    {"world class", EXPERT},
    {"writing", NONE},
    {"written", NONE},
#undef NONE
#undef LEARNING
#undef BASIC
#undef WORKING
#undef GOOD
#undef ADVANCED
#undef EXPERT
};

jmi_level jmi_level_of(jmi_str word)
{
  assert(jmi_phrases_sorted(phrases, JMI_ROWS(phrases)));
  jmi_level lowest = JMI_LEVEL_NONE;
  jmi_cut cut;
  for (uint32_t at = 0; jmi_cut_next(&cut, word, at);) {
    const jmi_phrase *phrase = jmi_phrase_at(phrases, JMI_ROWS(phrases), word, &cut, &at);
    if (phrase == NULL)
      return JMI_LEVEL_NONE;
    if (phrase->means != JMI_LEVEL_NONE && (lowest == JMI_LEVEL_NONE || phrase->means < lowest))
      lowest = (jmi_level)phrase->means;
  }
  return lowest;
}
