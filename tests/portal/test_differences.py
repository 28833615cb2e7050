import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.administration.differences import (
    ADDED,
    LONGEST_COMPARED,
    REMOVED,
    SAME,
    SKIPPED,
    line_differences,
)


def kinds(old, new):
    return [(line.kind, line.text) for line in line_differences(old, new)]


def changed_words(old, new):
    lines = line_differences(old, new)
    return [
        "".join(segment.text for segment in line.segments if segment.is_changed) for line in lines
    ]


def test_a_changed_line_is_shown_before_and_after():
    assert kinds("하나\n둘\n셋", "하나\n두울\n셋") == [
        (SAME, "하나"),
        (REMOVED, "둘"),
        (ADDED, "두울"),
        (SAME, "셋"),
    ]


def test_within_a_changed_line_only_the_changed_words_are_marked():
    assert changed_words("부산은 세계 14위다", "부산은 세계 8위다") == ["14위다", "8위다"]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", []),
        ("같다", "같다", [(SAME, "같다")]),
        ("", "새 줄", [(ADDED, "새 줄")]),
        ("옛 줄", "", [(REMOVED, "옛 줄")]),
        ("a\r\nb", "a\nb", [(SKIPPED, "")]),
    ],
)
def test_whole_lines(old, new, shown):
    assert kinds(old, new) == shown


def test_long_unchanged_stretches_become_one_line():
    old = [str(number) for number in range(30)]
    new = [*old[:15], "새 줄", *old[15:]]

    shown = kinds("\n".join(old), "\n".join(new))

    assert shown == [
        (SKIPPED, ""),
        (SAME, "13"),
        (SAME, "14"),
        (ADDED, "새 줄"),
        (SAME, "15"),
        (SAME, "16"),
        (SKIPPED, ""),
    ]


def test_overlong_lines_are_not_compared_word_by_word():
    old = "가 " * LONGEST_COMPARED

    lines = line_differences(old, old + "끝")

    assert [line.kind for line in lines] == [REMOVED, ADDED]
    assert not any(segment.is_changed for line in lines for segment in line.segments)


@given(st.text(max_size=200), st.text(max_size=200))
def test_nothing_is_shown_that_stands_in_neither_and_no_change_is_left_out(old, new):
    lines = line_differences(old, new)

    removed = [line.text for line in lines if line.kind == REMOVED]
    added = [line.text for line in lines if line.kind == ADDED]
    assert set(removed) <= set(old.splitlines())
    assert set(added) <= set(new.splitlines())
    assert set(old.splitlines()) - set(new.splitlines()) <= set(removed)
    assert set(new.splitlines()) - set(old.splitlines()) <= set(added)
