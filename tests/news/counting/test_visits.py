from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.counting.clock import day_of
from news.counting.journal import Reading
from news.counting.visits import count

from .reference import reference

NOON = 1_790_737_200_000
MIDNIGHT = 1_790_780_400_000
VISITOR = "0" * 32


def request(seconds, language="ko", visitor=VISITOR, article=1, start=NOON):
    return Reading(start + round(seconds * 1000), article, language, visitor)


def total(requests):
    return sum(count(requests, {}, day_of).values())


@pytest.mark.parametrize(
    ("seconds", "readings"),
    [
        ([0], 1),
        ([0, 0], 1),
        ([0, 29.999], 1),
        ([0, 30], 1),
        ([0, 30.001], 2),
        ([0, 25, 50, 75], 1),
        ([0, 25, 56], 2),
        ([0, 40, 20], 1),
        ([60, 30, 0], 1),
        ([0, 61, 30.5], 3),
        ([0, 60, 30], 1),
    ],
)
def test_requests_of_one_visitor_within_30_seconds_are_one_reading(seconds, readings):
    assert total([request(second) for second in seconds]) == readings


def test_visitors_and_articles_are_told_apart():
    requests = [request(0), request(1, visitor="1" * 32), request(2, article=2)]

    assert total(requests) == 3


def test_a_repeat_in_another_language_counts_for_the_first_language():
    changes = count([request(0, "ko"), request(5, "en")], {}, day_of)

    assert +changes == Counter({(1, day_of(NOON), "ko"): 1})


def test_a_chain_across_midnight_counts_for_the_day_of_its_first_request():
    changes = count([request(-10, start=MIDNIGHT), request(10, start=MIDNIGHT)], {}, day_of)

    assert day_of(MIDNIGHT - 1) != day_of(MIDNIGHT)
    assert +changes == Counter({(1, day_of(MIDNIGHT - 1), "ko"): 1})


def test_a_request_known_late_takes_a_reading_back_where_it_joins_two():
    visits = {}
    count([request(0), request(50)], visits, day_of)

    assert sum(count([request(25)], visits, day_of).values()) == -1


REQUESTS = st.lists(
    st.builds(
        Reading,
        at=st.one_of(
            st.integers(MIDNIGHT - 200_000, MIDNIGHT + 200_000),
            st.integers(-4, 4).map(lambda step: MIDNIGHT + step * 30_000),
        ),
        article=st.integers(1, 2),
        language=st.sampled_from(["ko", "en"]),
        visitor=st.sampled_from(["0" * 32, "1" * 32]),
    ),
    max_size=40,
)


@given(REQUESTS, st.data())
def test_the_counts_do_not_depend_on_the_order_or_the_batches(requests, data):
    order = data.draw(st.permutations(requests))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(requests)), max_size=5)))
    visits, changes = {}, Counter()

    for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        changes.update(count(order[start:end], visits, day_of))

    assert {key: n for key, n in changes.items() if n} == reference(requests, day_of)
