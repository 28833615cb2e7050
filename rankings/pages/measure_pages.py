"""The page of one measure: every city that is known by it, edition by edition."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from ..across import Across, across_named
from ..aggregates import RowsAgg
from ..changes import Change
from ..models import City, Measure, Result
from ..names.of_city import names_of
from ..names.search import CitySearch
from ..placings import NO_CHANGE, Placing, load_figures, load_placings, trend_of_placings
from ..plots import MOST_CITIES, plot_of
from ..standings import change_since
from ..timeline import Timeline
from ..words.comparison import standing_sentences
from .choice import LONGEST
from .measures import comparison_address, former_labels

PER_PAGE = 30
# Columns of the table; links lead to those of the editions before.
EDITIONS_AT_ONCE = 12
# Lines behind those that stand out: more of them only fill the chart with grey.
MOST_FAINT = 40


@dataclass(frozen=True)
class Asked:
    """What the address of the page asks for; nothing narrows it when empty.

    `cities` are short names, each once. `page` and `columns` are numbers of parts of the table.
    """

    q: str
    cities: list[str]
    across: Across
    page: str | None
    columns: str | None

    @classmethod
    def by(cls, query, known):
        """What `query` asks for; cities that are not among the `known` are passed over."""
        cities = [slug for slug in dict.fromkeys(query.getlist("city")) if slug in known]
        across = across_named(query.get("x"))
        q = query.get("q", "").strip()[:LONGEST]
        return cls(q, cities, across, query.get("page"), query.get("editions"))

    @property
    def is_narrowed(self):
        return bool(self.q or self.cities)


@dataclass(frozen=True)
class Row:
    """A city with its result in each of the editions in the table, newest first, or None.

    `change` is that in the newest of them.
    """

    city: City
    is_chosen: bool
    cells: list[Result | None]
    change: Change

    @property
    def is_home(self):
        return self.city.slug == settings.HOME_CITY


@dataclass(frozen=True)
class MeasurePage:
    """`ranks` are the Placings of every city, oldest first; the most prominent city is first.

    `page` is that of the cities in the table, `columns` that of its editions, newest first, and
    `figures` are the results there. They and all `statuses` are {city: {edition: …}}, by ids. The
    lines of the `chief` cities stand out in the chart.
    """

    timeline: Timeline
    measure: Measure
    asked: Asked
    ranks: dict[City, list[Placing]]
    page: Page
    columns: Page
    figures: dict[int, dict[int, Result]]
    statuses: dict[int, dict[int, str]]
    chief: list[City]

    @property
    def editions(self):
        """The editions with a rank by this measure, newest first."""
        return self.columns.paginator.object_list

    @cached_property
    def rows(self):
        return [self.row_of(city) for city in self.page]

    def row_of(self, city):
        cells = [self.figures[city.pk].get(edition.pk) for edition in self.columns]
        latest = cells[0] if cells else None
        change = self.change_of(latest) if latest else NO_CHANGE
        return Row(city, city.slug in self.asked.cities, cells, change)

    def change_of(self, result):
        # A complete table may lack the components of a city.
        asks_for_past = self.measure.is_overall and result.rank and not result.previous_rank
        statuses = self.statuses[result.city_id]
        earlier = self.timeline.presences(self.columns[0], statuses) if asks_for_past else ()
        return change_since(result, earlier)

    @property
    def count(self):
        """How many cities have a rank in the latest edition of the page."""
        return sum(
            placings[-1].edition == self.editions[0] for placings in self.ranks.values() if placings
        )

    @property
    def is_partial(self):
        """Whether the latest edition says that it has more cities, or not how many."""
        included = self.editions[0].cities_included
        return included is None or self.count < included

    @cached_property
    def others(self):
        """The cities with a rank that do not stand out in the chart."""
        return [city for city, own in self.ranks.items() if own and city not in self.chief]

    @cached_property
    def faint(self):
        """Those of the others that are in the chart: all, or some from every part of the table."""
        return self.others[:: ceil(len(self.others) / MOST_FAINT) or 1]

    @cached_property
    def plot(self):
        """None when no rank is known."""
        chief = [(city, self.ranks[city]) for city in self.chief]
        return plot_of(chief, [self.ranks[city] for city in self.faint], self.asked.across)

    @property
    def caption(self):
        """That of the plot, if there is one."""
        values = {"ranking": self.timeline.ranking.name, "measure": self.measure.label}
        return self.plot.caption(_("%(ranking)s: %(measure)s") % values)

    @property
    def sentences(self):
        """Where the cities in the chart stand, and how our own came there."""
        ranking, measure = self.timeline.ranking, self.measure
        shown = [trend_of_placings(ranking, c, self.ranks[c], measure) for c in self.chief]
        home = [trend for trend in shown if trend.city.slug == settings.HOME_CITY]
        return [
            *(standing_sentences(shown) if shown else []),
            *(trend.course for trend in home if len(trend.ranked) > 1),
        ]

    @property
    def former_labels(self):
        return former_labels(self.measure, self.editions)

    @property
    def numbers(self):
        """The numbers of the pages of the table, with gaps where there are many."""
        return self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )

    @property
    def has_more_chosen(self):
        """Whether more cities are asked for than the chart can make stand out."""
        return len(self.asked.cities) > MOST_CITIES

    @property
    def comparison(self):
        """The address of the comparison of the chosen cities, if one can show them."""
        if 1 < len(self.asked.cities) <= MOST_CITIES:
            return comparison_address(self.timeline.ranking, self.asked.cities, self.measure)
        return None

    @property
    def results(self):
        return [result for row in self.rows for result in row.cells if result]


def load_measure_page(timeline, measure, query):
    """The page of `measure` that the `query` of an address asks for, in three queries."""
    placings, statuses = load_placings(timeline, measure)
    cities = load_cities(placings, with_aliases="q" in query)
    cities.sort(key=lambda city: prominence(city, placings[city.pk]))
    ranks = {city: placings[city.pk] for city in cities}
    asked = Asked.by(query, known={city.slug for city in cities})
    page = Paginator(narrowed(cities, asked), PER_PAGE).get_page(asked.page)
    editions = editions_with_ranks(timeline, ranks)
    columns = Paginator(editions, EDITIONS_AT_ONCE).get_page(asked.columns)
    figures = load_figures(measure, columns, page)
    chief = in_chart(ranks, asked)
    return MeasurePage(timeline, measure, asked, ranks, page, columns, figures, statuses, chief)


def load_cities(ids, *, with_aliases):
    cities = City.objects.filter(pk__in=ids).order_by()
    return list(cities.annotate(aliases_of=RowsAgg("aliases__name")) if with_aliases else cities)


def prominence(city, placings):
    """Sorts by the rank in the newest edition, then by the last known one."""
    if not placings:
        return 1, 0, 0, city.slug
    last = placings[-1]
    return 0, -last.edition.number, last.rank, city.slug


def editions_with_ranks(timeline, ranks):
    """Newest first."""
    known = {placing.edition.pk for placings in ranks.values() for placing in placings}
    return [edition for edition in timeline.newest_first if edition.pk in known]


def narrowed(cities, asked):
    """The cities that are asked for; to search for a name, they were loaded with aliases."""
    if asked.cities:
        cities = [city for city in cities if city.slug in asked.cities]
    if not asked.q:
        return cities
    search = CitySearch(asked.q)
    return [city for city in cities if search.finds(names_of(city, city.aliases_of))]


def in_chart(ranks, asked):
    """The cities whose lines stand out: those asked for, else our own and the first ones."""
    ranked = [city for city, placings in ranks.items() if placings]
    chosen = [city for city in ranked if city.slug in asked.cities]
    home = [city for city in ranked if city.slug == settings.HOME_CITY]
    return (chosen or list(dict.fromkeys([*home, *ranked])))[:MOST_CITIES]
