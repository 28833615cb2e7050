"""The list of articles: order, columns, pages and what it says of other languages."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.models import Article, Attachment, ViewTotal
from news.search.index import keep_up
from tests.news.articles import hidden_articles, make_article, make_department
from tests.news.reader import html_of, text_of, titles_in
from tests.portal.pages import Page

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]
BAD_QUERIES = Path(__file__).parent / "data" / "bad_queries.tsv"


def bad_queries():
    with open(BAD_QUERIES, encoding="utf-8", newline="") as file:
        return [(row["query"], int(row["status"])) for row in csv.DictReader(file, delimiter="\t")]


def test_pinned_articles_come_first_then_the_newest(client):
    make_article("첫째", is_pinned=True)
    make_article("둘째")
    make_article("셋째")

    assert titles_in(html_of(client, "/ko/news/")) == ["첫째", "셋째", "둘째"]


def test_articles_of_the_same_moment_keep_one_order(client):
    now = datetime(2025, 3, 1, tzinfo=UTC)
    for title in ("가", "나", "다"):
        make_article(title, published_at=now)

    assert titles_in(html_of(client, "/ko/news/")) == ["다", "나", "가"]


def test_a_row_shows_all_that_a_reader_chooses_by(client):
    department = make_department("교통국", "Transport Office")
    article = make_article(
        department=department,
        kind=Article.Kind.NOTICE,
        published_at=datetime(2025, 12, 17, 1, tzinfo=UTC),
    )
    Attachment.objects.create(article=article, file=SimpleUploadedFile("표.csv", b"a,b\n"))
    ViewTotal.objects.create(article=article, count=1)

    korean = text_of(html_of(client, "/ko/news/"))
    english = text_of(html_of(client, "/en/news/"))

    for word in ("번호 1", "공지", "교통국", "2025. 12. 17.", "조회수 1회", "첨부 파일"):
        assert word in korean
    for word in ("Number 1", "Notice", "Transport Office", "17 December 2025", "1 view"):
        assert word in english
    assert "Attachment" in english


def test_an_article_nobody_has_read_yet_tells_no_number(client):
    make_article()

    main = re.search(r"<main.*</main>", html_of(client, "/ko/news/"), re.DOTALL)[0]

    assert "조회수" not in main


def test_an_article_without_files_has_no_attachment_mark(client):
    make_article()

    assert "첨부 파일" not in html_of(client, "/ko/news/")


def test_numbers_count_down_to_the_first_article(client):
    for _ in range(12):
        make_article()

    first = re.findall(r"번호 </span>(\d+)", html_of(client, "/ko/news/"))
    second = re.findall(r"번호 </span>(\d+)", html_of(client, "/ko/news/?page=2"))

    assert first == [str(number) for number in range(12, 2, -1)]
    assert second == ["2", "1"]


def test_total_and_page_are_stated_in_each_language(client):
    for _ in range(16):
        make_article()

    assert "총 16건, 1/2쪽" in html_of(client, "/ko/news/")
    assert "16 articles, page 2 of 2" in html_of(client, "/en/news/?page=2")


@pytest.mark.parametrize(("count", "total"), [(0, ""), (1, "총 1건"), (10, "총 10건")])
def test_one_page_is_not_counted(client, count, total):
    for _ in range(count):
        make_article()

    html = html_of(client, "/ko/news/")

    assert "쪽" not in text_of(html)
    assert re.findall(r"총 \d+건", html) == ([total] if total else [])


def test_pinned_articles_stand_by_their_day_among_those_that_hold_the_words(client):
    make_article("제목 하나", is_pinned=True)
    make_article("제목 둘")
    keep_up()

    assert titles_in(html_of(client, "/ko/news/?q=제목")) == ["제목 둘", "제목 하나"]


def test_the_feeds_of_what_is_listed_are_offered(client):
    assert 'href="/ko/news/notice/feed.xml" type' in html_of(client, "/ko/news/?kind=notice")
    assert 'href="/en/news/atom.xml" type' in html_of(client, "/en/news/")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("state", ["draft", "scheduled", "expired", "withdrawn"])
def test_what_is_not_public_is_in_no_list(client, code, state):
    hidden = hidden_articles()[state]
    make_article("공개", "Public")

    for query in ("", "?kind=news", f"?q={hidden.title_ko}", f"?q={hidden.title_en}"):
        html = html_of(client, f"/{code}/news/{query}")
        assert hidden.title_ko not in titles_in(html)
        assert hidden.title_en not in titles_in(html)


def test_each_language_lists_what_is_ready_in_it_and_says_how_much_more_there_is(client):
    make_article("둘 다", "Both")
    make_article("한국어만", is_ready_en=False)
    make_article("이것도 한국어만", is_ready_en=False)
    make_article("", "English only", is_ready_ko=False)

    korean, english = html_of(client, "/ko/news/"), html_of(client, "/en/news/?kind=news")

    assert titles_in(korean) == ["이것도 한국어만", "한국어만", "둘 다"]
    assert titles_in(english) == ["English only", "Both"]
    assert "영어로만 제공되는 게시물이 1건 더 있습니다." in korean
    assert "2 more articles are available in Korean only." in english
    Article.objects.filter(is_ready_ko=True).update(is_ready_en=False, kind=Article.Kind.NOTICE)
    nothing = html_of(client, "/en/news/?kind=notice")
    assert "3 articles are available in Korean only." in nothing
    assert re.search(r'<a href="/ko/news/\?kind=news" hreflang="ko">See the list', english)


def test_nothing_is_said_of_other_languages_when_they_have_no_more(client):
    make_article()

    assert "only" not in text_of(html_of(client, "/en/news/")).split()


@pytest.mark.parametrize("page", [1, 4, 15, 30])
def test_the_pagination_is_short_and_marks_the_present_page(client, page):
    department = make_department()
    Article.objects.bulk_create(
        Article(
            department=department,
            status=Article.Status.PUBLISHED,
            published_at=datetime(2024, 1, 1, tzinfo=UTC),
            title_ko="제목",
            is_ready_ko=True,
        )
        for _ in range(300)
    )

    html = html_of(client, f"/ko/news/?kind=news&page={page}")

    nav = re.search(r'<nav class="pagination" aria-label="[^"]+">.*?</nav>', html, re.DOTALL)[0]
    entries = re.findall(r"<li[^>]*>", nav)
    assert len(entries) <= 11
    assert len([entry for entry in entries if "wide-only" not in entry]) <= 7
    assert re.findall(r'aria-current="page"><span[^>]*>[^<]*</span>(\d+)', nav) == [str(page)]
    assert nav.count("kind=news") == nav.count("<a ")


def test_one_page_needs_no_pagination(client):
    make_article()

    assert '<nav class="pagination"' not in html_of(client, "/ko/news/")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("query", "status"), bad_queries())
def test_nonsense_in_the_address_is_a_correct_page_or_a_404(client, code, query, status):
    make_article()

    assert client.get(f"/{code}/news/?{query}").status_code == status


@pytest.mark.parametrize("code", CODES)
def test_ten_thousand_characters_to_search_for_are_a_404(client, code):
    make_article()

    assert client.get(f"/{code}/news/", {"q": "부" * 10_000}).status_code == 404


def test_the_list_only_reads(client):
    assert client.head("/ko/news/").status_code == 200
    assert client.post("/ko/news/").status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_six_queries_are_enough_whatever_is_listed(client, count):
    for number in range(count):
        article = make_article(department=make_department(f"부서{number}", f"Department {number}"))
        Attachment.objects.create(article=article, file=SimpleUploadedFile("a.txt", b"text"))

    with CaptureQueriesContext(connection) as captured:
        client.get("/ko/news/?kind=news&q=제목")

    # PostgreSQL is also told how to go about the search.
    assert sum(query["sql"].startswith("SELECT") for query in captured) <= 6


def test_a_title_without_spaces_is_shown_whole(client):
    make_article("가" * 200)

    assert "가" * 200 in html_of(client, "/ko/news/")


def test_a_department_without_an_english_name_says_that_its_name_is_korean(client):
    make_article(department=make_department("교통국", None))

    html = html_of(client, "/en/news/")

    assert '<span lang="ko">교통국</span>' in html
    assert re.search(r'<option value="\d+" lang="ko">교통국</option>', html)


def test_search_engines_get_each_kind_and_page_but_no_searches(client):
    for _ in range(11):
        make_article()

    def head(query):
        page = Page(html_of(client, f"/ko/news/{query}"))
        links = {(a.get("rel"), a.get("hreflang")): a["href"] for a in page.links if "rel" in a}
        return page.meta.get("robots"), links

    robots, links = head("?kind=news")
    assert robots is None
    assert links["canonical", None].endswith("/ko/news/?kind=news")
    assert links["alternate", "en"].endswith("/en/news/?kind=news")

    robots, links = head("?page=2")
    assert links["canonical", None].endswith("/ko/news/?page=2")
    assert ("alternate", "en") not in links

    robots, links = head("?q=제목")
    assert robots == "noindex"
    assert ("canonical", None) not in links
