"""A city by whichever of its names someone wrote: in any language, an alias, the short name."""

from collections import Counter, defaultdict
from difflib import get_close_matches
from functools import cached_property
from itertools import pairwise

from .folding import folded

# From here on two spellings look like one name; below it the proposals are noise.
SIMILAR = 0.6
# Comparing letter by letter is slow: only the names that share most pairs of letters are worth it.
LIKELY = 40


class CityNames:
    """An index over pairs of (name, id of the city); a city may have any number of names."""

    def __init__(self, names):
        self._spelling = {}
        self._ids = {}
        for name, city in names:
            key = folded(name or "")
            if key:
                self._spelling.setdefault(key, name)
                self._ids.setdefault(key, set()).add(city)

    def find(self, text):
        """The ids of the cities that carry this name: none, one, or several namesakes."""
        return self._ids.get(folded(text), set())

    def near(self, text):
        """At most three names that `text` may be a misspelling of, the nearest first."""
        key = folded(text)
        nearest = get_close_matches(key, self._likely(key), 3, SIMILAR)
        return [self._spelling[name] for name in nearest]

    def _likely(self, key):
        shared = Counter(name for pair in pairwise(key) for name in self._by_pair.get(pair, ()))
        return sorted(shared, key=lambda name: (-shared[name] / (len(key) + len(name)), name))[
            :LIKELY
        ]

    @cached_property
    def _by_pair(self):
        names = defaultdict(set)
        for name in self._ids:
            for pair in pairwise(name):
                names[pair].add(name)
        return names
