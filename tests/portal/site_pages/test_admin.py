"""Who changes the pages of the site, and what the form refuses."""

import pytest
from django.urls import reverse

from portal.models import SitePage
from tests.newsroom import at_work, errors_of, fields_of

pytestmark = pytest.mark.django_db

ADD = reverse("admin:portal_sitepage_add")
LIST = reverse("admin:portal_sitepage_changelist")


def stored(slug):
    return SitePage.objects.get(slug=slug)


def change(page):
    return reverse("admin:portal_sitepage_change", args=[page.pk])


def draft():
    return SitePage.objects.create(slug="draft", title_ko="초안", position=50)


def sent(client, address, **typed):
    return client.post(address, fields_of(client.get(address), **typed))


def messages_of(client, page, **typed):
    form = fields_of(client.get(change(page)), **typed)
    typed_in = {name: value for name, value in form.items() if value or name not in typed}
    response = client.post(change(page), typed_in, follow=True)
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def approver():
    return at_work("approver")


def test_an_approver_changes_what_readers_see(approver):
    page = stored("about")

    response = sent(approver, change(page), body_ko="□ 새 안내", position=9)

    page.refresh_from_db()
    assert response.status_code == 302
    assert (page.body_ko, page.position) == ("□ 새 안내", 9)
    assert page.history.count() == 2
    assert page.history.first().history_user.username == "approver"


def test_an_editor_writes_a_page_that_an_approver_then_shows():
    editor, approver = at_work("editor"), at_work("approver")

    sent(editor, ADD, slug="open-data", title_ko="공공데이터", body_ko="□ 하나", is_ready_ko="on")
    page = stored("open-data")
    assert page.ready_languages() == []
    sent(editor, change(page), body_ko="□ 둘", position=1)
    page.refresh_from_db()
    assert (page.body_ko, page.position) == ("□ 둘", 0)

    sent(approver, change(page), is_ready_ko="on")
    page.refresh_from_db()
    assert page.ready_languages() == ["ko"]


@pytest.mark.parametrize(
    ("slug", "boxes", "sentence"),
    [
        ("about", {"is_ready_ko": ""}, "이제 한국어 이용자에게는 영어 글이 보이며"),
        ("about", {"is_ready_en": ""}, "이제 영어 이용자에게는 한국어 글이 보이며"),
        ("about", {"is_ready_ko": "", "is_ready_en": ""}, "이제 아무도 이 페이지를 열 수 없으며"),
        ("how-we-count", {"is_ready_ko": ""}, "이제 한국어 이용자에게는 머리말이 보이지 않습니다."),
    ],
)
def test_who_takes_a_language_back_is_told_what_its_readers_will_see(
    approver, slug, boxes, sentence
):
    page = stored(slug)

    taken = messages_of(approver, page, **boxes)
    again = messages_of(approver, page, body_ko="□ 다른 글")

    assert [sentence in text for text in taken] == [True, False]
    assert len(again) == 1


@pytest.mark.parametrize("group", [None, "editor"])
def test_what_readers_see_is_not_changed_by_others(group):
    client, page = at_work(group), stored("privacy")
    before = SitePage.objects.filter(pk=page.pk).values().get()

    response = client.post(change(page), {"title_ko": "바뀐 제목", "slug": "privacy"})

    assert response.status_code == 403
    assert SitePage.objects.filter(pk=page.pk).values().get() == before


def test_an_editor_reads_a_public_page_and_is_told_whom_to_ask():
    html = at_work("editor").get(change(stored("privacy"))).content.decode()

    assert "승인자에게" in html
    assert 'name="body_ko"' not in html


def test_the_address_is_fixed_once_stored(approver):
    page = stored("about")

    sent(approver, change(page), slug="other", body_ko="□ 새 글")

    page.refresh_from_db()
    assert (page.slug, page.body_ko) == ("about", "□ 새 글")
    page.slug = "other"
    with pytest.raises(Exception, match="주소는 바꿀 수 없습니다"):
        page.full_clean()


@pytest.mark.parametrize("slug", ["", "About", "a b", "가나", "-a", "a--b", "a_b", "about"])
def test_a_bad_or_used_address_is_refused_in_words(approver, slug):
    response = sent(approver, ADD, slug=slug, title_ko="제목")

    assert list(errors_of(response)) == ["slug"]


def test_the_form_names_the_line_that_must_be_corrected(approver):
    response = sent(
        approver, ADD, slug="new", title_ko="제목", body_ko="□ 글\n![](image:1)\n[[contact:me]]"
    )

    [picture, contact] = errors_of(response)["body_ko"]
    assert picture.startswith("2번째 줄: ")
    assert contact.startswith("3번째 줄: ")


def test_lines_that_readers_would_see_as_code_are_kept_from_them(approver):
    typed = {"slug": "new", "title_ko": "제목", "body_ko": "□ 글\n[[contact]]"}

    refused = sent(approver, ADD, **typed, is_ready_ko="on")
    saved = sent(approver, ADD, **typed)

    assert errors_of(refused)["body_ko"][0].startswith("2번째 줄: ")
    assert saved.status_code == 302


def test_a_ready_language_needs_a_title(approver):
    response = sent(approver, ADD, slug="new", title_ko="제목", is_ready_en="on")

    assert list(errors_of(response)) == ["title_en"]


def test_two_who_save_the_same_page_are_told(approver):
    page = stored("about")
    form = fields_of(approver.get(change(page)), title_ko="내 제목")
    page.body_en = "□ Somebody else"
    page.save()

    first = approver.post(change(page), form)
    page.refresh_from_db()
    assert page.title_ko == "누리집 안내"
    assert "비교" in errors_of(first)[""][0]

    approver.post(change(page), fields_of(first))
    page.refresh_from_db()
    assert (page.title_ko, page.body_en) == ("내 제목", "□ Somebody else")


def test_the_title_of_the_counting_rules_is_the_software_s(approver):
    page = stored("how-we-count")

    sent(approver, change(page), title_ko="조회수는 우리 마음", body_ko="□ 머리말")

    page.refresh_from_db()
    assert (page.title_ko, page.body_ko) == ("조회수 집계 기준", "□ 머리말")


def test_an_old_text_comes_back_from_the_history(approver):
    page = stored("about")
    before, first = page.body_ko, page.history.first()
    sent(approver, change(page), body_ko="□ 잘못 쓴 글", position=7)
    newest = page.history.first()

    address = reverse("admin:portal_sitepage_revision", args=[page.pk, first.pk])
    approver.post(address, {"newest": newest.pk})

    page.refresh_from_db()
    assert (page.body_ko, page.position) == (before, 7)


def test_an_old_text_with_a_line_that_readers_would_see_as_code_does_not_come_back(approver):
    page = stored("about")
    page.body_ko = "[[contact]]"
    page.save()
    old = page.history.first()
    sent(approver, change(page), body_ko="□ 글")

    address = reverse("admin:portal_sitepage_revision", args=[page.pk, old.pk])
    response = approver.post(address, {"newest": page.history.first().pk})

    page.refresh_from_db()
    assert page.body_ko == "□ 글"
    assert "한국어 1번째 줄" in response.content.decode()


@pytest.mark.parametrize(
    ("group", "make", "is_deleted"),
    [
        ("approver", draft, False),
        ("administrator", draft, True),
        ("administrator", lambda: stored("about"), False),
        ("administrator", lambda: stored("how-we-count"), False),
    ],
)
def test_only_what_readers_do_not_see_is_deleted_and_by_administrators(group, make, is_deleted):
    page = make()

    at_work(group).post(reverse("admin:portal_sitepage_delete", args=[page.pk]), {"post": "yes"})

    assert SitePage.objects.filter(pk=page.pk).exists() != is_deleted


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_preview_shows_what_is_typed_and_saves_nothing(approver, language):
    page = stored("contact")
    address = reverse("admin:portal_sitepage_preview", args=[page.pk])
    form = fields_of(approver.get(change(page)), **{f"body_{language}": "□ 새 글\n[[contact:x]]"})

    html = approver.post(address, {**form, "language": language}).content.decode()

    assert "새 글" in html
    assert '<li data-line="2" data-error>' in html
    assert stored("contact").history.count() == 1


def test_a_new_page_is_previewed_before_its_first_save():
    editor = at_work("editor")
    address = reverse("admin:portal_sitepage_preview_new")
    form = fields_of(editor.get(ADD), title_en="Open data")

    assert "Open data" in editor.post(address, {**form, "language": "en"}).content.decode()
    assert editor.post(address, {**form, "language": "xx"}).status_code == 404
    assert editor.get(address).status_code == 405


@pytest.mark.parametrize("group", [None, "editor"])
def test_the_preview_of_a_public_page_is_for_those_who_may_change_it(group):
    address = reverse("admin:portal_sitepage_preview", args=[stored("about").pk])

    assert at_work(group).post(address, {"language": "ko"}).status_code == 403


def test_the_list_shows_what_is_ready(approver):
    draft()

    html = approver.get(LIST).content.decode()

    assert "웹 접근성 안내" in html
    assert "한국어, English" in html
    assert "초안" in html
