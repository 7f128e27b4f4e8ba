/* SPDX-License-Identifier: MIT */
/* Headings of postings: which words announce what.
 *
 * In:  a heading, or a line that ends with a colon. Out: what stands below it.
 * The words of a row stand in the heading one behind the other, small words aside; the row with
 * most points wins, of equal ones the last in the heading: "Skills and responsibilities" heads
 * responsibilities. A row that has WHOLE counts only in a heading that has no other words. */
#include "language/heads.h"

#define REQ  JMI_HEAD_REQUIRED
#define NICE JMI_HEAD_PREFERRED
#define DUTY JMI_HEAD_DUTIES
#define OUT  JMI_HEAD_ASIDE
#define OPEN JMI_HEAD_OPEN

enum { WHOLE = 1, BARE = 2, FIRM = 4 /* says itself that it is asked for */ };

/* Words as reduce() leaves them. Points of 0 are two for each word. */
static const struct {
  const char *phrase;
  uint8_t head, flags, points;
} rows[] = {
    /* clang-format off */
    {"requirement", REQ, BARE, 0}, {"required", REQ, BARE | FIRM, 3}, {"require", REQ, BARE, 0},
    {"qualification", REQ, BARE, 0}, {"qualify", REQ, BARE, 0}, {"skill", REQ, 0, 0},
    {"skillset", REQ, 0, 0}, {"experience", REQ, 0, 0}, {"education", REQ, 0, 0},
    {"must", REQ, BARE | FIRM, 0}, {"must have", REQ, BARE | FIRM, 0}, {"essential", REQ, BARE | FIRM, 3},
    {"mandatory", REQ, BARE | FIRM, 3}, {"minimum", REQ, BARE | FIRM, 0}, {"competency", REQ, 0, 0},
    {"competence", REQ, 0, 0}, {"ability", REQ, 0, 0}, {"knowledge", REQ, 0, 0}, {"you bring", REQ, BARE, 0},
    {"you need", REQ, BARE, 0}, {"need", REQ, BARE, 0}, {"we looking", REQ, BARE, 0},
    {"looking", REQ, BARE, 0}, {"we look", REQ, BARE, 0}, {"who you", REQ, BARE, 0},
    {"about you", REQ, BARE, 0}, {"you have", REQ, BARE, 5}, {"you possess", REQ, BARE, 0},
    {"have", REQ, WHOLE | BARE, 0}, {"possess", REQ, BARE, 0}, {"demonstrate", REQ, BARE, 0},
    {"profile", REQ, BARE, 0}, {"ideal candidate", REQ, BARE, 0}, {"ideal", REQ, BARE, 0},
    {"successful candidate", REQ, BARE, 0}, {"successful applicant", REQ, BARE, 0},
    {"perfect candidate", REQ, BARE, 0}, {"candidate", REQ, WHOLE | BARE, 0}, {"right person", REQ, BARE, 0},
    {"right fit", REQ, BARE, 0}, {"good fit", REQ, BARE, 0}, {"great fit", REQ, BARE, 0},
    {"person specification", REQ, BARE, 0}, {"person spec", REQ, BARE, 0}, {"specification", REQ, WHOLE | BARE, 0},
    {"criteria", REQ, BARE, 0}, {"credential", REQ, 0, 0}, {"certification", REQ, 0, 0},
    {"certificate", REQ, 0, 0}, {"licence", REQ, 0, 0}, {"license", REQ, 0, 0}, {"licensure", REQ, 0, 0},
    {"background", REQ, 0, 0}, {"expertise", REQ, 0, 0}, {"attribute", REQ, 0, 0}, {"trait", REQ, 0, 0},
    {"quality", REQ, WHOLE, 0}, {"personal quality", REQ, 0, 0}, {"strength", REQ, WHOLE, 0},
    {"what takes", REQ, BARE, 0}, {"you take", REQ, BARE, 0}, {"takes", REQ, BARE, 0},
    {"we expect", REQ, BARE, 0}, {"we want", REQ, BARE, 0}, {"we seek", REQ, BARE, 0},
    {"seeking", REQ, BARE, 0}, {"seek", REQ, BARE, 0}, {"you offer", REQ, BARE, 5}, {"sound like you", REQ, BARE, 0},
    {"you thrive", REQ, BARE, 0}, {"succeed", REQ, BARE, 0}, {"you able", REQ, BARE, 5},
    {"able", REQ, WHOLE | BARE, 0}, {"you must", REQ, BARE | FIRM, 5}, {"eligibility", REQ, BARE, 0},
    {"eligible", REQ, BARE, 0}, {"who apply", REQ, BARE, 5}, {"prerequisite", REQ, BARE, 0},
    {"language", REQ, 0, 0}, {"physical demand", REQ, 0, 0}, {"physical requirement", REQ, 0, 0},
    {"travel", REQ, WHOLE, 0}, {"security clearance", REQ, 0, 0}, {"clearance", REQ, WHOLE, 0},
    {"know how", REQ, 0, 0}, {"familiar", REQ, BARE, 0}, {"training", REQ, WHOLE, 0}, {"ksas", REQ, BARE, 0},
    {"you know", REQ, BARE, 0}, {"you ideal", REQ, BARE, 0}, {"proficient", REQ, 0, 0},
    {"proficiency", REQ, 0, 0}, {"evaluated", REQ, BARE, 0}, {"what wanted", REQ, BARE, 0},

    {"preferred", NICE, BARE, 6}, {"preference", NICE, BARE, 0}, {"preferable", NICE, BARE, 0}, {"preferably", NICE, BARE, 5},
    {"nice have", NICE, BARE, 7}, {"good have", NICE, BARE, 7}, {"nice", NICE, WHOLE | BARE, 0},
    {"bonus point", NICE, BARE, 0}, {"bonus", NICE, WHOLE | BARE, 0}, {"bonus skill", NICE, BARE, 0},
    {"bonus qualification", NICE, BARE, 0}, {"bonus you", NICE, BARE, 7}, {"desirable", NICE, BARE, 6},
    {"desired", NICE, BARE, 6}, {"desire", NICE, WHOLE | BARE, 0}, {"advantageous", NICE, BARE, 6},
    {"beneficial", NICE, BARE, 6}, {"advantage", NICE, BARE, 6}, {"plus", NICE, BARE, 3},
    {"pluse", NICE, BARE, 3}, {"asset", NICE, WHOLE | BARE, 6}, {"extra point", NICE, BARE, 0},
    {"extra credit", NICE, BARE, 0}, {"ideally", NICE, BARE, 7}, {"optional", NICE, BARE, 6},
    {"wish list", NICE, BARE, 0}, {"wishlist", NICE, BARE, 0}, {"stand out", NICE, BARE, 7},
    {"set you apart", NICE, BARE, 0}, {"even better", NICE, BARE, 0}, {"brownie point", NICE, BARE, 0},
    {"not required", NICE, BARE, 9}, {"not essential", NICE, BARE, 9}, {"not mandatory", NICE, BARE, 9},
    {"not necessary", NICE, BARE, 9}, {"recommended", NICE, BARE, 3}, {"helpful", NICE, BARE, 6},
    {"welcome", NICE, BARE, 3}, {"love you have", NICE, BARE, 0}, {"favourable", NICE, BARE, 6},

    {"duty", DUTY, BARE, 3}, {"responsibility", DUTY, BARE, 0}, {"responsible", DUTY, BARE, 7},
    {"you do", DUTY, BARE, 5}, {"you doing", DUTY, BARE, 5}, {"task", DUTY, BARE, 3}, {"accountability", DUTY, BARE, 0},
    {"accountable", DUTY, BARE, 5}, {"objective", DUTY, BARE, 0}, {"day day", DUTY, BARE, 0},
    {"day life", DUTY, BARE, 0}, {"typical day", DUTY, BARE, 0}, {"your day", DUTY, BARE, 0},
    {"typical week", DUTY, BARE, 0}, {"your role", DUTY, BARE, 0}, {"your mission", DUTY, BARE, 5},
    {"your job", DUTY, BARE, 0}, {"essential function", DUTY, BARE, 5}, {"function", DUTY, BARE, 0},
    {"essential duty", DUTY, BARE, 7}, {"required duty", DUTY, BARE, 7}, {"required work", DUTY, BARE, 7}, {"you work", DUTY, BARE, 0},
    {"you own", DUTY, BARE, 0}, {"impact", DUTY, BARE, 0}, {"you help", DUTY, BARE, 0},
    {"deliverable", DUTY, BARE, 0}, {"assignment", DUTY, BARE, 0}, {"activity", DUTY, WHOLE | BARE, 0},
    {"role involve", DUTY, BARE, 0}, {"job involve", DUTY, BARE, 0}, {"involve", DUTY, BARE, 0},
    {"role include", DUTY, BARE, 0}, {"work include", DUTY, BARE, 0}, {"your contribution", DUTY, BARE, 0},
    {"success look", DUTY, BARE, 0}, {"first day", DUTY, BARE, 0}, {"first month", DUTY, BARE, 0},
    {"within first", DUTY, BARE, 0}, {"what do", DUTY, BARE, 0}, {"work you", DUTY, WHOLE | BARE, 0},

    {"role", OPEN, WHOLE | BARE, 0}, {"about role", OPEN, BARE, 5}, {"about job", OPEN, BARE, 5},
    {"about position", OPEN, BARE, 5}, {"about opportunity", OPEN, BARE, 5}, {"description", OPEN, BARE, 0},
    {"summary", OPEN, BARE, 0}, {"overview", OPEN, BARE, 0}, {"purpose", OPEN, WHOLE | BARE, 0},
    {"opportunity", OPEN, WHOLE | BARE, 0}, {"position", OPEN, WHOLE | BARE, 0}, {"job", OPEN, WHOLE | BARE, 0},
    {"about vacancy", OPEN, BARE, 5}, {"vacancy", OPEN, WHOLE | BARE, 0}, {"introduction", OPEN, WHOLE | BARE, 0},
    {"detail", OPEN, WHOLE | BARE, 0},

    {"benefit", OUT, BARE, 3}, {"perk", OUT, BARE, 3}, {"we offer", OUT, BARE, 7}, {"offer", OUT, BARE, 0},
    {"compensation", OUT, BARE, 3}, {"salary", OUT, BARE, 5}, {"pay", OUT, BARE, 3}, {"wage", OUT, BARE, 0},
    {"remuneration", OUT, BARE, 0}, {"reward", OUT, BARE, 0}, {"package", OUT, BARE, 3}, {"why", OUT, BARE, 5},
    {"join us", OUT, BARE, 5}, {"about us", OUT, BARE, 5}, {"about", OUT, 0, 0}, {"about company", OUT, BARE, 0},
    {"about team", OUT, BARE, 0}, {"who we", OUT, BARE, 0}, {"we", OUT, WHOLE | BARE, 0}, {"what we do", OUT, BARE, 7},
    {"company", OUT, WHOLE | BARE, 0}, {"culture", OUT, BARE, 0}, {"value", OUT, WHOLE | BARE, 0},
    {"mission", OUT, BARE, 0}, {"vision", OUT, WHOLE | BARE, 0}, {"history", OUT, WHOLE | BARE, 0},
    {"our story", OUT, BARE, 0}, {"our team", OUT, BARE, 0}, {"team", OUT, WHOLE | BARE, 0},
    {"diversity", OUT, BARE, 3}, {"inclusion", OUT, BARE, 3}, {"equal opportunity", OUT, BARE, 5},
    {"equal employment", OUT, BARE, 5}, {"eeo", OUT, BARE, 5}, {"eoe", OUT, BARE, 5}, {"equality", OUT, BARE, 0},
    {"accommodation", OUT, BARE, 3}, {"privacy", OUT, BARE, 3}, {"gdpr", OUT, BARE, 3},
    {"data protection", OUT, BARE, 0}, {"disclaimer", OUT, BARE, 3}, {"notice", OUT, BARE, 3}, {"note", OUT, WHOLE | BARE, 0},
    {"legal", OUT, WHOLE | BARE, 0}, {"apply", OUT, BARE, 4}, {"application", OUT, BARE, 5}, {"next step", OUT, BARE, 0},
    {"next", OUT, WHOLE | BARE, 0}, {"interview", OUT, BARE, 3}, {"hiring process", OUT, BARE, 0},
    {"recruitment process", OUT, BARE, 0}, {"selection process", OUT, BARE, 0}, {"process", OUT, WHOLE | BARE, 0},
    {"contact", OUT, BARE, 3}, {"question", OUT, WHOLE | BARE, 0}, {"information", OUT, WHOLE | BARE, 0},
    {"info", OUT, WHOLE | BARE, 0}, {"location", OUT, WHOLE | BARE, 0}, {"place work", OUT, BARE, 0},
    {"work location", OUT, BARE, 0}, {"hour", OUT, BARE, 3}, {"schedule", OUT, WHOLE | BARE, 0},
    {"work schedule", OUT, BARE, 0}, {"shift", OUT, WHOLE | BARE, 0}, {"start date", OUT, BARE, 0},
    {"start", OUT, WHOLE | BARE, 0}, {"closing date", OUT, BARE, 0}, {"deadline", OUT, BARE, 0},
    {"reference", OUT, WHOLE | BARE, 0}, {"job type", OUT, BARE, 0}, {"employment type", OUT, BARE, 0},
    {"employment", OUT, WHOLE | BARE, 0}, {"contract", OUT, BARE, 0}, {"position type", OUT, BARE, 0},
    {"type", OUT, WHOLE | BARE, 0}, {"status", OUT, WHOLE | BARE, 0}, {"department", OUT, WHOLE | BARE, 0},
    {"report", OUT, WHOLE | BARE, 0}, {"you get", OUT, BARE, 5}, {"get", OUT, WHOLE | BARE, 0},
    {"what you", OUT, WHOLE | BARE, 0}, {"you receive", OUT, BARE, 5}, {"you gain", OUT, BARE, 5},
    {"you learn", OUT, BARE, 5}, {"you enjoy", OUT, BARE, 5}, {"you love", OUT, BARE, 5},
    {"what expect", OUT, WHOLE | BARE, 5}, {"expect next", OUT, BARE, 5}, {"working condition", OUT, BARE, 0},
    {"work environment", OUT, BARE, 0}, {"environment", OUT, WHOLE | BARE, 0}, {"condition", OUT, WHOLE | BARE, 0},
    {"life", OUT, WHOLE | BARE, 0}, {"vacation", OUT, BARE, 0}, {"holiday", OUT, BARE, 0}, {"insurance", OUT, BARE, 0},
    {"wellbeing", OUT, BARE, 0}, {"wellness", OUT, BARE, 0}, {"get touch", OUT, BARE, 0},
    {"background check", OUT, BARE, 5}, {"background screening", OUT, BARE, 5}, {"drug", OUT, BARE, 5},
    {"veteran", OUT, BARE, 0}, {"statement", OUT, BARE, 3}, {"agency", OUT, WHOLE | BARE, 0},
    {"posted", OUT, BARE, 0}, {"supervisory", OUT, BARE, 0}, {"category", OUT, WHOLE | BARE, 0}, {"job id", OUT, BARE, 0},
    {"requisition", OUT, BARE, 0}, {"grade", OUT, BARE, 0}, {"number vacancy", OUT, BARE, 0},
    {"announcement", OUT, BARE, 0}, {"open", OUT, WHOLE | BARE, 0}, {"close", OUT, WHOLE | BARE, 0},
    {"website", OUT, BARE, 0}, {"email", OUT, WHOLE | BARE, 0}, {"phone", OUT, WHOLE | BARE, 0},
    {"follow us", OUT, BARE, 0}, {"cookie", OUT, BARE, 3}, {"similar job", OUT, BARE, 0},
    {"related job", OUT, BARE, 0}, {"more job", OUT, BARE, 0}, {"other job", OUT, BARE, 0}, {"sign", OUT, WHOLE | BARE, 0},
    {"training development", OUT, BARE, 5}, {"learning development", OUT, BARE, 5}, {"career", OUT, BARE, 0},
    {"growth", OUT, WHOLE | BARE, 0}, {"development", OUT, WHOLE | BARE, 0}, {"covid", OUT, WHOLE | BARE, 0},
    {"commitment", OUT, WHOLE | BARE, 0}, {"our commitment", OUT, BARE, 0}, {"document", OUT, WHOLE | BARE, 0},
    {"flsa", OUT, BARE, 0}, {"industry", OUT, WHOLE | BARE, 0}, {"employer", OUT, WHOLE | BARE, 0},
    {"sponsorship", OUT, WHOLE | BARE, 0}, {"safeguarding", OUT, BARE, 0}, {"bonus benefit", OUT, BARE, 7},
    {"perk benefit", OUT, BARE, 7},  {"division", OUT, WHOLE | BARE, 0},
    {"client", OUT, WHOLE | BARE, 0}, {"date", OUT, WHOLE | BARE, 0}, {"disclosure", OUT, BARE, 0},
    /* clang-format on */
};
#define ROWS (sizeof rows / sizeof *rows)

const char *jmi_head_phrase(uint32_t index)
{
  return index < ROWS ? rows[index].phrase : NULL;
}

static bool is_among(jmi_str word, const char *const *words, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (jmi_str_is(word, words[i]))
      return true;
  return false;
}
#define IS_AMONG(word, words) is_among((word), (words), sizeof(words) / sizeof *(words))

/* ---- words ------------------------------------------------------------------------------ */

static void add_word(jmi_words *out, uint32_t *len, const char *at, uint32_t size)
{
  if (size == 0)
    return;
  if (out->count == JMI_WORDS_MAX || *len + size > JMI_WORDS_BYTES) {
    out->all = false;
    return;
  }
  for (uint32_t i = 0; i < size; i++)
    out->bytes[*len + i] = jmi_lower(at[i]);
  out->items[out->count++] = (jmi_str){out->bytes + *len, size};
  *len += size;
}

static bool is_word_byte(char c)
{
  return jmi_is_alpha(c) || jmi_is_digit(c) || (unsigned char)c >= 0x80;
}

/* What an apostrophe and its letters stand for; "" for nothing of use. */
static const char *contracted(jmi_str tail)
{
  static const char *const forms[][2] = {
      {"ll", "will"}, {"re", "are"}, {"ve", "have"}, {"t", "not"}, {"d", "would"}};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
    if (jmi_str_is(tail, forms[i][0]))
      return forms[i][1];
  return "";
}

void jmi_words_cut(jmi_words *out, jmi_str text)
{
  uint32_t len = 0;
  out->count = 0;
  out->all = true;
  for (uint32_t at = 0; at < text.len && out->all;) {
    uint32_t end = at;
    while (end < text.len && is_word_byte(text.at[end]))
      end++;
    add_word(out, &len, text.at + at, end - at);
    bool quote = end > at && end + 1 < text.len && text.at[end] == '\'';
    at = end + 1;
    for (end = at; quote && end < text.len && is_word_byte(text.at[end]);)
      end++;
    if (quote && end - at <= 2) {
      const char *form = contracted(jmi_str_cut(text, at, end));
      add_word(out, &len, form, (uint32_t)strlen(form));
      at = end;
    }
  }
}

uint32_t jmi_words_at(const jmi_words *words, uint32_t at, const char *phrase)
{
  uint32_t count = 0;
  if (words->items[at].at[0] != phrase[0])
    return 0;
  while (*phrase != '\0') {
    uint32_t len = (uint32_t)strcspn(phrase, " ");
    if (at + count >= words->count
        || !jmi_str_equal(words->items[at + count], (jmi_str){phrase, len}))
      return 0;
    count++;
    phrase += len + (phrase[len] == ' ');
  }
  return count;
}

/* ---- headings --------------------------------------------------------------------------- */

/* A heading's words, small ones aside, each in the singular. */
static void reduce(jmi_words *words, bool *future, bool *condition)
{
  static const char *const small[] = {
      "will", "would", "should", "can", "could", "may",  "might", "the",    "a",    "an",
      "to",   "for",   "of",     "in",  "this",  "that", "and",   "it",     "at",   "on",
      "with", "as",    "or",     "be",  "is",    "are",  "am",    "if",     "also", "by",
      "from", "re",    "its",    "s",   "so",    "but",  "some",  "really", "just", "likely"};
  uint32_t kept = 0;
  *future = *condition = false;
  for (uint32_t i = 0; i < words->count; i++) {
    jmi_str word = words->items[i];
    *future = *future || jmi_str_is(word, "will");
    *condition = *condition || jmi_str_is(word, "if");
    if (IS_AMONG(word, small))
      continue;
    bool plural = word.len > 4 && word.at[word.len - 1] == 's' && word.at[word.len - 2] != 's'
                  && word.at[word.len - 2] != 'u' && !jmi_str_is(word, "takes");
    if (plural && word.len > 5 && memcmp(word.at + word.len - 3, "ies", 3) == 0) {
      word.len -= 2;
      words->bytes[word.at - words->bytes + word.len - 1] = 'y';
    } else if (plural || jmi_str_is(word, "pays")) {
      word.len--;
    }
    words->items[kept++] = word;
  }
  words->count = kept;
}

/* Words that a heading may have beside those that say what it heads. */
static bool is_filler(jmi_str word)
{
  static const char *const fillers[] = {
      "our",       "your",      "key",       "main",       "job",          "role",      "position",
      "general",   "basic",     "other",     "additional", "full",         "primary",   "core",
      "more",      "candidate", "applicant", "technical",  "professional", "personal",  "minimum",
      "important", "what",      "who",       "how",        "you",          "we",        "us",
      "need",      "have",      "required",  "preferred",  "desired",      "essential", "work",
      "following", "include",   "including", "specific",   "specialized",  "related",   "relevant",
      "about",     "level",     "date",      "major",      "employment",   "principal", "working",
      "base",      "total",     "annual",    "range",      "rate",         "expected",  "special",
      "new",       "further",   "potential", "soft",       "hard",         "previous",  "academic",
      "plus",      "bonus",     "ideal",     "right",      "looking",      "whats",     "i",
      "do",        "here",      "bring",     "table",      "like",         "highly",    "strongly",
      "not",       "required",  "must",      "very",       "company",      "mandatory", "physical",
      "type",      "status",    "number",    "why",        "join",         "life",      "great",
      "per",       "hourly",    "office",    "job",        "language",     "driving",   "driver"};
  return IS_AMONG(word, fillers);
}

enum { WORDS_OF_HEADING = 16 };

typedef struct verdict {
  size_t row; /* the one that says most; ROWS */
  uint32_t points, at;
  bool firm, nice, denied; /* some row says that it must be; that it is welcome; that it need not */
  bool whole;
} verdict;

/* Are all words but those from `at` on fillers? */
static bool stands_alone(const bool *filler, uint32_t words, uint32_t at, uint32_t count)
{
  for (uint32_t i = 0; i < words; i++)
    if ((i < at || i >= at + count) && !filler[i])
      return false;
  return true;
}

static verdict judge(const jmi_words *words)
{
  bool filler[WORDS_OF_HEADING] = {false}, known[WORDS_OF_HEADING] = {false};
  verdict found = {.row = ROWS, .whole = true};
  for (uint32_t i = 0; i < words->count; i++)
    known[i] = filler[i] = is_filler(words->items[i]) || jmi_is_digit(words->items[i].at[0]);
  for (size_t r = 0; r < ROWS; r++) {
    for (uint32_t at = 0; at < words->count; at++) {
      uint32_t count = jmi_words_at(words, at, rows[r].phrase);
      if (count == 0)
        continue;
      memset(known + at, true, count);
      found.firm = found.firm || (rows[r].flags & FIRM) != 0;
      found.nice = found.nice || rows[r].head == NICE;
      found.denied = found.denied || (rows[r].head == NICE && rows[r].points == 9);
      if ((rows[r].flags & WHOLE) != 0 && !stands_alone(filler, words->count, at, count))
        continue;
      uint32_t points = rows[r].points > 0 ? rows[r].points : 2 * count;
      if (points > found.points || (points == found.points && at >= found.at)) {
        found.row = r;
        found.points = points;
        found.at = at;
      }
    }
  }
  for (uint32_t i = 0; i < words->count; i++)
    found.whole = found.whole && known[i];
  return found;
}

jmi_head_found jmi_head_of(jmi_str text)
{
  jmi_words words;
  bool future, condition;
  jmi_head_found found = {JMI_HEAD_NONE, false, true};
  jmi_words_cut(&words, text);
  reduce(&words, &future, &condition);
  if (words.count == 0 || words.count > WORDS_OF_HEADING)
    return found;
  verdict v = judge(&words);
  found.whole = v.whole;
  bool why = jmi_str_is(words.items[0], "why") || jmi_str_is(words.items[0], "how");
  bool nice = v.row < ROWS && rows[v.row].head == NICE;
  if ((v.points < 4 || condition) && !why && !nice
      && jmi_str_is(words.items[words.count - 1], "you")) {
    /* "As a cook you will:", "You:", "You'll love this if you" */
    found.head = future && !condition ? DUTY : REQ;
    return found;
  }
  if (v.row == ROWS)
    return found;
  found.head = rows[v.row].head;
  found.bare = (rows[v.row].flags & BARE) != 0;
  if (future && v.points == 3 && found.head == REQ) /* "You will be required to:" */
    found.head = DUTY;
  if (found.head == NICE && v.firm && !v.denied) /* "Essential and desirable": words will tell */
    found.head = REQ;
  return found;
}
