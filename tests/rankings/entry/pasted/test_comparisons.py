import pytest
from django.utils import translation

from rankings.entry.pasted.roles import Layout

from .known import BUSAN, LONDON, PARIS, RANK, RATING, REGION, proposed, sentences


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("stated", "warns"), [("2", False), ("=2", False), ("3", True), ("", False), ("-", True)]
)
def test_stated_previous_rank_is_held_against_the_stored_one(stated, warns):
    text = f"City\tRank\tPrevious rank\nLondon\t1\t{stated}\nParis\t2\t"

    proposal = proposed(text, previous={(LONDON, RANK): "2"})

    assert bool(proposal.warnings) is warns
    assert proposal.stated_previous == ({(LONDON, RANK): (stated, 2)} if stated else {})
    assert (LONDON, RATING) not in proposal.entered


def test_long_table_may_state_the_rank_before_and_the_move():
    layout = Layout((), "long", ("city", "measure", "rank", "scope", "previous_rank", "move"))
    rows = "London\tOverall\t1\tworld\t3\t▲ 1\nBusan\tOverall\t2\tregion\t4\t▲ 9\n"

    proposal = proposed(rows, layout=layout, previous={(LONDON, RANK): "2", (BUSAN, REGION): "4"})

    assert proposal.stated_previous == {(LONDON, RANK): ("3", 1), (BUSAN, REGION): ("4", 2)}
    assert [finding.cell for finding in proposal.warnings] == [(LONDON, RANK), (BUSAN, REGION)]


def test_warning_about_a_stated_rank_names_both():
    proposal = proposed(
        "City\tRank\tPrevious rank\nLondon\t1\t3\nParis\t2\t1", previous={(LONDON, RANK): "2"}
    )

    assert sentences(proposal.warnings) == [
        (
            2,
            "London, Overall – Rank: the table says 3 for the previous edition, but 2 is stored.",
        )
    ]


@pytest.mark.parametrize(
    ("stated", "warns"),
    [
        ("▲4", False),
        ("▼4", True),
        ("▲3", True),
        ("△4", False),
        ("△5", True),
        ("+4", False),
        ("-4", False),
        ("4", False),
        ("4계단 상승", False),
        ("4계단 하락", True),
        ("0", True),
        ("new", False),
        ("", False),
    ],
)
def test_stated_move_is_held_against_the_computed_one(stated, warns):
    text = f"City\tRank\tChange\nBusan\t8\t{stated}\nParis\t2\t1"

    proposal = proposed(text, previous={(BUSAN, RANK): "12", (PARIS, RANK): "3"})

    assert [finding.cell for finding in proposal.warnings] == [(BUSAN, RANK)] * warns


def test_move_is_not_computed_from_a_band():
    proposal = proposed(
        "City\tRank\tChange\nBusan\t51-60\t▲4\nParis\t2\t1", previous={(BUSAN, RANK): "55"}
    )

    assert proposal.warnings == []
