"""Several cities of a ranking side by side: which ones a reader asks for, and what they reached."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from math import inf

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..across import BY_DATE, Across, across_named
from ..aggregates import RowsAgg
from ..models import City, Measure, Result
from ..names.meant import city_meant
from ..placings import load_figures, load_placings, trend_of_placings
from ..plots import MOST_CITIES, plot_of
from ..provenance.citations import Citations
from ..tables import alphabetical
from ..timeline import Timeline
from ..trends import Trend
from ..words.comparison import comparison_sentences, comparison_title
from ..words.particles import fit_particles
from .choice import LONGEST
from .measures import comparison_address, named

# So many cities beside our own when the reader has not chosen any.
OTHERS = 4
# Rows of the table; links lead to those of the editions before.
EDITIONS_AT_ONCE = 24


@dataclass(frozen=True)
class Comparison:
    """`cities` as the reader chose them, of the `candidates`; `trends` of those with figures.

    `typed` is the name of a city to be added.
    `page` is that of the editions in the table, newest first, and `figures` are the results there
    as {city: {edition: result}}, by ids. `remarks` say what could not be shown as asked for.
    """

    timeline: Timeline
    measures: list[Measure]
    measure: Measure
    across: Across
    candidates: list[City]
    cities: list[City]
    trends: list[Trend]
    page: Page
    remarks: list[str]
    typed: str = ""

    @property
    def ranking(self):
        return self.timeline.ranking

    @property
    def is_by_date(self):
        return self.across is BY_DATE

    @property
    def title(self):
        return comparison_title(self.ranking, self.cities, self.measure)

    @cached_property
    def sentences(self):
        return comparison_sentences(self.cities, self.trends)

    @cached_property
    def plot(self):
        """None when no rank is known."""
        ranked = [(trend.city, trend.ranked) for trend in self.trends if trend.ranked]
        return plot_of(ranked, across=self.across)

    @property
    def caption(self):
        """That of the plot, if there is one."""
        return self.plot.caption(self.title)

    @cached_property
    def figures(self):
        """Those in the table, which charts and files do without; in one query."""
        return load_figures(self.measure, self.page, self.cities)

    @cached_property
    def citations(self):
        return Citations(self.results)

    @property
    def results(self):
        """Those in the table, newest first."""
        known = [result for _edition, results in self.table for result in results]
        return list(filter(None, known))

    @property
    def table(self):
        """(edition, the result of each of the `trends` or None) for the editions of the page."""
        known = [self.figures[trend.city.pk] for trend in self.trends]
        return [(edition, [own.get(edition.pk) for own in known]) for edition in self.page]

    @cached_property
    def rows(self):
        """The same, each result with the number of its source."""
        return [
            (edition, [(result, self.citations.number(result)) for result in results])
            for edition, results in self.table
        ]

    @property
    def is_full(self):
        return len(self.cities) >= MOST_CITIES

    @cached_property
    def meant(self):
        return city_meant(self.typed, self.candidates)

    @property
    def enlarged(self):
        """The address of the comparison with the city that was typed, if it can be added."""
        city = self.meant.city if self.typed and not self.is_full else None
        return self.beside(city) if city and city not in self.cities else None

    @property
    def answer(self):
        """Why nothing was added; empty when nothing was typed."""
        return answer(self) if self.typed else ""

    @property
    def offers(self):
        """(city that may be meant, the address of the comparison with it)"""
        others = [] if self.is_full or not self.typed else self.meant.others
        return [(city, self.beside(city)) for city in others if city not in self.cities]

    def beside(self, city):
        return self.address([*self.cities, city])

    @property
    def addable(self):
        return [city for city in self.candidates if city not in self.cities]

    @property
    def chosen(self):
        """(city, its course in the chart or None, the address without it or None) for each."""
        courses = {course.city: course for course in self.plot.courses} if self.plot else {}
        return [(city, courses.get(city), self.without(city)) for city in self.cities]

    def without(self, city):
        """The address of the comparison without `city`, unless nothing were left."""
        others = [other for other in self.cities if other != city]
        return self.address(others) if others else None

    def get_absolute_url(self):
        return self.address(self.cities)

    def address(self, cities):
        slugs = [city.slug for city in cities]
        return comparison_address(self.ranking, slugs, self.measure, self.across)


def load_comparison(timeline, query):
    """What the `query` of an address asks for, in three queries; None without measures.

    Cities that make no sense are left out, which the remarks say; without any of them our own
    city is compared with those that share most editions with it.
    """
    measures = list(timeline.ranking.measures.order_by("position", "code"))
    code = query.get("measure")
    measure = named(measures, code)
    if measure is None:
        return None
    typed = query.get("add", "").strip()[:LONGEST]
    candidates = load_candidates(timeline, measure, with_aliases=bool(typed))
    asked = list(dict.fromkeys(slug for slug in query.getlist("city") if slug))
    by_slug = {city.slug: city for city in candidates}
    chosen = [by_slug[slug] for slug in asked if slug in by_slug]
    placings, statuses = load_placings(timeline, measure, chosen[:MOST_CITIES] or None)
    cities = chosen[:MOST_CITIES] or default_cities(candidates, placings)
    across = across_named(query.get("x"))
    trends = trends_of(timeline.ranking, cities, (placings, statuses), measure, across)
    editions = editions_of(timeline, cities, statuses)
    page = Paginator(editions, EDITIONS_AT_ONCE).get_page(query.get("editions"))
    remarks = [
        *remarks_on_cities(len(asked) - len(chosen), len(chosen[MOST_CITIES:])),
        *remarks_on_measure(measure, code),
        *remarks_on_figures(cities, trends),
    ]
    choices = measures, measure, across, candidates, cities
    return Comparison(timeline, *choices, trends, page, remarks, typed)


def load_candidates(timeline, measure, *, with_aliases=False):
    """The cities that the public editions know by any measure, in the order of their names.

    Each has `latest_rank`, that by `measure` in the latest edition, or None; and `aliases_of`,
    lists of one other name, if `with_aliases`.
    """
    known = Result.objects.world().listed().filter(edition__in=timeline.editions)
    of_city = Result.objects.world().filter(city=OuterRef("pk")).order_by()
    latest = of_city.filter(edition=timeline.latest, measure=measure).values("rank")
    cities = City.objects.filter(Exists(known.filter(city=OuterRef("pk")))).order_by()
    cities = cities.annotate(latest_rank=Subquery(latest))
    if with_aliases:
        cities = cities.annotate(aliases_of=RowsAgg("aliases__name"))
    return sorted(cities, key=lambda city: (alphabetical(city.name), city.slug))


def default_cities(candidates, placings):
    """Our own city and those that can be compared with it most often, of equals the nearest now.

    `placings` are those of all candidates, as of `load_placings`.
    """
    ours = [city for city in candidates if city.slug == settings.HOME_CITY]
    home_rank = (ours and ours[0].latest_rank) or 0
    shared = shared_editions(ours, placings)

    def comparability(city):
        rank = city.latest_rank or inf
        return -shared[city.pk], abs(rank - home_rank), rank, city.slug

    known = [city for city in candidates if city.latest_rank or shared[city.pk]]
    others = sorted((city for city in known if city not in ours), key=comparability)[:OTHERS]
    others.sort(key=lambda city: (city.latest_rank or inf, city.slug))
    return [*ours, *others] or candidates[:1]


def shared_editions(ours, placings):
    """In how many editions each city has a rank beside our own, by ids."""
    of_home = {placing.edition.pk for city in ours for placing in placings.get(city.pk, ())}
    ranked = ((city, placing.edition.pk) for city, own in placings.items() for placing in own)
    return Counter(city for city, edition in ranked if edition in of_home)


def trends_of(ranking, cities, known, measure, across):
    """The trends of `cities` in their order, of those with figures.

    `known` are the placings and statuses, as of `load_placings`.
    """
    placings, statuses = known
    return [
        trend_of_placings(ranking, city, placings[city.pk], measure, across)
        for city in cities
        if city.pk in statuses
    ]


def editions_of(timeline, cities, statuses):
    """The editions that know any of `cities`, the newest first."""
    known = set().union(*(statuses.get(city.pk, ()) for city in cities))
    return [edition for edition in timeline.newest_first if edition.pk in known]


def answer(comparison):
    """What is said to a reader whose typed city was not added."""
    values = {"typed": comparison.typed, "most": MOST_CITIES}
    if comparison.is_full:
        return _("At most %(most)d cities are compared: remove one to add “%(typed)s”.") % values
    if comparison.offers:
        return _("Which city do you mean by “%(typed)s”?") % values
    if comparison.meant.city or comparison.meant.others:
        return _("“%(typed)s” is already among the cities compared.") % values
    return (
        _(
            "No city in this ranking is called “%(typed)s”. "
            "Check the spelling, or type only a part of the name."
        )
        % values
    )


def remarks_on_cities(unknown, surplus):
    if unknown:
        yield ngettext(
            "%(count)d city in the address is not in this ranking and was left out.",
            "%(count)d cities in the address are not in this ranking and were left out.",
            unknown,
        ) % {"count": unknown}
    if surplus:
        yield ngettext(
            "At most %(most)d cities are compared: %(count)d more in the address was left out.",
            "At most %(most)d cities are compared: %(count)d more in the address were left out.",
            surplus,
        ) % {"most": MOST_CITIES, "count": surplus}


def remarks_on_measure(measure, code):
    if code and code != measure.code:
        yield _("This ranking has no measure of that name: “%(measure)s” is shown.") % {
            "measure": measure.label
        }


def remarks_on_figures(cities, trends):
    known = {trend.city for trend in trends if trend.ranked}
    missing = [city.name for city in cities if city not in known]
    if known and missing:
        yield fit_particles(
            _("Ranks by this measure are not known: %(cities)s.") % {"cities": ", ".join(missing)}
        )
