"""Doubts about a table that shows only as a whole, and what stands beside its figures."""

import pytest
from django.utils import translation

from rankings.entry.checks import problems, warnings
from rankings.entry.sheet import Column, Kind, Sheet

BUSAN, SEOUL, LONDON, PARIS = 1, 2, 3, 4
RANK, RATING, REGION, AREA = "7-world", "7-rating", "7-region", "8-world"

COLUMNS = [
    Column(RANK, 7, Kind.RANK, "Overall – Rank", "Rank", "Overall"),
    Column(RATING, 7, Kind.RATING, "Overall – Rating", "Rating", "Overall"),
    Column(REGION, 7, Kind.REGION, "Overall – Rank in the region", "Rank in the region", "Overall"),
    Column(AREA, 8, Kind.RANK, "Technology", "Technology", "Area"),
]


def sheet(**known):
    cities = {BUSAN: "Busan", SEOUL: "Seoul", LONDON: "London", PARIS: "Paris"}
    regions = {BUSAN: 1, SEOUL: 1, LONDON: 2, PARIS: 2}
    return Sheet(COLUMNS, cities, regions=regions, **known)


def column(key, *texts):
    """Figures of Busan, Seoul, London and Paris in this order; None leaves one out."""
    cities = (BUSAN, SEOUL, LONDON, PARIS)
    return {
        (city, key): text for city, text in zip(cities, texts, strict=False) if text is not None
    }


def sentences(entered, *, is_whole=False, **known):
    with translation.override("en"):
        return [
            finding.sentence for finding in warnings(sheet(**known), entered, is_whole=is_whole)
        ]


@pytest.mark.parametrize(
    ("ranks", "doubt"),
    [
        (("1", "2", "3", "4"), None),
        (("=1", "=1", "3", "4"), None),
        (("1", "=2", "=2", "=2"), None),
        (("1", "2", "4", "5"), "London, Overall – Rank: rank 4, but after the ranks before it "),
        (("=1", "=1", "2", "3"), "London, Overall – Rank: rank 2, but after the ranks before it "),
        (("2", "3", "4", "5"), "Busan, Overall – Rank: rank 2, but after the ranks before it "),
        # Only a full table has to count without a gap.
        (("1", "2", "4"), None),
        (("1", "2", "4", "-"), None),
        (("1", "2", "4", "5-9"), None),
    ],
)
def test_full_table_counts_without_a_gap(ranks, doubt):
    found = [
        sentence
        for sentence in sentences(column(RANK, *ranks), cities_included=4)
        if "before it" in sentence
    ]

    assert [sentence.startswith(doubt) for sentence in found] == ([True] if doubt else [])


def test_ranks_of_a_stored_table_are_not_counted_again():
    stored = column(RANK, "1", "2", "4", "5")
    entered = stored | {(BUSAN, AREA): "1"}

    assert sentences(entered, stored=stored, cities_included=4) == []


@pytest.mark.parametrize(
    ("ranks", "ratings", "doubted"),
    [
        (("1", "2", "3"), ("700", "650", "600"), []),
        (("1", "2", "3"), ("700", "650", "650"), []),
        (("=1", "=1", "3"), ("700", "710", "600"), []),
        (("1", "2", "3"), ("700", "560", "600"), [LONDON]),
        (("3", "1", "2"), ("640", "700", "630"), [BUSAN]),
        (("1", "-", "2"), ("700", "900", "600"), []),
        (("1", "2-5", "6"), ("700", "900", "600"), []),
    ],
)
def test_rating_is_held_against_the_city_before(ranks, ratings, doubted):
    entered = column(RANK, *ranks) | column(RATING, *ratings)

    found = warnings(sheet(), entered)

    assert [finding.cell for finding in found] == [(city, RATING) for city in doubted]


def test_ratings_that_count_the_other_way_round_are_one_doubt():
    entered = column(RANK, "1", "2", "3", "4") | column(RATING, "10", "20", "30", "40")

    assert sentences(entered) == [
        "Overall – Rating: the lower the rating, the better the rank. Is that so?"
    ]


def test_ratings_of_untouched_cities_are_not_held_against_each_other():
    stored = column(RANK, "1", "2", "3") | column(RATING, "500", "600", "400")

    assert sentences({(PARIS, RANK): "4", (PARIS, RATING): "300"}, stored=stored) == []
    assert len(sentences({(BUSAN, RATING): "550"}, stored=stored)) == 1


@pytest.mark.parametrize(
    ("world", "regions", "doubted"),
    [
        (("5", "9", "1", "2"), ("1", "2", "1", "2"), []),
        (("9", "5", "1", "2"), ("1", "2", "1", "2"), [BUSAN]),
        (("9", "5", "1", "2"), ("1", "2", "2", "1"), [BUSAN, PARIS]),
        (("5-8", "9", "1", "2"), ("2", "1", "1", "2"), []),
        (("5", "-", "1", "2"), ("2", "1", "1", "2"), []),
    ],
)
def test_order_in_a_region_follows_that_of_the_world(world, regions, doubted):
    entered = column(RANK, *world) | column(REGION, *regions)

    found = warnings(sheet(), entered)

    assert [finding.cell for finding in found] == [(city, REGION) for city in doubted]


PREVIOUS = column(RANK, "1", "2", "3") | {(PARIS, RANK): "×"}


@pytest.mark.parametrize(
    ("entered", "is_whole", "doubt"),
    [
        (column(RANK, "1", "2"), False, False),
        (column(RANK, "1", "2"), True, True),
        (column(RANK, "1", "2", "×"), True, False),
        (column(RANK, "1", "2", "-"), True, False),
        # The last city makes a typed table whole.
        (column(RANK, "1", "2", None, "3"), False, True),
        ({}, True, False),
    ],
)
def test_city_of_the_previous_edition_is_missed_in_a_whole_table(entered, is_whole, doubt):
    found = sentences(entered, is_whole=is_whole, previous=PREVIOUS, cities_included=3)

    missed = [sentence for sentence in found if "London" in sentence]
    assert bool(missed) is doubt


def test_many_missing_cities_are_one_sentence():
    cities = {number: f"City {number}" for number in range(1, 21)}
    previous = {(number, RANK): str(number) for number in cities}
    table = Sheet(COLUMNS, cities, previous=previous)

    with translation.override("en"):
        [finding] = warnings(table, {(1, RANK): "1"}, is_whole=True)

    assert finding.sentence == (
        "In the previous edition, but not in this one: City 2, City 3, City 4, City 5, City 6, "
        "City 7, City 8, City 9 and 11 more. Write × for a city that left the table."
    )


@pytest.mark.parametrize(("included", "is_doubtful"), [(2, False), (3, True), (None, False)])
def test_whole_table_has_as_many_cities_as_the_edition(included, is_doubtful):
    entered = column(RANK, "1", "2")

    assert sentences(entered, cities_included=included) == []
    found = sentences(entered, is_whole=True, cities_included=included)
    assert found == ["The table has 2 cities, but the edition includes 3."] * is_doubtful


def test_bands_are_shared_without_a_mark_and_move_nowhere():
    entered = {(BUSAN, RANK): "51-60", (SEOUL, RANK): "51-60", (LONDON, RANK): "51"}
    table = sheet(previous={(BUSAN, RANK): "5", (LONDON, RANK): "1-10"})

    assert problems(table, entered) == []
    assert warnings(table, entered) == []


def test_figure_with_the_claim_of_another_source_is_not_deleted():
    table = sheet(stored=column(RANK, "8", "9"), claimed=frozenset([(BUSAN, RANK)]))

    assert problems(table, {(BUSAN, RANK): "7", (SEOUL, RANK): ""}) == []
    [finding] = problems(table, {(BUSAN, RANK): ""})
    assert finding.cell == (BUSAN, RANK)
