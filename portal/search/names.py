"""Cities, rankings and measures that a query names, with the pages that tell of them."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef
from django.urls import reverse
from modeltranslation.utils import get_translation_fields

from news.search.pieces import folded as plainly
from news.search.pieces import is_syllable
from news.search.query import bare_noun
from rankings.aggregates import RowsAgg
from rankings.models import City, Measure, Ranking, Result
from rankings.names.folding import folded
from rankings.names.index import CityNames
from rankings.names.of_city import own_names
from rankings.names.search import CitySearch

# A shorter Korean name stands within other words by chance: 리가 in 거리가게.
FEWEST_SYLLABLES = 3
# So many letters of a name stand for it; Hangul has two or three of them in a syllable.
SHORTEST_BEGINNING = 3
MOST = 8

RANKING_FIELDS = [*get_translation_fields("name"), "abbreviation"]
MEASURE_FIELDS = get_translation_fields("label")


@dataclass(frozen=True)
class Named:
    """A city, ranking or measure with its names; a city may be meant in a `ranking`."""

    thing: City | Ranking | Measure
    names: tuple[str, ...]
    ranking: Ranking | None = None

    @property
    def url(self):
        match self.thing, self.ranking:
            case Ranking(), _:
                return self.thing.get_absolute_url()
            case Measure(), ranking:
                return reverse("rankings:measure-detail", args=[ranking.slug, self.thing.code])
            case city, None:
                return reverse("rankings:city-rankings", args=[city.slug])
            case city, ranking:
                return reverse("rankings:city-detail", args=[ranking.slug, city.slug])

    @property
    def is_city(self):
        return isinstance(self.thing, City)

    @property
    def field(self):
        """Which field of the thing is shown."""
        return "label" if isinstance(self.thing, Measure) else "name"


class RankingNames:
    """All that the public pages of rankings are about, by name."""

    @cached_property
    def measures(self):
        found = Measure.objects.filter(ranking__in=Ranking.objects.public())
        return [
            Named(measure, names_in(MEASURE_FIELDS, measure), measure.ranking)
            for measure in found.select_related("ranking")
        ]

    @cached_property
    def rankings(self):
        rankings = {measure.ranking: None for measure in self.measures}
        return [Named(ranking, names_in(RANKING_FIELDS, ranking)) for ranking in rankings]

    @cached_property
    def cities(self):
        known = Exists(figures().filter(city=OuterRef("pk")))
        cities = City.objects.filter(known).annotate(aliases_of=RowsAgg("aliases__name"))
        return [Named(city, tuple(own_names(city, city.aliases_of))) for city in cities]

    def found(self, query):
        """What `query` names, at most `MOST`: a city within a ranking first if it names both."""
        asked = Asked(query)
        rankings = [named for named in self.rankings if asked.is_about(named)]
        cities = [named for named in self.cities if asked.is_about(named)]
        measures = [named for named in self.measures if asked.is_about(named)]
        return [*within(cities, rankings), *cities, *rankings, *measures][:MOST]

    def near(self, query):
        """Names that `query` may be a misspelling of."""
        all_names = (
            (name, name)
            for named in (*self.cities, *self.rankings, *self.measures)
            for name in named.names
        )
        return CityNames(all_names).near(query)


def figures():
    return Result.objects.public().overall().world().listed()


def within(cities, rankings):
    """Each of `cities` in each of `rankings` that knows it."""
    if not (cities and rankings):
        return []
    asked = figures().filter(
        city__in=[city.thing for city in cities],
        edition__ranking__in=[ranking.thing for ranking in rankings],
    )
    known = set(asked.values_list("city", "edition__ranking"))
    return [
        Named(city.thing, city.names, ranking.thing)
        for city in cities
        for ranking in rankings
        if (city.thing.pk, ranking.thing.pk) in known
    ]


def names_in(fields, thing):
    """The names in these `fields` of `thing`, which may have none in some languages."""
    return tuple(filter(None, (getattr(thing, field) for field in fields)))


class Asked:
    """A query as something that may hold a name, or begin one."""

    def __init__(self, query):
        self.whole = folded(query)
        self.words = {folded(way) for word in query.split() for way in (word, bare_noun(word))}
        self.spaced = f" {' '.join(plainly(query).split())} "
        self.search = CitySearch(query)

    def is_about(self, named):
        return any(map(self.names, named.names)) or (
            self.search.is_initials and self.search.is_whole(named.names)
        )

    def names(self, name):
        key = folded(name)
        return (
            key in self.words
            or key == self.whole
            or self.holds(plainly(name))
            or (len(self.whole) >= SHORTEST_BEGINNING and key.startswith(self.whole))
        )

    def holds(self, name):
        """Whether the name stands in the query: whole words, but Korean goes on behind a name."""
        if all(is_syllable(char) or char.isspace() for char in name):
            name = "".join(name.split())
            return len(name) >= FEWEST_SYLLABLES and name in "".join(self.spaced.split())
        return f" {name} " in self.spaced
