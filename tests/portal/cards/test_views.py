"""Who gets a card, what it says, and how long it is kept."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override
from PIL import Image

from news.body import Body
from news.models import Article
from portal.cards.contents import article_words, edition_words, home_figure, signature
from portal.cards.drawing import digest
from portal.models import SiteSettings
from rankings.timeline import load_timeline
from tests.news.articles import hidden_articles, make_article
from tests.pictures import png

pytestmark = pytest.mark.django_db
KEPT = "public, max-age=31536000, s-maxage=3600, immutable"
IN_MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def address(article, code="ko"):
    with override(code):
        return reverse("cards:article", args=[article.pk])


def words(article, code="ko"):
    with override(code):
        return article_words(article, Body(article, code), SiteSettings.current())


def offered(client, page):
    """What the tag writes into the head of a page."""
    context = context_of(client.get(page))
    with override(context["request"].LANGUAGE_CODE):
        return Template("{% load cards %}{% card_image %}").render(context)


def context_of(response):
    return Context({**response.context[0].flatten(), "request": response.wsgi_request})


def address_in(html):
    return html.split('og:image" content="')[1].split('"')[0]


@pytest.mark.parametrize("code", ["ko", "en"])
def test_a_public_article_has_a_card_in_each_ready_language(client, code):
    response = client.get(address(make_article(), code))

    assert response["Content-Type"] == "image/png"
    assert Image.open(BytesIO(response.content)).size == (1200, 630)
    assert not response.cookies
    assert not response.has_header("Vary") or "Cookie" not in response["Vary"]


def test_a_card_says_the_same_as_its_page_in_the_language_of_the_page():
    article = make_article("부산 8위", "Busan ranks 8th")

    assert (words(article).title, words(article).label) == ("부산 8위", "보도자료")
    assert (words(article, "en").title, words(article, "en").label) == ("Busan ranks 8th", "News")


@pytest.mark.parametrize(
    ("state", "status"), [("draft", 404), ("scheduled", 404), ("expired", 404), ("withdrawn", 410)]
)
def test_what_is_not_public_has_no_card(client, state, status):
    assert client.get(address(hidden_articles()[state])).status_code == status


def test_a_language_that_is_not_ready_has_no_card(client):
    article = make_article(is_ready_en=False)

    assert client.get(address(article, "en")).status_code == 404
    assert client.get(address(article)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/ko/news/1/card.png",
        "/ko/news/99999999999999999999/card.png",
        "/ko/rankings/none/1/card.png",
        "/ko/rankings/none/99999999999999999999/card.png",
    ],
)
def test_what_does_not_exist_has_no_card(client, path):
    assert client.get(path).status_code == 404


def test_an_unchanged_card_is_not_sent_again(client):
    article = make_article()
    first = client.get(address(article))

    second = client.get(address(article), headers={"if-none-match": first["ETag"]})
    article.title_ko = "다른 제목"
    article.save()
    third = client.get(address(article), headers={"if-none-match": first["ETag"]})

    assert (second.status_code, second["ETag"]) == (304, first["ETag"])
    assert third.status_code == 200
    assert third["ETag"] != first["ETag"]


def test_only_the_address_with_the_state_of_the_card_is_kept_for_long(client):
    article = make_article()
    state = client.get(address(article))["ETag"].strip('"')

    assert client.get(address(article), {"v": state})["Cache-Control"] == KEPT
    for query in ({}, {"v": "0"}, {"v": state, "v2": "x"}, {"width": "90000"}):
        kept = client.get(address(article), query)["Cache-Control"]
        assert (kept == KEPT) == (query.get("v") == state)


def test_a_card_is_drawn_once_whatever_the_query(client, settings):
    settings.CACHES = IN_MEMORY
    cache.clear()
    article = make_article()

    contents = {client.get(address(article), {"x": number}).content for number in range(3)}
    [key] = cache._cache
    cache.set(key.removeprefix(":1:"), b"kept")

    assert len(contents) == 1
    assert client.get(address(article), {"x": "9"}).content == b"kept"
    cache.clear()


def test_the_first_picture_of_the_text_stands_on_the_card():
    article = make_article()
    unused, used = (article.images.create(file=png(colour=each)) for each in ("red", "lime"))
    article.body_ko = f"![다리](image:{used.pk})"
    article.save()

    assert words(article).picture == used.file.name != unused.file.name
    assert words(article, "en").picture == ""


def test_the_picture_is_seen_on_the_card(client):
    article = make_article()
    image = article.images.create(file=png(colour="lime", size=(500, 300)))
    article.body_ko = f"![다리](image:{image.pk})"
    article.save()

    content = Image.open(BytesIO(client.get(address(article)).content)).convert("RGB")

    red, green, blue = content.getpixel((1000, 300))
    assert green > 240
    assert red < 20
    assert blue < 20


def test_a_picture_that_vanished_leaves_a_card_without_it(client, caplog):
    article = make_article()
    image = article.images.create(file=png())
    article.body_ko = f"![다리](image:{image.pk})"
    article.save()
    image.file.storage.delete(image.file.name)

    response = client.get(address(article))

    assert response.status_code == 200
    assert image.file.name in caplog.text


def test_a_card_that_lacks_its_picture_is_kept_nowhere(client, settings, caplog):
    settings.CACHES = IN_MEMORY
    cache.clear()
    article = make_article()
    image = article.images.create(file=png(colour="lime", size=(500, 300)))
    article.body_ko = f"![다리](image:{image.pk})"
    article.save()
    path = Path(image.file.path)
    away = path.rename(path.with_suffix(".away"))

    state = digest(words(article))
    without = client.get(address(article), {"v": state})
    away.rename(path)
    whole = client.get(address(article), {"v": state})

    assert (without.status_code, without.get("Cache-Control") == KEPT) == (200, False)
    assert without.get("ETag") != whole["ETag"]
    assert whole["Cache-Control"] == KEPT
    assert whole.content != without.content
    assert image.file.name in caplog.text
    cache.clear()


def test_the_card_of_an_edition_tells_the_place_of_our_city(client, demo_rankings):
    timeline = load_timeline("sci")
    edition = timeline.latest
    with override("ko"):
        korean = edition_words(edition, *home_figure(timeline, edition), SiteSettings.current())
        response = client.get(reverse("cards:edition", args=["sci", edition.number]))

    assert korean.figure[:2] == ("부산", "8위")
    assert "상승" in korean.figure[2]
    assert response["ETag"].strip('"') in offered(client, f"/ko/rankings/sci/{edition.number}/")
    assert Image.open(BytesIO(response.content)).size == (1200, 630)


def test_an_edition_without_our_city_has_a_card_without_a_figure(settings, demo_rankings):
    settings.HOME_CITY = "nowhere"
    timeline = load_timeline("sci")

    with override("en"):
        found = home_figure(timeline, timeline.latest)
        assert edition_words(timeline.latest, *found, SiteSettings.current()).figure is None


def test_an_edition_that_is_not_public_has_no_card(client, demo_rankings):
    edition = load_timeline("sci").latest
    type(edition).objects.filter(pk=edition.pk).update(is_public=False)

    path = f"/ko/rankings/sci/{edition.number}/card.png"
    assert client.get(path).status_code == 404


@pytest.fixture
def demo_rankings():
    call_command("load_demo", verbosity=0)


@pytest.mark.parametrize("code", ["ko", "en"])
def test_a_page_offers_the_card_that_is_sent(client, code):
    article = make_article("부산 “8위”", "Busan “8th”")
    html = offered(client, f"/{code}/news/{article.pk}/")

    response = client.get(address_in(html))

    assert f"/{code}/news/{article.pk}/card.png?v=" in html
    assert response.status_code == 200
    assert response["Cache-Control"] == KEPT
    assert 'property="og:image:width" content="1200"' in html


def test_a_reader_of_another_language_is_offered_the_card_of_the_original(client):
    article = make_article(is_ready_en=False)

    assert f"/ko/news/{article.pk}/card.png" in offered(client, f"/en/news/{article.pk}/")


def test_a_page_without_a_card_of_its_own_offers_that_of_the_site(client):
    html = offered(client, "/en/news/")

    assert address_in(html).startswith("http://127.0.0.1:8000/en/card.png?v=")
    assert client.get(address_in(html)).status_code == 200


def test_a_page_of_what_was_withdrawn_offers_no_card_of_it(client):
    article = make_article(status=Article.Status.WITHDRAWN)

    assert "/ko/card.png" in offered(client, f"/ko/news/{article.pk}/")


def test_offering_a_card_takes_no_query(client, django_assert_num_queries):
    article = make_article()
    context = context_of(client.get(f"/ko/news/{article.pk}/"))

    with django_assert_num_queries(0):
        Template("{% load cards %}{% card_image %}").render(context)


@pytest.mark.parametrize(
    ("tagline", "signed"), [("부산 보도자료", "해운대 · 부산 보도자료"), ("", "해운대")]
)
def test_a_card_says_what_the_site_is(tagline, signed):
    assert signature(SiteSettings(name_ko="해운대", tagline_ko=tagline)) == signed
