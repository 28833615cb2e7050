"""Lines: text as an editor pasted it → lines that can be read safely."""

import re
from dataclasses import dataclass

from .problems import Problem, problem

# What a reader does not see at the ends of a line: spaces of every width, and marks of no width.
BLANKS = " \t\u00a0\u1680\u202f\u205f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
WIDTHS = {"\t": 4, "\u3000": 2} | dict.fromkeys("\u200b\u2060\ufeff", 0)

LINE_BREAK = re.compile(r"\r\n?")
SPACE_CONTROL = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Half of a surrogate pair cannot be sent as UTF-8, the noncharacters cannot stand in a feed (XML).
UNSHOWABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Line:
    """``indent`` is in columns; ``text`` has no blanks at its ends."""

    number: int
    indent: int
    text: str


def scan(text: str) -> tuple[list[Line], list[Problem]]:
    problems: list[Problem] = []
    written = LINE_BREAK.sub("\n", text).split("\n")
    lines = [_read(number, line, problems) for number, line in enumerate(written, 1)]
    return lines, problems


def _read(number: int, written: str, problems: list[Problem]) -> Line:
    for pattern, replacement, code in ((BIDI, "", "bidi"), (UNSHOWABLE, "\ufffd", "character")):
        written, count = pattern.subn(replacement, written)
        if count:
            problems.append(problem(number, code))
    written = CONTROL.sub("", SPACE_CONTROL.sub(" ", written))
    text = written.lstrip(BLANKS)
    indent = written[: len(written) - len(text)]
    return Line(number, _width(indent), text.rstrip(BLANKS))


def _width(indent: str) -> int:
    return sum(WIDTHS.get(character, 1) for character in indent)
