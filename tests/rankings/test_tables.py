from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils import translation

from rankings.citations import Citations
from rankings.standings import load_standings
from rankings.tables import PER_PAGE, RankTable, alphabetical, sort_and_page
from rankings.timeline import load_timeline

from .factories import make_edition, make_ranking, make_region, make_result, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """Four cities: Rome without a region, a rating and a rank before, Oslo without a rank."""
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "oslo"])
    make_region(ranking, "europe", ["paris"])
    before = make_edition(ranking, 1, {"busan": 5, "paris": 1})
    edition = make_edition(ranking, 2, after=before)
    make_result(edition, "busan", 2, rating=Decimal("700.5"))
    make_result(edition, "paris", 3, rating=Decimal(702))
    make_result(edition, "rome", 4)
    make_result(edition, "oslo", status="not_published")
    make_result(edition, "busan", 1, scope="region")
    return edition


def table_of(edition, query="", **options):
    timeline = load_timeline(edition.ranking.slug)
    rows = load_standings(timeline, timeline.numbered(edition.number))
    table = RankTable(rows, edition=edition, prefix_id="table", **options)
    return sort_and_page(table, QueryDict(query))


def cities_of(table):
    return [row.record.city.slug for row in table.paginated_rows]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", "busan paris rome oslo"),
        ("sort=rank", "busan paris rome oslo"),
        ("sort=-rank", "rome paris busan oslo"),
        ("sort=city", "busan oslo paris rome"),
        ("sort=-city", "rome paris oslo busan"),
        ("sort=change", "paris busan rome oslo"),
        ("sort=-change", "busan paris rome oslo"),
        ("sort=region", "busan oslo paris rome"),
        ("sort=-region", "paris busan oslo rome"),
        ("sort=region_rank", "busan paris rome oslo"),
        ("sort=-region_rank", "busan paris rome oslo"),
        ("sort=rating", "busan paris rome oslo"),
        ("sort=-rating", "paris busan rome oslo"),
        ("sort=nonsense", "busan paris rome oslo"),
        ("sort=-source", "busan paris rome oslo"),
    ],
)
def test_what_is_unknown_comes_last_in_both_directions(edition, query, order):
    assert cities_of(table_of(edition, query)) == order.split()


def test_equal_values_stay_in_the_order_of_ranks_in_both_directions():
    ranking = make_ranking()
    make_region(ranking, "asia", ["zibo", "busan", "seoul"])
    edition = make_edition(ranking, 1, {"zibo": 1, "busan": 2, "seoul": 3})

    for query in ("sort=region", "sort=-region"):
        assert cities_of(table_of(edition, query)) == ["zibo", "busan", "seoul"]


def test_accents_and_case_do_not_change_the_order_and_hangul_sorts_as_a_dictionary():
    names = ["Zürich", "São Paulo", "Santiago", "oslo", "각", "가나", "개", "나"]

    assert sorted(names, key=alphabetical) == [
        *["oslo", "Santiago", "São Paulo", "Zürich"],
        *["가나", "각", "개", "나"],
    ]


def test_columns_that_say_nothing_are_left_out():
    edition = make_edition(make_ranking(), 1, {"busan": 2})

    assert [column.name for column in table_of(edition).columns] == ["rank", "city"]


def test_all_columns_stand_where_they_say_something(edition):
    edition.results.update(source=make_source())
    citations = Citations(edition.results.select_related("source"))

    names = [column.name for column in table_of(edition, citations=citations).columns]

    assert names == ["rank", "city", "change", "region", "region_rank", "rating", "source"]


def test_ratings_are_written_with_the_same_decimals(edition):
    with translation.override("en"):
        cells = [row.get_cell("rating") for row in table_of(edition).rows]

    assert [str(cell) for cell in cells[:2]] == ["700.5", "702.0"]


def test_unpublished_rank_says_so(edition):
    with translation.override("en"):
        assert "not published" in table_of(edition).rows[3].get_cell("rank")


@pytest.mark.parametrize(("basis", "mark"), [("list_order", "*"), ("arithmetic", "†")])
def test_rank_that_no_source_prints_is_marked(edition, basis, mark):
    edition.results.filter(city__slug="busan").update(basis=basis)

    assert f'<sup class="mark">{mark}</sup>' in table_of(edition).rows[0].get_cell("rank")


def test_name_that_only_another_language_has_carries_its_language(edition):
    make_result(edition, "aden", 1).city.__class__.objects.filter(slug="aden").update(name_en="")

    with translation.override("en"):
        assert '<span lang="ko">Aden ko</span>' in table_of(edition).rows[0].get_cell("city")


@pytest.mark.parametrize(("page", "shown"), [("", 100), ("1", 100), ("2", 5), ("9", 5), ("x", 100)])
def test_only_tables_of_more_than_a_hundred_rows_have_pages(page, shown):
    ranks = {f"city{rank}": rank for rank in range(1, PER_PAGE + 6)}
    edition = make_edition(make_ranking(), 1, ranks)

    assert len(cities_of(table_of(edition, f"page={page}"))) == shown


def test_hundred_rows_are_one_page():
    ranks = {f"city{rank}": rank for rank in range(1, PER_PAGE + 1)}
    edition = make_edition(make_ranking(), 1, ranks)

    assert not hasattr(table_of(edition), "page")
