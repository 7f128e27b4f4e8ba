/* SPDX-License-Identifier: MIT */
/* Tokens: how a text is cut, what is said of each piece, and what a piece is compared by.
 *
 * A row writes tokens with blanks between them. Before a token: ~ joined by a hyphen, + glued,
 * ^ first of its sentence. Behind it what stands for its stem when that is not the norm. */
#include "support/suite.h"

#include "support/failing.h"
#include "text/text.h"
#include "text/tokens.h"

static jmi_stems *stems;

static void make_stems(void)
{
  ck_assert_int_eq(jmi_stems_new(&stems, NULL), JM_OK);
}

static void free_stems(void)
{
  jmi_stems_free(stems);
}

static const struct {
  const char *name, *text, *norms;
} cuts[] = {
    {"an empty text has no tokens", "", ""},
    {"blanks alone have no tokens", " \t\n", ""},
    {"words are cut at blanks", "Use of forklifts", "use of forklifts"},
    {"the header's own example is read so", "C/C++, 5+ years", "c / c++ , 5 + years"},

    {"C++ and C# stay whole", "C, C++, C# and F#.", "c , c++ , c# and f# ."},
    {"a name with two plus signs stays whole", "Notepad++/g++", "notepad++ / g++"},
    {"a version parts from C++", "C++17", "c++ 17"},
    {"a framework parts from C#", "C#.NET and C#8", "c# .net and c# 8"},
    {"a number sign before a number is a sign", "#1 and Item#5", "# 1 and item # 5"},
    {"a grade and a certificate keep their plus", "A+, CompTIA Security+ or network+",
     "a+ , comptia security+ or network+"},
    {"a plus after a number is a sign", "5+ years, 10yrs+", "5 + years , 10 yrs +"},
    {"a plus after other words is a sign", "degree+ ES6+ a+b years++",
     "degree + es6 + a + b years + +"},

    {".NET stays whole", ".NET, ASP.NET, VB.Net (.net) .NET6",
     ".net , asp.net , vb.net ( .net ) .net 6"},
    {"another word after a dot is none", "see .network", "see . network"},
    {"libraries keep their dot", "Node.js Node.JS Socket.IO D3.js Vue.js.",
     "node.js node.js socket.io d3.js vue.js ."},
    {"sites and files keep their dot", "Salesforce.com README.md example.co.uk main.py",
     "salesforce.com readme.md example.co.uk main.py"},
    {"pasted sentences part", "in the end.Next we work.Co workers",
     "in the end . next we work . co workers"},
    {"small letters part as well", "skills.strong", "skills . strong"},
    {"acronyms and the next sentence part", "SQL.Strong", "sql . strong"},

    {"e.g. and i.e. are one token each", "e.g. Java, i.e. it (e.g., C)",
     "e.g. java , i.e. it ( e.g. , c )"},
    {"etc. is one token", "nails, screws, etc.", "nails , screws , etc."},
    {"titles keep their dots", "Ph.D., B.Sc. or M.S. LL.M. M.Ed. B.Eng",
     "ph.d. , b.sc. or m.s. ll.m. m.ed. b.eng"},
    {"countries keep their dots", "U.S. and U.S.-based, U.K.", "u.s. and u.s. ~based , u.k."},
    {"a title ends before a pasted word", "U.S.Citizen", "u.s. citizen"},
    {"one letter and a dot are two tokens", "J. Smith", "j . smith"},

    {"R&D is one token", "R&D, AT&T, Q&A, FP&A", "r&d , at&t , q&a , fp&a"},
    {"an ampersand between words is and", "research & development", "research and development"},
    {"an ampersand between glued words is and", "Health&Safety HTML&CSS",
     "health and safety html and css"},
    {"an ampersand before a name with signs is and", "C&C++", "c and c++"},
    {"an ampersand alone is a sign", "& more, &", "& more , &"},

    {"a hyphen joins two tokens", "front-end full-time", "front ~end full ~time"},
    {"a range is two joined numbers", "3-5 years", "3 ~5 years"},
    {"hyphens join names as well", "C++-based .NET-based pre-.NET",
     "c++ ~based .net ~based pre ~.net"},
    {"a hyphen with a blank is a sign", "full- and part-time, - a", "full - and part ~time , - a"},
    {"two hyphens are signs", "a--z", "a - - z"},
    {"typographic hyphens join",
     "front\xE2\x80\x91"
     "end 3–5",
     "front ~end 3 ~5"},
    {"a slash is a sign", "CI/CD and/or w/", "ci / cd and / or w /"},
    {"an underscore is a sign", "snake_case", "snake _ case"},

    {"an apostrophe inside a word stays", "driver's don't O'Reilly", "driver's don't o'reilly"},
    {"a typographic apostrophe is the same", "driver’s years’", "driver's years"},
    {"an apostrophe that closes a plural is not in the norm", "two years' work", "two years work"},
    {"quotes are signs", "'words' 'in quotes'", "' words ' ' in quotes"},
    {"a year may begin with an apostrophe", "in '22, '90s", "in '22 , ' 90s"},
    {"a quoted number is a number", "'22'", "' 22 '"},

    {"versions are one number", "3.10 and 2.5.1", "3.10 and 2.5.1"},
    {"thousands are one number", "1,000 or 1,000,000.50 not 1,00 12,34",
     "1,000 or 1,000,000.50 not 1 , 00 12 , 34"},
    {"a dot ends a number", "in 2019. Then", "in 2019 . then"},
    {"a fraction may begin with a dot", ".5 FTE", ".5 fte"},
    {"an open version is one token", "Python 3.x", "python 3.x"},
    {"letters and digits make one name", "S3 B2B 401k 3D v2.0 HTML5.1 802.11ac",
     "s3 b2b 401k 3d v2.0 html5.1 802.11ac"},
    {"units part from their number", "5yrs 10years 50lbs 18mo", "5 yrs 10 years 50 lbs 18 mo"},
    {"money and percent are signs", "$50k 25%", "$ 50k 25 %"},
    {"a list number parts from its text", "2.Manage", "2 . manage"},

    {"Chinese is one token a run", "精通编程 经验", "精通编程 经验"},
    {"Chinese and Latin letters part", "精通Java开发3年", "精通 java 开发 3 年"},
    {"Korean endings part from names", "Java를", "java 를"},
    {"accented words are folded", "naïve Résumé Łódź", "naive resume lodz"},
    {"loose accents stay in their word", "re\xCC\x81sume\xCC\x81", "resume"},
    {"soft hyphens stay in their word",
     "man\xC2\xAD"
     "age",
     "manage"},
    {"an emoji is a sign", "\xF0\x9F\x98\x80 ok", "\xF0\x9F\x98\x80 ok"},
    {"other blanks part words", "a\xC2\xA0z\xE3\x80\x80z", "a z z"},
};

static jmi_tokens read_into(jmi_arena *arena, const char *text)
{
  jmi_tokens tokens;
  ck_assert_int_eq(jmi_tokens_read(&tokens, arena, stems, jmi_str_of(text)), JM_OK);
  for (uint32_t i = 0; i < tokens.count; i++) { /* what holds of all tokens */
    const jmi_token *t = &tokens.items[i];
    bool glued = i > 0 && t[-1].end == t->start;
    bool sound = t->start < t->end && t->end <= tokens.text.len && (i == 0 || t[-1].end <= t->start)
                 && t->norm.len > 0 && t->stem.len > 0 && t->hash == jmi_str_hash(t->stem)
                 && glued == ((t->flags & JMI_TOKEN_GLUED) != 0);
    if (!sound)
      ck_abort_msg("%s: token %u is not sound", text, (unsigned)i);
  }
  return tokens;
}

static jmi_tokens read(jmi_arena *arena, const char *text)
{
  jmi_arena_init(arena, NULL);
  return read_into(arena, text);
}

/* The norms with blanks between them, or the stems. */
static const char *spell(const jmi_tokens *tokens, bool stemmed)
{
  static char line[512];
  size_t len = 0;
  for (uint32_t i = 0; i < tokens->count; i++) {
    const jmi_token *t = &tokens->items[i];
    jmi_str word = stemmed ? t->stem : t->norm;
    ck_assert_uint_lt(len + word.len + 3, sizeof line);
    if (i > 0)
      line[len++] = ' ';
    if ((t->flags & JMI_TOKEN_JOINED) != 0 && !stemmed)
      line[len++] = '~';
    memcpy(line + len, word.at, word.len);
    len += word.len;
  }
  line[len] = '\0';
  return line;
}

START_TEST(cut)
{
  jmi_arena arena;
  jmi_tokens tokens = read(&arena, cuts[_i].text);
  ck_assert_msg(strcmp(spell(&tokens, false), cuts[_i].norms) == 0, "%s: %s", cuts[_i].name,
                spell(&tokens, false));
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text, *stems;
} stemmed[] = {
    {"plain words are stemmed", "coordinating marketing studies", "coordin market studi"},
    {"a stem may be no part of its word", "happy safety", "happi safeti"},
    {"short words are not stemmed", "was ads use", "was ads use"},
    {"names are not stemmed", "Kubernetes3s Node.js R&D C++", "kubernetes3s node.js r&d c++"},
    {"acronyms are not stemmed", "knows SAAS and AWS", "know saas and aws"},
    {"longer words in capitals are stemmed", "knows JAVASCRIPTS", "know javascript"},
    {"acronyms in a row are no text in capitals", "SAAS, AWS", "saas , aws"},
    {"a text in capitals is stemmed as usual", "MANAGING SAAS TOOLS", "manag saa tool"},
    {"small words tell a text in capitals as well", "COOKS AND ROOMS", "cook and room"},
    {"plural acronyms lose their s", "APIs KPIs VMs IDs", "api kpi vm id"},
    {"owners lose their s", "bachelor's driver’s", "bachelor driver"},
    {"short owners and acronyms lose theirs as well", "AWS's dog's", "aws dog"},
    {"names with dots lose theirs as well", "Node.js's AT&T's", "node.js at&t"},
    {"plural owners are stemmed", "years' masters'", "year master"},
    {"folded words are stemmed", "Résumés naïvely", "resum naiv"},
    {"other scripts are not stemmed", "программисты", "программисты"},
    {"numbers and signs are their own stem", "3.10 ; 1,000", "3.10 ; 1,000"},
    {"an ampersand has the stem of and", "A & B", "a and b"},
    {"the longest word that is stemmed has forty bytes", "abcdefghijklmnopqrstuvwxyzabcdefgtesting",
     "abcdefghijklmnopqrstuvwxyzabcdefgtest"},
    {"a longer word is its own stem", "abcdefghijklmnopqrstuvwxyzabcdefghtesting",
     "abcdefghijklmnopqrstuvwxyzabcdefghtesting"},
};

START_TEST(stem) /* twice: from Snowball and from the cache */
{
  for (int round = 0; round < 2; round++) {
    jmi_arena arena;
    jmi_tokens tokens = read(&arena, stemmed[_i].text);
    ck_assert_msg(strcmp(spell(&tokens, true), stemmed[_i].stems) == 0, "%s: %s", stemmed[_i].name,
                  spell(&tokens, true));
    jmi_arena_dispose(&arena);
  }
}
END_TEST

static const struct {
  const char *name, *text;
  uint32_t index;
  uint8_t kind, flags;
} flags[] = {
    {"a word is a word", "to use", 1, JMI_TOKEN_WORD, 0},
    {"a capital is seen", "to Use", 1, JMI_TOKEN_WORD, JMI_TOKEN_CAPITAL},
    {"capitals are seen", "to USE", 1, JMI_TOKEN_WORD, JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER},
    {"a letter alone may be upper case", "in C", 1, JMI_TOKEN_WORD,
     JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER},
    {"a capital of another script is seen", "в Москве", 1, JMI_TOKEN_WORD, JMI_TOKEN_CAPITAL},
    {"Chinese has no capitals", "a 精通", 1, JMI_TOKEN_WORD, 0},
    {"a sign makes a name", "in C++", 1, JMI_TOKEN_WORD,
     JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER | JMI_TOKEN_NAME},
    {"a digit makes a name", "on s3", 1, JMI_TOKEN_WORD, JMI_TOKEN_NAME},
    {"a dot makes a name", "use Node.js", 1, JMI_TOKEN_WORD, JMI_TOKEN_CAPITAL | JMI_TOKEN_NAME},
    {"the capital may stand behind a sign", "use .NET", 1, JMI_TOKEN_WORD,
     JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER | JMI_TOKEN_NAME},
    {"the capital may stand behind a digit", "in 3D", 1, JMI_TOKEN_WORD,
     JMI_TOKEN_CAPITAL | JMI_TOKEN_UPPER | JMI_TOKEN_NAME},
    {"an apostrophe makes no name", "a driver's", 1, JMI_TOKEN_WORD, 0},
    {"a number is a number", "or 3.10", 1, JMI_TOKEN_NUMBER, 0},
    {"a year with an apostrophe is a number", "in '22", 1, JMI_TOKEN_NUMBER, 0},
    {"a number with its unit glued on is a number", "or 5yrs", 1, JMI_TOKEN_NUMBER, 0},
    {"what is glued on is a word", "or 5yrs", 2, JMI_TOKEN_WORD, JMI_TOKEN_GLUED},
    {"a sign is a sign", "a , b", 1, JMI_TOKEN_SIGN, 0},
    {"a glued sign is seen", "a, b", 1, JMI_TOKEN_SIGN, JMI_TOKEN_GLUED},
    {"a joined word is not glued", "front-end", 1, JMI_TOKEN_WORD, JMI_TOKEN_JOINED},
    {"an ampersand between words is a word", "a & b", 1, JMI_TOKEN_WORD, 0},
    {"the first word is first", "use it", 0, JMI_TOKEN_WORD, JMI_TOKEN_FIRST},
    {"a sign before it is not", "- use it", 0, JMI_TOKEN_SIGN, 0},
    {"but the word behind the sign is", "- use it", 1, JMI_TOKEN_WORD, JMI_TOKEN_FIRST},
    {"the first number is first", "5 cooks", 0, JMI_TOKEN_NUMBER, JMI_TOKEN_FIRST},
};

START_TEST(flag)
{
  jmi_arena arena;
  jmi_tokens tokens = read(&arena, flags[_i].text);
  ck_assert_uint_lt(flags[_i].index, tokens.count);
  const jmi_token *token = &tokens.items[flags[_i].index];
  ck_assert_msg(token->kind == flags[_i].kind, "%s: kind %d", flags[_i].name, token->kind);
  ck_assert_msg(token->flags == flags[_i].flags, "%s: flags %d", flags[_i].name, token->flags);
  jmi_arena_dispose(&arena);
}
END_TEST

static const struct {
  const char *name, *text, *firsts;
} sentences[] = {
    {"a full stop ends a sentence", "Use it. Clean it.", "use clean"},
    {"so do its kin", "Use! Clean? Cook; bake", "use clean cook bake"},
    {"so does a line",
     "Use\nclean\r\ncook\xE2\x80\xA8"
     "bake",
     "use clean cook bake"},
    {"a comma and a colon do not", "Use, Clean: Cook", "use"},
    {"a dot without a blank does before a capital", "the end.Next", "the next"},
    {"and does not before a small letter", "skills.strong", "skills"},
    {"a quote may stand between", "Use it. \"Clean\" it", "use clean"},
    {"e.g. ends no sentence", "Use it, e.g. Java", "use"},
    {"U.S. ends no sentence", "the U.S. Army", "the"},
    {"etc. ends one before a capital", "Nails etc. Must know", "nails must"},
    {"and none before a small letter", "Nails etc. must know", "nails"},
    {"abbreviations end no sentence", "approx. Five, vs. Java, Dr. No", "approx"},
    {"some do before a capital", "two yrs. Must lift, min. five", "two must"},
    {"No. before a number ends none", "No. 5 or no. Five", "no five"},
    {"an acronym is no abbreviation", "has an MS. Must lift", "has must"},
    {"a list number ends a sentence", "1. Cook 2. Bake", "1 cook bake"},
};

START_TEST(first)
{
  jmi_arena arena;
  jmi_tokens tokens = read(&arena, sentences[_i].text), firsts = tokens;
  firsts.count = 0;
  for (uint32_t i = 0; i < tokens.count; i++)
    if ((tokens.items[i].flags & JMI_TOKEN_FIRST) != 0)
      firsts.items[firsts.count++] = tokens.items[i];
  ck_assert_msg(strcmp(spell(&firsts, false), sentences[_i].firsts) == 0, "%s: %s",
                sentences[_i].name, spell(&firsts, false));
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(anything_is_cut) /* every short text of telling bytes holds what read_into() asserts */
{
  static const char *const pieces[] = {"a", "S", "s", "9",  ".", "'", "&",  "+", "#",
                                       ",", "-", " ", "\n", "é", "’", "精", "x", "net"};
  enum { WAYS = COUNT(pieces), DEPTH = 4 };
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  for (size_t n = 0; n < WAYS * WAYS * WAYS * WAYS; n++) {
    char text[32] = "";
    for (size_t i = 0, rest = n; i < DEPTH; i++, rest /= WAYS)
      strcat(text, pieces[rest % WAYS]);
    jmi_arena_reset(&arena);
    read_into(&arena, text);
  }
  jmi_arena_dispose(&arena);
}
END_TEST

START_TEST(long_texts) /* hostile runs of 64 KiB are cut in time that grows with their length */
{
  static const char *const runs[] = {"a",  ".",   "a.", "x.py", "R&",       "+", "'", "a'",
                                     "1,", "&  ", "-",  "é",    "\xCC\x81", "9", "A", ".net"};
  for (size_t i = 0; i < COUNT(runs); i++) {
    static char text[1 << 16];
    size_t len = 0, size = strlen(runs[i]);
    for (; len + size < sizeof text; len += size)
      memcpy(text + len, runs[i], size);
    text[len] = '\0';
    jmi_arena arena;
    read(&arena, text);
    jmi_arena_dispose(&arena);
  }
}
END_TEST

START_TEST(out_of_memory)
{
  static const char text[] = "Ph.D. in happy Résumés, safety & AWS; C++ 3.10 front-end a b c d e f";
  jm_status status = JM_ERR_MEMORY;
  for (size_t n = 0; status == JM_ERR_MEMORY; n++) {
    failing memory = {.left = n};
    jm_allocator allocator = failing_allocator(&memory);
    jmi_tokens tokens = {.count = 0};
    jmi_stems *own = NULL;
    jmi_arena arena;
    jmi_arena_init(&arena, &allocator);
    status = jmi_stems_new(&own, &allocator);
    ck_assert((own != NULL) == (status == JM_OK));
    if (status == JM_OK)
      status = jmi_tokens_read(&tokens, &arena, own, jmi_str_of(text));
    ck_assert(status == JM_OK || (status == JM_ERR_MEMORY && tokens.count == 0));
    jmi_arena_dispose(&arena);
    jmi_stems_free(own);
    ck_assert_uint_eq(memory.live, 0);
  }
  ck_assert_int_eq(status, JM_OK);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("tokens");
  TCase *tc = tcase_create("tokens");
  tcase_add_checked_fixture(tc, make_stems, free_stems);
  tcase_set_timeout(tc, 30);
  tcase_add_loop_test(tc, cut, 0, COUNT(cuts));
  tcase_add_loop_test(tc, stem, 0, COUNT(stemmed));
  tcase_add_loop_test(tc, flag, 0, COUNT(flags));
  tcase_add_loop_test(tc, first, 0, COUNT(sentences));
  tcase_add_test(tc, anything_is_cut);
  tcase_add_test(tc, long_texts);
  tcase_add_test(tc, out_of_memory);
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
