"""A text cut into pieces, so that the words which figures were read from can be marked."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

SENTENCE_END = re.compile(r"[.!?。]\s|\n")
# How far a sentence is followed to each side.
REACH = 200


@dataclass(frozen=True)
class Piece:
    """`begun` are the numbers of the spans whose first characters these are."""

    text: str
    is_marked: bool
    begun: tuple = ()


def pieces(text, spans):
    """The `Piece`s of `text`, cut wherever one of the spans (start, end) begins or ends.

    Spans are numbered from 1 and may overlap; what several of them share is still one piece.
    """
    begun, depth = defaultdict(list), defaultdict(int)
    for number, (start, end) in enumerate(spans, 1):
        begun[start].append(number)
        depth[start] += 1
        depth[end] -= 1
    covering = 0
    for start, end in pairwise(sorted({0, len(text), *depth})):
        covering += depth[start]
        yield Piece(text[start:end], covering > 0, tuple(begun[start]))


def sentence_around(text, start, end):
    """The sentence of `text` that holds this span, in one line."""
    before = text[max(0, start - REACH) : start]
    endings = [found.end() for found in SENTENCE_END.finditer(before)]
    first = start - len(before) + (endings[-1] if endings else 0)
    found = SENTENCE_END.search(text, end, end + REACH)
    last = found.end() if found else end + REACH
    return " ".join(text[first:last].split())
