"""How a rank moved between an edition and the one before it, as far as the data can tell.

Tables are often partial, so that a missing city may have been ranked all the same. A city is
called new, or back again, only when every edition the claim is about is known. Some publishers
rank in bands: a city somewhere from 51st to 60th moved when the bands do not overlap, but nobody
knows by how many places.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "same"
    OVERLAP = "overlap"  # bands that overlap, or a rank within a band: nobody knows
    NEW = "new"
    RE_ENTRY = "re-entry"
    ENTERED = "entered"  # not in the edition before; whether ever before is not known
    UNKNOWN = "unknown"  # the edition before has no figure
    NONE = "none"  # no rank now, so nothing that could have moved


class Presence(Enum):
    """Whether an edition ranked a city."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Change:
    """`places` is previous − current, positive when the city rose; None without two exact ranks."""

    kind: Kind
    places: int | None = None

    @property
    def is_known(self):
        """Whether it is known that the city rose, fell or stayed."""
        return self.kind in (Kind.UP, Kind.DOWN, Kind.SAME)


@dataclass(frozen=True)
class Span:
    """Where a city stands: at a rank, or in a band that ends with `band_end`."""

    rank: int | None
    band_end: int | None = None


def change_between(now, before, earlier=()):
    """The change from `before` to `now`, each with a rank and the end of its band, or None.

    `earlier` is as in `change_of`.
    """
    ranks = [span and span.rank for span in (now, before)]
    if None in ranks or not (now.band_end or before.band_end):
        return change_of(*ranks, earlier)
    return Change(kind_between_bands(now, before))


def kind_between_bands(now, before):
    if (now.rank, now.band_end) == (before.rank, before.band_end):
        return Kind.SAME
    if last_rank(now) < before.rank:
        return Kind.UP
    return Kind.DOWN if now.rank > last_rank(before) else Kind.OVERLAP


def last_rank(span):
    return span.band_end or span.rank


def change_of(rank, previous_rank, earlier=()):
    """The change from `previous_rank` to `rank`; either may be None.

    `earlier` holds the city's Presence in the editions before, the previous one first.
    """
    if rank is None:
        return Change(Kind.NONE)
    if previous_rank is None:
        return Change(arrival(earlier))
    places = previous_rank - rank
    kind = Kind.UP if places > 0 else Kind.DOWN if places < 0 else Kind.SAME
    return Change(kind, places)


def arrival(earlier):
    if not earlier or earlier[0] is not Presence.ABSENT:
        return Kind.UNKNOWN
    if Presence.PRESENT in earlier:
        return Kind.RE_ENTRY
    return Kind.ENTERED if Presence.UNKNOWN in earlier else Kind.NEW


def competition_ranks(values):
    """The standard competition rank (1, 2, 2, 4) of each of `values`, of which less is better."""
    first = {}
    for place, value in enumerate(sorted(values), start=1):
        first.setdefault(value, place)
    return [first[value] for value in values]
