"""The review of a draft as the page draws it: the grid of cells, each with its sentences."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from . import wording
from .paste_forms import cell_value
from .pasted.proposed import State

# State of a cell without a figure that the edition has one for: it stays as it is.
MISSING = "missing"

LABELS = {
    State.NEW: pgettext_lazy("figure", "new"),
    State.CHANGED: pgettext_lazy("figure", "changed"),
    State.SAME: pgettext_lazy("figure", "same"),
    State.CLEARED: pgettext_lazy("figure", "deleted"),
    State.UNREADABLE: pgettext_lazy("figure", "unreadable"),
    MISSING: pgettext_lazy("figure", "missing"),
}
# Rows that are drawn at most: editions have fewer cities by far.
MOST_ROWS = 400
# How many sentences the summary lists before it leaves the others to the grid.
LISTED = 20


@dataclass
class PageCell:
    """`before` is set where a stored figure changes, is deleted, or stays without a new one."""

    id: str
    state: str = ""
    text: str = ""
    before: str = ""
    is_doubtful: bool = False

    @property
    def label(self):
        return LABELS.get(self.state, "")


@dataclass
class PageRow:
    """A line of the table: a city by its `name`, as `written` there.

    `errors`, `notes` and `remarks` are sentences to stand below it.
    """

    name: str
    written: str
    line: int
    is_undecided: bool
    is_skipped: bool
    cells: list
    errors: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    remarks: list = field(default_factory=list)

    @property
    def is_doubtful(self):
        return bool(self.is_undecided or self.errors or self.notes or self.remarks)


@dataclass(frozen=True)
class Point:
    """A sentence of the summary, with the line and the place in the page that it is about."""

    sentence: str
    line: int | None
    anchor: str


class Page:
    def __init__(self, review, *, only_doubtful=False):
        self.review, self.only_doubtful = review, only_doubtful
        given = {key for row in review.proposal.rows for key in row.cells}
        self.columns = [column for column in review.sheet.columns if column.key in given]
        self.anchors = {}
        all_rows = [self.row(number, row) for number, row in enumerate(review.proposal.rows)]
        self.add_sentences(all_rows)
        self.doubtful = sum(row.is_doubtful for row in all_rows)
        self.all = len(all_rows)
        shown = [row for row in all_rows if row.is_doubtful or not only_doubtful]
        self.rows, self.further_rows = shown[:MOST_ROWS], len(shown[MOST_ROWS:])

    def row(self, number, row):
        cells = []
        for column in self.columns:
            cell = self.cell(f"p{number}-{column.key}", row, row.cells.get(column.key))
            cells.append(cell)
            self.anchors.setdefault((row.city, column.key), cell)
        name = self.review.sheet.cities.get(row.city, row.name)
        is_undecided = row.city is None and not row.is_skipped
        return PageRow(name, row.name, row.line, is_undecided, row.is_skipped, cells)

    def cell(self, anchor, row, proposed):
        if proposed is None:
            return PageCell(anchor)
        if proposed.state is not State.BLANK:
            is_shown = proposed.state in (State.CHANGED, State.CLEARED)
            text = proposed.text if proposed.spelling is None else proposed.spelling
            return PageCell(anchor, proposed.state, text, proposed.before if is_shown else "")
        if (row.city, proposed.column) in self.review.cleared:
            return PageCell(anchor, State.CLEARED, before=proposed.before)
        return PageCell(anchor, MISSING if proposed.before else "", before=proposed.before)

    def add_sentences(self, rows):
        by_line = {row.line: row for row in reversed(rows)}
        by_cell = {cell.id: row for row in rows for cell in row.cells}
        for findings, kind in ((self.review.problems, "errors"), (self.review.warnings, "notes")):
            for finding in findings:
                cell = self.anchors.get(finding.cell)
                row = by_cell[cell.id] if cell else by_line.get(finding.line)
                if cell:
                    cell.is_doubtful = True
                if row:
                    getattr(row, kind).append(finding.sentence)
        for row, proposed in zip(rows, self.review.proposal.rows, strict=True):
            row.remarks = list(self.remarks(proposed, {*row.errors, *row.notes}))

    def remarks(self, row, said):
        """What was made of the texts of a row, unless a finding says it already."""
        figures = defaultdict(list)
        for column in self.columns:
            cell = row.cells.get(column.key)
            for remark in cell.remarks if cell else ():
                figures[remark].append(column.label)
        for remark, labels in figures.items():
            if not any(remark in sentence for sentence in said):
                yield f"{', '.join(labels)}: {remark}"

    @property
    def groups(self):
        return [
            (name, len(list(group))) for name, group in groupby(self.columns, lambda c: c.group)
        ]

    @property
    def problems(self):
        return [self.point(finding) for finding in self.review.problems[:LISTED]]

    @property
    def further_problems(self):
        return max(0, len(self.review.problems) - LISTED)

    @property
    def warnings(self):
        return [self.point(finding) for finding in self.review.warnings]

    def point(self, finding):
        cell = self.anchors.get(finding.cell)
        return Point(finding.sentence, finding.line, cell.id if cell else "")

    @property
    def totals(self):
        """The total of each column, None where it holds nothing that can be added up."""
        totals = self.review.proposal.totals.columns
        return [totals.get(column.key) for column in self.columns]

    @property
    def kept(self):
        """(value of its box, name, stored figure, whether ticked) of each figure that is missing.

        In the order of the sheet, the cities of the previous edition first.
        """
        sheet, review = self.review.sheet, self.review
        cities = {city: number for number, city in enumerate(sheet.listed_cities())}
        keys = {column.key: number for number, column in enumerate(sheet.columns)}
        for cell in sorted(review.missing, key=lambda cell: (cities[cell[0]], keys[cell[1]])):
            yield cell_value(cell), sheet.name(cell), sheet.stored[cell], cell in review.cleared

    @property
    def changed_since(self):
        sheet = self.review.sheet
        return [wording.stored_elsewhere(sheet, change) for change in self.review.changed_since]

    @property
    def corrections(self):
        sheet = self.review.sheet
        return [wording.corrected(sheet, change) for change in self.review.corrections]

    @property
    def counted(self):
        return counted(self.review.counts)


def counted(counts):
    """What saving does, in one sentence: «80 new, 3 changed, 12 as stored.»"""
    parts = [
        _("%(count)d new") % {"count": counts["new"]},
        _("%(count)d changed") % {"count": counts["changed"]},
        _("%(count)d deleted") % {"count": counts["cleared"]},
        _("%(count)d as stored") % {"count": counts["same"]},
    ]
    shown = [part for part, count in zip(parts, counts.values(), strict=True) if count]
    return ", ".join(shown or parts[:1]) + "."
