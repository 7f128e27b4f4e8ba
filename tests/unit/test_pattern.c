/* SPDX-License-Identifier: MIT */
/* Patterns: ours, and strangers', which may cost neither much time nor a wrong answer. */
#include "support/suite.h"

#include "base/error.h"
#include "support/failing.h"
#include "text/pattern.h"

static const jmi_pattern_limits limits = {512, 1000000};

static const struct {
  const char *name, *pattern, *text;
  bool caseless;
  jmi_found found;
  uint32_t start, end;
} finds[] = {
    {"a word is found", "forklift", "a forklift licence", false, JMI_FOUND_YES, 2, 10},
    {"a missing word is not", "crane", "a forklift licence", false, JMI_FOUND_NO, 0, 0},
    {"case counts", "Go", "let it go", false, JMI_FOUND_NO, 0, 0},
    {"case does not count when asked", "Go", "let it go", true, JMI_FOUND_YES, 7, 9},
    {"an inline option works", "(?i)go", "GO", false, JMI_FOUND_YES, 0, 2},
    {"a dot is a character", "^.$", "é", false, JMI_FOUND_YES, 0, 2},
    {"a letter is Unicode's", "^\\w+$", "naïve", false, JMI_FOUND_YES, 0, 6},
    {"case is Unicode's", "ÉTÉ", "été", true, JMI_FOUND_YES, 0, 5},
    {"an empty text may match", "^$", "", false, JMI_FOUND_YES, 0, 0},
    {"a line feed alone is a newline", "a.b", "a\rb", false, JMI_FOUND_YES, 0, 3},
    {"a lookahead works", "C(?!\\+)", "C++ C", false, JMI_FOUND_YES, 4, 5},
    {"a class with a bracket works", "[]([(*]+", "x(*[", false, JMI_FOUND_YES, 1, 4},
    {"an escaped verb is text", "\\(\\*", "(*", false, JMI_FOUND_YES, 0, 2},
    {"a quoted verb is text", "\\Q(*F)\\E!", "(*F)!", false, JMI_FOUND_YES, 0, 5},
    {"a comment is passed over", "a(?#{200}[)b", "ab", false, JMI_FOUND_YES, 0, 2},
    {"a code point is no repeat", "\\x{2014}", "a—b", false, JMI_FOUND_YES, 1, 4},
    {"a brace that repeats nothing is text", "a{x200}", "a{x200}", false, JMI_FOUND_YES, 0, 7},
    {"a back reference works", "(\\w)\\1", "hello", false, JMI_FOUND_YES, 2, 4},
    {"a hundred repeats are allowed", "(?:ab){2,100}", "xababab", false, JMI_FOUND_YES, 1, 7},
};

/* Every row is run as ours and as a stranger's: the answers agree. */
START_TEST(find)
{
  for (int stranger = 0; stranger < 2; stranger++) {
    jmi_pattern *pattern;
    jmi_pattern_run *run;
    jm_error err = JM_ERROR_INIT;
    uint32_t start = 0, end = 0;
    jmi_str text = jmi_str_of(finds[_i].text);
    jm_status status = jmi_pattern_new(&pattern, NULL, jmi_str_of(finds[_i].pattern),
                                       finds[_i].caseless, stranger ? &limits : NULL, &err);
    ck_assert_msg(status == JM_OK, "%s: %s", finds[_i].name, err.message);
    ck_assert_int_eq(jmi_pattern_run_new(&run, NULL), JM_OK);
    jmi_found found = jmi_pattern_find(pattern, run, text, 0);
    ck_assert_msg(found == finds[_i].found, "%s: %d", finds[_i].name, (int)found);
    ck_assert(jmi_pattern_span(run, 0, &start, &end) == (found == JMI_FOUND_YES));
    ck_assert_msg(start == finds[_i].start && end == finds[_i].end, "%s: %u-%u", finds[_i].name,
                  (unsigned)start, (unsigned)end);
    ck_assert(stranger || jmi_pattern_steps(run) == 0);
    jmi_pattern_run_free(run);
    jmi_pattern_free(pattern);
  }
}
END_TEST

START_TEST(groups)
{
  jmi_pattern *pattern, *wider;
  jmi_pattern_run *run;
  uint32_t start = 0, end = 0;
  jmi_str text = JMI_STR("at least 5 years, or 7 years");
  ck_assert_int_eq(
      jmi_pattern_new(&pattern, NULL, JMI_STR("(?<few>few)?(?<n>\\d+) years"), false, NULL, NULL),
      JM_OK);
  ck_assert_int_eq(jmi_pattern_new(&wider, NULL, JMI_STR("(o)(r)( )(7)(x)?"), false, &limits, NULL),
                   JM_OK);
  ck_assert_int_eq(jmi_pattern_run_new(&run, NULL), JM_OK);
  ck_assert_uint_eq(jmi_pattern_group(pattern, "few"), 1);
  ck_assert_uint_eq(jmi_pattern_group(pattern, "n"), 2);
  ck_assert_uint_eq(jmi_pattern_group(pattern, "none"), 0);
  ck_assert(!jmi_pattern_span(run, 0, &start, &end));
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, 0), JMI_FOUND_YES);
  ck_assert(!jmi_pattern_span(run, 1, &start, &end));
  ck_assert(jmi_pattern_span(run, 2, &start, &end));
  ck_assert(start == 9 && end == 10);
  ck_assert(!jmi_pattern_span(run, 3, &start, &end));
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, end), JMI_FOUND_YES);
  ck_assert(jmi_pattern_span(run, 2, &start, &end) && start == 21);
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, end), JMI_FOUND_NO);
  ck_assert(!jmi_pattern_span(run, 0, &start, &end));
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, text.len + 1), JMI_FOUND_NO);
  ck_assert_int_eq(jmi_pattern_find(wider, run, text, 0), JMI_FOUND_YES);
  ck_assert(jmi_pattern_span(run, 4, &start, &end) && start == 21);
  ck_assert_int_gt(jmi_pattern_steps(run), 0);
  jmi_pattern_run_free(run);
  jmi_pattern_free(wider);
  jmi_pattern_free(pattern);
}
END_TEST

START_TEST(start_inside_a_character) /* the search begins behind it */
{
  jmi_pattern *pattern;
  jmi_pattern_run *run;
  uint32_t start, end;
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, JMI_STR("."), false, NULL, NULL), JM_OK);
  ck_assert_int_eq(jmi_pattern_run_new(&run, NULL), JM_OK);
  ck_assert_int_eq(jmi_pattern_find(pattern, run, JMI_STR("éa"), 1), JMI_FOUND_YES);
  ck_assert(jmi_pattern_span(run, 0, &start, &end) && start == 2 && end == 3);
  jmi_pattern_run_free(run);
  jmi_pattern_free(pattern);
}
END_TEST

static const struct {
  const char *name, *pattern;
  int64_t offset;
  const char *message; /* a part of it */
} refusals[] = {
    {"a verb is refused", "a(*ACCEPT)b", 1, "verb"},
    {"a verb that sets a limit is refused", "(*LIMIT_MATCH=4000000000)a", 0, "verb"},
    {"a verb that sets UTF is refused", "(*UTF)a", 0, "verb"},
    {"a callout is refused", "a(?C1)b", 1, "callout"},
    {"a callout with a text is refused", "(?C'x')b", 0, "callout"},
    {"recursion is refused", "a(?R)?b", 1, "recursion"},
    {"a call by number is refused", "(a)(?1)", 3, "call"},
    {"a call by a relative number is refused", "(a)(?-1)", 3, "call"},
    {"a call forward is refused", "(?+1)(a)", 0, "call"},
    {"a call by name is refused", "(?<n>a)(?&n)", 7, "call"},
    {"Python's call by name is refused", "(?P<n>a)(?P>n)", 8, "call"},
    {"Oniguruma's call is refused", "(a)\\g<1>", 3, "call"},
    {"Oniguruma's quoted call is refused", "(a)\\g'1'", 3, "call"},
    {"a single byte is refused", "a\\Cb", 1, "single byte"},
    {"a moved start is refused", "a\\Kb", 1, "moved start"},
    {"free layout is refused", "(?x) a b", 0, "option x"},
    {"free layout among other options is refused", "a(?im-sx:b)", 1, "option x"},
    {"free layout of classes is refused", "(?xx)[ ]", 0, "option x"},
    {"a quotation in a class is refused", "[\\Qab\\E]", 1, "\\Q"},
    {"a verb behind a class is seen", "[a](*F)", 3, "verb"},
    {"a verb behind a class that begins with a bracket is seen", "[]a](*F)", 4, "verb"},
    {"a verb behind a class of the others is seen", "[^]a](*F)", 5, "verb"},
    {"a verb behind a class of a class is seen", "[[:alpha:][](*F)]", 12, "verb"},
    {"a verb behind half a class name is seen", "[[:alpha](*F)]", 9, "verb"},
    {"a verb behind a control escape is seen", "\\c[(*F)]", 3, "verb"},
    {"a verb behind an escaped backslash is seen", "\\\\(*F)", 2, "verb"},
    {"a verb behind a quotation is seen", "\\Q[\\E(*F)]", 5, "verb"},
    {"a verb behind a comment is seen", "(?#[)(*F)]", 5, "verb"},
    {"a verb behind an empty quotation mark is seen", "[\\E]a](*F)", 6, "verb"},
    {"a repeat of a hundred and one is refused", "a{101}", 1, "100"},
    {"an upper bound of it is refused", "a{1,101}", 1, "100"},
    {"a lower bound of it is refused", "a{101,}", 1, "100"},
    {"a number that would overflow is refused", "a{99999999999999999999}", 1, "100"},
    {"the repeat that crashed a compiler is refused", "(?=x){0,2500}", 5, "100"},
    {"nested repeats are refused by their size", "((a{100}){100}){100}", 20, "large"},
    {"a repeated group is refused by its size", "(?:(?:abcdefgh){40}){9}", 0,
     "large when compiled"},
    {"an open parenthesis is PCRE2's to refuse", "a(b", 3, "parenthesis"},
    {"a lookbehind of no length is PCRE2's to refuse", "(?<=a+)b", 0, "lookbehind"},
    {"nothing to repeat is PCRE2's to refuse", "é+*?*", 3, "quantifier"},
};

START_TEST(refuse)
{
  jmi_pattern *pattern = NULL;
  jm_error err = JM_ERROR_INIT;
  jm_status status =
      jmi_pattern_new(&pattern, NULL, jmi_str_of(refusals[_i].pattern), false, &limits, &err);
  ck_assert_msg(status == JM_ERR_FIELD && pattern == NULL, "%s: %s", refusals[_i].name,
                jm_status_name(status));
  ck_assert_int_eq(err.status, JM_ERR_FIELD);
  ck_assert_msg(strstr(err.message, refusals[_i].message) != NULL, "%s: %s", refusals[_i].name,
                err.message);
  ck_assert_msg(err.offset == refusals[_i].offset, "%s: byte %d", refusals[_i].name,
                (int)err.offset);
  ck_assert_int_eq(
      jmi_pattern_new(&pattern, NULL, jmi_str_of(refusals[_i].pattern), false, &limits, NULL),
      JM_ERR_FIELD);
}
END_TEST

/* A pattern of n opening parentheses, a letter, and n closing ones. */
static jmi_str nested(char *room, uint32_t n)
{
  memset(room, '(', n);
  room[n] = 'a';
  memset(room + n + 1, ')', n);
  return (jmi_str){room, 2 * n + 1};
}

START_TEST(bounds) /* at a bound a pattern compiles, one past it it does not */
{
  static char room[1024];
  jmi_pattern *pattern;
  jm_error err = JM_ERROR_INIT;
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, nested(room, 32), false, &limits, NULL), JM_OK);
  jmi_pattern_free(pattern);
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, nested(room, 33), false, &limits, &err),
                   JM_ERR_FIELD);
  ck_assert_int_eq(err.offset, 32);
  memset(room, 'a', sizeof room);
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, (jmi_str){room, 512}, false, &limits, NULL),
                   JM_OK);
  jmi_pattern_free(pattern);
  jmi_error_clear(&err);
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, (jmi_str){room, 513}, false, &limits, &err),
                   JM_ERR_LIMIT);
  ck_assert_ptr_nonnull(strstr(err.message, "max_pattern_bytes"));
  ck_assert_int_eq(err.offset, -1);
  ck_assert_ptr_null(pattern);
}
END_TEST

/* The first error stands: an offset of ours is not written over another's record. */
START_TEST(first_error_stands)
{
  jmi_pattern *pattern;
  jm_error err = JM_ERROR_INIT;
  err.status = JM_ERR_SYNTAX;
  err.offset = 7;
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, JMI_STR("(*F)"), false, &limits, &err),
                   JM_ERR_FIELD);
  ck_assert_int_eq(err.status, JM_ERR_SYNTAX);
  ck_assert_int_eq(err.offset, 7);
}
END_TEST

static const struct {
  const char *name, *pattern;
  const char *unit; /* repeated to `len` bytes */
  size_t len;
  const char *end;
} hostile[] = {
    {"the classic", "(a+)+$", "a", 40, "!"},
    {"the classic on a long text", "(a+)+$", "a", 16384, "!"},
    {"a search that PCRE2's limit does not bound", "[ab]*a[cd]", "a", 65536, ""},
    {"a lookahead at each byte", "(?:(?!.*+[0-9])a)+[bc]", "a", 16384, ""},
    {"two stars in a row", "(?:a*)*b[cd]", "a", 16384, "b"},
    {"alternatives that are the same", "(a|a)*[bc]", "a", 4096, ""},
    {"alternatives that overlap", "(a|aa)+$", "a", 4096, "!"},
    {"three stars apart", ".*.*.*=[xyz]", "x", 4096, "="},
    {"words that may part anywhere", "^(\\w+\\s?)*$", "a", 4096, "!"},
    {"a back reference at each byte", "(.*)\\1[xyz]{3}", "a", 4096, ""},
    {"a lazy star at each byte", "(?:.*?,){12}[PQ]", "1,", 4096, ""},
    {"lookbehinds all along", "(?:(?<=a{30})a|b|a)*+[cd]", "a", 16384, ""},
    {"letters above ASCII", "(é+)+$", "é", 16384, "!"},
};

START_TEST(hostile_run) /* the count ends the run, and says the same each time */
{
  static char text[65536 + 8];
  size_t len = 0, size = strlen(hostile[_i].unit);
  for (; len + size <= hostile[_i].len; len += size)
    memcpy(text + len, hostile[_i].unit, size);
  strcpy(text + len, hostile[_i].end);
  jmi_pattern *pattern;
  jmi_pattern_run *run;
  jm_error err = JM_ERROR_INIT;
  jm_status status =
      jmi_pattern_new(&pattern, NULL, jmi_str_of(hostile[_i].pattern), false, &limits, &err);
  ck_assert_msg(status == JM_OK, "%s: %s", hostile[_i].name, err.message);
  ck_assert_int_eq(jmi_pattern_run_new(&run, NULL), JM_OK);
  jmi_found found = jmi_pattern_find(pattern, run, jmi_str_of(text), 0);
  int64_t steps = jmi_pattern_steps(run);
  uint32_t start, end;
  ck_assert_msg(found == JMI_FOUND_LIMIT, "%s: %d after %ld steps", hostile[_i].name, (int)found,
                (long)steps);
  ck_assert_int_le(steps, limits.max_steps + 65536 / 64 + 1);
  ck_assert(!jmi_pattern_span(run, 0, &start, &end));
  ck_assert_int_eq(jmi_pattern_find(pattern, run, jmi_str_of(text), 0), JMI_FOUND_LIMIT);
  ck_assert_int_eq(jmi_pattern_steps(run), steps);
  jmi_pattern_run_free(run);
  jmi_pattern_free(pattern);
}
END_TEST

START_TEST(steps_are_the_callers) /* a lower limit ends sooner, a sufficient one not at all */
{
  static const jmi_pattern_limits few = {512, 20};
  jmi_pattern *pattern;
  jmi_pattern_run *run;
  jmi_str text = JMI_STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab");
  ck_assert_int_eq(jmi_pattern_run_new(&run, NULL), JM_OK);
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, JMI_STR("(?:a|x)+b"), false, &few, NULL), JM_OK);
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, 0), JMI_FOUND_LIMIT);
  ck_assert_int_gt(jmi_pattern_steps(run), 20);
  jmi_pattern_free(pattern);
  ck_assert_int_eq(jmi_pattern_new(&pattern, NULL, JMI_STR("(?:a|x)+b"), false, &limits, NULL),
                   JM_OK);
  ck_assert_int_eq(jmi_pattern_find(pattern, run, text, 0), JMI_FOUND_YES);
  jmi_pattern_free(pattern);
  jmi_pattern_run_free(run);
}
END_TEST

START_TEST(out_of_memory)
{
  static const struct {
    const char *pattern;
    const jmi_pattern_limits *limits;
  } ways[] = {{"(?<n>[é-ж\\p{L}]+)(b|c)*", NULL}, {"(?<n>[é-ж\\p{L}]+)(b|c)*", &limits}};
  for (size_t i = 0; i < COUNT(ways); i++) {
    jm_status status = JM_ERR_MEMORY;
    jmi_found found = JMI_FOUND_MEMORY;
    for (size_t n = 0; status == JM_ERR_MEMORY || found == JMI_FOUND_MEMORY; n++) {
      ck_assert_uint_lt(n, 100);
      failing memory = {.left = n};
      jm_allocator allocator = failing_allocator(&memory);
      jmi_pattern *pattern = NULL;
      jmi_pattern_run *run = NULL;
      jm_error err = JM_ERROR_INIT;
      status = jmi_pattern_new(&pattern, &allocator, jmi_str_of(ways[i].pattern), true,
                               ways[i].limits, &err);
      ck_assert((pattern != NULL) == (status == JM_OK));
      ck_assert_int_eq(err.status, status);
      if (status == JM_OK)
        status = jmi_pattern_run_new(&run, &allocator);
      ck_assert((run != NULL) == (status == JM_OK));
      if (status == JM_OK)
        found = jmi_pattern_find(pattern, run, JMI_STR("xéb"), 0);
      ck_assert(status == JM_OK || status == JM_ERR_MEMORY);
      ck_assert(status == JM_ERR_MEMORY || found == JMI_FOUND_YES || found == JMI_FOUND_MEMORY);
      jmi_pattern_run_free(run);
      jmi_pattern_free(pattern);
      ck_assert_uint_eq(memory.live, 0);
    }
  }
  jmi_pattern_free(NULL);
  jmi_pattern_run_free(NULL);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("pattern");
  TCase *tc = tcase_create("pattern");
  tcase_set_timeout(tc, 60);
  tcase_add_loop_test(tc, find, 0, COUNT(finds));
  tcase_add_test(tc, groups);
  tcase_add_test(tc, start_inside_a_character);
  tcase_add_loop_test(tc, refuse, 0, COUNT(refusals));
  tcase_add_test(tc, bounds);
  tcase_add_test(tc, first_error_stands);
  tcase_add_loop_test(tc, hostile_run, 0, COUNT(hostile));
  tcase_add_test(tc, steps_are_the_callers);
  tcase_add_test(tc, out_of_memory);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
