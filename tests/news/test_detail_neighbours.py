"""Where the page of an article leads: to the ones before and behind it, and to related ones."""

import re

import pytest
from django.utils import timezone

from news.models import Article
from news.search.index import keep_up
from tests.news.articles import hidden_articles, make_article, make_department
from tests.news.reader import address_of, html_of

pytestmark = pytest.mark.django_db


def links_around(html):
    found = re.findall(r'rel="(next|prev)" href="([^"]+)"', html)
    return {rel: href.replace("&amp;", "&") for rel, href in found}


def test_previous_and_next_follow_time_within_what_is_ready_in_the_language(client):
    oldest, _korean, middle, newest = (
        make_article(),
        make_article(is_ready_en=False),
        make_article(is_pinned=True),
        make_article(),
    )

    assert links_around(html_of(client, address_of(middle, "en"))) == {
        "next": address_of(newest, "en"),
        "prev": address_of(oldest, "en"),
    }
    assert links_around(html_of(client, address_of(oldest, "en"))) == {
        "next": address_of(middle, "en")
    }


def test_articles_of_the_same_moment_have_neighbours_too(client):
    now = timezone.now()
    first, second, third = (make_article(published_at=now) for _ in range(3))

    assert links_around(html_of(client, address_of(second))) == {
        "next": address_of(third),
        "prev": address_of(first),
    }


def test_previous_and_next_stay_within_the_filter_of_the_list_and_carry_it(client):
    notice = Article.Kind.NOTICE
    first = make_article(kind=notice)
    make_article()
    middle = make_article(kind=notice)
    make_article(kind=notice, title="다른 것")
    keep_up()

    html = html_of(client, address_of(middle) + "?kind=notice&q=제목")

    query = "?kind=notice&q=%EC%A0%9C%EB%AA%A9"
    assert links_around(html) == {"prev": address_of(first) + query}
    assert f'href="/ko/news/{query}"'.replace("&", "&amp;") in html


def test_a_filter_that_makes_no_sense_is_left_out(client):
    older, newer = make_article(), make_article()

    for query in ("?kind=x", "?year=abc", "?department=9e9", "?q=%00", "?page=7"):
        html = html_of(client, address_of(newer) + query)
        assert links_around(html) == {"prev": address_of(older)}


def test_hidden_articles_are_no_neighbours(client):
    hidden_articles()
    article = make_article()

    assert links_around(html_of(client, address_of(article))) == {}


def related_in(html):
    section = re.search(r'<section class="related".*?</section>', html, re.DOTALL)
    return re.findall(r'class="card-title"><a[^>]*>([^<]+)<', section[0]) if section else []


def test_related_articles_share_the_ranking_the_words_or_the_department(client):
    transport, harbour = make_department("교통국", "Transport"), make_department("항만", "Harbour")
    make_article("순위 소식", department=harbour, body_ko="[[ranking:sci/12]]")
    make_article("부산 스마트센터지수 8위", department=harbour)
    make_article("버스 노선", department=transport, kind=Article.Kind.NOTICE)
    make_article("새 항만", department=harbour)
    make_article("이웃", department=harbour)
    article = make_article(
        "부산 스마트센터지수 12위", department=transport, body_ko="[[trend:sci/busan]]"
    )
    keep_up()

    html = html_of(client, address_of(article))

    assert related_in(html) == ["부산 스마트센터지수 8위", "순위 소식", "버스 노선"]


def test_without_anything_in_common_the_newest_are_related(client):
    for title in ("가", "나", "다", "라", "이웃"):
        make_article(title)
    article = make_article("글")

    assert related_in(html_of(client, address_of(article))) == ["라", "다", "나"]


def test_related_articles_are_ready_in_the_readers_language_and_public(client):
    hidden_articles()
    for _ in range(3):
        make_article("한국어만", is_ready_en=False)
    make_article("둘 다", "Both")
    make_article()
    article = make_article()

    assert related_in(html_of(client, address_of(article, "en"))) == ["Both"]
