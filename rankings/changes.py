"""How a rank moved between an edition and the one before it, as far as the data can tell.

Tables are often partial, so that a missing city may have been ranked all the same. A city is
called new, or back again, only when every edition the claim is about is known.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "same"
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
    """`places` is previous − current, positive when the city rose; None without two ranks."""

    kind: Kind
    places: int | None = None


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
