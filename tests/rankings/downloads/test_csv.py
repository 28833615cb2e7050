"""CSV that a spreadsheet opens without running anything, and that can be read back."""

import csv
import sys
from datetime import date
from decimal import Decimal
from io import StringIO
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.downloads.csv import RISKY, cell, chunks, unguarded
from rankings.downloads.tables import TABLES

FORMULAS = ["=1+1", "+82", "-1", "@SUM", "\tx", "\rx", "\nx", "＝1", "'=1"]
DISGUISED = [
    "\N{MINUS SIGN}1",
    "\N{SUPERSCRIPT MINUS}1",
    "\N{SMALL PLUS SIGN}1",
    "\N{SMALL EQUALS SIGN}1",
    "\N{SMALL COMMERCIAL AT}SUM",
    "\N{ZERO WIDTH SPACE}=1",
    "\ufeff=1",
    "\u202e'\u2066=1",
    "＇=1",
    "=\N{COMBINING LONG SOLIDUS OVERLAY}1",
]


@pytest.mark.parametrize("text", FORMULAS + DISGUISED)
def test_text_that_a_spreadsheet_would_run_is_guarded(text):
    assert cell(text) == f"'{text}"
    assert unguarded(cell(text)) == text


@pytest.mark.parametrize(
    "text", ["부산", "'s-Hertogenbosch", "A=B", " =1", "", "8-9", "'", "≠1", "\u200b가=1", "½"]
)
def test_other_texts_stay_as_they_are(text):
    assert cell(text) == unguarded(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-3, -3),
        (0, 0),
        (None, None),
        (True, "true"),
        (False, "false"),
        (Decimal("700.00"), "700"),
        (Decimal("701.50"), "701.5"),
        (Decimal("-0.05"), "-0.05"),
        (Decimal("1E+3"), "1000"),
        (date(2025, 12, 4), "2025-12-04"),
    ],
)
def test_numbers_and_dates_are_written_plainly_and_never_guarded(value, written):
    assert cell(value) == written


def test_no_letter_or_digit_is_another_form_of_a_risky_sign():
    signs = map(chr, range(sys.maxunicode + 1))

    assert not [sign for sign in signs if sign.isalnum() and normalize("NFKC", sign)[0] in RISKY]


@given(st.text(alphabet="'=+-@\t\r\n,\"ab가＇−﹢\u200b\u0338", max_size=8))
def test_every_text_comes_back(text):
    row = [text] * 3

    file = "".join(chunks(["a", "b", "c"], [row])).removeprefix("\ufeff")

    _codes, read = csv.reader(StringIO(file, newline=""))
    assert [unguarded(value) for value in read] == row
    assert not read[0].startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_file_begins_with_a_byte_order_mark_and_its_lines_end_in_cr_lf(table):
    first, second = list(chunks(table.codes, [["x"] * len(table.codes)]))

    assert first == f"\ufeff{','.join(table.codes)}\r\n"
    assert second.endswith("x\r\n")


def test_rows_are_written_as_they_come():
    def endless():
        while True:
            yield ["x"]

    pieces = chunks(["a"], endless())

    assert next(pieces)
    assert next(pieces).count("\r\n") > 1
