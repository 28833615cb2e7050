"""Which articles are found, in which order and language, and what is shown of them."""

import pytest

from news.models import Attachment
from tests.news.articles import hidden_articles, make_article
from tests.news.uploads import upload

from .searching import search, shown, titles

pytestmark = pytest.mark.django_db


def test_titles_come_first_and_the_newest_before_older_ones(client):
    make_article("부산 옛 소식")
    make_article("하나", body_ko="□ 부산의 밤")
    make_article("부산 새 소식")

    assert titles(client, q="부산") == ["부산 새 소식", "부산 옛 소식", "하나"]


@pytest.mark.parametrize(
    "query",
    ["부산", "부산은", "스마트센터지수", "스마트 센터 지수", "ＡＩ 전략", "ai", "smart", "Centres"],
)
def test_article_is_found_in_whichever_language_the_words_are(client, query):
    make_article(
        "부산의 AI 전략",
        "Smart centre",
        body_ko="스마트 센터지수에 따르면",
        body_en="The smart centres",
    )

    assert titles(client, "ko", q=query) == ["부산의 AI 전략"]
    assert titles(client, "en", q=query) == ["Smart centre"]


def test_words_of_a_language_that_is_not_ready_find_nothing(client):
    make_article("해운대 소식", "Beach news", is_ready_en=False)

    assert titles(client, "en", q="beach") == []


def test_article_in_another_language_alone_says_so(client):
    make_article("해운대 소식", "", lead_ko="해운대의 밤", is_ready_en=False)

    html = search(client, "en", q="해운대").content.decode().replace("\n</", "</")

    assert '<h3><a href="/en/news/' in html
    assert ' lang="ko"><mark>해운대</mark> 소식</a></h3>' in html
    assert '<p lang="ko"><mark>해운대</mark>의 밤</p>' in html
    assert "Korean only" in html


def test_words_of_another_language_lead_to_the_text_in_that_of_the_reader(client):
    make_article("바다 소식", "News", lead_ko="바다의 밤", body_en="□ By the sea")

    [row] = search(client, "ko", q="sea").context["search"].articles.rows

    assert (row.language, row.found_in, row.is_only_language) == ("ko", "en", False)
    assert shown(row.title) == "바다 소식"
    assert shown(row.excerpt) == "바다의 밤"
    assert "검색어가 영어 본문에 있음" in search(client, "ko", q="sea").content.decode()
    assert "Found in the" not in search(client, "en", q="sea").content.decode()


def test_words_of_an_attachment_are_said_to_be_there(client):
    article = make_article("바다 소식", "", lead_ko="바다의 밤", is_ready_en=False)
    Attachment.objects.create(article=article, file=upload("모래축제.txt", b"1"))

    [row] = search(client, q="모래축제").context["search"].articles.rows

    assert row.is_in_attachment
    assert "검색어가 첨부파일에 있음" in search(client, q="모래축제").content.decode()


def test_excerpt_is_a_sentence_rather_than_a_row_of_a_table(client):
    body = "표: 부산\n| 도시 | 순위 |\n|---|--:|\n| 부산 | 8 |\n\n□ 이곳은 부산이다."
    make_article("하나", lead_ko="", body_ko=body)
    make_article("둘", lead_ko="", body_ko=body.replace("부산이다", "바다다"))

    table, sentence = search(client, q="부산").context["search"].articles.rows

    assert shown(sentence.excerpt) == "이곳은 [부산]이다."
    assert shown(table.excerpt) == "[부산] · 도시, 순위 · [부산], 8 · 이곳은 바다다."


def test_order_is_that_of_the_languages_that_are_asked_for(client):
    make_article("하나", "Harbour", body_ko="□ 부산")
    make_article("부산 둘", "Bridge", body_en="harbour", is_ready_ko=False)

    assert titles(client, "en", q="harbour", language="en") == ["Harbour", "Bridge"]
    assert titles(client, "ko", q="부산") == ["하나"]


def test_words_are_marked_in_title_and_text(client):
    make_article("부산 소식", body_ko="□ 광안리에서 부산은 오늘")

    html = search(client, q="광안리 부산").content.decode()

    assert "<mark>부산</mark> 소식" in html
    assert "<mark>광안리</mark>에서 <mark>부산</mark>은 오늘" in html


def test_markup_in_texts_and_queries_is_text(client):
    make_article("<b>부산</b> & 소식", body_ko="□ <script>x</script> 부산")

    html = search(client, q="부산 <script>").content.decode()

    assert "&lt;b&gt;<mark>부산</mark>&lt;/b&gt; &amp; 소식" in html
    assert "<script>x" not in html


def test_what_the_public_may_not_see_is_not_found(client):
    for article in hidden_articles().values():
        article.body_ko = "부산"
        article.save()

    assert titles(client, q="부산") == []
