"""Words that were looked for are shown where they stand, whatever their spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.search.query import read_query
from news.search.snippets import excerpt, marked, on_one_line

TEXT = (
    "부산시는 세계 스마트 센터 지수에서 8위를 기록했다. "
    "Busan ranked 8th in the Smart Centres Index."
)


def shown(parts):
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in parts)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("부산은", ["부산"]),
        ("스마트센터지수", ["스마트 센터 지수"]),
        ("스마트 센터", ["스마트 센터"]),
        ("8위 부산시", ["부산시", "8위"]),
        ("ranking centre", ["ranked", "Centres"]),
        ("SMART CENTRES", ["Smart Centres"]),
        ("８위", ["8위"]),
        (unicodedata.normalize("NFD", "기록"), ["기록"]),
        ("8", ["8"]),
        ("AI", []),
        ("%", []),
        ("", []),
    ],
)
def test_words_are_marked_where_they_stand(query, hits):
    parts = marked(TEXT, read_query(query))

    assert [part.text for part in parts if part.is_hit] == hits


def test_signs_that_grow_when_compared_keep_their_place():
    assert shown(marked("㎏ 단위 ﬁne, 부산", read_query("부산 fine"))) == "㎏ 단위 [ﬁne], [부산]"


def test_excerpt_is_the_part_that_speaks_of_most_words():
    text = "부산 소식입니다. " * 30 + "세계 8위에 오른 부산 이야기. " + "그 밖의 소식. " * 30

    found = shown(excerpt(text, read_query("세계 8위"), 80))

    assert "[세계 8위]" in found
    assert found.startswith("… ")
    assert found.endswith(" …")


def test_different_words_tell_more_than_the_same_one_again():
    text = (
        "부산, 부산, 부산과 부산. "
        + "그 밖의 소식. " * 30
        + "부산은 8위다. "
        + "그 밖의 소식. " * 30
    )

    assert "[부산]은 [8위]" in shown(excerpt(text, read_query("부산 8위"), 80))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("부산\n소식", "부산 · [소식]"),
        ("부산입니다.\n소식", "부산입니다. [소식]"),
        ("\n 부산 \n\n\n소식\n", "부산 · [소식]"),
        ("부산\n[[trend:sci/busan]]\n소식", "부산 · [소식]"),
        ("부산 [[trend:sci/소식]] 소식", "부산 [소식]"),
        ('![](image: "")\n소식 ![그림](image:3 "설명")', "[소식]"),
        ("", ""),
    ],
)
def test_short_text_is_shown_whole_on_one_line_without_codes(text, whole):
    assert shown(excerpt(text, read_query("소식"), 80)) == whole


def test_excerpt_does_not_begin_or_end_with_what_parts_lines():
    text = "\n".join(["그 밖의 소식"] * 30 + ["부산"] + ["그 밖의 소식"] * 30)

    for length in range(20, 60):
        bare = shown(excerpt(text, read_query("부산"), length))
        bare = bare.removeprefix("… ").removesuffix(" …")
        assert bare == bare.strip("· ")
        assert "[부산]" in bare


@given(
    text=st.text(st.sampled_from("부산시는 8위abc ㎏ﬁ\n…́"), max_size=300),
    query=st.text(st.sampled_from("부산시는8위abc "), max_size=20),
    length=st.integers(20, 100),
)
def test_nothing_is_added_to_a_text_but_marks_and_dots(text, query, length):
    words = read_query(query)
    composed = unicodedata.normalize("NFC", text)

    assert "".join(part.text for part in marked(text, words)) == composed
    assert all(part.text for part in marked(text, words))
    inner = "".join(part.text for part in excerpt(text, words, length))
    bare = inner.removeprefix("… ").removesuffix(" …")
    assert bare in on_one_line(composed)
    assert len(bare) <= length
