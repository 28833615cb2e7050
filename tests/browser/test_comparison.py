"""The comparison of cities as a browser draws it, with the longest names there are."""

from itertools import combinations

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import expect

from .conftest import PHONE, WIDE
from .crowd import NAMES, make_crowd

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = [320, 360, 390, 767, 768, 1200, 1280]
TEXTS = """
chart => [...chart.querySelectorAll(".lines-axis text, .lines-plot > text, .lines-ends text")]
  .filter(text => getComputedStyle(text).display !== "none")
  .map(text => {
    const {left, right, top, bottom} = text.getBoundingClientRect();
    return {text: text.textContent.trim(), left, right, top, bottom};
  })
"""
ENDS = """
chart => [...chart.querySelectorAll(".lines-ends text")].map(text => {
  const {x, y, width, height} = text.getBBox();
  return {text: text.textContent, left: x, right: x + width, top: y, bottom: y + height};
})
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def address():
    """Six cities over four editions; in each language the address of their comparison."""
    make_crowd()
    query = "&".join(f"city={slug}" for slug in NAMES)

    def in_language(language):
        with translation.override(language):
            return f"{reverse('rankings:city-comparison', args=['sci'])}?{query}"

    return in_language


def overlap(box, other):
    return (
        box["left"] < other["right"] - 1
        and other["left"] < box["right"] - 1
        # Boxes of lines of text are taller than their letters.
        and box["top"] < other["bottom"] - 4
        and other["top"] < box["bottom"] - 4
    )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_texts_keep_apart_and_nothing_overflows_on_any_width(open_browser, address, language):
    page = open_browser()
    page.goto(address(language))

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        chart = page.locator(".lines")
        texts = chart.evaluate(TEXTS)
        assert page.evaluate(OVERFLOW) == 0
        assert chart.locator(".lines-ends text").count() == 6
        assert all(text["right"] <= width for text in texts), texts
        for boxes in (texts, chart.evaluate(ENDS)):
            for box, other in combinations(boxes, 2):
                assert not overlap(box, other), (width, box["text"], other["text"])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "desktop"])
def test_page_keeps_nobody_from_using_it(
    open_browser, violations, address, language, scheme, viewport
):
    page = open_browser(viewport=viewport, color_scheme=scheme)
    page.goto(address(language))

    assert violations(page) == []


def test_values_of_an_edition_appear_under_the_pointer_and_by_keyboard(open_browser, address):
    page = open_browser(java_script_enabled=False)
    page.goto(address("en"))
    last = page.locator(".moment").last

    values = last.locator(".moment-values")
    expect(values).to_be_hidden()

    last.focus()

    expect(values).to_be_visible()
    assert last.get_attribute("aria-label") == (
        "SCI 4, July 2021: Busan 8th, Saint Petersburg joint 9th, Ho Chi Minh City 10th,"
        " San Francisco 11th, Llanfairpwllgwyngyllgogery joint 12th"
    )
    assert values.locator("text").all_text_contents() == [
        "SCI 4 · July 2021",
        "Busan 8th",
        "Saint Petersburg =9",
        "Ho Chi Minh City 10th",
        "San Francisco 11th",
        "Llanfairpwllgwyngyllg… =12",
    ]

    page.locator(".moment-area").first.hover(position={"x": 2, "y": 200})

    expect(page.locator(".moment-values").first).to_be_visible()


def test_chart_stays_visible_in_the_colours_of_the_system(open_browser, address):
    page = open_browser(forced_colors="active", color_scheme="dark")
    page.goto(address("ko"))

    def style(selector, name):
        return page.locator(selector).first.evaluate(f"part => getComputedStyle(part).{name}")

    canvas = style("body", "backgroundColor")
    assert style(".moment-area", "fill") == "rgba(0, 0, 0, 0)"
    assert style(".curves polyline", "stroke") != canvas
    assert style(".lines-plot > g > .point", "fill") != canvas
    assert style(".lines-ends text", "fill") != canvas


def test_city_is_added_and_removed_without_a_script(open_browser, address):
    page = open_browser(java_script_enabled=False)
    page.goto(address("en"))

    page.get_by_role("link", name="Remove Rio de Janeiro").click()

    expect(page.locator(".compared li")).to_have_count(5)

    page.get_by_label("Add a city").fill("rio de janeiro")
    page.get_by_label("Horizontal axis").select_option(label="Edition")
    page.get_by_role("button", name="Show").click()

    expect(page.locator(".compared li")).to_have_count(6)
    expect(page.locator(".lines-plot").get_by_text("Edition")).to_be_visible()
    assert "x=edition" in page.url


def test_ties_are_both_seen(open_browser, address):
    page = open_browser()
    page.goto(address("ko"))

    marks = page.locator(".lines-plot > g > .point").evaluate_all(
        """marks => marks.map(mark => {
          const box = mark.getBoundingClientRect();
          return [Math.round(box.left), Math.round(box.top)];
        })"""
    )
    assert len(marks) == len({tuple(mark) for mark in marks}) == 20
