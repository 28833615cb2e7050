"""The trend chart as a browser draws it: widths of text are only estimated when it is laid out."""

from itertools import combinations

import pytest
from django.urls import reverse
from django.utils import translation

from tests.rankings.factories import make_edition, make_ranking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COURSES = {
    "climbs": [62, 41, 27, 22, 19, 15, 14, 13, 12, 8],
    "turns": [38, None, 50, None, 46, 43, 51, 40, 36, 33, 30, 29, 37, 33, 27, 25, 24],
    "first": [1, 2, 1, 2, 2, 2, 1, 1, 1, 1, 3, 2],
    "hundreds": [130, 128, 131, 119, 140],
    "once": [7],
}
WIDTHS = [320, 390, 767, 768, 1280]
READABLE = 12  # pixels
VISIBLE_TEXTS = """
chart => {
  const frame = chart.getBoundingClientRect();
  return [...chart.querySelectorAll("text")]
    .filter(text => getComputedStyle(text).display !== "none")
    .map(text => {
      const box = text.getBoundingClientRect();
      return {
        text: text.textContent,
        size: parseFloat(getComputedStyle(text).fontSize),
        left: box.left - frame.left, right: box.right - frame.left,
        top: box.top - frame.top, bottom: box.bottom - frame.top,
        width: frame.width, height: frame.height,
      };
    });
}
"""


def make_course(ranks):
    ranking, previous = make_ranking(), None
    for number, rank in enumerate(ranks, start=1):
        previous = make_edition(ranking, number, {"busan": rank} if rank else {}, after=previous)
    return ranking


def overlap(box, other):
    return (
        box["left"] < other["right"] - 1
        and other["left"] < box["right"] - 1
        # Boxes of lines of text are taller than their letters.
        and box["top"] < other["bottom"] - 5
        and other["top"] < box["bottom"] - 5
    )


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("course", COURSES)
def test_texts_are_readable_inside_the_chart_and_apart(open_browser, course, language):
    make_course(COURSES[course])
    page = open_browser()
    with translation.override(language):
        page.goto(reverse("rankings:city-detail", args=["sci", "busan"]))

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert_texts_stand_apart(page.locator(".trend-chart").evaluate(VISIBLE_TEXTS))


def assert_texts_stand_apart(texts):
    assert texts
    for text in texts:
        assert text["size"] >= READABLE
        assert text["left"] >= -1, text
        assert text["right"] <= text["width"] + 1, text
        assert text["bottom"] <= text["height"] + 4, text
    for text, other in combinations(texts, 2):
        assert not overlap(text, other), (text["text"], other["text"])


def test_narrow_chart_writes_fewer_ranks(open_browser):
    make_course(COURSES["climbs"])
    page = open_browser()
    with translation.override("ko"):
        page.goto(reverse("rankings:city-detail", args=["sci", "busan"]))

    assert page.locator(".trend-chart .label:visible").count() == 10

    page.set_viewport_size({"width": 360, "height": 800})

    assert page.locator(".trend-chart .label:visible").count() == 2
