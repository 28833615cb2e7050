"""What stands in the files is what is in the database, in every form alike."""

import re
from datetime import date, datetime

import pytest
from django.conf import settings

from rankings.downloads.tables import COMPARED, TABLES
from rankings.models import Result

from ..factories import make_edition, make_ranking, make_result
from .files import body, csv_records, get, json_records, xlsx_records

pytestmark = pytest.mark.django_db

FIGURES = {
    "ranking": lambda results: results,
    "edition": lambda results: results.filter(edition__number=12),
    "city": lambda results: results.filter(city__slug="busan"),
    "measure": lambda results: results.filter(measure__code="overall"),
    "comparison": lambda results: results.filter(
        measure__code="skills", city__slug__in=["busan", "paris"]
    ),
}

HEADINGS = {
    "figures": "Figures (`data.csv`)",
    "claims": "Conflicting claims (`claims.csv`)",
    "corrections": "Corrections (`corrections.csv`)",
    "comparison": "Two editions compared (`data.csv`)",
}


def read(client, page, file="data.json"):
    reader = {"data.csv": csv_records, "data.json": json_records, "data.xlsx": xlsx_records}[file]
    return reader(body(get(client, page, file)))


def record(client, page="edition", **wanted):
    [found] = [
        record
        for record in read(client, page)
        if all(record[code] == value for code, value in wanted.items())
    ]
    return found


@pytest.mark.parametrize("page", FIGURES)
def test_file_holds_each_figure_once(client, ranking, page):
    results = FIGURES[page](Result.objects.public()).order_by()
    expected = results.values_list(
        "edition__number",
        "city__slug",
        "measure__code",
        *("scope", "status", "rank", "band_end", "is_joint", "rating", "basis", "source__url"),
    )

    codes = ["edition", "city", "measure", "scope", "status", "rank", "band_end", "joint"]
    codes += ["rating", "basis", "source_url"]
    written = [tuple(record[code] for code in codes) for record in read(client, page)]

    assert len(written) == len(expected) > 1
    assert set(written) == set(expected)


@pytest.mark.parametrize("page", ["edition", "city", "measure", "comparison"])
def test_all_forms_say_the_same(client, ranking, evil_city, page):
    make_result(ranking.editions.get(number=12), "evil", 77)
    records = read(client, page)

    assert [as_text(record) for record in records] == read(client, page, "data.csv")
    assert [as_plain(record) for record in read(client, page, "data.xlsx")] == records


def as_text(record):
    """A record of JSON as CSV writes it."""
    return {code: cell_text(value) for code, value in record.items()}


def cell_text(value):
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def as_plain(record):
    """A record of a workbook as JSON writes it."""
    return {
        code: value.date().isoformat() if isinstance(value, datetime) else value
        for code, value in record.items()
    }


def test_workbook_keeps_types(client, ranking):
    busan = next(r for r in read(client, "edition", "data.xlsx") if r["city"] == "busan")

    assert busan["published"].date() == date(2025, 12, 4)
    assert (busan["rank"], busan["rating"], busan["joint"]) == (8, 701.5, False)
    assert isinstance(busan["rank"], int)


def test_texts_of_all_languages_stand_side_by_side(client, ranking):
    busan = record(client, city="busan", measure="skills")

    assert (busan["city_ko"], busan["city_en"]) == ("Busan ko", "Busan en")
    assert (busan["region"], busan["region_ko"]) == ("asia", "Asia ko")


def test_measure_carries_the_label_of_its_edition(client, ranking):
    assert record(client, "city", edition=12, measure="skills")["measure_en"] == "Talent en"
    assert record(client, "city", edition=11, measure="skills")["measure_en"] == "Skills en"


def test_change_is_counted_between_exact_ranks_only(client, ranking):
    busan = record(client, city="busan", measure="overall", scope="world")
    seoul = record(client, city="seoul")

    assert (busan["previous_edition"], busan["previous_rank"]) == (11, 10)
    assert (busan["rank_change"], busan["change"]) == (2, "up")
    assert (seoul["rank"], seoul["band_end"], seoul["rank_change"]) == (51, 60, None)


def test_arrival_is_named_as_on_the_page(client, ranking):
    changes = {r["city"]: r["change"] for r in read(client, "edition") if r["scope"] == "world"}

    assert changes["aden"] == "re-entry"
    assert changes["rome"] == "entered"
    assert changes["oslo"] is None


def test_nothing_is_said_to_have_changed_in_the_first_edition(client):
    make_edition(make_ranking(), 1, {"busan": 9})

    [first] = json_records(body(client.get("/en/rankings/sci/1/data.json")))

    assert first["rank"] == 9
    assert first["change"] is None


def test_figures_stand_by_edition_measure_and_rank(client, ranking):
    order = [
        (r["edition"], r["measure"], r["scope"] != "world", r["rank"] is None, r["rank"] or 0)
        for r in read(client, "ranking")
    ]

    assert order == sorted(order)


@pytest.mark.parametrize("table", [*TABLES, COMPARED], ids=lambda table: table.name)
def test_every_column_is_told_of(table):
    assert len(set(table.codes)) == len(table.codes)
    assert all(str(field.title) and str(field.description) for field in table.fields)


@pytest.mark.parametrize("table", [*TABLES, COMPARED], ids=lambda table: table.name)
def test_every_column_is_documented(table):
    told = (settings.BASE_DIR / "docs/downloads.md").read_text("utf-8")
    section = told.split(f"\n## {HEADINGS[table.name]}\n")[1].split("\n## ")[0]
    ending = re.compile(f"_({'|'.join(code for code, _name in settings.LANGUAGES)})$")

    documented = re.findall(r"^\| `([a-z_<>]+)` \|", section, re.MULTILINE)

    codes = [ending.sub("_<language>", code) for code in table.codes]
    assert documented == list(dict.fromkeys(codes))
