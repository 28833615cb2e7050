"""CSV for spreadsheets and programs: UTF-8 with a byte order mark, lines that end in CR LF.

A spreadsheet takes a text that begins with = + - @ or a tab for a formula, some of them in any
width and behind signs that nobody sees. Such a text gets an apostrophe in front, and so does one
that begins with apostrophes before such a sign: `unguarded` takes it off again.
"""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from itertools import chain, islice
from unicodedata import category, normalize

BYTE_ORDER_MARK = "\ufeff"
ROWS_AT_A_TIME = 500
RISKY = frozenset("=+-@\t\r\n\N{MINUS SIGN}")


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
        return f"'{value}" if is_risky(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else value


def decimal_text(value):
    """Without an exponent, and without zeros that the source does not print."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_risky(text):
    """Whether the first sign that is seen, apostrophes aside, may begin a formula."""
    # No letter or digit is another form of a risky sign.
    if text[:1].isalnum():
        return False
    seen = (sign for sign in text if category(sign) != "Cf")
    # Each by itself: a sign that follows must not hide the first, as in «=» with a stroke.
    plain = chain.from_iterable(normalize("NFKC", sign) for sign in seen)
    return next((sign for sign in plain if sign != "'"), "") in RISKY


def unguarded(text):
    return text[1:] if text.startswith("'") and is_risky(text[1:]) else text
