"""Every public page, in every language: one language at a time, and a way to the others."""

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from news.models import Article
from portal.models import SitePage
from rankings.models import City, Edition, Ranking
from tests.portal.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODES = [code for code, _name in settings.LANGUAGES]


def public_addresses():
    """The addresses of every public page without the language prefix, filters included."""
    yield reverse("home")
    yield from article_addresses()
    yield from ranking_addresses()
    yield from (page.get_absolute_url() for page in SitePage.objects.public())
    yield reverse("news:article-list") + "no-such-page/"


def article_addresses():
    listing = reverse("news:article-list")
    for query in ("", "?kind=news", "?kind=notice", "?q=SCI", "?q=zzzz", "?year=2025", "?page=2"):
        yield listing + query
    for article in Article.objects.published():
        yield article.get_absolute_url()
    withdrawn = Article.objects.filter(status=Article.Status.WITHDRAWN)
    yield from (article.get_absolute_url() for article in withdrawn)


def ranking_addresses():
    yield reverse("rankings:ranking-list")
    for ranking in Ranking.objects.all():
        yield ranking.get_absolute_url()
        yield reverse("rankings:correction-list", args=[ranking.slug])
        yield from comparison_addresses(ranking)
        yield from measure_addresses(ranking)
        for city in City.objects.filter(results__edition__ranking=ranking).distinct():
            yield reverse("rankings:city-detail", args=[ranking.slug, city.slug])
    for city in City.objects.filter(results__measure__kind="overall").distinct():
        yield reverse("rankings:city-rankings", args=[city.slug])
    for edition in Edition.objects.public():
        yield from edition_addresses(edition)


def comparison_addresses(ranking):
    comparison = reverse("rankings:city-comparison", args=[ranking.slug])
    for query in ("", "?city=busan&city=london&x=edition", "?city=nowhere&measure=none"):
        yield comparison + query


def measure_addresses(ranking):
    home = reverse("rankings:city-detail", args=[ranking.slug, settings.HOME_CITY])
    for measure in ranking.measures.all():
        yield reverse("rankings:measure-detail", args=[ranking.slug, measure.code])
        yield f"{home}?measure={measure.code}&x=edition"
    overall = reverse("rankings:measure-detail", args=[ranking.slug, "overall"])
    for query in ("?q=London", "?q=zzzz", "?city=london&city=busan&x=edition", "?page=2"):
        yield overall + query


def edition_addresses(edition):
    yield edition.get_absolute_url()
    yield edition.get_absolute_url() + "?sort=-city&region=asia-pacific"
    if edition.previous:
        pair = [edition.ranking.slug, edition.number, edition.previous.number]
        yield reverse("rankings:edition-comparison", args=pair)


@dataclass(frozen=True)
class Visit:
    address: str
    response: HttpResponse
    page: Page


@pytest.fixture(scope="module", params=CODES)
def visits(request, demo):
    """Every public page of one language, fetched once; `code` is that language."""
    client = Client()
    with translation.override(request.param):
        addresses = list(public_addresses())
    visited = []
    for address in addresses:
        response = client.get(address)
        visited.append(Visit(address, response, Page(response.content.decode())))
    return request.param, visited


def test_every_page_says_its_language_title_and_one_heading(visits):
    code, visited = visits
    for visit in visited:
        assert visit.page.language == code, visit.address
        assert visit.page.title.strip(), visit.address
        assert len(visit.page.headings) == 1, visit.address
        assert visit.page.headings[0].strip(), visit.address


def test_every_page_is_described_in_one_line_and_uses_each_id_once(visits):
    _code, visited = visits
    for visit in visited:
        assert "\n" not in visit.page.meta["description"], visit.address
        assert len(visit.page.ids) == len(set(visit.page.ids)), visit.address


def test_each_page_speaks_one_language_outside_what_is_marked_as_another(visits):
    code, visited = visits
    for visit in visited:
        if code == settings.LANGUAGE_CODE:
            assert visit.page.english_sentences_in(code) == [], visit.address
        else:
            assert visit.page.hangul_in(code) == [], visit.address


def test_every_page_links_to_itself_in_the_other_languages(visits):
    code, visited = visits
    for visit in visited:
        if visit.response.status_code != 200:
            continue
        path, _, query = visit.address.partition("?")
        for other in set(CODES) - {code}:
            [href] = {
                link["href"]
                for link in visit.page.links
                if link.get("hreflang") == other and link.get("lang") == other
            }
            assert href.split("?")[0] == path.replace(f"/{code}/", f"/{other}/", 1)
            assert "page=" in query or href.endswith(query)


def test_public_pages_are_the_same_for_every_reader(visits):
    _code, visited = visits
    for visit in visited:
        assert not visit.response.cookies, visit.address
        assert visit.response.get("Vary", "") in ("", "Accept-Encoding"), visit.address
        if visit.response.status_code == 200:
            assert visit.response["Cache-Control"].startswith("public, max-age="), visit.address


@pytest.mark.parametrize("code", CODES)
def test_hreflang_and_canonical_name_only_languages_that_exist(client, code):
    with translation.override(code):
        addresses = [
            (article, article.get_absolute_url()) for article in Article.objects.published()
        ]
    for article, address in addresses:
        page = Page(client.get(address).content.decode())
        alternates = {
            link["hreflang"]
            for link in page.links
            if link.get("rel") == "alternate" and "hreflang" in link
        }
        [canonical] = [link["href"] for link in page.links if link.get("rel") == "canonical"]
        ready = article.ready_languages()
        assert alternates == set(ready), address
        expected = code if code in ready else ready[0]
        assert canonical == settings.SITE_URL + address.replace(f"/{code}/", f"/{expected}/", 1)
        assert ("noindex" in page.meta.get("robots", "")) == (code not in ready), address


@pytest.mark.parametrize(
    ("cookie", "accepted", "expected"),
    [
        (None, "en-US,en;q=0.9", "en"),
        (None, "ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        (None, "fr-FR,de;q=0.5", "ko"),
        (None, "", "ko"),
        ("en", "ko-KR", "en"),
        ("xx", "en", "en"),
        ("../admin", "ko", "ko"),
    ],
)
def test_the_bare_address_leads_to_the_readers_language_and_is_never_kept(
    client, cookie, accepted, expected
):
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie

    response = client.get("/", headers={"accept-language": accepted})

    assert response.status_code == 302
    assert response["Location"] == f"/{expected}/"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("code", CODES)
def test_an_unknown_address_is_a_404_in_the_language_of_its_prefix(client, code):
    response = client.get(f"/{code}/no/such/page/")

    page = Page(response.content.decode())
    assert response.status_code == 404
    assert page.language == code


def test_the_admin_is_korean_whatever_the_browser_asks_for_until_the_editor_chooses(client):
    first = Page(
        client.get(reverse("admin:login"), headers={"accept-language": "en"}).content.decode()
    )
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    second = Page(client.get(reverse("admin:login")).content.decode())

    assert first.language == settings.LANGUAGE_CODE
    assert second.language == "en"
