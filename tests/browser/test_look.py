"""How pages suit the reader's device and wishes: contents, contrast, paper."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE
from tests.news.articles import make_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = "".join(f"<{number}부>\n□ 점 [주소](https://example.org/{number})\n" for number in range(5))


@pytest.fixture
def address():
    return make_article("긴 글", body_ko=LONG, body_en=LONG).get_absolute_url()


@pytest.mark.parametrize(("viewport", "is_open"), [(WIDE, True), (PHONE, False)])
def test_contents_stand_open_beside_the_text_and_fold_where_they_would_stand_before_it(
    open_browser, address, viewport, is_open
):
    page = open_browser(viewport=viewport)
    page.goto(address)

    first = page.locator(".contents a").first
    expect(first).to_be_visible(visible=is_open)

    contents, text = (page.locator(part).bounding_box() for part in (".contents", ".press-release"))
    is_beside = text["x"] + text["width"] <= contents["x"]
    assert is_beside == is_open


def test_contents_can_be_opened_without_scripts(open_browser, address):
    page = open_browser(viewport=PHONE, java_script_enabled=False)
    page.goto(address)

    page.locator(".contents summary").click()

    expect(page.locator(".contents a").first).to_be_visible()


WIDE_TABLE = (
    "표: 넓은 표\n| 회차 | 발표 | 부산 | 변동 | 서울 | 도시 수 |\n|---|---|---|---|---|---|\n"
    "| 4회차 | 2021년 11월 | 41위 | 21계단 상승 | - | 72 |\n"
)


@pytest.fixture
def wide_table(open_browser):
    page = open_browser(viewport=PHONE)
    page.goto(make_article("표", body_ko=WIDE_TABLE).get_absolute_url())
    return page.locator(".table-scroll")


def test_the_heads_of_rows_stay_in_view_while_a_wide_table_is_scrolled(wide_table):
    head = wide_table.locator("tbody th")
    before = head.bounding_box()

    moved = wide_table.evaluate("box => { box.scrollLeft = 9999; return box.scrollLeft; }")

    assert moved > 0
    assert head.bounding_box() == before


def test_a_table_that_is_scrolled_has_no_short_cell_in_two_lines(wide_table):
    heights = wide_table.locator("tbody :is(th, td)").evaluate_all(
        "cells => cells.map(cell => cell.getBoundingClientRect().height)"
    )

    assert max(heights) < 60


def colours(page):
    return page.evaluate(
        "[getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.querySelector('.meta')).color]"
    )


# [what the system asks for, what the reader chose, the ground, the faintest text]
SCHEMES = [
    ({"color_scheme": "light"}, None, "rgb(255, 255, 255)", "rgb(88, 97, 106)"),
    ({"color_scheme": "dark"}, None, "rgb(30, 33, 36)", "rgb(177, 184, 190)"),
    ({"color_scheme": "light", "contrast": "more"}, None, "rgb(255, 255, 255)", "rgb(30, 33, 36)"),
    ({"color_scheme": "dark", "contrast": "more"}, None, "rgb(19, 20, 22)", "rgb(244, 245, 246)"),
    ({"color_scheme": "light"}, "contrast", "rgb(19, 20, 22)", "rgb(255, 255, 255)"),
    (
        {"color_scheme": "dark", "contrast": "more"},
        "light",
        "rgb(255, 255, 255)",
        "rgb(88, 97, 106)",
    ),
]


@pytest.mark.parametrize(("system", "chosen", "ground", "faintest"), SCHEMES)
def test_colours_follow_the_system_unless_the_reader_chooses(
    open_browser, address, system, chosen, ground, faintest
):
    page = open_browser(**system)
    page.goto(address)
    if chosen:
        page.evaluate("chosen => localStorage.setItem('scheme', chosen)", chosen)
        page.reload()

    assert colours(page) == [ground, faintest]


def test_paper_has_the_text_with_the_addresses_of_its_links_and_nothing_to_press(
    open_browser, address
):
    page = open_browser(color_scheme="dark")
    page.goto(address)
    page.emulate_media(media="print")

    for chrome in (".site-header", ".breadcrumb", ".contents", ".share", ".help", ".site-footer"):
        expect(page.locator(chrome).first).to_be_hidden()
    assert colours(page) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    named = page.locator("link[rel=canonical]").get_attribute("href")
    expect(page.locator(".on-paper")).to_contain_text(named)
    link = page.locator(".press-release a").first
    shown = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://example.org/0" in shown
