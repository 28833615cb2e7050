"""Two editors on one article: nothing typed is lost, nothing stored is overwritten unseen."""

import pytest
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from tests.newsroom import article, at_work, errors_of, fields_of
from tests.pictures import png

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return article(lead_ko="요약", title_en="A festival")


@pytest.fixture
def kim():
    return at_work("editor", "kim")


@pytest.fixture
def lee():
    return at_work("approver", "lee")


def change(draft):
    return reverse("admin:news_article_change", args=[draft.pk])


def opened(client, draft):
    return client.get(change(draft))


def save(client, draft, form, **changes):
    return client.post(change(draft), fields_of(form, **changes))


def conflict_of(response):
    return response.context["adminform"].form.conflict


def stored(draft):
    return Article.objects.get(pk=draft.pk)


def test_a_stale_save_is_refused_and_shows_both_texts(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, body_ko="□ 이 주무관의 글")

    response = save(kim, draft, kims, body_ko="□ 김 주무관의 글")

    [clash] = conflict_of(response).clashes
    assert stored(draft).body_ko == "□ 이 주무관의 글"
    assert (clash.stored, clash.typed) == ("□ 이 주무관의 글", "□ 김 주무관의 글")
    page = response.content.decode()
    assert "lee" in page
    assert "□ 이 주무관의 글" in page


def test_the_form_stays_filled_with_what_was_typed(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, body_ko="□ 저장된 글", title_ko="저장된 제목")

    response = save(kim, draft, kims, body_ko="□ 내 글", title_ko="내 제목", lead_ko="내 요약")

    sent = fields_of(response)
    assert (sent["body_ko"], sent["title_ko"], sent["lead_ko"]) == ("□ 내 글", "내 제목", "내 요약")


def test_saving_again_after_looking_overwrites(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, body_ko="□ 저장된 글")
    refused = save(kim, draft, kims, body_ko="□ 내 글")

    response = save(kim, draft, refused)

    assert response.status_code == 302
    assert stored(draft).body_ko == "□ 내 글"


def test_a_third_save_between_looking_and_saving_is_noticed_too(draft, kim, lee):
    kims = opened(kim, draft)
    save(lee, draft, opened(lee, draft), title_ko="첫 저장")
    refused = save(kim, draft, kims, title_ko="내 제목")
    save(lee, draft, opened(lee, draft), title_ko="둘째 저장")

    response = save(kim, draft, refused)

    assert stored(draft).title_ko == "둘째 저장"
    assert [clash.stored for clash in conflict_of(response).clashes] == ["둘째 저장"]


def test_work_on_different_languages_is_merged(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, title_en="A winter festival", body_en="□ First", is_ready_en="on")

    refused = save(kim, draft, kims, body_ko="□ 내 글")
    conflict = conflict_of(refused)
    save(kim, draft, refused)

    merged = stored(draft)
    assert conflict.clashes == []
    assert conflict.taken == ["제목 (English)", "본문 (English)", "공개 준비됨 (English)"]
    assert conflict.kept == ["본문 (한국어)"]
    assert (merged.title_en, merged.body_en, merged.body_ko) == (
        "A winter festival",
        "□ First",
        "□ 내 글",
    )
    assert merged.is_ready_en


def test_boxes_dates_and_choices_merge_as_well(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    moment = {"published_at_0": "2026-03-02", "published_at_1": "09:00:00"}
    save(lee, draft, lees, **moment, is_ready_ko=None, kind="notice", licence="kogl-4")

    save(kim, draft, save(kim, draft, kims, title_ko="내 제목"))

    merged = stored(draft)
    assert merged.published_at.isoformat() == "2026-03-02T00:00:00+00:00"
    assert (merged.is_ready_ko, merged.kind, merged.licence) == (False, "notice", "kogl-4")
    assert merged.title_ko == "내 제목"


def test_what_cannot_be_read_stays_typed_beside_the_conflict(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, lead_ko="저장된 요약")

    response = save(kim, draft, kims, lead_ko="가" * 501)

    assert fields_of(response)["lead_ko"] == "가" * 501
    assert conflict_of(response).clashes[0].stored == "저장된 요약"


def test_without_a_recorded_beginning_every_difference_is_shown(draft, kim, lee):
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, title_ko="저장된 제목")
    draft.history.filter(version=1).delete()

    response = save(kim, draft, kims)

    assert stored(draft).title_ko == "저장된 제목"
    assert [clash.label for clash in conflict_of(response).clashes] == ["제목 (한국어)"]


@pytest.mark.parametrize("seen", ["", "0", "99", "x", None])
def test_a_form_that_does_not_say_what_it_saw_is_refused(draft, kim, seen):
    response = save(kim, draft, opened(kim, draft), seen_version=seen, title_ko="내 제목")

    assert response.status_code == 200
    assert stored(draft).title_ko == draft.title_ko


def test_a_stale_publication_is_refused(draft, kim, lee):
    lees = opened(lee, draft)
    save(kim, draft, opened(kim, draft), body_ko="□ 승인자가 못 본 글")

    response = save(lee, draft, lees, _publish="1")

    assert conflict_of(response)
    assert stored(draft).status == Article.Status.DRAFT


def test_who_lost_the_right_meanwhile_is_turned_away(draft, kim, lee):
    kims = opened(kim, draft)
    save(lee, draft, opened(lee, draft), _publish="1")

    response = save(kim, draft, kims, title_ko="내 제목")

    assert response.status_code == 403
    assert stored(draft).title_ko == draft.title_ko


def test_a_picture_that_somebody_removed_does_not_block_the_form(draft, kim, lee):
    for number in range(3):
        draft.images.create(file=png(), alt_ko=f"그림 {number}")
    kims, lees = opened(kim, draft), opened(lee, draft)
    save(lee, draft, lees, **{"images-0-DELETE": "on"})

    typed = {"images-0-alt_ko": "없앤 그림", "images-2-alt_ko": "새 설명"}
    refused = save(kim, draft, kims, title_ko="내 제목", **typed)
    response = save(kim, draft, refused)

    assert response.status_code == 302, errors_of(response)
    assert stored(draft).title_ko == "내 제목"
    assert [image.alt_ko for image in draft.images.all()] == ["그림 1", "새 설명"]


def test_a_picture_chosen_beside_a_removed_one_is_kept(draft, kim, lee):
    draft.images.create(file=png(), alt_ko="없앨 그림")
    kims = opened(kim, draft)
    draft.images.all().delete()

    added = {"images-TOTAL_FORMS": 2, "images-1-file": png(), "images-1-alt_ko": "새 그림"}
    response = save(kim, draft, kims, **added)

    assert response.status_code == 302, errors_of(response)
    assert [image.alt_ko for image in draft.images.all()] == ["새 그림"]


def test_saving_what_is_published_keeps_its_time(draft, lee):
    published_at = timezone.now()
    Article.objects.filter(pk=draft.pk).update(
        status=Article.Status.PUBLISHED, published_at=published_at
    )

    save(lee, draft, opened(lee, draft), title_ko="고친 제목")

    assert stored(draft).published_at == published_at.replace(microsecond=0)
