"""Cities, rankings and measures by name; all names of a city are equal."""

import pytest

from rankings.models import City, CityAlias
from tests.news.articles import make_article
from tests.public_pages import CODES
from tests.rankings.factories import make_edition, make_ranking

from .searching import found, search, titles

pytestmark = pytest.mark.django_db

CITY, IN_RANKING = "/ko/rankings/cities/busan/", "/ko/rankings/sci/cities/busan/"
RANKING, MEASURE = "/ko/rankings/sci/", "/ko/rankings/sci/measures/technology/"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("부산", [CITY]),
        ("부산은", [CITY]),
        ("Busan", [CITY]),
        ("pusan", [CITY]),
        ("ㅂㅅ", [CITY]),
        ("부산 스마트센터지수", [IN_RANKING, CITY, RANKING]),
        ("스마트 센터 지수", [RANKING]),
        ("SCI", [RANKING]),
        ("smart centres", [RANKING]),
        ("첨단기술", [MEASURE]),
        ("science", []),
        ("부산스마트센터지수", [RANKING]),
        ("서울대부산", []),
        ("산", []),
        ("축제", []),
    ],
)
def test_cities_rankings_and_measures_are_found_by_name(client, ranking, query, expected):
    CityAlias.objects.create(city=City.objects.get(slug="busan"), name="Pusan")

    assert found(client, q=query)[1] == expected
    for address in expected:
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("query", ["부산", "스마트센터지수", "첨단기술"])
def test_nothing_is_offered_of_a_ranking_without_public_editions(client, ranking, query):
    ranking.editions.update(is_public=False)

    assert found(client, q=query)[1] == []


def test_city_is_not_offered_in_a_ranking_that_does_not_know_it(client, ranking):
    make_edition(make_ranking("gfci"), 1, {"london": 1})

    assert found(client, q="부산 gfci")[1] == [CITY, "/ko/rankings/gfci/"]


@pytest.mark.parametrize("query", ["부산", "부산은", "Busan", "pusan", "釜山"])
@pytest.mark.parametrize("code", CODES)
def test_all_names_of_a_city_find_the_same_articles(client, ranking, query, code):
    for name in ("Pusan", "釜山", "부산시"):
        CityAlias.objects.create(city=City.objects.get(slug="busan"), name=name)
    make_article("부산의 밤", "A night", body_en="in Busan")
    make_article("서울의 밤", "Seoul")

    [row] = search(client, code, q=query).context["search"].articles.rows

    assert [part for part in [*row.title, *row.excerpt] if part.is_hit]
    assert row.language == code


def test_names_of_several_words_are_equal_too(client, ranking):
    City.objects.filter(slug="seoul").update(name_ko="뉴욕", name_en="New York")
    make_article("뉴욕 소식", "News")
    make_article("새 소식", "A new harbour")

    assert titles(client, q="new york") == ["뉴욕 소식"]
    assert titles(client, q="뉴욕에서 소식") == ["뉴욕 소식"]


def test_name_of_two_cities_means_what_is_typed(client, ranking):
    CityAlias.objects.create(city=City.objects.get(slug="busan"), name="Harbour")
    City.objects.filter(slug="seoul").update(name_en="Harbour")
    make_article("부산", "Bridge")
    make_article("항구", "Harbour")

    assert titles(client, "en", q="harbour") == ["Harbour"]
