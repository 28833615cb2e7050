"""Two editions of a ranking side by side: where each city stood then, and where it stands now."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..changes import Change, Kind, change_between
from ..models import City, Edition, Region, Result
from ..standings import regions_among
from ..trends import Entry, course, sentence_values
from ..words.particles import fit_particles
from .choice import MOVES
from .movers import summary

COMPARED_MOVES = {name: MOVES[name] for name in ("up", "down", "same")} | {
    "one": (_("Only in one of the two"), {Kind.UNKNOWN})
}


@dataclass(frozen=True)
class ComparedRow:
    """`then` and `now` are None where nothing is entered, one of them at most."""

    city: City
    region: Region | None
    then: Result | None
    now: Result | None

    @property
    def result(self):
        """One that is known."""
        return self.now or self.then

    @property
    def is_home(self):
        return self.city.slug == settings.HOME_CITY

    is_after_gap = False

    @cached_property
    def change(self):
        """Of kind UNKNOWN for a city that has a rank in one of the editions alone."""
        ranks = [result and result.rank for result in (self.then, self.now)]
        if None not in ranks:
            return change_between(self.now, self.then)
        return Change(Kind.NONE if ranks == [None, None] else Kind.UNKNOWN)


@dataclass(frozen=True)
class EditionComparison:
    then: Edition
    now: Edition
    rows: list[ComparedRow]

    @property
    def results(self):
        return [result for row in self.rows for result in (row.now, row.then) if result]

    @property
    def sentences(self):
        """What our city did, and what all of them did."""
        home = next((row for row in self.rows if row.is_home), None)
        return [*self.course_of(home), *summary(self.rows)]

    def course_of(self, row):
        if row is None or row.change.kind in (Kind.NONE, Kind.UNKNOWN):
            return []
        first, last = Entry(self.then, row.then, None, None), Entry(self.now, row.now, None, None)
        return [fit_particles(course(row.change) % sentence_values(row.city, first, last))]


def load_edition_comparison(then, now, *, with_aliases=False):
    """The comparison of two public editions of a ranking, in one query."""
    results = Result.objects.overall().world().filter(edition__in=[then, now]).order_by()
    results = results.select_related("city").with_region().with_claims()
    figures = {then.pk: {}, now.pk: {}}
    for result in results.with_aliases() if with_aliases else results:
        figures[result.edition_id][result.city] = result
    return EditionComparison(then, now, compared_rows(figures[then.pk], figures[now.pk]))


def compared_rows(then, now):
    """A row for each city that one of the editions ranks, by the rank now, then by that then."""
    known = then | now
    regions = regions_among(known.values())
    rows = [
        ComparedRow(city, regions[result.region_id], then.get(city), now.get(city))
        for city, result in known.items()
    ]
    return sorted(filter(is_listed, rows), key=order)


def is_listed(row):
    return any(result and result.status != Result.Status.ABSENT for result in (row.then, row.now))


def order(row):
    """By the rank now, those without one last."""
    ranks = [result and result.rank for result in (row.now, row.then)]
    return [(rank is None, rank or 0) for rank in ranks], row.city.slug


def asked_for(timeline, query, now, then):
    """The numbers of the later and the earlier of two editions that `query` chooses.

    What it leaves open, or what does not exist, stays as it is.
    """
    chosen = [
        known_number(timeline, query.get(name, ""), edition)
        for name, edition in (("now", now), ("then", then))
    ]
    return max(chosen), min(chosen)


def known_number(timeline, text, edition):
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else None
    return number if timeline.numbered(number) else edition.number
