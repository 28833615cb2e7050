"""The pages of cities and measures in a real browser: accessibility and narrow screens."""

import re
from itertools import product

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE
from tests.rankings.factories import (
    make_edition,
    make_measure,
    make_ranking,
    make_region,
    make_result,
    make_source,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
NARROWEST = {"width": 320, "height": 640}
SCHEMES = ["light", "dark", "contrast"]
ADDRESSES = [
    "sci/cities/busan/",
    "sci/cities/busan/?measure=skills&x=edition",
    "cities/busan/",
    "sci/measures/skills/",
    "sci/measures/overall/?city=busan&city=paris",
    "sci/measures/overall/?q=zzzz",
]


@pytest.fixture
def rankings():
    """Twelve editions in which Busan rises, falls and is missing, beside other cities."""
    ranking, previous = make_ranking(), None
    make_measure(ranking, "skills", position=1)
    make_measure(ranking, "support", "dimension", position=2)
    make_region(ranking, "asia", ["busan", "seoul"])
    for number, rank in enumerate([None, 62, 41, 27, 30, 19, None, 14, 13, 12, 10, 15], start=1):
        ranks = {"paris": 1, "seoul": 9} | ({"busan": rank} if rank else {})
        previous = make_edition(ranking, number, ranks, after=previous, cities_included=77)
        make_result(previous, "busan", number + 3, measure="skills", source=make_source(number))
        make_result(previous, "paris", 2, measure="skills")
    make_result(previous, "busan", 3, scope="region")
    make_edition(make_ranking("gfci"), 1, {"busan": 24})


def choose_scheme(page, scheme):
    page.goto("/ko/")
    if scheme == "contrast":
        page.evaluate("localStorage.setItem('scheme', 'contrast')")


@pytest.mark.parametrize(
    ("code", "scheme", "viewport"), list(product(CODES, SCHEMES, [PHONE, WIDE]))
)
def test_every_page_is_free_of_barriers(open_browser, violations, rankings, code, scheme, viewport):
    colours = "dark" if scheme == "dark" else "light"
    page = open_browser(viewport=viewport, color_scheme=colours)
    choose_scheme(page, scheme)

    for address in ADDRESSES:
        page.goto(f"/{code}/rankings/{address}")
        assert violations(page) == [], address


@pytest.mark.parametrize(("code", "size"), list(product(CODES, ["1", "1.5"])))
def test_nothing_is_wider_than_the_narrowest_screen(open_browser, rankings, code, size):
    page = open_browser(viewport=NARROWEST)
    page.goto("/ko/")
    page.evaluate(f"localStorage.setItem('text-size', '{size}')")

    for address in ADDRESSES:
        page.goto(f"/{code}/rankings/{address}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROWEST["width"], address


def test_phone_shows_city_rank_and_change_without_scrolling_sideways(open_browser, rankings):
    page = open_browser(viewport={"width": 360, "height": 800})
    page.goto("/ko/rankings/sci/measures/overall/")

    cells = page.locator(".measure-table tbody tr").first.locator("th, td")

    for place in range(3):
        box = cells.nth(place).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_city_stays_in_view_while_editions_are_scrolled(open_browser, rankings):
    page = open_browser(viewport={"width": 360, "height": 800})
    page.goto("/ko/rankings/sci/measures/overall/")
    city = page.locator(".measure-table tbody th").first
    before = city.bounding_box()["x"]

    page.locator(".scroll").first.evaluate("region => region.scrollLeft = 400")

    assert city.bounding_box()["x"] == before


def test_cities_are_chosen_without_scripts(open_browser, rankings):
    page = open_browser(java_script_enabled=False)
    page.goto("/en/rankings/sci/measures/overall/")

    page.get_by_role("checkbox", name="Choose Seoul en").check()
    page.get_by_role("checkbox", name="Choose Busan en").check()
    page.get_by_role("button", name="Show the chosen cities").last.click()

    expect(page).to_have_url(re.compile(r"\?x=date&city=seoul&city=busan$"))
    expect(page.locator(".measure-table tbody tr")).to_have_count(2)


def test_fact_leads_to_the_row_that_shows_it(open_browser, rankings):
    page = open_browser()
    page.goto("/en/rankings/sci/cities/busan/")

    page.get_by_role("link", name="Biggest known rise between two editions").click()

    expect(page.locator(":target")).to_contain_text("SCI 3")
