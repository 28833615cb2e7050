"""The text in a document: python -m news.search.extract LABEL PATH

A program of its own, which allows itself little time and memory: documents come from anywhere,
and what unpacks or draws them may run long. Knows no models and no settings.
"""

import codecs
import re
import resource
import struct
import sys
import zipfile
import zlib
from itertools import chain

import olefile
from defusedxml.ElementTree import iterparse
from pypdf import PdfReader

from ..file_types import encodings_of

# What goes beyond is not searched: some 60 pages.
MOST_LETTERS = 100_000
# Of a part of a ZIP file, unpacked: a bomb must not fill the memory.
MOST_BYTES = 50_000_000

# What reading one document may take: seconds of processor time, bytes of memory.
MOST_SECONDS = 20
MOST_MEMORY = 1024**3

# The parts of a ZIP file that hold its text, and the elements in those, by the label of the type.
PACKAGES = {
    "HWPX": (r"Contents/section\d+\.xml", {"t"}),
    "DOCX": (r"word/document\.xml", {"t"}),
    "PPTX": (r"ppt/slides/slide\d+\.xml", {"t"}),
    "XLSX": (r"xl/(sharedStrings|worksheets/sheet\d+)\.xml", {"t"}),
    **dict.fromkeys(("ODT", "ODS", "ODP"), (r"content\.xml", {"p", "h"})),
}
# A cell of a workbook counts as a paragraph, whether its text stands there or apart.
PARAGRAPHS = {"p", "h", "si", "is"}

# HWP 5, revision 1.3 of Hancom's published format: a text of a paragraph is a record of this
# kind; of the characters below 32 these take one place in it, and all others eight.
PARAGRAPH_TEXT = 67
SINGLE_CONTROLS = {0, 10, 13, *range(24, 32)}
LONG_RECORD = 0xFFF
HEADER_FLAGS = 36
IS_PACKED, IS_ENCRYPTED = 1, 2


def text_of(label, path):
    """The beginning of the text in the file at `path` of the type `label`; "" for types without."""
    if label in PACKAGES:
        parts = in_package(path, *PACKAGES[label])
    elif label in READERS:
        parts = READERS[label](path)
    else:
        return ""
    return "".join(first_letters(parts))


def first_letters(parts):
    left = MOST_LETTERS
    for part in parts:
        yield part[:left]
        left -= len(part)
        if left <= 0:
            return


def in_package(path, names, wanted):
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist(), key=in_number_order):
            if re.fullmatch(names, name) and package.getinfo(name).file_size <= MOST_BYTES:
                with package.open(name) as part:
                    yield from in_xml(part, wanted)


def in_number_order(name):
    return [int(piece) if piece.isdigit() else piece for piece in re.split(r"(\d+)", name)]


def in_xml(part, wanted):
    """The text of each paragraph; one within another, in a table, comes first and once."""
    for _event, element in iterparse(part):
        if kind_of(element) in PARAGRAPHS:
            texts = (each.itertext() for each in element.iter() if kind_of(each) in wanted)
            yield "".join(chain.from_iterable(texts)) + "\n"
            element.clear()


def kind_of(element):
    return element.tag.rpartition("}")[2]


def in_pdf(path):
    for page in PdfReader(path).pages:
        yield page.extract_text() + "\n"


def in_hwp(path):
    with olefile.OleFileIO(path) as document:
        flags = struct.unpack_from("<I", document.openstream("FileHeader").read(), HEADER_FLAGS)[0]
        if flags & IS_ENCRYPTED:
            return
        sections = [name for name in document.listdir() if name[0] == "BodyText"]
        for section in sorted(sections, key=lambda name: in_number_order(name[-1])):
            packed = document.openstream(section).read()
            yield from in_records(unpacked(packed) if flags & IS_PACKED else packed)


def unpacked(section):
    return zlib.decompressobj(-15).decompress(section, MOST_BYTES)


def in_records(records):
    place = 0
    while place + 4 <= len(records):
        (header,) = struct.unpack_from("<I", records, place)
        place += 4
        size = header >> 20
        if size == LONG_RECORD:
            (size,) = struct.unpack_from("<I", records, place)
            place += 4
        if header & 0x3FF == PARAGRAPH_TEXT:
            yield without_controls(records[place : place + size]) + "\n"
        place += size


def without_controls(content):
    units = struct.unpack(f"<{len(content) // 2}H", content[: len(content) // 2 * 2])
    kept, place = [], 0
    while place < len(units):
        unit = units[place]
        if unit >= 32:
            kept.append(unit)
        elif unit == 10:
            kept.append(ord("\n"))
        place += 1 if unit >= 32 or unit in SINGLE_CONTROLS else 8
    return struct.pack(f"<{len(kept)}H", *kept).decode("utf-16-le", "replace")


def in_plain_text(path):
    with open(path, "rb") as file:
        content = file.read(4 * MOST_LETTERS)
    for encoding in encodings_of(content):
        try:
            # A letter may be cut in two at the end.
            yield codecs.getincrementaldecoder(encoding)().decode(content)
        except UnicodeDecodeError:
            continue
        return


READERS = {"PDF": in_pdf, "HWP": in_hwp, "TXT": in_plain_text, "CSV": in_plain_text}


def limit_resources():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    limit_resources()
    sys.stdout.buffer.write(text_of(*sys.argv[1:]).encode(errors="replace"))
