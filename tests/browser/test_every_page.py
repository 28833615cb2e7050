"""Every public page, in every language, on every screen and in all colours.

Each is opened in each language, and all rules of axe are tried on a phone and on a desktop, in
light and dark and with more contrast as the system asks for it. What a reader chooses on the page
and forced colours change nothing but colours: there the rules about these suffice.
"""

from itertools import product

import pytest

from tests.browser.axe import OF_COLOURS
from tests.public_pages import ADDRESSES, CODES, MISSING

pytestmark = pytest.mark.browser

PAGES = list(product(CODES, [*ADDRESSES, MISSING]))
PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
NARROWEST = 320
SCHEMES = [
    {"color_scheme": "light", "contrast": "no-preference"},
    {"color_scheme": "dark", "contrast": "no-preference"},
    {"color_scheme": "light", "contrast": "more"},
    {"color_scheme": "dark", "contrast": "more"},
]

OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"
SET_DISPLAY = "([name, value]) => document.documentElement.setAttribute(`data-${name}`, value)"
LARGEST_TEXT = "1.5"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def opened(open_demo, complaints):
    """`opened(path)` is the page at `path`, with everything on it unfolded."""

    def open_page(path, **options):
        page = open_demo(**options)
        page.goto(path)
        if path.endswith(MISSING):
            complaints.clear()  # the browser notes that the page is not there
        page.evaluate(OPEN_ALL)
        return page

    return open_page


@pytest.mark.parametrize(("code", "address"), PAGES)
def test_nobody_is_kept_out_on_any_screen_in_any_colours(opened, violations, code, address):
    page = opened(f"/{code}/{address}", reduced_motion="reduce")

    for viewport, colours in product((DESKTOP, PHONE), SCHEMES):
        page.set_viewport_size(viewport)
        page.emulate_media(**colours)
        assert violations(page) == [], (viewport, colours)


@pytest.mark.parametrize(("code", "address"), PAGES)
def test_contrast_is_enough_where_the_reader_chose_more(opened, violations, code, address):
    viewport = PHONE if CODES.index(code) % 2 else DESKTOP
    page = opened(f"/{code}/{address}", viewport=viewport)

    page.evaluate(SET_DISPLAY, ["scheme", "contrast"])

    assert violations(page, rules=OF_COLOURS) == []


@pytest.mark.parametrize(("code", "address"), PAGES)
def test_contrast_is_enough_in_forced_colours(opened, violations, code, address):
    viewport = DESKTOP if CODES.index(code) % 2 else PHONE
    page = opened(f"/{code}/{address}", viewport=viewport, forced_colors="active")

    assert violations(page, rules=OF_COLOURS) == []


@pytest.mark.parametrize(("code", "address"), PAGES)
def test_nothing_is_wider_than_the_screen(opened, code, address):
    page = opened(f"/{code}/{address}", viewport=DESKTOP)

    # As wide as DESKTOP is to those who have the browser enlarge it to 200 %, and to 400 %.
    for width in (640, NARROWEST):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) <= 0, width
    page.evaluate(SET_DISPLAY, ["text-size", LARGEST_TEXT])
    assert page.evaluate(OVERFLOW) <= 0, "largest text"
