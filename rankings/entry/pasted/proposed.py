"""What a pasted table would enter into an edition, for an editor to look over."""

from dataclasses import dataclass, field
from enum import StrEnum

SKIP = "skip"


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BLANK = "blank"
    CLEARED = "cleared"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Decisions:
    """What an editor decided about names that the table alone does not settle.

    `cities` maps `folded` names to the id of a city or `SKIP`, `measures` folded texts of a
    long table to the key of the rank's column or `SKIP`.
    """

    cities: dict = field(default_factory=dict)
    measures: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """A sentence about a line, a cell of the sheet (city, column key), or neither."""

    sentence: str
    line: int | None = None
    cell: tuple | None = None


@dataclass
class ProposedCell:
    """`text` is what the table says, `spelling` how it is stored (None: nothing to enter).

    `remarks` say what was made of the text, `problems` why it cannot be entered; both stand
    beside the cell and do not name its city or line.
    """

    column: str
    line: int
    text: str
    spelling: str | None
    state: State
    before: str = ""
    remarks: list = field(default_factory=list)
    problems: list = field(default_factory=list)


@dataclass
class ProposedRow:
    """One city, or one name that is none yet (`city` is None); `cells` by column key."""

    name: str
    line: int
    city: int | None
    is_skipped: bool = False
    cells: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    city: int
    name: str


@dataclass
class UnknownCity:
    """A name to decide on under `key`; several namesakes are candidates like near spellings."""

    key: str
    name: str
    lines: list
    candidates: list
    is_ambiguous: bool = False


@dataclass
class UnknownMeasure:
    """A text in the column of measures that no measure of the ranking carries.

    `candidates` are keys of columns with a similar label.
    """

    key: str
    name: str
    lines: list
    candidates: list


@dataclass(frozen=True)
class ColumnTotal:
    """How many exact ranks or ratings a column of the table holds, and their sum."""

    count: int
    sum: object


@dataclass
class Totals:
    """To hold against the source: every row counts here, also those of unknown cities."""

    rows: int = 0
    cities: int = 0
    columns: dict = field(default_factory=dict)


@dataclass
class Proposal:
    """`entered` maps cells to spellings ("" clears), and holds only what could be read.

    `problems` forbid saving, `warnings` ask to look again, `skipped` are lines that hold no
    figures (titles, notes). `missing` are cells that the edition has stored and the table,
    though it has their column, lacks; `gone` the cities of the previous edition that it lacks.
    `stated_previous` maps cells to what the table says of the previous edition.
    """

    rows: list = field(default_factory=list)
    unknown_cities: list = field(default_factory=list)
    unknown_measures: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    skipped: list = field(default_factory=list)
    entered: dict = field(default_factory=dict)
    lines: dict = field(default_factory=dict)
    stated_previous: dict = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    missing: list = field(default_factory=list)
    gone: list = field(default_factory=list)

    @property
    def is_complete(self):
        """Whether nothing is left to decide or to correct before saving."""
        return not (self.problems or self.unknown_cities or self.unknown_measures)

    def note_unknown_measure(self, key, name, line):
        known = next((unknown for unknown in self.unknown_measures if unknown.key == key), None)
        if known is None:
            known = UnknownMeasure(key, name, [], [])
            self.unknown_measures.append(known)
        known.lines.append(line)
