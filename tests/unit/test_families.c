/* SPDX-License-Identifier: MIT */
/* Words that stand for others: families (0.85, less what an entry says beside), and aliases whose
 * words stand in another order. */
#include "score/score.h"
#include "support/handles.h"

#include <stdio.h>

static const char lexicon[] = "families:\n"
                              "  - [frobnicate, twiddle]\n"
                              "  - [twiddle, wangle, wangler]\n"
                              "---\n"
                              "field: test\n"
                              "concepts:\n"
                              "  - {name: gizmo, also: [grommet]}\n"
                              "  - {name: zorbing, also: [zorb spheres downhill]}\n"
                              "  - {name: quux, also: [working with sprockets]}\n"
                              "  - {name: Zyx, kind: name, also: [Zyx Spindle]}\n";

static const struct {
  const char *name, *line, *skill;
  int32_t least, most; /* of the part's strength */
} cases[] = {
    {"a word shows itself", "frobnicate", "frobnicated", 1000, 1000},
    {"a word shows one of its family", "frobnicate", "twiddling", 811, 811},
    {"whichever of them is asked", "twiddling", "frobnicate", 811, 811},
    {"a family is not passed on", "frobnicate", "wangle", 0, 0},
    {"a word is of several families", "wangler", "twiddle", 811, 811},
    {"an entry stands in the line in another order", "rolling spheres that zorb, downhill",
     "zorbing", 700, 1000},
    {"one telling word of an alias is not the alias", "sprockets", "quux", 0, 0},
    {"a name is shown whole or not at all", "a spindle", "Zyx", 0, 0},
    {"an acronym is what a line stands with", "frobnicate the QZX", "frobnicate", 0, 299},
    {"capitals alone make no acronym", "FROBNICATE BRZLS", "frobnicate", 300, 1000},
};

START_TEST(words_stand_for_words)
{
  jm_options options = JM_OPTIONS_INIT;
  jm_error err = JM_ERROR_INIT;
  jm_scorer *scorer = NULL;
  char posting_text[200], profile_text[200];
  options.lexicon = lexicon;
  options.lexicon_len = strlen(lexicon);
  ck_assert_msg(jm_scorer_new(&scorer, &options, &err) == JM_OK, "%s: %s", err.path, err.message);
  snprintf(posting_text, sizeof posting_text, "requirements: ['%s']", cases[_i].line);
  snprintf(profile_text, sizeof profile_text, "skills: ['%s']", cases[_i].skill);
  jm_posting *posting = load_posting(scorer, posting_text);
  jm_profile *profile = load_profile(scorer, profile_text);
  jm_result *result = score(scorer, posting, profile);
  int32_t strength = result->row_count == 0 ? 0 : result->rows[0].parts[0].strength;
  ck_assert_msg(strength >= cases[_i].least && strength <= cases[_i].most, "%s: got %d",
                cases[_i].name, (int)strength);
  jm_result_free(result);
  jm_profile_free(profile);
  jm_posting_free(posting);
  jm_scorer_free(scorer);
}
END_TEST

static Suite *suite(void)
{
  Suite *s = suite_create("families");
  TCase *tc = tcase_create("families");
  tcase_add_loop_test(tc, words_stand_for_words, 0, COUNT(cases));
  suite_add_tcase(s, tc);
  return s;
}

int main(void)
{
  return run_suite(suite());
}
