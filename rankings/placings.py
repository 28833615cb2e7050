"""The ranks of cities by one measure, as far as charts and sentences need them."""

from collections import defaultdict
from typing import NamedTuple

from .across import BY_DATE
from .changes import change_of
from .models import Edition, Result
from .trends import Entry, Trend, chart_label

NO_CHANGE = change_of(None, None)


class Placing(NamedTuple):
    """A city's rank in an edition, or the band that begins with it."""

    edition: Edition
    rank: int
    is_joint: bool = False
    band_end: int | None = None

    @property
    def label(self):
        return chart_label(self)


def load_placings(timeline, measure, cities=None):
    """The Placings of each city, oldest first, none where no rank was published; its statuses.

    Both are by the ids of cities, the statuses then by those of editions. Without `cities`, of
    all that are known; in one query.
    """
    editions = {edition.pk: edition for edition in timeline}
    results = Result.objects.world().filter(measure=measure, edition__in=editions)
    if cities is not None:
        results = results.filter(city__in=cities)
    rows = results.order_by("edition__number").values_list(
        "city", "edition", "status", "rank", "is_joint", "band_end"
    )
    placings, statuses = defaultdict(list), defaultdict(dict)
    for city, edition, status, rank, *figure in rows:
        statuses[city][edition] = status
        if status != Result.Status.ABSENT:
            placings[city] += [Placing(editions[edition], rank, *figure)] if rank else []
    return placings, statuses


def load_figures(measure, editions, cities):
    """The whole results as {city: {edition: result}}, by ids; in one query."""
    known = {city.pk: city for city in cities}
    results = Result.objects.world().filter(
        measure=measure, edition__in=list(editions), city__in=known
    )
    figures = defaultdict(dict)
    for result in results.with_previous().with_claims().select_related("source").order_by():
        result.city = known[result.city_id]
        figures[result.city_id][result.edition_id] = result
    return figures


def trend_of_placings(ranking, city, placings, measure, across=BY_DATE):
    """A trend for sentences and lines: a Placing says of a rank all that they tell.

    Its entries know neither changes nor regions.
    """
    entries = [Entry(placing.edition, placing, NO_CHANGE, None) for placing in placings]
    by = None if measure.is_overall else measure
    return Trend(ranking, city, None, entries, by, across)
