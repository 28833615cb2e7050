import tomllib
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from rankings.entry.pasted.layout import guess_layout, headings, layout_problems, role_choices
from rankings.entry.pasted.roles import CITY, IGNORE, LONG, MEASURE, RANK, UNDECIDED, WIDE, Layout
from rankings.entry.pasted.table import UnreadableTableError
from rankings.entry.pasted.text import read_text
from rankings.names.folding import folded

from . import known
from .known import knowledge

SAMPLES = tomllib.loads((Path(__file__).parent / "tables.toml").read_text("utf-8"))["table"]


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("sample", [pytest.param(s, id=s["name"]) for s in SAMPLES])
def test_columns_are_told_by_headings_and_contents(sample):
    layout = guess_layout(read_text(sample["text"]), knowledge())

    assert list(layout.header) == sample["header"]
    assert layout.shape == sample.get("shape", WIDE)
    assert list(layout.roles) == sample["roles"]
    assert [guess.role for guess in layout.guesses] == sample["roles"]


def test_every_guess_but_an_empty_one_gives_its_reason():
    for sample in SAMPLES:
        for guess in guess_layout(read_text(sample["text"]), knowledge()).guesses:
            assert guess.why
            assert 0 <= guess.confidence <= 1


def test_remembered_meaning_wins_over_the_guess():
    table = read_text("도시\t기술력\t첨단기술\n런던\t1\t2")
    remembered = {folded("기술력"): known.TECHNOLOGY, folded("첨단기술"): IGNORE}

    layout = guess_layout(table, knowledge(remembered=remembered))

    assert layout.roles == (CITY, known.TECHNOLOGY, IGNORE)
    assert layout.guesses[1].confidence == 1


def test_near_heading_is_less_sure_than_the_label_itself():
    table = read_text("City\tTecnology\tOverall\nLondon\t1\t2")

    _city, near, exact = guess_layout(table, knowledge()).guesses

    assert 0 < near.confidence < 0.7 < exact.confidence


def test_ranking_without_an_overall_measure_leaves_a_nameless_rank_open():
    table = read_text("City\tRank\tTechnology\nLondon\t1\t2")

    layout = guess_layout(table, knowledge(columns=known.COLUMNS[3:]))

    assert layout.roles == (CITY, UNDECIDED, known.TECHNOLOGY)


def test_heading_of_two_lines_is_shown_as_one():
    table = read_text("도시\t종합\t\t기술\n\t순위\t평점\t\n런던\t1\t2\t3")

    assert headings(table, (0, 1)) == ["도시", "종합 순위", "종합 평점", "기술"]
    assert headings(table, (1,)) == ["", "순위", "평점", ""]
    assert headings(table, ()) == [""] * 4


TABLE = read_text("City\tRank\tFintech\tMeasure\nLondon\t1\t2\tOverall")


@pytest.mark.parametrize(
    ("shape", "roles", "says"),
    [
        (WIDE, (CITY, known.RANK, IGNORE, IGNORE), []),
        (WIDE, (CITY, known.RANK, UNDECIDED, IGNORE), ["Say what column 3 “Fintech” holds"]),
        (WIDE, (IGNORE, known.RANK, IGNORE, IGNORE), ["which column names the cities"]),
        (WIDE, (CITY, IGNORE, IGNORE, IGNORE), ["which columns hold the figures"]),
        (WIDE, (CITY, known.RANK, known.RANK, IGNORE), ["“Overall – Rank”, but 2"]),
        (WIDE, (CITY, known.RANK, IGNORE, CITY), ["“City”, but 2"]),
        (WIDE, (CITY, known.RANK, RANK, IGNORE), ["which column names the measures"]),
        (LONG, (CITY, RANK, IGNORE, MEASURE), []),
        (LONG, (CITY, RANK, IGNORE, IGNORE), ["which column names the measures"]),
        (LONG, (CITY, IGNORE, IGNORE, MEASURE), ["which columns hold the figures"]),
        (LONG, (CITY, RANK, known.TECHNOLOGY, MEASURE), ["no other column"]),
    ],
)
def test_layout_that_leaves_something_open_says_what(shape, roles, says):
    found = layout_problems(Layout((0,), shape, roles), TABLE, knowledge())

    assert len(found) == len(says)
    assert all(part in sentence for part, sentence in zip(says, found, strict=True))


def test_table_of_a_header_alone_has_nothing_to_enter():
    table = read_text("City\tRank")

    layout = guess_layout(table, knowledge())

    assert layout_problems(layout, table, knowledge()) == ["There are no rows below the header."]


def test_every_guessed_role_can_be_chosen():
    choices = dict(role_choices(knowledge()))

    assert len(choices) == len(role_choices(knowledge()))
    assert choices.keys() >= {role for sample in SAMPLES for role in sample["roles"]}
    assert all(choices.values())


cells = st.sampled_from(
    [
        "도시",
        "City",
        "Rank",
        "순위",
        "London",
        "파리",
        "8",
        "=9",
        "-",
        "",
        "Technology",
        "SCI 11",
        "x",
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=1, max_size=5), min_size=1, max_size=6))
def test_any_table_has_a_layout_with_a_role_for_each_column(rows):
    try:
        table = read_text("\n".join("\t".join(["a", *row]) for row in rows))
    except UnreadableTableError:
        return

    layout = guess_layout(table, knowledge())

    assert len(layout.roles) == len(layout.guesses) == table.width
    assert isinstance(layout_problems(layout, table, knowledge()), list)
