"""A compound file with the streams of an HWP 5 document, written as Microsoft's [MS-CFB] says.

Each stream is made so long that it lies in sectors of its own, of 512 bytes.
"""

import struct
import zlib

SECTOR = 512
SHORTEST = 4096  # shorter streams would lie in a stream of their own kind
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5


def hwp(paragraphs, flags=1):
    """An HWP 5 document with `paragraphs` in its first section."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    section = b"".join(record(67, text.encode("utf-16-le")) for text in paragraphs)
    deflate = zlib.compressobj(wbits=-15)
    packed = deflate.compress(section) + deflate.flush() if flags & 1 else section
    return compound(header, packed)


def record(tag, content):
    size = len(content)
    if size < 0xFFF:
        return struct.pack("<I", size << 20 | tag) + content
    return struct.pack("<II", 0xFFF << 20 | tag, size) + content


def compound(header, section):
    streams = [padded(header), padded(section)]
    starts, chains, place = [], [], 2
    for stream in streams:
        count = len(stream) // SECTOR
        starts.append(place)
        chains += [*range(place + 1, place + count), END]
        place += count
    table = struct.pack("<128I", *([TABLE, END, *chains] + [FREE] * 126)[:128])
    directory = (
        entry("Root Entry", ROOT, child=1)
        + entry("FileHeader", STREAM, right=2, start=starts[0], size=len(streams[0]))
        + entry("BodyText", STORAGE, child=3)
        + entry("Section0", STREAM, start=starts[1], size=len(streams[1]))
    )
    return start() + table + directory + b"".join(streams)


def padded(stream):
    size = max(SHORTEST, -(-len(stream) // SECTOR) * SECTOR)
    return stream.ljust(size, b"\0")


def start():
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    sizes = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<IIIIIIIIII", 0, 1, 1, 0, SHORTEST, END, 0, END, 0, 0)
    return signature + sizes + places[:40] + b"\xff\xff\xff\xff" * 108


def entry(name, kind, child=FREE, right=FREE, start=0, size=0):
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
    return head + struct.pack("<III36xIQ", FREE, right, child, start, size)
