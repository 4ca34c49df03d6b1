"""The standard chat day as a SimPy user writes it: a process for each person, another for an
offender's contacts, a resource for the moderators, an interrupt for a ban."""

import random

import simpy

from chat_day import (CONTACT, DAY, HARM_SHARE, LOG_MEAN, LOG_SD, LOGIN, MESSAGE, MODERATORS,
                      OFFENDER_SHARE, REPORT_SHARE, REVIEW, ROOMS, Counts, main)


class Person:
    """Who somebody is and where."""

    __slots__ = ("room", "offender", "banned", "process")

    def __init__(self, offender: bool) -> None:
        self.room, self.offender, self.banned, self.process = None, offender, False, None


class Room:
    """Who is in a room, and how many messages it has seen."""

    __slots__ = ("members", "messages")

    def __init__(self) -> None:
        self.members, self.messages = [], 0


def moderate(env, moderators, person, counts):
    """One report: waits for a moderator, is reviewed, ends in a ban."""
    with moderators.request() as request:
        yield request
        yield env.timeout(random.expovariate(REVIEW))
    counts.reviews += 1
    if not person.banned:
        person.banned = True
        counts.bans += 1
        person.process.interrupt()


def contacts(env, person, end, moderators, counts):
    """An offender's contacts during one session."""
    members = person.room.members
    while True:
        wait = random.expovariate(CONTACT)
        if env.now + wait > end:
            return
        yield env.timeout(wait)
        if person.banned:
            return
        counts.contacts += 1
        if len(members) < 2:
            continue
        target = random.choice(members)
        while target is person:
            target = random.choice(members)
        counts.met += 1
        if random.random() < HARM_SHARE:
            counts.harms += 1
            if random.random() < REPORT_SHARE:
                counts.reports += 1
                env.process(moderate(env, moderators, person, counts))


def live(env, person, rooms, moderators, counts):
    """A person's day: comes, writes, goes, until banned."""
    try:
        while True:
            yield env.timeout(random.expovariate(LOGIN))
            room = person.room = random.choice(rooms)
            room.members.append(person)
            counts.logins += 1
            end = env.now + random.lognormvariate(LOG_MEAN, LOG_SD)
            if person.offender:
                env.process(contacts(env, person, end, moderators, counts))
            while True:
                wait = random.expovariate(MESSAGE)
                if env.now + wait > end:
                    break
                yield env.timeout(wait)
                room.messages += 1
            yield env.timeout(end - env.now)
            room.members.remove(person)
            person.room = None
            counts.logouts += 1
    except simpy.Interrupt:
        if person.room is not None:
            person.room.members.remove(person)


def simulate(size: int, seed: int) -> Counts:
    """One run."""
    random.seed(seed)
    env, counts = simpy.Environment(), Counts()
    moderators = simpy.Resource(env, capacity=MODERATORS)
    rooms = [Room() for _ in range(ROOMS)]
    for _ in range(size):
        person = Person(random.random() < OFFENDER_SHARE)
        person.process = env.process(live(env, person, rooms, moderators, counts))
    env.run(until=DAY)
    counts.spread([room.messages for room in rooms])
    return counts


main(simulate)
