"""What holds of any text, however it was put together."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.sentences import read
from rankings.sentences.lexicon import ORDINAL_WORDS
from rankings.sentences.writing import traceable

from .corpus import NAMES as WRITTEN
from .corpus import context, samples, vocabulary

NAMES = vocabulary()
ABOUT = context({})
SAMPLES = [sample["text"].strip() for sample in samples()]

WORDS = WRITTEN["pieces"].split() + [
    name for table in ("cities", "measures") for names in WRITTEN[table].values() for name in names
]
SENTENCES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", " ", "", "\n"])), max_size=25
).map(lambda parts: "".join(word + space for word, space in parts).strip())
TEXTS = st.one_of(
    SENTENCES,
    st.sampled_from(SAMPLES),
    st.text(max_size=60),
    st.lists(st.sampled_from(SAMPLES) | SENTENCES, max_size=3).map(" ".join),
)
PARAGRAPHS = TEXTS.map(lambda text: re.sub(r"\n\s*\n", "\n", text).strip())


def moved(suggestion, by):
    return replace(suggestion, start=suggestion.start + by, end=suggestion.end + by)


@given(TEXTS)
def test_every_suggestion_quotes_the_text(text):
    for suggestion in read(text, NAMES, ABOUT):
        assert 0 <= suggestion.start < suggestion.end <= len(text)
        assert text[suggestion.start : suggestion.end].strip() != ""


@given(TEXTS)
def test_no_rank_is_read_that_is_not_written(text):
    for suggestion in read(text, NAMES, ABOUT):
        if suggestion.rank:
            quoted, _offsets = traceable(text[suggestion.start : suggestion.end])
            words = [number for word, number in ORDINAL_WORDS.items() if word in quoted.lower()]
            figures = [int(digits) for digits in re.findall("[0-9]+", quoted.replace(",", ""))]
            assert suggestion.rank.number in [*figures, *words]


@given(TEXTS)
def test_confidence_says_what_the_remarks_say(text):
    for suggestion in read(text, NAMES, ABOUT):
        assert 0 < suggestion.confidence <= 0.95
        assert all(remark.sentence for remark in suggestion.remarks)


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_are_read_each_for_itself(one, other):
    together = read(f"{one}\n\n{other}", NAMES, ABOUT)

    apart = [moved(found, len(one) + 2) for found in read(other, NAMES, ABOUT)]
    assert together == [*read(one, NAMES, ABOUT), *apart]


@given(TEXTS.map(str.strip), st.text(" \n\t", max_size=4), st.text(" \n\t", max_size=4))
def test_space_around_a_text_changes_nothing(text, before, after):
    found = read(before + text + after, NAMES, ABOUT)

    assert found == [moved(suggestion, len(before)) for suggestion in read(text, NAMES, ABOUT)]


@pytest.mark.parametrize("text", SAMPLES)
def test_decomposed_letters_give_the_same_figures(text):
    decomposed = unicodedata.normalize("NFD", text)

    found = read(decomposed, NAMES, ABOUT)

    composed = [
        unicodedata.normalize("NFC", decomposed[suggestion.start : suggestion.end])
        for suggestion in found
    ]
    expected = read(text, NAMES, ABOUT)
    assert [bare(suggestion) for suggestion in found] == [bare(one) for one in expected]
    assert composed == [unicodedata.normalize("NFC", text[one.start : one.end]) for one in expected]


def bare(suggestion):
    label = unicodedata.normalize("NFC", suggestion.label)
    return replace(suggestion, start=0, end=0, label=label)
