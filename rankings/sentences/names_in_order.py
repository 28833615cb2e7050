"""Names in one place of a sentence and their ranks in another: «X, Y에서 각각 12위, 6위»."""

from dataclasses import dataclass, field
from itertools import takewhile

from .lexicon import Kind
from .suggestions import Remark
from .surroundings import OF_MEASURES
from .units import SEPARATORS

REACH = 12
PARTS = ("measures", "cities")
OWNERS = {"measures": "measure", "cities": "city"}


@dataclass
class Names:
    """`part` says which part of a figure the names give: its measure or its city."""

    part: str
    tokens: list = field(default_factory=list)
    remarks: list = field(default_factory=list)


def names_for(tokens, unit, topics, found):
    """The `Names` that share the ranks of a unit in their order, None if each stands for itself."""
    count = len(unit.ranks)
    groups = [*groups_before(topics, found), *groups_after(tokens, unit)]
    if count == 1:
        return sharing_one(tokens, unit, found, groups)
    fitting = [group for group in groups if len(group.tokens) == count]
    if fitting:
        names = fitting[0]
        names.remarks = [] if has_marker(tokens, unit) else [Remark.ORDER_ASSUMED]
        return names
    part = groups[0].part if groups else "measure"
    if groups or has_marker(tokens, unit):
        return Names(part, [], [Remark.COUNT_DIFFERS])
    return Names(part, [], [Remark.EDITION_NOT_NAMED])


def groups_before(topics, found):
    """The names before the ranks, as the topic or directly in front of them."""
    groups = [Names(OWNERS[part], free(getattr(topics, part))) for part in PARTS]
    groups += [Names(OWNERS[part], pending(topics, part, found)) for part in PARTS]
    return [group for group in groups if len(group.tokens) > 1]


def free(tokens):
    return [token for token in tokens if not token.is_used]


def pending(topics, part, found):
    """The names of which the last stands directly at the rank."""
    tokens = topics.pending[part]
    last = getattr(found, OWNERS[part])
    return list(tokens) if tokens and tokens[-1] is last else []


def groups_after(tokens, unit):
    """«12th, 6th and 7th in X, Y and Z»."""
    index = unit.last + 1
    if index >= len(tokens) or tokens[index].text.lower() not in ("in", "for"):
        return []
    names = []
    for token in tokens[index + 1 : index + 1 + 3 * len(unit.ranks)]:
        if token.kind is Kind.NAME and token.value.measures and token.ending in OF_MEASURES:
            names.append(token)
        elif token.kind not in (*SEPARATORS, Kind.ARTICLE):
            break
    return [Names("measure", names[: len(unit.ranks)])] if len(unit.ranks) > 1 < len(names) else []


def sharing_one(tokens, unit, found, groups):
    """Several names that all have the one rank: «나란히 9위», «joint 8th», «X·Y 9위»."""
    if unit.previous is not None or not groups:
        return None
    names = groups[0]
    is_shared = has_marker(tokens, unit) or tokens[unit.ranks[0]].value.is_joint
    if is_shared:
        return names
    if names.tokens[-1] in (found.measure, found.city):
        names.remarks = [Remark.ORDER_ASSUMED]
        return names
    return None


def has_marker(tokens, unit):
    """Whether «각각», «respectively», «나란히» or the like stands near, in the same clause."""
    behind = reversed(tokens[max(unit.first - REACH, 0) : unit.first])
    ahead = tokens[unit.last + 1 : unit.last + 1 + REACH]
    return any(
        token.kind in (Kind.EACH, Kind.ALIKE)
        for side in (behind, ahead)
        for token in takewhile(is_near, side)
    )


def is_near(token):
    return token.kind not in (Kind.RANK, Kind.CLAUSE, Kind.LINE)
