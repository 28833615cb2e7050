"""What narrows the list of articles: kind, department, time and words, and how it says so."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings

from news.models import Article
from news.search.index import keep_up
from tests.news.articles import make_article, make_department
from tests.news.reader import html_of, text_of, titles_in

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


def test_titles_of_narrowed_lists_say_to_what(client):
    department = make_department("교통국", None)
    make_article(
        kind=Article.Kind.NOTICE,
        department=department,
        published_at=datetime(2025, 11, 5, tzinfo=UTC),
    )
    address = f"?kind=notice&department={department.pk}&year=2025&month=11&q=x"

    korean, english = (
        re.search(r"<title>(.*?)</title>", html_of(client, f"/{code}/news/{address}"))[1]
        for code in CODES
    )

    assert korean.startswith("공지사항 – 교통국, 2025년, 11월, “x” – ")
    # What would be a foreign language in a title stands in the list of filters alone.
    assert english.startswith("Notices – 2025, November, “x” – ")


def test_the_list_narrows_by_kind_department_and_year(client):
    transport = make_department("교통국", "Transport Office")
    make_article(
        "보도", department=make_department(), published_at=datetime(2024, 5, 1, tzinfo=UTC)
    )
    make_article("공지", kind=Article.Kind.NOTICE, department=transport)
    make_article("교통", department=transport, published_at=datetime(2024, 6, 1, tzinfo=UTC))

    def listed(query):
        return titles_in(html_of(client, f"/ko/news/?{query}"))

    assert listed("kind=notice") == ["공지"]
    assert listed("year=2024") == ["교통", "보도"]
    assert listed(f"department={transport.pk}") == ["공지", "교통"]
    assert listed(f"department={transport.pk}&year=2024&kind=news") == ["교통"]


def test_the_months_of_a_chosen_year_narrow_it(client):
    for month, title in ((4, "사월"), (5, "오월"), (12, "섣달")):
        make_article(title, published_at=datetime(2024, month, 15, tzinfo=UTC))

    assert titles_in(html_of(client, "/ko/news/?year=2024&month=5")) == ["오월"]
    assert titles_in(html_of(client, "/ko/news/?year=2024&month=12")) == ["섣달"]
    assert "5월" in text_of(html_of(client, "/ko/news/?year=2024"))
    assert "5월" not in text_of(html_of(client, "/ko/news/"))
    assert "May" in text_of(html_of(client, "/en/news/?year=2024"))


def test_years_and_months_without_articles_of_the_kind_are_not_offered(client):
    notice = {"kind": Article.Kind.NOTICE}
    make_article(published_at=datetime(2023, 1, 31, 14, 59, tzinfo=UTC))
    make_article(published_at=datetime(2022, 12, 31, 15, 0, tzinfo=UTC))
    make_article(published_at=datetime(2020, 6, 1, tzinfo=UTC), **notice)
    make_article(published_at=datetime(2021, 6, 1, tzinfo=UTC), is_ready_en=False, **notice)

    def offered(address):
        return re.findall(r'<option value="(\d+)"', html_of(client, address))[1:]

    assert offered("/ko/news/") == ["2023", "2021", "2020"]
    assert offered("/en/news/?kind=notice") == ["2020"]
    assert offered("/ko/news/?year=2023") == ["2023", "2021", "2020", "1"]
    # What is chosen can be seen, and changed, whether or not there is anything.
    assert offered("/ko/news/?kind=notice&year=2022&month=5") == ["2022", "2021", "2020", "5"]


def test_the_filters_of_phones_are_open_when_nothing_is_found(client):
    make_article()

    def summary(query):
        return re.search(
            r"<details class=\"folded-filters\"( open)?>\s*<summary>(.*?)<",
            html_of(client, f"/ko/news/{query}"),
        ).groups()

    assert summary("") == (None, "조건")
    assert summary("?kind=news") == (None, "조건 (1개 선택)")
    assert summary("?kind=news&q=zzzzz") == (" open", "조건 (2개 선택)")


def test_the_month_is_that_of_korean_time(client):
    make_article("새달", published_at=datetime(2024, 4, 30, 15, 0, tzinfo=UTC))

    assert titles_in(html_of(client, "/ko/news/?year=2024&month=5")) == ["새달"]
    assert titles_in(html_of(client, "/ko/news/?year=2024&month=4")) == []


def test_a_month_without_a_year_says_nothing(client):
    make_article("글", published_at=datetime(2024, 4, 15, tzinfo=UTC))

    assert titles_in(html_of(client, "/ko/news/?year=&month=5")) == ["글"]


def test_the_year_is_that_of_korean_time(client):
    make_article("전에", published_at=datetime(2023, 5, 1, tzinfo=UTC))
    make_article("새해", published_at=datetime(2024, 12, 31, 15, 30, tzinfo=UTC))

    assert titles_in(html_of(client, "/ko/news/?year=2025")) == ["새해"]
    assert titles_in(html_of(client, "/ko/news/?year=2024")) == []


def test_filters_in_use_are_stated_and_can_be_taken_away_one_by_one(client):
    department = make_department("교통국", "Transport Office")
    make_article(department=department)

    html = html_of(client, f"/ko/news/?kind=news&department={department.pk}&q=제목")

    assert f'href="/ko/news/?department={department.pk}&amp;q=%EC%A0%9C%EB%AA%A9"' in html
    assert f'href="/ko/news/?kind=news&amp;department={department.pk}"' in html
    assert "조건 모두 해제" in html
    assert "“제목”" in html


def test_the_form_shows_what_was_chosen(client):
    make_article()

    html = html_of(client, "/ko/news/?kind=news&q=%22%3Cb%3E")

    assert '<option value="news" selected>보도자료</option>' in html
    assert 'value="&quot;&lt;b&gt;"' in html


def test_an_unfiltered_list_offers_nothing_to_clear(client):
    make_article()

    assert "조건 모두 해제" not in html_of(client, "/ko/news/")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("ko", "조건에 맞는 게시물이 없습니다."), ("en", "No article matches these filters.")],
)
def test_a_list_without_matches_says_so(client, code, sentence):
    make_article()

    assert sentence in html_of(client, f"/{code}/news/?kind=notice")


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("kind=notice", "조건에 맞는 게시물이 없습니다. 조건을 하나 해제해 보십시오."),
        ("q=zz", "검색어가 들어 있는 게시물이 없습니다. 검색어를 줄이거나 바꿔 보십시오."),
        ("q=zz&kind=news", "검색어와 조건에 맞는 게시물이 없습니다."),
    ],
)
def test_what_to_try_next_names_what_was_set(client, query, advice):
    make_article()

    assert advice in text_of(html_of(client, f"/ko/news/?{query}"))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("ko", "아직 게시물이 없습니다."), ("en", "There are no articles yet.")],
)
def test_an_empty_portal_says_so(client, code, sentence):
    assert sentence in html_of(client, f"/{code}/news/")


def test_the_second_page_carries_the_filters_and_the_first_one_has_a_clean_address(client):
    for _ in range(11):
        make_article()
    keep_up()

    html = html_of(client, "/ko/news/?q=제목&page=2")

    assert 'rel="prev" href="/ko/news/?q=%EC%A0%9C%EB%AA%A9"' in html
