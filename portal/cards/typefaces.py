"""Which typeface has a letter, and how wide the letter is in it."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

from rankings.downloads.pictures import FONT_FAMILY, FONT_FILES

CARDS = Path(__file__).parent / "fonts" / "HaeundaeCards-Bold.otf"
# Letters that are measured lie in so many pixels: enough for rounding not to matter.
MEASURED_AT = 1000
NOT_A_CHARACTER = "\uffff"
# What Korean keyboards write for marks that have a code of their own.
SAME_LOOKING = str.maketrans({"∼": "~", "˚": "°", "\u00ad": None, "\u3000": " "})
# Stands for a letter that no typeface has, as printers do with a missing sort.
MISSING_LETTER = "〓"
# Letters, figures and signs of arithmetic mean something; emoji may be left out.
MEANINGFUL = ("L", "N", "Sm")


@dataclass(frozen=True)
class Typeface:
    path: str
    family: str
    weight: int

    @cached_property
    def measured(self):
        return ImageFont.truetype(self.path, MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)

    @cached_property
    def looked_at(self):
        return ImageFont.truetype(self.path, 24, layout_engine=ImageFont.Layout.BASIC)

    @cached_property
    def missing(self):
        return bytes(self.looked_at.getmask(NOT_A_CHARACTER))


@lru_cache(maxsize=30_000)
def has_letter(face, letter):
    return bytes(face.looked_at.getmask(letter)) != face.missing


@lru_cache(maxsize=30_000)
def letter_width(face, letter):
    """In ems."""
    return face.measured.getlength(letter) / MEASURED_AT


REGULAR, BOLD = (
    Typeface(path, FONT_FAMILY, weight) for path, weight in zip(FONT_FILES, (400, 700), strict=True)
)
SUPPLEMENT = Typeface(str(CARDS), "Haeundae Cards", 700)
FILES = [*FONT_FILES, str(CARDS)]


@dataclass(frozen=True)
class Run:
    """Letters of one typeface."""

    text: str
    face: Typeface


@dataclass(frozen=True)
class Style:
    """A typeface with the one that has the letters it lacks."""

    face: Typeface

    def face_of(self, letter):
        return next((face for face in (self.face, SUPPLEMENT) if has_letter(face, letter)), None)

    def width(self, text):
        """How wide `text` is, in ems."""
        return sum(letter_width(self.face_of(letter) or self.face, letter) for letter in text)

    def runs(self, text):
        return [Run("".join(letters), face) for face, letters in groupby(text, self.face_of)]


@cache
def style(*, is_bold):
    return Style(BOLD if is_bold else REGULAR)


def style_for(text):
    """Bold, unless a letter is only to be had in regular: mixed within a word it looks broken."""
    bold, regular = style(is_bold=True), style(is_bold=False)
    rare = any(bold.face_of(letter) is None and regular.face_of(letter) for letter in text)
    return regular if rare else bold


def drawable(text):
    """`text` as the typefaces can draw it, in one line and without what is not seen."""
    text = unicodedata.normalize("NFC", text).translate(SAME_LOOKING)
    return " ".join("".join(map(drawn_as, text)).split())


@lru_cache(maxsize=30_000)
def drawn_as(letter):
    if letter.isspace():
        return " "
    if unicodedata.category(letter).startswith("C"):
        return ""
    if is_had(letter):
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    if plain != letter and all(map(is_had, plain)):
        return plain
    return MISSING_LETTER if unicodedata.category(letter).startswith(MEANINGFUL) else ""


def is_had(letter):
    return any(style(is_bold=is_bold).face_of(letter) for is_bold in (True, False))
