"""The workbook as a spreadsheet opens it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from rankings.downloads.tables import TABLES
from rankings.models import Correction

from ..factories import make_city, make_result, texts
from .files import body, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(client, ranking, evil_city):
    make_result(ranking.editions.get(number=12), "evil", 77)
    Correction.objects.create(
        edition=ranking.editions.get(number=12),
        city=make_city("busan"),
        before="9",
        after="8",
        **texts("reason", "Misread"),
    )
    return load_workbook(BytesIO(body(get(client, "edition", "data.xlsx"))))


@pytest.mark.parametrize("place", range(len(TABLES)), ids=[table.name for table in TABLES])
def test_header_stays_in_sight_and_filters(book, place):
    sheet = book.worksheets[place]

    assert [cell.value for cell in sheet[1]] == TABLES[place].codes
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.dimensions.split(':')[1]}"
    assert sheet.max_row > 1
    assert sheet.column_dimensions["E"].width > 10


def test_no_text_is_a_formula(book):
    cells = [cell for sheet in book.worksheets for row in sheet for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)


def test_last_sheet_tells_where_the_data_are_from(book):
    about = [(row[0].value, row[1].value) for row in book.worksheets[-1]]
    told = dict(about)

    assert book.sheetnames == ["Figures", "Conflicting claims", "Corrections", "About the data"]
    assert told["Title"] == "Smart Index en, edition 12 (SCI 12)"
    assert told["Version"] == "12.1"
    assert told["Licence"].startswith("KOGL Type 1: attribution – https://")
    assert ("Source", "Report 1 en – https://example.org/source/1") in about
    assert told["before"] == "Before. What readers saw before, in words."
    assert told["rank_change"].startswith("Change of rank. Previous rank less rank")
