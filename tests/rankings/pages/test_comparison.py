"""Which cities are compared by what, and what the sentences and the chart say of them."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from rankings.models import City

from ..factories import make_edition, make_ranking, make_result
from .compared import compare, make_courses, slugs

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parent / "comparison.toml"
SENTENCES = tomllib.loads(SAMPLES.read_text("utf-8"))["sentences"]
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SENTENCES, ids=lambda sample: sample["name"])
def test_sentences_say_what_the_comparison_shows(sample, language):
    make_courses(sample["ranks"])

    with translation.override(language):
        comparison = compare("city=" + "&city=".join(sample["ranks"]))
        assert " ".join(comparison.sentences) == sample["says"][language]


def test_joint_ranks_are_named_as_such():
    ranking = make_ranking()
    edition = make_edition(ranking, 1)
    for city in ("busan", "seoul"):
        make_result(edition, city, 8, is_joint=True)

    with translation.override("ko"):
        [sentence] = compare("city=busan&city=seoul").sentences
        assert sentence == "2020년 1월 기준 순위는 Busan ko 공동 8위, Seoul ko 공동 8위입니다."


def test_particle_fits_the_name_of_the_city():
    make_courses({"busan": [12, 8], "seoul": [11, 11]})
    City.objects.filter(slug="busan").update(name_ko="부산")

    with translation.override("ko"):
        assert "부산은 2020년 1월보다" in compare("city=busan&city=seoul").sentences[1]


def test_sentences_on_an_area_name_it(ten_cities):
    with translation.override("en"):
        comparison = compare("city=busan&city=city1&measure=skills")
        assert comparison.sentences == [
            "Ranks in “Skills en” in July 2020: City1 en 1st, Busan en 2nd.",
            "Busan en rose 1 place, from 3rd in January 2020 to 2nd in July 2020.",
        ]


def test_our_city_is_compared_with_its_neighbours_unless_others_are_asked_for(ten_cities):
    assert slugs(compare()) == ["busan", "city6", "city7", "city9", "city10"]


@pytest.mark.parametrize(
    ("rank", "neighbours"),
    [(1, ["city2", "city3", "city4", "city5"]), (5, ["city1", "city2", "city3", "city4"])],
)
def test_neighbours_near_an_end_of_the_table_come_from_the_other_side(rank, neighbours):
    table = {f"city{other}": other for other in range(1, 6) if other != rank}
    make_edition(make_ranking(), 1, table | {"busan": rank})

    assert slugs(compare()) == ["busan", *neighbours]


def test_our_city_is_compared_with_those_that_share_most_editions_with_it():
    ranks = {"busan": [12, 8, 8], "first": [1, 1, 1], "late": [None, None, 7], "near": [11, 9, 9]}
    ranks |= {"left": [13, 10, None], "far": [70, 60, 50], "alone": [None, 2, None]}
    make_courses(ranks)

    assert slugs(compare()) == ["busan", "first", "near", "far", "left"]


def test_without_a_rank_now_our_city_is_compared_with_the_first(ten_cities):
    make_edition(ten_cities, 3, {f"city{rank}": rank for rank in range(1, 8)})

    assert slugs(compare()) == ["busan", "city1", "city2", "city3", "city4"]


def test_ranking_that_does_not_know_our_city_compares_the_first_ones():
    make_edition(make_ranking(), 1, {"paris": 1, "seoul": 2})

    assert slugs(compare()) == ["paris", "seoul"]


def test_cities_stand_in_the_order_asked_for_each_once(ten_cities):
    comparison = compare("city=city3&city=busan&city=city3&city=")

    assert slugs(comparison) == ["city3", "busan"]
    assert comparison.remarks == []


def test_unknown_cities_are_left_out_which_is_said(ten_cities):
    make_edition(make_ranking("gfci"), 1, {"tokyo": 1})

    with translation.override("en"):
        comparison = compare("city=busan&city=atlantis&city=tokyo&city=city1")

    assert slugs(comparison) == ["busan", "city1"]
    assert comparison.remarks == [
        "2 cities in the address are not in this ranking and were left out."
    ]


def test_more_cities_than_fit_are_left_out_which_is_said(ten_cities):
    query = "&".join(f"city=city{number}" for number in (1, 2, 3, 4, 5, 6, 7))

    with translation.override("en"):
        comparison = compare(query)

    assert len(comparison.cities) == 6
    assert comparison.is_full
    assert comparison.remarks == [
        "At most 6 cities are compared: 1 more in the address was left out."
    ]


def test_unknown_measure_gives_the_overall_rank_which_is_said(ten_cities):
    with translation.override("en"):
        comparison = compare("city=busan&measure=beauty")

    assert comparison.measure.is_overall
    assert comparison.remarks == [
        "This ranking has no measure of that name: “Overall en” is shown."
    ]


def test_city_without_figures_by_the_measure_is_named(ten_cities):
    with translation.override("en"):
        comparison = compare("city=busan&city=city2&measure=skills")

    assert [trend.city.slug for trend in comparison.trends] == ["busan"]
    assert comparison.remarks == ["Ranks by this measure are not known: City2 en."]


def test_edition_that_is_not_public_is_no_part_of_the_comparison(ten_cities):
    ten_cities.editions.filter(number=2).update(is_public=False)

    comparison = compare("city=busan&city=city1")

    assert [edition.number for edition, _results in comparison.rows] == [1]
    assert len(comparison.plot.moments) == 1


def test_chart_has_a_line_for_each_city_and_a_moment_for_each_edition():
    make_courses({"busan": [62, 0, 41, 8], "seoul": [0, 24, 0, 11]})

    plot = compare("city=seoul&city=busan").plot

    assert [course.city.slug for course in plot.courses] == ["seoul", "busan"]
    assert [course.city.slug for course, _line in plot.drawn] == ["busan", "seoul"]
    assert [len(line.runs) for _course, line in plot.drawn] == [1, 0]
    assert [moment.edition.number for moment in plot.moments] == [1, 2, 3, 4]
    assert plot.has_gaps


def test_label_of_a_line_that_ended_earlier_names_the_year():
    make_courses({"busan": [62, 41, 8], "seoul": [20, 24, 0]})

    with translation.override("en"):
        plot = compare("city=busan&city=seoul").plot
        assert [course.label for course in plot.courses] == ["Busan en 8th", "Seoul en 24th (2020)"]


def test_moment_tells_all_ranks_of_its_edition_the_best_first():
    make_courses({"busan": [62, 8], "seoul": [20, 11]})

    with translation.override("en"):
        moments = compare("city=busan&city=seoul").plot.moments
        assert [moment.description for moment in moments] == [
            "SCI 1, January 2020: Seoul en 20th, Busan en 62nd",
            "SCI 2, July 2020: Busan en 8th, Seoul en 11th",
        ]


def test_editions_stand_equally_far_apart_when_asked_for(ten_cities):
    make_edition(ten_cities, 3, {"busan": 1}, published_on="2030-01-01")

    by_edition = compare("city=busan&x=edition").plot.moments
    by_date = compare("city=busan&x=date").plot.moments

    first, second, third = [moment.column.x for moment in by_edition]
    assert second - first == pytest.approx(third - second)
    first, second, third = [moment.column.x for moment in by_date]
    assert second - first < third - second


def test_address_holds_the_whole_state(ten_cities):
    asked = "city=city3&city=busan&measure=skills&x=edition"

    comparison = compare(asked)

    assert comparison.get_absolute_url().endswith(f"/rankings/sci/compare/?{asked}")
    assert slugs(comparison) == ["city3", "busan"]


def test_each_city_can_be_removed_but_the_last():
    make_courses({"busan": [8], "seoul": [11]})

    removals = [without for _city, _course, without in compare("city=busan&city=seoul").chosen]
    [(_city, _course, last)] = compare("city=seoul").chosen

    assert [address.rpartition("?")[2] for address in removals] == ["city=seoul", "city=busan"]
    assert last is None
