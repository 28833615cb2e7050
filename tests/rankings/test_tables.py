from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils import translation

from rankings.pages.choice import Choice
from rankings.provenance.citations import Citations
from rankings.standings import load_standings
from rankings.tables import SORT_KEYS, RankTable, alphabetical
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
    choice = Choice.of(QueryDict(query), sorts=SORT_KEYS, usual_sort="rank")
    return RankTable(rows, edition=edition, prefix_id="table", choice=choice, **options)


def cities_of(table):
    return [row.city.slug for row in table.data]


def cells_of(table, name):
    return [str(table.renderer(name)(row)) for row in table.data]


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
        cells = cells_of(table_of(edition), "rating")

    assert cells[:2] == ["700.5", "702.0"]


def test_unpublished_rank_says_so(edition):
    with translation.override("en"):
        assert "not published" in cells_of(table_of(edition), "rank")[3]


@pytest.mark.parametrize(("basis", "mark"), [("list_order", "*"), ("arithmetic", "†")])
def test_rank_that_no_source_prints_is_marked(edition, basis, mark):
    edition.results.filter(city__slug="busan").update(basis=basis)

    assert f'<sup class="mark">{mark}</sup>' in cells_of(table_of(edition), "rank")[0]


def test_name_that_only_another_language_has_carries_its_language(edition):
    make_result(edition, "aden", 1).city.__class__.objects.filter(slug="aden").update(name_en="")

    with translation.override("en"):
        assert '<span lang="ko">Aden ko</span>' in cells_of(table_of(edition), "city")[0]


def test_columns_stay_when_the_chosen_rows_say_nothing_in_them(edition):
    timeline = load_timeline(edition.ranking.slug)
    rows = load_standings(timeline, timeline.numbered(edition.number))
    rome = [row for row in rows if row.city.slug == "rome"]

    table = RankTable(rome, whole=rows, edition=edition, prefix_id="table")

    assert [heading.name for heading in table.headings] == [
        *["rank", "city", "change", "region", "region_rank", "rating"]
    ]


def test_column_that_is_left_out_cannot_be_sorted_by():
    table = table_of(make_edition(make_ranking(), 1, {"busan": 2, "paris": 1}), "sort=-rating")

    assert cities_of(table) == ["paris", "busan"]
    assert [heading.direction for heading in table.headings] == ["ascending", ""]


def test_heading_leads_to_the_other_order_and_keeps_what_was_chosen(edition):
    headings = {heading.name: heading for heading in table_of(edition, "q=x&sort=city").headings}

    assert headings["city"].href == "?q=x&sort=-city"
    assert headings["rank"].href == "?q=x"
    assert headings["change"].href == "?q=x&sort=-change"


def test_table_that_is_not_sorted_by_readers_links_nothing(edition):
    timeline = load_timeline(edition.ranking.slug)

    table = RankTable(load_standings(timeline, edition), edition=edition, prefix_id="table")

    assert {heading.href for heading in table.headings} == {None}


def test_cells_below_the_city_carry_their_label_for_narrow_screens(edition):
    with translation.override("en"):
        [cells, *_others] = table_of(edition).lines

    assert '<td class="num" role="cell">2</td><th role="rowheader" scope="row">' in cells
    assert '<td class="num folds" data-label="Rating" role="cell">700.5</td>' in cells


def test_text_from_the_data_is_escaped(edition):
    edition.results.get(city__slug="rome").city.__class__.objects.filter(slug="rome").update(
        name_ko="<b>{0}</b>"
    )

    with translation.override("ko"):
        assert "&lt;b&gt;{0}&lt;/b&gt;" in "".join(table_of(edition).lines)


@pytest.mark.parametrize(("city", "is_shown"), [("busan", True), ("paris", False)])
def test_column_with_one_figure_is_shown_for_our_own_city_only(edition, city, is_shown):
    edition.results.world().exclude(city__slug=city).update(rating=None)

    names = [column.name for column in table_of(edition).columns]

    assert ("rating" in names) is is_shown
