import tomllib
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.http import QueryDict
from django.utils import translation

from rankings.models import City
from rankings.pages.comparison import EDITIONS_AT_ONCE, load_comparison
from rankings.timeline import load_timeline

from ..factories import (
    make_claim,
    make_edition,
    make_measure,
    make_ranking,
    make_result,
    make_source,
)
from ..queries import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).parent
SENTENCES = tomllib.loads((FOLDER / "comparison.toml").read_text("utf-8"))["sentences"]
BAD_QUERIES = tomllib.loads((FOLDER.parent / "bad_queries.toml").read_text("utf-8"))["comparisons"]
PAGE = "/en/rankings/sci/compare/"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def make_courses(courses):
    """A ranking with the ranks of each city in `courses`, edition by edition, as in the data."""
    ranking, previous = make_ranking(), None
    for number, ranks in enumerate(zip(*courses.values(), strict=True), start=1):
        previous = make_edition(ranking, number, after=previous)
        for city, rank in zip(courses, ranks, strict=True):
            make_figure(previous, city, rank)
    return ranking


def make_figure(edition, city, rank):
    if isinstance(rank, list):
        make_result(edition, city, rank[0], band_end=rank[1])
    elif rank:
        make_result(edition, city, rank)
    else:
        make_result(edition, city, status="not_published")


def compare(query="", slug="sci"):
    return load_comparison(load_timeline(slug), QueryDict(query))


def slugs(comparison):
    return [city.slug for city in comparison.cities]


@pytest.fixture
def ten_cities():
    """Two editions of ten cities, of which Busan is the eighth, and an area of two of them."""
    others = {f"city{rank}": rank for rank in (1, 2, 3, 4, 5, 6, 7, 9, 10)}
    ranking = make_ranking()
    first = make_edition(ranking, 1, others | {"busan": 8})
    second = make_edition(ranking, 2, others | {"busan": 8}, after=first)
    make_measure(ranking, "skills")
    make_result(first, "busan", 3, measure="skills", source=make_source())
    make_result(second, "busan", 2, measure="skills")
    make_result(second, "city1", 1, measure="skills")
    return ranking


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


def get(client, query="", language="en"):
    return client.get(f"/{language}/rankings/sci/compare/?{query}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_stands_in_each_language(client, ten_cities, language):
    response = get(client, language=language)

    html = response.text
    assert response.status_code == 200
    assert f'<html lang="{language}">' in html
    assert html.count("<h1>") == 1
    assert html.count('class="moment"') == 2
    assert not response.cookies
    assert ' style="' not in html


def test_ids_are_unique_and_references_lead_somewhere(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills").text

    ids = values_of(html, "id")
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-describedby"):
        assert set(values_of(html, name)) <= set(ids)
    assert {link[1:] for link in values_of(html, "href") if link.startswith("#")} <= set(ids)


def values_of(html, name):
    return [part.split('"', 1)[0] for part in html.split(f' {name}="')[1:]]


def test_table_has_every_rank_of_the_chart_with_its_source(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills").text

    rows = " ".join(html.split("<tbody>")[1].split()).split("<tr>")[1:]
    assert len(rows) == 2
    assert '<td class="num">2</td>' in rows[0]
    assert '<td class="num">1</td>' in rows[0]
    assert '>3 <a class="cited" href="#source-1">[1]</a>' in rows[1]


def test_form_keeps_the_cities_and_offers_all_others(client, ten_cities):
    html = get(client, "city=busan&city=city1&measure=skills&x=edition").text

    form = html.split('<form class="filters" ')[1].split("</form>")[0]
    assert form.startswith('method="get" aria-label="Choose cities and a measure to compare"')
    assert '<input type="hidden" name="city" value="busan">' in form
    assert '<input type="hidden" name="city" value="city1">' in form
    assert '<option value="City2 en">' in form
    assert '<option value="City1 en">' not in form
    assert '<option value="skills" selected>' in form
    assert '<option value="edition" selected>' in form


def test_six_cities_are_all_that_can_be_added(client, ten_cities):
    html = get(client, "&".join(f"city=city{number}" for number in range(1, 7))).text

    assert "To compare another city, remove one first." in html
    assert 'id="add"' not in html


@pytest.fixture
def named_cities(ten_cities):
    """Three of the ten have names that readers type."""
    names = {
        "busan": ("부산", "Busan"),
        "city1": ("서울", "Seoul"),
        "city2": ("상파울루", "São Paulo"),
    }
    for slug, (korean, english) in names.items():
        City.objects.filter(slug=slug).update(name_ko=korean, name_en=english)
    City.objects.get(slug="city2").aliases.create(name="Sampa")
    City.objects.filter(slug="city1").update(country_en="Korea")


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("Seoul", "city1"),
        ("서울", "city1"),
        (" sEOUL ", "city1"),
        ("ㅅㅇ", "city1"),
        ("ㅅㅍㅇㄹ", "city2"),
        ("sao paulo", "city2"),
        ("sampa", "city2"),
    ],
)
def test_typed_city_is_added_whatever_name_it_is_typed_by(client, named_cities, typed, city):
    query = urlencode({"city": "busan", "measure": "skills", "x": "edition", "add": typed})

    response = get(client, query)

    asked = f"city=busan&city={city}&measure=skills&x=edition"
    assert (response.status_code, response.url.partition("?")[2]) == (302, asked)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("seo", ["city1"]),
        ("ㅅ", ["city1", "city2"]),
        ("korea", ["city1"]),
        ("Seuol", ["city1"]),
    ],
)
def test_typed_city_that_is_not_certain_is_asked_about(client, named_cities, typed, offered):
    html = get(client, urlencode({"city": "busan", "add": typed})).text

    assert f"Which city do you mean by “{typed}”?" in html
    assert f'value="{typed}" aria-describedby="add-answer"' in html
    for city in offered:
        assert f'/compare/?city=busan&amp;city={city}">Add ' in html
    assert html.split('<p class="chips">')[1].split("</p>")[0].count("<a ") == len(offered)


def test_cities_that_begin_as_typed_are_offered_first(named_cities):
    City.objects.filter(slug="city3").update(name_en="Alsace")

    offers = compare("city=busan&add=sa").offers

    assert [city.slug for city, _address in offers] == ["city2", "city3"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("city=busan&add=Atlantis", "No city in this ranking is called “Atlantis”."),
        ("city=busan&add=Busan", "“Busan” is already among the cities compared."),
        (
            "&".join(f"city=city{number}" for number in range(1, 7)) + "&add=Busan",
            "At most 6 cities are compared: remove one to add “Busan”.",
        ),
    ],
)
def test_typed_city_that_cannot_be_added_is_answered(client, named_cities, query, answer):
    response = get(client, query)

    assert response.status_code == 200
    assert f'<p id="add-answer">{answer}' in response.text


def test_nothing_typed_is_not_answered(client, named_cities):
    assert "add-answer" not in get(client, "city=busan&add=+").text


@pytest.mark.parametrize("typed", ["%00", "%FF", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 5000])
def test_typed_nonsense_is_answered_as_text(client, named_cities, typed):
    response = get(client, f"city=busan&add={typed}")

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "No city in this ranking is called" in response.text


def test_typed_name_takes_no_further_query(client, named_cities):
    assert count_queries(client, f"{PAGE}?city=busan&add=ㅅ") == count_queries(client, PAGE)


def test_only_the_default_comparison_is_for_search_engines(client, ten_cities):
    assert 'content="noindex"' not in get(client).text
    assert 'content="noindex"' in get(client, "city=busan").text


@pytest.mark.parametrize("query", BAD_QUERIES)
def test_query_that_makes_no_sense_is_passed_over(client, ten_cities, query):
    response = get(client, query)

    assert response.status_code == 200
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("slug", ["nowhere", "empty"])
def test_ranking_without_public_editions_has_no_comparison(client, slug):
    make_edition(make_ranking("empty"), 1, {"busan": 8}, is_public=False)

    assert client.get(f"/en/rankings/{slug}/compare/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "measure=skills", "city=busan&city=city1&city=city2"])
def test_number_of_queries_does_not_grow_with_cities_and_editions(
    client, ten_cities, query, language
):
    address = f"/{language}/rankings/sci/compare/?{query}"
    small = count_queries(client, address)
    table = {f"town{number}": number for number in range(20, 60)} | {"busan": 8}
    for number in range(3, 13):
        make_edition(ten_cities, number, table)

    assert count_queries(client, address) == small <= MOST_QUERIES


def test_long_table_has_parts_and_the_chart_shows_all(client):
    count = EDITIONS_AT_ONCE + 2
    make_courses({"busan": list(range(1, count + 1)), "paris": [200] * count})
    page = "/en/rankings/sci/compare/?city=busan&city=paris"

    latest, earlier = (client.get(f"{page}{part}").text for part in ("", "&editions=2"))

    assert latest.count('<th scope="row" class="edition">') == EDITIONS_AT_ONCE
    assert earlier.count('<th scope="row" class="edition">') == 2
    assert earlier.count('class="moment"') == latest.count('class="moment"') == count
    assert 'href="?city=busan&amp;city=paris&amp;editions=2">Earlier editions</a>' in latest
    assert 'href="?city=busan&amp;city=paris&amp;editions=1">Later editions</a>' in earlier


def test_conflicts_in_the_table_take_no_query_each(client, ten_cities):
    address = "/en/rankings/sci/compare/?city=busan&city=city1"
    quiet = count_queries(client, address)
    for result in ten_cities.editions.get(number=2).results.overall().filter(rank__in=[1, 8]):
        make_claim(result, 77, source=make_source(f"claim-{result.pk}"))

    assert "Sources differ." in client.get(address).text
    assert count_queries(client, address) == quiet <= MOST_QUERIES
