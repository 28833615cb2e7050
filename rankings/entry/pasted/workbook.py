"""A table in an XLSX workbook: the first sheet that shows one."""

import struct
import zlib
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from openpyxl import load_workbook

from .invisible import visible
from .sheet_form import read_form
from .table import (
    MAX_COLUMNS,
    Line,
    Message,
    Table,
    UnreadableTableError,
    listed,
    note_on_invisible,
    refuse_wide,
)
from .text import MAX_LINES

# What the parts of a workbook may take up unpacked: a table of 200 cities has half a megabyte.
MAX_UNPACKED = 20_000_000
# Sheets end in empty rows, and tables need not begin at their top.
MAX_ROW = 20_000
MAX_MERGED = 20_000

UNFINISHED = gettext_noop(
    "The file does not hold the result of this formula. Open it, save it, try again."
)

# Damaged files are answered with whichever of these the part meets that reads them.
DAMAGED = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    OSError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_workbook(content):
    """The `Table` in the workbook `content`. Raises `UnreadableTableError`."""
    try:
        return table_in(content)
    except UnreadableTableError:
        raise
    except DAMAGED as error:
        raise UnreadableTableError(
            _(
                "The file cannot be read as an Excel workbook. Open it in a spreadsheet and save "
                "it as XLSX again, or copy the table and paste it."
            )
        ) from error


def table_in(content):
    with ZipFile(BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            raise UnreadableTableError(
                _("The workbook is too large. Save the sheet with the table as a workbook alone.")
            )
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheet, form = sheet_with_table(book)
    texts = texts_of(sheet, form)
    plain = {number: [visible(text).strip() for text in row] for number, row in texts.items()}
    cleaned = [number for number in texts if texts[number] != plain[number]]
    notes = [*notes_on(book, sheet, form), *note_on_invisible(cleaned)]
    table = Table(lines_of(plain, form), "sheet", sheet.title, notes)
    refuse_wide(table.width)
    return table


def sheet_with_table(book):
    """The first sheet that holds values, and its form; hidden ones only when no other does."""
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible"):
        # The library keeps the part's name to itself, though only it knows where the sheet lies.
        with book._archive.open(sheet._worksheet_path) as source:
            form = read_form(source, MAX_COLUMNS)
        if form.filled_columns or form.unfinished:
            refuse_form(form)
            return sheet, form
    raise UnreadableTableError(_("The workbook holds no table: all of its sheets are empty."))


def refuse_form(form):
    cells = sum((right - left + 1) * (low - top + 1) for left, top, right, low in form.merged)
    if form.last_row > MAX_ROW or cells > MAX_MERGED:
        raise UnreadableTableError(
            _(
                "The sheet reaches further than any table. "
                "Copy the table into a new workbook and choose that."
            )
        )


def texts_of(sheet, form):
    """The texts of the rows that are shown, by their numbers."""
    # The size that the sheet claims to have need not be true.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=form.last_row, max_col=MAX_COLUMNS + 1)
    texts = {number: [text_of(cell) for cell in row] for number, row in enumerate(rows, 1)}
    fill_merged(texts, form)
    return {number: row for number, row in texts.items() if number not in form.hidden_rows}


def lines_of(texts, form):
    lines = [line_of(number, row, form) for number, row in texts.items()]
    lines = [line for line in lines if line.text or line.cell_troubles]
    if len(lines) > MAX_LINES:
        raise UnreadableTableError(
            _("This table has %(count)d rows, more than the %(limit)d that can be read at once.")
            % {"count": len(lines), "limit": MAX_LINES}
        )
    return lines


def fill_merged(texts, form):
    """Every cell of a merged rectangle says what its first one says."""
    for left, top, right, low in form.merged:
        first = texts.get(top, [])[left - 1 : left]
        for number in range(top, low + 1):
            row = texts.get(number, [])
            for index in range(left - 1, min(right, len(row))):
                row[index : index + 1] = first


def line_of(number, row, form):
    shown = [
        (column, text) for column, text in enumerate(row, 1) if column not in form.hidden_columns
    ]
    cells = [text for _column, text in shown]
    while cells and not cells[-1]:
        cells.pop()
    troubles = {
        index: Message(UNFINISHED)
        for index, (column, _text) in enumerate(shown)
        if (number, column) in form.unfinished
    }
    return Line(number, tuple(cells), "\t".join(cells), cell_troubles=troubles)


def text_of(cell):
    """What the cell says, as exact as the file has it: a format only hides digits."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number_text(value, "%" in cell.number_format)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date | time | timedelta):
        return str(value)
    return str(value).strip()


def number_text(value, is_percentage):
    """Fifteen digits, as spreadsheets count: the others are noise of binary fractions."""
    return f"{value * 100:.15g}%" if is_percentage else f"{value:.15g}"


def notes_on(book, sheet, form):
    others = [other.title for other in book.worksheets if other is not sheet]
    rows = sorted(form.hidden_rows)
    return [
        Message(text, values)
        for is_so, text, values in [
            (
                sheet.sheet_state != "visible",
                gettext_noop("The sheet is hidden in the workbook; no other one holds a table."),
                {},
            ),
            (
                others,
                gettext_noop("These sheets were not read: %(names)s."),
                {"names": ", ".join(others)},
            ),
            (rows, gettext_noop("Hidden rows were left out: %(rows)s."), {"rows": listed(rows)}),
            (
                form.hidden_columns & form.filled_columns,
                gettext_noop("Hidden columns were left out."),
                {},
            ),
            (
                form.merged,
                gettext_noop("Each merged cell counts for all the cells that it covers."),
                {},
            ),
        ]
        if is_so
    ]
