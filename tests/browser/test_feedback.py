"""«Was this page useful?» as readers meet it: without JavaScript, by keyboard, on a phone."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from news.models import Article
from portal.feedback.models import FeedbackAnswer
from portal.feedback.signed import token_of
from tests.news.articles import make_article
from tests.portal.feedback.answers import BROWSER, given

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
PHONE = {"width": 320, "height": 800}
WORDS = {
    "ko": {"no": "아니요", "wrong": "틀렸거나", "send": "의견 보내기", "back": "보던 페이지로"},
    "en": {
        "no": "No",
        "wrong": "Something is wrong",
        "send": "Send the comment",
        "back": "Back to",
    },
}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def address_of(code):
    return f"/{code}/news/{(Article.objects.first() or make_article()).pk}/"


@pytest.mark.parametrize("code", CODES)
def test_answer_and_remark_need_no_javascript_and_no_cookie(open_browser, code):
    words, address = WORDS[code], address_of(code)
    page = open_browser(user_agent=BROWSER, java_script_enabled=False)
    page.goto(address)

    page.get_by_role("button", name=words["no"], exact=True).click()
    page.get_by_label(words["wrong"]).check()
    page.locator("textarea").fill("37 → 38")
    page.get_by_role("button", name=words["send"]).click()
    page.get_by_role("link", name=words["back"]).click()

    expect(page).to_have_url(re.compile(f"{address}$"))
    assert page.context.cookies() == []
    answer = FeedbackAnswer.objects.get()
    assert (answer.is_useful, answer.problem, answer.comment) == (False, "wrong", "37 → 38")


def test_answer_is_given_by_keyboard_alone(open_browser):
    page = open_browser(user_agent=BROWSER)
    page.goto(address_of("en"))
    page.locator(".feedback button").first.focus()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(".answered p:focus")).to_contain_text("You answered “No”")
    assert not FeedbackAnswer.objects.get().is_useful


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_a_script_all_stays_on_the_page(open_browser, violations, code, scheme):
    words, address = WORDS[code], address_of(code)
    page = open_browser(user_agent=BROWSER, viewport=PHONE, color_scheme=scheme)
    page.goto(address)

    page.get_by_role("button", name=words["no"], exact=True).click()
    expect(page.locator(".answered p:focus")).to_be_visible()
    assert violations(page) == []
    assert not page.evaluate(TOO_WIDE)
    page.locator("textarea").fill("010-1234-5678")
    page.get_by_role("button", name=words["send"]).click()
    expect(page.locator("[role=alert]:focus")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("010-1234-5678")
    page.locator("textarea").fill("37 → 38")
    page.get_by_role("button", name=words["send"]).click()

    expect(page.locator("textarea")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"{address}$"))
    assert FeedbackAnswer.objects.get().comment == "37 → 38"
    assert page.context.cookies() == []


def test_refusal_leaves_what_was_typed(open_browser, complaints):
    page = open_browser(user_agent=BROWSER)
    page.goto(address_of("en"))
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.locator(".answered p:focus")).to_be_visible()
    page.locator("textarea").fill("37 → 38")
    FeedbackAnswer.objects.all().delete()

    with page.expect_console_message(lambda message: "410" in message.text):
        page.get_by_role("button", name="Send the comment").click()

    expect(page.locator(".answered p:focus")).to_contain_text("for one hour")
    expect(page.locator("textarea")).to_have_value("37 → 38")
    complaints.clear()


def test_answer_that_cannot_be_sent_from_the_page_is_left_to_the_browser(open_browser, complaints):
    page = open_browser(user_agent=BROWSER)
    page.goto(address_of("en"))
    page.evaluate("() => { window.fetch = () => new Promise((_, fail) => setTimeout(fail)); }")

    page.get_by_role("button", name="No", exact=True).click()

    expect(page.locator("h1")).to_have_text("Thank you for your answer")
    assert not FeedbackAnswer.objects.get().is_useful


def test_going_back_to_a_refused_remark_asks_for_nothing_to_be_sent_again(open_browser):
    page = open_browser(user_agent=BROWSER, java_script_enabled=False)
    page.goto(address_of("en"))
    page.get_by_role("button", name="No", exact=True).click()
    page.locator("textarea").fill("010-1234-5678")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    page.locator("textarea").fill("37 → 38")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator("h1")).to_have_text("Thank you for your comment")

    page.go_back()

    expect(page.locator("h1")).to_have_text("Please correct your comment")
    expect(page.locator("textarea")).to_have_value("37 → 38")


def test_form_of_another_site_does_not_count(open_browser, complaints):
    page = open_browser(user_agent=BROWSER)
    page.goto(address_of("en"))
    form = page.locator(".feedback form").evaluate("form => form.outerHTML")
    action = page.url.partition("/en/")[0] + "/en/feedback/"
    page.route(
        "http://elsewhere.example/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=form.replace('action="/en/feedback/"', f'action="{action}"'),
        ),
    )
    page.goto("http://elsewhere.example/")

    with (
        page.expect_response("**/en/feedback/") as answered,
        page.expect_console_message(lambda message: "403" in message.text),
    ):
        page.locator("button").first.click()

    assert answered.value.status == 403
    assert not FeedbackAnswer.objects.exists()
    # The browser complains of the other site and of the refusal.
    assert all("elsewhere" in each or "403" in each for each in complaints)
    complaints.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", CODES)
def test_pages_are_for_everyone_and_fit_a_phone(open_browser, violations, code, scheme):
    token = token_of(given(address_of(code).removeprefix(f"/{code}/"), language=code))
    page = open_browser(user_agent=BROWSER, viewport=PHONE, color_scheme=scheme)

    for address in (f"/{code}/", f"/{code}/feedback/", f"/{code}/feedback/{token}/"):
        page.goto(address)
        assert violations(page) == []
        assert not page.evaluate(TOO_WIDE)

    page.locator("textarea").fill("010-1234-5678")
    page.get_by_role("button", name=WORDS[code]["send"]).click()
    expect(page.locator("[role=alert]")).to_be_visible()
    assert violations(page) == []
    assert not page.evaluate(TOO_WIDE)
