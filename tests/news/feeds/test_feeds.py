"""The feeds of articles, held against the rules of their formats."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from django.conf import settings
from django.utils import timezone

from news.feeds.characters import FORBIDDEN
from news.models import Article, Attachment
from tests.news.articles import hidden_articles, make_article
from tests.rankings.factories import make_edition, make_ranking
from tests.rankings.queries import count_queries
from tests.xml_rules import rules_in, violations

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
RSS, ATOM = rules_in(HERE / "rss_rules.toml"), rules_in(HERE / "atom_rules.toml")
SCHEMA = json.loads((HERE / "json_feed_schema.json").read_text(encoding="utf-8"))
CODES = [code for code, _name in settings.LANGUAGES]
KINDS = ["", "news/", "notice/"]
NAMES = {**RSS["namespaces"], **ATOM["namespaces"]}

HOSTILE = [
    "<script>alert(1)</script> & <b>bold</b>",
    "a]]>b &amp; &#0; &lt;",
    "bell\x07 null\x01 tab\t form\x0c del\x7f",
    "not a character \ufffe\uffff",
    "\u202ereversed\u202c 😀 \u2028",
    "\"quoted\" 'single'",
]


def feeds(client, code, kind=""):
    """The three feeds, each held against the rules of its format."""
    folder = f"/{code}/news/{kind}"
    rss, atom = (client.get(folder + name).content for name in ("feed.xml", "atom.xml"))
    values = client.get(folder + "feed.json").json()
    assert violations(rss, RSS) == []
    assert violations(atom, ATOM) == []
    jsonschema.validate(values, SCHEMA)
    return ElementTree.fromstring(rss), ElementTree.fromstring(atom), values


def texts(root, path):
    return [element.text for element in root.findall(path, NAMES)]


def make_attachment(article, **fields):
    values = {"filename": "표 1.hwpx", "content_type": "application/hwp+zip", "size": 1234}
    attachment = Attachment(article=article, **values | fields)
    attachment.file.name = f"attachments/{article.pk}/file"
    Attachment.objects.bulk_create([attachment])
    return attachment


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_is_pasted_stays_text_that_a_parser_can_read(client, title):
    # Django's own validators let none of these into a form; imports may.
    make_article(title, title, lead_en=title, body_en=f"□ {title}\n\n<{title}>")
    readable = FORBIDDEN.sub("", title)

    rss, atom, values = feeds(client, "en")

    assert texts(rss, "channel/item/title") == [readable]
    assert texts(atom, "a:entry/a:title") == [readable]
    assert [item["title"] for item in values["items"]] == [readable]
    assert [item["summary"] for item in values["items"]] == [readable]


@pytest.mark.parametrize("code", CODES)
def test_a_feed_holds_what_is_published_and_ready_in_its_language(client, code):
    hidden_articles()
    make_article("둘 다", "Both")
    make_article("한글만", "", is_ready_en=False)

    _rss, _atom, values = feeds(client, code)

    expected = {"ko": ["한글만", "둘 다"], "en": ["Both"]}
    assert [item["title"] for item in values["items"]] == expected[code]


def test_a_feed_of_one_kind_holds_that_kind_and_says_so(client):
    make_article("소식", "Story")
    make_article("공지", "Notice", kind=Article.Kind.NOTICE)

    rss, _atom, values = feeds(client, "en", "notice/")

    assert [item["title"] for item in values["items"]] == ["Notice"]
    assert values["title"].endswith("– Notices")
    assert texts(rss, "channel/link") == [f"{settings.SITE_URL}/en/news/?kind=notice"]
    assert client.get("/en/news/other/feed.xml").status_code == 404


def test_the_newest_twenty_come_first_whether_pinned_or_not(client):
    for number in range(25):
        make_article("글", f"Number {number}", is_pinned=number < 3)

    _rss, _atom, values = feeds(client, "en")

    titles = [item["title"] for item in values["items"]]
    assert titles == [f"Number {number}" for number in range(24, 4, -1)]


def test_times_are_korean_and_a_revision_shows(client):
    published = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    article = make_article(published_at=published)
    revised = published + timedelta(days=2)
    Article.objects.filter(pk=article.pk).update(created_at=published, updated_at=revised)

    rss, atom, values = feeds(client, "ko")

    [item] = values["items"]
    assert item["date_published"] == "2026-03-01T09:30:00+09:00"
    assert item["date_modified"] == "2026-03-03T09:30:00+09:00"
    assert texts(atom, "a:updated") == texts(atom, "a:entry/a:updated") == [item["date_modified"]]
    [date] = texts(rss, "channel/item/pubDate")
    assert parsedate_to_datetime(date) == published


def test_ids_stay_when_the_text_changes(client):
    article = make_article("처음", "First")
    before = feeds(client, "ko")[2]["items"][0]["id"]

    article.title_ko = "고침"
    article.save()

    assert feeds(client, "ko")[2]["items"][0]["id"] == before
    assert feeds(client, "en")[2]["items"][0]["id"] != before


def test_attachments_go_along(client):
    article = make_article()
    first = make_attachment(article)
    make_attachment(article, filename="b.pdf", content_type="application/pdf", position=2)

    rss, atom, values = feeds(client, "ko")

    address = settings.SITE_URL + first.get_absolute_url()
    [enclosure] = rss.findall("channel/item/enclosure")
    assert enclosure.attrib == {"url": address, "length": "1234", "type": "application/hwp+zip"}
    links = atom.findall("a:entry/a:link[@rel='enclosure']", NAMES)
    assert [link.get("type") for link in links] == ["application/hwp+zip", "application/pdf"]
    [item] = values["items"]
    assert item["attachments"][0]["url"] == address
    assert address in item["content_html"]


def make_course():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 9, "seoul": 2})
    second = make_edition(ranking, 2, {"busan": 4, "seoul": 2}, after=first)
    make_edition(ranking, 3, {"busan": 3, "seoul": 2}, after=second)


def test_a_chart_becomes_its_picture_and_a_table_stays_one(client):
    make_course()
    make_article(body_en="[[trend:sci/busan]]\n\n[[ranking:sci/3]]")

    content = feeds(client, "en")[2]["items"][0]["content_html"]

    page = f"{settings.SITE_URL}/en/rankings/sci/cities/busan/"
    assert f'<a href="{page}"><img src="{page}chart.png" alt="Busan en in the' in content
    assert client.get("/en/rankings/sci/cities/busan/chart.png").status_code == 200
    assert content.count("<table>") == 2


def test_a_chart_that_ends_before_the_latest_edition_is_told_by_its_table(client):
    make_course()
    make_article(body_en="[[trend:sci/busan/2]]")

    content = feeds(client, "en")[2]["items"][0]["content_html"]

    assert "chart.png" not in content
    assert content.count("<table>") == 1


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_a_feed_that_has_not_changed_is_not_sent_again(client, name):
    article = make_article()
    address = f"/ko/news/{name}"
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304

    Article.objects.filter(pk=article.pk).update(title_ko="고침")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


def test_a_withdrawn_article_leaves_also_for_readers_that_ask_by_time(client):
    make_article()
    last = make_article()
    now = timezone.now().strftime("%a, %d %b %Y %H:%M:%S GMT")

    last.status = Article.Status.WITHDRAWN
    last.save()

    response = client.get("/ko/news/feed.xml", headers={"if-modified-since": now})
    assert response.status_code == 200
    assert response.content.count(b"<item>") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_without_articles_is_a_feed_and_stays_the_same(client, kind):
    address = f"/ko/news/{kind}atom.xml"

    rss, _atom, values = feeds(client, "ko", kind)

    assert values["items"] == rss.findall("channel/item") == []
    assert client.get(address)["ETag"] == client.get(address)["ETag"]


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_queries_do_not_grow_with_articles_files_and_embeds(client, name):
    make_course()
    address = f"/en/news/{name}"
    make_attachment(make_article(body_en="[[trend:sci/busan]]"))
    few = count_queries(client, address)

    for _number in range(12):
        make_attachment(make_article(body_en="[[trend:sci/busan]]\n\n[[ranking:sci/3]]"))

    assert count_queries(client, address) == few <= 6


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_feeds_are_the_same_for_every_reader(client, name):
    response = client.get(f"/ko/news/{name}")

    assert not response.cookies
    assert response.get("Vary", "") in ("", "Accept-Encoding")
    assert response["Cache-Control"].startswith("public, max-age=")
    assert client.post(f"/ko/news/{name}").status_code == 405


def test_newest_of_ten_thousand_are_found_at_once(client):
    department = make_article().department
    now = timezone.now() - timedelta(days=60)
    Article.objects.bulk_create(
        Article(
            department=department,
            status=Article.Status.PUBLISHED,
            published_at=now - timedelta(minutes=number),
            title_ko=f"글 {number}",
            is_ready_ko=True,
        )
        for number in range(10_000)
    )

    rss, _atom, _values = feeds(client, "ko")

    assert len(rss.findall("channel/item")) == 20
    assert count_queries(client, "/ko/news/feed.xml") <= 6
