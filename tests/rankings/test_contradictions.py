"""Claims that contradict figures are the same ones for the database as for a single claim."""

from decimal import Decimal
from itertools import product

import pytest

from rankings.models import Claim, Result

from .factories import make_claim, make_edition, make_ranking, make_result, make_source

pytestmark = pytest.mark.django_db

# Rank, joint, end of the band.
PLACES = [(None, False, None), (8, False, None), (8, True, None), (9, False, None)]
PLACES += [(8, False, 10), (8, False, 12)]
RATINGS = [None, Decimal("0"), Decimal("700"), Decimal("701.50")]


@pytest.fixture
def claims():
    """Every place and rating claimed of every other."""
    edition = make_edition(make_ranking(), 1)
    figures = list(product(PLACES, RATINGS))
    sources = [make_source(number) for number in range(len(figures))]
    for number, ((rank, is_joint, band_end), rating) in enumerate(figures):
        values = {"is_joint": is_joint, "band_end": band_end, "rating": rating}
        # Ranks of the world are unique.
        values |= {"scope": "region", "status": "ranked" if rank else "not_published"}
        result = make_result(edition, f"city{number}", rank, **values)
        for source, said in zip(sources, figures, strict=True):
            claim(result, source, *said)
    return Claim.objects.select_related("result")


def claim(result, source, place, rating):
    rank, is_joint, band_end = place
    if rank or rating is not None:
        values = {"is_joint": is_joint, "band_end": band_end, "rating": rating}
        make_claim(result, rank, source=source, **values)


def test_database_finds_those_that_contradict_and_no_others(claims):
    contradicting = {claim.pk for claim in claims if claim.contradicts(claim.result)}

    found = {claim.pk for claim in Claim.objects.contradicting()}

    assert found == contradicting
    assert 0 < len(found) < len(claims)


def test_results_know_how_many_contradict_them(claims):
    counted = {result.pk: result.contradictions for result in Result.objects.with_contradictions()}

    for result in Result.objects.all():
        assert counted[result.pk] == sum(c.contradicts(result) for c in result.claims.all())
