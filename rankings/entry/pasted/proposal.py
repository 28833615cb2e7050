"""A laid-out table held against an edition: what it would enter, change, and leave open."""

from collections import defaultdict
from difflib import get_close_matches

from django.utils.translation import gettext as _

from ...names.folding import folded
from ...names.index import SIMILAR
from ..cells import ABSENT, read_rank, read_rating
from ..sheet import Kind
from .comparisons import compare_stated
from .entries import records_of
from .figures import read_figure, without_marks
from .proposed import (
    SKIP,
    Candidate,
    ColumnTotal,
    Decisions,
    Finding,
    Proposal,
    ProposedCell,
    ProposedRow,
    State,
    UnknownCity,
)
from .roles import LONG

LONGEST_NAME = 100
# For more unknown names than this the table is of another kind, and proposals cost time.
MOST_PROPOSALS = 200


def propose(table, layout, knowledge, decisions=None):
    """The `Proposal` of `table`, read as `layout` says; `layout_problems` must be empty.

    `decisions` (a `Decisions`) settle names that neither city nor measure of the ranking has.
    """
    proposal = Proposal()
    proposing = Proposing(knowledge, decisions or Decisions(), proposal, layout.shape == LONG)
    for record in records_of(table, layout, knowledge, proposing.decisions, proposal):
        proposing.add(record)
    proposing.finish()
    return proposal


class Proposing:
    """One pass over the records of a table, filling a `Proposal`."""

    def __init__(self, knowledge, decisions, proposal, is_long):
        self.knowledge, self.decisions, self.proposal = knowledge, decisions, proposal
        self.is_long = is_long
        self.sheet = knowledge.sheet
        self.rows = {}
        self.unknown = {}
        self.keys = {}
        self.figures = defaultdict(list)

    def add(self, record):
        row = self.row_for(record)
        if self.is_repeated(record, row):
            return
        for entry in record.entries:
            if entry.key not in row.cells or entry.text:
                row.cells[entry.key] = self.cell(record, row, entry)
        if row.city is not None:
            compare_stated(record, row, self.sheet, self.proposal)

    def row_for(self, record):
        """The row of the city that the record names, whichever of its names that is."""
        key = folded(record.name[:LONGEST_NAME])
        city = self.city_of(key, record)
        is_skipped = city == SKIP
        place = key if is_skipped or city is None else city
        if place not in self.rows:
            known = None if is_skipped else city
            self.rows[place] = ProposedRow(record.name, record.line, known, is_skipped)
        return self.rows[place]

    def city_of(self, key, record):
        """The id of the city, `SKIP`, or None for a name that has to be decided on."""
        decided = self.decisions.cities.get(key)
        if decided == SKIP or decided in self.sheet.cities:
            return decided
        bare, _marks = without_marks(record.name[:LONGEST_NAME])
        found = self.knowledge.cities.find(record.name) or self.knowledge.cities.find(bare)
        if len(found) == 1:
            return next(iter(found))
        unknown = self.unknown.setdefault(key, UnknownCity(key, record.name, [], []))
        unknown.lines.append(record.line)
        unknown.is_ambiguous = bool(found)
        return None

    def is_repeated(self, record, row):
        """Whether an earlier line says the same of the city; then that line counts."""
        repeated = [cell for cell in row.cells.values() if cell.line != record.line]
        if self.is_long:
            again = {entry.key for entry in record.entries if entry.text}
            repeated = [cell for cell in repeated if cell.column in again and cell.text]
        if not repeated or row.is_skipped:
            return False
        sentence = _("“%(city)s” stands in lines %(first)d and %(second)d. Keep one of them.") % {
            "city": record.name,
            "first": repeated[0].line,
            "second": record.line,
        }
        self.proposal.problems.append(Finding(sentence, record.line))
        for cell in repeated:
            cell.problems.append(sentence)
        return True

    def cell(self, record, row, entry):
        column = self.sheet.column[entry.key]
        self.keys.setdefault(entry.key)
        reading = read_figure(entry.text, column.kind)
        trouble = entry.trouble or reading.trouble
        before = self.sheet.stored.get((row.city, entry.key), "")
        cell = ProposedCell(
            entry.key,
            record.line,
            entry.text,
            None if trouble else reading.spelling,
            State.UNREADABLE if trouble else state_of(reading.spelling, before),
            before,
            [*record.remarks, *reading.remarks],
            [trouble] if trouble else [],
        )
        if not row.is_skipped:
            self.take(cell, row)
            self.proposal.warnings += [self.finding(cell, row, doubt) for doubt in reading.doubts]
        return cell

    def finding(self, cell, row, trouble):
        name = _("%(city)s, %(figure)s") % {
            "city": self.sheet.cities.get(row.city, row.name),
            "figure": self.sheet.column[cell.column].label,
        }
        sentence = _("%(cell)s: %(trouble)s") % {"cell": name, "trouble": trouble}
        place = (row.city, cell.column) if row.city is not None else None
        return Finding(sentence, cell.line, place)

    def take(self, cell, row):
        if cell.problems:
            self.proposal.problems += [self.finding(cell, row, said) for said in cell.problems]
            return
        if cell.spelling:
            self.figures[cell.column].append(cell.spelling)
        if row.city is not None and cell.state not in (State.BLANK, State.UNREADABLE):
            self.proposal.entered[row.city, cell.column] = cell.spelling
            self.proposal.lines[row.city, cell.column] = cell.line

    def finish(self):
        proposal = self.proposal
        proposal.rows = list(self.rows.values())
        proposal.unknown_cities = list(self.unknown.values())
        for unknown in proposal.unknown_cities[:MOST_PROPOSALS]:
            unknown.candidates = self.candidates(unknown)
        for unknown in proposal.unknown_measures[:MOST_PROPOSALS]:
            unknown.candidates = self.similar_measures(unknown.key)
        proposal.totals.rows = sum(not row.is_skipped for row in proposal.rows)
        proposal.totals.cities = sum(row.city is not None for row in proposal.rows)
        proposal.totals.columns = {
            key: total(self.figures[key], self.sheet.column[key].kind) for key in self.keys
        }
        self.find_missing()

    def candidates(self, unknown):
        """Cities to offer for a name: namesakes, those in «Seoul (Korea)», similar ones."""
        names = self.knowledge.cities
        parts = [part for mark in "(,/" for part in unknown.name.split(mark)[:1]]
        found = [city for part in (unknown.name, *parts) for city in sorted(names.find(part))]
        if not unknown.is_ambiguous:
            near = names.near(unknown.name[:LONGEST_NAME])
            found += [city for name in near for city in sorted(names.find(name))]
        return [Candidate(city, self.sheet.cities[city]) for city in dict.fromkeys(found)]

    def similar_measures(self, key):
        measures = self.knowledge.measures
        near = [measures[label] for label in get_close_matches(key, measures, 3, SIMILAR)]
        keys = [self.knowledge.keys.get((measure, Kind.RANK)) for measure in near]
        return [key for key in dict.fromkeys(keys) if key]

    def find_missing(self):
        proposal, sheet = self.proposal, self.sheet
        pasted = {row.city for row in proposal.rows}
        unreadable = {
            (row.city, key)
            for row in proposal.rows
            for key, cell in row.cells.items()
            if cell.state is State.UNREADABLE
        }
        proposal.missing = [
            cell
            for cell in sheet.stored
            if cell[1] in self.keys and cell not in proposal.entered and cell not in unreadable
        ]
        proposal.gone = [
            city
            for city in sheet.in_order(sheet.previous)
            if city not in pasted
            and sheet.previous.get((city, sheet.overall), str(ABSENT)) != str(ABSENT)
        ]


def state_of(spelling, before):
    if spelling is None or (spelling == "" and not before):
        return State.BLANK
    if spelling == before:
        return State.SAME
    if spelling == "":
        return State.CLEARED
    return State.CHANGED if before else State.NEW


def total(spellings, kind):
    """Count and sum of the ratings or exact ranks; bands and missing ranks have no number."""
    if kind is Kind.RATING:
        numbers = [read_rating(text).value for text in spellings]
    else:
        ranks = [read_rank(text) for text in spellings]
        numbers = [rank.number for rank in ranks if rank.number and rank.last is None]
    return ColumnTotal(len(numbers), sum(numbers))
