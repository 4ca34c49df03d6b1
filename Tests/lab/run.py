"""Runs the tests of the classroom server; ends with a line of counts."""

import pathlib
import sys
import time
import unittest


def main():
    here = pathlib.Path(__file__).parent
    sys.path.insert(0, str(here))
    start, names = time.monotonic(), sys.argv[1:]
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names) if names else loader.discover(str(here), "test_*.py")
    result = unittest.TextTestRunner(verbosity=2, stream=sys.stdout).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{time.monotonic() - start:.0f} s")
    print(
        f"{result.testsRun - len({str(one[0]) for one in result.failures + result.errors})} passed, "
        f"{failed} failed"
    )
    sys.exit(1 if failed else 0)


main()
