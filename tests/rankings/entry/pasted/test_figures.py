import tomllib
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from rankings.entry.cells import LARGEST_RANK, Rank, Rating
from rankings.entry.pasted.figures import Move, read_figure, read_move
from rankings.entry.sheet import Column, Kind

SAMPLES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text("utf-8"))
KINDS = {"rank": Kind.RANK, "rating": Kind.RATING}


def samples(group):
    return [
        (kind, *([sample] if isinstance(sample, str) else sample))
        for name, kind in KINDS.items()
        for sample in SAMPLES[name][group]
    ]


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(("kind", "text", "spelling"), samples("plain"))
def test_printed_figure_is_read(kind, text, spelling):
    reading = read_figure(text, kind)

    assert (reading.spelling, reading.remarks, reading.trouble) == (spelling, [], "")


@pytest.mark.parametrize(("kind", "text", "spelling", "says"), samples("remarked"))
def test_reading_says_what_it_made_of_the_text(kind, text, spelling, says):
    reading = read_figure(text, kind)

    assert (reading.spelling, reading.trouble) == (spelling, "")
    assert says in " ".join(reading.remarks)


@pytest.mark.parametrize(("kind", "text"), samples("left"))
def test_cell_without_a_figure_leaves_what_is_stored(kind, text):
    reading = read_figure(text, kind)

    assert (reading.spelling, reading.remarks, reading.trouble) == (None, [], "")


@pytest.mark.parametrize(("kind", "text", "says"), samples("refused"))
def test_what_could_mean_something_else_is_refused_with_what_to_do(kind, text, says):
    reading = read_figure(text, kind)

    assert (reading.spelling, reading.remarks) == (None, [])
    assert says in reading.trouble


@pytest.mark.parametrize("sample", SAMPLES["rank"]["plain"] + SAMPLES["rank"]["refused"])
def test_rank_in_a_region_is_read_like_any_rank(sample):
    assert read_figure(sample[0], Kind.REGION) == read_figure(sample[0], Kind.RANK)


@pytest.mark.parametrize(("text", "places", "direction"), SAMPLES["moves"]["read"])
def test_stated_move_has_a_direction_only_where_it_is_certain(text, places, direction):
    assert read_move(text) == Move(places, {1: True, -1: False, 0: None}[direction])


@pytest.mark.parametrize("text", SAMPLES["moves"]["none"])
def test_other_texts_state_no_move(text):
    assert read_move(text) is None


printed = st.text("0123456789=-~–위공동thndTie()[]*†¹▲+.,%/#제 \u00a0", max_size=12)


@settings(deadline=None)
@given(st.text() | printed, st.sampled_from(Kind))
def test_any_text_is_read_left_or_refused(text, kind):
    reading = read_figure(text, kind)

    assert not (reading.trouble and reading.spelling is not None)
    if reading.spelling:
        column = Column("1-world", 1, kind, "", "", "")
        assert column.spelling(reading.spelling) == reading.spelling


@settings(deadline=None)
@given(st.text() | printed)
def test_any_text_states_a_move_or_none(text):
    move = read_move(text)

    assert move is None or move.places >= 0


@settings(deadline=None)
@given(st.integers(1, LARGEST_RANK), st.booleans())
def test_spelling_of_a_rank_is_read_as_itself(number, is_joint):
    spelling = str(Rank(number, is_joint))

    assert read_figure(spelling, Kind.RANK).spelling == spelling


@settings(deadline=None)
@given(st.decimals(0, 999999, places=2))
def test_spelling_of_a_rating_is_read_as_itself(value):
    spelling = str(Rating(value))

    assert read_figure(spelling, Kind.RATING).spelling == spelling


@settings(deadline=None)
@given(st.integers(1, LARGEST_RANK), st.sampled_from("¹²³⁴⁵⁶⁷⁸⁹⁰"))
def test_footnote_is_never_read_as_a_digit(number, mark):
    assert read_figure(f"{number}{mark}", Kind.RANK).spelling == str(number)


def test_overlong_cell_is_refused_at_once():
    for kind in Kind:
        assert "…”" in read_figure("9*" * 500_000, kind).trouble
