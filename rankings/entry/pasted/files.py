"""Uploaded tables: text in whichever encoding, or a workbook. The name of a file proves nothing."""

import codecs

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .table import UnreadableTableError
from .text import read_text
from .workbook import read_workbook

MAX_BYTES = 5_000_000

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

SAVE_AS_WORKBOOK = gettext_lazy(
    "This is %(format)s. Open it, save it as XLSX, and choose that file; "
    "or copy the table and paste it."
)
COPY_THE_TABLE = gettext_lazy(
    "This is %(format)s. Open it, copy the table, and paste it here or into a spreadsheet."
)
HANGUL_DOCUMENT = gettext_lazy("an HWP document")
# What other files begin with, and what is inside the containers that several kinds share.
FOREIGN = [
    (b"%PDF-", COPY_THE_TABLE, gettext_lazy("a PDF document")),
    (b"HWP Document File", COPY_THE_TABLE, HANGUL_DOCUMENT),
    (b"{\\rtf", COPY_THE_TABLE, gettext_lazy("a text document")),
    (b"<html", COPY_THE_TABLE, gettext_lazy("a web page")),
    (b"<!doctype html", COPY_THE_TABLE, gettext_lazy("a web page")),
    (b"<?xml", SAVE_AS_WORKBOOK, gettext_lazy("an XML file")),
]
CONTAINERS = [
    (OLE, b"HWP Document File", COPY_THE_TABLE, HANGUL_DOCUMENT),
    (OLE, b"", SAVE_AS_WORKBOOK, gettext_lazy("an old or a protected Excel workbook")),
    (ZIP, b"mimetypeapplication/hwp+zip", COPY_THE_TABLE, HANGUL_DOCUMENT),
    (
        ZIP,
        b"mimetypeapplication/vnd.oasis.opendocument",
        SAVE_AS_WORKBOOK,
        gettext_lazy("an OpenDocument file"),
    ),
]
# Byte order marks, the longer before the shorter that they begin with.
MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def read_file(content):
    """The `Table` in a file with the bytes `content`. Raises `UnreadableTableError`."""
    if not content.strip():
        raise UnreadableTableError(_("The file is empty."))
    if len(content) > MAX_BYTES:
        raise UnreadableTableError(
            _("The file is larger than %(limit)d MB. Save the sheet with the table alone.")
            % {"limit": MAX_BYTES // 1_000_000}
        )
    refuse_foreign(content)
    if content.startswith(ZIP):
        return read_workbook(content)
    text, encoding = decoded(content)
    return read_text(text, origin=encoding)


def refuse_foreign(content):
    beginning = content[:200].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for sign, sentence, kind in FOREIGN:
        if beginning.startswith(sign.lower()):
            raise UnreadableTableError(sentence % {"format": kind})
    for container, sign, sentence, kind in CONTAINERS:
        if content.startswith(container) and sign in content:
            raise UnreadableTableError(sentence % {"format": kind})


def decoded(content):
    """The text of `content` and the name of its encoding.

    Korean spreadsheets save CSV as CP949, which hardly ever happens to be valid UTF-8.
    """
    marked = [encoding for mark, encoding in MARKS if content.startswith(mark)]
    for encoding in marked[:1] or ["utf-8", "cp949"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig").upper()
    raise UnreadableTableError(
        _(
            "This file is neither a workbook nor text in UTF-8, UTF-16 or CP949. "
            "Open it in a spreadsheet and save it as XLSX, or copy the table and paste it."
        )
    )
