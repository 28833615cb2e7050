"""Pages of the site and departments that a search finds."""

import pytest
from django.utils.translation import override

from portal.site_pages.models import SitePage
from tests.news.articles import make_article, make_department
from tests.public_pages import CODES

from .searching import search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("privacy", ["privacy"]),
        ("개인정보", ["privacy"]),
        ("개인정보는", ["privacy"]),
        ("웹접근성", ["accessibility"]),
        ("조회수", ["how-we-count"]),
        ("문의", ["contact"]),
        ("쿠키", ["privacy"]),
        ("의", []),
        ("없는말", []),
    ],
)
def test_pages_of_the_site_are_found_by_title_or_else_by_text(client, code, query, expected):
    with override(code):
        addresses = {page.get_absolute_url(): page.slug for page in SitePage.objects.all()}
        pages = search(client, code, q=query).context["search"].pages

    assert [addresses[page.href] for page in pages] == expected
    assert all(page.is_in_readers_language for page in pages)


def test_page_that_is_not_ready_is_not_found(client):
    SitePage.objects.filter(slug="privacy").update(is_ready_ko=False, is_ready_en=False)

    assert search(client, q="개인정보").context["search"].pages == []


@pytest.mark.parametrize("query", ["교통과", "교통", "Transport"])
def test_department_is_found_with_the_number_of_its_articles(client, query):
    transport = make_department("교통과", "Transport")
    make_article("하나", department=transport)
    make_article("", "Two", department=transport, is_ready_ko=False)
    make_article("셋", department=make_department("문화과", "Culture"))

    [found] = search(client, q=query).context["search"].departments_named

    assert (found.name.text, found.count) == ("교통과", 1)
    assert len(client.get(found.url).context["listing"].page) == 1


def test_department_without_articles_is_not_offered(client):
    make_department("교통과", "Transport")

    assert search(client, q="교통과").context["search"].departments_named == []


def test_filters_leave_articles_alone(client, ranking):
    make_article("개인정보")

    context = search(client, q="개인정보", kind="news").context["search"]

    assert (context.named, context.pages, context.departments_named) == ([], [], [])
