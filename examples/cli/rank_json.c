/* SPDX-License-Identifier: MIT */
/* A ranking for programs: jobmatch-ranking, version 1, as ranking.schema.json describes it. One
 * object on one line; numbers as `score` writes them. */
#include "rank.h"

#include <string.h>

/* ---- texts ------------------------------------------------------------------------------- */

/* The character at `at` and its bytes; 0xFFFD for what is none: names of files may be any bytes. */
static uint32_t decode(const unsigned char *at, size_t left, size_t *size)
{
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  size_t tails = at[0] < 0x80 ? 0 : at[0] < 0xC2 ? 4 : at[0] < 0xE0 ? 1 : at[0] < 0xF0 ? 2 : 3;
  *size = 1;
  if (tails == 0)
    return at[0];
  if (tails >= left || tails == 4 || at[0] > 0xF4)
    return 0xFFFD;
  uint32_t code = at[0] & (0x3Fu >> tails);
  for (size_t i = 1; i <= tails; i++) {
    if ((at[i] & 0xC0) != 0x80)
      return 0xFFFD;
    code = code << 6 | (at[i] & 0x3F);
  }
  if (code < least[tails] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
    return 0xFFFD;
  *size = tails + 1;
  return code;
}

static void put_chars(FILE *file, const char *text)
{
  size_t len = strlen(text), size = 1;
  const unsigned char *at = (const unsigned char *)text;
  for (size_t i = 0; i < len; i += size) {
    uint32_t code = decode(at + i, len - i, &size);
    if (code == '"' || code == '\\')
      fprintf(file, "\\%c", (int)code);
    else if (code == 0xFFFD || unsafe_size(at + i, len - i) > 0)
      fprintf(file, "\\u%04x", (unsigned)code);
    else
      fwrite(at + i, 1, size, file);
  }
}

static void put_text(FILE *file, const char *key, const char *text)
{
  fprintf(file, "\"%s\":\"", key);
  put_chars(file, text);
  putc('"', file);
}

static void put_key(FILE *file, const char *key)
{
  fprintf(file, ",\"%s\":", key);
}

/* ---- results ----------------------------------------------------------------------------- */

static void put_marked(FILE *file, const rank_entry *entry, const char *key,
                       const unsigned char *marks, unsigned char mark)
{
  bool begun = false;
  put_key(file, key);
  putc('[', file);
  for (int64_t i = 0; i < entry->line_count; i++) {
    if ((marks[i] & mark) == 0)
      continue;
    fputs(begun ? ",\"" : "\"", file);
    put_chars(file, entry->ids[i]);
    putc('"', file);
    begun = true;
  }
  putc(']', file);
}

static void put_standings(FILE *file, const rank_entry *entry)
{
  put_key(file, "requirements");
  putc('[', file);
  for (int64_t i = 0; i < entry->line_count; i++) {
    fputs(i == 0 ? "{" : ",{", file);
    put_text(file, "id", entry->ids[i]);
    fprintf(file, ",\"status\":\"%s\"}", jm_standing_word(entry->marks[i] & RANK_STANDING));
  }
  putc(']', file);
}

static void put_percents(FILE *file, const rank_entry *entry)
{
  put_key(file, "percent");
  put_decimal(file, share_hundredths(entry->share), 2);
  fprintf(file, ",\"share\":{\"earned\":%lld,\"possible\":%lld},", (long long)entry->earned,
          (long long)entry->possible);
  put_text(file, "band", entry->band);
  put_marked(file, entry, "blocked_by", entry->marks, RANK_BLOCKS);
  put_key(file, "percent_if_confirmed");
  put_decimal(file, entry->confirmed, 2);
}

static void put_entry(FILE *file, const cli_ranking *r, const rank_entry *entry, size_t rank,
                      const unsigned char *missed)
{
  fprintf(file, "{\"rank\":%zu,\"id\":\"", rank);
  put_id(file, entry, put_chars);
  fputs("\",", file);
  put_text(file, "file", entry->file);
  fprintf(file, ",\"document\":%lld", (long long)entry->number);
  if (r->finds) {
    putc(',', file);
    put_text(file, "title", entry->title);
  }
  put_percents(file, entry);
  for (int32_t s = JM_MET; s <= JM_UNDECIDED; s++)
    fprintf(file, ",\"%s\":%lld", jm_standing_word(s), (long long)entry->counts[s]);
  put_standings(file, entry);
  if (!r->finds)
    put_marked(file, entry, "above_have", missed, 1);
  putc('}', file);
}

/* ---- all of it --------------------------------------------------------------------------- */

static void put_posting(FILE *file, const cli_ranking *r)
{
  fputs(",\"posting\":{", file);
  put_text(file, "file", r->given);
  putc(',', file);
  put_text(file, "title", jm_posting_title(r->posting));
  fputs(",\"requirements\":[", file);
  for (int64_t i = 0; i < jm_result_requirement_count(r->probe); i++) {
    fputs(i == 0 ? "{" : ",{", file);
    put_text(file, "id", jm_result_requirement_id(r->probe, i));
    putc(',', file);
    put_text(file, "text", jm_result_requirement_text(r->probe, i));
    fprintf(file, ",\"tier\":\"%s\",\"component\":\"%s\"}",
            jm_tier_word(jm_result_requirement_tier(r->probe, i)),
            jm_component_word(jm_result_requirement_component(r->probe, i)));
  }
  fputs("]}", file);
}

static void put_origin(FILE *file, const cli_ranking *r)
{
  int32_t day = r->settings->as_of;
  fprintf(file, ",\"scored\":%lld,\"passed\":%lld,\"failed\":%lld", (long long)r->scored,
          (long long)r->passed, (long long)r->failed);
  fprintf(file, ",\"as_of\":\"%04d-%02d-%02d\",\"versions\":{", (int)(day / 10000),
          (int)(day / 100 % 100), (int)(day % 100));
  put_text(file, "library", jm_version_string());
  putc(',', file);
  put_text(file, "rules", jm_rules_version());
  putc(',', file);
  put_text(file, "lexicon", jm_scorer_lexicon_version(r->scorer));
  fprintf(file, "},\"policy\":%s}\n", r->policy);
}

void rank_put_json(FILE *file, const cli_ranking *ranking, unsigned char *room)
{
  int64_t lines = jm_result_requirement_count(ranking->probe);
  fputs("{\"format\":\"jobmatch-ranking\",\"version\":1", file);
  if (ranking->finds) {
    fputs(",\"profile\":{", file);
    put_text(file, "file", ranking->given);
    putc('}', file);
  } else {
    put_posting(file, ranking);
  }
  fputs(",\"results\":[", file);
  for (size_t i = 0; i < ranking->list.count; i++) {
    const rank_entry *entry = ranking->list.at[i];
    if (!ranking->finds)
      entry_against(room, room + lines, entry);
    if (i > 0)
      putc(',', file);
    put_entry(file, ranking, entry, i + 1, room);
  }
  putc(']', file);
  put_origin(file, ranking);
}
