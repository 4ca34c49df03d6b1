"""Which fixed numbers of the Coco case decide: each is halved and doubled, one at a time.

A number that moves a policy's effect must be drawn, not fixed. Every number of the case that is neither
drawn nor a policy's own is halved, then doubled, on a platform of 57,000 people with rooms, search and
staff in proportion, all else at the medians, in the three days that follow a day without the policy.
(Shares are doubled to 100 % at most; of those above a half it is the rest that is halved and doubled.)
Prints the greatest move of each number among the eight policies' effects on both headlines, in points,
with its standard error (chance alone, over pairs), and writes Results/published/fixed.csv. A number
moves an effect where it does so by more than five points and by more than three errors; what seems to
in four pairs is looked at again in twenty-four, since the greatest of eight is great by chance too.

    make fixed          (a quarter of an hour on two cores)
"""
import csv
import math
import re
import subprocess

from sizes import POLICIES, ROOT, logarithms, mean_and_error, resolved

PEOPLE, PAIRS, PAIRS_AGAIN = 57_000, 4, 24
DAYS = ["time.warm_up=1 d", "time.window=3 d"]
OUTCOMES = {"contacts": "unwanted_contacts", "serious": "serious_harm"}
POINTS, ERRORS = 5, 3
# What is no uncertain fact of the model: dates, limits, what a study chooses, what only proceedings
# count, costs, and levers at which no published policy works.
LEFT_OUT = (r"schema_version|time\..*|limits\..*|recording\..*|severity\..*|decoys\..*|.*\.recorded"
            r"|.*referral_recorded|.*cost.*|.*\.(coverage|compliance|per|search_per|hours_per_day|shift_start)"
            r"|age_assurance\.threshold|people\.youngest")


def fixed_numbers():
    """Paths, numbers and units of what is fixed in the case, no policy sets, and is not left out."""
    case, policies = resolved("coco"), [resolved(f"coco-{policy}") for policy in POLICIES]
    found = []
    for path, value in case.items():
        number = re.fullmatch(r"([\d.]+)( \S+)?", value)
        if (number and float(number[1]) and not re.fullmatch(LEFT_OUT, path)
                and all(policy[path] == value for policy in policies)):
            found.append((path, float(number[1]), number[2] or ""))
    return found


def neighbours(number, unit):
    """Half of it and twice it, or of what a share leaves."""
    if unit == " %" and 50 < number < 100:
        return [100 - (100 - number) / 2, max(0, 100 - 2 * (100 - number))]
    top = 100 if unit == " %" else math.inf
    return [other for other in (number / 2, min(top, number * 2)) if other != number]


def moves(found, base):
    """The policy whose effect moves most, by how many points, its standard error, whether it moves."""
    each = []
    for policy in POLICIES:
        here, there = (mean_and_error(logs[policy]) for logs in (found, base))
        _, error = mean_and_error([a - b for a, b in zip(found[policy], base[policy])])
        points = 100 * (math.exp(here[0]) - math.exp(there[0]))
        each.append((abs(points), policy, points, 100 * math.exp(there[0]) * error))
    size, policy, points, error = max(each)
    return policy, points, error, size > max(POINTS, ERRORS * error)


def looked_at(setting, pairs, bases):
    """What a setting moves in each outcome; None where there is no such scenario."""
    if pairs not in bases:
        bases[pairs] = logarithms(PEOPLE, pairs, DAYS, OUTCOMES.values())
    try:
        found = logarithms(PEOPLE, pairs, DAYS + [setting], OUTCOMES.values())
    except subprocess.CalledProcessError:
        return None
    return [moves(found[outcome], bases[pairs][outcome]) for outcome in OUTCOMES.values()]


def main():
    bases, table = {}, []
    for path, number, unit in fixed_numbers():
        for other in neighbours(number, unit):
            setting, pairs = f"{other:g}{unit}", PAIRS
            found = looked_at(f"{path}={setting}", pairs, bases)
            if found and any(one[-1] for one in found):
                pairs = PAIRS_AGAIN
                found = looked_at(f"{path}={setting}", pairs, bases)
            if not found:
                print(f"{path} = {setting}: no scenario", flush=True)
                continue
            row = [path, f"{number:g}{unit}", setting, pairs]
            for policy, points, error, is_moved in found:
                row += [policy, f"{points:.2f}", f"{error:.2f}", str(is_moved).lower()]
            table.append(row)
            print("{:<52} {:>9} → {:<9}{:>3} {:>13} {:>7} ± {:<5}{:>13} {:>7} ± {:<5}".format(
                *row[:7], *row[8:11]), "moves" if "true" in row else "", flush=True)
    columns = ["policy", "move_points", "standard_error", "moves"]
    header = ["path", "case", "set", "pairs"] + [
        f"{name}_{column}" for name in OUTCOMES for column in columns]
    with open(ROOT / "Results/published/fixed.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(table)


main()
