"""Search in the list: words of the reader's language, however they are typed."""

import unicodedata

import pytest

from news.search.index import keep_up
from tests.news.articles import make_article
from tests.news.reader import html_of, titles_in

pytestmark = pytest.mark.django_db


def found(client, query, code="ko"):
    keep_up()
    return titles_in(client.get(f"/{code}/news/", {"q": query}).content.decode())


def test_words_are_found_in_title_lead_and_body(client):
    make_article("부산 소식")
    make_article("둘", lead_ko="부산의 앞글")
    make_article("셋", body_ko="□ 오늘 부산은")
    make_article("넷", body_ko="□ 서울")

    assert found(client, "부산") == ["셋", "둘", "부산 소식"]


def test_every_word_must_occur_wherever_it_stands(client):
    make_article("부산 스마트도시", body_ko="세계 8위")
    make_article("부산 축제")

    assert found(client, "8위 스마트") == ["부산 스마트도시"]
    assert found(client, "8위 축제") == []


@pytest.mark.parametrize(
    "typed",
    [
        "부산 sci",
        "  부산\t SCI ",
        "부산\u3000SCI",
        "부산 ＳＣＩ",
        unicodedata.normalize("NFD", "부산 Sci"),
    ],
)
def test_width_spaces_case_and_decomposed_syllables_make_no_difference(client, typed):
    make_article("부산 SCI 8위")

    assert found(client, typed) == ["부산 SCI 8위"]


def test_a_sign_that_normalising_would_change_is_found_as_written(client):
    make_article("① 신청 방법")

    assert found(client, "①") == ["① 신청 방법"]


@pytest.mark.parametrize("sign", ["%", "_", "\\", "'", '"'])
def test_signs_of_patterns_mean_themselves(client, sign):
    make_article(f"가{sign}나")
    make_article("가나다라")

    assert found(client, sign) == [f"가{sign}나"]


def test_only_the_text_of_the_readers_language_is_searched(client):
    make_article("해운대 소식", "News of the beach")

    assert found(client, "beach", "ko") == []
    assert found(client, "beach", "en") == ["News of the beach"]


def test_what_is_found_in_another_language_only_is_pointed_out(client):
    make_article("해운대 소식", "", is_ready_en=False)

    keep_up()

    html = html_of(client, "/en/news/?q=해운대")

    assert titles_in(html) == []
    assert "1 article is available in Korean only." in html


def test_spaces_alone_are_no_search(client):
    make_article()

    assert found(client, "   ") == ["제목"]
