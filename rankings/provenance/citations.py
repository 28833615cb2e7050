"""What a page of figures rests on: numbered sources, and marks for ranks that need a word."""

from django.utils.translation import gettext_lazy as _

from ..models import Result
from .claims import claims_of, conflicts_among

COUNTED = "counted"
BASIS_MARKS = {
    Result.Basis.LIST_ORDER: "*",
    Result.Basis.ARITHMETIC: "†",
    COUNTED: "‡",
}
CONFLICT_MARK = "§"
BASIS_NOTES = {
    Result.Basis.LIST_ORDER: _("Read from the order of a list; the source prints no rank."),
    Result.Basis.ARITHMETIC: _("Computed from the change that the source states."),
    COUNTED: _("Counted from this table; the publisher's own rank in the region is not known."),
}


class Citations:
    """The sources of `results`, after those in `first`, each under a number from 1.

    `first` are the sources of the edition, when all results belong to one. `general` are their
    numbers. Figures without a source of their own, if there `are_unnumbered`, rest on those.
    """

    def __init__(self, results, first=()):
        results, first = list(results), list(first)
        cited = (result.source for result in results if result.source)
        distinct = {source.pk: source for source in [*first, *cited]}
        self.sources = list(distinct.values())
        self.general = list(range(1, len(first) + 1))
        self.are_unnumbered = any(result.source_id is None for result in results)
        self._numbers = {pk: number for number, pk in enumerate(distinct, start=1)}

    def number(self, result):
        """The number of the source of `result`; None when either is missing."""
        return result and self._numbers.get(result.source_id)


def row_notes(rows):
    """The notes to a table of an edition."""
    counted = any(row.region_rank and row.region_rank.is_computed for row in rows)
    return marked_notes([row.result for row in rows], {COUNTED} if counted else set())


def marked_notes(results, also=frozenset()):
    """The (mark, note) pairs that explain how ranks among `results` came about.

    A note is a sentence, or a Conflict where sources say different things.
    """
    used = also | {result.basis for result in results if result.rank is not None}
    return [
        *((mark, BASIS_NOTES[basis]) for basis, mark in BASIS_MARKS.items() if basis in used),
        *((CONFLICT_MARK, conflict) for conflict in conflicts_among(results)),
    ]


def marks_of(result):
    """The marks that notes explain, of which there may be none."""
    marks = [BASIS_MARKS.get(result.basis)] if result.rank is not None else []
    return [mark for mark in [*marks, claims_of(result) and CONFLICT_MARK] if mark]
