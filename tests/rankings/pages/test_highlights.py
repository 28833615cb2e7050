"""Facts about figures in the database, in words and with the rows that show them."""

import pytest
from django.utils import translation

from rankings.facts import FactKind
from rankings.models import Result
from rankings.pages.cities import load_city_page
from rankings.pages.highlights import fallen
from rankings.timeline import load_timeline

from ..factories import make_edition, make_measure, make_ranking, make_region, make_result

pytestmark = pytest.mark.django_db


def page_of(ranking, measure=None, city="busan"):
    timeline = load_timeline(ranking.slug, components_of=city)
    return load_city_page(timeline, city, measure)


def make_course(*ranks, first=1, **values):
    """A ranking whose editions gave Busan `ranks`, None for an edition without it."""
    ranking, previous = make_ranking(), None
    for number, rank in enumerate(ranks, start=first):
        ranks_of = {"busan": rank} if rank else {"paris": 1}
        previous = make_edition(ranking, number, ranks_of, after=previous, **values)
    return ranking


def texts(page, language="en"):
    with translation.override(language):
        return [highlight.text for highlight in page.highlights]


def test_facts_are_told_in_english():
    page = page_of(make_course(None, 62, 41, 27))

    assert texts(page) == [
        "Up 14 places in the latest edition (41st → 27th, July 2021)",
        "Rises in a row: at least 2 (62nd in July 2020 → 27th in July 2021)",
        "Best known rank: 27th (July 2021)",
        "Up 35 places since the earliest known rank, 62nd in July 2020",
        "Biggest known rise between two editions: 21 places (62nd → 41st, January 2021)",
    ]


def make_known_course():
    """The first table is complete: Busan was not in it."""
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"paris": 1}, cities_included=1)
    second = make_edition(ranking, 2, {"busan": 62}, after=first)
    make_edition(ranking, 3, {"busan": 8}, after=second)
    return ranking


def test_facts_are_told_in_korean():
    assert texts(page_of(make_known_course()), "ko") == [
        "최근 회차 54계단 상승(2021년 1월 62위 → 8위)",
        "역대 최고 순위 8위(2021년 1월)",
        "첫 진입(2020년 7월 62위) 이후 54계단 상승",
    ]


def test_series_that_may_be_longer_says_so():
    ranking = make_course(30, 20, 12, first=5)

    assert "Rises in a row: at least 2 (30th in January 2022 → 12th in January 2023)" in texts(
        page_of(ranking)
    )
    assert "최소 2회 연속 상승(2022년 1월 30위 → 2023년 1월 12위)" in texts(page_of(ranking), "ko")


def test_joint_best_rank_of_several_editions():
    ranking = make_ranking()
    first = make_edition(ranking, 1)
    make_result(first, "busan", 8, is_joint=True)
    second = make_edition(ranking, 2, {"busan": 12}, after=first)
    make_edition(ranking, 3, {"busan": 8}, after=second)

    page = page_of(ranking)

    assert "Best rank ever: 8th (2 times, first in January 2020 and last in January 2021)" in texts(
        page
    )
    assert "In it since the first edition: joint 8th in January 2020" in texts(page)
    assert "첫 회차부터 포함 2020년 1월 공동 8위" in texts(page, "ko")


def test_city_that_left_is_said_to_have_left():
    ranking = make_course(12, 8, None, cities_included=1)

    assert texts(page_of(ranking))[0] == "Not in the latest edition (January 2021)"


def test_edition_that_is_not_public_is_a_gap():
    ranking = make_course(30, 20, 12, 8)
    ranking.editions.filter(number=2).update(is_public=False)

    kinds = {highlight.kind for highlight in page_of(ranking).highlights}

    assert FactKind.RISES not in kinds
    assert "Best known rank: 8th (July 2021)" in texts(page_of(ranking))


def test_ranks_in_the_region_have_a_best_one():
    ranking = make_course(30, 20, 12)
    make_region(ranking, "asia", ["busan"])
    for edition, rank in zip(ranking.editions.order_by("number"), (3, 2, 2), strict=True):
        make_result(edition, "busan", rank, scope="region")

    assert (
        "Best rank ever in the region: 2nd (2 times, first in July 2020 and last in January 2021)"
        in texts(page_of(ranking))
    )


def test_each_highlight_leads_to_the_row_that_shows_it():
    page = page_of(make_course(12, 8, 9, cities_included=1))

    assert {highlight.kind: highlight.anchor for highlight in page.highlights} == {
        FactKind.FALL: "trend-table-row-3",
        FactKind.IN_TOP: "trend-table-row-3",
        FactKind.BEST: "trend-table-row-2",
        FactKind.GAIN: "trend-table-row-3",
        FactKind.FIRST_EDITION: "trend-table-row-1",
        FactKind.BIGGEST_RISE: "trend-table-row-2",
        FactKind.BIGGEST_FALL: "trend-table-row-3",
    }


def test_first_rank_is_told_by_itself_when_nothing_came_of_it():
    assert "Earliest known figure: 12th in July 2020" in texts(page_of(make_course(None, 12, 12)))


def test_falls_are_marked_as_such():
    page = page_of(make_course(3, 5, 9))

    assert {highlight.kind for highlight in page.highlights if highlight.is_fall} == {
        FactKind.FALL,
        FactKind.FALLS,
        FactKind.LOSS,
        FactKind.BIGGEST_FALL,
    }


@pytest.fixture
def areas():
    """A ranking with areas: {code: (kind, rank in the edition before, rank now)}."""
    ranking = make_course(12, 8)
    before, now = ranking.editions.order_by("number")
    figures = {
        "skills": ("area", 12, 11),
        "business": ("area", 8, 10),
        "roads": ("area", 6, 9),
        "support": ("dimension", 4, 5),
        "fame": ("survey", 9, 10),
    }
    for code, (kind, old, new) in figures.items():
        make_measure(ranking, code, kind)
        make_result(before, "busan", old, measure=code)
        make_result(now, "busan", new, measure=code)
    return ranking


def test_areas_in_the_top_are_counted(areas):
    page = page_of(areas)

    assert texts(page)[-2:] == [
        "Areas in the top 10: 2 of 3 with a known rank (July 2020)",
        "Dimensions in the top 10: the only one with a known rank (July 2020)",
    ]
    assert [highlight.anchor for highlight in page.highlights][-2:] == [
        "areas-area",
        "areas-dimension",
    ]
    assert texts(page, "ko")[-2] == "순위가 확인된 3개 분야 중 2개 분야가 10위 이내(2020년 7월)"


def test_areas_that_are_all_in_the_top_are_said_to_be(areas):
    areas.editions.get(number=2).results.filter(measure__code="skills").update(rank=7)

    page = page_of(areas)

    assert "Areas in the top 10: all 3 with a known rank (July 2020)" in texts(page)
    assert "순위가 확인된 3개 분야 모두 10위 이내(2020년 7월)" in texts(page, "ko")


def test_area_in_a_band_counts_in_no_top(areas):
    areas.editions.get(number=2).results.filter(measure__code="roads").update(band_end=10)

    assert "Areas in the top 10: 1 of 2 with a known rank (July 2020)" in texts(page_of(areas))


def test_everything_that_fell_is_named_the_worst_first(areas):
    page = page_of(areas)

    assert [(fell.measure.code, fell.change.places) for fell in fallen(page.areas)] == [
        ("roads", -3),
        ("business", -2),
        ("support", -1),
        ("fame", -1),
    ]


def test_facts_about_an_area_are_of_what_is_known(areas):
    page = page_of(areas, areas.measures.get(code="roads"))

    assert texts(page)[0] == "Down 3 places in the latest edition (6th → 9th, July 2020)"
    assert not any("Areas in the top" in text for text in texts(page))


def test_complete_table_does_not_say_that_an_area_was_missing(areas):
    areas.editions.update(cities_included=1)
    Result.objects.overall().update(rank=1)
    areas.editions.get(number=1).results.filter(measure__code="roads").delete()

    assert "Earliest known figure: 9th in July 2020" in texts(
        page_of(areas, areas.measures.get(code="roads"))
    )
