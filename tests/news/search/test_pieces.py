"""Which words a text holds, by pieces alone."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.search.pieces import all_pieces, indexed_pieces
from news.search.query import bare_noun, is_held, read_query

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
    pieces = set(indexed_pieces(text))
    return all(is_held(word.bare, pieces) for word in read_query(query))


def begins_a_word(text, query):
    pieces = set(indexed_pieces(text))
    return all(is_held(word.begun, pieces) for word in read_query(query))


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


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("본문의 별표", "문의", False),
        ("본문의 별표", "본문", True),
        ("문의: 051-120", "문의", True),
        ("고객 문의처", "문의", True),
        ("(문의)", "문의", True),
        ("AI전략", "전략", True),
        ("스마트센터지수", "센터지수", False),
        ("스마트 센터지수", "센터지수", True),
        ("부산의 밤", "부산은", True),
        ("2단계", "단계", True),
        ("도시", "시", True),
        ("Smart centres", "centre", True),
    ],
)
def test_word_begins_with(text, query, expected):
    assert begins_a_word(text, query) == expected


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
