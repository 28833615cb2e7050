"""The index keeps up with every way in which articles change, and so does what is found."""

from random import Random

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from news.models import Article, ArticleText, Attachment, StaleText
from news.search.database import install, uninstall
from news.search.found import mentions, relevance
from news.search.index import BATCH, keep_up
from news.search.query import read_query
from tests.news.articles import make_article
from tests.news.uploads import upload

pytestmark = pytest.mark.django_db


def titles_found(query, code="ko"):
    keep_up()
    words = read_query(query)
    articles = Article.objects.filter(mentions(words, code))
    ordered = articles.alias(relevance=relevance(words, [code]))
    ordered = ordered.order_by("-relevance", "-published_at", "-pk")
    return list(ordered.values_list(f"title_{code}", flat=True))


def test_saved_article_is_found_by_its_new_words_alone():
    article = make_article("광안대교 개통")
    keep_up()
    article.title_ko = "해운대 축제"
    article.save()

    assert titles_found("해운대") == ["해운대 축제"]
    assert titles_found("광안대교") == []


def test_articles_changed_at_once_are_found():
    make_article("하나")
    make_article("둘")
    keep_up()
    Article.objects.update(title_ko=Concat(F("title_ko"), Value(" 해운대")))

    assert titles_found("해운대") == ["둘 해운대", "하나 해운대"]


def test_articles_made_and_changed_in_bulk_are_found():
    first = make_article("하나")
    made = Article(title_ko="광안리 소식", is_ready_ko=True, department=first.department)
    Article.objects.bulk_create([made])
    first.body_ko = "□ 광안리의 밤"
    Article.objects.bulk_update([first], ["body_ko"])

    assert titles_found("광안리") == ["광안리 소식", "하나"]


def test_article_changed_in_the_database_itself_is_found():
    article = make_article("하나")
    keep_up()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET lead_ko = '송정' WHERE id = %s", [article.pk])

    assert titles_found("송정") == ["하나"]


def test_deleted_article_is_found_no_more():
    make_article("송정 소식").delete()
    keep_up()

    assert titles_found("송정") == []
    assert not ArticleText.objects.exists()


def test_names_of_attachments_are_searched():
    article = make_article("하나")
    keep_up()
    attachment = Attachment(article=article, file=upload("표.csv", b"a,b\n"), title_ko="순위표")
    attachment.save()

    assert titles_found("순위표") == ["하나"]

    attachment.delete()

    assert titles_found("순위표") == []


def test_titles_come_first_then_the_newest():
    make_article("부산 옛 소식")
    make_article("하나", body_ko="부산")
    make_article("부산 새 소식")
    make_article("둘", body_ko="부산")

    assert titles_found("부산") == ["부산 새 소식", "부산 옛 소식", "둘", "하나"]


def test_words_are_meant_without_what_is_surely_an_ending():
    make_article("하나", body_ko="부산은 지금")
    make_article("부산 소식")

    assert titles_found("부산은") == ["부산 소식", "하나"]


def test_words_as_typed_come_before_the_same_without_what_may_be_an_ending():
    make_article("하나", body_ko="사업가를 만나다")
    make_article("사업 안내")
    make_article("둘", body_ko="사업을 벌이다")

    assert titles_found("사업가") == ["하나", "사업 안내", "둘"]


def test_languages_are_searched_apart():
    make_article("부산", "Haeundae")

    assert titles_found("haeundae", "en") == ["Haeundae"]
    assert titles_found("haeundae", "ko") == []


def test_change_that_is_undone_is_not_indexed():
    article = make_article("하나")
    keep_up()
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(title_ko="송정")
        transaction.set_rollback(True)

    assert not StaleText.objects.exists()


def test_what_does_not_change_words_is_not_indexed_again():
    make_article("하나")
    keep_up()
    Article.objects.update(is_pinned=True, version=7)

    assert not StaleText.objects.exists()


def test_more_than_one_batch_is_indexed(monkeypatch):
    monkeypatch.setattr("news.search.index.PAUSE", 0)
    first = make_article("하나")
    Article.objects.bulk_create(
        Article(title_ko=f"송정 {number}", department=first.department)
        for number in range(2 * BATCH)
    )

    assert keep_up() == 2 * BATCH + 1
    assert len(titles_found("송정")) == 2 * BATCH


def test_rebuilding_mends_a_damaged_index(capsys):
    make_article("하나")
    keep_up()
    ArticleText.objects.all().delete()
    assert titles_found("하나") == []

    call_command("rebuild_search")

    assert titles_found("하나") == ["하나"]
    assert "1" in capsys.readouterr().out


def test_index_that_is_missing_is_made_and_filled():
    make_article("하나")
    keep_up()
    uninstall(connection)
    if connection.vendor == "postgresql":
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE news_articletext DROP COLUMN texts_ko")

    install(connection.alias)

    assert titles_found("하나") == ["하나"]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        "a' OR 1",
        "NOT",
        "a AND",
        "col:x",
        "*",
        "(",
        "&",
        "|!",
        "ko : x",
        "\\",
        "<->",
    ],
)
def test_signs_of_query_languages_mean_nothing(query):
    make_article("하나")

    assert titles_found(query) == []


# Letters for Python that a database may take for something else, and parts of letters.
@pytest.mark.parametrize("letter", "ᦰᦺ𠀀ꙮ𞤀ʰ゙・﷽९½Ⅷ")
def test_letters_of_every_script_are_searched(letter):
    make_article(f"a{letter}b 하나")

    assert titles_found(f"a{letter}b") == [f"a{letter}b 하나"]


def test_word_without_end_hides_no_other():
    make_article("하나", body_ko=f"{'x' * 5000} 2048 광안대교")

    assert titles_found("2048") == ["하나"]
    assert titles_found("광안대교") == ["하나"]


def test_beginning_of_a_text_without_end_is_searched(caplog):
    letters = "".join(map(chr, Random(1).choices(range(0xAC00, 0xD7A4), k=80_000)))
    make_article("하나", lead_ko="광안대교", body_ko=f"해돋이 {letters}")

    assert titles_found("광안대교") == ["하나"]
    assert titles_found("해돋이") == ["하나"]
    assert "is so long that its end is not searched" in caplog.text


def test_what_the_index_keeps_for_itself_cannot_be_looked_for():
    make_article("하나", body_ko="[[ranking:sci/12]]")

    assert titles_found("\ue000sci") == titles_found("0sciof") == titles_found("sci") == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("문의", ["문의 안내", "문의처", "앞글", "본문의 별표"]),
        ("센터지수", ["센터지수", "스마트센터지수"]),
        ("도시로", ["도시로 가는 길", "도시 계획"]),
        ("index", ["본문의 별표", "앞글"]),
    ],
)
def test_words_that_begin_like_the_query_come_before_those_that_hold_it(query, expected):
    make_article("문의처")
    make_article("앞글", lead_ko="문의: 051-120, index")
    make_article("문의 안내")
    make_article("본문의 별표", body_ko="The index")
    make_article("센터지수")
    make_article("도시로 가는 길")
    make_article("스마트센터지수")
    make_article("도시 계획")

    assert titles_found(query) == expected
