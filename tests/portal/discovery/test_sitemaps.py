"""The sitemaps list every page that is to be found, and nothing else."""

from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from news.models import Article
from portal.discovery import sitemaps
from portal.site_pages.models import SitePage
from tests.news.articles import hidden_articles, make_article, make_department
from tests.rankings.factories import make_edition, make_measure, make_ranking
from tests.xml_rules import rules_in, violations

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("from_one")]

HERE = Path(__file__).parent
PART, INDEX = rules_in(HERE / "sitemap_rules.toml"), rules_in(HERE / "sitemap_index_rules.toml")
NAMES = PART["namespaces"]


def path_of(address):
    assert address.startswith(settings.SITE_URL)
    return address.removeprefix(settings.SITE_URL)


def parts(client):
    """{path: time} of the parts that the index names."""
    content = client.get("/sitemap.xml").content
    assert violations(content, INDEX) == []
    root = ElementTree.fromstring(content)
    return {
        path_of(part.findtext("s:loc", namespaces=NAMES)): part.findtext(
            "s:lastmod", namespaces=NAMES
        )
        for part in root
    }


def pages(client, path):
    """{path: (time, {language: path})} of the pages in a part."""
    content = client.get(path).content
    assert violations(content, PART) == []
    return {
        path_of(page.findtext("s:loc", namespaces=NAMES)): (
            page.findtext("s:lastmod", namespaces=NAMES),
            {
                link.get("hreflang"): path_of(link.get("href"))
                for link in page.findall("x:link", NAMES)
            },
        )
        for page in ElementTree.fromstring(content)
    }


def listed(client):
    """All pages of all parts."""
    return {path: page for part in parts(client) for path, page in pages(client, part).items()}


def test_only_what_is_published_is_listed_in_its_languages(client):
    hidden_articles()
    both, korean = make_article(), make_article(is_ready_en=False, title_en="")

    found = pages(client, "/sitemap-articles-1.xml")

    assert found.keys() == {
        f"/ko/news/{both.pk}/",
        f"/en/news/{both.pk}/",
        f"/ko/news/{korean.pk}/",
    }
    assert found[f"/ko/news/{korean.pk}/"][1] == {"ko": f"/ko/news/{korean.pk}/"}


def test_a_scheduled_article_is_as_new_as_its_publication(client):
    article = make_article()
    published, updated = article.published_at, article.published_at - timedelta(days=3)
    Article.objects.filter(pk=article.pk).update(updated_at=updated)

    [(time_of_page, _languages), *_others] = pages(client, "/sitemap-articles-1.xml").values()

    assert parse_datetime(time_of_page) == published
    assert parse_datetime(parts(client)["/sitemap-articles-1.xml"]) == published


def test_an_edition_that_is_not_public_leaves_no_trace(client):
    ranking = make_ranking()
    make_measure(ranking, "culture")
    make_edition(ranking, 1, {"busan": 9}, is_public=False)

    assert not [path for path in listed(client) if "/rankings/" in path and path.count("/") > 3]


def test_figures_date_the_pages_that_show_them(client):
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 9, "seoul": 1})
    make_edition(ranking, 2, {"seoul": 2}, after=first)
    corrected = timezone.now() + timedelta(hours=1)
    first.results.filter(city__slug="busan").get().history.update(history_date=corrected)

    times = {path: moment for path, (moment, _languages) in listed(client).items()}

    newest = {
        path for path, moment in times.items() if moment and parse_datetime(moment) == corrected
    }
    sci = "/ko/rankings/sci/"
    expected = {sci, f"{sci}1/", f"{sci}cities/busan/", "/ko/rankings/cities/busan/"}
    assert expected <= newest
    assert not newest & {f"{sci}2/", f"{sci}cities/seoul/", "/ko/rankings/cities/seoul/"}


def test_parts_follow_the_keys_and_never_exceed_what_is_allowed(client, monkeypatch):
    assert sitemaps.SPAN * len(settings.LANGUAGES) <= sitemaps.MOST_ADDRESSES
    monkeypatch.setattr(sitemaps, "SPAN", 2)
    articles = [make_article() for _number in range(5)]

    found = [path for path in parts(client) if "articles" in path]

    assert len(found) >= 3
    keys = [int(path.split("/")[3]) for part in found for path in pages(client, part)]
    assert sorted(set(keys)) == [article.pk for article in articles]
    assert len(keys) == len(settings.LANGUAGES) * len(articles)
    cities = {f"/sitemap-site-{number}.xml" for number in (1, 2, 3)}
    assert cities <= parts(client).keys()


@pytest.mark.parametrize(
    "path", ["/sitemap-articles-0.xml", "/sitemap-articles-99.xml", "/sitemap-others-1.xml"]
)
def test_a_part_that_is_not_there_is_not_found(client, path):
    make_article()

    assert client.get(path).status_code == 404


def test_an_empty_site_has_a_sitemap(client):
    assert all(path.startswith("/sitemap-site-") for path in parts(client))


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-articles-1.xml", "/robots.txt"])
def test_what_programs_read_is_the_same_for_every_reader_and_language(client, path):
    make_article()

    response = client.get(path, headers={"accept-language": "en"})

    assert response.content == client.get(path, headers={"accept-language": "ko"}).content
    assert response.get("Vary", "") in ("", "Accept-Encoding")
    assert response["Cache-Control"].startswith("public, max-age=")
    etag = response["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    assert client.post(path).status_code == 405


def test_of_a_hundred_thousand_articles_a_part_reads_only_its_own(client):
    department, now = make_department(), timezone.now() - timedelta(days=1)
    Article.objects.bulk_create(
        (
            Article(
                department=department,
                status=Article.Status.PUBLISHED,
                published_at=now,
                title_ko="글",
                body_ko="□ 본문" * 20,
                is_ready_ko=True,
                is_ready_en=number % 2 == 0,
                title_en="An article",
            )
            for number in range(100_000)
        ),
        batch_size=5_000,
    )

    found = [path for path in parts(client) if "articles" in path]
    with CaptureQueriesContext(connection) as queries:
        content = client.get(found[-2]).content

    assert 40 <= len(found) <= 41
    assert violations(content, PART) == []
    [query] = queries
    assert "body" not in query["sql"]
    assert "OFFSET" not in query["sql"]


def test_pages_of_the_site_are_listed_in_their_languages(client):
    SitePage.objects.all().delete()
    SitePage.objects.create(slug="about", title_ko="소개", body_ko="□ 소개", is_ready_ko=True)
    SitePage.objects.create(slug="draft", title_ko="초안", body_ko="□ 초안")

    found = {path: page for path, page in listed(client).items() if "/pages/" in path}

    assert {path: languages for path, (_time, languages) in found.items()} == {
        "/ko/pages/about/": {"ko": "/ko/pages/about/"}
    }
