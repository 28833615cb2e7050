"""Recognises a file by its content, whatever its name claims. Pure: knows no models, no settings.

The list is what Korean offices exchange: 한글 documents, PDF, spreadsheets and slides, open
document formats, plain data, pictures. Older binary Office formats and macro-enabled ones are
left out, because macros travel in them.
"""

import codecs
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

# Compound files of Microsoft's structured storage, in which HWP 5 documents are kept.
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The first bytes of every HWP 5 «FileHeader» stream (Hancom's published format, revision 1.3).
HWP_SIGNATURE = b"HWP Document File"
# How much of a text, or of an entry inside a ZIP file, is read to see what the file is.
PEEK_BYTES = 1_000_000
CHUNK_BYTES = 1_000_000

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SVG_ROOT = re.compile(r"<svg[\s>]", re.IGNORECASE)
HTML_ROOT = re.compile(r"<(!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


@dataclass(frozen=True)
class FileType:
    """`matches` reads a file from its start; `is_inline` files may open inside the browser."""

    label: str
    extensions: tuple[str, ...]
    content_type: str
    matches: Callable[[BinaryIO], bool]
    is_inline: bool = False


def head(stream, length):
    stream.seek(0)
    return stream.read(length)


def signed(*signatures):
    return lambda stream: head(stream, 16).startswith(signatures)


def is_webp(stream):
    start = head(stream, 12)
    return start[:4] == b"RIFF" and start[8:] == b"WEBP"


def is_pdf(stream):
    # Readers accept a PDF whose header stands anywhere in the first kilobyte.
    return b"%PDF-" in head(stream, 1024)


def is_hwp(stream):
    return signed(COMPOUND_FILE)(stream) and contains(stream, HWP_SIGNATURE)


def contains(stream, wanted):
    stream.seek(0)
    tail = b""
    while chunk := stream.read(CHUNK_BYTES):
        if wanted in tail + chunk:
            return True
        tail = chunk[-len(wanted) :]
    return False


def is_zip(stream):
    stream.seek(0)
    return zipfile.is_zipfile(stream)


def zip_entry(stream, name):
    """The beginning of one file inside a ZIP file; nothing when it cannot be read."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive, archive.open(name) as entry:
            return entry.read(PEEK_BYTES)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError):
        # RuntimeError stands for encrypted entries and for packing methods that are not built in.
        return b""


def package(mimetype):
    """HWPX and OpenDocument: ZIP files whose entry «mimetype» says what they are."""
    return lambda stream: zip_entry(stream, "mimetype").strip() == mimetype.encode()


def office(document):
    """Office Open XML: ZIP files that list the type of their main part."""
    main_part = f"{OFFICE}.{document}.main+xml".encode()
    return lambda stream: main_part in zip_entry(stream, "[Content_Types].xml")


def text(pattern=None):
    """Text in one of the encodings Korean offices use; `pattern` occurs near its beginning."""

    def matches(stream):
        encodings = encodings_of(head(stream, PEEK_BYTES))
        return any(is_written_in(encoding, stream, pattern) for encoding in encodings)

    return matches


def encodings_of(start):
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    # Korean Excel still saves CSV files as CP949.
    return ["utf-8-sig", "cp949"]


def is_written_in(encoding, stream, pattern):
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        start = decoder.decode(head(stream, PEEK_BYTES))
        if CONTROL_CHARACTERS.search(start) or (pattern and not pattern.search(start)):
            return False
        # In pieces: a large table must not fill the memory.
        while chunk := stream.read(CHUNK_BYTES):
            if CONTROL_CHARACTERS.search(decoder.decode(chunk)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"

PICTURES = [
    FileType("PNG", (".png",), "image/png", signed(b"\x89PNG\r\n\x1a\n"), is_inline=True),
    FileType("JPEG", (".jpg", ".jpeg"), "image/jpeg", signed(b"\xff\xd8\xff"), is_inline=True),
    FileType("WebP", (".webp",), "image/webp", is_webp, is_inline=True),
    FileType("GIF", (".gif",), "image/gif", signed(b"GIF87a", b"GIF89a"), is_inline=True),
]

DOCUMENTS = [
    FileType("HWPX", (".hwpx",), "application/hwp+zip", package("application/hwp+zip")),
    FileType("HWP", (".hwp",), "application/x-hwp", is_hwp),
    FileType("PDF", (".pdf",), "application/pdf", is_pdf, is_inline=True),
    FileType(
        "DOCX",
        (".docx",),
        f"{OFFICE}.wordprocessingml.document",
        office("wordprocessingml.document"),
    ),
    FileType("XLSX", (".xlsx",), f"{OFFICE}.spreadsheetml.sheet", office("spreadsheetml.sheet")),
    FileType(
        "PPTX",
        (".pptx",),
        f"{OFFICE}.presentationml.presentation",
        office("presentationml.presentation"),
    ),
    FileType("ODT", (".odt",), f"{OPEN_DOCUMENT}.text", package(f"{OPEN_DOCUMENT}.text")),
    FileType(
        "ODS", (".ods",), f"{OPEN_DOCUMENT}.spreadsheet", package(f"{OPEN_DOCUMENT}.spreadsheet")
    ),
    FileType(
        "ODP", (".odp",), f"{OPEN_DOCUMENT}.presentation", package(f"{OPEN_DOCUMENT}.presentation")
    ),
    FileType("CSV", (".csv",), "text/csv", text()),
    FileType("TXT", (".txt",), "text/plain", text()),
    FileType("ZIP", (".zip",), "application/zip", is_zip),
    FileType("SVG", (".svg",), "image/svg+xml", text(SVG_ROOT)),
    FileType("HTML", (".html", ".htm"), "text/html", text(HTML_ROOT)),
]

ATTACHMENTS = [*DOCUMENTS, *PICTURES]
