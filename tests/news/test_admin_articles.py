"""Writing, publishing and correcting articles in the admin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize_input
from django.utils.timezone import localtime

from news.models import Article
from tests.newsroom import article, at_work, department, errors_of, fields_of, member

pytestmark = pytest.mark.django_db

ADD = reverse("admin:news_article_add")
LIST = reverse("admin:news_article_changelist")
Status = Article.Status


@pytest.fixture
def editor():
    return at_work("editor")


@pytest.fixture
def approver():
    return at_work("approver")


def change(pk):
    return reverse("admin:news_article_change", args=[pk])


def written(client, address=ADD, **changes):
    """The answer to the form at `address` with `changes` typed into it."""
    return client.post(address, fields_of(client.get(address), **changes))


def day(moment):
    local = localtime(moment)
    return {"date": localize_input(local.date()), "time": local.strftime("%H:%M:%S")}


def times(name, moment):
    parts = day(moment)
    return {f"{name}_0": parts["date"], f"{name}_1": parts["time"]}


def test_an_editor_saves_a_draft_in_two_languages(editor):
    response = written(
        editor,
        department=department().pk,
        title_ko="축제 연다",
        title_en="A festival",
        body_ko="□ 첫째",
        body_en="□ First",
        _continue="1",
    )

    saved = Article.objects.get()
    assert response.status_code == 302
    assert response.url == change(saved.pk)
    assert (saved.status, saved.title_ko, saved.body_en) == (Status.DRAFT, "축제 연다", "□ First")


def test_a_form_that_is_opened_and_saved_changes_no_text(editor):
    stored = article(body_ko="□ 첫째\n ○ 둘째\n\n※ 참고", body_en=None, lead_ko="한 줄\n두 줄")

    written(editor, change(stored.pk), _continue="1")

    saved = Article.objects.get()
    assert (saved.body_ko, saved.lead_ko) == (stored.body_ko, stored.lead_ko)
    assert saved.history.count() == 2


def test_line_ends_of_browsers_are_not_kept(editor):
    written(editor, department=department().pk, title_ko="제목", body_ko="□ 하나\r\n□ 둘")

    assert Article.objects.get().body_ko == "□ 하나\n□ 둘"


def test_an_approver_publishes_at_once(approver):
    draft = article()

    response = written(approver, change(draft.pk), _publish="1")

    draft.refresh_from_db()
    assert response.url == change(draft.pk)
    assert draft.is_public()
    assert draft.published_at <= timezone.now()


def test_a_new_article_can_be_published_straight_away(approver):
    written(
        approver,
        department=department().pk,
        title_ko="공고",
        is_ready_ko="on",
        _publish="1",
    )

    assert Article.objects.get().is_public()


def test_a_time_to_come_schedules(approver):
    draft = article()
    tomorrow = timezone.now() + timedelta(days=1)

    response = written(approver, change(draft.pk), _publish="1", **times("published_at", tomorrow))

    draft.refresh_from_db()
    assert Article.objects.with_state().get().state == Article.State.SCHEDULED
    assert not draft.is_public()
    assert "예약" in approver.get(response.url).content.decode()


def test_times_are_those_of_korea(editor):
    written(
        editor,
        department=department().pk,
        title_ko="제목",
        published_at_0="2026-03-02",
        published_at_1="09:00:00",
    )

    assert Article.objects.get().published_at.isoformat() == "2026-03-02T00:00:00+00:00"


def test_a_correction_by_an_approver_reaches_readers(approver):
    published = article(status=Status.PUBLISHED, published_at=timezone.now())

    written(approver, change(published.pk), title_ko="고친 제목", _continue="1")

    published.refresh_from_db()
    assert (published.title_ko, published.status) == ("고친 제목", Status.PUBLISHED)


def test_an_editor_sees_what_is_published_and_whom_to_ask(editor):
    published = article(status=Status.PUBLISHED, published_at=timezone.now())

    response = editor.get(change(published.pk))

    page = response.content.decode()
    assert "승인자에게 요청" in page
    assert 'name="_continue"' not in page
    assert "<textarea" not in page


@pytest.mark.parametrize(
    ("stored", "typed", "field"),
    [
        ({"is_ready_ko": False}, {"_publish": "1"}, "is_ready_ko"),
        ({}, {"title_ko": ""}, "title_ko"),
        ({}, {"department": ""}, "department"),
        ({}, {"title_ko": "가" * 201}, "title_ko"),
        ({}, {"lead_ko": "가" * 501}, "lead_ko"),
        ({}, {"published_at_0": "오늘"}, "published_at"),
        ({}, {"kind": "poem"}, "kind"),
        ({}, {"licence": "none"}, "licence"),
        ({}, {"title_ko": "제목\x00"}, "title_ko"),
        ({"status": Status.PUBLISHED}, {"is_ready_ko": None}, "is_ready_ko"),
        (
            {"status": Status.PUBLISHED},
            {"published_at_0": "", "published_at_1": ""},
            "published_at",
        ),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_field(approver, stored, typed, field):
    draft = article(published_at=timezone.now(), **stored)

    response = written(approver, change(draft.pk), **typed)

    assert response.status_code == 200
    assert list(errors_of(response)) == [field]
    assert all(errors_of(response)[field])
    assert Article.objects.get().version == draft.version


@pytest.mark.parametrize("button", ["_continue", "_publish"])
def test_an_end_before_the_beginning_is_refused_at_the_end(approver, button):
    draft, now = article(), timezone.now()
    moments = times("published_at", now) | times("expires_at", now - timedelta(days=1))

    response = written(approver, change(draft.pk), **moments, **{button: "1"})

    assert list(errors_of(response)) == ["expires_at"]


def test_publishing_what_is_over_is_refused(approver):
    draft = article()
    past = times("expires_at", timezone.now() - timedelta(hours=1))

    response = written(approver, change(draft.pk), **past, _publish="1")

    assert list(errors_of(response)) == ["expires_at"]


def test_an_expired_article_can_still_be_corrected(approver):
    now = timezone.now()
    expired = article(
        status=Status.PUBLISHED,
        published_at=now - timedelta(days=2),
        expires_at=now - timedelta(days=1),
    )

    response = written(approver, change(expired.pk), title_ko="고친 제목", _continue="1")

    assert response.status_code == 302


def test_a_refused_publication_does_not_look_published(approver):
    draft = article(is_ready_ko=False)

    response = written(approver, change(draft.pk), _publish="1")

    assert response.context["state_label"] == Article.State.DRAFT.label


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("□ 하나\n\n[[ranking:none/1]]", "3번째 줄"),
        ("[[poem:none]]", "1번째 줄"),
        ("□ 하나\n![그림](image:999)", "2번째 줄"),
    ],
)
def test_unknown_embeds_and_images_are_errors_at_the_body(editor, body, line):
    draft = article()

    response = written(editor, change(draft.pk), body_ko=body)

    assert list(errors_of(response)) == ["body_ko"]
    assert errors_of(response)["body_ko"][0].startswith(line)


@pytest.mark.parametrize("line", ['![](image: "")', "글 ![](image:1)", "[[ranking]]", "[[trend:x"])
def test_lines_that_readers_would_see_as_code_are_kept_from_them(approver, line):
    draft = article()

    saved = written(approver, change(draft.pk), body_ko=f"□ 하나\n{line}", _continue="1")
    refused = written(approver, change(draft.pk), _publish="1")

    draft.refresh_from_db()
    assert (saved.status_code, draft.status) == (302, Status.DRAFT)
    assert list(errors_of(refused)) == ["body_ko"]
    assert errors_of(refused)["body_ko"][0].startswith("2번째 줄")


def test_what_is_published_keeps_no_line_that_readers_would_see_as_code(approver):
    published = article(status=Status.PUBLISHED, published_at=timezone.now())
    text = "□ 하나\n![](image:)\n\n[[trend]]"

    refused = written(approver, change(published.pk), body_ko=text, _continue="1")
    unread = written(approver, change(published.pk), body_en=text, _continue="1")

    assert [sentence[:5] for sentence in errors_of(refused)["body_ko"]] == ["2번째 줄", "4번째 줄"]
    assert unread.status_code == 302


def test_other_remarks_on_the_notation_do_not_keep_from_saving(editor):
    draft = article()

    response = written(editor, change(draft.pk), body_ko="◎ 모르는 기호", _continue="1")

    assert response.status_code == 302


def test_each_languages_state_stands_on_its_panel(editor):
    draft = article(title_en="Only begun")

    panels = editor.get(change(draft.pk)).content.decode().split('class="language-panel"')[1:]

    assert "공개 준비됨</span>" in panels[0]
    assert "작성 중</span>" in panels[1]


def test_only_drafts_can_be_deleted():
    administrator = at_work("administrator")
    draft = article()
    published = article(status=Status.PUBLISHED, published_at=timezone.now())

    answers = [
        administrator.post(reverse("admin:news_article_delete", args=[pk]), {"post": "yes"})
        for pk in (draft.pk, published.pk)
    ]

    assert [answer.status_code for answer in answers] == [302, 403]
    assert list(Article.objects.all()) == [published]


def test_an_unknown_article_leads_back_with_a_sentence(editor):
    for pk in ("999", "no-number"):
        response = editor.get(change(pk), follow=True)

        assert response.status_code == 200
        assert "없습니다" in response.content.decode()


def test_an_unknown_article_is_not_saved(editor):
    for pk in ("999", "no-number"):
        assert editor.post(change(pk), {"title_ko": "제목"}).status_code == 302


def test_the_history_says_who_saved(editor):
    someone = member("editor", "Kim")
    editor.force_login(someone)

    written(editor, department=department().pk, title_ko="제목")

    assert Article.objects.get().history.get().history_user == someone
