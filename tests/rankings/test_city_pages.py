"""The page of one city in one ranking."""

from xml.etree import ElementTree

import pytest
from django.conf import settings

from .factories import make_edition, make_measure, make_ranking, make_result, make_source
from .queries import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGE = "/en/rankings/sci/cities/busan/"


@pytest.fixture
def ranking():
    ranking = make_ranking()
    make_measure(ranking, "skills", position=1)
    make_measure(ranking, "roads", position=2)
    make_measure(ranking, "unknown", position=3)
    first = make_edition(ranking, 1, {"busan": 12, "paris": 1})
    second = make_edition(ranking, 2, {"busan": 8, "paris": 2}, after=first)
    for edition, rank in ((first, 6), (second, 9)):
        make_result(edition, "busan", rank, measure="skills")
    make_result(second, "busan", 4, measure="roads")
    return ranking


def test_facts_stand_before_the_figures_and_lead_to_them(client, ranking):
    html = client.get(PAGE).text

    fact = '<a href="#trend-table-row-2">Up 4 places in the latest edition (12th → 8th, July 2020)'
    assert html.index(fact) < html.index(' id="trend-table-row-2">')
    assert '<a href="#areas-row-skills">Skills en</a> ' in html


def test_measures_to_choose_from_are_those_that_are_known_of_the_city(client, ranking):
    html = client.get(PAGE).text

    options = [part.split('"')[0] for part in html.split('<option value="')[1:]]
    assert options == ["overall", "skills", "roads", "date", "edition"]
    assert 'method="get" aria-label="Choose what the chart shows"' in html


def test_trend_is_that_of_the_chosen_measure(client, ranking):
    html = client.get(f"{PAGE}?measure=skills&x=edition").text

    assert "<h1>Busan en in the Index sci en: Skills en</h1>" in html
    assert '<option value="skills" selected>' in html
    assert '<option value="edition" selected>' in html
    assert "Down 3 places in the latest edition (6th → 9th, July 2020)" in html


def test_axis_of_editions_has_a_name_inside_the_drawing(client, ranking):
    by_date, by_edition = (drawing(client.get(PAGE + query).text) for query in ("", "?x=edition"))

    assert "Edition" not in [text.text for text in by_date.findall("text")]
    [name] = [text for text in by_edition.findall("text") if text.text == "Edition"]
    assert float(name.get("y")) + 5 < float(by_edition.get("height"))


def drawing(html):
    start = html.index('<svg class="trend-chart"')
    return ElementTree.fromstring(html[start : html.index("</svg>", start) + len("</svg>")])


@pytest.mark.parametrize("measure", ["nonsense", "unknown", "", "%00", "skills&measure="])
def test_measure_that_is_not_to_be_had_shows_the_overall_rank(client, ranking, measure):
    response = client.get(f"{PAGE}?measure={measure}&x=nonsense")

    assert response.status_code == 200
    assert "<h1>Busan en in the Index sci en</h1>" in response.text


def test_choice_is_not_offered_where_there_is_none(client):
    make_edition(make_ranking(), 1, {"busan": 8})

    assert "<select" not in client.get(PAGE).text


def test_single_measure_leaves_the_choice_of_the_axis(client):
    ranking = make_ranking()
    make_edition(ranking, 2, {"busan": 8}, after=make_edition(ranking, 1, {"busan": 9}))

    html = client.get(PAGE).text

    assert 'id="x"' in html
    assert 'id="measure"' not in html


def test_measure_of_an_edition_that_is_not_public_is_not_offered(client, ranking):
    ranking.editions.filter(number=2).update(is_public=False)

    assert 'value="roads"' not in client.get(PAGE).text


@pytest.mark.parametrize("query", ["", "?measure=skills"])
def test_number_of_queries_does_not_grow_with_the_ranking(client, ranking, query):
    small = count_queries(client, PAGE + query)
    previous = ranking.editions.get(number=2)
    for number in range(3, 15):
        previous = make_edition(ranking, number, {"busan": number}, after=previous)
        make_measure(ranking, f"area{number}")
        make_result(previous, "busan", number, measure=f"area{number}")
        make_result(previous, "busan", number, measure="skills")

    assert count_queries(client, PAGE + query) == small <= MOST_QUERIES


def areas_table(html):
    return html.split('<caption id="areas-area">')[1].split("</table>")[0]


def test_areas_cite_the_one_source_of_each_edition_above_its_ranks(client, ranking):
    for number in (1, 2):
        areas = ranking.editions.get(number=number).results.components()
        areas.update(source=make_source(number))

    table = areas_table(client.get(PAGE).text)

    assert '>SCI 1 <a class="cited" href="#source-2">[2]</a></th>' in table
    assert '>SCI 2 <a class="cited" href="#source-1">[1]</a></th>' in table
    assert table.count('class="cited"') == 2


def test_areas_cite_the_sources_of_each_rank_where_they_differ(client, ranking):
    before, now = ranking.editions.order_by("number")
    before.results.components().update(source=make_source(1))
    now.results.filter(measure__code="skills").update(source=make_source(2))

    html = client.get(PAGE).text

    table = areas_table(html)
    assert '>SCI 1 <a class="cited" href="#source-2">[2]</a></th>' in table
    assert ">SCI 2</th>" in table
    assert '<td role="cell" class="num">9 <a class="cited" href="#source-1">[1]</a></td>' in table
    assert table.count('class="cited"') == 2
    assert 'id="source-2"' in html


def test_each_rank_of_the_course_cites_its_source(client, ranking):
    ranking.editions.get(number=1).results.overall().update(source=make_source())

    rows = client.get(PAGE).text.split('id="trend-table-row-')[1:]

    assert '>12 <a class="cited" href="#source-1">[1]</a></td>' in rows[1]
    assert 'class="cited"' not in rows[0]
