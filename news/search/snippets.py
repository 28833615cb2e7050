"""Where in a text the words of a query stand, and the part of it that shows them best."""

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

from .pieces import folded_character, units
from .query import is_beginning

# Among these the densest place is chosen; a text with more speaks of little else.
MOST_HITS = 200
# Figures and embeds as they are written: readers see other things where these stand.
CODE = re.compile(r"\[\[[^\[\]]*\]\]|!\[[^\[\]]*\]\([^()]*\)")
SENTENCE_ENDS = tuple(".?!…:;")
BETWEEN_LINES = " · "


class Part(NamedTuple):
    """A part of a text; one that the query speaks of is a hit."""

    text: str
    is_hit: bool


class Place(NamedTuple):
    """A unit of a text, and where it stands there."""

    unit: str
    start: int
    end: int


def marked(text, words):
    """`text` in `Part`s, so that those which `words` of a query speak of can be marked."""
    text = unicodedata.normalize("NFC", text)
    parts, end = [], 0
    for start, stop in hits(text, words):
        if start > end:
            parts.append(Part(text[end:start], False))
        parts.append(Part(text[start:stop], True))
        end = stop
    if end < len(text):
        parts.append(Part(text[end:], False))
    return parts


def excerpt(text, words, length):
    """About `length` characters of `text` around the place with the most different words."""
    text = on_one_line(unicodedata.normalize("NFC", text))
    if len(text) <= length:
        return marked(text, words)
    start = beginning_of(text, best_place(text, words, length), length)
    end = end_of(text, start + length)
    lead, trail = "… " * (start > 0), " …" * (end < len(text))
    return marked(f"{lead}{text[start:end].strip(BETWEEN_LINES)}{trail}", words)


def on_one_line(text):
    """The lines of `text` without codes; a dot parts what are no sentences."""
    lines = (" ".join(CODE.sub(" ", line).split()).strip(", ") for line in text.splitlines())
    *others, last = [line for line in lines if line] or [""]
    return "".join(f"{line}{separator_after(line)}" for line in others) + last


def separator_after(line):
    return " " if line.endswith(SENTENCE_ENDS) else BETWEEN_LINES


def best_place(text, words, length):
    """Where the stretch of `length` characters begins that has most words, and those most often."""
    places = places_of(text)
    found = [(at, word) for word in words for at, _stop in spans_of(word, places, text)]
    found = sorted(found, key=lambda pair: pair[0])[:MOST_HITS]

    def worth(pair):
        within = [word for at, word in found if pair[0] <= at < pair[0] + length]
        return len(set(within)), len(within)

    return max(found, key=worth)[0] if found else 0


def beginning_of(text, place, length):
    """A little before `place`, at the beginning of a word; the end of the text is used up."""
    start = max(0, min(place - length // 5, len(text) - length))
    space = text.find(" ", start, place)
    return 0 if start == 0 else (space + 1 if space >= 0 else start)


def end_of(text, end):
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - 20, end)
    return space if space >= 0 else end


def hits(text, words):
    """(start, stop) of what `words` speak of in a text in NFC, in order, without overlaps."""
    places = places_of(text)
    return merged(sorted(span for word in words for span in spans_of(word, places, text)), text)


def spans_of(word, places, text):
    """(start, stop) of each place where the units of a text are those of `word`."""
    return [
        (places[at].start, places[at + len(form) - 1].end)
        for form in forms(word)
        for at in range(len(places))
        if stands_at(form, places, at, text)
    ]


def forms(word):
    """The units of a word of a query, in each of its forms."""
    return [[unit.text for unit in units(form)] for form in word.forms]


def places_of(text):
    """The units of a text, with places in the text as it is, not as it is folded."""
    origin, written = [], []
    for place, char in enumerate(text):
        plain = folded_character(char)
        written.append(plain)
        origin += [place] * len(plain)
    return [
        Place(unit.text, origin[unit.start], origin[unit.end - 1] + 1)
        for unit in units("".join(written))
    ]


def stands_at(form, places, at, text):
    row = places[at : at + len(form)]
    return (
        len(row) == len(form)
        and all(is_said(unit, place.unit) for unit, place in zip(form, row, strict=True))
        and all(not text[a.end : b.start].strip() for a, b in pairwise(row))
    )


def is_said(wanted, unit):
    return unit == wanted or (is_beginning(wanted) and unit.startswith(wanted))


def merged(spans, text):
    """`spans` without overlaps; those with nothing but spaces between are one."""
    found = []
    for start, stop in spans:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found
