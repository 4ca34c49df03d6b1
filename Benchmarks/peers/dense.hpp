#pragma once
#include "platform.hpp"

/// Every message is an event.
///
/// Users online hold dense slots; a message touches the slot's count and its room, nothing else.
struct Dense : Platform {
  std::vector<uint32_t> slot, absent, slotUser, slotSent;
  std::vector<uint16_t> slotRoom;
  uint32_t present = 0;
  double messagesTo = 0, contactsTo = 0, loginsTo = 0, total = 0, inverse = 0;

  Dense(uint32_t size, uint64_t seed)
      : Platform(size, seed), slot(size), absent(size), slotUser(size), slotSent(size),
        slotRoom(size) {
    for (uint32_t id = 0; id < size; ++id) absent[id] = users[id].place = id;
    sum();
  }

  void sum() {
    messagesTo = present * messageRate;
    contactsTo = messagesTo + static_cast<double>(offenders.size()) * contactRate;
    loginsTo = contactsTo + static_cast<double>(absent.size()) * loginRate;
    total = loginsTo + static_cast<double>(inReview.size()) / handling;
    inverse = 1 / total;
  }

  void takeFromAbsent(uint32_t id) {
    const uint32_t last = absent.back();
    absent[users[id].place] = last;
    users[last].place = users[id].place;
    absent.pop_back();
  }

  void goOff(uint32_t id) {
    leave(id);
    const uint32_t own = slot[id], last = --present;
    users[id].sent += slotSent[own];
    if (own != last) {
      slotUser[own] = slotUser[last];
      slotSent[own] = slotSent[last];
      slotRoom[own] = slotRoom[last];
      slot[slotUser[last]] = own;
    }
    users[id].state = offline;
  }

  void logIn(uint32_t id) {
    takeFromAbsent(id);
    enter(id);
    slotUser[present] = id;
    slotSent[present] = 0;
    slotRoom[present] = users[id].room;
    slot[id] = present++;
    ends.push(now + duration(), id, users[id].session);
  }

  void ban(uint32_t id) {
    if (users[id].state == banned) return;
    if (users[id].state == online) goOff(id);
    else takeFromAbsent(id);
    users[id].state = banned;
    counts.bans++;
  }

  void endSession() {
    const auto end = ends.top();
    ends.pop();
    if (users[end.id].state != online || users[end.id].session != end.mark) return;
    goOff(end.id);
    users[end.id].place = static_cast<uint32_t>(absent.size());
    absent.push_back(end.id);
    counts.logouts++;
    sum();
  }

  void rare(double u) {
    if (u < contactsTo) {
      if (contact(offenders[static_cast<uint32_t>((u - messagesTo) / contactRate)])) sum();
      return;
    }
    if (u < loginsTo) {
      const auto place = static_cast<uint32_t>((u - contactsTo) / loginRate);
      logIn(place < absent.size() ? absent[place] : absent.back());
    } else {
      const auto desk = static_cast<uint32_t>((u - loginsTo) * handling);
      ban(review(desk < inReview.size() ? desk : static_cast<uint32_t>(inReview.size()) - 1));
    }
    sum();
  }

  void run() {
    // Locals, so that the compiler keeps them in registers through the loop.
    uint64_t messages = 0, *const perRoom = roomMessages.data();
    uint32_t *const sent = slotSent.data();
    const uint16_t *const room = slotRoom.data();
    double end = nextEnd();
    for (;;) {
      const double next = now + random.exponential() * inverse;
      if (next >= end) {
        now = end;
        if (now > day) break;
        endSession();
        end = nextEnd();
        continue;
      }
      now = next;
      if (now > day) break;
      const double u = random.uniform() * total;
      if (__builtin_expect(u < messagesTo, 1)) {
        const auto own = static_cast<uint32_t>(u / messageRate);
        sent[own]++;
        perRoom[room[own]]++;
        messages++;
      } else {
        rare(u);
        end = nextEnd();
      }
    }
    counts.messages = messages;
  }
};
