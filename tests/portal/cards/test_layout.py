"""Whatever a title says, it stands inside its card."""

from io import BytesIO

import pytest
from django.template.loader import render_to_string
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from portal.cards.drawing import drawn
from portal.cards.layout import (
    HEIGHT,
    MARGIN,
    PANEL_LEFT,
    TITLE_BOTTOM,
    TITLE_TOP,
    WIDTH,
    Card,
    Words,
)

FIGURE = ("부산", "8위", "▲ 4계단 상승")
LETTERS = st.sampled_from("가힣똠 뷁W i漢〓…·,-<&>9") | st.characters()
TITLES = st.text(LETTERS, max_size=200)


def card(title, **words):
    return Card(
        Words(**{"site": "해운대", "label": "보도자료", "date": "2025년"} | words, title=title)
    )


@given(TITLES, st.none() | st.just(FIGURE))
@example("W" * 200, FIGURE)
@example("똠" * 200, None)
@example("가나다라 " * 40, None)
@settings(deadline=None)
def test_any_title_stands_within_its_frame(title, figure):
    lines = card(title, figure=figure).title

    right = PANEL_LEFT if figure else WIDTH - MARGIN
    assert len(lines) <= 4
    for line in lines:
        assert line.x == MARGIN
        assert line.x + line.width <= right
        assert line.y - 0.8 * line.size >= TITLE_TOP
        assert line.y + 0.2 * line.size <= TITLE_BOTTOM


@given(TITLES)
@settings(deadline=None, max_examples=50)
def test_any_words_make_a_drawing_that_can_be_read(title):
    words = Words(title, title, title, title, figure=(title, title, title))

    svg = render_to_string("portal/cards/card.svg", {"card": Card(words)})

    assert svg.count("<svg") == 1
    assert "<b>" not in svg


def ink(title, figure=None):
    """The box of pixels that the words of a title change."""
    words = Words("", "", "", title, figure=figure)
    with_title, without = (
        Image.open(BytesIO(drawn(each))).convert("L")
        for each in (words, Words("", "", "", "", figure=figure))
    )
    difference = ImageChops.difference(with_title, without)
    return difference.point(lambda value: 255 if value > 60 else 0).getbbox()


@pytest.mark.parametrize("title", ["W" * 200, "똠방각하 " * 40, "韓美 협력 " * 30, "부산"])
@pytest.mark.parametrize("figure", [None, FIGURE])
def test_what_is_drawn_is_as_wide_as_measured(title, figure):
    lines = card(title, figure=figure).title

    left, top, right, bottom = ink(title, figure)

    assert left >= MARGIN
    assert right == pytest.approx(MARGIN + max(line.width for line in lines), abs=16)
    assert top >= TITLE_TOP
    assert bottom <= TITLE_BOTTOM


def test_short_titles_are_large_and_long_ones_end_in_an_ellipsis():
    short, long = card("부산 8위").title, card("부산항대교 개통 기념행사 " * 14).title

    assert (len(short), short[0].size) == (1, 76)
    assert (len(long), long[0].size) == (4, 48)
    assert long[-1].runs[-1].text.endswith("…")


def test_the_picture_has_the_size_that_networks_ask_for():
    with Image.open(BytesIO(drawn(Words("해운대", "보도자료", "2025년", "부산 8위")))) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
