"""The overviews of rankings, what they lead to, and frames for other sites in a real browser."""

from itertools import product

import pytest
from django.conf import settings

from tests.browser.conftest import PHONE, WIDE
from tests.rankings.factories import make_edition, make_measure, make_ranking, make_result

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
SCHEMES = ["light", "dark"]
NARROWEST = {"width": 320, "height": 640}
ADDRESSES = [
    "",
    "sci/",
    "sci/2/compared/1/",
    "sci/2/frame/",
    "sci/cities/busan/frame/",
    "sci/measures/skills/frame/",
    "sci/compare/frame/?city=busan&city=paris&city=seoul",
]
OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def rankings():
    """Two editions in which Busan rises and Paris is new, with one area."""
    ranking = make_ranking()
    make_measure(ranking, "skills", position=1)
    first = make_edition(ranking, 1, {"busan": 12, "seoul": 9}, cities_included=77)
    second = make_edition(ranking, 2, {"busan": 8, "paris": 1, "seoul": 39}, after=first)
    for edition, rank in ((first, 9), (second, 7)):
        make_result(edition, "busan", rank, measure="skills")


@pytest.mark.usefixtures("rankings")
@pytest.mark.parametrize(
    ("code", "scheme", "viewport"), list(product(CODES, SCHEMES, [PHONE, WIDE]))
)
def test_every_page_is_free_of_barriers(open_browser, violations, code, scheme, viewport):
    page = open_browser(viewport=viewport, color_scheme=scheme)

    for address in ADDRESSES:
        page.goto(f"/{code}/rankings/{address}")
        page.evaluate(OPEN_ALL)
        assert violations(page) == [], address


@pytest.mark.usefixtures("rankings")
@pytest.mark.parametrize("code", CODES)
def test_nothing_is_wider_than_the_narrowest_screen(open_browser, code):
    page = open_browser(viewport=NARROWEST)

    for address in ADDRESSES:
        page.goto(f"/{code}/rankings/{address}")
        page.evaluate(OPEN_ALL)
        assert page.evaluate(OVERFLOW) == 0, address


@pytest.mark.usefixtures("rankings")
def test_caption_of_a_wide_table_stays_in_view(open_browser):
    page = open_browser(viewport=NARROWEST)
    page.goto("/en/rankings/sci/compare/?city=busan&city=paris&city=seoul")
    caption = page.locator("#figures-caption")

    before = caption.bounding_box()
    page.locator(".scroll").evaluate("region => region.scrollBy(200, 0)")
    after = caption.bounding_box()

    assert before["x"] + before["width"] <= NARROWEST["width"]
    assert abs(after["x"] - before["x"]) < 1
