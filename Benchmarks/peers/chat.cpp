// The standard chat day, as tight as we can write it in C++17.
//
//   chat elide N RUNS SEED   messages drawn as one Poisson count when a session ends
//   chat dense N RUNS SEED   every message an event; what it touches lies in dense arrays
//
// Superposition of Poisson processes: one exponential for the sum of all rates, one uniform for
// what happens and to whom. Only the ends of sessions, which are not memoryless, stand in a heap.
// Prints one line of CSV per run.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "dense.hpp"
#include "elide.hpp"

/// Standard deviation of the messages over the rooms.
double spread(const std::vector<uint64_t> &messages) {
  double sum = 0, squares = 0;
  for (uint64_t count : messages) {
    sum += static_cast<double>(count);
    squares += static_cast<double>(count) * static_cast<double>(count);
  }
  const double mean = sum / rooms;
  return std::sqrt(squares / rooms - mean * mean);
}

template <class Engine>
void simulate(uint32_t size, uint64_t seed) {
  Engine engine(size, seed);
  engine.run();
  const Counts &c = engine.counts;
  std::printf(
    "%lu,%lu,%lu,%.6f,%lu,%lu,%lu,%lu,%lu,%lu\n", c.logins, c.logouts, c.messages,
    spread(engine.roomMessages), c.contacts, c.met, c.harms, c.reports, c.reviews, c.bans);
}

int main(int count, char **words) {
  if (count != 5) {
    std::fprintf(stderr, "usage: chat elide|dense N RUNS SEED\n");
    return 64;
  }
  const auto size = static_cast<uint32_t>(std::strtoul(words[2], nullptr, 10));
  const auto runs = std::strtoul(words[3], nullptr, 10);
  const auto seed = std::strtoull(words[4], nullptr, 10);
  std::puts("logins,logouts,messages,room_spread,contacts,met,harms,reports,reviews,bans");
  for (uint64_t run = 0; run < runs; ++run) {
    if (std::strcmp(words[1], "elide") == 0) simulate<Elide>(size, seed + run);
    else simulate<Dense>(size, seed + run);
  }
}
