"""What is kept around a pasted table: warnings and why they were accepted, corrections, drafts."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from rankings.models import AcceptedWarning, Correction, Draft

from .conftest import make_public, user_with
from .paste_page import TABLE, Desk

pytestmark = pytest.mark.django_db


# ---- warnings and corrections


def test_warning_is_accepted_with_a_reason_that_is_kept(desk, editor):
    desk.paste(TABLE)
    sentences = [finding.sentence for finding in desk.review.warnings]
    assert sentences

    assert not desk.save().is_saved
    assert not desk.tick("confirmed").save().is_saved
    assert any("오류가 아닌 이유" in message for message in desk.messages)
    desk.set("warning_reason", "원문과 같음").save()

    assert desk.is_saved
    kept = AcceptedWarning.objects.order_by("pk")
    assert [warning.sentence for warning in kept] == sentences
    assert {(w.reason, w.accepted_by, w.edition) for w in kept} == {
        ("원문과 같음", editor, desk.edition)
    }


def test_nobody_is_asked_again_about_what_is_stored(desk):
    table = "도시\t순위\tSCI 11 순위\n런던\t1\t1\n부산\t8\t14\n서울\t9\t17\n"
    desk.paste(table)
    assert any("14" in finding.sentence for finding in desk.review.warnings)
    desk.accept()

    desk.paste(table.replace("서울\t9", "서울\t10"))

    assert desk.review.counts["changed"] == 1
    assert not any("14" in finding.sentence for finding in desk.review.warnings)


def test_changed_public_figure_needs_a_reason_in_every_language(desk):
    desk.paste(TABLE).accept()
    make_public(desk.edition)
    desk.paste(TABLE.replace("부산\t8", "부산\t7"))
    if "confirmed" in desk.boxes:
        desk.tick("confirmed").set("warning_reason", "원문과 같음")

    desk.set("reason_ko", "잘못 적음").save()
    assert not desk.is_saved
    assert not Correction.objects.exists()
    desk.set("reason_en", "Misread").save()

    assert desk.is_saved
    correction = Correction.objects.get()
    assert (correction.before, correction.after) == ("8", "7")
    assert (correction.reason_ko, correction.reason_en) == ("잘못 적음", "Misread")


# ---- drafts


def test_draft_survives_the_browser(desk, client):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()

    for name in ("edition_grid", "edition_paste"):
        assert (
            desk.address("draft_review", desk.draft.pk)
            in client.get(desk.address(name)).content.decode()
        )
    desk.open()

    assert not desk.review.proposal.unknown_cities


def test_draft_is_deleted_after_asking(desk):
    desk.paste(TABLE)
    address = desk.address("draft_delete", desk.draft.pk)

    assert desk.client.get(address).status_code == 200
    assert Draft.objects.exists()
    response = desk.client.post(address)

    assert response.status_code == 302
    assert not Draft.objects.exists()


def test_corrected_table_keeps_the_decisions(desk):
    desk.paste(TABLE.replace("런던", "Qqq").replace("636", "육백"))
    desk.set("-choice", "skip").look_again()
    address = desk.address("draft_correct", desk.draft.pk)
    text = desk.client.get(address).context["form"]["text"].value()

    desk.response = desk.client.post(address, {"text": text.replace("육백", "636")}, follow=True)
    desk.read()

    assert not desk.page.problems
    assert not desk.review.proposal.unknown_cities
    assert Draft.objects.count() == 1


def test_figure_that_a_corrected_table_holds_is_not_deleted(desk, cities):
    desk.paste(TABLE).accept()
    desk.paste("도시\t순위\t기술\n런던\t1\t2\n서울\t9\t\n")
    desk.fields["cleared"] = [f"{cities['seoul'].pk} {desk.measures['technology']}-world"]
    desk.look_again()
    assert desk.review.counts["cleared"] == 1

    address = desk.address("draft_correct", desk.draft.pk)
    desk.response = desk.client.post(address, {"text": TABLE}, follow=True)

    assert desk.review.counts["cleared"] == 0


def test_saved_draft_leads_to_the_table(desk):
    desk.paste(TABLE)
    draft = desk.draft
    desk.accept()

    response = desk.client.get(desk.address("draft_review", draft.pk))

    assert response["Location"] == desk.address("edition_grid")
    assert not Draft.objects.open().exists()
    assert desk.client.get(desk.address("draft_delete", draft.pk)).status_code == 404


def test_table_of_something_else_is_shown_in_part(desk):
    lines = [f"이름{number}\t{number}\n" for number in range(1, 1001)]

    desk.paste("도시\t순위\n" + "".join(lines))

    assert len(desk.response.context["form"].names) == 100
    assert len(desk.page.rows) == 400
    assert "나머지 600행" in desk.content


def test_ranking_without_measures_has_nothing_to_paste(client, editor, unmeasured):
    client.force_login(editor)
    desk = Desk(client, unmeasured)

    desk.paste(TABLE).save()

    assert desk.review.layout_problems
    assert not desk.is_saved


def test_older_drafts_do_not_push_the_page_down(desk, client):
    for rank in (8, 7, 6, 5):
        desk.paste(TABLE.replace("부산\t8", f"부산\t{rank}"))

    html = client.get(desk.address("edition_paste")).content.decode()

    assert "이전 초안 (1)" in html
    oldest = desk.address("draft_review", Draft.objects.order_by("pk")[0].pk)
    assert html.index("<details") < html.index(oldest) < html.index("</details")


def test_what_others_saved_is_told_once(desk, cities):
    desk.paste(TABLE)
    busan = {"city": cities["busan"], "measure_id": desk.measures["overall"]}
    desk.edition.results.create(**busan, rank=7)

    desk.save()

    assert not desk.is_saved
    assert sum("다른 편집자" in message for message in desk.messages) == 1
    assert not any("선택한 내용" in message for message in desk.messages)


def test_decisions_on_columns_hold_for_these_columns_only(desk):
    desk.paste(TABLE.replace("기술", "열쇠")).set(
        "column-3", f"{desk.measures['technology']}-world"
    )
    desk.look_again()
    assert desk.states()["부산 technology world"] == ("new", "3")

    correct(desk, "도시\t순위\t평점\t지원\n런던\t1\t700\t2\n부산\t8\t636\t3\n")

    assert desk.states()["부산 support world"] == ("new", "3")
    assert "부산 technology world" not in desk.states()
    assert any("읽었습니다" in message for message in desk.messages)


def test_decisions_on_columns_stay_while_figures_are_corrected(desk):
    table = TABLE.replace("기술", "열쇠")
    desk.paste(table).set("column-3", f"{desk.measures['technology']}-world").look_again()

    correct(desk, table.replace("636\t3", "636\t4"))

    assert desk.states()["부산 technology world"] == ("new", "4")
    assert not desk.messages


def correct(desk, text):
    address = desk.address("draft_correct", desk.draft.pk)
    desk.response = desk.client.post(address, {"text": text}, follow=True)
    desk.read()


def test_same_table_sent_twice_is_one_draft(desk, editor):
    desk.paste(TABLE.replace("런던", "Qqq")).set("-choice", "skip").look_again()
    first = desk.draft

    desk.paste(TABLE.replace("런던", "Qqq"))

    assert desk.draft == first
    assert not desk.review.proposal.unknown_cities
    assert Draft.objects.count() == 1


def test_table_is_a_draft_of_its_own_for_others_and_other_editions(desk, editor, previous):
    desk.paste(TABLE)
    Desk(desk.client, previous).paste(TABLE)
    desk.client.force_login(user_with("change_edition", "change_result"))

    desk.paste(TABLE)

    made = Draft.objects.values_list("edition__number", "made_by__username")
    assert sorted(made) == [
        (11, editor.username),
        (12, "change_edition-change_result"),
        (12, editor.username),
    ]


def test_table_that_was_saved_can_be_pasted_again(desk):
    desk.paste(TABLE).accept()

    desk.paste(TABLE)

    assert Draft.objects.open().get() == desk.draft
    assert Draft.objects.count() == 2


def test_source_chosen_last_counts_for_a_table_sent_twice(desk):
    source = desk.edition.sources.get()

    desk.paste(TABLE)
    desk.paste(TABLE, source=source.pk)

    assert Draft.objects.get().source == source


def test_list_tells_how_old_a_draft_is(desk):
    desk.paste(TABLE)
    Draft.objects.update(changed_at=timezone.now() - timedelta(days=3, minutes=1))

    for address in (
        desk.address("edition_paste"),
        reverse("admin:rankings_ranking_drafts", args=[desk.edition.ranking_id]),
    ):
        assert "(3일 전)" in desk.client.get(address).content.decode().replace("\xa0", "")


# ---- how a table was read, in the language of whoever looks


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        (TABLE, "Pasted table: columns separated by tabs.", "붙여 넣은 표: 탭으로 나눈 열."),
        (
            TABLE.replace("\t", ",").replace("700", "1,700"),
            "Commas were read as part of numbers",
            "쉼표",
        ),
        ("도시,순위\n부산,8\n서울,9,1\n", "This line has 3 cells", "이 행은 3칸입니다"),
    ],
)
def test_how_a_table_was_read_is_told_in_the_language_of_the_page(desk, text, english, korean):
    desk.paste(text)
    assert korean in desk.content

    desk.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    desk.open()
    assert english in desk.content
    assert korean not in desk.content


def test_file_is_told_with_its_encoding(desk):
    file = SimpleUploadedFile("순위.csv", TABLE.encode("cp949"))

    desk.paste(file=file)

    assert "순위.csv: CP949, 탭으로 나눈 열." in desk.content


@pytest.mark.parametrize(
    ("separator", "worded", "kept"),
    [
        ("tab", "탭으로 나눈 열", ""),
        ("comma", "순위, 최종.csv, CP949, columns separated by commas", "CP949"),
        ("sheet", "a.xlsx, sheet “Main”", "Main"),
        ("sheet", "순위.xlsx, ‘종합’ 시트", "종합"),
        ("sentence", "문장에서 읽은 순위", ""),
    ],
)
def test_older_drafts_are_told_in_both_languages_too(desk, separator, worded, kept):
    draft = desk.paste("도시,순위\n부산,8\n").draft
    troubled = {**draft.table["lines"][1], "trouble": "", "cell_troubles": {"1": "수식입니다."}}
    draft.table |= {"separator": separator, "origin": worded, "notes": ["숨긴 행을 뺐습니다."]}
    draft.table["lines"][1] = troubled
    draft.save()

    migration = import_module("rankings.migrations.0007_origin_of_drafts")
    migration.keep_origins_as_data(apps, None)

    assert Draft.objects.get().table["origin"] == kept
    desk.open()
    assert "숨긴 행을 뺐습니다." in desk.content
    assert "수식입니다." in desk.content
