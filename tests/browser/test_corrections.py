"""Corrections and claims in a real browser, for readers and for the approver who chooses."""

from itertools import product

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from rankings.models import Correction, Result
from tests.browser.conftest import PHONE, WIDE
from tests.news.articles import make_article
from tests.newsroom import member
from tests.rankings.factories import (
    make_claim,
    make_edition,
    make_ranking,
    make_result,
    make_source,
    texts,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
SCHEMES = ["light", "dark"]
NARROWEST = {"width": 320, "height": 640}


@pytest.fixture
def claim():
    """One of a figure that was corrected."""
    edition = make_edition(make_ranking(), 12, {"london": 1})
    edition.sources.add(make_source("general"))
    result = make_result(edition, "busan", 8, source=make_source())
    Correction.objects.create(
        edition=edition,
        city=result.city,
        measure=result.measure,
        before="9",
        after="8",
        **texts("reason", "Misread"),
    )
    return make_claim(result, 9, **texts("note", "A misprint"))


@pytest.fixture
def addresses(claim):
    body = "[[ranking:sci/12]]\n[[trend:sci/busan]]"
    article = make_article(body_ko=body, body_en=body)
    return [
        f"news/{article.pk}/",
        *(f"rankings/sci/{page}" for page in ("", "12/", "cities/busan/", "corrections/")),
    ]


@pytest.mark.parametrize(
    ("code", "scheme", "viewport"), list(product(CODES, SCHEMES, [PHONE, WIDE]))
)
def test_pages_with_corrections_and_conflicts_are_free_of_barriers(
    open_browser, violations, addresses, code, scheme, viewport
):
    page = open_browser(viewport=viewport, color_scheme=scheme)

    for address in addresses:
        page.goto(f"/{code}/{address}")
        assert violations(page) == [], address


@pytest.mark.parametrize("code", CODES)
def test_corrections_and_conflicts_fit_the_narrowest_screen(open_browser, addresses, code):
    page = open_browser(viewport=NARROWEST)

    for address in addresses:
        page.goto(f"/{code}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_approver_shows_what_another_source_states(open_browser, violations, claim):
    page = open_browser(member("approver"))
    page.goto(reverse("admin:rankings_result_change", args=[claim.result_id]))

    page.get_by_role("link", name="이 수치로 바꾸기").click()
    assert violations(page) == []
    page.get_by_role("button", name="이 수치로 바꾸기").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []
    page.locator("[name=reason_ko]").fill("발표 기관에 확인함")
    page.locator("[name=reason_en]").fill("Checked with the publisher")
    page.get_by_role("button", name="이 수치로 바꾸기").click()

    expect(page.locator(".messagelist")).to_contain_text("9위")
    assert violations(page) == []
    assert Result.objects.get(pk=claim.result_id).rank == 9
    assert Correction.objects.count() == 2
