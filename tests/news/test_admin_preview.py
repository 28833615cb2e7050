"""The preview shows what the public page will, from what is typed and not saved."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from news.models import Article
from tests.newsroom import article, at_work, department, fields_of
from tests.pictures import png

pytestmark = pytest.mark.django_db

NEW = reverse("admin:news_article_preview_new")
ADD = reverse("admin:news_article_add")


@pytest.fixture
def editor():
    return at_work("editor")


def of(draft):
    return reverse("admin:news_article_preview", args=[draft.pk])


def change(draft):
    return reverse("admin:news_article_change", args=[draft.pk])


def shown(client, draft, language="ko", **changes):
    data = fields_of(client.get(change(draft)), **changes)
    response = client.post(of(draft), {**data, "language": language})
    assert response.status_code == 200
    return response.content.decode()


def article_part(page):
    return re.search(r'<div class="article-text.*?</section>', page, re.DOTALL)[0]


def without_language_marks(html):
    return re.sub(r"\s+", " ", html)


def test_it_shows_what_is_typed_and_saves_nothing(editor):
    draft = article()

    page = shown(editor, draft, title_ko="새 제목", body_ko="□ 새 본문\n ○ 둘째")

    assert "새 제목" in page
    assert '<ul class="points level-2">' in page
    assert Article.objects.get().title_ko == draft.title_ko
    assert draft.history.count() == 1


@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_is_the_text_of_the_public_page(editor, language):
    draft = article(
        title_en="Festival",
        is_ready_en=True,
        body_en="□ A point\n ○ Another ※ with a note\n\n<Overview>\n\n▲ x",
        body_ko="□ 하나\n ○ 둘 ※ 참고\n\n<개요>\n\n- 셋",
        status=Article.Status.PUBLISHED,
        published_at=timezone.now(),
    )
    approver = at_work("approver")
    with override(language):
        public = Client().get(draft.get_absolute_url()).content.decode()

    preview = shown(approver, draft, language)

    assert without_language_marks(article_part(preview)) == without_language_marks(
        article_part(public)
    )


def test_a_language_that_is_not_ready_is_shown_all_the_same(editor):
    page = shown(editor, article(), "en", title_en="Only begun", body_en="□ First")

    assert "Only begun" in page
    assert "겨울 축제" not in page


def test_remarks_are_in_the_editors_language_with_their_lines(editor):
    page = shown(
        editor,
        article(),
        "en",
        body_en="□ First\n◎ Unknown\n\n[[ranking:none/1]]\n![](image:7)\n![]()",
    )

    lines = re.findall(r'<li data-line="(\d+)"( data-error)?', page)
    assert lines == [("2", ""), *((line, " data-error") for line in "456")]
    assert "공개 전에 고칠 곳:" in page
    first = re.search(r'<li data-line="2">(.*?)</li>', page)[1]
    assert re.search("[가-힣]", first)


def test_a_picture_without_a_description_is_remarked(editor):
    draft = article()
    telling = draft.images.create(file=png(), alt_ko="다리")
    decorative = draft.images.create(file=png(), is_decorative=True)
    body = f"![](image:{telling.pk})\n\n![](image:{decorative.pk})\n\n![다리](image:{telling.pk})"

    page = shown(editor, draft, body_ko=body)

    assert re.findall(r'<li data-line="(\d+)"', page) == ["1"]


def test_pictures_left_out_of_the_text_are_named(editor):
    draft = article(title_en="Festival")
    shown_image, left = (draft.images.create(file=png(), alt_ko=alt) for alt in ("다리", "바다"))

    page = shown(editor, draft, body_ko=f"![](image:{shown_image.pk})")

    assert "본문에 넣지 않은 그림 1장" in page
    assert re.findall(r'data-insert-image="(\d+)"', page) == [str(left.pk)]


def test_it_shows_a_new_article_before_its_first_save(editor):
    data = fields_of(editor.get(ADD), title_ko="새 글", body_ko="□ 하나")

    response = editor.post(NEW, {**data, "language": "ko"})

    assert response.status_code == 200
    assert "새 글" in response.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"department": ""},
        {"department": "999"},
        {"kind": "poem"},
        {"published_at_0": "언젠가"},
        {"body_ko": "\x00"},
        {"title_ko": "가" * 500},
        {"seen_version": "x"},
    ],
)
def test_what_cannot_be_saved_does_not_break_it(editor, typed):
    shown(editor, article(), **typed)


def test_a_request_with_nothing_in_it_shows_an_empty_article(editor):
    assert editor.post(NEW, {"language": "ko"}).status_code == 200


@pytest.mark.parametrize("language", ["", "xx", None])
def test_an_unknown_language_is_not_found(editor, language):
    data = {} if language is None else {"language": language}

    assert editor.post(NEW, data).status_code == 404


def test_an_unknown_article_is_not_found(editor):
    address = reverse("admin:news_article_preview", args=[999])

    assert editor.post(address, {"language": "ko"}).status_code == 404


def test_it_is_never_kept_or_counted(editor):
    draft = article(status=Article.Status.PUBLISHED, published_at=timezone.now())
    approver = at_work("approver")

    response = approver.post(of(draft), {"language": "ko"})

    assert "no-store" in response["Cache-Control"]
    assert "reading.gif" not in response.content.decode()


def test_it_is_not_shown_to_who_only_asks_for_the_address(editor):
    assert editor.get(of(article())).status_code == 405


def test_another_site_cannot_have_it_made():
    client = Client(enforce_csrf_checks=True)
    client.cookies = at_work("editor").cookies

    assert client.post(NEW, {"language": "ko", "department": department().pk}).status_code == 403
