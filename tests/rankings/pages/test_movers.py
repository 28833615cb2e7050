import pytest
from django.utils import translation

from rankings.figures import load_results
from rankings.pages.movers import load_past, summary
from rankings.standings import standings, table_selection
from rankings.timeline import load_timeline

from ..factories import make_edition, make_ranking, make_result

pytestmark = pytest.mark.django_db


def past_of(edition):
    timeline = load_timeline(edition.ranking.slug)
    edition = timeline.numbered(edition.number)
    return load_past(timeline, edition, load_results([table_selection(edition)]))


def gone(edition):
    return {result.city.slug: result.rank for result in past_of(edition).gone}


def summary_of(before, now, language="en"):
    ranking = make_ranking()
    first = make_edition(ranking, 1, before)
    edition = make_edition(ranking, 2, now, after=first)
    timeline = load_timeline(ranking.slug)
    results = load_results([table_selection(edition)])
    with translation.override(language):
        return summary(standings(timeline, timeline.latest, results, {}))


def test_who_is_missing_from_a_complete_table_has_left():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1, "busan": 2, "rome": 3, "lima": 4})
    make_result(first, "oslo", status="not_published")
    make_result(first, "aden", status="absent")
    edition = make_edition(ranking, 2, {"paris": 1, "busan": 2}, after=first, cities_included=2)

    assert gone(edition) == {"rome": 3, "lima": 4, "oslo": None}


def test_who_is_missing_from_a_partial_table_may_be_ranked_all_the_same():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1, "rome": 3, "lima": 4})
    edition = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=77)
    make_result(edition, "lima", status="absent")

    assert gone(edition) == {"lima": 4}


def test_nobody_left_an_edition_that_is_not_public_or_not_named():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"rome": 3}, is_public=False)
    second = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=1)
    third = make_edition(ranking, 3, {"busan": 1}, cities_included=1)

    assert gone(second) == gone(third) == {}


def test_bands_and_ties_of_those_who_left_stay_as_they_were():
    ranking = make_ranking()
    first = make_edition(ranking, 1)
    make_result(first, "rome", 51, band_end=60)
    make_result(first, "lima", 7, is_joint=True)
    edition = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=1)

    figures = [(r.city.slug, r.rank, r.band_end, r.is_joint) for r in past_of(edition).gone]

    assert figures == [("lima", 7, None, True), ("rome", 51, 60, False)]


def test_statuses_of_newcomers_reach_back_to_the_first_edition():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 40})
    second = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=1)
    edition = make_edition(ranking, 3, {"busan": 30}, after=second)

    busan = edition.results.get().city_id

    assert past_of(edition).statuses[busan] == {first.pk: "ranked", edition.pk: "ranked"}


def test_summary_counts_what_can_be_compared_and_names_the_largest_moves():
    before = {"busan": 12, "paris": 1, "rome": 5, "lima": 6}
    now = {"busan": 8, "paris": 3, "rome": 5, "seoul": 9, "lima": 2}

    assert summary_of(before, now) == [
        "Of 4 cities with figures in both editions, 2 rose, 1 fell and 1 did not change.",
        "The largest rise was by 4 places: Lima en, Busan en.",
        "The largest fall was by 2 places: Paris en.",
    ]


def test_summary_reads_as_korean():
    assert summary_of({"busan": 12, "paris": 1}, {"busan": 8, "paris": 2}, "ko") == [
        "두 회차의 순위를 비교할 수 있는 도시 2곳 가운데 1곳이 오르고 1곳이 내렸습니다.",
        "가장 많이 오른 도시는 4계단 오른 Busan ko입니다.",
        "가장 많이 내린 도시는 1계단 내린 Paris ko입니다.",
    ]


def test_move_that_many_share_is_not_the_news_of_any_of_them():
    cities = [f"city{number}" for number in range(4)]
    before = {city: rank for rank, city in enumerate(cities, start=2)} | {"busan": 20}
    now = {city: rank for rank, city in enumerate(cities, start=1)} | {"busan": 20}

    [counted] = summary_of(before, now)

    assert "4 rose, 0 fell and 1 did not change" in counted


def test_without_figures_to_compare_there_is_no_summary():
    assert summary_of({"paris": 1}, {"busan": 1}) == []


def test_moves_between_bands_count_but_are_never_the_largest():
    ranking = make_ranking()
    first = make_edition(ranking, 1)
    make_result(first, "busan", 61, band_end=70)
    edition = make_edition(ranking, 2, after=first)
    make_result(edition, "busan", 51, band_end=60)
    timeline = load_timeline(ranking.slug)
    results = load_results([table_selection(edition)])

    with translation.override("en"):
        sentences = summary(standings(timeline, timeline.latest, results, {}))

    assert sentences == ["Of 1 city with figures in both editions, 1 rose and 0 fell."]
