"""Rows of plain text without a separator, as PDF readers and word processors copy tables.

Two spaces or more part columns. With single spaces only, rows are read where all follow one
pattern of figures around a name; with one cell per line, where only one grid is possible.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .table import Line, Message, UnreadableTableError, refuse_wide

WIDE_SPACES = str.maketrans({"\u00a0": " ", "\u2003": " ", "\u3000": "  ", "\t": "  "})
PIECE = re.compile(r"\S+(?: \S+)*")
SPLIT_TIE = re.compile(r"(공동|joint|tied) (?=[0-9])", re.IGNORECASE)
FIGURE = re.compile(
    r"\D{0,6}[0-9][0-9.,~–-]{0,20}\D{0,3}|[-–—−×xX]|n/?a|[▲▼△▽↑↓+][0-9]*", re.IGNORECASE
)

# The share of rows that must follow a pattern before it is believed.
CERTAIN = 0.8
# A grid of one cell per line is only believed with this many rows below its header.
LEAST_ROWS = 3


def read_aligned(rows):
    """The separator that was found, the lines, and sentences on how they were read.

    Raises `UnreadableTableError` where columns cannot be told apart for certain.
    """
    texts = [(number, row.translate(WIDE_SPACES)) for number, row in rows]
    if lines := by_runs(texts) or by_pattern(texts):
        return "spaces", lines, []
    if lines := as_grid(texts):
        return (
            "grid",
            lines,
            [Message(gettext_noop("Each line was read as one cell of the table."))],
        )
    raise UnreadableTableError(
        _(
            "The columns cannot be told apart. Copy the table from a spreadsheet, or put two "
            "spaces or a tab between its columns."
        )
    )


@dataclass(frozen=True)
class Piece:
    """A stretch of text and where it stands; Hangul is two columns of the screen wide."""

    text: str
    start: int
    end: int

    def overlaps(self, extent):
        return self.start < extent[1] and extent[0] < self.end


def pieces(row):
    found, column, position = [], 0, 0
    for match in PIECE.finditer(row):
        start = column + width(row[position : match.start()])
        column = start + width(match[0])
        position = match.end()
        found.append(Piece(match[0], start, column))
    return found


def width(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def by_runs(texts):
    """The lines where runs of spaces part the columns, or None."""
    split = [(number, row, pieces(row)) for number, row in texts]
    widths = Counter(len(found) for _number, _row, found in split if len(found) > 1)
    if not widths or 2 * sum(widths.values()) < len(texts):
        return None
    usual = widths.most_common(1)[0][0]
    refuse_wide(max(widths))
    if sum(any(map(holds_figures, found)) for _n, _r, found in split) >= CERTAIN * len(split) - 1:
        return None
    extents = column_extents([found for _n, _r, found in split if len(found) == usual])
    titles = [len(found) for _n, _r, found in split].index(usual)
    return [
        placed_line(number, row, found, usual, extents)
        if index >= titles or len(found) > 1
        else Line(number, (row.strip(),), row)
        for index, (number, row, found) in enumerate(split)
    ]


def holds_figures(piece):
    """Whether single spaces part several figures, which are cells of their own."""
    found = tokens(piece.text)
    return len(found) > 1 and all(map(is_figure, found))


def column_extents(full_rows):
    """From where to where each column reaches, None where columns run into one another."""
    extents = [
        (min(piece.start for piece in column), max(piece.end for piece in column))
        for column in zip(*full_rows, strict=True)
    ]
    is_aligned = all(left[1] <= right[0] for left, right in pairwise(extents))
    return extents if is_aligned else None


def placed_line(number, row, found, usual, extents):
    texts = tuple(piece.text for piece in found)
    if len(found) == usual:
        return Line(number, texts, row)
    if cells := extents and placed(found, extents):
        return Line(number, cells, row)
    if len(found) == 1 and not any(char.isdigit() for char in row):
        return Line(number, texts, row)
    text = gettext_noop(
        "The other lines have %(usual)d cells, this one has %(count)d, and it is not clear which "
        "is which. Put a tab between its cells, or delete the line if it is not part of the table."
    )
    trouble = Message(text, {"count": len(found), "usual": usual})
    return Line(number, texts, row, trouble=trouble)


def placed(found, extents):
    """The cells of a row that lacks some, by the columns below which they stand, or None."""
    cells = [""] * len(extents)
    for piece in found:
        below = [index for index, extent in enumerate(extents) if piece.overlaps(extent)]
        if len(below) != 1 or cells[below[0]]:
            return None
        cells[below[0]] = piece.text
    return tuple(cells)


def by_pattern(texts):
    """The lines of a single-spaced table, or None unless nearly all rows follow one pattern.

    The pattern is (figures before the name, figures after it).
    """
    split = [(number, row, tokens(row)) for number, row in texts]
    patterns = Counter(filter(None, (pattern(found) for _number, _row, found in split)))
    if not patterns:
        return None
    usual, count = patterns.most_common(1)[0]
    if count < max(2, CERTAIN * sum(any(map(is_figure, found)) for _n, _r, found in split)):
        return None
    titles = [pattern(found) for _n, _r, found in split].index(usual)
    return [
        patterned_line(number, row, found, usual, is_above=index < titles)
        for index, (number, row, found) in enumerate(split)
    ]


def tokens(row):
    return SPLIT_TIE.sub(r"\1", row).split()


def is_figure(token):
    return FIGURE.fullmatch(token) is not None


def pattern(found):
    """How many figures stand before and after the one name among `found`, None without one."""
    kinds = [is_figure(token) for token in found]
    if all(kinds) or not any(kinds):
        return None
    before, after = kinds.index(False), kinds[::-1].index(False)
    return None if any(kinds[before : len(kinds) - after]) else (before, after)


def patterned_line(number, row, found, usual, is_above):
    before, after = usual
    if pattern(found) == usual:
        name = " ".join(found[before : len(found) - after])
        return Line(number, (*found[:before], name, *found[len(found) - after :]), row)
    if is_above or not any(map(is_figure, found)):
        is_header = is_above and len(found) == before + 1 + after
        return Line(number, tuple(found) if is_header else (row.strip(),), row)
    text = gettext_noop(
        "This line does not have the same columns as the others. "
        "Put a tab between its cells, or delete the line if it is not part of the table."
    )
    return Line(number, (row.strip(),), row, trouble=Message(text))


def as_grid(texts):
    """The lines of a table of which every cell became a line, or None where none fits.

    No second one can fit: its header would reach into the figures of the first.
    """
    cells = [row.strip() for _number, row in texts]
    kinds = [is_figure(cell) for cell in cells]
    counts = range(2, len(cells) // (LEAST_ROWS + 1) + 1)
    count = next((count for count in counts if fits(kinds, count)), None)
    if count is None:
        return None
    return [
        Line(
            texts[index][0],
            tuple(cells[index : index + count]),
            " ".join(cells[index : index + count]),
        )
        for index in range(0, len(cells), count)
    ]


def fits(kinds, count):
    """Whether `count` columns give a header of words above rows of names and figures."""
    if len(kinds) % count or any(kinds[:count]):
        return False
    first = kinds[count : 2 * count]
    return len(set(first)) == 2 and all(
        kinds[index : index + count] == first for index in range(count, len(kinds), count)
    )
