"""The page of one city in one ranking, and the city across all of them."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from ..across import BY_DATE
from ..charts.sparkline import sparkline
from ..components import Areas, areas_of, areas_selection, latest_with_components
from ..figures import load_results
from ..models import Ranking
from ..provenance.citations import Citations, marked_notes
from ..provenance.corrections import corrections_among
from ..timeline import Timeline, load_timelines
from ..trends import Trend, trend_of, trend_selection
from .highlights import area_highlights, fallen, trend_highlights, trend_summary
from .measures import comparison_address

# The tables of the page, whose rows the highlights point to.
TREND_TABLE, AREAS_TABLE = "trend-table", "areas"


@dataclass(frozen=True)
class CityPage:
    """`areas` are those of the latest edition that has any of the city, or None."""

    timeline: Timeline
    trend: Trend
    areas: Areas | None

    @cached_property
    def results(self):
        """What the page shows, newest first; an area of the latest edition may be in both."""
        areas = self.areas.results if self.areas else []
        return list(dict.fromkeys([*reversed(self.trend.results), *areas]))

    @cached_property
    def citations(self):
        return Citations(self.results)

    @property
    def groups(self):
        """(group of areas, the number of the source of all its figures before, the same of now).

        A number is None where the figures rest on several sources.
        """
        return [
            (
                group,
                self.one_source(component.before for component in group.components),
                self.one_source(component.now for component in group.components),
            )
            for group in self.areas.groups
        ]

    def one_source(self, results):
        numbers = {self.citations.number(result) for result in results if result}
        return numbers.pop() if len(numbers) == 1 else None

    @property
    def notes(self):
        return marked_notes(self.results)

    @property
    def corrected(self):
        return corrections_among(self.timeline, self.results)

    @property
    def highlights(self):
        """The facts; those of the areas only beside the overall rank."""
        found = trend_highlights(self.timeline, self.trend, TREND_TABLE)
        if self.areas and self.trend.measure is None:
            found += area_highlights(self.areas, AREAS_TABLE)
        return found

    @property
    def comparison(self):
        """The address of this city beside our own, or of ours beside others."""
        city = self.trend.city.slug
        cities = [] if city == settings.HOME_CITY else [settings.HOME_CITY, city]
        return comparison_address(self.trend.ranking, cities, self.trend.measure)

    @property
    def fallen(self):
        return fallen(self.areas) if self.areas and self.trend.measure is None else []


def load_city_page(timeline, city, measure, across=BY_DATE):
    """The page of the city with the slug `city`, in one query; None if it never appears.

    The timeline must have been loaded with the components of this city.
    """
    wanted = trend_selection(timeline, city, measure)
    edition = latest_with_components(timeline)
    beside = [areas_selection(timeline, edition, city)] if edition else []
    results = load_results([wanted, *beside])
    trend = trend_of(timeline, wanted.among(results), wanted.measure, across)
    areas = [areas_of(timeline, edition, selection.among(results)) for selection in beside]
    return trend and CityPage(timeline, trend, next(iter(areas), None))


@dataclass(frozen=True)
class Course:
    """How a city came to stand where it does in one ranking."""

    timeline: Timeline
    trend: Trend

    @property
    def latest(self):
        """The entry of the latest edition, whether the city is in it or not."""
        return self.trend.entries[-1]

    @property
    def last_known(self):
        """The last entry with a rank, when the latest edition has none; else None."""
        ranked = self.trend.ranked
        return ranked[-1] if ranked and ranked[-1] is not self.latest else None

    @cached_property
    def facts(self):
        return trend_summary(self.timeline, self.trend)

    @cached_property
    def chart(self):
        return sparkline(self.trend.points) if self.trend.ranked else None


def load_courses(city):
    """The Course of the city with the slug `city` in each ranking that knows it: three queries."""
    rankings = Ranking.objects.ranking_city(city).values_list("slug", flat=True)
    timelines = load_timelines(list(rankings)).values()
    selections = [trend_selection(timeline, city) for timeline in timelines]
    results = load_results(selections)
    return [
        Course(timeline, trend_of(timeline, selection.among(results)))
        for timeline, selection in zip(timelines, selections, strict=True)
    ]
