"""The page of a search: its form, filters and pages, and what it costs."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Article
from news.search.index import keep_up
from tests.news.articles import make_article, make_department
from tests.portal.pages import Page
from tests.public_pages import CODES
from tests.rankings.factories import make_edition, make_ranking
from tests.rankings.queries import MOST_QUERIES

from .searching import search, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", CODES)
def test_search_without_words_is_a_form(client, code):
    html = search(client, code).content.decode()

    assert 'name="q"' in html
    assert 'class="empty"' not in html


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("a" * 101, "100"), ("a\0b", "")],
)
def test_words_that_cannot_be_looked_for_stay_in_the_field_with_the_reason(client, query, sentence):
    html = search(client, q=query).content.decode()

    assert 'aria-invalid="true"' in html
    assert sentence in html
    assert "a" * min(len(query), 100) in html or "a" in html


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"month": "5"}, ["부산 둘", "부산 하나"]),
        ({"year": "2024", "month": "5"}, ["부산 하나"]),
        ({"year": "2024", "month": "6"}, []),
        ({"kind": "notice"}, ["부산 둘"]),
        ({"kind": "rankings"}, []),
        ({"year": "2024"}, ["부산 하나"]),
        ({"language": "en"}, []),
        ({"language": "ko"}, ["부산 둘", "부산 하나"]),
    ],
)
def test_filters_narrow_what_is_found(client, filters, expected):
    make_article("부산 하나", "", is_ready_en=False, published_at=datetime(2024, 5, 1, tzinfo=UTC))
    make_article("부산 둘", "", is_ready_en=False, kind=Article.Kind.NOTICE)

    assert titles(client, q="부산", **filters) == expected


def test_department_narrows_what_is_found(client):
    culture = make_department("문화과", "Culture")
    make_article("부산 하나", department=culture)
    make_article("부산 둘", department=make_department("교통과", "Transport"))

    assert titles(client, q="부산", department=culture.pk) == ["부산 하나"]


def test_filters_are_taken_away_one_by_one(client):
    make_article("부산 소식")
    year = timezone.localtime().year

    context = search(client, q="부산", kind="news", year=year).context["search"]

    assert [QueryDict(filter.query).dict() for filter in context.in_use] == [
        {"q": "부산", "year": str(year)},
        {"q": "부산", "kind": "news"},
    ]


@pytest.mark.parametrize("code", CODES)
def test_month_without_a_year_stays_chosen_and_is_said_to_be_left_out(client, code):
    make_article("부산 소식", "Busan")
    sentences = {
        "ko": "연도를 고르지 않아 월은 적용하지 않았습니다.",
        "en": "The month was left out: choose a year with it.",
    }

    response = search(client, code, q="부산", month=11)

    assert sentences[code] in response.content.decode()
    assert [each.value for each in response.context["search"].months if each.is_chosen] == [11]
    assert response.context["search"].in_use == []
    assert sentences[code] not in search(client, code, q="부산").content.decode()


@pytest.mark.parametrize(
    "filters",
    [
        {"kind": "x"},
        {"language": "xx"},
        {"year": "0"},
        {"department": "9"},
        {"page": "0"},
        {"page": "x"},
    ],
)
def test_filters_that_do_not_exist_are_a_404(client, filters):
    make_article("부산")
    keep_up()

    assert client.get("/ko/search/", {"q": "부산"} | filters).status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_page_of_a_search_has_one_box_to_search_in(client, code):
    html = search(client, code, q="부산").content.decode()

    assert html.count('role="search"') == html.count('type="search"') == 1


def test_later_pages_follow_on_the_first(client):
    for number in range(12):
        make_article(f"부산 {number:02}")

    first, second = titles(client, q="부산"), titles(client, q="부산", page=2)

    assert [*first, *second] == [f"부산 {number:02}" for number in reversed(range(12))]


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "1.5", "9" * 9, "9" * 30])
@pytest.mark.parametrize("query", ["부산", "없는말"])
def test_a_page_that_does_not_exist_is_not_found(client, query, number):
    make_article("부산")

    assert client.get("/ko/search/", {"q": query, "page": number}).status_code == 404


def test_page_beyond_the_last_leads_to_the_first(client):
    make_article("부산")
    keep_up()

    response = client.get("/ko/search/", {"q": "부산 & 바다", "kind": "news", "page": "99"})

    assert response.status_code == 404
    [first] = [
        link["href"]
        for link in Page(response.content.decode()).links
        if link["href"].startswith("/ko/search/?")
    ]
    assert client.get(first).status_code == 200
    assert QueryDict(first.partition("?")[2]).dict() == {"q": "부산 & 바다", "kind": "news"}


def test_searches_are_kept_out_of_other_search_engines(client):
    page = Page(search(client, q="부산").content.decode())

    assert page.meta["robots"] == "noindex"


def count_reads(client, address):
    """Queries that read; a setting of PostgreSQL for one transaction is none."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return sum(query["sql"].startswith("SELECT") for query in queries)


@pytest.mark.parametrize("query", ["부산", "부산 스마트센터지수", "교통과", "qntks", "개인정보"])
def test_search_costs_the_same_whatever_it_finds(client, ranking, query):
    department = make_department("교통과", "Transport")
    make_article("부산 소식", department=department)
    keep_up()
    address = f"/ko/search/?q={query}"
    few = count_reads(client, address)
    make_edition(make_ranking("gfci"), 1, {"busan": 1, "london": 2})
    for number in range(15):
        make_article(f"부산 {number}", department=department)
    keep_up()

    assert count_reads(client, address) == few <= MOST_QUERIES


def test_search_sets_no_cookie(client):
    assert not search(client, q="부산").cookies


def test_search_of_every_page_leads_here(client):
    html = client.get("/ko/").content.decode()

    assert 'role="search" action="/ko/search/"' in html
