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
    """All that the public pages of rankings are about, by name, for a reader who asks `query`."""

    def __init__(self, query):
        self.asked = Asked(query)

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
        of_city = figures().filter(city=OuterRef("pk"))
        cities = City.objects.filter(Exists(of_city)).annotate(
            aliases_of=RowsAgg("aliases__name"),
            **{
                known_in(asked.thing): Exists(of_city.filter(edition__ranking=asked.thing))
                for asked in self.asked_rankings
            },
        )
        return [Named(city, tuple(own_names(city, city.aliases_of))) for city in cities]

    @cached_property
    def asked_rankings(self):
        return list(filter(self.asked.is_about, self.rankings))

    @property
    def found(self):
        """What the query names, at most `MOST`: a city within a ranking first if it names both."""
        rankings = self.asked_rankings
        cities = list(filter(self.asked.is_about, self.cities))
        measures = filter(self.asked.is_about, self.measures)
        return [*within(cities, rankings), *cities, *rankings, *measures][:MOST]

    def all(self):
        return [*self.cities, *self.rankings, *self.measures]

    def count(self, query):
        """How many cities, rankings and measures another query names."""
        return sum(map(Asked(query).is_about, self.all()))

    def near(self):
        """Names that the query may be a misspelling of."""
        names = ((name, name) for named in self.all() for name in named.names)
        return CityNames(names).near(self.asked.query)


def figures():
    return Result.objects.public().overall().world().listed()


def within(cities, rankings):
    """Each of `cities` in each of `rankings` that knows it."""
    return [
        Named(city.thing, city.names, ranking.thing)
        for city in cities
        for ranking in rankings
        if getattr(city.thing, known_in(ranking.thing))
    ]


def known_in(ranking):
    """The annotation of cities that says whether `ranking` knows them."""
    return f"is_known_in_{ranking.pk}"


def names_in(fields, thing):
    """The names in these `fields` of `thing`, which may have none in some languages."""
    return tuple(filter(None, (getattr(thing, field) for field in fields)))


class Asked:
    """A query as something that may hold a name, or begin one."""

    def __init__(self, query):
        self.query = query
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
