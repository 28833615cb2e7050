"""What editors see of the answers, and who may see and delete what."""

import csv
import io

import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.feedback.models import FeedbackAnswer
from portal.models import SitePage
from tests.news.articles import make_article, make_department
from tests.news.reader import text_of
from tests.newsroom import at_work
from tests.rankings.factories import make_edition, make_ranking

from .answers import given

pytestmark = pytest.mark.django_db

LIST, REMARKS, FILE = (
    reverse(f"admin:portal_feedbackpage_{name}") for name in ("changelist", "remarks", "csv")
)
PEOPLE = ["nobody", None, "editor", "approver", "administrator"]


def removal(answer):
    return reverse("admin:portal_feedbackpage_remove", args=[answer.pk])


def browser_of(person):
    return Client() if person == "nobody" else at_work(person)


def english(client):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


def rows_of(client, **query):
    page = client.get(LIST, query).context["page"]
    return [(row.title, row.counts) for row in page]


@pytest.fixture
def editor():
    return at_work("editor")


@pytest.fixture
def two_articles():
    roads, parks = make_department("도로과", "Roads"), make_department("공원과", "Parks")
    bridge = make_article("다리를 놓다", "A bridge", department=roads)
    park = make_article("공원을 열다", "A park", department=parks)
    for days, is_useful in [(1, True), (2, True), (3, False), (20, True), (200, False)]:
        given(f"news/{bridge.pk}/", article=bridge, days=days, is_useful=is_useful)
    given(f"news/{park.pk}/", article=park, is_useful=False, language="en", comment="No map")
    return bridge, park


def test_pages_have_their_answers_in_three_periods(editor, two_articles):
    assert rows_of(editor) == [("다리를 놓다", [3, 4, 5]), ("공원을 열다", [1, 1, 1])]
    assert rows_of(english(editor), period=7) == [("A bridge", [3, 4, 5]), ("A park", [1, 1, 1])]


@pytest.mark.parametrize(
    ("useful", "asked", "shown"), [(9, 9, "(9/9)"), (9, 10, "90% (9/10)"), (0, 12, "0% (0/12)")]
)
def test_percentage_is_shown_of_answers_that_are_not_few(editor, useful, asked, shown):
    for number in range(asked):
        given(is_useful=number < useful)

    page = text_of(editor.get(LIST).content.decode())

    assert f" {shown} " in page
    assert ("비율은" in page, f"{asked}건 중 만족 {useful}건" in page) == (True, True)


def test_least_satisfied_pages_come_before_those_with_few_answers(editor):
    for path, useful in [("news/1/", 8), ("news/2/", 2)]:
        for number in range(10):
            given(path, is_useful=number < useful)
    given("news/3/", is_useful=False)

    assert [row[0] for row in rows_of(editor, order="least")] == [
        "/news/2/",
        "/news/1/",
        "/news/3/",
    ]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"language": "en"}, ["공원을 열다"]),
        ({"kind": "ranking"}, []),
        ({"kind": "article"}, ["다리를 놓다", "공원을 열다"]),
        ({"order": "least"}, ["공원을 열다", "다리를 놓다"]),
        ({"period": "nonsense", "department": "x", "kind": "'--", "order": "?", "p": "z"}, None),
    ],
)
def test_report_is_narrowed_and_ordered(editor, two_articles, query, titles):
    every = [title for title, _counts in rows_of(editor)]

    assert [row[0] for row in rows_of(editor, **query)] == (every if titles is None else titles)


def test_report_is_narrowed_by_department(editor, two_articles):
    roads = two_articles[0].department_id

    assert [row[0] for row in rows_of(editor, department=roads)] == ["다리를 놓다"]


def test_pages_are_called_by_name_in_the_editors_language(editor):
    ranking = make_ranking()
    SitePage.objects.create(slug="tides", title_ko="물때 안내", title_en="Tides")
    first = make_edition(ranking, 1, {"busan": 1})
    make_edition(ranking, 2, {"busan": 1}, after=first)
    paths = {
        "": ("홈", "Home"),
        "pages/tides/": ("물때 안내", "Tides"),
        "pages/gone/": ("/pages/gone/", "/pages/gone/"),
        "rankings/sci/": ("Index sci ko", "Index sci en"),
        "rankings/sci/2/": ("Index sci ko · 2회차", "Index sci en · edition 2"),
        "rankings/sci/2/compared/1/": (
            "Index sci ko · 2회차 · 1회차",
            "Index sci en · edition 2 · edition 1",
        ),
        "rankings/sci/cities/busan/": ("Index sci ko · Busan ko", "Index sci en · Busan en"),
        "rankings/sci/measures/overall/": (
            "Index sci ko · Overall ko",
            "Index sci en · Overall en",
        ),
        "rankings/gone/cities/atlantis/": ("gone · atlantis", "gone · atlantis"),
        "no/longer/there/": ("/no/longer/there/", "/no/longer/there/"),
    }
    for path in paths:
        given(path, kind="other")

    korean = {row[0] for row in rows_of(editor)}
    in_english = {row[0] for row in rows_of(english(editor))}

    assert korean == {names[0] for names in paths.values()}
    assert in_english == {names[1] for names in paths.values()}


def test_remarks_stand_newest_first_and_by_page(editor, two_articles):
    bridge, _park = two_articles
    given(f"news/{bridge.pk}/", comment="둘째", days=5)
    given(f"news/{bridge.pk}/", problem="wrong", days=6)

    every = editor.get(REMARKS).context["page"]
    of_park = editor.get(REMARKS, {"page": FeedbackAnswer.objects.get(comment="No map").page_id})

    assert [(answer.comment, title) for answer, title in every] == [
        ("No map", "공원을 열다"),
        ("둘째", "다리를 놓다"),
        ("", "다리를 놓다"),
    ]
    assert [answer.comment for answer, _title in of_park.context["page"]] == ["No map"]


def test_remarks_stand_with_the_answer_they_were_written_with(editor):
    given(comment="글씨가 작습니다", is_useful=True, is_useful_in_remark=False)
    given()

    page = editor.get(REMARKS).content.decode()
    _headings, plain, remarked = lines_of(editor)

    assert "아니요 (이후 ‘예’로 바꿈)" in text_of(page)
    assert plain[6:] == ["예", "", "", ""]
    assert remarked[6:] == ["예", "아니요", "", "글씨가 작습니다"]


def test_remarks_offer_no_order_and_name_languages(editor):
    given(comment="No map", language="en")

    page = editor.get(REMARKS, {"order": "least"}).content.decode()

    assert 'name="order"' not in page
    assert '<span class="quiet">영어</span>' in page
    assert '<option value="en">영어</option>' in page
    assert 'name="order"' in editor.get(LIST).content.decode()


def test_remarks_are_shown_as_text_without_links(editor):
    given(comment="<b>http://spam.example</b>\n둘째 줄")

    page = editor.get(REMARKS).content.decode()

    assert "&lt;b&gt;http://spam.example&lt;/b&gt;<br>둘째 줄" in page
    assert 'href="http://spam' not in page


@pytest.mark.parametrize("address", [LIST, REMARKS, FILE])
@pytest.mark.parametrize("person", PEOPLE)
def test_editors_see_the_report_and_others_do_not(address, person):
    given(comment="의견")

    status = browser_of(person).get(address).status_code

    assert status == {"nobody": 302, None: 403}.get(person, 200)


@pytest.mark.parametrize("person", PEOPLE)
def test_only_administrators_delete_a_remark(person):
    answer = given(comment="홍길동의 의견", problem="wrong")
    client = browser_of(person)
    may = person == "administrator"

    asked = client.get(removal(answer)).status_code
    sent = client.post(removal(answer)).status_code

    answer.refresh_from_db()
    assert (asked, sent) == {"nobody": (302, 302), "administrator": (200, 302)}.get(
        person, (403, 403)
    )
    assert (answer.comment == "") == may
    assert answer.problem == "wrong"


def test_deletion_leaves_a_record_without_the_remark():
    answer = given(comment="홍길동의 의견")
    client = at_work("administrator", "kim")

    page = client.get(removal(answer)).content.decode()
    client.post(removal(answer))
    again = client.post(removal(answer))

    answer.refresh_from_db()
    [entry] = LogEntry.objects.all()
    assert "홍길동의 의견" in page
    assert again.status_code == 404
    assert answer.removed_by.username == entry.user.username == "kim"
    assert "홍길동" not in f"{entry.object_repr} {entry.change_message}"
    assert "의견" in entry.get_change_message()
    assert "kim" in at_work("editor").get(REMARKS).content.decode()
    assert FeedbackAnswer.objects.count() == 1


@pytest.mark.parametrize("address", [LIST, REMARKS])
def test_nobody_changes_an_answer(address):
    given()

    for client in (at_work("editor"), at_work("administrator")):
        assert client.post(address, {"useful": "no"}).status_code == 405
    assert FeedbackAnswer.objects.get().is_useful


def lines_of(client, **query):
    response = client.get(FILE, query)
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    assert response["Content-Disposition"].endswith('.csv"')
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_file_has_a_row_for_each_answer_of_the_period(editor, two_articles):
    headings, *rows = lines_of(editor, period=7)

    assert len(rows) == 4
    assert len(headings) == 10
    assert rows[0][1:] == [
        "영어",
        "게시물",
        f"/en/news/{two_articles[1].pk}/",
        "공원을 열다",
        "공원과",
        "아니요",
        "아니요",
        "",
        "No map",
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_file_holds_no_formula(editor, sign):
    given(comment=f"{sign}HYPERLINK(1)")

    assert lines_of(editor)[1][-1] == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize("address", [LIST, REMARKS])
def test_queries_do_not_grow_with_the_answers(editor, address):
    numbers = []
    for size in (3, 40):
        for number in range(size):
            article = make_article()
            given(f"news/{article.pk}/", article=article, comment=str(number))
        with CaptureQueriesContext(connection) as found:
            editor.get(address)
        numbers.append(len(found))

    assert numbers[0] == numbers[1] <= 16


def test_long_lists_have_pages(editor):
    for number in range(60):
        given(f"news/{number}/", comment=str(number))

    for address in (LIST, REMARKS):
        first, second = (editor.get(address, {"p": p}).context["page"] for p in (1, 2))
        assert (len(first), len(second)) == (50, 10)
