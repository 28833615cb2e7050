import pytest

from rankings.models import Edition, MeasureLabel, Ranking, Result
from rankings.standings import region_of

from .factories import (
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    texts,
)

pytestmark = pytest.mark.django_db


def test_public_editions_are_those_an_approver_has_made_public():
    ranking = make_ranking()
    shown = make_edition(ranking, 1)
    make_edition(ranking, 2, is_public=False)

    assert list(Edition.objects.public()) == [shown]


def test_public_results_are_those_of_public_editions():
    ranking = make_ranking()
    make_edition(ranking, 1, {"busan": 12})
    make_edition(ranking, 2, {"busan": 8}, is_public=False)

    assert [result.rank for result in Result.objects.public()] == [12]


def test_table_size_counts_the_cities_of_the_overall_table_of_the_world():
    ranking = make_ranking()
    make_measure(ranking, "people")
    edition = make_edition(ranking, 1, {"busan": 12, "london": 1})
    make_result(edition, "busan", 2, scope="region")
    make_result(edition, "seoul", 3, measure="people")
    make_result(edition, "paris", status="not_published")
    make_result(edition, "tokyo", status="absent")

    counted = Edition.objects.with_table_size().get()

    assert (counted.entered, counted.worst_rank) == (3, 12)


def test_table_size_of_an_empty_edition_is_zero():
    make_edition(make_ranking(), 1)

    counted = Edition.objects.with_table_size().get()

    assert (counted.entered, counted.worst_rank) == (0, None)


def test_previous_figure_is_of_the_same_city_measure_and_scope():
    ranking = make_ranking()
    make_measure(ranking, "people")
    before = make_edition(ranking, 1, {"busan": 12, "london": 1})
    make_result(before, "busan", 30, measure="people")
    make_result(before, "busan", 3, scope="region")
    edition = make_edition(ranking, 2, {"busan": 8}, after=before)

    result = edition.results.with_previous().get()

    assert (result.previous_rank, result.previous_status) == (12, "ranked")


def test_previous_is_the_edition_named_so_and_not_the_last_one_with_the_city():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 12})
    second = make_edition(ranking, 2, after=first)
    third = make_edition(ranking, 3, {"busan": 8}, after=second)

    result = third.results.with_previous().get()

    assert (result.previous_rank, result.previous_status) == (None, None)


def test_previous_edition_that_is_not_public_gives_nothing_away():
    ranking = make_ranking()
    before = make_edition(ranking, 1, {"busan": 12}, is_public=False)
    edition = make_edition(ranking, 2, {"busan": 8}, after=before)

    assert edition.results.with_previous().get().previous_rank is None


def test_region_and_published_region_rank_come_with_the_result():
    ranking, other = make_ranking(), make_ranking("gfci")
    make_region(other, "pacific", ["busan", "paris"])
    asia = make_region(ranking, "asia", ["busan"])
    edition = make_edition(ranking, 1, {"busan": 8, "paris": 9})
    make_result(edition, "busan", 2, scope="region", is_joint=True)

    results = edition.results.world().with_region_rank().with_region()
    busan, paris = results.order_by("rank")

    assert (busan.region_rank, busan.region_is_joint) == (2, True)
    assert region_of(busan) == asia
    assert (paris.region_rank, region_of(paris)) == (None, None)


def test_region_is_that_of_the_ranking_at_hand():
    for slug, region in (("sci", "asia"), ("gfci", "pacific")):
        ranking = make_ranking(slug)
        make_region(ranking, region, ["busan"])
        make_edition(ranking, 1, {"busan": 8})

    results = Result.objects.with_region().order_by("edition__ranking__slug")

    assert [region_of(result).slug for result in results] == ["pacific", "asia"]


def test_own_label_is_that_of_the_edition_at_hand():
    ranking = make_ranking()
    measure = make_measure(ranking, "people")
    first, second = make_edition(ranking, 1), make_edition(ranking, 2)
    for edition in (first, second):
        make_result(edition, "busan", 5, measure="people")
    MeasureLabel.objects.create(measure=measure, edition=first, **texts("label", "Talent"))

    results = Result.objects.components().with_own_label().order_by("edition__number")
    labels = [getattr(result, "own_label", None) for result in results]

    assert [label and label.edition for label in labels] == [first, None]


def test_latest_edition_is_the_public_one_with_the_highest_number():
    ranking = make_ranking()
    make_edition(ranking, 1)
    latest = make_edition(ranking, 2)
    make_edition(ranking, 3, is_public=False)
    make_ranking("empty")

    rankings = Ranking.objects.with_latest_edition().order_by("slug")

    assert [ranking.latest_edition for ranking in rankings] == [None, latest.pk]


def test_rankings_of_a_city_are_those_with_public_figures_of_it():
    make_edition(make_ranking("sci"), 1, {"busan": 8})
    make_edition(make_ranking("gfci"), 1, {"london": 1})
    make_edition(make_ranking("hidden"), 1, {"busan": 3}, is_public=False)
    absent = make_edition(make_ranking("absent"), 1)
    make_result(absent, "busan", status="absent")

    assert [ranking.slug for ranking in Ranking.objects.ranking_city("busan")] == ["sci"]
