"""The table of an edition as readers use it: in place, without scripts, and on narrow screens."""

import re
from itertools import product

import pytest
from django.conf import settings
from playwright.sync_api import expect

from rankings.models import City
from tests.browser.conftest import PHONE, WIDE
from tests.rankings.factories import make_edition, make_ranking, make_region, make_result

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
PAGE = "/en/rankings/sci/2/"
NARROW = [320, 360]
CITIES = ".ranks tbody th a"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Whether the part of a cell that is drawn ends within the screen.
CUT_OFF = """
() => [...document.querySelectorAll(".ranks :is(th, td)")].filter((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getBoundingClientRect().right > document.documentElement.clientWidth;
}).map((cell) => cell.textContent)
"""


@pytest.fixture(autouse=True)
def edition():
    ranking = make_ranking()
    make_region(ranking, "asia", ["busan", "seoul"])
    make_region(ranking, "europe", ["paris", "rome"])
    first = make_edition(ranking, 1, {"busan": 12, "paris": 1, "rome": 3, "lima": 70})
    edition = make_edition(ranking, 2, {"paris": 1}, after=first, cities_included=66)
    make_result(edition, "busan", 8, rating=700)
    make_result(edition, "seoul", 51, band_end=60)
    make_result(edition, "lima", status="absent")
    for number in range(61):
        make_result(edition, f"city{number}", 100 + number, rating=600 - number)
    for slug in ("rome", "oslo"):
        make_result(edition, slug, 4, is_joint=True)
    City.objects.filter(slug="busan").update(name_ko="부산")
    City.objects.filter(slug="oslo").update(name_en="Llanfairpwllgwyngyllgogerychwyrndrobwll")
    return edition


def cities(page):
    return page.locator(CITIES).all_text_contents()


def shown(page):
    return page.get_by_role("status").filter(has_text=re.compile("cit|도시"))


@pytest.fixture
def table(open_browser):
    """The page, marked so that a visit to another one would show."""
    page = open_browser()
    page.goto(PAGE)
    page.evaluate("window.isTheSame = true")
    yield page
    assert page.evaluate("window.isTheSame") is True


# ---- in place


def test_a_column_sorts_in_place_and_the_address_follows(table):
    table.get_by_role("link", name="City", exact=True).press("Enter")

    expect(table).to_have_url(re.compile(r"/2/\?sort=city$"))
    expect(table.locator("th[aria-sort]")).to_have_text(re.compile("City"))
    assert cities(table)[0] == "Busan en"
    expect(table.locator("#table-sort-city")).to_be_focused()

    table.keyboard.press("Enter")

    expect(table).to_have_url(re.compile(r"/2/\?sort=-city$"))
    expect(table.locator("#table-sort-city")).to_be_focused()


def test_typing_narrows_the_table_and_says_how_many_are_left(table):
    field = table.get_by_label("City or country")
    field.press_sequentially("bus")

    expect(shown(table)).to_have_text("1 of 66 cities")
    expect(table).to_have_url(re.compile(r"/2/\?q=bus$"))
    expect(field).to_be_focused()
    expect(field).to_have_value("bus")
    assert cities(table) == ["Busan en"]


def test_initial_sounds_of_hangul_find_a_city(table):
    table.get_by_label("City or country").fill("ㅂㅅ")

    expect(shown(table)).to_have_text("1 of 66 cities")
    assert cities(table) == ["Busan en"]


def test_choices_add_up_and_can_all_be_taken_back(table):
    table.get_by_label("Region").select_option("asia")
    expect(shown(table)).to_have_text("2 of 66 cities")
    table.locator("#table-sort-city").click()
    table.get_by_label("Change").select_option("up")
    expect(table).to_have_url(re.compile(r"/2/\?region=asia&show=up&sort=city$"))
    expect(shown(table)).to_have_text("1 of 66 cities")

    table.get_by_role("link", name="Show all cities").click()

    expect(table).to_have_url(re.compile(r"/2/\?sort=city$"))
    expect(table.get_by_label("Region")).to_have_value("")
    expect(shown(table)).to_have_text("66 cities")


def test_choices_made_in_one_breath_all_count(table):
    table.get_by_label("Region").select_option("asia")
    table.locator("#table-sort-city").click()
    table.get_by_label("Change").select_option("up")
    table.locator("#table-sort-change").click()

    expect(table).to_have_url(re.compile(r"/2/\?region=asia&show=up&sort=-change$"))
    expect(shown(table)).to_have_text("1 of 66 cities")


def test_back_and_forward_go_through_the_choices(table):
    table.get_by_label("Region").select_option("asia")
    expect(shown(table)).to_have_text("2 of 66 cities")
    table.get_by_label("City or country").press_sequentially("seoul")
    expect(shown(table)).to_have_text("1 of 66 cities")

    table.go_back()
    expect(shown(table)).to_have_text("2 of 66 cities")
    expect(table.get_by_label("City or country")).to_have_value("")
    table.go_back()
    expect(shown(table)).to_have_text("66 cities")
    expect(table.get_by_label("Region")).to_have_value("")
    table.go_forward()

    expect(shown(table)).to_have_text("2 of 66 cities")
    expect(table.get_by_label("Region")).to_have_value("asia")


def test_a_choice_that_no_city_meets_leaves_a_way_back(table):
    table.get_by_label("City or country").fill("atlantis")
    expect(shown(table)).to_have_text("0 of 66 cities")

    table.locator(".empty").get_by_role("link").click()

    expect(shown(table)).to_have_text("66 cities")
    expect(table.get_by_label("City or country")).to_have_value("")


def test_an_older_answer_never_replaces_a_newer_one(table):
    held = []
    table.route("**/2/?region=asia", lambda route: held.append(route))
    with table.expect_request("**/2/?region=asia"):
        table.get_by_label("Region").select_option("asia")
    expect(table.locator("#table-rows")).to_have_attribute("aria-busy", "true")

    table.get_by_label("Region").select_option("europe")

    expect(shown(table)).to_have_text("2 of 66 cities")
    assert cities(table) == ["Paris en", "Rome en"]
    expect(table.locator("#table-rows")).not_to_have_attribute("aria-busy", "true")
    held[0].abort()


def test_the_other_language_shows_the_same_choice(table):
    table.get_by_label("Region").select_option("asia")
    expect(shown(table)).to_have_text("2 of 66 cities")

    link = table.get_by_role("banner").get_by_role("link", name="한국어")

    expect(link).to_have_attribute("href", "/ko/rankings/sci/2/?region=asia")


def test_our_city_is_jumped_to_and_back_without_a_new_table(table):
    table.get_by_role("link", name="Go to Busan en").click()
    expect(table.locator("#table-home")).to_be_in_viewport()

    table.go_back()

    expect(shown(table)).to_have_text("66 cities")


def test_two_editions_are_compared_in_place_and_others_chosen(open_browser):
    page = open_browser()
    page.goto(f"{PAGE}compared/1/")
    page.get_by_label("Change").select_option("up")
    expect(shown(page)).to_have_text("1 of 67 cities")
    expect(page).to_have_url(re.compile(r"/2/compared/1/\?show=up$"))

    page.get_by_label("Edition", exact=True).select_option("2")
    page.get_by_label("Compared with").select_option("2")
    page.get_by_role("button", name="Compare").click()

    expect(page).to_have_url(re.compile(r"/sci/2/$"))


# ---- where that fails, and without scripts


@pytest.mark.parametrize("failure", ["abort", "error", "other page"])
def test_when_the_rows_cannot_be_fetched_the_browser_goes_to_the_page(
    open_browser, complaints, failure
):
    page = open_browser()
    page.goto(PAGE)
    answers = {
        "abort": lambda route: route.abort(),
        "error": lambda route: route.fulfill(status=503, body="busy"),
        "other page": lambda route: route.fulfill(body="<p>Log in to this network</p>"),
    }
    page.route("**/2/?sort=city", answers[failure], times=1)

    with page.expect_navigation(url=re.compile(r"\?sort=city$")):
        page.locator("#table-sort-city").click()

    assert cities(page)[0] == "Busan en"
    complaints.clear()  # the browser notes what it could not fetch


def test_all_of_it_works_without_scripts(open_browser):
    page = open_browser(java_script_enabled=False)
    page.goto(PAGE)

    page.get_by_label("Region").select_option("asia")
    page.get_by_label("Change").select_option("up")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(CITIES)).to_have_text(["Busan en"])
    page.locator("#table-sort-city").click()
    expect(page.get_by_label("Region")).to_have_value("asia")
    page.get_by_role("link", name="Show all cities").click()
    expect(page).to_have_url(re.compile(r"/2/\?sort=city$"))
    page.get_by_role("link", name="Go to Busan en").click()
    expect(page.locator("#table-home")).to_be_in_viewport()


def test_a_link_opens_in_another_tab_when_asked_to(table):
    with table.context.expect_page() as opened:
        table.locator("#table-sort-city").click(modifiers=["Control"])

    expect(opened.value).to_have_url(re.compile(r"\?sort=city$"))
    expect(table).to_have_url(re.compile(r"/2/$"))


# ---- on every screen


@pytest.mark.parametrize(("code", "width"), list(product(CODES, NARROW)))
def test_rank_city_and_change_fit_a_phone(open_browser, code, width):
    page = open_browser(viewport={"width": width, "height": 800})
    for size in ("1", "1.5"):
        page.goto(f"/{code}/")
        page.evaluate(f"localStorage.setItem('text-size', '{size}')")
        for address in ("", "compared/1/"):
            page.goto(f"/{code}/rankings/sci/2/{address}")
            assert page.evaluate(OVERFLOW) <= 0
            assert page.evaluate(CUT_OFF) == []


def test_on_a_phone_the_rest_stands_below_the_city_and_says_what_it_is(open_browser):
    page = open_browser(viewport=PHONE)
    page.goto(PAGE)
    row = page.locator("#table-home")
    rank, city, change = (row.locator(":scope > *").nth(number) for number in range(3))
    rating = row.locator("[data-label='Rating']")

    tops = {cell.bounding_box()["y"] for cell in (rank, city, change)}

    assert len(tops) == 1
    assert rating.bounding_box()["y"] > city.bounding_box()["y"]
    assert rating.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Rating"'


def test_on_a_phone_it_is_still_a_table_to_a_screen_reader(open_browser):
    page = open_browser(viewport=PHONE)
    page.goto(PAGE)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")

    roles = [node["role"]["value"] for node in tree["nodes"] if not node["ignored"]]

    assert roles.count("table") == 1
    assert roles.count("row") == 1 + 66
    assert roles.count("rowheader") == 66
    assert roles.count("cell") >= 2 * 66


@pytest.mark.parametrize(
    ("code", "scheme", "viewport"), list(product(CODES, ["light", "dark"], [PHONE, WIDE]))
)
def test_the_page_is_free_of_barriers(open_browser, violations, code, scheme, viewport):
    page = open_browser(viewport=viewport, color_scheme=scheme)

    for address in ("", "?sort=-rating&region=asia", "?q=zzz", "compared/1/", "compared/1/?q=zzz"):
        page.goto(f"/{code}/rankings/sci/2/{address}")
        assert violations(page) == [], address
