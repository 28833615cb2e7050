"""Feeds are kept until something that they show changes, and asked again at little cost."""

from datetime import timedelta

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from portal.models import SiteSettings
from portal.page_cache import KEPT_FOR
from rankings.models import Result
from tests.news.articles import make_article
from tests.newsroom import at_work, fields_of
from tests.pictures import png
from tests.rankings.factories import make_edition, make_ranking

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]

FEEDS = ["feed.xml", "atom.xml", "feed.json"]
ADDRESS = "/en/news/feed.json"
# Both within the time that a feed is kept: only a change can have made it new.
SOON = timedelta(seconds=KEPT_FOR / 4)
LATER = 2 * SOON


@pytest.fixture
def approver():
    return at_work("approver")


@pytest.fixture
def article():
    return make_article("불꽃", "Fireworks")


def ask(address=ADDRESS, etag=None):
    return Client().get(address, headers={"if-none-match": etag} if etag else {})


def news_since(act, address=ADDRESS):
    """The feed after `act`, asked for by a reader who knows the one before."""
    etag = ask(address)["ETag"]
    assert ask(address, etag).status_code == 304

    act()

    response = ask(address, etag)
    assert response.status_code == 200
    return response.content.decode()


def save(client, instance, **changes):
    """Type `changes` into the form of the admin; values are those of its fields."""
    meta = instance._meta
    name = f"admin:{meta.app_label}_{meta.model_name}_change"
    address = reverse(name, args=[instance.pk])
    saved = client.post(address, fields_of(client.get(address), **changes))
    assert saved.status_code == 302


def choose(client, action, article):
    """Run an action of the list of articles, with its confirmation."""
    article.refresh_from_db()
    data = {"action": action, ACTION_CHECKBOX_NAME: article.pk, "confirmed": "yes"}
    data[f"version_{article.pk}"] = article.version
    assert client.post(reverse("admin:news_article_changelist"), data).status_code == 302


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("kind", ["", "news/"])
def test_a_kept_feed_is_the_feed_and_takes_two_queries(
    article, kind, name, django_assert_num_queries
):
    address = f"/en/news/{kind}{name}"
    first = ask(address)

    with django_assert_num_queries(2):
        second = ask(address)

    assert second.content == first.content
    assert second.headers.items() == first.headers.items()


@pytest.mark.parametrize("name", FEEDS)
def test_an_unchanged_feed_is_not_sent_again_and_not_made_again(
    article, name, django_assert_num_queries
):
    address = f"/en/news/{name}"
    etag = ask(address)["ETag"]

    with django_assert_num_queries(2) as queries:
        response = ask(address, etag)

    assert response.status_code == 304
    assert not any("body_en" in query["sql"] for query in queries.captured_queries)


def test_every_feed_is_kept_for_itself(article):
    make_article("공지", "Notice", kind=Article.Kind.NOTICE)
    addresses = [
        f"/{code}/news/{kind}{name}"
        for code in ("ko", "en")
        for kind in ("", "news/", "notice/")
        for name in FEEDS
    ]

    made = [ask(address).content for address in addresses]

    assert len(set(made)) == len(addresses)
    assert [ask(address).content for address in addresses] == made


def test_a_feed_has_no_query_and_is_kept_once(article, django_assert_num_queries):
    ask(ADDRESS)

    with django_assert_num_queries(2):
        ask(f"{ADDRESS}?utm_source=reader")


def test_an_edit_shows_at_once(article, approver):
    assert "Sparks" in news_since(lambda: save(approver, article, title_en="Sparks"))


def test_what_is_published_shows_at_once(article, approver):
    draft = make_article("새 글", "Brand new", status=Article.Status.DRAFT)

    assert "Brand new" in news_since(lambda: choose(approver, "publish_selected", draft))


def test_what_is_withdrawn_goes_at_once_and_an_older_article_moves_up(article, approver):
    newer = [make_article("글", f"Number {number}") for number in range(20)]
    assert "Fireworks" not in ask().content.decode()

    feed = news_since(lambda: choose(approver, "withdraw_selected", newer[-1]))

    assert "Number 19" not in feed
    assert "Fireworks" in feed


def test_what_is_withdrawn_past_the_admin_goes_at_once_too(article):
    withdrawn = Article.objects.filter(pk=article.pk)

    feed = news_since(lambda: withdrawn.update(status=Article.Status.WITHDRAWN))

    assert "Fireworks" not in feed


def test_a_feed_of_one_kind_and_language_looks_at_its_own_articles(article):
    notice = make_article("공지", "", kind=Article.Kind.NOTICE, is_ready_en=False)
    for number in range(21):
        make_article("글", f"Number {number}")
    withdrawn = Article.objects.filter(pk=notice.pk)

    feed = news_since(
        lambda: withdrawn.update(status=Article.Status.WITHDRAWN), "/ko/news/notice/feed.json"
    )

    assert "공지" not in feed.partition('"items"')[2]


def test_a_scheduled_article_shows_when_its_time_has_come(article, time_machine):
    make_article("예약", "Scheduled", published_at=timezone.now() + SOON)
    # The reader looks in when nothing has come yet.
    assert "Scheduled" not in ask().content.decode()

    feed = news_since(lambda: time_machine.move_to(timezone.now() + LATER))

    assert "Scheduled" in feed


def test_an_article_goes_when_its_time_is_over(article, time_machine):
    make_article("잠깐", "For a while", expires_at=timezone.now() + SOON)
    assert "For a while" in ask().content.decode()

    assert "For a while" not in news_since(lambda: time_machine.move_to(timezone.now() + LATER))


def test_a_renamed_department_shows_at_once(article):
    administrator = at_work("administrator")

    feed = news_since(lambda: save(administrator, article.department, name_en="Newsroom"))

    assert "Newsroom" in feed


def test_another_description_of_a_picture_shows_at_once(article, approver):
    image = article.images.create(file=png(), alt_ko="다리", alt_en="A bridge")
    article.body_en = f"![](image:{image.pk})"
    article.save()

    feed = news_since(lambda: save(approver, article, **{"images-0-alt_en": "A pier"}))

    assert "A pier" in feed


@pytest.mark.parametrize("embed", ["[[ranking:sci/1]]", "[[trend:sci/busan]]"])
def test_a_corrected_figure_shows_at_once_where_it_is_embedded(article, embed):
    make_edition(make_ranking(), 1, {"busan": 8, "london": 3})
    article.body_en = embed
    article.save()
    result = Result.objects.get(city__slug="busan")

    def correct():
        result.rank = 97
        result.save()

    assert "97" in news_since(correct)


@pytest.mark.parametrize("address", ["/en/news/feed.json", "/en/news/notice/atom.xml"])
def test_words_of_the_site_show_at_once_even_where_there_is_nothing_else(address):
    site = SiteSettings.objects.create(pk=1, name_ko="해운대", name_en="Harbour")
    words = {"name_en": "Lighthouse", "organisation_ko": "시", "organisation_en": "City"}
    administrator = at_work("administrator")

    feed = news_since(lambda: save(administrator, site, **words), address)

    assert "Lighthouse" in feed
