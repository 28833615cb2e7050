"""The table of one edition as it is entered: a cell per city and column, compared and checked.

A cell is the pair (id of the city, key of the column), its content the spelling that
`cells` gives the figure: «8», «=8», «-», «×», «636.5», and «» where there is none.
What is stored, what stood in the form and what an editor entered all have this one shape.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from django.utils.translation import gettext as _

from .cells import ABSENT, NOT_PUBLISHED, read_rank, read_rating

NO_FIGURE = ("", str(NOT_PUBLISHED), str(ABSENT))


class Kind(Enum):
    RANK = auto()
    RATING = auto()
    REGION = auto()


@dataclass(frozen=True)
class Column:
    """`label` names the figure by itself, `heading` below the heading of its `group`."""

    key: str
    measure: int
    kind: Kind
    label: str
    heading: str
    group: str

    def spelling(self, text):
        """`text` as it is stored. Raises `UnreadableError`."""
        value = (read_rating if self.kind is Kind.RATING else read_rank)(text)
        return "" if value is None else str(value)


@dataclass(frozen=True)
class Change:
    cell: tuple
    before: str
    after: str

    @property
    def corrects_a_figure(self):
        """Whether readers saw a figure before; the first entry of a missing one corrects none."""
        return self.before not in NO_FIGURE


@dataclass
class Sheet:
    """One edition's table and what is known around it.

    The first of `columns` is that of the overall rank, if the ranking has one;
    `cities` and `regions` map ids of cities to a name and to an id of a region;
    `stored` and `previous` map cells to spellings, leaving out the empty ones. `claimed` holds
    the stored cells beside which another source's claim is kept.
    """

    columns: list
    cities: dict
    regions: dict = field(default_factory=dict)
    stored: dict = field(default_factory=dict)
    previous: dict = field(default_factory=dict)
    cities_included: int | None = None
    claimed: frozenset = frozenset()

    def __post_init__(self):
        self.column = {column.key: column for column in self.columns}
        self.overall = self.columns[0].key if self.columns else None

    def name(self, cell):
        city, key = cell
        return _("%(city)s, %(figure)s") % {
            "city": self.cities[city],
            "figure": self.column[key].label,
        }

    def rank_beside(self, cell):
        """The cell of the rank beside which a rating stands, None for what is no rating."""
        city, key = cell
        if self.column[key].kind is not Kind.RATING:
            return None
        measure = self.column[key].measure
        ranks = (c.key for c in self.columns if c.kind is Kind.RANK and c.measure == measure)
        return city, next(ranks)

    def listed_cities(self):
        """The rows to offer: the previous edition's in its order, then those entered besides."""
        return list(dict.fromkeys([*self.in_order(self.previous), *self.in_order(self.stored)]))

    def count_of_cities(self):
        """How many cities the stored table has, be their overall rank published or not."""
        return len(self.cities_in(self.stored))

    def cities_in(self, figures):
        """The cities that a table has, by its overall ranks: those it says are absent it lacks."""
        return {
            city
            for (city, key), text in figures.items()
            if key == self.overall and text != str(ABSENT)
        }

    def in_order(self, figures):
        def order(city):
            return place(figures, (city, self.overall)) or float("inf"), self.cities[city]

        return sorted({city for city, _key in figures}, key=order)


def place(figures, cell):
    """The number of the rank in a cell, None where there is none."""
    rank = read_rank(figures.get(cell, ""))
    return rank and rank.number


def changes(stored, entered):
    """What saving `entered` would change; cells that it does not mention stay as they are."""
    return [
        Change(cell, stored.get(cell, ""), text)
        for cell, text in entered.items()
        if stored.get(cell, "") != text
    ]


def changed_meanwhile(drawn, stored, entered):
    """What others changed since the form was drawn, other than to the very same figure."""
    return [
        Change(cell, drawn.get(cell, ""), stored.get(cell, ""))
        for cell in {**drawn, **stored}
        if drawn.get(cell, "") != stored.get(cell, "") and entered.get(cell) != stored.get(cell, "")
    ]


def merged(stored, entered):
    return {cell: text for cell, text in {**stored, **entered}.items() if text}
