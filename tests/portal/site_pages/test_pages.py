"""Pages of the site as their readers meet them."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from portal.models import SitePage, SiteSettings
from tests.news.reader import html_of, text_of
from tests.portal.pages import Page

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


def make_page(slug="open-data", **fields):
    defaults = {
        "title_ko": "공공데이터",
        "title_en": "Open data",
        "body_ko": "□ 내려받으십시오.",
        "body_en": "□ Please download.",
        "is_ready_ko": True,
        "is_ready_en": True,
        "position": 99,
    }
    return SitePage.objects.create(slug=slug, **defaults | fields)


def foot(html):
    part = html[html.index('<footer class="site-footer">') :]
    return re.findall(r'<a href="([^"]+)"(?: lang="(\w+)")?>([^<]+)</a>', part)


def test_it_shows_title_text_and_when_it_last_changed(client):
    page = make_page()
    SitePage.objects.filter(pk=page.pk).update(updated_at=datetime(2026, 3, 2, 1, tzinfo=UTC))

    korean, english = (html_of(client, f"/{code}/pages/open-data/") for code in CODES)

    assert "최근 수정일 2026. 3. 2." in text_of(korean)
    assert "Last changed 2 March 2026" in text_of(english)
    assert '<ul class="points level-1">' in korean
    assert "Please download." in english
    assert '<li aria-current="page">Open data</li>' in english


def test_a_long_page_gets_a_table_of_contents(client):
    make_page(body_ko="\n".join(f"<제목 {number}>\n□ 글" for number in range(4)))

    assert 'class="contents"' in html_of(client, "/ko/pages/open-data/")
    assert 'class="contents"' not in html_of(client, "/en/pages/open-data/")


def test_a_language_that_is_not_ready_gets_the_other_and_is_told_so(client):
    make_page(is_ready_en=False, title_en="Half written", body_en="□ A draft")

    html = html_of(client, "/en/pages/open-data/")
    page = Page(html)

    assert "Half written" not in html
    assert "A draft" not in html
    assert '<h1 lang="ko">공공데이터</h1>' in html
    assert "This page is not available in English yet." in text_of(html)
    assert page.meta["robots"] == "noindex"
    assert page.hangul_in("en") == []
    [canonical] = [link["href"] for link in page.links if link.get("rel") == "canonical"]
    assert canonical == f"{settings.SITE_URL}/ko/pages/open-data/"
    offered = [link for link in page.links if link.get("rel") == "alternate"]
    alternates = {link["hreflang"] for link in offered if "hreflang" in link}
    assert alternates - {"x-default"} == {"ko"}


def test_what_is_ready_in_no_language_is_not_found_or_linked(client):
    make_page(is_ready_ko=False, is_ready_en=False)

    assert client.get("/ko/pages/open-data/").status_code == 404
    assert "open-data" not in html_of(client, "/ko/")


@pytest.mark.parametrize("slug", ["none", "Open-Data", "a--b", "a" * 300, "%00", "../admin"])
def test_an_unknown_address_is_not_found(client, slug):
    make_page()

    assert client.get(f"/ko/pages/{slug}/").status_code == 404


def test_the_foot_lists_the_pages_in_the_order_of_the_editors(client):
    SitePage.objects.filter(slug="contact").update(position=0)
    make_page(is_ready_en=False)

    html = html_of(client, "/en/news/")
    english = foot(html)

    assert english[0] == ("/en/pages/contact/", "", "Contact")
    assert ("/en/pages/open-data/", "ko", "공공데이터") in english
    assert "공공데이터</a> (Korean)</li>" in html
    assert ("/en/news/how-we-count/", "", "How we count views") in english


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        '![x](image:1 "<b>")',
        "[[contact:nowhere]]",
        "[[nonsense:1]]",
        "[[contact:site]]\n" * 50,
        "□ ○ - " * 5_000,
        "\u202e거꾸로\x0b",
    ],
)
def test_a_hostile_body_is_shown_as_text(client, body):
    make_page(body_ko=body)

    html = html_of(client, "/ko/pages/open-data/")

    assert "<script>alert" not in html
    assert 'href="javascript:' not in html
    assert len(Page(html).ids) == len(set(Page(html).ids))


@pytest.mark.parametrize("code", CODES)
def test_contact_details_are_those_of_the_settings(client, code):
    SiteSettings.objects.create(
        pk=1,
        name_ko="바다",
        organisation_ko="바다 대변인실",
        organisation_en="Sea Press Office",
        phone="051-888-1234",
        email="press@sea.example",
    )

    html = html_of(client, f"/{code}/pages/contact/")

    body = html[html.index('class="press-release"') : html.index("</article>")]
    assert {"ko": "바다 대변인실", "en": "Sea Press Office"}[code] in body
    assert {"ko": ">051-888-1234<", "en": ">+82-51-888-1234<"}[code] in body
    assert 'href="mailto:press@sea.example"' in body


def test_settings_that_come_with_the_pages_are_whole(client):
    """One query brings the settings and the pages of the foot; both must be as stored."""
    SiteSettings.objects.create(
        pk=1, name_ko="바다", name_en="Sea", organisation_ko="대변인실", is_official=True
    )

    html = html_of(client, "/en/")

    assert '<a class="site-name" href="/en/">Sea</a>' in html
    assert "official e-government" in html


def test_settings_are_shown_even_when_there_are_no_pages(client):
    SitePage.objects.all().delete()
    SiteSettings.objects.create(pk=1, name_ko="바다", name_en="Sea", organisation_ko="대변인실")

    assert '<a class="site-name" href="/en/">Sea</a>' in html_of(client, "/en/")


@pytest.mark.parametrize("number", [0, 30])
def test_few_queries_are_enough_however_many_pages_there_are(
    client, number, django_assert_max_num_queries
):
    SiteSettings.objects.create(pk=1, name_ko="바다", organisation_ko="대변인실")
    for position in range(number):
        make_page(f"page-{position}")

    with django_assert_max_num_queries(2):
        html_of(client, "/ko/pages/about/")


def test_the_rules_of_counting_stay_below_what_editors_write(client):
    SitePage.objects.filter(slug="how-we-count").update(body_ko="□ 부서별로도 봅니다.")

    korean, english = (html_of(client, f"/{code}/news/how-we-count/") for code in CODES)

    assert korean.index("부서별로도 봅니다.") < korean.index('<section class="prose">')
    assert "30 seconds" in english
    assert "부서별로도" not in english


def test_the_rules_of_counting_are_found_under_pages_too(client):
    response = client.get("/en/pages/how-we-count/")

    assert (response.status_code, response["Location"]) == (301, "/en/news/how-we-count/")


def test_the_rules_of_counting_need_no_introduction(client):
    SitePage.objects.filter(slug="how-we-count").update(is_ready_ko=False, is_ready_en=False)

    html = html_of(client, "/ko/news/how-we-count/")

    assert "30초" in html
    assert ("/ko/news/how-we-count/", "", "조회수 집계 기준") in foot(html)


def test_it_sets_no_cookie_and_only_reads():
    client = Client()
    response = client.get("/ko/pages/about/")

    assert not response.cookies
    assert response["Cache-Control"].startswith("public")
    assert client.post("/ko/pages/about/").status_code == 405


def test_a_new_place_in_the_foot_is_no_change_of_the_text():
    page = make_page()
    before = page.updated_at

    page.position = 3
    page.save()
    assert page.updated_at == before

    page.body_en = "□ Other words"
    page.save(update_fields=["body_en"])
    page.refresh_from_db()
    assert page.updated_at > before
    assert page.version == 3


def test_a_ready_language_needs_a_title():
    with transaction.atomic(), pytest.raises(IntegrityError):
        make_page(title_en="")


def test_the_title_is_named_in_the_readers_language():
    page = make_page()

    with translation.override("en"):
        assert str(page) == "Open data"
        assert page.get_absolute_url() == reverse("site-page", args=["open-data"])
