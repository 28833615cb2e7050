"""Twice the text costs at most twice the work, whatever the text is.

Counted in calls, which do not depend on the machine; the time is measured by
tests/benchmarks/press_release.py.
"""

import sys

import pytest

from news.press_release import parse, render
from tests.benchmarks.press_release import REPEATED

SIZE = 1500


def calls(text):
    count = 0

    def tally(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(tally)
    try:
        render(parse(text))
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("name", REPEATED)
def test_calls_grow_with_the_text(name):
    times = SIZE // len(REPEATED[name]) + 1

    once, twice = calls(REPEATED[name] * times), calls(REPEATED[name] * times * 2)

    assert twice <= 2.2 * once + 200


def test_nesting_does_not_exhaust_the_stack():
    for mark in ("[", "(", "**a ", "□\n", "1. a\n ① b\n", "<", "“"):
        render(parse(mark * 10_000))
