import pytest
from django.utils import translation

from rankings.entry.checks import problems, warnings
from rankings.entry.sheet import Change, Column, Kind, Sheet, changed_meanwhile, changes

BUSAN, SEOUL, LONDON = 1, 2, 3
RANK, RATING, REGION, AREA = "7-world", "7-rating", "7-region", "8-world"

COLUMNS = [
    Column(RANK, 7, Kind.RANK, "Overall – Rank", "Rank", "Overall"),
    Column(RATING, 7, Kind.RATING, "Overall – Rating", "Rating", "Overall"),
    Column(REGION, 7, Kind.REGION, "Overall – Rank in the region", "Rank in the region", "Overall"),
    Column(AREA, 8, Kind.RANK, "Technology", "Technology", "Area"),
]


def sheet(**known):
    cities = {BUSAN: "Busan", SEOUL: "Seoul", LONDON: "London"}
    return Sheet(COLUMNS, cities, regions={BUSAN: 1, SEOUL: 1, LONDON: 2}, **known)


def cells(findings):
    return sorted(finding.cell for finding in findings)


def test_changes_are_the_cells_that_differ():
    stored = {(BUSAN, RANK): "8", (SEOUL, RANK): "9", (LONDON, RANK): "1"}
    entered = {(BUSAN, RANK): "7", (SEOUL, RANK): "9", (BUSAN, AREA): "", (BUSAN, RATING): "636"}

    found = changes(stored, entered)

    assert found == [
        Change((BUSAN, RANK), "8", "7"),
        Change((BUSAN, RATING), "", "636"),
    ]


@pytest.mark.parametrize(
    ("before", "corrects"), [("8", True), ("=8", True), ("636", True), ("-", False), ("×", False)]
)
def test_only_a_figure_that_was_seen_can_be_corrected(before, corrects):
    assert Change((BUSAN, RANK), before, "9").corrects_a_figure is corrects
    assert not Change((BUSAN, RANK), "", "9").corrects_a_figure


@pytest.mark.parametrize(
    ("drawn", "stored", "entered", "is_stale"),
    [
        ("8", "8", "9", False),
        ("8", "9", "8", True),
        ("8", "9", "7", True),
        ("8", "9", "9", False),
        ("", "9", "", True),
        ("", "9", "9", False),
        ("8", "", "8", True),
        ("8", "", "", False),
        ("8", "9", None, True),
    ],
)
def test_figure_is_stale_when_another_one_was_stored_since(drawn, stored, entered, is_stale):
    def figures(text):
        return {(BUSAN, RANK): text} if text else {}

    typed = {} if entered is None else {(BUSAN, RANK): entered}

    found = changed_meanwhile(figures(drawn), figures(stored), typed)

    assert found == ([Change((BUSAN, RANK), drawn, stored)] if is_stale else [])


@pytest.mark.parametrize(
    ("entered", "wrong"),
    [
        ({(BUSAN, RANK): "8", (SEOUL, RANK): "9"}, []),
        ({(BUSAN, RANK): "8", (SEOUL, RANK): "8"}, [(BUSAN, RANK), (SEOUL, RANK)]),
        ({(BUSAN, RANK): "=8", (SEOUL, RANK): "8"}, [(BUSAN, RANK), (SEOUL, RANK)]),
        ({(BUSAN, RANK): "=8", (SEOUL, RANK): "=8"}, []),
        ({(BUSAN, RANK): "=8", (SEOUL, RANK): "9"}, [(BUSAN, RANK)]),
        ({(BUSAN, RANK): "8", (BUSAN, AREA): "8"}, []),
        ({(BUSAN, AREA): "3", (SEOUL, AREA): "3"}, [(BUSAN, AREA), (SEOUL, AREA)]),
        ({(BUSAN, REGION): "2", (LONDON, REGION): "2"}, []),
        ({(BUSAN, RANK): "-", (SEOUL, RANK): "-"}, []),
        ({(BUSAN, RATING): "636"}, [(BUSAN, RATING)]),
        ({(BUSAN, RATING): "636", (BUSAN, RANK): "-"}, []),
        ({(BUSAN, RATING): "636", (SEOUL, RATING): "636"}, [(BUSAN, RATING), (SEOUL, RATING)]),
    ],
)
def test_table_must_agree_with_itself(entered, wrong):
    assert cells(problems(sheet(), entered)) == wrong


@pytest.mark.parametrize(
    ("stored", "entered", "wrong"),
    [
        # What is not in the form counts as it is stored.
        ({(SEOUL, RANK): "8"}, {(BUSAN, RANK): "8"}, [(BUSAN, RANK), (SEOUL, RANK)]),
        ({(SEOUL, RANK): "8"}, {(BUSAN, RANK): "8", (SEOUL, RANK): "9"}, []),
        # Places change hands.
        (
            {(BUSAN, RANK): "8", (SEOUL, RANK): "9"},
            {(BUSAN, RANK): "9", (SEOUL, RANK): "8"},
            [],
        ),
        # A partial table may know one half of a joint rank; taking one half away may not.
        ({(SEOUL, RANK): "=8"}, {(BUSAN, RANK): "9"}, []),
        ({(SEOUL, RANK): "=8", (BUSAN, RANK): "=8"}, {(BUSAN, RANK): "9"}, [(SEOUL, RANK)]),
        ({(BUSAN, RANK): "8", (BUSAN, RATING): "636"}, {(BUSAN, RANK): ""}, [(BUSAN, RATING)]),
    ],
)
def test_table_must_agree_with_what_is_stored(stored, entered, wrong):
    assert cells(problems(sheet(stored=stored), entered)) == wrong


def test_problem_names_city_figure_and_what_to_do():
    entered = {(BUSAN, RANK): "8", (SEOUL, RANK): "8"}

    with translation.override("en"):
        sentence = problems(sheet(), entered)[0].sentence

    assert sentence == (
        "Busan, Overall – Rank: rank 8 is entered for Busan, Seoul. "
        "Write =8 in each if they share it, or correct one."
    )


@pytest.mark.parametrize(
    ("known", "entered", "doubtful"),
    [
        ({"cities_included": 10}, {(BUSAN, RANK): "10"}, []),
        ({"cities_included": 10}, {(BUSAN, RANK): "11"}, [(BUSAN, RANK)]),
        ({"cities_included": 10}, {(BUSAN, AREA): "11"}, [(BUSAN, AREA)]),
        ({"cities_included": 10}, {(BUSAN, RATING): "636"}, []),
        ({}, {(BUSAN, RANK): "500"}, []),
        ({"previous": {(BUSAN, RANK): "30"}}, {(BUSAN, RANK): "10"}, []),
        ({"previous": {(BUSAN, RANK): "31"}}, {(BUSAN, RANK): "10"}, [(BUSAN, RANK)]),
        ({"previous": {(BUSAN, RANK): "10"}}, {(BUSAN, RANK): "=31"}, [(BUSAN, RANK)]),
        ({"previous": {(BUSAN, RANK): "-"}}, {(BUSAN, RANK): "50"}, []),
        ({"previous": {(BUSAN, RATING): "700"}}, {(BUSAN, RATING): "1"}, []),
        ({"previous": {(BUSAN, RANK): "50"}}, {(BUSAN, RANK): ""}, []),
        # Nobody is asked again about what is already stored.
        (
            {"previous": {(BUSAN, RANK): "50"}, "stored": {(BUSAN, RANK): "1"}},
            {(BUSAN, RANK): "1", (SEOUL, RANK): "2"},
            [],
        ),
        ({}, {(BUSAN, REGION): "2", (SEOUL, REGION): "2"}, [(BUSAN, REGION), (SEOUL, REGION)]),
        ({}, {(BUSAN, REGION): "=2", (SEOUL, REGION): "=2"}, []),
        ({}, {(BUSAN, REGION): "2", (LONDON, REGION): "2"}, []),
        ({"stored": {(SEOUL, REGION): "2"}}, {(BUSAN, REGION): "2"}, [(BUSAN, REGION)]),
    ],
)
def test_doubtful_figure_is_pointed_out(known, entered, doubtful):
    assert cells(warnings(sheet(**known), entered)) == doubtful


@pytest.mark.parametrize(
    ("included", "entered", "is_doubtful"),
    [
        (2, {(BUSAN, RANK): "1", (SEOUL, RANK): "2"}, False),
        (1, {(BUSAN, RANK): "=1", (SEOUL, RANK): "=1"}, True),
        (1, {(BUSAN, RANK): "1", (SEOUL, RANK): "-"}, False),
        (3, {(BUSAN, RANK): "1"}, False),
    ],
)
def test_more_cities_than_the_edition_includes_are_pointed_out(included, entered, is_doubtful):
    found = warnings(sheet(cities_included=included), entered)

    assert bool(found) is is_doubtful
    assert all(finding.cell is None for finding in found)


def test_rows_follow_the_previous_edition_then_what_was_entered_besides():
    known = sheet(
        previous={(SEOUL, RANK): "2", (LONDON, AREA): "1"},
        stored={(BUSAN, RANK): "1", (SEOUL, RANK): "3"},
    )

    assert known.listed_cities() == [SEOUL, LONDON, BUSAN]
