"""The rows of a dataset, one for each figure, with the values of its columns in their order."""

from functools import cached_property

from django.db.models import F

from ..changes import Change, Kind
from ..models import Measure, Result
from ..standings import change_since, is_newcomer, load_statuses
from .fields import IN_LANGUAGES

# Rows that are in memory at a time.
CHUNK = 2000
FIGURE = [
    *("edition_id", "city_id", "measure_id", "scope", "status", "rank", "band_end", "is_joint"),
    *("rating", "basis", "source_id", "previous_rank", "previous_band_end", "previous_status"),
    "contradictions",
]
NO_REGION = (None,) * (1 + IN_LANGUAGES)
NO_SOURCE = (None,) * (1 + IN_LANGUAGES)


def load_rows(dataset, timeline, names):
    """Yield the rows by edition, measure, scope and rank.

    `timeline` holds all public editions of the ranking: what a change is called may rest on them.
    """
    figures = (
        dataset.results.with_previous()
        .with_contradictions()
        .order_by(
            "edition__number",
            "measure__position",
            "measure__code",
            "-scope",
            F("rank").asc(nulls_last=True),
            "city__slug",
        )
    )
    writer = Rows(dataset, timeline, names)
    for figure in figures.values_list(*FIGURE, named=True).iterator(chunk_size=CHUNK):
        yield writer.row(figure)


class Rows:
    def __init__(self, dataset, timeline, names):
        self.dataset, self.timeline, self.names = dataset, timeline, names
        self.editions = {edition.pk: edition for edition in dataset.editions}
        self.ranking = dataset.ranking.slug

    def row(self, figure):
        edition = self.editions[figure.edition_id]
        change = self.change(edition, figure)
        return (
            *(self.ranking, edition.number, edition.published_on, edition.precision),
            *self.names_of(figure),
            *(figure.scope, figure.status, figure.rank, figure.band_end, figure.is_joint),
            figure.rating,
            *self.previous(edition, figure),
            change.places,
            None if change.kind is Kind.NONE else change.kind.value,
            figure.basis,
            *self.names.sources.get(figure.source_id, NO_SOURCE),
            figure.contradictions,
        )

    def names_of(self, figure):
        code, kind, *labels = self.names.measures[figure.measure_id]
        own = self.names.labels.get((figure.measure_id, figure.edition_id), labels)
        return (
            *self.names.cities[figure.city_id],
            *self.names.regions.get(figure.city_id, NO_REGION),
            *(code, kind, *own),
        )

    def previous(self, edition, figure):
        before = self.timeline.previous(edition)
        return before and before.number, figure.previous_rank, figure.previous_band_end

    def change(self, edition, figure) -> Change:
        """As the pages say it: only overall ranks of the world are called new or back again."""
        if edition.is_first:
            return Change(Kind.NONE)
        kind = self.names.measures[figure.measure_id][1]
        is_overall = (kind, figure.scope) == (Measure.Kind.OVERALL, Result.Scope.WORLD)
        if not (is_overall and is_newcomer(figure, self.timeline.previous(edition))):
            return change_since(figure)
        earlier = self.timeline.presences(edition, self.statuses[figure.city_id])
        return change_since(figure, earlier)

    @cached_property
    def statuses(self):
        return load_statuses(self.timeline, self.dataset.results.order_by().values("city"))
