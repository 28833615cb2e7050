"""What the ranks of one city come to, edition by edition: facts computed, never typed.

Tables are often partial. A fact is found only where the figures bear it out: a series ends at an
edition that is missing, nothing follows from a band of ranks, and where an unknown figure might
change a fact, the fact says that it is of what is known.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from .changes import Presence

# How many places count as the top of a table.
TOPS = (10, 15, 20)
# Fewer rises or falls, or editions at a rank, are no series.
LEAST_SERIES = 2


class FactKind(StrEnum):
    RISE = "rise"  # in the latest edition; count: places
    FALL = "fall"
    GONE = "gone"  # known to be missing from the latest edition
    RISES = "rises"  # in a row up to the latest edition; count: rises
    FALLS = "falls"
    AT_RANK = "at-rank"  # count: editions in a row up to the latest
    IN_TOP = "in-top"  # the same within `top`
    BEST = "best"  # count: editions that reached it, from `since` to `at`
    BEST_IN_REGION = "best-in-region"
    GAIN = "gain"  # from the first rank to that of the latest edition; count: places
    LOSS = "loss"
    FIRST_ENTRY = "first-entry"
    FIRST_EDITION = "first-edition"  # of the ranking itself
    EARLIEST = "earliest"  # whether the city was ranked before is not known
    BIGGEST_RISE = "biggest-rise"  # between an edition and the one before; count: places
    BIGGEST_FALL = "biggest-fall"


@dataclass(frozen=True)
class Figure:
    """What an edition says of a city. A band begins with `rank` and ends with `band_end`.

    `follows` says that the figure before is of the edition that changes are computed against.
    """

    edition: Any
    presence: Presence
    rank: int | None = None
    is_joint: bool = False
    band_end: int | None = None
    follows: bool = False

    @property
    def place(self):
        """The one rank at which the city stood, if it is known."""
        return None if self.band_end else self.rank


# Stands where editions are not to be had: before the first one known, or between two.
MISSING = Figure(None, Presence.UNKNOWN)


@dataclass(frozen=True)
class Fact:
    """`at` is the figure that shows it and `since` the one from which it is reckoned.

    `is_certain` is False where figures that are not known might change it.
    """

    kind: FactKind
    at: Figure
    since: Figure | None = None
    count: int = 0
    top: int | None = None
    is_certain: bool = True


def find_facts(figures):
    """The facts of a city's `figures`, oldest first, one for each edition or MISSING."""
    return [
        *latest_facts(figures),
        *series_facts(figures),
        *filter(None, [best(figures), gain(figures), beginning(figures)]),
        *biggest_moves(figures),
    ]


def latest_facts(figures):
    last = figures[-1]
    if last.presence is Presence.ABSENT and any(map(is_present, figures)):
        return [Fact(FactKind.GONE, last)]
    return [
        Fact(FactKind.RISE if places(*step) > 0 else FactKind.FALL, last, step[0], moved(step))
        for step in steps(figures[-2:])
        if moved(step)
    ]


def series_facts(figures):
    """The series that go on up to the latest edition."""
    facts = [
        series(FactKind.RISES, figures, lambda step: places(*step) > 0, is_of_moves=True),
        series(FactKind.FALLS, figures, lambda step: places(*step) < 0, is_of_moves=True),
        at_rank := series(FactKind.AT_RANK, figures, lambda step: places(*step) == 0),
        top := in_top(figures),
    ]
    if at_rank and top and top.since is at_rank.since:
        facts.remove(top)
    return filter(None, facts)


def series(kind, figures, goes_on, *, is_of_moves=False, top=None):
    """The series of steps up to the latest edition for which `goes_on`, if it is long enough."""
    run = figures[-1:]
    for step in reversed(list(pairwise(figures))):
        if not (is_comparable(*step) and goes_on(step)):
            break
        run = [step[0], *run]
    count = len(run) - is_of_moves
    if count < LEAST_SERIES:
        return None
    return Fact(kind, run[-1], run[0], count, top, not may_begin_earlier(figures, run))


def may_begin_earlier(figures, run):
    """Whether the series may be longer: it begins at a figure before which little is known."""
    before = figures[: -len(run)][-1:]
    return any(
        earlier.presence is not Presence.ABSENT and not is_comparable(earlier, run[0])
        for earlier in before
    )


def in_top(figures):
    """The series in the smallest of the TOPS in which there is one."""
    found = (
        series(
            FactKind.IN_TOP,
            figures,
            lambda step, top=top: max(figure.place for figure in step) <= top,
            top=top,
        )
        for top in TOPS
    )
    return next(filter(None, found), None)


def best(figures, kind=FactKind.BEST):
    """The best rank of several, unless a band might hold it too."""
    ranked = placed(figures)
    if len(ranked) < 2:
        return None
    least = min(figure.place for figure in ranked)
    if any(figure.band_end and figure.rank <= least for figure in figures):
        return None
    reached = [figure for figure in ranked if figure.place == least]
    return Fact(kind, reached[-1], reached[0], len(reached), is_certain=is_whole(figures))


def gain(figures):
    """What the first rank and that of the latest edition come to.

    It is certain that the first one is that of the entry.
    """
    first, last = placed(figures)[:1], placed(figures[-1:])
    if not last or first[0].place == last[0].place:
        return None
    start, step = beginning(figures), (*first, *last)
    kind = FactKind.GAIN if places(*step) > 0 else FactKind.LOSS
    is_entry = start.at is first[0] and start.kind is not FactKind.EARLIEST
    return Fact(kind, last[0], first[0], moved(step), is_certain=is_entry)


def beginning(figures):
    """How the city came into the ranking, or how far back it is known."""
    present = [place for place, figure in enumerate(figures) if is_present(figure)]
    if not present:
        return None
    before, first = figures[: present[0]], figures[present[0]]
    if not before:
        return Fact(FactKind.FIRST_EDITION, first)
    if all(figure.presence is Presence.ABSENT for figure in before):
        return Fact(FactKind.FIRST_ENTRY, first)
    return Fact(FactKind.EARLIEST, first)


def biggest_moves(figures):
    """The biggest rise and fall among several moves, the latest of equal ones."""
    moves = steps(figures)
    if len(moves) < 2:
        return
    is_certain = is_whole(figures) and all(
        is_comparable(*step) for step in pairwise(figures) if all(map(is_present, step))
    )
    for kind, sign in ((FactKind.BIGGEST_RISE, 1), (FactKind.BIGGEST_FALL, -1)):
        earlier, later = max(reversed(moves), key=lambda step, sign=sign: sign * places(*step))
        if sign * places(earlier, later) > 0:
            yield Fact(kind, later, earlier, moved((earlier, later)), is_certain=is_certain)


def share_in_top(ranks):
    """How many of `ranks` are in a top, as (count, top); None when not even one is.

    The top is the smallest of the TOPS that holds at least half of them, else the largest.
    """
    for top in TOPS:
        count = sum(rank <= top for rank in ranks)
        if count and (2 * count >= len(ranks) or top == TOPS[-1]):
            return count, top
    return None


def steps(figures):
    """The pairs of neighbours between which places can be counted."""
    return [step for step in pairwise(figures) if is_comparable(*step)]


def is_comparable(earlier, later):
    return later.follows and None not in (earlier.place, later.place)


def placed(figures):
    return [figure for figure in figures if figure.place is not None]


def is_present(figure):
    return figure.presence is Presence.PRESENT


def is_whole(figures):
    """Whether every edition that the city may have been in says where it stood."""
    return all(figure.rank is not None or figure.presence is Presence.ABSENT for figure in figures)


def places(earlier, later):
    """Previous − current, positive when the city rose."""
    return earlier.place - later.place


def moved(step):
    """How many places lie between the two figures, whichever way."""
    return abs(places(*step))
