"""What every public page tells those who find, share and index it, in every language."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from tests.portal.discovery.structured import structured_data, violations
from tests.portal.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]
SCI = "rankings/sci"

# Pages that name an address of their own, by what readers ask for.
CANONICAL = {
    "": "",
    "?utm_source=mail": "",
    "news/": "news/",
    "news/?kind=notice": "news/?kind=notice",
    "news/?page=2": "news/?page=2",
    "news/?page=1": "news/",
    "news/?kind=news&page=2": "news/?kind=news&page=2",
    "news/?fbclid=x": "news/",
    "news/6/": "news/6/",
    "news/6/?kind=news&q=SCI": "news/6/",
    "news/most-read/": "news/most-read/",
    "news/most-read/?days=7": "news/most-read/",
    "news/most-read/?days=30": "news/most-read/?days=30",
    "news/how-we-count/": "news/how-we-count/",
    "pages/about/": "pages/about/",
    "rankings/": "rankings/",
    "rankings/cities/busan/": "rankings/cities/busan/",
    f"{SCI}/": f"{SCI}/",
    f"{SCI}/12/": f"{SCI}/12/",
    f"{SCI}/12/?sort=-city&region=asia-pacific": f"{SCI}/12/",
    f"{SCI}/12/compared/11/": f"{SCI}/12/compared/11/",
    f"{SCI}/corrections/": f"{SCI}/corrections/",
    f"{SCI}/corrections/?page=1": f"{SCI}/corrections/",
    f"{SCI}/cities/busan/": f"{SCI}/cities/busan/",
    f"{SCI}/cities/busan/?measure=infrastructure&x=edition": f"{SCI}/cities/busan/",
    f"{SCI}/compare/": f"{SCI}/compare/",
    f"{SCI}/measures/overall/": f"{SCI}/measures/overall/",
}
# Pages that search engines are to leave out: there is no end of them.
LEFT_OUT = [
    "news/?q=SCI",
    "news/?year=2025",
    "search/",
    "search/?q=SCI",
    "news/?kind=news&department=1",
    f"{SCI}/compare/?city=busan&city=london",
    f"{SCI}/measures/overall/?q=London",
]
MISSING = ["news/0/", "no/such/page/"]


@pytest.fixture(scope="module", params=CODES)
def read(request, demo):
    """(language, {address: Page}) of all pages above, each fetched once."""
    client = Client()
    addresses = [*CANONICAL, *LEFT_OUT, *MISSING]
    pages = {each: client.get(f"/{request.param}/{each}").text for each in addresses}
    return request.param, pages


def links(page, relation):
    """{hreflang, or an empty text: address} of the links that name a page."""
    named = [link for link in page.links if link.get("rel") == relation and "type" not in link]
    assert len({link.get("hreflang") for link in named}) == len(named)
    return {link.get("hreflang", ""): link["href"] for link in named}


def test_a_page_names_itself_without_what_only_chooses(read):
    code, pages = read
    for asked, named in CANONICAL.items():
        page = Page(pages[asked])
        address = f"{settings.SITE_URL}/{code}/{named}"
        assert links(page, "canonical") == {"": address}, asked
        assert page.meta["og:url"] == address, asked
        assert "robots" not in page.meta, asked


def test_languages_lead_to_each_other_and_back(read):
    code, pages = read
    for asked, named in CANONICAL.items():
        others = links(Page(pages[asked]), "alternate")
        # The second page of a list holds other articles in each language.
        shared = [code] if "page=" in named else CODES
        expected = {other: f"{settings.SITE_URL}/{other}/{named}" for other in shared}
        if not named:
            expected["x-default"] = f"{settings.SITE_URL}/"
        assert others == expected, asked


def test_what_only_narrows_is_kept_out_and_names_nothing(read):
    _code, pages = read
    for asked in [*LEFT_OUT, *MISSING]:
        page = Page(pages[asked])
        assert page.meta["robots"] == "noindex", asked
        assert links(page, "canonical") == links(page, "alternate") == {}, asked


def test_every_page_can_be_shared(read):
    code, pages = read
    locales = {"ko": "ko_KR", "en": "en_US"}
    for asked in [*CANONICAL, *LEFT_OUT]:
        meta = Page(pages[asked]).meta
        assert meta["og:title"].strip(), asked
        assert meta["og:description"] == meta["description"], asked
        assert meta["og:site_name"], asked
        assert meta["og:type"] == ("article" if asked.startswith("news/6/") else "website"), asked
        assert meta["og:locale"] == locales[code], asked
        [other] = locales.keys() - {code}
        assert meta["og:locale:alternate"] == locales[other], asked
        assert meta["twitter:card"] in ("summary", "summary_large_image"), asked
        assert ("og:image" in meta) == (meta["twitter:card"] == "summary_large_image"), asked
        assert ("og:image:alt" in meta) == ("og:image" in meta), asked


def test_nothing_is_said_twice(read):
    _code, pages = read
    once = ["og:title", "og:description", "og:url", "og:type", "og:image", "twitter:card"]
    for asked, html in pages.items():
        for name in once:
            assert html.count(f'="{name}"') <= 1, (asked, name)


def test_structured_data_have_what_search_engines_ask_for(read):
    _code, pages = read
    for asked, html in pages.items():
        data = structured_data(html)
        assert violations(list(data.values())) == [], asked
        is_home = asked.partition("?")[0] == ""
        assert ("BreadcrumbList" in data) != is_home or asked in MISSING, asked
        assert ("WebSite" in data) == is_home, asked
        assert ("NewsArticle" in data) == asked.startswith("news/6/"), asked


def test_the_path_in_the_data_is_the_one_readers_see(read):
    code, pages = read
    items = structured_data(pages[f"{SCI}/12/"])["BreadcrumbList"]["itemListElement"]

    home = f"{settings.SITE_URL}/{code}/"
    assert [item.get("item") for item in items] == [
        home,
        f"{home}rankings/",
        f"{home}{SCI}/",
        None,
    ]
    assert items[-1]["name"] in pages[f"{SCI}/12/"]


def test_every_page_leads_to_the_feeds_and_the_search_of_its_language(read):
    code, pages = read
    for asked in CANONICAL:
        page = Page(pages[asked])
        found = {link["href"]: link["title"] for link in page.links if "title" in link}
        assert f"/{code}/opensearch.xml" in found, asked
        for name in ("feed.xml", "atom.xml", "feed.json"):
            assert found[f"/{code}/news/{name}"].strip(), asked
        is_notices = asked.startswith("news/?kind=notice")
        assert (f"/{code}/news/notice/feed.xml" in found) == is_notices, asked
        if code == settings.LANGUAGE_CODE:
            assert "보도자료·공지사항" in found[f"/{code}/news/feed.xml"]


def test_links_of_the_head_lead_somewhere(client, read):
    _code, pages = read
    page = Page(pages[""])
    kept = [link for link in page.links if link.get("rel") in ("alternate", "search", "canonical")]
    for link in kept:
        path = urlsplit(link["href"]).path
        assert client.get(path).status_code in (200, 302), path


@pytest.mark.parametrize("code", CODES)
def test_an_article_without_translation_stands_for_its_original(client, code):
    """Article 19 of the demo content is in Korean only."""
    page = Page(client.get(f"/{code}/news/19/").text)

    original = f"{settings.SITE_URL}/ko/news/19/"
    assert links(page, "canonical") == {"": original}
    assert links(page, "alternate") == {"ko": original}
    assert page.meta["og:url"] == original
    article = structured_data(client.get(f"/{code}/news/19/").text)["NewsArticle"]
    assert (article["inLanguage"], article["url"]) == ("ko", original)
