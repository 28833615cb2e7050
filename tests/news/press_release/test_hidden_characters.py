"""Characters that a reader does not see must not change what a reader sees."""

import pytest

from news.press_release import parse, render

from .strict_html import visible_text


def codes(text):
    return [(problem.line, problem.code) for problem in parse(text).problems]


@pytest.mark.parametrize("override", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_overrides_of_direction_are_removed_and_reported(override):
    text = f"하나\n금액 {override}100원{override}"

    assert render(parse(text)) == "<p>하나 금액 100원</p>"
    assert codes(text) == [(2, "bidi")]


@pytest.mark.parametrize("unshowable", ["\ud800", "\ufffe", "\uffff"])
def test_characters_that_cannot_be_sent_are_replaced_and_reported(unshowable):
    text = f"하나\n깨진 {unshowable} 글자"

    html = render(parse(text))

    assert html.encode() == "<p>하나 깨진 \ufffd 글자</p>".encode()
    assert codes(text) == [(2, "character")]


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x08", "\x1b", "\x7f", "\x9f"])
def test_control_characters_are_removed(control):
    assert render(parse(f"{control}□{control} 하{control}나")) == render(parse("□ 하나"))


@pytest.mark.parametrize("space", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_other_breaks_are_spaces(space):
    assert visible_text(render(parse(f"{space}하나{space}둘"))) == "하나 둘"


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u2003", "\u200b", "\u3000", "\ufeff"])
def test_blanks_around_a_line_do_not_hide_its_mark(blank):
    assert render(parse(f"{blank}□{blank}하나{blank}")) == render(parse("□ 하나"))


def test_marks_of_direction_that_languages_need_stay():
    assert "\u200f" in render(parse("하나 \u200f둘"))
    assert codes("하나 \u200f둘") == []


def test_line_breaks_of_every_system_are_the_same():
    text = "□ 하나\n이어진 줄\n\n셋"

    assert render(parse(text.replace("\n", "\r\n"))) == render(parse(text))
    assert render(parse(text.replace("\n", "\r"))) == render(parse(text))


def test_joiners_within_a_word_stay():
    """An emoji of several people is joined by a character of no width."""
    assert "👩\u200d👧" in render(parse("👩\u200d👧 돌봄"))
