"""Two editors at one table: the second is told what the first saved, and loses nothing."""

import pytest
from django.db import connection

from rankings.models import Result

from .conftest import stored
from .page import Grid

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(grid):
    """The same page in the window of another editor, opened before anything was saved."""
    return Grid(grid.client, grid.edition)


def test_second_save_shows_both_figures(grid, other, cities):
    grid.open()
    other.open()
    grid.type(cities["busan"], overall="8").save()

    other.type(cities["busan"], overall="9").type(cities["seoul"], overall="10").save()

    assert not other.is_saved
    assert (
        "부산, 종합 순위: 다른 편집자가 저장한 값은 8입니다(이전 값: 값 없음)." in other.sentences
    )
    assert other.text(cities["busan"]) == "9"
    assert other.text(cities["seoul"]) == "10"
    assert stored(grid.edition) == {"busan overall world": "8"}


def test_second_editor_may_insist(grid, other, cities):
    grid.open()
    other.open()
    grid.type(cities["busan"], overall="8").save()
    other.type(cities["busan"], overall="9").save()

    other.save()

    assert other.is_saved
    assert stored(grid.edition) == {"busan overall world": "9"}


def test_untouched_figures_follow_the_first_editor(grid, other, cities):
    grid.open().type(cities["busan"], overall="8", technology="3").save()
    grid.open()
    other.open()
    grid.type(cities["busan"], overall="7", technology="").save().confirm()

    other.type(cities["seoul"], overall="9").save()

    assert "부산: 표시된 값은 다른 편집자가 저장한 값으로 바뀌었습니다." in other.sentences
    assert other.text(cities["busan"]) == "7"
    assert other.text(cities["busan"], "technology") == ""
    assert other.save().is_saved
    assert stored(grid.edition) == {"busan overall world": "7", "seoul overall world": "9"}


def test_city_that_another_editor_added_gets_a_row(grid, other, cities):
    grid.open()
    other.open()
    grid.add_city("취리히", overall="2")
    grid.save()

    other.type(cities["seoul"], overall="9").save()

    assert other.text(cities["zurich"]) == "2"
    assert other.save().is_saved
    assert stored(grid.edition) == {"zurich overall world": "2", "seoul overall world": "9"}


def test_same_figures_by_both_are_no_conflict(grid, other, cities):
    grid.open()
    other.open()
    grid.type(cities["busan"], overall="8").save()

    other.type(cities["busan"], overall="8").type(cities["seoul"], overall="9").save()

    assert other.is_saved
    assert Result.history.filter(edition=grid.edition).count() == 2


def test_figure_saved_elsewhere_in_the_same_moment_is_a_sentence(grid, cities):
    measure = grid.edition.ranking.measures.get(code="overall")
    grid.open().type(cities["busan"], overall="8")

    rivals = [Result(edition=grid.edition, city=cities["seoul"], measure=measure, rank=8)]

    def just_before(execute, sql, params, many, context):
        """Another process stores the same rank between the checks and the insertion."""
        if rivals and sql.startswith('INSERT INTO "rankings_result"'):
            rivals.pop().save()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(just_before):
        grid.save()

    assert not grid.is_saved
    assert "같은 회차의 값이 다른 곳에서 동시에 저장되고 있습니다." in grid.sentences
    assert grid.text(cities["busan"]) == "8"
    assert stored(grid.edition) == {}
