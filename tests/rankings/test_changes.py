import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.changes import (
    Kind,
    Presence,
    Span,
    change_between,
    change_of,
    competition_ranks,
)

RANKS = st.integers(1, 32767)
PRESENT, ABSENT, UNKNOWN = Presence
HISTORIES = {"+": PRESENT, "-": ABSENT, "?": UNKNOWN}


@given(rank=RANKS, previous=RANKS)
def test_change_is_previous_minus_current(rank, previous):
    change = change_of(rank, previous)

    assert change.places == previous - rank
    assert change.kind is (
        Kind.UP if rank < previous else Kind.DOWN if rank > previous else Kind.SAME
    )


@given(previous=st.none() | RANKS)
def test_without_a_rank_there_is_no_change(previous):
    assert change_of(None, previous).kind is Kind.NONE


# + the city was in the edition, - it was not, ? nobody knows; the previous edition first.
@pytest.mark.parametrize(
    ("earlier", "kind"),
    [
        ("", Kind.UNKNOWN),
        ("?", Kind.UNKNOWN),
        ("?--", Kind.UNKNOWN),
        ("?+", Kind.UNKNOWN),
        ("+", Kind.UNKNOWN),
        ("-", Kind.NEW),
        ("---", Kind.NEW),
        ("-+", Kind.RE_ENTRY),
        ("--+-", Kind.RE_ENTRY),
        ("-?+", Kind.RE_ENTRY),
        ("-?", Kind.ENTERED),
        ("--?-", Kind.ENTERED),
    ],
)
def test_city_is_new_or_back_only_as_far_as_earlier_editions_are_known(earlier, kind):
    change = change_of(8, None, [HISTORIES[sign] for sign in earlier])

    assert change.kind is kind
    assert change.places is None


@given(rank=RANKS, earlier=st.lists(st.sampled_from(Presence)))
def test_new_is_never_claimed_while_any_edition_is_unknown(rank, earlier):
    kind = change_of(rank, None, earlier).kind

    assert kind is not Kind.NEW or set(earlier) == {ABSENT}


@pytest.mark.parametrize(
    ("now", "before", "kind"),
    [
        ((51, 60), (51, 60), Kind.SAME),
        ((51, 60), (61, 70), Kind.UP),
        ((61, 70), (51, 60), Kind.DOWN),
        ((51, 60), (60, 69), Kind.OVERLAP),
        ((51, 75), (51, 60), Kind.OVERLAP),
        ((51, 60), (61, None), Kind.UP),
        ((61, None), (51, 60), Kind.DOWN),
        ((51, None), (51, 60), Kind.OVERLAP),
        ((51, 60), (60, None), Kind.OVERLAP),
        ((51, 60), (None, None), Kind.NEW),
        ((None, None), (51, 60), Kind.NONE),
    ],
)
def test_bands_tell_whether_a_city_moved_but_never_how_far(now, before, kind):
    change = change_between(Span(*now), Span(*before), [ABSENT])

    assert (change.kind, change.places) == (kind, None)


@given(rank=RANKS, previous=RANKS)
def test_exact_ranks_are_compared_as_ever(rank, previous):
    assert change_between(Span(rank), Span(previous)) == change_of(rank, previous)


@given(before=st.none() | RANKS)
def test_without_a_figure_there_is_no_change(before):
    assert change_between(None, before and Span(before, before + 9)).kind is Kind.NONE


@pytest.mark.parametrize(
    ("values", "ranks"),
    [([], []), ([5], [1]), ([3, 1, 1, 9], [3, 1, 1, 4]), ([1, 2, 2, 2, 5], [1, 2, 2, 2, 5])],
)
def test_equal_values_share_the_best_rank_and_leave_a_gap(values, ranks):
    assert competition_ranks(values) == ranks


@given(st.lists(RANKS))
def test_competition_rank_is_one_more_than_the_number_of_better_values(values):
    expected = [1 + sum(other < value for other in values) for value in values]

    assert competition_ranks(values) == expected
