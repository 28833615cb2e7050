"""What else to look for when nothing is found."""

import pytest

from news.models import Article
from rankings.models import City, CityAlias
from tests.news.articles import make_article, make_department
from tests.public_pages import CODES

from .searching import search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("qntks", [("부산", 2)]),
        ("부산 없는말", [("부산", 2)]),
        ("스마트센터지스", [("스마트센터지수", 1)]),
        ("Buzan", [("Busan", 2)]),
        ("Seoul 없는말", [("Seoul", 1)]),
        ("없는말", []),
    ],
)
def test_nothing_found_leads_to_what_may_be_meant(client, ranking, query, expected):
    CityAlias.objects.create(city=City.objects.get(slug="busan"), name="Pusan")
    make_article("부산 소식")

    context = search(client, q=query).context["search"]

    assert context.has_nothing
    assert [(other.words, other.count) for other in context.suggestions] == expected


@pytest.mark.parametrize("query", ["Busan", "pusan", "스마트센터지수"])
def test_query_itself_is_not_suggested(client, ranking, query):
    CityAlias.objects.create(city=City.objects.get(slug="busan"), name="Pusan")

    context = search(client, q=query).context["search"]

    assert context.has_nothing
    assert context.suggestions == []


def test_suggestion_counts_what_its_page_finds(client, ranking):
    make_department("부산과")
    make_article("부산 소식")

    [other] = search(client, q="부산 없는말").context["search"].suggestions
    page = client.get(f"/ko/search/?{other.query}").context["search"]

    assert other.count == page.articles.total + len(page.named) + len(page.departments_named) == 3


def test_suggestions_stay_within_the_filters(client, ranking):
    make_article("부산 소식", kind=Article.Kind.NOTICE)

    context = search(client, q="부산 없는말", kind="news").context["search"]

    assert context.suggestions == []


@pytest.mark.parametrize("code", CODES)
def test_nothing_found_and_nothing_to_suggest_is_said(client, code):
    html = search(client, code, q="xyzzy").content.decode()

    sentences = {
        "ko": "‘xyzzy’에 대한 검색 결과가 없습니다.",
        "en": "Nothing was found for “xyzzy”.",
    }
    assert sentences[code] in html
