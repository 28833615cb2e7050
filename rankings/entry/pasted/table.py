"""A table as it was pasted or uploaded, before anyone says what its columns hold."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

# Far beyond any published table.
MAX_COLUMNS = 100


class UnreadableTableError(ValueError):
    """The pasted text or the file is no table that can be read; its text tells an editor why."""


@dataclass(frozen=True)
class Line:
    """One row: `number` counts the lines of the text, or the rows of the sheet, from 1.

    `trouble` is a sentence why the row as a whole cannot be told apart into cells,
    `cell_troubles` the same for single cells (by their index), such as a formula without result.
    """

    number: int
    cells: tuple
    text: str
    trouble: str = ""
    cell_troubles: dict = field(default_factory=dict)

    def cell(self, index):
        """The text in a column; rows may be shorter than the table is wide."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """The rows that hold anything, in their order.

    `separator` is one of tab, comma, semicolon, pipe, spaces, grid (one cell per line), sheet
    and sentence (each row was made of one, which is its text). `origin` says to the editor what
    was read («CSV, CP949», a sheet's name), `notes` are sentences on how it was read: hidden
    rows, merged cells, commas taken for thousands.
    """

    lines: list
    separator: str
    origin: str = ""
    notes: list = field(default_factory=list)

    @property
    def width(self):
        return max((len(line.cells) for line in self.lines), default=0)


def table_from(data):
    """The table of which `data` is `dataclasses.asdict`, after any journey through JSON."""
    lines = [
        Line(
            **{
                **line,
                "cells": tuple(line["cells"]),
                "cell_troubles": {int(key): text for key, text in line["cell_troubles"].items()},
            }
        )
        for line in data["lines"]
    ]
    return Table(**{**data, "lines": lines})


def refuse_wide(width):
    if width > MAX_COLUMNS:
        raise UnreadableTableError(
            _("This table has %(count)d columns, more than the %(limit)d that can be read at once.")
            % {"count": width, "limit": MAX_COLUMNS}
        )
