"""A workbook: the tables with their types, and a sheet on what they are and where they are from.

The same data give the same bytes, so that a file can be told from another by its content.
"""

from datetime import datetime
from tempfile import TemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from .archive import NO_TIME, untimed
from .fields import BOOLEAN, DATE, INTEGER, NUMBER

WIDTHS = {DATE: 12, INTEGER: 10, NUMBER: 10, BOOLEAN: 8}
TEXT_WIDTH, ABOUT_WIDTHS = 22, (24, 90)
NO_MOMENT = datetime(*NO_TIME)
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook_file(metadata, tables):
    """A temporary file, at its start; `metadata` are plain values, `tables` the rows of each."""
    book = Workbook(write_only=True)
    book.properties.creator = metadata["publisher"]
    book.properties.title = metadata["title"]
    book.properties.created = book.properties.modified = NO_MOMENT
    for table, rows in tables.items():
        add_table(book.create_sheet(str(table.title)), table, rows)
    add_about(book.create_sheet(_("About the data")), metadata, tables)
    # Whoever sends the file closes it.
    file = TemporaryFile()  # noqa: SIM115
    with TemporaryFile() as written:
        # Not `book.save`, which notes the moment.
        ExcelWriter(book, ZipFile(written, "w", ZIP_DEFLATED)).save()
        copy_without_times(written, file)
    file.seek(0)
    return file


def add_table(sheet, table, rows):
    sheet.freeze_panes = "A2"
    for place, field in enumerate(table.fields, start=1):
        width = max(WIDTHS.get(field.type, TEXT_WIDTH), len(field.code) + 4)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([styled(sheet, code, font=BOLD) for code in table.codes])
    count = 1
    for row in rows:
        sheet.append([typed(sheet, value) for value in row])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.fields))}{count}"


def typed(sheet, value):
    """Texts stay texts, also those that a spreadsheet would take for a formula or an error."""
    if not isinstance(value, str):
        return value
    return styled(sheet, value) if value.startswith(("=", "#")) else cleaned(value)


def styled(sheet, text, **style):
    cell = WriteOnlyCell(sheet, cleaned(text))
    cell.data_type = "s"
    for name, value in style.items():
        setattr(cell, name, value)
    return cell


def cleaned(text):
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def add_about(sheet, metadata, tables):
    for letter, width in zip("AB", ABOUT_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for heading, text in [*about(metadata), *columns(tables)]:
        sheet.append(
            [styled(sheet, str(heading), font=BOLD), styled(sheet, text, alignment=WRAPPED)]
        )


def about(metadata):
    """Pairs of a heading and a text."""
    licence = metadata["licence"]
    yield _("Title"), metadata["title"]
    yield _("Version"), metadata["version"]
    yield _("Date of the version"), metadata["version_date"]
    yield _("Address"), metadata["address"]
    yield _("Compiled by"), f"{metadata['publisher']}, {metadata['site']}"
    yield _("Licence"), f"{licence['title']} – {licence['path']}"
    for text in metadata["citations"].values():
        yield _("How to cite"), text
    for source in metadata["sources"]:
        yield _("Source"), f"{source['title']} – {source['path']}"


def columns(tables):
    """Pairs of the code of a column and what it holds, below the name of each table."""
    for table in tables:
        yield table.title, table.file
        for field in table.fields:
            yield field.code, f"{field.title}. {field.description}"


def copy_without_times(written, file):
    """Copy an archive, leaving out the moments at which its parts were made."""
    with ZipFile(written) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            with old.open(part) as source, new.open(untimed(part.filename), "w") as target:
                while piece := source.read(2**16):
                    target.write(piece)
