"""What other sources say of the figures, and what was corrected, in every form alike."""

from datetime import datetime

import pytest
from django.utils import timezone

from rankings.models import Claim

from ..factories import make_claim
from .files import TABLES, body, csv_records, get, json_records, xlsx_records

pytestmark = pytest.mark.django_db

SHEETS = list(TABLES)


def read(client, page, table):
    return json_records(body(get(client, page, "data.json")), table)


def counted(client, page="edition"):
    """The figures that are contradicted, with the number of sources."""
    figures = read(client, page, "figures")
    return {(r["edition"], r["city"], r["scope"]): r["claims"] for r in figures if r["claims"]}


@pytest.mark.parametrize("page", ["ranking", "edition", "city", "measure"])
def test_claims_stand_in_every_dataset_of_their_figure(client, ranking, page):
    by_rank, by_rating = read(client, page, "claims")

    assert by_rank == {
        "ranking": "sci",
        "edition": 12,
        "city": "busan",
        "measure": "overall",
        "scope": "world",
        "rank": 9,
        "band_end": None,
        "joint": False,
        "rating": None,
        "basis": "printed",
        "source_url": "https://example.org/source/claim-9",
        "source_title_ko": "Report claim-9 ko",
        "source_title_en": "Report claim-9 en",
        "note_ko": "=Misprint, ko",
        "note_en": "=Misprint, en",
    }
    assert (by_rating["rank"], by_rating["rating"], by_rating["note_ko"]) == (None, 699.25, None)
    assert by_rating["basis"] == "arithmetic"
    assert counted(client, page) == {(12, "busan", "world"): 2}


def test_dataset_without_the_figure_is_without_its_claims(client, ranking):
    assert read(client, "comparison", "claims") == []
    assert counted(client, "comparison") == {}


def test_claim_that_agrees_with_a_corrected_figure_is_no_conflict_any_more(client, ranking):
    ranking.editions.get(number=12).results.filter(city__slug="busan", rank=8).update(rank=9)

    said = {claim["source_url"].rpartition("/")[2] for claim in read(client, "edition", "claims")}

    assert said == {"rating", "agreeing"}


def test_corrections_say_what_was_changed_and_why(client, ranking, correction):
    [made] = read(client, "city", "corrections")

    assert made == {
        "corrected_on": timezone.localdate(correction.corrected_at).isoformat(),
        "ranking": "sci",
        "edition": 12,
        "city": "busan",
        "measure": "overall",
        "part": "rating",
        "before": "700",
        "after": "701.5",
        "reason_ko": "@Misread ko",
        "reason_en": "@Misread en",
    }


@pytest.mark.parametrize("table", ["claims", "corrections"])
def test_all_forms_say_the_same(client, ranking, correction, table):
    records = read(client, "edition", table)

    workbook = xlsx_records(body(get(client, "edition", "data.xlsx")), SHEETS.index(table))
    lines = csv_records(body(get(client, "edition", TABLES[table])))
    assert records
    assert [as_plain(record) for record in workbook] == records
    assert lines == [as_text(record) for record in records]


def as_plain(record):
    """A record of a workbook as JSON writes it."""
    return {
        code: value.date().isoformat() if isinstance(value, datetime) else value
        for code, value in record.items()
    }


def as_text(record):
    """A record of JSON as CSV writes it."""
    return {
        code: "" if value is None else str(value).lower() if value is False else str(value)
        for code, value in record.items()
    }


@pytest.mark.parametrize(
    ("file", "guarded"), [("claims.csv", '"\'=Misprint, ko"'), ("corrections.csv", "'@Misread ko")]
)
def test_reasons_and_notes_are_never_formulas(client, ranking, correction, file, guarded):
    assert guarded in body(get(client, "edition", file)).decode()


def test_claims_stand_in_the_order_of_the_figures(client, ranking):
    for edition in ranking.editions.filter(number__in=[10, 11]):
        for result in edition.results.filter(rank__isnull=False):
            make_claim(result, 99, source=Claim.objects.first().source)

    claims = [
        [r[code] for code in ("edition", "measure", "city")]
        for r in read(client, "ranking", "claims")
    ]

    assert len(claims) > 5
    assert claims == sorted(claims)
