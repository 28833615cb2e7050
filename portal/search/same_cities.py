"""Words of a query that name a city, with its other names: Pusan, Busan and 부산 are equal."""

from dataclasses import replace

from news.search.pieces import all_pieces, folded
from news.search.query import bare_noun, read_query
from rankings.names.index import CityNames

# Words of a name: Busan Metropolitan City.
LONGEST_NAME = 4


class SameCities:
    """`cities` have names; a name that several of them carry means none."""

    def __init__(self, cities):
        self.names = CityNames((name, city.names) for city in cities for name in city.names)

    def read(self, query):
        """The Words of `query`; those of a name in several words are one."""
        words, read = read_query(query), []
        while words:
            length, word = self.longest_name(words) or (1, words[0])
            read.append(word)
            words = words[length:]
        return read

    def longest_name(self, words):
        for length in range(min(LONGEST_NAME, len(words)), 0, -1):
            text = " ".join(word.text for word in words[:length])
            if names := self.names_of_one(text) or self.names_of_one(bare_noun(text)):
                return length, replace(words[0], text=text, equals=others(text, names))
        return None

    def names_of_one(self, name):
        found = self.names.find(name)
        return next(iter(found)) if len(found) == 1 else ()


def others(typed, names):
    """Those of `names` that find something else than `typed`, and than each other."""
    known = [set(all_pieces(bare_noun(typed)))]
    kept = []
    for name in sorted(map(folded, names), key=len):
        pieces = set(all_pieces(name))
        if not any(pieces <= other or other <= pieces for other in known):
            known.append(pieces)
            kept.append(name)
    return tuple(kept)
