"""The question below public pages: the same for every reader, and without a cookie."""

from datetime import timedelta

import pytest
from django.conf import settings

from news.models import Article
from portal.feedback.models import KEPT_FOR, FeedbackAnswer

from .answers import form_on, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]
ARTICLE = "news/{article}/"
PAGES = [
    "",
    "news/",
    "news/?q=a&page=1",
    ARTICLE,
    "news/how-we-count/",
    "rankings/",
    "rankings/sci/",
    "rankings/sci/12/",
    "rankings/sci/12/compared/11/",
    "rankings/sci/cities/busan/",
    "rankings/sci/corrections/",
]
QUESTION = {"ko": "이 페이지에서 제공하는 정보에 만족하십니까?", "en": "Was this page useful?"}


def address_of(code, path=ARTICLE):
    article = Article.objects.published().order_by("pk").first()
    return f"/{code}/{path.format(article=article.pk)}"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("code", CODES)
def test_page_asks_in_its_language_before_the_footer(client, code, path):
    response = client.get(address_of(code, path))

    page = response.content.decode()
    assert page.count(f'<h2 id="feedback">{QUESTION[code]}</h2>') == 1
    assert page.index("</main>") < page.index('id="feedback"') < page.index('id="help"')
    assert f'action="/{code}/feedback/"' in page


@pytest.mark.parametrize("path", PAGES)
def test_page_stays_one_that_caches_may_keep(client, path):
    first, second = (client.get(address_of("ko", path)) for _time in range(2))

    assert first.content == second.content
    assert first["ETag"] == second["ETag"]
    assert first["Cache-Control"].startswith("public, max-age=")
    assert not first.has_header("Vary") or "Cookie" not in first["Vary"]
    assert not first.cookies
    assert "csrf" not in first.content.decode()


def test_form_is_the_same_whatever_was_searched_for(client):
    assert form_on(client, "/ko/news/?q=a") == form_on(client, "/ko/news/")


def test_form_costs_no_query(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(address_of("ko"))


def test_pages_of_errors_frames_and_feedback_do_not_ask(client):
    withdrawn = address_of("ko")
    answered = send(client, withdrawn)
    Article.objects.filter(pk=withdrawn.split("/")[-2]).update(status=Article.Status.WITHDRAWN)

    for address, status in [
        ("/ko/news/999999/", 404),
        ("/ko/nowhere/", 404),
        (withdrawn, 410),
        ("/ko/rankings/sci/12/frame/", 200),
        ("/ko/feedback/", 200),
        (answered.url, 200),
    ]:
        response = client.get(address)
        assert response.status_code == status, address
        assert b'id="feedback"' not in response.content, address


@pytest.mark.parametrize("code", CODES)
def test_get_never_counts(client, code):
    signed = form_on(client, address_of(code))

    for method in (client.get, client.head):
        response = method(f"/{code}/feedback/", {"page": signed, "useful": "yes"})
        assert response.status_code == 200

    assert not FeedbackAnswer.objects.exists()


@pytest.mark.parametrize(("code", "year"), [("ko", "1년 뒤에 삭제"), ("en", "after a year")])
def test_rule_says_when_answers_are_deleted(client, code, year):
    response = client.get(f"/{code}/feedback/")

    assert timedelta(days=365) == KEPT_FOR
    assert year in response.content.decode()
    assert response["Cache-Control"].startswith("public")
