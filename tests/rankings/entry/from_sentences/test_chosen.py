"""What is taken of the figures of a text, in which order, and what stands against it."""

import pytest

from rankings.entry.cells import Rank
from rankings.entry.from_sentences.chosen import (
    Choices,
    Known,
    Obstacle,
    Standing,
    Trust,
    conflicts_at_first,
    groups_of,
    put_together,
    rows_of,
    taken,
)
from rankings.sentences import Remark, Rule, Scope, Suggestion

KNOWN = Known(frozenset({11, 12, 13}), frozenset({11, 13}), overall="overall")


def suggestion(rank=8, edition=13, *remarks, **values):
    figure = {"city": "busan", "measure": "overall"} | values
    rank = rank if rank is None else Rank(rank)
    return Suggestion(0, 1, Rule.LABEL, edition=edition, rank=rank, remarks=remarks, **figure)


def rows(*suggestions):
    return rows_of(suggestions, KNOWN)


def figures(rows, *numbers, **choices):
    return [figure for _row, figure in taken(rows, Choices(frozenset(numbers), **choices))]


def test_editions_that_can_be_filled_come_first():
    found = groups_of(rows(*(suggestion(1, number) for number in (14, 11, 12, None, 13, 11))))

    assert [(group.number, group.standing, len(group.rows)) for group in found] == [
        (13, Standing.OPEN, 1),
        (11, Standing.OPEN, 2),
        (None, Standing.UNNAMED, 1),
        (12, Standing.LOCKED, 1),
        (14, Standing.MISSING, 1),
    ]


@pytest.mark.parametrize(
    ("found", "trust", "is_taken"),
    [
        (suggestion(), Trust.CERTAIN, True),
        (suggestion(8, 13, Remark.CITY_ASSUMED), Trust.CERTAIN, True),
        (suggestion(8, 13, Remark.MEASURE_ASSUMED), Trust.TO_CHECK, False),
        (suggestion(8, 13, Remark.NOTHING_NAMED), Trust.DOUBTFUL, False),
        (suggestion(8, 12), Trust.CERTAIN, False),
        (suggestion(8, 14), Trust.CERTAIN, False),
        (suggestion(8, 13, scope=Scope.COUNTRY), Trust.CERTAIN, False),
        (suggestion(8, 13, scope=Scope.REGION), Trust.CERTAIN, True),
        (suggestion(None, 13, moved=2), Trust.CERTAIN, True),
    ],
)
def test_only_what_is_certain_and_can_be_entered_is_ticked(found, trust, is_taken):
    [row] = rows(found)

    assert (row.trust, row.is_taken_at_first) == (trust, is_taken)


@pytest.mark.parametrize(
    ("found", "obstacle"),
    [
        (suggestion(), None),
        (suggestion(scope=Scope.COUNTRY), Obstacle.COUNTRY),
        (suggestion(scope=Scope.REGION), None),
        (suggestion(scope=Scope.REGION, measure="tech"), Obstacle.REGION_OF_AREA),
        (suggestion(None, moved=4), Obstacle.NO_RANK),
    ],
)
def test_figure_without_a_column_says_why(found, obstacle):
    assert rows(found)[0].obstacle is obstacle


def test_what_cannot_be_entered_is_not_taken_though_ticked():
    found = rows(suggestion(8, 12), suggestion(8, 14), suggestion(scope=Scope.COUNTRY))

    assert figures(found, 1, 2, 3) == []


def test_choices_stand_above_what_was_read_and_names_wait_for_the_review():
    found = rows(
        suggestion(1, None, city=None),
        suggestion(4, 13, Remark.CITY_UNKNOWN, city=None, label="오슬로"),
        suggestion(3, 13, Remark.MEASURE_UNKNOWN, measure=None, label="관광"),
    )

    one, two, three = figures(found, 1, 2, 3, cities={1: "seoul"}, unnamed=11)

    assert (one.city, one.edition) == ("seoul", 11)
    assert (two.city, two.measure) == ("오슬로", "overall")
    assert (three.city, three.measure) == ("busan", "관광")


def test_city_that_nobody_named_is_still_open():
    [figure] = figures(rows(suggestion(5, 13, Remark.CITY_AMBIGUOUS, city=None)), 1)

    assert figure.city is None


def test_figure_said_twice_is_entered_once():
    found, conflicts = put_together(figures(rows(suggestion(), suggestion()), 1, 2))

    assert [figure.number for figure in found] == [1]
    assert conflicts == []


def test_two_ranks_of_one_cell_contradict_each_other():
    others = suggestion(9, 11), suggestion(9, scope=Scope.REGION), suggestion(9, measure="tech")

    _found, conflicts = put_together(
        figures(rows(suggestion(8), *others, suggestion(9)), 1, 2, 3, 4, 5)
    )

    assert [(one.first.number, one.second.number) for one in conflicts] == [(1, 5)]


def test_conflict_is_told_before_anything_is_chosen():
    sure, unsure = suggestion(8), suggestion(9, 13, Remark.MEASURE_ASSUMED)

    assert conflicts_at_first(rows(sure, unsure)) == []
    assert len(conflicts_at_first(rows(sure, suggestion(9)))) == 1


def test_stated_move_goes_to_the_rank_of_its_cell():
    found, _conflicts = put_together(
        figures(
            rows(
                suggestion(None, moved=54),
                suggestion(8, previous=Rank(12), moved=4),
                suggestion(7, measure="tech"),
                suggestion(None, measure="tech", moved=2),
                suggestion(None, measure="people", moved=1),
            ),
            *range(1, 6),
        )
    )

    assert [(figure.measure, figure.previous, figure.moved) for figure in found] == [
        ("overall", Rank(12), 4),
        ("tech", None, 2),
    ]
