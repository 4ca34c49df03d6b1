"""The figures of the standard chat day (minutes as the unit of time) and what a run prints."""

import math
import sys
from collections.abc import Callable

DAY, ROOMS, MODERATORS = 1440.0, 100, 5
LOGIN, MESSAGE, CONTACT, REVIEW = 1 / 1440, 1.0, 0.5, 1 / 10
OFFENDER_SHARE, HARM_SHARE, REPORT_SHARE = 0.01, 0.05, 0.1
LOG_MEAN, LOG_SD = math.log(30) - 0.5, 1.0


class Counts:
    """Outputs of one run, in the order in which they are printed."""

    __slots__ = ("logins", "logouts", "messages", "room_spread", "contacts", "met", "harms",
                 "reports", "reviews", "bans")

    def __init__(self) -> None:
        for name in self.__slots__:
            setattr(self, name, 0)

    def spread(self, messages: list[int]) -> None:
        """Notes the messages of all rooms and their standard deviation over the rooms."""
        mean = sum(messages) / ROOMS
        self.messages = sum(messages)
        self.room_spread = math.sqrt(sum((count - mean) ** 2 for count in messages) / ROOMS)


def main(simulate: Callable[[int, int], Counts]) -> None:
    """`PROGRAM N RUNS SEED`: one line of CSV per run."""
    size, runs, seed = (int(word) for word in sys.argv[1:4])
    print(",".join(Counts.__slots__))
    for run in range(runs):
        counts = simulate(size, seed + run)
        print(",".join(str(getattr(counts, name)) for name in Counts.__slots__))
