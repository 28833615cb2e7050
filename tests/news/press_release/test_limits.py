"""Where reading would cost too much, the text is shown as it is, and the editor is told."""

import pytest

from news.press_release import parse, render
from news.press_release.inline import LONGEST_ADDRESS, MOST_BRACKETS, MOST_MARKS

from .strict_html import visible_text


def codes(text):
    return [(problem.line, problem.code) for problem in parse(text).problems]


@pytest.mark.parametrize(
    ("sign", "most", "per_sign"),
    [("[가](/나) ", MOST_BRACKETS, 1), ("**가** ", MOST_MARKS, 4)],
)
def test_paragraph_with_too_many_marks_stays_plain(sign, most, per_sign):
    allowed = sign * (most // per_sign)
    too_many = allowed + sign

    assert codes(allowed) == []
    assert codes("하나\n\n" + too_many) == [(3, "too-complex")]
    assert visible_text(render(parse(too_many))) == too_many.strip()


def test_only_the_paragraph_concerned_stays_plain():
    html = render(parse("[" * (MOST_BRACKETS + 1) + "\n\n**굵게**"))

    assert html.endswith("<p><strong>굵게</strong></p>")


def test_address_that_is_too_long_is_not_a_link():
    longest = "/" + "a" * (LONGEST_ADDRESS - 1)

    assert codes(f"[가]({longest})") == []
    assert codes(f"[가]({longest}a)") == [(1, "link")]


def test_labels_that_nest_without_end_are_all_kept():
    lines = [" " * indent + "1. 가" for indent in range(60)]

    html = render(parse("\n".join(lines)))

    assert html.count("<li>") == 60
    assert {code for _, code in codes("\n".join(lines))} == {"too-deep"}
