"""Titles broken into lines: between words, of like length, and never too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.cards import lines

TEXTS = st.text(st.sampled_from("가나다 abc"), min_size=1).filter(str.strip)
ROOMS = st.integers(min_value=2, max_value=30)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("부산", 10, ["부산"]),
        ("부산 해운대", 6, ["부산 해운대"]),
        ("부산 해운대", 5, ["부산", "해운대"]),
        ("가 가 가 가 가 가", 9, ["가 가 가", "가 가 가"]),
        ("부산항대교개통", 3, ["부산항", "대교개", "통"]),
        ("a 부산항대교개통", 4, ["a", "부산항대", "교개통"]),
    ],
)
def test_lines_are_full_then_balanced(text, room, expected):
    assert lines.broken(text, len, room) == expected


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("이렇게 읽으세요…다섯 가지", 9, ["이렇게 읽으세요…", "다섯 가지"]),
        ("Two indices: side by side", 14, ["Two indices:", "side by side"]),
        ("가 나 다 라… 마", 5, ["가 나", "다 라…", "마"]),
        ("10:30에…", 9, ["10:30에…"]),
        ("…", 9, ["…"]),
    ],
)
def test_a_line_ends_where_a_clause_does(text, room, expected):
    assert lines.by_clause(text, len, room) == expected


@given(TEXTS, ROOMS)
def test_every_line_fits_and_no_letter_is_lost(text, room):
    broken = lines.broken(text, len, room)

    assert max(map(len, broken)) <= room
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, ROOMS)
def test_balancing_adds_no_line_and_takes_no_word_apart_that_has_room(text, room):
    broken = lines.broken(text, len, room)

    assert len(broken) == len(lines.filled(text, len, room))
    words = [word for word in text.split() if len(word) <= room]
    assert all(any(word in line.split() for line in broken) for word in words)


@given(TEXTS, ROOMS, st.integers(min_value=1, max_value=4))
def test_what_is_shortened_fits_with_its_ellipsis(text, room, most):
    broken = lines.filled(text, len, room)

    shown = lines.shortened(broken, most, len, room)

    assert len(shown) <= most
    assert max(map(len, shown)) <= room
    assert shown[-1].endswith("…") == (len(broken) > most)
