"""Changes that a reader computes from a download are those that the pages show."""

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rankings.changes import Kind
from rankings.standings import load_standings
from rankings.timeline import load_timeline

from ..factories import make_edition, make_ranking, make_result
from .files import body, csv_records, get

pytestmark = pytest.mark.django_db

CITIES = ["aden", "busan", "lima", "oslo", "rome"]
STATUSES = st.sampled_from(["ranked", "ranked", "band", "not_published", "absent", None])
EDITIONS = st.lists(
    st.tuples(
        st.permutations(range(1, len(CITIES) + 1)),
        st.lists(STATUSES, min_size=len(CITIES), max_size=len(CITIES)),
        st.sampled_from([True, True, True, False]),
    ),
    min_size=1,
    max_size=4,
)

RANKED = (range(1, 6), ["ranked"] * 5, True)


def enter(drawn):
    """A ranking of the drawn editions: ranks, statuses and whether the edition is public."""
    ranking, before = make_ranking(), None
    for number, (ranks, statuses, is_public) in enumerate(drawn, start=1):
        before = make_edition(
            ranking,
            number,
            after=before,
            is_public=is_public or number == len(drawn),
            published_on=date(2000 + number, 1, 1),
            cities_included=len(CITIES),
        )
        for city, rank, status in zip(CITIES, ranks, statuses, strict=True):
            if status in ("ranked", "band"):
                make_result(before, city, rank, band_end=rank + 2 if status == "band" else None)
            elif status:
                make_result(before, city, status=status)


def changes_of_pages():
    timeline = load_timeline("sci")
    return {
        (edition.number, row.city.slug): (row.change.kind.value, row.change.places)
        for edition in timeline
        for row in load_standings(timeline, edition)
        if row.result.rank is not None
    }


def recomputed(records):
    """The places of change, from the ranks in the file alone."""
    known = {(record["edition"], record["city"]): record for record in records}
    return {
        (int(number), city): places(record, known.get((record["previous_edition"], city)))
        for (number, city), record in known.items()
        if record["rank"]
    }


def places(record, before):
    if before is None or not before["rank"] or record["band_end"] or before["band_end"]:
        return None
    return int(before["rank"]) - int(record["rank"])


def stated(records):
    """What the file itself says of each change."""
    return {
        (int(record["edition"]), record["city"]): (
            record["change"] or Kind.NONE,
            int(record["rank_change"]) if record["rank_change"] else None,
        )
        for record in records
        if record["rank"]
    }


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITIONS)
@example([RANKED, (range(1, 6), ["ranked", "absent", "band", None, "ranked"], True), RANKED])
def test_changes_recomputed_from_a_download_are_those_of_the_page(drawn):
    with transaction.atomic():
        enter(drawn)

        records = csv_records(body(get(Client(), "ranking", "data.csv")))
        pages = changes_of_pages()
        transaction.set_rollback(True)

    assert recomputed(records) == {key: moved for key, (_kind, moved) in pages.items()}
    assert stated(records) == pages
