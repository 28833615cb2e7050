"""A table as it was pasted or uploaded, before anyone says what its columns hold."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

# Far beyond any published table.
MAX_COLUMNS = 100
# How many lines a sentence names before it leaves the others out.
NAMED_LINES = 10

HOW_SEPARATED = {
    "tab": gettext_lazy("columns separated by tabs"),
    "semicolon": gettext_lazy("columns separated by semicolons"),
    "comma": gettext_lazy("columns separated by commas"),
    "pipe": gettext_lazy("columns separated by vertical bars"),
    "spaces": gettext_lazy("columns separated by spaces"),
    "grid": gettext_lazy("one cell per line"),
}


class UnreadableTableError(ValueError):
    """The pasted text or the file is no table that can be read; its text tells an editor why."""


@dataclass(frozen=True)
class Message:
    """A sentence that is kept as data: whoever looks at it reads it in their own language.

    `text` is marked with `gettext_noop`, `values` go into its places.
    """

    text: str
    values: dict = field(default_factory=dict)

    def __str__(self):
        return _(self.text) % self.values


@dataclass(frozen=True)
class Line:
    """One row: `number` counts the lines of the text, or the rows of the sheet, from 1.

    `trouble` is a `Message` why the row as a whole cannot be told apart into cells,
    `cell_troubles` the same for single cells (by their index), such as a formula without result.
    """

    number: int
    cells: tuple
    text: str
    trouble: Message | None = None
    cell_troubles: dict = field(default_factory=dict)

    def cell(self, index):
        """The text in a column; rows may be shorter than the table is wide."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """The rows that hold anything, in their order.

    `separator` is one of tab, comma, semicolon, pipe, spaces, grid (one cell per line), sheet
    and sentence (each row was made of one, which is its text). `origin` is the encoding of a
    file of text or the title of a sheet, `notes` are `Message`s on how it was read: hidden rows,
    merged cells, commas taken for thousands.
    """

    lines: list
    separator: str
    origin: str = ""
    notes: list = field(default_factory=list)

    @property
    def width(self):
        return max((len(line.cells) for line in self.lines), default=0)

    @property
    def read_as(self):
        """How the table was read, in words; empty where there is nothing to say of it."""
        if self.separator == "sheet":
            return _("sheet “%(sheet)s”") % {"sheet": self.origin}
        return ", ".join(filter(None, [self.origin, str(HOW_SEPARATED.get(self.separator, ""))]))


def table_from(data):
    """The table of which `data` is `dataclasses.asdict`, after any journey through JSON."""
    lines = [
        Line(
            **{
                **line,
                "cells": tuple(line["cells"]),
                "trouble": message_from(line["trouble"]),
                "cell_troubles": {
                    int(key): message_from(told) for key, told in line["cell_troubles"].items()
                },
            }
        )
        for line in data["lines"]
    ]
    return Table(**{**data, "lines": lines, "notes": [*map(message_from, data["notes"])]})


def message_from(data):
    """The message of which `data` is a dictionary; drafts once kept the words themselves."""
    return Message(**data) if isinstance(data, dict) else data


def listed(numbers):
    shown = ", ".join(map(str, numbers[:NAMED_LINES]))
    return f"{shown} …" if len(numbers) > NAMED_LINES else shown


def note_on_invisible(numbers):
    """Messages, at most one, on the lines that invisible characters were taken out of."""
    if numbers:
        text = gettext_noop("Invisible characters were removed from these lines: %(numbers)s.")
        yield Message(text, {"numbers": listed(numbers)})


def refuse_wide(width):
    if width > MAX_COLUMNS:
        raise UnreadableTableError(
            _("This table has %(count)d columns, more than the %(limit)d that can be read at once.")
            % {"count": width, "limit": MAX_COLUMNS}
        )
