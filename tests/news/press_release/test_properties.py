"""What holds for every text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from news.press_release import parse, render

from .pictures import embed, image
from .strict_html import StrictHTML, visible_text

WORDS = "qxzQXZ부산항만시민호텔"
# fmt: off
MARKS = [
    "□ ", "■", "○ ", "ㅇ ", "❍", "- ", "-", "– ", "· ", "ㆍ", "• ",
    "1. ", "2. ", "7.", "가. ", "나. ", "1) ", "2)", "나) ", "(1) ", "(2)", "① ", "②", "❶",
    "※ ", "※", "* ", "*", "** ", "**", "***", "▲ ", "▲", "△", "→", " → ", ": ", "—", ",", "; ",
    " and ", " 및 ", ". ", "다. ", "<", ">", "【", "】", "[", "]", "(", ")", "“", "”", '"',
    " ", "\n", "\n\n", "\n ", "\n  ", "\n\t", "\n\u3000", "\n    ", "\\", "`", "_", "!", "![",
]
PIECES = [
    *MARKS,
    "|", "| ", "\n|", "|---|", "\n|---|:-:|\n", "\n표: ", "\n[표 1] ", "\n(단위: 명)\n",
    "](/ko/)", "](javascript:0)", "](image:1)", '](image:99 "', '")',
    "https://example.kr/", "www.example.kr", "a@b.kr", "<https://a.kr>",
    "\n[[t:t]]\n", "[[t:", "]]", "3*4", "12월", "5.", "\u202e", "\x00", "\r\n",
]
# fmt: on
words = st.text(WORDS, min_size=1, max_size=4)
notation = st.lists(st.sampled_from(PIECES) | words, max_size=60).map("".join)
anything = st.text() | st.text(st.sampled_from("".join(MARKS) + "가a1")) | notation

NOT_TEXT = re.compile("[^qxzQXZ부산항만시민호텔]")


def html_of(text):
    return render(parse(text), image=lambda number: None, embed=embed)


@settings(deadline=None)
@given(anything)
def test_html_is_valid_and_can_be_sent(text):
    html = render(parse(text), image=image, embed=embed)

    StrictHTML(html)
    html.encode()


@settings(deadline=None)
@given(notation)
def test_no_word_is_lost_or_moved(text):
    visible = visible_text(html_of(text))

    assert NOT_TEXT.sub("", visible) == NOT_TEXT.sub("", text)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_letter_of_any_script_is_lost(text):
    """Marks and words of the notation aside, none of which is a letter beyond these."""
    visible = visible_text(html_of(text))

    letters = [letter for letter in text if letter.isalpha() and letter not in "ㅇ표및그리고"]
    kept = [letter for letter in visible if letter.isalpha() and letter not in "ㅇ표및그리고"]
    assert kept == letters


@settings(deadline=None)
@given(anything)
def test_problems_lie_within_the_text(text):
    lines = len(re.split("\r\n|\r|\n", text))

    numbers = [problem.line for problem in parse(text).problems]

    assert all(1 <= number <= lines for number in numbers)
    assert numbers == sorted(numbers)


@settings(deadline=None)
@given(anything)
def test_same_text_gives_same_html(text):
    assert html_of(text) == html_of(text)


@settings(deadline=None)
@given(anything, st.integers(1, 300))
def test_summary_is_never_too_long(text, length):
    summary = parse(text).summary(length)

    assert len(summary) <= length
    assert "\n" not in summary


@settings(deadline=None)
@given(notation)
def test_lists_are_three_levels_deep_at_most(text):
    depth = deepest = 0
    for tag in re.findall(r'<[uo]l class="points|</[uo]l>|<[uo]l', html_of(text)):
        opens = not tag.startswith("</")
        depth += 1 if opens else -1
        deepest = max(deepest, depth if "points" in tag else 0)

    assert deepest <= 3
