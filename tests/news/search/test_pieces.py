"""Which words a text holds, by pieces alone."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.search.pieces import all_pieces
from news.search.query import bare_noun, read_query

SAMPLES = tomllib.loads((Path(__file__).parent / "samples.toml").read_text())["samples"]

syllables = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)
texts = st.text(
    st.one_of(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xAC40),
        st.sampled_from("abcAB019 \n.,()·-%釜山ａ１"),
        st.characters(),
    )
)


def holds(text, query):
    pieces = all_pieces(text)
    return all(
        any(
            piece == wanted.text or (wanted.is_beginning and piece.startswith(wanted.text))
            for piece in pieces
        )
        for word in read_query(query)
        for wanted in word.bare_pieces
    )


@pytest.mark.parametrize(
    ("text", "query"), [(sample["text"], query) for sample in SAMPLES for query in sample["finds"]]
)
def test_text_is_found_by(text, query):
    assert holds(text, query)


@pytest.mark.parametrize(
    ("text", "query"), [(sample["text"], query) for sample in SAMPLES for query in sample["misses"]]
)
def test_text_is_not_found_by(text, query):
    assert not holds(text, query)


@given(before=texts, word=syllables, after=texts)
def test_syllables_are_found_wherever_they_stand(before, word, after):
    assert holds(f"{before}{word}{after}", word[:20])


@given(words=st.lists(syllables, min_size=1, max_size=5))
def test_spaces_between_words_make_no_difference(words):
    typed = "".join(words)[:20]

    assert holds(" ".join(words), typed)
    assert holds("".join(words), typed)


@given(text=texts)
def test_pieces_do_not_depend_on_how_syllables_are_stored(text):
    assert all_pieces(unicodedata.normalize("NFD", text)) == all_pieces(
        unicodedata.normalize("NFC", text)
    )


@given(text=texts)
def test_pieces_are_words_for_every_database(text):
    """No sign in them means anything to the languages in which databases are asked."""
    assert all(piece and piece.isalnum() for piece in all_pieces(text))


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("부산은", "부산"),
        ("부산에서는", "부산"),
        ("도시로", "도시"),
        ("도시에서는", "도시"),
        ("회의", "회의"),
        ("나는", "나는"),
        ("정도", "정도"),
        ("busan은", "busan은"),
        ("은", "은"),
        ("", ""),
    ],
)
def test_ending_is_taken_off_a_noun_of_two_syllables_at_least(word, noun):
    assert bare_noun(word) == noun


def test_words_beyond_the_tenth_are_left_out():
    assert len(read_query(" ".join(str(number) for number in range(30)))) == 10
