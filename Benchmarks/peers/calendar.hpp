// A lazy calendar ("one-rung ladder"): buckets are only appended to, and only the one that is being
// emptied is sorted. Tuned by hand to moments set one mean-1 exponential ahead.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

class Calendar {
 public:
  struct Entry {
    double time;
    uint64_t id;
  };

  explicit Calendar(size_t pending) : daysPerUnit(static_cast<double>(pending) / perBucket) {
    size_t size = 64;
    while (static_cast<double>(size) < 14 * daysPerUnit) size <<= 1;
    mask = size - 1;
    buckets.assign(size, {none, 0});
    chunks.resize(pending / chunkSize * 2 + size + 64);
    links.resize(chunks.size());
    for (size_t chunk = 0; chunk < links.size(); ++chunk)
      links[chunk] = chunk + 1 < links.size() ? static_cast<uint32_t>(chunk + 1) : none;
    today.reserve(1024);
  }

  void push(double time, uint64_t id) {
    const auto day = static_cast<uint64_t>(time * daysPerUnit);
    if (day <= current) return insertToday({time, id});
    if (day - current > mask) {
      far.push_back({time, id});
      return;
    }
    Bucket &bucket = buckets[day & mask];
    const uint32_t place = bucket.count % chunkSize;
    if (place == 0) {
      const uint32_t chunk = free;
      free = links[chunk];
      links[chunk] = bucket.chunk;
      bucket.chunk = chunk;
    }
    chunks[bucket.chunk].entries[place] = {time, id};
    bucket.count++;
  }

  Entry top() {
    while (today.empty()) open();
    return today.back();
  }

  void replace(double time, uint64_t id) {
    today.pop_back();
    push(time, id);
  }

 private:
  static constexpr uint32_t chunkSize = 8, none = ~0u;
  static constexpr double perBucket = 16;
  struct alignas(64) Chunk {
    Entry entries[chunkSize];
  };
  struct Bucket {
    uint32_t chunk, count;
  };

  double daysPerUnit;
  size_t mask;
  uint64_t current = 0;
  uint32_t free = 0;
  std::vector<Bucket> buckets;
  std::vector<Chunk> chunks;
  std::vector<uint32_t> links;
  /// The open bucket, latest first; and what lies beyond the last bucket.
  std::vector<Entry> today, far;

  void insertToday(Entry entry) {
    today.push_back(entry);
    sink(today.size() - 1);
  }

  /// Moves the entry at a place to where it belongs among those before it.
  void sink(size_t place) {
    const Entry entry = today[place];
    while (place > 0 && today[place - 1].time < entry.time) {
      today[place] = today[place - 1];
      --place;
    }
    today[place] = entry;
  }

  void open() {
    ++current;
    if ((current & mask) == 0 && !far.empty()) {
      std::vector<Entry> waiting;
      waiting.swap(far);
      for (const Entry &entry : waiting) push(entry.time, entry.id);
    }
    Bucket &bucket = buckets[current & mask];
    uint32_t left = bucket.count, chunk = bucket.chunk;
    uint32_t size = left % chunkSize == 0 ? chunkSize : left % chunkSize;
    while (left > 0) {
      for (uint32_t place = 0; place < size; ++place)
        today.push_back(chunks[chunk].entries[place]);
      left -= size;
      size = chunkSize;
      const uint32_t following = links[chunk];
      links[chunk] = free;
      free = chunk;
      chunk = following;
    }
    bucket = {none, 0};
    for (size_t place = 1; place < today.size(); ++place) sink(place);
  }
};
