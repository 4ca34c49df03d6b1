#pragma once
#include "platform.hpp"

/// Messages are drawn as one Poisson count when a session ends.
///
/// Users are permuted in place: those online first, then those off line, then the banned.
struct Elide : Platform {
  std::vector<uint32_t> order;
  uint32_t present = 0, active;
  double contactsTo = 0, loginsTo = 0, total = 0;

  Elide(uint32_t size, uint64_t seed) : Platform(size, seed), order(size), active(size) {
    for (uint32_t id = 0; id < size; ++id) order[id] = users[id].place = id;
    sum();
  }

  void sum() {
    contactsTo = static_cast<double>(offenders.size()) * contactRate;
    loginsTo = contactsTo + (active - present) * loginRate;
    total = loginsTo + static_cast<double>(inReview.size()) / handling;
  }

  void move(uint32_t id, uint32_t to) {
    const uint32_t other = order[to], from = users[id].place;
    order[to] = id;
    order[from] = other;
    users[id].place = to;
    users[other].place = from;
  }

  void countMessages(uint32_t id) {
    User &user = users[id];
    const uint64_t messages = random.poisson((now - user.start) * messageRate);
    user.sent += static_cast<uint32_t>(messages);
    roomMessages[user.room] += messages;
    counts.messages += messages;
  }

  void goOff(uint32_t id) {
    countMessages(id);
    leave(id);
    move(id, --present);
    users[id].state = offline;
  }

  void logIn(uint32_t id) {
    enter(id);
    move(id, present++);
    users[id].start = now;
    ends.push(now + duration(), id, users[id].session);
  }

  void ban(uint32_t id) {
    if (users[id].state == banned) return;
    if (users[id].state == online) goOff(id);
    move(id, --active);
    users[id].state = banned;
    counts.bans++;
  }

  void endSession() {
    const auto end = ends.top();
    ends.pop();
    if (users[end.id].state != online || users[end.id].session != end.mark) return;
    goOff(end.id);
    counts.logouts++;
    sum();
  }

  void run() {
    for (;;) {
      const double next = now + random.exponential() / total, end = nextEnd();
      now = next < end ? next : end;
      if (now > day) break;
      if (next >= end) {
        endSession();
        continue;
      }
      const double u = random.uniform() * total;
      if (u < contactsTo) {
        if (contact(offenders[static_cast<uint32_t>(u / contactRate)])) sum();
        continue;
      }
      if (u < loginsTo) {
        const auto place = present + static_cast<uint32_t>((u - contactsTo) / loginRate);
        logIn(order[place < active ? place : active - 1]);
      } else {
        const auto desk = static_cast<uint32_t>((u - loginsTo) * handling);
        ban(review(desk < inReview.size() ? desk : static_cast<uint32_t>(inReview.size()) - 1));
      }
      sum();
    }
    now = day;
    for (uint32_t place = 0; place < present; ++place) countMessages(order[place]);
  }
};
