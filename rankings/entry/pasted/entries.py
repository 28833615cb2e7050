"""The rows of a laid-out table as single entries: a name, a figure, the text of a cell."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ...names.folding import folded
from ..cells import ABSENT, NOT_PUBLISHED
from ..sheet import Kind
from .headings import WORDS
from .proposed import SKIP, Finding
from .roles import (
    BAND_END,
    CHANGE,
    CITY,
    JOINT,
    LONG,
    MEASURE,
    MOVE,
    PREVIOUS,
    PREVIOUS_RANK,
    RANK,
    RATING,
    REGION_RANK,
    SCOPE,
    STATUS,
)

SCOPES = {folded(word): name for name, words in WORDS["scopes"].items() for word in words}
STATUSES = {folded(word): name for name, words in WORDS["statuses"].items() for word in words}
YES = {folded(word) for word in WORDS["yes"]["words"]}
SPELLED = {"not_published": str(NOT_PUBLISHED), "absent": str(ABSENT)}


@dataclass(frozen=True)
class Entry:
    """`key` is the column of the sheet, `trouble` what is wrong with the cell before it is read."""

    key: str
    text: str
    trouble: str = ""


@dataclass
class Record:
    """One line: the city that it names and what it enters, states of the previous edition,
    or states of moves, each by the key of a column.
    """

    line: int
    name: str
    entries: list = field(default_factory=list)
    previous: list = field(default_factory=list)
    moves: list = field(default_factory=list)
    remarks: list = field(default_factory=list)


def records_of(table, layout, knowledge, decisions, proposal):
    """A `Record` for each line that enters figures; what cannot be placed goes to `proposal`."""
    read = long_record if layout.shape == LONG else wide_record
    name = ""
    for index, line in enumerate(table.lines):
        if index < layout.first:
            if index not in layout.header:
                proposal.skipped.append(skipped(line, _("It stands above the header.")))
            continue
        if line.trouble:
            proposal.problems.append(Finding(str(line.trouble), line.number))
            continue
        record = read(line, layout, knowledge, decisions, proposal)
        if record is None:
            continue
        if not record.name and layout.shape == LONG and name:
            record.name = name
            record.remarks.append(_("The city is that of the line above."))
        name = record.name
        if is_placed(record, line, proposal):
            yield record


def skipped(line, why):
    text = " ".join(line.text.split())[:80]
    return Finding(_("“%(text)s” was left out. %(why)s") % {"text": text, "why": why}, line.number)


def is_placed(record, line, proposal):
    has_figures = any(entry.text or entry.trouble for entry in record.entries)
    if not has_figures:
        proposal.skipped.append(skipped(line, _("It holds no figures.")))
    elif not record.name:
        proposal.problems.append(
            Finding(_("There are figures here, but the line names no city."), line.number)
        )
    return has_figures and bool(record.name)


def city_name(line, layout):
    return " ".join(line.cell(layout.column_of(CITY)).split())


def wide_record(line, layout, knowledge, _decisions, _proposal):
    record = Record(line.number, city_name(line, layout))
    places = {CHANGE: record.moves, PREVIOUS: record.previous}
    for index, role in enumerate(layout.roles):
        prefix = next((prefix for prefix in places if role.startswith(prefix)), "")
        key = role.removeprefix(prefix)
        if key in knowledge.sheet.column:
            entry = Entry(key, line.cell(index), str(line.cell_troubles.get(index, "")))
            places.get(prefix, record.entries).append(entry)
    return record


def long_record(line, layout, knowledge, decisions, proposal):
    """The record of a line with the name of its measure; None where that is left out or unknown."""
    cells = {role: line.cell(index) for index, role in enumerate(layout.roles)}
    troubles = {layout.roles[index]: str(told) for index, told in line.cell_troubles.items()}
    record = Record(line.number, city_name(line, layout))
    measure = measure_of(cells[MEASURE], line, knowledge, decisions, proposal)
    if measure is None:
        return None
    kind = kind_of(cells.get(SCOPE, ""))
    if kind is None:
        proposal.skipped.append(skipped(line, _("The portal keeps no ranks of this scope.")))
        return None
    texts = {kind: whole_rank(cells), Kind.RATING: cells.get(RATING, "")}
    if REGION_RANK in cells:
        texts[Kind.REGION] = cells[REGION_RANK]
    roles = {kind: RANK, Kind.RATING: RATING, Kind.REGION: REGION_RANK}
    for which, text in texts.items():
        trouble = troubles.get(roles[which], "")
        key = knowledge.keys.get((measure, which))
        if key:
            record.entries.append(Entry(key, text, trouble))
        elif text:
            sentence = _("“%(text)s”: the ranking keeps no such figure of this measure.")
            proposal.problems.append(Finding(sentence % {"text": text[:40]}, line.number))
    if key := knowledge.keys.get((measure, kind)):
        record.previous.append(Entry(key, cells.get(PREVIOUS_RANK, "")))
        record.moves.append(Entry(key, cells.get(MOVE, "")))
    return record


def measure_of(text, line, knowledge, decisions, proposal):
    key = folded(text[:100])
    decided = decisions.measures.get(key)
    if decided == SKIP:
        proposal.skipped.append(skipped(line, _("Its measure is left out.")))
        return None
    if decided in knowledge.sheet.column:
        return knowledge.sheet.column[decided].measure
    if key in knowledge.measures:
        return knowledge.measures[key]
    if text:
        proposal.note_unknown_measure(key, text, line.number)
    else:
        proposal.skipped.append(skipped(line, _("It names no measure.")))
    return None


def kind_of(scope):
    name = SCOPES.get(folded(scope))
    return {"world": Kind.RANK, "region": Kind.REGION}.get(name)


def whole_rank(cells):
    """The rank, with what other columns of the line say of it put into its spelling."""
    rank = cells.get(RANK, "").strip()
    if not rank:
        return SPELLED.get(STATUSES.get(folded(cells.get(STATUS, ""))), "")
    if last := cells.get(BAND_END, "").strip():
        return f"{rank}-{last}"
    is_joint = folded(cells.get(JOINT, "")) in YES
    return f"={rank}" if is_joint and rank.isdigit() else rank
