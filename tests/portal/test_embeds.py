"""Articles with live figures in them, as readers get them."""

import re

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, Attachment
from tests.news.articles import make_article
from tests.news.reader import html_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]
MOST_QUERIES = 6
EMBEDS = ("[[trend:sci/busan/12]]", "[[areas:sci/busan/12]]", "[[ranking:sci/12]]")
OTHER_EMBEDS = ("[[trend:gfci/busan]]", "[[ranking:gfci/37]]")


def page_of(client, article, code):
    return html_of(client, f"/{code}/news/{article.pk}/")


def queries_of(client, article, code):
    with CaptureQueriesContext(connection) as queries:
        page_of(client, article, code)
    return len(queries)


@pytest.mark.parametrize("code", CODES)
def test_article_with_table_trend_and_areas_takes_few_queries(client, code):
    article = Article.objects.published().get(body_ko__contains=EMBEDS[2])

    assert all(embed in article.body_ko for embed in EMBEDS)
    assert page_of(client, article, code).count('class="embed ') == len(EMBEDS)
    assert queries_of(client, article, code) <= MOST_QUERIES - 1


@pytest.mark.parametrize("code", CODES)
def test_every_article_of_the_demonstration_takes_few_queries(client, code):
    articles = Article.objects.published()

    assert articles
    for article in articles:
        assert queries_of(client, article, code) <= MOST_QUERIES, article


@pytest.mark.parametrize("code", CODES)
def test_article_with_both_rankings_and_attachments_takes_few_queries(client, code):
    body = "\n".join([*EMBEDS, *OTHER_EMBEDS])
    article = make_article(body_ko=body, body_en=body)
    for name in ("one.csv", "two.csv"):
        Attachment.objects.create(article=article, file=ContentFile(b"a,b", name))

    html = page_of(client, article, code)

    assert html.count('class="embed ') == 5
    assert 'class="missing"' not in html
    assert "one.csv" in html
    assert queries_of(client, article, code) <= MOST_QUERIES


@pytest.mark.parametrize("code", CODES)
def test_article_has_one_stylesheet_whatever_it_embeds(client, code):
    article = Article.objects.published().get(body_ko__contains=EMBEDS[2])

    assert page_of(client, article, code).count('rel="stylesheet"') == 1


@pytest.mark.parametrize("code", CODES)
def test_ids_on_a_page_differ_though_an_embed_is_repeated(client, code):
    body = "\n".join(EMBEDS * 3)
    article = make_article(body_ko=body, body_en=body)

    ids = re.findall(r' id="([^"]+)"', page_of(client, article, code))

    assert sum("busan" in name for name in ids) > len(EMBEDS)
    assert len(ids) == len(set(ids))
