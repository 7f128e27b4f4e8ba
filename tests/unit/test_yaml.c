/* SPDX-License-Identifier: MIT */
/* YAML: what is read, what is refused, where, and whether the hint helps. Each case is run again
 * with CRLF, with CR, and behind a byte order mark: an editor's line is the same in all. */
#include "document/document.h"
#include "support/outline.h"
#include "support/suite.h"

static const struct {
  const char *name, *text, *outline;
} accepted[] = {
    {"a mapping", "title: Baker\nplace: Bern\n", "{title=Baker,place=Bern}"},
    {"a list", "- oven\n- dough\n", "[oven,dough]"},
    {"a scalar alone", "Baker\n", "Baker"},
    {"a list under its key, not indented", "a:\n- x\n- y\n", "{a=[x,y]}"},
    {"mappings in a list", "- a: 1\n  b: 2\n- a: 3\n", "[{a=1,b=2},{a=3}]"},
    {"lists in a list", "- - x\n  - y\n- []\n", "[[x,y],[]]"},
    {"bracket style", "a: [x, {b: y}, \"z\"]\n", "{a=[x,{b=y},\"z\"]}"},
    {"empty values are plain and empty", "a:\nb: ~\nc: null\n", "{a=,b=~,c=null}"},
    {"texts stay as written", "- no\n- 3.10\n- 1e3\n- 0x1F\n- 017\n- 2024-01-01\n- 1:30\n",
     "[no,3.10,1e3,0x1F,017,2024-01-01,1:30]"},
    {"names of languages stay whole", "- C++\n- C#\n- .NET\n- A/B\n- R&D\n",
     "[C++,C#,.NET,A/B,R&D]"},
    {"both kinds of quotes", "- 'it''s'\n- \"a\\tb\"\n", "[\"it's\",\"a\tb\"]"},
    {"an escaped NUL is a character", "- \"x\\0y\"\n", "[\"x\\0y\"]"},
    {"a block of lines keeps its breaks", "a: |\n  x\n  - y\nb: z\n", "{a=|x\\n- y\\n,b=z}"},
    {"a folded block loses them", "a: >-\n  x\n  y\n", "{a=|x y}"},
    {"a text goes on in the next line", "a: one\n  two\n", "{a=one two}"},
    {"a dash inside a continued text", "a: one\n  two - three\n  -four\n",
     "{a=one two - three -four}"},
    {"comments are left out", "# c\na: x # d\n", "{a=x}"},
    {"explicit keys", "? a\n: b\n", "{a=b}"},
    {"quoted odd keys", "\"\": 1\n'<<': 2\n\"a b\": 3\n", "{=1,<<=2,a b=3}"},
    {"a version line", "%YAML 1.2\n---\na: b\n", "{a=b}"},
    {"document marks around one document", "---\na: b\n...\n", "{a=b}"},
    {"a document that is empty", "---\n", ""},
    {"letters of any script", "caf\xC3\xA9: \xE6\x97\xA5\n", "{caf\xC3\xA9=\xE6\x97\xA5}"},
    {"equal keys in different mappings", "- a: 1\n- a: 2\n", "[{a=1},{a=2}]"},
    {"a tab behind the colon", "a:\tb\n", "{a=b}"},
};

static const struct {
  const char *name, *text;
  jm_status status;
  uint32_t line, column, other_line, other_column;
  const char *message, *hint; /* parts of them */
  const char *better;         /* the text with the hint applied: must be read. NULL: none */
} refused[] = {
    {"no text", "", JM_ERR_SYNTAX, 1, 1, 0, 0, "empty", "", NULL},
    {"comments only", "# nothing\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "empty", "", NULL},
    {"two documents", "a: 1\n---\nb: 2\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "second document", "`---`",
     "a: 1\nb: 2\n"},
    {"a colon in a value", "title: Engineer: Payments\n", JM_ERR_SYNTAX, 1, 16, 0, 0, "`: `",
     "quotes", "title: 'Engineer: Payments'\n"},
    {"a colon in an item", "- skill: Go: 3\n", JM_ERR_SYNTAX, 1, 12, 0, 0, "`: `", "quotes",
     "- skill: 'Go: 3'\n"},
    {"a line too deep", "a: b\n  c: d\n", JM_ERR_SYNTAX, 2, 3, 0, 0, "indented deeper", "indent",
     "a: b\nc: d\n"},
    {"no blank behind the colon", "a:b\nc: d\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "blank is missing",
     "`key: value`", "a: b\nc: d\n"},
    {"no blank behind a later colon", "a: b\nc:d\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "blank is missing",
     "`key: value`", "a: b\nc: d\n"},
    {"no blank behind a colon in the last bytes", "a: b\nc:/", JM_ERR_SYNTAX, 2, 1, 0, 0,
     "blank is missing", "`key: value`", "a: b\nc: /"},
    {"an address on a line of its own", "a: b\nhttps://c.de\n", JM_ERR_SYNTAX, 2, 1, 0, 0,
     "no `key: value`", "indent", "a: b\n  https://c.de\n"},
    {"a first line with no colon", "Baker\na: b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "no `key: value`",
     "key", "t: Baker\na: b\n"},
    {"a later line with no colon", "a: b\nBaker\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "no `key: value`",
     "indent", "a: b\n  Baker\n"},
    {"an equals sign first", "a = b\nc: d\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "no `key: value`", "`=`",
     "a: b\nc: d\n"},
    {"an equals sign later", "a: b\nc = d\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "no `key: value`", "`=`",
     "a: b\nc: d\n"},
    {"a comment of C", "a: b\n// c\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "no `key: value`", "`#`",
     "a: b\n# c\n"},
    {"a no-break space behind a first colon",
     "a:\xC2\xA0"
     "b\nc: d\n",
     JM_ERR_SYNTAX, 1, 1, 0, 0, "a no-break space", "retype", "a: b\nc: d\n"},
    {"a no-break space behind a later colon",
     "a: b\nc:\xC2\xA0"
     "d\n",
     JM_ERR_SYNTAX, 2, 1, 0, 0, "a no-break space", "retype", "a: b\nc: d\n"},
    {"a full-width colon",
     "a\xEF\xBC\x9A"
     "b\nc: d\n",
     JM_ERR_SYNTAX, 1, 1, 0, 0, "a full-width colon", "retype", "a: b\nc: d\n"},
    {"a block that is not indented", "- t: |\n  a\n  b: c\n", JM_ERR_SYNTAX, 2, 3, 0, 0, "deeper",
     "two blanks", "- t: |\n    a\n  b: c\n"},
    {"an emphasis of Markdown", "- *bold* text\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`*`", "quotes",
     "- '*bold* text'\n"},
    {"strong emphasis", "a: **bold**\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`*`", "quotes",
     "a: '**bold**'\n"},
    {"an alias", "- *bold\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "aliases", "quotes", "- '*bold'\n"},
    {"an alias as key", "*a : b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "aliases", "quotes", "'*a' : b\n"},
    {"an anchor", "- &more stuff\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "anchors", "quotes",
     "- '&more stuff'\n"},
    {"an anchor of a list", "a: &x\n  - b\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "anchors", "quotes", NULL},
    {"an anchor of a mapping", "&x {a: b}\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "anchors", "quotes", NULL},
    {"an ampersand alone", "- & more\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`&`", "quotes",
     "- '& more'\n"},
    {"a tag", "- !important thing\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "tags", "quotes",
     "- '!important thing'\n"},
    {"a tag of a list", "!!set [a]\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "tags", "quotes", NULL},
    {"a tag of nobody", "- !x!y thing\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`!`", "quotes",
     "- '!x!y thing'\n"},
    {"a merge key", "a:\n  <<: {b: c}\n", JM_ERR_SYNTAX, 2, 3, 0, 0, "merge",
     "write the fields out", "a:\n  b: c\n"},
    {"a %TAG line", "%TAG ! tag:x,2000:\n---\na: b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "%TAG", "remove",
     "---\na: b\n"},
    {"a version of the future", "%YAML 2.0\n---\na: b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "1.2",
     "remove", "---\na: b\n"},
    {"a version line without a mark", "%YAML 1.2\na: b\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "`---`",
     "`---`", "%YAML 1.2\n---\na: b\n"},
    {"a percent sign at the start of a line", "%50 remote\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "`%`",
     "quotes", "'%50 remote'\n"},
    {"a percent sign in an item", "- %50\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`%`", "quotes",
     "- '%50'\n"},
    {"an at sign", "- @home\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`@`", "quotes", "- '@home'\n"},
    {"a backtick", "- `code`\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "backtick", "quotes", "- '`code`'\n"},
    {"a greater-than sign", "- > 5 years\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`>`", "quotes",
     "- '> 5 years'\n"},
    {"a bar", "- |x|\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "`|`", "quotes", "- '|x|'\n"},
    {"a comma at the start", "a: ,b\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`,`", "quotes", "a: ',b'\n"},
    {"a closing bracket at the start", "a: ]\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`]`", "quotes",
     "a: ']'\n"},
    {"a question mark", "a: ? b\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`?`", "quotes", "a: '? b'\n"},
    {"text behind a bracket", "- [x] done\n", JM_ERR_SYNTAX, 1, 7, 0, 0, "closing bracket",
     "quotes", "- '[x] done'\n"},
    {"text behind a brace", "a: {n} more\n", JM_ERR_SYNTAX, 1, 8, 0, 0, "closing bracket", "quotes",
     "a: '{n} more'\n"},
    {"an unclosed bracket", "a: [x, y\nb: z\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`[`", "`]`",
     "a: [x, y]\nb: z\n"},
    {"an unclosed brace", "a: {x: y\nb: z\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "`{`", "`}`",
     "a: {x: y}\nb: z\n"},
    {"no comma between quoted items", "a: ['x' 'y']\n", JM_ERR_SYNTAX, 1, 9, 0, 0, "comma",
     "commas", "a: ['x', 'y']\n"},
    {"no comma between quoted members", "a: {x: 'y' 'z': 1}\n", JM_ERR_SYNTAX, 1, 12, 0, 0, "comma",
     "commas", "a: {x: 'y', 'z': 1}\n"},
    {"two commas", "a: [x, , y]\n", JM_ERR_SYNTAX, 1, 8, 0, 0, "missing", "comma", "a: [x, y]\n"},
    {"a tab for indentation", "a:\n\tb: c\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "tab", "blanks",
     "a:\n  b: c\n"},
    {"a tab in a later line", "a:\n  b: c\n\td: e\n", JM_ERR_SYNTAX, 3, 1, 0, 0, "tab", "blanks",
     "a:\n  b: c\n  d: e\n"},
    {"a tab in a block", "a: |\n\tb\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "tab", "blanks", "a: |\n  b\n"},
    {"text behind a quote", "- \"a\" and \"b\"\n", JM_ERR_SYNTAX, 1, 7, 0, 0, "closing quote",
     "other kind", "- '\"a\" and \"b\"'\n"},
    {"text behind a quoted value", "a: \"x\" y\n", JM_ERR_SYNTAX, 1, 8, 0, 0, "closing quote",
     "other kind", "a: '\"x\" y'\n"},
    {"an apostrophe", "a: 'it's'\n", JM_ERR_SYNTAX, 1, 8, 0, 0, "closing quote", "twice",
     "a: 'it''s'\n"},
    {"an apostrophe in an item", "- 'it's'\n", JM_ERR_SYNTAX, 1, 7, 0, 0, "closing quote", "twice",
     "- 'it''s'\n"},
    {"a quote closed lines later", "a: \"x\nb: [\"y\"]\n", JM_ERR_SYNTAX, 2, 6, 1, 4,
     "closing quote", "lines above", "a: \"x\"\nb: [\"y\"]\n"},
    {"a quoted item closed lines later", "- 'x\n- 'y'\n", JM_ERR_SYNTAX, 2, 4, 1, 3,
     "closing quote", "lines above", "- 'x'\n- 'y'\n"},
    {"a quote that is never closed", "a: \"x\nb: y\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "not closed",
     "close", "a: \"x\"\nb: y\n"},
    {"a quote open at a document mark", "a: 'x\n---\nb: y\n", JM_ERR_SYNTAX, 1, 4, 0, 0,
     "not closed", "close", "a: 'x'\n"},
    {"an expression in double quotes", "p: \"\\d+\"\n", JM_ERR_SYNTAX, 1, 5, 0, 0, "backslash",
     "single quotes", "p: '\\d+'\n"},
    {"a path of Windows", "p: \"C:\\Users\"\n", JM_ERR_SYNTAX, 1, 9, 0, 0, "backslash",
     "single quotes", "p: 'C:\\Users'\n"},
    {"an item swallowed by the item above", "- oven\n - dough\n", JM_ERR_SYNTAX, 2, 2, 0, 0, "`- `",
     "indent", "- oven\n- dough\n"},
    {"an item swallowed by a value", "a: x\n  - y\n", JM_ERR_SYNTAX, 2, 3, 0, 0, "`- `", "indent",
     NULL},
    {"a list behind its key", "a: - b\n", JM_ERR_SYNTAX, 1, 4, 0, 0, "behind its key", "next line",
     "a:\n- b\n"},
    {"an item less deep than its list", "a:\n  - b\n - c\n", JM_ERR_SYNTAX, 3, 2, 0, 0,
     "fits no line", "exactly", "a:\n  - b\n  - c\n"},
    {"a key less deep than its neighbour", "a:\n    b: 1\n  c: 2\n", JM_ERR_SYNTAX, 3, 3, 0, 0,
     "fits no line", "exactly", "a:\n    b: 1\n    c: 2\n"},
    {"a key less deep in an item", "- a: 1\n b: 2\n", JM_ERR_SYNTAX, 2, 2, 0, 0, "fits no line",
     "exactly", "- a: 1\n  b: 2\n"},
    {"a first line that is indented", "  a: 1\nb: 2\n", JM_ERR_SYNTAX, 2, 1, 0, 0,
     "less than the first", "alike", "a: 1\nb: 2\n"},
    {"a key after items", "- a\nb: c\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "a list goes on", "`- `",
     "- a\n- b: c\n"},
    {"an item after keys", "a: b\n- c\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "list item", "key",
     "a:\n- c\n"},
    {"a document after dots", "a: b\n...\nc: d\n", JM_ERR_SYNTAX, 3, 1, 0, 0, "`---`", "`---`",
     NULL},
    {"two lists in brackets", "[a]\n[b]\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "more text", "NDJSON",
     "[[a], [b]]\n"},
    {"a quoted text and more", "'a'\nb\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "", "", NULL},
    {"a list as key", "[a]: b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "key must be a text", "quotes",
     "'[a]': b\n"},
    {"a mapping as key", "? {a: b}\n: c\n", JM_ERR_SYNTAX, 1, 3, 0, 0, "key must be a text",
     "quotes", "? '{a: b}'\n: c\n"},
    {"a mapping behind dashes", "--- a: b\n", JM_ERR_SYNTAX, 1, 6, 0, 0, "behind `---`",
     "next line", "---\na: b\n"},
    {"a comment between the lines of a slip", "a: b\n# c\n  d: e\n", JM_ERR_SYNTAX, 3, 3, 0, 0,
     "fits no line", "exactly", "a: b\n# c\nd: e\n"},
    {"a first line that is a comment", "# c\na:b\nd: e\n", JM_ERR_SYNTAX, 2, 1, 0, 0,
     "blank is missing", "`key: value`", "# c\na: b\nd: e\n"},
    {"brackets cut off", "a: [x,\n", JM_ERR_SYNTAX, 2, 1, 0, 0, "inside brackets", "close",
     "a: [x,]\n"},
    {"a colon at the end of a text in brackets", "a: [x:,y]\n", JM_ERR_SYNTAX, 1, 6, 0, 0, "`:`",
     "quotes", "a: ['x:',y]\n"},
    {"no key in braces", "{: b}\n", JM_ERR_SYNTAX, 1, 2, 0, 0, "key is missing", "quotes",
     "{': b'}\n"},
    {"no key behind a question mark", "?\n: b\n", JM_ERR_SYNTAX, 1, 2, 0, 0, "key is missing",
     "quotes", NULL},
    {"a colon with no key", ": b\n", JM_ERR_SYNTAX, 1, 1, 0, 0, "key is missing", "quotes",
     "': b'\n"},
    {"equal keys, with both places", "a: 1\nb: 2\na: 3\n", JM_ERR_SYNTAX, 3, 1, 1, 1,
     "'a' stands twice", "keep one", "a: 1\nb: 2\n"},
    {"equal keys in an item", "- x: 1\n  \"x\": 2\n", JM_ERR_SYNTAX, 2, 3, 1, 3, "'x' stands twice",
     "keep one", "- x: 1\n"},
    {"a byte order mark inside",
     "a: 1\n\xEF\xBB\xBF"
     "b: 2\n",
     JM_ERR_SYNTAX, 2, 1, 0, 0, "byte order", "delete", "a: 1\nb: 2\n"},
    {"a control character", "a: b\nc: \x1B[31m\n", JM_ERR_SYNTAX, 2, 4, 0, 0, "U+001B", "escape",
     "a: b\nc: \"\\x1b[31m\"\n"},
    {"Latin-1", "a: caf\xE9 noir\n", JM_ERR_ENCODING, 1, 7, 0, 0, "UTF-8", "Latin-1", NULL},
    {"Windows-1252", "a: it\x92s\n", JM_ERR_ENCODING, 1, 6, 0, 0, "UTF-8", "Windows-1252", NULL},
    {"a surrogate", "a: \xED\xA0\x80\n", JM_ERR_ENCODING, 1, 4, 0, 0, "UTF-8", "", NULL},
    {"two version lines", "%YAML 1.1\n%YAML 1.1\n---\na\n", JM_ERR_SYNTAX, 2, 1, 0, 0,
     "not YAML: found duplicate", "", NULL},
    {"nine % lines, and dashes between", "%A\n%B\n%C\n-%-\n --- \n%D\n%E\n%F\n%G\n%H\n%I\n",
     JM_ERR_LIMIT, 11, 1, 0, 0, "more than 8", "quotes", NULL},
    {"nine % lines", "%A\n%B\n%C\n%D\n%E\n%F\n%G\n%H\n%I\n", JM_ERR_LIMIT, 9, 1, 0, 0,
     "more than 8", "quotes", NULL},
};

/* ---- Variants: the same text as other systems save it ---- */

enum { AS_IS, CRLF, CR, MARKED, VARIANTS };

static size_t vary(char *out, const char *text, int variant)
{
  size_t len = 0;
  if (variant == MARKED) {
    memcpy(out, "\xEF\xBB\xBF", 3);
    len = 3;
  }
  for (; *text != '\0'; text++) {
    if (*text == '\n' && (variant == CRLF || variant == CR))
      out[len++] = '\r';
    if (*text != '\n' || variant != CR)
      out[len++] = *text;
  }
  return len;
}

static jm_status read_variant(outline *seen, const char *text, int variant, jm_error *err)
{
  char varied[512];
  size_t len = vary(varied, text, variant);
  /* A block of its own lets the sanitizer see a read past the end. */
  char *exact = malloc(len + 1);
  ck_assert_ptr_nonnull(exact);
  memcpy(exact + 1, varied, len);
  jmi_arena arena;
  jmi_arena_init(&arena, NULL);
  const jmi_node *root = NULL;
  jm_status got = jmi_document_read(&root, &arena, exact + 1, len, &usual_limits, err);
  free(exact);
  ck_assert_int_eq(root != NULL, got == JM_OK);
  outline_of(seen, root);
  jmi_arena_dispose(&arena);
  return got;
}

START_TEST(accepts)
{
  for (int variant = AS_IS; variant < VARIANTS; variant++) {
    jm_error err = JM_ERROR_INIT;
    outline seen;
    jm_status got = read_variant(&seen, accepted[_i].text, variant, &err);
    ck_assert_msg(got == JM_OK, "%s (%d): %s", accepted[_i].name, variant, err.message);
    ck_assert_msg(strcmp(seen.text, accepted[_i].outline) == 0, "%s (%d): %s", accepted[_i].name,
                  variant, seen.text);
  }
}
END_TEST

START_TEST(refuses)
{
  const char *name = refused[_i].name;
  for (int variant = AS_IS; variant < VARIANTS; variant++) {
    jm_error err = JM_ERROR_INIT;
    outline seen;
    jm_status got = read_variant(&seen, refused[_i].text, variant, &err);
    ck_assert_msg(got == refused[_i].status && err.status == (int32_t)got, "%s (%d): %s %s", name,
                  variant, jm_status_name((int32_t)got), seen.text);
    ck_assert_msg(err.line == refused[_i].line && err.column == refused[_i].column,
                  "%s (%d): %u:%u", name, variant, err.line, err.column);
    ck_assert_msg(err.other_line == refused[_i].other_line
                      && err.other_column == refused[_i].other_column,
                  "%s (%d): other %u:%u", name, variant, err.other_line, err.other_column);
    ck_assert_msg(strstr(err.message, refused[_i].message) != NULL, "%s: %s", name, err.message);
    ck_assert_msg(strstr(err.hint, refused[_i].hint) != NULL, "%s: hint %s", name, err.hint);
  }
}
END_TEST

START_TEST(hints_help)
{
  jm_error err = JM_ERROR_INIT;
  outline seen;
  if (refused[_i].better == NULL)
    return;
  jm_status got = read_variant(&seen, refused[_i].better, AS_IS, &err);
  ck_assert_msg(got == JM_OK, "%s: still %s", refused[_i].name, err.message);
}
END_TEST

static Suite *suite(void)
{
  Suite *all = suite_create("yaml");
  TCase *tests = tcase_create("yaml");
  tcase_add_loop_test(tests, accepts, 0, COUNT(accepted));
  tcase_add_loop_test(tests, refuses, 0, COUNT(refused));
  tcase_add_loop_test(tests, hints_help, 0, COUNT(refused));
  suite_add_tcase(all, tests);
  return all;
}

int main(void)
{
  return run_suite(suite());
}
