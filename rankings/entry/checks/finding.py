from collections import defaultdict
from dataclasses import dataclass

from ..cells import read_rank


@dataclass(frozen=True)
class Finding:
    """A sentence about a cell, or about the whole table when `cell` is None."""

    cell: tuple | None
    sentence: str


def exact_place(figures, cell):
    """The number of the rank in a cell, None where there is none or only a band is known."""
    rank = read_rank(figures.get(cell, ""))
    return rank.number if rank and rank.last is None else None


def by_rank(column, figures):
    """The cells of a column by the number of their rank; bands are not among them."""
    cells = defaultdict(list)
    for cell in figures:
        if cell[1] == column.key and (number := exact_place(figures, cell)):
            cells[number].append(cell)
    return cells
