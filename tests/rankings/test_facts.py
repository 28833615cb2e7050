"""Facts from short courses, kept as data, and from any course, compared with plain counting."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.changes import Presence
from rankings.facts import FactKind, Figure, find_facts, share_in_top

SAMPLES = tomllib.loads((Path(__file__).parent / "facts.toml").read_text("utf-8"))
PRESENCES = {"x": Presence.ABSENT, "?": Presence.UNKNOWN, "n": Presence.PRESENT}


def figure(number, token):
    follows = number > 1 and not token.startswith("|")
    token = token.removeprefix("|")
    if token in PRESENCES:
        return Figure(number, PRESENCES[token], follows=follows)
    first, _, last = token.removeprefix("=").partition("-")
    end = int(last) if last else None
    return Figure(number, Presence.PRESENT, int(first), token[0] == "=", end, follows)


def facts_of(course):
    return find_facts([figure(n, token) for n, token in enumerate(course.split(), start=1)])


def written(fact):
    doubt = "" if fact.is_certain else "?"
    if fact.since is None:
        return f"{fact.kind}{doubt} {fact.at.edition}"
    top = f"/{fact.top}" if fact.top else ""
    span = f"{fact.since.edition}-{fact.at.edition}"
    return f"{fact.kind}{doubt} {fact.count}{top} {span}"


@pytest.mark.parametrize("sample", SAMPLES["samples"], ids=lambda sample: sample["about"])
def test_facts_are_those_of_the_sample(sample):
    assert [written(fact) for fact in facts_of(sample["course"])] == sample["facts"]


@pytest.mark.parametrize("sample", SAMPLES["shares"], ids=lambda sample: str(sample["ranks"]))
def test_share_is_that_of_the_sample(sample):
    share = share_in_top(sample["ranks"])

    assert share == (tuple(sample["share"]) if "share" in sample else None)


RANKS = st.integers(1, 30)
TOKENS = st.one_of(
    RANKS.map(str),
    RANKS.map("={}".format),
    RANKS.map("|{}".format),
    st.tuples(RANKS, st.integers(1, 9)).map(lambda band: f"{band[0]}-{sum(band)}"),
    st.sampled_from("x?n"),
)
COURSES = st.lists(TOKENS, min_size=1, max_size=9).map(" ".join)


def by_kind(course):
    return {fact.kind: fact for fact in facts_of(course)}


def exact(course):
    """The ranks by the number of the edition."""
    tokens = enumerate(course.split(), start=1)
    return {n: int(token.strip("=|")) for n, token in tokens if token.strip("=|").isdecimal()}


def moves(course):
    """The places by the number of the edition in which the city rose, or fell if negative."""
    ranks, tokens = exact(course), course.split()
    return {
        n: ranks[n - 1] - ranks[n]
        for n in ranks
        if n - 1 in ranks and not tokens[n - 1].startswith("|")
    }


@given(COURSES)
def test_each_kind_is_told_at_most_once(course):
    facts = facts_of(course)

    assert len({fact.kind for fact in facts}) == len(facts)


@given(COURSES)
def test_series_of_moves_are_counted_back_from_the_latest_edition(course):
    facts, places, last = by_kind(course), moves(course), len(course.split())
    for kind, sign in ((FactKind.RISES, 1), (FactKind.FALLS, -1)):
        longest = max(
            count
            for count in range(last + 1)
            if all(sign * places.get(n, 0) > 0 for n in range(last - count + 1, last + 1))
        )

        assert (facts[kind].count if kind in facts else 0) == (longest if longest > 1 else 0)


@given(COURSES)
def test_best_is_the_least_of_all_ranks_and_no_band_could_hold_it(course):
    found, ranks = by_kind(course).get(FactKind.BEST), exact(course)
    bands = [int(token.split("-")[0]) for token in course.split() if "-" in token]

    if len(ranks) < 2 or min(bands, default=99) <= min(ranks.values()):
        assert found is None
    else:
        least = min(ranks.values())
        editions = [n for n in ranks if ranks[n] == least]
        assert (found.count, found.since.edition, found.at.edition) == (
            len(editions),
            editions[0],
            editions[-1],
        )
        assert found.is_certain == (not set("?n") & set(course))


@given(COURSES)
def test_biggest_moves_are_not_surpassed(course):
    facts, places = by_kind(course), moves(course)
    for kind, sign in ((FactKind.BIGGEST_RISE, 1), (FactKind.BIGGEST_FALL, -1)):
        biggest = max([0, *(sign * move for move in places.values())])
        expected = biggest if len(places) > 1 else 0

        assert (facts[kind].count if kind in facts else 0) == expected


@given(COURSES)
def test_gain_is_between_the_first_rank_and_that_of_the_latest_edition(course):
    facts, ranks, last = by_kind(course), exact(course), len(course.split())
    gain = facts.get(FactKind.GAIN) or facts.get(FactKind.LOSS)

    if last not in ranks or ranks[min(ranks)] == ranks[last]:
        assert gain is None
    else:
        places = ranks[min(ranks)] - ranks[last]
        assert gain.count == abs(places)
        assert gain.kind == (FactKind.GAIN if places > 0 else FactKind.LOSS)
        assert (gain.since.edition, gain.at.edition) == (min(ranks), last)


@given(COURSES)
def test_beginning_is_claimed_only_when_all_before_is_known(course):
    facts, tokens = by_kind(course), course.split()
    before = [token for n, token in enumerate(tokens) if set(tokens[: n + 1]) <= {"x", "?"}]
    kinds = {FactKind.FIRST_EDITION, FactKind.FIRST_ENTRY, FactKind.EARLIEST} & facts.keys()

    if len(before) == len(tokens):
        assert not kinds
    elif not before:
        assert kinds == {FactKind.FIRST_EDITION}
    else:
        assert kinds == {FactKind.EARLIEST if "?" in before else FactKind.FIRST_ENTRY}


@given(COURSES)
def test_a_series_in_a_top_lies_within_it_and_could_not_be_longer(course):
    found, ranks, tokens = by_kind(course).get(FactKind.IN_TOP), exact(course), course.split()
    if found is None:
        return

    inside = range(found.since.edition, len(tokens) + 1)
    assert len(inside) == found.count >= 2
    assert all(ranks[n] <= found.top for n in inside)
    earlier = found.since.edition - 1
    is_joined = earlier in ranks and not tokens[earlier].startswith("|")
    assert not (is_joined and ranks[earlier] <= found.top)


@given(COURSES)
def test_superlatives_are_doubtful_when_a_figure_is_unknown(course):
    facts = by_kind(course)

    for kind in (FactKind.BEST, FactKind.BIGGEST_RISE, FactKind.BIGGEST_FALL):
        if kind in facts and {"?", "n"} & set(course.split()):
            assert not facts[kind].is_certain


@given(st.lists(st.integers(1, 60), max_size=12))
def test_share_is_counted(ranks):
    share = share_in_top(ranks)

    if share is None:
        assert not [rank for rank in ranks if rank <= 20]
    else:
        count, top = share
        assert count == len([rank for rank in ranks if rank <= top])
        assert top == 20 or count >= len(ranks) / 2
