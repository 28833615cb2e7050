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

# Only what a Korean keyboard or a spreadsheet puts for the same character: a general
# normalisation would also read «8²» as 82.
PLAIN = str.maketrans("０１２３４５６７８９＝－–—−．，\u3000\u00a0\t", "0123456789=----.,   ")

RANK = re.compile(
    r"(?P<mark>=|공동|joint)? ?(?P<digits>[0-9]+) ?(?P<after>위|st|nd|rd|th)?(?P<equals>=)?",
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
    NOT_A_RATING = auto()


class UnreadableError(ValueError):
    def __init__(self, trouble):
        super().__init__(trouble.name)
        self.trouble = trouble


@dataclass(frozen=True)
class Rank:
    """A place in a table; without a number, the reason why there is none."""

    number: int | None = None
    is_joint: bool = False
    is_absent: bool = False

    def __str__(self):
        if self.number is None:
            return "×" if self.is_absent else "-"
        return f"={self.number}" if self.is_joint else str(self.number)


NOT_PUBLISHED = Rank()
ABSENT = Rank(is_absent=True)


@dataclass(frozen=True)
class Rating:
    value: Decimal

    def __str__(self):
        return f"{self.value.normalize():f}"


def read_rank(text):
    """The `Rank` that `text` says, None for an empty cell. Raises `UnreadableError`.

    `8`, `８`, `8위`, `8th` are ranks, `=8`, `8=`, `공동 8위`, `joint 8th` joint ones;
    `-` was not published, `×` says that the table leaves the city out.
    """
    plain = text.translate(PLAIN).strip()
    if not plain:
        return None
    if plain == "-":
        return NOT_PUBLISHED
    if plain.lower() in ABSENT_MARKS:
        return ABSENT
    found = RANK.fullmatch(plain)
    if not found:
        raise UnreadableError(Trouble.NOT_A_RANK)
    number = rank_number(found["digits"])
    check_ordinal(number, (found["after"] or "").lower())
    return Rank(number, is_joint=bool(found["mark"] or found["equals"]))


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
    plain = text.translate(PLAIN).strip()
    if plain in ("", "-"):
        return None
    if not RATING.fullmatch(plain):
        raise UnreadableError(Trouble.NOT_A_RATING)
    value = Decimal(plain.replace(",", ""))
    if value > LARGEST_RATING:
        raise UnreadableError(Trouble.TOO_LARGE)
    return Rating(value)
