"""The rows of the grid as a browser posts them and as the page draws them again."""

import re
from dataclasses import dataclass, field

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .cells import Trouble, UnreadableError
from .sheet import Column

ROW_FIELD = re.compile(r"r([0-9]{1,4})-(?:city|name)")
DRAWN_CELL = re.compile(r"([0-9]{1,18}) ([0-9]+-[a-z]+) ([^\s;]+)")

SENTENCES = {
    Trouble.NOT_A_RANK: gettext_lazy(
        "%(cell)s: “%(text)s” is not a rank. "
        "Write 8, =8 for a joint rank, or - if none was published."
    ),
    Trouble.BELOW_ONE: gettext_lazy("%(cell)s: “%(text)s” is not a rank: ranks begin at 1."),
    Trouble.TOO_LARGE: gettext_lazy("%(cell)s: “%(text)s” is too large."),
    Trouble.WRONG_ORDINAL: gettext_lazy(
        "%(cell)s: the ending of “%(text)s” does not fit its number. Write the number alone."
    ),
    Trouble.WRONG_BAND: gettext_lazy(
        "%(cell)s: “%(text)s” is not a band of ranks. Write the smaller number first, as in 51-60."
    ),
    Trouble.NOT_A_RATING: gettext_lazy(
        "%(cell)s: “%(text)s” is not a rating. "
        "Write a number with at most two decimals, such as 636 or 72.5."
    ),
}


@dataclass
class GridCell:
    """One input: `hint` is the previous edition's figure.

    `note` tells that another editor stored something else than was typed here; where nothing
    was typed, the cell simply follows and `is_taken_over`.
    """

    name: str
    column: Column
    text: str = ""
    stored: str = ""
    hint: str = ""
    note: str = ""
    is_taken_over: bool = False
    errors: list = field(default_factory=list)

    @property
    def is_changed(self):
        return self.text != self.stored

    @property
    def described_by(self):
        """The ids of what a screen reader says after the input's name."""
        parts = {"hint": self.hint, "note": self.note, "error": self.errors}
        return " ".join(f"{self.name}-{part}" for part, present in parts.items() if present)


class Row:
    """One row of inputs; a row that is open lets the editor name its city."""

    def __init__(self, sheet, index, city=None, typed="", texts=None):
        self.index = index
        self.sheet = sheet
        self.typed = typed
        self.is_open = city is None
        self.errors = []
        self.cells = [
            GridCell(f"r{index}-{column.key}", column, (texts or {}).get(column.key, ""))
            for column in sheet.columns
        ]
        self.settle(city)

    def settle(self, city):
        """This row is about `city` (an id), or about none that is known."""
        self.city = city
        for cell in self.cells:
            cell.stored = self.sheet.stored.get((city, cell.column.key), "")
            cell.hint = self.sheet.previous.get((city, cell.column.key), "")

    @property
    def number(self):
        return self.index + 1

    @property
    def title(self):
        if self.city is not None:
            return self.sheet.cities[self.city]
        return self.typed.strip() or _("Row %(number)d") % {"number": self.number}

    @property
    def is_empty(self):
        return not any(cell.text.strip() for cell in self.cells)

    @property
    def notes(self):
        """Pairs of the name of an input and a sentence about what another editor stored."""
        notes = [(cell.name, cell.note) for cell in self.cells if cell.note]
        followers = [cell.name for cell in self.cells if cell.is_taken_over]
        if followers:
            sentence = _("%(city)s: the marked figures are now as another editor saved them.")
            notes.append((followers[0], sentence % {"city": self.title}))
        return notes

    def all_errors(self):
        """Pairs of the name of an input and a sentence about it."""
        pairs = [(f"r{self.index}-name", sentence) for sentence in self.errors]
        return pairs + [(cell.name, sentence) for cell in self.cells for sentence in cell.errors]

    def find_city(self, names):
        """Let an open row be about the city whose name was typed; see `CityNames`."""
        typed = self.typed.strip()
        if not typed:
            if not self.is_empty:
                self.errors.append(
                    _("Row %(number)d: write the city to which these figures belong.")
                    % {"number": self.number}
                )
            return
        found = names.find(typed)
        if len(found) == 1:
            self.settle(*found)
        else:
            self.errors.append(name_problem(self.number, typed, names))

    def read(self):
        """Pairs of a cell and its spelling; what cannot be read becomes an error instead."""
        for cell in self.cells:
            try:
                spelling = cell.column.spelling(cell.text)
            except UnreadableError as error:
                cell.errors.append(self.sentence_on(cell, error.trouble))
                continue
            if self.city is not None:
                yield (self.city, cell.column.key), spelling

    def sentence_on(self, cell, trouble):
        name = _("%(city)s, %(figure)s") % {"city": self.title, "figure": cell.column.label}
        return SENTENCES[trouble] % {"cell": name, "text": Truncator(cell.text.strip()).chars(40)}


def name_problem(number, typed, names):
    words = {"number": number, "name": Truncator(typed).chars(40)}
    if names.find(typed):
        return (
            _(
                "Row %(number)d: several cities are called “%(name)s”. "
                "Write the short name that stands in the city's address."
            )
            % words
        )
    if near := names.near(typed[:100]):
        return _("Row %(number)d: no city is called “%(name)s”. Is it one of these: %(near)s?") % {
            **words,
            "near": ", ".join(near),
        }
    return (
        _("Row %(number)d: no city is called “%(name)s”. Correct it, or add the city first.")
        % words
    )


def stored_rows(sheet):
    """A row for each city of the previous edition and of this one, with what is stored."""
    return [
        Row(sheet, index, city, texts=stored_texts(sheet, city))
        for index, city in enumerate(sheet.listed_cities())
    ]


def stored_texts(sheet, city):
    return {key: sheet.stored.get((city, key), "") for key in sheet.column}


def posted_rows(sheet, data):
    """The rows that `data` (a QueryDict) holds, in the order of the table."""
    indexes = {int(found[1]) for name in data if (found := ROW_FIELD.fullmatch(name))}
    cities = {str(city): city for city in sheet.cities}
    for index in sorted(indexes):
        texts = {key: data.get(f"r{index}-{key}", "") for key in sheet.column}
        city = cities.get(data.get(f"r{index}-city"))
        yield Row(sheet, index, city, data.get(f"r{index}-name", ""), texts)


def written_figures(figures):
    """`figures` as one line for a hidden field; `read_figures` reads it."""
    return ";".join(f"{city} {key} {text}" for (city, key), text in figures.items())


def read_figures(line):
    return {(int(city), key): text for city, key, text in DRAWN_CELL.findall(line)}
