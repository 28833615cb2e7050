"""A form that is sent too late, or without cookies, is answered by a page that says so."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from .pages import Page

pytestmark = pytest.mark.django_db

# What the page says, in words that stand for the reason and for what to do.
SAID = {
    "ko": ["쿠키", "뒤로", "새로 고"],
    "en": ["cookies", "Go back", "reload"],
}


@pytest.fixture
def browser():
    return Client(enforce_csrf_checks=True)


def rejected(browser, code):
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = code
    return browser.post(reverse("admin:login"), {"username": "editor", "password": "secret"})


@pytest.mark.parametrize("code", SAID)
def test_form_without_a_token_is_answered_in_the_language_of_the_reader(browser, code):
    response = rejected(browser, code)

    page = Page(response.content.decode())
    assert response.status_code == 403
    assert page.language == code
    text = " ".join(text for language, text in page.texts if language == code)
    assert all(words in text for words in SAID[code])


@pytest.mark.parametrize("code", SAID)
def test_page_of_a_rejected_form_is_one_of_the_portal(browser, code):
    html = rejected(browser, code).content.decode()

    assert 'class="site-header"' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "<style" not in html
    assert " style=" not in html


def test_texts_of_a_rejected_form_are_in_the_language_that_they_claim(browser):
    english = Page(rejected(browser, "en").content.decode())
    korean = Page(rejected(browser, "ko").content.decode())

    assert english.hangul_in("en") == []
    assert korean.english_sentences_in("ko") == []
