"""Articles that readers do not get: hidden, withdrawn, or never written."""

import pytest
from django.conf import settings

from tests.news.articles import hidden_articles, make_article
from tests.news.reader import address_of

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_what_is_not_public_is_not_found(client, code, state):
    article = hidden_articles()[state]

    response = client.get(address_of(article, code))

    assert response.status_code == 404
    assert article.title_en not in response.content.decode()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ko", "게시를 취소하여 더 이상 제공하지 않는"),
        ("en", "The press office has withdrawn this article."),
    ],
)
def test_a_withdrawn_article_is_gone_and_says_so_without_its_text(client, code, sentence):
    article = hidden_articles()["withdrawn"]

    response = client.get(address_of(article, code))

    html = response.content.decode()
    assert response.status_code == 410
    assert sentence in html
    assert article.title_ko not in html
    assert article.title_en not in html


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("pk", ["999999", "9223372036854775808", "9" * 40])
def test_a_number_without_an_article_is_not_found(client, code, pk):
    assert client.get(f"/{code}/news/{pk}/").status_code == 404


@pytest.mark.parametrize("pk", ["-1", "1.5", "abc", "%00", "1%00", "١"])
def test_what_is_no_number_is_not_found(client, pk):
    make_article()

    assert client.get(f"/ko/news/{pk}/").status_code == 404
