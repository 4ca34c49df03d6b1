// What both engines of the standard chat day share; minutes are the unit of time.
#pragma once
#include <cstdint>
#include <deque>
#include <vector>

#include "heap.hpp"
#include "random.hpp"

constexpr double day = 1440, loginRate = 1.0 / 1440, messageRate = 1, contactRate = 0.5;
constexpr double offenderShare = 0.01, harmShare = 0.05, reportShare = 0.1, handling = 10;
constexpr uint32_t rooms = 100, moderators = 5;
inline const double logMean = std::log(30.0) - 0.5;

struct Counts {
  uint64_t logins = 0, logouts = 0, messages = 0, contacts = 0, met = 0, harms = 0, reports = 0;
  uint64_t reviews = 0, bans = 0;
};

enum State : uint8_t { offline, online, banned };

struct User {
  uint32_t place, inRoom, inOffenders;
  uint16_t room;
  bool isOffender;
  State state;
  uint32_t sent, session;
  double start;
};

/// What both engines share: who there is, the rooms, the queue of reports.
struct Platform {
  const uint32_t size;
  Random random;
  Counts counts;
  std::vector<User> users;
  std::vector<std::vector<uint32_t>> members;
  std::vector<uint64_t> roomMessages;
  std::vector<uint32_t> offenders, inReview;
  std::deque<uint32_t> waiting;
  Heap4 ends;
  double now = 0;

  Platform(uint32_t size, uint64_t seed)
      : size(size), random(seed), users(size), members(rooms), roomMessages(rooms) {
    for (auto &user : users) {
      user = {};
      user.isOffender = random.uniform() < offenderShare;
    }
  }

  void enter(uint32_t id) {
    User &user = users[id];
    user.state = online;
    user.session++;
    user.room = static_cast<uint16_t>(random.below(rooms));
    auto &room = members[user.room];
    user.inRoom = static_cast<uint32_t>(room.size());
    room.push_back(id);
    if (user.isOffender) {
      user.inOffenders = static_cast<uint32_t>(offenders.size());
      offenders.push_back(id);
    }
    counts.logins++;
  }

  void leave(uint32_t id) {
    User &user = users[id];
    auto &room = members[user.room];
    const uint32_t last = room.back();
    room[user.inRoom] = last;
    users[last].inRoom = user.inRoom;
    room.pop_back();
    if (!user.isOffender) return;
    const uint32_t other = offenders.back();
    offenders[user.inOffenders] = other;
    users[other].inOffenders = user.inOffenders;
    offenders.pop_back();
  }

  double duration() { return std::exp(logMean + random.normal()); }

  /// A contact; true if it was reported and a moderator is free to take it at once.
  bool contact(uint32_t id) {
    counts.contacts++;
    if (members[users[id].room].size() < 2) return false;
    // Whom it meets changes nothing that is counted, but is drawn: an engine has to choose.
    const auto others = static_cast<uint32_t>(members[users[id].room].size() - 1);
    volatile uint32_t target = random.below(others);
    (void)target;
    counts.met++;
    if (random.uniform() >= harmShare) return false;
    counts.harms++;
    if (random.uniform() >= reportShare) return false;
    counts.reports++;
    if (inReview.size() == moderators) {
      waiting.push_back(id);
      return false;
    }
    inReview.push_back(id);
    return true;
  }

  /// The review at a desk is done: whom it was about; the next case is taken.
  uint32_t review(uint32_t desk) {
    const uint32_t id = inReview[desk];
    counts.reviews++;
    if (waiting.empty()) {
      inReview[desk] = inReview.back();
      inReview.pop_back();
    } else {
      inReview[desk] = waiting.front();
      waiting.pop_front();
    }
    return id;
  }

  double nextEnd() const { return ends.empty() ? 1e300 : ends.top().time; }
};
