"""The page of one city in one ranking, and the city across all of them."""

from dataclasses import dataclass
from functools import cached_property

from .across import BY_DATE
from .citations import Citations, marked_notes
from .components import Areas, areas_of, areas_selection, latest_with_components
from .figures import load_results
from .highlights import area_highlights, fallen, trend_highlights
from .timeline import Timeline
from .trends import Trend, trend_of, trend_selection

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
    def notes(self):
        return marked_notes(self.results)

    @property
    def highlights(self):
        """The facts; those of the areas only beside the overall rank."""
        found = trend_highlights(self.timeline, self.trend, TREND_TABLE)
        if self.areas and self.trend.measure is None:
            found += area_highlights(self.areas, AREAS_TABLE)
        return found

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
