// A 4-ary heap of 16-byte entries: the children of one node share a cache line.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

class Heap4 {
 public:
  struct Entry {
    double time;
    uint32_t id, mark;
  };

  bool empty() const { return entries.empty(); }
  const Entry &top() const { return entries[0]; }

  void push(double time, uint32_t id, uint32_t mark = 0) {
    size_t place = entries.size();
    entries.push_back({});
    while (place > 0) {
      const size_t parent = (place - 1) >> 2;
      if (entries[parent].time <= time) break;
      entries[place] = entries[parent];
      place = parent;
    }
    entries[place] = {time, id, mark};
  }

  void pop() {
    const Entry last = entries.back();
    entries.pop_back();
    if (!entries.empty()) sink(last);
  }

  /// Pop and push in one: the top gets a later time.
  void replace(double time, uint32_t id, uint32_t mark = 0) { sink({time, id, mark}); }

 private:
  std::vector<Entry> entries;

  void sink(const Entry &entry) {
    size_t place = 0;
    const size_t size = entries.size();
    for (;;) {
      const size_t child = 4 * place + 1;
      if (child >= size) break;
      const size_t end = child + 4 < size ? child + 4 : size;
      size_t first = child;
      for (size_t other = child + 1; other < end; ++other)
        if (entries[other].time < entries[first].time) first = other;
      if (entries[first].time >= entry.time) break;
      entries[place] = entries[first];
      place = first;
    }
    entries[place] = entry;
  }
};
