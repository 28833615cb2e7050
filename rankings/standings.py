"""The table of one edition: every city that is entered, with its change and its region."""

from collections import defaultdict
from math import inf
from typing import NamedTuple

from django.conf import settings

from .changes import Change, Kind, Presence, Span, change_between, competition_ranks
from .figures import Selection, load_results
from .models import Region, Result
from .querysets import REGION
from .timeline import is_complete, presence

# An embedded table of more rows shows the first ones and our own city.
WHOLE_TABLE, TOP = 20, 10


class RegionRank(NamedTuple):
    rank: int
    is_joint: bool
    is_computed: bool = False
    band_end: int | None = None


class Row(NamedTuple):
    result: Result
    change: Change
    region: Region | None
    region_rank: RegionRank | None
    is_after_gap: bool = False

    @property
    def city(self):
        return self.result.city

    @property
    def is_home(self):
        return self.city.slug == settings.HOME_CITY


def load_standings(timeline, edition):
    """The rows of `edition` by rank, cities without one last; in at most two queries."""
    results = load_results([table_selection(edition)])
    statuses = load_statuses(timeline, newcomers(timeline, edition, results))
    return standings(timeline, edition, results, statuses)


def table_selection(edition):
    return Selection([edition])


def standings(timeline, edition, results, statuses):
    """The rows of `edition` from its `results` and the `statuses` of its newcomers."""
    changes = changes_of(timeline, edition, results, statuses)
    regions = regions_among(results)
    rows = [
        Row(
            result,
            changes[result.city_id],
            regions[result.region_id],
            published_region_rank(result),
        )
        for result in in_order(results)
    ]
    return with_counted_region_ranks(rows) if is_complete(edition) else rows


def in_order(results):
    """By rank, cities without one last; without the entries that say a city was absent."""
    listed = [result for result in results if result.status != Result.Status.ABSENT]
    return sorted(listed, key=lambda r: (r.rank is None, r.rank, r.band_end or 0, r.city.slug))


def region_of(result):
    """The region in which its ranking counts the city of a result loaded `with_region`, or None."""
    if getattr(result, "region_id", None) is None:
        return None
    return Region(**{name: getattr(result, f"region_{name}") for name in REGION})


def regions_among(results):
    """The regions of results loaded `with_region` by their ids, each made once."""
    some = {result.region_id: result for result in results}
    return {region: region_of(result) for region, result in some.items()}


def published_region_rank(result):
    if result.region_rank is None:
        return None
    return RegionRank(result.region_rank, result.region_is_joint, band_end=result.region_band_end)


def changes_of(timeline, edition, results, statuses):
    """The Change of each city by its id."""
    if edition.is_first:
        return {result.city_id: Change(Kind.NONE) for result in results}
    earlier = {
        city: timeline.presences(edition, statuses[city])
        for city in newcomers(timeline, edition, results)
    }
    return {
        result.city_id: change_since(result, earlier.get(result.city_id, ())) for result in results
    }


def change_since(result, earlier=()):
    """The change of a result that was loaded with the previous one."""
    before = Span(result.previous_rank, result.previous_band_end)
    return change_between(result, before, earlier)


def newcomers(timeline, edition, results):
    """The ids of cities that the edition before left out: their change depends on the past."""
    previous = timeline.previous(edition)
    return [result.city_id for result in results if is_newcomer(result, previous)]


def is_newcomer(result, previous):
    if result.rank is None or result.previous_rank is not None or previous is None:
        return False
    statuses = {previous.pk: result.previous_status}
    return presence(previous, statuses) is Presence.ABSENT


def load_statuses(editions, cities):
    """The statuses of `cities` in `editions`: {city: {edition: status}}."""
    known = Result.objects.overall().world().filter(edition__in=editions, city__in=cities)
    return statuses_of(known.values("city", "edition", "status"))


def statuses_of(rows):
    statuses = defaultdict(dict)
    for row in rows:
        statuses[row["city"]][row["edition"]] = row["status"]
    return statuses


def with_counted_region_ranks(rows):
    """The rows of a complete table with ranks within the regions, where none are published."""
    ranked = [row for row in rows if row.result.rank is not None]
    if any(row.region is None or row.region_rank for row in ranked):
        return rows
    counted = count_region_ranks(ranked)
    return [row._replace(region_rank=counted.get(row.result.city_id)) for row in rows]


def count_region_ranks(rows):
    """The RegionRank of each city by its id."""
    members = defaultdict(list)
    for row in rows:
        members[row.region.pk].append(row)
    # Below the first band nobody knows who is before whom.
    known = min((row.result.rank for row in rows if row.result.band_end), default=inf)
    return {
        row.result.city_id: RegionRank(rank, ranks.count(rank) > 1, is_computed=True)
        for cities in members.values()
        for ranks in [competition_ranks([row.result.rank for row in cities])]
        for row, rank in zip(cities, ranks, strict=True)
        if row.result.rank < known
    }


def regions_of(rows):
    """The regions that occur in `rows`, in the order of their short names."""
    return sorted({row.region for row in rows if row.region}, key=lambda region: region.slug)


def leading(rows, whole=WHOLE_TABLE, top=TOP):
    """All rows of a short table; of a long one its top and our own city."""
    if len(rows) <= whole:
        return rows
    rest = enumerate(rows[top:])
    ours = [row._replace(is_after_gap=index > 0) for index, row in rest if row.is_home]
    return [*rows[:top], *ours]
