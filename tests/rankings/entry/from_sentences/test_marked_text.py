"""Texts cut where figures were read from them, overlapping ones included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.entry.from_sentences.marked_text import pieces, sentence_around


@pytest.mark.parametrize(
    ("spans", "drawn"),
    [
        ([], "abcdefgh"),
        ([(1, 3)], "a[1:bc]defgh"),
        ([(0, 2), (6, 8)], "[1:ab]cdef[2:gh]"),
        ([(0, 3), (3, 5)], "[1:abc][2:de]fgh"),
        ([(0, 4), (2, 6)], "[1:ab][2:cd][:ef]gh"),
        ([(1, 6), (2, 4)], "a[1:b][2:cd][:ef]gh"),
        ([(2, 4), (2, 4)], "ab[1,2:cd]efgh"),
    ],
)
def test_spans_are_marked_and_numbered_where_they_begin(spans, drawn):
    found = "".join(
        f"[{','.join(map(str, piece.begun))}:{piece.text}]" if piece.is_marked else piece.text
        for piece in pieces("abcdefgh", spans)
    )

    assert found == drawn


@given(
    text=st.text(max_size=30),
    cuts=st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=8),
)
def test_pieces_are_the_text_and_begin_each_span_once(text, cuts):
    spans = [(start, min(start + length, len(text))) for start, length in cuts if start < len(text)]

    found = list(pieces(text, spans))

    assert "".join(piece.text for piece in found) == text
    begun = [number for piece in found if piece.is_marked for number in piece.begun]
    assert sorted(begun) == list(range(1, len(spans) + 1))
    assert sum(len(piece.text) for piece in found if piece.is_marked) == len(
        {place for start, end in spans for place in range(start, end)}
    )


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("8th", "Busan is 8th."),
        ("London", "London\tleads, as ever!".replace("\t", " ")),
        ("12위", "○ 기술은 12위,"),
        ("last", "the last"),
    ],
)
def test_sentence_is_found_around_its_words(quote, sentence):
    text = "First this. Busan is 8th. London\tleads, as ever! \n○ 기술은 12위,\nthe last"
    start = text.index(quote)

    assert sentence_around(text, start, start + len(quote)) == sentence


def test_sentence_without_end_is_followed_only_so_far():
    text = "가 " * 20_000 + "8위" + " 나" * 20_000

    assert len(sentence_around(text, 40_000, 40_002)) < 500
