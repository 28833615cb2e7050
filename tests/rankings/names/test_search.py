import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rankings.names.search import CitySearch

SAMPLES = tomllib.loads((Path(__file__).parent / "search.toml").read_text("utf-8"))["samples"]
SYLLABLES = st.text(st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣")), min_size=1)


@pytest.mark.parametrize(("typed", "name", "is_found"), SAMPLES)
def test_city_is_found_as_its_name_is_typed(typed, name, is_found):
    assert CitySearch(typed).finds([name]) is is_found


@pytest.mark.parametrize("typed", ["부산", "busan"])
def test_any_of_the_names_will_do_and_missing_ones_do_not_matter(typed):
    assert CitySearch(typed).finds(["", None, "Busan", "부산"])


@given(SYLLABLES)
def test_decomposed_keyboards_find_the_same(name):
    assert CitySearch(unicodedata.normalize("NFD", name)).finds([name])


@given(SYLLABLES, st.data())
def test_every_beginning_of_a_name_finds_it_on_the_way(name, data):
    end = data.draw(st.integers(1, len(name)))

    assert CitySearch(name[:end]).finds([name])
