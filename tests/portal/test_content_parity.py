"""Each language writes words, dates and ordinals in its own form, on every kind of page."""

import re
from itertools import product

import polib
import pytest
from django.conf import settings
from django.test import Client

from tests.portal.pages import Page
from tests.public_pages import ADDRESSES, CODES, MISSING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

PAGES = [*ADDRESSES, MISSING]
LATIN_WORD = re.compile(r"[A-Za-z]{3}")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What would be a slip in a text of each language.
FOREIGN_FORMS = {
    "ko": {
        "a date": re.compile(rf"\b(?:{MONTHS})\b,? \d|\d (?:{MONTHS})\b"),
        "an ordinal": re.compile(r"\b\d+(?:st|nd|rd|th)\b"),
        "a time": re.compile(r"\d [ap]\.?m\b"),
    },
    "en": {
        "a date": re.compile(r"\b\d{4}\. ?\d{1,2}\.|\d년|\d월"),
        "an American date": re.compile(rf"\b(?:{MONTHS}) \d{{1,2}}\b"),
        "an ordinal": re.compile(r"\d위|\d번째|제\d"),
        "a number": re.compile(r"\d[만억]"),
    },
}
ORDINAL = re.compile(r"\b(\d+)(st|nd|rd|th)\b")


@pytest.fixture(scope="module")
def texts(demo):
    """{(language, address): the texts of that page that are in its own language}."""
    client = Client()
    found = {}
    for code, address in product(CODES, PAGES):
        page = Page(client.get(f"/{code}/{address}").content.decode())
        found[code, address] = [text for language, text in page.texts if language == code]
    return found


def catalogue(code):
    path = settings.BASE_DIR / f"locale/{code}/LC_MESSAGES/django.po"
    return polib.pofile(path) if path.exists() else []


@pytest.mark.parametrize("code", CODES)
def test_no_words_of_the_site_are_left_untranslated(texts, code):
    """One word is no sentence, but one that the catalogue says otherwise was forgotten."""
    untranslated = {
        entry.msgid
        for entry in catalogue(code)
        if entry.msgid != entry.msgstr and LATIN_WORD.search(entry.msgid)
    }

    for address in PAGES:
        assert untranslated.intersection(texts[code, address]) == set(), address


@pytest.mark.parametrize("code", CODES)
def test_dates_ordinals_and_numbers_have_the_form_of_the_language(texts, code):
    for address in PAGES:
        for name, foreign in FOREIGN_FORMS[code].items():
            slips = [text for text in texts[code, address] if foreign.search(text)]
            assert slips == [], (address, name)


def test_english_ordinals_end_as_they_are_spoken(texts):
    ordinals = {
        found
        for address in PAGES
        for text in texts["en", address]
        for found in ORDINAL.findall(text)
    }

    assert len(ordinals) > 20
    for number, ending in ordinals:
        teens = number[-2:] in ("11", "12", "13")
        spoken = "th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
        assert ending == spoken, number


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_dates_of_its_own(texts, code):
    """What the other tests look for does occur, so that they can fail."""
    own = {
        "ko": re.compile(r"\b\d{4}\. \d{1,2}\. \d{1,2}\."),
        "en": re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}"),
    }[code]

    dated = {address for address in PAGES if any(own.search(t) for t in texts[code, address])}

    assert {"", "news/", "news/6/", "rankings/sci/12/", "pages/accessibility/"} <= dated
