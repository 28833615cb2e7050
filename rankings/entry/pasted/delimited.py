"""Rows whose cells a character separates: as spreadsheets copy and save them, or in Markdown."""

import csv
import re
from collections import Counter
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .table import Line, Message, UnreadableTableError, listed

DELIMITERS = {"tab": "\t", "semicolon": ";", "comma": ","}

THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
LEADING_DIGITS = re.compile(r"[0-9]{1,3}")
THREE_DIGITS = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
BAR = re.compile(r"(?<!\\)\|")


def read_delimited(rows, separator):
    """The lines of `rows` (pairs of a number and a text) and sentences on how they were read.

    Cells may be quoted as RFC 4180 has it, also over several lines. Raises
    `UnreadableTableError` where a quotation mark leaves the cells of commas in doubt.
    """
    delimiter = DELIMITERS[separator]
    lines = quoted_lines(rows, delimiter)
    if lines is None and separator != "tab":
        raise UnreadableTableError(
            _(
                "Quotation marks are not in pairs, so it is not clear where cells end. "
                "Correct them, or copy the table from the spreadsheet itself."
            )
        )
    if lines is None:
        # Between tabs a quotation mark can only be part of the text.
        lines = [line_of(number, row.split(delimiter), row) for number, row in rows]
    if separator == "comma":
        return without_thousands(lines)
    return lines, []


def line_of(number, cells, text):
    return Line(number, tuple(cell.strip() for cell in cells), text)


def quoted_lines(rows, delimiter):
    """The lines, or None where quotation marks do not pair up."""
    texts = [row for _number, row in rows]
    reader = csv.reader(
        (f"{text}\n" for text in texts), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    lines, start = [], 0
    try:
        for cells in reader:
            text = "\n".join(texts[start : reader.line_num])
            lines.append(line_of(rows[start][0], cells, text))
            start = reader.line_num
    except csv.Error:
        return None
    return lines


def without_thousands(lines):
    """`lines` with «1,234», which commas cut in two, made whole where that is certain."""
    width = usual_width(lines)
    mended = [mended_line(line, width) for line in lines]
    joined = [new.number for old, new in zip(lines, mended, strict=True) if new.cells != old.cells]
    notes = []
    if joined:
        text = gettext_noop(
            "Commas were read as part of numbers such as 1,234 in these lines: %(numbers)s."
        )
        notes.append(Message(text, {"numbers": listed(joined)}))
    return mended, notes


def usual_width(lines):
    """How many cells a row has: as many as the header, if there is one."""
    if not any(char.isdigit() for char in "".join(lines[0].cells)):
        return len(lines[0].cells)
    return Counter(len(line.cells) for line in lines).most_common(1)[0][0]


def mended_line(line, width):
    surplus = len(line.cells) - width
    if surplus <= 0 or width < 2 or not any(line.cells[width:]):
        return line
    seams = [
        index
        for index, (left, right) in enumerate(pairwise(line.cells), 1)
        if LEADING_DIGITS.fullmatch(left) and THREE_DIGITS.fullmatch(right)
    ]
    if len(seams) == surplus:
        return Line(line.number, joined_at(seams, line.cells), line.text)
    text = gettext_noop(
        "This line has %(count)d cells, the others %(usual)d. If a comma belongs to a number, "
        "put the number in quotation marks or leave the comma out."
    )
    trouble = Message(text, {"count": len(line.cells), "usual": width})
    return Line(line.number, line.cells, line.text, trouble=trouble)


def joined_at(seams, cells):
    joined = []
    for index, cell in enumerate(cells):
        if index in seams:
            joined[-1] += f",{cell}"
        else:
            joined.append(cell)
    return tuple(joined)


def read_bars(rows):
    """The lines of a table drawn with vertical bars; the rules between its rows are left out."""
    return [line_of(number, bar_cells(row), row) for number, row in rows if not is_rule(row)]


def is_rule(row):
    return not row.strip(" \t|:+-=") and ("-" in row or "=" in row)


def bar_cells(row):
    """The cells of a row; bars at both of its ends frame it, one at the end parts an empty cell."""
    bare = row.strip()
    parts = BAR.split(bare)
    if bare.startswith("|"):
        parts = parts[1:] if parts[-1] or len(parts) < 3 else parts[1:-1]
    return [part.replace("\\|", "|") for part in parts]
