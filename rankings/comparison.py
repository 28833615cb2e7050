"""Several cities of a ranking side by side: which ones a reader asks for, and what they reached."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .across import BY_DATE, Across, across_named
from .changes import change_of
from .citations import Citations
from .comparison_words import comparison_sentences
from .measures import comparison_address, named
from .models import City, Measure, Result
from .particles import fit_particles
from .plots import MOST_CITIES, plot_of
from .tables import alphabetical
from .timeline import Timeline
from .trends import Entry, Trend

# So many cities before our own, and behind it, when the reader has not chosen any.
NEIGHBOURS = 2
NO_CHANGE = change_of(None, None)


@dataclass(frozen=True)
class Comparison:
    """`cities` as the reader chose them, of the `candidates`; `trends` of those with figures.

    `remarks` say what could not be shown as it was asked for.
    """

    timeline: Timeline
    measures: list[Measure]
    measure: Measure
    across: Across
    candidates: list[City]
    cities: list[City]
    trends: list[Trend]
    remarks: list[str]

    @property
    def ranking(self):
        return self.timeline.ranking

    @property
    def is_overall(self):
        return self.measure.kind == Measure.Kind.OVERALL

    @property
    def is_by_date(self):
        return self.across is BY_DATE

    @property
    def title(self):
        names = ", ".join(city.name for city in self.cities)
        values = {"cities": names, "ranking": self.ranking.name, "measure": self.measure.label}
        if self.is_overall:
            return _("%(cities)s in the %(ranking)s") % values
        return _("%(cities)s in the %(ranking)s: %(measure)s") % values

    @cached_property
    def sentences(self):
        return comparison_sentences(self.cities, self.trends)

    @cached_property
    def plot(self):
        """None when no rank is known."""
        ranked = [(trend.city, trend.ranked) for trend in self.trends if trend.ranked]
        return plot_of(ranked, across=self.across)

    @cached_property
    def citations(self):
        return Citations(self.results)

    @property
    def results(self):
        return [result for trend in self.trends for result in reversed(trend.results)]

    @property
    def rows(self):
        """(edition, figures) from the newest to the first that knows any of the cities.

        A figure is a result, or None, with the number of its source.
        """
        known = [{entry.edition: entry.result for entry in trend.entries} for trend in self.trends]
        return [
            (edition, [(result, self.citations.number(result)) for result in figures])
            for edition in self.timeline.newest_first
            if any(edition in results for results in known)
            for figures in [[results.get(edition) for results in known]]
        ]

    @property
    def is_full(self):
        return len(self.cities) >= MOST_CITIES

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
    """What the `query` of an address asks for, in at most four queries; None without measures.

    Cities that make no sense are left out, which the remarks say; without any of them our own
    city is compared with its neighbours in the latest edition.
    """
    measures = list(timeline.ranking.measures.order_by("position", "code"))
    code = query.get("measure")
    measure = named(measures, code)
    if measure is None:
        return None
    candidates = load_candidates(timeline)
    asked = list(dict.fromkeys(slug for slug in query.getlist("city") if slug))
    by_slug = {city.slug: city for city in candidates}
    chosen = [by_slug[slug] for slug in asked if slug in by_slug]
    cities = chosen[:MOST_CITIES] or default_cities(timeline, measure, by_slug)
    across = across_named(query.get("x"))
    trends = load_trends(timeline, cities, measure, across)
    remarks = [
        *remarks_on_cities(len(asked) - len(chosen), len(chosen[MOST_CITIES:])),
        *remarks_on_measure(measure, code),
        *remarks_on_figures(cities, trends),
    ]
    return Comparison(timeline, measures, measure, across, candidates, cities, trends, remarks)


def load_candidates(timeline):
    """The cities that the public editions know by any measure, in the order of their names."""
    known = Result.objects.world().listed().filter(edition__in=timeline.editions)
    cities = City.objects.filter(Exists(known.filter(city=OuterRef("pk")))).order_by()
    return sorted(cities, key=lambda city: (alphabetical(city.name), city.slug))


def default_cities(timeline, measure, by_slug):
    """Our own city among its neighbours in the latest edition, else the first of that."""
    table = Result.objects.world().filter(edition=timeline.latest, measure=measure)
    ranked = table.filter(rank__isnull=False).order_by("rank", "city__slug")
    slugs = list(ranked.values_list("city__slug", flat=True))
    home = settings.HOME_CITY
    if home in slugs:
        # Near an end of the table, more from the other side.
        most = max(0, len(slugs) - 2 * NEIGHBOURS - 1)
        start = min(max(0, slugs.index(home) - NEIGHBOURS), most)
        slugs = slugs[start : start + 2 * NEIGHBOURS + 1]
    ours = [home] if home in by_slug else []
    others = [slug for slug in slugs if slug != home][: 2 * NEIGHBOURS]
    return [by_slug[slug] for slug in [*ours, *others]] or list(by_slug.values())[:1]


def load_trends(timeline, cities, measure, across):
    """The trends of `cities` in their order, of those with figures; in one query.

    Their entries tell neither changes nor regions.
    """
    results = Result.objects.world().filter(
        measure=measure, edition__in=timeline.editions, city__in=cities
    )
    figures = defaultdict(dict)
    for result in results.with_claims().select_related("source").order_by():
        figures[result.city_id][result.edition_id] = result
    return [
        plain_trend(timeline, city, figures[city.pk], measure, across)
        for city in cities
        if city.pk in figures
    ]


def plain_trend(timeline, city, known, measure, across):
    editions = dropwhile(lambda edition: edition.pk not in known, timeline)
    entries = [Entry(edition, known.get(edition.pk), NO_CHANGE, None) for edition in editions]
    by = None if measure.kind == Measure.Kind.OVERALL else measure
    return Trend(timeline.ranking, city, None, entries, by, across)


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
