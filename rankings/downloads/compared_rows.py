"""The rows of two editions compared, one for each city, as their page shows them."""

from ..changes import Kind
from ..models import Result
from ..pages.edition_comparison import load_edition_comparison
from ..provenance.claims import claims_of
from ..timeline import is_complete
from .rows import NO_REGION, NO_SOURCE


def load_compared_rows(dataset, names):
    """Yield the rows in the order of the page, with the values of their columns."""
    comparison = load_edition_comparison(dataset.earlier, dataset.latest)
    for row in comparison.rows:
        change = row.change
        yield (
            dataset.ranking.slug,
            *names.cities[row.city.pk],
            *names.regions.get(row.city.pk, NO_REGION),
            *told(comparison.now, row.now, names),
            *told(comparison.then, row.then, names),
            change.places,
            None if change.kind is Kind.NONE else change.kind.value,
        )


def told(edition, result, names):
    """What `edition` says of a city, by its `result` there or None."""
    known = (edition.number, edition.published_on, edition.precision)
    if result is None:
        # Of a table that is not complete, a city that is missing is one of which nothing is known.
        status = Result.Status.ABSENT.value if is_complete(edition) else None
        return *known, status, *([None] * 5), *NO_SOURCE, None
    figure = (result.status, result.rank, result.band_end, result.is_joint, result.rating)
    source = names.sources.get(result.source_id, NO_SOURCE)
    return *known, *figure, result.basis, *source, len(claims_of(result))
