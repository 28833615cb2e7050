"""The pieces in which texts are compared.

Korean glues endings and other nouns to a word, so words are no units to look for. A syllable of
Hangul (a Chinese character, a kana) is a unit of its own; other words are units as a whole,
English ones without their endings. Pieces are one, two or three units in a row that hold a
syllable, across spaces too: writers disagree on where to put them, but «스마트 센터» and
«스마트센터» give the same pieces. A text that holds all pieces of a word holds the word.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from snowballstemmer import stemmer

SYLLABLE = "[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
UNIT = re.compile(rf"{SYLLABLE}|(?:(?!{SYLLABLE})[^\W_])+")
# What stands between two units of one run; anything else ends it.
SPACE = re.compile(r"\s*")
IS_SYLLABLE = re.compile(SYLLABLE)

ENGLISH = re.compile("[a-z]{3,}")
english = stemmer("english")


def is_syllable(unit):
    return bool(IS_SYLLABLE.match(unit))


@lru_cache(maxsize=20_000)
def folded_character(char):
    """`char` without what no reader searches by: case, width, accents, invisible signs."""
    if unicodedata.category(char) == "Cf":
        return ""
    plain = unicodedata.normalize("NFKC", char).casefold()
    decomposed = unicodedata.normalize("NFD", plain)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def folded(text):
    return "".join(map(folded_character, unicodedata.normalize("NFC", text)))


def runs(text):
    """Lists of the units of a folded text between which nothing but spaces stands."""
    run, end = [], 0
    for unit in UNIT.finditer(text):
        if run and not SPACE.fullmatch(text, end, unit.start()):
            yield run
            run = []
        run.append(stem(unit[0]))
        end = unit.end()
    if run:
        yield run


@lru_cache(maxsize=50_000)
def stem(word):
    return english.stemWord(word) if ENGLISH.fullmatch(word) else word


def spans(run):
    """(start, end) of the pieces of a run: units, pairs with a syllable, three syllables."""
    kinds = [is_syllable(unit) for unit in run]
    yield from ((at, at + 1) for at in range(len(run)))
    yield from ((at, at + 2) for at, kind in enumerate(pairwise(kinds)) if any(kind))
    yield from ((at, at + 3) for at in range(len(run) - 2) if all(kinds[at : at + 3]))


def all_pieces(text):
    """The pieces of any text, each once."""
    found = {}
    for run in runs(folded(text)):
        found |= dict.fromkeys("".join(run[start:end]) for start, end in spans(run))
    return list(found)


def telling_pieces(text):
    """The pieces of `text` that are no single syllables: two texts that share them are alike."""
    return {piece for piece in all_pieces(text) if len(piece) > 1}


def fewest_pieces(run):
    """Those among the pieces of a run that hold all the others."""
    found = list(spans(run))
    outer = [span for span in found if not any(is_within(span, other) for other in found)]
    return ["".join(run[start:end]) for start, end in outer]


def is_within(span, other):
    return span != other and other[0] <= span[0] and span[1] <= other[1]
