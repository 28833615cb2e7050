"""The page of what was read most: its days, its order and what it says when nothing was read."""

import re

import pytest
from django.conf import settings

from tests.news.articles import hidden_articles, make_article
from tests.news.reader import html_of, text_of, titles_in
from tests.news.test_most_read import read

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


def test_the_week_is_shown_unless_the_month_is_asked_for(client):
    read(make_article("오늘"), 1)
    read(make_article("보름 전"), 9, days_ago=15)

    week, month = (
        html_of(client, "/ko/news/most-read/"),
        html_of(client, "/ko/news/most-read/?days=30"),
    )

    assert titles_in(week) == ["오늘"]
    assert titles_in(month) == ["보름 전", "오늘"]
    for html, days in ((week, 7), (month, 30)):
        assert re.search(r"<h1>(.*?)\s*</h1>", html)[1] == f"최근 {days}일간 많이 본 게시물"
        assert re.findall(r'aria-current="page">(최근[^<]*)</a>', html) == [f"최근 {days}일"]


def test_a_row_has_place_day_and_readings(client):
    read(make_article("자주", "Often"), 1200, language="en")

    assert "조회수 1,200회" in text_of(html_of(client, "/ko/news/most-read/"))
    english = html_of(client, "/en/news/most-read/")
    assert "1,200 views" in text_of(english)
    assert '<p class="board-number">1</p>' in english


def test_each_language_lists_what_can_be_read_in_it(client):
    read(make_article("한국어만", is_ready_en=False), 2)
    read(make_article("둘 다", "Both"), 1)

    assert titles_in(html_of(client, "/ko/news/most-read/")) == ["한국어만", "둘 다"]
    assert titles_in(html_of(client, "/en/news/most-read/")) == ["Both"]


@pytest.mark.parametrize("code", CODES)
def test_what_is_not_public_is_not_listed(client, code):
    for article in hidden_articles().values():
        read(article, 1)

    assert titles_in(html_of(client, f"/{code}/news/most-read/")) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("ko", "이 기간에 조회된 게시물이 없습니다."), ("en", "Nothing was read in these days.")],
)
def test_days_without_readings_say_so(client, code, sentence):
    make_article()

    assert sentence in html_of(client, f"/{code}/news/most-read/")


@pytest.mark.parametrize("days", ["0", "8", "-7", "07", "seven", "7 ", "٧", "9" * 5000])
def test_other_days_are_not_there(client, days):
    assert client.get("/ko/news/most-read/", {"days": days}).status_code == 404


@pytest.mark.parametrize("count", [1, 25])
def test_the_queries_do_not_depend_on_what_was_read(client, count, django_assert_max_num_queries):
    for _ in range(count):
        read(make_article(), 1)

    with django_assert_max_num_queries(6):
        html = html_of(client, "/ko/news/most-read/")

    assert len(titles_in(html)) == min(count, 20)
