import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.entry.cells import (
    ABSENT,
    LARGEST_RANK,
    NOT_PUBLISHED,
    Rank,
    Rating,
    Trouble,
    UnreadableError,
    read_rank,
    read_rating,
)

SAMPLES = tomllib.loads((Path(__file__).parent / "cells.toml").read_text("utf-8"))
READERS = {"rank": read_rank, "rating": read_rating}


def samples(group):
    return [(READERS[kind], *sample) for kind in SAMPLES for sample in SAMPLES[kind][group]]


@pytest.mark.parametrize(("read", "text", "spelling"), samples("readable"))
def test_cell_is_read_as_its_one_spelling(read, text, spelling):
    value = read(text)

    assert ("" if value is None else str(value)) == spelling


@pytest.mark.parametrize(("read", "text", "trouble"), samples("unreadable"))
def test_cell_that_could_mean_anything_is_refused(read, text, trouble):
    with pytest.raises(UnreadableError) as refusal:
        read(text)

    assert refusal.value.trouble is Trouble[trouble]


bands = st.tuples(st.integers(1, LARGEST_RANK - 1), st.integers(1, 1000)).map(
    lambda pair: Rank(pair[0], last=min(sum(pair), LARGEST_RANK))
)
ranks = (
    st.builds(Rank, st.integers(1, LARGEST_RANK), st.booleans())
    | bands
    | st.sampled_from([NOT_PUBLISHED, ABSENT])
)
ratings = st.builds(Rating, st.decimals(0, 999999, places=2))


@given(ranks)
def test_spelling_of_a_rank_reads_back_as_itself(rank):
    assert read_rank(str(rank)) == rank


@given(ratings)
def test_spelling_of_a_rating_reads_back_as_itself(rating):
    assert read_rating(str(rating)) == rating


@given(
    st.text() | st.text("0123456789=-~위공동thsnrdToie()., \u3000０９"),
    st.sampled_from([*READERS.values()]),
)
def test_any_text_is_read_or_refused_and_nothing_else(text, read):
    try:
        value = read(text)
    except UnreadableError:
        return

    assert value is None or read(str(value)) == value


@given(st.integers(1, LARGEST_RANK))
def test_digits_of_a_rank_are_never_changed(number):
    assert read_rank(f"{number}위").number == number
    assert read_rating(str(number)).value == Decimal(number)


def test_overlong_cell_is_refused_at_once():
    for read in READERS.values():
        with pytest.raises(UnreadableError):
            read("9" * 1_000_000)
