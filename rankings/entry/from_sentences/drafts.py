"""Drafts of figures that were read out of sentences, a line of a long table for each."""

from rankings.sentences import Scope

from ...names.folding import folded
from .. import drafts
from ..pasted.invisible import visible
from ..pasted.proposal import LONGEST_NAME
from ..pasted.roles import CITY, MEASURE, MOVE, PREVIOUS_RANK, RANK, SCOPE
from ..pasted.table import Line, Table
from ..sheet import Kind
from ..storage import SCOPES, rank_key
from .marked_text import sentence_around


def make(edition, person, figures, reading, source):
    """A draft of `figures` (all of `edition`) that were read in `reading`."""
    decided = {CITY: {}, MEASURE: {}}
    rows = [row_of(figure, reading.names, decided) for figure in figures]
    roles = [role for role in rows[0] if any(row[role] for row in rows)]
    lines = [
        Line(number, tuple(row[role] for role in roles), sentence_of(figure, reading))
        for number, (row, figure) in enumerate(zip(rows, figures, strict=True), 1)
    ]
    return drafts.start(
        edition,
        person,
        Table(lines, "sentence"),
        source=source,
        layout={"header": [], "roles": roles},
        cities=decided[CITY],
        measures=decided[MEASURE],
    )


def row_of(figure, names, decided):
    """The cells of a line by their roles; namesakes are noted in `decided`."""
    return {
        CITY: cell_of(figure.city, names.cities, decided[CITY], lambda city: city),
        MEASURE: cell_of(figure.measure, names.measures, decided[MEASURE], column_of),
        RANK: str(figure.rank),
        SCOPE: "" if figure.scope is Scope.WORLD else figure.scope.value,
        PREVIOUS_RANK: "" if figure.previous is None else str(figure.previous),
        MOVE: written_move(figure.moved),
    }


def cell_of(key, choosable, decided, decision):
    """The text that names `key`, which itself is a text where no id is known."""
    if isinstance(key, str):
        return " ".join(visible(key).split())
    text, is_clear = choosable.name_for_table(key)
    if not is_clear:
        decided[folded(text[:LONGEST_NAME])] = decision(key)
    return text


def column_of(measure):
    return rank_key(measure, SCOPES[Kind.RANK])


def written_move(moved):
    """A move as tables write it, in whichever language."""
    if not moved:
        return "" if moved is None else "0"
    return f"{'▲' if moved > 0 else '▼'} {abs(moved)}"


def sentence_of(figure, reading):
    found = reading.rows[figure.number - 1].suggestion
    return sentence_around(reading.text, found.start, found.end)
