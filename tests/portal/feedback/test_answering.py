"""From a click to an answer with a remark."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from news.models import Article
from portal.feedback.models import FeedbackAnswer, FeedbackPage
from portal.feedback.signed import REMARK_WITHIN, path_signer
from portal.models import SitePage
from tests.news.articles import make_article
from tests.news.reader import text_of

from .answers import OURS, form_on, remark, send

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


@pytest.fixture
def page():
    return f"/ko/news/{make_article().pk}/"


def answers():
    return list(FeedbackAnswer.objects.order_by("pk"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("button", "is_useful"), [("yes", True), ("no", False)])
def test_one_click_is_an_answer(client, code, button, is_useful):
    article = make_article()

    answered = send(client, f"/{code}/news/{article.pk}/", button)

    [answer] = answers()
    assert (answer.is_useful, answer.language, answer.comment) == (is_useful, code, "")
    assert answer.page.path == f"news/{article.pk}/"
    assert (answer.page.kind, answer.page.article) == ("article", article)
    assert answered.status_code == 303
    assert answered.url.startswith(f"/{code}/feedback/")


def test_answer_leads_to_thanks_and_back_and_sets_no_cookie(client, page):
    answered = send(client, page)
    form = client.get(answered.url)
    received = remark(client, answered, comment="지도가 있으면 좋겠습니다.")
    thanks = client.get(received.url)

    assert received.status_code == 303
    for response in (answered, form, thanks):
        assert response["Cache-Control"] == "no-store"
    for response in (answered, form, received, thanks):
        assert not response.cookies
    for response in (form, thanks):
        assert f'href="{page}"' in response.content.decode()
        assert "‘제목’ 페이지에 ‘예’로 응답하셨습니다." in text_of(response.content.decode())
        assert b'content="noindex"' in response.content
    assert [answer.comment for answer in answers()] == ["지도가 있으면 좋겠습니다."]


def test_page_after_an_answer_can_be_read_in_the_other_language(client, page):
    answered = send(client, page)

    response = client.get(answered.url.replace("/ko/", "/en/"))

    assert "Thank you for your answer" in response.content.decode()
    assert f'href="{page}"' in response.content.decode()


def test_title_of_the_page_answered_about_is_one_that_readers_may_see(client):
    article = make_article("다리를 놓다", "Half written", is_ready_en=False)
    page = f"/en/news/{article.pk}/"
    answered = send(client, page)

    foreign = client.get(answered.url).content.decode()
    Article.objects.update(status=Article.Status.WITHDRAWN)
    withdrawn = client.get(answered.url).content.decode()

    assert '“<span lang="ko">다리를 놓다</span>”' in foreign
    assert f"You answered “Yes” about “/news/{article.pk}/”." in withdrawn


@pytest.mark.parametrize(
    ("path", "title"), [("", "홈"), ("pages/about/", "누리집 안내"), ("feedback/", None)]
)
def test_page_answered_about_is_named_as_its_readers_know_it(client, path, title):
    SitePage.objects.filter(slug="about").update(title_ko="누리집 안내")
    signed = None if title else path_signer.sign(f"/ko/{path}")

    answered = client.get(send(client, f"/ko/{path}", signed=signed).url).content.decode()

    assert f"‘{title or '/feedback/'}’ 페이지에" in text_of(answered)


def test_only_who_says_no_is_asked_for_the_kind_of_problem(client, page):
    asked = {
        button: client.get(send(client, page, button).url).content.decode()
        for button in ("yes", "no")
    }
    remark(client, send(client, page, "yes"), problem="wrong", comment="좋습니다.")

    assert ['name="problem"' in asked[button] for button in ("yes", "no")] == [False, True]
    assert remarks() == [(True, True, "", "좋습니다.")]


def test_pages_of_one_address_share_a_row_in_all_languages(client):
    for code in CODES:
        send(client, f"/{code}/")

    assert FeedbackPage.objects.count() == 1
    assert sorted(answer.language for answer in answers()) == sorted(CODES)


def remarks():
    return [
        (answer.is_useful, answer.is_useful_in_remark, answer.problem, answer.comment)
        for answer in answers()
    ]


def test_second_click_changes_the_answer_and_leaves_the_remark_with_its_own(client, page):
    remark(client, send(client, page, "no"), problem="unclear")
    again = send(client, page, "yes")

    assert remarks() == [(True, False, "unclear", "")]
    assert client.get(again.url).status_code == 200


def test_second_remark_replaces_the_first_with_its_answer(client, page):
    remark(client, send(client, page, "no"), comment="글씨가 작습니다.")
    remark(client, send(client, page, "yes"), comment="잘 보입니다.")

    assert remarks() == [(True, True, "", "잘 보입니다.")]


def test_remark_says_what_its_form_was_about_whatever_was_clicked_meanwhile(client, page):
    first = send(client, page, "no")
    send(client, page, "yes")

    remark(client, first, comment="글씨가 작습니다.")

    assert remarks() == [(True, False, "", "글씨가 작습니다.")]


def test_other_readers_pages_and_days_are_other_answers(client, page):
    send(client, page)
    send(client, page, REMOTE_ADDR="192.0.2.7")
    send(client, page, headers=OURS | {"user-agent": "Mozilla/5.0 (iPhone) Safari/604.1"})
    send(client, "/ko/news/")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        send(client, page)

    assert len(answers()) == 5
    assert len({answer.reader for answer in answers()} - {""}) == len(
        [answer for answer in answers() if answer.reader]
    )


def test_keys_of_one_reader_on_two_pages_have_nothing_in_common(client, page):
    send(client, page)
    send(client, "/ko/")

    first, second = answers()
    assert first.reader != second.reader


@pytest.mark.parametrize("proxies", [0, 1])
def test_address_behind_a_proxy_is_that_of_the_reader(client, page, settings, proxies):
    settings.PROXY_COUNT = proxies
    for reader in ("192.0.2.1", "192.0.2.2"):
        send(client, page, headers=OURS | {"x-forwarded-for": f"10.0.0.1, {reader}"})

    assert len(answers()) == 1 + proxies


def test_remark_can_be_added_for_an_hour(client, page):
    answered = send(client, page)
    with time_machine.travel(timezone.now() + timedelta(seconds=REMARK_WITHIN + 5)):
        form = client.get(answered.url)
        late = remark(client, answered, comment="늦은 의견")

    assert (form.status_code, late.status_code) == (410, 410)
    assert [answer.comment for answer in answers()] == [""]


def test_remark_belongs_to_the_answer_of_its_token(client, page):
    first = send(client, page)
    send(client, page, REMOTE_ADDR="192.0.2.7")

    remark(client, first, comment="첫째")

    assert [answer.comment for answer in answers()] == ["첫째", ""]


def test_deleted_remark_does_not_come_back(client, page):
    answered = send(client, page)
    FeedbackAnswer.objects.update(removed_at=timezone.now())

    remark(client, answered, comment="다시")

    assert [answer.comment for answer in answers()] == [""]


def test_withdrawn_page_takes_no_answers(client, page):
    signed = form_on(client, page)
    Article.objects.update(status=Article.Status.WITHDRAWN)

    assert send(client, page, signed=signed).status_code == 410
    assert answers() == []


def test_answers_survive_the_deletion_of_their_article(client, page):
    send(client, page)

    Article.objects.all().delete()

    assert [answer.page.article for answer in answers()] == [None]


def test_no_token_of_a_form_is_asked_for(page):
    strict = Client(enforce_csrf_checks=True)

    answered = send(strict, page, "no")

    assert answered.status_code == 303
    assert remark(strict, answered, problem="wrong").status_code == 303
