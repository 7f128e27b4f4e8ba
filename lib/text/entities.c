/* SPDX-License-Identifier: MIT */
/* Entities of HTML: "&eacute;", "&#233;", "&#xE9;" and "&nbsp" without its semicolon.
 *
 * In:  a text and a byte. Out: a character. What is no entity stays as it is written. */
#include "text/html.h"
#include "text/text.h"

/* By name; capitals before small letters. */
static const struct {
  const char *name;
  uint16_t code;
} names[] = {
    // clang-format off
    {"AElig", 0xC6}, {"AMP", 0x26}, {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Agrave", 0xC0},
    {"Alpha", 0x391}, {"Aogon", 0x104}, {"Aring", 0xC5}, {"Atilde", 0xC3}, {"Auml", 0xC4},
    {"Beta", 0x392}, {"COPY", 0xA9}, {"Cacute", 0x106}, {"Ccaron", 0x10C}, {"Ccedil", 0xC7},
    {"Chi", 0x3A7}, {"Dagger", 0x2021}, {"Delta", 0x394}, {"ETH", 0xD0}, {"Eacute", 0xC9},
    {"Ecaron", 0x11A}, {"Ecirc", 0xCA}, {"Egrave", 0xC8}, {"Eogon", 0x118}, {"Epsilon", 0x395},
    {"Eta", 0x397}, {"Euml", 0xCB}, {"GT", 0x3E}, {"Gamma", 0x393}, {"Gbreve", 0x11E},
    {"Iacute", 0xCD}, {"Icirc", 0xCE}, {"Idot", 0x130}, {"Igrave", 0xCC}, {"Iota", 0x399},
    {"Iuml", 0xCF}, {"Kappa", 0x39A}, {"LT", 0x3C}, {"Lambda", 0x39B}, {"Lstrok", 0x141},
    {"Mu", 0x39C}, {"Nacute", 0x143}, {"Ncaron", 0x147}, {"NewLine", 0xA}, {"Ntilde", 0xD1},
    {"Nu", 0x39D}, {"OElig", 0x152}, {"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Odblac", 0x150},
    {"Ograve", 0xD2}, {"Omega", 0x3A9}, {"Omicron", 0x39F}, {"Oslash", 0xD8}, {"Otilde", 0xD5},
    {"Ouml", 0xD6}, {"Phi", 0x3A6}, {"Pi", 0x3A0}, {"Prime", 0x2033}, {"Psi", 0x3A8},
    {"QUOT", 0x22}, {"REG", 0xAE}, {"Rcaron", 0x158}, {"Rho", 0x3A1}, {"Sacute", 0x15A},
    {"Scaron", 0x160}, {"Scedil", 0x15E}, {"Sigma", 0x3A3}, {"THORN", 0xDE}, {"Tab", 0x9},
    {"Tau", 0x3A4}, {"Theta", 0x398}, {"Uacute", 0xDA}, {"Ucirc", 0xDB}, {"Udblac", 0x170},
    {"Ugrave", 0xD9}, {"Upsilon", 0x3A5}, {"Uuml", 0xDC}, {"Xi", 0x39E}, {"Yacute", 0xDD},
    {"Yuml", 0x178}, {"Zacute", 0x179}, {"Zcaron", 0x17D}, {"Zdot", 0x17B}, {"Zeta", 0x396},
    {"aacute", 0xE1}, {"acirc", 0xE2}, {"acute", 0xB4}, {"aelig", 0xE6}, {"agrave", 0xE0},
    {"alefsym", 0x2135}, {"alpha", 0x3B1}, {"amacr", 0x101}, {"amp", 0x26}, {"and", 0x2227},
    {"ang", 0x2220}, {"aogon", 0x105}, {"apos", 0x27}, {"aring", 0xE5}, {"ast", 0x2A},
    {"asymp", 0x2248}, {"atilde", 0xE3}, {"auml", 0xE4}, {"bdquo", 0x201E}, {"beta", 0x3B2},
    {"bigstar", 0x2605}, {"blacksquare", 0x25AA}, {"brvbar", 0xA6}, {"bsol", 0x5C},
    {"bull", 0x2022}, {"bullet", 0x2022}, {"cacute", 0x107}, {"cap", 0x2229}, {"ccaron", 0x10D},
    {"ccedil", 0xE7}, {"cedil", 0xB8}, {"cent", 0xA2}, {"check", 0x2713}, {"checkmark", 0x2713},
    {"chi", 0x3C7}, {"circ", 0x2C6}, {"clubs", 0x2663}, {"colon", 0x3A}, {"comma", 0x2C},
    {"commat", 0x40}, {"cong", 0x2245}, {"copy", 0xA9}, {"crarr", 0x21B5}, {"cross", 0x2717},
    {"cup", 0x222A}, {"curren", 0xA4}, {"dArr", 0x21D3}, {"dagger", 0x2020}, {"darr", 0x2193},
    {"dash", 0x2010}, {"deg", 0xB0}, {"delta", 0x3B4}, {"diams", 0x2666}, {"divide", 0xF7},
    {"dollar", 0x24}, {"eacute", 0xE9}, {"ecaron", 0x11B}, {"ecirc", 0xEA}, {"egrave", 0xE8},
    {"emacr", 0x113}, {"empty", 0x2205}, {"emsp", 0x2003}, {"emsp13", 0x2004}, {"emsp14", 0x2005},
    {"ensp", 0x2002}, {"eogon", 0x119}, {"epsilon", 0x3B5}, {"equals", 0x3D}, {"equiv", 0x2261},
    {"eta", 0x3B7}, {"eth", 0xF0}, {"euml", 0xEB}, {"euro", 0x20AC}, {"excl", 0x21},
    {"exist", 0x2203}, {"fnof", 0x192}, {"forall", 0x2200}, {"frac12", 0xBD}, {"frac14", 0xBC},
    {"frac34", 0xBE}, {"frasl", 0x2044}, {"gamma", 0x3B3}, {"gbreve", 0x11F}, {"ge", 0x2265},
    {"gt", 0x3E}, {"hArr", 0x21D4}, {"hairsp", 0x200A}, {"harr", 0x2194}, {"hearts", 0x2665},
    {"hellip", 0x2026}, {"hyphen", 0x2010}, {"iacute", 0xED}, {"icirc", 0xEE}, {"iexcl", 0xA1},
    {"igrave", 0xEC}, {"imacr", 0x12B}, {"image", 0x2111}, {"imath", 0x131}, {"infin", 0x221E},
    {"inodot", 0x131}, {"int", 0x222B}, {"iota", 0x3B9}, {"iquest", 0xBF}, {"isin", 0x2208},
    {"iuml", 0xEF}, {"kappa", 0x3BA}, {"lArr", 0x21D0}, {"lambda", 0x3BB}, {"lang", 0x2329},
    {"laquo", 0xAB}, {"larr", 0x2190}, {"lbrack", 0x5B}, {"lceil", 0x2308}, {"lcub", 0x7B},
    {"ldquo", 0x201C}, {"le", 0x2264}, {"lfloor", 0x230A}, {"lowast", 0x2217}, {"lowbar", 0x5F},
    {"loz", 0x25CA}, {"lpar", 0x28}, {"lrm", 0x200E}, {"lsaquo", 0x2039}, {"lsqb", 0x5B},
    {"lsquo", 0x2018}, {"lstrok", 0x142}, {"lt", 0x3C}, {"macr", 0xAF}, {"mdash", 0x2014},
    {"micro", 0xB5}, {"middot", 0xB7}, {"minus", 0x2212}, {"mu", 0x3BC}, {"nabla", 0x2207},
    {"nacute", 0x144}, {"nbsp", 0xA0}, {"ncaron", 0x148}, {"ndash", 0x2013}, {"ne", 0x2260},
    {"ni", 0x220B}, {"not", 0xAC}, {"notin", 0x2209}, {"nsub", 0x2284}, {"ntilde", 0xF1},
    {"nu", 0x3BD}, {"num", 0x23}, {"numsp", 0x2007}, {"oacute", 0xF3}, {"ocirc", 0xF4},
    {"odblac", 0x151}, {"oelig", 0x153}, {"ograve", 0xF2}, {"oline", 0x203E}, {"omacr", 0x14D},
    {"omega", 0x3C9}, {"omicron", 0x3BF}, {"oplus", 0x2295}, {"or", 0x2228}, {"ordf", 0xAA},
    {"ordm", 0xBA}, {"oslash", 0xF8}, {"otilde", 0xF5}, {"otimes", 0x2297}, {"ouml", 0xF6},
    {"para", 0xB6}, {"part", 0x2202}, {"percnt", 0x25}, {"period", 0x2E}, {"permil", 0x2030},
    {"perp", 0x22A5}, {"phi", 0x3C6}, {"phone", 0x260E}, {"pi", 0x3C0}, {"piv", 0x3D6},
    {"plus", 0x2B}, {"plusmn", 0xB1}, {"pound", 0xA3}, {"prime", 0x2032}, {"prod", 0x220F},
    {"prop", 0x221D}, {"psi", 0x3C8}, {"puncsp", 0x2008}, {"quest", 0x3F}, {"quot", 0x22},
    {"rArr", 0x21D2}, {"radic", 0x221A}, {"rang", 0x232A}, {"raquo", 0xBB}, {"rarr", 0x2192},
    {"rbrack", 0x5D}, {"rcaron", 0x159}, {"rceil", 0x2309}, {"rcub", 0x7D}, {"rdquo", 0x201D},
    {"real", 0x211C}, {"reg", 0xAE}, {"rfloor", 0x230B}, {"rho", 0x3C1}, {"rlm", 0x200F},
    {"rpar", 0x29}, {"rsaquo", 0x203A}, {"rsqb", 0x5D}, {"rsquo", 0x2019}, {"sacute", 0x15B},
    {"sbquo", 0x201A}, {"scaron", 0x161}, {"scedil", 0x15F}, {"sdot", 0x22C5}, {"sect", 0xA7},
    {"semi", 0x3B}, {"shy", 0xAD}, {"sigma", 0x3C3}, {"sigmaf", 0x3C2}, {"sim", 0x223C},
    {"sol", 0x2F}, {"spades", 0x2660}, {"square", 0x25A1}, {"squf", 0x25AA}, {"star", 0x2606},
    {"sub", 0x2282}, {"sube", 0x2286}, {"sum", 0x2211}, {"sup", 0x2283}, {"sup1", 0xB9},
    {"sup2", 0xB2}, {"sup3", 0xB3}, {"supe", 0x2287}, {"szlig", 0xDF}, {"tau", 0x3C4},
    {"there4", 0x2234}, {"theta", 0x3B8}, {"thetasym", 0x3D1}, {"thinsp", 0x2009}, {"thorn", 0xFE},
    {"tilde", 0x2DC}, {"times", 0xD7}, {"trade", 0x2122}, {"uArr", 0x21D1}, {"uacute", 0xFA},
    {"uarr", 0x2191}, {"ucirc", 0xFB}, {"udblac", 0x171}, {"ugrave", 0xF9}, {"umacr", 0x16B},
    {"uml", 0xA8}, {"upsih", 0x3D2}, {"upsilon", 0x3C5}, {"uuml", 0xFC}, {"verbar", 0x7C},
    {"vert", 0x7C}, {"weierp", 0x2118}, {"xi", 0x3BE}, {"yacute", 0xFD}, {"yen", 0xA5},
    {"yuml", 0xFF}, {"zacute", 0x17A}, {"zcaron", 0x17E}, {"zdot", 0x17C}, {"zeta", 0x3B6},
    {"zwj", 0x200D}, {"zwnj", 0x200C},
    // clang-format on
};

enum { LONGEST_NAME = 12, LONGEST_NUMBER = 8 };

/* Numbers 0x80 to 0x9F are meant as Windows has them, as browsers read them. */
static const uint16_t windows[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static uint32_t character(uint32_t number)
{
  if (number >= 0x80 && number <= 0x9F)
    return windows[number - 0x80];
  bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  return number == 0 || surrogate || number > 0x10FFFF ? 0xFFFD : number;
}

static int32_t digit_of(char c, uint32_t base)
{
  if (jmi_is_digit(c))
    return c - '0';
  char letter = jmi_lower(c);
  return base == 16 && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* Behind "&#". */
static uint32_t number_at(jmi_str text, uint32_t at, uint32_t *end)
{
  uint32_t base = at < text.len && jmi_lower(text.at[at]) == 'x' ? 16 : 10, number = 0;
  uint32_t first = base == 16 ? at + 1 : at, i = first;
  for (int32_t digit;
       i < text.len && i < first + LONGEST_NUMBER && (digit = digit_of(text.at[i], base)) >= 0; i++)
    number = number * base + (uint32_t)digit;
  *end = i;
  return i > first ? character(number) : 0;
}

static uint32_t name_at(jmi_str text, uint32_t at, uint32_t *end)
{
  uint32_t len = 0;
  while (at + len < text.len && len < LONGEST_NAME
         && (jmi_is_alpha(text.at[at + len]) || jmi_is_digit(text.at[at + len])))
    len++;
  *end = at + len;
  size_t low = 0, high = sizeof names / sizeof *names;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = jmi_str_compare(jmi_str_of(names[middle].name), jmi_str_cut(text, at, at + len));
    if (order == 0)
      return names[middle].code;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

uint32_t jmi_entity_at(jmi_str text, uint32_t at, uint32_t *size)
{
  if (at + 2 >= text.len || text.at[at] != '&')
    return 0;
  uint32_t end = at;
  bool number = text.at[at + 1] == '#';
  uint32_t code = number ? number_at(text, at + 2, &end) : name_at(text, at + 1, &end);
  bool closed = end < text.len && text.at[end] == ';';
  if (code == 0 || (!closed && !number && code > 0xFF)) /* only the oldest do without */
    return 0;
  *size = end + closed - at;
  return code;
}

/* The shortest entity of a character ("&lt", "&#9") is at least as long as its UTF-8. */
static uint32_t encode(uint32_t code, char *out)
{
  uint32_t tails = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(leads[tails] | code >> (6 * tails));
  for (uint32_t i = 1; i <= tails; i++)
    out[i] = (char)(0x80 | (code >> (6 * (tails - i)) & 0x3F));
  return tails + 1;
}

jmi_str jmi_entities_read(jmi_arena *arena, jmi_str text)
{
  if (text.len == 0 || memchr(text.at, '&', text.len) == NULL)
    return text;
  char *out = jmi_arena_alloc(arena, (size_t)text.len + 1);
  uint32_t len = 0, size = 1;
  for (uint32_t at = 0; out != NULL && at < text.len; at += size) {
    uint32_t code = jmi_entity_at(text, at, &size);
    if (code != 0) {
      len += encode(code, out + len);
      continue;
    }
    size = 1;
    out[len++] = text.at[at];
  }
  return (jmi_str){out, len};
}
