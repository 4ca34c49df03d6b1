"""The standard chat day as a Mesa user writes it: agents, and Mesa's scheduling of events."""

from collections import deque

import mesa
from mesa.experimental.devs import DEVSimulator

from chat_day import (CONTACT, DAY, HARM_SHARE, LOG_MEAN, LOG_SD, LOGIN, MESSAGE, MODERATORS,
                      OFFENDER_SHARE, REPORT_SHARE, REVIEW, ROOMS, Counts, main)


class Person(mesa.Agent):
    """Somebody who comes, writes, perhaps contacts others, and goes."""

    def __init__(self, model, offender: bool) -> None:
        super().__init__(model)
        self.offender, self.banned, self.room, self.end = offender, False, None, 0.0

    def wait(self, action, rate: float) -> None:
        """Schedules an action one exponential ahead, if the session lasts that long."""
        time = self.model.simulator.time + self.random.expovariate(rate)
        if time < self.end:
            self.model.simulator.schedule_event_absolute(action, time)

    def sleep(self) -> None:
        self.model.simulator.schedule_event_relative(
            self.log_in, self.random.expovariate(LOGIN))

    def log_in(self) -> None:
        if self.banned:
            return
        model = self.model
        self.room = self.random.choice(model.rooms)
        self.room["members"].append(self)
        model.counts.logins += 1
        self.end = model.simulator.time + self.random.lognormvariate(LOG_MEAN, LOG_SD)
        model.simulator.schedule_event_absolute(self.log_out, self.end)
        self.wait(self.write, MESSAGE)
        if self.offender:
            self.wait(self.contact, CONTACT)

    def log_out(self) -> None:
        if self.banned:
            return
        self.room["members"].remove(self)
        self.room = None
        self.model.counts.logouts += 1
        self.sleep()

    def write(self) -> None:
        if self.banned:
            return
        self.room["messages"] += 1
        self.wait(self.write, MESSAGE)

    def contact(self) -> None:
        if self.banned:
            return
        counts = self.model.counts
        counts.contacts += 1
        self.wait(self.contact, CONTACT)
        members = self.room["members"]
        if len(members) < 2:
            return
        target = self.random.choice(members)
        while target is self:
            target = self.random.choice(members)
        counts.met += 1
        if self.random.random() < HARM_SHARE:
            counts.harms += 1
            if self.random.random() < REPORT_SHARE:
                counts.reports += 1
                self.model.report(self)

    def ban(self) -> None:
        if self.banned:
            return
        self.banned = True
        self.model.counts.bans += 1
        if self.room is not None:
            self.room["members"].remove(self)
            self.room = None


class Moderator(mesa.Agent):
    """Reviews one report after another."""

    def __init__(self, model) -> None:
        super().__init__(model)
        self.case = None

    def take(self, person: Person) -> None:
        self.case = person
        self.model.simulator.schedule_event_relative(
            self.decide, self.random.expovariate(REVIEW))

    def decide(self) -> None:
        model = self.model
        model.counts.reviews += 1
        self.case.ban()
        self.case = None
        if model.waiting:
            self.take(model.waiting.popleft())


class Platform(mesa.Model):
    """Rooms, people, moderators and the queue of reports."""

    def __init__(self, size: int, seed: int, simulator: DEVSimulator) -> None:
        super().__init__(seed=seed)
        self.simulator, self.counts, self.waiting = simulator, Counts(), deque()
        simulator.setup(self)
        self.rooms = [{"members": [], "messages": 0} for _ in range(ROOMS)]
        for _ in range(size):
            Person(self, self.random.random() < OFFENDER_SHARE).sleep()
        self.moderators = [Moderator(self) for _ in range(MODERATORS)]

    def report(self, person: Person) -> None:
        for moderator in self.moderators:
            if moderator.case is None:
                moderator.take(person)
                return
        self.waiting.append(person)


def simulate(size: int, seed: int) -> Counts:
    """One run."""
    simulator = DEVSimulator()
    model = Platform(size, seed, simulator)
    simulator.run_until(DAY)
    model.counts.spread([room["messages"] for room in model.rooms])
    return model.counts


main(simulate)
