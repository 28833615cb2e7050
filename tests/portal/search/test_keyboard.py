"""Words typed with the keyboard set to the other script are read as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.keyboard import as_meant, in_hangul, in_latin

syllables = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("qntks", "부산"),
        ("Qntks", "뿌산"),
        ("gksrmf", "한글"),
        ("rkqt", "값"),
        ("rkqtdl", "값이"),
        ("dhksqur", "완벽"),
        ("tmakxm tpsxj", "스마트 센터"),
        ("BUSan", ""),
        ("ㅠㅕㄴ무", "busan"),
        ("ㄴㅊㅑ", "sci"),
        ("ranking", ""),
        ("8위", ""),
        ("", ""),
    ],
)
def test_query_as_meant(typed, meant):
    assert as_meant(typed) == meant


@given(syllables)
def test_every_word_of_hangul_comes_back_from_its_keys(word):
    assert in_hangul(in_latin(word)) == word
