"""The names that a sentence may use, found in running text by their longest match."""

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from rankings.names.folding import folded

from .lexicon import NAME_ENDINGS, is_hangul

# What may stand between the letters of a name without being part of it: «기반 구축» is written
# «기반구축», «Asia/Pacific» also «Asia-Pacific».
BETWEEN = frozenset(" \n-·/&.'()")
WIDEST_GAP = 3
LONGEST_ENDING = max(map(len, NAME_ENDINGS))


@dataclass
class Meaning:
    """What a name stands for, which may be several things."""

    cities: set = field(default_factory=set)
    measures: set = field(default_factory=set)
    is_ranking: bool = False
    is_other_ranking: bool = False
    is_capital: bool = True  # every spelling known is all capitals, as abbreviations are


@dataclass(frozen=True)
class FoundName:
    end: int
    meaning: Meaning
    ending: str
    is_capitalised: bool


class Vocabulary:
    """The names around one ranking.

    `cities` and `measures` are pairs of (name, id), one for each name in any language;
    `rankings` the names and abbreviations of this ranking, `other_rankings` those of others;
    `editions` are (number, year, month or None), `overall` is the id of the overall measure.
    """

    def __init__(
        self,
        cities=(),
        measures=(),
        *,
        overall=None,
        rankings=(),
        other_rankings=(),
        editions=(),
    ):
        self.overall = overall
        self.editions = {number: (year, month) for number, year, month in editions}
        self._root = {}
        for name, city in cities:
            self._add(name, lambda meaning, city=city: meaning.cities.add(city))
        for name, measure in measures:
            self._add(name, lambda meaning, measure=measure: meaning.measures.add(measure))
        for name in rankings:
            self._add(name, lambda meaning: setattr(meaning, "is_ranking", True))
        for name in other_rankings:
            self._add(name, lambda meaning: setattr(meaning, "is_other_ranking", True))

    def _add(self, name, note):
        key = folded(name or "")
        if not key:
            return
        node = self._root
        for letter in key:
            node = node.setdefault(letter, {})
        meaning = node.setdefault("", Meaning())
        meaning.is_capital = meaning.is_capital and name.isupper()
        note(meaning)

    def find(self, text, start):
        """The longest name at `start`, where a word begins; None if none ends with a word."""
        node, gap, found = self._root, 0, None
        for position in range(start, len(text)):
            letters = folded_letter(text[position])
            if not letters:
                gap += 1
                if not continues(text, start, position, gap):
                    break
                continue
            gap = 0
            for letter in letters:
                node = node.get(letter)
                if node is None:
                    return found
            if "" in node:
                found = found_name(text, start, position + 1, node[""]) or found
        return found

    def edition_of(self, date):
        """The number of the only edition of that month, half or year; None when there are more."""
        matching = [number for number, when in self.editions.items() if fits(date, when)]
        return matching[0] if len(matching) == 1 else None

    def agrees(self, number, date):
        return fits(date, self.editions[number])


def fits(date, published):
    year, month = published
    if date.year != year:
        return False
    if month is None:
        return True
    if date.month:
        return date.month == month
    return not date.half or date.half == (1 if month <= 6 else 2)


def continues(text, start, position, gap):
    """Whether a name may go on behind this character; no name reaches over an empty line."""
    if gap > WIDEST_GAP or position == start or text[position] not in BETWEEN:
        return False
    return "\n" not in text[position - gap + 1 : position]


@lru_cache(maxsize=4096)
def folded_letter(letter):
    return folded(unicodedata.normalize("NFKD", letter))


def found_name(text, start, end, meaning):
    """The name at `start`, if it ends where a word does; with a Korean ending behind it."""
    is_capitalised = not text[start].islower()
    if meaning.is_capital and not text[start:end].isupper() and text[start].isascii():
        return None
    if "(" in text[start:end] and text[end : end + 1] == ")":
        end += 1
    ending = hangul_from(text, end)
    if ending not in NAME_ENDINGS:
        return None
    following = text[end + len(ending) : end + len(ending) + 2]
    if following[:1].isalpha() or (following[:1].isdigit() and not meaning.is_ranking):
        return None
    if following[:1] == "-" and following[1:].islower():
        return None
    return FoundName(end + len(ending), meaning, NAME_ENDINGS.get(ending, ""), is_capitalised)


def hangul_from(text, start):
    """The rest of the Korean word at `start`; None if it is longer than any ending."""
    end = start
    while is_hangul(text[end : end + 1]):
        end += 1
        if end - start > LONGEST_ENDING:
            return None
    return text[start:end]
