/* SPDX-License-Identifier: MIT */
/* The command `jobmatch`: finds the command that is meant and runs it.
 *
 * It leaves no core behind, since memory holds personal data. */
#include "cli.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void forbid_cores(void)
{
  struct rlimit none = {0, 0};
  (void)setrlimit(RLIMIT_CORE, &none);
}

/* A standard stream that is closed would lend its number to the next file that is opened. It
 * becomes a device opened the wrong way round, so that reading or writing it fails as before. */
static bool hold_standard_streams(void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      return false;
  return true;
}

/* Ends what was printed. */
static int shown(void)
{
  cli_sink out = {.file = stdout};
  int status = sink_check(&out);
  return worse(status, sink_close(&out, status == 0));
}

static int show_version(void)
{
  jm_scorer *scorer = NULL;
  if (jm_scorer_new(&scorer, NULL, NULL) != JM_OK) {
    tell("out of memory");
    return EXIT_SYSTEM;
  }
  printf("jobmatch %s (rules %s, lexicon %s)\n", jm_version_string(), jm_rules_version(),
         jm_scorer_lexicon_version(scorer));
  int status = shown();
  jm_scorer_free(scorer);
  return status;
}

static int show(const cli_command *command)
{
  if (command != NULL)
    command_help(stdout, command);
  else
    command_overview(stdout);
  return shown();
}

static int run(const cli_command *command, int argc, char **argv)
{
  cli_settings settings;
  int status = settings_read(&settings, command, argc, argv);
  if (status == 0)
    status = settings.help ? show(command) : command->run(&settings);
  settings_dispose(&settings);
  return status;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
  return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

static bool looks_like_file(const char *word)
{
  return strcmp(word, "-") == 0 || strpbrk(word, "./") != NULL || access(word, F_OK) == 0;
}

static int unknown(const char *word)
{
  const char *meant = command_suggest(word);
  if (meant != NULL)
    return tell_usage(NULL, "there is no command '%s'; did you mean '%s'?", word, meant);
  return tell_usage(NULL, "there is no command '%s'", word);
}

int main(int argc, char **argv)
{
  if (!hold_standard_streams())
    return EXIT_SYSTEM;
  forbid_cores();
  if (argc < 2) {
    command_overview(stderr);
    return EXIT_USAGE;
  }
  const char *word = argv[1];
  const cli_command *command = command_find(word);
  if (command != NULL)
    return run(command, argc - 1, argv + 1);
  if (is_one_of(word, "--version", "-V"))
    return show_version();
  if (is_one_of(word, "--help", "-h") || strcmp(word, "help") == 0) {
    const struct cli_command *about = argc > 2 ? command_find(argv[2]) : NULL;
    return argc > 2 && about == NULL ? unknown(argv[2]) : show(about);
  }
  if (word[0] != '-' && !looks_like_file(word))
    return unknown(word);
  return run(command_find("score"), argc, argv);
}
