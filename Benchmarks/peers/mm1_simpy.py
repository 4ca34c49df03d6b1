"""M/M/1 in SimPy: a process that sends customers, one that serves them, a store between.

    mm1_simpy.py ARRIVALS SEED
"""

import random
import sys

import simpy


def source(env, line, arrivals):
    """Sends customers, as their moments of arrival."""
    for _ in range(arrivals):
        yield env.timeout(random.expovariate(0.9))
        line.put(env.now)


def server(env, line, arrivals, total):
    """Serves one after another and adds up their times in the system."""
    for _ in range(arrivals):
        arrival = yield line.get()
        yield env.timeout(random.expovariate(1))
        total[0] += env.now - arrival


arrivals, total = int(sys.argv[1]), [0.0]
random.seed(int(sys.argv[2]))
env = simpy.Environment()
line = simpy.Store(env)
env.process(source(env, line, arrivals))
env.process(server(env, line, arrivals, total))
env.run()
print(f"{total[0] / arrivals:.6f}")
