"""The names around a ranking, from the database: to read sentences, and to choose from."""

from collections.abc import Hashable
from dataclasses import dataclass

from modeltranslation.utils import get_translation_fields

from rankings.sentences import Vocabulary

from ...models import City, Edition, Ranking
from ...names.folding import folded
from ...names.index import CityNames
from ..drafts import names_of_measures
from ..storage import city_spellings

# Shorter names stand in other words by chance.
SHORTEST = 2


class Choosable:
    """What a figure can be of: `labels` maps ids to the names to show.

    `spellings` are pairs of every name that people write and an id, `codes` maps ids to what
    tells namesakes apart.
    """

    def __init__(self, labels, spellings, codes):
        self.labels, self.codes = labels, codes
        self._spellings = spellings
        self._index = CityNames(spellings)

    def near(self, label, quote):
        """The ids of what `quote` seems to name, then of what is called much like `label`."""
        words = folded(quote)
        keys = ((folded(name), key) for name, key in self._spellings)
        named = [key for name, key in keys if len(name) >= SHORTEST and name in words]
        similar = [key for name in self._index.near(label) for key in self._index.find(name)]
        return [key for key in dict.fromkeys([*named, *similar]) if key in self.labels]

    def name_for_table(self, key):
        """The name of `key`, and whether it alone tells which one is meant."""
        label = self.labels[key]
        if self._index.find(label) == {key}:
            return label, True
        return f"{label} ({self.codes[key]})", False


@dataclass
class Names:
    """Cities and measures to choose from, `editions` by number, and what sentences call them."""

    cities: Choosable
    measures: Choosable
    overall: Hashable | None
    editions: dict
    vocabulary: Vocabulary


def load_names(ranking):
    measures = list(ranking.measures.all())
    overall = next((one.pk for one in measures if one.is_overall), None)
    editions = {edition.number: edition for edition in ranking.editions.select_related("ranking")}
    spellings = city_spellings()
    labels = [(name, pk) for pk, names in names_of_measures(ranking).items() for name in names]
    vocabulary = Vocabulary(
        spellings,
        labels,
        overall=overall,
        rankings=names_of_rankings(Ranking.objects.filter(pk=ranking.pk)),
        other_rankings=names_of_rankings(Ranking.objects.exclude(pk=ranking.pk)),
        editions=[appearance(edition) for edition in editions.values()],
    )
    return Names(
        choosable_cities(spellings),
        Choosable(
            {one.pk: one.label for one in measures}, labels, {one.pk: one.code for one in measures}
        ),
        overall,
        editions,
        vocabulary,
    )


def choosable_cities(spellings):
    cities = sorted(City.objects.all(), key=lambda city: city.name)
    return Choosable(
        {city.pk: city.name for city in cities}, spellings, {city.pk: city.slug for city in cities}
    )


def names_of_rankings(rankings):
    fields = ["abbreviation", *get_translation_fields("name")]
    return [name for names in rankings.values_list(*fields) for name in names if name]


def appearance(edition):
    """(number, year, month) of an edition; the month is None where only the year is known."""
    is_of_year = edition.precision == Edition.Precision.YEAR
    published = edition.published_on
    return edition.number, published.year, None if is_of_year else published.month
