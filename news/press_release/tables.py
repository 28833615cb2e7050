"""Pipe tables.

A caption stands directly above: «[표 1] …», «<표 1> …», «표 1. …», «Table 1. …» keep their number,
«표: …» and «Table: …» only say what the line is. Below it there may be a unit: «(단위: 명)».
"""

import re
from dataclasses import dataclass

from .inline import InlineReader
from .problems import Problem, problem
from .scan import Line
from .tree import Cell, Inline, Table

NUMBER = r"[0-9]{1,3}(?:[-.][0-9]{1,3})?"
CAPTION = re.compile(
    rf"(?P<prefix>(?:표|Table)\s*[:：]\s*)(?=\S)"
    rf"|[\[<＜〈【]\s*(?:표|Table)\s*(?:{NUMBER}\s*)?[\]>＞〉】]"
    rf"|(?:표|Table)\s*{NUMBER}\s*[.:：](?:\s|$)",
    re.IGNORECASE,
)
UNIT = re.compile(r"[(\[（<]?\s*(?:단위|Unit)s?\s*[:：]", re.IGNORECASE)
CELL_END = re.compile(r"\\.|(\|)", re.DOTALL)
DELIMITER = re.compile(r":?-+:?$")
FIGURES = re.compile(r"[△▲+\-−–]?\s?[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:%p?|％)?$|[-–]$")


@dataclass(frozen=True, slots=True)
class TableLines:
    caption: Line | None
    unit: Line | None
    rows: list[Line]

    @property
    def length(self) -> int:
        return bool(self.caption) + bool(self.unit) + len(self.rows)


def table_lines(lines: list[Line], position: int) -> TableLines | None:
    """The lines of the table that begins at the position with its caption, unit or first row."""
    caption = unit = None
    if CAPTION.match(lines[position].text):
        caption, position = lines[position], position + 1
    if position < len(lines) and UNIT.match(lines[position].text):
        unit, position = lines[position], position + 1
    end = position
    while end < len(lines) and lines[end].text.startswith("|"):
        end += 1
    return TableLines(caption, unit, lines[position:end]) if end > position else None


class TableReader:
    def __init__(self, reader: InlineReader, problems: list[Problem]) -> None:
        self._reader = reader
        self._problems = problems
        self._count = 0

    def read(self, lines: TableLines) -> Table:
        self._count += 1
        header, *body = lines.rows
        caption, unit = self._caption(lines), self._line(lines.unit)
        alignments = _alignments(body[0]) if body else None
        if alignments is None:
            self._report(header, "table-header")
        else:
            body = body[1:]
        if not body:
            self._report(header, "table-rows")
        cells = self._cells(header, alignments or [])
        rows = [self._row(row, len(cells), alignments or []) for row in body]
        return Table(self._count, caption, unit, cells, rows, max(map(len, [cells, *rows])))

    def _row(self, row: Line, width: int, alignments: list[str]) -> list[Cell]:
        cells = self._cells(row, alignments)
        if len(cells) != width:
            self._report(row, "table-ragged")
        return cells

    def _caption(self, lines: TableLines) -> list[Inline]:
        if lines.caption is None:
            self._report(lines.rows[0], "table-caption")
            return []
        prefix = CAPTION.match(lines.caption.text)["prefix"] or ""
        return self._reader.read(lines.caption.text[len(prefix) :], lines.caption.number)

    def _line(self, line: Line | None) -> list[Inline]:
        return self._reader.read(line.text, line.number) if line else []

    def _cells(self, row: Line, alignments: list[str]) -> list[Cell]:
        return [
            Cell(
                self._reader.read(text, row.number, in_cell=True),
                alignments[at] if at < len(alignments) else "",
                bool(FIGURES.match(text)),
            )
            for at, text in enumerate(_split(row.text))
        ]

    def _report(self, line: Line, code: str) -> None:
        self._problems.append(problem(line.number, code))


def _alignments(row: Line) -> list[str] | None:
    """«|:---|---:|» → alignments per column; None for a row of ordinary cells."""
    cells = _split(row.text)
    if not all(map(DELIMITER.match, cells)):
        return None
    return [_alignment(cell) for cell in cells]


def _alignment(cell: str) -> str:
    if cell.endswith(":"):
        return "center" if cell.startswith(":") else "right"
    return ""


def _split(row: str) -> list[str]:
    """Cells of a row that begins with a pipe; «\\|» is a pipe within a cell."""
    cells, written = [], 1
    for found in CELL_END.finditer(row, 1):
        if found[1]:
            cells.append(row[written : found.start()])
            written = found.end()
    if written < len(row) or not cells:
        cells.append(row[written:])
    return [cell.strip().replace("\\|", "|") for cell in cells]
