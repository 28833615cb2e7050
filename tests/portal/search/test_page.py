"""The search of the site: what is found, in which order and language, and what to try instead."""

from datetime import UTC, datetime

import pytest
from django.conf import settings

from news.models import Article
from news.search.index import keep_up
from rankings.models import City, CityAlias
from tests.news.articles import hidden_articles, make_article, make_department
from tests.portal.pages import Page
from tests.rankings.factories import make_edition, make_measure, make_ranking

pytestmark = pytest.mark.django_db
CODES = [code for code, _name in settings.LANGUAGES]


def search(client, code="ko", **query):
    keep_up()
    response = client.get(f"/{code}/search/", query)
    assert response.status_code == 200
    return response


def found(client, code="ko", **query):
    """The titles that are found, and the names."""
    context = search(client, code, **query).context["search"]
    titles = ["".join(part.text for part in row.title) for row in rows_of(context)]
    return titles, [str(named.url) for named in context.named]


def rows_of(context):
    return context.articles.rows if context.articles else []


def titles(client, code="ko", **query):
    return found(client, code, **query)[0]


@pytest.fixture
def ranking(db):
    ranking = make_ranking("sci", name_ko="스마트센터지수", name_en="Smart Centres Index")
    make_measure(ranking, "technology", label_ko="첨단기술", label_en="Technology")
    make_edition(ranking, 1, {"busan": 8, "seoul": 10})
    City.objects.filter(slug="busan").update(name_ko="부산", name_en="Busan")
    City.objects.filter(slug="seoul").update(name_ko="서울", name_en="Seoul")
    return ranking


def test_titles_come_first_and_the_newest_before_older_ones(client):
    make_article("부산 옛 소식")
    make_article("하나", body_ko="□ 부산의 밤")
    make_article("부산 새 소식")

    assert titles(client, q="부산") == ["부산 새 소식", "부산 옛 소식", "하나"]


@pytest.mark.parametrize(
    "query",
    ["부산", "부산은", "스마트센터지수", "스마트 센터 지수", "ＡＩ 전략", "ai", "smart", "Centres"],
)
def test_article_is_found_in_whichever_language_the_words_are(client, query):
    make_article(
        "부산의 AI 전략",
        "Smart centre",
        body_ko="스마트 센터지수에 따르면",
        body_en="The smart centres",
    )

    assert titles(client, "ko", q=query) == ["부산의 AI 전략"]
    assert titles(client, "en", q=query) == ["Smart centre"]


def test_words_of_a_language_that_is_not_ready_find_nothing(client):
    make_article("해운대 소식", "Beach news", is_ready_en=False)

    assert titles(client, "en", q="beach") == []


def test_article_in_another_language_alone_says_so(client):
    make_article("해운대 소식", "", is_ready_en=False)

    html = search(client, "en", q="해운대").content.decode()

    assert '<h3><a href="/en/news/' in html
    assert ' lang="ko"><mark>해운대</mark> 소식</a></h3>' in html


def test_words_are_marked_in_title_and_text(client):
    make_article("부산 소식", body_ko="□ 광안리에서 부산은 오늘")

    html = search(client, q="광안리 부산").content.decode()

    assert "<mark>부산</mark> 소식" in html
    assert "<mark>광안리</mark>에서 <mark>부산</mark>은 오늘" in html


def test_markup_in_texts_and_queries_is_text(client):
    make_article("<b>부산</b> & 소식", body_ko="□ <script>x</script> 부산")

    html = search(client, q="부산 <script>").content.decode()

    assert "&lt;b&gt;<mark>부산</mark>&lt;/b&gt; &amp; 소식" in html
    assert "<script>x" not in html


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
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


def test_what_the_public_may_not_see_is_not_found(client):
    for article in hidden_articles().values():
        article.body_ko = "부산"
        article.save()

    assert titles(client, q="부산") == []


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


def test_order_is_that_of_the_languages_that_are_asked_for(client):
    make_article("하나", "Harbour", body_ko="□ 부산")
    make_article("부산 둘", "Bridge", body_en="harbour", is_ready_ko=False)

    assert titles(client, "en", q="harbour", language="en") == ["Harbour", "Bridge"]
    assert titles(client, "ko", q="부산") == ["하나"]


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("qntks", "부산"),
        ("부산 없는말", "부산"),
        ("스마트센터지스", "스마트센터지수"),
        ("Buzan", "Busan"),
    ],
)
def test_nothing_found_leads_to_what_may_be_meant(client, ranking, query, suggestion):
    make_article("부산 소식")

    context = search(client, q=query).context["search"]

    assert context.has_nothing
    assert suggestion in [other.words for other in context.suggestions]


@pytest.mark.parametrize("code", CODES)
def test_nothing_found_and_nothing_to_suggest_is_said(client, code):
    html = search(client, code, q="xyzzy").content.decode()

    sentences = {
        "ko": "‘xyzzy’에 대한 검색 결과가 없습니다.",
        "en": "Nothing was found for “xyzzy”.",
    }
    assert sentences[code] in html


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


def test_searches_are_kept_out_of_other_search_engines(client):
    page = Page(search(client, q="부산").content.decode())

    assert page.meta["robots"] == "noindex"


def test_search_costs_the_same_whatever_it_finds(client, ranking, django_assert_max_num_queries):
    for number in range(15):
        make_article(f"부산 {number}")
    keep_up()

    with django_assert_max_num_queries(12):
        client.get("/ko/search/", {"q": "부산"})


def test_search_sets_no_cookie(client):
    assert not search(client, q="부산").cookies


def test_search_of_every_page_leads_here(client):
    html = client.get("/ko/").content.decode()

    assert 'role="search" action="/ko/search/"' in html
