/* SPDX-License-Identifier: MIT */
/* The table of commands, and the help that is made from it. */
#include "cli.h"

#include <limits.h>
#include <string.h>

const cli_command commands[] = {
    {.name = "score",
     .operands = "POSTING PROFILE",
     .summary = "how many of a posting's requirements a profile meets, and which",
     .description =
         "Scores one profile against one posting and reports the percentage, the ledger with the\n"
         "evidence for each requirement, what went right, what went wrong, and what can be\n"
         "improved. `jobmatch POSTING PROFILE` is short for it. \"-\" is standard input.\n",
     .examples = "  jobmatch score posting.yaml profile.yaml\n"
                 "  jobmatch score --at-least 75 --quiet posting.yaml profile.yaml && echo apply\n"
                 "  jobmatch score --format html -o report.html posting.yaml profile.yaml\n"
                 "  jobmatch score --format json posting.yaml - < resume.yaml\n",
     .bit = FOR_SCORE,
     .least = 2,
     .most = 2,
     .run = run_score},
    {.name = "rank",
     .operands = "POSTING PROFILE...",
     .summary = "profiles for one posting, best first",
     .description =
         "Scores each profile against the posting, as `score` does, and lists them: the greatest\n"
         "percentage first, as an exact fraction; then who meets more required lines; then the\n"
         "order in which they were given. A folder stands for its *.yaml, *.yml, *.json, *.jsonl\n"
         "and *.ndjson in the order of their names; a YAML file may hold many documents, a file\n"
         "of JSON lines holds one a line. A bad document costs only itself: it is told and\n"
         "counted, and the exit status is 3. \"-\" is standard input.\n",
     .examples = "  jobmatch rank posting.yaml profiles/\n"
                 "  jobmatch rank --top 10 --threads 4 posting.yaml profiles.ndjson\n"
                 "  jobmatch rank --at-least 75 --must-haves-met posting.yaml *.yaml\n",
     .bit = FOR_RANK,
     .least = 2,
     .most = INT_MAX,
     .run = run_rank},
    {.name = "find",
     .operands = "PROFILE POSTING...",
     .summary = "postings for one profile, best first",
     .description =
         "Scores the profile against each posting, as `score` does, and lists them: the greatest\n"
         "percentage first, as an exact fraction; then where more required lines are met; then\n"
         "the order in which they were given. Postings are given as `rank` takes profiles.\n",
     .examples = "  jobmatch find profile.yaml postings/\n"
                 "  jobmatch find --at-least 75 --top 20 profile.yaml postings.ndjson\n",
     .bit = FOR_RANK,
     .least = 2,
     .most = INT_MAX,
     .run = run_find},
    {.name = "read",
     .operands = "FILE...",
     .summary = "how a posting or a profile is understood, and what looks wrong in it",
     .description =
         "Tells for each line of a posting, or each entry of a profile, how it is read; then what\n"
         "looks wrong, with its place. What a file holds is told by its keys.\n",
     .examples = "  jobmatch read posting.yaml\n"
                 "  jobmatch read --format json profile.yaml\n",
     .bit = FOR_READ,
     .least = 1,
     .most = INT_MAX,
     .run = run_read},
    {.name = "extract",
     .operands = "FILE",
     .summary = "a posting's prose, Markdown or HTML in, a posting to be scored out",
     .description =
         "Writes the lines of an advertisement that ask for something as a posting (YAML), for "
         "you\n"
         "to look through. Headings tell required from preferred; where there are none, the shape\n"
         "of sentences does. Duties, benefits, the company and how to apply are left out.\n",
     .examples = "  jobmatch extract advertisement.html > posting.yaml\n"
                 "  jobmatch extract --duties - < advertisement.md\n",
     .bit = FOR_EXTRACT,
     .least = 1,
     .most = 1,
     .run = run_extract},
    {.name = "stream",
     .operands = "",
     .summary = "pairs in, results out: one JSON object a line",
     .description =
         "Reads {\"id\": any, \"posting\": P, \"profile\": Q} from standard input, one a line, "
         "and\n"
         "answers each line, in order, with one line: {\"id\": ..., \"result\": {...}} or\n"
         "{\"id\": ..., \"error\": {...}}. P and Q are documents, or strings that hold one. A bad "
         "line\n"
         "stops nothing. Lines may have 1 MiB.\n",
     .examples = "  jobmatch stream < pairs.ndjson > results.ndjson\n"
                 "  jobmatch stream --posting posting.yaml < profiles.ndjson\n",
     .bit = FOR_STREAM,
     .least = 0,
     .most = 0,
     .run = run_stream},
    {.name = "lexicon",
     .operands = "check FILE... | list [WORD] | import",
     .summary = "what skills are known, under which names; lexicons of your own",
     .description =
         "check   reads lexicon files and tells what looks wrong: errors, names that two concepts\n"
         "        claim, links to no concept\n"
         "list    writes the concepts that are known, or those that have WORD in a name: as a\n"
         "        lexicon file, or with --format json as JSON\n"
         "import  writes what --esco or --onet adds as a lexicon file, for --lexicon\n",
     .examples = "  jobmatch lexicon check kitchens.yaml\n"
                 "  jobmatch lexicon list python\n"
                 "  jobmatch lexicon import --esco esco/ -o esco.yaml\n",
     .bit = FOR_LEXICON,
     .least = 1,
     .most = INT_MAX,
     .run = run_lexicon},
};
const size_t command_count = sizeof commands / sizeof *commands;

const cli_command *command_find(const char *name)
{
  for (size_t i = 0; i < command_count; i++)
    if (strcmp(commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

const char *command_suggest(const char *word)
{
  const char *names[sizeof commands / sizeof *commands];
  for (size_t i = 0; i < command_count; i++)
    names[i] = commands[i].name;
  return nearest(word, names, command_count);
}

void command_help(FILE *file, const cli_command *command)
{
  fprintf(file, "usage: jobmatch %s [OPTION...]%s%s\n\n%s\nexamples:\n%s\noptions:\n",
          command->name, command->operands[0] == '\0' ? "" : " ", command->operands,
          command->description, command->examples);
  options_help(file, command->bit);
  fprintf(file, "\nexit status: %s, 2 usage, 3 bad input, 4 system\n",
          command->bit == FOR_SCORE  ? "0 scored, 1 below --at-least"
          : command->bit == FOR_RANK ? "0 done, 1 none is as asked"
                                     : "0 done");
}

void command_overview(FILE *file)
{
  fputs("jobmatch tells how many of a job posting's requirements a candidate's profile meets, "
        "which\nones, on what evidence, and what would raise the number.\n\n"
        "usage: jobmatch COMMAND [OPTION...] [FILE...]\n"
        "       jobmatch POSTING PROFILE\n\n"
        "examples:\n"
        "  jobmatch posting.yaml profile.yaml\n"
        "  jobmatch read posting.yaml\n\n"
        "commands:\n",
        file);
  for (size_t i = 0; i < command_count; i++)
    fprintf(file, "  %-8s %s\n", commands[i].name, commands[i].summary);
  fputs("\n`jobmatch COMMAND --help` tells more; `jobmatch --version` tells the versions.\n", file);
}
