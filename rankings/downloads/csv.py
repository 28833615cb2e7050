"""CSV for spreadsheets and programs: UTF-8 with a byte order mark, lines that end in CR LF.

A spreadsheet takes a text that begins with = + - @ or a tab for a formula. Such a text gets an
apostrophe in front, and so does one that begins with apostrophes before such a sign: whoever reads
the file takes one apostrophe off a text that matches `GUARDED`, and has what was written.
"""

import csv
import re
from datetime import date
from decimal import Decimal
from io import StringIO
from itertools import islice

BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_A_TIME = 500
RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARDED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def chunks(codes, rows):
    """Pieces of the file for `rows`, which may be endless, below the `codes` of their columns."""
    rows = iter(rows)
    yield BYTE_ORDER_MARK + text_of([codes])
    while some := list(islice(rows, ROWS_AT_A_TIME)):
        yield text_of([cell(value) for value in row] for row in some)


def text_of(rows):
    lines = StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return lines.getvalue()


def cell(value):
    if isinstance(value, str):
        return f"'{value}" if RISKY.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else value


def decimal_text(value):
    """Without an exponent, and without zeros that the source does not print."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unguarded(text):
    return text[1:] if GUARDED.match(text) else text
