// Runs a command and writes what it used of the machine to a file: user seconds, system seconds,
// wall seconds, peak memory in KiB. A program of its own, because a child inherits the peak of the
// process that starts it: this one is tiny.
//
//   measure FILE COMMAND [ARGUMENT …]
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>

static double seconds(const timeval &time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

static double wall() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

int main(int count, char **words) {
  if (count < 3) return 64;
  const double start = wall();
  const pid_t child = fork();
  if (child == 0) {
    execvp(words[2], words + 2);
    _exit(127);
  }
  int status = 0;
  rusage usage;
  if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 71;
  FILE *file = std::fopen(words[1], "w");
  if (!file) return 73;
  std::fprintf(
    file, "%.6f %.6f %.6f %ld\n", seconds(usage.ru_utime), seconds(usage.ru_stime),
    wall() - start, usage.ru_maxrss);
  std::fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 70;
}
