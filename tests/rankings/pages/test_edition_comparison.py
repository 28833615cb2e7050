import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from rankings.pages.edition_comparison import load_edition_comparison
from rankings.timeline import load_timeline

from ..factories import make_city, make_edition, make_ranking, make_region, make_result

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
MOST_QUERIES = 6


@pytest.fixture
def ranking():
    """Three public editions, of which the first is complete, and one that is not public."""
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "seoul"])
    first = make_edition(
        ranking, 1, {"paris": 1, "rome": 2, "lima": 3, "busan": 4}, cities_included=4
    )
    second = make_edition(ranking, 2, {"busan": 3}, after=first)
    third = make_edition(
        ranking,
        3,
        {"busan": 2, "paris": 3, "rome": 8, "seoul": 9},
        after=second,
        cities_included=77,
    )
    make_result(third, "oslo", 51, band_end=60)
    make_result(third, "aden", status="not_published")
    make_edition(ranking, 4, {"busan": 1}, after=third, is_public=False)
    return ranking


def comparison_of(ranking, then=1, now=3):
    timeline = load_timeline(ranking.slug)
    return load_edition_comparison(timeline.numbered(then), timeline.numbered(now))


def get(client, path, language="en"):
    return client.get(f"/{language}/rankings/sci/{path}")


def cities_in(html):
    table = html.split("<tbody")[1].split("</tbody>")[0]
    return [part.split('/"')[0] for part in table.split("/cities/")[1:]]


def test_every_city_of_either_edition_has_a_row_in_the_order_of_the_ranks_now(ranking):
    places = {row.city.slug: row.change.places for row in comparison_of(ranking).rows}

    assert list(places) == ["busan", "paris", "rome", "seoul", "oslo", "lima", "aden"]
    assert list(places.values()) == [2, -2, -6, None, None, None, None]


def test_city_that_both_editions_leave_out_has_no_row(ranking):
    for edition in ranking.editions.filter(number__in=[1, 3]):
        make_result(edition, "cairo", status="absent")

    assert "cairo" not in [row.city.slug for row in comparison_of(ranking).rows]


def test_changes_are_between_the_two_whatever_stands_between_them(ranking):
    with translation.override("en"):
        sentences = comparison_of(ranking).sentences

    assert sentences == [
        "Busan en rose 2 places, from 4th in January 2020 to 2nd in January 2021.",
        "Of 3 cities with figures in both editions, 1 rose and 2 fell.",
        "The largest rise was by 2 places: Busan en.",
        "The largest fall was by 6 places: Rome en.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_stands_in_each_language(client, ranking, language):
    response = get(client, "3/compared/1/", language)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text
    assert response.text.count("<h1>") == 1
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert " style=" not in response.text


def test_missing_city_is_explained_as_far_as_the_editions_are_known(client, ranking):
    html = get(client, "3/compared/1/").text

    [lima] = [row for row in html.split("<tr")[1:] if "Lima en" in row]
    [seoul] = [row for row in html.split("<tr")[1:] if "Seoul en" in row]
    assert "no figure" in lima  # of the partial table
    assert "not in the edition" in seoul  # of the complete one
    assert "new" not in seoul


def test_our_city_is_marked_and_a_link_leads_to_it(client, ranking):
    html = get(client, "3/compared/1/").text

    assert '<tr role="row" id="table-home" class="is-home">' in html
    assert '<a href="#table-home">Go to Busan en</a>' in html


@pytest.mark.parametrize(
    ("query", "cities"),
    [
        ("", "busan paris rome seoul oslo lima aden"),
        ("?sort=then", "paris rome lima busan seoul oslo aden"),
        ("?sort=-change", "busan paris rome seoul oslo lima aden"),
        ("?sort=change", "rome paris busan seoul oslo lima aden"),
        ("?show=up", "busan"),
        ("?show=down&sort=city", "paris rome"),
        ("?show=one", "seoul oslo lima"),
        ("?show=new", "busan paris rome seoul oslo lima aden"),
        ("?region=asia", "busan seoul"),
        ("?q=bus", "busan"),
        ("?q=harbour", "busan"),
        ("?sort=rating&region=nowhere", "busan paris rome seoul oslo lima aden"),
    ],
)
def test_address_says_which_cities_and_in_which_order(client, ranking, query, cities):
    make_city("busan").aliases.create(name="Harbour")

    assert cities_in(get(client, f"3/compared/1/{query}").text) == cities.split()


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("1/compared/3/", "3/compared/1/"),
        ("1/compared/3/?sort=city", "3/compared/1/"),
        ("2/compared/2/", "2/"),
        ("3/compared/1/?now=2&then=1", "2/compared/1/"),
        ("3/compared/1/?now=1&then=2", "2/compared/1/"),
        ("3/compared/1/?now=2&then=2", "2/"),
        ("3/compared/1/?then=2", "3/compared/2/"),
    ],
)
def test_two_editions_have_one_address(client, ranking, path, target):
    response = get(client, path)

    assert response.status_code == 302
    assert response.url == f"/en/rankings/sci/{target}"


@pytest.mark.parametrize(
    "query",
    [
        *["now=3&then=1", "now=&then=", "now=x", "then=99", "now=4", "then=-1", "now=%00"],
        *["then=%EF%BC%92", "now=99999999999999999999", "then=1.5", "now=%C2%B2", "show=%00"],
    ],
)
def test_editions_that_do_not_exist_leave_the_comparison_as_it_is(client, ranking, query):
    assert get(client, f"3/compared/1/?{query}").status_code == 200


@pytest.mark.parametrize(
    "path", ["3/compared/9/", "9/compared/3/", "4/compared/3/", "4/compared/4/", "0/compared/1/"]
)
def test_comparison_with_an_edition_that_is_not_public_is_missing(client, ranking, path):
    assert get(client, path).status_code == 404


@pytest.mark.parametrize("query", ["", "?q=city&region=asia"])
def test_number_of_queries_does_not_grow_with_the_tables(client, ranking, query):
    small = count_queries(client, query)
    for number in range(40):
        for edition in ranking.editions.filter(number__in=[1, 3]):
            make_result(edition, f"city{number}", 100 + number)

    assert count_queries(client, query) == small <= MOST_QUERIES


def count_queries(client, query):
    with CaptureQueriesContext(connection) as queries:
        assert get(client, f"3/compared/1/{query}").status_code == 200
    return len(queries)


def test_edition_page_leads_to_the_comparison_with_the_one_before(client, ranking):
    assert '<a href="/en/rankings/sci/3/compared/2/">' in get(client, "3/").text
    assert "/compared/" in get(client, "1/").text


def test_only_edition_is_compared_with_nothing(client):
    make_edition(make_ranking(), 1, {"busan": 1})

    assert "/compared/" not in get(client, "1/").text
    assert "/compared/" not in get(client, "").text


def test_ranking_page_leads_to_the_comparison_of_its_first_and_last_edition(client, ranking):
    assert '<a href="/en/rankings/sci/3/compared/1/">' in get(client, "").text
