/* SPDX-License-Identifier: MIT */
/* Folding: two writings of one word made the same bytes.
 *
 * In: a word of valid UTF-8. Out: NFKC, case folded, invisible characters dropped, marks and
 * strokes off Latin letters ("Łódź" is "lodz", "Ｊava" is "java"). Marks of other scripts stay, as
 * there they are letters. Refuses nothing; of more than 30 marks on one letter the rest is
 * dropped, as Unicode's stream-safe form does, so that sorting them costs no time. */
#include "text/text.h"

#include <utf8proc.h>

#define MAX_MARKS 30
#define ON_STACK  96

/* Letters that Unicode does not take apart, and the apostrophe. Sorted by code. */
static const struct {
  uint32_t code;
  const char *text;
} plain_letters[] = {
    {0x00E6, "ae"}, {0x00F8, "o"}, {0x0111, "d"}, {0x0127, "h"}, {0x0131, "i"}, {0x0142, "l"},
    {0x0153, "oe"}, {0x0167, "t"}, {0x02BC, "'"}, {0x2018, "'"}, {0x2019, "'"},
};

typedef struct folder {
  int32_t *codes;
  size_t count;
  size_t marks; /* of the letter in hand */
  bool latin;   /* the letter in hand */
} folder;

static bool is_latin(uint32_t code)
{
  return (code < 0x80 && jmi_is_alpha((char)code)) || (code >= 0xC0 && code <= 0x24F)
         || (code >= 0x1E00 && code <= 0x1EFF);
}

static bool is_mark(int32_t code)
{
  utf8proc_category_t category = utf8proc_category(code);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Puts a mark where its combining class wants it among the marks of its letter. */
static void add_mark(folder *f, int32_t code)
{
  if (f->latin || f->marks == MAX_MARKS)
    return;
  int class = utf8proc_get_property(code)->combining_class;
  size_t at = f->count++;
  for (size_t k = 0; class > 0 && k < f->marks; k++, at--) {
    if (utf8proc_get_property(f->codes[at - 1])->combining_class <= class)
      break;
    f->codes[at] = f->codes[at - 1];
  }
  f->codes[at] = code;
  f->marks++;
}

static void add_code(folder *f, int32_t code)
{
  if (is_mark(code)) {
    add_mark(f, code);
    return;
  }
  f->marks = 0;
  f->latin = is_latin((uint32_t)code);
  for (size_t i = 0; code >= 0x80 && i < sizeof plain_letters / sizeof *plain_letters; i++) {
    if (plain_letters[i].code != (uint32_t)code)
      continue;
    for (const char *letter = plain_letters[i].text; *letter != '\0'; letter++)
      f->codes[f->count++] = (unsigned char)*letter;
    return;
  }
  f->codes[f->count++] = code;
}

#define TAKE_APART                                                                                 \
  (UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STABLE)
#define MOST_OF_ONE 32 /* code points that one becomes at most (U+FDFA: 18) */

static void take_apart(folder *f, jmi_str word)
{
  int32_t parts[MOST_OF_ONE];
  uint32_t size;
  for (uint32_t at = 0; at < word.len; at += size) {
    int boundary = 0;
    int32_t code = (int32_t)jmi_utf8_decode(word.at + at, word.len - at, &size);
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code, parts, MOST_OF_ONE, (utf8proc_option_t)TAKE_APART, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < MOST_OF_ONE; i++)
      add_code(f, parts[i]);
  }
}

/* Code points that the word may need before it is put together again. */
static size_t room_for(jmi_str word)
{
  size_t room = 0;
  uint32_t size;
  for (uint32_t at = 0; at < word.len; at += size) {
    int boundary = 0, code = (int32_t)jmi_utf8_decode(word.at + at, word.len - at, &size);
    utf8proc_ssize_t count =
        utf8proc_decompose_char(code, NULL, 0, (utf8proc_option_t)TAKE_APART, &boundary);
    room += count > 0 ? (size_t)count * 2 : 0; /* "æ" becomes two */
  }
  return room + 1;
}

static jm_status encode(jmi_str *out, jmi_arena *arena, const int32_t *codes, size_t count)
{
  char *text = jmi_arena_array(arena, count + 1, 4);
  if (text == NULL)
    return JM_ERR_MEMORY;
  size_t len = 0;
  for (size_t i = 0; i < count; i++)
    len += (size_t)utf8proc_encode_char(codes[i], (utf8proc_uint8_t *)text + len);
  *out = (jmi_str){text, (uint32_t)len};
  return JM_OK;
}

static jm_status fold_unicode(jmi_str *out, jmi_arena *arena, jmi_str word)
{
  int32_t on_stack[ON_STACK];
  folder f = {.codes = on_stack};
  size_t room = room_for(word);
  if (room > ON_STACK && (f.codes = JMI_NEW_ARRAY(arena, room, int32_t)) == NULL)
    return JM_ERR_MEMORY;
  take_apart(&f, word);
  utf8proc_ssize_t count = utf8proc_normalize_utf32(
      f.codes, (utf8proc_ssize_t)f.count, (utf8proc_option_t)(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  return encode(out, arena, f.codes, count > 0 ? (size_t)count : 0);
}

jm_status jmi_text_fold(jmi_str *out, jmi_arena *arena, jmi_str word)
{
  for (uint32_t i = 0; i < word.len; i++)
    if ((unsigned char)word.at[i] >= 0x80)
      return fold_unicode(out, arena, word);
  char *copy = jmi_arena_copy(arena, word.at, word.len);
  if (copy == NULL)
    return JM_ERR_MEMORY;
  for (uint32_t i = 0; i < word.len; i++)
    copy[i] = jmi_lower(copy[i]);
  *out = (jmi_str){copy, word.len};
  return JM_OK;
}
