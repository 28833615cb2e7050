"""What an editor takes of the figures that were read out of a text, put together per cell.

Cities and measures are ids of the vocabulary; a name that it does not know stands as it was
written (a string), for the review of the draft to settle.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from rankings.sentences import Remark, Scope, Suggestion

from ..cells import Rank

# A page with more figures is too long to be looked over.
MOST_ROWS = 200
CERTAIN, TO_CHECK = 0.8, 0.5


class Trust(Enum):
    CERTAIN = auto()
    TO_CHECK = auto()
    DOUBTFUL = auto()


class Obstacle(Enum):
    """Why a figure cannot be entered at all."""

    COUNTRY = auto()
    REGION_OF_AREA = auto()
    NO_RANK = auto()


class Standing(Enum):
    """Whether figures of an edition can be entered, in the order of the page."""

    OPEN = auto()
    UNNAMED = auto()  # the text does not tell the edition
    LOCKED = auto()  # left to others than the editor who reads the text
    MISSING = auto()  # the ranking has no edition of this number


@dataclass(frozen=True)
class Known:
    """Numbers of the editions that the ranking has, and of those that the editor may fill."""

    editions: frozenset
    enterable: frozenset
    overall: Hashable | None = None

    def standing(self, number):
        if number is None:
            return Standing.UNNAMED
        if number not in self.editions:
            return Standing.MISSING
        return Standing.OPEN if number in self.enterable else Standing.LOCKED


@dataclass(frozen=True)
class Row:
    """One suggestion under the number that it has on the page."""

    number: int
    suggestion: Suggestion
    obstacle: Obstacle | None
    standing: Standing

    @property
    def trust(self):
        if self.suggestion.confidence >= CERTAIN:
            return Trust.CERTAIN
        return Trust.TO_CHECK if self.suggestion.confidence >= TO_CHECK else Trust.DOUBTFUL

    @property
    def can_be_taken(self):
        is_of_use = self.obstacle in (None, Obstacle.NO_RANK)
        return is_of_use and self.standing in (Standing.OPEN, Standing.UNNAMED)

    @property
    def is_taken_at_first(self):
        return self.can_be_taken and self.trust is Trust.CERTAIN

    @property
    def city(self):
        """An id, a name that no city carries, or None where an editor has to say which."""
        label = self.suggestion.label if self.is_label_of_city else ""
        return self.suggestion.city if self.suggestion.city is not None else label or None

    @property
    def measure(self):
        label = "" if self.is_label_of_city else self.suggestion.label
        return self.suggestion.measure if self.suggestion.measure is not None else label or None

    @property
    def is_label_of_city(self):
        return Remark.CITY_UNKNOWN in self.suggestion.remarks


@dataclass
class Group:
    """The rows of one edition; `number` is None for those of an edition that is not named."""

    number: int | None
    standing: Standing
    rows: list


@dataclass(frozen=True)
class Choices:
    """`taken` are numbers of rows, `cities` and `measures` ids by such numbers.

    `unnamed` is the number of the edition to which the figures of an unnamed one belong.
    """

    taken: frozenset
    cities: dict = field(default_factory=dict)
    measures: dict = field(default_factory=dict)
    unnamed: int | None = None


@dataclass(frozen=True)
class Figure:
    """What is to be entered in one cell, or, without a `rank`, only compared with it."""

    number: int
    edition: int
    city: Hashable
    measure: Hashable
    scope: Scope
    rank: Rank | None
    previous: Rank | None = None
    moved: int | None = None

    @property
    def cell(self):
        return self.edition, self.city, self.measure, self.scope


@dataclass(frozen=True)
class Conflict:
    """Two figures of one cell that differ."""

    first: Figure
    second: Figure


def rows_of(suggestions, known):
    return [
        Row(number, suggestion, obstacle(suggestion, known), known.standing(suggestion.edition))
        for number, suggestion in enumerate(suggestions, 1)
    ]


def obstacle(suggestion, known):
    if suggestion.scope is Scope.COUNTRY:
        return Obstacle.COUNTRY
    if suggestion.scope is Scope.REGION and suggestion.measure not in (None, known.overall):
        return Obstacle.REGION_OF_AREA
    return Obstacle.NO_RANK if suggestion.rank is None else None


def groups_of(rows):
    """A `Group` for each edition: first those that can be filled, each time the latest first."""
    by_edition = defaultdict(list)
    for row in rows:
        by_edition[row.standing, row.suggestion.edition].append(row)
    groups = [Group(number, standing, own) for (standing, number), own in by_edition.items()]
    return sorted(groups, key=lambda group: (group.standing.value, -(group.number or 0)))


def taken(rows, choices):
    """Pairs of each row to be taken and its `Figure`, of which parts may be None still."""
    for row in rows:
        if row.number in choices.taken and row.can_be_taken:
            found = row.suggestion
            yield (
                row,
                Figure(
                    row.number,
                    choices.unnamed if found.edition is None else found.edition,
                    choices.cities.get(row.number, row.city),
                    choices.measures.get(row.number, row.measure),
                    found.scope,
                    found.rank,
                    found.previous,
                    found.moved,
                ),
            )


def put_together(figures):
    """One `Figure` for each cell, and the `Conflict`s between those that differ.

    What figures without a rank tell of a move goes to the rank of their cell; without one
    there is nothing to compare.
    """
    ranked, conflicts = {}, []
    for figure in figures:
        if figure.rank is None:
            continue
        known = ranked.setdefault(figure.cell, figure)
        if known.rank != figure.rank:
            conflicts.append(Conflict(known, figure))
        ranked[figure.cell] = completed(known, figure)
    for figure in figures:
        if figure.rank is None and figure.cell in ranked:
            ranked[figure.cell] = completed(ranked[figure.cell], figure)
    return list(ranked.values()), conflicts


def completed(figure, other):
    """`figure` with what only `other` says of the edition before."""
    return replace(
        figure,
        previous=other.previous if figure.previous is None else figure.previous,
        moved=other.moved if figure.moved is None else figure.moved,
    )


def conflicts_at_first(rows):
    """The conflicts among what is ticked before an editor chooses anything."""
    at_first = Choices(frozenset(row.number for row in rows if row.is_taken_at_first))
    figures = [figure for _row, figure in taken(rows, at_first)]
    return put_together([figure for figure in figures if None not in figure.cell])[1]
