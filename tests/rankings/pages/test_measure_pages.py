"""The page of one measure over time."""

import pytest
from django.conf import settings

from rankings.models import City, CityAlias, MeasureLabel
from rankings.pages.measure_pages import EDITIONS_AT_ONCE, PER_PAGE

from ..factories import (
    make_city,
    make_claim,
    make_edition,
    make_measure,
    make_ranking,
    make_result,
    make_source,
    texts,
)
from ..queries import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
PAGE = "/en/rankings/sci/measures/skills/"
OVERALL = "/en/rankings/sci/measures/overall/"
# The ranks in skills in three editions.
FIGURES = {
    "busan": [12, 9, 8],
    "paris": [1, 1, 2],
    "seoul": [None, 4, 1],
    "oslo": [7, None, None],
}
NONSENSE = [
    "city=",
    "city=atlantis",
    "city=%00",
    "page=x",
    "page=99",
    "page=-1",
    "x=1",
    "q=%20",
    "per_page=0",
    "editions=x",
    "editions=99",
]
HOSTILE = ["q=%00", "q=" + "x" * 5000, "q=%3Cscript%3Ealert(1)%3C/script%3E"]


@pytest.fixture
def ranking():
    """Three public editions; of the latest, only three cities are known."""
    ranking, previous = make_ranking(), None
    make_measure(ranking, "skills", position=1)
    make_measure(ranking, "support", "dimension", position=2)
    for number in range(1, 4):
        edition = make_edition(ranking, number, after=previous, cities_included=77)
        for city, ranks in FIGURES.items():
            if ranks[number - 1]:
                make_result(edition, city, ranks[number - 1], measure="skills")
        previous = edition
    make_edition(ranking, 4, {"busan": 1}, after=previous, is_public=False)
    return ranking


def rows(html):
    """The texts of the cells of each row of the table of cities."""
    body = html.split("measure-table ")[1].split("<tbody>")[1].split("</tbody>")[0]
    return [row.split('name="city" value="')[1].split('"')[0] for row in body.split("<tr")[1:]]


def row(html, city):
    return html.split(f'name="city" value="{city}"')[1].split("</tr>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_stands_in_each_language(client, ranking, language):
    response = client.get(f"/{language}/rankings/sci/measures/skills/")

    assert response.status_code == 200
    assert f"<h1>Index sci {language}: Skills {language}</h1>" in response.text
    assert response.text.count("<h1>") == 1
    assert not response.cookies


def test_cities_stand_by_their_last_rank_the_latest_edition_first(client, ranking):
    html = client.get(PAGE).text

    assert rows(html) == ["seoul", "paris", "busan", "oslo"]
    headers = html.split("<thead>")[1].split("</thead>")[0]
    assert headers.index("SCI 3") < headers.index("Change") < headers.index("SCI 2")
    assert headers.index("SCI 2") < headers.index("SCI 1")


def test_row_gives_every_rank_and_the_latest_change(client, ranking):
    busan = row(client.get(PAGE).text, "busan")

    cells = [cell.split("</td>")[0] for cell in busan.split('<td class="num">')[1:]]
    assert cells == ["8", "9", "12"]
    assert "1 up" in busan
    assert "Our city" in busan


def test_city_without_a_figure_of_the_latest_edition_keeps_its_place_in_the_columns(
    client, ranking
):
    oslo = row(client.get(PAGE).text, "oslo")

    assert oslo.count('<span class="none">-</span>') == 2
    assert "<td></td>" in oslo
    assert '<td class="num">7</td>' in oslo
    assert "up</span>" not in oslo


def test_page_says_how_many_of_the_cities_are_known(client, ranking):
    english, korean = client.get(PAGE).text, client.get(PAGE.replace("/en/", "/ko/")).text

    assert "For SCI 3, the ranks of 3 of 77 cities are known." in english
    assert "3회차에서는 77개 도시 중 3개 도시의 순위가 확인되었습니다." in korean


def test_page_of_a_whole_table_does_not_call_it_partial(client, ranking):
    ranking.editions.update(cities_included=3)

    assert "cities are known" not in client.get(PAGE).text


def test_sentence_says_where_the_first_and_our_own_stand(client, ranking):
    html = client.get(PAGE).text

    assert "Seoul en 1st, Paris en 2nd, Busan en 8th." in html
    assert "Busan en rose 4 places, from 12th in January 2020 to 8th in January 2021." in html


@pytest.mark.parametrize(
    ("editions", "sentence"),
    [
        ([1], "Until SCI 1 it was called “Talent en”."),
        ([1, 2], "Until SCI 2 it was called “Talent en”."),
        ([2], "In SCI 2 it was called “Talent en”."),
        ([1, 3], "In SCI 1, SCI 3 it was called “Talent en”."),
    ],
)
def test_labels_that_changed_are_named(client, ranking, editions, sentence):
    for edition in ranking.editions.filter(number__in=editions):
        MeasureLabel.objects.create(
            measure=ranking.measures.get(code="skills"),
            edition=edition,
            **texts("label", "Talent"),
        )

    assert sentence in client.get(PAGE).text


def test_label_that_did_not_change_is_not_named(client, ranking):
    assert "it was called" not in client.get(PAGE).text


def test_chosen_cities_are_shown_alone_and_stay_chosen(client, ranking):
    html = client.get(f"{PAGE}?city=oslo&city=paris&x=edition").text

    assert rows(html) == ["paris", "oslo"]
    assert " checked>" in row(html, "oslo").split("<a")[0]
    assert '<a href="?x=edition">All cities</a>' in html
    assert "/en/rankings/sci/compare/?city=oslo&amp;city=paris&amp;measure=skills" in html


def test_cities_are_found_by_names_in_any_language_and_by_aliases(client, ranking):
    City.objects.filter(slug="oslo").update(name_ko="오슬로")
    CityAlias.objects.create(city=make_city("paris"), name="Lutetia")

    assert rows(client.get(f"{PAGE}?q=오슬").text) == ["oslo"]
    assert rows(client.get(f"{PAGE}?q=lutet").text) == ["paris"]
    assert rows(client.get(f"{PAGE}?q=EOUL").text) == ["seoul"]


def test_search_without_a_find_says_so(client, ranking):
    html = client.get(f"{PAGE}?q=atlantis").text

    assert "No city of this name has a figure by this measure." in html
    assert '<input id="q" type="search" name="q" maxlength="100" value="atlantis">' in html


@pytest.mark.parametrize("query", NONSENSE)
def test_query_that_makes_no_sense_is_passed_over(client, ranking, query):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 200
    assert rows(response.text) == ["seoul", "paris", "busan", "oslo"]


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_search_finds_nothing(client, ranking, query):
    response = client.get(f"{PAGE}?{query}")

    assert response.status_code == 200
    assert "<script>alert" not in response.text


def test_more_cities_than_the_chart_can_tell_apart_are_said_to_be(client, ranking):
    for number in range(7):
        make_result(ranking.editions.get(number=3), f"city{number}", 20 + number, measure="skills")
    chosen = "&".join(f"city=city{number}" for number in range(7))

    html = client.get(f"{PAGE}?{chosen}").text

    assert len(rows(html)) == 7
    assert "Only the first few of the chosen cities stand out in the chart." in html
    assert "/compare/?city" not in html


def test_long_table_has_pages_and_every_city_is_on_one(client, ranking):
    for number in range(PER_PAGE):
        make_result(ranking.editions.get(number=3), f"city{number}", 20 + number, measure="skills")

    first, second = (client.get(f"{PAGE}?page={number}").text for number in (1, 2))

    assert len(rows(first)) == PER_PAGE
    assert len(rows(second)) == 4
    assert not set(rows(first)) & set(rows(second))


def test_long_series_has_earlier_columns_with_their_own_changes(client, ranking):
    previous = ranking.editions.get(number=3)
    for number in range(5, 4 + EDITIONS_AT_ONCE):
        previous = make_edition(ranking, number, {"busan": 1}, after=previous)
        make_result(previous, "busan", number, measure="skills")

    latest, earlier = (client.get(f"{PAGE}{query}").text for query in ("", "?editions=2"))

    headers = [html.split("<thead>")[1].split("</thead>")[0] for html in (latest, earlier)]
    assert ["SCI 5<" in header for header in headers] == [True, False]
    assert ["SCI 1<" in header for header in headers] == [False, True]
    assert row(latest, "busan").count('<td class="num">') == EDITIONS_AT_ONCE
    assert "1 down" in row(latest, "busan")
    assert '<td class="num">12</td>' in row(earlier, "busan")
    assert '<a rel="prev" href="?editions=2">Earlier editions</a>' in latest
    assert '<a rel="next" href="?editions=1">Later editions</a>' in earlier


def test_city_that_comes_back_is_known_from_editions_before_the_columns(client):
    ranking, previous = make_ranking(), None
    for number in range(1, EDITIONS_AT_ONCE + 3):
        ranks = {"paris": 1, "oslo": 2} if number in (1, EDITIONS_AT_ONCE + 2) else {"paris": 1}
        previous = make_edition(ranking, number, ranks, after=previous, cities_included=len(ranks))

    html = client.get(OVERALL).text

    assert "re-entry" in row(html, "oslo")
    assert "unchanged" in row(html, "paris")


def test_bands_joint_ranks_and_marks_are_shown_as_on_other_pages(client, ranking):
    latest = ranking.editions.get(number=3)
    make_result(latest, "rome", 51, band_end=60, measure="skills")
    make_result(latest, "bonn", 5, is_joint=True, measure="skills", basis="list_order")
    make_claim(latest.results.get(city__slug="busan", measure__code="skills"), 9)

    html = client.get(PAGE).text

    assert "51–60" in row(html, "rome")
    assert '=5<sup class="mark">*</sup>' in row(html, "bonn")
    assert '8<sup class="mark">§</sup>' in row(html, "busan")
    assert "Sources differ." in html


def test_each_figure_leads_to_its_source(client, ranking):
    for number, source in ((3, make_source("third")), (2, make_source("second"))):
        results = ranking.editions.get(number=number).results
        results.filter(city__slug="busan", measure__code="skills").update(source=source)

    html = client.get(PAGE).text

    assert '8 <a class="cited" href="#source-1">[1]</a></td>' in row(html, "busan")
    assert '9 <a class="cited" href="#source-2">[2]</a></td>' in row(html, "busan")
    assert "cited" not in row(html, "paris")
    sources = html.split('<ol class="sources">')[1].split("</ol>")[0].split("<li")[1:]
    assert ["Report third en" in sources[0], "Report second en" in sources[1]] == [True, True]


def test_rank_that_was_not_published_is_listed_without_a_line(client, ranking):
    make_result(ranking.editions.get(number=3), "rome", status="not_published", measure="skills")

    html = client.get(PAGE).text

    assert "not published" in row(html, "rome")
    assert rows(html)[-1] == "rome"


def test_overall_rank_has_a_page_like_any_measure(client):
    make_edition(make_ranking(), 1, {"busan": 8, "paris": 1})

    html = client.get(OVERALL).text

    assert rows(html) == ["paris", "busan"]
    assert 'href="/en/rankings/sci/cities/busan/"' in html


def test_measure_without_figures_says_so(client, ranking):
    response = client.get("/en/rankings/sci/measures/support/")

    assert response.status_code == 200
    assert "No ranks by this measure are known here yet." in response.text


def test_measure_whose_ranks_were_not_published_has_a_table_and_no_chart(client, ranking):
    make_result(ranking.editions.get(number=3), "rome", status="not_published", measure="support")

    response = client.get("/en/rankings/sci/measures/support/")

    assert response.status_code == 200
    assert "lines-plot" not in response.text


@pytest.mark.parametrize(
    "address", ["sci/measures/nonsense/", "nowhere/measures/overall/", "gfci/measures/overall/"]
)
def test_measure_that_is_not_to_be_had_is_missing(client, ranking, address):
    make_ranking("gfci")

    assert client.get(f"/en/rankings/{address}").status_code == 404


def test_pages_lead_to_the_measure(client, ranking):
    link = 'href="/en/rankings/sci/measures/skills/"'
    make_result(ranking.editions.get(number=3), "busan", 8)

    assert link in client.get("/en/rankings/sci/").text
    assert link in client.get("/en/rankings/sci/cities/busan/").text
    assert link in client.get("/en/rankings/sci/measures/support/").text


@pytest.mark.parametrize("query", ["", "?q=en", "?city=paris&city=oslo"])
def test_number_of_queries_does_not_grow(client, ranking, query):
    small = count_queries(client, PAGE + query)
    previous = ranking.editions.get(number=3)
    for number in range(5, 9):
        previous = make_edition(ranking, number, after=previous)
        for rank in range(1, 40):
            source = make_source(f"{number}-{rank}")
            make_result(previous, f"city{rank}", rank, measure="skills", source=source)

    assert count_queries(client, PAGE + query) == small <= MOST_QUERIES
