from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from news.counting.fold import fold_all
from news.models import Article, DailyViews

LANGUAGES = [code for code, _name in django_settings.LANGUAGES]

pytestmark = pytest.mark.usefixtures("readings")


def image(article, language="ko"):
    with override(language):
        return reverse("news:reading", args=[getattr(article, "pk", article)])


def page(article, language="ko"):
    with override(language):
        return reverse("news:article-detail", args=[article.pk])


def counted(article):
    fold_all()
    return Article.objects.with_view_count().get(pk=article.pk).view_count


def test_the_image_is_one_that_no_cache_keeps_and_that_sets_no_cookie(publish, browser):
    response = browser(image(publish()))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/gif"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_image_costs_one_query(publish, browser, django_assert_num_queries):
    article = publish()
    browser(image(article))

    with django_assert_num_queries(1):
        browser(image(article))


@pytest.mark.parametrize("address", [page, image])
def test_a_browser_without_javascript_is_counted(publish, browser, address):
    article = publish()

    browser(address(article))

    assert counted(article) == 1


def test_page_and_image_together_are_one_reading(publish, browser):
    article = publish()

    browser(page(article))
    browser(image(article))

    assert counted(article) == 1


def test_a_page_that_a_cache_still_had_is_counted_by_its_image(publish, browser, settings):
    settings.PROXY_COUNT = 1
    article = publish()
    kept = browser(page(article), **{"x-forwarded-for": "198.51.100.1"})

    another_reader = {"x-forwarded-for": "198.51.100.2"}
    revalidated = browser(page(article), **{"if-none-match": kept["ETag"]}, **another_reader)
    browser(image(article), **another_reader)

    assert revalidated.status_code == 304
    assert counted(article) == 2


def test_the_page_holds_the_image(publish, browser):
    article = publish()

    assert f'src="{image(article)}"' in browser(page(article)).content.decode()


def test_languages_are_counted_together_and_apart(publish, client, settings):
    settings.PROXY_COUNT = 1
    article = publish(title_en="Title", is_ready_en=True)

    for number, language in enumerate(["ko", "ko", "en"]):
        client.get(
            image(article, language),
            headers={"user-agent": "Firefox/143.0", "x-forwarded-for": f"198.51.100.{number}"},
        )

    assert counted(article) == 3
    assert set(DailyViews.objects.values_list("language", "count")) == {("ko", 2), ("en", 1)}


def test_readers_behind_one_proxy_are_told_apart_only_when_it_is_ours(publish, browser, settings):
    article = publish()

    for number in range(3):
        browser(image(article), **{"x-forwarded-for": f"198.51.100.{number}"})
    assert counted(article) == 1

    settings.PROXY_COUNT = 1
    for number in range(3):
        browser(image(article), **{"x-forwarded-for": f"198.51.100.{number}"})
    assert counted(article) == 4


@pytest.mark.parametrize("address", [page, image])
def test_only_a_successful_get_counts(publish, client, browser, address):
    article = publish()

    client.head(address(article), headers={"user-agent": "Firefox/143.0"})
    client.post(address(article), headers={"user-agent": "Firefox/143.0"})
    client.options(address(article), headers={"user-agent": "Firefox/143.0"})

    assert counted(article) == 0


@pytest.mark.parametrize("address", [page, image])
@pytest.mark.parametrize(
    "fields",
    [
        {"status": Article.Status.DRAFT},
        {"status": Article.Status.WITHDRAWN},
        {"published_at": timezone.now() + timedelta(days=1)},
        {
            "published_at": timezone.now() - timedelta(days=2),
            "expires_at": timezone.now() - timedelta(days=1),
        },
    ],
    ids=["draft", "withdrawn", "scheduled", "expired"],
)
def test_what_the_public_cannot_see_is_not_counted(publish, browser, address, fields):
    article = publish(**fields)

    response = browser(address(article))

    assert response.status_code in (404, 410)
    assert counted(article) == 0


@pytest.mark.parametrize("pk", [0, 999_999, 10**18, 10**30])
def test_the_image_of_no_article_is_missing(db, browser, pk):
    assert browser(f"/ko/news/{pk}/reading.gif").status_code == 404


@pytest.mark.parametrize("address", [page, image])
def test_an_editor_who_is_signed_in_is_not_counted(publish, client, browser, address):
    article = publish()
    client.force_login(get_user_model().objects.create(username="editor", is_staff=True))

    browser(address(article))

    assert counted(article) == 0


def test_a_robot_gets_the_page_and_is_not_counted(publish, client):
    article = publish()

    response = client.get(page(article), headers={"user-agent": "Googlebot/2.1"})

    assert response.status_code == 200
    assert counted(article) == 0


def test_other_pages_are_not_counted(publish, browser, readings):
    browser(reverse("news:counting-rule"))
    browser(reverse("home"))

    assert not list(readings.glob("*.journal"))


def test_a_reader_gets_the_page_even_when_it_cannot_be_noted(publish, browser, readings, caplog):
    article = publish()
    readings.write_text("a file where the folder should be")

    response = browser(image(article))

    assert response.status_code == 200
    assert f"A reading of article {article.pk} was not counted" in caplog.text
    readings.unlink()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_is_published_with_the_numbers_that_are_in_force(client, db, language):
    with override(language):
        response = client.get(reverse("news:counting-rule"))

    text = response.content.decode()
    assert response.status_code == 200
    assert "30" in text
    assert "328" in text
    assert "2025" in text
    assert not response.cookies
