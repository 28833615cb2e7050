"""Two editions side by side, as files hold them."""

import json
from decimal import Decimal

import pytest

from rankings.pages.edition_comparison import load_edition_comparison
from rankings.timeline import load_timeline

from ..factories import make_result
from .files import body, csv_records, get, json_records, xlsx_records

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(client, ranking):
    found = json_records(body(get(client, "editions", "data.json")), "comparison")
    return {record["city"]: record for record in found}


def test_rows_are_those_of_the_page_in_its_order(client, ranking, records):
    timeline = load_timeline("sci")
    page = load_edition_comparison(timeline.numbered(10), timeline.numbered(12))

    assert list(records) == [row.city.slug for row in page.rows]
    places = {city: record["rank_change"] for city, record in records.items()}
    assert places == {row.city.slug: row.change.places for row in page.rows}


def test_changes_are_recomputed_from_the_ranks_of_the_row(records):
    exact = [
        record
        for record in records.values()
        if record["rank"] and record["earlier_rank"] and not record["band_end"]
    ]

    assert len(exact) == 3
    for record in exact:
        assert record["rank_change"] == record["earlier_rank"] - record["rank"]


def test_row_says_what_both_editions_say(records):
    busan = records["busan"]

    assert (busan["edition"], busan["rank"], busan["rating"]) == (12, 8, 701.5)
    assert (busan["published"], busan["precision"]) == ("2025-12-04", "day")
    assert (busan["earlier_edition"], busan["earlier_rank"]) == (10, 12)
    assert (busan["earlier_precision"], busan["earlier_rating"]) == ("month", None)
    assert (busan["rank_change"], busan["change"]) == (4, "up")
    assert (busan["claims"], busan["earlier_claims"]) == (2, 0)
    assert busan["source_url"] == "https://example.org/source/1"
    assert busan["earlier_source_url"] is None
    assert (busan["city_ko"], busan["region_en"]) == ("Busan ko", "Asia en")


def test_city_of_one_edition_has_no_change(records):
    rome = records["rome"]

    assert (rome["rank"], rome["joint"], rome["basis"]) == (39, True, "list_order")
    assert (rome["earlier_rank"], rome["earlier_status"]) == (None, None)
    assert (rome["rank_change"], rome["change"]) == (None, "unknown")


def test_city_without_a_rank_in_either_says_nothing_of_a_change(records):
    assert (records["oslo"]["status"], records["oslo"]["change"]) == ("not_published", None)


def test_city_that_a_complete_edition_lacks_was_absent(client, ranking):
    ranking.editions.filter(number=10).update(cities_included=1)
    ranking.editions.get(number=10).results.exclude(city__slug="paris").delete()

    records = json_records(body(get(client, "editions", "data.json")), "comparison")

    assert {r["earlier_status"] for r in records if r["city"] == "rome"} == {"absent"}


def test_all_forms_say_the_same(client, ranking, evil_city, records):
    make_result(ranking.editions.get(number=12), "evil", 77, rating=Decimal("1.50"))

    rows = json_records(body(get(client, "editions", "data.json")), "comparison")
    lines = csv_records(body(get(client, "editions", "data.csv")))
    sheet = xlsx_records(body(get(client, "editions", "data.xlsx")))

    assert len(rows) == len(records) + 1
    assert [list(row) for row in rows] == [list(line) for line in lines]
    for code in ("city", "city_en", "rank", "earlier_rank", "rating", "change"):
        said = [row[code] for row in rows]
        assert [cell[code] for cell in sheet] == said
        assert [line[code] for line in lines] == [
            "" if each is None else str(each) for each in said
        ]


def test_names_are_never_formulas(client, ranking, evil_city):
    make_result(ranking.editions.get(number=12), "evil", 77)

    content = body(get(client, "editions", "data.csv")).decode()

    assert content.startswith("\ufeffranking,city,")
    assert "\"'=HYPERLINK" in content


def test_claims_and_corrections_of_both_editions_come_along(client, ranking, correction):
    content = json.loads(body(get(client, "editions", "data.json")))

    assert content["version"] == "12.1"
    assert content["title"] == "Smart Index en: SCI 10 and SCI 12 compared"
    assert [claim["rank"] for claim in content["claims"]] == [9, None]
    assert [made["reason_en"] for made in content["corrections"]] == ["@Misread en"]


def test_correction_of_an_edition_between_them_is_not_counted(client, ranking):
    ranking.editions.get(number=11).corrections.create(before="1", after="2", reason_en="x")

    assert json.loads(body(get(client, "editions", "data.json")))["version"] == "12.0"
