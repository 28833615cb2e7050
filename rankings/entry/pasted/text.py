"""Pasted text, told apart into cells: by tabs, semicolons, commas, bars, or spaces."""

import re

from django.utils.translation import gettext as _

from .aligned import read_aligned
from .delimited import BAR, THOUSANDS, read_bars, read_delimited
from .invisible import visible
from .table import Table, UnreadableTableError, note_on_invisible, refuse_wide

# Far beyond any published table, and little enough that all of it is read in a moment.
MAX_TEXT = 1_000_000
MAX_LINES = 5_000
MAX_LINE = 20_000

BYTE_ORDER_MARK = "\ufeff"
LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# Spreadsheets put it at the head of a CSV file to name the separator.
DIRECTIVE = re.compile(r"sep=.?", re.IGNORECASE)
RUN_OF_SPACES = re.compile(r"[ \u00a0]{2}|\u3000")
COMMA = re.compile(r",")
COMMA_WITHOUT_SPACE = re.compile(r",(?! )")


def read_text(text, origin=""):
    """The `Table` in `text`. Raises `UnreadableTableError`. `origin` is as `Table` has it."""
    written = numbered_rows(text)
    rows = [(number, visible(row)) for number, row in written]
    cleaned = [number for number, row in written if row != visible(row)]
    separator = separator_of([row for _number, row in rows])
    if separator == "pipe":
        lines, notes = read_bars(rows), []
    elif separator == "spaces":
        separator, lines, notes = read_aligned(rows)
    else:
        lines, notes = read_delimited(rows, separator)
    # Lines between rows alone are no rows.
    refuse_nothing(lines)
    table = Table(lines, separator, origin, [*note_on_invisible(cleaned), *notes])
    refuse_wide(table.width)
    return table


def numbered_rows(text):
    """Pairs of a line's number and its text, blank ones left out. Raises where it is too much.

    A mark at the beginning is how files say their encoding.
    """
    if len(text) > MAX_TEXT:
        raise UnreadableTableError(
            _("This is too long for one table. Paste the table alone, without what surrounds it.")
        )
    plain = LINE_ENDS.sub("\n", text.removeprefix(BYTE_ORDER_MARK))
    numbered = enumerate(plain.split("\n"), 1)
    rows = [(number, row) for number, row in numbered if visible(row).strip()]
    if rows and DIRECTIVE.fullmatch(visible(rows[0][1]).strip()):
        del rows[0]
    refuse_size(rows)
    return rows


def refuse_nothing(rows):
    if not rows:
        raise UnreadableTableError(_("There is no table yet. Paste its rows, or choose a file."))


def refuse_size(rows):
    refuse_nothing(rows)
    if len(rows) > MAX_LINES:
        raise UnreadableTableError(
            _("This table has %(count)d rows, more than the %(limit)d that can be read at once.")
            % {"count": len(rows), "limit": MAX_LINES}
        )
    for number, row in rows:
        if len(row) > MAX_LINE:
            raise UnreadableTableError(
                _("Line %(number)d is too long for a row of a table.") % {"number": number}
            )


def separator_of(rows):
    """The separator that at least half of the rows use; tabs are the surest sign."""

    def is_usual(test):
        return 2 * sum(1 for row in rows if test(row)) >= len(rows)

    # «Seoul, Korea    9» is aligned by spaces, its comma belongs to the name.
    comma = (
        COMMA_WITHOUT_SPACE if is_usual(lambda row: RUN_OF_SPACES.search(row.strip())) else COMMA
    )
    tests = {
        "tab": lambda row: "\t" in row,
        "pipe": BAR.search,
        "semicolon": lambda row: ";" in row,
        "comma": lambda row: comma.search(THOUSANDS.sub("", row)),
    }
    return next((name for name, test in tests.items() if is_usual(test)), "spaces")
