"""The marks that a line begins with.

Signs that 한글 or a keyboard gives in several codes for the same shape (‐ － for -, ∙ ・ for ·,
◯ for ○) count as that shape.
"""

import re
from dataclasses import dataclass

from .bold import bold_spans
from .scan import BLANKS

FIRST_LEVEL = "□■▣◈◆◇"
SECOND_LEVEL = "○❍ㅇ◦●◯"
# Two such shapes in a row stand for a name that is withheld: «○○구».
SHAPE = re.compile(
    f"([{FIRST_LEVEL}])(?![{FIRST_LEVEL}])|([{SECOND_LEVEL}])(?![{SECOND_LEVEL}ㄱ-ㅎ])"
)
# Dashes and dots also join words and numbers; what follows decides: «-5도» and «-based» are text.
DASH_OR_DOT = re.compile(r"[-–―‐－·ㆍ∙・‧⋅･](?=[\s가-힣(（\[<〈【「『“‘\"']|$)|•")
NOTE = re.compile("※")
FOOTNOTE = re.compile(r"\*{1,4}(?!\*)")
# Bullets and numbers of other notations, and the private-use codes of the symbol faces of 한글.
UNKNOWN = re.compile(
    "[▪▫▬▶▷►▸▹▻▼▽▾▿◀◁◂◃◉◊◌◍◎◐◑◒◓◘◙◻◼◽◾☐☑☒☛☞♠♣♥♦★☆✓✔✦✧✱❏❐❑❒❖➔➢➣➤⦁⬛⬜Ⅰ-Ⅻ\ue000-\uf8ff]"
)

HANGUL_ORDER = "가나다라마바사아자차카타파하"
NUMBER_OR_HANGUL = f"(?P<number>[0-9]{{1,2}})|(?P<hangul>[{HANGUL_ORDER}])"
# «12. 17.(수)» is a date, «2025.» a year and «1.5배» a quantity.
POINTED = re.compile(
    rf"(?:(?P<number>[0-9]{{1,2}})\.(?!\s+[0-9]{{1,2}}\.(?:[\s(]|$))(?![0-9])"
    rf"|(?P<hangul>[{HANGUL_ORDER}])\.(?=[\s(]|$))"
)
CLOSED = re.compile(rf"(?:{NUMBER_OR_HANGUL})\)")
BRACKETED = re.compile(rf"\((?:{NUMBER_OR_HANGUL})\)")
CIRCLED = {
    chr(first + offset): (style, number + offset)
    for style, number, first, count in (
        ("①", 1, 0x2460, 20),
        ("①", 21, 0x3251, 15),
        ("①", 36, 0x32B1, 15),
        ("①", 1, 0x2780, 10),
        ("❶", 1, 0x2776, 10),
        ("❶", 1, 0x278A, 10),
        ("❶", 11, 0x24EB, 10),
    )
    for offset in range(count)
}


@dataclass(frozen=True, slots=True)
class Bullet:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """«나.» has the style «가.» and the number 2."""

    style: str
    number: int
    written: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    text: str


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    mark: str
    text: str


def read_mark(text: str) -> Bullet | Label | NoteMark | FootnoteMark | None:
    """What the line is, if a mark of the notation begins it."""
    if found := NOTE.match(text):
        return NoteMark(_after(found))
    return _bullet(text) or _label(text) or _footnote(text)


def is_enclosed(text: str) -> bool:
    """«- 끝 -», «- 세계 8위 -»: an ending, a page number or a subtitle, not a point."""
    dash = text[:1]
    return bool(dash) and dash in "-–―" and text.endswith(dash) and bool(text.strip(dash + BLANKS))


def begins_with_unknown_mark(text: str) -> bool:
    return bool(UNKNOWN.match(text))


def footnote_marks(texts: list[str]) -> set[str]:
    return {found.mark for text in texts if text.startswith("*") and (found := _footnote(text))}


def _bullet(text: str) -> Bullet | None:
    if found := SHAPE.match(text):
        return Bullet(found.lastindex, _after(found))
    if (found := DASH_OR_DOT.match(text)) and not is_enclosed(text):
        return Bullet(3, _after(found))
    return None


def _label(text: str) -> Label | None:
    if circled := CIRCLED.get(text[:1]):
        return Label(*circled, text[0], text[1:].lstrip(BLANKS))
    for pattern, numeric, hangul in (
        (POINTED, "1.", "가."),
        (CLOSED, "1)", "가)"),
        (BRACKETED, "(1)", "(가)"),
    ):
        if found := pattern.match(text):
            return _numbered(found, numeric, hangul)
    return None


def _numbered(found: re.Match, numeric: str, hangul: str) -> Label:
    if found["number"]:
        return Label(numeric, int(found["number"]), found.group(), _after(found))
    return Label(hangul, HANGUL_ORDER.index(found["hangul"]) + 1, found.group(), _after(found))


def _footnote(text: str) -> FootnoteMark | None:
    found = FOOTNOTE.match(text)
    # A line that begins with **bold** is not a footnote.
    if not found or 0 in bold_spans(text, after_word=True):
        return None
    return FootnoteMark(found.group(), _after(found))


def _after(found: re.Match) -> str:
    return found.string[found.end() :].lstrip(BLANKS)
