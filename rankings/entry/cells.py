"""What one cell of an entered table says: a rank as offices and publishers write it, or a rating.

Read exactly or not at all: a figure that could mean two things is an error, never a guess.
Every value has one spelling of its own (`str(value)`), which reads back as the same value.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

# The largest number that the rank column holds on every database.
LARGEST_RANK = 32_767
LARGEST_RATING = Decimal("999999.99")

# Only what a Korean keyboard, a typesetter or a spreadsheet puts for the same character: a
# general normalisation would also read «8²» as 82.
SPACES = "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
PLAIN = str.maketrans(
    "０１２３４５６７８９＝－–—−．，～〜∼" + SPACES, "0123456789=----.,~~~" + " " * len(SPACES)
)

ORDINAL = "위|st|nd|rd|th"
RANK = re.compile(
    rf"(?P<mark>=|공동|joint|tied|t-?)? ?(?P<digits>[0-9]+) ?(?P<after>{ORDINAL})?"
    r"(?P<tie> ?\((?:tied?|joint|공동)\))?(?P<equals>=)?",
    re.IGNORECASE,
)
BAND = re.compile(
    rf"(?P<first>[0-9]+) ?(?P<first_after>{ORDINAL})? ?(?:-|~|to) ?"
    rf"(?P<last>[0-9]+) ?(?P<last_after>{ORDINAL})?",
    re.IGNORECASE,
)
RATING = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?")
ABSENT_MARKS = ("x", "×")


class Trouble(Enum):
    """Why a cell could not be read."""

    NOT_A_RANK = auto()
    BELOW_ONE = auto()
    TOO_LARGE = auto()
    WRONG_ORDINAL = auto()
    WRONG_BAND = auto()
    NOT_A_RATING = auto()


class UnreadableError(ValueError):
    def __init__(self, trouble):
        super().__init__(trouble.name)
        self.trouble = trouble


@dataclass(frozen=True)
class Rank:
    """A place in a table; without a number, the reason why there is none.

    With `last`, the city lies somewhere from `number` to `last`: publishers who tell no exact
    places print such bands. A band is never a joint rank.
    """

    number: int | None = None
    is_joint: bool = False
    is_absent: bool = False
    last: int | None = None

    def __str__(self):
        if self.number is None:
            return "×" if self.is_absent else "-"
        if self.last is not None:
            return f"{self.number}-{self.last}"
        return f"={self.number}" if self.is_joint else str(self.number)


NOT_PUBLISHED = Rank()
ABSENT = Rank(is_absent=True)


@dataclass(frozen=True)
class Rating:
    value: Decimal

    def __str__(self):
        return f"{self.value.normalize():f}"


def plain_text(text):
    """`text` with one character for each that is written in several ways, single-spaced."""
    return " ".join(text.translate(PLAIN).split())


def read_rank(text):
    """The `Rank` that `text` says, None for an empty cell. Raises `UnreadableError`.

    `8`, `８`, `8위`, `8th` are ranks, `=8`, `8=`, `공동 8위`, `T8`, `tied 8th`, `8 (tie)` joint
    ones, `51-60`, `51~60위`, `51 to 60` bands; `-` was not published, `×` says that the table
    leaves the city out.
    """
    plain = plain_text(text)
    if not plain:
        return None
    if plain == "-":
        return NOT_PUBLISHED
    if plain.lower() in ABSENT_MARKS:
        return ABSENT
    if found := RANK.fullmatch(plain):
        number = ordinal(found["digits"], found["after"])
        return Rank(number, is_joint=bool(found["mark"] or found["tie"] or found["equals"]))
    if found := BAND.fullmatch(plain):
        return band(found)
    raise UnreadableError(Trouble.NOT_A_RANK)


def band(found):
    first = ordinal(found["first"], found["first_after"])
    last = ordinal(found["last"], found["last_after"])
    if last <= first:
        raise UnreadableError(Trouble.WRONG_BAND)
    return Rank(first, last=last)


def ordinal(digits, suffix):
    number = rank_number(digits)
    check_ordinal(number, (suffix or "").lower())
    return number


def rank_number(digits):
    significant = digits.lstrip("0")
    if not significant:
        raise UnreadableError(Trouble.BELOW_ONE)
    if len(significant) > len(str(LARGEST_RANK)) or int(significant) > LARGEST_RANK:
        raise UnreadableError(Trouble.TOO_LARGE)
    return int(significant)


def check_ordinal(number, suffix):
    """«11st» is a slip of the hand for 11th or for 21st: only its writer knows."""
    if suffix in ("", "위") or suffix == english_suffix(number):
        return
    raise UnreadableError(Trouble.WRONG_ORDINAL)


def english_suffix(number):
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def read_rating(text):
    """The `Rating` that `text` says, None for an empty cell or «-». Raises `UnreadableError`."""
    plain = plain_text(text)
    if plain in ("", "-"):
        return None
    if not RATING.fullmatch(plain):
        raise UnreadableError(Trouble.NOT_A_RATING)
    value = Decimal(plain.replace(",", ""))
    if value > LARGEST_RATING:
        raise UnreadableError(Trouble.TOO_LARGE)
    return Rating(value)
