"""Where our own city stands now in each ranking."""

from dataclasses import dataclass

from django.conf import settings

from ..changes import Change, change_of
from ..models import Edition, Ranking, Result
from ..standings import change_since


@dataclass(frozen=True)
class Standing:
    """`edition` is the latest public one; `result` is None where it has no figure of the city."""

    ranking: Ranking
    edition: Edition | None
    result: Result | None
    change: Change


def load_overview():
    """A Standing for each ranking, in three queries."""
    rankings = list(Ranking.objects.with_latest_edition())
    latest = [ranking.latest_edition for ranking in rankings]
    editions = Edition.objects.select_related("ranking").in_bulk(latest)
    home = Result.objects.overall().world().filter(city__slug=settings.HOME_CITY)
    results = {
        result.edition_id: result
        for result in home.filter(edition__in=latest).with_previous().select_related("city")
    }
    return [
        standing_of(ranking, editions.get(edition), results.get(edition))
        for ranking, edition in zip(rankings, latest, strict=True)
    ]


def standing_of(ranking, edition, result):
    change = change_since(result) if result else change_of(None, None)
    return Standing(ranking, edition, result, change)
