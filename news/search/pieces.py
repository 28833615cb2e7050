"""The pieces in which texts are compared.

Korean glues endings and other nouns to a word, so words are no units to look for. A syllable of
Hangul (a Chinese character, a kana) is a unit of its own; other words are units as a whole,
English ones without their endings; signs are units, too. Pieces are single units, two or three
syllables in a row, a syllable with the word beside it, and a sign with what it joins. Spaces do
not count: writers disagree on where to put them, but «스마트 센터» and «스마트센터» give the same
pieces. A text that holds all pieces of a word holds the word.

With what words begin is noted apart, for the order of what is found: whoever looks for «문의»
rarely means the end of «본문의».
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from snowballstemmer import stemmer

SYLLABLE = "[\u1100-\u11ff\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4db5\u4e00-\u9fcb\uac00-\ud7a3]"
UNIT = re.compile(rf"(?P<syllable>{SYLLABLE})|(?P<word>(?:(?!{SYLLABLE})[^\W_])+)|(?:[^\w\s]|_)+")
# What both databases take for letters, whichever Unicode they know.
KNOWN = re.compile(f"(?:{SYLLABLE}|[0-9a-z\u00df-\u024f\u0370-\u052f])+")
# A letter of private use, which no text has by itself.
WORD_START = "\ue001"
# PostgreSQL holds no piece of more than 2,046 bytes.
LONGEST_UNIT = 100

ENGLISH = re.compile("[a-z]{3,}")
english = stemmer("english")

# Signs that readers type in one way and writers in many.
SAME_SIGNS = {
    **dict.fromkeys("‘’‛`´′ʼ＇", "'"),
    **dict.fromkeys("“”„‟″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("ㆍ•‧∙⋅・･", "·"),
    **dict.fromkeys("∼〜～˜", "~"),
}


class Unit(NamedTuple):
    """`text` is what is compared of what is `written` from `start` to `end` of a folded text."""

    text: str
    written: str
    start: int
    end: int
    kind: str


@lru_cache(maxsize=20_000)
def folded_character(char):
    """`char` without what no reader searches by: case, width, accents, invisible signs."""
    if char in SAME_SIGNS:
        return SAME_SIGNS[char]
    if unicodedata.category(char) == "Cf":
        return ""
    plain = unicodedata.normalize("NFKC", char).casefold()
    decomposed = unicodedata.normalize("NFD", plain)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def folded(text):
    return "".join(map(folded_character, unicodedata.normalize("NFC", text)))


def is_syllable(char):
    return bool(re.match(SYLLABLE, char))


def units(text):
    """The units of a folded text, between which nothing but spaces stands."""
    for match in UNIT.finditer(text):
        kind = match.lastgroup or "sign"
        yield Unit(compared(match[0], kind), match[0], match.start(), match.end(), kind)


@lru_cache(maxsize=50_000)
def compared(written, kind):
    if kind == "sign":
        return "".join(map(spelled, written[:LONGEST_UNIT]))
    word = written[:LONGEST_UNIT]
    if ENGLISH.fullmatch(word):
        return english.stemWord(word)
    return word if KNOWN.fullmatch(word) else "".join(map(spelled, word))


def spelled(char):
    """A sign, or a letter that a database may not know, as digits and letters that they know."""
    return f"0{ord(char):x}0"


def spans(row):
    """(first, last + 1) of the units in each piece of more than one, in a list of units."""
    for at, (one, other) in enumerate(pairwise(row)):
        kinds = {one.kind, other.kind}
        if "syllable" in kinds and "sign" not in kinds:
            yield at, at + 2
    for at in range(len(row) - 2):
        kinds = [unit.kind for unit in row[at : at + 3]]
        if kinds == ["syllable"] * 3:
            yield at, at + 3
        elif kinds[1] == "sign" and joins(*row[at : at + 3]):
            yield at, at + 2
            yield at + 1, at + 3


def joins(before, sign, after):
    """Whether no space parts the sign from what stands around it."""
    return before.end == sign.start and sign.end == after.start


def alone(unit):
    """The pieces of a unit by itself: of signs in a row each can be looked for."""
    return list(map(spelled, unit.written)) if unit.kind == "sign" else [unit.text]


def all_pieces(text):
    """The pieces of any text, each once."""
    return pieces_in(list(units(folded(text))))


def indexed_pieces(text):
    """The same, and how its words begin."""
    row = list(units(folded(text)))
    return [*pieces_in(row), *dict.fromkeys(beginnings(row))]


def pieces_in(row):
    found = {piece: None for unit in row for piece in alone(unit)}
    found |= {piece_of(row[start:end]): None for start, end in spans(row)}
    return list(found)


def beginnings(row):
    """A piece for each word that begins with two syllables."""
    syllables = [unit.kind == "syllable" for unit in row]
    for at in range(len(row) - 1):
        goes_on = at and syllables[at - 1] and row[at - 1].end == row[at].start
        if syllables[at] and syllables[at + 1] and not goes_on:
            yield WORD_START + piece_of(row[at : at + 2])


def piece_of(row):
    return "".join(unit.text for unit in row)


def telling_pieces(text):
    """The pieces of `text` that are no single syllables: two texts that share them are alike."""
    return {piece for piece in all_pieces(text) if len(piece) > 1}


def fewest_pieces(text):
    """Those among the pieces of a folded text that hold all the others."""
    row = list(units(text))
    found = list(spans(row))
    outer = [span for span in found if not any(is_within(span, other) for other in found)]
    covered = {place for start, end in outer for place in range(start, end)}
    lone = [unit for place, unit in enumerate(row) if place not in covered]
    return [
        *(piece_of(row[start:end]) for start, end in outer),
        *(piece for unit in lone for piece in alone(unit)),
    ]


def is_within(span, other):
    return span != other and other[0] <= span[0] and span[1] <= other[1]
