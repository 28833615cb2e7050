from urllib.parse import parse_qs

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from rankings.pages.choice import LONGEST, Choice

KNOWN = {
    "regions": ["asia", "europe"],
    "shows": ["up", "down"],
    "sorts": ["rank", "city"],
    "usual_sort": "rank",
}


def choice_of(query):
    return Choice.of(QueryDict(query), **KNOWN)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "./"),
        ("q=&region=&show=&sort=", "./"),
        ("sort=rank", "./"),
        ("sort=-rank", "?sort=-rank"),
        ("sort=--city", "./"),
        ("sort=city&show=up&region=asia&q=bu", "?q=bu&region=asia&show=up&sort=city"),
        ("region=africa&show=left&sort=size&page=2&x=y", "./"),
        ("q=+%EB%B6%80+", "?q=%EB%B6%80"),
        ("q=a%26b%3Dc", "?q=a%26b%3Dc"),
        (f"q={'a' * 300}", f"?q={'a' * LONGEST}"),
    ],
)
def test_address_says_what_was_asked_in_one_way_only(query, address):
    assert choice_of(query).address() == address


def test_all_rows_are_in_the_same_order():
    choice = choice_of("q=bu&region=asia&show=up&sort=city")

    assert choice.is_narrowed
    assert choice.whole == "?sort=city"
    assert not choice_of("sort=city").is_narrowed


def test_usual_order_is_left_out_of_the_address():
    assert choice_of("q=bu&sort=city").address(sort="rank") == "?q=bu"


@given(st.dictionaries(st.sampled_from(["q", "region", "show", "sort"]), st.text(max_size=120)))
def test_own_address_asks_for_the_same_again(values):
    query = QueryDict(mutable=True)
    query.update(values)
    choice = Choice.of(query, **KNOWN)

    again = Choice.of(QueryDict(choice.address().lstrip("./?")), **KNOWN)

    assert again == Choice.of(QueryDict(again.address().lstrip("./?")), **KNOWN)
    assert parse_qs(again.address()[1:]) == parse_qs(choice.address()[1:])
