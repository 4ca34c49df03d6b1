// The event list alone, in C++17.
//
//   kernels mm1-tight ARRIVALS SEED      M/M/1 with two clocks in two variables
//   kernels mm1-heap ARRIVALS SEED       the same through a 4-ary heap
//   kernels hold-lazy PENDING HOLDS SEED   hold model, lazy calendar tuned to the number pending
//   kernels hold-heap PENDING HOLDS SEED   hold model, 4-ary heap
//
// Prints one line: a figure that the compiler cannot leave out, and that the others must meet.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "calendar.hpp"
#include "heap.hpp"
#include "random.hpp"

constexpr double arrivalRate = 0.9;

/// Who waits: moments of arrival, in a ring.
class Line {
 public:
  bool empty() const { return first == last; }
  void push(double time) { times[last++ & mask] = time; }
  double pop() { return times[first++ & mask]; }

 private:
  static constexpr uint32_t mask = 65535;
  std::vector<double> times = std::vector<double>(mask + 1);
  uint32_t first = 0, last = 0;
};

/// Mean time in the system; 10 in the long run.
double mm1Tight(uint64_t arrivals, Random random) {
  Line line;
  double arrival = random.exponential() / arrivalRate, departure = 1e300, sum = 0;
  for (uint64_t served = 0, come = 0; served < arrivals;) {
    if (arrival < departure) {
      const double now = arrival;
      if (line.empty()) departure = now + random.exponential();
      line.push(now);
      arrival = ++come < arrivals ? now + random.exponential() / arrivalRate : 1e300;
    } else {
      const double now = departure;
      sum += now - line.pop();
      served++;
      departure = line.empty() ? 1e300 : now + random.exponential();
    }
  }
  return sum / static_cast<double>(arrivals);
}

double mm1Heap(uint64_t arrivals, Random random) {
  enum : uint32_t { arrival, departure };
  Line line;
  Heap4 heap;
  double sum = 0;
  heap.push(random.exponential() / arrivalRate, arrival);
  for (uint64_t served = 0, come = 0; served < arrivals;) {
    const auto [now, who, mark] = heap.top();
    heap.pop();
    if (who == arrival) {
      if (line.empty()) heap.push(now + random.exponential(), departure);
      line.push(now);
      if (++come < arrivals) heap.push(now + random.exponential() / arrivalRate, arrival);
    } else {
      sum += now - line.pop();
      served++;
      if (!line.empty()) heap.push(now + random.exponential(), departure);
    }
  }
  return sum / static_cast<double>(arrivals);
}

/// Takes the earliest of `pending` moments and puts it back one exponential later, `holds` times.
/// Gives holds per pending moment and unit of time: 1 in the long run.
template <class List>
double hold(List list, uint32_t pending, uint64_t holds, Random random) {
  for (uint32_t id = 0; id < pending; ++id) list.push(random.exponential(), id);
  double now = 0;
  for (uint64_t count = 0; count < holds; ++count) {
    const auto moment = list.top();
    now = moment.time;
    list.replace(now + random.exponential(), moment.id);
  }
  return static_cast<double>(holds) / (now * pending);
}

int main(int count, char **words) {
  const auto number = [&](int place) {
    return place < count ? std::strtoull(words[place], nullptr, 10) : 0;
  };
  const auto is = [&](const char *name) { return count > 1 && std::strcmp(words[1], name) == 0; };
  const auto pending = static_cast<uint32_t>(number(2));
  double figure = 0;
  if (is("mm1-tight")) figure = mm1Tight(number(2), Random(number(3)));
  else if (is("mm1-heap")) figure = mm1Heap(number(2), Random(number(3)));
  else if (is("hold-lazy")) figure = hold(Calendar(pending), pending, number(3), Random(number(4)));
  else if (is("hold-heap")) figure = hold(Heap4(), pending, number(3), Random(number(4)));
  else return 64;
  std::printf("%.6f\n", figure);
}
