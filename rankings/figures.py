"""Which results a table, a trend or a comparison shows, and those of several loaded at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q

from .models import City, Edition, Measure, Result


@dataclass(frozen=True)
class Selection:
    """Results of the world in `editions`: overall ones or components, of one city or of all.

    `city` is a slug. A component `measure` leaves the others out.
    """

    editions: Iterable[Edition]
    is_overall: bool = True
    city: str | None = None
    measure: Measure | None = None

    @property
    def kind(self):
        """What it has in common with selections that one condition can stand for."""
        return self.is_overall, self.city is None, self.measure and self.measure.pk

    @property
    def is_traced(self):
        """Whether its results are shown with their change and their rank in the region."""
        return self.is_overall or self.measure is not None

    def among(self, results):
        """Those of the loaded `results` that are selected."""
        editions = {edition.pk for edition in self.editions}
        return [
            result
            for result in results
            if result.edition_id in editions
            and (result.measure_kind == Measure.Kind.OVERALL) == self.is_overall
            and self.city in (None, result.city.slug)
            and (self.measure is None or self.measure.pk == result.measure_id)
        ]


def load_results(selections, *, with_aliases=False):
    """The results of all `selections` with what it takes to show them, in one query, unordered.

    With several selections there may be more: each takes its own from `among` them. To search
    for cities takes their results `with_aliases`.
    """
    groups = defaultdict(list)
    for selection in selections:
        groups[selection.kind].append(selection)
    # A condition for each kind of selection, not for each of them: databases limit their number.
    alternatives = groups.values()
    slugs = {selection.city for selection in selections}
    if None not in slugs:
        # Within alternatives, databases do not see that an index leads to the cities.
        results = union(map(selected, alternatives)).filter(city__slug__in=slugs)
    else:
        results = union(selected(alike).filter(of_cities(alike)) for alike in alternatives)
    if any(selection.is_traced for selection in selections):
        results = results.with_previous().with_region_rank().with_region()
    if not all(selection.is_overall for selection in selections):
        results = results.with_own_label()
    if with_aliases:
        results = results.with_aliases()
    return list(
        results.with_claims()
        .annotate(measure_kind=F("measure__kind"))
        .select_related("city", "source")
        .order_by()
    )


def selected(alike):
    """The results of selections of one kind, of any city, each in the editions of all of them."""
    editions = {edition for selection in alike for edition in selection.editions}
    results = Result.objects.world().filter(edition__in=editions)
    results = results.overall() if alike[0].is_overall else results.components()
    if alike[0].measure is None:
        return results
    return results.filter(measure=alike[0].measure)


def of_cities(selections):
    """The condition that results are of their cities, which all of them name or none."""
    slugs = {selection.city for selection in selections}
    return Q() if None in slugs else Q(city__in=City.objects.filter(slug__in=slugs))


def union(alternatives):
    return reduce(or_, alternatives, Result.objects.none())
