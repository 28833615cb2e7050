import pytest

from rankings.changes import Kind
from rankings.standings import leading, load_standings
from rankings.timeline import load_timeline

from .factories import make_edition, make_ranking, make_region, make_result

pytestmark = pytest.mark.django_db


def rows_of(edition):
    timeline = load_timeline(edition.ranking.slug)
    return {
        row.city.slug: row for row in load_standings(timeline, timeline.numbered(edition.number))
    }


def test_rows_stand_by_rank_then_by_short_name_and_cities_without_a_rank_last():
    edition = make_edition(make_ranking(), 1, {"paris": 4, "busan": 1})
    make_result(edition, "zurich", status="not_published")
    make_result(edition, "aden", status="not_published")
    make_result(edition, "tokyo", status="absent")
    make_result(edition, "seoul", 2, is_joint=True)
    make_result(edition, "rome", 2, is_joint=True)

    assert list(rows_of(edition)) == ["busan", "rome", "seoul", "paris", "aden", "zurich"]


def test_change_is_against_the_edition_named_as_previous():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 12, "paris": 5, "seoul": 7})
    edition = make_edition(ranking, 2, {"busan": 8, "paris": 9, "seoul": 7}, after=first)

    changes = {city: row.change.places for city, row in rows_of(edition).items()}

    assert changes == {"busan": 4, "paris": -4, "seoul": 0}


def test_city_that_a_partial_table_leaves_out_is_not_called_new():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1}, cities_included=77)
    edition = make_edition(ranking, 2, {"paris": 1, "busan": 62}, after=first)

    assert rows_of(edition)["busan"].change.kind is Kind.UNKNOWN


def test_table_with_a_rank_beyond_its_stated_size_is_not_complete():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1, "rome": 62}, cities_included=2)
    edition = make_edition(ranking, 2, {"busan": 5}, after=first)

    assert rows_of(edition)["busan"].change.kind is Kind.UNKNOWN


def test_city_is_new_when_all_earlier_tables_are_complete_without_it():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1}, cities_included=1)
    edition = make_edition(ranking, 2, {"paris": 1, "busan": 2}, after=first)

    assert rows_of(edition)["busan"].change.kind is Kind.NEW


def test_city_is_new_when_every_earlier_edition_notes_it_absent():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1}, cities_included=51)
    make_result(first, "busan", status="absent")
    edition = make_edition(ranking, 2, {"busan": 62}, after=first)

    assert rows_of(edition)["busan"].change.kind is Kind.NEW


def test_city_is_back_when_it_was_ranked_before_the_previous_edition():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 40})
    second = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=1)
    edition = make_edition(ranking, 3, {"busan": 30}, after=second)

    change = rows_of(edition)["busan"].change

    assert (change.kind, change.places) == (Kind.RE_ENTRY, None)


def test_without_the_earliest_editions_a_city_only_was_not_in_the_previous_one():
    ranking = make_ranking()
    second = make_edition(ranking, 2, {"paris": 1}, cities_included=1)
    edition = make_edition(ranking, 3, {"busan": 30}, after=second)

    assert rows_of(edition)["busan"].change.kind is Kind.ENTERED


def test_rank_that_was_not_published_before_leaves_the_change_unknown():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1}, cities_included=2)
    make_result(first, "busan", status="not_published")
    edition = make_edition(ranking, 2, {"busan": 30}, after=first)

    assert rows_of(edition)["busan"].change.kind is Kind.UNKNOWN


def test_region_rank_is_the_published_one():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "seoul"])
    edition = make_edition(ranking, 1, {"busan": 1, "seoul": 2}, cities_included=2)
    make_result(edition, "seoul", 2, scope="region")

    rows = rows_of(edition)

    assert rows["busan"].region_rank is None
    assert (rows["seoul"].region_rank.rank, rows["seoul"].region_rank.is_computed) == (2, False)


def test_region_ranks_of_a_complete_table_are_counted_when_none_is_published():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "seoul", "tokyo"])
    make_region(ranking, "europe", ["paris"])
    ranks = {"paris": 1, "busan": 4}
    edition = make_edition(ranking, 1, ranks, cities_included=4)
    for city in ("seoul", "tokyo"):
        make_result(edition, city, 2, is_joint=True)

    rows = rows_of(edition)

    counted = {city: (row.region_rank.rank, row.region_rank.is_joint) for city, row in rows.items()}
    assert counted == {
        "paris": (1, False),
        "seoul": (1, True),
        "tokyo": (1, True),
        "busan": (3, False),
    }
    assert all(row.region_rank.is_computed for row in rows.values())


@pytest.mark.parametrize(
    ("included", "cities"), [(3, ["busan", "seoul"]), (2, ["busan"])], ids=["partial", "no region"]
)
def test_region_ranks_are_not_counted_where_a_city_may_be_missing(included, cities):
    ranking = make_ranking()
    make_region(ranking, "asia", cities)
    edition = make_edition(ranking, 1, {"busan": 1, "seoul": 2}, cities_included=included)

    assert not any(row.region_rank for row in rows_of(edition).values())


def test_bands_stand_by_their_first_rank_and_change_without_a_number():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1})
    for city, band in {"busan": (61, 70), "seoul": (51, 60), "rome": (55, 64)}.items():
        make_result(first, city, band[0], band_end=band[1])
    edition = make_edition(ranking, 2, {"paris": 51}, after=first)
    for city in ("busan", "seoul", "rome"):
        make_result(edition, city, 51, band_end=60)

    changes = {city: row.change for city, row in rows_of(edition).items()}

    assert list(changes) == ["paris", "busan", "rome", "seoul"]
    assert [change.kind for change in changes.values()] == [
        Kind.DOWN,
        Kind.UP,
        Kind.OVERLAP,
        Kind.SAME,
    ]
    assert [change.places for change in changes.values()] == [-50, None, None, None]


def test_ranks_in_a_region_are_counted_only_before_the_first_band():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "seoul", "tokyo", "osaka"])
    edition = make_edition(ranking, 1, {"busan": 1, "tokyo": 3}, cities_included=4)
    for city in ("seoul", "osaka"):
        make_result(edition, city, 2, band_end=4)

    counted = {city: row.region_rank for city, row in rows_of(edition).items()}

    assert counted.pop("busan").rank == 1
    assert set(counted.values()) == {None}


@pytest.mark.parametrize("figures", [{}, {"is_joint": True}, {"band_end": 60}])
def test_published_rank_in_the_region_is_shown_as_it_is(figures):
    edition = make_edition(make_ranking(), 1, {"busan": 90})
    make_result(edition, "busan", 51, scope="region", **figures)

    region_rank = rows_of(edition)["busan"].region_rank

    assert (region_rank.is_joint, region_rank.band_end) == (
        figures.get("is_joint", False),
        figures.get("band_end"),
    )


@pytest.mark.parametrize(
    ("cities", "shown"),
    [
        (20, [*range(1, 21)]),
        (21, [*range(1, 11), 15]),
        (80, [*range(1, 11), 15]),
    ],
)
def test_long_table_is_cut_to_its_top_and_our_city(cities, shown):
    names = {f"city{rank}": rank for rank in range(1, cities + 1)}
    names["busan"] = names.pop("city15")
    edition = make_edition(make_ranking(), 1, names)

    rows = leading(list(rows_of(edition).values()))

    assert [row.result.rank for row in rows] == shown
    assert rows[-1].is_after_gap == (cities > 20)


def test_our_city_right_below_the_top_leaves_no_gap():
    names = {f"city{rank}": rank for rank in range(1, 31) if rank != 11} | {"busan": 11}
    edition = make_edition(make_ranking(), 1, names)

    rows = leading(list(rows_of(edition).values()))

    assert rows[-1].is_home
    assert not rows[-1].is_after_gap
