"""M/M/1 with Mesa's scheduling of events.

    mm1_mesa.py ARRIVALS SEED
"""

import sys
from collections import deque

import mesa
from mesa.experimental.devs import DEVSimulator


class Queue(mesa.Model):
    """One line, one server."""

    def __init__(self, arrivals: int, seed: int, simulator: DEVSimulator) -> None:
        super().__init__(seed=seed)
        self.left, self.line, self.total, self.simulator = arrivals, deque(), 0.0, simulator
        simulator.setup(self)
        self.expect()

    def expect(self) -> None:
        self.simulator.schedule_event_relative(self.arrive, self.random.expovariate(0.9))

    def serve(self) -> None:
        self.simulator.schedule_event_relative(self.depart, self.random.expovariate(1))

    def arrive(self) -> None:
        self.line.append(self.simulator.time)
        if len(self.line) == 1:
            self.serve()
        self.left -= 1
        if self.left > 0:
            self.expect()

    def depart(self) -> None:
        self.total += self.simulator.time - self.line.popleft()
        if self.line:
            self.serve()


arrivals = int(sys.argv[1])
simulator = DEVSimulator()
model = Queue(arrivals, int(sys.argv[2]), simulator)
simulator.run_until(float("inf"))
print(f"{model.total / arrivals:.6f}")
