"""Where programs may go, and how browsers search the site."""

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings

from portal.models import SiteSettings

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]
NAME = "{http://a9.com/-/spec/opensearch/1.1/}"


def disallowed(client, path):
    """Whether a program may not ask for `path`, by RFC 9309: * stands for anything."""
    lines = client.get("/robots.txt").text.splitlines()
    patterns = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow")]
    return any(
        re.match(".*".join(map(re.escape, pattern.split("*"))), path) for pattern in patterns
    )


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/news/article/1/change/",
        "/ko/search/?q=SCI",
        "/en/news/?kind=news&year=2025",
        "/ko/news/?department=3&page=2",
        "/ko/rankings/sci/12/?sort=-city",
    ],
)
def test_programs_stay_out_of_the_admin_and_of_what_only_chooses(client, path):
    assert disallowed(client, path)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ko/",
        "/ko/news/?kind=news&page=2",
        "/ko/news/feed.xml",
        "/sitemap.xml",
        "/static/portal/css/portal.css",
        "/files/images/1",
        "/ko/rankings/sci/compare/chart.png?city=busan&city=london&measure=overall",
        "/ko/rankings/sci/cities/busan/?measure=overall",
    ],
)
def test_programs_may_see_what_pages_and_their_previews_need(client, path):
    assert not disallowed(client, path)


def test_robots_txt_names_the_sitemap(client):
    text = client.get("/robots.txt").text

    assert text.startswith("User-agent: *\n")
    assert f"\nSitemap: {settings.SITE_URL}/sitemap.xml\n" in text


@pytest.mark.parametrize("code", CODES)
def test_a_browser_learns_to_search_in_its_language(client, code):
    response = client.get(f"/{code}/opensearch.xml")

    root = ElementTree.fromstring(response.content)

    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    assert root.findtext(f"{NAME}Language") == code
    template = root.find(f"{NAME}Url[@type='text/html']").get("template")
    path = template.removeprefix(settings.SITE_URL).replace("{searchTerms}", "festival")
    assert path == f"/{code}/search/?q=festival"
    assert client.get(path).status_code == 200


def test_names_keep_the_lengths_that_the_format_allows(client):
    SiteSettings.objects.create(pk=1, name="A\x07<name> & " * 8, organisation="Office")

    root = ElementTree.fromstring(client.get("/en/opensearch.xml").content)

    assert root.findtext(f"{NAME}ShortName") == "A<name> & A<name"
    assert len(root.findtext(f"{NAME}LongName")) == 48
    assert len(root.findtext(f"{NAME}Description")) <= 1024
