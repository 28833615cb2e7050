"""What a reader typed, as pieces that a text must hold."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from .pieces import SYLLABLE, WORD_START, beginnings, fewest_pieces, folded, is_syllable, units

# Words beyond these narrow nothing down, but each costs time.
MOST_WORDS = 10
# The beginning of an English word stands for the word, unless it is as short as «AI».
SHORTEST_BEGINNING = 3
BEGINNING = re.compile(rf"(?:(?!{SYLLABLE})[^\W\d_]){{{SHORTEST_BEGINNING},}}")
# What grammar puts behind a noun; longer ones first, so that «에서는» is not taken for «는».
SURE_ENDINGS = (
    *("에서는", "에서도", "으로는", "으로도", "에게는", "이라는", "까지는"),
    *("에서", "에게", "으로", "부터", "까지", "보다", "처럼", "에는", "에도", "와의", "과의"),
    *("은", "는", "을", "를"),
)
# These end many a noun, too: 사업가, 제주도, 해운대로.
LIKELY_ENDINGS = ("이나", "이", "가", "의", "에", "와", "과", "도", "로", "만", "나")
SHORTEST_NOUN = 2
SIGNS_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True)
class Piece:
    """A piece of a text, or the beginning of one."""

    text: str
    is_beginning: bool = False


@dataclass(frozen=True)
class AllOf:
    """What a text holds that holds all `parts`."""

    parts: tuple


@dataclass(frozen=True)
class AnyOf:
    """What a text holds that holds one of `parts`."""

    parts: tuple


def is_held(wanted, pieces):
    """Whether a text of these `pieces`, a set, holds what is wanted."""
    match wanted:
        case AllOf(parts):
            return all(is_held(part, pieces) for part in parts)
        case AnyOf(parts):
            return any(is_held(part, pieces) for part in parts)
        case Piece(text, is_beginning=True):
            return any(piece.startswith(text) for piece in pieces)
        case Piece(text):
            return text in pieces


@dataclass(frozen=True)
class Word:
    """A word of a query, folded, without signs around it; of signs alone, the signs.

    `equals` are other words, folded too, that mean the same; any of these may have spaces.
    """

    text: str
    equals: tuple[str, ...] = ()

    @cached_property
    def typed(self):
        """What a text with this word holds."""
        return self.any_way(without(SURE_ENDINGS, self.text), pieces_of)

    @cached_property
    def begun(self):
        """What a text holds in which a word begins with this one."""
        return self.any_way(without(SURE_ENDINGS, self.text), begun_pieces_of)

    @cached_property
    def bare(self):
        """What a text with this word holds, without what may be an ending, too."""
        return self.any_way(bare_noun(self.text), pieces_of)

    def any_way(self, word, pieces):
        equals = (whole(pieces(way)) for way in self.equals)
        return AnyOf(tuple(AllOf(tuple(way)) for way in (pieces(word), *equals)))

    @property
    def forms(self):
        """The ways in which it may stand in a text."""
        return list(dict.fromkeys([self.text, bare_noun(self.text), *self.equals]))


def read_query(text):
    """The words of `text`, each once."""
    typed = (SIGNS_AROUND.sub("", word) or word for word in folded(text).split())
    return [Word(word) for word in list(dict.fromkeys(typed))[:MOST_WORDS]]


def bare_noun(word):
    """`word` without the ending that grammar put on a Korean noun; else as it is."""
    return without((*SURE_ENDINGS, *LIKELY_ENDINGS), word)


def without(endings, word):
    if all(map(is_syllable, word)):
        ending = next((ending for ending in endings if word.endswith(ending)), "")
        noun = word.removesuffix(ending)
        return noun if len(noun) >= SHORTEST_NOUN else word
    return word


def pieces_of(word):
    return [Piece(piece, is_beginning(piece)) for piece in fewest_pieces(word)]


def begun_pieces_of(word):
    """Those of the word, and its beginning, which says more than its first two syllables."""
    pieces = pieces_of(word)
    first = next(beginnings(list(units(word))), None)
    if first is None:
        return pieces
    return [Piece(first), *(piece for piece in pieces if WORD_START + piece.text != first)]


def whole(pieces):
    """What nobody typed need not be the beginning of another word."""
    return [replace(piece, is_beginning=False) for piece in pieces]


def is_beginning(unit):
    """Whether a word that begins like this may be meant, too."""
    return bool(BEGINNING.fullmatch(unit))
