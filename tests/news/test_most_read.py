"""Which articles were read most of late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import Article, DailyViews

from .articles import make_article

pytestmark = pytest.mark.django_db


def read(article, count, days_ago=0, language="ko"):
    day = timezone.localdate() - timedelta(days=days_ago)
    DailyViews.objects.create(article=article, day=day, language=language, count=count)


def titles(days):
    return [article.title_ko for article in Article.objects.most_read(days)]


def test_readings_of_all_days_and_languages_add_up():
    often, seldom = make_article("자주"), make_article("가끔")
    read(seldom, 5)
    read(often, 2)
    read(often, 3, days_ago=1)
    read(often, 1, language="en")

    first, second = Article.objects.most_read(7)

    assert (first, first.recent_views) == (often, 6)
    assert (second, second.recent_views) == (seldom, 5)


def test_days_before_the_period_do_not_count():
    read(make_article("오늘"), 1)
    read(make_article("엿새 전"), 2, days_ago=6)
    read(make_article("이레 전"), 3, days_ago=7)

    assert titles(7) == ["엿새 전", "오늘"]
    assert titles(30) == ["이레 전", "엿새 전", "오늘"]


def test_articles_nobody_read_are_left_out():
    read(make_article("영"), 0)
    make_article("없음")

    assert titles(7) == []


def test_of_articles_read_as_often_the_newer_comes_first():
    older, newer = make_article("앞"), make_article("뒤")
    for article in (newer, older):
        read(article, 4)

    assert titles(7) == ["뒤", "앞"]
