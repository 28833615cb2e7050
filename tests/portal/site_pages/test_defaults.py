"""The pages that a new portal begins with."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from news.press_release import parse
from portal.models import SitePage, SiteSettings
from portal.site_pages import defaults
from tests.news.articles import make_article
from tests.portal.pages import Page

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]
SLUGS = ["about", "accessibility", "copyright", "privacy", "how-we-count", "contact"]
MARK = re.compile(r"^ ?[<□○|※[]", re.MULTILINE)
LINK = re.compile(r"\]\((/[^)]+)\)")


def texts():
    return [
        (page.slug, code, page.own_text("body", code))
        for page in SitePage.objects.all()
        for code in CODES
    ]


def test_a_new_portal_has_them_in_every_language_in_this_order():
    pages = SitePage.objects.order_by("position")

    assert [page.slug for page in pages] == SLUGS
    assert all(page.ready_languages() == CODES for page in pages)
    assert all(page.history.count() == 1 for page in pages)


def test_they_are_written_once_and_never_over_what_editors_did():
    SitePage.objects.exclude(slug="about").delete()
    SitePage.objects.update(title_ko="우리 누리집")

    call_command("migrate", verbosity=0)

    assert [page.title_ko for page in SitePage.objects.all()] == ["우리 누리집"]


def test_where_articles_exist_already_editors_decide_when_readers_see_them(client):
    make_article()
    SitePage.objects.all().delete()
    SitePage.history.all().delete()

    call_command("migrate", verbosity=0)

    pages = SitePage.objects.order_by("position")
    assert [page.slug for page in pages] == SLUGS
    assert all(page.own_text("title", code) for page in pages for code in CODES)
    assert not any(page.ready_languages() for page in pages)
    assert client.get("/ko/pages/privacy/").status_code == 404


def test_where_all_were_deleted_none_comes_back():
    for page in SitePage.objects.all():
        page.delete()

    defaults.fill(apps.get_app_config("portal"), "default")

    assert not SitePage.objects.exists()


def test_a_database_that_is_not_there_yet_is_left_alone():
    SitePage.objects.all().delete()
    SitePage.history.all().delete()
    earlier = MigrationLoader(connection).project_state(("portal", "0002_data_licence")).apps

    defaults.fill(apps.get_app_config("portal"), "default", apps=earlier)

    assert not SitePage.objects.exists()


def test_every_line_of_them_can_be_placed():
    for slug, code, text in texts():
        assert parse(text).problems == (), (slug, code)


def test_every_link_within_the_site_leads_to_a_page_in_the_same_language(client):
    found = [(code, target) for _slug, code, text in texts() for target in LINK.findall(text)]

    assert found
    for code, target in found:
        assert target.startswith(f"/{code}/")
        assert client.get(target).status_code == 200, target


def test_languages_say_the_same_number_of_things():
    """A point that is added in one language is missing in the other until it is translated."""
    for page in SitePage.objects.all():
        shapes = [MARK.findall(page.own_text("body", code)) for code in CODES]
        assert shapes[0] == shapes[1], page.slug


@pytest.mark.parametrize("code", CODES)
def test_without_settings_they_claim_no_office(code):
    assert not SiteSettings.objects.exists()

    for slug in SLUGS:
        html = Client().get(f"/{code}/pages/{slug}/", follow=True).content.decode()
        assert not re.search(r"부산|Busan|시청|City Hall", html), slug
        assert "tel:" not in html, slug


def test_no_link_of_the_foot_is_dead(client):
    for code in CODES:
        page = Page(client.get(f"/{code}/").content.decode())
        hrefs = [link["href"] for link in page.links]
        own = [href for href in hrefs if re.match(rf"/{code}/(pages/|news/how-we-count)", href)]
        assert len(own) == len(SLUGS)
        assert {client.get(href).status_code for href in own} == {200}
